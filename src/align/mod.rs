//! What answers what in a page and its translations: block for block.

mod blocks;

pub(crate) use blocks::align_page;
