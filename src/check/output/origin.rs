//! Which of the author's files wrote something that stands in a rendered page.

use crate::model::{Page, Template};
use crate::source::Span;

/// The files that write what is read back: the templates of the theme, the headings of the text.
#[derive(Clone, Copy)]
pub(crate) struct Origins<'a> {
    /// The pages of the site.
    pub(crate) pages: &'a [Page],
    /// The templates of the theme.
    pub(crate) templates: &'a [Template],
    /// Where the site will be published.
    pub(crate) base_url: Option<&'a str>,
}

impl Origins<'_> {
    /// The place in a template that writes an address.
    ///
    /// A template may write `{{ root }}no/where.html`, of which the page has
    /// `../../no/where.html`: the longest end of it that some template has is what the template wrote.
    pub(super) fn of_address(&self, href: &str) -> Option<Span> {
        let mut end = href.trim_start_matches("../");
        loop {
            if let Some(span) = self.in_templates(end) {
                return Some(span);
            }
            (_, end) = end.split_once('/')?;
        }
    }

    /// The places that write an id: the heading that was given it, and the template that has it.
    pub(super) fn of_id(&self, id: &str) -> Vec<Span> {
        let sides = self.pages.iter().flat_map(|page| page.sides.iter().flatten());
        let headings = sides.flat_map(|side| side.document.blocks.iter());
        let own =
            headings.filter(|block| block.content.heading_id() == Some(id)).map(|block| block.span);
        let template = self.in_templates(id);
        own.take(1).chain(template).collect()
    }

    /// The first place where a template has these words as the end of a value: behind its quotation
    /// mark, or behind something that is filled in.
    fn in_templates(&self, words: &str) -> Option<Span> {
        if words.is_empty() {
            return None;
        }
        let ends = |text: &str, at: usize| {
            let begins = text[..at].ends_with(['"', '\'', '=', '}', '/']);
            let after = &text[at + words.len()..];
            begins && (after.is_empty() || after.starts_with(['"', '\'', '>', ' ', '{', '\n']))
        };
        // The theme's own templates come before those of the default theme that it lacks.
        self.templates.iter().rev().find_map(|template| {
            let mut places = template.text.match_indices(words).map(|(at, _)| at);
            let at = places.find(|at| ends(&template.text, *at))?;
            Some(Span::new(template.file, at..at + words.len()))
        })
    }
}
