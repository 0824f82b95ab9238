//! Parts of a whole, of which one with no end in decimals is a unit of its own: 三分之一 is 1 `/3`.

use super::unit::{Class, Unit};
use crate::model::Decimal;

const THIRDS: &[(u32, &str)] =
    &[(3, "/3"), (6, "/6"), (7, "/7"), (9, "/9"), (11, "/11"), (12, "/12"), (15, "/15")];

/// A part of a whole as a value in a unit: a quarter is 25 %, two thirds are 2 `/3`.
pub(super) fn part(numerator: Decimal, denominator: Decimal) -> Option<(Decimal, Unit)> {
    let hundred = Decimal::from(100);
    let exact = numerator.times(hundred).and_then(|parts| parts.divided_by(denominator));
    if let Some(percent) = exact {
        return Some((percent, Unit { name: "%", class: Class::Percent, power: 0 }));
    }
    let name = THIRDS.iter().find(|(number, _)| Decimal::from(*number) == denominator)?.1;
    Some((numerator, Unit { name, class: Class::Percent, power: 0 }))
}
