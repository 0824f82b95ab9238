//! A day, however a cover writes it.

use crate::model::Day;

/// The first year of the republican calendar, less one.
const REPUBLIC: i16 = 1911;

/// The day a text states: `2018年3月31日`, 二〇一八年三月三十一日, `March 31, 2018`, `31 March 2018`.
pub(in crate::intake) fn day_in(text: &str) -> Option<Day> {
    let packed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    chinese_day(&packed).or_else(|| english_day(text))
}

fn chinese_day(packed: &str) -> Option<Day> {
    let year_end = packed.find('年')?;
    let before = &packed[..year_end];
    let start = before
        .rfind(|c| value_of(c).is_none() && c != '十')
        .map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
    let is_republic = ["民國", "民国"].iter().any(|name| before[..start].ends_with(name));
    let year = match before[start..].parse::<i16>() {
        Ok(year) if is_republic => REPUBLIC + year,
        _ => year_of(&before[start..])?,
    };
    let rest = &packed[year_end + '年'.len_utf8()..];
    let (month, rest) = rest.split_once('月')?;
    let (number, _) = rest.split_once('日')?;
    valid(year, small(month)?, small(number)?)
}

/// A year in digits; of fewer than four Chinese digits one of the republican calendar.
fn year_of(words: &str) -> Option<i16> {
    let digits: Vec<u8> = words.chars().map(value_of).collect::<Option<_>>().unwrap_or_default();
    if digits.len() == 4 {
        let year = digits.iter().fold(0_i16, |year, digit| year * 10 + i16::from(*digit));
        return Some(year);
    }
    let is_chinese = words.chars().all(|c| !c.is_ascii()) && !words.is_empty();
    let year = small(words).filter(|_| is_chinese)?;
    Some(REPUBLIC + i16::from(year))
}

/// A number below 100 in digits or in Chinese.
fn small(words: &str) -> Option<i8> {
    if let Ok(number) = words.parse::<i8>() {
        return Some(number);
    }
    let digit = |words: &str| {
        let mut chars = words.chars();
        let only = chars.next().and_then(value_of);
        only.filter(|_| chars.next().is_none())
    };
    let value = match words.split_once('十') {
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { digit(tens)? };
            let ones = if ones.is_empty() { 0 } else { digit(ones)? };
            tens * 10 + ones
        }
        None => digit(words)?,
    };
    i8::try_from(value).ok()
}

fn value_of(c: char) -> Option<u8> {
    let digit = match c {
        '0'..='9' => u32::from(c) - u32::from('0'),
        '０'..='９' => u32::from(c) - u32::from('０'),
        '〇' | '○' | '零' | 'Ｏ' => 0,
        _ => u32::try_from("一二三四五六七八九".chars().position(|own| own == c)? + 1).ok()?,
    };
    u8::try_from(digit).ok()
}

fn english_day(text: &str) -> Option<Day> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let month = |word: &str| {
        let at = Day::MONTHS.iter().position(|name| {
            name.eq_ignore_ascii_case(word)
                || (word.len() == 3 && name[..3].eq_ignore_ascii_case(word))
        })?;
        i8::try_from(at + 1).ok()
    };
    let number =
        |word: &str| word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse::<i8>().ok();
    words.windows(3).find_map(|three| {
        let year = three[2].parse::<i16>().ok().filter(|year| (1000..3000).contains(year))?;
        let month_first = month(three[0]).zip(number(three[1]));
        let (month, number) = month_first.or_else(|| month(three[1]).zip(number(three[0])))?;
        valid(year, month, number)
    })
}

fn valid(year: i16, month: i8, day: i8) -> Option<Day> {
    jiff::civil::Date::new(year, month, day).ok()?;
    Some(Day { year, month, day })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_in_digits_and_in_words() {
        for (text, iso) in [
            ("——2018年3月31日在甲市", Some("2018-03-31")),
            ("（ 2018 年 3 月 31 日 ）", Some("2018-03-31")),
            ("二〇一八年三月三十一日", Some("2018-03-31")),
            ("二零二四年二月二十八日", Some("2024-02-28")),
            ("中華民國四十六年五月六日", Some("1957-05-06")),
            ("中華民國112年11月6日", Some("2023-11-06")),
            ("Delivered on March 14, 2023", Some("2023-03-14")),
            ("9 February 2022", Some("2022-02-09")),
            ("2018年2月30日", None),
            ("2018年工作", None),
            ("第三次会议", None),
        ] {
            assert_eq!(day_in(text).map(Day::iso).as_deref(), iso, "{text}");
        }
    }
}
