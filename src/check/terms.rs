//! Terms against the texts: what a translation leaves out, what it should not say, and entries that
//! nothing uses.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rayon::prelude::*;

use super::{Check, Context};
use crate::model::{
    Concept, ConceptId, Document, LangId, Language, Page, Place, Site, Target, TermMention,
    TermRole, TextId,
};
use crate::source::{Argument, Diagnostic, Span, codes, message};

/// How many renderings of a term are named in a finding.
const MOST_RENDERINGS: usize = 4;

pub(super) struct Terms;

impl Check for Terms {
    fn run(&self, context: &Context) -> Vec<Diagnostic> {
        let site = context.site;
        if site.glossary.concepts.is_empty() {
            return Vec::new();
        }
        let mut diagnostics = entry_findings(site);
        let pages: Vec<&Page> = site.pages.iter().filter(|page| page.report.is_some()).collect();
        diagnostics.par_extend(pages.par_iter().flat_map_iter(|page| of_page(site, page)));
        diagnostics
    }
}

/// Entries that never occur, and entries without a translation.
fn entry_findings(site: &Site) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let drafts = site.withheld.iter().filter_map(|page| page.document(LangId::ORIGINAL));
    let in_drafts: HashSet<ConceptId> =
        drafts.flat_map(|document| document.terms.iter().map(|term| term.concept)).collect();
    for (id, concept) in site.glossary.iter() {
        let mut occurrences = site.glossary.occurrences(id).iter();
        let has_words = !concept.name(LangId::ORIGINAL).is_empty();
        let stands = occurrences.any(|occurrence| occurrence.lang == LangId::ORIGINAL);
        if has_words && !stands && !in_drafts.contains(&id) {
            diagnostics.push(
                Diagnostic::new(
                    codes::TERM_UNUSED,
                    message!("term-unused", term = concept.name(LangId::ORIGINAL)),
                )
                .at(concept.span)
                .help(message!("term-unused.help")),
            );
        }
        for language in site.languages.iter().skip(1) {
            if concept.wording(language.id).preferred.is_empty() {
                let name = concept.name(LangId::ORIGINAL);
                diagnostics.push(
                    Diagnostic::new(
                        codes::TERM_UNTRANSLATED,
                        message!("term-untranslated", term = name, language = &language.name),
                    )
                    .at(concept.span)
                    .help(message!("term-untranslated.help", code = &*language.code)),
                );
            }
        }
    }
    diagnostics
}

/// What is wrong with the terms of a page, whichever page it is.
pub(crate) fn of_page(site: &Site, page: &Page) -> Vec<Diagnostic> {
    let translations = site.languages.iter().skip(1);
    let mut found: Vec<Diagnostic> =
        translations.flat_map(|language| missing_renderings(site, page, language)).collect();
    found.extend(avoided_forms(site, page));
    found
}

/// Terms of the original whose place in a translation holds none of their renderings.
fn missing_renderings(site: &Site, page: &Page, language: &Language) -> Vec<Diagnostic> {
    let Some(translation) = page.side(language.id) else { return Vec::new() };
    let said = concepts_said(page, &translation.document, &translation.targets, language.id);
    let original = &page.original().document;
    let places = places_of(page, language.id, 0);
    let mut translated: HashSet<Place> = places_of(page, language.id, 1).into_values().collect();
    translated.retain(|place| !page.is_untranslated(*place, language.id));
    let mut seen = BTreeSet::new();
    let mut diagnostics = Vec::new();
    for term in original.terms.iter().filter(|term| term.role == TermRole::Meant) {
        let Some(place) = places.get(&term.text) else { continue };
        let concept = site.glossary.concept(term.concept);
        let key = (*place, term.concept);
        let is_asked =
            !concept.wording(language.id).preferred.is_empty() && translated.contains(place);
        if !said.contains(&key) && is_asked && seen.insert(key) {
            diagnostics.push(not_said(page, concept, *place, term, language));
        }
    }
    diagnostics
}

/// The place that each text of the original (side 0) or of a translation (side 1) stands in: the first
/// of its row.
fn places_of(page: &Page, lang: LangId, side: usize) -> HashMap<TextId, Place> {
    let texts = |place| {
        let [own, other] = page.row_texts(place, lang);
        let texts = if side == 0 { own } else { other };
        texts.into_iter().map(move |text| (text, place))
    };
    page.places().flat_map(texts).collect()
}

/// What each place of a translation says. Words inside a longer term say it too: where the longer
/// one is meant is for the original to tell.
fn concepts_said(
    page: &Page,
    document: &Document,
    targets: &[Target],
    lang: LangId,
) -> BTreeSet<(Place, ConceptId)> {
    let places = places_of(page, lang, 1);
    let mut said = BTreeSet::new();
    for TermMention { text, concept, role, .. } in &document.terms {
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
    place: Place,
    term: &TermMention,
    language: &Language,
) -> Diagnostic {
    let wording = concept.wording(language.id);
    let document = &page.original().document;
    let words = &document.text(term.text).plain[term.byte_range()];
    let renderings = wording.renderings().take(MOST_RENDERINGS).map(|form| format!("`{form}`"));
    let mut diagnostic = Diagnostic::new(
        codes::TERM_MISSING,
        message!("term-missing", words = words, language = &language.name),
    )
    .labelled(
        span_of(document, term.text, &term.range),
        message!(
            "term-missing.renderings",
            id = &concept.id,
            renderings = Argument::either(renderings)
        ),
    );
    if let Some(span) = page.span(place, language.id) {
        diagnostic = diagnostic.labelled(span, message!("term-missing.label"));
    }
    diagnostic.help(message!("term-missing.help", rendering = &wording.preferred, id = &concept.id))
}

fn span_of(document: &Document, text: TextId, range: &std::ops::Range<u32>) -> Span {
    let range = range.start as usize..range.end as usize;
    Span::new(document.file, document.text(text).source_range(range))
}

/// Forms that the glossary says to avoid, in any language.
fn avoided_forms(site: &Site, page: &Page) -> Vec<Diagnostic> {
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
                    message!(
                        "term-avoid",
                        form = &avoided.form,
                        term = concept.name(LangId::ORIGINAL)
                    ),
                )
                .labelled(
                    span_of(document, found.text, &found.range),
                    message!("quoted", words = why),
                )
                .labelled(concept.span, message!("term-avoid.label"))
                .help(message!("term-avoid.help", rendering = &wording.preferred)),
            );
        }
    }
    diagnostics
}
