//! Names that hold a number in English: Class V, Line 5, PM2.5, Shenzhou-11, E2E.

use super::bound::comparator_after;
use super::currency::currency;
use super::number;
use super::number_word::word_at;
use super::unit::english_unit;
use crate::annotate::numerals::roman::roman;
use crate::annotate::numerals::{
    Draft, after_blank, arabic, char_at, char_before, is_at, is_before,
};
use crate::model::effort::spend;
use crate::model::{Decimal, QuantityKind, Unit};

/// Whether a cardinal is part of a name: Four-Province, Thousand Talents, 30-Point Talent Policy.
pub(super) fn is_label(text: &str, at: usize, end: usize) -> bool {
    let is_digit = char_at(text, at).is_some_and(|c| arabic::digit(c).is_some());
    let is_capital = char_at(text, at).is_some_and(|c| c.is_ascii_uppercase());
    let mark = char_at(text, end);
    let next = char_at(text, end + 1).filter(|_| matches!(mark, Some('-' | ' ')));
    let is_name = next.is_some_and(|c| c.is_ascii_uppercase());
    let word = if is_name { word_at(text, end + 1) } else { "" };
    let is_currency = matches!(word, "RMB" | "CNY" | "USD" | "US" | "TEU" | "TEUs");
    let is_acronym = word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    is_name && !is_currency && if is_digit { mark == Some('-') } else { is_capital && !is_acronym }
}

/// Class V, Grade II, Line 5, Phase 2.
pub(super) fn label(text: &str, at: usize, spelt: &str) -> Option<Draft> {
    let end = at + spelt.len();
    let next = after_blank(text, end);
    if next == end {
        return None;
    }
    let start = if is_before(text, at, "BRT ") { at - "BRT ".len() } else { at };
    let unit = match spelt {
        "Class" | "Grade" => Some(Unit::CLASS),
        _ => None,
    };
    let (value, end) = match roman(text, next) {
        Some((value, end)) => (Some(Decimal::from(value)), end),
        None => {
            let number = arabic::number_in_digits(text, next)?;
            (number.value.filter(|_| !number.is_chain), number.end)
        }
    };
    if char_at(text, end).is_some_and(char::is_alphanumeric) {
        return None;
    }
    let mut draft = Draft::new(start..end, QuantityKind::Name, value);
    draft.found.value.unit = unit;
    Some(with_bound(text, draft))
}

/// Grade II or above
fn with_bound(text: &str, mut draft: Draft) -> Draft {
    if let Some((comparator, end)) = comparator_after(text, draft.found.range.end) {
        draft.found.range.end = end;
        return draft.bounded(comparator);
    }
    draft
}

/// grade two and above: a grade in words, with what bounds it. Without a bound it is a count.
pub(super) fn spelt_grade(
    text: &str,
    at: usize,
    end: usize,
    value: Option<Decimal>,
) -> Option<Draft> {
    let start = at.checked_sub("grade ".len()).filter(|_| is_before(text, at, "grade "))?;
    Some(with_bound(text, Draft::new(start..end, QuantityKind::Name, value)))
}

/// Formulas of substances, and units that stand alone: their digit says no number.
const WITHOUT_VALUE: &[&str] =
    &["CO", "SO", "NO", "N", "O", "H", "CH", "NH", "PO", "NF", "SF", "m", "km", "cm", "mm"];

/// Prefixes with a hyphen before a number: mid-2018 is the year.
const PREFIXES: &[&str] = &["mid-", "pre-", "post-", "early-", "late-", "sub-", "non-", "mid–"];

/// Names of two words, of which the second has the number: Long March-5.
const FIRST_WORDS: &[&str] = &["Long "];

/// Long March 5: no day of March. The name of the month stands between two bytes.
pub(super) fn rocket(text: &str, at: usize, end: usize) -> Option<Draft> {
    let start = at.checked_sub("Long ".len()).filter(|_| is_before(text, at, "Long "))?;
    let number_at = after_blank(text, end);
    let number = arabic::number_in_digits(text, number_at).filter(|_| number_at > end)?;
    let is_model = (1..=2).contains(&number.plain_digits);
    is_model.then(|| Draft::new(start..number.end, QuantityKind::Name, number.value))
}

