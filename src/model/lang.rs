//! Languages of a site.

use std::collections::BTreeMap;

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

/// How a language is set.
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
    pub tag: String,
    /// Its own name for itself: `中文`.
    pub name: String,
    /// How it is set.
    pub script: Script,
}

impl Language {
    /// Whether it is English, whose numerals can be read; other languages in Latin letters are only
    /// set like it.
    pub fn is_english(&self) -> bool {
        let primary = self.tag.split('-').next().unwrap_or_default();
        primary.eq_ignore_ascii_case("en")
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
    pub fn new(languages: Vec<Language>) -> Self {
        assert!(!languages.is_empty(), "a site has at least one language");
        Self(languages)
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
    pub fn original(&self) -> &Language {
        &self.0[0]
    }

    /// All of them, the original first.
    pub fn iter(&self) -> std::slice::Iter<'_, Language> {
        self.0.iter()
    }

    /// How many there are.
    #[expect(clippy::len_without_is_empty, reason = "there is always an original")]
    pub fn len(&self) -> usize {
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
pub struct LangMap(pub BTreeMap<String, String>);

impl LangMap {
    /// The text in the language with this code; where there is none, the text for every language.
    pub fn get(&self, code: &str) -> Option<&str> {
        self.0.get(code).or_else(|| self.0.get("")).map(String::as_str)
    }

    /// The text in the language with this code, or in the first language that has one, or nothing.
    pub fn get_or_any(&self, code: &str) -> &str {
        self.get(code).or_else(|| self.0.values().next().map(String::as_str)).unwrap_or_default()
    }
}
