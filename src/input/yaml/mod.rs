//! The only user of `serde_yaml`: YAML text into typed values, its errors into diagnostics.
//!
//! Values are read straight from the text, never through an untyped tree, because only then does
//! an error know its place. Unknown keys are errors; after one is found, its entry is blanked out
//! and the rest is read again, so that all of them are reported in one run.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Range;

use serde::de::value::MapAccessDeserializer;
use serde::de::{self, DeserializeOwned, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::model::LangMap;
use crate::source::{Diagnosed, Diagnostic, FileId, Span, codes, nearest};

/// How many unknown keys are looked for in one file before giving up.
const MOST_UNKNOWN_KEYS: usize = 50;

/// A mapping in the order it is written; no key twice.
#[derive(Debug)]
pub struct Entries<T>(pub Vec<(String, T)>);

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Reader<T> {
            type Value = Entries<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a mapping")
            }

            fn visit_unit<E: de::Error>(self) -> Result<Entries<T>, E> {
                Ok(Entries::default())
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries<T>, A::Error> {
                let mut entries: Vec<(String, T)> = Vec::new();
                while let Some(key) = map.next_key::<String>()? {
                    if entries.iter().any(|(known, _)| *known == key) {
                        return Err(de::Error::custom(format!("`{key}` stands here twice")));
                    }
                    entries.push((key, map.next_value()?));
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_any(Reader(PhantomData))
    }
}

/// A value that may be words, a number (kept as it is written in decimal), or words by language.
#[derive(Debug)]
pub enum Loose {
    /// Words or a number.
    Text(String),
    /// Words by language.
    Map(LangMap),
}

impl<'de> Deserialize<'de> for Loose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Loose;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("words, a whole number, or words by language")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Loose, E> {
                Ok(Loose::Text(text.to_owned()))
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Loose, E> {
                Ok(Loose::Text(number.to_string()))
            }

            fn visit_bool<E: de::Error>(self, value: bool) -> Result<Loose, E> {
                Ok(Loose::Text(if value { "yes" } else { "no" }.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Loose, A::Error> {
                let words = Deserialize::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Loose::Map(LangMap(words)))
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

/// Reads `text`, which is the part of `file` that begins at byte `offset`.
///
/// An empty text gives `T` as it is read from an empty mapping. The value is missing only if a
/// diagnostic says why.
pub fn read<T: DeserializeOwned>(text: &str, file: FileId, offset: usize) -> Diagnosed<Option<T>> {
    let mut diagnostics = Vec::new();
    let mut current = text.to_owned();
    for _ in 0..MOST_UNKNOWN_KEYS {
        let is_empty = current.lines().all(|line| {
            let line = line.trim();
            line.is_empty() || line.starts_with('#')
        });
        let parsed = serde_yaml::from_str::<T>(if is_empty { "{}" } else { &current });
        let error = match parsed {
            Ok(value) => return Diagnosed { value: Some(value), diagnostics },
            Err(error) => error,
        };
        let Some(unknown) = UnknownKey::find(&error, &current) else {
            diagnostics.push(plain(&error, &current, file, offset));
            break;
        };
        diagnostics.push(unknown.diagnostic(file, offset));
        match unknown.without_entry(&current) {
            Some(rest) => current = rest,
            None => break,
        }
    }
    Diagnosed { value: None, diagnostics }
}

/// The bytes of the value of `key: value` on a line of `text`, or of the key if there is no value.
///
/// Finds the first line on which the key stands, at any depth.
pub fn value_range(text: &str, key: &str) -> Option<Range<usize>> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim_start().trim_start_matches("- ");
        if let Some(value) = trimmed.strip_prefix(key).and_then(|rest| rest.strip_prefix(':')) {
            let end = at + line.trim_end().len();
            let start = at + line.len() - value.len();
            let value_start = start + (value.len() - value.trim_start().len());
            return Some(if value_start < end {
                value_start..end
            } else {
                start - key.len() - 1..end
            });
        }
        at += line.len();
    }
    // Inside `{…}`.
    let start = text.find(&format!("{key}:"))?;
    Some(start..start + key.len())
}

/// A text as it is written in YAML on one line: plain where that reads as the same text, else in
/// quotation marks. `is_inside` says whether it stands in `[…]` or `{…}`.
pub fn scalar(text: &str, is_inside: bool) -> String {
    if is_plain(text, is_inside) {
        return text.to_owned();
    }
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if is_shown(c) => quoted.push(c),
            c => {
                let number = u32::from(c);
                let escaped = if number <= 0xffff {
                    format!("\\u{number:04X}")
                } else {
                    format!("\\U{number:08X}")
                };
                quoted.push_str(&escaped);
            }
        }
    }
    quoted.push('"');
    quoted
}

/// Whether a text without quotation marks reads as itself.
fn is_plain(text: &str, is_inside: bool) -> bool {
    const WORDS: [&str; 12] =
        ["true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf", "~"];
    // What is no letter may begin a mark, a number or a date.
    let begins_plainly = text.starts_with(|c: char| c.is_alphabetic() || "“‘《（".contains(c));
    begins_plainly
        && !WORDS.contains(&text.to_lowercase().as_str())
        && !text.ends_with(|c: char| c.is_whitespace() || c == ':')
        && !text.contains(": ")
        && !text.contains(" #")
        && text.chars().all(|c| is_shown(c) && c != '"')
        && !(is_inside && text.contains([',', '[', ']', '{', '}', ':']))
}

/// Whether YAML takes a character as it is.
fn is_shown(c: char) -> bool {
    !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

fn plain(error: &serde_yaml::Error, text: &str, file: FileId, offset: usize) -> Diagnostic {
    let at = error.location().map_or(0, |location| location.index()).min(text.len());
    let full = error.to_string();
    let message = full.split(" at line ").next().unwrap_or(&full);
    let diagnostic =
        Diagnostic::new(codes::DATA_INVALID, format!("this cannot be read: {message}"))
            .at(Span::new(file, offset + at..offset + end_of_word(text, at)), "");
    if message.contains("missing field") {
        return diagnostic
            .help("add the missing key; `duizhao explain data.invalid` shows a complete example");
    }
    if message.contains("mapping values are not allowed") || message.contains("block mapping") {
        return diagnostic.help("a text that contains `: ` is put in quotation marks");
    }
    if message.contains("quoted scalar") || message.contains("end of stream") {
        return diagnostic.help("a quotation mark or bracket opened above is not closed");
    }
    diagnostic
}

fn end_of_word(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let length = rest.find(|c: char| c.is_whitespace() || c == ':').unwrap_or(rest.len());
    at + if length == 0 { rest.chars().next().map_or(0, char::len_utf8) } else { length }
}

/// A key that the reading type does not know.
struct UnknownKey {
    key: String,
    range: Range<usize>,
    known: Vec<String>,
}

impl UnknownKey {
    fn find(error: &serde_yaml::Error, text: &str) -> Option<Self> {
        let message = error.to_string();
        let (_, rest) = message.split_once("unknown field `")?;
        let (key, rest) = rest.split_once('`')?;
        let known = rest.split('`').skip(1).step_by(2).map(str::to_owned).collect();
        // The reported place is that of the key or of the mapping it stands in.
        let from = error.location().map_or(0, |location| location.index()).min(text.len());
        let range = find_key(text, key, from).or_else(|| find_key(text, key, 0))?;
        Some(Self { key: key.to_owned(), range, known })
    }

    fn diagnostic(&self, file: FileId, offset: usize) -> Diagnostic {
        let near = nearest(&self.key, self.known.iter().map(String::as_str));
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None if self.known.is_empty() => "remove the key".to_owned(),
            None => format!("known keys here: {}", self.known.join(", ")),
        };
        Diagnostic::new(codes::KEY_UNKNOWN, format!("unknown key `{}`", self.key))
            .at(Span::new(file, offset + self.range.start..offset + self.range.end), "")
            .help(help)
    }

    /// The text with the entry of the key turned into blanks, so that all places stay the same.
    /// Nothing for a key inside `{…}`, whose end cannot be told from the lines alone.
    fn without_entry(&self, text: &str) -> Option<String> {
        let line_start = text[..self.range.start].rfind('\n').map_or(0, |newline| newline + 1);
        let indent = self.range.start - line_start;
        if text[line_start..self.range.start].contains(['{', ',']) {
            return None;
        }
        let mut end = self.range.start;
        for (number, line) in text[self.range.start..].split_inclusive('\n').enumerate() {
            let own = line.len() - line.trim_start().len();
            if number > 0 && !line.trim().is_empty() && own <= indent {
                break;
            }
            end += line.len();
        }
        let blanked = text[self.range.start..end]
            .bytes()
            .map(|byte| if byte == b'\n' { '\n' } else { ' ' })
            .collect::<String>();
        Some(format!("{}{blanked}{}", &text[..self.range.start], &text[end..]))
    }
}

/// Where `key` stands as a key at or after `from`.
fn find_key(text: &str, key: &str, from: usize) -> Option<Range<usize>> {
    let text_after = text.get(from..)?;
    text_after.match_indices(key).find_map(|(at, _)| {
        let before = text[..from + at].chars().next_back();
        let after = text[from + at + key.len()..].trim_start_matches(['"', '\'']).trim_start();
        let is_key = after.starts_with(':')
            && before.is_none_or(|c| c.is_whitespace() || matches!(c, '{' | ',' | '"' | '\''));
        is_key.then(|| from + at..from + at + key.len())
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Default, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields, default)]
    struct Page {
        title: String,
        weight: i64,
        inner: Option<Inner>,
    }

    #[derive(Debug, Default, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields, default)]
    struct Inner {
        name: String,
    }

    fn findings(text: &str) -> Vec<(String, String, Option<String>)> {
        read::<Page>(text, FileId(0), 100)
            .diagnostics
            .into_iter()
            .map(|diagnostic| {
                let range = diagnostic.labels[0].span.range();
                let place = text[range.start - 100..range.end - 100].to_owned();
                (diagnostic.message, place, diagnostic.help)
            })
            .collect()
    }

    #[test]
    fn all_unknown_keys_are_found_in_one_run_and_the_nearest_name_is_proposed() {
        let found = findings("titel: 一\nweight: 1\ninner:\n  nmae: x\n  name: y\ncolour: red\n");
        let messages: Vec<_> =
            found.iter().map(|(m, p, h)| (m.as_str(), p.as_str(), h.as_deref().unwrap())).collect();
        assert_eq!(
            messages,
            [
                ("unknown key `titel`", "titel", "did you mean `title`?"),
                ("unknown key `nmae`", "nmae", "did you mean `name`?"),
                ("unknown key `colour`", "colour", "known keys here: title, weight, inner"),
            ]
        );
    }

    #[test]
    fn a_value_of_the_wrong_type_is_shown_at_its_place() {
        let found = findings("title: 一\nweight: heavy\n");
        assert_eq!(found[0].1, "heavy");
        assert!(found[0].0.contains("weight: invalid type"), "{}", found[0].0);
    }

    #[test]
    fn an_empty_text_is_an_empty_mapping() {
        assert_eq!(read::<Page>("# nothing\n", FileId(0), 0).value, Some(Page::default()));
    }

    #[test]
    fn a_text_is_quoted_only_where_it_must_be() {
        for (text, inside, outside) in [
            ("三条廊道", "三条廊道", "三条廊道"),
            ("“三公”经费", "“三公”经费", "“三公”经费"),
            ("one, two", "\"one, two\"", "one, two"),
            ("no", "\"no\"", "\"no\""),
            ("20分钟", "\"20分钟\"", "\"20分钟\""),
            ("a: b", "\"a: b\"", "\"a: b\""),
            ("a\n\"b\"", "\"a\\n\\\"b\\\"\"", "\"a\\n\\\"b\\\"\""),
            ("", "\"\"", "\"\""),
        ] {
            assert_eq!((scalar(text, true), scalar(text, false)), (inside.into(), outside.into()));
        }
    }

    proptest! {
        #[test]
        fn any_text_that_is_written_is_read_as_it_was(
            text in prop_oneof!["\\PC{0,20}", "[a-z0-9:#,'\"\\[\\]{}&*!|>%@`~\\-? \n\t]{0,12}", any::<String>()],
        ) {
            let yaml = format!("title: {}\n", scalar(&text, false));
            let title = |yaml: &str| {
                read::<Page>(yaml, FileId(0), 0).value.map(|page| page.title)
            };
            prop_assert_eq!(title(&yaml), Some(text.clone()), "{}", yaml);
            let yaml = format!("{{title: {}, weight: 1}}\n", scalar(&text, true));
            prop_assert_eq!(title(&yaml), Some(text), "{}", yaml);
        }
    }

    #[test]
    fn the_place_of_a_value_is_found_by_its_key() {
        let text = "a: 1\n  delivered: 2018-02-30\n";
        assert_eq!(&text[value_range(text, "delivered").unwrap()], "2018-02-30");
    }
}
