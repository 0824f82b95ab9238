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
mod path;
mod place;
mod quantity;
mod report;
mod route;
mod search;
mod site;
mod text;
mod theme;
mod unit;
mod waiver;

pub use anchor::Anchors;
pub use annotation::{Annotation, Firmness};
pub use block::{Alert, Alignment, Block, BlockContent, Definition, LocalAddress, SectionNumber};
pub use claim::{Catalogue, Claims, ConceptClaim, FigureClaim, LedgerClaim, Locus, MemberClaim};
pub use coinage::{Coinage, quotations};
pub use data::{ColumnKind, DataColumn, DataFile, DataKind};
pub use day::Day;
pub use decimal::Decimal;
pub use document::{Document, Footnote, FrontMatter, Reference, ReferenceKind};
pub use free::Free;
pub use glossary::{
    AvoidedForm, Concept, ConceptId, Glossary, Letter, LinkPolicy, LinkedTerm, Member, Members,
    Occurrence, Reading, TermKind, TermMention, TermRole, Wording,
};
pub use han::{is_full_width_form, is_han, is_wide};
pub use indicator::{
    Better, Fate, FigureWords, Indicator, IndicatorId, LedgerEntry, LedgerReason, Measure,
    Observation, ObservationId, Statistics, Subject,
};
pub use lang::{LangId, LangMap, Language, Languages, Script};
pub use lock::{Fingerprint, Lock, LockedAlias, LockedLine, LockedPage, UnconfirmedKind};
pub use numerals::{
    ComparisonRules, Numerals, OriginalRules, RankScope, ScaleNames, TranslationRules,
};
pub use path::SitePath;
pub use place::Place;
pub use quantity::{Comparator, Direction, Mention, Quantity, QuantityKind};
pub use report::{
    Errata, Erratum, FigureStatus, ReceivedText, ReportMeta, SourceMeta, VersionStatus,
};
pub use route::{Matter, Route, RouteKind, RoutePaths, Routes};
pub use search::SearchFiles;
pub use site::{
    Alias, Asset, Form, FormId, Page, PageId, PageRole, Pair, Report, ReportId, Side, Site, Target,
};
pub use text::{Mark, MarkKind, Text, TextId};
pub use theme::{OutputFile, Template, ThemeFiles};
pub use unit::{Unit, UnitClass};
pub use waiver::Waiver;
