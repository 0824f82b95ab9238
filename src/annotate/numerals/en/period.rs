//! Parts of a year in English: the second quarter, Q2, H1, the second half of the year.

use super::number;
use super::number_word::{Word, number_word, word_at};
use crate::annotate::numerals::calendar::date;
use crate::annotate::numerals::{Draft, after_blank, char_at, is_at, is_before, longest_at};
use crate::model::{QuantityKind, Unit};

/// The first three quarters, the first 11 months: part of a year.
pub(super) fn first_part(text: &str, at: usize, end: usize) -> Option<Draft> {
    let number_at = after_blank(text, end);
    let number = number::numeral_in_digits(text, number_at)
        .or_else(|| number::numeral_in_words(text, number_at, false))?;
    let word = longest_at(text, number.end, &[" quarters", " months"])?;
    let unit = if word == " quarters" { Unit::QUARTER } else { Unit::MONTH };
    let draft = Draft::new(at..number.end + word.len(), QuantityKind::Date, number.value);
    Some(draft.with_unit_name(unit))
}

/// What joins the ordinals of a list: the second, third and fourth quarters.
const JOINTS: &[&str] = &[", and ", ", ", " and ", " to ", " through ", " or "];

/// Where a list of ordinals ends that goes on behind one.
pub(super) fn ordinals_end(text: &str, end: usize) -> usize {
    let mut end = end;
    for _ in 0..5 {
        let Some(joint) = longest_at(text, end, JOINTS) else { break };
        let next = end + joint.len();
        let word = word_at(text, next);
        if let Some(Word::Ordinal(_)) = number_word(word) {
            end = next + word.len();
        } else if let Some(number) =
            number::numeral_in_digits(text, next).filter(number::Numeral::is_ordinal)
        {
            end = number.end;
        } else {
            break;
        }
    }
    end
}

/// The second quarter; each of the second, third and fourth quarters.
pub(super) fn quarter(text: &str, at: usize, end: usize, value: u32) -> Option<Draft> {
    if !(1..=4).contains(&value) || !matches!(char_at(text, end), Some(' ' | '-' | ',')) {
        return None;
    }
    let last = ordinals_end(text, end);
    let word = longest_at(text, last, &[" quarters", " quarter", "-quarter"])?;
    if char_at(text, last + word.len()).is_some_and(char::is_alphanumeric) {
        return None;
    }
    let end = if last == end { end + word.len() } else { end };
    Some(date(at..end, Some(value), Unit::QUARTER))
}

/// The second half of the year; in the second half. Another half, as of a game, is none.
pub(super) fn half_year(text: &str, at: usize, end: usize, value: u32) -> Option<Draft> {
    let half = longest_at(text, end, &[" half", "-half"]).filter(|_| matches!(value, 1 | 2))?;
    let end = end + half.len();
    let of =
        [" of the year", " of this year", " of last year", " of next year", " of the coming year"];
    let is_of_year = of.iter().any(|words| is_at(text, end, words))
        || is_at(text, end, " of 20")
        || is_at(text, end, " of 19");
    let is_alone = !matches!(char_at(text, end), Some(' ' | '-'));
    let is_during = ["in the ", "In the ", "during the ", "During the ", "for the ", "For the "]
        .iter()
        .any(|words| is_before(text, at, words));
    (is_of_year || (is_alone && is_during)).then(|| date(at..end, Some(value), Unit::HALF_YEAR))
}

/// Q2 and H1: the digit stands at a byte.
pub(super) fn short_period(text: &str, at: usize) -> Option<Draft> {
    let bytes = text.as_bytes();
    let letter = *bytes.get(at.checked_sub(1)?)?;
    if !matches!(letter, b'Q' | b'H') {
        return None;
    }
    let value = u32::from(bytes.get(at)?.checked_sub(b'0')?);
    let is_inside = at >= 2 && bytes[at - 2].is_ascii_alphanumeric();
    let goes_on = char_at(text, at + 1).is_some_and(char::is_alphanumeric);
    let (most, unit) = if letter == b'Q' { (4, Unit::QUARTER) } else { (2, Unit::HALF_YEAR) };
    let is_period = (1..=most).contains(&value) && !is_inside && !goes_on;
    is_period.then(|| date(at - 1..at + 1, Some(value), unit))
}
