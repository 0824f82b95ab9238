//! What a text says by itself: its numerals, its terms, its sentences; and what a table says of the
//! numbers in it.

mod document;
mod numerals;
mod sentence;
mod table;
mod term;
mod vocabulary;

pub use numerals::{NUMERALS, numerals_of};
pub use term::Lexicon;

pub(crate) use document::annotate_document;
pub(crate) use term::Lexicons;
