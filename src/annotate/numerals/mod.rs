//! What the numerals of a text say: a pure function of its plain characters.
//!
//! Three steps, each linear in the text. First the language's list of words and names that only
//! look like numbers is claimed (一般, 十九大). Then the grammar of the language reads what is left,
//! from a numeral outwards: number, scale, unit, what bounds it. Last, neighbours settle what they
//! share: 0.8个、1.3个百分点 are both percentage points.
//!
//! The first principle is to be silent rather than wrong about words (三 alone is no quantity), and
//! complete about digits: each run of Arabic digits lies inside something found.
//!
//! What is a language's own stands in its folder; here is what they share.

mod arabic;
mod calendar;
mod en;
mod fraction;
mod line;
mod non_numeral;
mod rank_scope;
mod roman;
mod settle;
mod unit;
mod zh;

use std::ops::Range;

use crate::model::effort::spend;
use crate::model::{
    Comparator, Decimal, Direction, Measure, Mention, Numerals, Per, Quantity, QuantityKind, Unit,
    UnitClass,
};
use unit::WrittenUnit;

/// Every language whose numerals are read. One more is a folder beside `zh` and a line here.
pub const NUMERALS: &[&dyn Numerals] = &[&zh::Chinese, &en::English];

/// The numerals of the language with this code (`zh`, `en`), if it is read.
pub fn numerals_of(code: &str) -> Option<&'static dyn Numerals> {
    NUMERALS.iter().copied().find(|numerals| numerals.code() == code)
}

/// What a grammar found, once neighbours have shared what they share.
fn settled(plain: &str, mut drafts: Vec<Draft>) -> Vec<Mention<Quantity>> {
    settle::settle(plain, &mut drafts);
    for Draft { found, class, .. } in &mut drafts {
        let quantity = &mut found.value;
        let moves = matches!(quantity.direction, Some(Direction::Up | Direction::Down));
        if quantity.measure.is_none() && moves && *class == Some(UnitClass::Share) {
            quantity.measure = Some(Measure::Growth);
        }
    }
    drafts.into_iter().map(|draft| draft.found).collect()
}

/// A quantity while its neighbours may still change it.
#[derive(Debug, Clone)]
struct Draft {
    found: Mention<Quantity>,
    /// The power of ten of the last scale said: 8 for 亿.
    scale: i32,
    /// Of its unit, if the unit makes it a quantity: a date has none.
    class: Option<UnitClass>,
}

impl Draft {
    fn new(range: Range<usize>, kind: QuantityKind, value: Option<Decimal>) -> Self {
        let quantity = Quantity {
            value,
            unit: None,
            comparator: Comparator::Equal,
            direction: None,
            kind,
            per: Per::NOTHING,
            measure: None,
        };
        Self { found: Mention { range, value: quantity }, scale: 0, class: None }
    }

    /// The same with a unit by name only.
    fn with_unit_name(mut self, unit: Unit) -> Self {
        self.found.value.unit = Some(unit);
        self
    }

    /// The same in a unit, which may be a multiple of the canonical one.
    fn in_unit(mut self, written: impl Into<Option<WrittenUnit>>) -> Self {
        if let Some(WrittenUnit { unit, power }) = written.into() {
            let quantity = &mut self.found.value;
            quantity.unit = Some(unit);
            quantity.value = quantity.value.and_then(|value| value.shifted(power));
            self.class = Some(unit.class());
        }
        self
    }

    fn bounded(mut self, comparator: Comparator) -> Self {
        self.found.value.comparator = comparator;
        self
    }

    fn moving(mut self, direction: Option<Direction>) -> Self {
        self.found.value.direction = direction;
        self
    }
}

/// The character that begins at a byte.
fn char_at(text: &str, at: usize) -> Option<char> {
    spend(1);
    text.get(at..).and_then(|rest| rest.chars().next())
}

/// The character that ends at a byte.
fn char_before(text: &str, at: usize) -> Option<char> {
    spend(1);
    text.get(..at).and_then(|before| before.chars().next_back())
}

/// Whether a word of the text stands at a byte.
fn is_at(text: &str, at: usize, word: &str) -> bool {
    spend(1);
    text.as_bytes().get(at..).is_some_and(|rest| rest.starts_with(word.as_bytes()))
}

/// Whether a word ends at a byte.
fn is_before(text: &str, at: usize, word: &str) -> bool {
    spend(1);
    text.as_bytes().get(..at).is_some_and(|before| before.ends_with(word.as_bytes()))
}

/// The longest of the words that stands at a byte.
fn longest_at<'a>(text: &str, at: usize, words: &[&'a str]) -> Option<&'a str> {
    words.iter().copied().filter(|word| is_at(text, at, word)).max_by_key(|word| word.len())
}

/// The longest of the words that ends at a byte.
fn longest_before<'a, T: Copy>(
    text: &str,
    at: usize,
    words: &[(&'a str, T)],
) -> Option<(&'a str, T)> {
    let fitting = words.iter().copied().filter(|(word, _)| is_before(text, at, word));
    fitting.max_by_key(|(word, _)| word.len())
}

/// A byte after one blank, if one stands here.
fn after_blank(text: &str, at: usize) -> usize {
    ["\u{a0}", "\u{3000}", " "]
        .iter()
        .find(|blank| is_at(text, at, blank))
        .map_or(at, |blank| at + blank.len())
}

/// A byte before one blank, if one ends here.
fn before_blank(text: &str, at: usize) -> usize {
    ["\u{a0}", "\u{3000}", " "]
        .iter()
        .find(|blank| is_before(text, at, blank))
        .map_or(at, |blank| at - blank.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::effort::assert_linear;

    /// Seen to fail with `LONGEST_NAME` of `zh::grammar` raised to `usize::MAX - 1`: each ‘ looked for
    /// its ’ to the end of the text.
    #[test]
    fn the_work_grows_no_faster_than_the_text() {
        let hostile = include_str!("../../../tests/fixtures/numerals/hostile.json");
        let pieces: Vec<String> = serde_json::from_str(hostile).unwrap();
        for piece in &pieces {
            for numerals in NUMERALS {
                assert_linear(&format!("{piece} in {numerals:?}"), 6000, |length| {
                    let text = piece.repeat(length / piece.len());
                    for found in numerals.quantities(&text) {
                        numerals.firmness(&text, found.range.start);
                    }
                });
            }
        }
    }
}
