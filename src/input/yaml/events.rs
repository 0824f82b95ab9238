//! The events of the parser into a tree of forms and places.
//!
//! This parser judges what is there. It gives texts as they are written and every place, and is
//! asked event by event, so a file that nests too deep is left at the level where it does.

use std::collections::BTreeMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, Span as Marks, Tag};

use super::slips::{self, Syntax};
use super::text::YamlText;
use crate::source::{Diagnostic, Message, codes, message};

/// How deep lists and mappings may stand in each other. The deepest format needs seven levels.
const MOST_LEVELS: usize = 32;

/// How many times the values of a file may be repeated by its aliases, all in all.
const MOST_REPETITION: u64 = 100;

/// A value by its form, and its place in the text.
#[derive(Debug)]
pub(super) struct YamlShape {
    /// The bytes it covers.
    pub(super) range: Range<usize>,
    /// The number of its anchor (`&x`), from 1; 0 if it has none.
    pub(super) anchor: usize,
    /// What it is.
    pub(super) form: Form,
    /// How many values it holds once all aliases are written out.
    size: u64,
}

/// The form of a value.
#[derive(Debug)]
pub(super) enum Form {
    /// A text, and whether it stands without quotation marks.
    Scalar(String, bool),
    /// The value with this anchor once more.
    Alias(usize),
    /// A list.
    List(Vec<YamlShape>),
    /// A mapping.
    Map(Vec<ShapeEntry>),
}

/// An entry of a mapping.
#[derive(Debug)]
pub(super) struct ShapeEntry {
    /// Its key, which is a text.
    pub(super) key: YamlShape,
    /// Its value.
    pub(super) value: YamlShape,
    /// Whether the key stands in this mapping before; only the first counts.
    pub(super) is_repeated: bool,
}

