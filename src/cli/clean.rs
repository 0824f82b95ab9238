//! `duizhao clean`.

use super::arguments::{CleanOptions, Common};
use super::build::how_to_fix;
use super::outcome::Outcome;
use super::{Result, report, request};
use crate::pipeline;
use crate::write::WriteError;

pub(super) fn run(common: &Common, options: &CleanOptions) -> Result {
    let target = if let Some(target) = &options.output_dir {
        target.clone()
    } else {
        pipeline::configured_output(&request(common)?)?
    };
    let shown = target.strip_prefix(".").unwrap_or(&target).display().to_string();
    match pipeline::clean_output(&target) {
        Ok(removed) => {
            if !common.quiet {
                report::result(&match removed {
                    0 => format!("nothing to remove in {shown}"),
                    removed => format!("removed {removed} files from {shown}"),
                })?;
            }
            Ok(Outcome::Fine)
        }
        Err(error) => {
            report::error(&error);
            report::print_help(match error {
                WriteError::NotOurs(_) => "only folders that `duizhao build` wrote are cleaned",
                ref other => how_to_fix(other),
            });
            Ok(Outcome::Failed)
        }
    }
}
