//! What is measured, and what a report says of it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::{
    ConceptId, FigureStatus, Firmness, LangMap, Measure, PageId, Place, Quantity, ReportId, TextId,
};
use crate::source::Span;

/// An indicator, by its place in [`Statistics::indicators`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct IndicatorId(pub(crate) u32);

/// An observation, by its place in [`Statistics::observations`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ObservationId(pub(crate) u32);

/// A field of public life, or a part of the land, that indicators are grouped by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Its name in addresses: `economy`, `yiwu`.
    pub(crate) id: String,
    /// Its name in each language.
    pub(crate) name: LangMap,
}

/// Which way of an indicator nobody disputes to be the better one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither.
    Neither,
}

impl Better {
    /// Every case, with its key.
    pub(crate) const ALL: [(&'static str, Self); 3] =
        [("higher", Self::Higher), ("lower", Self::Lower), ("neither", Self::Neither)];

    /// The key used in `indicators.yaml` and in data files.
    pub(crate) fn key(self) -> &'static str {
        Self::ALL.iter().find(|(_, better)| *better == self).map_or("neither", |(key, _)| key)
    }
}

/// What is measured: it has no year, no place and no value of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Indicator {
    /// Its name in addresses: `gdp`. No year in it.
    pub(crate) id: String,
    /// Its name in each language.
    pub(crate) name: LangMap,
    /// The canonical unit of its levels, as `duizhao quantities` prints it.
    pub(crate) unit: Option<String>,
    /// The field it belongs to, by its place in [`Statistics::topics`].
    pub(crate) topic: Option<usize>,
    /// Which way is the better one, where nobody disputes it.
    pub(crate) better: Option<Better>,
    /// What it is, in each language; may be empty.
    pub(crate) definition: LangMap,
    /// Indicators to be read beside it.
    pub(crate) related: Vec<IndicatorId>,
    /// Terms of the glossary that explain it, by id.
    pub(crate) terms: Vec<String>,
    /// Where `indicators.yaml` says so.
    pub(crate) span: Span,
    /// What was said of it, reports in order of delivery, each in text order.
    pub(crate) observations: Vec<ObservationId>,
}

/// Indicator × place × period: one figure of a report, with all places where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Observation {
    /// What is measured.
    pub(crate) indicator: IndicatorId,
    /// How.
    pub(crate) measure: Measure,
    /// The part of the land, by its place in [`Statistics::areas`]; nothing for the report's own.
    pub(crate) area: Option<usize>,
    /// The period: `2017`.
    pub(crate) period: String,
    /// Reached, aimed at, or a standing rule.
    pub(crate) status: FigureStatus,
    /// The number, as parsed from the original's words.
    pub(crate) quantity: Quantity,
    /// How firm the words make it; nothing if they do not say.
    pub(crate) firmness: Option<Firmness>,
    /// What it is a part of.
    pub(crate) part_of: Option<IndicatorId>,
    /// Why a result and a target of this indicator cannot be compared; nothing if they can.
    pub(crate) incomparable: Option<LangMap>,
    /// The report.
    pub(crate) report: ReportId,
    /// The page.
    pub(crate) page: PageId,
    /// The paragraph, table or footnote on the page.
    pub(crate) place: Place,
    /// The id in the text: `f-gdp`, `f-gdp-2` where the indicator is stated again in the report.
    pub(crate) anchor: String,
    /// The words in each language; nothing where no counterpart was found.
    pub(crate) words: Vec<Option<FigureWords>>,
    /// Where `figures.yaml` claims it.
    pub(crate) span: Span,
}

/// Where a figure stands in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FigureWords {
    /// The text of the document.
    pub(crate) text: TextId,
    /// The number with its unit and bound, in bytes of the plain text.
    pub(crate) range: Range<usize>,
    /// The sentence around it, in bytes of the plain text.
    pub(crate) sentence: Range<usize>,
    /// Thresholds that say what was counted (超20亿元), in bytes of the plain text. Only in the
    /// original.
    pub(crate) criteria: Vec<Range<usize>>,
    /// Whether the claim quotes them, because they say the number in words of their own.
    pub(crate) is_quoted: bool,
}

/// A numeral of a report, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LedgerEntry {
    /// The report.
    pub(crate) report: ReportId,
    /// The page.
    pub(crate) page: PageId,
    /// The paragraph, table or footnote on the page, or its title.
    pub(crate) place: Place,
    /// The text of the original.
    pub(crate) text: TextId,
    /// The numeral, in bytes of the plain text.
    pub(crate) range: Range<usize>,
    /// What it says.
    pub(crate) quantity: Quantity,
    /// What became of it.
    pub(crate) fate: Fate,
}

