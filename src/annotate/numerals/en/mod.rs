//! The numerals of English: RMB 387 billion, ranked second, March 31, twenty-five.

mod comparison;
mod context;
mod date;
mod grammar;
mod non_numeral;
mod number;
mod order;
mod plural;
mod unit;
mod words;

use std::ops::Range;

use super::rank_scope::scopes_around;
use super::settled;
use crate::model::{Day, Mention, Numerals, Quantity, RankScope, ScaleNames, TranslationRules};

/// English.
pub(super) struct English;

impl Numerals for English {
    fn code(&self) -> &'static str {
        "en"
    }

    fn quantities(&self, plain: &str) -> Vec<Mention<Quantity>> {
        settled(plain, grammar::english_drafts(plain))
    }

    fn rank_scopes(&self, plain: &str, range: &Range<usize>) -> Vec<RankScope> {
        scopes_around(plain, range, &[',', ';', '.'], context::RANK_SCOPES)
    }

    fn day(&self, day: Day) -> String {
        format!("{} {}, {}", day.month_name(), day.day, day.year)
    }

    fn scale_names(&self) -> ScaleNames {
        ScaleNames { magnitudes: &[(9, " billion"), (6, " million")], thousands: "," }
    }

    fn plurals(&self, term: &str) -> Vec<String> {
        plural::plurals(term)
    }

    fn leading_article(&self) -> &'static str {
        "the "
    }

    fn as_translation(&self) -> Option<&'static dyn TranslationRules> {
        Some(&Self)
    }
}
