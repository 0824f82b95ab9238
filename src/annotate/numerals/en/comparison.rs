//! What the comparison of numbers asks of an English translation.

use std::borrow::Cow;

use super::English;
use crate::model::{Decimal, TranslationRules, Unit};

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

    fn is_starting_value(&self, before: &str) -> bool {
        before.trim_end().ends_with(" from") || before.trim_end() == "from"
    }

    fn is_taken_off(&self, before: &str, after: &str) -> bool {
        [" off", " discount", " reduction"].iter().any(|word| after.starts_with(word))
            || ["discount of", "discounted by", "reduction of"]
                .iter()
                .any(|words| before.trim_end().ends_with(words))
    }

    fn may_say_when(&self, words: &str) -> bool {
        let lower = words.to_ascii_lowercase();
        ["over ", "within ", "for over "].iter().any(|word| lower.starts_with(word))
    }

    fn words_for(&self, value: Decimal, unit: Option<Unit>) -> &'static [&'static str] {
        let is_point = unit == Some(Unit::PERCENTAGE_POINT);
        if is_point && value == Decimal::ONE {
            return &["every percentage point", "each percentage point", "a percentage point"];
        }
        let is_counted = !unit.is_some_and(Unit::is_measuring);
        match value.to_whole() {
            Some(2) if is_counted => &[
                "both",
                "twice",
                "this year and next",
                "either",
                "twin",
                "dual",
                "a pair of",
                "a couple of",
            ],
            Some(50) if unit == Some(Unit::PERCENT) => &["half", "halves", "halved", "halving"],
            Some(100) if is_counted => &["centenary", "centennial"],
            _ => &[],
        }
    }

    fn says_alike(&self, sentence: &str) -> bool {
        let words = sentence.split(|c: char| !c.is_ascii_alphabetic());
        words.map(str::to_ascii_lowercase).any(|word| ALIKE.contains(&word.as_str()))
    }

    fn joins_span(&self, gap: &str) -> bool {
        matches!(gap, " through " | " to " | " to the " | " through the " | "–" | "-")
    }

    fn joins_part(&self, gap: &str) -> bool {
        matches!(gap, " of the " | " of " | " out of " | " out of the " | " of all " | " of its ")
    }

    fn is_edition(&self, after: &str) -> bool {
        let mut words = after.trim_start().split(' ').take(3);
        // the 18th CPC Central Committee, the 27th APEC meeting, the 8th China–Asia Expo
        words.next().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_uppercase()))
    }

    fn is_plan(&self, words: &str) -> bool {
        words.to_ascii_lowercase().replace('-', " ").contains("five year plan")
    }

    fn joins_plan_to_year(&self, gap: &str) -> bool {
        let gap = gap.trim_start_matches(['”', '"', ',']);
        matches!(gap, " (" | " period (" | " period of " | " of ")
    }

    fn nouns<'a>(&self, clause: &'a str) -> Vec<Cow<'a, str>> {
        let words = clause.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 3);
        let lower = words.map(|word| {
            let word = word.strip_suffix('s').unwrap_or(word);
            if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
                Cow::Owned(word.to_ascii_lowercase())
            } else {
                Cow::Borrowed(word)
            }
        });
        lower.filter(|word| !NO_NOUNS.contains(&&**word)).collect()
    }

    fn subjects(&self) -> &'static [&'static [&'static str]] {
        SUBJECTS
    }
}

/// Words that say the same of several.
const ALIKE: &[&str] = &[
    "both", "all", "each", "also", "too", "likewise", "same", "alike", "equally", "every", "either",
];

/// Words that do not say what a number is of.
const NO_NOUNS: &[&str] = &[
    "grow",
    "grew",
    "growing",
    "rose",
    "rise",
    "rising",
    "increase",
    "increased",
    "fell",
    "fall",
    "decline",
    "declined",
    "percent",
    "percentage",
    "point",
    "around",
    "about",
    "over",
    "more",
    "than",
    "least",
    "most",
    "with",
    "from",
    "that",
    "this",
    "will",
    "were",
    "have",
    "been",
    "reach",
    "reached",
    "million",
    "billion",
    "trillion",
    "yuan",
    "dollar",
    "year",
    "total",
    "number",
    "which",
    "including",
    "their",
    "into",
    "some",
    "each",
    "also",
    "respectively",
    "above",
    "below",
];

/// Kept in step with the list of Chinese.
const SUBJECTS: &[&[&str]] = &[
    &["urban", "cities", "city"],
    &["rural", "countryside"],
    &["export"],
    &["import"],
    &["income", "revenue"],
    &["expenditure", "spending"],
    &["primary industry", "primary sector"],
    &["secondary industry", "secondary sector"],
    &["tertiary industry", "tertiary sector"],
    &["industry", "industrial"],
    &["agricultur", "farming"],
    &["service"],
    &["male", "men", "boys"],
    &["female", "women", "girls"],
    &["deposit", "saving"],
    &["loan", "lending"],
    &["domestic"],
    &["overseas", "foreign", "abroad", "international"],
    &["enterprise", "business", "compan", "firm"],
    &["resident", "individual", "household"],
    &["central"],
    &["local"],
    &["eastern"],
    &["central region"],
    &["western"],
    &["primary school"],
    &["middle school", "junior secondary", "secondary school"],
    &["kindergarten"],
    &["old-age", "elderly", "pension"],
    &["medical", "health"],
    &["unemployment"],
    &["road", "highway", "expressway"],
    &["rail"],
    &["water"],
    &["electric", "power"],
    &["general public budget"],
    &["tax"],
    &["investment"],
    &["consum"],
    &["countries", "nations"],
    &["organization"],
    &["agreement"],
    &["document"],
    &["project"],
    &["student"],
    &["teacher"],
    &["school", "college", "universit"],
    &["hospital"],
    &["beds"],
    &["jobs", "positions"],
    &["village"],
    &["town"],
    &["county", "counties"],
    &["famil"],
    &["platform"],
    &["bases"],
    &["park"],
    &["laborator"],
    &["patent"],
    &["standard"],
    &["scenic"],
    &["airport"],
    &["vehicle", "cars"],
    &["housing", "homes"],
    &["manufactur"],
    &["transport"],
    &["construction"],
    &["institution"],
    &["party members"],
    &["deputies"],
    &["committee members", "members of the cppcc"],
    &["suggestion"],
    &["proposal"],
];
