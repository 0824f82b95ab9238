//! The numerals of a side, to be looked up by value.
//!
//! A paragraph may hold thousands of numerals that all differ from their counterparts, so nothing
//! may be found by trying each of one side against each of the other. What is looked up here may be
//! too much, never too little: whether two numerals match is decided by [`equal`](super::equal).

use std::collections::{BTreeMap, HashMap};

use super::equal::Match;
use super::{Item, amount};
use crate::model::effort::spend;
use crate::model::{Decimal, Per, Quantity, QuantityKind, Unit};

/// Numerals that say the same in every respect, and so match the same others.
#[derive(Debug)]
struct Class {
    quantity: Quantity,
    is_of_others: bool,
    /// Their places, ascending.
    places: Vec<usize>,
    /// How many of them are used up, from the first.
    used: usize,
}

/// Classes by the last digit that is not zero, each in the order of its values.
type ByLastDigit = BTreeMap<i32, Vec<(f64, usize)>>;

/// The most kinds of denominator that are looked through for a converted number: a text has two or
/// three, and what has more is hostile.
const MOST_AMOUNTS: usize = 32;

/// Numerals by what they say.
#[derive(Debug, Default)]
pub(crate) struct NumeralIndex {
    classes: Vec<Class>,
    /// Classes by value, whatever the sign.
    by_value: HashMap<Decimal, Vec<usize>>,
    /// Dates by their digits, and by what a date that says more or less of the day has of them.
    by_digits: HashMap<String, Vec<usize>>,
    /// Classes by unit and what they are said of.
    by_unit: HashMap<(Unit, Per), ByLastDigit>,
    /// What numbers are said of, apart from nothing, in the order of the text.
    amounts: Vec<Per>,
}

impl NumeralIndex {
    /// The index of some numerals.
    pub(crate) fn new(items: &[Item]) -> Self {
        Self::without(items, &vec![false; items.len()])
    }

    /// The same without those that have their counterpart already.
    pub(super) fn without(items: &[Item], is_used: &[bool]) -> Self {
        let mut index = Self::default();
        let free = items.iter().enumerate().filter(|(place, _)| !is_used[*place]);
        for (place, item) in free {
            let Some(value) = item.quantity.value else { continue };
            let same = index.by_value.entry(value.abs()).or_default();
            let known = same.iter().find(|class| {
                let class = &index.classes[**class];
                class.quantity == item.quantity && class.is_of_others == item.is_of_others
            });
            if let Some(class) = known {
                index.classes[*class].places.push(place);
                continue;
            }
            let number = index.classes.len();
            same.push(number);
            let (quantity, is_of_others) = (item.quantity, item.is_of_others);
            index.classes.push(Class { quantity, is_of_others, places: vec![place], used: 0 });
            if quantity.kind == QuantityKind::Date {
                for part in date_parts(&value.to_string()) {
                    index.by_digits.entry(part.to_owned()).or_default().push(number);
                }
            }
            if let Some(unit) = quantity.unit {
                let per = quantity.per;
                if !per.is_nothing()
                    && index.amounts.len() < MOST_AMOUNTS
                    && !index.amounts.contains(&per)
                {
                    index.amounts.push(per);
                }
                let digits = index.by_unit.entry((unit, per)).or_default();
                let group = digits.entry(last_digit(value)).or_default();
                group.push((approximate(value), number));
            }
        }
        for numbers in index.by_unit.values_mut().flat_map(BTreeMap::values_mut) {
            numbers.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        }
        index
    }

    /// Uses up the first numeral that matches in this way; of those with the same bound and
    /// direction, if there are any.
    pub(crate) fn take_match(
        &mut self,
        item: &Item,
        how: Match,
        is_match: impl Fn(&Quantity, bool) -> bool,
    ) -> Option<usize> {
        let mut best: Option<((bool, usize), usize)> = None;
        for number in self.candidates(item, how) {
            spend(1);
            let class = &self.classes[number];
            let Some(place) = class.places.get(class.used) else { continue };
            let is_bounded_otherwise = class.quantity.comparator != item.quantity.comparator
                || class.quantity.direction != item.quantity.direction;
            let rank = (is_bounded_otherwise, *place);
            if best.is_none_or(|(known, _)| rank < known)
                && is_match(&class.quantity, class.is_of_others)
            {
                best = Some((rank, number));
            }
        }
        let ((_, place), number) = best?;
        self.classes[number].used += 1;
        Some(place)
    }

