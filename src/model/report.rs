//! What is known of a report as a publication.

use super::{Day, LangMap};
use crate::source::{Placed, Span};

/// What the cover of a report says, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReportMeta {
    /// Who issued it: 金华市人民政府.
    pub(crate) issuer: String,
    /// What it was delivered to: 金华市第七届人民代表大会第三次会议; empty where it was not delivered.
    pub(crate) meeting: String,
    /// Where the issuer has its seat: 金华; empty where nobody says.
    pub(crate) place: String,
    /// The name of the one who delivered it; empty where it was not delivered by anybody.
    pub(crate) speaker: String,
    /// The speaker's office: 金华市市长; empty where nobody says.
    pub(crate) office: String,
    /// The day of delivery.
    pub(crate) delivered: Day,
    /// The line under the title that says when and where, as the report has it.
    pub(crate) occasion: Option<String>,
    /// The title in Latin letters, for citations in other scripts: `Zhengfu gongzuo baogao`.
    pub(crate) romanised: Option<String>,
    /// What this version is worth.
    pub(crate) status: VersionStatus,
    /// A sentence by the editors on this version, in each language.
    pub(crate) note: LangMap,
    /// Where the text came from; on the original only.
    pub(crate) source: Option<SourceMeta>,
}

/// What a language version is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum VersionStatus {
    /// The text as it was delivered; it prevails.
    Original,
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
    pub(crate) const ALL: [(&'static str, Self); 5] = [
        ("original", Self::Original),
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
