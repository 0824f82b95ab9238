//! XML: the only user of `quick-xml`.

use std::borrow::Cow;

use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};
use quick_xml::{Reader, XmlVersion};

use super::FormatFault;
use crate::source::{Message, message};

/// How deep elements may nest in a text that is read.
const DEEPEST: usize = 256;

/// The most elements of a text that is read.
const MOST_ELEMENTS: usize = 2_000_000;

/// Writes elements, each on a line of its own unless it holds text.
pub(crate) struct Writer {
    inner: quick_xml::Writer<Vec<u8>>,
    open: Vec<&'static str>,
}

impl Writer {
    /// A document, so far empty.
    pub(crate) fn new() -> Self {
        let mut bytes = Vec::new();
        bytes.extend_from_slice(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        Self { inner: quick_xml::Writer::new(bytes), open: Vec::new() }
    }

    /// Opens an element. [`Writer::close_element`] closes it.
    pub(crate) fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.begin_line();
        self.event(Event::Start(start_tag(name, attributes)));
        self.open.push(name);
    }

    /// Closes the element that was opened last.
    pub(crate) fn close_element(&mut self) {
        if let Some(name) = self.open.pop() {
            self.begin_line();
            self.event(Event::End(BytesEnd::new(name)));
        }
    }

    /// An element with text.
    pub(crate) fn text_element(
        &mut self,
        name: &'static str,
        attributes: &[(&str, &str)],
        text: &str,
    ) {
        self.begin_line();
        self.event(Event::Start(start_tag(name, attributes)));
        // A plain carriage return would be read as a line feed.
        let escaped = quick_xml::escape::escape(possible(text)).replace('\r', "&#13;");
        self.event(Event::Text(BytesText::from_escaped(escaped)));
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// An element with several texts, and an empty element between any two of them, each with its number
    /// as its `id`.
    pub(crate) fn parted_element(
        &mut self,
        name: &'static str,
        attributes: &[(&str, &str)],
        texts: &[&str],
        between: (&'static str, &[(&str, &str)]),
    ) {
        self.begin_line();
        self.event(Event::Start(start_tag(name, attributes)));
        for (number, text) in texts.iter().enumerate() {
            if number > 0 {
                let id = number.to_string();
                let attributes = [&[("id", &*id)], between.1].concat();
                self.event(Event::Empty(start_tag(between.0, &attributes)));
            }
            let escaped = quick_xml::escape::escape(possible(text)).replace('\r', "&#13;");
            self.event(Event::Text(BytesText::from_escaped(escaped)));
        }
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// The document, with everything closed.
    pub(crate) fn finish_document(mut self) -> Vec<u8> {
        while !self.open.is_empty() {
            self.close_element();
        }
        let mut bytes = self.inner.into_inner();
        bytes.push(b'\n');
        bytes
    }

    fn begin_line(&mut self) {
        let bytes = self.inner.get_mut();
        bytes.push(b'\n');
        bytes.resize(bytes.len() + self.open.len(), b' ');
    }

    fn event(&mut self, event: Event) {
        self.inner.write_event(event).expect("memory takes everything");
    }
}

impl Default for Writer {
    fn default() -> Self {
        Self::new()
    }
}

fn start_tag(name: &'static str, attributes: &[(&str, &str)]) -> BytesStart<'static> {
    let mut start = BytesStart::new(name);
    for (key, value) in attributes {
        start.push_attribute((*key, &*possible(value)));
    }
    start.into_owned()
}

/// A text with what XML cannot hold, even escaped, shown as replaced (XML 1.0, 2.2).
pub(crate) fn possible(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_possible) {
        Cow::Borrowed(text)
    } else {
        text.chars().map(|c| if is_possible(c) { c } else { '\u{fffd}' }).collect()
    }
}

fn is_possible(c: char) -> bool {
    !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// An element as read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Element {
    /// Its name, without a prefix.
    pub name: String,
    /// Whether its name had a prefix.
    pub(crate) has_prefix: bool,
    /// Its attributes, with their prefixes.
    pub(crate) attributes: Vec<(String, String)>,
    /// What is in it, in order.
    pub(crate) nodes: Vec<Node>,
    /// The byte it begins at.
    pub(crate) at: usize,
}

/// What an element holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node {
    /// An element.
    Element(Element),
    /// Text.
    Text(String),
}

impl Element {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The value of an attribute, whatever its prefix.
    pub(crate) fn local_attribute(&self, name: &str) -> Option<&str> {
        let local = |known: &str| known.rsplit(':').next() == Some(name);
        self.attributes.iter().find(|(known, _)| local(known)).map(|(_, value)| value.as_str())
    }

    /// The elements in it.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.nodes.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element of this name in it.
    pub fn first(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    /// The text in it and in its elements, in order.
    pub fn inner_text(&self) -> String {
        let mut text = String::new();
        self.collect_text(&mut text);
        text
    }

    fn collect_text(&self, text: &mut String) {
        for node in &self.nodes {
            match node {
                Node::Element(element) => element.collect_text(text),
                Node::Text(part) => text.push_str(part),
            }
        }
    }
}

/// Reads a document. Entities other than the five of XML are refused: none is ever expanded, and
/// nothing a document type names is fetched.
pub fn read_xml(text: &str) -> Result<Element, FormatFault> {
    let mut reader = Reader::from_str(text);
    let mut tree = Tree::default();
    loop {
        let at = position(reader.buffer_position());
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => {
                let at = position(reader.error_position()).min(text.len());
                return Err(fault(at, message!("import-list-xml", reason = error.to_string())));
            }
        };
        match event {
            Event::Eof => return tree.into_root(text.len()),
            Event::Start(start) => tree.open(&start, at)?,
            Event::Empty(start) => {
                tree.open(&start, at)?;
                tree.close_tag(at)?;
            }
            Event::End(_) => tree.close_tag(at)?,
            Event::Text(part) => tree.add_text(&part.xml10_content(), at)?,
            Event::CData(part) => tree.add_text(&part.xml10_content(), at)?,
            Event::GeneralRef(reference) => {
                let name = reference.xml10_content();
                let character = reference.resolve_char_ref().ok().flatten().map(String::from);
                let known = quick_xml::escape::resolve_xml_entity(&name).map(str::to_owned);
                match character.or(known) {
                    Some(text) => tree.add_text(&text, at)?,
                    None => return Err(unknown_entity(at, &name)),
                }
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

fn position(at: u64) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

fn fault(at: usize, message: Message) -> FormatFault {
    FormatFault { at, message, help: message!("write-xml") }
}

fn unreadable_attribute(at: usize, error: &impl ToString) -> FormatFault {
    fault(at, message!("import-list-attribute", reason = error.to_string()))
}

fn unknown_entity(at: usize, name: &str) -> FormatFault {
    FormatFault {
        at,
        message: message!("import-list-entity", name = name),
        help: message!("import-list-entity.help"),
    }
}

/// The elements that are open, the outermost first.
#[derive(Default)]
struct Tree {
    open: Vec<Element>,
    root: Option<Element>,
    count: usize,
}

impl Tree {
    fn open(&mut self, start: &BytesStart, at: usize) -> Result<(), FormatFault> {
        if self.root.is_some() {
            return Err(fault(at, message!("import-list-second-element")));
        }
        self.count += 1;
        if self.open.len() >= DEEPEST || self.count > MOST_ELEMENTS {
            let message = message!("import-list-elements", deepest = DEEPEST, most = MOST_ELEMENTS);
            return Err(FormatFault { at, message, help: message!("import-list-elements.help") });
        }
        let mut attributes = Vec::new();
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|error| unreadable_attribute(at, &error))?;
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map_err(|error| unreadable_attribute(at, &error))?;
            if !value.chars().all(is_possible) {
                return Err(impossible(at));
            }
            attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
        }
        let name = start.name();
        let local = start.local_name();
        self.open.push(Element {
            name: local.as_ref().to_owned(),
            has_prefix: local.as_ref().len() < name.as_ref().len(),
            attributes,
            at,
            ..Element::default()
        });
        Ok(())
    }

    fn close_tag(&mut self, at: usize) -> Result<(), FormatFault> {
        let Some(element) = self.open.pop() else {
            return Err(fault(at, message!("import-list-unopened")));
        };
        match self.open.last_mut() {
            Some(outer) => outer.nodes.push(Node::Element(element)),
            None => self.root = Some(element),
        }
        Ok(())
    }

    fn add_text(&mut self, text: &str, at: usize) -> Result<(), FormatFault> {
        if !text.chars().all(is_possible) {
            return Err(impossible(at));
        }
        match self.open.last_mut() {
            Some(element) => match element.nodes.last_mut() {
                Some(Node::Text(part)) => part.push_str(text),
                _ => element.nodes.push(Node::Text(text.to_owned())),
            },
            None if text.chars().all(|c| c.is_whitespace() || c == '\u{feff}') => {}
            None => return Err(fault(at, message!("import-list-text-outside"))),
        }
        Ok(())
    }

    fn into_root(self, length: usize) -> Result<Element, FormatFault> {
        if let Some(open) = self.open.last() {
            return Err(fault(open.at, message!("import-list-unclosed", name = &open.name)));
        }
        self.root.ok_or_else(|| fault(length, message!("import-list-no-element")))
    }
}

fn impossible(at: usize) -> FormatFault {
    fault(at, message!("import-list-control-character"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let mut writer = Writer::new();
        writer.open("a", &[("x", "\"<&>'\t")]);
        writer.text_element("b", &[("xml:lang", "zh")], "“<甲&乙>”\r\n \u{1}");
        writer.open("c", &[]);
        let bytes = writer.finish_document();
        let text = String::from_utf8(bytes).unwrap();
        let root = read_xml(&text).unwrap();
        assert_eq!(root.attribute("x"), Some("\"<&>'\t"), "{text}");
        let b = root.first("b").unwrap();
        assert_eq!(b.inner_text(), "“<甲&乙>”\r\n \u{fffd}", "{text}");
        assert_eq!(b.attribute("xml:lang"), Some("zh"));
        assert!(text[b.at..].starts_with("<b "));
        assert!(text.ends_with("\n <c>\n </c>\n</a>\n"), "{text}");
    }

    #[test]
    fn entities_are_never_expanded() {
        let bomb = "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;\">]><a>&y;</a>";
        let fault = read_xml(bomb).unwrap_err();
        assert_eq!(
            (fault.at, fault.message),
            (bomb.find("&y;</").unwrap(), message!("import-list-entity", name = "y"))
        );
        assert!(
            read_xml("<!DOCTYPE a SYSTEM \"file:///etc/hostname\"><a>&amp;&#x4e00;</a>").is_ok()
        );
        assert!(read_xml("<a b=\"&y;\"/>").is_err());
    }

    #[test]
    fn what_is_not_well_formed_is_shown_at_its_place() {
        for (text, place) in [
            ("<a><b></a>", "</a>"),
            ("<a><b>", "<b>"),
            ("<a/><b/>", "<b/>"),
            ("<a/>text", "text"),
            ("", ""),
            ("<a b='1' b='2'/>", "<a b='1' b='2'/>"),
            ("<a>\u{1}</a>", "\u{1}</a>"),
            ("<a>&#1;</a>", "&#1;</a>"),
        ] {
            let fault = read_xml(text).unwrap_err();
            assert_eq!(&text[fault.at..], place, "{:?}", fault.message);
        }
        let fault = read_xml(&"<a>".repeat(DEEPEST + 1)).unwrap_err();
        assert_eq!(fault.message.key(), "import-list-elements");
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[<>/a!\\[\\]&;#x1'\"= \\-?]{0,60}") {
            if let Err(fault) = read_xml(&text) {
                prop_assert!(fault.at <= text.len());
            }
        }

        #[test]
        fn any_words_come_back_as_they_were(words in "\\PC{1,40}") {
            let mut writer = Writer::new();
            writer.text_element("a", &[("b", &words)], &words);
            let text = String::from_utf8(writer.finish_document()).unwrap();
            let root = read_xml(&text).unwrap();
            prop_assert_eq!(root.inner_text(), words.as_str());
            prop_assert_eq!(root.attribute("b"), Some(words.as_str()));
        }
    }
}
