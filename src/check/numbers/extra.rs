//! What a translation may say of its own: a one that is an article, a first, a year that stands in
//! the original, a conversion beside what it converts.

use std::collections::{BTreeMap, HashMap};

use super::equal::{self, Match};
use super::index::{NEARLY, NumeralIndex, approximate, conversions, last_digit};
use super::{Item, Passage, Sides};
use crate::model::{ComparisonRules, Decimal, Quantity, QuantityKind, Unit, quotations};

/// What the numerals of a translation that say nothing of the original are set against; all that
/// depends on the texts alone is found out once.
pub(super) struct Extras<'a> {
    own: NumeralIndex,
    sides: Sides<'a>,
    has_label: bool,
    converted: Conversions,
    /// Whether the original says a short year, by its digits.
    short_years: HashMap<String, bool>,
    /// Whether the original has a word with a numeral of this value in it.
    words: HashMap<Decimal, bool>,
}

impl<'a> Extras<'a> {
    pub(super) fn new(
        own: &[Item],
        others: &[Item],
        assigned: &[Option<usize>],
        sides: Sides<'a>,
    ) -> Self {
        Self {
            own: NumeralIndex::new(own),
            sides,
            has_label: own.iter().any(|item| is_label(item, sides.original)),
            converted: Conversions::new(own, others, assigned),
            short_years: HashMap::new(),
            words: HashMap::new(),
        }
    }

    /// Whether a numeral may stand in the translation alone.
    ///
    /// English says numbers that Chinese does not: an article is one, a year is written in full
    /// (九二共识, the 1992 Consensus), a date twice, 双 is two-wheel, an area is given in hectares behind
    /// the mu. Each of these is allowed only where the original holds what the numeral could stand
    /// for, so that a number that was made up is still found. What is left is `number.extra`.
    pub(super) fn may_stand_alone(&mut self, item: &Item) -> bool {
        let (quantity, translation) = (&item.quantity, self.sides.translation);
        let value = quantity.value.map(|value| value.to_string()).unwrap_or_default();
        let is_small = matches!(quantity.value, Some(Decimal::ZERO | Decimal::ONE));
        let is_name = quantity.kind == QuantityKind::Name;
        if is_small && !is_name && !equal::is_measuring(quantity.unit) {
            return true;
        }
        match quantity.kind {
            QuantityKind::Date => {
                let own = |how| self.own.has(item, how, |of| equal::is(how, of, quantity));
                own(Match::Value) || own(Match::Calendar) || self.is_short_year(&value)
            }
            // Third, we will …
            QuantityKind::Structural if is_numbering(item, translation) => {
                !(is_label(item, translation) && self.has_label)
            }
            // Covid-19 may be said more often than 新冠; the Eighth Five-Year Plan is not the seventh.
            QuantityKind::Name => {
                let words = item.spot.spot_words(translation);
                let has_number = words.contains(|c: char| c.is_ascii_digit())
                    || self.sides.rules.translation.is_plan(words);
                !has_number || self.own.has(item, Match::Value, |of| of.value == quantity.value)
            }
            _ if self.is_word_for(item) => true,
            _ if self.is_in_bare_name(item) => true,
            _ => self.converted.has(item),
        }
    }

    /// 长度达到8时: digits that Chinese leaves to be understood, where no measure word tells a count from a
    /// name, are a bare number in English.
    fn is_in_bare_name(&self, item: &Item) -> bool {
        let quantity = &item.quantity;
        let is_bare = quantity.kind == QuantityKind::Figure && quantity.unit.is_none();
        is_bare
            && self.own.has(item, Match::Value, |of| {
                of.kind == QuantityKind::Name && of.unit.is_none() && of.value == quantity.value
            })
    }

    /// 九二共识 is the 1992 Consensus.
    fn is_short_year(&mut self, year: &str) -> bool {
        let Sides { original, rules, .. } = self.sides;
        let says = || original.iter().any(|of| rules.original.says_short_year(of.plain, year));
        // Only the last two digits of four are said.
        match year.get(2..).filter(|_| year.len() == 4) {
            Some(short) => *self.short_years.entry(short.to_owned()).or_insert_with(says),
            None => says(),
        }
    }

