//! `translation.lock`: what the original and its translations said when they were last confirmed
//! to agree, and the addresses their paragraphs had.
//!
//! 1. `said` makes a fingerprint of what a place of a page says in one language;
//! 2. `file` reads and writes the file;
//! 3. `recognise` finds the blocks of a section again after it was edited;
//! 4. `frozen` sets a page against its part of the lock: which addresses it keeps, and which
//!    translations are not as they were confirmed;
//! 5. `confirm` makes the lock that is to be written; `confirmed` tells which blocks it holds to answer each
//!    other.

mod confirm;
mod confirmed;
mod file;
mod frozen;
mod instead;
mod number;
mod recognise;
mod said;

pub use confirm::confirm;
pub use file::lock_text;

pub(crate) use confirm::{Change, ChangeKind, NewLock};
pub(crate) use confirmed::confirmed_blocks;
pub(crate) use file::{FILE_NAME, read_lock};
pub(crate) use frozen::{freeze, vanished_pages};

use crate::model::{Page, Place};

/// The name of the title's line.
const TITLE: &str = "title";

/// What the line of a place is called: the id of a pair, `title`, or `^label` for a footnote;
/// nothing for what has no line.
fn line_id(page: &Page, place: Place) -> Option<String> {
    match place {
        Place::Title => Some(TITLE.to_owned()),
        Place::Pair(pair) => Some(page.pairs[pair].address?.id(&page.number)),
        Place::Footnote(note) => {
            let document = &page.original().document;
            Some(format!("^{}", document.footnotes.get(note)?.label))
        }
    }
}
