//! What is wrong with numerals that were assigned to each other, and with those that were not.

use std::collections::BTreeMap;

use super::{Disagreement, DisagreementKind, Item, Passage, Sides, equal};
use crate::model::{Comparator, Decimal, QuantityKind, Unit, quotations};

/// Everything that is wrong, in the order of the original, then what the translation alone says.
pub(super) fn judge(
    own: &[Item],
    others: &[Item],
    assigned: &[Option<usize>],
    sides: Sides,
) -> Vec<Disagreement> {
    let Sides { original, translation, .. } = sides;
    let mut found = Vec::new();
    let mut is_used = vec![false; others.len()];
    assigned.iter().flatten().for_each(|number| is_used[*number] = true);
    let mut free: Vec<usize> = (0..others.len()).filter(|number| !is_used[*number]).collect();
    free.retain(|number| !is_no_extra(&others[*number], own, others, assigned, sides));
    for (place, item) in own.iter().enumerate() {
        match assigned[place] {
            Some(number) => {
                found.extend(differences(item, &others[number], sides));
            }
            None if is_said_elsewhere(item, others, original, translation) => {}
            None => found.push(missing(item, place, others, assigned, &mut free)),
        }
    }
    found.extend(out_of_order(own, others, assigned, sides));
    found.extend(free.into_iter().map(|number| Disagreement {
        kind: DisagreementKind::Extra,
        original: None,
        translation: Some(others[number].spot.clone()),
    }));
    found
}

