//! Every numeral of a report, and what became of it.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Ground;
use super::locate::{FoundNumeral, overlapping};
use crate::model::{
    ConceptId, Document, Fate, LangId, LedgerClaim, LedgerEntry, LedgerReason, Observation,
    ObservationId, Page, Place, QuantityKind, TermRole, TextId,
};
use crate::source::{Diagnosed, Diagnostic, codes, message};

/// A numeral: page, text, and its place among those of the text.
type Key = (u32, TextId, usize);

/// The ledger of one report, in text order. `first` is the number its first observation will have.
pub(super) fn ledger_entries(
    ground: &Ground,
    observations: &[Observation],
    first: usize,
    exceptions: &[LedgerClaim],
) -> Diagnosed<Vec<LedgerEntry>> {
    let mut diagnostics = Vec::new();
    let mut fates = claimed(ground, observations, first);
    for exception in exceptions {
        ledger_state(ground, exception, &mut fates, &mut diagnostics);
    }
    let mut entries = Vec::new();
    for page in ground.pages.iter().map(|ground| ground.page) {
        let document = &page.original().document;
        for place in page.places() {
            for text in page.texts(place, LangId::ORIGINAL) {
                entries.extend(of_text(ground, page, document, place, text, &mut fates));
            }
        }
    }
    Diagnosed { value: entries, diagnostics }
}

fn of_text(
    ground: &Ground,
    page: &Page,
    document: &Document,
    place: Place,
    text: TextId,
    fates: &mut BTreeMap<Key, Fate>,
) -> Vec<LedgerEntry> {
    let annotation = document.annotations.get(text.0 as usize);
    let quantities = annotation.map(|annotation| &annotation.quantities[..]).unwrap_or_default();
    quantities
        .iter()
        .enumerate()
        .map(|(index, found)| LedgerEntry {
            report: ground.report.id,
            page: page.id,
            place,
            text,
            range: found.range.clone(),
            quantity: found.value,
            fate: fates.remove(&(page.id.0, text, index)).unwrap_or_else(|| {
                match (term_around(document, text, &found.range), found.value.kind) {
                    (Some(concept), _) => Fate::Term(concept),
                    (None, QuantityKind::Figure | QuantityKind::Rank | QuantityKind::Unread) => {
                        Fate::Unaccounted
                    }
                    (None, _) => Fate::Explained,
                }
            }),
        })
        .collect()
}

/// The term of the glossary that a numeral is a part of.
fn term_around(document: &Document, text: TextId, range: &Range<usize>) -> Option<ConceptId> {
    let mut meant = document.terms_in(text).iter().filter(|term| term.role == TermRole::Meant);
    meant
        .find(|term| term.byte_range().start <= range.start && range.end <= term.byte_range().end)
        .map(|term| term.concept)
}

/// What the claims account for. A number that says two things belongs to the first.
fn claimed(ground: &Ground, observations: &[Observation], first: usize) -> BTreeMap<Key, Fate> {
    let mut fates = BTreeMap::new();
    let mut criteria = Vec::new();
    for (number, observation) in observations.iter().enumerate() {
        let id = ObservationId(u32::try_from(first + number).unwrap_or(u32::MAX));
        let page = ground.pages.iter().find(|page| page.page.id == observation.page);
        let (Some(page), Some(words)) = (page, &observation.words[0]) else { continue };
        let document = &page.page.original().document;
        let numerals = |range| {
            let found = overlapping(document, words.text, range);
            found.into_iter().map(|(index, _)| (observation.page.0, words.text, index))
        };
        for key in numerals(&words.range) {
            fates.entry(key).or_insert(Fate::Indexed(id));
        }
        criteria.extend(words.criteria.iter().flat_map(&numerals).map(|key| (key, id)));
    }
    for (key, id) in criteria {
        fates.entry(key).or_insert(Fate::Criterion(id));
    }
    fates
}

/// Gives the numeral of a line of `ledger.yaml` its reason.
fn ledger_state(
    ground: &Ground,
    exception: &LedgerClaim,
    fates: &mut BTreeMap<Key, Fate>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let located = ground.located(&exception.locus, &exception.numeral, diagnostics);
    let Some((page, FoundNumeral { passage, index, quantity, .. })) = located else { return };
    let key = (page.id.0, passage.text, index);
    let reason = match (fates.get(&key), quantity.kind) {
        (Some(Fate::Stated(_)), _) => message!("ledger-stale-line.stated"),
        (Some(_), _) => message!("ledger-stale-line.claimed"),
        (None, QuantityKind::Figure | QuantityKind::Rank | QuantityKind::Unread) => {
            let (is, reason) = (exception.is.clone(), exception.reason.clone());
            fates.insert(key, Fate::Stated(LedgerReason { is, reason }));
            return;
        }
        (None, QuantityKind::Ordinal) => message!("ledger-stale-line.ordinal"),
        (None, QuantityKind::Date) => message!("ledger-stale-line.date"),
        (None, QuantityKind::Duration) => message!("ledger-stale-line.duration"),
        (None, QuantityKind::Name) => message!("ledger-stale-line.name"),
        (None, QuantityKind::Structural) => message!("ledger-stale-line.structural"),
    };
    diagnostics.push(
        Diagnostic::new(codes::LEDGER_STALE, message!("ledger-stale-line"))
            .labelled(exception.numeral.span, reason)
            .help(message!("ledger-stale-line.help")),
    );
}
