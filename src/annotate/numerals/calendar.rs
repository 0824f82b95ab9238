//! Points of the calendar as drafts, and those written in digits alone: 2018-03-31, 10:30.

use super::Draft;
use crate::model::{Decimal, QuantityKind, Unit};

/// A date and where it ends.
pub(super) fn date(range: std::ops::Range<usize>, value: Option<u32>, unit: Unit) -> Draft {
    Draft::new(range, QuantityKind::Date, value.map(Decimal::from)).with_unit_name(unit)
}

/// 2018-03-31, 2018/3/31, 2018.3.31, 01/15/1970, 2025/09 and 10:30. The same in every language.
pub(super) fn numeric(text: &str, at: usize) -> Option<Draft> {
    let bytes = text.as_bytes();
    let run = |from: usize| {
        let length = bytes.get(from..)?.iter().take(5).take_while(|b| b.is_ascii_digit()).count();
        let value = text.get(from..from + length)?.parse::<u32>().ok()?;
        Some((value, from + length, length))
    };
    let (first, end, length) = run(at)?;
    let mark = *bytes.get(end)?;
    let (second, second_end, second_length) = run(end + 1)?;
    if mark == b':' {
        let is_time = length <= 2 && second_length == 2 && first < 24 && second < 60;
        return is_time.then(|| date(at..second_end, None, Unit::CLOCK));
    }
    if mark == b'/'
        && let Some(found) =
            month_first(at, [(first, length), (second, second_length)], second_end, &run).or_else(
                || slashed_month(text, at, (first, length), (second, second_end, second_length)),
            )
    {
        return Some(found);
    }
    if !matches!(mark, b'-' | b'/' | b'.') || length != 4 || second_length > 2 {
        return None;
    }
    let (third, third_end, third_length) = run(second_end + 1)?;
    let is_date = bytes.get(second_end) == Some(&mark)
        && (1900..=2100).contains(&first)
        && (1..=12).contains(&second)
        && (1..=31).contains(&third)
        && third_length <= 2
        && !bytes.get(third_end).is_some_and(u8::is_ascii_alphanumeric);
    is_date.then(|| {
        date(at..third_end, Some(first * 10_000 + second * 100 + third), Unit::YEAR_MONTH_DAY)
    })
}

/// A run of digits: its value, where it ends, how many they are.
type Run = (u32, usize, usize);

/// 01/15/1970: the month first, unless it cannot be one.
fn month_first(
    at: usize,
    [(first, length), (second, second_length)]: [(u32, usize); 2],
    end: usize,
    run: &impl Fn(usize) -> Option<Run>,
) -> Option<Draft> {
    let (year, year_end, year_length) = run(end + 1)?;
    let (month, day) = if first > 12 { (second, first) } else { (first, second) };
    let is_date = length <= 2
        && second_length <= 2
        && year_length == 4
        && (1900..=2100).contains(&year)
        && (1..=12).contains(&month)
        && (1..=31).contains(&day);
    is_date
        .then(|| date(at..year_end, Some(year * 10_000 + month * 100 + day), Unit::YEAR_MONTH_DAY))
}

/// 2025/09, which is not a season: the second number of 2018/19 is the year after.
fn slashed_month(
    text: &str,
    at: usize,
    (year, year_length): (u32, usize),
    (month, end, month_length): Run,
) -> Option<Draft> {
    let is_month = year_length == 4
        && (1900..=2100).contains(&year)
        && month_length == 2
        && (1..=12).contains(&month)
        && month <= year % 100;
    let goes_on = text[end..]
        .starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '.' | '%'));
    (is_month && !goes_on).then(|| date(at..end, Some(year * 100 + month), Unit::YEAR_MONTH))
}
