//! What the words around an English number say it measures: a share, a streak, how often.

use super::context::longest_phrase;
use super::number_word::word_at;
use super::unit::unit_of_time;
use crate::annotate::numerals::{after_blank, before_blank, is_at, is_before};
use crate::model::{Measure, Unit};

/// What makes a rate before it a part of a whole: 41 percent *of the* national total.
const OF_WHOLE: &[&str] = &[
    " of the",
    " of total",
    " of all",
    " of its",
    " of their",
    " of our",
    " of China",
    " of GDP",
    " of Zhejiang",
    " share of",
];

/// What makes a rate behind it one.
const SHARES: &[(&str, ())] = &[
    ("accounted for", ()),
    ("accounting for", ()),
    ("accounts for", ()),
    ("account for", ()),
    ("made up", ()),
    ("makes up", ()),
    ("make up", ()),
    ("making up", ()),
    ("share of", ()),
    ("proportion of", ()),
    ("represented", ()),
    ("representing", ()),
    ("comprised", ()),
    ("comprising", ()),
];

/// Whether a rate is a part of a whole.
pub(super) fn is_share(text: &str, start: usize, end: usize) -> bool {
    OF_WHOLE.iter().any(|words| is_at(text, end, words))
        || longest_phrase(text, before_blank(text, start), SHARES).is_some()
}

/// What a length of time measures where it is not a plain one: *every* eight years, five years *in a
/// row*.
pub(super) fn measure_of_time(text: &str, start: usize, end: usize) -> Option<Measure> {
    if is_before(text, start, "every ") || is_before(text, start, "Every ") {
        return Some(Measure::Frequency);
    }
    let is_streak = [" in a row", " running", " in succession", " on end", " consecutively"]
        .iter()
        .any(|words| is_at(text, end, words));
    is_streak.then_some(Measure::Streak)
}

/// What stands between a number and the time it counts, and whether that makes it a streak: six
/// *consecutive* years.
pub(super) fn skipped_words(text: &str, at: usize) -> (usize, bool) {
    let streaks = ["consecutive ", "straight ", "successive "];
    if let Some(word) = streaks.iter().find(|word| is_at(text, at, word)) {
        return (word.len(), true);
    }
    let others = ["full ", "whole ", "more ", "additional "];
    let other = others.iter().find(|word| is_at(text, at, word));
    (other.map_or(0, |word| word.len()), false)
}

/// every other year: once in two, and where it ends.
pub(super) fn every_other(text: &str, every_end: usize) -> Option<(Unit, usize)> {
    let other = after_blank(text, every_end);
    if !is_at(text, other, "other ") {
        return None;
    }
    let at = other + "other ".len();
    let word = word_at(text, at);
    Some((unit_of_time(word)?, at + word.len()))
}
