//! What a stage asks of a language that the program reads. Declared here, so that every stage may
//! ask; answered in a folder for each language by `annotate::numerals`.

use std::fmt;
use std::ops::Range;

use super::{Day, Decimal, Firmness, Mention, Quantity};

/// The numerals of a language, and what else is said in its own way about numbers, dates and terms.
///
/// A language without them is only set and published: nothing of it is compared by the rules of
/// another.
pub trait Numerals: Sync {
    /// The primary subtag of the language (BCP 47): `zh`, `en`.
    fn code(&self) -> &'static str;

    /// The numerals of a plain text, in its order and without overlap.
    ///
    /// A range covers what belongs to the number: `居全省第二`, `超20亿元`, `RMB 10 billion or more`.
    fn quantities(&self, plain: &str) -> Vec<Mention<Quantity>>;

    /// How firm the words before a byte make the numeral that begins there.
    fn firmness(&self, _plain: &str, _at: usize) -> Option<Firmness> {
        None
    }

    /// Among whom a rank is held, by the words around it in its clause.
    fn rank_scopes(&self, plain: &str, range: &Range<usize>) -> Vec<RankScope>;

    /// A day as the language writes it in full: `2018年3月31日`, `March 31, 2018`.
    fn day(&self, day: Day) -> String;

    /// How a drawing shortens great numbers.
    fn scale_names(&self) -> ScaleNames;

    /// Further forms of a term that is looked for, such as its plurals.
    fn plurals(&self, _term: &str) -> Vec<String> {
        Vec::new()
    }

    /// The article that does not count when terms are ordered, with its blank: `the `.
    fn leading_article(&self) -> &'static str {
        ""
    }

    /// The numbers that a name says in words, in order: 三去一降一补 says 3, 1 and 1.
    fn counts_in_name(&self, _name: &str) -> Vec<usize> {
        Vec::new()
    }

    /// Whether a name begins with a numeral that may count things: 三条廊道, and not 一带.
    fn begins_with_count(&self, _name: &str) -> bool {
        false
    }

    /// The rules of an original in this language; nothing until somebody wrote them.
    fn as_original(&self) -> Option<&'static dyn OriginalRules> {
        None
    }

    /// The rules of a translation into this language; nothing until somebody wrote them.
    fn as_translation(&self) -> Option<&'static dyn TranslationRules> {
        None
    }
}

impl fmt::Debug for dyn Numerals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl PartialEq for dyn Numerals {
    fn eq(&self, other: &Self) -> bool {
        self.code() == other.code()
    }
}

impl Eq for dyn Numerals {}

/// What the comparison of numbers asks of the original.
pub trait OriginalRules: Numerals {
    /// Whether a text is in another language than this: a quotation, or not written yet. Digits
    /// alone are a number.
    fn is_foreign(&self, plain: &str) -> bool;

    /// Whether a text says a year of four digits by its last two: 九二共识 of 1992.
    fn says_short_year(&self, plain: &str, year: &str) -> bool;

    /// The characters that say a small number inside a word: 双 of 双轮驱动 is 2.
    fn numeral_characters(&self, value: Decimal) -> &'static [char];

    /// What a quoted slogan counts, added up: 三去一降一补 counts 5.
    fn slogan_sum(&self, quoted: &str) -> usize;

    /// The parts of a text whose sentence says so far that what follows is shared out among
    /// subjects: 分别. In order, none overlapping.
    fn shared_out(&self, plain: &str) -> Vec<Range<usize>>;

    /// Whether what stands between two numbers makes them a list.
    fn joins_list(&self, gap: &str) -> bool;
}

/// What the comparison of numbers asks of the translation.
pub trait TranslationRules: Numerals {
    /// Whether a number counts all but what was named before: Shanghai and 10 *other* cities.
    fn counts_others(&self, after: &str) -> bool;

    /// Whether a number counts again what was named before: *the* two regions, *these* three.
    fn counts_what_was_named(&self, before: &str) -> bool;

    /// The word between the last two things of a list, with its blanks: ` and `.
    fn conjunction(&self) -> &'static str;
}

/// By what rules the numbers of two languages are set against each other.
#[derive(Clone, Copy)]
pub struct ComparisonRules {
    /// Those of the original.
    pub(crate) original: &'static dyn OriginalRules,
    /// Those of the translation.
    pub(crate) translation: &'static dyn TranslationRules,
}

impl ComparisonRules {
    /// The rules for an original and a translation; nothing where nobody wrote some for this
    /// direction.
    pub fn of(original: &dyn Numerals, translation: &dyn Numerals) -> Option<Self> {
        let (original, translation) = (original.as_original()?, translation.as_translation()?);
        Some(Self { original, translation })
    }
}

/// What a rank is held among, smallest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RankScope {
    /// In the city.
    City,
    /// In the province.
    Province,
    /// In the country.
    Country,
    /// In the world.
    World,
}

/// How a drawing shortens great numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScaleNames {
    /// Powers of ten with their words, the greatest first, with the blank before the word: 8 is 亿, 9
    /// is ` billion`.
    pub(crate) magnitudes: &'static [(u32, &'static str)],
    /// What stands between groups of three digits.
    pub(crate) thousands: &'static str,
}

impl ScaleNames {
    /// Nothing is shortened: of a language that is not read.
    pub(crate) const NONE: Self = Self { magnitudes: &[], thousands: "" };
}
