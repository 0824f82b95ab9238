//! Which numeral of a translation says which one of its original.

use super::equal::{self, Match};
use super::index::NumeralIndex;
use super::order::in_order;
use super::{Item, LinkedSentences};
use crate::model::{Decimal, Quantity};

/// For each numeral of the original the one of the translation that says it.
///
/// First those that stand in one order on both sides. Of the rest the closest matches are taken
/// first, and among equals the first in the original belongs to the first in the translation. Where
/// a value stands several times, the one with the same bound is meant.
pub(crate) fn assign_numerals(own: &[Item], others: &[Item]) -> Vec<Option<usize>> {
    let mut assigned = in_order(own, others);
    look_up(own, others, &mut assigned, &Match::ALL);
    assigned
}

/// The ways to say a number that are looked for in the sentence that answers its own, before anything
/// is looked for elsewhere: what only resembles it (a rank for a count) may be another number.
const IN_SENTENCE: [Match; 4] = [Match::Exact, Match::Kind, Match::Calendar, Match::Converted];

/// The same, where it is known which sentences answer each other: first the numerals of linked
/// sentences among themselves, all at once, then what is left of the block.
pub(crate) fn assign_in_sentences(
    own: &[Item],
    others: &[Item],
    sentences: &LinkedSentences,
) -> Vec<Option<usize>> {
    let links = [sentences.links_of(0, own), sentences.links_of(1, others)];
    let mut assigned = vec![None; own.len()];
    let mut is_used = vec![false; others.len()];
    let last = links[0].iter().flatten().max().copied();
    let mut by_link = vec![(Vec::new(), Vec::new()); last.map_or(0, |last| last + 1)];
    for (place, link) in links[0].iter().enumerate() {
        link.inspect(|link| by_link[*link].0.push(place));
    }
    for (number, link) in links[1].iter().enumerate() {
        link.filter(|link| *link < by_link.len()).inspect(|link| by_link[*link].1.push(number));
    }
    for (places, numbers) in by_link {
        let of = |items: &[Item], chosen: &[usize]| -> Vec<Item> {
            chosen.iter().map(|at| items[*at].clone()).collect()
        };
        let (some, answers) = (of(own, &places), of(others, &numbers));
        let mut found = in_order(&some, &answers);
        look_up(&some, &answers, &mut found, &IN_SENTENCE);
        for (place, number) in places.into_iter().zip(found) {
            assigned[place] = number.map(|number| numbers[number]);
        }
    }
    assigned.iter().flatten().for_each(|number: &usize| is_used[*number] = true);
    assign_rest(own, others, &is_used, &mut assigned);
    assigned
}

/// Assigns what is not assigned yet among what is not used yet.
fn assign_rest(own: &[Item], others: &[Item], is_used: &[bool], assigned: &mut [Option<usize>]) {
    let places: Vec<usize> = (0..own.len()).filter(|place| assigned[*place].is_none()).collect();
    let numbers: Vec<usize> = (0..others.len()).filter(|number| !is_used[*number]).collect();
    let some: Vec<Item> = places.iter().map(|place| own[*place].clone()).collect();
    let rest: Vec<Item> = numbers.iter().map(|number| others[*number].clone()).collect();
    for (place, number) in places.into_iter().zip(assign_numerals(&some, &rest)) {
        assigned[place] = number.map(|number| numbers[number]);
    }
}

/// Assigns what is not assigned yet, wherever it stands.
fn look_up(own: &[Item], others: &[Item], assigned: &mut [Option<usize>], ways: &[Match]) {
    let mut is_used = vec![false; others.len()];
    assigned.iter().flatten().for_each(|number| is_used[*number] = true);
    let mut index = NumeralIndex::without(others, &is_used);
    for how in ways.iter().copied() {
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
            look_up(&own, &others, &mut assigned, &Match::ALL);
            prop_assert_eq!(assigned, naive(&own, &others));
        }
    }
}
