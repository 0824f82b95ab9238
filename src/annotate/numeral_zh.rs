//! Chinese and mixed numerals: 三千二百, 5亿1万, 1.35万亿, 二〇一八.

use super::{after_blank, arabic, char_at, is_at};
use crate::model::Decimal;

/// A numeral as read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numeral {
    /// Where it ends.
    pub(super) end: usize,
    /// Its value, if the words name one and it fits.
    pub(super) value: Option<Decimal>,
    /// Whether there are Arabic digits in it.
    pub(super) has_digits: bool,
    /// Whether it is scales only: 千亿.
    pub(super) is_round: bool,
    /// Whether it is digits in a row without scales: 二〇一八.
    pub(super) is_row: bool,
    /// Whether 多, 余 or 几 makes it more.
    pub(super) is_more: bool,
    /// Whether it names no number: 几十, 两三.
    pub(super) is_vague: bool,
    /// The power of ten of the last scale.
    pub(super) scale: i32,
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
pub(super) fn is_numeral(c: char) -> bool {
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

/// What has been read so far. Values are `None` once something does not fit.
struct Sum {
    /// Above 亿.
    high: Option<Decimal>,
    /// Above 万.
    middle: Option<Decimal>,
    /// The thousands below.
    low: Option<Decimal>,
    /// A number that waits for its scale.
    waiting: Option<Option<Decimal>>,
    /// The last small scale of the section, and whether something stands in it.
    small: i32,
    has_low: bool,
    has_middle: bool,
    has_high: bool,
    fits: bool,
}

impl Sum {
    fn new() -> Self {
        let zero = Some(Decimal::ZERO);
        Self {
            high: zero,
            middle: zero,
            low: zero,
            waiting: None,
            small: 4,
            has_low: false,
            has_middle: false,
            has_high: false,
            fits: true,
        }
    }

    fn add(a: Option<Decimal>, b: Option<Decimal>) -> Option<Decimal> {
        a?.plus(b?)
    }

    /// Takes a scale; false if none can stand here.
    fn scale(&mut self, power: i32, is_first: bool) -> bool {
        let has_number = self.waiting.is_some() || self.has_low;
        let ten = power == 1 && self.small > 1;
        if self.waiting.is_none() && !is_first && !ten && (power < 4 || !has_number) {
            // 万亿, and nothing else, is a scale upon a scale.
            if !(power == 8 && self.has_middle && !self.has_high) {
                return false;
            }
        }
        let one = Some(Decimal::from(1));
        match power {
            4 if self.has_middle => return false,
            8 if self.has_high => return false,
            4 | 8 => {
                let waiting = self.waiting.take();
                let mut section = Self::add(self.low, waiting.unwrap_or(Some(Decimal::ZERO)));
                if power == 8 {
                    section = Self::add(section, self.middle);
                    self.middle = Some(Decimal::ZERO);
                    self.has_middle = false;
                }
                if !has_number && is_first {
                    section = one;
                }
                let section = section.and_then(|section| section.shifted(power));
                if power == 8 {
                    (self.high, self.has_high) = (section, true);
                } else {
                    (self.middle, self.has_middle) = (section, true);
                }
                self.fits &= section.is_some();
                (self.low, self.has_low, self.small) = (Some(Decimal::ZERO), false, 4);
            }
            small if small < self.small => {
                let times = self.waiting.take().unwrap_or(one);
                self.low = Self::add(self.low, times.and_then(|times| times.shifted(small)));
                self.fits &= self.low.is_some();
                (self.small, self.has_low) = (small, true);
            }
            _ => return false,
        }
        true
    }

    fn total(&self) -> Option<Decimal> {
        if !self.fits {
            return None;
        }
        let waiting = self.waiting.unwrap_or(Some(Decimal::ZERO));
        Self::add(Self::add(self.high, self.middle), Self::add(self.low, waiting))
    }
}

/// Digits in a row: where they end, how many, and their value.
fn row(text: &str, at: usize) -> (usize, usize, Option<Decimal>) {
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
    let (end, count, value) = row(text, at + '点'.len_utf8());
    if count == 0 || count > 9 {
        return None;
    }
    let places = i32::try_from(count).ok()?;
    Some((end, Sum::add(whole, value.and_then(|value| value.shifted(-places)))))
}

/// Whether 多, 余 or 几 stands at a byte as "and some more", and where it ends.
fn more(text: &str, at: usize) -> Option<usize> {
    let c = char_at(text, at).filter(|c| matches!(c, '多' | '余' | '几'))?;
    let end = at + c.len_utf8();
    let is_word =
        c == '多' && ["元化", "样", "层", "边", "式", "方"].iter().any(|w| is_at(text, end, w));
    (!is_word).then_some(end)
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
    last_scale: i32,
    /// Whether the waiting number is one Chinese digit right after a scale: 四百五.
    is_short: bool,
    is_after_scale: bool,
}

impl Reader<'_> {
    /// Takes one part of the numeral; false at its end.
    fn step(&mut self) -> bool {
        let Some(c) = char_at(self.text, self.at) else { return false };
        if arabic::digit(c).is_some() {
            return self.arabic();
        }
        if digit(c).is_some() {
            return self.digits();
        }
        // 4.3 亿: a blank between digits and scale.
        let here = if self.sum.waiting.is_some() && self.has_digits {
            after_blank(self.text, self.at)
        } else {
            self.at
        };
        if let Some((c, power)) = scale_at(self.text, here) {
            return self.scale(c, here, power);
        }
        match more(self.text, here) {
            Some(end) if self.at > self.start && !self.is_more && !self.is_short => {
                if char_at(self.text, here) == Some('几') && !self.is_after_scale {
                    return false;
                }
                self.is_more = true;
                self.at = end;
                scale_at(self.text, end).is_some()
            }
            _ => false,
        }
    }

    fn arabic(&mut self) -> bool {
        if self.sum.waiting.is_some() || self.is_more || (self.at > self.start && !self.has_digits)
        {
            return false;
        }
        let Some(number) = arabic::read(self.text, self.at) else { return false };
        self.sum.fits &= number.value.is_some();
        self.sum.waiting = Some(number.value);
        self.at = number.end;
        (self.has_digits, self.has_number, self.is_short) = (true, true, false);
        true
    }

    fn digits(&mut self) -> bool {
        if self.sum.waiting.is_some() || self.is_more {
            return false;
        }
        let is_zero = char_at(self.text, self.at).and_then(digit) == Some(0);
        let zero_end = self.at + char_at(self.text, self.at).map_or(0, char::len_utf8);
        if is_zero && self.is_after_scale {
            self.at = zero_end;
            self.is_after_scale = false;
            return true;
        }
        let (end, count, value) = row(self.text, self.at);
        if count > 1 {
            return false;
        }
        self.at = end;
        self.is_short = self.is_after_scale && self.last_scale >= 2;
        self.sum.waiting = Some(value);
        self.has_number = true;
        if let Some((end, value)) = point(self.text, end, value) {
            self.at = end;
            self.sum.waiting = Some(value);
        }
        true
    }

    fn scale(&mut self, c: char, here: usize, power: i32) -> bool {
        if c == '十' && self.has_digits && self.sum.waiting.is_some() {
            return false;
        }
        if !self.sum.scale(power, self.at == self.start) {
            return false;
        }
        self.at = here + c.len_utf8();
        self.has_number |= c == '十';
        (self.last_scale, self.is_after_scale, self.is_short) = (power, true, false);
        true
    }
}

