//! Numerals that answer each other in the order in which they stand.

use super::Item;
use super::equal::{self, Match};
use crate::model::QuantityKind;

/// The most steps that are taken: a longer table is assigned by looking its numerals up alone.
const MOST_STEPS: usize = 250 * 250;

/// For each numeral of the original the one of the translation that says it, as far as both stand in
/// one order.
///
/// Of all ways to pair numerals without crossing, the one with the closest pairs: 推进三去一降一补，新增上市企业5家 has
/// one five, and “five priority tasks … 5 more listed companies” two; the second stands where its
/// neighbours do. What crosses is left to be looked up.
pub(super) fn in_order(own: &[Item], others: &[Item]) -> Vec<Option<usize>> {
    let mut assigned = vec![None; own.len()];
    if own.len().saturating_mul(others.len()) > MOST_STEPS {
        return assigned;
    }
    let width = others.len() + 1;
    // The best from each pair of places on, from the end.
    let mut best = vec![0_u32; (own.len() + 1) * width];
    let mut closeness = vec![0_u32; own.len() * others.len()];
    for (place, item) in own.iter().enumerate().rev() {
        for (number, other) in others.iter().enumerate().rev() {
            let close = closeness_of(item, other);
            closeness[place * others.len() + number] = close;
            let here = place * width + number;
            let paired = if close > 0 { close + best[here + width + 1] } else { 0 };
            best[here] = paired.max(best[here + width]).max(best[here + 1]);
        }
    }
    let (mut place, mut number) = (0, 0);
    while place < own.len() && number < others.len() {
        let here = place * width + number;
        let close = closeness[place * others.len() + number];
        if close > 0 && best[here] == close + best[here + width + 1] {
            assigned[place] = Some(number);
            (place, number) = (place + 1, number + 1);
        } else if best[here] == best[here + width] {
            place += 1;
        } else {
            number += 1;
        }
    }
    assigned
}

/// How close two numerals are; nothing if they do not say the same. The kind weighs most, then the
/// bound and the way it moves.
pub(super) fn closeness_of(item: &Item, other: &Item) -> u32 {
    if other.is_of_others {
        return 0;
    }
    let (own, other) = (&item.quantity, &other.quantity);
    let ways = [(Match::Exact, 60), (Match::Kind, 40), (Match::Value, 20), (Match::Calendar, 20)];
    let close = ways.iter().find(|(how, _)| equal::is(*how, own, other)).map_or(0, |(_, w)| *w);
    let is_same_kind = own.kind == other.kind;
    // A rank beside a count: better nothing in order than both exchanged.
    let is_rank_for_count = (own.kind == QuantityKind::Rank) != (other.kind == QuantityKind::Rank);
    if close == 0 || is_rank_for_count {
        return 0;
    }
    let is_same_measure = own.measured() == other.measured();
    close
        + 6 * u32::from(is_same_kind)
        + 4 * u32::from(is_same_measure)
        + 3 * u32::from(own.comparator == other.comparator)
        + 3 * u32::from(own.direction == other.direction)
}
