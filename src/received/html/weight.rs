//! How much of an element is text, and how much what stands around a text.

use super::content::is_left_out;
use super::tree::{HtmlElement, HtmlNode, is_block};

/// The shortest line that is taken for a sentence without a mark of one, in characters.
const LONG_LINE: usize = 40;

/// How many characters of an element are what.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Weight {
    /// Those of sentences.
    pub(super) sentences: usize,
    /// Those of links, and of lines that tell who published a page and when.
    pub(super) frame: usize,
    /// Those of lines that are mostly links.
    pub(super) linked: usize,
    /// Those of lines with one label, as `责任编辑：某某`, which a text may have as well.
    pub(super) labelled: usize,
    /// Others, but for those of the first heading.
    pub(super) text: usize,
    line: LineWeight,
}

/// What is known of a line.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct LineWeight {
    count: usize,
    linked: usize,
    marks: usize,
    colons: usize,
    ends_with_colon: bool,
}

/// Weighs an element and all elements in it.
pub(super) fn weigh_elements(element: &mut HtmlElement, is_linked: bool) {
    let is_linked = is_linked || element.name == "a";
    for node in &mut element.nodes {
        if let HtmlNode::Element(child) = node {
            weigh_elements(child, is_linked);
        }
    }
    // What stands in a line is weighed with the block it stands in.
    if is_block(&element.name) || element.name.is_empty() {
        element.weight = Weight::of_nodes(element, is_linked);
    }
}

impl Weight {
    /// What an element weighs.
    pub(super) fn of(element: &HtmlElement) -> Self {
        match () {
            () if is_left_out(element) => Self::default(),
            () if is_block(&element.name) || element.name.is_empty() => element.weight,
            () => Self::of_nodes(element, element.name == "a"),
        }
    }

    fn of_nodes(element: &HtmlElement, is_linked: bool) -> Self {
        let mut weight = Self::default();
        // A title is kept wherever it stands.
        if element.name != "h1" {
            weight.add_nodes(element, is_linked);
            weight.end_line();
        }
        weight
    }

    fn add_nodes(&mut self, element: &HtmlElement, is_linked: bool) {
        for node in &element.nodes {
            match node {
                HtmlNode::Text(text, _) => self.add_line_text(text, is_linked),
                HtmlNode::Element(child) if is_left_out(child) => {}
                HtmlNode::Element(child) if is_block(&child.name) => {
                    self.end_line();
                    self.sentences += child.weight.sentences;
                    self.frame += child.weight.frame;
                    self.linked += child.weight.linked;
                    self.labelled += child.weight.labelled;
                    self.text += child.weight.text;
                }
                HtmlNode::Element(child) if child.name == "br" => self.end_line(),
                HtmlNode::Element(child) => {
                    self.add_nodes(child, is_linked || child.name == "a");
                }
            }
        }
    }

    fn add_line_text(&mut self, text: &str, is_linked: bool) {
        let line = &mut self.line;
        for c in text.chars().filter(|c| !c.is_whitespace()) {
            line.count += 1;
            line.linked += usize::from(is_linked);
            line.marks += usize::from(matches!(c, '。' | '，' | '；' | '！' | '？'));
            line.ends_with_colon = matches!(c, '：' | ':');
            line.colons += usize::from(line.ends_with_colon);
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let plain = line.count - line.linked;
        let is_linked = line.linked * 2 > line.count;
        if is_linked || (line.marks == 0 && line.colons >= 2) {
            self.frame += line.count;
            self.linked += if is_linked { line.count } else { 0 };
        } else if line.marks > 0 || plain >= LONG_LINE {
            self.sentences += plain;
        } else if line.colons > 0 && !line.ends_with_colon {
            self.labelled += line.count;
        } else {
            self.text += line.count;
        }
    }
}
