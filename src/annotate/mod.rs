//! What a text says by itself: its numerals, its terms, its sentences.

mod document;
mod numerals;
mod term;

pub use document::document;
pub use numerals::quantities;
pub use term::{Lexicon, Lexicons};
