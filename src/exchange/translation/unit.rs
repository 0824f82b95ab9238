//! The places of a page that travel.

use crate::model::{LangId, Page, Place};
use crate::source::{Sources, Span};

/// The blanks at the ends of a block that say nothing.
const BLANKS: [char; 4] = [' ', '\t', '\n', '\r'];

/// Markdown without the blanks around it.
pub(super) fn trimmed(markdown: &str) -> &str {
    markdown.trim_matches(BLANKS)
}

/// The places with words to be translated into a language, in order; what stands in the row of a pair
/// before it travels with that. A title that stands in the front matter is no Markdown and does not
/// travel.
pub(super) fn translatable_places(page: &Page, lang: LangId) -> impl Iterator<Item = Place> {
    page.places().filter(move |place| page.row_head(*place, lang) == *place).filter(|place| {
        match place {
            Place::Title => page.sides.iter().flatten().all(|side| {
                let span = side.document.title_span;
                span.end > span.start
            }),
            Place::Pair(pair) => {
                page.pairs[*pair].address.is_some()
                    && !page.texts(*place, LangId::ORIGINAL).is_empty()
            }
            Place::Footnote(_) => true,
        }
    })
}

/// The id of a place among the units of its page: that of its address, or `title`.
pub(super) fn id(page: &Page, place: Place) -> String {
    match page.address(place).1 {
        id if id.is_empty() => "title".to_owned(),
        id => id,
    }
}

/// Markdown of a place in a language, block by block, each where it stands in its file.
pub(super) type Pieces<'a> = Vec<(Span, &'a str)>;

/// The Markdown of a row, of the original (side 0) or of its translation (side 1): of a place that is no
/// row of several blocks one piece. None where it has no counterpart.
pub(super) fn row_pieces<'a>(
    page: &Page,
    sources: &'a Sources,
    place: Place,
    language: LangId,
    side: usize,
) -> Pieces<'a> {
    let lang = if side == 0 { LangId::ORIGINAL } else { language };
    let spans: Vec<Span> = match place {
        Place::Pair(pair) if side == 0 => page
            .row(pair, language)
            .flat_map(|pair| page.blocks(pair, lang))
            .map(|block| block.span)
            .collect(),
        Place::Pair(pair) => page.blocks(pair, lang).map(|block| block.span).collect(),
        other => page.span(other, lang).into_iter().collect(),
    };
    let piece = |span: Span| {
        let markdown = trimmed(sources.get(span.file).text.get(span.range())?);
        (!markdown.is_empty()).then_some((span, markdown))
    };
    spans.into_iter().filter_map(piece).collect()
}

/// Pieces as one Markdown text, an empty line between two blocks.
pub(super) fn joined_markdown(pieces: &Pieces) -> String {
    let texts: Vec<&str> = pieces.iter().map(|(_, markdown)| *markdown).collect();
    texts.join(BETWEEN_BLOCKS)
}

/// What stands between two blocks of a row in a file.
pub(super) const BETWEEN_BLOCKS: &str = "\n\n";

/// What stands for the code between two blocks in a text that came back; no XML can hold it.
pub(super) const CODE: char = '\0';

/// The blocks of a text that came back.
pub(super) fn blocks_between_codes(text: &str) -> Vec<&str> {
    text.split(CODE).map(trimmed).filter(|block| !block.is_empty()).collect()
}
