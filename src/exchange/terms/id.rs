//! Names of new entries: parts of addresses, made from the English.

use std::collections::HashMap;

use super::list::ListedTerm;
use crate::model::Languages;

/// The longest name that is made, in characters.
const LONGEST: usize = 60;

/// The names that are taken, each with the number that makes another of it.
#[derive(Debug, Default)]
pub(super) struct Names(HashMap<String, usize>);

impl Names {
    /// Takes a name.
    pub(super) fn take_name(&mut self, name: &str) {
        self.0.entry(name.to_owned()).or_insert(2);
    }

    /// A name for a new entry that no other has; it is taken from then on.
    pub(super) fn fresh(&mut self, listed: &ListedTerm, languages: &Languages) -> String {
        let own = listed.id.as_deref().filter(|id| is_possible(id) && !is_number(id));
        let base = own.map_or_else(|| made(listed, languages), str::to_owned);
        let mut name = base.clone();
        while self.0.contains_key(&name) {
            let next = self.0.entry(base.clone()).or_insert(2);
            name = format!("{base}-{next}");
            *next += 1;
        }
        self.take_name(&name);
        name
    }
}

/// Whether `glossary.yaml` takes it: it becomes a part of addresses, never a path.
pub(super) fn is_possible(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        && id.len() <= 2 * LONGEST
        && id != "index"
        && !id.starts_with("by-")
}

/// Whether a program only counted: `c12`, `eid-7`. Such a name says nothing in an address.
fn is_number(id: &str) -> bool {
    let letters = id.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_counted = letters.len() < id.len();
    let word = letters.trim_end_matches('-');
    is_counted
        && ["c", "e", "t", "id", "eid", "cid", "tid", "term", "entry", "concept"].contains(&word)
}

fn made(listed: &ListedTerm, languages: &Languages) -> String {
    let translations = languages.iter().skip(1).chain(languages.iter().take(1));
    let names = translations
        .map(|language| listed.wordings[language.id.index()].preferred.as_str())
        .chain(listed.pinyin.as_deref());
    let slug = names.map(slug).find(|slug| slug.chars().any(|c| c.is_ascii_alphabetic()));
    let slug = slug.unwrap_or_else(|| "term".to_owned());
    if is_possible(&slug) { slug } else { format!("term-{slug}") }
}

/// Words as a part of an address, cut between words.
fn slug(words: &str) -> String {
    let mut slug = String::new();
    for word in words.split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '–' | '—')) {
        let plain: String =
            word.chars().map(without_tone).filter(char::is_ascii_alphanumeric).collect();
        if plain.is_empty() || slug.len() + plain.len() >= LONGEST {
            continue;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&plain.to_ascii_lowercase());
    }
    slug
}

/// A vowel of pinyin without its tone.
fn without_tone(c: char) -> char {
    match c {
        'ā' | 'á' | 'ǎ' | 'à' => 'a',
        'ē' | 'é' | 'ě' | 'è' => 'e',
        'ī' | 'í' | 'ǐ' | 'ì' => 'i',
        'ō' | 'ó' | 'ǒ' | 'ò' => 'o',
        'ū' | 'ú' | 'ǔ' | 'ù' => 'u',
        'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' | 'ü' => 'v',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_made_of_the_words_it_names() {
        assert_eq!(slug("Yi’s “two zones” (A/B)"), "yis-two-zones-a-b");
        assert_eq!(slug("sān tiáo láng dào"), "san-tiao-lang-dao");
        assert_eq!(slug("三条廊道"), "");
        assert!(slug(&"word ".repeat(99)).len() <= LONGEST);
    }

    #[test]
    fn names_that_only_count_or_lead_elsewhere_are_not_taken() {
        for id in ["../../etc", "a/b", "A", "3a", "index", "by-en", "", "a\u{0}", "-a"] {
            assert!(!is_possible(id), "{id}");
        }
        assert!(is_number("c12") && is_number("eid-7") && !is_number("pm25") && !is_number("c"));
    }
}
