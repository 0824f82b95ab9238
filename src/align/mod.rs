//! What answers what in a page and its translations: block for block, sentence for sentence, and figure
//! for figure.

mod blocks;
pub(crate) mod figures;
mod sentences;
mod untranslated;

pub(crate) use blocks::align_page;
pub(crate) use sentences::align_sentences;
pub(crate) use untranslated::untranslated;
