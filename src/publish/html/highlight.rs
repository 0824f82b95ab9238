//! Highlights code by classes, so that light and dark are the style sheet's work.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use rayon::prelude::*;
use syntect::html::{ClassStyle, ClassedHTMLGenerator};
use syntect::parsing::{SyntaxReference, SyntaxSet};
use syntect::util::LinesWithEndings;

use crate::model::{BlockContent, Site};

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

const STYLE: ClassStyle = ClassStyle::SpacedPrefixed { prefix: "hl-" };

/// The longest code that is highlighted; longer code is shown plain, since the regular
/// expressions of a syntax may be slow on hostile input.
const LONGEST_CODE: usize = 100_000;

/// Whether a language named after a fence is known.
pub(crate) fn is_known(language: &str) -> bool {
    language.is_empty() || language == "text" || find_syntax(language).is_some()
}

fn find_syntax(language: &str) -> Option<&'static SyntaxReference> {
    SYNTAXES.find_syntax_by_token(language)
}

/// The code as HTML with classes; nothing if the language is not known.
pub(super) fn highlighted(code: &str, language: &str) -> Option<String> {
    if code.len() > LONGEST_CODE || language.is_empty() {
        return None;
    }
    let syntax = find_syntax(language)?;
    let mut generator = ClassedHTMLGenerator::new_with_class_style(syntax, &SYNTAXES, STYLE);
    for line in LinesWithEndings::from(code) {
        generator.parse_html_for_line_which_includes_newline(line).ok()?;
    }
    Some(generator.finalize())
}

/// The code blocks of a site, highlighted. Each is shown in several forms, on its own page and in
/// the whole report, and mostly stands in all languages; highlighting is the slowest part of writing
/// a page.
#[derive(Debug, Default)]
pub(crate) struct Highlights<'a>(HashMap<(&'a str, &'a str), Option<String>>);

impl<'a> Highlights<'a> {
    /// Highlights every code block of a site.
    pub(crate) fn of(site: &'a Site) -> Self {
        let sides = site.pages.iter().flat_map(|page| page.sides.iter().flatten());
        let blocks = sides.flat_map(|side| side.document.all_blocks());
        Self::of_blocks(blocks.filter_map(|block| match &block.content {
            BlockContent::Code { language, code } => Some((language.as_str(), code.as_str())),
            _ => None,
        }))
    }

    /// Highlights code in languages, each pair of both once.
    fn of_blocks(blocks: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let distinct: BTreeSet<(&str, &str)> = blocks.collect();
        let highlight = |(language, code)| ((language, code), highlighted(code, language));
        Self(distinct.into_par_iter().map(highlight).collect())
    }

    /// A code block as HTML; nothing if its language is not known.
    pub(super) fn highlighted<'b>(&'b self, code: &'b str, language: &'b str) -> Option<&'b str> {
        self.0.get(&(language, code))?.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_highlighted_once_however_often_it_is_shown() {
        let python: Vec<String> = (0..3).map(|n| format!("x = {n}\n")).collect();
        let blocks = || {
            let python = python.iter().map(|code| ("python", code.as_str()));
            python.chain([("r", "x = 1\n"), ("klingon", "x"), ("", "x")])
        };
        let once = Highlights::of_blocks(blocks());
        let often = Highlights::of_blocks((0..100).flat_map(|_| blocks()));
        assert_eq!((once.0.len(), often.0.len()), (6, 6));
        for (language, code) in blocks() {
            let html = highlighted(code, language);
            assert_eq!(often.highlighted(code, language), html.as_deref(), "{language}: {code}");
        }
    }

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
