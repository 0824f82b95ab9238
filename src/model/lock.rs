//! What the original and its translations said when they were last confirmed to agree.

use std::collections::BTreeMap;

use crate::source::Span;

/// The text of `translation.lock`, understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lock {
    /// Its pages, by key.
    pub(crate) pages: BTreeMap<String, LockedPage>,
    /// Addresses that were given up, in the order of the file.
    pub(crate) aliases: Vec<LockedAlias>,
}

/// A page of the lock.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct LockedPage {
    /// Where the file names it; nothing if it was not read from a file.
    pub(crate) span: Option<Span>,
    /// Its lines, in the order of the text.
    pub(crate) lines: Vec<LockedLine>,
}

/// A place of a page as it was confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LockedLine {
    /// The id of a pair, `s1.2-p3`; `title`; or `^label` for a footnote.
    pub(crate) id: String,
    /// What each language of the site said; nothing where it had no counterpart.
    pub(crate) said: Vec<Option<Fingerprint>>,
    /// Where the file has it; nothing if it was not read from a file.
    pub(crate) span: Option<Span>,
}

/// A promise that an address which was given up goes on leading somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LockedAlias {
    /// The page, by key.
    pub(crate) page: String,
    /// The id that was given up.
    pub(crate) from: String,
    /// The id it leads to now, on the same page.
    pub(crate) to: String,
    /// Where the file says so.
    pub(crate) span: Span,
}

/// What a text says, in a few digits: equal for equal texts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Fingerprint(pub(crate) String);

/// How a translation differs from what was confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum UnconfirmedKind {
    /// It was never confirmed.
    New,
    /// The original changed and the translation did not.
    Stale,
    /// The translation changed and the original did not.
    Translation,
    /// Both changed.
    Both,
}
