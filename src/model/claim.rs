//! What the data files say of figures and terms, before it is set against the text.

use super::{Concept, FigureStatus, Indicator, LangMap, Measure, Subject};
use crate::source::{FileId, Placed, Span};

/// `indicators.yaml`: what is measured.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Catalogue {
    /// Fields of public life.
    pub(crate) topics: Vec<Subject>,
    /// Parts of the land.
    pub(crate) areas: Vec<Subject>,
    /// Indicators, each with the ids of those related to it, as written.
    pub(crate) indicators: Vec<(Indicator, Vec<Placed<String>>)>,
    /// Whether something in the file could not be read, so that what is not here may be there.
    pub(crate) has_faults: bool,
}

/// `figures.yaml` and `ledger.yaml` of one report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Claims {
    /// Figures, in the order of the file.
    pub(crate) figures: Vec<FigureClaim>,
    /// Numerals that are no figures.
    pub(crate) exceptions: Vec<LedgerClaim>,
    /// The files the claims stand in, for findings about them as a whole.
    pub(crate) files: Vec<FileId>,
    /// Whether something in the files could not be read, so that what is not here may be there.
    pub(crate) has_faults: bool,
}

/// A place in a report, as a data file names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Locus {
    /// The page without language and folder: `1-review`.
    pub(crate) page: Placed<String>,
    /// The section in the page: `s1`, `s2.1`; `s0` is the text before the first heading. Nothing
    /// for the whole page.
    pub(crate) section: Option<Placed<String>>,
}

/// Where a numeral stands in a section, as a data file says it: words of the original, a cell of a
/// table by its heads, or both. One of the two is always there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NumeralClaim {
    /// Words of the original with the number in `[…]` and thresholds in `{…}`; nothing for the only
    /// number of a cell.
    pub(crate) quote: Option<String>,
    /// The cell of a table.
    pub(crate) cell: CellClaim,
    /// The paragraph, table or footnote, by its address: `s1.2-p3`, `p3`, `fn-2`.
    pub(crate) at: Option<Placed<String>>,
    /// Which of several places with these words, from 1.
    pub(crate) nth: Option<Placed<usize>>,
    /// Where the file says so.
    pub(crate) span: Span,
}

/// A cell of a table, by the words of its heads; empty where only words are quoted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct CellClaim {
    /// The line above the table, a head of it, or its number among the tables of the section.
    pub(crate) table: Option<Placed<String>>,
    /// The first cell of the row.
    pub(crate) row: Option<Placed<String>>,
    /// The head of the column.
    pub(crate) column: Option<Placed<String>>,
}

impl CellClaim {
    /// Whether it names no cell.
    pub(crate) fn is_empty(&self) -> bool {
        self.table.is_none() && self.row.is_none() && self.column.is_none()
    }
}

/// A claim: this numeral of the text is that indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FigureClaim {
    /// The indicator's id.
    pub(crate) indicator: Placed<String>,
    /// Page and section.
    pub(crate) locus: Locus,
    /// Where in the section its number stands.
    pub(crate) numeral: NumeralClaim,
    /// The part of the land, by id or in the words of any language.
    pub(crate) place: Option<Placed<String>>,
    /// The period, if it is not the page's.
    pub(crate) period: Option<String>,
    /// The status, if it is not the page's.
    pub(crate) status: Option<FigureStatus>,
    /// The measure, if the words do not tell.
    pub(crate) measure: Option<Measure>,
    /// The id of what it is a part of.
    pub(crate) part_of: Option<Placed<String>>,
    /// Why a result and a target cannot be compared.
    pub(crate) incomparable: Option<LangMap>,
    /// Words of the translations with the number in `[…]`, by language, where it cannot be found by its value.
    pub(crate) counterparts: LangMap,
}

/// A line of `ledger.yaml`: this numeral is no figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LedgerClaim {
    /// Page and section.
    pub(crate) locus: Locus,
    /// Where in the section it stands.
    pub(crate) numeral: NumeralClaim,
    /// What it is.
    pub(crate) is: String,
    /// Why, in each language.
    pub(crate) reason: LangMap,
}

/// An entry of `glossary.yaml` with what it refers to, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConceptClaim {
    /// The entry; its `see`, `area` and reading are not yet known, nor its members if listed.
    pub concept: Concept,
    /// Ids of entries to be read beside it.
    pub(crate) see: Vec<Placed<String>>,
    /// What it counts, if that is listed.
    pub(crate) members: Option<Vec<MemberClaim>>,
    /// The part of the land, by id or in the words of any language.
    pub(crate) area: Option<Placed<String>>,
    /// The reading; nothing if it is not stated.
    pub(crate) pinyin: Option<String>,
}

impl ConceptClaim {
    /// The keys of an entry after `id` and those of the languages, in the order they are written.
    pub(crate) const KEYS: [&'static str; 11] = [
        "pinyin",
        "kind",
        "definition",
        "members",
        "see",
        "variants",
        "except",
        "avoid",
        "source",
        "link",
        "area",
    ];
}

/// A member of a counted slogan, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum MemberClaim {
    /// The id of an entry.
    Id(Placed<String>),
    /// Words, in each language.
    Words(LangMap),
}
