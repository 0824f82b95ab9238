//! Points of the calendar in Chinese: 2018年3月31日, 二〇一八年, “6·25”, 2018-03-31.

use super::number;
use crate::annotate::numerals::calendar::{date, numeric};
use crate::annotate::numerals::{
    Draft, after_blank, arabic, char_at, char_before, is_at, is_before,
};
use crate::model::{Decimal, QuantityKind, Unit, is_han};

/// A small number, Arabic or Chinese, without scale words beyond 十, and where it ends.
fn small(text: &str, at: usize) -> Option<(u32, usize)> {
    let first = char_at(text, at)?;
    let (value, end) = if arabic::digit(first).is_some() {
        let number = arabic::number_in_digits(text, at)?;
        let goes_on = char_at(text, number.end).is_some_and(number::is_numeral);
        if number.plain_digits == 0 || number.plain_digits > 4 || goes_on {
            return None;
        }
        (number.value?, number.end)
    } else {
        let numeral = number::chinese_numeral(text, at)?;
        if numeral.is_more || numeral.is_round() || numeral.is_vague() || numeral.is_unread() {
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

/// The longest run of numeral characters that a date begins with.
const LONGEST: usize = 6;

/// The character after the numeral characters at a byte, and a blank: it says what date there is.
fn mark_after(text: &str, at: usize) -> Option<char> {
    let mut end = at;
    for _ in 0..=LONGEST {
        let c = char_at(text, end)?;
        if arabic::digit(c).is_none() && !number::is_numeral(c) {
            return char_at(text, after_blank(text, end));
        }
        end += c.len_utf8();
    }
    None
}

/// What stands between the two years of a fiscal year: 2019-20年度, 二零一九／二零年度.
const JOINTS: [char; 5] = ['／', '/', '-', '–', '—'];

/// The second year of a fiscal year whose first year begins at a byte, and where its two digits lie.
fn fiscal_year(text: &str, at: usize) -> Option<(u32, std::ops::Range<usize>)> {
    let (first, end) = year(text, at)?;
    let joint = char_at(text, end).filter(|c| JOINTS.contains(c))?;
    let start = end + joint.len_utf8();
    let mut last = start;
    let mut value = 0;
    for _ in 0..2 {
        let c = char_at(text, last)?;
        value = value * 10 + arabic::digit(c).or_else(|| number::digit(c))?;
        last += c.len_utf8();
    }
    let second = first / 100 * 100 + value;
    let is_next = second == first + 1 || (first % 100 == 99 && value == 0);
    let second = if second < first { second + 100 } else { second };
    (is_next && is_at(text, last, "年")).then_some((second, start..last))
}

/// The second year, where it begins at a byte.
fn end_of_fiscal_year(text: &str, at: usize) -> Option<Draft> {
    let joint = char_before(text, at).filter(|c| JOINTS.contains(c))?;
    let before = &text[..at - joint.len_utf8()];
    let (start, _) = before.char_indices().rev().nth(3)?;
    let (second, digits) = fiscal_year(text, start).filter(|(_, digits)| digits.start == at)?;
    Some(date(at..digits.end + "年".len(), Some(second), Unit::YEAR))
}

/// Reads the date that begins at a byte.
pub(super) fn chinese_date(text: &str, at: usize) -> Option<Draft> {
    let first = char_at(text, at)?;
    let is_arabic = arabic::digit(first).is_some();
    match mark_after(text, at) {
        Some(mark) if JOINTS.contains(&mark) && fiscal_year(text, at).is_some() => {
            let (year, end) = year(text, at)?;
            return Some(date(at..end, Some(year), Unit::YEAR));
        }
        Some('年') if end_of_fiscal_year(text, at).is_some() => {
            return end_of_fiscal_year(text, at);
        }
        Some('世') => return century(text, at),
        Some('年') => {
            if let Some(found) = decade(text, at) {
                return Some(found);
            }
        }
        Some('时' | '点') => return clock(text, at),
        Some('月' | '季' | '、' | '和' | '至' | '到' | '及' | '—') => {
            if let Some(found) = quarter(text, at, at) {
                return Some(found);
            }
        }
        Some('日') => {}
        _ if !is_arabic => return dotted(text, at),
        _ => {}
    }
    if is_arabic && let Some(found) = dotted(text, at).or_else(|| numeric(text, at)) {
        return Some(found);
    }
    if let Some((year, end)) = year(text, at) {
        return with_year(text, at, year, end);
    }
    if let Some((month, end)) = date_part(text, at, 12, '月') {
        return Some(match date_part(text, end, 31, '日') {
            Some((day, end)) => date(at..end, Some(month * 100 + day), Unit::MONTH_DAY),
            None => date(at..after_part(text, end), Some(month), Unit::MONTH_OF_YEAR),
        });
    }
    if is_arabic {
        let (day, end) = date_part(text, at, 31, '日')?;
        let is_length = ["内", "后", "游"].iter().any(|word| is_at(text, end, word));
        // 30日元 is money, 1日元旦 a day.
        let is_money =
            is_at(text, end, "元") && !["元旦", "元宵"].iter().any(|word| is_at(text, end, word));
        return (!is_length && !is_money).then(|| date(at..end, Some(day), Unit::DAY_OF_MONTH));
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
            None => {
                let end = after_part(text, after);
                date(at..end, Some(year * 100 + month), Unit::YEAR_MONTH)
            }
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

/// A byte after 份, which goes with the month: 4月份.
fn after_part(text: &str, at: usize) -> usize {
    let is_part = is_at(text, at, "份") && !is_at(text, at, "份额");
    if is_part { at + "份".len() } else { at }
}

/// 第一季度 and 一季度: a quarter of a year. In 二、三季度 and 三、四月 the word stands at the end.
pub(super) fn quarter(text: &str, at: usize, number_at: usize) -> Option<Draft> {
    if let Some((value, unit)) = in_a_list(text, number_at) {
        let first = char_at(text, number_at)?;
        return Some(date(at..number_at + first.len_utf8(), Some(value), unit));
    }
    let (value, end) = small(text, number_at)?;
    let is_quarter = (1..=4).contains(&value) && is_at(text, end, "季度");
    is_quarter.then(|| date(at..end + "季度".len(), Some(value), Unit::QUARTER))
}

/// The value and unit of a Chinese digit in a list of quarters or months.
fn in_a_list(text: &str, at: usize) -> Option<(u32, Unit)> {
    let digit = |at: usize| number::digit(char_at(text, at)?).filter(|digit| *digit > 0);
    let value = digit(at)?;
    let mut end = at + "一".len();
    for _ in 0..3 {
        // 一二季度 stand without a joint.
        let joint = char_at(text, end).filter(|c| "、和至到及—-".contains(*c));
        let next = end + joint.map_or(0, char::len_utf8);
        digit(next)?;
        end = next + "一".len();
        if is_at(text, end, "季度") {
            // 一、二季度 at the beginning of a line is not a label.
            return (value <= 4).then_some((value, Unit::QUARTER));
        }
        if joint.is_some() && is_at(text, end, "月") && !is_at(text, end, "月球") {
            return Some((value, Unit::MONTH_OF_YEAR));
        }
    }
    None
}

/// 上半年 and 下半年.
pub(super) fn half_year(text: &str, at: usize) -> Option<Draft> {
    let end = at + "上半年".len();
    let value = match text.get(at..end)? {
        "上半年" => 1,
        "下半年" => 2,
        _ => return None,
    };
    Some(date(at..end, Some(value), Unit::HALF_YEAR))
}

/// 20世纪70年代 and 21世纪.
fn century(text: &str, at: usize) -> Option<Draft> {
    let (value, end) = small(text, at).filter(|(_, end)| is_at(text, *end, "世纪"))?;
    let after = end + "世纪".len();
    let years = small(text, after)
        .filter(|(years, end)| years % 10 == 0 && *years < 100 && is_at(text, *end, "年代"));
    let Some((years, end)) = years else {
        let draft = Draft::new(at..after, QuantityKind::Ordinal, Some(Decimal::from(value)));
        return Some(draft.with_unit_name(Unit::CENTURY));
    };
    let year = value.checked_sub(1)?.checked_mul(100)?.checked_add(years)?;
    Some(date(at..end + "年代".len(), Some(year), Unit::DECADE))
}

/// 70年代 and 1970年代.
fn decade(text: &str, at: usize) -> Option<Draft> {
    let (value, end) = small(text, at).filter(|(_, end)| is_at(text, *end, "年代"))?;
    if value % 10 != 0 || is_at(text, end, "年代表") {
        return None;
    }
    let (start, first) = match value {
        1000..=2100 => (at, 0),
        10..100 if is_before(text, at, "本世纪") => (at - "本世纪".len(), 2000),
        10..100 if is_before(text, at, "上世纪") => (at - "上世纪".len(), 1900),
        10..100 => (at, 1900),
        _ => return None,
    };
    Some(date(start..end + "年代".len(), Some(first + value), Unit::DECADE))
}

/// The parts of the day that may stand before an hour.
const DAYTIMES: [&str; 8] = ["上午", "下午", "凌晨", "晚上", "中午", "早上", "傍晚", "清晨"];

/// A number below 60 that a mark follows, and where the mark ends. 点 begins no fraction here.
fn time_part(text: &str, at: usize, limit: u32, marks: &[char]) -> Option<(char, usize)> {
    let mut end = at;
    for _ in 0..4 {
        let c = char_at(text, end)?;
        if marks.contains(&c) {
            let (value, used) = small(text.get(at..end)?, 0)?;
            let is_part = value < limit && used == end - at;
            return is_part.then(|| (c, end + c.len_utf8()));
        }
        if arabic::digit(c).is_none() && !number::is_numeral(c) {
            return None;
        }
        end += c.len_utf8();
    }
    None
}

/// 上午9时30分, 9点30分: one time of day.
fn clock(text: &str, at: usize) -> Option<Draft> {
    let (mark, end) = time_part(text, at, 25, &['时', '点'])?;
    let is_daytime = DAYTIMES.iter().any(|word| is_before(text, at, word));
    let minutes = time_part(text, end, 60, &['分']).map(|(_, end)| end);
    let half = is_at(text, end, "半").then(|| end + "半".len());
    let has_digits = char_at(text, at).is_some_and(|c| arabic::digit(c).is_some());
    // 长度达到8时 is when it reaches eight.
    let stands_in_a_day = char_before(text, at)
        .is_some_and(|c| "日天早晨午晚夜至时于—–-~～".contains(c))
        || char_at(text, end).is_some_and(|c| "至到许整起止前后以—–-~～".contains(c));
    let is_hour = mark == '时' && has_digits && !is_at(text, end, "间") && stands_in_a_day;
    let is_time = is_daytime || minutes.is_some() || (is_hour && half.is_none());
    is_time.then(|| date(at..minutes.or(half).unwrap_or(end), None, Unit::CLOCK))
}