    /// Whether any numeral matches in this way, used up or not.
    pub(crate) fn has(
        &self,
        item: &Item,
        how: Match,
        is_match: impl Fn(&Quantity) -> bool,
    ) -> bool {
        self.candidates(item, how).iter().any(|number| is_match(&self.classes[*number].quantity))
    }

    /// The classes that may match in this way: all that do, and a few that do not.
    fn candidates(&self, item: &Item, how: Match) -> Vec<usize> {
        let Some(value) = item.quantity.value else { return Vec::new() };
        let of = |value: Decimal| self.by_value.get(&value.abs()).into_iter().flatten().copied();
        match how {
            Match::Exact | Match::Kind | Match::Value | Match::OtherAmount => of(value).collect(),
            Match::Calendar => {
                let digits = value.to_string();
                // One of the two is a part of the other.
                let longer = self.by_digits.get(&digits).into_iter().flatten().copied();
                let shorter = date_parts(&digits).filter_map(Decimal::parse).flat_map(of);
                longer.chain(shorter).collect()
            }
            Match::Converted => self.converted(value, &item.quantity),
            Match::Idiom => {
                let less = |value: Decimal| value.minus(Decimal::ONE);
                let more = |value: Decimal| value.plus(Decimal::ONE);
                // The values that `equal::is_idiom` can accept for this one. 增长200% is 2 or 200 as a bare
                // number and threefold as a multiple: what is added, and what it becomes. A multiple of 3
                // is 2 more, or 200%. Ten others are eleven cities.
                let shares = [
                    Some(value),
                    value.shifted(2),
                    value.shifted(-2),
                    less(value),
                    less(value).and_then(|less| less.shifted(2)),
                    value.shifted(-2).and_then(more),
                ];
                shares.into_iter().flatten().flat_map(of).collect()
            }
        }
    }

    /// The classes that are near to a number in another unit: no further than half of the last digit
    /// they show.
    fn converted(&self, value: Decimal, quantity: &Quantity) -> Vec<usize> {
        let mut found = Vec::new();
        let Some(unit) = quantity.unit else { return found };
        let nothing = (Per::NOTHING, 1.0);
        let amounts = self.amounts.iter().filter_map(|to| {
            let (divisor, factor) = amount::amount_conversion(quantity.per, *to)?;
            Some((*to, approximate(factor) / approximate(divisor)))
        });
        let amounts: Vec<_> = std::iter::once(nothing).chain(amounts).collect();
        for (to, factor) in conversions(unit).chain([(unit, 1.0)]) {
            for (per, times) in &amounts {
                let exact = approximate(value) * factor * times;
                for (digit, group) in self.by_unit.get(&(to, *per)).into_iter().flatten() {
                    let gap = 10_f64.powi(*digit) * 0.501 + exact.abs() * NEARLY;
                    let first = group.partition_point(|(value, _)| *value < exact - gap);
                    let near = group[first..].iter().take_while(|(value, _)| *value <= exact + gap);
                    found.extend(near.map(|(_, class)| *class));
                }
            }
        }
        found
    }
}

/// What is lost where a number is held by its first digits only.
pub(crate) const NEARLY: f64 = 1e-12;

/// The units that a unit is converted into, each with how many of it are about one of the unit.
pub(crate) fn conversions(unit: Unit) -> impl Iterator<Item = (Unit, f64)> {
    unit.converted_into().filter_map(move |to| {
        let (divisor, factor) = unit.conversion(to)?;
        Some((to, approximate(factor) / approximate(divisor)))
    })
}

/// A number by its first digits: enough to find it in an order, and never compared with another.
pub(crate) fn approximate(value: Decimal) -> f64 {
    value.to_string().parse().unwrap_or(f64::NAN)
}

/// The power of ten of the last digit that is not a zero at the end.
pub(crate) fn last_digit(value: Decimal) -> i32 {
    let text = value.to_string();
    let power = match text.split_once('.') {
        Some((_, fraction)) => i32::try_from(fraction.len()).map(|digits| -digits),
        None => i32::try_from(text.len() - text.trim_end_matches('0').len()),
    };
    power.unwrap_or_default()
}

/// A date, and what other dates may say of it: `2018` and `201803` of `20180331`, and `331`.
fn date_parts(digits: &str) -> impl Iterator<Item = &str> {
    let beginnings = [4, 6].into_iter().filter_map(|end| digits.get(..end));
    let ends = (0..digits.len()).filter_map(|start| digits.get(start..));
    beginnings.chain(ends)
}
