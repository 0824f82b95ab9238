//! What a number is said of: foreign trade exports in Foreign trade exports reached RMB 331.1 billion.

/// Verbs between a thing and its number, as they stand between blanks.
const VERBS: &[&str] = &[
    "reached",
    "was",
    "were",
    "is",
    "rose",
    "grew",
    "increased",
    "totaled",
    "totalled",
    "stood",
    "came",
    "amounted",
    "fell",
    "dropped",
    "declined",
    "decreased",
    "exceeded",
    "hit",
    "ranked",
    "accounted",
    "climbed",
    "surpassed",
    "remained",
    "ran",
];

/// Words that end the thing which stands after its number.
const ENDS: &[&str] = &[
    "in", "on", "for", "to", "by", "with", "at", "from", "under", "were", "was", "have", "has",
    "had", "will", "that", "which", "who", "and", "or", "as", "across", "along", "through", "per",
    "are", "is", "of", "over", "each", "put", "into", "within", "during", "this", "last", "out",
];

/// Words that no thing begins with.
const NO_BEGINNING: &[&str] = &[
    "we", "it", "they", "this", "that", "there", "with", "by", "in", "of", "which", "for", "to",
    "as", "an", "a",
];

/// Words before a thing that say whose it is, or that it goes on.
const BEFORE_THING: &[&str] =
    &["and", "the", "The", "its", "Its", "while", "new", "more", "additional"];

/// The most words that a name has.
const LONGEST: usize = 9;

/// The name of what a number is said of: the subject of a verb of reaching, or what is counted.
pub(super) fn indicator_name(before: &str, after: &str, counts: bool) -> Option<String> {
    if !counts {
        let words: Vec<&str> = before.split_whitespace().collect();
        let verb = words.iter().position(|word| VERBS.contains(word))?;
        return name_of(&words[..verb]);
    }
    let clause = after.split([',', ';', '.', ':']).next().unwrap_or_default();
    let words: Vec<&str> = clause.split_whitespace().collect();
    let end = words.iter().position(|word| ENDS.contains(word)).unwrap_or(words.len());
    // Things that are counted are many; what is cut off before its noun (micro, small, and medium
    // enterprises) is not.
    let is_noun = words[..end].last()?.ends_with('s');
    if is_noun { name_of(&words[..end]) } else { None }
}

/// Words as a name, with a capital; nothing where they are not a name.
fn name_of(words: &[&str]) -> Option<String> {
    let start = words.iter().position(|word| !BEFORE_THING.contains(word))?;
    let words = &words[start..];
    let first = words.first()?;
    let is_beginning = !NO_BEGINNING.contains(&first.to_lowercase().as_str());
    // One word tells too little, and what was put or brought somewhere is not a thing.
    let is_one =
        words.len() > 1 && !first.ends_with("ing") && !words.iter().any(|word| word.contains(','));
    let has_letter = first.starts_with(|c: char| c.is_alphabetic() || c == '“');
    let name = words.join(" ");
    let is_whole = name.matches('“').count() == name.matches('”').count();
    if !(is_beginning && is_one && has_letter && is_whole) || words.len() > LONGEST {
        return None;
    }
    let mut rest = name.chars();
    let capital = rest.next()?.to_uppercase().collect::<String>();
    Some(capital + rest.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_thing_is_the_subject_or_what_is_counted() {
        for (before, after, name) in [
            (
                "The gross output value of construction reached",
                "",
                "Gross output value of construction",
            ),
            ("by 2018", "market entities were added", "Market entities"),
            (
                "adding",
                "provincial-level beautiful livestock farms",
                "Provincial-level beautiful livestock farms",
            ),
        ] {
            let found = indicator_name(before, after, !after.is_empty());
            assert_eq!(found.as_deref(), Some(name), "{before}");
        }
    }

    #[test]
    fn what_is_not_clear_gives_no_name() {
        assert_eq!(indicator_name("an increase of", "", false), None);
        assert_eq!(indicator_name("it was", "", false), None);
        assert_eq!(indicator_name("we completed", "of investment", true), None);
        assert_eq!(indicator_name("", "micro, small, and medium enterprises", true), None);
        assert_eq!(indicator_name("In 2017, exports and, again, imports reached", "", false), None);
    }
}
