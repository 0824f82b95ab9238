//! The elements of a page, closed where its author left that to the browser.

use super::weight::{Weight, weigh_elements};
use crate::exchange::formats::html::{HtmlToken, html_tokens};

/// How deep elements nest. What lies deeper is read as if it lay here.
const DEEPEST: usize = 200;

/// An element of a page.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct HtmlElement {
    /// Its name, in lower case.
    pub(super) name: String,
    /// Its attributes.
    pub(super) attributes: Vec<(String, String)>,
    /// What is in it, in order.
    pub(super) nodes: Vec<HtmlNode>,
    /// The line it begins in, from 1.
    pub(super) line: usize,
    /// What it weighs, if it breaks lines.
    pub(super) weight: Weight,
}

/// What an element holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum HtmlNode {
    /// An element.
    Element(HtmlElement),
    /// Text, and the line it begins in.
    Text(String, usize),
}

impl HtmlElement {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The elements in it.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.nodes.iter().filter_map(|node| match node {
            HtmlNode::Element(element) => Some(element),
            HtmlNode::Text(..) => None,
        })
    }

    /// The value of a property of its own style: `text-indent`.
    pub(super) fn style(&self, property: &str) -> Option<String> {
        let style = self.attribute("style")?.to_lowercase();
        style.split(';').find_map(|rule| {
            let (name, value) = rule.split_once(':')?;
            (name.trim() == property).then(|| value.trim().to_owned())
        })
    }

    /// The text in it and in its elements, in order, as it is typed.
    pub(super) fn typed_text(&self) -> String {
        let mut text = String::new();
        self.add_text(&mut text);
        text
    }

    fn add_text(&self, text: &mut String) {
        for node in &self.nodes {
            match node {
                HtmlNode::Element(element) => element.add_text(text),
                HtmlNode::Text(part, _) => text.push_str(part),
            }
        }
    }
}

/// Elements that hold nothing.
const VOID: [&str; 15] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "basefont",
];

/// Elements that a head may hold; any other ends it.
const OF_HEAD: [&str; 10] =
    ["head", "title", "meta", "link", "style", "script", "base", "noscript", "template", "object"];

/// Elements that break the lines of the text around them.
const BLOCKS: [&str; 40] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "ul",
    "html",
];

/// Parts of a table that are not cells.
const TABLE_PARTS: [&str; 5] = ["caption", "thead", "tbody", "tfoot", "tr"];

/// Whether an element breaks the line of the text around it.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name) || TABLE_PARTS.contains(&name) || matches!(name, "td" | "th")
}

/// The elements of a page below one without a name.
pub(super) fn tree_of(text: &str) -> HtmlElement {
    let mut tree = Tree { open: vec![HtmlElement { line: 1, ..HtmlElement::default() }] };
    let (mut line, mut counted) = (1, 0);
    for (at, token) in html_tokens(text) {
        if let Some(passed) = text.get(counted..at) {
            line += passed.matches('\n').count();
            counted = at;
        }
        match token {
            HtmlToken::Start { name, attributes, is_closed } => {
                let element = HtmlElement { name, attributes, line, ..HtmlElement::default() };
                tree.open_element(element, is_closed);
            }
            HtmlToken::End(name) if name == "br" => {
                tree.add_node(HtmlNode::Element(HtmlElement { name, line, ..Default::default() }));
            }
            HtmlToken::End(name) => tree.close_element(&name),
            HtmlToken::Text(text) => tree.add_node(HtmlNode::Text(text, line)),
        }
    }
    tree.close_above(1);
    let mut root = tree.open.pop().unwrap_or_default();
    weigh_elements(&mut root, false);
    root
}

/// The elements that are open, the outermost first; the first one is never closed.
struct Tree {
    open: Vec<HtmlElement>,
}

impl Tree {
    fn add_node(&mut self, node: HtmlNode) {
        if let Some(element) = self.open.last_mut() {
            element.nodes.push(node);
        }
    }

    /// Closes all elements but so many.
    fn close_above(&mut self, count: usize) {
        while self.open.len() > count.max(1) {
            if let Some(element) = self.open.pop() {
                self.add_node(HtmlNode::Element(element));
            }
        }
    }

    /// The place of the innermost open element of these names, no further out than one of `until`.
    fn find_open(&self, names: &[&str], until: &[&str]) -> Option<usize> {
        for (place, element) in self.open.iter().enumerate().skip(1).rev() {
            if names.contains(&&*element.name) {
                return Some(place);
            }
            if until.contains(&&*element.name) {
                return None;
            }
        }
        None
    }

    fn open_element(&mut self, element: HtmlElement, is_closed: bool) {
        let name = element.name.as_str();
        if matches!(name, "html" | "body") && self.find_open(&[name], &[]).is_some() {
            return;
        }
        if !OF_HEAD.contains(&name)
            && let Some(head) = self.open.iter().take(3).position(|open| open.name == "head")
        {
            self.close_above(head);
        }
        self.close_implied(name);
        let is_void =
            VOID.contains(&name) || (is_closed && self.find_open(&["svg", "math"], &[]).is_some());
        if is_void || self.open.len() >= DEEPEST {
            self.add_node(HtmlNode::Element(element));
        } else {
            self.open.push(element);
        }
    }

    /// Closes what ends where this element begins.
    fn close_implied(&mut self, name: &str) {
        let cells = ["td", "th", "caption"];
        let (ended, until): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "menu", "dir", "td", "th"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl", "td", "th"]),
            "option" | "optgroup" => (&["option"], &["select"]),
            "td" | "th" => (&cells, &["tr", "table"]),
            "tr" => (&["tr", "caption"], &["table"]),
            "thead" | "tbody" | "tfoot" => {
                (&["thead", "tbody", "tfoot", "caption", "tr"], &["table"])
            }
            name if is_block(name) => (&["p"], &["td", "th", "caption", "button", "object"]),
            _ => return,
        };
        if let Some(place) = self.find_open(ended, until) {
            self.close_above(place);
        }
        // A row may be left open with the part of the table it lies in.
        if matches!(name, "thead" | "tbody" | "tfoot") {
            self.close_implied_again(ended, until);
        } else if matches!(name, "li" | "dt" | "dd") {
            self.close_implied_again(&["p"], &["li", "dd", "td", "th"]);
        }
    }

    fn close_implied_again(&mut self, ended: &[&str], until: &[&str]) {
        if let Some(place) = self.find_open(ended, until) {
            self.close_above(place);
        }
    }

    fn close_element(&mut self, name: &str) {
        // An end that has no beginning inside its cell belongs to nothing.
        let is_of_table = TABLE_PARTS.contains(&name) || matches!(name, "table" | "td" | "th");
        let until: &[&str] = match () {
            () if matches!(name, "body" | "html" | "form") => &[],
            () if is_of_table => &["table"],
            () => &["td", "th", "table"],
        };
        if let Some(place) = self.find_open(&[name], until) {
            self.close_above(place);
        }
    }
}
