//! The sign of an English number: -2.7, −2.7, minus 2.7, 9 degrees below zero, (8.4%).

use super::context::phrase_start;
use crate::annotate::numerals::{before_blank, char_at, char_before, is_at};
use crate::model::UnitClass;

/// Where the sign before a number begins that makes it negative.
pub(super) fn minus_before(text: &str, at: usize) -> Option<usize> {
    let c = char_before(text, at)?;
    if matches!(c, '-' | '−' | '–' | '－') {
        let start = at - c.len_utf8();
        return is_sign(text, start, c).then_some(start);
    }
    let end = before_blank(text, at);
    if end == at {
        return None;
    }
    ["minus", "negative"].iter().find_map(|word| phrase_start(text, end, word))
}

/// A dash directly before a number is a sign unless a digit, a unit or a letter stands before it:
/// 3–5, 10%–15%, A-5.
fn is_sign(text: &str, start: usize, dash: char) -> bool {
    match char_before(text, start) {
        None => true,
        Some(c) if c.is_whitespace() => {
            // 3 –5: a range with one blank.
            let before = text[..start].trim_end_matches([' ', '\u{a0}']);
            let is_number = before.ends_with(|c: char| c.is_ascii_digit() || c == '%');
            !(is_number && matches!(dash, '–'))
        }
        Some(c) => "([（“\"‘:：,，/=<>≤≥~|$¥￥€£".contains(c),
    }
}

/// Where "below zero" ends that stands behind a number.
pub(super) fn below_zero(text: &str, end: usize) -> Option<usize> {
    let words = " below zero";
    is_at(text, end, words).then_some(end + words.len())
}

/// Whether a number is all that stands in brackets in its text or cell, which is how accounts
/// write what is negative. "(8.4 percent)" inside a sentence is none.
pub(super) fn is_accounting(
    text: &str,
    start: usize,
    end: usize,
    class: Option<UnitClass>,
) -> bool {
    if char_before(text, start) != Some('(') || char_at(text, end) != Some(')') {
        return false;
    }
    let is_amount = matches!(class, Some(UnitClass::Share | UnitClass::Money))
        || text[start..end].contains([',', '.']);
    let is_border = |c: Option<char>| c.is_none_or(|c| matches!(c, '|' | '\n' | '\t'));
    let (before, after) = (start - 1, end + 1);
    let before = (0..3).fold(before, |at, _| if is_blank_before(text, at) { at - 1 } else { at });
    let after = (0..3).fold(after, |at, _| if is_at(text, at, " ") { at + 1 } else { at });
    is_amount && is_border(char_before(text, before)) && is_border(char_at(text, after))
}

fn is_blank_before(text: &str, at: usize) -> bool {
    char_before(text, at) == Some(' ')
}
