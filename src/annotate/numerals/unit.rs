//! Units: as they are written, and the one canonical name for both languages.

/// What kind of thing a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// No unit.
    None,
    Money,
    /// Shares, changes, multiples.
    Percent,
    /// Length, area, weight, energy.
    Measure,
    Time,
    /// A Chinese measure word.
    Count,
}

/// A unit as found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit {
    /// The canonical name.
    pub(super) name: &'static str,
    pub(super) class: Class,
    /// One of these is ten to this of the canonical unit: 1 for a decade in years.
    pub(super) power: i32,
}

/// A word for a unit: as it is written, its canonical name, its class, its power of ten.
pub(super) type Row = (&'static str, &'static str, Class, i32);
