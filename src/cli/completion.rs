//! `duizhao completion`.

use clap::CommandFactory;

use super::arguments::{Arguments, CompletionOptions};
use super::outcome::Outcome;
use super::{Result, terminal};

pub(super) fn run(options: &CompletionOptions) -> Result {
    let mut command = Arguments::command();
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut command, "duizhao", &mut script);
    terminal::print(|out| out.write_all(&script))?;
    Ok(Outcome::Fine)
}
