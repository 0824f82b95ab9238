//! Terms against the texts: what a translation leaves out, what it should not say, and entries that
//! nothing uses.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;

use super::Check;
use crate::model::{
    Concept, ConceptId, Document, FoundTerm, LangId, Language, Occurrence, Page, PageId, Place,
    Site, Target, TermRole, TextId,
};
use crate::source::{Diagnostic, Sources, Span, codes};

pub(super) struct Terms;

impl Check for Terms {
    fn run(&self, site: &Site, _sources: &Sources) -> Vec<Diagnostic> {
        if site.glossary.concepts.is_empty() {
            return Vec::new();
        }
        let mut diagnostics = entries(site);
        let by_page = original_terms(site);
        let pages: Vec<&Page> = site.pages.iter().filter(|page| page.report.is_some()).collect();
        diagnostics.par_extend(pages.par_iter().flat_map_iter(|page| {
            let meant = by_page.get(&page.id).map(|found| &found[..]).unwrap_or_default();
            let translations = site.languages.iter().skip(1);
            let mut found: Vec<Diagnostic> =
                translations.flat_map(|language| missing(site, page, meant, language)).collect();
            found.extend(avoided(site, page));
            found
        }));
        diagnostics
    }
}

/// Entries that never occur, and entries without a translation.
fn entries(site: &Site) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (id, concept) in site.glossary.iter() {
        let mut occurrences = site.glossary.occurrences(id).iter();
        let has_words = !concept.name(LangId::ORIGINAL).is_empty();
        if has_words && !occurrences.any(|occurrence| occurrence.lang == LangId::ORIGINAL) {
            diagnostics.push(
                Diagnostic::new(
                    codes::TERM_UNUSED,
                    format!("`{}` stands in no report", concept.name(LangId::ORIGINAL)),
                )
                .at(concept.span, "")
                .help("add the words that the report uses to `variants`, or remove the entry; a longer term may take every place where it stands"),
            );
        }
        for language in site.languages.iter().skip(1) {
            if concept.wording(language.id).preferred.is_empty() {
                let name = concept.name(LangId::ORIGINAL);
                diagnostics.push(
                    Diagnostic::new(
                        codes::TERM_MISSING,
                        format!("`{name}` has no rendering in {}", language.name),
                    )
                    .at(concept.span, "")
                    .help(format!("write it as `{}:`", language.code)),
                );
            }
        }
    }
    diagnostics
}

/// The terms of each page's original.
fn original_terms(site: &Site) -> BTreeMap<PageId, Vec<(ConceptId, &Occurrence)>> {
    let mut by_page: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (id, _) in site.glossary.iter() {
        for occurrence in site.glossary.occurrences(id) {
            if occurrence.lang == LangId::ORIGINAL {
                by_page.entry(occurrence.page).or_default().push((id, occurrence));
            }
        }
    }
    by_page
}

/// Terms of the original whose place in a translation holds none of their renderings.
fn missing(
    site: &Site,
    page: &Page,
    meant: &[(ConceptId, &Occurrence)],
    language: &Language,
) -> Vec<Diagnostic> {
    let Some(translation) = page.side(language.id) else { return Vec::new() };
    let said = said(page, &translation.document, &translation.targets, language.id);
    let mut seen = BTreeSet::new();
    let mut diagnostics = Vec::new();
    for (id, occurrence) in meant {
        let concept = site.glossary.concept(*id);
        let place = (occurrence.place, *id);
        let is_asked = !concept.wording(language.id).preferred.is_empty()
            && !page.texts(occurrence.place, language.id).is_empty();
        if said.contains(&place) || !is_asked || !seen.insert(place) {
            continue;
        }
        diagnostics.push(not_said(page, concept, occurrence, language));
    }
    diagnostics
}

/// What each place of a translation says. Words inside a longer term say it too: where the longer
/// one is meant is for the original to tell.
fn said(
    page: &Page,
    document: &Document,
    targets: &[Target],
    lang: LangId,
) -> BTreeSet<(Place, ConceptId)> {
    let places: HashMap<TextId, Place> = page
        .places()
        .flat_map(|place| page.texts(place, lang).into_iter().map(move |text| (text, place)))
        .collect();
    let mut said = BTreeSet::new();
    for FoundTerm { text, concept, role, .. } in &document.terms {
        if let Some(place) = places.get(text).filter(|_| !matches!(role, TermRole::Avoided(_))) {
            said.insert((*place, *concept));
        }
    }
    for (text, place) in places.iter().collect::<BTreeMap<_, _>>() {
        for mark in &document.text(*text).marks {
            let crate::model::MarkKind::Link(reference) = mark.kind else { continue };
            if let Some(Target::Term(concept)) = targets.get(reference as usize) {
                said.insert((*place, *concept));
            }
        }
    }
    said
}

fn not_said(
    page: &Page,
    concept: &Concept,
    occurrence: &Occurrence,
    language: &Language,
) -> Diagnostic {
    let wording = concept.wording(language.id);
    let document = &page.original().document;
    let range = occurrence.range.start as usize..occurrence.range.end as usize;
    let words = &document.text(occurrence.text).plain[range];
    let renderings: Vec<String> =
        wording.renderings().take(4).map(|form| format!("`{form}`")).collect();
    let mut diagnostic = Diagnostic::new(
        codes::TERM_MISSING,
        format!("the {} has no rendering of `{words}` here", language.name),
    )
    .at(
        span_of(document, occurrence.text, &occurrence.range),
        format!("`{}`: {}", concept.id, renderings.join(" or ")),
    );
    if let Some(span) = page.span(occurrence.place, language.id) {
        diagnostic = diagnostic.at(span, "none of them stands here");
    }
    diagnostic.help(format!(
        "use `{}`; or add the words used here to the entry `{}` of glossary.yaml",
        wording.preferred, concept.id
    ))
}

fn span_of(document: &Document, text: TextId, range: &std::ops::Range<u32>) -> Span {
    let range = range.start as usize..range.end as usize;
    Span::new(document.file, document.text(text).source_range(range))
}

/// Forms that the glossary says to avoid, in any language.
fn avoided(site: &Site, page: &Page) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let documents = page.sides.iter().map(|side| side.as_ref().map(|side| &side.document));
    for (document, language) in documents.zip(&site.languages) {
        let Some(document) = document else { continue };
        for found in &document.terms {
            let TermRole::Avoided(number) = found.role else { continue };
            let concept = site.glossary.concept(found.concept);
            let wording = concept.wording(language.id);
            let Some(avoided) = wording.avoided.get(number as usize) else { continue };
            let why = avoided.why.get_or_any("en");
            diagnostics.push(
                Diagnostic::new(
                    codes::TERM_AVOID,
                    format!(
                        "`{}` is not to be said for `{}`",
                        avoided.form,
                        concept.name(LangId::ORIGINAL)
                    ),
                )
                .at(span_of(document, found.text, &found.range), why)
                .at(concept.span, "the glossary says so here")
                .help(format!("use `{}`", wording.preferred)),
            );
        }
    }
    diagnostics
}
