//! Small decisions of the Chinese grammar: when words are numbers, and what is a label or a code.

use std::ops::Range;

use super::number::{self, Numeral};
use super::unit::chinese_unit;
use super::{context, half, scale_word};
use crate::annotate::numerals::line::{is_label_length, is_line_start};
use crate::annotate::numerals::non_numeral::Claim;
use crate::annotate::numerals::roman::roman;
use crate::annotate::numerals::unit::WrittenUnit;
use crate::annotate::numerals::{
    Draft, after_blank, arabic, char_at, char_before, is_at, longest_at,
};
use crate::model::effort::spend;
use crate::model::{Decimal, Mention, Quantity, QuantityKind, Unit, UnitClass, is_han};

/// Whether a Chinese numeral with a unit counts something: 一个 does not, nor does a bare 万元.
pub(super) fn is_said(
    text: &str,
    at: usize,
    number: &Numeral,
    (written, end): (WrittenUnit, usize),
    is_bounded: bool,
    is_one: bool,
) -> bool {
    let is_counting = number.is_round() && scale_word::counts(text, number, written, end);
    if is_bounded || is_counting || half::after_the_unit(text, end, written.unit).is_some() {
        return true;
    }
    let before = char_before(text, at);
    match written.unit_class() {
        UnitClass::Money => !number.is_round() || number.end - at >= "千亿".len(),
        UnitClass::Share => written.unit != Unit::TIMES || !number.is_round(),
        UnitClass::Measure if number.is_round() => number.end - at >= "百万".len(),
        UnitClass::Measure => !is_one,
        UnitClass::Time if number.is_round() => false,
        // 一小时交通圈 is measured; 一年 and 一天 are said of any.
        UnitClass::Time if is_one && written.unit == Unit::HOUR => {
            !before.is_some_and(|c| "这那上下前头".contains(c))
        }
        UnitClass::Time if is_one => {
            let next = char_at(text, number.end + '年'.len_utf8());
            let is_length = next.is_some_and(|c| "来多内后前期之以左".contains(c));
            written.unit == Unit::YEAR
                && is_length
                && !before.is_some_and(|c| "这每上下那又新".contains(c))
        }
        UnitClass::Time => true,
        UnitClass::Count => !is_one && !number.is_round(),
        UnitClass::Calendar => false,
    }
}

/// What numbers or counts parts of the text: 五个方面, 三支队伍, 十大行动, and grades.
pub(super) fn structural(
    text: &str,
    at: usize,
    number: &Numeral,
    written: Option<WrittenUnit>,
) -> Option<Draft> {
    let end = number.end;
    if number.is_round() || number.is_vague() || number.is_more {
        return None;
    }
    let is_one = number.value == Some(Decimal::ONE);
    let kind = QuantityKind::Structural;
    if let Some(word) = longest_at(text, end, &["个方面", "支队伍"]) {
        let draft = Draft::new(at..end + word.len(), kind, number.value);
        return (!is_one).then(|| draft.with_unit_name(Unit::ITEM));
    }
    let is_big = is_at(text, end, "大") && !is_one;
    let next = char_at(text, end + '大'.len_utf8());
    if is_big && next.is_some_and(|c| is_han(c) && !"批量幅多小".contains(c)) {
        return Some(Draft::new(at..end + '大'.len_utf8(), kind, number.value));
    }
    let grade = written.map(|written| written.unit);
    let grade = grade.filter(|unit| matches!(*unit, Unit::GRADE | Unit::CLASS | Unit::TYPE))?;
    // 两类 counts; 二类 is a grade.
    let is_counted = is_at(text, at, "两") || number.scale > 0;
    let end = end + grade.name().len();
    let mut draft = Draft::new(at..end, QuantityKind::Name, number.value).with_unit_name(grade);
    // 二级以上医院: that grade and better ones.
    if let Some((comparator, after)) = context::comparator_after(text, end) {
        draft.found.range.end = after;
        draft = draft.bounded(comparator);
    }
    (!is_counted).then_some(draft)
}

/// A label at the beginning of a line or a clause: 一、 and 一是.
pub(super) fn list_word(text: &str, at: usize, number: &Numeral) -> Option<Draft> {
    let is_other = number.is_row() || number.is_vague() || number.is_unread();
    if number.has_digits() || number.is_round() || is_other {
        return None;
    }
    let before = char_before(text, at);
    let is_clause = before.is_none_or(|c| !is_han(c) && !"“‘、》".contains(c));
    let label = longest_at(text, number.end, &["是", "、"])?;
    let is_label = if label == "、" { is_line_start(text, at) } else { is_clause };
    is_label
        .then(|| Draft::new(at..number.end + label.len(), QuantityKind::Structural, number.value))
}

/// （一） and (1).
pub(super) fn list_label(text: &str, at: usize) -> Option<Draft> {
    let open = char_at(text, at)?;
    let number = number::chinese_numeral(text, at + open.len_utf8())?;
    let close = char_at(text, number.end).filter(|c| matches!(c, '）' | ')'))?;
    if number.is_round() || number.is_row() || number.is_unread() || number.scale > 1 {
        return None;
    }
    let is_short = number.end - at <= "（二十一".len();
    let end = number.end + close.len_utf8();
    is_short.then(|| Draft::new(at..end, QuantityKind::Structural, number.value))
}

