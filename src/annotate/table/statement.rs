//! Units stated for numbers that stand elsewhere: `单位：亿元` above a table, （亿元） in the head of a
//! column, RMB billion.

use std::ops::Range;

use crate::model::{Decimal, Numerals, Per, QuantityKind, Unit};

/// What one of a stated unit is: 亿元 is ten to the eighth yuan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct StatedUnit {
    /// The power of ten by which a bare number is to be multiplied.
    pub(super) power: i32,
    /// The canonical unit; nothing for what English counts without one.
    pub(super) unit: Option<Unit>,
    /// Of what one: 元/平方米.
    pub(super) per: Per,
    /// Figure, or duration for a unit of time.
    pub(super) kind: QuantityKind,
}

/// A unit with the words that state it, in bytes of their text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Statement {
    pub(super) unit: StatedUnit,
    pub(super) range: Range<usize>,
}

/// The units that a text states for numbers elsewhere, and the words after its label that are none.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Statements {
    pub(super) read: Vec<Statement>,
    pub(super) unread: Option<Range<usize>>,
}

/// The greatest length of what is read as a unit, in bytes: 微克/标准立方米 has 24.
const LONGEST: usize = 60;

/// The unit that some words are, whole: `亿元`, `RMB billion`, `10,000 tonnes`.
pub(super) fn unit_of(numerals: &dyn Numerals, words: &str) -> Option<StatedUnit> {
    let words = words.trim();
    if words.is_empty() || words.len() > LONGEST {
        return None;
    }
    numerals.one_of_unit(words).iter().find_map(|text| one_quantity(numerals, text))
}

/// The unit of a text that says one of it and nothing else.
fn one_quantity(numerals: &dyn Numerals, text: &str) -> Option<StatedUnit> {
    let found = numerals.quantities(text);
    let [one] = &found[..] else { return None };
    let quantity = one.value;
    let is_amount = matches!(
        quantity.kind,
        QuantityKind::Figure | QuantityKind::Duration | QuantityKind::Structural
    );
    let power = power_of_ten(quantity.value?).filter(|_| is_amount && one.range.start == 0)?;
    let rest = &text[one.range.end..];
    // "1 million people": the scale counts; "1 yuan per square meter": the denominator was read.
    let is_read_on = !quantity.per.is_nothing() || (quantity.unit.is_none() && power > 1);
    let is_word = rest.chars().all(|c| c.is_alphabetic() || " -/²³".contains(c));
    let is_whole = rest.is_empty() || (is_read_on && is_word);
    // "10 cities" is not a unit, "100 people" or "million people" may be.
    if !is_whole || (quantity.unit.is_none() && power < 2) {
        return None;
    }
    let kind = match quantity.kind {
        QuantityKind::Duration => QuantityKind::Duration,
        _ => QuantityKind::Figure,
    };
    Some(StatedUnit { power, unit: quantity.unit, per: quantity.per, kind })
}

fn power_of_ten(value: Decimal) -> Option<i32> {
    (0..=15).find(|power| Decimal::ONE.shifted(*power) == Some(value))
}

/// What the head of a column or row, or its first cell, states: `产值（亿元）`, `增长%`, `Output, RMB
/// billion`.
pub(super) fn in_head(numerals: &dyn Numerals, plain: &str) -> Statements {
    let labelled = after_label(numerals, plain);
    if let Some(found) = labelled {
        return found;
    }
    let in_bracket = last_bracket(plain).and_then(|range| {
        let pieces = listed_units(plain, range);
        let mut read = pieces.into_iter().filter_map(|range| statement(numerals, plain, range));
        let first = read.next()?;
        read.next().is_none().then_some(first)
    });
    let read = in_bracket.or_else(|| at_the_end(numerals, plain));
    Statements { read: read.into_iter().collect(), unread: None }
}

/// What a line above a table states, of which there may be several: `单位：亿元、%`.
pub(super) fn in_line(numerals: &dyn Numerals, plain: &str) -> Statements {
    if let Some(found) = after_label(numerals, plain) {
        return found;
    }
    let is_bracket = |range: &Range<usize>| {
        let rest = &plain[range.end..];
        rest.chars().skip(1).all(char::is_whitespace)
    };
    let bracket = last_bracket(plain).filter(is_bracket);
    let whole = (plain.len() <= LONGEST).then_some(0..plain.len());
    for range in bracket.into_iter().chain(whole) {
        let read: Option<Vec<_>> = listed_units(plain, range)
            .into_iter()
            .map(|piece| statement(numerals, plain, piece))
            .collect();
        if let Some(read) = read.filter(|read| !read.is_empty()) {
            return Statements { read, unread: None };
        }
    }
    Statements::default()
}

