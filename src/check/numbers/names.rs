//! Numbers inside names and terms: they are not compared by value, but they may not get lost.

use std::collections::HashMap;

use super::standing::has_number;
use super::{Disagreement, DisagreementKind, Passage, Spot};
use crate::model::{ConceptId, QuantityKind, TermMention, TermRole};

/// Names and terms with a number in them that the translation does not say.
pub(super) fn left_out(
    original: &[Passage],
    translation: &[Passage],
    shared: &[ConceptId],
) -> Vec<Disagreement> {
    let mut found = formulas(original, translation);
    found.extend(term_disagreements(original, translation, shared));
    found
}

/// Formulas and codes (3+2, H7N9) are verbatim; a date in a name (6·25) is written out.
fn formulas(original: &[Passage], translation: &[Passage]) -> Vec<Disagreement> {
    let mut found = Vec::new();
    for (number, passage) in original.iter().enumerate() {
        for name in passage.quantities {
            let words = &passage.plain[name.range.clone()];
            let is_formula = name.value.kind == QuantityKind::Name
                && name.value.value.is_none()
                && (words.contains('+') || is_code(words))
                && words.is_ascii();
            if is_formula && !translation.iter().any(|other| has_number(other.plain, words)) {
                found.push(Disagreement {
                    kind: DisagreementKind::Missing,
                    original: Some(Spot { passage: number, range: name.range.clone() }),
                    translation: None,
                });
            }
        }
    }
    found
}

/// H7N9: letters and digits by turns, of which no part is a number.
fn is_code(words: &str) -> bool {
    words.contains(|c: char| c.is_ascii_alphabetic())
        && words.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// Terms with a number in them that the translation says less often than the original: the
/// number, or the whole term, was left out of one of them.
fn term_disagreements(
    original: &[Passage],
    translation: &[Passage],
    shared: &[ConceptId],
) -> Vec<Disagreement> {
    let (own, others) = (concept_places(original, shared), concept_places(translation, shared));
    let has_number = |spot: &&Spot| {
        let quantities = original[spot.passage].quantities;
        let first = quantities.partition_point(|found| found.range.start < spot.range.start);
        quantities[first..].first().is_some_and(|found| found.range.end <= spot.range.end)
    };
    let missing = shared.iter().flat_map(|concept| {
        let spots = own.get(concept).map(|spots| &spots[..]).unwrap_or_default();
        let missing = spots.len().saturating_sub(others.get(concept).map_or(0, Vec::len));
        spots.iter().filter(has_number).rev().take(missing)
    });
    missing
        .map(|spot| Disagreement {
            kind: DisagreementKind::Missing,
            original: Some(spot.clone()),
            translation: None,
        })
        .collect()
}

/// Where each concept stands.
fn concept_places(side: &[Passage], shared: &[ConceptId]) -> HashMap<ConceptId, Vec<Spot>> {
    let mut places: HashMap<ConceptId, Vec<Spot>> = HashMap::new();
    for (number, passage) in side.iter().enumerate() {
        let meant = passage.terms.iter().filter(|term| {
            !matches!(term.role, TermRole::Avoided(_))
                && shared.binary_search(&term.concept).is_ok()
        });
        for term in meant {
            let (spots, range) = (places.entry(term.concept).or_default(), term.byte_range());
            // A short form inside the long one is the same place.
            let is_inside = spots
                .last()
                .is_some_and(|last| last.passage == number && range.start < last.range.end);
            if !is_inside {
                spots.push(Spot { passage: number, range });
            }
        }
    }
    places
}

/// What a translation says twice in a row: 2017 and 2017, BRT Line 5 and BRT Line 5.
pub(super) fn repeated(translation: &[Passage], conjunction: &str) -> Vec<Disagreement> {
    let mut found = Vec::new();
    for (number, passage) in translation.iter().enumerate() {
        // Digits of code and formulas are set apart.
        let is_apart = |kind| kind == QuantityKind::Structural;
        let quantities = passage.quantities.iter();
        let quantities =
            quantities.filter(|found| !(is_apart(found.value.kind) && found.value.value.is_none()));
        let quantities = quantities.map(|found| found.range.clone());
        let terms = passage.terms.iter().map(TermMention::byte_range);
        for range in quantities.chain(terms) {
            let words = &passage.plain[range.clone()];
            if !words.contains(|c: char| c.is_ascii_digit()) {
                continue;
            }
            let halves = words.split_once(conjunction).filter(|(a, b)| a == b);
            let rest = &passage.plain[range.end..];
            let again = [conjunction, ", "].iter().find_map(|joint| {
                let rest = rest.strip_prefix(joint)?;
                rest.starts_with(words).then_some(range.end + joint.len())
            });
            let start = again.or(halves.map(|(a, _)| range.start + a.len() + conjunction.len()));
            let Some(start) = start else { continue };
            let end = if again.is_some() { start + words.len() } else { range.end };
            found.push(Disagreement {
                kind: DisagreementKind::Extra,
                original: None,
                translation: Some(Spot { passage: number, range: start..end }),
            });
        }
    }
    found
}
