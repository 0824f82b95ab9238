//! Which numeral of a translation says which one of its original: used by the comparison, by the
//! index of figures and by the marks in the text, so that all of them say the same.
//!
//! Sentence before block, kind before value, value before order: a number is looked for in the sentence
//! that answers its own; a rank belongs to a rank, a count to a count, and of several of one value the
//! one that stands in the order of its neighbours.

pub(crate) mod amount;
mod assign;
mod assignment;
pub(crate) mod equal;
pub(crate) mod index;
mod linked;
mod order;

use std::ops::Range;

pub(crate) use assign::{assign_in_sentences, assign_numerals};
pub(crate) use assignment::Assignment;
pub use linked::LinkedSentences;

use crate::model::{Mention, Quantity, TermMention};

/// A text to be compared, with what was found in it.
#[derive(Debug, Clone, Copy)]
pub struct Passage<'a> {
    /// The characters.
    pub plain: &'a str,
    /// Its numerals, in order.
    pub quantities: &'a [Mention<Quantity>],
    /// Its terms: by start, longer ones first.
    pub terms: &'a [TermMention],
}

/// A place in one of the passages of a side.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Spot {
    /// Which passage.
    pub(crate) passage: usize,
    /// The bytes of its plain text.
    pub(crate) range: Range<usize>,
}

impl Spot {
    /// The words at the place.
    pub fn spot_words<'a>(&self, side: &[Passage<'a>]) -> &'a str {
        side.get(self.passage).and_then(|p| p.plain.get(self.range.clone())).unwrap_or_default()
    }
}

/// A numeral to be assigned.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    /// Where it stands.
    pub(crate) spot: Spot,
    /// What it says.
    pub(crate) quantity: Quantity,
    /// Shanghai and 10 other cities: one was named before, so there are eleven.
    pub(crate) is_of_others: bool,
}
