//! The same number in the translations.
//!
//! It is looked for in the block beside it, together with all numerals of the block, as the comparison
//! of numbers does: kind before value, value before order.

use std::ops::Range;

use super::claim::{figure_words, overlapping};
use super::quote::{FoldedText, Quote};
use crate::align::figures::{Item, LinkedSentences, Spot, assign_in_sentences, equal, rivals};
use crate::model::{
    Document, FigureClaim, FigureWords, Language, Languages, Page, QuantityKind, Text, TextId,
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
                    None => self.by_value(document, &texts, language, diagnostics),
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
    ) -> Option<Option<(TextId, Range<usize>)>> {
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
        language: &Language,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<(TextId, Range<usize>)> {
        let original = &self.page.original().document;
        let block = self.page.pairs[self.pair].blocks[0]?;
        let own_texts = original.blocks[block].texts();
        let own = numerals_of_texts(original, &own_texts);
        let others = numerals_of_texts(document, texts);
        let wanted = Spot {
            passage: own_texts.iter().position(|text| *text == self.text)?,
            range: self.own_range(),
        };
        let place = own.iter().position(|item| item.spot == wanted)?;
        let sentences =
            LinkedSentences::of_pair(self.page, self.pair, language.id, [&own_texts, texts]);
        let assigned = assign_in_sentences(&own, &others, &sentences);
        // A translation may say once what the original says twice.
        let again = || others.iter().position(|other| equal::is_either(&own[place], other));
        let number = assigned[place].or_else(again)?;
        let rivals = rivals(&own, &others, &assigned, place, &sentences);
        let translation = Translation { document, texts, language };
        if !rivals.is_empty() {
            let candidates = std::iter::once(number).chain(rivals).map(|other| &others[other].spot);
            diagnostics.push(self.undecided(&translation, candidates));
        } else if is_rank_for_count(&own[place], &others[number]) {
            diagnostics.push(self.other_kind(&translation, &others[number].spot));
        }
        let Spot { passage, range } = others[number].spot.clone();
        Some((texts[passage], range))
    }

    /// Where the numeral stands in its own text.
    fn own_range(&self) -> Range<usize> {
        let annotation = &self.page.original().document.annotations[self.text.0 as usize];
        annotation.quantities[self.index].range.clone()
    }

    /// The numeral of the original, in its file and in words.
    fn own_place(&self) -> (Span, &str) {
        let original = &self.page.original().document;
        let (text, range) = (original.text(self.text), self.own_range());
        (Span::new(original.file, text.source_range(range.clone())), &text.plain[range])
    }

    /// Several numerals of the translation that say it alike, with what to paste for each.
    fn undecided<'b>(
        &self,
        translation: &Translation,
        candidates: impl Iterator<Item = &'b Spot> + Clone,
    ) -> Diagnostic {
        let (place, words) = self.own_place();
        let language = translation.language;
        let message =
            message!("figure-undecided", words = words, language = language.name.as_str());
        let mut finding = Diagnostic::new(codes::FIGURE_UNDECIDED, message).at(place);
        for spot in candidates.clone() {
            finding =
                finding.labelled(translation.spot_span(spot), message!("figure-undecided.label"));
        }
        let quotes: Vec<String> = candidates.map(|spot| translation.paste(spot)).collect();
        finding.help(message!("figure-undecided.help", quotes = quotes))
    }

    /// A rank beside a count of the same number.
    fn other_kind(&self, translation: &Translation, spot: &Spot) -> Diagnostic {
        let (place, words) = self.own_place();
        let said = translation.spot_words(spot);
        Diagnostic::new(codes::FIGURE_KIND, message!("figure-kind", words = words, said = said))
            .at(place)
            .labelled(translation.spot_span(spot), message!("figure-kind.label"))
            .help(message!("figure-kind.help", code = translation.language.code.as_str()))
    }

    fn nowhere(&self, document: &Document, texts: &[TextId], language: &Language) -> Diagnostic {
        let (place, words) = self.own_place();
        let missing = message!(
            "figure-counterpart-missing",
            words = words,
            language = language.name.as_str(),
        );
        let mut finding = Diagnostic::new(codes::FIGURE_COUNTERPART, missing).at(place);
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

/// The block of a translation in which a counterpart is looked for.
struct Translation<'a> {
    document: &'a Document,
    texts: &'a [TextId],
    language: &'a Language,
}

/// The most words on either side of a number that are quoted with it.
const MOST_WORDS: usize = 8;

impl Translation<'_> {
    fn spot_text(&self, spot: &Spot) -> &Text {
        self.document.text(self.texts[spot.passage])
    }

    fn spot_words(&self, spot: &Spot) -> &str {
        &self.spot_text(spot).plain[spot.range.clone()]
    }

    fn spot_span(&self, spot: &Spot) -> Span {
        Span::new(self.document.file, self.spot_text(spot).source_range(spot.range.clone()))
    }

    /// What to write in a claim for the numeral at a place: `en: "[5] more"`, with as many words around
    /// it as it takes to be the only ones in the block.
    fn paste(&self, spot: &Spot) -> String {
        let plain = &*self.spot_text(spot).plain;
        let texts = self.texts.iter().map(|text| &*self.document.text(*text).plain);
        let whole = texts.collect::<Vec<&str>>().join("\n").to_lowercase();
        let count =
            |range: &Range<usize>| whole.matches(&plain[range.clone()].to_lowercase()).count();
        let mut range = spot.range.clone();
        for _ in 0..MOST_WORDS {
            if count(&range) == 1 {
                break;
            }
            range.end = next_word_end(plain, range.end);
            if count(&range) > 1 {
                range.start = last_word_start(plain, range.start);
            }
        }
        let (before, after) =
            (&plain[range.start..spot.range.start], &plain[spot.range.end..range.end]);
        let number = self.spot_words(spot);
        format!("{}: \"{before}[{number}]{after}\"", self.language.code)
    }
}

/// Where the word after a place ends.
fn next_word_end(plain: &str, at: usize) -> usize {
    let rest = &plain[at..];
    let word = rest.trim_start();
    let end = word.find(|c: char| !c.is_alphanumeric()).filter(|end| *end > 0);
    let first = word.chars().next().map_or(0, char::len_utf8);
    at + (rest.len() - word.len()) + end.unwrap_or(first)
}

/// Where the word before a place begins.
fn last_word_start(plain: &str, at: usize) -> usize {
    let before = plain[..at].trim_end();
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let last = before.chars().next_back().map_or(0, char::len_utf8);
    before.len() - if word.is_empty() { last } else { word.len() }
}

/// Whether one side says a rank and the other counts or measures.
fn is_rank_for_count(own: &Item, other: &Item) -> bool {
    let kinds = [own.quantity.kind, other.quantity.kind];
    kinds.contains(&QuantityKind::Rank) && kinds.contains(&QuantityKind::Figure)
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
