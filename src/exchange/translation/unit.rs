//! The places of a page that travel.

use super::front::FrontPlace;
use crate::model::{LangId, Language, Page, Place, Site};
use crate::source::{Sources, Span};

/// The blanks at the ends of a block that say nothing.
const BLANKS: [char; 4] = [' ', '\t', '\n', '\r'];

/// Markdown without the blanks around it.
pub(super) fn trimmed(markdown: &str) -> &str {
    markdown.trim_matches(BLANKS)
}

/// Where the words of a unit stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum UnitPlace {
    /// In the front matter.
    Front(FrontPlace),
    /// In the body.
    Body(Place),
}

impl UnitPlace {
    /// The id of the unit among those of its page: that of its address, `title`, or `front.issuer`.
    pub(super) fn id(self, page: &Page) -> String {
        match self {
            Self::Front(place) => format!("front.{}", place.key_name()),
            Self::Body(place) => match page.address(place).1 {
                id if id.is_empty() => "title".to_owned(),
                id => id,
            },
        }
    }

    /// Its name in the whole site.
    pub(super) fn name(self, page: &Page) -> String {
        match self {
            Self::Front(_) => format!("{}#{}", page.key, self.id(page)),
            Self::Body(place) => page.name(place),
        }
    }
}

/// All places of a page whose words are translated into a language, the front matter first.
pub(super) fn unit_places(page: &Page, lang: LangId) -> Vec<UnitPlace> {
    let front = FrontPlace::of_page(page, lang).map(UnitPlace::Front);
    front.chain(translatable_places(page, lang).map(UnitPlace::Body)).collect()
}

/// The places of the body with words to be translated into a language, in order; what stands in the row
/// of a pair before it travels with that. A title that stands in the front matter travels with that.
fn translatable_places(page: &Page, lang: LangId) -> impl Iterator<Item = Place> {
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

/// Markdown of a place in a language, block by block, each where it stands in its file.
pub(super) type Pieces<'a> = Vec<(Span, &'a str)>;

/// The Markdown of the original of a row: of a place that is no row of several blocks one piece.
pub(super) fn original_pieces<'a>(
    page: &Page,
    sources: &'a Sources,
    place: Place,
    language: LangId,
) -> Pieces<'a> {
    let spans: Vec<Span> = match place {
        Place::Pair(pair) => page
            .row(pair, language)
            .flat_map(|pair| page.blocks(pair, LangId::ORIGINAL))
            .map(|block| block.span)
            .collect(),
        other => page.span(other, LangId::ORIGINAL).into_iter().collect(),
    };
    pieces_of(sources, spans)
}

/// The Markdown of a place in a translation. None where it has no counterpart.
pub(super) fn translated_pieces<'a>(
    page: &Page,
    sources: &'a Sources,
    place: Place,
    language: LangId,
) -> Pieces<'a> {
    let spans: Vec<Span> = match place {
        Place::Pair(pair) => page.blocks(pair, language).map(|block| block.span).collect(),
        other => page.span(other, language).into_iter().collect(),
    };
    pieces_of(sources, spans)
}

fn pieces_of(sources: &Sources, spans: Vec<Span>) -> Pieces<'_> {
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

/// Whether a translation is the original once more: as some programs fill in what is not translated, and as
/// it stands in a page that was made before all of it was. A number and a name are the same in every
/// language.
pub(super) fn is_copied(site: &Site, language: &Language, own: &str, translation: &str) -> bool {
    own == translation && site.languages.original().is_left_in(language, own, translation)
}

/// What stands between two blocks of a row in a file.
pub(super) const BETWEEN_BLOCKS: &str = "\n\n";

/// What stands for the code between two blocks in a text that came back; no XML can hold it.
pub(super) const CODE: char = '\0';

/// The blocks of a text that came back.
pub(super) fn blocks_between_codes(text: &str) -> Vec<&str> {
    text.split(CODE).map(trimmed).filter(|block| !block.is_empty()).collect()
}
