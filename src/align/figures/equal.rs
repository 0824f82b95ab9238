//! When two numerals say the same.

use super::{Item, amount};
use crate::model::effort::spend;
use crate::model::{Decimal, Direction, Quantity, QuantityKind, Unit};

/// How close two numerals are; the first are preferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Match {
    /// Value, unit and kind.
    Exact,
    /// Value, units that do not contradict, and both or neither an ordinal, and a rank: 二中 and second.
    Kind,
    /// Value, and units that do not contradict: 43家 and forty-three.
    Value,
    /// A date that says more or less of the same day.
    Calendar,
    /// The same in another unit, rounded to the digits shown.
    Converted,
    /// The same in other words: 增长200% and tripled.
    Idiom,
    /// The same number of another amount: 每亩240元 and 240 yuan per hectare. A fault, but of this
    /// number and no other.
    OtherAmount,
}

impl Match {
    /// All ways, the closest first.
    pub(crate) const ALL: [Self; 7] = [
        Self::Exact,
        Self::Kind,
        Self::Value,
        Self::Calendar,
        Self::Converted,
        Self::Idiom,
        Self::OtherAmount,
    ];
}

/// Whether two numerals match in this way.
pub(crate) fn is(how: Match, own: &Quantity, other: &Quantity) -> bool {
    spend(1);
    let (Some(a), Some(b)) = (own.value, other.value) else { return false };
    match how {
        Match::Exact => {
            is_same_value(own, other)
                && own.unit == other.unit
                && own.kind == other.kind
                && amount::is_same(own.per, other.per)
        }
        Match::Kind => {
            let is = |of: &Quantity, kind| of.kind == kind;
            let is_alike = |kind| is(own, kind) == is(other, kind);
            is_alike(QuantityKind::Ordinal)
                && is_alike(QuantityKind::Rank)
                && self::is(Match::Value, own, other)
        }
        Match::Value => has_same_value(own, other, a) && !amount::contradict(own.per, other.per),
        Match::Calendar => {
            is_calendar(own)
                && is_calendar(other)
                && is_same_part(own.unit, other.unit)
                && is_same_day(a, b)
        }
        Match::Converted => amount::is_conversion(own, other),
        Match::Idiom => is_idiom((a, own.unit), (b, other.unit)) || is_taken_for_year(own, other),
        Match::OtherAmount => has_same_value(own, other, a),
    }
}

/// Whether two numbers say the same with their signs: growth of -2.7 % is a decline of 2.7 %, and
/// growth of 2.7 % is neither.
pub(crate) fn is_same_value(own: &Quantity, other: &Quantity) -> bool {
    let (Some(a), Some(b)) = (own.value, other.value) else { return false };
    let falls = |of: &Quantity| matches!(of.direction, Some(Direction::Down | Direction::Below));
    a == b || (a == b.negated() && if a.is_negative() { falls(other) } else { falls(own) })
}

/// The same value in units that do not contradict.
fn has_same_value(own: &Quantity, other: &Quantity, value: Decimal) -> bool {
    is_same_value(own, other)
        && is_calendar(own) == is_calendar(other)
        && (!is_calendar(own) || is_same_part(own.unit, other.unit))
        && !is_time_for_things(own, other)
        && (do_not_contradict(own.unit, other.unit) || is_unit_unsaid(own, value))
}

/// Whether two numerals match in some way in which the same value is said.
pub(crate) fn is_either(own: &Item, other: &Item) -> bool {
    [Match::Exact, Match::Kind, Match::Value]
        .into_iter()
        .any(|how| is(how, &own.quantity, &other.quantity))
}

/// Whether the numbers are the same and the units are not.
pub(crate) fn differ_in_unit(own: &Quantity, other: &Quantity) -> bool {
    own.value.is_some()
        && own.value == other.value
        && is_measuring(own.unit)
        && is_measuring(other.unit)
        && own.unit != other.unit
        && is_calendar(own) == is_calendar(other)
}

fn is_calendar(quantity: &Quantity) -> bool {
    quantity.kind == QuantityKind::Date
}

/// Whether there is a unit, and it changes what a number says.
pub(crate) fn is_measuring(unit: Option<Unit>) -> bool {
    unit.is_some_and(Unit::is_measuring)
}

