//! The same number in the translations.
//!
//! It is looked for by value in the block beside it. Where a value stands several times in a
//! block, the first in the original belongs to the first in the translation, and so on.

use super::claim::{figure_words, overlapping};
use super::quote::{FoldedText, Quote};
use crate::model::{
    Document, FigureClaim, FigureWords, Language, Languages, Mention, Page, Quantity, QuantityKind,
    TextId,
};
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
        let all = |document: &Document, texts: &[TextId]| -> Vec<(TextId, Mention<Quantity>)> {
            let of = |text: &TextId| {
                let annotation = document.annotations.get(text.0 as usize);
                let found = annotation.map(|a| a.quantities.clone()).unwrap_or_default();
                found.into_iter().map(|found| (*text, found)).collect::<Vec<_>>()
            };
            texts.iter().flat_map(of).collect()
        };
        let own = all(original, &original.blocks[block].texts());
        let others = all(document, texts);
        let before = own.iter().take_while(|(text, _)| *text != self.text).count();
        let place = before + self.index;
        let assigned = assign_figures(&own, &others);
        let wanted = &own.get(place)?.1.value;
        // A translation may say once what the original says twice.
        let again = || others.iter().position(|(_, found)| fits(wanted, &found.value, false));
        let (text, found) = &others[assigned[place].or_else(again)?];
        Some((*text, found.range.clone()))
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

/// For each number of the original the one of the translation that says it: first those with the
/// same unit, then those with the same value, each in order.
fn assign_figures(
    own: &[(TextId, Mention<Quantity>)],
    others: &[(TextId, Mention<Quantity>)],
) -> Vec<Option<usize>> {
    let mut assigned = vec![None; own.len()];
    let mut is_used = vec![false; others.len()];
    for is_exact in [true, false] {
        for (place, (_, wanted)) in own.iter().enumerate() {
            if assigned[place].is_some() {
                continue;
            }
            let free = others.iter().enumerate().find(|(number, (_, found))| {
                !is_used[*number] && fits(&wanted.value, &found.value, is_exact)
            });
            if let Some((number, _)) = free {
                is_used[number] = true;
                assigned[place] = Some(number);
            }
        }
    }
    assigned
}

/// Whether a number of the translation may say the same as one of the original.
fn fits(wanted: &Quantity, other: &Quantity, is_exact: bool) -> bool {
    let same_unit = !is_exact || wanted.unit == other.unit;
    wanted.value.is_some()
        && wanted.value == other.value
        && same_unit
        && is_calendar(wanted) == is_calendar(other)
}

fn is_calendar(quantity: &Quantity) -> bool {
    quantity.kind == QuantityKind::Date
}
