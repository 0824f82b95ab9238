//! Points of the calendar in English: March 31, 2018; 31 March; June 25; 2017; the 1990s; April;
//! 2016–20; April 7 to 13.

use super::digits::{is_digit_at, plain_digits};
use super::number;
use super::number_word::{Word, number_word, word_at};
use super::unit::english_unit;
use crate::annotate::numerals::calendar::{date, numeric};
use crate::annotate::numerals::{Draft, after_blank, char_at, char_before, is_at, is_before};
use crate::model::Unit;

/// One date, or the two ends of a span.
pub(super) type Dates = (Draft, Option<Draft>);

/// A day of the month, and where it ends: 31, 31st.
fn day_of_month(text: &str, at: usize) -> Option<(u32, usize)> {
    let (value, end, count) = plain_digits(text, at)?;
    if count > 2 || !(1..=31).contains(&value) {
        return None;
    }
    // March 31,2018 is a day and a year; 31,500 and 31.5 are numbers.
    let is_number = matches!(char_at(text, end), Some(',' | '.'))
        && is_digit_at(text, end + 1)
        && !(is_at(text, end, ",") && year(text, end + 1).is_some());
    let suffix = word_at(text, end);
    let end = if ["st", "nd", "rd", "th"].contains(&suffix) { end + 2 } else { end };
    let goes_on = char_at(text, end).is_some_and(char::is_alphanumeric);
    (!is_number && !goes_on && !is_scaled(text, end)).then_some((value, end))
}

/// "May 3 million people come": no day.
fn is_scaled(text: &str, end: usize) -> bool {
    let next = after_blank(text, end);
    next > end && matches!(number_word(word_at(text, next)), Some(Word::Scale(_) | Word::Hundred))
}

/// A year of four digits, and where it ends.
fn year(text: &str, at: usize) -> Option<(u32, usize)> {
    let (value, end, count) = plain_digits(text, at)?;
    if count != 4 || !(1900..=2100).contains(&value) {
        return None;
    }
    let is_number = matches!(char_at(text, end), Some(',' | '.')) && is_digit_at(text, end + 1);
    let is_ordinal = ["st", "nd", "rd", "th"].contains(&word_at(text, end));
    (!is_number && !is_ordinal && !is_scaled(text, end)).then_some((value, end))
}

/// Words before a month that stands alone: in April, since June.
const BEFORE_MONTH: &[&str] = &[
    "in ", "In ", "since ", "Since ", "from ", "From ", "until ", "by ", "By ", "to ", "through ",
    "between ", "early ", "Early ", "late ", "Late ", "of ", "mid-", "till ", "last ", "this ",
    "next ", "during ",
];

/// Reads the date that begins with the name of a month. `previous` is where a month ends that was
/// read last.
pub(super) fn month(
    text: &str,
    at: usize,
    name: &str,
    month: u32,
    previous: Option<usize>,
) -> Option<Dates> {
    let end = at + name.len();
    let dot = if name.len() <= 4 && is_at(text, end, ".") { end + 1 } else { end };
    let next = after_blank(text, dot);
    if next > dot {
        if let Some((value, end)) = year(text, next) {
            return Some((date(at..end, Some(value * 100 + month), Unit::YEAR_MONTH), None));
        }
        let is_named = is_before(text, at, "Long ");
        if let Some((day, end)) = day_of_month(text, next).filter(|_| !is_named) {
            return Some(with_day(text, at, month, (day, end)));
        }
    }
    let is_alone = is_alone(text, at, end, name, previous);
    is_alone.then(|| (date(at..end, Some(month), Unit::MONTH_OF_YEAR), None))
}

/// Whether a month without a day is one: *May* and *March* are also verbs, and short forms need a
/// day.
fn is_alone(text: &str, at: usize, end: usize, name: &str, previous: Option<usize>) -> bool {
    let goes_on = char_at(text, end).is_some_and(|c| c.is_alphanumeric() || "-'’".contains(c));
    if goes_on {
        return false;
    }
    let is_verb = matches!(name, "May" | "March");
    let is_short = name.len() <= 4 && !matches!(name, "May" | "June" | "July");
    let is_dated = BEFORE_MONTH.iter().any(|word| is_before(text, at, word));
    let is_joined = previous.is_some_and(|end| {
        matches!(
            text.get(end..at),
            Some(" and " | " or " | " to " | " through " | "–" | "-" | ", ")
        )
    });
    (is_dated || is_joined || !is_verb) && !is_short
}

/// March 31, 2018; April 7 to 13.
fn with_day(text: &str, at: usize, month: u32, (day, end): (u32, usize)) -> Dates {
    let of_year = |from: usize| {
        let after = if is_at(text, from, ",") { from + 1 } else { from };
        let year_at = after_blank(text, after);
        year(text, year_at).filter(|_| year_at > from)
    };
    let first = |end: usize, year: Option<u32>| match year {
        Some(year) => date(at..end, Some(year * 10_000 + month * 100 + day), Unit::YEAR_MONTH_DAY),
        None => date(at..end, Some(month * 100 + day), Unit::MONTH_DAY),
    };
    if let Some((last, from, to)) = last_day(text, day, end) {
        let year = of_year(to);
        let to = year.map_or(to, |(_, end)| end);
        let last = date(from..to, Some(last), Unit::DAY_OF_MONTH);
        return (first(end, year.map(|(year, _)| year)), Some(last));
    }
    match of_year(end) {
        Some((year, end)) => (first(end, Some(year)), None),
        None => (first(end, None), None),
    }
}

