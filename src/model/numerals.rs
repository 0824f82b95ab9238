//! What a stage asks of a language that the program reads. Declared here, so that every stage may
//! ask; answered in a folder for each language by `annotate::numerals`.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use super::{Day, Decimal, Firmness, Measure, Mention, Quantity, Unit};

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

    /// Whether an amount of money leaves its country unsaid: 元, `$`, dollars; by the words of the
    /// amount and what stands before them.
    fn is_bare_money(&self, words: &str, before: &str) -> bool;

    /// Whether a text is surely written in this language: sentences, or a heading in characters of its
    /// own. Names, codes and numbers alone are in no language.
    fn is_prose(&self, plain: &str) -> bool;

    /// Whether a text is surely in another language than this: a quotation, or not written yet. Digits
    /// alone are a number.
    fn is_foreign(&self, plain: &str) -> bool;

    /// How firm the words before a byte make the numeral that begins there.
    fn firmness(&self, _plain: &str, _at: usize) -> Option<Firmness> {
        None
    }

    /// Among whom a rank is held, by the words around it in its clause.
    fn rank_scopes(&self, plain: &str, range: &Range<usize>) -> Vec<RankScope>;

    /// A day as the language writes it in full: `2018年3月31日`, `March 31, 2018`.
    fn day(&self, day: Day) -> String;

    /// Words that stand before a unit which is stated for numbers elsewhere, or as the head of a column
    /// of units: 单位, Unit. The longer ones first.
    fn unit_labels(&self) -> &'static [&'static str];

    /// Texts of which the first that is a quantity says one of a unit, as its words alone may stand in
    /// the head of a table: 亿元 is `1亿元`, RMB billion `RMB 1 billion`.
    fn one_of_unit(&self, words: &str) -> Vec<String>;

    /// What the head of a column or row says that the shares below it measure: 增长, Share of the total.
    fn measure_of_head(&self, head: &str) -> Option<Measure>;

    /// The name of what a number is said of, by the words before it and after it in its clause:
    /// 地区生产总值 in 全市实现地区生产总值3870亿元. Nothing where they do not clearly say it.
    fn indicator_name(&self, _before: &str, _after: &str, _counts: bool) -> Option<String> {
        None
    }

    /// How a drawing shortens great numbers.
    fn scale_names(&self) -> ScaleNames;

    /// A term that is looked for in its other number: in the plural, or in the singular.
    fn number_forms(&self, _term: &str) -> Vec<String> {
        Vec::new()
    }

    /// Nouns whose plural no rule gives, as `singular plural`, with `|` between them; `-man -men` is of
    /// every noun that ends so, and the first that fits counts.
    fn irregular_nouns(&self) -> &'static str {
        ""
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

    /// Whether the words before a number make it what something was before: 由68.5%.
    fn is_starting_value(&self, before: &str) -> bool;

    /// Whether the words of a number take off what it does not say: 七折 is 30 percent off.
    fn is_discount(&self, words: &str) -> bool;

    /// Whether a sentence says the same of several: 均, 分别, 也.
    fn says_alike(&self, sentence: &str) -> bool;

    /// The years that a text speaks of without a number, by how far they are from the year it is
    /// delivered in: 去年 is -1.
    fn relative_years(&self, plain: &str) -> Vec<i64>;

    /// The same by how far they are from a year that the text names: 上年, 次年.
    fn years_from_named(&self, plain: &str) -> Vec<i64>;

    /// Whether a text speaks of a year as a whole, of which the page tells which: 全年, 年底.
    fn speaks_of_the_year(&self, plain: &str) -> bool;

    /// The first and the last year of a plan, by its name and number: “十一五” is 2006 to 2010. Only
    /// of plans of national or local development; a plan of another subject counts for itself.
    fn plan_years(&self, plain: &str, name: &Range<usize>, number: Decimal) -> Option<(i64, i64)>;

    /// The days of the year, as digits of month and day, that a text names without a number: 国庆节.
    fn named_days(&self, plain: &str) -> Vec<u32>;

    /// The words of subjects that reports set side by side and translations exchange, such as 城市 and
    /// urban: one list for each subject, the subjects in the same order in every language.
    fn subjects(&self) -> &'static [&'static [&'static str]];
}

