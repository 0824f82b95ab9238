//! What a numeral in a text says.

use std::fmt;
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
    /// The exact number, with the sign that the numeral itself has: -2.7%, 负, minus. A verb such as
    /// 下降 gives none. A date is the digits of its ISO form: `2018`, `201803`, `20180331`; `331` is
    /// March 31. Absent where the words name none (几十), or none that fits, or are not read.
    pub value: Option<Decimal>,
    /// The unit.
    pub unit: Option<Unit>,
    /// How the number bounds what it counts.
    pub comparator: Comparator,
    /// Whether it is a change, what something changed to, or how far something is from another.
    pub direction: Option<Direction>,
    /// What it is.
    pub kind: QuantityKind,
    /// Of what one, or so many, it is said: 每万人, per hectare.
    pub per: Per,
    /// What the words around it say it measures; nothing where they leave that open.
    pub measure: Option<Measure>,
}

impl Quantity {
    /// What it measures: what its words say, else what its kind is. Nothing for what measures
    /// nothing, such as a date.
    pub(crate) fn measured(&self) -> Option<Measure> {
        let usual = match self.kind {
            QuantityKind::Figure => Measure::Level,
            QuantityKind::Rank => Measure::Rank,
            QuantityKind::Duration => Measure::Duration,
            _ => return None,
        };
        Some(self.measure.unwrap_or(usual))
    }
}

/// How a number measures what it is said of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Its size.
    Level,
    /// By how much it grew, as a rate; a decline is negative growth.
    Growth,
    /// Its part of a whole: 占全省55.1%.
    Share,
    /// Its place among others: 居全省第二.
    Rank,
    /// A group of places: 第一方阵, the first tier.
    Tier,
    /// How often in a row: 五连冠, 连续8年.
    Streak,
    /// How often: 每两年, every two years.
    Frequency,
    /// How long it has lasted.
    Duration,
}

impl Measure {
    /// Every measure, with its key.
    pub(crate) const ALL: [(&'static str, Self); 8] = [
        ("level", Self::Level),
        ("growth", Self::Growth),
        ("share", Self::Share),
        ("rank", Self::Rank),
        ("tier", Self::Tier),
        ("streak", Self::Streak),
        ("frequency", Self::Frequency),
        ("duration", Self::Duration),
    ];

    /// Whether two figures of it are set against each other by their values.
    pub(crate) fn is_amount(self) -> bool {
        matches!(self, Self::Level | Self::Share | Self::Streak | Self::Duration)
    }

    /// The key used in data files and themes.
    pub(crate) fn key(self) -> &'static str {
        Self::ALL.iter().find(|(_, measure)| *measure == self).map_or("level", |(key, _)| key)
    }
}

/// One denominator: so many of a unit. 每万人 is ten thousand people, `/日` one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Denominator {
    /// How many.
    pub count: Decimal,
    /// Of what.
    pub unit: Unit,
}

impl fmt::Display for Denominator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.count != Decimal::ONE {
            write!(f, "{}", self.count)?;
        }
        f.write_str(self.unit.name())
    }
}

/// The denominators of a number: none, one, or two as in 每人每月.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Per([Option<Denominator>; 2]);

impl Per {
    /// No denominator.
    pub const NOTHING: Self = Self([None, None]);

    /// Adds a denominator; a third one is left out, since no text has three.
    pub(crate) fn and(mut self, denominator: Denominator) -> Self {
        if let Some(free) = self.0.iter_mut().find(|place| place.is_none()) {
            *free = Some(denominator);
        }
        self
    }

    /// Whether there is none.
    pub fn is_nothing(&self) -> bool {
        self.0[0].is_none()
    }

    /// Them, in the order they are said.
    pub fn denominators(&self) -> impl Iterator<Item = Denominator> + '_ {
        self.0.iter().flatten().copied()
    }
}

/// `10000人`, `人/个月`; empty where there is none.
impl fmt::Display for Per {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, denominator) in self.denominators().enumerate() {
            if place > 0 {
                f.write_str("/")?;
            }
            denominator.fmt(f)?;
        }
        Ok(())
    }
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

    /// The same bound of the negative number: at least becomes at most.
    pub(crate) fn turned(self) -> Self {
        match self {
            Self::AtLeast => Self::AtMost,
            Self::MoreThan => Self::LessThan,
            Self::AtMost => Self::AtLeast,
            Self::LessThan => Self::MoreThan,
            other => other,
        }
    }

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

/// Which way a figure moves, or lies from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// It grew by this: 增长, up, an increase of.
    Up,
    /// It fell by this.
    Down,
    /// It came to this, whichever way: 达到, reached.
    To,
    /// It grew to this: 提高到, rose to.
    RisenTo,
    /// It fell to this: 降至, fell to.
    FallenTo,
    /// It is more than another by this: 高于全国, higher than; a surplus.
    Above,
    /// It is less than another by this: 低于全国, lower than; a deficit.
    Below,
}

/// The two ways of a [`Direction`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// More.
    More,
    /// Less.
    Less,
}

impl Direction {
    /// Whether it is more or less; nothing for 达到, which leaves it open.
    pub fn way(self) -> Option<Way> {
        match self {
            Self::Up | Self::RisenTo | Self::Above => Some(Way::More),
            Self::Down | Self::FallenTo | Self::Below => Some(Way::Less),
            Self::To => None,
        }
    }

    /// Whether the number is what something came to, and not a difference.
    pub fn is_to(self) -> bool {
        matches!(self, Self::To | Self::RisenTo | Self::FallenTo)
    }
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
    /// It counts or numbers parts of the text itself: 五个方面, （一）; or it is the unit of a table:
    /// （亿元）.
    Structural,
    /// A run of numeral characters that is not one number as far as the program knows: it has no
    /// value, and no part of it is read for the whole.
    Unread,
}

impl QuantityKind {
    /// All kinds.
    pub const ALL: [Self; 8] = [
        Self::Figure,
        Self::Rank,
        Self::Ordinal,
        Self::Date,
        Self::Duration,
        Self::Name,
        Self::Structural,
        Self::Unread,
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
            Self::Unread => "unread",
        }
    }
}
