//! One claim into one observation.

use std::ops::Range;

use super::counterpart;
use super::place::{Passage, SectionTexts};
use super::quote::{Quote, QuotedRange};
use super::{Ground, PageGround, did_you_mean};
use crate::model::{
    Decimal, Direction, Document, FigureClaim, FigureStatus, FigureWords, Locus, Measure,
    Observation, Quantity, TextId,
};
use crate::source::{Diagnostic, Message, Placed, Span, codes, message};

/// An observation and where its number stands in the original.
pub(super) struct FoundFigure {
    pub(super) observation: Observation,
}

impl FoundFigure {
    /// Text order.
    pub(super) fn text_order(&self) -> (u32, usize, TextId, usize) {
        let observation = &self.observation;
        let own = observation.words[0].as_ref();
        let (text, start) = own.map_or((TextId(0), 0), |own| (own.text, own.range.start));
        (observation.page.0, observation.pair, text, start)
    }
}

impl Ground<'_> {
    /// Finds the words of a claim; every fault is a finding.
    pub(super) fn observation(
        &self,
        claim: &FigureClaim,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<FoundFigure> {
        let (page, section) = self.locus(&claim.locus, diagnostics)?;
        let indicator = self.claimed_indicator(&claim.indicator, diagnostics);
        let part_of = claim.part_of.as_ref().map(|id| self.claimed_indicator(id, diagnostics));
        let area = self.claim_area(claim, diagnostics);
        let document = &page.page.original().document;
        let (passage, quoted) =
            find_words(document, &section, &claim.quote, claim.span, diagnostics)?;
        let (index, quantity) = numeral(document, passage, &quoted, claim.span, diagnostics)?;
        let annotation = &document.annotations[passage.text.0 as usize];
        let front = &document.front;
        let own = figure_words(document, passage.text, annotation.quantities[index].range.clone());
        let (measure, quantity) = signed_measure(quantity);
        let counterparts = counterpart::Search {
            page: page.page,
            pair: passage.pair,
            text: passage.text,
            index,
            claim,
            languages: self.languages,
        };
        let mut all = vec![Some(FigureWords { criteria: quoted.criteria, ..own })];
        all.extend(counterparts.translations(diagnostics));
        Some(FoundFigure {
            observation: Observation {
                indicator: indicator?,
                measure: claim.measure.unwrap_or(measure),
                area: area?,
                period: claim
                    .period
                    .clone()
                    .or_else(|| annotation.stated_period.clone())
                    .or_else(|| front.period.clone())
                    .unwrap_or_else(|| self.report.original_meta().delivered.iso()[..4].to_owned()),
                status: claim.status.or(front.status).unwrap_or(FigureStatus::Actual),
                quantity,
                firmness: annotation.firmness[index],
                part_of: part_of.flatten(),
                incomparable: claim.incomparable.clone(),
                report: self.report.id,
                page: page.page.id,
                pair: passage.pair,
                anchor: String::new(),
                words: all,
                span: claim.span,
            },
        })
    }

    /// The page and the sections a data file names.
    pub(super) fn locus(
        &self,
        locus: &Locus,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<(&PageGround<'_>, Vec<&SectionTexts>)> {
        let Some(page) = self.pages.iter().find(|page| page.name == *locus.page) else {
            let names: Vec<&str> = self.pages.iter().map(|page| page.name).collect();
            let help = did_you_mean(&locus.page, names.iter().copied())
                .unwrap_or_else(|| message!("figure-unknown-page.help", pages = names));
            diagnostics.push(
                Diagnostic::new(
                    codes::FIGURE_UNKNOWN,
                    message!("figure-unknown-page", page = locus.page.as_str()),
                )
                .at(locus.page.span)
                .help(help),
            );
            return None;
        };
        let Some(key) = &locus.section else { return Some((page, page.sections.iter().collect())) };
        let section: Vec<_> = page.sections.iter().filter(|section| section.key == **key).collect();
        if section.is_empty() {
            let keys: Vec<_> = page.sections.iter().map(|section| &*section.key).collect();
            diagnostics.push(
                Diagnostic::new(
                    codes::FIGURE_UNKNOWN,
                    message!(
                        "figure-unknown-section",
                        page = locus.page.as_str(),
                        section = key.as_str()
                    ),
                )
                .at(key.span)
                .help(message!("figure-unknown-section.help", sections = keys)),
            );
            return None;
        }
        Some((page, section))
    }

    fn claimed_indicator(
        &self,
        id: &Placed<String>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<crate::model::IndicatorId> {
        let found = self.ids.get(&**id).copied();
        if found.is_none() && !self.has_faulty_catalogue {
            let help = did_you_mean(id, self.ids.keys().map(String::as_str)).unwrap_or_else(|| {
                message!("figure-unknown-indicator.help", indicator = id.as_str())
            });
            diagnostics.push(
                Diagnostic::new(
                    codes::FIGURE_UNKNOWN,
                    message!("figure-unknown-indicator", indicator = id.as_str()),
                )
                .at(id.span)
                .help(help),
            );
        }
        found
    }

    /// The area of a claim: nothing for the report's own, nothing at all if it is not known.
    #[expect(clippy::option_option, reason = "no area is a valid answer, an unknown one is not")]
    fn claim_area(
        &self,
        claim: &FigureClaim,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Option<usize>> {
        let Some(place) = &claim.place else { return Some(None) };
        let found = self.areas.iter().position(|area| {
            area.id == **place || area.name.0.values().any(|name| *name == **place)
        });
        if found.is_none() && !self.has_faulty_catalogue {
            let names = self.areas.iter().map(|area| area.name.get_or_any(""));
            let help =
                did_you_mean(place, names).unwrap_or_else(|| message!("figure-unknown-place.help"));
            diagnostics.push(
                Diagnostic::new(
                    codes::FIGURE_UNKNOWN,
                    message!("figure-unknown-place", place = place.as_str()),
                )
                .at(place.span)
                .help(help),
            );
        }
        found.map(Some)
    }
}

/// The only place in some sections where words stand; a finding if there is none, or several.
pub(super) fn find_words<'a>(
    document: &Document,
    sections: &[&'a SectionTexts],
    written: &str,
    span: Span,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(&'a Passage, QuotedRange)> {
    let drift = |message: Message| Diagnostic::new(codes::FIGURE_DRIFT, message).at(span);
    let quote = match Quote::new(written) {
        Ok(quote) => quote,
        Err(fault) => {
            diagnostics.push(drift(fault).help(message!("figure-drift-quotation")));
            return None;
        }
    };
    let mut found: Vec<_> =
        sections.iter().flat_map(|section| section.find_quote(document, &quote)).collect();
    if found.len() == 1 {
        return found.pop();
    }
    let place = |passage: &Passage, range: Range<usize>| {
        Span::new(document.file, document.text(passage.text).source_range(range))
    };
    if found.is_empty() {
        let mut finding = drift(message!("figure-drift-nowhere"));
        let mut near = sections.iter().filter_map(|section| section.after_lead(&quote));
        if let Some((passage, at)) = near.next() {
            let plain = &document.text(passage.text).plain;
            let annotation = document.annotations.get(passage.text.0 as usize);
            let there = annotation
                .and_then(|a| a.quantities.iter().find(|q| q.range.contains(&at)))
                .map_or(at..plain.len().min(at + 3), |found| found.range.clone());
            if plain.is_char_boundary(there.end) {
                let help =
                    message!("figure-drift-nowhere.near-help", words = &plain[there.clone()]);
                finding = finding
                    .labelled(place(passage, there), message!("figure-drift-nowhere.near"))
                    .help(help);
            }
        } else {
            finding = finding.help(message!("figure-drift-nowhere.help"));
        }
        diagnostics.push(finding);
        return None;
    }
    let mut finding = drift(message!("figure-drift-several-times", times = found.len()));
    for (passage, quoted) in found.into_iter().take(3) {
        finding = finding
            .labelled(place(passage, quoted.number), message!("figure-drift-several-times.label"));
    }
    diagnostics.push(finding.help(message!("figure-drift-several-times.help")));
    None
}

/// The numeral in the brackets of a quotation, with its place among those of the text.
pub(super) fn numeral(
    document: &Document,
    passage: &Passage,
    quoted: &QuotedRange,
    span: Span,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(usize, Quantity)> {
    let found = overlapping(document, passage.text, &quoted.number);
    if let [(index, quantity)] = found[..] {
        return Some((index, quantity));
    }
    let text = document.text(passage.text);
    let message = match found.len() {
        0 => message!("figure-drift-no-number"),
        many => message!("figure-drift-several-numbers", count = many),
    };
    diagnostics.push(
        Diagnostic::new(codes::FIGURE_DRIFT, message)
            .at(span)
            .labelled(
                Span::new(document.file, text.source_range(quoted.number.clone())),
                message!("figure-drift-brackets.label"),
            )
            .help(message!("figure-drift-brackets.help")),
    );
    None
}

/// The numerals of a text that share characters with a range, with their places.
pub(super) fn overlapping(
    document: &Document,
    text: TextId,
    range: &Range<usize>,
) -> Vec<(usize, Quantity)> {
    let Some(annotation) = document.annotations.get(text.0 as usize) else { return Vec::new() };
    annotation
        .quantities
        .iter()
        .enumerate()
        .filter(|(_, found)| found.range.start < range.end && range.start < found.range.end)
        .map(|(index, found)| (index, found.value))
        .collect()
}

/// A number in a text, with its sentence.
pub(super) fn figure_words(document: &Document, text: TextId, range: Range<usize>) -> FigureWords {
    let plain = &document.text(text).plain;
    let sentence = document
        .annotations
        .get(text.0 as usize)
        .map_or(0..plain.len(), |annotation| annotation.sentence(plain, &range));
    FigureWords { text, range, sentence, criteria: Vec::new(), is_quoted: false }
}

/// What a figure measures, and the figure with its sign: 降低4.6%以上 is growth of at most -4.6 %, since
/// a decline is negative growth, and its bound turns with it.
fn signed_measure(mut quantity: Quantity) -> (Measure, Quantity) {
    let measure = quantity.measured().unwrap_or(Measure::Level);
    let is_positive = quantity.value.is_some_and(Decimal::is_positive);
    let falls = quantity.direction == Some(Direction::Down);
    if measure == Measure::Growth && falls && is_positive {
        quantity.value = quantity.value.map(Decimal::negated);
        quantity.comparator = quantity.comparator.turned();
    }
    (measure, quantity)
}