/// What the comparison of numbers asks of the translation.
pub trait TranslationRules: Numerals {
    /// Whether a number counts all but what was named before: Shanghai and 10 *other* cities.
    fn counts_others(&self, after: &str) -> bool;

    /// Whether a number counts again what was named before: *the* two regions, *these* three.
    fn counts_what_was_named(&self, before: &str) -> bool;

    /// The word between the last two things of a list, with its blanks: ` and `.
    fn conjunction(&self) -> &'static str;

    /// Whether the words before a number make it what something was before: *from* 68.5 percent.
    fn is_starting_value(&self, before: &str) -> bool;

    /// Whether a number is what is taken off: 30 percent *off*, *a discount of* 30 percent.
    fn is_taken_off(&self, before: &str, after: &str) -> bool;

    /// Whether the words that bound a length of time may only say when: *over* three years, *within*.
    fn may_say_when(&self, words: &str) -> bool;

    /// Words and phrases, in lower case, that say a number without a numeral: *both* is two, *every
    /// percentage point* one.
    fn words_for(&self, value: Decimal, unit: Option<Unit>) -> &'static [&'static str];

    /// Whether a sentence says the same of several: both, all, also.
    fn says_alike(&self, sentence: &str) -> bool;

    /// Whether what stands between two ordinals says all between them: third *through* fifth.
    fn joins_span(&self, gap: &str) -> bool;

    /// Whether what stands between two numbers makes the first a part of the second: 37 *of the* 100.
    fn joins_part(&self, gap: &str) -> bool;

    /// Whether a number with what follows it is the edition of something named: the 27th *APEC
    /// meeting*, the 18th *Central Committee*.
    fn is_edition(&self, after: &str) -> bool;

    /// Whether the words of a name are those of a plan for some years: the 13th Five-Year Plan.
    fn is_plan(&self, words: &str) -> bool;

    /// Whether what stands between the name of a plan and a year says that it is the plan's: ` period (`.
    fn joins_plan_to_year(&self, gap: &str) -> bool;

    /// The words of a clause that say what it is of, in lower case and singular: nouns, without verbs
    /// of change.
    fn nouns<'a>(&self, clause: &'a str) -> Vec<Cow<'a, str>>;

    /// The words of subjects that reports set side by side and translations exchange, such as 城市 and
    /// urban: one list for each subject, the subjects in the same order in every language.
    fn subjects(&self) -> &'static [&'static [&'static str]];
}

/// The first and the last year of the five-year plan of national development with a number. From the
/// sixth on (1981–1985) each begins in a year that ends in 1 or 6; the earlier ones are not told here,
/// since years lie between them (the outlines of the plans, as the National People's Congress passed
/// them).
pub(crate) fn years_of_plan(number: i64) -> Option<(i64, i64)> {
    (6..=40).contains(&number).then(|| (1951 + 5 * number, 1955 + 5 * number))
}

/// What a text says without a number, as the page it stands on tells: the year it was delivered in,
/// and the year it speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct YearsOfText {
    /// 今年.
    pub delivered: Option<i64>,
    /// 全年 in a review of another year.
    pub period: Option<i64>,
}

/// By what rules the numbers of two languages are set against each other.
///
/// Rules are written for one direction, Chinese read against English: what 双 may be in English does not
/// depend on which was written first. The same rules serve an English original, with the sides exchanged.
#[derive(Clone, Copy)]
pub struct ComparisonRules {
    /// Those of the original.
    pub(crate) original: &'static dyn OriginalRules,
    /// Those of the translation.
    pub(crate) translation: &'static dyn TranslationRules,
    /// Whether the language of `original` is that of the translation, and the other way round.
    pub(crate) is_reversed: bool,
}

impl ComparisonRules {
    /// The rules for an original and a translation; nothing where nobody wrote some for these two
    /// languages.
    pub fn of(original: &dyn Numerals, translation: &dyn Numerals) -> Option<Self> {
        let rules = |one: &dyn Numerals, other: &dyn Numerals, is_reversed| {
            let (original, translation) = (one.as_original()?, other.as_translation()?);
            Some(Self { original, translation, is_reversed })
        };
        rules(original, translation, false).or_else(|| rules(translation, original, true))
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
