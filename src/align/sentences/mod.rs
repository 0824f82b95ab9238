//! Which sentences of a translation answer which of its original, inside one pair of blocks.
//!
//! 1. `facts` lists what each sentence offers to be known by;
//! 2. `likeness` weighs what sentences have in common (`shared`: a term that stands once in each block
//!    tells more than one that stands everywhere) and how well their lengths go together;
//! 3. `path` finds the cheapest way to go through both blocks in order, taking one sentence for one,
//!    one for two, two for one, two for two, or leaving one out.
//!
//! A link is kept only with evidence of its own; what has none stays at the paragraph.

mod facts;
mod likeness;
mod path;
mod shared;

use std::ops::Range;

use super::figures::Passage;
use crate::model::{Document, Evidence, Page, Place, SentenceLink, TextId};
pub(super) use facts::SentenceFacts;
pub(super) use likeness::Likeness;

/// The most pairs of sentences of one block that are looked at: a block of 250 sentences. Longer ones
/// stay at the paragraph.
const MOST_PAIRS: usize = 250 * 250;

/// The links of every pair of a page, for each language.
pub(crate) fn align_sentences(page: &Page) -> Vec<Vec<Vec<SentenceLink>>> {
    let languages = page.sides.len();
    let mut found = vec![vec![Vec::new(); languages]; page.pairs.len()];
    let original = &page.original().document;
    for (lang, side) in page.sides.iter().enumerate().skip(1) {
        let Some(side) = side else { continue };
        let id = side.document.lang;
        let pairs: Vec<(BlockFacts, BlockFacts)> = (0..page.pairs.len())
            .map(|pair| {
                let place = Place::Pair(pair);
                if page.is_untranslated(place, id) || page.first_block(pair, id).is_none() {
                    return Default::default();
                }
                let [own, other] = page.row_texts(place, id);
                (facts_of_texts(original, &own), facts_of_texts(&side.document, &other))
            })
            .collect();
        let ratio = length_ratio(&pairs);
        for (links, (own, others)) in found.iter_mut().zip(&pairs) {
            links[lang] = links_of_blocks(own, others, ratio);
        }
    }
    found
}

/// What the sentences of a block offer, text by text.
type BlockFacts<'a> = Vec<Vec<SentenceFacts<'a>>>;

/// How long the translation of a page is for one of the original.
fn length_ratio(pairs: &[(BlockFacts, BlockFacts)]) -> f64 {
    let of = |facts: &BlockFacts| facts.iter().flatten().map(|one| f64::from(one.length)).sum();
    let (own, others) = pairs.iter().fold((0.0_f64, 0.0_f64), |(own, others), pair| {
        let lengths: (f64, f64) = (of(&pair.0), of(&pair.1));
        (own + lengths.0, others + lengths.1)
    });
    others.max(1.0) / own.max(1.0)
}

/// The links of two blocks. Items answer items and cells cells, where there are as many of them.
fn links_of_blocks(own: &BlockFacts, others: &BlockFacts, ratio: f64) -> Vec<SentenceLink> {
    if own.len() != others.len() {
        return links(&own.concat(), &others.concat(), ratio);
    }
    let (mut first, mut first_other) = (0, 0);
    let mut found = Vec::new();
    for (own, others) in own.iter().zip(others) {
        let moved = |range: Range<usize>, by: usize| range.start + by..range.end + by;
        found.extend(links(own, others, ratio).into_iter().map(|link| SentenceLink {
            original: moved(link.original, first),
            translation: moved(link.translation, first_other),
            ..link
        }));
        first += own.len();
        first_other += others.len();
    }
    found
}

fn facts_of_texts<'a>(document: &'a Document, texts: &[TextId]) -> BlockFacts<'a> {
    texts.iter().map(|text| facts_of_text(document, *text)).collect()
}

/// What the sentences of a text offer to be known by.
pub(super) fn facts_of_text(document: &Document, text: TextId) -> Vec<SentenceFacts<'_>> {
    let Some(annotation) = document.annotations.get(text.0 as usize) else { return Vec::new() };
    let passage = Passage {
        plain: &document.text(text).plain,
        quantities: &annotation.quantities,
        terms: document.terms_in(text),
    };
    SentenceFacts::of_text(&passage, &annotation.sentences, &annotation.words)
}

/// The links of two texts; `ratio` is that of their page.
fn links(own: &[SentenceFacts], others: &[SentenceFacts], ratio: f64) -> Vec<SentenceLink> {
    if own.is_empty() || others.is_empty() || own.len().saturating_mul(others.len()) > MOST_PAIRS {
        return Vec::new();
    }
    let likeness = Likeness::new(own, others, ratio);
    if own.len() == 1 || others.len() == 1 {
        let mut evidence = vec![Evidence::Alone];
        evidence.extend(likeness.evidence(&(0..own.len()), &(0..others.len())));
        let (original, translation) = (0..own.len(), 0..others.len());
        return vec![SentenceLink { original, translation, evidence }];
    }
    let steps = path::cheapest_steps(own.len(), others.len(), &likeness);
    let linked = steps.into_iter().map(|(original, translation)| {
        let evidence = likeness.evidence(&original, &translation);
        SentenceLink { original, translation, evidence }
    });
    let mut linked: Vec<SentenceLink> = linked.collect();
    for place in 0..linked.len() {
        let SentenceLink { original, translation, evidence } = &linked[place];
        if evidence.is_empty()
            && is_held(&linked, place, (own.len(), others.len()))
            && likeness.may_answer(original, translation)
        {
            linked[place].evidence.push(Evidence::Between);
        }
    }
    linked.retain(|link| !link.evidence.is_empty());
    linked
}

