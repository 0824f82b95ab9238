//! The same number in the translations.
//!
//! It is looked for in the paragraph, cell or item beside its own, together with all numerals there, as
//! the comparison of numbers does: kind before value, value before order. What answers what in a
//! paragraph or cell is found out once for all claims in it.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::claim::{FoundFigure, figure_words};
use super::locate::overlapping;
use super::quote::{FoldedText, Quote};
use crate::align::figures::{Assignment, Item, LinkedSentences, Spot, equal};
use crate::model::{
    Document, FigureClaim, FigureWords, Language, Languages, Page, Place, QuantityKind, Text,
    TextId,
};
use crate::source::{Diagnostic, Span, codes, message};

/// Adds the words of each translation to figures that were found in the original, which come in text
/// order.
pub(super) fn add_translations(
    found: &mut [FoundFigure],
    languages: &Languages,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let is_beside = |one: &FoundFigure, other: &FoundFigure| {
        (one.page.id, one.observation.place) == (other.page.id, other.observation.place)
    };
    for figures in found.chunk_by_mut(is_beside) {
        let Some((page, place)) = figures.first().map(|of| (of.page, of.observation.place)) else {
            continue;
        };
        for language in languages.iter().skip(1) {
            let mut beside = Beside::new(page, place, language);
            for figure in &mut *figures {
                let words = beside.as_mut().and_then(|beside| beside.words(figure, diagnostics));
                figure.observation.words.push(words);
            }
        }
    }
}

/// Where a translation says a number of the original; nothing where it does not, or may at several
/// places.
pub(crate) fn number_beside(
    page: &Page,
    (place, text): (Place, TextId),
    range: &Range<usize>,
    language: &Language,
) -> Option<(TextId, Range<usize>)> {
    let mut beside = Beside::new(page, place, language)?;
    let part = *beside.part_of.get(&text)?;
    beside.assign(part);
    let [own_texts, texts] = &beside.parts[part];
    let assignment = beside.assigned.get(&part)?;
    let passage = own_texts.iter().position(|own| *own == text)?;
    let wanted = Spot { passage, range: range.clone() };
    let place = assignment.own.iter().position(|item| item.spot == wanted)?;
    let answer = assignment.assigned[place].filter(|_| assignment.rivals(place).is_empty())?;
    let Spot { passage, range } = assignment.others[answer].spot.clone();
    Some((texts[passage], range))
}

/// A place of the original and its counterpart in one language.
struct Beside<'a> {
    page: &'a Page,
    place: Place,
    language: &'a Language,
    document: &'a Document,
    /// All texts of the counterpart.
    texts: Vec<TextId>,
    /// The paragraph, the cells or the items of both.
    parts: Vec<[Vec<TextId>; 2]>,
    /// Which of them a text of the original is in.
    part_of: HashMap<TextId, usize>,
    /// What answers what in a part, once it was asked for.
    assigned: BTreeMap<usize, Assignment>,
}

impl<'a> Beside<'a> {
    /// Nothing where the place has no counterpart, or is not translated yet.
    fn new(page: &'a Page, place: Place, language: &'a Language) -> Option<Self> {
        let place = page.row_head(place, language.id);
        let document = &*page.side(language.id)?.document;
        if page.is_untranslated(place, language.id) {
            return None;
        }
        page.span(place, language.id)?;
        let parts = page.parts(place, language.id);
        let texts = parts
            .iter()
            .zip(0..)
            .flat_map(|([own, _], part)| own.iter().map(move |text| (*text, part)));
        Some(Self {
            page,
            place,
            language,
            document,
            texts: page.texts(place, language.id),
            part_of: texts.collect(),
            parts,
            assigned: BTreeMap::new(),
        })
    }

    /// Finds out what answers what in a part, once.
    fn assign(&mut self, part: usize) {
        if self.assigned.contains_key(&part) {
            return;
        }
        let [own_texts, texts] = &self.parts[part];
        let original = &self.page.original().document;
        let own = numerals_of_texts(original, own_texts);
        let others = numerals_of_texts(self.document, texts);
        let sentences = match self.place {
            Place::Pair(pair) if self.parts.len() == 1 => {
                let texts = [&own_texts[..], &texts[..]];
                LinkedSentences::of_pair(self.page, pair, self.language.id, texts)
            }
            _ => LinkedSentences::default(),
        };
        self.assigned.insert(part, Assignment::new(own, others, &sentences));
    }

