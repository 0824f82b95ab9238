//! `site.toml` as it is typed.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use toml::Spanned;

use crate::model::{Free, LangMap};
use crate::source::{Diagnosed, Diagnostic, SourceFile, Span, codes, nearest};

/// How many unknown keys are looked for before giving up.
const MOST_UNKNOWN_KEYS: usize = 50;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own in the file")]
pub(super) struct RawConfig {
    pub(super) title: LangMap,
    #[serde(default)]
    pub(super) description: LangMap,
    pub(super) base_url: Option<Spanned<String>>,
    pub(super) languages: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) language: BTreeMap<String, RawLanguage>,
    pub(super) theme: Option<Spanned<String>>,
    pub(super) output_dir: Option<Spanned<String>>,
    #[serde(default = "yes")]
    pub(super) generate_feeds: bool,
    #[serde(default = "yes")]
    pub(super) generate_sitemap: bool,
    #[serde(default = "yes")]
    pub(super) generate_robots_txt: bool,
    #[serde(default = "yes")]
    pub(super) build_search_index: bool,
    #[serde(default)]
    pub(super) check: BTreeMap<Spanned<String>, Spanned<String>>,
    #[serde(default)]
    pub(super) extra: BTreeMap<String, toml::Value>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawLanguage {
    pub(super) name: Option<String>,
    pub(super) tag: Option<String>,
}

fn yes() -> bool {
    true
}

/// Reads the file; all unknown keys are found in one run.
pub(super) fn read(file: &SourceFile) -> Diagnosed<Option<RawConfig>> {
    let mut diagnostics = Vec::new();
    let mut text = file.text.to_string();
    for _ in 0..MOST_UNKNOWN_KEYS {
        let error = match toml::from_str::<RawConfig>(&text) {
            Ok(raw) => return Diagnosed { value: Some(raw), diagnostics },
            Err(error) => error,
        };
        let range = error.span().unwrap_or(0..0);
        let span = Span::new(file.id, range.clone());
        let Some(unknown) = error.message().strip_prefix("unknown field `") else {
            diagnostics.push(
                Diagnostic::new(codes::CONFIG_INVALID, error.message().to_owned()).at(span, ""),
            );
            break;
        };
        let (key, rest) = unknown.split_once('`').unwrap_or((unknown, ""));
        let known: Vec<_> = rest.split('`').skip(1).step_by(2).collect();
        let help = match nearest(key, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => {
                format!("known keys here: {}; free values go under `[extra]`", known.join(", "))
            }
        };
        diagnostics.push(
            Diagnostic::new(codes::KEY_UNKNOWN, format!("unknown key `{key}`"))
                .at(span, "")
                .help(help),
        );
        let Some(rest) = without_entry(&text, range.start) else { break };
        text = rest;
    }
    Diagnosed { value: None, diagnostics }
}

/// The text with the entry that begins at `at` turned into blanks. Nothing inside `{…}`.
fn without_entry(text: &str, at: usize) -> Option<String> {
    let line_start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let before = &text[line_start..at];
    let is_table = before.trim_start().starts_with('[');
    if !before.trim().is_empty() && !is_table {
        return None;
    }
    let rest = &text[at..];
    let length = if is_table {
        rest.match_indices("\n[").next().map_or(rest.len(), |(next, _)| next)
    } else {
        rest.find('\n').unwrap_or(rest.len())
    };
    let blanks = text[line_start..at + length]
        .bytes()
        .map(|byte| if byte == b'\n' { '\n' } else { ' ' })
        .collect::<String>();
    Some(format!("{}{blanks}{}", &text[..line_start], &text[at + length..]))
}

/// A TOML value as a free value.
pub(super) fn free(value: toml::Value) -> Free {
    match value {
        toml::Value::Boolean(value) => Free::Bool(value),
        toml::Value::Integer(value) => Free::Integer(value),
        toml::Value::String(value) => Free::Text(value),
        toml::Value::Float(value) => Free::Text(value.to_string()),
        toml::Value::Datetime(value) => Free::Text(value.to_string()),
        toml::Value::Array(values) => Free::List(values.into_iter().map(free).collect()),
        toml::Value::Table(table) => {
            Free::Map(table.into_iter().map(|(key, value)| (key, free(value))).collect())
        }
    }
}

/// A text for all languages, or one for each. Written by hand because an untagged enum would
/// lose the place of an error.
impl<'de> Deserialize<'de> for LangMap {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LangMapVisitor)
    }
}

struct LangMapVisitor;

impl<'de> Visitor<'de> for LangMapVisitor {
    type Value = LangMap;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a text, or one for each language such as {zh = \"…\", en = \"…\"}")
    }

    fn visit_str<E>(self, text: &str) -> Result<LangMap, E> {
        Ok(LangMap(BTreeMap::from([(String::new(), text.to_owned())])))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<LangMap, A::Error> {
        let mut texts = BTreeMap::new();
        while let Some((key, text)) = map.next_entry::<String, String>()? {
            texts.insert(key, text);
        }
        Ok(LangMap(texts))
    }
}
