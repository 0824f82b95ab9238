//! Which numeral of a translation says which one of its original.

use std::collections::HashMap;

use super::Item;
use super::equal::{self, Match};
use crate::model::Decimal;

/// For each numeral of the original the one of the translation that says it.
///
/// The closest matches are taken first, and among equals the first in the original belongs to the
/// first in the translation.
pub(super) fn assign(own: &[Item], others: &[Item]) -> Vec<Option<usize>> {
    let mut assigned = vec![None; own.len()];
    let mut is_used = vec![false; others.len()];
    // A long table holds thousands of numbers: most are found by their value at once.
    let mut by_value: HashMap<Decimal, Vec<usize>> = HashMap::new();
    for (number, other) in others.iter().enumerate() {
        if let Some(value) = other.quantity.value {
            by_value.entry(value).or_default().push(number);
        }
    }
    for how in Match::ALL {
        let is_by_value = matches!(how, Match::Exact | Match::Kind | Match::Value);
        let free: Vec<usize> = (0..others.len()).filter(|number| !is_used[*number]).collect();
        for (place, item) in own.iter().enumerate() {
            if assigned[place].is_some() {
                continue;
            }
            let fitting = |number: usize| !is_used[number] && is_match(how, item, &others[number]);
            // Where a value stands several times, the one with the same bound is meant.
            let same_bound = |number: usize| {
                fitting(number)
                    && item.quantity.comparator == others[number].quantity.comparator
                    && item.quantity.direction == others[number].quantity.direction
            };
            let same_value = item.quantity.value.and_then(|value| by_value.get(&value));
            let candidates = if is_by_value {
                same_value.map(|numbers| &numbers[..]).unwrap_or_default()
            } else {
                &free[..]
            };
            let first = candidates.iter().find(|number| same_bound(**number));
            let found = first.or_else(|| candidates.iter().find(|number| fitting(**number)));
            if let Some(number) = found {
                is_used[*number] = true;
                assigned[place] = Some(*number);
            }
        }
    }
    assigned
}

fn is_match(how: Match, item: &Item, other: &Item) -> bool {
    let quantity = &other.quantity;
    if how == Match::Idiom && other.is_of_others {
        let one_more = quantity.value.and_then(|number| number.plus(Decimal::ONE));
        return item.quantity.value == one_more && !equal::is_measuring(item.quantity.unit);
    }
    equal::is(how, &item.quantity, quantity)
}
