//! Points of the calendar in English: March 31, 2018; 31 March; June 25; 2017; the 1990s.

use super::number::{self, Word, number_word, word_at};
use super::unit::english_unit;
use crate::annotate::numerals::calendar::{date, numeric};
use crate::annotate::numerals::{Draft, after_blank, char_before, is_at};
use crate::model::Unit;

/// A day of the month, and where it ends: 31, 31st.
fn day_of_month(text: &str, at: usize) -> Option<(u32, usize)> {
    let number = number::numeral_in_digits(text, at)?;
    if number.scale > 0 || number.plain_digits == 0 || number.plain_digits > 2 {
        return None;
    }
    let value = u32::try_from(number.value?.to_whole()?).ok()?;
    let goes_on = text.as_bytes().get(number.end).is_some_and(u8::is_ascii_alphanumeric);
    ((1..=31).contains(&value) && !goes_on).then_some((value, number.end))
}

/// A year of four digits, and where it ends.
fn year(text: &str, at: usize) -> Option<(u32, usize)> {
    let number = number::numeral_in_digits(text, at)?;
    if number.plain_digits != 4 || number.is_ordinal {
        return None;
    }
    let value = u32::try_from(number.value?.to_whole()?).ok()?;
    (1900..=2100).contains(&value).then_some((value, number.end))
}

/// Reads the date that begins with the name of a month.
pub(super) fn month(text: &str, at: usize, name: &str, month: u32) -> Option<Draft> {
    let end = at + name.len();
    let end = if name.len() <= 4 && is_at(text, end, ".") { end + 1 } else { end };
    let next = after_blank(text, end);
    if next == end {
        return None;
    }
    if let Some((value, end)) = year(text, next) {
        return Some(date(at..end, Some(value * 100 + month), Unit::YEAR_MONTH));
    }
    let (day, end) = day_of_month(text, next)?;
    let after = if is_at(text, end, ",") { end + 1 } else { end };
    let year_at = after_blank(text, after);
    Some(match year(text, year_at).filter(|_| year_at > after) {
        Some((year, end)) => {
            date(at..end, Some(year * 10_000 + month * 100 + day), Unit::YEAR_MONTH_DAY)
        }
        None => date(at..end, Some(month * 100 + day), Unit::MONTH_DAY),
    })
}

/// Reads the date that begins with a digit.
pub(super) fn digit_date(text: &str, at: usize) -> Option<Draft> {
    if let Some(found) = numeric(text, at).or_else(|| dotted(text, at)) {
        return Some(found);
    }
    if let Some((day, end)) = day_of_month(text, at) {
        let next = after_blank(text, end);
        let name = word_at(text, next);
        if let (true, Some(Word::Month(month))) = (next > end, number_word(name)) {
            let end = next + name.len();
            let year_at = after_blank(text, end);
            return Some(match year(text, year_at).filter(|_| year_at > end) {
                Some((year, end)) => {
                    date(at..end, Some(year * 10_000 + month * 100 + day), Unit::YEAR_MONTH_DAY)
                }
                None => date(at..end, Some(month * 100 + day), Unit::MONTH_DAY),
            });
        }
    }
    let (year, end) = year(text, at)?;
    let suffix = word_at(text, end);
    if suffix == "s" {
        return Some(date(at..end + 1, Some(year), Unit::DECADE));
    }
    let is_money = char_before(text, at).is_some_and(|c| "$¥￥€£".contains(c));
    let is_code = !suffix.is_empty() || is_at(text, end, "%") || is_money;
    let is_measured = english_unit(text, after_blank(text, end)).is_some();
    (!is_code && !is_measured).then(|| date(at..end, Some(year), Unit::YEAR))
}

/// “6·25” as it is written in Chinese.
fn dotted(text: &str, at: usize) -> Option<Draft> {
    let (month, end) = day_of_month(text, at)?;
    let next = ["·", "•"].iter().find(|dot| is_at(text, end, dot)).map(|dot| end + dot.len())?;
    let (day, end) = day_of_month(text, next)?;
    (month <= 12).then(|| date(at..end, Some(month * 100 + day), Unit::MONTH_DAY))
}
