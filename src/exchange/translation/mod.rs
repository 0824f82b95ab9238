//! A translation on its way to a translator and back.
//!
//! 1. `unit` says which places of a page travel, under which id, and what their Markdown is;
//! 2. `out` writes them as XLIFF, each with its state and the terms that stand in it;
//! 3. `list` reads such a file when it comes back;
//! 4. `back` finds the place of each unit and what is to be changed;
//! 5. `same` compares a page with what it would become: every block must stay what and where it is;
//! 6. `edit` puts new words into the bytes of a file, `report` tells what became of each unit.
//!
//! What travels is Markdown, so that emphasis, links and notes survive.

mod back;
mod edit;
mod list;
mod out;
mod report;
mod same;
mod unit;

pub use back::{BroughtChanges, PresentSite, bring_back};

pub(crate) use out::xliff;
