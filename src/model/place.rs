//! The parts of a page that stand beside their counterparts.

use super::{Block, BlockContent, LangId, Page, SectionNumber, TextId};
use crate::source::Span;

/// A part of a page that stands beside its counterparts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The title.
    Title,
    /// A pair of blocks, by its place in [`super::Page::pairs`].
    Pair(usize),
    /// A footnote, by its place in [`super::Page::footnotes`].
    Footnote(usize),
}

impl Page {
    /// Its places: the title, the pairs, the footnotes, each in order.
    pub fn places(&self) -> impl Iterator<Item = Place> + use<> {
        let pairs = (0..self.pairs.len()).map(Place::Pair);
        let footnotes = (0..self.footnotes.len()).map(Place::Footnote);
        std::iter::once(Place::Title).chain(pairs).chain(footnotes)
    }

    /// The texts of a place in one language, in order; none where it has no counterpart.
    pub fn texts(&self, place: Place, lang: LangId) -> Vec<TextId> {
        let Some(side) = self.side(lang) else { return Vec::new() };
        let document = &side.document;
        match place {
            Place::Title => vec![document.title],
            Place::Pair(pair) => self.blocks(pair, lang).flat_map(Block::texts).collect(),
            Place::Footnote(row) => self.footnotes[row].notes[lang.index()]
                .map(|note| document.footnotes[note].blocks.iter().flat_map(Block::texts))
                .map(Iterator::collect)
                .unwrap_or_default(),
        }
    }

    /// Whether a place is a table of the original.
    pub(crate) fn is_table(&self, place: Place) -> bool {
        let Place::Pair(pair) = place else { return false };
        let block = self.first_block(pair, LangId::ORIGINAL);
        matches!(block.map(|block| &block.content), Some(BlockContent::Table { .. }))
    }

    /// Where a place stands in its file; nothing where it has no counterpart in the language.
    pub(crate) fn span(&self, place: Place, lang: LangId) -> Option<Span> {
        let document = &self.side(lang)?.document;
        match place {
            Place::Title => Some(document.title_span),
            Place::Pair(pair) => Some(self.first_block(pair, lang)?.span),
            Place::Footnote(row) => {
                Some(document.footnotes[self.footnotes[row].notes[lang.index()]?].span)
            }
        }
    }

    /// The pair that an id of the page leads to, also by an id that was given up.
    pub fn pair_at(&self, id: &str) -> Option<usize> {
        self.anchors.pair(id)
    }

    /// What a place is called, `1.2 ¶3`, and its id on the page; a title is called by the number of
    /// its page and has no id.
    pub fn address(&self, place: Place) -> (String, String) {
        let number = || self.number.iter().map(ToString::to_string).collect::<Vec<_>>().join(".");
        match place {
            Place::Pair(pair) => {
                let address = self.pairs[pair].address.unwrap_or_default();
                (address.shown(&self.number), address.id(&self.number))
            }
            Place::Footnote(row) => (number(), format!("fn-{}", self.footnotes[row].number)),
            Place::Title => (number(), String::new()),
        }
    }

    /// The section that a place stands in: that before the first heading for the title and footnotes.
    pub(crate) fn section_of(&self, place: Place) -> SectionNumber {
        let Place::Pair(pair) = place else { return SectionNumber::default() };
        self.pairs[pair].address.map(|address| address.section).unwrap_or_default()
    }

    /// Its name in the whole site: the page, and the id on it where it has one:
    /// `annual-2026/1-review#s1.2-p3`.
    pub fn name(&self, place: Place) -> String {
        match self.address(place).1 {
            id if id.is_empty() => self.key.clone(),
            id => format!("{}#{id}", self.key),
        }
    }

    /// What an author calls it: a title, a paragraph, a footnote.
    pub(crate) fn kind_of(&self, place: Place) -> &'static str {
        match place {
            Place::Title => "title",
            Place::Footnote(_) => "footnote",
            Place::Pair(pair) => {
                let block = self.first_block(pair, LangId::ORIGINAL);
                block.map_or("block", |block| block.content.name())
            }
        }
    }

    /// What a place says to a reader in a language, its texts one below the other; nothing where
    /// it says nothing.
    pub(crate) fn place_words(&self, place: Place, lang: LangId) -> Option<String> {
        let document = &self.side(lang)?.document;
        let texts = self.texts(place, lang);
        let lines = texts.iter().map(|text| &*document.text(*text).plain);
        let lines: Vec<&str> = lines.filter(|line| !line.trim().is_empty()).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }
}
