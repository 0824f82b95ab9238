//! A page: its text as a person reads it, without what stands around it.
//!
//! `tree` makes elements of tags, `weight` says how much of them is text, `content` finds the element that
//! holds the text, `reader` and `table` make blocks of it, with what the `typeface` tells.

mod content;
mod reader;
mod table;
mod tree;
mod typeface;
mod weight;

use crate::model::ReceivedContent;

/// Reads a page.
pub(super) fn read_html(text: &str) -> ReceivedContent {
    let root = tree::tree_of(text);
    let chosen = content::content_of(&root);
    reader::read_content(&root, &chosen)
}

#[cfg(test)]
mod tests;
