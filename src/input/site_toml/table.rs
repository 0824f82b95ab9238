//! Typed values of a TOML table, and what is wrong with them, in an author's words.

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::model::LangMap;
use crate::source::{Diagnostic, Message, SourceFile, Span, codes, message, nearest};

/// Reads the keys of one table; each that is asked for is known.
pub(super) struct TableReader<'a, 'd> {
    table: &'a DeTable<'a>,
    file: &'a SourceFile,
    diagnostics: &'d mut Vec<Diagnostic>,
    known: Vec<&'static str>,
}

impl<'a, 'd> TableReader<'a, 'd> {
    pub(super) fn new(
        table: &'a DeTable<'a>,
        file: &'a SourceFile,
        diagnostics: &'d mut Vec<Diagnostic>,
    ) -> Self {
        Self { table, file, diagnostics, known: Vec::new() }
    }

    /// The reader of a table inside this one.
    pub(super) fn inside(&mut self, table: &'a DeTable<'a>) -> TableReader<'a, '_> {
        TableReader::new(table, self.file, self.diagnostics)
    }

    fn entry(&mut self, key: &'static str) -> Option<(&'a Spanned<DeString<'a>>, Value<'a>)> {
        self.known.push(key);
        self.table.iter().find(|(own, _)| own.get_ref() == key)
    }

    fn wrong(&mut self, key: &str, value: Value, wanted: Message, help: Message) {
        let found = kind_of(value.get_ref());
        let message = message!("config-invalid-form", key = key, wanted = wanted, found = found);
        let place = Span::new(self.file.id, value.span());
        let found = Diagnostic::new(codes::CONFIG_INVALID, message);
        self.diagnostics.push(found.at(place).help(help));
    }

    /// A text in quotation marks.
    pub(super) fn text_value(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let (_, value) = self.entry(key)?;
        self.as_text(key, value)
    }

    pub(super) fn as_text(&mut self, key: &str, value: Value) -> Option<Spanned<String>> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.wrong(key, value, message!("form-text"), message!("config-invalid-form.text"));
        }
        text.map(|text| Spanned::new(value.span(), text.to_owned()))
    }

    /// A list of texts.
    pub(super) fn text_list(&mut self, key: &'static str) -> Vec<Spanned<String>> {
        let Some((_, value)) = self.entry(key) else { return Vec::new() };
        let Some(values) = value.get_ref().as_array() else {
            self.wrong(key, value, message!("form-texts"), message!("write-texts"));
            return Vec::new();
        };
        values.iter().filter_map(|value| self.as_text(key, value)).collect()
    }

    /// `true` unless the file says `false`.
    pub(super) fn switch(&mut self, key: &'static str) -> bool {
        let Some((_, value)) = self.entry(key) else { return true };
        value.get_ref().as_bool().unwrap_or_else(|| {
            let help = message!("config-invalid-form.switch");
            self.wrong(key, value, message!("form-switch"), help);
            true
        })
    }

    /// A table and its place.
    pub(super) fn table(&mut self, key: &'static str) -> Option<(Value<'a>, &'a DeTable<'a>)> {
        let (_, value) = self.entry(key)?;
        self.as_table(key, value).map(|table| (value, table))
    }

    pub(super) fn as_table(&mut self, key: &str, value: Value<'a>) -> Option<&'a DeTable<'a>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            let help = message!("config-invalid-form.table", key = key);
            self.wrong(key, value, message!("form-table"), help);
        }
        table
    }

    /// A text for all languages, or one for each.
    pub(super) fn languages(&mut self, key: &'static str) -> Option<LangMap> {
        let (_, value) = self.entry(key)?;
        let mut texts = LangMap::default();
        match value.get_ref() {
            DeValue::String(text) => {
                texts.0.insert(String::new(), text.to_string());
            }
            DeValue::Table(table) => {
                for (code, value) in table {
                    let text = self.as_text(&format!("{key}.{}", code.get_ref()), value);
                    let text = text.map(|text| (code.get_ref().to_string(), text.into_inner()));
                    texts.0.extend(text);
                }
            }
            _ => {
                let help = message!("config-invalid-form.languages");
                self.wrong(key, value, message!("form-text-or-languages"), help);
            }
        }
        Some(texts)
    }

    /// Ends the reading: reports keys that nobody asked for, and those that are missing. A key
    /// that is only misspelt is not also missing.
    pub(super) fn finish(self, required: &[&str]) {
        let mut meant = Vec::new();
        for (key, _) in self.table {
            let name: &str = key.get_ref();
            if self.known.contains(&name) {
                continue;
            }
            let near = nearest(name, self.known.iter().copied());
            meant.extend(near);
            let help = match near {
                Some(near) => message!("did-you-mean", name = near),
                None if self.known.contains(&"extra") => {
                    message!("key-unknown.known-or-extra", known = self.known.clone())
                }
                None => message!("key-unknown.known", known = self.known.clone()),
            };
            self.diagnostics.push(
                Diagnostic::new(codes::KEY_UNKNOWN, message!("key-unknown", key = name))
                    .at(Span::new(self.file.id, key.span()))
                    .help(help),
            );
        }
        let is_there = |key: &str| self.table.iter().any(|(own, _)| own.get_ref() == key);
        let first_line = self.file.text.lines().next().map_or(0, str::len);
        for key in required.iter().filter(|key| !is_there(key) && !meant.contains(*key)) {
            self.diagnostics.push(
                Diagnostic::new(
                    codes::CONFIG_INVALID,
                    message!("config-invalid-missing", key = *key),
                )
                .at(Span::new(self.file.id, 0..first_line))
                .help(match *key {
                    "languages" => message!("config-invalid-missing.languages"),
                    _ => message!("config-invalid-missing.title"),
                }),
            );
        }
    }
}

