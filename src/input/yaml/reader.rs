//! Typed values from a tree, and what is wrong with them.

use crate::model::LangMap;
use crate::source::{
    Argument, Diagnosed, Diagnostic, Placed, SourceFile, Span, codes, message, nearest,
};

use super::node::{YamlKey, YamlNode, YamlValue};
use super::wanted::{ValueForm, mismatch, shortened};
use super::{parse_yaml, slips, values};

/// Reads a file that is one list: its entries; none where the file says nothing.
pub(crate) fn list_file(file: &SourceFile) -> Diagnosed<Vec<YamlNode>> {
    let Diagnosed { value, mut diagnostics } = parse_yaml(&file.text, file.id, 0);
    let name = file.path.rsplit('/').next().unwrap_or_default();
    let value = match value.as_ref().map(|node| (node, node.as_list())) {
        Some((_, Some(entries))) => entries.to_vec(),
        Some((node, None)) => {
            diagnostics.push(mismatch(node, name, &ValueForm::List));
            Vec::new()
        }
        None => Vec::new(),
    };
    Diagnosed { value, diagnostics }
}

/// Reads the keys of one mapping.
///
/// Each key that is asked for is known; [`MapReader::finish`] reports the others, and those that
/// were required and are not there. A value of another form than was asked for is reported at once.
pub(crate) struct MapReader<'a, 'd> {
    /// Where findings go.
    pub(crate) diagnostics: &'d mut Vec<Diagnostic>,
    name: Argument,
    place: Span,
    entries: &'a [(YamlKey, YamlNode)],
    known: Vec<&'a str>,
    required: &'a [&'a str],
}

