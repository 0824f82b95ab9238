//! Chinese and mixed numerals: 三千二百, 5亿1万, 1.35万亿, 二〇一八.

use super::sum::{Part, Sum};
use crate::annotate::numerals::{after_blank, arabic, char_at, char_before, is_at};
use crate::model::Decimal;

/// How a numeral is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Chinese words: 三千二百.
    Words,
    /// With Arabic digits: 3千2百.
    Digits,
    /// Scales only: 千亿.
    Round,
    /// Digits in a row without scales: 二〇一八.
    Row,
    /// It names no number: 几十, 两三.
    Vague,
    /// Characters of numerals that are not one number as far as is known: 2百3百, 12,34.
    Unread,
}

/// A numeral as read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numeral {
    /// Where it ends.
    pub(super) end: usize,
    /// Its value, if the words name one and it fits.
    pub(super) value: Option<Decimal>,
    form: Form,
    /// Whether there are Arabic digits in it.
    has_digits: bool,
    /// Whether 多, 余 or 几 makes it more.
    pub(super) is_more: bool,
    /// The power of ten of the last scale.
    pub(super) scale: i32,
}

impl Numeral {
    /// Whether there are Arabic digits in it.
    pub(super) fn has_digits(&self) -> bool {
        self.has_digits
    }

    /// Whether it is not one number as far as is known, so that no part of it is read.
    pub(super) fn is_unread(&self) -> bool {
        self.form == Form::Unread
    }

    /// The same and a half.
    pub(super) fn and_a_half(mut self) -> Self {
        self.value = self.value.and_then(|value| value.plus(Decimal::HALF));
        self
    }

    /// The same as a number that is named: 八五 before 折.
    pub(super) fn exact(mut self) -> Self {
        self.form = Form::Words;
        self
    }

    /// The same and more.
    pub(super) fn and_more(mut self) -> Self {
        self.is_more = true;
        self
    }

    /// Whether it is scales only: 千亿.
    pub(super) fn is_round(&self) -> bool {
        self.form == Form::Round
    }

    /// Whether it is digits in a row without scales: 二〇一八.
    pub(super) fn is_row(&self) -> bool {
        self.form == Form::Row
    }

    /// Whether it names no number: 几十, 两三.
    pub(super) fn is_vague(&self) -> bool {
        self.form == Form::Vague
    }
}

/// The value of a Chinese digit. Banker's numerals are none: 队伍, 陆上.
pub(super) fn digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '○' | '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// The power of ten of a scale.
fn scale(c: char) -> Option<i32> {
    Some(match c {
        '十' => 1,
        '百' => 2,
        '千' => 3,
        '万' => 4,
        '亿' => 8,
        _ => return None,
    })
}

/// Whether a character can be part of a Chinese numeral.
pub(in crate::annotate::numerals) fn is_numeral(c: char) -> bool {
    digit(c).is_some() || scale(c).is_some()
}

/// The scale at a byte, unless it begins a unit: 千米, 百分点.
fn scale_at(text: &str, at: usize) -> Option<(char, i32)> {
    let c = char_at(text, at)?;
    let power = scale(c)?;
    let next = char_at(text, at + c.len_utf8());
    let is_unit = match c {
        '千' => matches!(next, Some('米' | '克' | '瓦' | '卡' | '伏' | '赫')),
        '百' => next == Some('分'),
        _ => false,
    };
    (!is_unit).then_some((c, power))
}

/// Digits in a row: where they end, how many, and their value.
fn digit_row(text: &str, at: usize) -> (usize, usize, Option<Decimal>) {
    let mut end = at;
    let mut count = 0;
    let mut value = Some(Decimal::ZERO);
    while let Some((c, digit)) = char_at(text, end).and_then(|c| Some((c, digit(c)?))) {
        value = value
            .and_then(|value| value.shifted(1))
            .and_then(|value| value.plus(Decimal::from(digit)));
        end += c.len_utf8();
        count += 1;
    }
    (end, count, value)
}

/// The fraction that 点 and the digits after it add, and where they end: .5 in 一点五.
fn point(text: &str, at: usize) -> Option<(usize, Option<Decimal>)> {
    if char_at(text, at) != Some('点') {
        return None;
    }
    let (end, count, value) = digit_row(text, at + '点'.len_utf8());
    let places = i32::try_from(count).ok().filter(|places| *places > 0)?;
    Some((end, value.and_then(|value| value.shifted(-places))))
}

