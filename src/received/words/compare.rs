//! What differs between the words of two texts.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::piece::{Piece, sentence_pieces};
use super::{BREAK, MENTION, WordStream};

/// WordStream that differ: bytes of both texts. One of the two may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Departure {
    /// In the text as received.
    pub(crate) received: Range<usize>,
    /// In the text here.
    pub(crate) here: Range<usize>,
}

/// What differs between two texts.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Departures {
    /// WordStream that differ, in order.
    pub(crate) words: Vec<Departure>,
    /// How many blocks end, in one of the two alone, where a sentence ends.
    pub(crate) splits: usize,
}

/// Sets the words of two texts against each other, sentence by sentence.
pub(crate) fn departures<A: Copy, B: Copy>(
    received: &WordStream<A>,
    here: &WordStream<B>,
) -> Departures {
    let (old, new) = (sentence_pieces(received), sentence_pieces(here));
    let texts =
        |pieces: &[Piece]| pieces.iter().map(|piece| piece.text.to_owned()).collect::<Vec<_>>();
    let mut found = Departures::default();
    for op in capture_diff_slices(Algorithm::Patience, &texts(&old), &texts(&new)) {
        let (a, b) = (op.old_range(), op.new_range());
        if matches!(op, DiffOp::Equal { .. }) {
            let pairs = old[a].iter().zip(&new[b]);
            found.splits += pairs.filter(|(old, new)| old.ends_block != new.ends_block).count();
        } else if a.len() == b.len() {
            for (a, b) in a.zip(b) {
                found.words.push(departure(
                    received,
                    here,
                    span_of_pieces(&old, a..a + 1),
                    span_of_pieces(&new, b..b + 1),
                ));
            }
        } else {
            found.words.push(departure(
                received,
                here,
                span_of_pieces(&old, a),
                span_of_pieces(&new, b),
            ));
        }
    }
    found
}

/// The bytes from the first to the last of some pieces; of none, the place where they would stand.
fn span_of_pieces(pieces: &[Piece], range: Range<usize>) -> Range<usize> {
    let end = |piece: &Piece| piece.start + piece.text.len();
    match (pieces.get(range.start), range.end.checked_sub(1).and_then(|last| pieces.get(last))) {
        (Some(first), Some(last)) if range.start < range.end => first.start..end(last),
        (Some(next), _) => next.start..next.start,
        (None, _) => pieces.last().map_or(0..0, |last| end(last)..end(last)),
    }
}

/// A departure without what both sides begin and end with alike.
fn departure<A: Copy, B: Copy>(
    received: &WordStream<A>,
    here: &WordStream<B>,
    old: Range<usize>,
    new: Range<usize>,
) -> Departure {
    let (a, b) = (&received.text[old.clone()], &here.text[new.clone()]);
    let same = |pairs: &mut dyn Iterator<Item = (char, char)>| {
        pairs.take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum::<usize>()
    };
    let before = same(&mut a.chars().zip(b.chars()));
    let (a, b) = (&a[before..], &b[before..]);
    let after = same(&mut a.chars().rev().zip(b.chars().rev()));
    Departure {
        received: old.start + before..old.end - after,
        here: new.start + before..new.end - after,
    }
}

impl<P: Copy> WordStream<P> {
    /// The words of some bytes.
    pub(crate) fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    /// The bytes of some words with at most `around` more characters at each side, of their blocks or also
    /// across the ends of blocks; not beyond the mention of a note.
    pub(super) fn widened(
        &self,
        range: &Range<usize>,
        around: usize,
        is_across: bool,
    ) -> Range<usize> {
        let is_word = |c: char| (is_across || c != BREAK) && !MENTION.contains(&c);
        let before = self.text[..range.start].char_indices().rev();
        let start = before.take(around).take_while(|(_, c)| is_word(*c)).last();
        let after = self.text[range.end..].char_indices();
        let end = after.take(around).take_while(|(_, c)| is_word(*c)).last();
        let end = end.map_or(range.end, |(at, c)| range.end + at + c.len_utf8());
        start.map_or(range.start, |(at, _)| at)..end
    }
}

/// What differs between two texts, character by character inside the sentences that differ.
pub(super) fn changes<A: Copy, B: Copy>(
    received: &WordStream<A>,
    here: &WordStream<B>,
) -> Vec<Departure> {
    let mut found = Vec::new();
    for one in departures(received, here).words {
        let (old, new) = (received.slice(one.received.clone()), here.slice(one.here.clone()));
        let place = |text: &str, start: usize| {
            let ends = text.char_indices().map(|(at, _)| start + at);
            ends.chain([start + text.len()]).collect::<Vec<_>>()
        };
        let (a, b) = (place(old, one.received.start), place(new, one.here.start));
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        for op in capture_diff_slices(Algorithm::Myers, &chars(old), &chars(new)) {
            if matches!(op, DiffOp::Equal { .. }) {
                continue;
            }
            let (from, to) = (op.old_range(), op.new_range());
            // Characters that changed one for one are changes of their own.
            let is_each = from.len() == to.len() && from.len() > 1;
            let each = if is_each { from.len() } else { 1 };
            for step in 0..each {
                let part = |range: &Range<usize>| {
                    if is_each { range.start + step..range.start + step + 1 } else { range.clone() }
                };
                let (from, to) = (part(&from), part(&to));
                found.push(Departure {
                    received: a[from.start]..a[from.end],
                    here: b[to.start]..b[to.end],
                });
            }
        }
    }
    found
}
