//! Which linked sentences a numeral lies in.

use std::ops::Range;

use super::{Item, Spot};
use crate::model::{LangId, Page, SentenceLink, TextId};

/// The sentences of the two sides of a pair of blocks, with the links between them.
#[derive(Debug, Clone, Default)]
pub struct LinkedSentences {
    /// For each side: where each sentence stands, with the number of its link, in order.
    sentences: [Vec<(Spot, Option<usize>)>; 2],
}

impl LinkedSentences {
    /// Those of a pair of a page; `texts` are the passages of each side.
    pub(crate) fn of_pair(page: &Page, pair: usize, lang: LangId, texts: [&[TextId]; 2]) -> Self {
        let links = page.sentence_links(pair, lang);
        let [own, other] = page.row_sentences(pair, lang);
        let of = |sentences: Vec<_>, texts: &[TextId], side: fn(&SentenceLink) -> &Range<usize>| {
            // Passages, sentences and links all come in one order.
            let (mut passage, mut link) = (0, 0);
            let mut placed = Vec::new();
            for (number, (text, range)) in sentences.into_iter().enumerate() {
                while texts.get(passage).is_some_and(|own| *own != text) {
                    passage += 1;
                }
                while links.get(link).is_some_and(|link| side(link).end <= number) {
                    link += 1;
                }
                let is_linked = links.get(link).is_some_and(|link| side(link).contains(&number));
                placed.push((Spot { passage, range }, is_linked.then_some(link)));
            }
            placed
        };
        let original = of(own, texts[0], |link| &link.original);
        Self { sentences: [original, of(other, texts[1], |link| &link.translation)] }
    }

    /// The same with the sides exchanged.
    #[must_use]
    pub(crate) fn reversed(&self) -> Self {
        let [original, translation] = self.sentences.clone();
        Self { sentences: [translation, original] }
    }

    /// The link of each numeral of a side; nothing where its sentence has none.
    pub(super) fn links_of(&self, side: usize, items: &[Item]) -> Vec<Option<usize>> {
        let sentences = &self.sentences[side];
        let link = |item: &Item| {
            let key = (item.spot.passage, item.spot.range.start);
            let begun =
                sentences.partition_point(|(spot, _)| (spot.passage, spot.range.start) <= key);
            let (spot, link) = &sentences[begun.checked_sub(1)?];
            if spot.passage == item.spot.passage { *link } else { None }
        };
        items.iter().map(link).collect()
    }
}