/// 1., 1、 and 181. at the beginning of a line.
pub(super) fn list_number(text: &str, at: usize) -> Option<Draft> {
    let number = arabic::number_in_digits(text, at)?;
    if !is_label_length(text, &number) {
        return None;
    }
    let mark = char_at(text, number.end).filter(|c| matches!(c, '.' | '、' | '．' | ')' | '）'))?;
    let next = char_at(text, number.end + mark.len_utf8());
    let is_label = next.is_none_or(|c| arabic::digit(c).is_none()) && is_line_start(text, at);
    is_label.then(|| Draft::new(at..number.end, QuantityKind::Structural, number.value))
}

/// II类, Ⅴ类: a grade in Roman numerals.
pub(super) fn grade(text: &str, at: usize) -> Option<Draft> {
    if char_before(text, at).is_some_and(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    let (value, end) = roman(text, at)?;
    let end = after_blank(text, end);
    let unit = [Unit::CLASS, Unit::GRADE, Unit::TYPE, Unit::PHASE]
        .into_iter()
        .find(|unit| is_at(text, end, unit.name()))?;
    let draft =
        Draft::new(at..end + unit.name().len(), QuantityKind::Name, Some(Decimal::from(value)));
    Some(draft.with_unit_name(unit))
}

/// Digits in a code: PM2.5, BRT5号线, 5G, 3A级, 2+1. Not before `from`.
pub(super) fn product_code(text: &str, at: usize, from: usize) -> Option<Draft> {
    let bytes = text.as_bytes();
    let mut start = at;
    while start > from
        && (bytes[start - 1].is_ascii_alphabetic() || is_joint(bytes, start - 1, from))
    {
        start -= 1;
        spend(1);
    }
    let number = arabic::number_in_digits(text, at)?;
    let mut end = number.end;
    let is_unit = chinese_unit(text, end, false).is_some();
    while !is_unit && end < bytes.len() && is_code(bytes, end) {
        let is_joint = end == number.end && bytes[end] == b'-';
        if is_joint && start == at {
            break;
        }
        end += 1;
        spend(1);
    }
    let has_letters = start < at || end > number.end;
    if !has_letters && !number.is_chain {
        return None;
    }
    let end = if start < at {
        longest_at(text, end, &["号线", "线"]).map_or(end, |word| end + word.len())
    } else {
        end
    };
    // 5A级 is a grade, “2+1” a formula.
    let letters = &text[number.end.min(end)..end];
    // “2+1” and s1.2-p3 are no one number.
    let is_formula = letters.contains(|c: char| c == '+' || c.is_ascii_digit());
    let value = number.value.filter(|_| !is_formula && !number.is_chain);
    let draft = Draft::new(start..end, QuantityKind::Name, value);
    if letters == "A" && start == at {
        let mut draft = draft.with_unit_name(Unit::GRADE_A);
        draft.found.range.end = if is_at(text, end, "级") { end + '级'.len_utf8() } else { end };
        return Some(draft);
    }
    Some(draft)
}

/// A hyphen or underscore between letters and digits of a code.
fn is_joint(bytes: &[u8], at: usize, from: usize) -> bool {
    matches!(bytes[at], b'-' | b'_')
        && at > from
        && bytes[at - 1].is_ascii_alphabetic()
        && bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric)
}

/// Whether a code goes on here.
fn is_code(bytes: &[u8], at: usize) -> bool {
    let next = bytes.get(at + 1);
    match bytes[at] {
        letter if letter.is_ascii_alphanumeric() => true,
        b'+' => next.is_some_and(u8::is_ascii_alphanumeric),
        b'.' | b'-' | b'_' => {
            // s1.2-p3 goes on with a letter, 3-5 is a range.
            let is_between = bytes[at - 1].is_ascii_alphabetic()
                || (bytes[at] == b'-' && next.is_some_and(u8::is_ascii_alphabetic));
            is_between && next.is_some_and(u8::is_ascii_alphanumeric)
        }
        _ => false,
    }
}

/// Whether something measured stands in a quoted span: “20分钟医疗卫生服务圈”, “6·25”.
pub(super) fn is_measured(
    text: &str,
    found: &Mention<Quantity>,
    class: Option<UnitClass>,
    quoted: &Range<usize>,
) -> bool {
    let is_all = found.range == *quoted;
    let has_digit = has_digit(&text[found.range.clone()]);
    // “五连增”, “半小时交通圈” and “一刻钟便民圈”.
    let is_streak = found.value.unit == Some(Unit::TITLES_IN_A_ROW) && is_all;
    let is_circle = matches!(found.value.unit, Some(Unit::HOUR | Unit::MINUTE));
    if is_streak || is_circle {
        return true;
    }
    match found.value.kind {
        QuantityKind::Unread => true,
        QuantityKind::Date => has_digit && (is_all || found.value.unit == Some(Unit::YEAR)),
        QuantityKind::Figure | QuantityKind::Duration => {
            has_digit && class.is_some_and(|class| class != UnitClass::Count)
        }
        _ => false,
    }
}

/// Whether there is an Arabic digit.
pub(super) fn has_digit(text: &str) -> bool {
    text.chars().any(|c| arabic::digit(c).is_some())
}

/// Whether a numeral stands in a span outside the words of the lexicon.
pub(super) fn has_free_numeral(text: &str, range: Range<usize>, claims: &[Claim]) -> bool {
    let is_claimed = |at: usize| claims.iter().any(|claim| claim.range.contains(&at));
    text[range.clone()]
        .char_indices()
        .any(|(offset, c)| number::is_numeral(c) && !is_claimed(range.start + offset))
}
