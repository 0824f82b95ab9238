//! What is known of a report as a publication.

use super::{Day, LangMap};
use crate::source::{Placed, Span};

/// What the cover of a report says, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReportMeta {
    /// What kind of document it is.
    pub(crate) kind: DocumentKind,
    /// Who issued it: 金华市人民政府; empty where nobody says.
    pub(crate) issuer: String,
    /// What it was delivered to: 金华市第七届人民代表大会第三次会议; empty where it was not delivered.
    pub(crate) meeting: String,
    /// Where the issuer has its seat: 金华; empty where nobody says.
    pub(crate) place: String,
    /// The name of the one who delivered it; empty where it was not delivered by anybody.
    pub(crate) speaker: String,
    /// The speaker's office: 金华市市长; empty where nobody says.
    pub(crate) office: String,
    /// Its dated events in the order of [`EventKind::ALL`], at least one.
    pub(crate) events: Vec<DatedEvent>,
    /// The line under the title that says when and where, as the report has it.
    pub(crate) occasion: Option<String>,
    /// The title in Latin letters, for citations in other scripts: `Zhengfu gongzuo baogao`.
    pub(crate) romanised: Option<String>,
    /// What this version is worth.
    pub(crate) status: VersionStatus,
    /// What this version is worth, in the publisher's own words, in each language; they stand in place of
    /// those of the theme.
    pub(crate) standing: LangMap,
    /// A sentence by the editors on this version, in each language.
    pub(crate) note: LangMap,
    /// Where the text came from; on the original only.
    pub(crate) source: Option<SourceMeta>,
}

impl ReportMeta {
    /// The day by which the document is cited and put in order: its first event.
    pub(crate) fn day(&self) -> Day {
        self.events.first().map_or(Day { year: 1, month: 1, day: 1 }, |event| event.day)
    }

    /// The day of an event, where there was one.
    pub(crate) fn day_of(&self, kind: EventKind) -> Option<Day> {
        self.events.iter().find(|event| event.kind == kind).map(|event| event.day)
    }
}

/// A day in the life of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DatedEvent {
    /// What happened.
    pub(crate) kind: EventKind,
    /// When.
    pub(crate) day: Day,
}

/// What happened to a document on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum EventKind {
    /// It was delivered as a speech.
    Delivered,
    /// It bears this date.
    Dated,
    /// It was adopted.
    Adopted,
    /// It was promulgated.
    Promulgated,
    /// It came, or comes, into force.
    InForce,
    /// It says what holds on this day.
    AsAt,
}

impl EventKind {
    /// Every kind, with its key; the first that a document has is the day by which it is cited.
    pub(crate) const ALL: [(&'static str, Self); 6] = [
        ("delivered", Self::Delivered),
        ("date", Self::Dated),
        ("adopted", Self::Adopted),
        ("promulgated", Self::Promulgated),
        ("in-force", Self::InForce),
        ("as-at", Self::AsAt),
    ];

    /// The key used in front matter.
    pub(crate) fn key(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("date", |(key, _)| key)
    }

    /// Whether a bare day says it: a speech and a dated text need no word for it.
    pub(crate) fn is_plain(self) -> bool {
        matches!(self, Self::Delivered | Self::Dated)
    }
}

/// What kind of document is published as a report.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum DocumentKind {
    /// A report on work: of a government, a court, a company.
    #[default]
    WorkReport,
    /// A plan or programme.
    Plan,
    /// A budget or its execution.
    Budget,
    /// A bulletin or communiqué.
    Bulletin,
    /// A white paper.
    WhitePaper,
    /// A law or regulation, as it reads on one day.
    Law,
    /// A treaty or declaration of several parties.
    Treaty,
    /// Something else.
    Other,
}

impl DocumentKind {
    /// Every kind, with its key.
    pub(crate) const ALL: [(&'static str, Self); 8] = [
        ("work-report", Self::WorkReport),
        ("plan", Self::Plan),
        ("budget", Self::Budget),
        ("bulletin", Self::Bulletin),
        ("white-paper", Self::WhitePaper),
        ("law", Self::Law),
        ("treaty", Self::Treaty),
        ("other", Self::Other),
    ];

    /// The key used in front matter and in themes.
    pub(crate) fn key(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("other", |(key, _)| key)
    }
}

/// What a language version is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum VersionStatus {
    /// The text as it was delivered or adopted.
    Original,
    /// A text that is as good as those in the other languages.
    Authentic,
    /// A translation by the issuer.
    Official,
    /// A translation that was reviewed by somebody named in its note.
    Reviewed,
    /// A translation without any authority.
    Unofficial,
    /// Work in progress.
    Draft,
}

impl VersionStatus {
    /// Every status, with its key.
    pub(crate) const ALL: [(&'static str, Self); 6] = [
        ("original", Self::Original),
        ("authentic", Self::Authentic),
        ("official", Self::Official),
        ("reviewed", Self::Reviewed),
        ("unofficial", Self::Unofficial),
        ("draft", Self::Draft),
    ];

    /// The key used in front matter and in themes.
    pub(crate) fn key(self) -> &'static str {
        Self::ALL.iter().find(|(_, status)| *status == self).map_or("draft", |(key, _)| key)
    }
}

/// What the figures of a part are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FigureStatus {
    /// Reached.
    Actual,
    /// Aimed at.
    Target,
    /// Neither: a rule that holds.
    Standing,
}

impl FigureStatus {
    /// Every status, with its key.
    pub(crate) const ALL: [(&'static str, Self); 3] =
        [("actual", Self::Actual), ("target", Self::Target), ("standing", Self::Standing)];

    /// The key used in front matter, in data files and in themes.
    pub(crate) fn key(self) -> &'static str {
        Self::ALL.iter().find(|(_, status)| *status == self).map_or("actual", |(key, _)| key)
    }
}

/// Where the original text came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SourceMeta {
    /// What the source is, in each language.
    pub(crate) name: LangMap,
    /// The file as received, beside the cover; where the site carries it.
    pub(crate) file: Option<String>,
    /// SHA-256 of the file as received, 64 hexadecimal digits.
    pub(crate) sha256: String,
    /// Where the front matter says so.
    pub(crate) span: Span,
}

/// `errata.yaml` of one report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Errata {
    /// Its entries, in the order of the file.
    pub(crate) entries: Vec<Erratum>,
    /// Whether something in the file could not be read, so that a departure from the text as
    /// received may well be explained.
    pub(crate) has_faults: bool,
}

/// One departure from the text as received, or a doubt about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Erratum {
    /// The text as received, with enough around it to be found.
    pub(crate) was: String,
    /// The text here; nothing if it was kept as received.
    pub(crate) is: Option<String>,
    /// What it perhaps should be, where it was kept.
    pub(crate) perhaps: Option<String>,
    /// Why.
    pub(crate) why: LangMap,
    /// The address of the block: `s1.5-p7`; nothing for repairs made all through the text.
    pub(crate) at: Option<Placed<String>>,
    /// How often it occurs.
    pub(crate) times: usize,
    /// Where `errata.yaml` says so.
    pub(crate) span: Span,
}
