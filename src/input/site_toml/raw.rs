//! `site.toml` as it is typed.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeString, DeTable};

use super::table::{TableReader, not_toml};
use crate::model::{Free, LangMap};
use crate::source::{Diagnosed, SourceFile};

#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own in the file")]
pub(super) struct RawConfig {
    pub(super) title: LangMap,
    pub(super) description: LangMap,
    pub(super) base_url: Option<Spanned<String>>,
    pub(super) languages: Vec<Spanned<String>>,
    pub(super) language: BTreeMap<String, RawLanguage>,
    pub(super) theme: Option<Spanned<String>>,
    pub(super) output_dir: Option<Spanned<String>>,
    pub(super) currency: Option<Spanned<String>>,
    pub(super) figures: Option<Spanned<String>>,
    pub(super) generate_feeds: bool,
    pub(super) generate_sitemap: bool,
    pub(super) generate_robots_txt: bool,
    pub(super) build_search_index: bool,
    pub(super) check: BTreeMap<Spanned<String>, Spanned<String>>,
    pub(super) extra: BTreeMap<String, toml::Value>,
}

/// The table `[language.zh]`.
#[derive(Debug)]
pub(super) struct RawLanguage {
    pub(super) name: Option<String>,
    pub(super) tag: Option<String>,
    /// Where the file names the language.
    pub(super) place: Range<usize>,
}

/// Reads the file; all keys that are missing, unknown or of another type are found in one run.
pub(super) fn raw_config(file: &SourceFile) -> Diagnosed<Option<RawConfig>> {
    let table = match DeTable::parse(&file.text) {
        Ok(table) => table,
        Err(error) => {
            return Diagnosed { value: None, diagnostics: vec![not_toml(&error, file)] };
        }
    };
    let mut diagnostics = Vec::new();
    let mut reader = TableReader::new(table.get_ref(), file, &mut diagnostics);
    let config = RawConfig {
        title: reader.languages("title").unwrap_or_default(),
        description: reader.languages("description").unwrap_or_default(),
        base_url: reader.text_value("base_url"),
        languages: reader.text_list("languages"),
        language: languages(&mut reader),
        theme: reader.text_value("theme"),
        output_dir: reader.text_value("output_dir"),
        currency: reader.text_value("currency"),
        figures: reader.text_value("figures"),
        generate_feeds: reader.switch("generate_feeds"),
        generate_sitemap: reader.switch("generate_sitemap"),
        generate_robots_txt: reader.switch("generate_robots_txt"),
        build_search_index: reader.switch("build_search_index"),
        check: severities(&mut reader),
        extra: if reader.table("extra").is_some() { extra(&file.text) } else { BTreeMap::new() },
    };
    reader.finish(&["title", "languages"]);
    Diagnosed { value: Some(config), diagnostics }
}

fn languages(reader: &mut TableReader) -> BTreeMap<String, RawLanguage> {
    let Some((_, tables)) = reader.table("language") else { return BTreeMap::new() };
    let mut languages = BTreeMap::new();
    for (code, value) in tables {
        let Some(table) = reader.as_table(&format!("language.{}", code.get_ref()), value) else {
            continue;
        };
        let mut inner = reader.inside(table);
        let (name, tag) = (inner.text_value("name"), inner.text_value("tag"));
        inner.finish(&[]);
        let language = RawLanguage {
            name: name.map(Spanned::into_inner),
            tag: tag.map(Spanned::into_inner),
            place: code.span(),
        };
        languages.insert(code.get_ref().to_string(), language);
    }
    languages
}

fn severities(reader: &mut TableReader) -> BTreeMap<Spanned<String>, Spanned<String>> {
    let Some((_, table)) = reader.table("check") else { return BTreeMap::new() };
    let owned = |key: &Spanned<DeString>| Spanned::new(key.span(), key.get_ref().to_string());
    let mut severities = BTreeMap::new();
    for (key, value) in table {
        if let Some(severity) = reader.as_text(&format!("check.{}", key.get_ref()), value) {
            severities.insert(owned(key), severity);
        }
    }
    severities
}

/// The free values, which have no form of their own.
fn extra(text: &str) -> BTreeMap<String, toml::Value> {
    #[derive(Deserialize)]
    struct Free {
        extra: BTreeMap<String, toml::Value>,
    }
    toml::from_str::<Free>(text).map(|free| free.extra).unwrap_or_default()
}

/// A TOML value as a free value.
pub(super) fn free_value(value: toml::Value) -> Free {
    match value {
        toml::Value::Boolean(value) => Free::Bool(value),
        toml::Value::Integer(value) => Free::Integer(value),
        toml::Value::String(value) => Free::Text(value),
        toml::Value::Float(value) => Free::Text(value.to_string()),
        toml::Value::Datetime(value) => Free::Text(value.to_string()),
        toml::Value::Array(values) => Free::List(values.into_iter().map(free_value).collect()),
        toml::Value::Table(table) => {
            Free::Map(table.into_iter().map(|(key, value)| (key, free_value(value))).collect())
        }
    }
}
