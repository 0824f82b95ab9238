//! One claim into one observation.

use std::ops::Range;

use super::locate::{FoundNumeral, SearchedSections};
use super::place::SectionTexts;
use super::{Ground, PageGround, did_you_mean};
use crate::model::{
    Decimal, Direction, Document, FigureClaim, FigureStatus, FigureWords, Locus, Measure,
    NumeralClaim, Observation, Page, Place, Quantity, TextId,
};
use crate::source::{Diagnostic, Placed, codes, message};

/// An observation and where its number stands in the original; the words of the translations are
/// found later, for all claims of a place at once.
pub(super) struct FoundFigure<'a> {
    pub(super) claim: &'a FigureClaim,
    pub(super) page: &'a Page,
    /// Which numeral of its text.
    pub(super) index: usize,
    pub(super) observation: Observation,
}

impl FoundFigure<'_> {
    /// Text order.
    pub(super) fn text_order(&self) -> (u32, Place, TextId, usize) {
        let observation = &self.observation;
        let own = observation.words[0].as_ref();
        let (text, start) = own.map_or((TextId(0), 0), |own| (own.text, own.range.start));
        (observation.page.0, observation.place, text, start)
    }
}

impl<'g> Ground<'g> {
    /// Finds the words of a claim; every fault is a finding.
    pub(super) fn observation(
        &self,
        claim: &'g FigureClaim,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<FoundFigure<'g>> {
        let (page, located) = self.located(&claim.locus, &claim.numeral, diagnostics)?;
        let FoundNumeral { passage, quoted, index, quantity } = located;
        let indicator = self.claimed_indicator(&claim.indicator, diagnostics);
        let part_of = claim.part_of.as_ref().map(|id| self.claimed_indicator(id, diagnostics));
        let area = self.claim_area(claim, diagnostics);
        let document = &page.original().document;
        let annotation = &document.annotations[passage.text.0 as usize];
        let front = &document.front;
        let own = figure_words(document, passage.text, annotation.quantities[index].range.clone());
        let (measure, quantity) = signed_measure(quantity);
        let stated = document.cell(passage.text).and_then(|cell| cell.period.clone());
        Some(FoundFigure {
            claim,
            page,
            index,
            observation: Observation {
                indicator: indicator?,
                measure: claim.measure.unwrap_or(measure),
                area: area?,
                period: claim
                    .period
                    .clone()
                    .or(stated)
                    .or_else(|| front.period.clone())
                    .unwrap_or_else(|| self.report.original_meta().day().iso()[..4].to_owned()),
                status: claim.status.or(front.status).unwrap_or(FigureStatus::Actual),
                quantity,
                firmness: annotation.firmness[index],
                part_of: part_of.flatten(),
                incomparable: claim.incomparable.clone(),
                report: self.report.id,
                page: page.id,
                place: passage.place,
                anchor: String::new(),
                words: vec![Some(FigureWords { criteria: quoted.criteria, ..own })],
                span: claim.numeral.span,
            },
        })
    }

    /// The numeral that a data file names, and its page.
    pub(super) fn located<'s>(
        &'s self,
        locus: &Locus,
        claim: &NumeralClaim,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<(&'g Page, FoundNumeral<'s>)> {
        let (page, sections) = self.locus(locus, diagnostics)?;
        let located = SearchedSections { page: page.page, sections }.locate(claim, diagnostics)?;
        Some((page.page, located))
    }

    /// The page and the sections a data file names.
    fn locus(
        &self,
        locus: &Locus,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<(&PageGround<'g>, Vec<&SectionTexts>)> {
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
