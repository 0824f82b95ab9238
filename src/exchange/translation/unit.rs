//! The places of a page that travel.

use crate::model::{LangId, Page, Place};
use crate::source::Sources;

/// The blanks at the ends of a block that say nothing.
const BLANKS: [char; 4] = [' ', '\t', '\n', '\r'];

/// Markdown without the blanks around it.
pub(super) fn trimmed(markdown: &str) -> &str {
    markdown.trim_matches(BLANKS)
}

/// The places with words to be translated, in order. A title that stands in the front matter is
/// no Markdown and does not travel.
pub(super) fn translatable_places(page: &Page) -> impl Iterator<Item = Place> {
    page.places().filter(|place| match place {
        Place::Title => page.sides.iter().flatten().all(|side| {
            let span = side.document.title_span;
            span.end > span.start
        }),
        Place::Pair(pair) => {
            page.pairs[*pair].address.is_some() && !page.texts(*place, LangId::ORIGINAL).is_empty()
        }
        Place::Footnote(_) => true,
    })
}

/// The id of a place among the units of its page: that of its address, or `title`.
pub(super) fn id(page: &Page, place: Place) -> String {
    match page.address(place).1 {
        id if id.is_empty() => "title".to_owned(),
        id => id,
    }
}

/// The Markdown of a place in a language; nothing where it has no counterpart.
pub(super) fn markdown<'a>(
    page: &Page,
    sources: &'a Sources,
    place: Place,
    lang: LangId,
) -> Option<&'a str> {
    let span = page.span(place, lang)?;
    let markdown = sources.get(span.file).text.get(span.range())?;
    Some(trimmed(markdown)).filter(|markdown| !markdown.is_empty())
}
