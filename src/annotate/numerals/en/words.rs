//! Small decisions of the English grammar: labels, codes, names, halves.

use std::ops::Range;

use super::number::{self, word_at};
use super::unit::english_unit;
use crate::annotate::numerals::line::is_line_start;
use crate::annotate::numerals::roman::roman;
use crate::annotate::numerals::unit::WrittenUnit;
use crate::annotate::numerals::{
    Draft, after_blank, arabic, char_at, char_before, fraction, is_at, is_before,
};
use crate::model::effort::spend;
use crate::model::{Decimal, Mention, Quantity, QuantityKind, Unit, UnitClass};

/// The longest quoted name, in bytes.
const LONGEST_NAME: usize = 64;

/// Where a short quotation ends that begins at a byte.
pub(super) fn quote_end(text: &str, start: usize) -> Option<usize> {
    for (offset, c) in text[start..].char_indices() {
        spend(1);
        if offset > LONGEST_NAME || matches!(c, '“' | '\n' | ';' | ':') {
            return None;
        }
        if c == '”' {
            return Some(start + offset);
        }
    }
    None
}

/// Where one of some words begins that stands before a byte.
pub(super) fn skip(text: &str, at: usize, words: &[&str]) -> Option<usize> {
    let end = at.checked_sub(1).filter(|end| is_at(text, *end, " "))?;
    words.iter().find_map(|word| {
        let start = end.checked_sub(word.len())?;
        let here = text.as_bytes().get(start..end)?;
        let is_word = here.eq_ignore_ascii_case(word.as_bytes())
            && !char_before(text, start).is_some_and(char::is_alphanumeric);
        is_word.then_some(start)
    })
}

/// half, a third, a quarter of: parts of one whole. Ordinals and halves of a year are none.
pub(super) fn part_of_whole(text: &str, at: usize, spelt: &str, of: Decimal) -> Option<Draft> {
    let end = at + spelt.len();
    let is_of = is_at(text, end, " of ");
    let start = if spelt.eq_ignore_ascii_case("half") {
        let is_ordered = ["first ", "second ", "other ", "latter ", "first-", "second-", "last "];
        let is_ordered = is_ordered.iter().any(|word| is_before(text, at, word));
        let is_part = is_of
            || is_at(text, end, " the ")
            || [" by ", " in ", "over ", "than ", "nearly ", "about ", "almost ", "least "]
                .iter()
                .any(|word| is_before(text, at, word));
        (is_part && !is_ordered).then_some(at)?
    } else {
        let start = skip(text, at, &["a", "one", "another"])?;
        let is_part = is_of
            || is_at(text, end, " off")
            || [" by ", "than ", "over ", "nearly ", "about "]
                .iter()
                .any(|w| is_before(text, start, w));
        (is_part && !spelt.eq_ignore_ascii_case("second")).then_some(start)?
    };
    let (value, unit) = fraction::part_in_unit(Decimal::ONE, of)?;
    Some(Draft::new(start..end, QuantityKind::Figure, Some(value)).in_unit(WrittenUnit::from(unit)))
}

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
    Some(draft)
}

/// The number of a heading or of an item: `## 1.`, `II.`, `1)`.
pub(super) fn list_label(text: &str, at: usize) -> Option<Draft> {
    if !is_line_start(text, at) {
        return None;
    }
    let (value, end) = match roman(text, at) {
        Some((value, end)) => (Decimal::from(value), end),
        None => {
            let number = arabic::number_in_digits(text, at)?;
            if number.plain_digits == 0 || number.plain_digits > 2 {
                return None;
            }
            (number.value?, number.end)
        }
    };
    let is_closed = matches!(char_at(text, end), Some('.' | ')'));
    let is_end = char_at(text, end + 1).is_none_or(|c| c == ' ' || c == '\n');
    (is_closed && is_end).then(|| Draft::new(at..end, QuantityKind::Structural, Some(value)))
}

/// Digits in a code: PM2.5, 5G, 5A, 2+1, s1.2-p3. Not before `from`.
pub(super) fn product_code(text: &str, at: usize, from: usize) -> Option<Draft> {
    let bytes = text.as_bytes();
    let mut start = at;
    while start > from
        && (bytes[start - 1].is_ascii_alphabetic()
            || (bytes[start - 1] == b'-'
                && start - 1 > from
                && bytes[start - 2].is_ascii_alphabetic()))
    {
        start -= 1;
        spend(1);
    }
    let before = &text[start..at];
    let is_currency = ["RMB", "CNY", "USD", "EUR"].contains(&before);
    let start = if is_currency { at } else { start };
    let number = number::numeral_in_digits(text, at)?;
    let plain = arabic::number_in_digits(text, at)?;
    let mut end = plain.end;
    let is_number = start == at
        && (number.is_ordinal
            || number.scale > 0
            || is_decade(text, end)
            || english_unit(text, end).is_some());
    let is_inner = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    if !is_number {
        while is_inner(end)
            || (bytes.get(end) == Some(&b'+') && is_inner(end + 1))
            || (end > plain.end
                && matches!(bytes.get(end), Some(b'-' | b'.' | b'_'))
                && is_inner(end + 1)
                && bytes[end - 1].is_ascii_alphabetic())
        {
            end += 1;
            spend(1);
        }
    }
    if start == at && end == plain.end {
        return None;
    }
    let letters = &text[plain.end..end];
    let value = plain.value.filter(|_| !letters.contains('+') && !plain.is_chain);
    let mut draft = Draft::new(start..end, QuantityKind::Name, value);
    if start == at && (letters == "A" || letters.starts_with("A-")) {
        draft.found.value.unit = Some(Unit::GRADE_A);
    }
    Some(draft)
}

/// 1990s
fn is_decade(text: &str, end: usize) -> bool {
    word_at(text, end) == "s"
}

/// Whether something measured stands in a quotation: “20-minute healthcare circle”, “June 25”.
pub(super) fn is_measured(
    text: &str,
    found: &Mention<Quantity>,
    class: Option<UnitClass>,
    quoted: &Range<usize>,
) -> bool {
    let has_digit = text[found.range.clone()].bytes().any(|byte| byte.is_ascii_digit());
    match found.value.kind {
        QuantityKind::Date => {
            has_digit && (found.range == *quoted || found.value.unit == Some(Unit::YEAR))
        }
        QuantityKind::Figure | QuantityKind::Duration => has_digit && class.is_some(),
        _ => false,
    }
}
