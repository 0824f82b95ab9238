//! What a text says by itself: its numerals, its terms, its sentences.

mod document;
mod numerals;
mod sentence;
mod term;
mod vocabulary;

pub use numerals::{NUMERALS, numerals_of};
pub use term::Lexicon;

pub(crate) use document::annotate_document;
pub(crate) use term::Lexicons;
