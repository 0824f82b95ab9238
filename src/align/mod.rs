//! What answers what in a page and its translations: block for block, sentence for sentence, and figure
//! for figure.

pub(crate) mod figures;
mod footnotes;
mod path;
mod rows;
mod sentences;
mod untranslated;

pub(crate) use rows::{BlockRow, RowsFrom, align_page, proposed_rows, row_mark};
pub(crate) use sentences::align_sentences;
pub(crate) use untranslated::untranslated;
