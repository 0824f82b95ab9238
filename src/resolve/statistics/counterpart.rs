//! The same number in the translations.
//!
//! It is looked for in the block beside it, together with all numerals of the block, as the comparison
//! of numbers does: kind before value, value before order.

use super::claim::{figure_words, overlapping};
use super::quote::{FoldedText, Quote};
use crate::align::figures::{Item, LinkedSentences, Spot, assign_in_sentences, equal};
use crate::model::{Document, FigureClaim, FigureWords, Language, Languages, Page, TextId};
use crate::source::{Diagnostic, Span, codes, message};

/// One numeral of the original, to be found in the translations of its block.
pub(super) struct Search<'a> {
    pub(super) page: &'a Page,
    pub(super) pair: usize,
    pub(super) text: TextId,
    /// Which numeral of the text.
    pub(super) index: usize,
    pub(super) claim: &'a FigureClaim,
    pub(super) languages: &'a Languages,
}

impl Search<'_> {
    /// The words in each translation, in the order of the languages.
    pub(super) fn translations(
        &self,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<Option<FigureWords>> {
        let translations = self.languages.iter().skip(1);
        translations
            .map(|language| {
                let side = self.page.side(language.id)?;
                let block = self.page.pairs[self.pair].blocks[language.id.index()]?;
                let document = &*side.document;
                let texts = document.blocks[block].texts();
                let quoted = self.claim.counterparts.0.get(&language.code);
                let found = match quoted {
                    Some(written) => self.as_claimed(document, &texts, written, diagnostics)?,
                    // Not by the rules of another language; `check::unread` says so once.
                    None if language.numerals.is_none() => return None,
                    None => self.by_value(document, &texts),
                };
                if found.is_none() {
                    diagnostics.push(self.nowhere(document, &texts, language));
                }
                found.map(|(text, range)| FigureWords {
                    is_quoted: quoted.is_some(),
                    ..figure_words(document, text, range)
                })
            })
            .collect()
    }

    /// Where the claim itself says the number stands.
    #[expect(clippy::option_option, reason = "a fault that was reported is not a number not found")]
    fn as_claimed(
        &self,
        document: &Document,
        texts: &[TextId],
        written: &str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Option<(TextId, std::ops::Range<usize>)>> {
        let quote = Quote::new(written);
        let found: Vec<_> = quote
            .iter()
            .flat_map(|quote| {
                texts.iter().flat_map(move |text| {
                    let plain = &document.text(*text).plain;
                    FoldedText::new(plain)
                        .find_quote(quote, plain)
                        .into_iter()
                        .map(|found| (*text, found.number))
                })
            })
            .collect();
        if let [(text, range)] = &found[..] {
            let quantities = overlapping(document, *text, range);
            let whole = match quantities[..] {
                [(index, _)] => {
                    document.annotations[text.0 as usize].quantities[index].range.clone()
                }
                _ => range.clone(),
            };
            return Some(Some((*text, whole)));
        }
        diagnostics.push(
            Diagnostic::new(
                codes::FIGURE_DRIFT,
                message!("figure-drift-translation", words = written),
            )
            .at(self.claim.span)
            .help(message!("figure-drift-translation.help")),
        );
        None
    }

    fn by_value(
        &self,
        document: &Document,
        texts: &[TextId],
    ) -> Option<(TextId, std::ops::Range<usize>)> {
        let original = &self.page.original().document;
        let block = self.page.pairs[self.pair].blocks[0]?;
        let own_texts = original.blocks[block].texts();
        let own = numerals_of_texts(original, &own_texts);
        let others = numerals_of_texts(document, texts);
        let annotation = &original.annotations[self.text.0 as usize];
        let wanted = Spot {
            passage: own_texts.iter().position(|text| *text == self.text)?,
            range: annotation.quantities[self.index].range.clone(),
        };
        let place = own.iter().position(|item| item.spot == wanted)?;
        // A translation may say once what the original says twice.
        let again = || others.iter().position(|other| equal::is_either(&own[place], other));
        let lang = document.lang;
        let sentences = LinkedSentences::of_pair(self.page, self.pair, lang, [&own_texts, texts]);
        let number = assign_in_sentences(&own, &others, &sentences)[place].or_else(again)?;
        let Spot { passage, range } = others[number].spot.clone();
        Some((texts[passage], range))
    }

    fn nowhere(&self, document: &Document, texts: &[TextId], language: &Language) -> Diagnostic {
        let original = &self.page.original().document;
        let text = original.text(self.text);
        let range = original.annotations[self.text.0 as usize].quantities[self.index].range.clone();
        let missing = message!(
            "figure-counterpart-missing",
            words = &text.plain[range.clone()],
            language = &language.name,
        );
        let mut finding = Diagnostic::new(codes::FIGURE_COUNTERPART, missing)
            .at(Span::new(original.file, text.source_range(range)));
        if let Some(first) = texts.first() {
            let other = document.text(*first);
            finding = finding.labelled(
                Span::new(document.file, other.source_range(0..other.plain.len())),
                message!("figure-counterpart-missing.label"),
            );
        }
        finding.help(message!("figure-counterpart-missing.help", code = &language.code))
    }
}

/// The numerals of some texts that have a value, in order.
fn numerals_of_texts(document: &Document, texts: &[TextId]) -> Vec<Item> {
    let of = |(passage, text): (usize, &TextId)| {
        let annotation = document.annotations.get(text.0 as usize);
        let found = annotation.map(|a| &a.quantities[..]).unwrap_or_default();
        let said = found.iter().filter(|found| found.value.value.is_some());
        said.map(move |found| Item {
            spot: Spot { passage, range: found.range.clone() },
            quantity: found.value,
            is_of_others: false,
        })
        .collect::<Vec<_>>()
    };
    texts.iter().enumerate().flat_map(of).collect()
}
