//! The numbers that heads of official texts begin with.

use std::ops::Range;

/// A kind of number. The order is that in which kinds lie inside one another: GB/T 9704—2012, 7.3.3 has 一、 over
/// （一） over 1. over （1）; parts and chapters lie above, 一是 below.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum NumberKind {
    /// 附件2, `Annex 1`: what stands behind the text.
    Annex,
    /// 第一部分, 第一编, `Part I`.
    Part,
    /// 第一章, `Chapter 1`.
    Chapter,
    /// 第一节, `Section 1`.
    Section,
    /// 甲、 or 壹、.
    Formal,
    /// `I.`
    Roman,
    /// `A.`
    Letter,
    /// 一、
    Han,
    /// （一）
    HanInBrackets,
    /// `1.`, 1、
    Arabic,
    /// `1.1`
    Decimal,
    /// `1.1.1`
    DeepDecimal,
    /// （1）
    ArabicInBrackets,
    /// ①
    Circled,
    /// 一是
    Enumerated,
}

/// A number at the beginning of a head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HeadNumber {
    /// Its kind.
    pub(super) kind: NumberKind,
    /// Its value, from 1; of `3.2` the last number.
    pub(super) value: u32,
    /// The bytes it takes, with its marks.
    pub(super) range: Range<usize>,
}

const HAN_DIGITS: &str = "一二三四五六七八九";
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const FORMAL_DIGITS: &str = "壹贰叁肆伍陆柒捌玖拾";
const FORMAL_TRADITIONAL: &str = "壹貳參肆伍陸柒捌玖拾";

/// The number a text begins with.
pub(super) fn head_number(text: &str) -> Option<HeadNumber> {
    annex(text)
        .or_else(|| ordinal_head(text))
        .or_else(|| in_brackets(text))
        .or_else(|| listed(text))
        .or_else(|| english(text))
        .or_else(|| decimal(text))
        .or_else(|| bare_number(text))
        .or_else(|| circled_number(text))
        .or_else(|| enumerated(text))
}

fn head_number_of(kind: NumberKind, value: u32, end: usize) -> HeadNumber {
    HeadNumber { kind, value, range: 0..end }
}

/// 附件, 附件2：, `Annex 1`.
fn annex(text: &str) -> Option<HeadNumber> {
    let names = ["附件", "附录", "附錄", "Annex", "ANNEX", "Appendix", "APPENDIX"];
    let name = names.iter().find(|name| text.starts_with(**name))?;
    let rest = &text[name.len()..];
    let words = rest.trim_start();
    let is_number = |c: &char| c.is_ascii_digit() || is_han_digit(*c);
    let digits: String = words.chars().take_while(is_number).collect();
    let value = han_value(&digits).or_else(|| digits.parse().ok()).unwrap_or(1);
    let after = &words[digits.len()..];
    let is_parted = after.is_empty()
        || after.starts_with(|c: char| c.is_whitespace() || "：:.．、".contains(c));
    let sign = after.chars().next().filter(|c| "：:.．、".contains(*c)).map_or(0, char::len_utf8);
    is_parted.then(|| head_number_of(NumberKind::Annex, value, text.len() - after.len() + sign))
}

/// 第一部分, 第二章, 第3节.
fn ordinal_head(text: &str) -> Option<HeadNumber> {
    let rest = text.strip_prefix('第')?;
    let digits = rest.find(|c: char| !is_han_digit(c) && !c.is_ascii_digit())?;
    let value = han_value(&rest[..digits]).or_else(|| rest[..digits].parse().ok())?;
    let kinds = [
        ("部分", NumberKind::Part),
        ("编", NumberKind::Part),
        ("編", NumberKind::Part),
        ("篇", NumberKind::Part),
        ("章", NumberKind::Chapter),
        ("节", NumberKind::Section),
        ("節", NumberKind::Section),
    ];
    let (sign, kind) = kinds.iter().find(|(sign, _)| rest[digits..].starts_with(sign))?;
    let end = '第'.len_utf8() + digits + sign.len();
    // 第三章程 and 第一部分别 are words.
    let after = text[end..].chars().next();
    let is_parted =
        after.is_none_or(|c| c.is_whitespace() || matches!(c, '、' | '：' | ':' | '，'));
    is_parted.then(|| head_number_of(*kind, value, end))
}