/// The last day of a span behind its first: to 13, –13.
fn last_day(text: &str, first: u32, end: usize) -> Option<(u32, usize, usize)> {
    let joints = [" to ", "–", "-", "—", " – ", " through ", " and "];
    let joint = joints.iter().find(|joint| is_at(text, end, joint))?;
    let from = end + joint.len();
    let (last, to) = day_of_month(text, from).filter(|(last, _)| *last > first)?;
    let is_measured = english_unit(text, after_blank(text, to)).is_some() || is_at(text, to, "-");
    // April 7 and 13 projects
    let is_counted =
        *joint == " and " && char_at(text, after_blank(text, to)).is_some_and(char::is_alphabetic);
    (!is_measured && !is_counted).then_some((last, from, to))
}

/// Reads the date that begins with a digit.
pub(super) fn digit_date(text: &str, at: usize) -> Option<Dates> {
    if let Some(found) = numeric(text, at) {
        // 5:42:53 is not a time of day: it is a ratio of three.
        let end = found.found.range.end;
        let is_clock = found.found.value.unit == Some(Unit::CLOCK);
        let is_ratio = is_clock
            && ((is_at(text, end, ":") && is_digit_at(text, end + 1)) || is_after_colon(text, at));
        if !is_ratio {
            return Some((found, None));
        }
        return None;
    }
    if let Some(found) = dotted(text, at) {
        return Some((found, None));
    }
    if let Some((day, end)) = day_of_month(text, at) {
        let next = after_blank(text, end);
        let name = word_at(text, next);
        if let (true, Some(Word::Month(month))) = (next > end, number_word(name)) {
            let end = next + name.len();
            let year_at = after_blank(text, end);
            let found = match year(text, year_at).filter(|_| year_at > end) {
                Some((year, end)) => {
                    date(at..end, Some(year * 10_000 + month * 100 + day), Unit::YEAR_MONTH_DAY)
                }
                None => date(at..end, Some(month * 100 + day), Unit::MONTH_DAY),
            };
            return Some((found, None));
        }
    }
    let (first, end) = year(text, at)?;
    let suffix = word_at(text, end);
    if suffix == "s" && !is_digit_at(text, end + 1) {
        return Some((date(at..end + 1, Some(first), Unit::DECADE), None));
    }
    let is_money = char_before(text, at).is_some_and(|c| "$¥￥€£".contains(c));
    let is_code = !suffix.is_empty() || is_at(text, end, "%") || is_money;
    let is_measured = english_unit(text, after_blank(text, end)).is_some();
    if is_code || is_measured || number::numeral_in_digits(text, at)?.end != end {
        return None;
    }
    let last = last_year(text, first, end);
    if last.is_none()
        && let Some(month) = month_in_digits(text, at, first, end)
    {
        return Some((month, None));
    }
    Some((date(at..end, Some(first), Unit::YEAR), last))
}

/// 2017-07: a year and a month of two digits.
fn month_in_digits(text: &str, at: usize, year: u32, end: usize) -> Option<Draft> {
    let (month, end, 2) = plain_digits(text, is_at(text, end, "-").then_some(end + 1)?)? else {
        return None;
    };
    let goes_on = char_at(text, end).is_some_and(|c| c.is_alphanumeric() || "%-–/.,".contains(c));
    let is_measured = english_unit(text, after_blank(text, end)).is_some();
    ((1..=12).contains(&month) && !goes_on && !is_measured)
        .then(|| date(at..end, Some(year * 100 + month), Unit::YEAR_MONTH))
}

/// Whether a number stands behind a colon and another one: the 42 of 5:42:53.
fn is_after_colon(text: &str, at: usize) -> bool {
    is_before(text, at, ":") && char_before(text, at - 1).is_some_and(|c| c.is_ascii_digit())
}

/// The second year of 2016–20 and of the fiscal year 2019-20: its last two digits.
fn last_year(text: &str, first: u32, end: usize) -> Option<Draft> {
    let mark = char_at(text, end).filter(|c| matches!(c, '-' | '–' | '—' | '/'))?;
    let from = end + mark.len_utf8();
    let (last, to, 2) = plain_digits(text, from)? else { return None };
    let goes_on = char_at(text, to).is_some_and(|c| c.is_alphanumeric() || "%-–/".contains(c))
        || (matches!(char_at(text, to), Some('.' | ',')) && is_digit_at(text, to + 1));
    let is_measured = english_unit(text, after_blank(text, to)).is_some();
    let is_later = last > first % 100;
    (is_later && !goes_on && !is_measured)
        .then(|| date(from..to, Some(first / 100 * 100 + last), Unit::YEAR))
}

/// “6·25” as it is written in Chinese.
fn dotted(text: &str, at: usize) -> Option<Draft> {
    let (month, end) = day_of_month(text, at)?;
    let next = ["·", "•"].iter().find(|dot| is_at(text, end, dot)).map(|dot| end + dot.len())?;
    let (day, end) = day_of_month(text, next)?;
    (month <= 12).then(|| date(at..end, Some(month * 100 + day), Unit::MONTH_DAY))
}
