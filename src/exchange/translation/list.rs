//! A translation that came back: XLIFF into units.

use super::unit::CODE;
use crate::exchange::formats::xml::{self, Element, Node};
use crate::exchange::formats::{FormatFault, in_quotes, xliff};
use crate::source::message;

/// A file as a translator sent it.
pub(super) struct List {
    /// The language of the originals.
    pub(super) source: String,
    /// The language of the translations.
    pub(super) target: String,
    /// The units, in order.
    pub(super) units: Vec<ListedUnit>,
    /// Where the root stands.
    pub(super) at: usize,
}

/// A unit as a translator sent it.
pub(super) struct ListedUnit {
    /// What the file it stands in was made of.
    pub(super) original: String,
    /// Its id.
    pub(super) id: String,
    /// The whole address; nothing where the program that was used dropped it.
    pub(super) name: Option<String>,
    /// What was translated, and its translation; or why that cannot be told.
    pub(super) words: Result<Words, &'static str>,
}

/// What was translated.
pub(super) struct Words {
    /// The original.
    pub(super) source: String,
    /// The translation; empty where there is none.
    pub(super) target: String,
}

/// Reads a file; a fault if it is no XLIFF that can be used.
pub(super) fn read_xliff(text: &str) -> Result<List, FormatFault> {
    let root = xml::read_xml(text)?;
    let fault = |message, help| FormatFault { at: root.at, message, help };
    if root.name != "xliff" {
        let message = message!("import-list-xliff-root", name = in_quotes(&root.name));
        return Err(fault(message, message!("import-list-xliff-root.help")));
    }
    let version = root.attribute("version").unwrap_or_default();
    if !xliff::READ.contains(&version) {
        let message = message!("import-list-xliff-version", version = in_quotes(version));
        return Err(fault(message, message!("import-list-xliff-version.help")));
    }
    let language = |name| root.attribute(name).unwrap_or_default().to_owned();
    let mut list = List {
        source: language("srcLang"),
        target: language("trgLang"),
        units: Vec::new(),
        at: root.at,
    };
    for file in root.elements().filter(|element| element.name == "file") {
        let original = file.attribute("original").unwrap_or_default();
        units(file, original, &mut list.units);
    }
    Ok(list)
}

/// The units of a file or a group, those of its groups as well.
fn units(of: &Element, original: &str, all: &mut Vec<ListedUnit>) {
    for element in of.elements() {
        match element.name.as_str() {
            "group" => units(element, original, all),
            "unit" => all.push(ListedUnit {
                original: original.to_owned(),
                id: element.attribute("id").unwrap_or_default().to_owned(),
                name: element.attribute("name").map(str::to_owned),
                words: segment_words(element),
            }),
            _ => {}
        }
    }
}

/// The words of all segments of a unit, joined again.
fn segment_words(unit: &Element) -> Result<Words, &'static str> {
    let mut words = Words { source: String::new(), target: String::new() };
    let (mut translated, mut untranslated) = (false, false);
    for part in unit.elements() {
        let is_segment = part.name == "segment";
        if !is_segment && part.name != "ignorable" {
            continue;
        }
        let mut source = String::new();
        if let Some(element) = part.first("source") {
            segment_text(element, &mut source)?;
        }
        let mut target = None;
        if let Some(element) = part.first("target") {
            if element.attribute("order").is_some() {
                return Err(
                    "its segments are to be set in another order; join them in the translation program",
                );
            }
            segment_text(element, target.insert(String::new()))?;
        }
        let target = target.filter(|target| !target.is_empty());
        if is_segment {
            translated |= target.is_some();
            untranslated |= target.is_none();
        }
        // What stands between segments and is not said anew stays as it is.
        let between = (!is_segment).then(|| source.clone());
        words.target.push_str(&target.or(between).unwrap_or_default());
        words.source.push_str(&source);
    }
    if translated && untranslated {
        return Err("only a part of it is translated");
    }
    if !translated {
        words.target.clear();
    }
    Ok(words)
}

/// The text of a segment. Marks over it are the translator's own; codes would stand for something
/// that Markdown says in characters.
fn segment_text(element: &Element, text: &mut String) -> Result<(), &'static str> {
    for node in &element.nodes {
        match node {
            Node::Text(part) => text.push_str(part),
            Node::Element(inner) => match inner.name.as_str() {
                "mrk" => segment_text(inner, text)?,
                "sm" | "em" => {}
                // Between two blocks of a row.
                xliff::BLOCK_CODE
                    if inner.attribute("equiv").is_none_or(|is| is.trim().is_empty()) =>
                {
                    text.push(CODE);
                }
                _ => {
                    return Err(
                        "it holds inline codes; emphasis, links and notes are written in Markdown",
                    );
                }
            },
        }
    }
    Ok(())
}
