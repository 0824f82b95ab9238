//! Scales that stand for numbers of their own: 千余人, 亿元以上, 百亿级, 万吨级, 千家企业, （亿元）.

use std::ops::Range;

use super::context;
use super::number::{self, Numeral};
use super::unit::chinese_unit;
use crate::annotate::numerals::unit::WrittenUnit;
use crate::annotate::numerals::{Draft, after_blank, char_at, is_at, longest_at};
use crate::model::{Comparator, Decimal, QuantityKind, Unit, UnitClass};

/// What is of a size: 百亿级 and 千亿产业 are so many yuan.
const SIZED: [&str; 6] = ["级", "产业", "企业", "项目", "集群", "园区"];

/// 百亿级, 千亿产业, 10亿级: a size in yuan; 千万级 a size of whatever it is.
pub(super) fn size(text: &str, at: usize, number: &Numeral) -> Option<Draft> {
    if number.is_more || number.is_vague() || number.scale < 4 {
        return None;
    }
    let word = longest_at(text, number.end, &SIZED)?;
    let is_long = number.end - at >= "百亿".len() || word == "级";
    if !is_long || (word != "级" && (number.scale < 8 || !number.is_round())) {
        return None;
    }
    let end = if word == "级" { number.end + word.len() } else { number.end };
    let draft = Draft::new(at..end, QuantityKind::Figure, number.value);
    Some(if number.scale < 8 { draft } else { draft.in_unit(WrittenUnit::from(Unit::YUAN)) })
}

/// What a hundred or a thousand of are counted by 家: 千家重点企业.
const HOUSES: [&str; 9] = ["企业", "单位", "商户", "门店", "机构", "公司", "商家", "工厂", "医院"];

/// How far the noun may stand behind 家, in bytes.
const NOUN: usize = 24;

/// Whether scales alone count something: 千余人, 万吨级泊位, 亿元以上, 千家重点企业.
pub(super) fn counts(text: &str, number: &Numeral, written: WrittenUnit, end: usize) -> bool {
    if number.is_more || is_at(text, end, "级") {
        return true;
    }
    match written.unit.name() {
        "家" => {
            let mut to = (end + NOUN).min(text.len());
            while !text.is_char_boundary(to) {
                to -= 1;
            }
            let clause = text[end..to].split(['，', '。', '；', '、']).next().unwrap_or_default();
            HOUSES.iter().any(|noun| clause.contains(noun))
        }
        "名" => true,
        _ if written.unit_class() == UnitClass::Money => {
            context::comparator_after(text, end).is_some()
        }
        _ => false,
    }
}

/// 百强: the first hundred.
pub(super) fn best(text: &str, at: usize) -> Option<Draft> {
    let word = longest_at(text, at, &["百强", "千强"])?;
    let value = if word == "百强" { 100 } else { 1000 };
    let start = context::rank_start(text, at).unwrap_or(at);
    let range = start..at + word.len();
    let draft = Draft::new(range, QuantityKind::Rank, Some(Decimal::from(value)));
    Some(draft.bounded(Comparator::AtMost))
}

/// A scale and a unit with nothing else between two places: 亿元.
fn unit_of_a_table(text: &str, range: Range<usize>, inside: Range<usize>) -> Option<Draft> {
    let number = number::chinese_numeral(text, inside.start).filter(Numeral::is_round)?;
    let (written, end) = chinese_unit(text, number.end, true)?;
    let draft = Draft::new(range, QuantityKind::Structural, number.value).in_unit(written);
    (end == inside.end && !number.is_more).then_some(draft)
}

/// （亿元） in the head of a table.
pub(super) fn in_brackets(text: &str, at: usize) -> Option<Draft> {
    let open = char_at(text, at)?;
    let start = at + open.len_utf8();
    let number = number::chinese_numeral(text, start).filter(Numeral::is_round)?;
    let (_, end) = chinese_unit(text, number.end, true)?;
    let close = char_at(text, end).filter(|c| matches!(c, '）' | ')'))?;
    unit_of_a_table(text, at..end + close.len_utf8(), start..end)
}

/// 单位：亿元 above a table.
pub(super) fn after_its_label(text: &str, at: usize) -> Option<Draft> {
    let colon = at + "单位".len();
    let mark = char_at(text, colon).filter(|c| matches!(c, '：' | ':'))?;
    let start = after_blank(text, colon + mark.len_utf8());
    let number = number::chinese_numeral(text, start).filter(Numeral::is_round)?;
    let (_, end) = chinese_unit(text, number.end, true)?;
    unit_of_a_table(text, start..end, start..end)
}