/// （一）, (2), （3）.
fn in_brackets(text: &str) -> Option<HeadNumber> {
    let inner = text.strip_prefix(['（', '('])?;
    let close = inner.find(['）', ')'])?;
    let open = text.len() - inner.len();
    let sign = inner[close..].chars().next()?.len_utf8();
    let words = inner[..close].trim();
    let end = open + close + sign;
    if let Some(value) = han_value(words) {
        return Some(head_number_of(NumberKind::HanInBrackets, value, end));
    }
    let value = words.parse().ok().filter(|value| (1..100).contains(value))?;
    Some(head_number_of(NumberKind::ArabicInBrackets, value, end))
}

/// 一、 甲、 壹、 1. 1、
fn listed(text: &str) -> Option<HeadNumber> {
    let at = text.find(['、', '.', '．'])?;
    let words = text[..at].trim();
    let sign = text[at..].chars().next()?;
    let end = at + sign.len_utf8();
    if sign == '、' {
        if let Some(value) = han_value(words) {
            return Some(head_number_of(NumberKind::Han, value, end));
        }
        let mut chars = words.chars();
        let only = chars.next().filter(|_| chars.next().is_none());
        let of = |digits: &str| only.and_then(|c| place_among(digits, c));
        let formal = of(STEMS).or_else(|| of(FORMAL_DIGITS)).or_else(|| of(FORMAL_TRADITIONAL));
        if let Some(value) = formal {
            return Some(head_number_of(NumberKind::Formal, value, end));
        }
    }
    let digits: String = words.chars().map(ascii).collect();
    // `1.5倍` and `1.1` are other numbers.
    let is_decimal = sign != '、' && text[end..].starts_with(|c: char| ascii(c).is_ascii_digit());
    let value = digits.parse().ok().filter(|value| (1..100).contains(value) && !is_decimal)?;
    Some(head_number_of(NumberKind::Arabic, value, end))
}

/// `Part I`, `Chapter 2`, `Section 3`, `IV.`
fn english(text: &str) -> Option<HeadNumber> {
    let lower = text.to_ascii_lowercase();
    let kinds = [
        ("part ", NumberKind::Part),
        ("chapter ", NumberKind::Chapter),
        ("section ", NumberKind::Section),
    ];
    if let Some((name, kind)) = kinds.iter().find(|(name, _)| lower.starts_with(name)) {
        let rest = &text[name.len()..];
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let value = roman_value(&rest[..end])
            .or_else(|| rest[..end].parse().ok())
            .or_else(|| english_word(&rest[..end]))?;
        let sign = rest[end..].starts_with([':', '.']);
        return Some(head_number_of(*kind, value, name.len() + end + usize::from(sign)));
    }
    let end = text.find('.')?;
    let is_capital = text[..end].chars().all(|c| c.is_ascii_uppercase());
    if !is_capital || !text[end + 1..].starts_with(' ') {
        return None;
    }
    if let Some(value) = roman_value(&text[..end]) {
        return Some(head_number_of(NumberKind::Roman, value, end + 1));
    }
    let letter = text.bytes().next().filter(|_| end == 1)?;
    Some(head_number_of(NumberKind::Letter, u32::from(letter - b'A') + 1, end + 1))
}

/// `1.1`, `3.2.1`, as a head has them: with a blank or a Han character behind.
fn decimal(text: &str) -> Option<HeadNumber> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let numbers: Vec<&str> = text[..end].trim_end_matches('.').split('.').collect();
    let kind = match numbers.len() {
        2 => NumberKind::Decimal,
        3..=5 => NumberKind::DeepDecimal,
        _ => return None,
    };
    let is_parted = text[end..].starts_with(char::is_whitespace);
    let is_short = numbers.iter().all(|number| (1..=2).contains(&number.len()));
    let value = numbers.last()?.parse().ok().filter(|_| is_parted && is_short)?;
    Some(head_number_of(kind, value, end))
}

