//! What a unit changes.

use std::collections::BTreeMap;

use super::base::Base;
use super::edit::Edit;
use super::front::{self, FrontChange, FrontPlace};
use super::insert::{self, NewBlock};
use super::same::{Meant, Resize};
use super::unit::{self, UnitPlace};
use crate::model::{FrontMatter, LangId, Place};
use crate::source::Sources;

/// A change of a place.
#[derive(Clone)]
pub(super) struct Change {
    pub(super) place: UnitPlace,
    pub(super) kind: ChangeKind,
    /// Whether nothing was translated there before.
    pub(super) is_new: bool,
    /// Whether it says what the original says: a number, a name.
    pub(super) is_same: bool,
}

/// How a place changes.
#[derive(Clone)]
pub(super) enum ChangeKind {
    /// Other words stand there.
    Words {
        edit: Edit,
        /// Where the row comes back in another number of blocks.
        resize: Option<Resize>,
    },
    /// Blocks come to stand there.
    Blocks {
        /// The pair.
        pair: usize,
        blocks: Vec<String>,
        /// Where they come, for the order of changes.
        at: usize,
    },
    /// A footnote comes to stand there.
    Note { markdown: String },
    /// Other words stand in the front matter.
    Front { place: FrontPlace, words: String },
}

impl Change {
    /// Where it stands in the file, for the order of changes.
    pub(super) fn order(&self) -> usize {
        match &self.kind {
            ChangeKind::Words { edit, .. } => edit.range.start,
            ChangeKind::Blocks { at, .. } => *at,
            ChangeKind::Note { .. } => usize::MAX,
            ChangeKind::Front { .. } => 0,
        }
    }
}

/// Changes of a page with the numbers of their units.
pub(super) type NumberedChanges = Vec<(usize, Change)>;

/// All that changes make of a page.
pub(super) struct ComposedPage {
    pub(super) meant: Meant,
    /// New blocks, with the number of their entry in `meant.resizes`.
    pub(super) new_blocks: Vec<(usize, Vec<NewBlock>)>,
    /// What the front matter comes to say.
    pub(super) front: FrontMatter,
}

/// What changes make of a page; or why they cannot.
pub(super) fn composed(
    base: &Base,
    sources: &Sources,
    changes: &[(usize, Change)],
) -> Result<ComposedPage, String> {
    let mut given: BTreeMap<usize, &[String]> = BTreeMap::new();
    let mut fronts: Vec<FrontChange> = Vec::new();
    let (mut edits, mut notes): (Vec<Edit>, Vec<Edit>) = (Vec::new(), Vec::new());
    let mut resizes: Vec<(Resize, Vec<NewBlock>)> = Vec::new();
    for (_, change) in changes {
        match &change.kind {
            ChangeKind::Words { edit, resize } => {
                edits.push(edit.clone());
                resizes.extend(resize.map(|resize| (resize, Vec::new())));
            }
            ChangeKind::Blocks { pair, blocks, .. } => drop(given.insert(*pair, blocks)),
            ChangeKind::Note { markdown } => {
                notes.push(new_note(&base.file.text, markdown, notes.is_empty()));
            }
            ChangeKind::Front { place, words } => fronts.push((*place, words)),
        }
    }
    for new in insert::new_blocks(base, sources, &given) {
        let count = new.blocks.iter().map(|block| block.count).sum();
        edits.push(new.edit);
        resizes.push((Resize { first: new.first, old: 0, new: count }, new.blocks));
    }
    let front = base.front_with(&fronts);
    if base.is_new {
        edits
            .push(Edit { range: 0..base.document.body_start, markdown: front::front_text(&front) });
    } else {
        for change in fronts {
            edits.push(front::edit_of(base.file, change)?);
        }
    }
    edits.sort_by_key(|edit| edit.range.start);
    resizes.sort_by_key(|(resize, _)| (resize.first, resize.old));
    for markdown in notes_along(base, sources, changes, &edits) {
        notes.push(new_note(&base.file.text, &markdown, notes.is_empty()));
    }
    let new_notes = notes.len();
    edits.extend(notes);
    let (resizes, blocks): (Vec<Resize>, Vec<Vec<NewBlock>>) = resizes.into_iter().unzip();
    let new_blocks = blocks.into_iter().enumerate().filter(|(_, blocks)| !blocks.is_empty());
    let new_blocks = new_blocks.collect();
    Ok(ComposedPage { meant: Meant { edits, resizes, new_notes }, new_blocks, front })
}

/// The notes that the translation has not yet, that new words mention, and that are not translated: they come
/// along in the words of the original.
fn notes_along(
    base: &Base,
    sources: &Sources,
    changes: &[(usize, Change)],
    edits: &[Edit],
) -> Vec<String> {
    let page = base.page;
    let is_given =
        |place: Place| changes.iter().any(|(_, change)| body_place(change) == Some(place));
    let rows = page.footnotes.iter().enumerate().filter(|(number, row)| {
        row.notes[base.lang.index()].is_none() && !is_given(Place::Footnote(*number))
    });
    let document = &page.original().document;
    let along = rows.filter_map(|(number, row)| {
        let mark = format!("[^{}]", document.footnotes.get(row.notes[0]?)?.label);
        let is_mentioned = edits.iter().any(|edit| edit.markdown.contains(&mark));
        let pieces =
            unit::translated_pieces(page, sources, Place::Footnote(number), LangId::ORIGINAL);
        is_mentioned.then(|| unit::joined_markdown(&pieces))
    });
    along.collect()
}

/// A note at the end of a file.
fn new_note(text: &str, markdown: &str, is_first: bool) -> Edit {
    let before = if is_first && !text.ends_with('\n') { "\n\n" } else { "\n" };
    Edit { range: text.len()..text.len(), markdown: format!("{before}{markdown}\n") }
}

/// The pair or note that a change is about.
pub(super) fn body_place(change: &Change) -> Option<Place> {
    match change.place {
        UnitPlace::Body(place) => Some(place),
        UnitPlace::Front(_) => None,
    }
}
