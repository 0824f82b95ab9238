//! Of what one, or so many, a Chinese number is said: 每万人, 元/亩, 日供水能力9万吨.

use std::ops::Range;

use super::number;
use super::unit::chinese_unit;
use crate::annotate::numerals::Draft;
use crate::annotate::numerals::unit::WrittenUnit;
use crate::annotate::numerals::{after_blank, arabic, char_at, char_before, is_at, longest_at};
use crate::model::effort::spend;
use crate::model::{Decimal, Denominator, Measure, Per, QuantityKind, Unit, UnitClass};

/// What stands after 每, for the numbers of its clause.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pending {
    /// Where 每 stands.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// What it says.
    pub(super) per: Per,
    /// Whether it names a length of time alone: 每年.
    pub(super) is_time: bool,
    /// Whether it has Arabic digits, which no number has covered yet.
    pub(super) has_digits: bool,
}

impl Pending {
    /// What a word such as 亩均 says.
    pub(super) fn of(range: &Range<usize>, denominator: Denominator) -> Self {
        let per = Per::NOTHING.and(denominator);
        Self { start: range.start, end: range.end, per, is_time: false, has_digits: false }
    }
}

/// What is counted by one, besides what is measured: 每户, and not 每个.
const COUNTED: [&str; 9] = ["人", "户", "人次", "台", "辆", "张", "床", "套", "标箱"];

/// Units of time as they stand after 每 and a stroke, where no number stands before them.
const TIMES: [(&str, Unit); 2] = [("月", Unit::MONTH), ("时", Unit::HOUR)];

/// The unit of a denominator at a byte, and where it ends.
fn unit_at(text: &str, at: usize) -> Option<(Unit, i32, usize)> {
    if let Some((word, unit)) = TIMES.iter().find(|(word, _)| is_at(text, at, word)) {
        return Some((*unit, 0, at + word.len()));
    }
    let (written, end) = chinese_unit(text, at, false)?;
    let fits = match written.unit_class() {
        UnitClass::Measure | UnitClass::Money | UnitClass::Time => true,
        UnitClass::Count => COUNTED.contains(&written.unit.name()),
        UnitClass::Share | UnitClass::Calendar => false,
    };
    fits.then_some((written.unit, written.power, end))
}

/// A denominator at a byte: a number, or none for one, and a unit.
fn denominator_at(text: &str, at: usize) -> Option<(Denominator, usize)> {
    // 每千瓦时 begins with no number.
    let (count, after) = match number::chinese_numeral(text, at) {
        Some(numeral) if numeral.is_more => return None,
        Some(numeral) => (numeral.value?, after_blank(text, numeral.end)),
        None => (Decimal::ONE, at),
    };
    // 每百名儿童 are a hundred people; 每名 says no more than 每个.
    let (unit, power, end) = if after > at && is_at(text, after, "名") {
        (Unit::named("人"), 0, after + "名".len())
    } else {
        unit_at(text, after)?
    };
    Some((Denominator { count: count.shifted(power)?, unit }, end))
}

/// 每万人, 每人每月: what 每 at a byte says, if it says of what a number is. 每两年 says how often.
pub(super) fn pending(text: &str, at: usize) -> Option<Pending> {
    let mut per = Per::NOTHING;
    let (mut end, mut is_time) = (at, true);
    for _ in 0..2 {
        if !is_at(text, end, "每") {
            break;
        }
        let Some((denominator, after)) = denominator_at(text, end + "每".len()) else { break };
        let is_length = denominator.unit.class() == UnitClass::Time;
        if is_length && denominator.count != Decimal::ONE {
            break;
        }
        per = per.and(denominator);
        is_time &= is_length;
        end = after;
    }
    let has_digits = text[at..end].contains(|c| arabic::digit(c).is_some());
    (!per.is_nothing()).then_some(Pending { start: at, end, per, is_time, has_digits })
}

/// 每两年, 每5年: how often something is done.
pub(super) fn frequency(text: &str, at: usize) -> Option<Draft> {
    let word = longest_at(text, at, &["每隔", "每"])?;
    let start = at + word.len();
    let (length, end) = denominator_at(text, start)?;
    let fits = length.unit.class() == UnitClass::Time && length.count != Decimal::ONE;
    let mut draft = Draft::new(start..end, QuantityKind::Duration, Some(length.count))
        .in_unit(WrittenUnit::from(length.unit));
    draft.found.value.measure = Some(Measure::Frequency);
    fits.then_some(draft)
}

