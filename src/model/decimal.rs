//! Exact decimal numbers: what reports count in.

use std::cmp::Ordering;
use std::fmt;

/// The most significant digits kept. With it, two numbers of equal magnitude can always be brought
/// to the same power of ten without leaving `i128`.
const MOST_DIGITS: u32 = 36;

/// The largest power of ten, up or down: far beyond anything that is counted, and short to print.
const LARGEST_POWER: i32 = 64;

/// An exact decimal number: a whole number times a power of ten.
///
/// There is one way to hold each number (no trailing zeros), so equality is equality of value.
/// What does not fit is `None`, never a rounded number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    mantissa: i128,
    power: i32,
}

impl Decimal {
    /// 0.
    pub(crate) const ZERO: Self = Self { mantissa: 0, power: 0 };
    /// 1.
    pub(crate) const ONE: Self = Self { mantissa: 1, power: 0 };
    /// 0.5.
    pub(crate) const HALF: Self = Self { mantissa: 5, power: -1 };

    /// The number `mantissa` × 10^`power`.
    pub(crate) fn new(mantissa: i128, power: i32) -> Option<Self> {
        if mantissa == 0 {
            return Some(Self::ZERO);
        }
        let (mut mantissa, mut power) = (mantissa, power);
        while mantissa % 10 == 0 {
            mantissa /= 10;
            power = power.checked_add(1)?;
        }
        let fits = mantissa.unsigned_abs().ilog10() < MOST_DIGITS && power.abs() <= LARGEST_POWER;
        fits.then_some(Self { mantissa, power })
    }