/// Reads the numeral that begins at a byte.
pub(super) fn read(text: &str, at: usize) -> Option<Numeral> {
    let first = char_at(text, at)?;
    if digit(first).is_some() {
        let (end, count, value) = row(text, at);
        if count > 1 {
            let next = scale_at(text, end).map(|(c, power)| (end + c.len_utf8(), power));
            let (end, scale) = next.unwrap_or((end, 0));
            return Some(Numeral {
                end,
                value: value.filter(|_| scale == 0),
                has_digits: false,
                is_round: false,
                is_row: true,
                is_more: false,
                is_vague: count == 2 || scale > 0,
                scale,
            });
        }
    }
    let vague = matches!(first, '几' | '数').then(|| at + first.len_utf8());
    let start = vague.unwrap_or(at);
    if vague.is_some() && scale_at(text, start).is_none() {
        return None;
    }
    let mut reader = Reader {
        text,
        at: start,
        start,
        sum: Sum::new(),
        has_digits: false,
        has_number: false,
        is_more: false,
        last_scale: 0,
        is_short: false,
        is_after_scale: false,
    };
    while reader.step() {}
    if reader.at == start {
        return None;
    }
    if reader.is_short {
        // 四百五 is 450.
        let last = reader.last_scale - 1;
        reader.sum.waiting = reader.sum.waiting.map(|value| value.and_then(|v| v.shifted(last)));
    }
    Some(Numeral {
        end: reader.at,
        value: if vague.is_some() { None } else { reader.sum.total() },
        has_digits: reader.has_digits,
        is_round: !reader.has_number && vague.is_none(),
        is_row: false,
        is_more: reader.is_more,
        is_vague: vague.is_some(),
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
            let numeral = read(text, 0).unwrap();
            assert_eq!(numeral.value.map(|v| v.to_string()).as_deref(), Some(wanted), "{text}");
            assert_eq!(numeral.end, text.len(), "{text}");
        }
    }

    #[test]
    fn what_names_no_number_has_no_value() {
        for text in ["几十", "数百", "一万亿万亿万亿"] {
            let numeral = read(text, 0).unwrap();
            assert!(numeral.value.is_none() || numeral.end < text.len(), "{text}");
        }
        assert!(read("几年", 0).is_none());
    }
}
