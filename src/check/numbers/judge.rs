//! What is wrong with numerals that were assigned to each other, and with those that were not.

use std::collections::BTreeSet;

use super::addition::Additions;
use super::extra::{self, Extras};
use super::free::FreeNumerals;
use super::order::out_of_order;
use super::standing::StandingNumbers;
use super::{Disagreement, DisagreementKind, Item, Passage, Sides, amount, equal};
use crate::model::{Comparator, Decimal, Direction, Measure, Quantity, QuantityKind, Unit};

/// Everything that is wrong, in the order of the original, then what the translation alone says.
pub(super) fn judge(
    own: &[Item],
    others: &[Item],
    assigned: &[Option<usize>],
    sides: Sides,
) -> Vec<Disagreement> {
    let Sides { original, translation, .. } = sides;
    let mut found = Vec::new();
    let mut additions = Additions::new(own, others, assigned, sides);
    let mut free = free_numerals(own, others, assigned, sides);
    let numbers = StandingNumbers::of(translation);
    let has_label = others.iter().any(|other| extra::is_label(other, translation));
    let neighbours = neighbours(assigned);
    let years = years_said(own);
    let spans = spans(others, sides);
    for (place, item) in own.iter().enumerate() {
        match assigned[place] {
            Some(number) => {
                found.extend(pair_differences(item, &others[number], sides));
                found.extend(other_year(item, &others[number], &years));
            }
            None if is_said_elsewhere(item, has_label, &numbers, (original, translation))
                && !(item.quantity.kind == QuantityKind::Name
                    && item.quantity.unit.is_none()
                    && free.has_name()) => {}
            None if is_in_span(item, &spans) => {}
            None if item
                .quantity
                .value
                .is_some_and(|value| additions.is_in_words(value, item.quantity.unit)) => {}
            None if additions.is_said_once(item) => found.push(Disagreement {
                kind: DisagreementKind::Repeated,
                original: Some(item.spot.clone()),
                translation: None,
            }),
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
        kind: additions.of_translation(number),
        original: None,
        translation: Some(others[number].spot.clone()),
    }));
    found
}

/// Ordinals of the translation that say all between them: the third through fifth plenary sessions.
fn spans(others: &[Item], Sides { translation, rules, .. }: Sides) -> Vec<(i64, i64)> {
    let ordinal = |item: &Item| {
        let is_ordinal = item.quantity.kind == QuantityKind::Ordinal;
        item.quantity.value.filter(|_| is_ordinal).and_then(Decimal::to_whole)
    };
    let joined = |pair: &[Item]| {
        let (left, right) = (&pair[0], &pair[1]);
        let plain = translation[left.spot.passage].plain;
        let gap = plain.get(left.spot.range.end..right.spot.range.start)?;
        let is_span = left.spot.passage == right.spot.passage && rules.translation.joins_span(gap);
        is_span.then_some((ordinal(left)?, ordinal(right)?))
    };
    others.windows(2).filter_map(joined).collect()
}

/// Whether an ordinal lies inside a span: 四中 of the third through fifth.
fn is_in_span(item: &Item, spans: &[(i64, i64)]) -> bool {
    let value = item.quantity.value.and_then(Decimal::to_whole);
    item.quantity.kind == QuantityKind::Ordinal
        && value.is_some_and(|value| {
            spans.iter().take(MOST_SPANS).any(|(first, last)| *first < value && value < *last)
        })
}

/// The most spans of a paragraph that are looked at.
const MOST_SPANS: usize = 16;

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

/// The years that the dates of the original say.
fn years_said(own: &[Item]) -> BTreeSet<String> {
    own.iter().filter_map(|item| year_of_date(&item.quantity)).collect()
}

/// The year of a date, if it says one: `2018` of `201803`.
fn year_of_date(quantity: &Quantity) -> Option<String> {
    let has_year =
        matches!(quantity.unit, Some(Unit::YEAR | Unit::YEAR_MONTH | Unit::YEAR_MONTH_DAY));
    let value = quantity.value.filter(|_| quantity.kind == QuantityKind::Date && has_year)?;
    value.to_string().get(..4).map(str::to_owned)
}

/// 1998年7月至9月 as “from July to September 1988”: the month is right, and its year is another.
fn other_year(own: &Item, other: &Item, years: &BTreeSet<String>) -> Option<Disagreement> {
    let said = year_of_date(&other.quantity)?;
    let is_other = year_of_date(&own.quantity).is_none_or(|year| year != said)
        && !years.is_empty()
        && !years.contains(&said);
    is_other.then(|| Disagreement {
        kind: DisagreementKind::Missing,
        original: Some(own.spot.clone()),
        translation: Some(other.spot.clone()),
    })
}