    /// Reads ASCII digits with at most one point and an optional sign: `-6.5`, `3870`.
    pub fn parse(text: &str) -> Option<Self> {
        let (is_negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let mut mantissa: i128 = 0;
        let mut power = 0_i32;
        let mut zeros = 0_u32;
        let mut has_point = false;
        let mut has_digit = false;
        for byte in digits.bytes() {
            match byte {
                b'0'..=b'9' => {
                    has_digit = true;
                    if has_point {
                        power = power.checked_sub(1)?;
                    }
                    if byte == b'0' {
                        zeros = zeros.checked_add(1)?;
                    } else {
                        let shift =
                            10_i128.checked_pow(if mantissa == 0 { 0 } else { zeros + 1 })?;
                        mantissa =
                            mantissa.checked_mul(shift)?.checked_add((byte - b'0').into())?;
                        zeros = 0;
                    }
                }
                b'.' if !has_point && has_digit => has_point = true,
                _ => return None,
            }
        }
        if !has_digit || digits.ends_with('.') {
            return None;
        }
        let power = power.checked_add(i32::try_from(zeros).ok()?)?;
        Self::new(if is_negative { -mantissa } else { mantissa }, power)
    }

    /// The number times 10^`power`.
    pub fn shifted(self, power: i32) -> Option<Self> {
        Self::new(self.mantissa, self.power.checked_add(power)?)
    }

    /// The sum.
    pub(crate) fn plus(self, other: Self) -> Option<Self> {
        let power = self.power.min(other.power);
        Self::new(self.at_power(power)?.checked_add(other.at_power(power)?)?, power)
    }

    /// The difference.
    pub(crate) fn minus(self, other: Self) -> Option<Self> {
        self.plus(other.negated())
    }

    /// The product.
    pub(crate) fn times(self, other: Self) -> Option<Self> {
        Self::new(self.mantissa.checked_mul(other.mantissa)?, self.power.checked_add(other.power)?)
    }

    /// The quotient, if it has an end: 1 ÷ 8 is 0.125, 1 ÷ 3 is nothing.
    pub(crate) fn divided_by(self, other: Self) -> Option<Self> {
        if other.mantissa == 0 {
            return None;
        }
        let (mut mantissa, mut power) = (self.mantissa, self.power.checked_sub(other.power)?);
        while mantissa % other.mantissa != 0 {
            mantissa = mantissa.checked_mul(10)?;
            power = power.checked_sub(1)?;
        }
        Self::new(mantissa / other.mantissa, power)
    }

    /// How many times another number this is, rounded to two digits after the point: `1.43`.
    /// Nothing if the other is zero, or if it does not fit.
    pub(crate) fn ratio(self, other: Self) -> Option<String> {
        let power = self.power.min(other.power);
        let (own, other) = (self.at_power(power)?, other.at_power(power)?);
        // One binary digit more than needed, to round by.
        let halves = own.checked_mul(200)?.checked_div(other)?;
        let hundredths = (halves + 1).div_euclid(2);
        Some(format!("{}.{:02}", hundredths / 100, hundredths % 100))
    }

    /// The same number on the other side of zero.
    #[must_use]
    pub(crate) fn negated(self) -> Self {
        Self { mantissa: -self.mantissa, power: self.power }
    }

    /// The number without its sign.
    #[must_use]
    pub(crate) fn abs(self) -> Self {
        if self.is_negative() { self.negated() } else { self }
    }

    /// Whether it is 0.
    pub(crate) fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// Whether it is below 0.
    pub(crate) fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// Whether it is above 0.
    pub(crate) fn is_positive(self) -> bool {
        self.mantissa > 0
    }

    /// The digits without sign and trailing zeros as a whole number, and the power of ten they are
    /// to be multiplied by: 38.70 is (387, −1), 3870 is (387, 1).
    pub(crate) fn digits(self) -> (u128, i32) {
        (self.mantissa.unsigned_abs(), self.power)
    }

    /// Half of the place of its last digit that is not a trailing zero: 0.05 for 6.5, 50 for
    /// 13300. Two numbers no further apart than this round to the same digits.
    pub(crate) fn half_of_last_digit(self) -> Option<Self> {
        Self::HALF.shifted(self.power)
    }

    /// Whether it has no fraction.
    pub(crate) fn is_whole(self) -> bool {
        self.power >= 0
    }

    /// The number as a whole one, if it is one and fits.
    pub(crate) fn to_whole(self) -> Option<i64> {
        if !self.is_whole() {
            return None;
        }
        i64::try_from(self.at_power(0)?).ok()
    }

    /// The mantissa at a power of ten that is not above its own.
    fn at_power(self, power: i32) -> Option<i128> {
        let shift = u32::try_from(self.power.checked_sub(power)?).ok()?;
        if self.mantissa == 0 {
            return Some(0);
        }
        self.mantissa.checked_mul(10_i128.checked_pow(shift)?)
    }

    /// Digits before the point, fewer than none for small fractions.
    fn magnitude(self) -> i64 {
        i64::from(self.mantissa.unsigned_abs().checked_ilog10().unwrap_or(0))
            + i64::from(self.power)
    }
}

impl From<u32> for Decimal {
    fn from(number: u32) -> Self {
        Self::new(number.into(), 0).unwrap_or(Self::ZERO)
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let signs = self.mantissa.signum().cmp(&other.mantissa.signum());
        if signs != Ordering::Equal || self.mantissa == 0 {
            return signs;
        }
        let sizes = self.magnitude().cmp(&other.magnitude()).then_with(|| {
            // Of equal magnitude, so both fit at the lower power.
            let power = self.power.min(other.power);
            let size = |number: &Self| number.at_power(power).map(i128::unsigned_abs);
            size(self).cmp(&size(other))
        });
        if self.is_negative() { sizes.reverse() } else { sizes }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// All digits, without separators, exponent or trailing zeros: `387000000000`, `6.5`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.mantissa.unsigned_abs().to_string();
        let text = match usize::try_from(self.power) {
            Ok(zeros) => format!("{digits}{}", "0".repeat(zeros)),
            Err(_) => {
                let places = usize::try_from(self.power.unsigned_abs()).unwrap_or(0);
                let padded = format!("{digits:0>width$}", width = places + 1);
                let (whole, fraction) = padded.split_at(padded.len() - places);
                format!("{whole}.{fraction}")
            }
        };
        f.pad_integral(self.mantissa >= 0, "", &text)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    #[test]
    fn a_number_is_printed_in_full_and_without_trailing_zeros() {
        for (text, power, wanted) in [
            ("3870", 8, "387000000000"),
            ("6.50", 0, "6.5"),
            ("0.05", 0, "0.05"),
            ("-2.4", -3, "-0.0024"),
            ("000", 0, "0"),
            ("0012.0", 1, "120"),
        ] {
            assert_eq!(decimal(text).shifted(power).unwrap().to_string(), wanted, "{text}");
        }
    }

    #[test]
    fn what_is_no_number_or_does_not_fit_is_nothing() {
        for text in ["", ".", "-", "1.", ".5", "1.2.3", "1e5", "一", "１"] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
        assert_eq!(Decimal::parse(&"9".repeat(37)), None);
        assert_eq!(Decimal::parse(&"9".repeat(100_000)), None);
        assert!(Decimal::parse(&format!("1{}", "0".repeat(64))).is_some());
        assert_eq!(Decimal::parse(&format!("1{}", "0".repeat(65))), None);
        assert_eq!(decimal("1").shifted(i32::MAX), None);
    }

    #[test]
    fn sums_products_and_quotients_are_exact_or_absent() {
        assert_eq!(decimal("0.1").plus(decimal("0.2")), Some(decimal("0.3")));
        assert_eq!(decimal("5").minus(decimal("5")), Some(Decimal::ZERO));
        assert_eq!(decimal("1.5").times(decimal("0.4")), Some(decimal("0.6")));
        assert_eq!(decimal("1").divided_by(decimal("8")), Some(decimal("0.125")));
        assert_eq!(decimal("1").divided_by(decimal("3")), None);
        assert_eq!(decimal("1").divided_by(Decimal::ZERO), None);
        assert_eq!(decimal(&"9".repeat(36)).times(decimal("99.9")), None);
    }

    #[test]
    fn a_number_knows_its_sign_and_its_digits() {
        for (text, is_negative, is_zero, size) in
            [("-6.5", true, false, "6.5"), ("0", false, true, "0"), ("3870", false, false, "3870")]
        {
            let number = decimal(text);
            assert_eq!(number.is_negative(), is_negative, "{text}");
            assert_eq!(number.is_zero(), is_zero, "{text}");
            assert_eq!(number.is_positive(), !is_negative && !is_zero, "{text}");
            assert_eq!(number.abs(), decimal(size), "{text}");
        }
        assert_eq!(Decimal::ONE, decimal("1"));
        assert_eq!(Decimal::HALF, decimal("0.5"));
        assert_eq!(decimal("-38.70").digits(), (387, -1));
        assert_eq!(decimal("13300").half_of_last_digit(), Some(decimal("50")));
        assert_eq!(decimal("6.5").half_of_last_digit(), Some(decimal("0.05")));
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read_back(mantissa in -10_i128.pow(30)..10_i128.pow(30), power in -20..20) {
            let number = Decimal::new(mantissa, power).unwrap();
            prop_assert_eq!(Decimal::parse(&number.to_string()), Some(number));
        }

        #[test]
        fn order_is_that_of_the_numbers(a in -100_000_i32..100_000, b in -100_000_i32..100_000, power in -5..5) {
            let number = |n: i32| Decimal::new(n.into(), power).unwrap();
            prop_assert_eq!(number(a).cmp(&number(b)), a.cmp(&b));
            prop_assert_eq!(number(a).minus(number(b)), Decimal::new((a - b).into(), power));
        }

        #[test]
        fn no_text_makes_it_panic(text in "[-0-9.]{0,80}") {
            let _ = Decimal::parse(&text).map(|number| (number.to_string(), number.times(number)));
        }
    }
}