    /// The words of a figure; a finding where there are none, or several.
    fn words(
        &mut self,
        figure: &FoundFigure,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<FigureWords> {
        let text = figure.observation.words[0].as_ref()?.text;
        let quoted = figure.claim.counterparts.0.get(&self.language.code);
        let found = match quoted {
            Some(written) => self.as_claimed(figure.claim, written, diagnostics)?,
            // Not by the rules of another language; `check::unread` says so once.
            None if self.language.numerals.is_none() => return None,
            None => self.by_value(figure, text, diagnostics),
        };
        if found.is_none() {
            diagnostics.push(self.nowhere(figure, text));
        }
        found.map(|(text, range)| FigureWords {
            is_quoted: quoted.is_some(),
            ..figure_words(self.document, text, range)
        })
    }

    /// Where the claim itself says the number stands.
    #[expect(clippy::option_option, reason = "a fault that was reported is not a number not found")]
    fn as_claimed(
        &self,
        claim: &FigureClaim,
        written: &str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Option<(TextId, Range<usize>)>> {
        let document = self.document;
        let quote = Quote::new(written);
        let found: Vec<_> = quote
            .iter()
            .flat_map(|quote| {
                self.texts.iter().flat_map(move |text| {
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
            .at(claim.numeral.span)
            .help(message!("figure-drift-translation.help")),
        );
        None
    }

    fn by_value(
        &mut self,
        figure: &FoundFigure,
        text: TextId,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<(TextId, Range<usize>)> {
        let part = *self.part_of.get(&text)?;
        self.assign(part);
        let [own_texts, texts] = &self.parts[part];
        let assignment = self.assigned.get(&part)?;
        let wanted = Spot {
            passage: own_texts.iter().position(|own| *own == text)?,
            range: own_range(figure, text),
        };
        let (own, others) = (&assignment.own, &assignment.others);
        let place = own.iter().position(|item| item.spot == wanted)?;
        // A translation may say once what the original says twice.
        let again = || others.iter().position(|other| equal::is_either(&own[place], other));
        let number = assignment.assigned[place].or_else(again)?;
        let rivals = assignment.rivals(place);
        let translation = Translation { document: self.document, texts, language: self.language };
        let own_words = own_place(figure, text);
        if !rivals.is_empty() {
            let candidates = std::iter::once(number).chain(rivals).map(|other| &others[other].spot);
            diagnostics.push(undecided(own_words, &translation, candidates));
        } else if is_rank_for_count(&own[place], &others[number]) {
            diagnostics.push(other_kind(own_words, &translation, &others[number].spot));
        }
        let Spot { passage, range } = others[number].spot.clone();
        Some((texts[passage], range))
    }

    fn nowhere(&self, figure: &FoundFigure, text: TextId) -> Diagnostic {
        let (place, words) = own_place(figure, text);
        let missing = message!(
            "figure-counterpart-missing",
            words = words,
            language = self.language.name.as_str(),
        );
        let mut finding = Diagnostic::new(codes::FIGURE_COUNTERPART, missing).at(place);
        let part = self.part_of.get(&text).map(|part| &self.parts[*part][1]);
        if let Some(first) = part.and_then(|texts| texts.first()) {
            let other = self.document.text(*first);
            finding = finding.labelled(
                Span::new(self.document.file, other.source_range(0..other.plain.len())),
                message!("figure-counterpart-missing.label"),
            );
        }
        finding.help(message!("figure-counterpart-missing.help", code = &self.language.code))
    }
}

/// Where the numeral of a figure stands in its own text.
fn own_range(figure: &FoundFigure, text: TextId) -> Range<usize> {
    let annotation = &figure.page.original().document.annotations[text.0 as usize];
    annotation.quantities[figure.index].range.clone()
}

/// The numeral of the original, in its file and in words.
fn own_place<'f>(figure: &FoundFigure<'f>, text: TextId) -> (Span, &'f str) {
    let original = &figure.page.original().document;
    let (of, range) = (original.text(text), own_range(figure, text));
    (Span::new(original.file, of.source_range(range.clone())), &of.plain[range])
}

/// Several numerals of the translation that say it alike, with what to paste for each.
fn undecided<'b>(
    (place, words): (Span, &str),
    translation: &Translation,
    candidates: impl Iterator<Item = &'b Spot> + Clone,
) -> Diagnostic {
    let language = translation.language;
    let message = message!("figure-undecided", words = words, language = language.name.as_str());
    let mut finding = Diagnostic::new(codes::FIGURE_UNDECIDED, message).at(place);
    for spot in candidates.clone() {
        finding = finding.labelled(translation.spot_span(spot), message!("figure-undecided.label"));
    }
    let quotes: Vec<String> = candidates.map(|spot| translation.paste(spot)).collect();
    finding.help(message!("figure-undecided.help", quotes = quotes))
}

/// A rank beside a count of the same number.
fn other_kind((place, words): (Span, &str), translation: &Translation, spot: &Spot) -> Diagnostic {
    let said = translation.spot_words(spot);
    Diagnostic::new(codes::FIGURE_KIND, message!("figure-kind", words = words, said = said))
        .at(place)
        .labelled(translation.spot_span(spot), message!("figure-kind.label"))
        .help(message!("figure-kind.help", code = translation.language.code.as_str()))
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
