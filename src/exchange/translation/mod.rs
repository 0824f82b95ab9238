//! A translation on its way to a translator and back.
//!
//! 1. `unit` says which places of a page travel, under which id, and what their Markdown is; `front` those
//!    of the front matter, whose words are no Markdown;
//! 2. `out` writes them as XLIFF, each with its state and the terms that stand in it;
//! 3. `list` reads such a file when it comes back;
//! 4. `back` finds the place of each unit and what is to be changed. The text that changes (`base`) is that
//!    of the translation, or of the original where a page has none yet; `alike` holds what is no words to what it was;
//! 5. `change` makes one text of all changes of a page; blocks that are new come to stand where `insert` says;
//! 6. `trial` reads that text, and `same` compares it with the page: every block must stay what and where it
//!    is, and a new one must be what its original is;
//! 7. `edit` puts new words into the bytes of a file, `report` tells what became of each unit.
//!
//! What travels is Markdown, so that emphasis, links and notes survive.

mod alike;
mod back;
mod base;
mod change;
mod edit;
mod front;
mod insert;
mod list;
mod out;
mod report;
mod same;
mod trial;
mod unit;

pub use back::{BroughtChanges, PresentSite, bring_back};

pub(crate) use out::xliff;
