//! What a translation may say of its own: a one that is an article, a first, a year that stands in
//! the original, a conversion beside what it converts.

use std::collections::{BTreeMap, HashMap};

use super::equal::{self, Match};
use super::index::{Index, NEARLY, approximate, last_digit};
use super::{Item, Passage};
use crate::model::{Quantity, QuantityKind, quotations};

/// What the numerals of a translation that say nothing of the original are set against; all that
/// depends on the texts alone is found out once.
pub(super) struct Extras<'a> {
    own: Index,
    original: &'a [Passage<'a>],
    translation: &'a [Passage<'a>],
    has_label: bool,
    converted: Converted,
    /// Whether the original says a short year, by its digits.
    short_years: HashMap<String, bool>,
    /// Whether the original has a word with a numeral of this value in it.
    words: HashMap<&'static str, bool>,
}

impl<'a> Extras<'a> {
    pub(super) fn new(
        own: &[Item],
        others: &[Item],
        assigned: &[Option<usize>],
        (original, translation): (&'a [Passage<'a>], &'a [Passage<'a>]),
    ) -> Self {
        Self {
            own: Index::new(own),
            original,
            translation,
            has_label: own.iter().any(|item| is_label(item, original)),
            converted: Converted::new(own, others, assigned),
            short_years: HashMap::new(),
            words: HashMap::new(),
        }
    }

    /// Whether a numeral may stand in the translation alone.
    pub(super) fn may_stand_alone(&mut self, item: &Item) -> bool {
        let (quantity, translation) = (&item.quantity, self.translation);
        let value = quantity.value.map(|value| value.to_string()).unwrap_or_default();
        let is_small = matches!(value.as_str(), "0" | "1");
        if is_small && !equal::is_measuring(quantity.unit) {
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
            QuantityKind::Name => {
                !item.spot.words(translation).contains(|c: char| c.is_ascii_digit())
            }
            _ if self.is_word_for(item, &value) => true,
            _ => self.converted.has(item),
        }
    }

    /// 九二共识 is the 1992 Consensus.
    fn is_short_year(&mut self, year: &str) -> bool {
        const DIGITS: &[char] = &['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
        let short: Option<String> = year.get(2..4).filter(|_| year.len() == 4).and_then(|short| {
            short.chars().map(|digit| DIGITS.get(digit.to_digit(10)? as usize)).collect()
        });
        let Some(short) = short else { return false };
        let original = self.original;
        let is_said =
            |short: &String| original.iter().any(|passage| passage.plain.contains(short.as_str()));
        *self.short_years.entry(short).or_insert_with_key(is_said)
    }

    /// two-wheel drive for 双轮驱动: a small number in words, and a numeral of the original that is
    /// a part of a word.
    fn is_word_for(&mut self, item: &Item, value: &str) -> bool {
        const NUMERALS: [(&str, &[char]); 9] = [
            ("2", &['二', '两', '双', '对']),
            ("3", &['三']),
            ("4", &['四']),
            ("5", &['五']),
            ("6", &['六']),
            ("7", &['七']),
            ("8", &['八']),
            ("9", &['九']),
            ("10", &['十']),
        ];
        let is_spelt = !item.spot.words(self.translation).contains(|c: char| c.is_ascii_digit());
        let numeral = NUMERALS.iter().find(|(digits, _)| *digits == value);
        let is_spelt = is_spelt && item.quantity.unit.is_none();
        let Some((digits, characters)) = numeral.filter(|_| is_spelt) else {
            return false;
        };
        let original = self.original;
        is_of_what_was_named(item, self.translation)
            || *self.words.entry(digits).or_insert_with(|| {
                is_sum_of_slogan(digits, original)
                    || original.iter().any(|passage| has_word_with(passage, characters))
            })
    }
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
        && (item.spot.words(side).ends_with(['、', '）', '.'])
            || matches!(after, Some('.' | ')' | ',')))
}

/// Whether an ordinal opens a sentence and numbers it.
fn is_numbering(item: &Item, translation: &[Passage]) -> bool {
    let plain = translation[item.spot.passage].plain;
    let before = plain[..item.spot.range.start].trim_end();
    let opens = before.is_empty() || before.ends_with(['.', ';', ':', '!', '?', '”']);
    opens && plain[item.spot.range.end..].starts_with([',', '.', ')'])
}

/// the two regions, these three: things that were named before, counted again.
fn is_of_what_was_named(item: &Item, translation: &[Passage]) -> bool {
    const BEFORE: [&str; 9] =
        ["the", "these", "those", "all", "its", "their", "first", "last", "other"];
    let before = &translation[item.spot.passage].plain[..item.spot.range.start];
    let word = before.trim_end().rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    BEFORE.contains(&word.to_lowercase().as_str())
}

/// the five priority tasks for “三去一降一补”: what a quoted slogan counts, added up.
fn is_sum_of_slogan(value: &str, original: &[Passage]) -> bool {
    const DIGITS: &str = "一二三四五六七八九十";
    let counted = |words: &str| -> usize {
        words.chars().filter_map(|c| Some(DIGITS.chars().position(|known| known == c)? + 1)).sum()
    };
    original.iter().any(|passage| {
        let quoted = quotations(passage.plain).into_iter();
        quoted.map(|range| counted(&passage.plain[range])).any(|sum| sum.to_string() == value)
    })
}

/// The unit in the original, the unit in the translation and the passage there.
type Told = (&'static str, &'static str, usize);

/// 88,000 mu (about 5,867 hectares): numerals of the original that the translation says, to find
/// the one that a second number beside it converts.
struct Converted {
    /// Each in the order of its values.
    said: BTreeMap<Told, Vec<(f64, Quantity)>>,
}

impl Converted {
    fn new(own: &[Item], others: &[Item], assigned: &[Option<usize>]) -> Self {
        let mut said: BTreeMap<Told, Vec<(f64, Quantity)>> = BTreeMap::new();
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
        equal::conversions(unit).any(|(own, factor)| {
            equal::conversions(unit).any(|(shown_in, _)| {
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
