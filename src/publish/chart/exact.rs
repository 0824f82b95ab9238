//! Exact numbers into places on a drawing.
//!
//! No floating-point number comes near a value: their logarithms may differ in the last bit from
//! one machine to the next, and two builds must be equal byte for byte.

use crate::model::Decimal;

/// The significant digits two numbers are compared with: far finer than a tenth of a pixel, and
/// the products below stay within `u128`.
const DIGITS: i32 = 18;

/// The bits after the point of a logarithm.
const LOG_BITS: u32 = 16;

/// The bits after the point while a logarithm is worked out.
const WORK_BITS: u32 = 60;

/// Where the logarithm of a ratio lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Log2 {
    /// Below the domain.
    Below,
    /// Within it, in 1/65536.
    Within(i64),
    /// Above the domain.
    Above,
}

/// The power of ten of the first digit; absent for nothing.
pub(super) fn magnitude(value: Decimal) -> Option<i32> {
    let (mantissa, power) = value.digits();
    Some(i32::try_from(mantissa.checked_ilog10()?).ok()? + power)
}

/// Two numbers without their signs in one unit, so small that the larger one has 18 digits.
fn in_one_unit(a: Decimal, b: Decimal) -> (u128, u128) {
    let Some(top) = magnitude(a).max(magnitude(b)) else { return (0, 0) };
    let unit = top + 1 - DIGITS;
    let counted = |value: Decimal| {
        let (mantissa, power) = value.digits();
        let shift = power - unit;
        let scale = 10_u128.checked_pow(shift.unsigned_abs());
        match (scale, shift >= 0) {
            (Some(scale), true) => mantissa.checked_mul(scale).unwrap_or(0),
            (Some(scale), false) => mantissa / scale,
            (None, _) => 0,
        }
    };
    (counted(a), counted(b))
}

/// How far along `length` a value stands when `end` stands at its end; signs do not count.
pub(super) fn share(value: Decimal, end: Decimal, length: i32) -> i32 {
    let (value, end) = in_one_unit(value, end);
    if end == 0 {
        return 0;
    }
    let length = u128::from(length.unsigned_abs());
    let nearest = (2 * value.min(end) * length + end) / (2 * end);
    i32::try_from(nearest).unwrap_or(0)
}

/// The binary logarithm of `above` ÷ `below`, both greater than nothing, when it is within
/// `octaves` on either side.
pub(super) fn log2(above: Decimal, below: Decimal, octaves: u32) -> Log2 {
    let (a, b) = in_one_unit(above, below);
    if a > b << octaves {
        return Log2::Above;
    }
    if a << octaves < b {
        return Log2::Below;
    }
    let one = 1_u128 << WORK_BITS;
    let mut rest = (a << WORK_BITS) / b;
    let mut log = 0_i64;
    while rest >= 2 * one {
        rest >>= 1;
        log += 1;
    }
    while rest < one {
        rest <<= 1;
        log -= 1;
    }
    // Squaring doubles the logarithm, so each square shows the next bit of it.
    for _ in 0..LOG_BITS {
        rest = (rest * rest) >> WORK_BITS;
        log <<= 1;
        if rest >= 2 * one {
            rest >>= 1;
            log |= 1;
        }
    }
    Log2::Within(log)
}

/// A logarithm in units of a drawing, `octave` of them for each doubling.
pub(super) fn steps(log: i64, octave: i32) -> i32 {
    let half = 1_i64 << (LOG_BITS - 1);
    i32::try_from((log * i64::from(octave) + half) >> LOG_BITS).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    #[test]
    fn known_ratios_have_their_known_logarithms() {
        for (above, below, wanted) in [
            ("2", "1", 65_536),
            ("1", "1", 0),
            ("1", "2", -65_536),
            ("8", "1", 3 * 65_536),
            ("0.125", "1", -3 * 65_536),
            // log2(400 ÷ 168) = 1.251538766995964
            ("400", "168", 82_020),
            // log2(2000 ÷ 9959) = -2.316000886121651
            ("2000", "9959", -151_782),
        ] {
            assert_eq!(log2(decimal(above), decimal(below), 3), Log2::Within(wanted), "{above}");
        }
        assert_eq!(log2(decimal("8.0000000001"), decimal("1"), 3), Log2::Above);
        assert_eq!(log2(decimal("1"), decimal(&"9".repeat(36)), 3), Log2::Below);
    }

    #[test]
    fn a_share_is_rounded_to_the_nearest_tenth() {
        assert_eq!(share(decimal("3870"), decimal("4000"), 3000), 2903);
        assert_eq!(share(decimal("1"), decimal("3"), 1000), 333);
        assert_eq!(share(decimal("0"), decimal("3"), 1000), 0);
        assert_eq!(share(decimal("0.0000001"), decimal(&"9".repeat(36)), 1000), 0);
        assert_eq!(share(decimal("5"), Decimal::ZERO, 1000), 0);
    }

    proptest! {
        #[test]
        fn a_greater_target_never_stands_further_left(a in 1_u32..9000, b in 1_u32..9000, c in 1_u32..9000) {
            let place = |n: u32| match log2(n.into(), c.into(), 3) {
                Log2::Below => i64::MIN,
                Log2::Within(log) => log,
                Log2::Above => i64::MAX,
            };
            prop_assert!(a > b || place(a) <= place(b));
        }

        #[test]
        fn the_power_of_ten_of_both_does_not_matter(a in 1_u32..9000, b in 1_u32..9000, power in -40..40) {
            let at = |n: u32| Decimal::from(n).shifted(power).unwrap();
            prop_assert_eq!(log2(at(a), at(b), 3), log2(a.into(), b.into(), 3));
        }
    }
}
