//! Names with a number: 神舟十一号, 国发〔2026〕7号, 第7号令, ［21］, ①, “九五”.

use super::number;
use super::unit::chinese_unit;
use crate::annotate::numerals::{
    Draft, arabic, char_at, char_before, is_at, is_before, longest_at,
};
use crate::model::{Decimal, QuantityKind, is_han};

/// What is numbered by 号 in the sky.
const CRAFTS: [&str; 11] =
    ["玉兔", "神舟", "嫦娥", "天宫", "天舟", "天问", "长征", "北斗", "悟空", "实践", "梦舟"];

/// 神舟十一号: a name with its number.
pub(super) fn craft(text: &str, at: usize, number: &number::Numeral) -> Option<Draft> {
    if !is_at(text, number.end, "号") || number.is_vague() || number.is_unread() {
        return None;
    }
    let name = CRAFTS.iter().find(|name| is_before(text, at, name))?;
    let range = at - name.len()..number.end + "号".len();
    Some(Draft::new(range, QuantityKind::Name, number.value))
}

/// 〔2026〕7号: the number of a document, which counts nothing.
pub(super) fn document(text: &str, at: usize) -> Option<Draft> {
    let open = char_at(text, at)?;
    let year = arabic::number_in_digits(text, at + open.len_utf8())?;
    let close =
        char_at(text, year.end).filter(|c| matches!(c, '〕' | '］' | ']' | '）' | ')' | '】'))?;
    let after = year.end + close.len_utf8();
    let after = if is_at(text, after, "第") { after + "第".len() } else { after };
    let number = arabic::number_in_digits(text, after)?;
    let is_number = year.plain_digits == 4 && number.plain_digits > 0;
    let end = number.end + "号".len();
    (is_number && is_at(text, number.end, "号"))
        .then(|| Draft::new(at..end, QuantityKind::Name, None))
}

/// ［21］ and `[3]`: the mark of a note.
pub(super) fn note_mark(text: &str, at: usize) -> Option<Draft> {
    let open = char_at(text, at)?;
    let number = arabic::number_in_digits(text, at + open.len_utf8())?;
    let close = char_at(text, number.end).filter(|c| matches!(c, '］' | ']'))?;
    let range = at..number.end + close.len_utf8();
    ((1..=3).contains(&number.plain_digits))
        .then(|| Draft::new(range, QuantityKind::Name, number.value))
}

/// ①: the mark of a note.
pub(super) fn circled(at: usize, c: char) -> Draft {
    let value = u32::from(c) - u32::from('①') + 1;
    Draft::new(at..at + c.len_utf8(), QuantityKind::Name, Some(Decimal::from(value)))
}

/// 第7号令: the name of an order.
pub(super) fn order_of_state(text: &str, at: usize, number: &number::Numeral) -> Option<Draft> {
    let end = number.end + "号令".len();
    is_at(text, number.end, "号令").then(|| Draft::new(at..end, QuantityKind::Name, None))
}

/// What follows the short name of a five-year plan in quotes.
const PLAN: [&str; 16] = [
    "规划",
    "计划",
    "时期",
    "期间",
    "普法",
    "末",
    "以来",
    "目标",
    "和“",
    "、“",
    "到“",
    "收官",
    "开局",
    "国民经济",
    "发展",
    "重点",
];

/// The number of the plan that stands in quotes between two places: “九五”普法规划 is the ninth.
/// “六五”环境日 is a day.
pub(super) fn plan(text: &str, start: usize, end: usize) -> Option<Decimal> {
    let closing = char_at(text, end)?.len_utf8();
    longest_at(text, end + closing, &PLAN)?;
    let quoted = text.get(start..end)?;
    // “十五” is the tenth: its 五 is the five of five years.
    let name = quoted.strip_suffix('五').filter(|name| (3..=9).contains(&name.len()))?;
    let number = number::chinese_numeral(name, 0).filter(|number| number.end == name.len())?;
    let is_name = char_before(text, start).is_some_and(|c| "“「‘".contains(c));
    number.value.filter(|_| is_name && !number.is_vague() && !number.has_digits())
}

/// Nouns that a number follows as a name: 方法二, 专栏三.
const LABELS: [&str; 18] = [
    "方法", "例题", "阶段", "步骤", "情况", "情形", "案例", "专栏", "附表", "附件", "附录", "习题",
    "选项", "方案", "问题", "示例", "图", "表",
];

/// What may follow such a name in its sentence.
const AFTER_LABEL: &str = "的和与中为是及、里等";

/// 方法二: a number in characters that ends its word behind such a noun, and counts nothing: not 三个阶段二.
pub(super) fn number_behind_noun(text: &str, at: usize, number: &number::Numeral) -> Option<Draft> {
    let is_whole = number.scale == 0 && !number.is_more && !number.has_digits();
    // 方案一个 counts, 例题三给出 does not.
    let counts = || {
        let goes_on = |c: char| number::is_numeral(c) || c.is_ascii_digit();
        chinese_unit(text, number.end, true).is_some()
            || char_at(text, number.end).is_some_and(goes_on)
    };
    let ends = char_at(text, number.end).is_none_or(|c| AFTER_LABEL.contains(c) || !counts());
    let is_example = is_before(text, at, "例")
        && char_before(text, at - "例".len()).is_none_or(|c| !is_han(c) || "如见在".contains(c));
    let is_label = is_example || LABELS.iter().any(|label| is_before(text, at, label));
    (is_whole && ends && is_label)
        .then(|| Draft::new(at..number.end, QuantityKind::Name, number.value))
}

/// 32k: thousands, as technical texts count.
pub(super) fn thousands(text: &str, at: usize) -> Option<Draft> {
    let number = arabic::number_in_digits(text, at)?;
    let end = number.end + 1;
    let is_sign = is_at(text, number.end, "k");
    let goes_on = char_at(text, end).is_some_and(|c| c.is_ascii_alphanumeric() || c == '-');
    let value = number.value.and_then(|value| value.shifted(3)).filter(|_| is_sign && !goes_on)?;
    Some(Draft::new(at..end, QuantityKind::Figure, Some(value)))
}

/// Whether a number goes on from letters or digits before it: the 10 of v2023.10.
pub(super) fn stands_in_code(text: &str, at: usize) -> bool {
    char_before(text, at).is_some_and(|c| c.is_ascii_alphanumeric() || ".-_/".contains(c))
}
