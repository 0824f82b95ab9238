//! Units as texts write them.

use super::is_at;
use crate::model::{Unit, UnitClass};

/// A unit as found, which may be a multiple of the canonical one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct WrittenUnit {
    pub(super) unit: Unit,
    /// One of these is ten to this of the canonical unit: 1 for a decade in years.
    pub(super) power: i32,
}

impl WrittenUnit {
    pub(super) fn unit_class(self) -> UnitClass {
        self.unit.class()
    }
}

impl From<Unit> for WrittenUnit {
    fn from(unit: Unit) -> Self {
        Self { unit, power: 0 }
    }
}

/// A word and the unit it means.
#[derive(Debug, Clone, Copy)]
pub(super) struct UnitWord {
    pub(super) word: &'static str,
    /// Its first character: most words of a table are passed over by it alone.
    first: char,
    pub(super) means: WrittenUnit,
}

impl UnitWord {
    /// Whether the word stands at a byte, of which the character is known.
    pub(super) fn is_at(&self, text: &str, at: usize, first: char) -> bool {
        self.first == first && is_at(text, at, self.word)
    }
}

/// A word for the unit with this canonical name.
pub(super) const fn unit_word(word: &'static str, name: &str) -> UnitWord {
    multiple(word, name, 0)
}

/// A word for ten to this of the unit with this canonical name: 成 is 10 %.
pub(super) const fn multiple(word: &'static str, name: &str, power: i32) -> UnitWord {
    UnitWord { word, first: first_of(word), means: WrittenUnit { unit: Unit::named(name), power } }
}

/// Units that are written as they are called.
pub(super) const fn unit_words<const N: usize>(names: [&'static str; N]) -> [UnitWord; N] {
    let mut words = [unit_word("%", "%"); N];
    let mut place = 0;
    while place < N {
        words[place] = unit_word(names[place], names[place]);
        place += 1;
    }
    words
}

/// The first character of a word, where `chars` is not constant: UTF-8 of up to three bytes.
const fn first_of(word: &str) -> char {
    let bytes = word.as_bytes();
    let code = match bytes[0] {
        0..0x80 => bytes[0] as u32,
        0x80..0xe0 => (bytes[0] as u32 & 0x1f) << 6 | (bytes[1] as u32 & 0x3f),
        _ => {
            (bytes[0] as u32 & 0x0f) << 12
                | (bytes[1] as u32 & 0x3f) << 6
                | (bytes[2] as u32 & 0x3f)
        }
    };
    match char::from_u32(code) {
        Some(first) => first,
        None => panic!("no unit begins beyond the first 65,536 characters"),
    }
}
