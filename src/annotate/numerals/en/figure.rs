//! What an English number counts or measures: its unit, its currency, the head of a table.

use std::ops::Range;

use super::currency::currency;
use super::measure::skipped_words;
use super::number::{self, Numeral};
use super::number_word::{Word, number_word, word_at};
use super::unit::english_unit;
use crate::annotate::numerals::unit::WrittenUnit;
use crate::annotate::numerals::{Draft, after_blank, char_at, char_before, is_at, is_before};
use crate::model::{Comparator, Decimal, QuantityKind, Unit, UnitClass};

/// What a number counts.
pub(super) struct UnitReading {
    pub(super) range: Range<usize>,
    pub(super) unit: Option<WrittenUnit>,
    /// Whether it is so many in a row: six consecutive years.
    pub(super) is_streak: bool,
    /// What stands between the number and its unit: 60 *plus* years.
    pub(super) comparator: Option<Comparator>,
}

/// The unit of a number, behind it or a currency before it, which may not begin before `done`.
pub(super) fn counted(text: &str, at: usize, number: &Numeral, done: usize) -> UnitReading {
    let mut found =
        UnitReading { range: at..number.end, unit: None, is_streak: false, comparator: None };
    let plus = [" plus ", "-plus "].iter().find(|plus| is_at(text, number.end, plus));
    let next = match (plus, text.as_bytes().get(number.end)) {
        (Some(plus), _) => number.end + plus.len(),
        (None, Some(b'-')) => number.end + 1,
        _ => after_blank(text, number.end),
    };
    // six consecutive years
    let (skipped, is_streak) = skipped_words(text, next);
    let unit = english_unit(text, next).or_else(|| {
        english_unit(text, next + skipped)
            .filter(|(unit, _)| skipped > 0 && unit.unit_class() == UnitClass::Time)
            .inspect(|_| found.is_streak = is_streak)
    });
    if let Some((unit, end)) = unit {
        found.unit = Some(unit);
        found.range.end = end;
        found.comparator = plus.map(|_| Comparator::MoreThan);
    }
    if let Some((money, start)) = currency(text, at).filter(|found| found.1 >= done) {
        // RMB 2.7 m are millions, and no meters.
        let is_million = found.unit.is_some_and(|unit| unit.unit == Unit::METER)
            && number.scale == 0
            && found.range.end == next + 1;
        found.unit = Some(WrittenUnit { unit: money, power: if is_million { 6 } else { 0 } });
        found.range.start = start;
    }
    found
}

/// What a table counts in people or households, which are not units of a number in running text.
const COUNTED_IN_TABLES: &[(&str, Unit)] = &[
    ("persons", Unit::named("人")),
    ("people", Unit::named("人")),
    ("households", Unit::named("户")),
    ("units", Unit::ITEM),
    ("sets", Unit::named("套")),
    ("vehicles", Unit::named("辆")),
];

fn table_unit_at(text: &str, at: usize) -> Option<(WrittenUnit, usize)> {
    let word = word_at(text, at);
    let counted = COUNTED_IN_TABLES.iter().find(|(noun, _)| *noun == word);
    match counted {
        Some((noun, unit)) => Some((WrittenUnit::from(*unit), at + noun.len())),
        None => english_unit(text, at),
    }
}

/// The unit of a table: (100 million yuan), (10 000 persons), Unit: 100 million yuan. A power of
/// ten with its unit, and nothing else.
pub(super) fn table_unit(text: &str, at: usize, number: &Numeral) -> Option<Draft> {
    let value = number.value.filter(|_| number.end > at)?;
    let (unit, start, end) = match currency(text, at) {
        Some((unit, start)) => (WrittenUnit::from(unit), start, number.end),
        None => {
            let (unit, end) = table_unit_at(text, after_blank(text, number.end))?;
            (unit, at, end)
        }
    };
    let is_bracket = matches!(char_before(text, start), Some('(' | '（')) && closes_cell(text, end);
    let is_head =
        is_bracket || is_before(text, start, "Unit: ") || is_before(text, start, "unit: ");
    let is_power = (3..=12).any(|power| Decimal::ONE.shifted(power) == Some(value));
    let is_unit = unit.unit_class() != UnitClass::Share && unit.unit_class() != UnitClass::Time;
    (is_head && is_power && is_unit)
        .then(|| Draft::new(start..end, QuantityKind::Structural, Some(value)).in_unit(unit))
        .map(without_class)
}