/// Whether a head says nothing but that units stand below it: 单位, Unit.
pub(super) fn is_unit_column(numerals: &dyn Numerals, plain: &str) -> bool {
    let head = plain.trim().to_lowercase();
    numerals.unit_labels().iter().any(|label| head == label.to_lowercase())
}

/// What stands after 单位： or Unit:, to the end of its line or bracket.
fn after_label(numerals: &dyn Numerals, plain: &str) -> Option<Statements> {
    let lower = plain.to_ascii_lowercase();
    let start = numerals.unit_labels().iter().find_map(|label| {
        let label = label.to_ascii_lowercase();
        lower.match_indices(&label).find_map(|(at, _)| {
            let after = at + label.len();
            let rest = plain[after..].trim_start();
            let colon = rest.chars().next().filter(|c| matches!(c, '：' | ':'))?;
            let is_word_start =
                !plain[..at].ends_with(|c: char| c.is_ascii_alphabetic() || c == '-');
            is_word_start.then_some(plain.len() - rest.len() + colon.len_utf8())
        })
    })?;
    let ends = |c: char| matches!(c, '\n' | '。' | '）' | ')' | '；' | ';');
    let end = plain[start..].find(ends).map_or(plain.len(), |at| start + at);
    let mut found = Statements::default();
    for piece in listed_units(plain, start..end) {
        match statement(numerals, plain, piece.clone()) {
            Some(statement) => found.read.push(statement),
            None => found.unread = Some(piece),
        }
    }
    Some(found)
}

fn statement(numerals: &dyn Numerals, plain: &str, range: Range<usize>) -> Option<Statement> {
    let unit = unit_of(numerals, &plain[range.clone()])?;
    Some(Statement { unit, range })
}

/// The inside of the last bracket of a text, of either width.
fn last_bracket(plain: &str) -> Option<Range<usize>> {
    let end = plain.rfind(['）', ')', '〕', '］'])?;
    let (open, _) = plain[..end].rmatch_indices(['（', '(', '〔', '［']).next()?;
    let start = open + plain[open..].chars().next().map_or(1, char::len_utf8);
    Some(start..end)
}

/// A unit that ends a head without a bracket: 增长%, 产值/亿元, Output, RMB billion.
fn at_the_end(numerals: &dyn Numerals, plain: &str) -> Option<Statement> {
    let after = ["/", "／", "，", ", ", " in ", "："].iter().filter_map(|sign| {
        let at = plain.rfind(sign)?;
        Some(at + sign.len()..plain.len())
    });
    let signs = ["%", "％", "‰"].iter().filter(|sign| plain.ends_with(**sign));
    let signs = signs.map(|sign| plain.len() - sign.len()..plain.len());
    // A word alone is no unit: 水/电.
    let is_unit = |found: &Statement| found.unit.power > 0 || found.unit.unit.is_some();
    after.chain(signs).filter_map(|range| statement(numerals, plain, range)).find(is_unit)
}

