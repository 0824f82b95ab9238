//! Numbers of one kind that the translation exchanges.

use std::collections::BTreeMap;

use super::subject::{self, SubjectOrder};
use super::{Disagreement, DisagreementKind, Item, Sides};
use crate::model::{QuantityKind, Unit};

/// Numbers that could be taken for one another: the passage of the original, and the unit.
type Kind = (usize, Option<Unit>);

/// Numbers of one kind that the translation exchanges. Each number belongs to its subject by its
/// place, so those that break the order of the original are shown: the fewest whose removal leaves
/// the rest in order.
///
/// 一产增长2%、二产增长6%、三产增长9% with 2, 9 and 6 percent: the places in the translation are 0, 2, 1; the
/// longest part that rises is two long, of two such parts the one that begins with the earlier numbers
/// stays (0, 2), and the 9 outside it is shown. Numbers of different units cannot be taken for one
/// another and are asked apart; so are passages of the original.
pub(super) fn out_of_order(
    own: &[Item],
    others: &[Item],
    assigned: &[Option<usize>],
    sides: Sides,
) -> Vec<Disagreement> {
    let mut classes: BTreeMap<Kind, Vec<(usize, usize)>> = BTreeMap::new();
    for (place, item) in own.iter().enumerate() {
        let Some(number) = assigned[place] else { continue };
        if item.quantity.kind != QuantityKind::Figure {
            continue;
        }
        let unit = item.quantity.unit.filter(|unit| unit.is_measuring());
        let class = (item.spot.passage, unit);
        classes.entry(class).or_default().push((place, number));
    }
    let mut found = Vec::new();
    for members in classes.values() {
        for (place, number) in outside_longest_rise(members) {
            let partner = exchanged_with(members, (place, number));
            let kind = match partner {
                Some(with) if is_part_of(others, number, with.1, sides) => continue,
                Some(with) if found.len() < MOST_EXPLAINED => {
                    let pair = |(place, number): (usize, usize)| [&own[place], &others[number]];
                    subject::order_of_subjects(pair((place, number)), pair(with), sides)
                }
                _ => SubjectOrder::Kept,
            };
            let kind = match kind {
                SubjectOrder::Changed => continue,
                SubjectOrder::ChangedElsewhere => DisagreementKind::Reordered,
                SubjectOrder::Kept => DisagreementKind::Order,
            };
            found.push(Disagreement {
                kind,
                original: Some(own[place].spot.clone()),
                translation: Some(others[number].spot.clone()),
            });
        }
    }
    found
}

/// The most exchanged numbers whose subjects are looked for.
const MOST_EXPLAINED: usize = 40;

/// How many neighbours of a number are looked at for the one it was exchanged with.
const NEAR: usize = 12;

/// A number that stands on the other side of this one in the translation.
fn exchanged_with(
    members: &[(usize, usize)],
    (place, number): (usize, usize),
) -> Option<(usize, usize)> {
    let at = members.partition_point(|member| member.0 < place);
    let (before, after) = (&members[..at], &members[(at + 1).min(members.len())..]);
    let before = before.iter().rev().take(NEAR).find(|member| member.1 > number);
    before.or_else(|| after.iter().take(NEAR).find(|member| member.1 < number)).copied()
}

/// 100个中有37个 and “37 of the 100”: the whole comes first in the one and last in the other.
fn is_part_of(
    others: &[Item],
    a: usize,
    b: usize,
    Sides { translation, rules, .. }: Sides,
) -> bool {
    let (first, second) = (&others[a.min(b)], &others[a.max(b)]);
    let plain = translation[first.spot.passage].plain;
    let gap = plain.get(first.spot.range.end..second.spot.range.start);
    first.spot.passage == second.spot.passage
        && gap.is_some_and(|gap| rules.translation.joins_part(gap))
}

/// What lies outside the longest part that rises in both.
fn outside_longest_rise(members: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // From the end, so that of equal lengths the earliest stays: for each length the member that
    // begins the rise of that length with the greatest number, and for each member the one after it.
    // Linear but for one search.
    let mut begins: Vec<usize> = Vec::new();
    let mut after: Vec<Option<usize>> = vec![None; members.len()];
    for (at, (_, number)) in members.iter().enumerate().rev() {
        let length = begins.partition_point(|begin| members[*begin].1 > *number);
        after[at] = length.checked_sub(1).map(|shorter| begins[shorter]);
        if length == begins.len() {
            begins.push(at);
        } else {
            begins[length] = at;
        }
    }
    let mut kept = vec![false; members.len()];
    let mut at = begins.last().copied();
    while let Some(member) = at {
        kept[member] = true;
        at = after[member];
    }
    members.iter().zip(kept).filter(|(_, is_kept)| !is_kept).map(|(member, _)| *member).collect()
}
