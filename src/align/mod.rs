//! What answers what in a page and its translations: block for block.

mod blocks;

pub use blocks::{Aligned, page};
