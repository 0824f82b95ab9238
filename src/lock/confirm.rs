//! The lock that is to be written.

use std::collections::BTreeMap;

use super::line_id;
use super::said::fingerprints_of;
use crate::model::{Lock, LockedLine, LockedPage, Page, PageId, Site};

/// What is confirmed.
#[derive(Debug)]
pub struct NewLock {
    /// The lock with it.
    pub lock: Lock,
    /// What is not as it was, in the order of the site.
    pub(crate) changes: Vec<Change>,
    /// How many places were looked at: titles, pairs and footnotes.
    pub(crate) places: usize,
    /// On how many pages.
    pub(crate) pages: usize,
}

/// A line of the lock that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Change {
    /// The page.
    pub(crate) page: PageId,
    /// The name of the line.
    pub(crate) id: String,
    /// How it changed.
    pub(crate) kind: ChangeKind,
}

/// How a line of the lock changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ChangeKind {
    /// The whole page is new; not listed line by line.
    Page,
    /// It is new.
    New,
    /// It is no longer there.
    Gone,
    /// The original changed, the translations did not.
    Original,
    /// A translation changed, the original did not.
    Translation,
    /// Both changed.
    Both,
}

/// Takes the wanted pages of reports as they are into the lock.
pub fn confirm(site: &Site, is_wanted: &dyn Fn(&Page) -> bool) -> NewLock {
    let mut lock = site.lock.clone().unwrap_or_default();
    let mut changes = Vec::new();
    let (mut places, mut pages) = (0, 0);
    for page in site.pages.iter().filter(|page| page.report.is_some() && is_wanted(page)) {
        let lines = locked_lines(page);
        (places, pages) = (places + lines.len(), pages + 1);
        let change = |id: &str, kind| Change { page: page.id, id: id.to_owned(), kind };
        match lock.pages.get(&page.key) {
            None => changes.push(change("", ChangeKind::Page)),
            Some(old) => {
                let mut was: BTreeMap<&str, &LockedLine> =
                    old.lines.iter().map(|line| (&*line.id, line)).collect();
                for line in &lines {
                    let kind = change_kind(was.remove(&*line.id), line);
                    changes.extend(kind.map(|kind| change(&line.id, kind)));
                }
                let gone = old.lines.iter().filter(|line| was.contains_key(&*line.id));
                changes.extend(gone.map(|line| change(&line.id, ChangeKind::Gone)));
            }
        }
        lock.pages.insert(page.key.clone(), LockedPage { span: None, lines });
    }
    NewLock { lock, changes, places, pages }
}

fn locked_lines(page: &Page) -> Vec<LockedLine> {
    let line = |place| {
        Some(LockedLine {
            id: line_id(page, place)?,
            said: fingerprints_of(page, place),
            span: None,
        })
    };
    page.places().filter_map(line).collect()
}

/// How a line differs from the one it was; nothing if it does not.
fn change_kind(was: Option<&LockedLine>, is: &LockedLine) -> Option<ChangeKind> {
    let Some(was) = was else { return Some(ChangeKind::New) };
    let has_same_original = was.said.first() == is.said.first();
    let has_same_translations = was.said.get(1..) == is.said.get(1..);
    match (has_same_original, has_same_translations) {
        (true, true) => None,
        (false, true) => Some(ChangeKind::Original),
        (true, false) => Some(ChangeKind::Translation),
        (false, false) => Some(ChangeKind::Both),
    }
}
