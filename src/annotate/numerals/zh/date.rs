//! Points of the calendar in Chinese: 2018年3月31日, 二〇一八年, “6·25”, 2018-03-31.

use super::number;
use crate::annotate::numerals::calendar::{date, numeric};
use crate::annotate::numerals::{Draft, after_blank, arabic, char_at, char_before, is_at};
use crate::model::{Unit, is_han};

/// A small number, Arabic or Chinese, without scale words beyond 十, and where it ends.
fn small(text: &str, at: usize) -> Option<(u32, usize)> {
    let first = char_at(text, at)?;
    let (value, end) = if arabic::digit(first).is_some() {
        let number = arabic::number_in_digits(text, at)?;
        if number.plain_digits == 0 || number.plain_digits > 4 {
            return None;
        }
        (number.value?, number.end)
    } else {
        let numeral = number::chinese_numeral(text, at)?;
        if numeral.is_more || numeral.is_round() || numeral.is_vague() {
            return None;
        }
        (numeral.value?, numeral.end)
    };
    Some((u32::try_from(value.to_whole()?).ok()?, end))
}

/// A small number and the character that makes it a part of a date.
fn date_part(text: &str, at: usize, limit: u32, name: char) -> Option<(u32, usize)> {
    let (value, end) = small(text, after_blank(text, at))?;
    let end = after_blank(text, end);
    let is_part = (1..=limit).contains(&value) && char_at(text, end) == Some(name);
    is_part.then(|| (value, end + name.len_utf8()))
}

/// A year written with four digits, and where they end.
fn year(text: &str, at: usize) -> Option<(u32, usize)> {
    let first = char_at(text, at)?;
    let digits = if arabic::digit(first).is_some() {
        arabic::number_in_digits(text, at)?.plain_digits
    } else {
        text[at..].chars().take(5).take_while(|c| number::digit(*c).is_some()).count()
    };
    let (value, end) = small(text, at).filter(|_| digits == 4)?;
    (1900..=2100).contains(&value).then_some((value, end))
}

/// Reads the date that begins at a byte.
pub(super) fn chinese_date(text: &str, at: usize) -> Option<Draft> {
    let first = char_at(text, at)?;
    if arabic::digit(first).is_some()
        && let Some(found) = dotted(text, at).or_else(|| numeric(text, at))
    {
        return Some(found);
    }
    if let Some((year, end)) = year(text, at) {
        return with_year(text, at, year, end);
    }
    if let Some((month, end)) = date_part(text, at, 12, '月') {
        return Some(match date_part(text, end, 31, '日') {
            Some((day, end)) => date(at..end, Some(month * 100 + day), Unit::MONTH_DAY),
            None => date(at..end, Some(month), Unit::MONTH_OF_YEAR),
        });
    }
    if arabic::digit(first).is_some() {
        let (day, end) = date_part(text, at, 31, '日')?;
        let is_length = ["内", "后", "游"].iter().any(|word| is_at(text, end, word));
        return (!is_length).then(|| date(at..end, Some(day), Unit::DAY_OF_MONTH));
    }
    None
}

fn with_year(text: &str, at: usize, year: u32, end: usize) -> Option<Draft> {
    let mark = after_blank(text, end);
    if char_at(text, mark) == Some('年') {
        let end = mark + '年'.len_utf8();
        let Some((month, after)) = date_part(text, end, 12, '月') else {
            return Some(date(at..end, Some(year), Unit::YEAR));
        };
        return Some(match date_part(text, after, 31, '日') {
            Some((day, after)) => {
                date(at..after, Some(year * 10_000 + month * 100 + day), Unit::YEAR_MONTH_DAY)
            }
            None => date(at..after, Some(year * 100 + month), Unit::YEAR_MONTH),
        });
    }
    // A year that stands alone: `period: 2017`.
    let is_word = |c: Option<char>| {
        c.is_some_and(|c| is_han(c) || c.is_ascii_alphanumeric() || "%％‰.·+".contains(c))
    };
    let is_alone = !is_word(char_before(text, at)) && !is_word(char_at(text, end));
    (is_alone && arabic::digit(char_at(text, at)?).is_some())
        .then(|| date(at..end, Some(year), Unit::YEAR))
}

/// “6·25”: a day that became a name.
fn dotted(text: &str, at: usize) -> Option<Draft> {
    let (month, end) = small(text, at)?;
    let dot = char_at(text, end).filter(|c| matches!(c, '·' | '•' | '・'))?;
    let (day, end) = small(text, end + dot.len_utf8())?;
    let is_day = (1..=12).contains(&month) && (1..=31).contains(&day);
    is_day.then(|| date(at..end, Some(month * 100 + day), Unit::MONTH_DAY))
}

/// 第一季度 and 一季度: a quarter of a year.
pub(super) fn quarter(text: &str, at: usize, number_at: usize) -> Option<Draft> {
    let (value, end) = small(text, number_at)?;
    let is_quarter = (1..=4).contains(&value) && is_at(text, end, "季度");
    is_quarter.then(|| date(at..end + "季度".len(), Some(value), Unit::QUARTER))
}