/// Whether one sentence stands for one where both have their neighbours, or the border of the text,
/// on either side: nothing else can answer it.
fn is_held(links: &[SentenceLink], place: usize, ends: (usize, usize)) -> bool {
    let link = &links[place];
    let is_one = link.original.len() == 1 && link.translation.len() == 1;
    let before = place.checked_sub(1).map(|before| &links[before]);
    let after = links.get(place + 1);
    let begins = match before {
        None => (link.original.start, link.translation.start) == (0, 0),
        Some(before) => {
            !before.evidence.is_empty()
                && before.original.end == link.original.start
                && before.translation.end == link.translation.start
        }
    };
    let ends = match after {
        None => (link.original.end, link.translation.end) == ends,
        Some(after) => {
            !after.evidence.is_empty()
                && after.original.start == link.original.end
                && after.translation.start == link.translation.end
        }
    };
    is_one && begins && ends
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::WordId;
    use crate::model::effort::{assert_linear, steps_of};

    /// A sentence of this length that says these words.
    fn sentence(length: u32, words: &[u16]) -> SentenceFacts<'static> {
        let words = words.iter().copied().map(WordId).collect();
        SentenceFacts { length, words, clauses: 1, ..SentenceFacts::default() }
    }

    fn ranges(links: &[SentenceLink]) -> Vec<(Range<usize>, Range<usize>)> {
        links.iter().map(|link| (link.original.clone(), link.translation.clone())).collect()
    }

    #[test]
    fn lengths_alone_pair_sentences_in_order() {
        let own = [30, 90, 12, 60].map(|length| sentence(length, &[]));
        let others = [32, 85, 14, 58].map(|length| sentence(length, &[]));
        let expected: Vec<_> = (0..4).map(|at| (at..at + 1, at..at + 1)).collect();
        assert_eq!(ranges(&links(&own, &others, 1.0)), expected);
    }

    #[test]
    fn a_word_that_both_say_outweighs_a_better_length() {
        // The third of the original is left out; by length alone the last would be.
        let of = |words: &[u16]| -> Vec<SentenceFacts> {
            words.iter().map(|word| sentence(90 + u32::from(*word), &[*word])).collect()
        };
        let found = links(&of(&[1, 2, 3, 4, 5, 6]), &of(&[1, 2, 4, 5, 6]), 1.0);
        let pairs: Vec<(usize, usize)> =
            found.iter().map(|link| (link.original.start, link.translation.start)).collect();
        assert_eq!(pairs, [(0, 0), (1, 1), (3, 2), (4, 3), (5, 4)]);
    }

    #[test]
    fn a_sentence_without_evidence_is_held_by_its_neighbours_alone() {
        let own = [sentence(40, &[1]), sentence(10, &[]), sentence(40, &[3])];
        let others = [sentence(40, &[1]), sentence(25, &[]), sentence(40, &[3])];
        let found = links(&own, &others, 1.0);
        assert_eq!(found[1].evidence, [Evidence::Between]);
        // Far too long for that: it stays at the paragraph.
        let others = [sentence(40, &[1]), sentence(400, &[]), sentence(40, &[3])];
        assert_eq!(ranges(&links(&own, &others, 1.0)), [(0..1, 0..1), (2..3, 2..3)]);
    }

    #[test]
    fn work_grows_with_the_pairs_of_sentences_of_one_block_and_ends_at_a_bound() {
        let block = |count: usize| vec![sentence(40, &[1, 2]); count];
        let steps = |count: usize| steps_of(|| drop(links(&block(count), &block(count), 1.0)));
        let (once, twice) = (steps(40), steps(80));
        assert!(twice <= 4 * once, "{once} steps, and {twice} for twice as many sentences");
        assert_eq!(links(&block(251), &block(250), 1.0), []);
        assert_linear("blocks", 20, |blocks| {
            (0..blocks).for_each(|_| drop(links(&block(8), &block(8), 1.0)));
        });
    }

    fn sentences() -> impl Strategy<Value = Vec<SentenceFacts<'static>>> {
        let one = (1_u32..200, proptest::collection::vec(0_u16..6, 0..3));
        proptest::collection::vec(one.prop_map(|(length, words)| sentence(length, &words)), 0..9)
    }

    proptest! {
        #[test]
        fn links_are_in_order_never_overlap_and_always_have_a_reason(
            own in sentences(), others in sentences()
        ) {
            let found = links(&own, &others, 1.0);
            let (mut end, mut other_end) = (0, 0);
            for link in &found {
                prop_assert!(end <= link.original.start && link.original.start < link.original.end);
                prop_assert!(other_end <= link.translation.start);
                prop_assert!(link.translation.start < link.translation.end);
                prop_assert!(!link.evidence.is_empty());
                (end, other_end) = (link.original.end, link.translation.end);
            }
            prop_assert!(end <= own.len() && other_end <= others.len());
            prop_assert_eq!(&found, &links(&own, &others, 1.0));
        }
    }
}
