//! `duizhao clean`.

use super::arguments::{CleanOptions, Common};
use super::build::mend;
use super::outcome::Outcome;
use super::{Result, report, request};
use crate::config::Config;
use crate::source::Sources;
use crate::{read, write};

pub(super) fn run(common: &Common, options: &CleanOptions) -> Result {
    let target = if let Some(target) = &options.output_dir {
        target.clone()
    } else {
        let request = request(common)?;
        let mut sources = Sources::default();
        let config = read::config(&request.root, request.config.as_deref(), &mut sources)?;
        let folder =
            config.value.map_or_else(|| "public".to_owned(), |config: Config| config.output_dir);
        request.root.join(folder)
    };
    let shown = target.strip_prefix(".").unwrap_or(&target).display().to_string();
    match write::clean(&target) {
        Ok(removed) => {
            if !common.quiet {
                report::result(&match removed {
                    0 => format!("nothing to remove in {shown}"),
                    removed => format!("removed {removed} files from {shown}"),
                });
            }
            Ok(Outcome::Fine)
        }
        Err(error) => {
            report::error(&error);
            report::help(match error {
                write::WriteError::NotOurs(_) => {
                    "only folders that `duizhao build` wrote are cleaned"
                }
                ref other => mend(other),
            });
            Ok(Outcome::Failed)
        }
    }
}