/// `2 The year in review`: a number before words that begin as a title does.
fn bare_number(text: &str) -> Option<HeadNumber> {
    let digits =
        text.find(|c: char| !c.is_ascii_digit()).filter(|digits| (1..=2).contains(digits))?;
    let words = text[digits..].strip_prefix(' ')?.trim_start();
    let is_title = words.starts_with(|c: char| c.is_ascii_uppercase())
        && words.split_whitespace().count() <= 10
        && !words.ends_with(['.', ';', ',', ':']);
    let value = text[..digits].parse().ok().filter(|value| *value > 0 && is_title)?;
    Some(head_number_of(NumberKind::Arabic, value, digits))
}

fn circled_number(text: &str) -> Option<HeadNumber> {
    let first = text.chars().next()?;
    let value = u32::from(first).checked_sub(u32::from('①')).filter(|value| *value < 20)? + 1;
    Some(head_number_of(NumberKind::Circled, value, first.len_utf8()))
}

/// 一是, 二是.
fn enumerated(text: &str) -> Option<HeadNumber> {
    let at = text.find('是').filter(|at| *at <= 6)?;
    let value = han_value(&text[..at])?;
    Some(head_number_of(NumberKind::Enumerated, value, at + '是'.len_utf8()))
}

fn place_among(digits: &str, c: char) -> Option<u32> {
    let at = digits.chars().position(|digit| digit == c)?;
    u32::try_from(at + 1).ok()
}

fn is_han_digit(c: char) -> bool {
    c == '十' || HAN_DIGITS.contains(c)
}

/// The value of 一 to 九十九.
pub(super) fn han_value(words: &str) -> Option<u32> {
    let digit = |words: &str| {
        let mut chars = words.chars();
        let only = chars.next().filter(|_| chars.next().is_none())?;
        place_among(HAN_DIGITS, only)
    };
    let Some((tens, ones)) = words.split_once('十') else { return digit(words) };
    let tens = if tens.is_empty() { 1 } else { digit(tens)? };
    let ones = if ones.is_empty() { 0 } else { digit(ones)? };
    Some(tens * 10 + ones)
}

/// A full-width digit as an ASCII one.
fn ascii(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xff10 + 0x30).unwrap_or(c),
        _ => c,
    }
}

/// The value of a Roman number up to 39.
fn roman_value(words: &str) -> Option<u32> {
    let upper = words.to_ascii_uppercase();
    (1..40).find(|value| roman_words(*value) == upper)
}

fn roman_words(value: u32) -> String {
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let tens = "X".repeat(value as usize / 10);
    format!("{tens}{}", ones[value as usize % 10])
}

fn english_word(words: &str) -> Option<u32> {
    let names = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let at = names.iter().position(|name| words.eq_ignore_ascii_case(name))?;
    u32::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_heads_are_told_from_numbers_of_the_text() {
        use NumberKind::{
            Annex, Arabic, ArabicInBrackets, Chapter, Circled, Decimal, DeepDecimal, Enumerated,
            Formal, Han, HanInBrackets, Letter, Part, Roman,
        };
        for (text, kind, value) in [
            ("附件2：预算表", Annex, 2),
            ("附件", Annex, 1),
            ("一、回顾", Han, 1),
            ("十二、其他", Han, 12),
            ("二十一、其他", Han, 21),
            ("（三）改革", HanInBrackets, 3),
            ("(四) 攻坚", HanInBrackets, 4),
            ("1.工业", Arabic, 1),
            ("２．工业", Arabic, 2),
            ("3、工业", Arabic, 3),
            ("（2）工业", ArabicInBrackets, 2),
            ("①工业", Circled, 1),
            ("一是稳增长", Enumerated, 1),
            ("第一部分 回顾", Part, 1),
            ("第十二章　附则", Chapter, 12),
            ("甲、概况", Formal, 1),
            ("貳、概况", Formal, 2),
            ("Part II: Targets", Part, 2),
            ("PART ONE", Part, 1),
            ("IV. Other", Roman, 4),
            ("C. Care for Seniors", Letter, 3),
            ("1.1 Growth", Decimal, 1),
            ("3.1.2 Housing", DeepDecimal, 2),
            ("2 The year in review", Arabic, 2),
        ] {
            let read = head_number(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((read.kind, read.value), (kind, value), "{text}");
        }
        for text in [
            "1.5倍",
            "2018年主要工作",
            "第三章程",
            "一些",
            "十分",
            "（市）",
            "3870亿元",
            "I think.",
            "（2018）",
            "",
        ] {
            assert_eq!(head_number(text), None, "{text}");
        }
    }
}