/// A bound or a direction that differs.
fn differences(
    own: &Item,
    other: &Item,
    Sides { original, translation, rules }: Sides,
) -> Vec<Disagreement> {
    let disagreement = |kind| Disagreement {
        kind,
        original: Some(own.spot.clone()),
        translation: Some(other.spot.clone()),
    };
    let bound = bound(own.quantity.comparator, other.quantity.comparator);
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

fn bound(own: Comparator, other: Comparator) -> Option<DisagreementKind> {
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
    others: &[Item],
    original: &[Passage],
    translation: &[Passage],
) -> bool {
    let quantity = &item.quantity;
    let value = quantity.value.map(|value| value.to_string()).unwrap_or_default();
    match quantity.kind {
        QuantityKind::Structural => {
            let has_label = others.iter().any(|other| is_label(other, translation));
            let lost_it = translation
                .first()
                .is_some_and(|passage| passage.plain.starts_with(['.', ')', '、']));
            !has_label
                && !lost_it
                && item.spot.range.start == 0
                && item.spot.words(original).ends_with(['、', '）', '.'])
        }
        // One is an article, or is not said at all: 一年来 is over the past year.
        _ if quantity.value == Some(Decimal::ONE) && !equal::is_measuring(quantity.unit) => true,
        QuantityKind::Name => {
            let unit =
                quantity.unit.map(Unit::name).filter(|name| name.is_ascii()).unwrap_or_default();
            let digits = format!("{value}{unit}");
            translation.iter().any(|passage| has_number(passage.plain, &digits))
                || !item.spot.words(original).contains(|c: char| c.is_ascii_digit())
        }
        _ => false,
    }
}

/// What a translation may say of its own: a one that is an article, a first, a year that stands in
/// the original, a conversion beside what it converts.
fn is_no_extra(
    item: &Item,
    own: &[Item],
    others: &[Item],
    assigned: &[Option<usize>],
    sides: Sides,
) -> bool {
    let Sides { original, translation, rules } = sides;
    let quantity = &item.quantity;
    let value = quantity.value.map(|value| value.to_string()).unwrap_or_default();
    let is_small = matches!(quantity.value, Some(Decimal::ZERO | Decimal::ONE));
    if is_small && !equal::is_measuring(quantity.unit) {
        return true;
    }
    match quantity.kind {
        QuantityKind::Date => {
            original.iter().any(|of| rules.original.says_short_year(of.plain, &value))
                || own.iter().any(|of| {
                    equal::is(equal::Match::Value, &of.quantity, quantity)
                        || equal::is(equal::Match::Calendar, &of.quantity, quantity)
                })
        }
        // Third, we will …
        QuantityKind::Structural if is_numbering(item, translation) => {
            !(is_label(item, translation) && own.iter().any(|of| is_label(of, original)))
        }
        QuantityKind::Name => !item.spot.words(translation).contains(|c: char| c.is_ascii_digit()),
        _ if is_word_for(item, sides) => true,
        _ => is_conversion_beside(item, own, others, assigned),
    }
}

/// Whether digits stand in a text as a number of their own.
pub(super) fn has_number(text: &str, digits: &str) -> bool {
    text.match_indices(digits).any(|(at, _)| {
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let before = text[..at].strip_suffix(['.', ',']).unwrap_or(&text[..at]);
        !is_digit(before.chars().next_back()) && !is_digit(text[at + digits.len()..].chars().next())
    })
}

/// Whether a numeral opens its text and numbers it: （一）, 二、, 3.
fn is_label(item: &Item, side: &[Passage]) -> bool {
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

/// two-wheel drive for 双轮驱动: a small number in words, and a numeral of the original that is a
/// part of a word.
fn is_word_for(item: &Item, sides: Sides) -> bool {
    let Sides { original, translation, rules } = sides;
    let is_spelt = !item.spot.words(translation).contains(|c: char| c.is_ascii_digit());
    let value = item.quantity.value.filter(|_| is_spelt && item.quantity.unit.is_none());
    let Some(value) = value else { return false };
    let characters = rules.original.numeral_characters(value);
    if characters.is_empty() {
        return false;
    }
    let before = &translation[item.spot.passage].plain[..item.spot.range.start];
    rules.translation.counts_what_was_named(before)
        // the five priority tasks for “三去一降一补”
        || original.iter().any(|passage| {
            let quoted = quotations(passage.plain).into_iter();
            let mut sums = quoted.map(|range| rules.original.slogan_sum(&passage.plain[range]));
            sums.any(|sum| u32::try_from(sum).is_ok_and(|sum| Decimal::from(sum) == value))
        })
        // A numeral that was read as a number has its own counterpart.
        || original.iter().any(|passage| {
        passage
            .plain
            .match_indices(characters)
            .any(|(at, _)| !passage.quantities.iter().any(|quantity| quantity.range.contains(&at)))
    })
}

/// 88,000 mu (about 5,867 hectares): the second number converts the first.
fn is_conversion_beside(
    item: &Item,
    own: &[Item],
    others: &[Item],
    assigned: &[Option<usize>],
) -> bool {
    own.iter().zip(assigned).any(|(of, number)| {
        let Some(shown) = number.map(|number| &others[number]) else { return false };
        shown.spot.passage == item.spot.passage
            && equal::are_convertible(shown.quantity.unit, item.quantity.unit)
            && equal::is(equal::Match::Converted, &of.quantity, &item.quantity)
    })
}

/// A number that is not there; with what stands in its place, if something does.
fn missing(
    item: &Item,
    place: usize,
    others: &[Item],
    assigned: &[Option<usize>],
    free: &mut Vec<usize>,
) -> Disagreement {
    let same_value = free
        .iter()
        .position(|number| equal::differ_in_unit(&item.quantity, &others[*number].quantity));
    let converted = || {
        free.iter().position(|number| {
            equal::are_convertible(item.quantity.unit, others[*number].quantity.unit)
        })
    };
    // The neighbours that were found tell where it should stand.
    let before = assigned[..place].iter().rev().flatten().next();
    let after = assigned[place + 1..].iter().flatten().next();
    let in_place = || {
        let is_like = |number: usize| {
            let (a, b) = (item.quantity.unit, others[number].quantity.unit);
            a == b || !(equal::is_measuring(a) || equal::is_measuring(b))
        };
        let is_between = |number: usize| {
            before.is_none_or(|before| number > *before)
                && after.is_none_or(|after| number < *after)
        };
        free.iter()
            .position(|number| is_like(*number) && is_between(*number))
            .or_else(|| free.iter().position(|number| is_like(*number)))
            .or_else(|| free.iter().position(|number| is_between(*number)))
    };
    let (kind, at) = match (same_value, converted()) {
        (Some(at), _) => (DisagreementKind::Unit, Some(at)),
        (None, Some(at)) => (DisagreementKind::Conversion, Some(at)),
        (None, None) => (DisagreementKind::Missing, in_place()),
    };
    Disagreement {
        kind,
        original: Some(item.spot.clone()),
        translation: at.map(|at| others[free.remove(at)].spot.clone()),
    }
}

/// Numbers that could be taken for one another: the passage of the original, and the unit.
type Kind = (usize, Option<Unit>);

/// Numbers of one kind that the translation exchanges. Each number belongs to its subject by its
/// place, so those that break the order of the original are shown: the fewest whose removal leaves
/// the rest in order.
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
    broken
        .map(|(place, number)| Disagreement {
            kind: if is_shared_out(own, place, sides) {
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
fn is_shared_out(own: &[Item], place: usize, Sides { original, rules, .. }: Sides) -> bool {
    let item = &own[place];
    let plain = original[item.spot.passage].plain;
    let is_list = |left: Option<&Item>, right: Option<&Item>| {
        let (Some(left), Some(right)) = (left, right) else { return false };
        let gap = plain.get(left.spot.range.end..right.spot.range.start).unwrap_or_default();
        left.spot.passage == right.spot.passage && rules.original.joins_list(gap.trim())
    };
    rules.original.shares_out(&plain[..item.spot.range.start])
        || is_list(place.checked_sub(1).map(|before| &own[before]), Some(item))
        || is_list(Some(item), own.get(place + 1))
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
