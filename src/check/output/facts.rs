//! A rendered page reduced to what it offers (ids) and what it asks for (addresses).

use crate::exchange::formats::html::{TagPart, hear_tags};
use crate::model::OutputFile;

/// What a page offers and asks for.
#[derive(Debug, Default)]
pub(crate) struct PageFacts {
    /// Its ids, sorted; one that occurs twice stands here twice.
    pub(super) ids: Vec<String>,
    /// Addresses a reader may follow, sorted, each once.
    pub(super) links: Vec<String>,
    /// Addresses the browser asks for by itself, likewise.
    pub(super) loads: Vec<String>,
}

impl PageFacts {
    /// Whether the page has a place with this id.
    pub(super) fn has_id(&self, id: &str) -> bool {
        self.ids.binary_search_by(|known| known.as_str().cmp(id)).is_ok()
    }
}

/// The facts of a rendered file; files that are not pages offer only themselves.
pub(crate) fn facts(file: &OutputFile) -> PageFacts {
    let path = file.path.as_str();
    // The page a host shows for a missing address has no place of its own.
    let is_page = path.rsplit_once('.').is_some_and(|(_, ending)| ending == "html");
    if !is_page || path == "404.html" {
        return PageFacts::default();
    }
    let mut reader = TagReader::default();
    hear_tags(&file.bytes, |part| reader.hear(part));
    let mut facts = reader.facts;
    facts.ids.sort_unstable();
    for addresses in [&mut facts.links, &mut facts.loads] {
        addresses.sort_unstable();
        addresses.dedup();
    }
    facts
}

/// What a tag is, as far as addresses are concerned.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Tag {
    /// `a`, `area`: a reader may follow its `href`.
    Anchor,
    /// `link`: what its `rel` says.
    Link,
    #[default]
    Other,
}

/// An attribute whose value matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Attribute {
    Id,
    Href,
    Src,
    Rel,
}

/// Hears the parts of start tags one after another.
#[derive(Debug, Default)]
struct TagReader {
    facts: PageFacts,
    tag: Tag,
    attribute: Option<Attribute>,
    href: Option<String>,
    /// Whether a `link` is loaded by the browser itself.
    is_loaded: bool,
}

impl TagReader {
    fn hear(&mut self, part: TagPart<'_>) {
        match part {
            TagPart::Open(name) => {
                self.tag = match name {
                    b"a" | b"area" => Tag::Anchor,
                    b"link" => Tag::Link,
                    _ => Tag::Other,
                };
                (self.href, self.is_loaded) = (None, false);
            }
            TagPart::AttributeName(name) => {
                self.attribute = match name {
                    b"id" => Some(Attribute::Id),
                    b"href" => Some(Attribute::Href),
                    b"src" => Some(Attribute::Src),
                    b"rel" => Some(Attribute::Rel),
                    _ => None,
                };
            }
            TagPart::AttributeValue(value) => self.attribute_value(value),
            TagPart::Close => self.close_tag(),
        }
    }

    fn attribute_value(&mut self, value: &[u8]) {
        let text = || String::from_utf8_lossy(value).into_owned();
        match self.attribute.take() {
            Some(Attribute::Id) => self.facts.ids.push(text()),
            Some(Attribute::Href) if self.tag != Tag::Other => self.href = Some(text()),
            Some(Attribute::Src) => self.facts.loads.push(text()),
            Some(Attribute::Rel) => {
                self.is_loaded = [&b"stylesheet"[..], b"icon", b"preload"].contains(&value);
            }
            _ => {}
        }
    }

    fn close_tag(&mut self) {
        let Some(href) = self.href.take() else { return };
        if self.tag == Tag::Link && self.is_loaded {
            self.facts.loads.push(href);
        } else {
            self.facts.links.push(href);
        }
    }
}
