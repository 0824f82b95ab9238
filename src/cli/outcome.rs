//! How a command ended.

use std::process::ExitCode;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Nothing stands in the way.
    Fine,
    /// Findings, or a failed build.
    Failed,
    /// The command could not run: usage or configuration.
    Unusable,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Fine => 0,
            Outcome::Failed => 1,
            Outcome::Unusable => 2,
        })
    }
}
