//! What is wrong with numerals that were assigned to each other, and with those that were not.

use std::collections::BTreeMap;
use std::ops::Range;

use super::extra::{self, Extras};
use super::free::FreeNumerals;
use super::standing::StandingNumbers;
use super::{Disagreement, DisagreementKind, Item, Passage, Sides, equal};
use crate::model::{Comparator, Decimal, QuantityKind, Unit};

/// Everything that is wrong, in the order of the original, then what the translation alone says.
pub(super) fn judge(
    own: &[Item],
    others: &[Item],
    assigned: &[Option<usize>],
    sides: Sides,
) -> Vec<Disagreement> {
    let Sides { original, translation, .. } = sides;
    let mut found = Vec::new();
    let mut free = free_numerals(own, others, assigned, sides);
    let numbers = StandingNumbers::of(translation);
    let has_label = others.iter().any(|other| extra::is_label(other, translation));
    let neighbours = neighbours(assigned);
    for (place, item) in own.iter().enumerate() {
        match assigned[place] {
            Some(number) => {
                found.extend(pair_differences(item, &others[number], sides));
            }
            None if is_said_elsewhere(item, has_label, &numbers, (original, translation)) => {}
            None => {
                let (kind, number) = free.instead_of(item, neighbours[place]);
                found.push(Disagreement {
                    kind,
                    original: Some(item.spot.clone()),
                    translation: number.map(|number| others[number].spot.clone()),
                });
            }
        }
    }
    found.extend(out_of_order(own, others, assigned, sides));
    found.extend(free.rest().map(|number| Disagreement {
        kind: DisagreementKind::Extra,
        original: None,
        translation: Some(others[number].spot.clone()),
    }));
    found
}

/// The numerals of the translation that say nothing of the original, without those that it may say
/// of its own.
fn free_numerals<'a>(
    own: &[Item],
    others: &'a [Item],
    assigned: &[Option<usize>],
    sides: Sides,
) -> FreeNumerals<'a> {
    let mut is_used = vec![false; others.len()];
    assigned.iter().flatten().for_each(|number| is_used[*number] = true);
    let mut extras = Extras::new(own, others, assigned, sides);
    let mut free = FreeNumerals::new(others);
    for number in (0..others.len()).filter(|number| !is_used[*number]) {
        if !extras.may_stand_alone(&others[number]) {
            free.add_free(number);
        }
    }
    free
}

/// For each numeral of the original, the numbers of the nearest before and after it that are said in
/// the translation.
fn neighbours(assigned: &[Option<usize>]) -> Vec<(Option<usize>, Option<usize>)> {
    let mut neighbours = vec![(None, None); assigned.len()];
    let mut last = None;
    for (found, (before, _)) in assigned.iter().zip(&mut neighbours) {
        *before = last;
        last = found.or(last);
    }
    let mut next = None;
    for (found, (_, after)) in assigned.iter().zip(&mut neighbours).rev() {
        *after = next;
        next = found.or(next);
    }
    neighbours
}

/// A bound or a direction that differs.
fn pair_differences(
    own: &Item,
    other: &Item,
    Sides { original, translation, rules }: Sides,
) -> Vec<Disagreement> {
    let disagreement = |kind| Disagreement {
        kind,
        original: Some(own.spot.clone()),
        translation: Some(other.spot.clone()),
    };
    let bound = bound_difference(own.quantity.comparator, other.quantity.comparator);
    // 增长 and 降低 are opposites; 降至 beside 降低 is another number.
    let direction = match (own.quantity.direction, other.quantity.direction) {
        (Some(a), Some(b)) => a != b,
        _ => false,
    };
    let is_rank = own.quantity.kind == QuantityKind::Rank;
    let held = rules.original.rank_scopes(original[own.spot.passage].plain, &own.spot.range);
    let said =
        rules.translation.rank_scopes(translation[other.spot.passage].plain, &other.spot.range);
    // Not said is not wrong.
    let is_elsewhere = is_rank
        && !(held.is_empty() || said.is_empty())
        && !held.iter().any(|scope| said.contains(scope));
    let kinds = bound
        .into_iter()
        .chain(direction.then_some(DisagreementKind::Direction))
        .chain(is_elsewhere.then_some(DisagreementKind::Scope));
    kinds.map(disagreement).collect()
}

