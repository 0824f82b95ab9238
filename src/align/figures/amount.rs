//! Numbers that are said of an amount, and numbers in another unit: 每亩240元 is 3,600 yuan per hectare.

use crate::model::{Decimal, Denominator, Per, Quantity, Unit};

/// Whether two numbers are said of the same: both of nothing, or of the same denominators in
/// whatever order.
pub(crate) fn is_same(own: Per, other: Per) -> bool {
    let has = |per: Per, wanted: Denominator| {
        per.denominators()
            .any(|one| one.count == wanted.count && is_one_kind(one.unit, wanted.unit))
    };
    own.denominators().count() == other.denominators().count()
        && own.denominators().all(|one| has(other, one))
}

/// Whether two numbers cannot be said of the same. What one of them leaves unsaid is no
/// contradiction, but for a number: 每百户 is not said by “cars”, while 每年 is by “annual”.
pub(crate) fn contradict(own: Per, other: Per) -> bool {
    if own.is_nothing() || other.is_nothing() {
        let counts = |per: Per| per.denominators().any(|one| one.count != Decimal::ONE);
        return counts(own) || counts(other);
    }
    !is_same(own, other)
}

/// Whether the second number is the first one in its unit and of its amount, rounded to the digits
/// shown: 88,000 mu are 5,867, 5,870 or 5,900 hectares; 0.3 yuan for a jin are 0.6 for a kilogram.
pub(crate) fn is_conversion(own: &Quantity, other: &Quantity) -> bool {
    let (Some(a), Some(b)) = (own.value, other.value) else { return false };
    let is_same_unit = own.unit == other.unit;
    if is_same_unit && (own.per.is_nothing() || other.per.is_nothing()) {
        return false;
    }
    let converted = || {
        let units = if is_same_unit {
            (Decimal::ONE, Decimal::ONE)
        } else {
            own.unit?.conversion(other.unit?)?
        };
        let amounts = amount_conversion(own.per, other.per)?;
        // Nothing is divided, so nothing is rounded: the number shown times the divisor is set
        // against the exact one times the factor, and half of the last digit shown is the most they
        // may differ.
        let divisor = units.0.times(amounts.0)?;
        let factor = units.1.times(amounts.1)?;
        let gap = a.times(factor)?.minus(b.times(divisor)?)?;
        Some(gap.abs() <= b.half_of_last_digit()?.times(divisor)?)
    };
    converted().unwrap_or(false)
}

/// What turns a number of one amount into one of another: divisor and factor, as
/// [`Unit::conversion`] has them. Nothing where that cannot be.
pub(crate) fn amount_conversion(own: Per, other: Per) -> Option<(Decimal, Decimal)> {
    let (mut divisor, mut factor) = (Decimal::ONE, Decimal::ONE);
    if own.is_nothing() || other.is_nothing() {
        return (!contradict(own, other)).then_some((divisor, factor));
    }
    if own.denominators().count() != other.denominators().count() {
        return None;
    }
    let mut left: Vec<Denominator> = other.denominators().collect();
    for from in own.denominators() {
        let place = left.iter().position(|to| shares(from.unit, to.unit).is_some())?;
        let to = left.swap_remove(place);
        // So many of the own unit make so many of the other: 15 mu, 1 hectare.
        let (of_own, of_other) = shares(from.unit, to.unit)?;
        divisor = divisor.times(of_other)?.times(from.count)?;
        factor = factor.times(of_own)?.times(to.count)?;
    }
    Some((divisor, factor))
}

/// Whether two denominators may count the same: 每千名儿童 is per 1,000 children, which English counts
/// without a measure word.
fn is_one_kind(a: Unit, b: Unit) -> bool {
    let is_thing = |unit: Unit| unit == Unit::ITEM && !unit.is_measuring();
    a == b || (is_thing(a) && !b.is_measuring()) || (is_thing(b) && !a.is_measuring())
}

/// How many of one unit are how many of another: the same, or converted.
fn shares(from: Unit, to: Unit) -> Option<(Decimal, Decimal)> {
    if is_one_kind(from, to) { Some((Decimal::ONE, Decimal::ONE)) } else { from.conversion(to) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Comparator, QuantityKind};

    fn quantity(value: &str, unit: Unit, per: &[(u32, Unit)]) -> Quantity {
        let denominators = per
            .iter()
            .map(|(count, unit)| Denominator { count: Decimal::from(*count), unit: *unit });
        Quantity {
            value: Decimal::parse(value),
            unit: Some(unit),
            comparator: Comparator::Equal,
            direction: None,
            kind: QuantityKind::Figure,
            per: denominators.fold(Per::NOTHING, Per::and),
            measure: None,
        }
    }

    #[test]
    fn a_conversion_may_round_to_the_digits_shown_and_no_further() {
        let mu = |value, hectares| {
            is_conversion(&quantity(value, Unit::MU, &[]), &quantity(hectares, Unit::HECTARE, &[]))
        };
        assert!(mu("200000000", "13300000"));
        assert!(mu("88000", "5867") && mu("88000", "5870") && mu("88000", "5900"));
        assert!(!mu("88000", "5860") && !mu("88000", "58670"));
        let (ten, more) = (quantity("10", Unit::HECTARE, &[]), quantity("150", Unit::MU, &[]));
        assert!(is_conversion(&ten, &more));
    }

    #[test]
    fn a_number_of_one_amount_is_another_number_of_another() {
        let same = |own: (&str, &[(u32, Unit)]), other: (&str, &[(u32, Unit)])| {
            is_conversion(
                &quantity(own.0, Unit::YUAN, own.1),
                &quantity(other.0, Unit::YUAN, other.1),
            )
        };
        assert!(same(("0.3", &[(1, Unit::JIN)]), ("0.6", &[(1, Unit::KILOGRAM)])));
        assert!(!same(("0.3", &[(1, Unit::JIN)]), ("0.3", &[(1, Unit::KILOGRAM)])));
        assert!(same(("240", &[(1, Unit::MU)]), ("3600", &[(1, Unit::HECTARE)])));
        assert!(!same(("240", &[(1, Unit::MU)]), ("16", &[(1, Unit::HECTARE)])));
        let (person, month) = (Unit::named("人"), Unit::MONTH);
        assert!(same(
            ("350", &[(1, person), (1, month)]),
            ("4200", &[(1, Unit::YEAR), (1, person)])
        ));
        assert!(same(("4.2", &[(10_000, person)]), ("0.42", &[(1_000, person)])));
        assert!(!same(("4.2", &[(10_000, person)]), ("4.2", &[(1_000, person)])));
    }

    #[test]
    fn what_is_left_unsaid_is_no_contradiction_but_for_a_number() {
        let per = |count: u32, unit: Unit| {
            Per::NOTHING.and(Denominator { count: Decimal::from(count), unit })
        };
        assert!(!contradict(per(1, Unit::YEAR), Per::NOTHING));
        assert!(contradict(per(100, Unit::named("户")), Per::NOTHING));
        assert!(contradict(per(1, Unit::YEAR), per(1, Unit::MONTH)));
    }
}
