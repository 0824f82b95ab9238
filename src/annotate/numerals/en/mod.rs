//! The numerals of English: RMB 387 billion, ranked second, March 31, twenty-five.

mod context;
mod date;
mod grammar;
mod non_numeral;
mod number;
mod order;
mod unit;
mod words;

pub(super) use grammar::english_drafts;
