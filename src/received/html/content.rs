//! Which element of a page holds the text: the one with nearly all of its sentences, and no more of what stands
//! around them than must be.

use super::tree::{HtmlElement, HtmlNode, is_block};
use super::weight::Weight;

/// Elements whose words do not belong to the text, wherever they stand.
const LEFT_OUT: [&str; 24] = [
    "head", "script", "style", "nav", "footer", "aside", "button", "select", "noscript",
    "template", "iframe", "svg", "object", "embed", "audio", "video", "canvas", "textarea",
    "input", "map", "datalist", "rt", "rp", "dialog",
];

/// Roles of the parts of a page that are not its text.
const ROLES_LEFT_OUT: [&str; 6] =
    ["navigation", "banner", "contentinfo", "search", "complementary", "menu"];

/// How many hundredths of the sentences the element has to hold that the text is looked for in.
const NEARLY_ALL: usize = 85;

/// The shortest title that is told by standing in the title of the page, in characters.
const SHORTEST_TITLE: usize = 4;

/// What is read of a page.
#[derive(Debug)]
pub(super) struct PageContent<'a> {
    /// The element that holds the text.
    pub(super) element: &'a HtmlElement,
    /// The title that stands above it.
    pub(super) title: Option<&'a HtmlElement>,
    /// The words that stand around both.
    pub(super) left_out: String,
}

/// Whether an element is left out: it is not text, or nobody sees it.
pub(super) fn is_left_out(element: &HtmlElement) -> bool {
    let is_unseen = element.attribute("hidden").is_some()
        || element.attribute("aria-hidden") == Some("true")
        || element.style("display").as_deref() == Some("none")
        || element.style("visibility").as_deref() == Some("hidden");
    let role = element.attribute("role").unwrap_or_default();
    is_unseen || LEFT_OUT.contains(&&*element.name) || ROLES_LEFT_OUT.contains(&role)
}

/// Whether an element inside the text is a menu, a bar to share it, a list of other pages.
pub(super) fn is_menu(element: &HtmlElement) -> bool {
    if !matches!(&*element.name, "div" | "ul" | "ol" | "dl" | "section") {
        return false;
    }
    let weight = Weight::of(element);
    weight.sentences == 0
        && weight.linked > 2 * (weight.text + weight.labelled + weight.frame - weight.linked)
}

/// Finds the text of a page.
pub(super) fn content_of(root: &HtmlElement) -> PageContent<'_> {
    let body = elements_named(root, &["body"]).first().copied().unwrap_or(root);
    let mut current = stated_content(body);
    while let Some(inner) = inner_content(current) {
        current = inner;
    }
    let title = title_above(root, current);
    let mut left_out = String::new();
    words_around(body, current, title, &mut left_out);
    words_of_menus(current, &mut left_out);
    let left_out = left_out.split_whitespace().collect::<Vec<_>>().join(" ");
    PageContent { element: current, title, left_out }
}

/// The one element that says of itself that it is the text, if most sentences stand in it.
fn stated_content(body: &HtmlElement) -> &HtmlElement {
    let all = Weight::of(body).sentences;
    for name in ["article", "main"] {
        if let [one] = elements_named(body, &[name]).as_slice()
            && Weight::of(one).sentences * 2 > all
        {
            return one;
        }
    }
    body
}

/// The element inside this one that holds nearly all of its sentences; nothing where what stands around it
/// belongs to the text.
fn inner_content(element: &HtmlElement) -> Option<&HtmlElement> {
    let all = Weight::of(element);
    let inner = element
        .elements()
        .filter(|child| !is_left_out(child))
        .max_by_key(|child| Weight::of(child).sentences)?;
    // Of a table that sets out the page one cell holds the text.
    let inner = match &*inner.name {
        "table" => elements_named(inner, &["td", "th"])
            .into_iter()
            .max_by_key(|cell| Weight::of(cell).sentences)?,
        _ => inner,
    };
    let own = Weight::of(inner);
    let holds_all = own.sentences > 0 && own.sentences * 100 >= all.sentences * NEARLY_ALL;
    let is_container = matches!(
        &*inner.name,
        "div"
            | "section"
            | "article"
            | "main"
            | "td"
            | "th"
            | "form"
            | "center"
            | "span"
            | "body"
            | "font"
            | "html"
    );
    let around = |of: fn(&Weight) -> usize| of(&all).saturating_sub(of(&own));
    let frame = around(|weight| weight.frame);
    let text = around(|weight| weight.text + weight.sentences);
    let is_framed = frame > 0 && frame >= text;
    let is_alone = frame + text + around(|weight| weight.labelled) == 0;
    (holds_all && is_container && (is_framed || is_alone)).then_some(inner)
}

