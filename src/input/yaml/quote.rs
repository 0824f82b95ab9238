//! Texts as they are written in YAML.

/// A text as it is written in YAML on one line: plain where that reads as the same text, else in
/// quotation marks. `is_inside` says whether it stands in `[…]` or `{…}`.
pub(crate) fn scalar(text: &str, is_inside: bool) -> String {
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
        // `[a -]` is read by one parser and refused by the other.
        && !(is_inside && (text.contains([',', '[', ']', '{', '}', ':']) || text.ends_with(" -")))
}

/// Whether YAML takes a character as it is.
fn is_shown(c: char) -> bool {
    !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{YamlNode, parse_yaml};
    use super::*;
    use crate::source::FileId;

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
            let title = |yaml: &str| {
                let read = parse_yaml(yaml, FileId(0), 0);
                let entries = read.value.as_ref().and_then(YamlNode::as_map);
                entries.and_then(|entries| entries[0].1.as_text().map(str::to_owned))
            };
            let yaml = format!("title: {}\n", scalar(&text, false));
            prop_assert_eq!(title(&yaml), Some(text.clone()), "{}", yaml);
            let yaml = format!("{{title: {}, weight: 1}}\n", scalar(&text, true));
            prop_assert_eq!(title(&yaml), Some(text), "{}", yaml);
        }
    }
}
