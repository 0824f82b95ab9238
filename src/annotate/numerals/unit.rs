//! Units as texts write them.

use crate::model::{Unit, UnitClass};

/// A unit as found, which may be a multiple of the canonical one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct WrittenUnit {
    pub(super) unit: Unit,
    /// One of these is ten to this of the canonical unit: 1 for a decade in years.
    pub(super) power: i32,
}

impl WrittenUnit {
    pub(super) fn class(self) -> UnitClass {
        self.unit.class()
    }
}

impl From<Unit> for WrittenUnit {
    fn from(unit: Unit) -> Self {
        Self { unit, power: 0 }
    }
}

/// A word and the unit it means.
pub(super) type UnitWord = (&'static str, WrittenUnit);

/// A word for the unit with this canonical name.
pub(super) const fn unit_word(word: &'static str, name: &str) -> UnitWord {
    multiple(word, name, 0)
}

/// A word for ten to this of the unit with this canonical name: 成 is 10 %.
pub(super) const fn multiple(word: &'static str, name: &str, power: i32) -> UnitWord {
    (word, WrittenUnit { unit: Unit::named(name), power })
}
