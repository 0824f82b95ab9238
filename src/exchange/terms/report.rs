//! What became of each term of a list, in words.

use std::collections::BTreeMap;
use std::fmt;

use super::entry::Entry;
pub(super) use crate::exchange::formats::in_quotes;
use crate::exchange::formats::printable;
use crate::source::SourceFile;

/// The most kinds of things not understood that are named.
const MOST_UNREAD: usize = 12;

/// What is told of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Remark {
    /// It has something that it lacked.
    Added(String),
    /// The list's words stand where other words stood.
    Replaced(String),
    /// Both say something else; the site's is kept.
    Conflict(String),
    /// Something of the list cannot stand in it.
    NotTaken(String),
}

/// What became of each term of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermReport {
    /// Lines, one for each thing told.
    lines: Vec<String>,
    /// Entries that are new.
    pub(crate) new: usize,
    /// Entries that say more, or something else, than before.
    pub(crate) changed: usize,
    /// Entries that contradict the list and were kept.
    pub(crate) in_conflict: usize,
    /// Entries that said everything already.
    pub(crate) unchanged: usize,
    /// Terms of the list that could not be taken.
    pub(crate) left_out: usize,
    unread: BTreeMap<String, usize>,
    /// The path of the list, and where its lines begin.
    list: String,
    line_starts: Vec<usize>,
}

impl TermReport {
    pub(super) fn new(list: &SourceFile, unread: BTreeMap<String, usize>) -> Self {
        Self {
            lines: Vec::new(),
            new: 0,
            changed: 0,
            in_conflict: 0,
            unchanged: 0,
            left_out: 0,
            unread,
            list: list.path.to_string(),
            line_starts: list.text.match_indices('\n').map(|(at, _)| at + 1).collect(),
        }
    }

    /// A place in the list, as people write it.
    pub(super) fn place_in_list(&self, at: usize) -> String {
        let line = self.line_starts.partition_point(|start| *start <= at) + 1;
        format!("{}:{line}", self.list)
    }

    pub(super) fn left_out(&mut self, at: usize, why: &str) {
        self.left_out += 1;
        self.lines.push(format!("left out: {}: {why}", self.place_in_list(at)));
    }

    pub(super) fn report_entry(&mut self, entry: &Entry) {
        if !entry.is_listed {
            return;
        }
        let id = entry.id();
        if entry.is_new {
            self.new += 1;
            let wordings = &entry.claim.concept.wordings;
            let names: Vec<&str> = wordings
                .iter()
                .map(|one| &*one.preferred)
                .filter(|name| !name.is_empty())
                .collect();
            self.lines.push(format!("new: {id} ({})", names.join(", ")));
        }
        let mut is_changed = false;
        let mut is_in_conflict = false;
        for remark in &entry.remarks {
            let line = match remark {
                Remark::Added(_) if entry.is_new => continue,
                Remark::Added(what) => {
                    is_changed = true;
                    format!("changed: {id}: added {what}")
                }
                Remark::Replaced(what) => {
                    is_changed = true;
                    format!("changed: {id}: {what}")
                }
                Remark::Conflict(what) => {
                    is_in_conflict = true;
                    format!("conflict: {id}: {what}")
                }
                Remark::NotTaken(what) => format!("not taken: {id}: {what}"),
            };
            self.lines.push(line);
        }
        self.changed += usize::from(is_changed && !entry.is_new);
        self.in_conflict += usize::from(is_in_conflict);
        self.unchanged += usize::from(!is_changed && !is_in_conflict && !entry.is_new);
    }

    /// Whether there is something a person must decide.
    pub(crate) fn is_open(&self) -> bool {
        self.in_conflict > 0 || self.left_out > 0
    }
}

impl fmt::Display for TermReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.lines {
            writeln!(f, "{}", printable(line))?;
        }
        for (what, count) in self.unread.iter().take(MOST_UNREAD) {
            writeln!(f, "not understood: {}{}", printable(what), times(*count))?;
        }
        if let Some(more) = self.unread.len().checked_sub(MOST_UNREAD).filter(|more| *more > 0) {
            writeln!(f, "not understood: {more} more")?;
        }
        let Self { new, changed, in_conflict, unchanged, left_out, .. } = self;
        write!(
            f,
            "{new} new, {changed} changed, {in_conflict} in conflict, {unchanged} unchanged"
        )?;
        if *left_out > 0 {
            write!(f, ", {left_out} left out")?;
        }
        writeln!(f)
    }
}

fn times(count: usize) -> String {
    if count > 1 { format!(" ({count} times)") } else { String::new() }
}
