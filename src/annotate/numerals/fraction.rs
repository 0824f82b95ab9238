//! Parts of a whole, of which one with no end in decimals is a unit of its own: 三分之一 is 1 `/3`.

use crate::model::{Decimal, Unit};

const ENDLESS: &[(u32, Unit)] = &[
    (3, Unit::named("/3")),
    (6, Unit::named("/6")),
    (7, Unit::named("/7")),
    (9, Unit::named("/9")),
    (11, Unit::named("/11")),
    (12, Unit::named("/12")),
    (15, Unit::named("/15")),
];

/// A part of a whole as a value in a unit: a quarter is 25 %, two thirds are 2 `/3`.
pub(super) fn part_in_unit(numerator: Decimal, denominator: Decimal) -> Option<(Decimal, Unit)> {
    let hundred = Decimal::from(100);
    let exact = numerator.times(hundred).and_then(|parts| parts.divided_by(denominator));
    if let Some(percent) = exact {
        return Some((percent, Unit::PERCENT));
    }
    let (_, unit) = ENDLESS.iter().find(|(number, _)| Decimal::from(*number) == denominator)?;
    Some((numerator, *unit))
}
