//! What the comparison of numbers asks of an English translation.

use super::English;
use crate::model::TranslationRules;

/// Words before a number of things that were named before.
const NAMED_BEFORE: [&str; 9] =
    ["the", "these", "those", "all", "its", "their", "first", "last", "other"];

impl TranslationRules for English {
    fn counts_others(&self, after: &str) -> bool {
        after.starts_with(" other")
    }

    fn counts_what_was_named(&self, before: &str) -> bool {
        let before = before.trim_end();
        let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        NAMED_BEFORE.contains(&word.to_lowercase().as_str())
    }

    fn conjunction(&self) -> &'static str {
        " and "
    }
}