/// Whether a bracket closes here and its text or cell ends with it: "a bonus (10,000 yuan) was paid"
/// says a figure.
fn closes_cell(text: &str, end: usize) -> bool {
    let Some(bracket) = char_at(text, end).filter(|c| matches!(c, ')' | '）')) else {
        return false;
    };
    let after = after_blank(text, end + bracket.len_utf8());
    char_at(text, after).is_none_or(|c| matches!(c, '|' | '\n' | '\t'))
}

/// (RMB billion), (million tons): the unit of a table with a scale alone, which begins at a byte.
pub(super) fn table_scale(text: &str, at: usize, spelt: &str) -> Option<Draft> {
    let Some(Word::Scale(power)) = number_word(spelt) else { return None };
    let end = at + spelt.len();
    let (unit, start, end) = match currency(text, at) {
        Some((unit, start)) => (WrittenUnit::from(unit), start, end),
        None => {
            let (unit, end) = table_unit_at(text, after_blank(text, end))?;
            (unit, at, end)
        }
    };
    let is_alone = matches!(char_before(text, start), Some('(' | '（')) && closes_cell(text, end);
    let draft = Draft::new(start..end, QuantityKind::Structural, Decimal::ONE.shifted(power));
    is_alone.then(|| without_class(draft.in_unit(unit)))
}

/// The unit of a table is not shared with the numbers beside it.
fn without_class(mut draft: Draft) -> Draft {
    draft.class = None;
    draft
}

/// .5: a fraction without its zero. The digit stands at a byte.
pub(super) fn leading_point(text: &str, at: usize) -> Option<Numeral> {
    let point = at.checked_sub(1).filter(|point| is_at(text, *point, "."))?;
    let is_free = char_before(text, point)
        .is_none_or(|c| c.is_whitespace() || "([（“\"$¥￥€£-−–~<>≤≥=|".contains(c));
    let digits = text[at..].bytes().take(37).take_while(u8::is_ascii_digit).count();
    let mut numeral = number::numeral_in_digits(text, at)?;
    let is_plain = numeral.plain_digits > 0 || numeral.scale > 0;
    if !is_free || !is_plain || is_at(text, at + digits, ".") && numeral.is_chain() {
        return None;
    }
    numeral.value =
        numeral.value.and_then(|value| value.shifted(-i32::try_from(digits).unwrap_or(0)));
    numeral.plain_digits = 0;
    Some(numeral)
}

/// Whether *double* or *triple* is a verb: double output, but not a double blow or double-digit.
pub(super) fn is_doubling(text: &str, at: usize, end: usize) -> bool {
    let is_noun_part = ["a ", "the ", "this ", "of ", "with ", "under ", "A ", "The ", "“"]
        .iter()
        .any(|word| is_before(text, at, word));
    let goes_on = char_at(text, end).is_some_and(|c| c == '-' || c.is_alphanumeric());
    let next = word_at(text, after_blank(text, end));
    let others = ["standards", "first", "taxation", "reduction", "track", "digit", "happiness"];
    !is_noun_part && !goes_on && !next.is_empty() && !others.contains(&next)
}

/// Whether *twice* multiplies: twice the number, but not twice a year.
pub(super) fn is_multiple(text: &str, end: usize) -> bool {
    [" the ", " as ", " its ", " that ", " their "].iter().any(|word| is_at(text, end, word))
}
