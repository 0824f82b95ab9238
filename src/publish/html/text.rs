//! Merges the author's marks and the setting of a text into well-nested tags.
//!
//! The author's marks win: a setting that crosses the border of a mark is split there. What
//! still crosses is closed and opened again, so that the tags always nest, whatever the input.

use std::cell::Cell;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::ops::Range;

use super::block::reference_id;
use super::block::{FigureLink, SideRenderer};
use super::escape::{escape, escape_attribute};
use crate::model::{ConceptId, Document, MarkKind, ReferenceKind, Script, Side, Target, TextId};
use crate::publish::typeset::{self, TextKind, TypesetKind};

/// A piece of plain text that is no part of a document, set as a heading or a cell is.
pub(crate) fn plain_run(plain: &str, script: Script, kind: TextKind) -> String {
    let mut html = String::with_capacity(plain.len() + 32);
    let items = setting_items(plain, script, kind, &[]);
    write_items(&mut html, plain, items, script, &|_, _| false, &|_, _| false);
    html
}

/// The same with one range set apart by `<mark>`. The range is bytes of `plain`.
pub(crate) fn marked_run(plain: &str, script: Script, kind: TextKind, hit: Range<usize>) -> String {
    let mut html = String::with_capacity(plain.len() + 64);
    let mut items = vec![Item { range: hit, tag: Tag::Hit }];
    items.extend(setting_items(plain, script, kind, &items));
    write_items(&mut html, plain, items, script, &|_, _| false, &|_, _| false);
    html
}

