//! What a sentence offers to be known by: its length, its numbers, terms, names and quotations.

use std::ops::Range;

use crate::align::figures::Passage;
use crate::model::{ConceptId, Mention, Quantity, TermRole, WordId, is_han};

/// How much of a text a Han character is, where a letter is one.
const HAN_LENGTH: u32 = 3;

/// What a sentence offers to be known by in another language.
#[derive(Debug, Clone, Default)]
pub(in crate::align) struct SentenceFacts<'a> {
    /// Its letters, a Han character for three.
    pub(in crate::align) length: u32,
    /// What its numerals say.
    pub(in crate::align) numbers: Vec<&'a Quantity>,
    /// Its terms, each once.
    pub(in crate::align) terms: Vec<ConceptId>,
    /// Its words in Latin letters that another script may keep: BRT, PM2.5. Each once.
    pub(in crate::align) names: Vec<&'a str>,
    /// Its words of the vocabulary of reports, each once.
    pub(in crate::align) words: Vec<WordId>,
    /// How many quotations begin in it.
    pub(in crate::align) quotations: u32,
    /// Whether it goes on about the sentence before: `With these efforts, …`.
    pub(in crate::align) goes_on: bool,
    /// How many clauses semicolons part it into.
    pub(in crate::align) clauses: usize,
}

impl<'a> SentenceFacts<'a> {
    /// The facts of each sentence of a text. `sentences` are in order.
    pub(in crate::align) fn of_text(
        passage: &Passage<'a>,
        sentences: &[Range<usize>],
        words: &[Mention<WordId>],
    ) -> Vec<Self> {
        let plain = passage.plain;
        let mut numbers = passage.quantities.iter().peekable();
        let mut terms = passage.terms.iter().peekable();
        let mut found = words.iter().peekable();
        let facts = |sentence: &Range<usize>| {
            let words = &plain[sentence.clone()];
            let mut own = Self {
                length: words.chars().map(length_of).sum(),
                names: names(words),
                quotations: words.chars().map(|c| u32::from(c == '“')).sum(),
                goes_on: goes_on(words),
                clauses: 1 + words.matches(['；', ';']).count(),
                ..Self::default()
            };
            let is_before = |found: &&Mention<Quantity>| found.range.start < sentence.end;
            while let Some(found) = numbers.next_if(is_before) {
                own.numbers.push(&found.value);
            }
            while let Some(word) = found.next_if(|word| word.range.end <= sentence.end) {
                if !own.words.contains(&word.value) {
                    own.words.push(word.value);
                }
            }
            while let Some(term) = terms.next_if(|term| term.byte_range().start < sentence.end) {
                if term.role == TermRole::Meant && !own.terms.contains(&term.concept) {
                    own.terms.push(term.concept);
                }
            }
            own
        };
        sentences.iter().map(facts).collect()
    }
}

/// How a sentence begins that says what comes of the one before, and is often a part of it in another
/// language.
const GOING_ON: [&str; 14] = [
    "With these",
    "With this",
    "With all these",
    "With all this",
    "This would",
    "This will",
    "These steps",
    "These would",
    "In so doing",
    "In doing so",
    "By doing so",
    "In this way",
    "All this",
    "All of this",
];

fn goes_on(words: &str) -> bool {
    let words = words.trim_start();
    GOING_ON.iter().any(|start| {
        words.strip_prefix(start).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

fn length_of(c: char) -> u32 {
    match c {
        c if is_han(c) => HAN_LENGTH,
        c if c.is_alphanumeric() => 1,
        _ => 0,
    }
}

/// Words with a capital inside or with letters and digits: what a translation keeps as it is.
fn names(words: &str) -> Vec<&str> {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+');
    let mut names: Vec<&str> = Vec::new();
    if !words.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        return names;
    }
    for word in words.split(|c: char| !is_letter(c)) {
        let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        let has_letter = word.chars().any(|c| c.is_ascii_alphabetic());
        let is_special = word.chars().skip(1).any(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
        if has_letter && is_special && !names.contains(&word) {
            names.push(word);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_what_a_translation_keeps() {
        assert_eq!(
            names("推进BRT和PM2.5、5G，e-Government"),
            ["BRT", "PM2.5", "5G", "e-Government"]
        );
        assert_eq!(names("The BRT line and PM2.5 for Jinhua in 2017."), ["BRT", "PM2.5"]);
    }
}
