//! What is not accounted for yet, as YAML to be pasted.

use crate::check::scan::{self, Proposal};
use crate::model::{Page, Site};

/// Lines for the data files of the pages that are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ScanResult {
    /// Numerals that are not accounted for, for `figures.yaml`.
    pub(crate) figures: Proposal,
    /// Quoted coinages without a term, for `glossary.yaml`.
    pub(crate) terms: Proposal,
}

/// Lists what is not accounted for on the pages that are wanted.
pub(crate) fn scan(site: &Site, is_wanted: &dyn Fn(&Page) -> bool) -> ScanResult {
    ScanResult {
        figures: scan::unaccounted(site, is_wanted),
        terms: scan::unexplained(site, is_wanted),
    }
}
