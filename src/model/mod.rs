//! The data every stage works on: immutable once made, without I/O, without HTML.
//!
//! Three kinds of value follow one another: a [`Document`] is one parsed file, a [`Site`] is all
//! of them resolved, and a page's view is what a template may see.

mod anchor;
mod annotation;
mod block;
mod claim;
mod coinage;
mod data;
mod day;
mod decimal;
mod document;
pub(crate) mod effort;
mod free;
mod glossary;
mod han;
mod indicator;
mod lang;
mod lock;
mod numerals;
mod part;
mod path;
mod place;
mod quantity;
mod received;
mod report;
mod route;
mod row;
mod same;
mod search;
mod sentence;
mod site;
mod text;
mod theme;
mod unit;
mod waiver;
mod withheld;

pub use data::DataKind;
pub use decimal::Decimal;
pub use document::Document;
pub use glossary::{Concept, ConceptId, TermMention, TermRole, Wording};
pub use han::is_han;
pub use lang::LangId;
pub use numerals::{ComparisonRules, Numerals, YearsOfText};
pub use place::Place;
pub use quantity::{Denominator, Direction, Measure, Mention, Per, Quantity, QuantityKind, Way};
pub use route::Route;
pub use site::{Page, Site};
pub use text::TextId;
pub use theme::OutputFile;
pub use unit::Unit;

pub(crate) use anchor::Anchors;
pub use annotation::WordId;
pub(crate) use annotation::{Annotation, Cell, Firmness, StatedWords};
pub(crate) use block::{
    Alert, Alignment, Block, BlockContent, Definition, LocalAddress, SectionNumber,
};
pub(crate) use claim::{
    Catalogue, CellClaim, Claims, ConceptClaim, FigureClaim, LedgerClaim, Locus, MemberClaim,
    NumeralClaim,
};
pub(crate) use coinage::{Coinage, quotations};
pub(crate) use data::{ColumnKind, DataColumn, DataFile};
pub(crate) use day::Day;
pub(crate) use document::{Footnote, FrontMatter, Reference, ReferenceKind, RowMark};
pub(crate) use free::Free;
pub(crate) use glossary::{
    AvoidedForm, Glossary, Letter, LinkPolicy, LinkedTerm, Member, Members, Occurrence, Reading,
    TermKind,
};
pub(crate) use han::{
    in_simplified, is_full_width_form, is_wide, simplest_form, simplified, simplified_forms,
};
pub(crate) use indicator::{
    Better, Coverage, Fate, FigureScope, FigureWords, Indicator, IndicatorId, LedgerEntry,
    LedgerReason, Observation, ObservationId, Statistics, Subject,
};
pub(crate) use lang::{LangMap, Language, Languages, Script};
pub(crate) use lock::{Fingerprint, Lock, LockedAlias, LockedLine, LockedPage, UnconfirmedKind};
pub(crate) use numerals::{OriginalRules, RankScope, ScaleNames, TranslationRules, years_of_plan};
pub(crate) use path::SitePath;
pub(crate) use quantity::Comparator;
pub(crate) use received::{
    ReceivedBlock, ReceivedContent, ReceivedKind, ReceivedMark, ReceivedMarkKind, ReceivedPicture,
    ReceivedRemark, ReceivedRole, ReceivedText, RemarkKind,
};
pub(crate) use report::{
    DatedEvent, DocumentKind, Errata, Erratum, EventKind, FigureStatus, ReportMeta, SourceMeta,
    VersionStatus,
};
pub(crate) use route::{Matter, RouteKind, RoutePaths, Routes};
pub(crate) use same::{
    is_ignorable, is_mark, label_key, same_address, same_form, search_form, without_marks,
};
pub(crate) use search::SearchFiles;
pub use sentence::{Evidence, SentenceLink};
pub(crate) use site::{
    Alias, Asset, FootnoteRow, Form, FormId, PageId, PageRole, Pair, Report, ReportId, Side, Target,
};
pub(crate) use text::{Mark, MarkKind, Text, code_and_markup, prose_of};
pub(crate) use theme::{Template, ThemeFiles};
pub(crate) use unit::UnitClass;
pub(crate) use waiver::Waiver;
pub(crate) use withheld::WithheldPage;
