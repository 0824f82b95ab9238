//! What is not accounted for yet, to be pasted.

use crate::check::scan::{self, Proposal};
use crate::model::{Page, Site};
use crate::source::Sources;

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ScanKind {
    /// Numerals that are not accounted for.
    Figures,
    /// Quoted coinages without a term.
    Terms,
    /// Rows of several blocks that a translation does not state.
    Blocks,
}

impl ScanKind {
    /// Every kind, as it is typed.
    pub(crate) const ALL: [(&'static str, Self); 3] =
        [("figures", Self::Figures), ("terms", Self::Terms), ("blocks", Self::Blocks)];
}

/// Lines for the files of the pages that are wanted; nothing of what was not looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ScanResult {
    /// For `figures.yaml`.
    pub(crate) figures: Option<Proposal>,
    /// For `glossary.yaml`.
    pub(crate) terms: Option<Proposal>,
    /// For translations, and how many places are not clear.
    pub(crate) blocks: Option<(Proposal, usize)>,
}

/// Lists what is not accounted for on the pages that are wanted.
pub(crate) fn scan(
    site: &Site,
    sources: &Sources,
    kinds: &[ScanKind],
    is_wanted: &dyn Fn(&Page) -> bool,
) -> ScanResult {
    let has = |kind| kinds.is_empty() || kinds.contains(&kind);
    ScanResult {
        figures: has(ScanKind::Figures).then(|| scan::unaccounted(site, is_wanted)),
        terms: has(ScanKind::Terms).then(|| scan::unexplained(site, is_wanted)),
        blocks: has(ScanKind::Blocks).then(|| scan::unstated_rows(site, sources, is_wanted)),
    }
}
