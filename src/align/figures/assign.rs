//! Which numeral of a translation says which one of its original.

use super::Item;
use super::equal::{self, Match};
use super::index::NumeralIndex;
use super::order::in_order;
use crate::model::{Decimal, Quantity};

/// For each numeral of the original the one of the translation that says it.
///
/// First those that stand in one order on both sides. Of the rest the closest matches are taken
/// first, and among equals the first in the original belongs to the first in the translation. Where
/// a value stands several times, the one with the same bound is meant.
pub(crate) fn assign_numerals(own: &[Item], others: &[Item]) -> Vec<Option<usize>> {
    let mut assigned = in_order(own, others);
    look_up(own, others, &mut assigned);
    assigned
}

/// Assigns what is not assigned yet, wherever it stands.
fn look_up(own: &[Item], others: &[Item], assigned: &mut [Option<usize>]) {
    let mut is_used = vec![false; others.len()];
    assigned.iter().flatten().for_each(|number| is_used[*number] = true);
    let mut index = NumeralIndex::without(others, &is_used);
    for how in Match::ALL {
        for (item, assigned) in own.iter().zip(assigned.iter_mut()) {
            if assigned.is_none() {
                *assigned = index.take_match(item, how, |other, is_of_others| {
                    is_match(how, item, other, is_of_others)
                });
            }
        }
    }
}

fn is_match(how: Match, item: &Item, other: &Quantity, is_of_others: bool) -> bool {
    if how == Match::Idiom && is_of_others {
        let one_more = other.value.and_then(|number| number.plus(Decimal::ONE));
        return item.quantity.value == one_more && !equal::is_measuring(item.quantity.unit);
    }
    equal::is(how, &item.quantity, other)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::align::figures::Spot;
    use crate::model::effort::assert_linear;
    use crate::model::{Comparator, Direction, Per, QuantityKind, Unit};

    /// The same by trying each numeral against each.
    fn naive(own: &[Item], others: &[Item]) -> Vec<Option<usize>> {
        let mut assigned = vec![None; own.len()];
        let mut is_used = vec![false; others.len()];
        for how in Match::ALL {
            for (place, item) in own.iter().enumerate() {
                if assigned[place].is_some() {
                    continue;
                }
                let fits = |number: &usize| {
                    let other = &others[*number];
                    !is_used[*number] && is_match(how, item, &other.quantity, other.is_of_others)
                };
                let same_bound = |number: &usize| {
                    let other = &others[*number].quantity;
                    item.quantity.comparator == other.comparator
                        && item.quantity.direction == other.direction
                };
                let found = (0..others.len())
                    .find(|number| same_bound(number) && fits(number))
                    .or_else(|| (0..others.len()).find(fits));
                if let Some(number) = found {
                    is_used[number] = true;
                    assigned[place] = Some(number);
                }
            }
        }
        assigned
    }

    fn items() -> impl Strategy<Value = Vec<Item>> {
        let values = [
            "0", "1", "2", "3", "10", "11", "2.2", "15", "33", "30", "100", "120", "200", "300",
            "330", "333", "20", "5867", "5870", "88000", "1500", "22.5", "331", "2018", "201803",
            "20180331", "12", "24", "7", "0.33",
        ];
        let units = vec![
            None,
            Some(Unit::PERCENT),
            Some(Unit::TIMES),
            Some(Unit::MU),
            Some(Unit::HECTARE),
            Some(Unit::SQUARE_KILOMETER),
            Some(Unit::ITEM),
            Some(Unit::YEAR),
            Some(Unit::MONTH),
            Some(Unit::YUAN),
        ];
        let item = (
            proptest::sample::select(values.to_vec()),
            proptest::sample::select(units),
            proptest::sample::select(QuantityKind::ALL.to_vec()),
            proptest::sample::select(vec![Comparator::Equal, Comparator::About]),
            proptest::sample::select(vec![None, Some(Direction::Up)]),
            proptest::bool::weighted(0.1),
        );
        let item = item.prop_map(|(value, unit, kind, comparator, direction, is_of_others)| Item {
            spot: Spot { passage: 0, range: 0..0 },
            quantity: Quantity {
                value: Decimal::parse(value),
                unit,
                comparator,
                direction,
                kind,
                per: Per::NOTHING,
                measure: None,
            },
            is_of_others,
        });
        proptest::collection::vec(item, 0..14)
    }

    /// A name, and the values and units of both sides.
    type Case = (&'static str, [fn(i128) -> i128; 2], [Unit; 2]);

    #[test]
    fn each_numeral_is_looked_up_and_never_tried_against_all_others() {
        let item = |value: i128, unit: Unit| Item {
            spot: Spot { passage: 0, range: 0..0 },
            quantity: Quantity {
                value: Decimal::new(value, 0),
                unit: Some(unit),
                comparator: Comparator::Equal,
                direction: None,
                kind: QuantityKind::Figure,
                per: Per::NOTHING,
                measure: None,
            },
            is_of_others: false,
        };
        // The same number throughout, the same numbers, others, others in a unit that is converted.
        let cases: [Case; 4] = [
            ("same", [|_| 500, |_| 500], [Unit::ITEM; 2]),
            ("equal", [|n| n + 1_000, |n| n + 1_000], [Unit::ITEM; 2]),
            ("differ", [|n| 2 * n + 1_000, |n| 2 * n + 1_001], [Unit::ITEM; 2]),
            ("converted", [|n| 150 * n + 22, |n| 10 * n + 1], [Unit::MU, Unit::HECTARE]),
        ];
        for (name, [own, others], [of, to]) in cases {
            assert_linear(name, 500, |size| {
                let numbers = || (0..size).map(|n| i128::try_from(n).unwrap());
                let own: Vec<Item> = numbers().map(|n| item(own(n), of)).collect();
                let others: Vec<Item> = numbers().map(|n| item(others(n), to)).collect();
                assign_numerals(&own, &others);
            });
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]
        #[test]
        fn what_is_assigned_is_what_trying_each_against_each_assigns(
            own in items(), others in items()
        ) {
            let mut assigned = vec![None; own.len()];
            look_up(&own, &others, &mut assigned);
            prop_assert_eq!(assigned, naive(&own, &others));
        }
    }
}