/// Whether 多, 余 or 几 stands at a byte as "and some more", and where it ends.
fn more(text: &str, at: usize) -> Option<usize> {
    let c = char_at(text, at).filter(|c| matches!(c, '多' | '余' | '几'))?;
    let end = at + c.len_utf8();
    let is_word =
        c == '多' && ["元化", "样", "层", "边", "式", "方"].iter().any(|w| is_at(text, end, w));
    (!is_word).then_some(end)
}

/// What the last part of a numeral was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    Nothing,
    Number,
    /// One Chinese digit right after a scale: 四百五.
    Short,
    Scale,
    Zero,
}

/// The numeral in progress.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    start: usize,
    sum: Sum,
    has_digits: bool,
    has_number: bool,
    is_more: bool,
    last: Last,
    last_scale: i32,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, start: usize) -> Self {
        Self {
            text,
            at: start,
            start,
            sum: Sum::NOTHING,
            has_digits: false,
            has_number: false,
            is_more: false,
            last: Last::Nothing,
            last_scale: 0,
        }
    }

    /// Takes one part of the numeral; false at its end.
    fn step(&mut self) -> bool {
        let Some(c) = char_at(self.text, self.at) else { return false };
        if arabic::digit(c).is_some() {
            return self.arabic();
        }
        if digit(c).is_some() {
            return self.take_digits();
        }
        if c == '点' {
            return self.take_point();
        }
        // 4.3 亿: a blank between digits and scale.
        let is_waiting = self.sum.waiting.is_present() && self.has_digits;
        let here = if is_waiting { after_blank(self.text, self.at) } else { self.at };
        if let Some((c, power)) = scale_at(self.text, here) {
            return self.scale(c, here, power);
        }
        let can_be_more = self.at > self.start && !self.is_more && self.last != Last::Short;
        let Some(end) = more(self.text, here).filter(|_| can_be_more) else { return false };
        if char_at(self.text, here) == Some('几') && self.last != Last::Scale {
            return false;
        }
        self.is_more = true;
        self.at = end;
        scale_at(self.text, end).is_some()
    }

    fn arabic(&mut self) -> bool {
        let is_mixed = self.at > self.start && !self.has_digits;
        if self.sum.waiting.is_present() || self.is_more || is_mixed {
            return false;
        }
        let Some(number) = arabic::number_in_digits(self.text, self.at) else { return false };
        self.sum.waiting = Part::of(number.value);
        self.at = number.end;
        (self.has_digits, self.has_number, self.last) = (true, true, Last::Number);
        true
    }

    fn take_digits(&mut self) -> bool {
        if self.sum.waiting.is_present() || self.is_more {
            return false;
        }
        let Some(c) = char_at(self.text, self.at) else { return false };
        if digit(c) == Some(0) && self.last == Last::Scale {
            self.at += c.len_utf8();
            self.last = Last::Zero;
            return true;
        }
        let (end, count, value) = digit_row(self.text, self.at);
        if count == 2 && self.last == Last::Scale && !self.has_digits {
            // 十七八 and 二十五六 name no number.
            (self.at, self.last) = (end, Last::Number);
            (self.sum.waiting, self.sum.is_vague) = (Part::of(value), true);
            return true;
        }
        if count > 1 {
            return false;
        }
        let is_short = self.last == Last::Scale && self.last_scale >= 2;
        self.last = if is_short { Last::Short } else { Last::Number };
        self.has_number = true;
        self.at = end;
        self.sum.waiting = Part::of(value);
        true
    }

    /// Takes 点 and its digits: 一点五, 三十点二亿, 一百点六万.
    fn take_point(&mut self) -> bool {
        let can_stand = self.has_number && !self.has_digits && !self.is_more && !self.sum.is_vague;
        if !can_stand || self.sum.has_point || matches!(self.last, Last::Short | Last::Zero) {
            return false;
        }
        let Some((end, value)) = point(self.text, self.at) else { return false };
        self.sum.waiting = self.sum.waiting.plus(Part::of(value));
        self.sum.has_point = true;
        (self.at, self.last) = (end, Last::Number);
        true
    }

    fn scale(&mut self, c: char, here: usize, power: i32) -> bool {
        if c == '十' && self.has_digits && self.sum.waiting.is_present() {
            return false;
        }
        // 四百五万 and 四百五千 are nothing.
        let is_after_short = self.last == Last::Short && power >= self.last_scale;
        if is_after_short || !self.sum.scale(power, self.at == self.start) {
            return false;
        }
        self.at = here + c.len_utf8();
        self.has_number |= c == '十';
        (self.last_scale, self.last) = (power, Last::Scale);
        true
    }
}

