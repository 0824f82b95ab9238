//! Typed values of a TOML table, and what is wrong with them, in an author's words.

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::model::LangMap;
use crate::source::{Diagnostic, SourceFile, Span, codes, nearest};

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

    fn wrong(&mut self, key: &str, value: Value, wanted: &str, help: &str) {
        let message = format!("`{key}` must be {wanted}; this is {}", kind_of(value.get_ref()));
        let place = Span::new(self.file.id, value.span());
        let found = Diagnostic::new(codes::CONFIG_INVALID, message);
        self.diagnostics.push(found.at(place).help(help));
    }

    /// A text in quotation marks.
    pub(super) fn text(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let (_, value) = self.entry(key)?;
        self.as_text(key, value)
    }

    pub(super) fn as_text(&mut self, key: &str, value: Value) -> Option<Spanned<String>> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.wrong(key, value, "a text", "put it in quotation marks: `\"…\"`");
        }
        text.map(|text| Spanned::new(value.span(), text.to_owned()))
    }

    /// A list of texts.
    pub(super) fn texts(&mut self, key: &'static str) -> Vec<Spanned<String>> {
        let Some((_, value)) = self.entry(key) else { return Vec::new() };
        let Some(values) = value.get_ref().as_array() else {
            self.wrong(key, value, "a list of texts", "write `[\"zh\", \"en\"]`");
            return Vec::new();
        };
        values.iter().filter_map(|value| self.as_text(key, value)).collect()
    }

    /// `true` unless the file says `false`.
    pub(super) fn switch(&mut self, key: &'static str) -> bool {
        let Some((_, value)) = self.entry(key) else { return true };
        value.get_ref().as_bool().unwrap_or_else(|| {
            let help = "write `true` or `false` without quotation marks";
            self.wrong(key, value, "`true` or `false`", help);
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
            self.wrong(key, value, "a table", &format!("write `[{key}]`, and its keys below it"));
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
                let help = "write `\"…\"`, or `{ zh = \"…\", en = \"…\" }`";
                self.wrong(key, value, "a text, or one for each language", help);
            }
        }
        Some(texts)
    }

    /// Ends the reading: reports keys that nobody asked for, and those that are missing. A key
    /// that is only misspelt is not also missing.
    pub(super) fn finish(self, required: &[&str], besides: &str) {
        let mut meant = Vec::new();
        for (key, _) in self.table {
            let name: &str = key.get_ref();
            if self.known.contains(&name) {
                continue;
            }
            let near = nearest(name, self.known.iter().copied());
            meant.extend(near);
            let help = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("known keys here: {}{besides}", self.known.join(", ")),
            };
            self.diagnostics.push(
                Diagnostic::new(codes::KEY_UNKNOWN, format!("unknown key `{name}`"))
                    .at(Span::new(self.file.id, key.span()))
                    .help(help),
            );
        }
        let is_there = |key: &str| self.table.iter().any(|(own, _)| own.get_ref() == key);
        let first_line = self.file.text.lines().next().map_or(0, str::len);
        for key in required.iter().filter(|key| !is_there(key) && !meant.contains(*key)) {
            self.diagnostics.push(
                Diagnostic::new(codes::CONFIG_INVALID, format!("the key `{key}` is missing"))
                    .at(Span::new(self.file.id, 0..first_line))
                    .help(match *key {
                        "languages" => "add `languages = [\"zh\", \"en\"]`, the original first",
                        _ => "add `title = \"…\"`, or `title = { zh = \"…\", en = \"…\" }`",
                    }),
            );
        }
    }
}

type Value<'a> = &'a Spanned<DeValue<'a>>;

fn kind_of(value: &DeValue) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "`true` or `false`",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// A text that is not TOML, by what people do mistype: words of the parser, what is wrong, how to
/// fix it.
const SLIPS: [(&str, &str, &str); 9] = [
    (
        "expected `=`",
        "there is no `=` after the key",
        "write `key = \"…\"`: site.toml has `=` where front matter has a colon",
    ),
    (
        "must be quoted",
        "a text stands here without quotation marks, or nothing",
        "put it in straight quotation marks: `\"…\"`",
    ),
    ("basic string", "this text is not closed", "write `\"` at its end"),
    ("literal string", "this text is not closed", "write `'` at its end"),
    ("missing comma", "a comma or the closing bracket is missing", "write `[\"zh\", \"en\"]`"),
    ("duplicate key", "this key stands here twice", "keep one of the two"),
    ("unclosed", "a bracket is not closed", "write the closing bracket on the same line"),
    (
        "unexpected key or value",
        "something stands behind the value",
        "begin each key on a line of its own; in a text between `\"` and `\"` write `\\\"` for a quotation mark",
    ),
    (
        "escaped value",
        "a backslash between `\"` and `\"` has a meaning of its own",
        "write `\\\\` for a backslash, or put the text between `'` and `'`",
    ),
];

/// The finding that a file is not TOML.
pub(super) fn not_toml(error: &toml::de::Error, file: &SourceFile) -> Diagnostic {
    let slip = SLIPS.iter().find(|(words, _, _)| error.message().contains(words));
    let (message, help) = slip.map_or(
        ("this cannot be read", "write `key = \"…\"` on each line, and tables as `[check]`"),
        |(_, message, help)| (*message, *help),
    );
    let place = Span::new(file.id, error.span().unwrap_or(0..0));
    Diagnostic::new(codes::CONFIG_INVALID, message).at(place).help(help)
}
