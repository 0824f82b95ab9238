//! How English is set.

use super::{TypesetKind, TypesetRange, setting};
use crate::model::{Day, is_full_width_form, is_han};

/// What stands after a number and belongs to it.
const UNITS: &[&str] = &[
    "percent",
    "percentage",
    "million",
    "billion",
    "trillion",
    "thousand",
    "mu",
    "hectares",
    "kilometers",
    "km",
    "square",
    "cubic",
    "micrograms",
    "tonnes",
    "tons",
    "yuan",
    "years",
    "days",
    "minutes",
    "people",
    "enterprises",
    "projects",
];

/// What stands before a number and belongs to it.
const BEFORE: &[&str] = &["RMB", "No.", "Part", "Line", "Grade", "Class", "Article", "Phase"];

pub(super) fn settings(plain: &str) -> Vec<TypesetRange> {
    let mut settings: Vec<TypesetRange> = plain
        .match_indices(' ')
        .filter(|(at, _)| is_glued(&plain[..*at], &plain[at + 1..]))
        .map(|(at, _)| setting(at..at + 1, TypesetKind::Glue))
        .collect();
    settings.extend(chinese_words(plain));
    settings
}

/// Whether a line must not break between two words. Most blanks have no digit beside them and are
/// decided at once.
fn is_glued(before: &str, after: &str) -> bool {
    let ends_in_digit = before.ends_with(|c: char| c.is_ascii_digit());
    let begins_with_digit = after.starts_with(|c: char| c.is_ascii_digit());
    if ends_in_digit {
        let next = after.split(' ').next().unwrap_or_default();
        let next = next.trim_end_matches([',', '.', ';', ':', ')', '”', '’']);
        return UNITS.contains(&next);
    }
    if begins_with_digit {
        let last = before.rsplit([' ', '(', '“', '\u{a0}']).next().unwrap_or_default();
        return BEFORE.contains(&last) || Day::MONTHS.contains(&last);
    }
    false
}

/// Runs of Chinese inside English.
fn chinese_words(plain: &str) -> Vec<TypesetRange> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in plain.char_indices().chain([(plain.len(), ' ')]) {
        let is_han = is_han(c) || is_full_width_form(c);
        match start {
            None if is_han => start = Some(at),
            Some(from) if !is_han => {
                words.push(setting(from..at, TypesetKind::Foreign));
                start = None;
            }
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glued(plain: &str) -> String {
        let mut text = plain.to_owned();
        for found in settings(plain).iter().rev().filter(|s| s.kind == TypesetKind::Glue) {
            text.replace_range(found.range.clone(), "~");
        }
        text
    }

    #[test]
    fn a_number_is_not_parted_from_its_unit() {
        assert_eq!(
            glued("reached RMB 387 billion, up 6.5 percent on March 31, 2018"),
            "reached RMB~387~billion, up 6.5~percent on March~31, 2018"
        );
    }

    #[test]
    fn chinese_inside_english_keeps_its_own_language() {
        let plain = "the “three corridors” (三条廊道)";
        let found: Vec<_> = settings(plain)
            .into_iter()
            .filter(|s| s.kind == TypesetKind::Foreign)
            .map(|s| &plain[s.range])
            .collect();
        assert_eq!(found, ["三条廊道"]);
    }
}
