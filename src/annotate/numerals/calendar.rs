//! Points of the calendar as drafts, and those written in digits alone: 2018-03-31, 10:30.

use super::Draft;
use crate::model::{Decimal, QuantityKind, Unit};

/// A date and where it ends.
pub(super) fn date(range: std::ops::Range<usize>, value: Option<u32>, unit: Unit) -> Draft {
    Draft::new(range, QuantityKind::Date, value.map(Decimal::from)).with_unit_name(unit)
}

/// 2018-03-31, 2018/3/31, 2018.3.31 and 10:30. The same in every language.
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
