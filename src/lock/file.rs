//! `translation.lock` as it is written: TOML, a line for each place, so that two versions can be
//! compared and merged line by line.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;
use toml::Spanned;

use crate::model::{Fingerprint, Languages, Lock, LockedAlias, LockedLine, LockedPage};
use crate::source::{Diagnosed, Diagnostic, SourceFile, Span, codes, message};

/// The name of the file, which lies beside `site.toml`.
pub(crate) const FILE_NAME: &str = "translation.lock";

const HEAD: &str = "\
# What the original and its translations said when they were last confirmed to agree: for each
# paragraph its address and a fingerprint of each text. The addresses stay what they are here.
# `duizhao confirm` writes this file; only [alias] is written by hand: an address that was given up,
# and the one on the same page that links to it now lead to:
#   \"report/page#s1.2-p3\" = \"s1.2-p2\"
";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    #[serde(default)]
    alias: BTreeMap<Spanned<String>, String>,
    #[serde(default)]
    page: BTreeMap<Spanned<String>, RawPage>,
}

/// What each language said, by line.
type RawPage = BTreeMap<Spanned<String>, BTreeMap<String, String>>;

/// Reads the file; nothing if it cannot be understood.
///
/// A language that the site does not have is passed over: it was taken away on purpose, in
/// `site.toml`.
pub(crate) fn read_lock(file: &SourceFile, languages: &Languages) -> Diagnosed<Option<Lock>> {
    let raw: Raw = match toml::from_str(&file.text) {
        Ok(raw) => raw,
        Err(error) => {
            let span = Span::new(file.id, error.span().unwrap_or(0..0));
            let diagnostic = Diagnostic::new(
                codes::DATA_INVALID,
                message!("data-invalid-lock", reason = error.message()),
            )
            .at(span)
            .help(message!("data-invalid-lock.help", file = FILE_NAME));
            return Diagnosed { value: None, diagnostics: vec![diagnostic] };
        }
    };
    let mut diagnostics = Vec::new();
    let mut lock = Lock::default();
    for (key, lines) in raw.page {
        let span = Some(Span::new(file.id, key.span()));
        // What the text's order was is known by the order of the lines alone.
        let mut lines: Vec<_> = lines.into_iter().collect();
        lines.sort_by_key(|(id, _)| id.span().start);
        let lines = lines.into_iter().map(|(id, by_code)| {
            let of = |code: &str| by_code.get(code).cloned().map(Fingerprint);
            LockedLine {
                span: Some(Span::new(file.id, id.span())),
                said: languages.iter().map(|language| of(&language.code)).collect(),
                id: id.into_inner(),
            }
        });
        let page = LockedPage { span, lines: lines.collect() };
        lock.pages.insert(key.into_inner(), page);
    }
    for (from, to) in raw.alias {
        let span = Span::new(file.id, from.span());
        match from.get_ref().rsplit_once('#') {
            Some((page, from)) => {
                let (page, from) = (page.to_owned(), from.to_owned());
                lock.aliases.push(LockedAlias { page, from, to, span });
            }
            None => diagnostics.push(
                Diagnostic::new(codes::DATA_INVALID, message!("data-invalid-alias"))
                    .at(span)
                    .help(message!("data-invalid-alias.help")),
            ),
        }
    }
    Diagnosed { value: Some(lock), diagnostics }
}

/// The text of the file, the same for the same lock.
pub fn lock_text(lock: &Lock, languages: &Languages) -> String {
    let mut text = HEAD.to_owned();
    if !lock.aliases.is_empty() {
        text.push_str("\n[alias]\n");
        let mut aliases: Vec<_> = lock
            .aliases
            .iter()
            .map(|alias| (format!("{}#{}", alias.page, alias.from), &alias.to))
            .collect();
        aliases.sort();
        for (from, to) in aliases {
            let _ = writeln!(text, "{} = {}", toml_string(&from), toml_string(to));
        }
    }
    for (key, page) in &lock.pages {
        let _ = writeln!(text, "\n[page.{}]", toml_string(key));
        for line in &page.lines {
            let said = line.said.iter().zip(languages).filter_map(|(said, language)| {
                Some(format!("{} = {}", language.code, toml_string(&said.as_ref()?.0)))
            });
            let said: Vec<String> = said.collect();
            let _ = writeln!(text, "{} = {{ {} }}", toml_string(&line.id), said.join(", "));
        }
    }
    text
}

/// A TOML string.
fn toml_string(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_of_any_characters_is_read_back() {
        for text in ["s1-p1", "^\"注\\释\"", "a\u{7f}\u{1}\tb\n", "^🀄"] {
            let line = format!("x = {}", toml_string(text));
            let table: BTreeMap<String, String> = toml::from_str(&line).unwrap();
            assert_eq!(table["x"], text, "{line}");
        }
    }
}
