//! Languages of a site.

use std::collections::BTreeMap;

use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use unic_langid::{CharacterDirection, LanguageIdentifier};

use super::{ComparisonRules, Day, Numerals, ScaleNames, same_form};

/// A language of the site, by its place in `languages` of `site.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LangId(pub u8);

impl LangId {
    /// The first language of a site: the one its reports were written in.
    pub const ORIGINAL: Self = Self(0);

    /// The place in a list that has one entry for each language.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// How a language is set: where lines break, which marks are wide, what stands between words. It says
/// nothing of what is written: that is a matter of [`Language::numerals`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// Chinese: no blanks between words, full-width punctuation.
    Han,
    /// English and its like.
    Latin,
}

/// A language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// Its number.
    pub id: LangId,
    /// The code in file names and paths: `zh`.
    pub code: String,
    /// The BCP 47 tag for `lang=`: `zh-Hans`.
    pub(crate) tag: String,
    /// Its own name for itself: `中文`.
    pub(crate) name: String,
    /// How it is set.
    pub script: Script,
    /// How its numbers are read; nothing where the program does not read the language.
    pub(crate) numerals: Option<&'static dyn Numerals>,
}

impl Language {
    /// The value of `dir` for what is written from right to left; nothing for the rest.
    pub(crate) fn dir(&self) -> Option<&'static str> {
        is_right_to_left(&self.tag).then_some("rtl")
    }

    /// The plural category of a number, by CLDR: `one`, `few`, `other`.
    pub(crate) fn plural_category(&self, number: &str) -> &'static str {
        plural_category(&self.tag, number)
    }

    /// A day in full; in digits (ISO 8601) where the language is not read.
    pub(crate) fn day_in_words(&self, day: Day) -> String {
        self.numerals.map_or_else(|| day.iso(), |numerals| numerals.day(day))
    }

    /// How a drawing shortens great numbers.
    pub(crate) fn scale_names(&self) -> ScaleNames {
        self.numerals.map_or(ScaleNames::NONE, Numerals::scale_names)
    }

    /// The article that does not count when terms are ordered.
    pub(crate) fn leading_article(&self) -> &'static str {
        self.numerals.map_or("", Numerals::leading_article)
    }

    /// The rules by which the numbers of a translation are set against those of this language;
    /// nothing where either is not read, or nobody wrote rules for this direction.
    pub(crate) fn comparison(&self, translation: &Self) -> Option<ComparisonRules> {
        ComparisonRules::of(self.numerals?, translation.numerals?)
    }

    /// Whether the words of a translation are still in this language, that of the original. A name or a
    /// number is in no language; of a translation into a language that is not read it is only known where
    /// the scripts differ, or where it says the same as the original.
    pub(crate) fn is_left_in(&self, translation: &Self, own: &str, other: &str) -> bool {
        let Some(numerals) = self.numerals.filter(|numerals| numerals.is_prose(other)) else {
            return false;
        };
        // A quotation of another language stays in it.
        let is_own = numerals.is_prose(own);
        is_own
            && match translation.numerals {
                Some(translated) => !translated.is_prose(other),
                None => self.script != translation.script || same_form(own) == same_form(other),
            }
    }
}

/// The languages of a site, the original first. Never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Languages(Vec<Language>);

impl Languages {
    /// The languages in this order.
    ///
    /// # Panics
    /// If there is none; `config` makes sure of that.
    pub(crate) fn new(languages: Vec<Language>) -> Self {
        assert!(!languages.is_empty(), "a site has at least one language");
        Self(languages)
    }

    /// The same languages, each with its numerals where they are among these: by its code, or by
    /// the tag the site states for it (`en-GB`), never by its script.
    #[must_use]
    pub(crate) fn read_by(mut self, known: &[&'static dyn Numerals]) -> Self {
        for language in &mut self.0 {
            let primary = language.tag.split('-').next().unwrap_or_default();
            let is_it = |numerals: &&&'static dyn Numerals| {
                let code = numerals.code();
                language.code == code || primary.eq_ignore_ascii_case(code)
            };
            language.numerals = known.iter().find(is_it).copied();
        }
        self
    }

    /// The language with this number.
    pub fn get(&self, id: LangId) -> &Language {
        &self.0[id.index()]
    }

    /// The language with this code.
    pub fn find(&self, code: &str) -> Option<&Language> {
        self.0.iter().find(|language| language.code == code)
    }

    /// The language reports were written in.
    pub(crate) fn original(&self) -> &Language {
        &self.0[0]
    }

    /// All of them, the original first.
    pub fn iter(&self) -> std::slice::Iter<'_, Language> {
        self.0.iter()
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }
}

impl<'a> IntoIterator for &'a Languages {
    type Item = &'a Language;
    type IntoIter = std::slice::Iter<'a, Language>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The same text in several languages, by language code: `{zh: …, en: …}`.
///
/// A single text without language stands for every language and is kept under the empty code.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LangMap(pub(crate) BTreeMap<String, String>);

impl LangMap {
    /// The text in the language with this code; where there is none, in the language that it is a form of
    /// (`zh` for `zh-Hant`), or the text for every language.
    pub(crate) fn get(&self, code: &str) -> Option<&str> {
        let base = code.split('-').next().unwrap_or_default();
        let own = self.0.get(code).or_else(|| self.0.get(base));
        own.or_else(|| self.0.get("")).map(String::as_str)
    }

    /// The text in the language with this code, or in the first language that has one, or nothing.
    pub(crate) fn get_or_any(&self, code: &str) -> &str {
        self.get(code).or_else(|| self.0.values().next().map(String::as_str)).unwrap_or_default()
    }
}

/// The plural category of a number in a language, by CLDR; `other` where the language is not known.
fn plural_category(tag: &str, number: &str) -> &'static str {
    // The table knows languages without script or region.
    let language = tag.split('-').next().unwrap_or_default();
    let language = language.parse::<LanguageIdentifier>().ok();
    let rules =
        language.and_then(|language| PluralRules::create(language, PluralRuleType::CARDINAL).ok());
    match rules.and_then(|rules| rules.select(number).ok()) {
        Some(PluralCategory::ZERO) => "zero",
        Some(PluralCategory::ONE) => "one",
        Some(PluralCategory::TWO) => "two",
        Some(PluralCategory::FEW) => "few",
        Some(PluralCategory::MANY) => "many",
        Some(PluralCategory::OTHER) | None => "other",
    }
}

/// Whether a language is written from right to left, by its script or, where the tag names none, by
/// what CLDR says of the language: Arabic, Hebrew, Uyghur.
fn is_right_to_left(tag: &str) -> bool {
    let tag = tag.parse::<LanguageIdentifier>();
    tag.is_ok_and(|tag| tag.character_direction() == CharacterDirection::RTL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_singular_where_the_language_has_a_singular() {
        assert_eq!(plural_category("en", "1"), "one");
        assert_eq!(plural_category("en-GB", "1.5"), "other");
        assert_eq!(plural_category("zh-Hans", "1"), "other");
        assert_eq!(plural_category("fr", "0"), "one");
        assert_eq!(plural_category("pl", "3"), "few");
        assert_eq!(plural_category("not a tag", "1"), "other");
    }

    #[test]
    fn a_language_is_written_from_right_to_left_by_its_script() {
        for (tag, wanted) in [
            ("ar", true),
            ("he", true),
            ("ug", true),
            ("ug-CN", true),
            ("uz-Arab", true),
            ("ug-Latn", false),
            ("zh-Hans", false),
            ("en", false),
            ("not a tag", false),
        ] {
            assert_eq!(is_right_to_left(tag), wanted, "{tag}");
        }
    }
}
