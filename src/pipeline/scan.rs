//! What is not accounted for yet, to be pasted.

use crate::check::scan::{self, FigureProposal, Proposal};
use crate::model::{Page, Report, Site};
use crate::source::{Diagnostic, Sources};

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ScanKind {
    /// Numerals that are not accounted for.
    Figures,
    /// Quoted coinages without a term.
    Terms,
    /// Rows of several blocks that a translation does not state.
    Blocks,
    /// Departures from the text as received that nothing explains.
    Errata,
    /// Findings that may be no faults; only where they are asked for.
    Waivers,
}

impl ScanKind {
    /// Every kind, as it is typed.
    pub(crate) const ALL: [(&'static str, Self); 5] = [
        ("figures", Self::Figures),
        ("terms", Self::Terms),
        ("blocks", Self::Blocks),
        ("errata", Self::Errata),
        ("waivers", Self::Waivers),
    ];
}

/// Lines for the files of the pages that are wanted; nothing of what was not looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ScanResult {
    /// For `figures.yaml`.
    pub(crate) figures: Option<FigureProposal>,
    /// For `glossary.yaml`.
    pub(crate) terms: Option<Proposal>,
    /// For translations, and how many places are not clear.
    pub(crate) blocks: Option<(Proposal, usize)>,
    /// For `errata.yaml`.
    pub(crate) errata: Option<Proposal>,
    /// For `waivers.yaml`.
    pub(crate) waivers: Option<Proposal>,
}

/// Lists what is not accounted for on the pages that are wanted; figures under the indicators that
/// another report claims for the same words.
pub(crate) fn scan(
    site: &Site,
    sources: &Sources,
    findings: &[Diagnostic],
    kinds: &[ScanKind],
    is_wanted: &dyn Fn(&Page) -> bool,
    from: Option<&Report>,
) -> ScanResult {
    let has = |kind| kinds.is_empty() || kinds.contains(&kind);
    ScanResult {
        figures: has(ScanKind::Figures).then(|| scan::unaccounted(site, is_wanted, from)),
        terms: has(ScanKind::Terms).then(|| scan::unexplained(site, is_wanted)),
        blocks: has(ScanKind::Blocks).then(|| scan::unstated_rows(site, sources, is_wanted)),
        errata: has(ScanKind::Errata).then(|| scan::unexplained_departures(site, is_wanted)),
        waivers: kinds
            .contains(&ScanKind::Waivers)
            .then(|| scan::waivable_findings(site, sources, findings, is_wanted)),
    }
}
