//! Entries of the term base into concepts, and where their terms stand.
//!
//! 1. `concept` looks up what entries say of each other;
//! 2. `reading` reads the Chinese terms aloud;
//! 3. `order` puts the concepts into the order of each language;
//! 4. `occurrence` decides which words of the reports mean a concept, and which become links.

mod concept;
mod occurrence;
mod order;
mod reading;

use rayon::prelude::*;

use crate::model::{ConceptClaim, Glossary, Site};
use crate::source::Diagnosed;

pub(super) use concept::Names;
pub(super) use occurrence::PageTerms;
pub(crate) use reading::plain_reading;
pub use reading::unstated as unstated_reading;

/// The term base of a site, without its occurrences.
pub(super) fn glossary(site: &Site, claims: Vec<ConceptClaim>) -> Diagnosed<Glossary> {
    let mut diagnostics = Vec::new();
    let mut concepts = concept::concepts(site, claims, &mut diagnostics);
    reading::read_aloud(&mut concepts, &site.languages, &mut diagnostics);
    let orders = order::orders(&concepts, &site.languages);
    let occurrences = concepts.iter().map(|_| Vec::new()).collect();
    Diagnosed { value: Glossary { concepts, occurrences, orders }, diagnostics }
}

/// Where the terms stand on each page of a report, in the order of the pages.
pub(super) fn stand(site: &Site) -> Vec<PageTerms> {
    if site.glossary.concepts.is_empty() {
        return Vec::new();
    }
    let figures = occurrence::figures(site);
    let pages: Vec<_> = site.pages.iter().filter(|page| page.report.is_some()).collect();
    pages.par_iter().map(|page| occurrence::terms_of_page(page, &site.glossary, &figures)).collect()
}
