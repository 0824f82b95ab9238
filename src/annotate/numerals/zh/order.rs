//! Places among others and places in a row: 居全省第二, 前3, 首位, 第16届, 十九届二中全会.

use super::unit::chinese_unit;
use super::{context, date, known_name, number};
use crate::annotate::numerals::unit::{UnitWord, unit_words};
use crate::annotate::numerals::{Draft, after_blank, char_at, char_before, is_at, longest_at};
use crate::model::{Comparator, Decimal, Measure, QuantityKind, Unit, is_han};

/// What is numbered by 第, and is no name.
const NUMBERED: [UnitWord; 45] = unit_words([
    "届", "次", "个", "批", "期", "轮", "条", "项", "章", "节", "页", "阶段", "部分", "年", "天",
    "季", "场", "位", "名", "款", "篇", "号", "份", "例", "部", "家", "座", "只", "架", "艘", "列",
    "代", "层", "类", "种", "组", "站", "周", "集", "卷", "版", "步", "点", "方面", "遍",
]);

/// 第二位 and 第二名 are ranks where something says among whom.
const PLACE: Unit = Unit::named("位");
const NAME: Unit = Unit::named("名");

/// 第N and what it numbers.
pub(super) fn numbered(text: &str, at: usize) -> Option<Draft> {
    if let Some(quarter) = date::quarter(text, at, after_blank(text, at + '第'.len_utf8())) {
        return Some(quarter);
    }
    let number = number::chinese_numeral(text, after_blank(text, at + '第'.len_utf8()))?;
    if number.is_more || number.is_round() || number.is_unread() {
        return None;
    }
    if let Some(order) = known_name::order_of_state(text, at, &number) {
        return Some(order);
    }
    let end = number.end;
    let next = after_blank(text, end);
    if let Some(word) = longest_at(text, next, &["方阵", "梯队", "集团军"]) {
        let start = context::rank_start(text, at).unwrap_or(at);
        let mut draft = Draft::new(start..next + word.len(), QuantityKind::Rank, number.value);
        draft.found.value.measure = Some(Measure::Tier);
        return Some(draft);
    }
    let first = char_at(text, next);
    let fitting = first
        .into_iter()
        .flat_map(|first| NUMBERED.iter().filter(move |row| row.is_at(text, next, first)));
    let counted = fitting.max_by_key(|row| row.word.len()).map(|row| row.means.unit);
    let is_place = counted.is_none_or(|unit| matches!(unit, PLACE | NAME));
    let start =
        context::rank_start(text, at).or_else(|| counted.and(context::move_start(text, at)));
    if is_place && let Some(start) = start {
        let is_noun = counted.is_none() && char_at(text, end).is_some_and(is_noun);
        if !is_noun {
            let end = counted.map_or(end, |unit| next + unit.name().len());
            let draft = Draft::new(start..end, QuantityKind::Rank, number.value);
            return Some(draft.moving(context::rank_direction(text, start..at)));
        }
    }
    if let Some(word) = longest_at(text, next, &["大经济体", "大贸易国", "大出口国", "大市场"])
    {
        return Some(Draft::new(at..next + word.len(), QuantityKind::Rank, number.value));
    }
    if let Some(unit) = counted {
        let draft = Draft::new(at..next + unit.name().len(), QuantityKind::Ordinal, number.value);
        return Some(draft.with_unit_name(unit));
    }
    let is_list = matches!(char_at(text, end), None | Some('，' | '、' | '：' | '。' | ','));
    // 第一，… numbers what is said; 质量第一 and 第一资源 are words.
    let kind = if is_list && !char_before(text, at).is_some_and(is_han) {
        QuantityKind::Structural
    } else {
        QuantityKind::Name
    };
    Some(Draft::new(at..end, kind, number.value))
}

/// Whether a noun goes on after 第N, so that it is a name: 全省第一人民医院, 全国第一书记.
fn is_noun(next: char) -> bool {
    is_han(next) && !"的，、；。和与且并及或，".contains(next)
}

/// 前3, 前三位, 前10强; 前三季度 and 前5个月 are dates.
pub(super) fn top(text: &str, at: usize) -> Option<Draft> {
    let number_at = after_blank(text, at + '前'.len_utf8());
    let number = number::chinese_numeral(text, number_at).filter(|number| !number.is_unread())?;
    let next = after_blank(text, number.end);
    if let Some(word) = longest_at(text, next, &["个月", "季度", "个季度", "月"]) {
        let unit = if matches!(word, "个月" | "月") { Unit::MONTH } else { Unit::QUARTER };
        let draft = Draft::new(at..next + word.len(), QuantityKind::Date, number.value);
        return Some(draft.with_unit_name(unit));
    }
    let counted = longest_at(text, next, &["位", "名", "强", "列"]);
    let start = context::rank_start(text, at);
    if counted.is_none()
        && (start.is_none() || chinese_unit(text, next, number.has_digits()).is_some())
    {
        return None;
    }
    let end = counted.map_or(number.end, |word| next + word.len());
    let draft = Draft::new(start.unwrap_or(at)..end, QuantityKind::Rank, number.value);
    Some(draft.bounded(Comparator::AtMost))
}

/// 居全省首位.
pub(super) fn first_place(text: &str, at: usize) -> Option<Draft> {
    let word = longest_at(text, at, &["首位", "榜首", "首列"])?;
    let end = at + word.len();
    if is_at(text, end, "度") {
        return None;
    }
    let start = context::rank_start(text, at)?;
    Some(Draft::new(start..end, QuantityKind::Rank, Some(Decimal::ONE)))
}

/// Ordinals without 第: 十九届, 二次全会, 二中、三中全会, 二期.
pub(super) fn bare(
    text: &str,
    range: std::ops::Range<usize>,
    value: Option<Decimal>,
) -> Option<Draft> {
    let end = range.end;
    // 连续三届 counts; 每两年一届 and 新一届 number none.
    let no_session =
        if value == Some(Decimal::ONE) { "续连各两年新上这每" } else { "续连各两" };
    let unit = if is_at(text, end, "届")
        && !char_before(text, range.start).is_some_and(|c| no_session.contains(c))
    {
        Unit::SESSION
    } else if ["次全会", "次全体会议", "次会议"].iter().any(|word| is_at(text, end, word))
    {
        Unit::TIME
    } else if is_at(text, end, "期") && !["期间", "期货"].iter().any(|word| is_at(text, end, word))
    {
        Unit::PHASE
    } else if is_at(text, end, "中全会") || is_plenary_list(text, end) {
        Unit::PLENARY
    } else {
        return None;
    };
    let draft = Draft::new(range.start..end + unit.name().len(), QuantityKind::Ordinal, value);
    Some(draft.with_unit_name(unit))
}

/// Whether 中 stands at a byte in a list that ends in 全会: 二中、三中、四中全会.
fn is_plenary_list(text: &str, at: usize) -> bool {
    let mut at = at;
    for _ in 0..8 {
        if is_at(text, at, "中全会") {
            return true;
        }
        let next = at + "中、".len();
        if !(is_at(text, at, "中、") || is_at(text, at, "中和")) {
            return false;
        }
        match char_at(text, next) {
            Some(c) if number::digit(c).is_some() => at = next + c.len_utf8(),
            _ => return false,
        }
    }
    false
}