/// Where the letters begin that are glued to a number before it: PM of PM2.5, Chang'e- of Chang'e-8.
fn code_start(text: &str, at: usize, from: usize) -> usize {
    let bytes = text.as_bytes();
    let is_letter = |at: usize| bytes[at].is_ascii_alphabetic();
    let mut start = at;
    while start > from {
        spend(1);
        let apostrophe = ["'", "’"].iter().find(|mark| is_before(text, start, mark));
        if is_letter(start - 1)
            || (bytes[start - 1] == b'-' && start - 1 > from && is_letter(start - 2))
        {
            start -= 1;
        } else if let Some(mark) = apostrophe
            && start < at
            && start - mark.len() > from
            && is_letter(start)
            && is_letter(start - mark.len() - 1)
        {
            start -= mark.len();
        } else {
            break;
        }
    }
    if let Some(word) = FIRST_WORDS.iter().find(|word| start < at && is_before(text, start, word)) {
        return (start - word.len()).max(from);
    }
    start
}

/// Where the letters and digits end that are glued to a number behind it: A-level of 5A-level.
fn code_end(text: &str, plain_end: usize, is_lettered: bool) -> usize {
    let bytes = text.as_bytes();
    let is_inner = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    let mut end = plain_end;
    while is_inner(end)
        || (bytes.get(end) == Some(&b'+') && is_inner(end + 1))
        || (end > plain_end
            && matches!(bytes.get(end), Some(b'-' | b'.' | b'_'))
            && is_inner(end + 1)
            && bytes[end - 1].is_ascii_alphabetic())
        // the 800 of B737-800
        || (is_lettered
            && bytes.get(end) == Some(&b'-')
            && bytes.get(end + 1).is_some_and(u8::is_ascii_digit))
    {
        end += 1;
        spend(1);
    }
    end
}

/// Digits in a code: PM2.5, 5G, 5A, 2+1, s1.2-p3, E2E, Shenzhou-11. Not before `from`.
pub(super) fn product_code(text: &str, at: usize, from: usize) -> Option<Draft> {
    let start = code_start(text, at, from);
    let before = &text[start..at];
    let is_currency = !before.is_empty() && currency(text, at).is_some();
    let is_prefix = is_currency || PREFIXES.iter().any(|p| p.eq_ignore_ascii_case(before));
    let start = if is_prefix { at } else { start };
    let before = &text[start..at];
    let number = number::numeral_in_digits(text, at)?;
    let plain = arabic::number_in_digits(text, at)?;
    let suffix = word_at(text, plain.end);
    let is_number = start == at
        && (number.is_ordinal()
            || number.scale > 0
            || number.is_unread()
            || (suffix == "s" && !is_inner_digit(text, plain.end + 1))
            || (is_currency && suffix == "m")
            || english_unit(text, plain.end).is_some());
    let end = if is_number { plain.end } else { code_end(text, plain.end, start < at) };
    if start == at && end == plain.end {
        return None;
    }
    let letters = &text[plain.end..end];
    // E2E and CO2 count nothing; nor does 16th5, which is not 16.
    let has_value = !letters.contains(|c: char| c == '+' || c.is_ascii_digit())
        && !plain.is_chain
        && (before.is_empty() || letters.is_empty())
        && !WITHOUT_VALUE.contains(&before)
        && (before.len() != 1 || !before.as_bytes()[0].is_ascii_lowercase());
    let mut draft = Draft::new(start..end, QuantityKind::Name, plain.value.filter(|_| has_value));
    if start == at && (letters == "A" || letters.starts_with("A-")) {
        draft.found.value.unit = Some(Unit::GRADE_A);
    }
    Some(draft)
}

fn is_inner_digit(text: &str, at: usize) -> bool {
    text.as_bytes().get(at).is_some_and(u8::is_ascii_digit)
}

/// `[21]`: the mark of a note.
pub(super) fn note_mark(text: &str, at: usize) -> Option<Draft> {
    if char_before(text, at) != Some('[') {
        return None;
    }
    let number = arabic::number_in_digits(text, at)?;
    let is_mark = (1..=3).contains(&number.plain_digits) && is_at(text, number.end, "]");
    is_mark.then(|| Draft::new(at..number.end, QuantityKind::Name, number.value))
}
