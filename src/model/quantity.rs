//! What a numeral in a text says.

use std::ops::Range;

use super::{Decimal, Unit};

/// Something found in a plain text by the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention<T> {
    /// Where, in bytes of the plain text.
    pub range: Range<usize>,
    /// What.
    pub value: T,
}

/// A number as it is said at one place.
///
/// Units are canonical and the same in every language (`元`, `%`, `亩`), so that quantities of a
/// text and of its translation can be compared. English counts have none, Chinese ones their
/// measure word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantity {
    /// The exact number. A date is the digits of its ISO form: `2018`, `201803`, `20180331`; `331`
    /// is March 31. Absent where the words name none (几十), or none that fits.
    pub value: Option<Decimal>,
    /// The unit.
    pub unit: Option<Unit>,
    /// How the number bounds what it counts.
    pub comparator: Comparator,
    /// Whether it is a change, or what something changed to.
    pub direction: Option<Direction>,
    /// What it is.
    pub kind: QuantityKind,
}

/// How a number bounds what it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparator {
    /// Exactly.
    Equal,
    /// 以上, at least.
    AtLeast,
    /// 超过, more than.
    MoreThan,
    /// 以内, at most.
    AtMost,
    /// 不足, less than.
    LessThan,
    /// 左右, 近, about, nearly.
    About,
}

impl Comparator {
    /// All of them.
    pub(crate) const ALL: [Self; 6] =
        [Self::Equal, Self::AtLeast, Self::MoreThan, Self::AtMost, Self::LessThan, Self::About];

    /// The sign: one of `= >= > <= < ~`.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::AtLeast => ">=",
            Self::MoreThan => ">",
            Self::AtMost => "<=",
            Self::LessThan => "<",
            Self::About => "~",
        }
    }
}

/// Which way a figure moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// It grew by this.
    Up,
    /// It fell by this.
    Down,
    /// It came to this.
    To,
}

/// What a numeral is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuantityKind {
    /// Something measured or counted: 3870亿元.
    Figure,
    /// A place among others: 居全省第二.
    Rank,
    /// A place in a row: 第16届.
    Ordinal,
    /// A point of the calendar: 2017年.
    Date,
    /// A length of time: 连续12年.
    Duration,
    /// Part of a name: BRT5号线.
    Name,
    /// It counts or numbers parts of the text itself: 五个方面, （一）.
    Structural,
}

impl QuantityKind {
    /// All kinds.
    pub const ALL: [Self; 7] = [
        Self::Figure,
        Self::Rank,
        Self::Ordinal,
        Self::Date,
        Self::Duration,
        Self::Name,
        Self::Structural,
    ];

    /// The word for it, in lower case.
    pub fn name(self) -> &'static str {
        match self {
            Self::Figure => "figure",
            Self::Rank => "rank",
            Self::Ordinal => "ordinal",
            Self::Date => "date",
            Self::Duration => "duration",
            Self::Name => "name",
            Self::Structural => "structural",
        }
    }
}
