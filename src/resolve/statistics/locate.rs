//! The one place in some sections that a data file means by its words, by the heads of a cell, or both.

use std::ops::Range;

use super::place::{CellPlace, Passage, SectionTexts, TableNames};
use super::quote::{Quote, QuotedRange, is_same_folded};
use crate::model::{CellClaim, Document, NumeralClaim, Page, Quantity, QuantityKind, TextId};
use crate::source::{Diagnostic, Message, Placed, Span, codes, message, nearest};

/// How many of several places, or of the heads of a table, are shown.
const MOST_SHOWN: usize = 12;

/// Whether a cell has this name in some way.
type Fits<'f> = &'f dyn Fn(&CellPlace, &str) -> bool;

/// A numeral that a data file names.
pub(super) struct FoundNumeral<'a> {
    pub(super) passage: &'a Passage,
    pub(super) quoted: QuotedRange,
    /// Which numeral of the text.
    pub(super) index: usize,
    pub(super) quantity: Quantity,
}

/// What a claim is looked for in.
pub(super) struct SearchedSections<'a> {
    pub(super) page: &'a Page,
    pub(super) sections: Vec<&'a SectionTexts>,
}

impl<'a> SearchedSections<'a> {
    fn own_document(&self) -> &'a Document {
        &self.page.original().document
    }

    /// The numeral that is meant; a finding if there is none, or several.
    pub(super) fn locate(
        &self,
        claim: &NumeralClaim,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<FoundNumeral<'a>> {
        let found = self.fitting_places(claim, diagnostics)?;
        let (passage, quoted) = self.chosen(claim, found, diagnostics)?;
        let (index, quantity) = self.numeral(passage, &quoted, claim.span, diagnostics)?;
        Some(FoundNumeral { passage, quoted, index, quantity })
    }

    /// Every place that fits; a finding if none does.
    fn fitting_places(
        &self,
        claim: &NumeralClaim,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Vec<(&'a Passage, QuotedRange)>> {
        let drift = |message: Message| Diagnostic::new(codes::FIGURE_DRIFT, message).at(claim.span);
        let quote = match claim.quote.as_deref().map(Quote::new) {
            Some(Err(fault)) => {
                diagnostics.push(drift(fault).help(message!("figure-drift-quotation")));
                return None;
            }
            Some(Ok(quote)) => Some(quote),
            None => None,
        };
        let passages = self.allowed_passages(claim, diagnostics)?;
        let Some(quote) = quote else {
            let numbers = passages.iter().flat_map(|passage| self.numbers_of(passage));
            let found: Vec<_> = numbers.collect();
            if found.is_empty() {
                diagnostics.push(drift(message!("figure-drift-empty-cell")));
                return None;
            }
            return Some(found);
        };
        let document = self.own_document();
        let found: Vec<_> = passages
            .iter()
            .flat_map(|passage| {
                passage.find_quote(document, &quote).into_iter().map(move |found| (*passage, found))
            })
            .collect();
        if found.is_empty() {
            diagnostics.push(self.nowhere(
                drift(message!("figure-drift-nowhere")),
                &passages,
                &quote,
            ));
            return None;
        }
        Some(found)
    }

    /// The passages that the claim allows: those of its address and its cell.
    fn allowed_passages(
        &self,
        claim: &NumeralClaim,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Vec<&'a Passage>> {
        let all = self.sections.iter().flat_map(|section| &section.passages);
        let mut passages: Vec<&Passage> = match &claim.at {
            Some(at) => all.filter(|passage| self.is_at(passage, at)).collect(),
            None => all.collect(),
        };
        if let Some(at) = claim.at.as_ref().filter(|_| passages.is_empty()) {
            let message = message!("figure-unknown-address", address = at.as_str());
            diagnostics.push(Diagnostic::new(codes::FIGURE_UNKNOWN, message).at(at.span));
            return None;
        }
        if !claim.cell.is_empty() {
            passages = self.cells(&claim.cell, passages, diagnostics)?;
        }
        Some(passages)
    }

    /// Whether a passage has this address, which need not repeat its section: `s1.2-p3`, `p3`.
    fn is_at(&self, passage: &Passage, at: &str) -> bool {
        let id = self.page.address(passage.place).1;
        id == at || id.rsplit_once('-').is_some_and(|(_, inside)| inside == at)
    }

    /// The cells with these heads; a finding names those that the tables have.
    fn cells(
        &self,
        claim: &CellClaim,
        passages: Vec<&'a Passage>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Vec<&'a Passage>> {
        let mut cells: Vec<&Passage> =
            passages.into_iter().filter(|passage| passage.cell.is_some()).collect();
        let steps: [(_, _, Fits); 3] = [
            (&claim.table, "table", &|cell, name| self.is_table(&cell.table, name)),
            (&claim.row, "row", &|cell, name| self.is_called(cell.row, name)),
            (&claim.column, "column", &|cell, name| self.is_called(cell.column, name)),
        ];
        for (name, what, fits) in steps {
            let Some(name) = name else { continue };
            let is_meant = |cell: &&Passage| cell.cell.as_ref().is_some_and(|of| fits(of, name));
            let fitting: Vec<&Passage> = cells.iter().copied().filter(is_meant).collect();
            if fitting.is_empty() {
                diagnostics.push(self.no_such_head(&cells, what, name));
                return None;
            }
            cells = fitting;
        }
        // The head of a row is no figure of it.
        if claim.column.is_none() {
            cells.retain(|cell| cell.cell.as_ref().is_none_or(|place| place.row != cell.text));
        }
        Some(cells)
    }

    fn is_table(&self, table: &TableNames, name: &str) -> bool {
        let mut heads = table.line.iter().chain(&table.head);
        table.number.to_string() == name || heads.any(|head| self.is_called(*head, name))
    }

    /// Whether the words of a head are these, with or without the unit in its bracket.
    fn is_called(&self, head: TextId, name: &str) -> bool {
        let plain = &*self.own_document().text(head).plain;
        let without_bracket = plain.find(['（', '(']).map_or(plain, |at| &plain[..at]);
        is_same_folded(plain, name) || is_same_folded(without_bracket, name)
    }

    fn no_such_head(&self, cells: &[&Passage], what: &str, name: &Placed<String>) -> Diagnostic {
        let mut heads: Vec<&str> = Vec::new();
        for cell in cells.iter().filter_map(|passage| passage.cell.as_ref()) {
            let head = if what == "row" { cell.row } else { cell.column };
            let words = self.own_document().text(head).plain.trim();
            if heads.len() < MOST_SHOWN && what != "table" && !heads.contains(&words) {
                heads.push(words);
            }
        }
        let message = match what {
            "table" => message!("figure-unknown-table", name = name.as_str()),
            "row" => message!("figure-unknown-row", name = name.as_str()),
            _ => message!("figure-unknown-column", name = name.as_str()),
        };
        let finding = Diagnostic::new(codes::FIGURE_UNKNOWN, message).at(name.span);
        if cells.is_empty() {
            return finding.help(message!("figure-unknown-no-table"));
        }
        match nearest(name, heads.iter().copied()) {
            Some(near) => finding.help(message!("did-you-mean", name = near)),
            None if heads.is_empty() => finding.help(message!("figure-unknown-table.help")),
            None => finding.help(message!("figure-unknown-head.help", heads = heads)),
        }
    }

    /// The numbers of a cell, each as if it were quoted.
    fn numbers_of(&self, passage: &'a Passage) -> Vec<(&'a Passage, QuotedRange)> {
        let annotation = self.own_document().annotations.get(passage.text.0 as usize);
        let numbers = annotation.map(|found| &found.quantities[..]).unwrap_or_default();
        let counts = |kind| {
            matches!(kind, QuantityKind::Figure | QuantityKind::Rank | QuantityKind::Duration)
        };
        let numbers = numbers.iter().filter(|found| counts(found.value.kind));
        let quoted = |number: Range<usize>| QuotedRange { number, criteria: Vec::new() };
        numbers.map(|found| (passage, quoted(found.range.clone()))).collect()
    }

    /// The one that is meant of several.
    fn chosen(
        &self,
        claim: &NumeralClaim,
        mut found: Vec<(&'a Passage, QuotedRange)>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<(&'a Passage, QuotedRange)> {
        if let Some(nth) = &claim.nth {
            if **nth <= found.len() {
                return Some(found.swap_remove(**nth - 1));
            }
            let message = message!("figure-drift-nth", times = found.len());
            diagnostics.push(Diagnostic::new(codes::FIGURE_DRIFT, message).at(nth.span));
            return None;
        }
        if found.len() == 1 {
            return found.pop();
        }
        let message = message!("figure-drift-several-times", times = found.len());
        let mut finding = Diagnostic::new(codes::FIGURE_DRIFT, message).at(claim.span);
        let addresses = found.iter().map(|(passage, _)| self.page.address(passage.place).1);
        let addresses: Vec<String> = addresses.collect();
        let mut distinct = addresses.clone();
        distinct.dedup();
        let is_by_address = distinct.len() == addresses.len();
        for (number, (passage, quoted)) in found.into_iter().enumerate().take(MOST_SHOWN) {
            let label = if is_by_address {
                message!("figure-drift-several-times.at", address = &*addresses[number])
            } else {
                message!("figure-drift-several-times.nth", number = number + 1)
            };
            finding = finding.labelled(self.span_of(passage, quoted.number), label);
        }
        diagnostics.push(finding.help(message!("figure-drift-several-times.help")));
        None
    }

    fn span_of(&self, passage: &Passage, range: Range<usize>) -> Span {
        let document = self.own_document();
        Span::new(document.file, document.text(passage.text).source_range(range))
    }

    /// Words that stand nowhere: shows what stands where they should, if that is sure.
    fn nowhere(&self, finding: Diagnostic, passages: &[&'a Passage], quote: &Quote) -> Diagnostic {
        let mut led =
            passages.iter().filter_map(|passage| Some((*passage, passage.after_lead(quote)?)));
        let near = match (passages, led.next().filter(|_| led.next().is_none())) {
            // One cell: what it says now.
            ([only], None) if only.cell.is_some() => {
                let mut numbers = self.numbers_of(only).into_iter();
                numbers.next().map(|(passage, quoted)| (passage, quoted.number))
            }
            (_, Some((passage, at))) => self.numeral_at(passage, at).map(|range| (passage, range)),
            _ => None,
        };
        let Some((passage, range)) = near else {
            return finding.help(message!("figure-drift-nowhere.help"));
        };
        let words = &self.own_document().text(passage.text).plain[range.clone()];
        let help = message!("figure-drift-nowhere.near-help", words = words);
        finding
            .labelled(self.span_of(passage, range), message!("figure-drift-nowhere.near"))
            .help(help)
    }

    fn numeral_at(&self, passage: &Passage, at: usize) -> Option<Range<usize>> {
        let annotation = self.own_document().annotations.get(passage.text.0 as usize)?;
        let found = annotation.quantities.iter().find(|found| found.range.contains(&at))?;
        Some(found.range.clone())
    }

    /// The numeral in the brackets of a quotation, with its place among those of the text.
    fn numeral(
        &self,
        passage: &Passage,
        quoted: &QuotedRange,
        span: Span,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<(usize, Quantity)> {
        let found = overlapping(self.own_document(), passage.text, &quoted.number);
        if let [(index, quantity)] = found[..] {
            return Some((index, quantity));
        }
        let message = match found.len() {
            0 => message!("figure-drift-no-number"),
            many => message!("figure-drift-several-numbers", count = many),
        };
        let place = self.span_of(passage, quoted.number.clone());
        diagnostics.push(
            Diagnostic::new(codes::FIGURE_DRIFT, message)
                .at(span)
                .labelled(place, message!("figure-drift-brackets.label"))
                .help(message!("figure-drift-brackets.help")),
        );
        None
    }
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
