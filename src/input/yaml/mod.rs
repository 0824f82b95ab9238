//! The only user of `serde_yaml` and of the parser that knows places: YAML into values that know
//! where they stand, and its faults into diagnostics in an author's words.
//!
//! 1. `events` makes a tree of the parser's events: what is there, and where;
//! 2. `values` puts the values of `serde_yaml` into it, and holds the two equal;
//! 3. `reader` reads typed values from the tree, and finds missing, unknown and wrong ones, of which
//!    `wanted` says what they should be;
//! 4. `slips` names what is usually mistyped where a text is no YAML.
//!
//! A data format asks for what it knows and takes what it gets: all findings of a file are made in
//! one run, each at the value or key it is about.

mod events;
mod node;
mod quote;
mod reader;
mod slips;
mod text;
mod values;
mod wanted;

pub(crate) use node::{YamlKey, YamlNode, YamlValue};
pub(crate) use quote::scalar;
pub(crate) use reader::{MapReader, list_file};
pub(crate) use wanted::{ValueForm, mismatch};

use crate::source::{Diagnosed, FileId};
use text::YamlText;

/// Reads `text`, which is the part of `file` that begins at byte `offset`.
///
/// Nothing if the text says nothing (comments, a lone `---`, `null`), or if a diagnostic says why.
pub(crate) fn parse_yaml(text: &str, file: FileId, offset: usize) -> Diagnosed<Option<YamlNode>> {
    let text = YamlText::new(text, file, offset);
    let mut diagnostics = Vec::new();
    let node = events::shape_of(&text, &mut diagnostics).and_then(|shape| match shape {
        Some(shape) => values::node_of(&text, &shape).map(Some),
        None => values::nothing_in(&text).map(|()| None),
    });
    let value = match node {
        Ok(node) => node.filter(|node| !node.is_null()),
        Err(fault) => {
            diagnostics.push(*fault);
            None
        }
    };
    Diagnosed { value, diagnostics }
}

#[cfg(test)]
mod tests;