/// Whether a number of a unit can be so much of something: no share, no length of time.
pub(super) fn can_be_of(unit: Unit, pending_time: bool) -> bool {
    match unit.class() {
        UnitClass::Count if pending_time => matches!(unit.name(), "人" | "人次"),
        UnitClass::Money | UnitClass::Measure | UnitClass::Count => true,
        _ => false,
    }
}

/// `/亩`, `/平方米·月`: what a stroke after a unit says, and where it ends.
pub(super) fn after_stroke(text: &str, at: usize) -> Option<(Per, usize)> {
    let mut per = Per::NOTHING;
    let mut end = at;
    for _ in 0..2 {
        let mark = char_at(text, end).filter(|c| matches!(c, '/' | '／' | '·'));
        let Some(mark) = mark.filter(|mark| *mark != '·' || end > at) else { break };
        let Some((denominator, after)) = denominator_at(text, end + mark.len_utf8()) else { break };
        per = per.and(denominator);
        end = after;
    }
    (end > at).then_some((per, end))
}

/// How far back 日供水能力 is looked for, in characters.
const NEAR: usize = 18;

/// 日供水能力9万吨, 日均客流3万人次, 年产5万台: the time in which so much is done.
pub(super) fn period_before(text: &str, at: usize) -> Option<Denominator> {
    for (offset, c) in text[..at].char_indices().rev().take(NEAR) {
        spend(1);
        let (unit, doings): (Unit, &[&str]) = match c {
            '，' | '。' | '；' | '：' | '、' | '\n' | '%' => return None,
            '日' => (Unit::DAY, &["日均", "日产", "日供", "日处理", "日输", "日发电", "日接待"]),
            '月' => (Unit::MONTH, &["月均", "月产"]),
            '年' => {
                (Unit::YEAR, &["年均", "年产", "年处理", "年供", "年发电", "年加工", "年吞吐"])
            }
            _ => continue,
        };
        let rest = &text[offset..at];
        let before = char_before(text, offset);
        // 3月1日产, 今年产量 and 去年处理 say when.
        let is_date = before.is_some_and(|c| {
            arabic::digit(c).is_some()
                || number::is_numeral(c)
                || "今去明前本上当每同多几近全往历后次节数".contains(c)
        });
        if is_date || !doings.iter().any(|doing| rest.starts_with(doing)) {
            return None;
        }
        let is_whole_year = c == '年' && !rest.starts_with("年均");
        let is_capacity = rest == "年产" || rest.contains("能力") || rest.contains("产能");
        let is_value = rest.starts_with("年产值");
        if is_value || (is_whole_year && !is_capacity) {
            return None;
        }
        return Some(Denominator { count: Decimal::ONE, unit });
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::annotate::numerals_of;

    #[test]
    fn a_number_says_of_what_it_is() {
        for (text, wanted) in [
            ("每万人拥有律师4.2名", "10000人"),
            ("每千人口床位6.3张", "1000人"),
            ("每百名儿童有床位5张", "100人"),
            ("每百户拥有汽车41辆", "100户"),
            ("每斤收购价提高0.3元", "斤"),
            ("每亩补贴240元", "亩"),
            ("每人每月补助350元", "人/个月"),
            ("每年新增投资3亿元", "年"),
            ("每年增长5%", ""),
            ("每亩补贴240元，总额3亿元", ""),
            ("处理污水9万吨/日", "天"),
            ("单价45元/亩", "亩"),
            ("电价0.5元/千瓦时", "千瓦时"),
            ("租金30元/平方米·月", "平方米/个月"),
            ("专利9件/万人", "10000人"),
            ("浓度31微克/立方米", ""),
            ("日供水能力9万吨", "天"),
            ("日均客流3万人次", "天"),
            ("年产10万吨", "年"),
            ("今年产量10万吨", ""),
            ("年产值10亿元", ""),
            ("人均收入3万元", "人"),
            ("亩均税收3万元", "亩"),
            ("万人发明专利拥有量9件", "10000人"),
            ("万元GDP能耗下降3%", ""),
        ] {
            let found = numerals_of("zh").unwrap().quantities(text);
            let per = found.last().unwrap().value.per.to_string();
            assert_eq!(per, wanted, "{text}");
        }
    }

    #[test]
    fn the_digits_of_a_denominator_are_covered() {
        for (text, count) in
            [("每10万人12件", 1), ("每10万人，计划", 1), ("每10万人中2018年有9件", 3)]
        {
            let found = numerals_of("zh").unwrap().quantities(text);
            assert_eq!(found.len(), count, "{text}: {found:?}");
        }
    }
}
