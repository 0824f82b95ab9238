//! Numerals of a translation that say nothing of the original: what may stand in the place of one
//! that is missing.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::equal;
use super::{DisagreementKind, Item};
use crate::model::{Decimal, QuantityKind, Unit};

/// The neighbours of a numeral: the numbers of those before and after it that are said.
pub(super) type Neighbours = (Option<usize>, Option<usize>);

/// Numerals of one value by their unit and whether they are dates.
type ByUnit = BTreeMap<(Option<Unit>, bool), BTreeSet<usize>>;

/// What numerals must have in common so that one may have become the other: what they are, and the
/// unit if it measures.
type Likeness = (QuantityKind, Option<Unit>);

fn likeness(item: &Item) -> Likeness {
    let kind = match item.quantity.kind {
        QuantityKind::Rank => QuantityKind::Ordinal,
        kind => kind,
    };
    // A month and a year are not two readings of one date.
    let is_date = kind == QuantityKind::Date;
    (kind, item.quantity.unit.filter(|unit| is_date || unit.is_measuring()))
}

/// Numerals that are free, by what makes them stand for another one. Each set is in the order of the
/// translation.
pub(super) struct FreeNumerals<'a> {
    others: &'a [Item],
    all: BTreeSet<usize>,
    by_unit: HashMap<Option<Unit>, BTreeSet<usize>>,
    alike: HashMap<Likeness, BTreeSet<usize>>,
    by_value: HashMap<Decimal, ByUnit>,
}

impl<'a> FreeNumerals<'a> {
    pub(super) fn new(others: &'a [Item]) -> Self {
        let (by_unit, by_value, alike) = (HashMap::new(), HashMap::new(), HashMap::new());
        Self { others, all: BTreeSet::new(), by_unit, alike, by_value }
    }

    pub(super) fn add_free(&mut self, number: usize) {
        let quantity = &self.others[number].quantity;
        self.all.insert(number);
        self.by_unit.entry(quantity.unit).or_default().insert(number);
        self.alike.entry(likeness(&self.others[number])).or_default().insert(number);
        if let Some(value) = quantity.value {
            let units = self.by_value.entry(value).or_default();
            let is_date = quantity.kind == QuantityKind::Date;
            units.entry((quantity.unit, is_date)).or_default().insert(number);
        }
    }

    fn remove(&mut self, number: usize) {
        let quantity = &self.others[number].quantity;
        self.all.remove(&number);
        if let Some(numbers) = self.alike.get_mut(&likeness(&self.others[number])) {
            numbers.remove(&number);
        }
        if let Some(numbers) = self.by_unit.get_mut(&quantity.unit) {
            numbers.remove(&number);
        }
        let units = quantity.value.and_then(|value| self.by_value.get_mut(&value));
        for numbers in units.into_iter().flat_map(BTreeMap::values_mut) {
            numbers.remove(&number);
        }
    }

    /// Whether a name with another number is free: 天宫二号 has become Tiangong-1.
    pub(super) fn has_name(&self) -> bool {
        self.alike.get(&(QuantityKind::Name, None)).is_some_and(|numbers| !numbers.is_empty())
    }

    /// Those that are left, in order.
    pub(super) fn rest(self) -> impl Iterator<Item = usize> {
        self.all.into_iter()
    }

    /// What stands in the place of a numeral that is missing, if something does, which is free no
    /// longer; and how the two differ.
    pub(super) fn instead_of(
        &mut self,
        item: &Item,
        neighbours: Neighbours,
    ) -> (DisagreementKind, Option<usize>) {
        let (kind, number) = match (self.in_another_unit(item), self.converted(item)) {
            (Some(number), _) => (DisagreementKind::Unit, Some(number)),
            (None, Some(number)) => (DisagreementKind::Conversion, Some(number)),
            (None, None) => (DisagreementKind::Missing, self.in_place(item, neighbours)),
        };
        if let Some(number) = number {
            self.remove(number);
        }
        (kind, number)
    }

