//! Currencies as English writes them before a number: RMB 5, NT$100 billion.

use crate::annotate::numerals::{before_blank, char_before, is_before};
use crate::model::Unit;

const CURRENCIES: &[(&str, Unit)] = &[
    ("RMB", Unit::YUAN),
    ("CNY", Unit::YUAN),
    ("¥", Unit::YUAN),
    ("￥", Unit::YUAN),
    ("US$", Unit::US_DOLLAR),
    ("USD", Unit::US_DOLLAR),
    ("U.S.$", Unit::US_DOLLAR),
    ("$", Unit::US_DOLLAR),
    ("HK$", Unit::HONG_KONG_DOLLAR),
    ("HKD", Unit::HONG_KONG_DOLLAR),
    ("€", Unit::EURO),
    ("EUR", Unit::EURO),
    ("£", Unit::POUND),
    ("GBP", Unit::POUND),
    ("JPY", Unit::named("日元")),
    ("MOP$", Unit::named("澳门元")),
    ("MOP", Unit::named("澳门元")),
    ("NT$", Unit::named("新台币")),
    ("TWD", Unit::named("新台币")),
    ("S$", Unit::named("新加坡元")),
    ("SGD", Unit::named("新加坡元")),
    ("C$", Unit::named("加元")),
    ("CA$", Unit::named("加元")),
    ("CAD", Unit::named("加元")),
    ("A$", Unit::named("澳元")),
    ("AU$", Unit::named("澳元")),
    ("AUD", Unit::named("澳元")),
    ("CHF", Unit::named("瑞士法郎")),
    ("KRW", Unit::named("韩元")),
    ("RUB", Unit::named("卢布")),
    ("Rs", Unit::named("卢比")),
    ("Rs.", Unit::named("卢比")),
    ("INR", Unit::named("卢比")),
];

/// The currency before a number, and where it begins.
pub(super) fn currency(text: &str, at: usize) -> Option<(Unit, usize)> {
    let end = before_blank(text, at);
    let last = *text.as_bytes().get(end.checked_sub(1)?)?;
    // Most numbers have none: one look at the character before them tells.
    if !(last.is_ascii_uppercase() || last >= 0x80 || matches!(last, b'$' | b's' | b'.')) {
        return None;
    }
    let (word, unit) = CURRENCIES
        .iter()
        .filter(|(word, _)| word.as_bytes().last() == Some(&last) && is_before(text, end, word))
        .max_by_key(|(word, _)| word.len())?;
    let start = end - word.len();
    let is_inside = word.starts_with(|c: char| c.is_ascii_alphabetic())
        && char_before(text, start).is_some_and(|c| c.is_ascii_alphanumeric());
    (!is_inside).then_some((*unit, start))
}