/// The pieces of a list of units, without blanks around them. A comma of 10,000 parts nothing.
fn listed_units(plain: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let inside = &plain[range.clone()];
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut add = |from: usize, to: usize| {
        let piece = &inside[from..to];
        let start = from + piece.len() - piece.trim_start().len();
        let end = start + piece.trim().len();
        if start < end {
            pieces.push(range.start + start..range.start + end);
        }
    };
    for (at, c) in inside.char_indices() {
        let next = inside[at + c.len_utf8()..].chars().next();
        let parts = matches!(c, '、' | '，' | '；' | ';')
            || (c == ',' && next.is_none_or(char::is_whitespace));
        if parts {
            add(from, at);
            from = at + c.len_utf8();
        }
    }
    add(from, inside.len());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::numerals_of;

    fn unit(code: &str, words: &str) -> Option<(i32, &'static str)> {
        let found = unit_of(numerals_of(code).unwrap(), words)?;
        Some((found.power, found.unit.map_or("", Unit::name)))
    }

    #[test]
    fn a_unit_is_read_as_one_of_it_in_either_language() {
        for (zh, en, power, name) in [
            ("亿元", "100 million yuan", 8, "元"),
            ("万吨", "10,000 tonnes", 4, "吨"),
            ("万吨", "10 000 tons", 4, "吨"),
            ("百万元", "RMB million", 6, "元"),
            ("百万美元", "US$ million", 6, "美元"),
            ("百万美元", "millions of US dollars", 6, "美元"),
            ("千公顷", "1,000 ha", 3, "公顷"),
            ("千公顷", "'000 hectares", 3, "公顷"),
            ("%", "%", 0, "%"),
            ("百分点", "percentage points", 0, "百分点"),
            ("亿千瓦时", "100 million kWh", 8, "千瓦时"),
            ("公里", "km", 0, "公里"),
            ("元/平方米", "yuan per square meter", 0, "元"),
            ("万元", "ten thousand yuan", 4, "元"),
            ("个月", "months", 0, "个月"),
        ] {
            assert_eq!(unit("zh", zh), Some((power, name)), "{zh}");
            assert_eq!(unit("en", en), Some((power, name)), "{en}");
        }
        assert_eq!(unit("en", "billions of yuan"), Some((9, "元")));
        assert_eq!(unit("en", "RMB bn"), Some((9, "元")));
        assert_eq!(unit("en", "million people"), Some((6, "")));
        assert_eq!(unit("zh", "万人"), Some((4, "人")));
    }

    #[test]
    fn what_is_no_unit_is_not_read_as_one() {
        for (code, words) in [
            ("zh", "一"),
            ("zh", "1"),
            ("zh", "上年=100"),
            ("zh", "三次产业"),
            ("zh", "续表"),
            ("en", "first half"),
            ("en", "continued"),
            ("en", "2017"),
            ("en", "previous year = 100"),
            ("en", "10 cities"),
        ] {
            assert_eq!(unit(code, words), None, "{words}");
        }
    }

    fn head(code: &str, plain: &str) -> Vec<String> {
        let found = in_head(numerals_of(code).unwrap(), plain).read.into_iter();
        found.map(|one| plain[one.range].to_owned()).collect()
    }

    #[test]
    fn a_head_states_its_unit_in_its_bracket_or_at_its_end() {
        assert_eq!(head("zh", "产值（亿元）"), ["亿元"]);
        assert_eq!(head("zh", "产值(2017年，亿元)"), ["亿元"]);
        assert_eq!(head("zh", "同比增长%"), ["%"]);
        assert_eq!(head("zh", "产值/亿元"), ["亿元"]);
        assert_eq!(head("zh", "单价（元/吨）"), ["元/吨"]);
        assert_eq!(head("zh", "工业（规模以上）"), [""; 0]);
        assert_eq!(head("en", "Output (billion yuan)"), ["billion yuan"]);
        assert_eq!(head("en", "Output, RMB billion"), ["RMB billion"]);
        assert_eq!(head("en", "Output in 10,000 tonnes"), ["10,000 tonnes"]);
        assert_eq!(head("en", "Growth %"), ["%"]);
        assert_eq!(head("en", "Industry (above designated size)"), [""; 0]);
    }

    #[test]
    fn a_line_above_a_table_states_one_unit_or_several() {
        let line = |code: &str, plain: &str| {
            let found = in_line(numerals_of(code).unwrap(), plain);
            let read: Vec<_> = found.read.iter().map(|one| &plain[one.range.clone()]).collect();
            (read.join("|"), found.unread.map(|range| plain[range].to_owned()))
        };
        assert_eq!(line("zh", "单位：亿元"), ("亿元".to_owned(), None));
        assert_eq!(line("zh", "（单位：亿元、%）"), ("亿元|%".to_owned(), None));
        assert_eq!(line("zh", "表1　主要指标（亿元）"), ("亿元".to_owned(), None));
        assert_eq!(line("zh", "计量单位：标台"), (String::new(), Some("标台".to_owned())));
        assert_eq!(line("zh", "全市投资（亿元）增长。"), (String::new(), None));
        assert_eq!(line("en", "Unit: RMB 100 million"), ("RMB 100 million".to_owned(), None));
        assert_eq!(line("en", "(In billions of yuan)"), ("In billions of yuan".to_owned(), None));
        assert_eq!(line("en", "Table 1. Output (RMB billion)"), ("RMB billion".to_owned(), None));
        assert_eq!(line("en", "The output grew (a little)"), (String::new(), None));
    }
}