/// What became of a numeral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It is an observation.
    Indexed(ObservationId),
    /// It is a threshold of an observation.
    Criterion(ObservationId),
    /// It is a part of a term of the glossary: 三条廊道.
    Term(ConceptId),
    /// A rule of the language explains it: a date, a name, an ordinal…
    Explained,
    /// A line of `ledger.yaml` explains it.
    Stated(LedgerReason),
    /// Nobody has said yet.
    Unaccounted,
}

/// A line of `ledger.yaml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LedgerReason {
    /// What the numeral is: `name`, `slogan`, `date`…
    pub(crate) is: String,
    /// Why it is no figure, in each language.
    pub(crate) reason: LangMap,
}

/// Which figures a site wants to index.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum FigureScope {
    /// Every figure: a numeral that is neither indexed nor explained is a fault.
    #[default]
    All,
    /// Key figures only: how many are indexed is said wherever the index is.
    Key,
}

impl FigureScope {
    /// What `figures` in `site.toml` may be.
    pub(crate) const NAMES: [(&'static str, Self); 2] = [("all", Self::All), ("key", Self::Key)];
}

/// How much of what a report says in numbers the index holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Coverage {
    /// Numerals that are observations.
    pub(crate) indexed: usize,
    /// These, and the numerals that no claim, no term, no rule of the language and no line of
    /// `ledger.yaml` explains: an upper bound, since a name or a set phrase among the latter is found
    /// only when somebody looks.
    pub(crate) figures: usize,
}

impl Coverage {
    /// What a ledger comes to.
    pub(crate) fn of(entries: &[LedgerEntry]) -> Self {
        let count = |is: fn(&Fate) -> bool| entries.iter().filter(|entry| is(&entry.fate)).count();
        let indexed = count(|fate| matches!(fate, Fate::Indexed(_)));
        Self { indexed, figures: indexed + count(|fate| *fate == Fate::Unaccounted) }
    }
}

impl std::iter::Sum for Coverage {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, one| Self {
            indexed: sum.indexed + one.indexed,
            figures: sum.figures + one.figures,
        })
    }
}

/// Everything that is counted and measured in a site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Statistics {
    /// Which figures the site wants to index.
    pub(crate) scope: FigureScope,
    /// Fields of public life, in the order of `indicators.yaml`.
    pub(crate) topics: Vec<Subject>,
    /// Parts of the land, in the order of `indicators.yaml`.
    pub(crate) areas: Vec<Subject>,
    /// Indicators, in the order of `indicators.yaml`.
    pub(crate) indicators: Vec<Indicator>,
    /// Observations: reports in order of delivery, each in text order.
    pub(crate) observations: Vec<Observation>,
    /// The reports that claim figures, and how many of theirs they claim.
    pub(crate) covered: BTreeMap<ReportId, Coverage>,
    /// Those of them whose data files could not be read whole: a numeral that seems to be
    /// unaccounted for there may well be.
    pub(crate) partly_read: BTreeSet<ReportId>,
    /// Whether `indicators.yaml` could not be read whole: what is not in it may be there.
    pub(crate) has_faulty_catalogue: bool,
    /// Every numeral of every report that claims figures, in the same order.
    pub(crate) ledger: Vec<LedgerEntry>,
}

impl Statistics {
    /// The indicator with this number.
    pub(crate) fn indicator(&self, id: IndicatorId) -> &Indicator {
        &self.indicators[id.0 as usize]
    }

    /// The observation with this number.
    pub(crate) fn observation(&self, id: ObservationId) -> &Observation {
        &self.observations[id.0 as usize]
    }

    /// What was said of an indicator, in order.
    pub(crate) fn observations_of(
        &self,
        indicator: &Indicator,
    ) -> impl Iterator<Item = &Observation> {
        indicator.observations.iter().map(|id| self.observation(*id))
    }

    /// Whether a report claims figures.
    pub(crate) fn covers(&self, report: ReportId) -> bool {
        self.covered.contains_key(&report)
    }

    /// How many figures of a report are indexed, where a reader has to be told: the site indexes its
    /// key figures only, or some are not indexed all the same.
    pub(crate) fn coverage(&self, report: ReportId) -> Option<Coverage> {
        self.worth_telling(*self.covered.get(&report)?)
    }

    /// The same of all reports together.
    pub(crate) fn whole_coverage(&self) -> Option<Coverage> {
        self.worth_telling(self.covered.values().copied().sum())
    }

    fn worth_telling(&self, coverage: Coverage) -> Option<Coverage> {
        let is_partial = coverage.indexed < coverage.figures;
        (is_partial || self.scope == FigureScope::Key).then_some(coverage)
    }
}
