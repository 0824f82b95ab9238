//! The values of a text, as `serde_yaml` gives them, along the tree of its places.
//!
//! Two parsers read each file: one knows places and judges what is there, the other gives the
//! values. They follow different versions of YAML, so a few texts are read differently (a tab
//! after `-`, a line separator of Unicode). Such a text is a finding at the place where the two
//! part; nothing is published on a guess.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::events::{Form, ShapeEntry, YamlShape};
use super::node::{YamlKey, YamlNode, YamlScalar, YamlValue};
use super::slips;
use super::text::YamlText;
use crate::source::Diagnostic;

/// Puts the values into the tree.
pub(super) fn node_of(text: &YamlText, shape: &YamlShape) -> Result<YamlNode, Box<Diagnostic>> {
    let mut walk = Walk { text, anchors: BTreeMap::new(), at: 0..0, has_parted: false };
    let deserializer = serde_yaml::Deserializer::from_str(text.text);
    Step { walk: &mut walk, shape }.deserialize(deserializer).map_err(|error| {
        // The other parser says where it stopped, unless it was stopped from here.
        let at = error.location().filter(|_| !walk.has_parted);
        let at = at.map_or(walk.at.clone(), |location| {
            let at = text.byte(location.index());
            at..at
        });
        Box::new(slips::parted(text, at))
    })
}

/// Holds the two equal where the tree is empty: the other parser must find nothing as well. A tab alone
/// on a line is nothing to the one and a fault to the other.
pub(super) fn nothing_in(text: &YamlText) -> Result<(), Box<Diagnostic>> {
    match serde_yaml::from_str::<Option<IgnoredAny>>(text.text) {
        Ok(None) => Ok(()),
        Ok(Some(_)) => Err(Box::new(slips::parted(text, 0..0))),
        Err(error) => {
            let at = error.location().map_or(0, |location| text.byte(location.index()));
            Err(Box::new(slips::parted(text, at..at)))
        }
    }
}

/// A whole number as `serde_yaml` reads it; nothing if a text is none.
pub(super) fn whole_number(scalar: &YamlScalar) -> Option<i64> {
    serde_yaml::from_str(&scalar.text).ok().filter(|_| scalar.is_plain)
}

/// `true` or `false` as `serde_yaml` reads it.
pub(super) fn yes_or_no(scalar: &YamlScalar) -> Option<bool> {
    serde_yaml::from_str(&scalar.text).ok().filter(|_| scalar.is_plain)
}

struct Walk<'a> {
    text: &'a YamlText<'a>,
    anchors: BTreeMap<usize, Arc<YamlValue>>,
    /// The place of the value that is being read.
    at: Range<usize>,
    has_parted: bool,
}

impl Walk<'_> {
    fn part_value<E: Error>(&mut self, range: &Range<usize>) -> E {
        self.has_parted = true;
        self.at = range.clone();
        E::custom("read differently")
    }
}

/// One value of the tree.
struct Step<'a, 'w> {
    walk: &'w mut Walk<'a>,
    shape: &'w YamlShape,
}

impl<'de> DeserializeSeed<'de> for Step<'_, '_> {
    type Value = YamlNode;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<YamlNode, D::Error> {
        let Self { walk, shape } = self;
        walk.at = shape.range.clone();
        let value = match &shape.form {
            // An alias is never written out here: what it repeats was compared where it stands.
            Form::Alias(anchor) => {
                deserializer.deserialize_ignored_any(IgnoredAny)?;
                walk.anchors.get(anchor).cloned().unwrap_or(Arc::new(YamlValue::Null))
            }
            Form::Scalar(text, is_plain) => match deserializer.deserialize_option(TextOrNull)? {
                Some(value) if value == *text => {
                    let scalar = YamlScalar { text: value, is_plain: *is_plain };
                    Arc::new(YamlValue::Scalar(scalar))
                }
                None if *is_plain => Arc::new(YamlValue::Null),
                _ => return Err(walk.part_value(&shape.range)),
            },
            Form::List(shapes) => {
                Arc::new(deserializer.deserialize_seq(List { walk: &mut *walk, shapes })?)
            }
            Form::Map(shapes) => {
                Arc::new(deserializer.deserialize_map(Map { walk: &mut *walk, shapes })?)
            }
        };
        if shape.anchor > 0 {
            walk.anchors.insert(shape.anchor, Arc::clone(&value));
        }
        Ok(YamlNode { span: walk.text.span_of(walk.text.first_line_of(&shape.range)), value })
    }
}

/// A text as it is written, whatever type it might have; nothing for a null.
struct TextOrNull;

impl<'de> Visitor<'de> for TextOrNull {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_none<E: Error>(self) -> Result<Option<String>, E> {
        Ok(None)
    }

    fn visit_unit<E: Error>(self) -> Result<Option<String>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, value: D) -> Result<Option<String>, D::Error> {
        value.deserialize_str(self)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Option<String>, E> {
        Ok(Some(text.to_owned()))
    }
}

struct List<'a, 'w> {
    walk: &'w mut Walk<'a>,
    shapes: &'w [YamlShape],
}

impl<'de> Visitor<'de> for List<'_, '_> {
    type Value = YamlValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<YamlValue, A::Error> {
        let mut nodes = Vec::with_capacity(self.shapes.len());
        for shape in self.shapes {
            match list.next_element_seed(Step { walk: &mut *self.walk, shape })? {
                Some(node) => nodes.push(node),
                None => return Err(self.walk.part_value(&shape.range)),
            }
        }
        if list.next_element::<IgnoredAny>()?.is_some() {
            let at = self.walk.at.clone();
            return Err(self.walk.part_value(&at));
        }
        Ok(YamlValue::List(nodes))
    }
}

struct Map<'a, 'w> {
    walk: &'w mut Walk<'a>,
    shapes: &'w [ShapeEntry],
}

impl<'de> Visitor<'de> for Map<'_, '_> {
    type Value = YamlValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a mapping")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<YamlValue, A::Error> {
        let mut entries = Vec::with_capacity(self.shapes.len());
        for ShapeEntry { key, value, is_repeated } in self.shapes {
            let node = map.next_key_seed(Step { walk: &mut *self.walk, shape: key })?;
            let Some(node) = node else { return Err(self.walk.part_value(&key.range)) };
            // `null: x` and `~: x` are keys by their characters, as any other.
            let text = match (&*node.value, &key.form) {
                (YamlValue::Scalar(scalar), _) => scalar.text.clone(),
                (_, Form::Scalar(text, _)) => text.clone(),
                _ => return Err(self.walk.part_value(&key.range)),
            };
            let value = map.next_value_seed(Step { walk: &mut *self.walk, shape: value })?;
            if !is_repeated {
                entries.push((YamlKey { text, span: node.span }, value));
            }
        }
        if map.next_key::<IgnoredAny>()?.is_some() {
            let at = self.walk.at.clone();
            return Err(self.walk.part_value(&at));
        }
        Ok(YamlValue::Map(entries))
    }
}
