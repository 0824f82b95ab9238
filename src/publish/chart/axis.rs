//! Linear axes that always contain zero, and the words at their ticks.

use super::exact;
use crate::model::Decimal;

/// The most intervals of an axis, so that it has at most six labels.
const MOST_INTERVALS: u32 = 5;

/// How the numbers at an axis are said in the language of a chart.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ScaleWords<'a> {
    /// Words for powers of ten, the largest first: `(8, "亿")`, `(9, " billion")`.
    pub(crate) magnitudes: &'a [(u32, &'a str)],
    /// The unit with the space before it, if the language writes one: `元`, ` yuan`.
    pub(crate) unit: &'a str,
    /// What stands between groups of three digits: `,` or nothing.
    pub(crate) thousands: &'a str,
}

/// A linear axis from zero in round steps; it goes below zero only if a value does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Axis {
    step: Decimal,
    below: u32,
    above: u32,
}

/// A place on an axis that carries a label.
pub(super) struct Tick {
    /// Tenths of a pixel from the low end.
    pub(crate) along: i32,
    /// What it stands for.
    pub(crate) value: Decimal,
}

impl Axis {
    /// The axis with the smallest steps of 1, 2 or 5 times a power of ten that holds all values.
    pub(super) fn of(values: impl IntoIterator<Item = Decimal>) -> Self {
        let (mut low, mut high) = (Decimal::ZERO, Decimal::ZERO);
        for value in values {
            low = low.min(value);
            high = high.max(value);
        }
        let depth = low.negated();
        let reach = high.max(depth);
        let Some(power) = exact::magnitude(reach) else {
            return Self { step: Decimal::ONE, below: 0, above: 1 };
        };
        let round = (power - 1..=power + 1)
            .flat_map(|power| [1, 2, 5].map(|digit| Decimal::new(digit, power)))
            .flatten()
            .find_map(|step| {
                let (below, above) = (steps_to(depth, step)?, steps_to(high, step)?);
                (below + above <= MOST_INTERVALS).then_some(Self { step, below, above })
            });
        // At the far end of what a decimal holds there may be no round number above a value.
        let is_used = |end: Decimal| u32::from(end.is_positive());
        round.unwrap_or(Self { step: reach, below: is_used(depth), above: is_used(high) })
    }

    /// How far from the low end of an axis of this length (both in tenths) a value stands.
    pub(super) fn along(&self, value: Decimal, length: i32) -> i32 {
        let intervals = (self.below + self.above).max(1);
        let zero = i32::try_from(
            u64::from(length.unsigned_abs()) * u64::from(self.below) / u64::from(intervals),
        )
        .unwrap_or(0);
        if value.is_negative() {
            zero - exact::share(value, self.value_at(self.below), zero)
        } else {
            zero + exact::share(value, self.value_at(self.above), length - zero)
        }
    }

    /// The ticks from the low end to the high one.
    pub(super) fn ticks(&self, length: i32) -> Vec<Tick> {
        let down = (1..=self.below).rev().map(|n| self.value_at(n).negated());
        down.chain((0..=self.above).map(|n| self.value_at(n)))
            .map(|value| Tick { along: self.along(value, length), value })
            .collect()
    }

    /// The power of ten the axis is said in, and the words after its numbers.
    pub(super) fn axis_unit(&self, words: &ScaleWords<'_>) -> (i32, String) {
        let reach = self.value_at(self.below.max(self.above));
        let fitting = words.magnitudes.iter().find_map(|(power, word)| {
            let power = i32::try_from(*power).ok()?;
            exact::magnitude(reach).is_some_and(|of| of >= power).then_some((power, *word))
        });
        let (power, word) = fitting.unwrap_or((0, ""));
        (power, format!("{word}{}", words.unit))
    }

    fn value_at(&self, steps: u32) -> Decimal {
        // `of` chose a step whose multiples fit.
        self.step.times(Decimal::from(steps)).unwrap_or(self.step)
    }
}

/// The number of steps that reach a size, if they are few and each of them is a decimal.
fn steps_to(size: Decimal, step: Decimal) -> Option<u32> {
    for steps in 0..=MOST_INTERVALS {
        if step.times(Decimal::from(steps))? >= size {
            return Some(steps);
        }
    }
    None
}

/// A number of an axis that is said in units of 10^`power`.
pub(super) fn axis_number(value: Decimal, power: i32, thousands: &str) -> String {
    let text = value.shifted(-power).unwrap_or(value).to_string();
    let (sign, text) = match text.strip_prefix('-') {
        Some(rest) => ("−", rest),
        None => ("", text.as_str()),
    };
    let (whole, fraction) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut grouped = sign.to_owned();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push_str(thousands);
        }
        grouped.push(digit);
    }
    grouped + fraction
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    fn ticks(values: &[&str]) -> Vec<String> {
        let axis = Axis::of(values.iter().map(|value| decimal(value)));
        axis.ticks(1000).iter().map(|tick| tick.value.to_string()).collect()
    }

    #[test]
    fn an_axis_begins_at_zero_and_ends_at_a_round_number() {
        assert_eq!(ticks(&["168", "400"]), ["0", "100", "200", "300", "400"]);
        assert_eq!(ticks(&["6.5", "7"]), ["0", "2", "4", "6", "8"]);
        assert_eq!(ticks(&["0.012"]), ["0", "0.005", "0.01", "0.015"]);
        assert_eq!(ticks(&["0", "0"]), ["0", "1"]);
        assert_eq!(ticks(&[]), ["0", "1"]);
    }

    #[test]
    fn an_axis_goes_below_zero_only_for_a_value_below_zero() {
        assert_eq!(ticks(&["-1.5", "4"]), ["-2", "0", "2", "4"]);
        assert_eq!(ticks(&["-3"]), ["-3", "-2", "-1", "0"]);
    }

    #[test]
    fn an_axis_is_said_in_the_largest_word_that_fits() {
        let words = ScaleWords {
            magnitudes: &[(9, " billion"), (6, " million")],
            unit: " yuan",
            thousands: ",",
        };
        let axis = Axis::of([decimal("387000000000")]);
        assert_eq!(axis.axis_unit(&words), (9, " billion yuan".to_owned()));
        assert_eq!(axis_number(decimal("400000000000"), 9, ","), "400");
        assert_eq!(Axis::of([decimal("9959")]).axis_unit(&words), (0, " yuan".to_owned()));
        assert_eq!(axis_number(decimal("10000"), 0, ","), "10,000");
        assert_eq!(axis_number(decimal("-1234567.25"), 0, ","), "−1,234,567.25");
        assert_eq!(axis_number(decimal("10000"), 0, ""), "10000");
    }
}