/// Chinese digits in a row, if there are two or more: a year, or a vague 两三, 七八十万.
fn digits_in_a_row(text: &str, at: usize) -> Option<Numeral> {
    let (end, count, value) = digit_row(text, at);
    if count < 2 {
        return None;
    }
    let mut end = end;
    let mut has_scale = false;
    let mut is_more = false;
    if count == 2 {
        while let Some((c, _)) = scale_at(text, end) {
            end += c.len_utf8();
            has_scale = true;
            if let Some(after) = more(text, end).filter(|_| !is_more) {
                (end, is_more) = (after, true);
            }
        }
    }
    let form = if count == 2 { Form::Vague } else { Form::Row };
    let value = value.filter(|_| form == Form::Row);
    let scale = if has_scale { top_scale(&text[at..end]) } else { 0 };
    Some(Numeral { end, value, form, has_digits: false, is_more, scale })
}

/// Where the numeral characters end that go on at a byte after a numeral, if any do.
fn rest_of_run(text: &str, from: usize) -> Option<usize> {
    let is_arabic = |c: Option<char>| c.is_some_and(|c| arabic::digit(c).is_some());
    let mut end = from;
    while let Some(c) = char_at(text, end) {
        let after = end + c.len_utf8();
        let goes_on = match c {
            ',' | '.' => is_arabic(char_before(text, end)) && is_arabic(char_at(text, after)),
            '点' => {
                let is_han = |c: Option<char>| c.is_some_and(is_numeral);
                is_han(char_before(text, end))
                    && char_at(text, after).is_some_and(|c| digit(c).is_some())
            }
            _ => arabic::digit(c).is_some() || digit(c).is_some() || scale_at(text, end).is_some(),
        };
        if !goes_on {
            break;
        }
        end = after;
    }
    (end > from).then_some(end)
}

/// Reads the numeral that begins at a byte: all of its characters, or none of them.
pub(super) fn chinese_numeral(text: &str, at: usize) -> Option<Numeral> {
    let numeral = beginning(text, at)?;
    let Some(end) = rest_of_run(text, numeral.end) else { return Some(numeral) };
    let has_digits = text[at..end].contains(|c| arabic::digit(c).is_some());
    Some(Numeral { end, value: None, form: Form::Unread, has_digits, is_more: false, scale: 0 })
}

/// .5%: the same numeral with the point before it, and where that begins.
pub(super) fn with_point_before(text: &str, at: usize, numeral: Numeral) -> (usize, Numeral) {
    let Some(point) = char_before(text, at).filter(|c| matches!(c, '.' | '．')) else {
        return (at, numeral);
    };
    let start = at - point.len_utf8();
    let is_joined = char_before(text, start).is_some_and(|c| c.is_ascii_alphanumeric() || c == '.');
    let places = arabic::number_in_digits(text, at).map_or(0, |number| number.plain_digits);
    match i32::try_from(places) {
        Ok(places) if places > 0 && !is_joined => {
            let value = numeral.value.and_then(|value| value.shifted(-places));
            (start, Numeral { value, ..numeral })
        }
        _ => (at, numeral),
    }
}

/// The longest numeral that begins at a byte, whatever goes on after it.
fn beginning(text: &str, at: usize) -> Option<Numeral> {
    let first = char_at(text, at)?;
    if let Some(row) = digits_in_a_row(text, at) {
        return Some(row);
    }
    let begins_vague = matches!(first, '几' | '数');
    let start = if begins_vague { at + first.len_utf8() } else { at };
    if begins_vague && scale_at(text, start).is_none() {
        return None;
    }
    let mut reader = Reader::new(text, start);
    while reader.step() {}
    if reader.at == start {
        return None;
    }
    if reader.last == Last::Short {
        // 四百五 is 450.
        reader.sum.waiting = reader.sum.waiting.shifted(reader.last_scale - 1);
    }
    // 百十个 are about a hundred.
    let is_vague = begins_vague || reader.sum.is_vague || text[start..].starts_with("百十");
    let form = match reader {
        _ if is_vague => Form::Vague,
        Reader { has_digits: true, .. } => Form::Digits,
        Reader { has_number: true, .. } => Form::Words,
        _ => Form::Round,
    };
    Some(Numeral {
        end: reader.at,
        value: reader.sum.total().filter(|_| form != Form::Vague),
        form,
        has_digits: reader.has_digits,
        is_more: reader.is_more,
        scale: top_scale(&text[start..reader.at]),
    })
}

