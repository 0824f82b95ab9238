//! Rows of a page: the blocks of the original and of a translation that answer each other, one for one
//! or, where an author states it, several for several.

use std::ops::Range;

use super::{Block, LangId, Page, Place, TextId};

impl Page {
    /// The blocks of a pair in a language: one of the original; of a translation none, one, or several
    /// where it splits the original. Those of a translation that joins several of the original stand
    /// at the first pair of their row.
    pub(crate) fn blocks(&self, pair: usize, lang: LangId) -> impl Iterator<Item = &Block> {
        let document = self.side(lang).map(|side| &*side.document);
        let numbers = self.pairs.get(pair).and_then(|pair| pair.blocks.get(lang.index()));
        let numbers = numbers.into_iter().flatten();
        numbers.filter_map(move |number| document?.blocks.get(*number))
    }

    /// The first of them.
    pub(crate) fn first_block(&self, pair: usize, lang: LangId) -> Option<&Block> {
        self.blocks(pair, lang).next()
    }

    /// The pairs whose originals a translation renders together; nearly always the one alone.
    pub(crate) fn row(&self, pair: usize, lang: LangId) -> Range<usize> {
        let is_joined =
            |pair: usize| self.pairs.get(pair).is_some_and(|pair| pair.is_joined.contains(&lang));
        let mut start = pair;
        while start > 0 && is_joined(start) {
            start -= 1;
        }
        let mut end = pair + 1;
        while is_joined(end) {
            end += 1;
        }
        start..end
    }

    /// The place where the row of a place begins, in a translation.
    pub(crate) fn row_head(&self, place: Place, lang: LangId) -> Place {
        match place {
            Place::Pair(pair) => Place::Pair(self.row(pair, lang).start),
            other => other,
        }
    }

    /// The texts of a row, of the original and of a translation; nothing for a pair that stands in the
    /// row of one before it.
    pub(crate) fn row_texts(&self, place: Place, lang: LangId) -> [Vec<TextId>; 2] {
        let Place::Pair(pair) = place else {
            return [self.texts(place, LangId::ORIGINAL), self.texts(place, lang)];
        };
        let row = self.row(pair, lang);
        if row.start != pair {
            return [Vec::new(), Vec::new()];
        }
        let own = row.flat_map(|pair| self.texts(Place::Pair(pair), LangId::ORIGINAL));
        [own.collect(), self.texts(place, lang)]
    }

    /// The row of a place that all its translations have; that of the place alone where they differ.
    /// Nothing for a place that stands in the row of one before it.
    pub(crate) fn common_row(&self, place: Place) -> Option<Vec<Place>> {
        let Place::Pair(pair) = place else { return Some(vec![place]) };
        let sides = self.sides.iter().skip(1).flatten();
        let mut rows = sides.map(|side| self.row(pair, side.document.lang));
        let first = rows.next().unwrap_or(pair..pair + 1);
        if rows.any(|row| row != first) {
            return Some(vec![place]);
        }
        (first.start == pair).then(|| first.map(Place::Pair).collect())
    }

    /// What the common row of a place says in a language; see [`Page::place_words`].
    pub(crate) fn row_words(&self, row: &[Place], lang: LangId) -> Option<String> {
        let words: Vec<String> =
            row.iter().filter_map(|place| self.place_words(*place, lang)).collect();
        (!words.is_empty()).then(|| words.join("\n"))
    }

    /// Whether a place is a row of several blocks in a translation.
    pub(crate) fn is_several(&self, place: Place, lang: LangId) -> bool {
        let Place::Pair(pair) = place else { return false };
        self.row(pair, lang).len() > 1 || self.blocks(pair, lang).nth(1).is_some()
    }
}