/// A text of a document.
pub(super) fn write_text(
    to: &mut String,
    renderer: &SideRenderer,
    side: &Side,
    id: TextId,
    kind: TextKind,
) {
    let Side { document, targets, terms } = side;
    let text = document.text(id);
    let script = renderer.language.script;
    let marks = text.marks.iter().map(|mark| Item {
        range: mark.start as usize..mark.end as usize,
        tag: Tag::Mark(mark.kind),
    });
    let mut items: Vec<Item> = marks.collect();
    // A heading is repeated in lists of contents, inside their links.
    let is_body = kind == TextKind::Body;
    let figures = renderer.figures.get(&id).filter(|_| is_body).map_or(&[][..], |found| found);
    let free = |range: &Range<usize>| {
        !items.iter().any(|item| {
            matches!(item.tag, Tag::Mark(MarkKind::Link(_) | MarkKind::Code))
                && item.range.start < range.end
                && range.start < item.range.end
        })
    };
    let links: Vec<Item> = (0..)
        .zip(figures)
        .filter(|(_, figure)| free(&figure.range))
        .map(|(number, figure)| Item { range: figure.range.clone(), tag: Tag::Figure(number) })
        .collect();
    items.extend(links);
    let first = terms.partition_point(|term| term.text < id);
    let terms = terms[first..].iter().take_while(|term| term.text == id && is_body);
    items.extend(terms.map(|term| Item {
        range: term.range.start as usize..term.range.end as usize,
        tag: Tag::Term(term.concept),
    }));
    let mut set = setting_items(&text.plain, script, kind, &items);
    if script == Script::Han {
        leave_to_figures(&items, &mut set);
    }
    items.extend(set);
    let named = Cell::new(None);
    let opener = |to: &mut String, tag: Tag| match tag {
        Tag::Mark(kind) => open_mark(to, renderer, targets, kind),
        Tag::Figure(number) => {
            // A link that is closed and opened again keeps its id only once.
            let is_first = named.replace(Some(number)) != Some(number);
            open_figure(to, &figures[number as usize], is_first);
            true
        }
        Tag::Term(concept) => {
            let (href, is_familiar) = (renderer.term_link)(concept);
            // One letter, since there are hundreds on a page.
            to.push_str(if is_familiar { "<a class=\"c\" href=\"" } else { "<a href=\"" });
            escape_attribute(to, &href);
            to.push_str("\">");
            true
        }
        _ => false,
    };
    let standalone = |to: &mut String, kind: MarkKind| {
        write_standalone(to, renderer, document, targets, kind);
        true
    };
    write_items(to, &text.plain, items, script, &opener, &standalone);
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tag {
    /// A figure, by its place among those of the text.
    Figure(u32),
    /// A term.
    Term(ConceptId),
    /// What was looked for.
    Hit,
    Mark(MarkKind),
    Setting(TypesetKind),
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Item {
    range: Range<usize>,
    tag: Tag,
}

/// The setting of a text, kept out of code and split at the borders of the author's marks.
fn setting_items(plain: &str, script: Script, kind: TextKind, marks: &[Item]) -> Vec<Item> {
    let mut items = Vec::new();
    for setting in typeset::settings(plain, script, kind) {
        let is_in_code = marks.iter().any(|mark| {
            mark.tag == Tag::Mark(MarkKind::Code)
                && mark.range.start < setting.range.end
                && setting.range.start < mark.range.end
        });
        if is_in_code {
            continue;
        }
        if marks.is_empty() {
            items.push(Item { range: setting.range, tag: Tag::Setting(setting.kind) });
            continue;
        }
        let mut start = setting.range.start;
        let mut borders: Vec<usize> = marks
            .iter()
            .filter(|mark| !mark.range.is_empty())
            .flat_map(|mark| [mark.range.start, mark.range.end])
            .filter(|border| start < *border && *border < setting.range.end)
            .collect();
        borders.sort_unstable();
        borders.dedup();
        for border in borders {
            items.push(Item { range: start..border, tag: Tag::Setting(setting.kind) });
            start = border;
        }
        items.push(Item { range: start..setting.range.end, tag: Tag::Setting(setting.kind) });
    }
    items
}

/// Leaves out what keeps a number on one line where it is a figure: a Chinese one is short, and the
/// theme does not break its link. That is hundreds of elements less on a page.
fn leave_to_figures(items: &[Item], set: &mut Vec<Item>) {
    let figures: BTreeSet<(usize, usize)> = items
        .iter()
        .filter(|item| matches!(item.tag, Tag::Figure(_)))
        .map(|item| (item.range.start, item.range.end))
        .collect();
    set.retain(|item| {
        item.tag != Tag::Setting(TypesetKind::NoBreak)
            || !figures.contains(&(item.range.start, item.range.end))
    });
}

/// Opens a mark or a figure; says whether a tag was written.
type Opener<'a> = &'a dyn Fn(&mut String, Tag) -> bool;

/// Writes what has no width.
type Standalone<'a> = &'a dyn Fn(&mut String, MarkKind) -> bool;

/// Writes a text with what lies over it as HTML whose tags nest, whatever the items do.
///
/// The text is cut at every place where something begins or ends. Between two cuts nothing changes,
/// so a stack of open items is enough: at a cut, characters are written, what ends is closed, what
/// begins is opened. Items that cross, as bold over `ab` and a link over `bc` in `abc`, are taken
/// apart at the crossing:
///
/// ```text
/// <strong>a<a>b</a></strong><a>c</a>
/// ```
///
/// Where two begin together the longer one is opened first and so lies outside; what has no width (a
/// footnote, a break) comes before both.
fn write_items(
    to: &mut String,
    plain: &str,
    mut items: Vec<Item>,
    script: Script,
    opener: Opener,
    standalone: Standalone,
) {
    if items.is_empty() {
        escape(to, plain);
        return;
    }
    // What has no width comes before what begins at the same place.
    items.sort_by_key(|item| {
        (item.range.start, !item.range.is_empty(), Reverse(item.range.end), item.tag)
    });
    let mut cuts: Vec<usize> =
        items.iter().flat_map(|item| [item.range.start, item.range.end]).collect();
    cuts.push(plain.len());
    cuts.sort_unstable();
    cuts.dedup();

    let mut open: Vec<Item> = Vec::new();
    let mut waiting = items.into_iter().peekable();
    let mut done = 0;
    for cut in cuts {
        write_characters(to, &plain[done..cut], &open);
        done = cut;
        close_items(to, &mut open, cut, script, opener);
        while let Some(item) = waiting.next_if(|item| item.range.start == cut) {
            if item.range.is_empty() {
                match item.tag {
                    Tag::Mark(kind) => drop(standalone(to, kind)),
                    Tag::Setting(_) => to.push_str("<wbr>"),
                    Tag::Figure(_) | Tag::Term(_) | Tag::Hit => {}
                }
            } else if open_tag(to, item.tag, script, opener) {
                open.push(item);
            }
        }
    }
}

fn write_characters(to: &mut String, characters: &str, open: &[Item]) {
    let is = |kind| open.iter().any(|item| item.tag == kind);
    if is(Tag::Setting(TypesetKind::Glue)) {
        to.push('\u{a0}');
    } else if is(Tag::Mark(MarkKind::LineBreak)) {
        to.push_str("<br>");
    } else {
        escape(to, characters);
    }
}

/// Closes what ends here; what was opened inside it and goes on is opened again, as the link above.
fn close_items(to: &mut String, open: &mut Vec<Item>, at: usize, script: Script, opener: Opener) {
    let Some(outermost) = open.iter().position(|item| item.range.end <= at) else { return };
    for item in open[outermost..].iter().rev() {
        to.push_str(close_tag(item.tag));
    }
    let inner: Vec<Item> = open.drain(outermost..).filter(|item| item.range.end > at).collect();
    for item in inner {
        if open_tag(to, item.tag, script, opener) {
            open.push(item);
        }
    }
}

/// Writes the opening tag; a mark without one (a broken link) is not kept open.
fn open_tag(to: &mut String, tag: Tag, script: Script, opener: Opener) -> bool {
    let html = match tag {
        Tag::Mark(MarkKind::Link(_)) | Tag::Figure(_) | Tag::Term(_) => return opener(to, tag),
        Tag::Hit => "<mark>",
        Tag::Mark(MarkKind::Strong) => "<strong>",
        Tag::Mark(MarkKind::Emphasis) => "<em>",
        Tag::Mark(MarkKind::Strikethrough) => "<del>",
        Tag::Mark(MarkKind::Code) => "<code>",
        Tag::Setting(TypesetKind::NoBreak) => "<span class=\"n\">",
        Tag::Setting(TypesetKind::HalfMark) => "<span class=\"h\">",
        Tag::Setting(TypesetKind::Foreign) => match script {
            Script::Han => "<span lang=\"en\">",
            Script::Latin => "<span lang=\"zh-Hans\">",
        },
        Tag::Setting(TypesetKind::Glue | TypesetKind::Break) | Tag::Mark(_) => "",
    };
    to.push_str(html);
    true
}

fn close_tag(tag: Tag) -> &'static str {
    match tag {
        Tag::Mark(MarkKind::Link(_)) | Tag::Figure(_) | Tag::Term(_) => "</a>",
        Tag::Hit => "</mark>",
        Tag::Mark(MarkKind::Strong) => "</strong>",
        Tag::Mark(MarkKind::Emphasis) => "</em>",
        Tag::Mark(MarkKind::Strikethrough) => "</del>",
        Tag::Mark(MarkKind::Code) => "</code>",
        Tag::Setting(TypesetKind::NoBreak | TypesetKind::HalfMark | TypesetKind::Foreign) => {
            "</span>"
        }
        _ => "",
    }
}

fn open_figure(to: &mut String, figure: &FigureLink, is_first: bool) {
    to.push_str("<a class=\"fig\"");
    let mut ids = figure.ids.iter().filter(|_| is_first);
    if let Some(id) = ids.next() {
        to.push_str(" id=\"");
        escape_attribute(to, id);
        to.push('"');
    }
    to.push_str(" href=\"");
    escape_attribute(to, &figure.href);
    to.push_str("\">");
    for id in ids {
        to.push_str("<span id=\"");
        escape_attribute(to, id);
        to.push_str("\"></span>");
    }
}

fn open_mark(to: &mut String, renderer: &SideRenderer, targets: &[Target], kind: MarkKind) -> bool {
    let MarkKind::Link(reference) = kind else { return false };
    let Some(target) = targets.get(reference as usize) else { return false };
    match target {
        Target::Broken => return false,
        Target::External(url) => {
            to.push_str("<a class=\"ext\" rel=\"noopener\" href=\"");
            escape_attribute(to, url);
        }
        target => {
            to.push_str("<a href=\"");
            escape_attribute(to, &(renderer.href)(target));
        }
    }
    to.push_str("\">");
    true
}

/// Marks without width: images, footnote references, page breaks, links without words.
fn write_standalone(
    to: &mut String,
    renderer: &SideRenderer,
    document: &Document,
    targets: &[Target],
    kind: MarkKind,
) {
    match kind {
        MarkKind::PageBreak => {
            to.push_str("<span class=\"folio\" title=\"");
            escape_attribute(to, &renderer.words.folio);
            to.push_str("\"><span aria-hidden=\"true\">");
            escape(to, &renderer.words.folio_mark);
            to.push_str("</span><span class=\"vh\">");
            escape(to, &renderer.words.folio);
            to.push_str("</span></span>");
        }
        MarkKind::FootnoteReference { note, mention } => {
            let prefix = &renderer.note_prefix;
            let Some(number) = renderer.note_numbers.get(note as usize) else { return };
            to.push_str("<sup class=\"fn\"><a");
            if renderer.has_ids {
                let _ = write!(to, " id=\"{}\"", reference_id(prefix, *number, mention));
            }
            let _ = write!(to, " href=\"#fn-{prefix}{number}\">{number}</a></sup>");
        }
        MarkKind::Image(reference) => {
            if let (Some(image), Some(Target::Asset(_))) =
                (document.references.get(reference as usize), targets.get(reference as usize))
            {
                to.push_str("<img loading=\"lazy\" src=\"");
                escape_attribute(to, &(renderer.href)(&targets[reference as usize]));
                to.push_str("\" alt=\"");
                escape_attribute(to, &image.alternative);
                to.push_str("\">");
            }
        }
        MarkKind::Link(reference) => {
            let is_bare = document
                .references
                .get(reference as usize)
                .is_some_and(|reference| reference.kind == ReferenceKind::BareLink);
            if is_bare && open_mark(to, renderer, targets, kind) {
                let words = match &targets[reference as usize] {
                    Target::Page { shown, .. } if !shown.is_empty() => shown.clone(),
                    target => (renderer.href)(target),
                };
                escape(to, &words);
                to.push_str("</a>");
            } else if is_bare {
                // What it leads to is not published: it names itself.
                let reference = &document.references[reference as usize];
                escape(to, reference.destination.trim_start_matches('@'));
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn html(plain: &str, items: Vec<(Range<usize>, Tag)>) -> String {
        let items = items.into_iter().map(|(range, tag)| Item { range, tag }).collect();
        let mut html = String::new();
        let link = |to: &mut String, _: Tag| {
            to.push_str("<a>");
            true
        };
        write_items(&mut html, plain, items, Script::Han, &link, &|_, _| true);
        html
    }

    #[test]
    fn marks_that_cross_are_closed_and_opened_again() {
        let strong = Tag::Mark(MarkKind::Strong);
        let emphasis = Tag::Mark(MarkKind::Emphasis);
        assert_eq!(
            html("abcd", vec![(0..3, strong), (1..4, emphasis)]),
            "<strong>a<em>bc</em></strong><em>d</em>"
        );
    }

    #[test]
    fn a_link_without_a_target_leaves_its_words() {
        let items = vec![Item { range: 0..1, tag: Tag::Mark(MarkKind::Link(0)) }];
        let mut out = String::new();
        write_items(&mut out, "ab", items, Script::Latin, &|_, _| false, &|_, _| false);
        assert_eq!(out, "ab");
    }

    /// Whether every tag closes the last one that is open.
    fn is_well_nested(html: &str) -> bool {
        let mut open = Vec::new();
        for tag in html.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
            let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
            if tag.starts_with('/') {
                if open.pop() != Some(name) {
                    return false;
                }
            } else if name != "wbr" && name != "br" {
                open.push(name);
            }
        }
        open.is_empty()
    }

    fn without_tags(html: &str) -> String {
        let mut plain = String::new();
        let mut is_tag = false;
        for c in html.chars() {
            match c {
                '<' => is_tag = true,
                '>' => is_tag = false,
                c if !is_tag => plain.push(c),
                _ => {}
            }
        }
        plain
    }

    fn tags() -> impl Strategy<Value = Tag> {
        prop_oneof![
            Just(Tag::Mark(MarkKind::Strong)),
            Just(Tag::Mark(MarkKind::Emphasis)),
            Just(Tag::Mark(MarkKind::Link(0))),
            Just(Tag::Figure(0)),
            Just(Tag::Term(ConceptId(0))),
            Just(Tag::Hit),
            Just(Tag::Setting(TypesetKind::NoBreak)),
            Just(Tag::Setting(TypesetKind::Foreign)),
        ]
    }

    proptest! {
        #[test]
        fn tags_always_nest_and_the_characters_stay_the_same(
            ranges in proptest::collection::vec((0usize..12, 0usize..12, tags()), 0..8)
        ) {
            let plain = "abcdefghijkl";
            let items = ranges
                .into_iter()
                .filter(|(a, b, _)| a < b)
                .map(|(a, b, tag)| (a..b, tag))
                .collect();
            let html = html(plain, items);
            prop_assert!(is_well_nested(&html), "{}", html);
            prop_assert_eq!(without_tags(&html), plain);
        }
    }
}