    /// two-wheel drive for 双轮驱动: a small number in words, and a numeral of the original that is
    /// a part of a word.
    fn is_word_for(&mut self, item: &Item) -> bool {
        let Sides { original, translation, rules, .. } = self.sides;
        let is_spelt = !item.spot.spot_words(translation).contains(|c: char| c.is_ascii_digit());
        let is_half = item.quantity.unit == Some(Unit::PERCENT)
            && item.quantity.value.and_then(Decimal::to_whole) == Some(50);
        let is_word = is_spelt && (item.quantity.unit.is_none() || is_half);
        let value = item.quantity.value.filter(|_| is_word);
        let Some(value) = value else { return false };
        let characters = rules.original.numeral_characters(value);
        if characters.is_empty() {
            return false;
        }
        let before = &translation[item.spot.passage].plain[..item.spot.range.start];
        rules.translation.counts_what_was_named(before)
            || *self.words.entry(value).or_insert_with(|| {
                original.iter().any(|passage| {
                    has_slogan_of(passage, rules, value) || has_word_with(passage, characters)
                })
            })
    }
}

/// the five priority tasks for “三去一降一补”: what a quoted slogan counts, added up.
fn has_slogan_of(passage: &Passage, rules: ComparisonRules, value: Decimal) -> bool {
    let quoted = quotations(passage.plain).into_iter();
    let mut sums = quoted.map(|range| rules.original.slogan_sum(&passage.plain[range]));
    sums.any(|sum| u32::try_from(sum).is_ok_and(|sum| Decimal::from(sum) == value))
}

/// Whether a text has one of these characters where no number was read: a numeral that was has its
/// own counterpart.
fn has_word_with(passage: &Passage, characters: &[char]) -> bool {
    let mut numbers = passage.quantities.iter().peekable();
    let mut read_to = 0;
    passage.plain.match_indices(characters).any(|(at, _)| {
        while let Some(number) = numbers.next_if(|number| number.range.start <= at) {
            read_to = read_to.max(number.range.end);
        }
        at >= read_to
    })
}

/// Whether a numeral opens its text and numbers it: （一）, 二、, 3.
pub(super) fn is_label(item: &Item, side: &[Passage]) -> bool {
    let after = side[item.spot.passage].plain[item.spot.range.end..].chars().next();
    item.quantity.kind == QuantityKind::Structural
        && item.spot.range.start == 0
        && (item.spot.spot_words(side).ends_with(['、', '）', '.'])
            || matches!(after, Some('.' | ')' | ',')))
}

/// Whether an ordinal opens a sentence and numbers it.
fn is_numbering(item: &Item, translation: &[Passage]) -> bool {
    let plain = translation[item.spot.passage].plain;
    let before = plain[..item.spot.range.start].trim_end();
    let opens = before.is_empty() || before.ends_with(['.', ';', ':', '!', '?', '”']);
    opens && plain[item.spot.range.end..].starts_with([',', '.', ')'])
}

/// The unit in the original, the unit in the translation and the passage there.
type UnitPair = (Unit, Unit, usize);

/// 88,000 mu (about 5,867 hectares): numerals of the original that the translation says, to find
/// the one that a second number beside it converts.
struct Conversions {
    /// Each in the order of its values.
    said: BTreeMap<UnitPair, Vec<(f64, Quantity)>>,
}

impl Conversions {
    fn new(own: &[Item], others: &[Item], assigned: &[Option<usize>]) -> Self {
        let mut said: BTreeMap<UnitPair, Vec<(f64, Quantity)>> = BTreeMap::new();
        for (item, number) in own.iter().zip(assigned) {
            let Some(shown) = number.map(|number| &others[number]) else { continue };
            let units = item.quantity.unit.zip(shown.quantity.unit);
            if let (Some((own, shown_in)), Some(value)) = (units, item.quantity.value) {
                let group = said.entry((own, shown_in, shown.spot.passage)).or_default();
                group.push((approximate(value), item.quantity));
            }
        }
        for values in said.values_mut() {
            values.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        }
        Self { said }
    }

    fn has(&self, item: &Item) -> bool {
        let (Some(unit), Some(value)) = (item.quantity.unit, item.quantity.value) else {
            return false;
        };
        let shown = approximate(value);
        let half = 10_f64.powi(last_digit(value)) * 0.501 + shown.abs() * NEARLY;
        conversions(unit).any(|(own, factor)| {
            conversions(unit).any(|(shown_in, _)| {
                let Some(values) = self.said.get(&(own, shown_in, item.spot.passage)) else {
                    return false;
                };
                let from = (shown - half) * factor;
                let near = &values[values.partition_point(|(value, _)| *value < from)..];
                near.iter()
                    .take_while(|(value, _)| *value <= (shown + half) * factor)
                    .any(|(_, of)| equal::is(Match::Converted, of, &item.quantity))
            })
        })
    }
}
