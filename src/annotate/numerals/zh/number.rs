//! Chinese and mixed numerals: 三千二百, 5亿1万, 1.35万亿, 二〇一八.

use crate::annotate::numerals::{after_blank, arabic, char_at, is_at};
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
}

/// A numeral as read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numeral {
    /// Where it ends.
    pub(super) end: usize,
    /// Its value, if the words name one and it fits.
    pub(super) value: Option<Decimal>,
    form: Form,
    /// Whether 多, 余 or 几 makes it more.
    pub(super) is_more: bool,
    /// The power of ten of the last scale.
    pub(super) scale: i32,
}

impl Numeral {
    /// Whether there are Arabic digits in it.
    pub(super) fn has_digits(&self) -> bool {
        self.form == Form::Digits
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

/// A part of a numeral.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Absent,
    Is(Decimal),
    /// There is one, but it does not fit.
    TooLarge,
}

impl Part {
    fn of(value: Option<Decimal>) -> Self {
        value.map_or(Self::TooLarge, Self::Is)
    }

    fn is_present(self) -> bool {
        self != Self::Absent
    }

    fn plus(self, other: Self) -> Self {
        match (self, other) {
            (Self::Absent, only) | (only, Self::Absent) => only,
            (Self::Is(a), Self::Is(b)) => Self::of(a.plus(b)),
            _ => Self::TooLarge,
        }
    }

    fn shifted(self, power: i32) -> Self {
        match self {
            Self::Is(value) => Self::of(value.shifted(power)),
            other => other,
        }
    }

    /// The same, or one if there is none.
    fn or_one(self) -> Self {
        if self.is_present() { self } else { Self::Is(Decimal::ONE) }
    }
}

/// What has been read so far.
struct Sum {
    /// Above 亿.
    high: Part,
    /// Above 万.
    middle: Part,
    /// The thousands below.
    low: Part,
    /// A number that waits for its scale.
    waiting: Part,
    /// The last small scale of the section.
    small: i32,
}

impl Sum {
    const NOTHING: Self = Self {
        high: Part::Absent,
        middle: Part::Absent,
        low: Part::Absent,
        waiting: Part::Absent,
        small: 4,
    };

    /// Takes a scale; false if none can stand here.
    fn scale(&mut self, power: i32, is_first: bool) -> bool {
        let section = self.low.plus(self.waiting);
        match power {
            4 if !self.middle.is_present() && (is_first || section.is_present()) => {
                self.middle = section.or_one().shifted(power);
                (self.low, self.waiting, self.small) = (Part::Absent, Part::Absent, 4);
            }
            // 万亿 is a scale upon a scale.
            8 if !self.high.is_present()
                && (is_first || section.is_present() || self.middle.is_present()) =>
            {
                self.high = section.plus(self.middle).or_one().shifted(power);
                (self.middle, self.low) = (Part::Absent, Part::Absent);
                (self.waiting, self.small) = (Part::Absent, 4);
            }
            1..4 if power < self.small && (is_first || self.waiting.is_present() || power == 1) => {
                self.low = self.low.plus(self.waiting.or_one().shifted(power));
                (self.waiting, self.small) = (Part::Absent, power);
            }
            _ => return false,
        }
        true
    }

    fn total(&self) -> Option<Decimal> {
        match self.high.plus(self.middle).plus(self.low).plus(self.waiting) {
            Part::Is(value) => Some(value),
            _ => None,
        }
    }
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

/// The digits after 点: 一点五.
fn point(text: &str, at: usize, whole: Option<Decimal>) -> Option<(usize, Option<Decimal>)> {
    if !is_at(text, at, "点") {
        return None;
    }
    let (end, count, value) = digit_row(text, at + '点'.len_utf8());
    if count == 0 || count > 9 {
        return None;
    }
    let places = i32::try_from(count).ok()?;
    let value = value.and_then(|value| value.shifted(-places));
    Some((end, whole.zip(value).and_then(|(whole, value)| whole.plus(value))))
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
        if count > 1 {
            return false;
        }
        let is_short = self.last == Last::Scale && self.last_scale >= 2;
        self.last = if is_short { Last::Short } else { Last::Number };
        self.has_number = true;
        let (end, value) = point(self.text, end, value).unwrap_or((end, value));
        self.at = end;
        self.sum.waiting = Part::of(value);
        true
    }

    fn scale(&mut self, c: char, here: usize, power: i32) -> bool {
        if c == '十' && self.has_digits && self.sum.waiting.is_present() {
            return false;
        }
        if !self.sum.scale(power, self.at == self.start) {
            return false;
        }
        self.at = here + c.len_utf8();
        self.has_number |= c == '十';
        (self.last_scale, self.last) = (power, Last::Scale);
        true
    }
}

/// Chinese digits in a row, if there are two or more: a year, or a vague 两三.
fn digits_in_a_row(text: &str, at: usize) -> Option<Numeral> {
    let (end, count, value) = digit_row(text, at);
    if count < 2 {
        return None;
    }
    let next = scale_at(text, end).map(|(c, power)| (end + c.len_utf8(), power));
    let form = if count == 2 || next.is_some() { Form::Vague } else { Form::Row };
    let (end, scale) = next.unwrap_or((end, 0));
    let value = value.filter(|_| form == Form::Row);
    Some(Numeral { end, value, form, is_more: false, scale })
}

/// Reads the numeral that begins at a byte.
pub(super) fn chinese_numeral(text: &str, at: usize) -> Option<Numeral> {
    let first = char_at(text, at)?;
    if let Some(row) = digits_in_a_row(text, at) {
        return Some(row);
    }
    let is_vague = matches!(first, '几' | '数');
    let start = if is_vague { at + first.len_utf8() } else { at };
    if is_vague && scale_at(text, start).is_none() {
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
    let form = match reader {
        _ if is_vague => Form::Vague,
        Reader { has_digits: true, .. } => Form::Digits,
        Reader { has_number: true, .. } => Form::Words,
        _ => Form::Round,
    };
    Some(Numeral {
        end: reader.at,
        value: reader.sum.total().filter(|_| !is_vague),
        form,
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
            assert!(numeral.value.is_none() || numeral.end < text.len(), "{text}");
        }
        assert!(chinese_numeral("几年", 0).is_none());
    }
}