    fn in_another_unit(&self, item: &Item) -> Option<usize> {
        let units = self.by_value.get(&item.quantity.value?)?;
        let firsts = units.values().filter_map(|numbers| numbers.first().copied());
        let differs =
            |number: &usize| equal::differ_in_unit(&item.quantity, &self.others[*number].quantity);
        firsts.filter(differs).min()
    }

    fn converted(&self, item: &Item) -> Option<usize> {
        let units = item.quantity.unit?.converted_into().map(Some);
        units.filter_map(|unit| self.by_unit.get(&unit)?.first().copied()).min()
    }

    /// The first of the same kind and unit between the neighbours that were found: they tell where
    /// it should stand. 13%左右 has not become 2016, nor 5家 the five of another sentence.
    fn in_place(&self, item: &Item, (before, after): Neighbours) -> Option<usize> {
        let from = before.map_or(0, |before| before + 1);
        let between = self.alike.get(&likeness(item))?.range(from..).next().copied();
        between.filter(|number| after.is_none_or(|after| *number < after))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::check::numbers::Spot;
    use crate::model::{Comparator, Per, Quantity};

    /// The same by walking over all that are free, in order.
    fn naive(
        free: &mut Vec<usize>,
        others: &[Item],
        item: &Item,
        (before, after): Neighbours,
    ) -> (DisagreementKind, Option<usize>) {
        let find = |is_it: &dyn Fn(usize) -> bool| free.iter().position(|number| is_it(*number));
        let unit = |number: usize| others[number].quantity.unit;
        let is_like = |number: usize| likeness(item) == likeness(&others[number]);
        let is_between = |number: usize| {
            before.is_none_or(|before| number > before) && after.is_none_or(|after| number < after)
        };
        let same_value =
            find(&|number| equal::differ_in_unit(&item.quantity, &others[number].quantity));
        let is_converted =
            |unit: Unit| item.quantity.unit.is_some_and(|own| own.conversion(unit).is_some());
        let converted = find(&|number| unit(number).is_some_and(is_converted));
        let (kind, at) = match (same_value, converted) {
            (Some(at), _) => (DisagreementKind::Unit, Some(at)),
            (None, Some(at)) => (DisagreementKind::Conversion, Some(at)),
            (None, None) => {
                (DisagreementKind::Missing, find(&|number| is_like(number) && is_between(number)))
            }
        };
        (kind, at.map(|at| free.remove(at)))
    }

    fn item() -> impl Strategy<Value = Item> {
        let units = vec![
            None,
            Some(Unit::PERCENT),
            Some(Unit::YUAN),
            Some(Unit::MU),
            Some(Unit::HECTARE),
            Some(Unit::ITEM),
        ];
        let kinds = vec![QuantityKind::Figure, QuantityKind::Date];
        let (units, kinds) = (proptest::sample::select(units), proptest::sample::select(kinds));
        (1_i128..4, units, kinds).prop_map(|(value, unit, kind)| Item {
            spot: Spot { passage: 0, range: 0..0 },
            quantity: Quantity {
                value: Decimal::new(value, 0),
                unit,
                comparator: Comparator::Equal,
                direction: None,
                kind,
                per: Per::NOTHING,
                measure: None,
            },
            is_of_others: false,
        })
    }

    proptest! {
        #[test]
        fn what_stands_instead_is_what_a_walk_over_all_finds(
            others in proptest::collection::vec(item(), 0..10),
            missing in proptest::collection::vec((item(), 0_usize..10, 0_usize..10), 0..10),
        ) {
            let mut free = FreeNumerals::new(&others);
            (0..others.len()).for_each(|number| free.add_free(number));
            let mut all: Vec<usize> = (0..others.len()).collect();
            for (item, before, after) in &missing {
                let neighbours = (Some(*before).filter(|n| *n < 7), Some(*after).filter(|n| *n < 7));
                let naive = naive(&mut all, &others, item, neighbours);
                prop_assert_eq!(free.instead_of(item, neighbours), naive);
            }
            prop_assert_eq!(free.rest().collect::<Vec<_>>(), all);
        }
    }
}
