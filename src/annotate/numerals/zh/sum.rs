//! Adding up the parts of a numeral: 一亿二千万 is a hundred million and two thousand ten-thousands.

use crate::model::Decimal;

/// A part of a numeral.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Absent,
    Is(Decimal),
    /// There is one, but it does not fit.
    TooLarge,
}

impl Part {
    pub(super) fn of(value: Option<Decimal>) -> Self {
        value.map_or(Self::TooLarge, Self::Is)
    }

    pub(super) fn is_present(self) -> bool {
        self != Self::Absent
    }

    pub(super) fn plus(self, other: Self) -> Self {
        match (self, other) {
            (Self::Absent, only) | (only, Self::Absent) => only,
            (Self::Is(a), Self::Is(b)) => Self::of(a.plus(b)),
            _ => Self::TooLarge,
        }
    }

    pub(super) fn shifted(self, power: i32) -> Self {
        match self {
            Self::Is(value) => Self::of(value.shifted(power)),
            other => other,
        }
    }

    /// The same, or one if there is none.
    fn or_one(self) -> Self {
        if self.is_present() { self } else { Self::Is(Decimal::ONE) }
    }
}

/// What has been read so far.
pub(super) struct Sum {
    /// Above 亿.
    high: Part,
    /// Above 万.
    middle: Part,
    /// The thousands below.
    low: Part,
    /// A number that waits for its scale.
    pub(super) waiting: Part,
    /// The last small scale of the section.
    small: i32,
    /// Whether 点 has been read in the section.
    pub(super) has_point: bool,
    /// Whether two digits in a row name no number: 十七八.
    pub(super) is_vague: bool,
}

impl Sum {
    pub(super) const NOTHING: Self = Self {
        high: Part::Absent,
        middle: Part::Absent,
        low: Part::Absent,
        waiting: Part::Absent,
        small: 4,
        has_point: false,
        is_vague: false,
    };

    /// Takes a scale; false if none can stand here.
    pub(super) fn scale(&mut self, power: i32, is_first: bool) -> bool {
        let section = self.low.plus(self.waiting);
        match power {
            4 if !self.middle.is_present() && (is_first || section.is_present()) => {
                self.middle = section.or_one().shifted(power);
                (self.low, self.waiting, self.small) = (Part::Absent, Part::Absent, 4);
            }
            // 万亿 is a scale upon a scale.
            8 if !self.high.is_present()
                && (is_first || section.is_present() || self.middle.is_present()) =>
            {
                self.high = section.plus(self.middle).or_one().shifted(power);
                (self.middle, self.low) = (Part::Absent, Part::Absent);
                (self.waiting, self.small) = (Part::Absent, 4);
            }
            1..4 if power < self.small && (is_first || self.waiting.is_present() || power == 1) => {
                // 三点二十 is a time of day, 三十点二百 nothing.
                if self.has_point && (power == 1 || self.low.is_present()) {
                    return false;
                }
                self.low = self.low.plus(self.waiting.or_one().shifted(power));
                (self.waiting, self.small) = (Part::Absent, power);
            }
            _ => return false,
        }
        self.has_point = false;
        true
    }

    pub(super) fn total(&self) -> Option<Decimal> {
        match self.high.plus(self.middle).plus(self.low).plus(self.waiting) {
            Part::Is(value) => Some(value),
            _ => None,
        }
    }
}
