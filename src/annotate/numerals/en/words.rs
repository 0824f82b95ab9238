//! Small decisions of the English grammar: quotations, list labels, words before a word.

use std::ops::Range;

use crate::annotate::numerals::line::{is_label_length, is_line_start};
use crate::annotate::numerals::roman::roman;
use crate::annotate::numerals::{Draft, arabic, char_at, char_before, is_at};
use crate::model::effort::spend;
use crate::model::{Decimal, Mention, Quantity, QuantityKind, Unit, UnitClass};

/// Words that sentences are made of, whatever they are about, and names hardly ever: two of them are a
/// sentence.
pub(super) const OF_SENTENCES: &[&str] = &[
    "the", "a", "an", "of", "and", "or", "to", "in", "on", "at", "for", "with", "by", "from", "as",
    "is", "are", "was", "were", "be", "been", "will", "has", "have", "had", "that", "this",
    "these", "which", "who", "it", "its", "we", "our", "you", "your", "they", "their", "not",
    "can", "if", "when", "than", "more", "all", "each", "into", "use", "using", "how", "what",
    "but", "also",
];

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

/// The number of a heading, of an item or of a paragraph: `## 1.`, `II.`, `1)`, `181. `.
pub(super) fn list_label(text: &str, at: usize) -> Option<Draft> {
    if !is_line_start(text, at) {
        return None;
    }
    let (value, end) = match roman(text, at) {
        Some((value, end)) => (Decimal::from(value), end),
        None => {
            let number = arabic::number_in_digits(text, at)?;
            if !is_label_length(text, &number) {
                return None;
            }
            (number.value?, number.end)
        }
    };
    let is_closed = matches!(char_at(text, end), Some('.' | ')'));
    let is_end = char_at(text, end + 1).is_none_or(|c| c == ' ' || c == '\n');
    (is_closed && is_end).then(|| Draft::new(at..end, QuantityKind::Structural, Some(value)))
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
