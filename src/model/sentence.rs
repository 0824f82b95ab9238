//! Which sentences of a translation answer which of its original.

use std::ops::Range;

use super::{ConceptId, Decimal, LangId, Page, Place, TextId, WordId};

/// Sentences of a block that answer sentences of its counterpart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentenceLink {
    /// Sentences of the original, by their places in the block; never none.
    pub original: Range<usize>,
    /// Sentences of the translation, by their places in the block; never none.
    pub translation: Range<usize>,
    /// What they have in common; never nothing.
    pub evidence: Vec<Evidence>,
}

/// Why sentences are taken to answer each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evidence {
    /// One of the two is the whole text.
    Alone,
    /// Both say this number.
    Number(Decimal),
    /// Both hold this term.
    Term(ConceptId),
    /// Both hold this word, in Latin letters.
    Name(Box<str>),
    /// Both say this word of the vocabulary of reports.
    Word(WordId),
    /// Both hold as many quotations, and some.
    Quotations(u32),
    /// Their lengths are as those of the two texts.
    Length,
    /// The sentences before and after both answer each other.
    Between,
}

impl Page {
    /// The sentences of the row of a pair, of the original and of a translation, each as bytes of a text;
    /// in order. For the original itself they are those of the pair alone.
    pub fn row_sentences(&self, pair: usize, lang: LangId) -> [Vec<(TextId, Range<usize>)>; 2] {
        let [own, other] = self.row_texts(Place::Pair(pair), lang);
        [(LangId::ORIGINAL, own), (lang, other)].map(|(lang, texts)| {
            let annotations = self.side(lang).map(|side| &side.document.annotations[..]);
            let of = |text: TextId| {
                let annotation = annotations.and_then(|all| all.get(text.0 as usize));
                let sentences = annotation.map(|found| &found.sentences[..]).unwrap_or_default();
                sentences.iter().map(move |range| (text, range.clone()))
            };
            texts.into_iter().flat_map(of).collect()
        })
    }

    /// The links between the sentences of a pair and those of a translation, in order. What is not
    /// among them answers the paragraph as a whole.
    pub fn sentence_links(&self, pair: usize, lang: LangId) -> &[SentenceLink] {
        let of_pair = self.sentence_links.get(pair);
        of_pair
            .and_then(|links| links.get(lang.index()))
            .map(|links| &links[..])
            .unwrap_or_default()
    }
}