fn bound_difference(own: Comparator, other: Comparator) -> Option<DisagreementKind> {
    use Comparator::{About, AtLeast, AtMost, Equal, LessThan, MoreThan};
    match (own, other) {
        (a, b) if a == b => None,
        (AtLeast, MoreThan) | (MoreThan, AtLeast) | (AtMost, LessThan) | (LessThan, AtMost) => {
            Some(DisagreementKind::Nuance)
        }
        (Equal, _) | (_, Equal) => Some(DisagreementKind::Comparator),
        (About | AtLeast | MoreThan | AtMost | LessThan, _) => Some(DisagreementKind::Bound),
    }
}

/// What the translation need not repeat: the number of a heading, a name in the same digits, a one
/// that is an article. A date must be said as often as in the original.
fn is_said_elsewhere(
    item: &Item,
    has_label: bool,
    numbers: &StandingNumbers,
    (original, translation): (&[Passage], &[Passage]),
) -> bool {
    let quantity = &item.quantity;
    let value = quantity.value.map(|value| value.to_string()).unwrap_or_default();
    match quantity.kind {
        QuantityKind::Structural => {
            let lost_it = translation
                .first()
                .is_some_and(|passage| passage.plain.starts_with(['.', ')', '、']));
            !has_label
                && !lost_it
                && item.spot.range.start == 0
                && item.spot.spot_words(original).ends_with(['、', '）', '.'])
        }
        // One is an article, or is not said at all: 一年来 is over the past year.
        _ if quantity.value == Some(Decimal::ONE) && !equal::is_measuring(quantity.unit) => true,
        QuantityKind::Name => {
            let unit =
                quantity.unit.map(Unit::name).filter(|name| name.is_ascii()).unwrap_or_default();
            let digits = format!("{value}{unit}");
            numbers.has(&digits)
                || !item.spot.spot_words(original).contains(|c: char| c.is_ascii_digit())
        }
        _ => false,
    }
}

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
fn out_of_order(
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
    let broken = classes.values().flat_map(|members| outside_longest_rise(members));
    let mut shared = BTreeMap::new();
    broken
        .map(|(place, number)| Disagreement {
            kind: if is_shared_out(own, place, sides, &mut shared) {
                DisagreementKind::Order
            } else {
                DisagreementKind::Reordered
            },
            original: Some(own[place].spot.clone()),
            translation: Some(others[number].spot.clone()),
        })
        .collect()
}

/// Whether a number stands in a list, or after 分别 in its sentence.
fn is_shared_out(
    own: &[Item],
    place: usize,
    Sides { original, rules, .. }: Sides,
    shared: &mut BTreeMap<usize, Vec<Range<usize>>>,
) -> bool {
    let item = &own[place];
    let plain = original[item.spot.passage].plain;
    let shared =
        shared.entry(item.spot.passage).or_insert_with(|| rules.original.shared_out(plain));
    let is_list = |left: Option<&Item>, right: Option<&Item>| {
        let (Some(left), Some(right)) = (left, right) else { return false };
        let gap = plain.get(left.spot.range.end..right.spot.range.start).unwrap_or_default();
        left.spot.passage == right.spot.passage && rules.original.joins_list(gap.trim())
    };
    lies_in(shared, item.spot.range.start)
        || is_list(place.checked_sub(1).map(|before| &own[before]), Some(item))
        || is_list(Some(item), own.get(place + 1))
}

/// Whether a place lies in one of some ranges, which are in order.
fn lies_in(ranges: &[Range<usize>], at: usize) -> bool {
    let begun = ranges.partition_point(|range| range.start <= at);
    begun.checked_sub(1).is_some_and(|last| at < ranges[last].end)
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
