//! `duizhao completion`.

use std::io;

use clap::CommandFactory;

use super::arguments::{Arguments, CompletionOptions};
use super::outcome::Outcome;

pub(super) fn run(options: &CompletionOptions) -> Outcome {
    let mut command = Arguments::command();
    clap_complete::generate(options.shell, &mut command, "duizhao", &mut io::stdout());
    Outcome::Fine
}