/// The tree of a text; nothing where the text says nothing. Keys that stand twice are added to
/// `diagnostics`, and only the first of them is kept; what stops the reading is the error.
pub(super) fn shape_of(
    text: &YamlText,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Option<YamlShape>, Box<Diagnostic>> {
    let mut builder = Builder {
        text,
        open: Vec::new(),
        root: None,
        sizes: BTreeMap::new(),
        count: 0,
        last: 0..0,
        diagnostics,
    };
    let mut documents = 0;
    for event in Parser::new_from_str(text.text) {
        let (event, marks) = event.map_err(|error| Box::new(builder.syntax(&error)))?;
        if matches!(event, Event::DocumentStart(_)) {
            documents += 1;
            if documents > 1 {
                return Err(Box::new(second_document(text, &marks)));
            }
        }
        builder.add_event(event, &marks)?;
    }
    let root = builder.root.take();
    let (size, count) = (root.as_ref().map_or(0, |root| root.size), builder.count);
    if size > count.saturating_mul(MOST_REPETITION) {
        return Err(Box::new(
            Diagnostic::new(codes::DATA_INVALID, message!("data-invalid-repetition"))
                .at(text.span_of(0..text.first_line()))
                .help(message!("data-invalid-repetition.help")),
        ));
    }
    Ok(root)
}

fn second_document(text: &YamlText, marks: &Marks) -> Diagnostic {
    Diagnostic::new(codes::DATA_INVALID, message!("data-invalid-second-document"))
        .at(text.span_of(text.byte_range(marks)))
        .help(message!("data-invalid-second-document.help"))
}

/// A list or a mapping that is not closed yet.
struct OpenShape {
    start: usize,
    anchor: usize,
    /// Whether it stands in `[…]` or `{…}`.
    is_flow: bool,
    size: u64,
    content: Content,
}

enum Content {
    List(Vec<YamlShape>),
    Map {
        entries: Vec<ShapeEntry>,
        keys: BTreeMap<String, Range<usize>>,
        /// The key that waits for its value, and whether it is repeated.
        waiting: Option<(YamlShape, bool)>,
    },
}

struct Builder<'a> {
    text: &'a YamlText<'a>,
    open: Vec<OpenShape>,
    root: Option<YamlShape>,
    /// The sizes of values with an anchor, once they are complete.
    sizes: BTreeMap<usize, u64>,
    count: u64,
    /// The place of the last scalar.
    last: Range<usize>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Builder<'_> {
    fn add_event(&mut self, event: Event, marks: &Marks) -> Result<(), Box<Diagnostic>> {
        self.count += 1;
        let range = self.text.byte_range(marks);
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_tag(tag.as_deref(), &range)?;
                let is_plain = style == ScalarStyle::Plain;
                let range = match style {
                    ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                        self.text.quoted_range(range)
                    }
                    _ => range,
                };
                self.last = range.clone();
                let form = Form::Scalar(text.into_owned(), is_plain);
                self.complete(YamlShape { range, anchor, form, size: 1 })
            }
            Event::Alias(anchor) => {
                let Some(size) = self.sizes.get(&anchor).copied() else {
                    return Err(Box::new(self.stop(&range, message!("data-invalid-alias-inside"))));
                };
                self.complete(YamlShape { range, anchor: 0, form: Form::Alias(anchor), size })
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse_tag(tag.as_deref(), &range)?;
                self.begin_node(&range, anchor, Content::List(Vec::new()))
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse_tag(tag.as_deref(), &range)?;
                let (entries, keys) = (Vec::new(), BTreeMap::new());
                self.begin_node(&range, anchor, Content::Map { entries, keys, waiting: None })
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(&range),
            _ => Ok(()),
        }
    }

    fn begin_node(
        &mut self,
        range: &Range<usize>,
        anchor: usize,
        content: Content,
    ) -> Result<(), Box<Diagnostic>> {
        if self.open.len() == MOST_LEVELS {
            let message = message!("data-invalid-levels", most = MOST_LEVELS);
            return Err(Box::new(self.stop(range, message)));
        }
        let is_flow = self.text.text[range.start..].starts_with(['[', '{']) && !range.is_empty();
        self.open.push(OpenShape { start: range.start, anchor, is_flow, size: 1, content });
        Ok(())
    }

    fn end(&mut self, range: &Range<usize>) -> Result<(), Box<Diagnostic>> {
        let Some(open) = self.open.pop() else { return Ok(()) };
        // A block ends where the next one begins; what it covers ends with its last value.
        let (form, last) = match open.content {
            Content::List(shapes) => {
                let last = shapes.last().map(|shape| shape.range.end);
                (Form::List(shapes), last)
            }
            Content::Map { entries, .. } => {
                let last = entries.last().map(|last| last.value.range.end.max(last.key.range.end));
                (Form::Map(entries), last)
            }
        };
        let end = if open.is_flow { range.end } else { last.unwrap_or(open.start) };
        let range = open.start..end.max(open.start);
        self.complete(YamlShape { range, anchor: open.anchor, form, size: open.size })
    }

    /// Puts a complete value where it belongs: into the innermost list or mapping that is open, else
    /// it is the root.
    ///
    /// The parser hands over a mapping as a row of values, key, value, key, value. So in a mapping the
    /// first one waits: `{a: 1, b: 2}` comes as `a` (waits), `1` (makes the entry `a: 1`), `b` (waits), `2`.
    /// A key that was there before is told at both places and its entry is marked, so that the first
    /// one counts and nothing follows from the second.
    fn complete(&mut self, shape: YamlShape) -> Result<(), Box<Diagnostic>> {
        if shape.anchor > 0 {
            self.sizes.insert(shape.anchor, shape.size);
        }
        let Some(open) = self.open.last_mut() else {
            self.root = Some(shape);
            return Ok(());
        };
        open.size = open.size.saturating_add(shape.size);
        let (entries, keys, waiting) = match &mut open.content {
            Content::List(list) => {
                list.push(shape);
                return Ok(());
            }
            Content::Map { entries, keys, waiting } => (entries, keys, waiting),
        };
        if let Some((key, is_repeated)) = waiting.take() {
            entries.push(ShapeEntry { key, value: shape, is_repeated });
            return Ok(());
        }
        let name = match &shape.form {
            Form::Scalar(name, is_plain) if !(name.is_empty() && *is_plain) => name,
            _ => return Err(Box::new(self.stop(&shape.range, message!("data-invalid-key")))),
        };
        let first = keys.get(name);
        self.diagnostics.extend(first.map(|first| twice(self.text, name, &shape.range, first)));
        let is_repeated = first.is_some();
        if !is_repeated {
            keys.insert(name.clone(), shape.range.clone());
        }
        *waiting = Some((shape, is_repeated));
        Ok(())
    }

    /// `!x`: what it should mean is said nowhere. The standard ones (`!!str`) change no text.
    fn refuse_tag(&self, tag: Option<&Tag>, range: &Range<usize>) -> Result<(), Box<Diagnostic>> {
        if tag.is_none_or(Tag::is_yaml_core_schema) {
            return Ok(());
        }
        let found = Diagnostic::new(codes::DATA_INVALID, message!("data-invalid-tag"));
        let help = message!("data-invalid-tag.help");
        Err(Box::new(found.at(self.text.span_of(self.text.first_line_of(range))).help(help)))
    }

    fn stop(&self, range: &Range<usize>, message: Message) -> Diagnostic {
        let at = self.text.span_of(self.text.first_line_of(range));
        Diagnostic::new(codes::DATA_INVALID, message).at(at).help(message!("see-data-examples"))
    }

    fn syntax(&self, error: &saphyr_parser::ScanError) -> Diagnostic {
        let at = self.text.byte(error.marker().index());
        let flow = self.open.iter().rfind(|open| open.is_flow).map(|open| open.start);
        slips::explain(self.text, &Syntax { at, last: self.last.clone(), flow, info: error.info() })
    }
}

fn twice(text: &YamlText, name: &str, second: &Range<usize>, first: &Range<usize>) -> Diagnostic {
    Diagnostic::new(codes::DATA_INVALID, message!("data-invalid-twice", key = name))
        .at(text.span_of(second.clone()))
        .labelled(text.span_of(first.clone()), message!("data-invalid-twice.first"))
        .help(message!("keep-one"))
}