/// 35 years for 35 companies. Titles in a row may be counted in years, and years by their number.
fn is_time_for_things(own: &Quantity, other: &Quantity) -> bool {
    let is_time = |of: &Quantity| of.kind == QuantityKind::Duration;
    let is_thing = |of: &Quantity| {
        of.kind == QuantityKind::Figure
            && !matches!(
                of.unit,
                Some(
                    Unit::TITLES_IN_A_ROW
                        | Unit::YEAR
                        | Unit::YEAR_OF_AGE
                        | Unit::SEASON
                        | Unit::SESSION
                )
            )
    };
    (is_time(own) && is_thing(other)) || (is_thing(own) && is_time(other))
}

/// 人才企业产值超百亿: a great round number whose unit is in its subject.
fn is_unit_unsaid(own: &Quantity, value: Decimal) -> bool {
    own.unit.is_none()
        && own.kind == QuantityKind::Figure
        && Decimal::new(1, 4).is_some_and(|ten_thousand| value >= ten_thousand)
}

fn do_not_contradict(own: Option<Unit>, other: Option<Unit>) -> bool {
    own == other || !(is_measuring(own) || is_measuring(other))
}

/// The first half of a year is not its first quarter, nor is either its first month. Days, months and
/// years say more or less of one day.
fn is_same_part(own: Option<Unit>, other: Option<Unit>) -> bool {
    let is_part = |unit: Option<Unit>| {
        [Unit::QUARTER, Unit::HALF_YEAR, Unit::DECADE, Unit::MONTH, Unit::CLOCK]
            .map(Some)
            .contains(&unit)
    };
    own == other || !(is_part(own) || is_part(other))
}

/// `20180331` is said by `331` with `2018` elsewhere, and `201803` by `20180331`.
fn is_same_day(a: Decimal, b: Decimal) -> bool {
    let (a, b) = (a.to_string(), b.to_string());
    let (long, short) = if a.len() >= b.len() { (&a, &b) } else { (&b, &a) };
    let is_year = short.len() == 4 && short.starts_with(['1', '2']);
    if is_year || short.len() == 6 {
        return long.starts_with(short.as_str());
    }
    long.ends_with(short.as_str())
}

/// 1998家 and 1998 without a noun: four bare digits look like a year in English.
fn is_taken_for_year(own: &Quantity, other: &Quantity) -> bool {
    own.value == other.value
        && own.kind == QuantityKind::Figure
        && is_calendar(other)
        && !is_measuring(own.unit)
}

/// 增长200%, 增长两倍 and tripled; one third and 33%.
fn is_idiom(own: (Decimal, Option<Unit>), other: (Decimal, Option<Unit>)) -> bool {
    let growth = |(value, unit): (Decimal, Option<Unit>)| match unit {
        Some(Unit::PERCENT) => Some(value),
        // Twice as much is 100 percent more.
        Some(Unit::TIMES) => value.minus(Decimal::ONE)?.shifted(2),
        _ => None,
    };
    if let (Some(a), Some(b)) = (growth(own), growth(other))
        && own.1 != other.1
    {
        return a == b;
    }
    // 2.2 times: a bare number beside a multiple.
    let bare = |unit: Option<Unit>| !is_measuring(unit);
    let times = |a: (Decimal, Option<Unit>), b: (Decimal, Option<Unit>)| {
        let as_percent = b.0.shifted(2);
        a.1 == Some(Unit::PERCENT) && bare(b.1) && as_percent == Some(a.0)
            || a.1 == Some(Unit::TIMES) && bare(b.1) && a.0 == b.0
    };
    times(own, other) || times(other, own)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    #[test]
    fn a_multiple_and_a_rate_of_growth_say_the_same() {
        let same =
            |a, b| is_idiom((number(a), Some(Unit::PERCENT)), (number(b), Some(Unit::TIMES)));
        assert!(same("200", "3") && same("100", "2") && same("120", "2.2"));
        assert!(!same("200", "2"));
    }

    #[test]
    fn a_day_is_said_whole_or_in_parts() {
        assert!(is_same_day(number("20180331"), number("331")));
        assert!(is_same_day(number("2018"), number("20180331")));
        assert!(!is_same_day(number("2018"), number("2017")));
        assert!(!is_same_day(number("625"), number("20180331")));
    }
}
