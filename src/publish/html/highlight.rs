//! Highlights code by classes, so that light and dark are the style sheet's work.

use std::sync::LazyLock;

use syntect::html::{ClassStyle, ClassedHTMLGenerator};
use syntect::parsing::{SyntaxReference, SyntaxSet};
use syntect::util::LinesWithEndings;

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

const STYLE: ClassStyle = ClassStyle::SpacedPrefixed { prefix: "hl-" };

/// The longest code that is highlighted; longer code is shown plain, since the regular
/// expressions of a syntax may be slow on hostile input.
const LONGEST_CODE: usize = 100_000;

/// Whether a language named after a fence is known.
pub fn is_known(language: &str) -> bool {
    language.is_empty() || language == "text" || find(language).is_some()
}

fn find(language: &str) -> Option<&'static SyntaxReference> {
    SYNTAXES.find_syntax_by_token(language)
}

/// The code as HTML with classes; nothing if the language is not known.
pub(super) fn highlighted(code: &str, language: &str) -> Option<String> {
    if code.len() > LONGEST_CODE || language.is_empty() {
        return None;
    }
    let syntax = find(language)?;
    let mut generator = ClassedHTMLGenerator::new_with_class_style(syntax, &SYNTAXES, STYLE);
    for line in LinesWithEndings::from(code) {
        generator.parse_html_for_line_which_includes_newline(line).ok()?;
    }
    Some(generator.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_gets_classes_and_no_colours() {
        let html = highlighted("x = 1  # 注\n", "python").unwrap();
        assert!(html.contains("class=\"hl-"), "{html}");
        assert!(!html.contains("style="), "{html}");
    }

    #[test]
    fn an_unknown_language_is_not_highlighted() {
        assert!(!is_known("klingon"));
        assert_eq!(highlighted("x", "klingon"), None);
    }
}
