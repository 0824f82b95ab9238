//! Currencies as English writes them before a number: RMB 5, NT$100 billion.

use crate::annotate::numerals::{before_blank, char_before, is_before};
use crate::model::Unit;

/// Signs and abbreviations; the codes of ISO 4217 stand in the list of all currencies.
const SIGNS: &[(&str, Unit)] = &[
    ("RMB", Unit::YUAN),
    ("¥", Unit::YUAN),
    ("￥", Unit::YUAN),
    ("US$", Unit::US_DOLLAR),
    ("U.S.$", Unit::US_DOLLAR),
    ("$", Unit::US_DOLLAR),
    ("HK$", Unit::HONG_KONG_DOLLAR),
    ("€", Unit::EURO),
    ("£", Unit::POUND),
    ("MOP$", Unit::named("澳门元")),
    ("NT$", Unit::named("新台币")),
    ("S$", Unit::named("新加坡元")),
    ("C$", Unit::named("加元")),
    ("CA$", Unit::named("加元")),
    ("A$", Unit::named("澳元")),
    ("AU$", Unit::named("澳元")),
    ("Rs", Unit::named("卢比")),
    ("Rs.", Unit::named("卢比")),
];

/// The currency before a number, and where it begins.
pub(super) fn currency(text: &str, at: usize) -> Option<(Unit, usize)> {
    let end = before_blank(text, at);
    let last = *text.as_bytes().get(end.checked_sub(1)?)?;
    // Most numbers have none: one look at the character before them tells.
    if !(last.is_ascii_uppercase() || last >= 0x80 || matches!(last, b'$' | b's' | b'.')) {
        return None;
    }
    let (word, unit) = SIGNS
        .iter()
        .chain(&Unit::CURRENCIES)
        .filter(|(word, _)| word.as_bytes().last() == Some(&last) && is_before(text, end, word))
        .max_by_key(|(word, _)| word.len())?;
    let start = end - word.len();
    let is_inside = word.starts_with(|c: char| c.is_ascii_alphabetic())
        && char_before(text, start).is_some_and(|c| c.is_ascii_alphanumeric());
    (!is_inside).then_some((*unit, start))
}