/// The elements of these names that are seen, in order; not those inside another of them.
fn elements_named<'a>(element: &'a HtmlElement, names: &[&str]) -> Vec<&'a HtmlElement> {
    let mut found = Vec::new();
    for child in element.elements().filter(|child| !is_left_out(child)) {
        if names.contains(&&*child.name) {
            found.push(child);
        } else {
            found.extend(elements_named(child, names));
        }
    }
    found
}

/// The title of the text, unless it has one itself: the last `h1` before it, or the last line that the title
/// of the page begins with.
fn title_above<'a>(root: &'a HtmlElement, content: &HtmlElement) -> Option<&'a HtmlElement> {
    if !elements_named(content, &["h1"]).is_empty() || content.name == "h1" {
        return None;
    }
    let stated = stated_title(root);
    let mut before = Vec::new();
    elements_before(root, content, &mut before);
    let is_heading = |one: &&&HtmlElement| one.name == "h1" && has_words_of_its_own(one);
    let longest = stated.chars().count();
    let is_stated = |one: &&&HtmlElement| {
        let length = || one.weight.text + one.weight.sentences + one.weight.labelled;
        is_block(&one.name)
            && (SHORTEST_TITLE..=longest).contains(&length())
            && stated.starts_with(&without_blanks(&one.typed_text()))
            && one.weight.frame == 0
    };
    let heading = before.iter().rev().find(is_heading);
    heading.or_else(|| before.iter().rev().find(is_stated)).copied()
}

/// Whether there are words in an element that lead nowhere: the name of a site leads to its first page.
fn has_words_of_its_own(element: &HtmlElement) -> bool {
    element.nodes.iter().any(|node| match node {
        HtmlNode::Text(text, _) => !text.trim().is_empty(),
        HtmlNode::Element(child) => child.name != "a" && has_words_of_its_own(child),
    })
}

fn stated_title(root: &HtmlElement) -> String {
    let mut open = vec![root];
    while let Some(element) = open.pop() {
        if element.name == "title" {
            return without_blanks(&element.typed_text());
        }
        open.extend(
            element.elements().filter(|child| matches!(&*child.name, "html" | "head" | "title")),
        );
    }
    String::new()
}

/// The elements that are seen before another one; whether that was reached.
fn elements_before<'a>(
    element: &'a HtmlElement,
    end: &HtmlElement,
    before: &mut Vec<&'a HtmlElement>,
) -> bool {
    for child in element.elements() {
        if std::ptr::eq(child, end) {
            return true;
        }
        if is_left_out(child) {
            continue;
        }
        let place = before.len();
        before.push(child);
        if elements_before(child, end, before) {
            // What holds the text is not its title.
            before.remove(place);
            return true;
        }
    }
    false
}

/// The words of a page but for those of its text and its title.
fn words_around(
    element: &HtmlElement,
    content: &HtmlElement,
    title: Option<&HtmlElement>,
    words: &mut String,
) {
    let is_read =
        std::ptr::eq(element, content) || title.is_some_and(|title| std::ptr::eq(element, title));
    if is_read || matches!(&*element.name, "head" | "script" | "style" | "template" | "noscript") {
        return;
    }
    for node in &element.nodes {
        match node {
            HtmlNode::Element(child) => words_around(child, content, title, words),
            HtmlNode::Text(text, _) => {
                words.push_str(text);
                words.push(' ');
            }
        }
    }
}

/// The words of the menus inside the text.
fn words_of_menus(content: &HtmlElement, words: &mut String) {
    for child in content.elements().filter(|child| !is_left_out(child)) {
        if is_menu(child) {
            words.push_str(&child.typed_text());
            words.push(' ');
        } else if Weight::of(child).linked > 0 {
            words_of_menus(child, words);
        }
    }
}

/// A text without blanks.
pub(super) fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
