//! What a text says by itself: its numerals, its terms, its sentences.

mod document;
mod numerals;
mod term;

pub use document::annotate_document;
pub use numerals::{NUMERALS, numerals_of};
pub use term::{Lexicon, Lexicons};
