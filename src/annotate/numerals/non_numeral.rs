//! Words and names that hold numerals and are no numbers.

use std::ops::Range;

use aho_corasick::{AhoCorasick, Anchored, Input, MatchKind, StartKind};

use super::zh::number::is_numeral;
use super::{arabic, char_at, char_before};
use crate::model::effort::spend;
use crate::model::{Decimal, Denominator};

/// What such a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NonNumeral {
    /// A plain word: nothing is found.
    Word,
    /// A name, with the number it is known by.
    Name(Option<Decimal>),
    /// A word that says of what the numbers after it are: 亩均, 万人发明专利.
    Of(Denominator),
}

/// A place of the text that the grammar leaves alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Claim {
    pub(super) range: Range<usize>,
    pub(super) entry: NonNumeral,
}

/// Such words of a language, ready to be looked for.
pub(super) struct NonNumerals {
    automaton: Option<AhoCorasick>,
    entries: Vec<NonNumeral>,
    /// Whether a word begins and ends where a word of the text does.
    has_borders: bool,
}

impl NonNumerals {
    pub(super) fn new(
        words: impl Iterator<Item = (&'static str, NonNumeral)>,
        has_borders: bool,
    ) -> Self {
        let (words, entries): (Vec<_>, Vec<_>) = words.unzip();
        // The tables are constant and small, so this cannot fail; without it, less is known.
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .start_kind(StartKind::Unanchored)
            .ascii_case_insensitive(has_borders)
            .build(words)
            .ok();
        Self { automaton, entries, has_borders }
    }

    /// Their places in a text, in order and apart from one another.
    pub(super) fn claimed_places(&self, text: &str) -> Vec<Claim> {
        let mut claims = Vec::new();
        let Some(automaton) = &self.automaton else { return claims };
        let mut from = 0;
        while from < text.len() {
            let input = Input::new(text).span(from..text.len()).anchored(Anchored::No);
            let Some(found) = automaton.find(input) else { break };
            let range = found.start()..found.end();
            spend(range.end - from);
            if self.is_word(text, &range) {
                let entry = self.entries[found.pattern().as_usize()];
                from = range.end;
                claims.push(Claim { range, entry });
            } else {
                from = range.start + char_at(text, range.start).map_or(1, char::len_utf8);
            }
        }
        claims
    }

    /// A claim may not begin inside a number (6.4万人), nor inside an English word.
    fn is_word(&self, text: &str, range: &Range<usize>) -> bool {
        let (before, after) = (char_before(text, range.start), char_at(text, range.end));
        if self.has_borders {
            let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            return !is_letter(before) && !is_letter(after);
        }
        let first = char_at(text, range.start);
        let is_number = |c: char| arabic::digit(c).is_some() || is_numeral(c);
        let is_inside = before.is_some_and(|c| is_number(c) || c == '第' || c == '.');
        !(is_inside && first.is_some_and(is_number))
    }
}
