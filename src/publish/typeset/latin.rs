//! How English is set.

use super::{TextKind, TypesetKind, TypesetRange, setting};
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

pub(super) fn settings(plain: &str, kind: TextKind) -> Vec<TypesetRange> {
    let mut settings: Vec<TypesetRange> = plain
        .match_indices(' ')
        .filter(|(at, _)| {
            is_glued(&plain[..*at], &plain[at + 1..])
                || kind == TextKind::Heading && is_ordinal(&plain[..*at])
        })
        .map(|(at, _)| setting(at..at + 1, TypesetKind::Glue))
        .collect();
    settings.extend(chinese_words(plain));
    settings
}

/// Whether all that stands before is the ordinal of a heading: `II.`, `3.`, `(4)`, `A.`
fn is_ordinal(before: &str) -> bool {
    let inside = before.strip_prefix('(').unwrap_or(before);
    let Some(numeral) = inside.strip_suffix(['.', ')']) else { return false };
    let is_roman = numeral.bytes().all(|byte| b"IVXLC".contains(&byte));
    let is_number = numeral.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = numeral.len() == 1 && numeral.as_bytes()[0].is_ascii_uppercase();
    !numeral.is_empty() && (is_roman || is_number || is_letter)
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
        glued_in(plain, TextKind::Body)
    }

    fn glued_in(plain: &str, kind: TextKind) -> String {
        let mut text = plain.to_owned();
        for found in settings(plain, kind).iter().rev().filter(|s| s.kind == TypesetKind::Glue) {
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
    fn an_ordinal_stays_with_the_words_it_numbers() {
        for (text, set) in [
            ("II. Targets and Tasks", "II.~Targets and Tasks"),
            ("3. Building the area", "3.~Building the area"),
            ("(4) Winning", "(4)~Winning"),
            ("We will act", "We will act"),
        ] {
            assert_eq!(glued_in(text, TextKind::Heading), set);
        }
        assert_eq!(glued("A. Smith"), "A. Smith");
    }

    #[test]
    fn chinese_inside_english_keeps_its_own_language() {
        let plain = "the “three corridors” (三条廊道)";
        let found: Vec<_> = settings(plain, TextKind::Body)
            .into_iter()
            .filter(|s| s.kind == TypesetKind::Foreign)
            .map(|s| &plain[s.range])
            .collect();
        assert_eq!(found, ["三条廊道"]);
    }
}