/// A bound or a direction that differs.
fn pair_differences(
    own: &Item,
    other: &Item,
    Sides { original, translation, rules, .. }: Sides,
) -> Vec<Disagreement> {
    let disagreement = |kind| Disagreement {
        kind,
        original: Some(own.spot.clone()),
        translation: Some(other.spot.clone()),
    };
    let bound = bound_difference(&own.quantity, &other.quantity);
    // Over three years, 689 billion yuan was settled: when, and not how long.
    let words = &translation[other.spot.passage].plain[other.spot.range.clone()];
    let is_when = own.quantity.kind == QuantityKind::Duration
        && bound == Some(DisagreementKind::Comparator)
        && rules.translation.may_say_when(words);
    let bound = bound.filter(|_| !is_when);
    let said = (own.quantity.measure, other.quantity.measure);
    // A place among others, or a share of what others have.
    let is_among = own.quantity.kind == QuantityKind::Rank || said.0 == Some(Measure::Share);
    let held = rules.original.rank_scopes(original[own.spot.passage].plain, &own.spot.range);
    let shown =
        rules.translation.rank_scopes(translation[other.spot.passage].plain, &other.spot.range);
    // Not said is not wrong.
    let is_elsewhere = is_among
        && !(held.is_empty() || shown.is_empty())
        && !held.iter().any(|scope| shown.contains(scope));
    let kinds = bound
        .into_iter()
        .chain(
            amount::contradict(own.quantity.per, other.quantity.per)
                .then(|| {
                    (!amount::is_conversion(&own.quantity, &other.quantity))
                        .then_some(DisagreementKind::Per)
                })
                .flatten(),
        )
        .chain(
            moves_otherwise(&own.quantity, &other.quantity).then_some(DisagreementKind::Direction),
        )
        .chain(
            measures_otherwise(&own.quantity, &other.quantity).then_some(DisagreementKind::Measure),
        )
        .chain(is_elsewhere.then_some(DisagreementKind::Scope));
    kinds.map(disagreement).collect()
}

/// 增长 and 降低 are opposites, whether by a number or to one; 降至 beside 降低 is another number. What
/// leaves the way open contradicts nothing.
fn moves_otherwise(own: &Quantity, other: &Quantity) -> bool {
    let (Some(a), Some(b)) = (own.direction, other.direction) else { return false };
    let lies = |of: Direction| matches!(of, Direction::Above | Direction::Below);
    if let (Some(a), Some(b)) = (a.way(), b.way())
        && a != b
    {
        // -2.7 of growth is 2.7 of decline.
        return own.value == other.value;
    }
    a.is_to() != b.is_to() && !lies(a) && !lies(b)
}

/// A rank for a streak, growth for a share: only where both say what they measure.
fn measures_otherwise(own: &Quantity, other: &Quantity) -> bool {
    let said = |of: &Quantity| match of.kind {
        QuantityKind::Rank => of.measure.or(Some(Measure::Rank)),
        QuantityKind::Figure | QuantityKind::Duration => of.measure,
        _ => None,
    };
    // 第7次获奖 is not a seventh place.
    let is_numbered = own.kind == QuantityKind::Ordinal
        && own.unit.is_some_and(|unit| [Unit::TIME, Unit::SESSION, Unit::PHASE].contains(&unit));
    if is_numbered && other.kind == QuantityKind::Rank {
        return true;
    }
    let (Some(a), Some(b)) = (said(own), said(other)) else { return false };
    // A change of a share is both.
    let is_apart = |a, b| {
        matches!(
            (a, b),
            (Measure::Share, Measure::Growth)
                | (Measure::Streak, Measure::Rank | Measure::Tier | Measure::Frequency)
                | (Measure::Rank | Measure::Tier, Measure::Frequency)
                | (Measure::Rank, Measure::Tier)
        )
    };
    is_apart(a, b) || is_apart(b, a)
}

/// A bound that differs. The bound of a decline turns with its sign: growth of at least -2 % is a
/// decline of at most 2 %.
fn bound_difference(own: &Quantity, other: &Quantity) -> Option<DisagreementKind> {
    use Comparator::{About, AtLeast, AtMost, Equal, LessThan, MoreThan};
    let is_turned = own.value != other.value && equal::is_same_value(own, other);
    let said = if is_turned { other.comparator.turned() } else { other.comparator };
    match (own.comparator, said) {
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
