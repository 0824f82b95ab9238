//! What answers what in a page and its translations: block for block, and figure for figure.

mod blocks;
pub(crate) mod figures;

pub(crate) use blocks::align_page;
