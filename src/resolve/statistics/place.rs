//! The sections of a page as data files name them, and the texts in them.

use crate::model::{Document, Page, TextId};

use super::quote::{FoldedText, Quote, QuotedRange};

/// A text of the original and the pair it stands in.
#[derive(Debug)]
pub(super) struct Passage {
    pub(super) pair: usize,
    pub(super) text: TextId,
    folded: FoldedText,
}

/// The texts of one section.
#[derive(Debug)]
pub(super) struct SectionTexts {
    /// `s1`, `s2.1`; `s0` for the text before the first heading.
    pub(super) key: String,
    pub(super) passages: Vec<Passage>,
}

impl SectionTexts {
    /// Every place where a quotation stands, with the passage.
    pub(super) fn find_quote(
        &self,
        document: &Document,
        quote: &Quote,
    ) -> Vec<(&Passage, QuotedRange)> {
        let of = |passage: &Passage| {
            passage.folded.find_quote(quote, &document.text(passage.text).plain)
        };
        self.passages
            .iter()
            .flat_map(|passage| of(passage).into_iter().map(move |found| (passage, found)))
            .collect()
    }

    /// The place that the words before the number lead to.
    pub(super) fn after_lead(&self, quote: &Quote) -> Option<(&Passage, usize)> {
        let mut found = self
            .passages
            .iter()
            .filter_map(|passage| Some((passage, passage.folded.after_lead(quote)?)));
        let first = found.next()?;
        found.next().is_none().then_some(first)
    }
}

/// The sections of a page, in order.
pub(super) fn section_texts(page: &Page) -> Vec<SectionTexts> {
    let document = &page.original().document;
    let mut sections: Vec<SectionTexts> = Vec::new();
    for (number, pair) in page.pairs.iter().enumerate() {
        let Some(block) = pair.blocks[0].map(|block| &document.blocks[block]) else { continue };
        let Some(address) = pair.address else { continue };
        let numbers: Vec<_> = address.section.numbers().iter().map(ToString::to_string).collect();
        let key =
            if numbers.is_empty() { "s0".to_owned() } else { format!("s{}", numbers.join(".")) };
        if sections.last().is_none_or(|last| last.key != key) {
            sections.push(SectionTexts { key, passages: Vec::new() });
        }
        let passages = block.texts().into_iter().map(|text| Passage {
            pair: number,
            text,
            folded: FoldedText::new(&document.text(text).plain),
        });
        if let Some(last) = sections.last_mut() {
            last.passages.extend(passages);
        }
    }
    sections
}
