//! Several values in one cell of a table, and values that are words in several languages.
//!
//! Values are parted by ` | `, what belongs to one value by ` // `; a backslash before a character
//! takes its meaning away. Words in a language begin with its code: `zh: 综合交通 // en: transport`.

/// What parts values.
const BETWEEN: char = '|';

/// What parts a value from what belongs to it.
const WITHIN: &str = "//";

/// Words by language code; the empty code for words in no certain language.
pub(crate) type WordsByCode = Vec<(String, String)>;

/// A value and what is said of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Value {
    /// The value; empty where only words are said.
    pub(crate) text: String,
    /// What is said of it.
    pub(crate) words: WordsByCode,
}

/// Values in one cell.
pub(crate) fn list_cell<'a>(values: impl IntoIterator<Item = &'a str>) -> String {
    values.into_iter().map(escaped).collect::<Vec<_>>().join(" | ")
}

/// The values of a cell, without blanks around them and without empty ones.
pub(crate) fn values(cell: &str) -> Vec<String> {
    cell_parts(cell)
        .into_iter()
        .map(|part| unescaped(part.trim()))
        .filter(|v| !v.is_empty())
        .collect()
}

/// Values with words of them in one cell.
pub(crate) fn rich(values: &[Value]) -> String {
    let one = |value: &Value| {
        let text = (!value.text.is_empty()).then(|| escaped(&value.text));
        let words = value.words.iter().map(|(code, words)| match code.as_str() {
            "" if begins_like_a_language(words) => escaped(words).replacen(':', "\\:", 1),
            "" => escaped(words),
            code => format!("{code}: {}", escaped(words)),
        });
        text.into_iter().chain(words).collect::<Vec<_>>().join(" // ")
    };
    values.iter().map(one).collect::<Vec<_>>().join(" | ")
}

/// The values of a cell, each with its words. `is_code` tells codes of languages from other words
/// before a colon.
pub(crate) fn rich_values(cell: &str, is_code: &dyn Fn(&str) -> bool) -> Vec<Value> {
    let mut values = Vec::new();
    for part in cell_parts(cell) {
        let mut value = Value::default();
        for (number, piece) in pieces(part).into_iter().enumerate() {
            let piece = piece.trim();
            let said = piece.split_once(": ").filter(|(code, _)| is_code(code));
            match said {
                Some((code, words)) => {
                    value.words.push((code.to_owned(), unescaped(words.trim())));
                }
                None if number == 0 => value.text = unescaped(piece),
                None if !piece.is_empty() => {
                    value.words.push((String::new(), unescaped(piece)));
                }
                None => {}
            }
        }
        if value != Value::default() {
            values.push(value);
        }
    }
    values
}

/// Whether words begin as those in a certain language do: `en: …`.
fn begins_like_a_language(words: &str) -> bool {
    let before = words.trim_start().split_once(": ").map(|(before, _)| before);
    before.is_some_and(|code| code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
}

fn escaped(text: &str) -> String {
    let text = text.trim().replace('\\', "\\\\").replace(BETWEEN, "\\|");
    text.replace(WITHIN, "/\\/")
}

fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            // One at the end stands for itself.
            '\\' => plain.push(chars.next().unwrap_or('\\')),
            c => plain.push(c),
        }
    }
    plain
}

/// The cell, cut where a bar stands that is not escaped.
fn cell_parts(cell: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut is_escaped) = (0, false);
    for (at, c) in cell.char_indices() {
        if c == BETWEEN && !is_escaped {
            parts.push(&cell[start..at]);
            start = at + 1;
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    parts.push(&cell[start..]);
    parts
}

/// A value, cut where two slashes stand between blanks.
fn pieces(part: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, _) in part.match_indices(WITHIN) {
        let before = part[..at].chars().next_back();
        let after = part[at + WITHIN.len()..].chars().next();
        let is_blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        if at >= start && is_blank(before) && is_blank(after) {
            pieces.push(&part[start..at]);
            start = at + WITHIN.len();
        }
    }
    pieces.push(&part[start..]);
    pieces
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn is_code(word: &str) -> bool {
        ["zh", "en"].contains(&word)
    }

    #[test]
    fn a_reason_stands_behind_its_form_and_may_say_its_language() {
        let value = Value {
            text: "One Belt".to_owned(),
            words: vec![("en".to_owned(), "older: see https://example.org".to_owned())],
        };
        let cell = rich(std::slice::from_ref(&value));
        assert_eq!(cell, "One Belt // en: older: see https:/\\/example.org");
        assert_eq!(rich_values(&cell, &is_code), [value]);
        assert_eq!(
            rich_values("zh: 甲 // en: A | plain-id", &is_code)[0].words,
            [("zh".to_owned(), "甲".to_owned()), ("en".to_owned(), "A".to_owned())]
        );
    }

    #[test]
    fn bars_written_without_blanks_part_values_too() {
        assert_eq!(values("a|b | c\\|d ||"), ["a", "b", "c|d"]);
    }

    proptest! {
        #[test]
        fn whatever_is_written_into_a_cell_is_read_from_it(
            texts in prop::collection::vec("[a-z|\\\\/: \n“]{1,12}", 1..4),
            why in "[a-z|\\\\/: ]{1,12}",
        ) {
            let texts: Vec<String> = texts.iter().map(|text| text.trim().to_owned()).collect();
            let kept: Vec<String> = texts.iter().filter(|text| !text.is_empty()).cloned().collect();
            let cell = list_cell(kept.iter().map(String::as_str));
            prop_assert_eq!(values(&cell), kept.clone());
            let words = Some(why.trim().to_owned()).filter(|why| !why.is_empty());
            let rich_kept: Vec<Value> = kept
                .iter()
                .filter(|text| !text.starts_with("zh: ") && !text.starts_with("en: "))
                .map(|text| Value {
                    text: text.clone(),
                    words: words.iter().map(|why| (String::new(), why.clone())).collect(),
                })
                .collect();
            prop_assert_eq!(rich_values(&rich(&rich_kept), &is_code), rich_kept);
        }
    }
}