type Value<'a> = &'a Spanned<DeValue<'a>>;

fn kind_of(value: &DeValue) -> Message {
    match value {
        DeValue::String(_) => message!("form-text"),
        DeValue::Integer(_) | DeValue::Float(_) => message!("form-number"),
        DeValue::Boolean(_) => message!("form-switch"),
        DeValue::Datetime(_) => message!("form-date"),
        DeValue::Array(_) => message!("form-list"),
        DeValue::Table(_) => message!("form-table"),
    }
}

/// The finding that a file is not TOML.
pub(super) fn not_toml(error: &toml::de::Error, file: &SourceFile) -> Diagnostic {
    let (message, help) = slip(error.message());
    let place = Span::new(file.id, error.span().unwrap_or(0..0));
    Diagnostic::new(codes::CONFIG_INVALID, message).at(place).help(help)
}

/// What is wrong with a text that is not TOML, and how to fix it: what people do mistype, by the
/// words of the parser.
fn slip(parser: &str) -> (Message, Message) {
    let says = |words: &str| parser.contains(words);
    if says("expected `=`") {
        (message!("config-invalid-equals"), message!("config-invalid-equals.help"))
    } else if says("must be quoted") {
        (message!("config-invalid-unquoted"), message!("config-invalid-unquoted.help"))
    } else if says("basic string") {
        (
            message!("config-invalid-open-text"),
            message!("config-invalid-open-text.help", mark = '"'),
        )
    } else if says("literal string") {
        (
            message!("config-invalid-open-text"),
            message!("config-invalid-open-text.help", mark = '\''),
        )
    } else if says("missing comma") {
        (message!("config-invalid-comma"), message!("write-texts"))
    } else if says("duplicate key") {
        (message!("config-invalid-twice"), message!("keep-one"))
    } else if says("unclosed") {
        (message!("config-invalid-bracket"), message!("config-invalid-bracket.help"))
    } else if says("unexpected key or value") {
        (message!("config-invalid-behind"), message!("config-invalid-behind.help"))
    } else if says("escaped value") {
        (message!("config-invalid-backslash"), message!("config-invalid-backslash.help"))
    } else {
        (message!("config-invalid"), message!("config-invalid.help"))
    }
}