impl<'a, 'd> MapReader<'a, 'd> {
    /// Begins to read a mapping called `name` (a name of the file, or words), shown at `place` where a key is missing; nothing if
    /// the value is none, which is reported.
    pub(crate) fn new(
        node: &'a YamlNode,
        name: impl Into<Argument>,
        place: Span,
        required: &'a [&'a str],
        diagnostics: &'d mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let Some(entries) = node.as_map() else {
            diagnostics.push(mismatch(node, name, &ValueForm::Mapping));
            return None;
        };
        let name = name.into();
        Some(Self { diagnostics, name, place, entries, known: Vec::new(), required })
    }

    /// All entries, in the order of the file.
    pub(crate) fn entries(&self) -> &'a [(YamlKey, YamlNode)] {
        self.entries
    }

    /// Whether a key stands here with a value, or one that is nearly spelt like it.
    pub(crate) fn has_or_means(&self, key: &str) -> bool {
        let is_strange = |own: &str| !self.known.contains(&own) && nearest(own, [key]).is_some();
        self.entries.iter().any(|(own, node)| {
            (own.text == key && !node.is_null()) || (own.text != key && is_strange(&own.text))
        })
    }

    /// Makes a key known, and gives its value if there is one.
    pub(crate) fn node(&mut self, key: &'a str) -> Option<&'a YamlNode> {
        self.known.push(key);
        let entry = self.entries.iter().find(|(own, _)| own.text == key);
        entry.map(|(_, node)| node).filter(|node| !node.is_null())
    }

    /// The place of a key's value; of the key where it has none; of the mapping where it is not
    /// there.
    pub(crate) fn place_of(&self, key: &str) -> Span {
        let entry = self.entries.iter().find(|(own, _)| own.text == key);
        entry.map_or(self.place, |(own, node)| if node.is_null() { own.span } else { node.span })
    }

    /// The place of a key; of the mapping where it is not there.
    pub(crate) fn place_of_key(&self, key: &str) -> Span {
        let entry = self.entries.iter().find(|(own, _)| own.text == key);
        entry.map_or(self.place, |(own, _)| own.span)
    }

    /// Reports a value that is not what it should be.
    pub(crate) fn wrong(&mut self, key: &str, node: &YamlNode, wanted: &ValueForm) {
        self.diagnostics.push(mismatch(node, format!("`{key}`"), wanted));
    }

    /// A text; numbers and dates are texts as they are written.
    pub(crate) fn text_value(&mut self, key: &'a str) -> Option<String> {
        let node = self.node(key)?;
        let text = node.as_text().map(str::to_owned);
        if text.is_none() {
            self.wrong(key, node, &ValueForm::Text);
        }
        text
    }

    /// A text and its place.
    pub(crate) fn placed_text(&mut self, key: &'a str) -> Option<Placed<String>> {
        let text = self.text_value(key)?;
        Some(Placed::new(text, self.place_of(key)))
    }

    /// A whole number.
    pub(crate) fn whole_number(&mut self, key: &'a str) -> Option<i64> {
        let node = self.node(key)?;
        let number = match &*node.value {
            YamlValue::Scalar(scalar) => values::whole_number(scalar),
            _ => None,
        };
        if number.is_none() {
            self.wrong(key, node, &ValueForm::WholeNumber);
        }
        number
    }

    /// `true` or `false`.
    pub(crate) fn yes_or_no(&mut self, key: &'a str) -> Option<bool> {
        let node = self.node(key)?;
        let answer = match &*node.value {
            YamlValue::Scalar(scalar) => values::yes_or_no(scalar),
            _ => None,
        };
        if answer.is_none() {
            self.wrong(key, node, &ValueForm::YesOrNo);
        }
        answer
    }

    /// The entries of a list; none where there is no such key.
    pub(crate) fn list(&mut self, key: &'a str) -> &'a [YamlNode] {
        let Some(node) = self.node(key) else { return &[] };
        node.as_list().unwrap_or_else(|| {
            self.wrong(key, node, &ValueForm::List);
            &[]
        })
    }

    /// The texts of a list, each with its place.
    pub(crate) fn text_list(&mut self, key: &'a str) -> Vec<Placed<String>> {
        let nodes = self.list(key);
        self.each_text(key, nodes)
    }

    /// The texts of a list, or the only one.
    pub(crate) fn one_or_more(&mut self, key: &'a str) -> Vec<Placed<String>> {
        let Some(node) = self.node(key) else { return Vec::new() };
        match &*node.value {
            YamlValue::List(nodes) => self.each_text(key, nodes),
            YamlValue::Scalar(scalar) => vec![Placed::new(scalar.text.clone(), node.span)],
            _ => {
                self.wrong(key, node, &ValueForm::Texts);
                Vec::new()
            }
        }
    }

    fn each_text(&mut self, key: &str, nodes: &[YamlNode]) -> Vec<Placed<String>> {
        let mut texts = Vec::with_capacity(nodes.len());
        for node in nodes {
            match node.as_text() {
                Some(text) => texts.push(Placed::new(text.to_owned(), node.span)),
                None => {
                    let entry = message!("each-entry", key = key);
                    self.diagnostics.push(mismatch(node, entry, &ValueForm::Text));
                }
            }
        }
        texts
    }

    /// A text for all languages, or one for each.
    pub(crate) fn languages(&mut self, key: &'a str) -> Option<LangMap> {
        let node = self.node(key)?;
        self.language_texts(key, node)
    }

    /// The same of a value that was already asked for.
    pub(crate) fn language_texts(&mut self, key: &str, node: &YamlNode) -> Option<LangMap> {
        let mut texts = LangMap::default();
        match &*node.value {
            YamlValue::Scalar(scalar) => {
                texts.0.insert(String::new(), scalar.text.clone());
            }
            YamlValue::Map(entries) => {
                for (code, node) in entries.iter().filter(|(_, node)| !node.is_null()) {
                    match node.as_text() {
                        Some(text) => drop(texts.0.insert(code.text.clone(), text.to_owned())),
                        None => {
                            self.wrong(&format!("{key}: {}", code.text), node, &ValueForm::Text);
                        }
                    }
                }
            }
            _ => {
                self.wrong(key, node, &ValueForm::Languages);
                return None;
            }
        }
        Some(texts)
    }

    /// One word of a few.
    pub(crate) fn one_of<T: Copy>(
        &mut self,
        key: &'a str,
        known: &[(&'static str, T)],
    ) -> Option<T> {
        let word = self.text_value(key)?;
        let found = known.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
        if found.is_none() {
            let names = known.iter().map(|(name, _)| *name);
            self.not_one_of(key, &word, &names.collect::<Vec<_>>());
        }
        found
    }

    /// Reports a word that is none of those that are known.
    pub(crate) fn not_one_of(&mut self, key: &str, word: &str, known: &[&str]) {
        let help = match nearest(word, known.iter().copied()) {
            Some(near) => message!("did-you-mean", name = near),
            None => message!("data-invalid-choice.help", key = key, known = known.to_vec()),
        };
        let message = message!("data-invalid-choice", key = key, word = shortened(word));
        let found = Diagnostic::new(codes::DATA_INVALID, message);
        self.diagnostics.push(found.at(self.place_of(key)).help(help));
    }

    /// Ends the reading: reports keys that nobody asked for, and those that are missing.
    ///
    /// A key that is only misspelt is not also missing.
    pub(crate) fn finish(self) {
        let mut meant = Vec::new();
        for (key, _) in self.entries {
            if self.known.contains(&key.text.as_str()) {
                continue;
            }
            let broken =
                slips::broken_colon(&key.text).filter(|slip| self.known.contains(&slip.key));
            if let Some(slip) = broken {
                meant.push(slip.key);
                let found = Diagnostic::new(codes::DATA_INVALID, slip.message);
                self.diagnostics.push(found.at(key.span).help(slip.help));
                continue;
            }
            let near = nearest(&key.text, self.known.iter().copied());
            meant.extend(near);
            self.diagnostics.push(unknown_key(key, near, &self.known));
        }
        self.report_missing(&meant);
    }

    fn report_missing(self, meant: &[&str]) {
        let mut missing = Vec::new();
        for key in self.required {
            match self.entries.iter().find(|(own, _)| own.text == *key) {
                Some((own, node)) if node.is_null() => self.diagnostics.push(
                    Diagnostic::new(
                        codes::DATA_INVALID,
                        message!("data-invalid-empty", key = *key),
                    )
                    .at(own.span)
                    .help(message!("data-invalid-empty.help", key = *key)),
                ),
                Some(_) => {}
                None if meant.contains(key) => {}
                None => missing.push(format!("`{key}`")),
            }
        }
        let count = missing.len();
        let Some(last) = missing.pop() else { return };
        let message = message!(
            "data-invalid-lacks",
            subject = self.name,
            count = count,
            others = missing,
            last = last,
        );
        self.diagnostics.push(
            Diagnostic::new(codes::DATA_INVALID, message)
                .at(self.place)
                .help(message!("data-invalid-lacks.help")),
        );
    }
}

/// The finding that nothing reads a key.
fn unknown_key(key: &YamlKey, near: Option<&str>, known: &[&str]) -> Diagnostic {
    let help = match near {
        Some(near) => message!("did-you-mean", name = near),
        None if key.text == "<<" => message!("key-unknown.merge"),
        None => message!("key-unknown.known", known = known.to_vec()),
    };
    Diagnostic::new(codes::KEY_UNKNOWN, message!("key-unknown", key = &key.text))
        .at(key.span)
        .help(help)
}
