//! The numerals of English: RMB 387 billion, ranked second, March 31, twenty-five.

mod bound;
mod comparison;
mod context;
mod currency;
mod date;
mod digits;
mod direction;
mod figure;
mod grammar;
mod indicator_name;
mod letter;
mod measure;
mod name;
mod non_numeral;
mod number;
mod number_word;
mod order;
mod part;
mod per;
mod period;
mod plural;
mod sign;
mod stated;
mod surroundings;
mod unit;
mod words;

use std::ops::Range;

use super::rank_scope::scopes_around;
use super::settled;
use crate::model::{
    Day, Measure, Mention, Numerals, Quantity, RankScope, ScaleNames, TranslationRules,
};

/// English.
pub(super) struct English;

impl Numerals for English {
    fn code(&self) -> &'static str {
        "en"
    }

    fn quantities(&self, plain: &str) -> Vec<Mention<Quantity>> {
        settled(plain, grammar::english_drafts(plain))
    }

    fn is_bare_money(&self, words: &str, before: &str) -> bool {
        let is_signed = words.contains('$') && !words.contains(|c: char| c.is_ascii_uppercase());
        let lower = words.to_ascii_lowercase();
        let is_word = lower.contains("dollar") && !lower.contains("us") && !lower.contains("u.s.");
        (is_signed && !before.ends_with(|c: char| c.is_ascii_alphabetic())) || is_word
    }

    fn is_prose(&self, plain: &str) -> bool {
        let words = plain.split(|c: char| !c.is_alphabetic());
        let mut said: Vec<String> = words.map(str::to_ascii_lowercase).collect();
        said.retain(|word| words::OF_SENTENCES.contains(&word.as_str()));
        said.sort_unstable();
        said.dedup();
        said.len() > 1 && !self.is_foreign(plain)
    }

    fn is_foreign(&self, plain: &str) -> bool {
        let letters = || plain.chars().filter(|c| c.is_alphabetic());
        let own = letters().filter(char::is_ascii_alphabetic).count();
        own * 2 < letters().count()
    }

    fn rank_scopes(&self, plain: &str, range: &Range<usize>) -> Vec<RankScope> {
        scopes_around(plain, range, &[',', ';', '.'], context::RANK_SCOPES)
    }

    fn day(&self, day: Day) -> String {
        format!("{} {}, {}", day.month_name(), day.day, day.year)
    }

    fn unit_labels(&self) -> &'static [&'static str] {
        stated::UNIT_LABELS
    }

    fn one_of_unit(&self, words: &str) -> Vec<String> {
        stated::one_of_unit(words)
    }

    fn measure_of_head(&self, head: &str) -> Option<Measure> {
        stated::measure_of_head(head)
    }

    fn indicator_name(&self, before: &str, after: &str, counts: bool) -> Option<String> {
        indicator_name::indicator_name(before, after, counts)
    }

    fn scale_names(&self) -> ScaleNames {
        ScaleNames { magnitudes: &[(9, " billion"), (6, " million")], thousands: "," }
    }

    fn number_forms(&self, term: &str) -> Vec<String> {
        plural::number_forms(term)
    }

    fn irregular_nouns(&self) -> &'static str {
        plural::IRREGULAR
    }

    fn leading_article(&self) -> &'static str {
        "the "
    }

    fn as_translation(&self) -> Option<&'static dyn TranslationRules> {
        Some(&Self)
    }
}
