//! What is not accounted for yet, as lines to be pasted into a data file, or into a translation.

mod blocks;
mod coinages;
mod errata;
mod figures;
mod indicators;
mod precedents;
mod surroundings;
mod waivers;

pub(crate) use blocks::unstated_rows;
pub(crate) use coinages::unexplained;
pub(crate) use errata::unexplained_departures;
pub(crate) use figures::{FigureProposal, unaccounted};
pub(crate) use waivers::waivable_findings;

/// Lines for a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Proposal {
    /// The lines, with a comment that names the file.
    pub(crate) yaml: String,
    /// How many things they hold.
    pub(crate) count: usize,
}

/// The inside of a YAML string in double quotes.
pub(crate) fn in_quotes(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace(['\n', '\r', '\t'], " ")
}