/// The power of ten of the scales a numeral ends with: 12 for 1.2万亿.
fn top_scale(numeral: &str) -> i32 {
    let scales = numeral.chars().rev().filter(|c| !matches!(c, '多' | '余' | '几'));
    scales.map_while(scale).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numerals_have_their_exact_value() {
        for (text, wanted) in [
            ("三", "3"),
            ("十", "10"),
            ("十九", "19"),
            ("二十五", "25"),
            ("一百零五", "105"),
            ("四百五", "450"),
            ("一万三", "13000"),
            ("三千二百", "3200"),
            ("一万零三十", "10030"),
            ("一百一十", "110"),
            ("一亿二千万", "120000000"),
            ("一万二千亿", "1200000000000"),
            ("3870亿", "387000000000"),
            ("1.35万亿", "1350000000000"),
            ("4.3 亿", "430000000"),
            ("5亿1万4千6百", "500014600"),
            ("3万4000", "34000"),
            ("1亿3千多万", "130000000"),
            ("二十几万", "200000"),
            ("千亿", "100000000000"),
            ("百", "100"),
            ("一点五", "1.5"),
            ("三十点二亿", "3020000000"),
            ("五十点二", "50.2"),
            ("一百点六万", "1006000"),
            ("十点四二", "10.42"),
            ("一万五千三百二十", "15320"),
            ("一亿三千万", "130000000"),
            ("2.5千", "2500"),
            ("１２", "12"),
            ("二○一五", "2015"),
        ] {
            let numeral = chinese_numeral(text, 0).unwrap();
            assert_eq!(numeral.value.map(|v| v.to_string()).as_deref(), Some(wanted), "{text}");
            assert_eq!(numeral.end, text.len(), "{text}");
        }
    }

    #[test]
    fn what_names_no_number_has_no_value() {
        for text in ["几十", "数百", "一万亿万亿万亿"] {
            let numeral = chinese_numeral(text, 0).unwrap();
            assert!(numeral.value.is_none(), "{text}");
        }
        for text in ["2百3百", "50,6530", "5065,300", "1,23", "3十", "三点二十", "四百五万", "5三"]
        {
            let numeral = chinese_numeral(text, 0).unwrap();
            assert!(numeral.is_unread() && numeral.end == text.len(), "{text}");
        }
        assert!(chinese_numeral("几年", 0).is_none());
    }

    /// Numerals of every form, each a whole number.
    fn numerals() -> impl Strategy<Value = String> {
        const DIGIT: [&str; 9] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];
        let scale = || prop::sample::select(vec!["", "", "万", "亿", "万亿"]);
        let arabic = (1_u32..10_000, prop::option::of(1_u32..100), scale()).prop_map(
            |(whole, fraction, scale)| match fraction {
                Some(fraction) => format!("{whole}.{fraction}{scale}"),
                None => format!("{whole}{scale}"),
            },
        );
        let digit = || prop::sample::select(DIGIT.to_vec());
        let small = prop::sample::select(vec!["", "十", "百", "千"]);
        let point = prop::option::of(digit());
        let han = (digit(), small, prop::option::of(digit()), point, scale()).prop_map(
            |(first, small, last, point, scale)| {
                let last = last.filter(|_| small == "十").unwrap_or_default();
                let point = point.map_or(String::new(), |digit| format!("点{digit}"));
                format!("{first}{small}{last}{point}{scale}")
            },
        );
        prop_oneof![arabic, han]
    }

    proptest! {
        /// Seen to fail where `rest_of_run` finds nothing: 共1〇元 was 1.
        #[test]
        fn a_character_more_never_leaves_the_value_of_a_part(
            numeral in numerals(),
            other in prop::sample::select(
                "0159０５〇零一二两三五九十百千万亿".chars().collect::<Vec<_>>()
            ),
            is_before in any::<bool>(),
            unit in prop_oneof![Just("元"), Just("%"), Just("人"), Just("亩"), Just("个百分点")],
            context in prop_oneof![Just("共"), Just("增长"), Just("超过"), Just("")],
        ) {
            let chinese = crate::annotate::numerals_of("zh").unwrap();
            let run = if is_before { format!("{other}{numeral}") } else { format!("{numeral}{other}") };
            let text = format!("{context}{run}{unit}");
            let run = context.len()..context.len() + run.len();
            for found in chinese.quantities(&text) {
                let is_whole = found.range.start <= run.start && found.range.end >= run.end;
                prop_assert!(is_whole || found.value.value.is_none(), "{text}: {found:?}");
            }
        }
    }
}
