//! Terms in lists, and the terms of a page.

use std::collections::BTreeSet;

use rayon::prelude::*;
use tera::Value;

use super::overview::linked;
use crate::model::{
    ConceptId, Form, LangId, Matter, Page, Report, RouteKind, Script, SitePath, is_han,
};
use crate::publish::html::{escaped, plain_run};
use crate::publish::pages::view::{Link, PageView, Run, SharedView, TermEntry, TermLine};
use crate::publish::pages::{PagePlace, Renderer};
use crate::publish::typeset::TextKind;

impl Renderer<'_> {
    /// Adds the terms that are links on these pages of a report, and where to learn what they mean.
    pub(in crate::publish::pages) fn add_terms<'p>(
        &self,
        view: &mut PageView,
        pages: impl Iterator<Item = &'p Page>,
        report: &Report,
        place: &PagePlace,
    ) {
        view.terms = self.page_terms(pages, place.form, place.path);
        let file = self.definitions.get(report.id.0 as usize).and_then(Option::as_ref);
        if let Some(file) = file.filter(|_| !view.terms.is_empty()) {
            view.definitions_href = file.path.href_from(place.path);
        }
    }

    /// The terms that are links on these pages, in the order of the form's language.
    fn page_terms<'p>(
        &self,
        pages: impl Iterator<Item = &'p Page>,
        form: &Form,
        from: &SitePath,
    ) -> Vec<SharedView<TermLine>> {
        let mut concepts: Vec<ConceptId> = pages
            .flat_map(|page| form.langs.iter().filter_map(|lang| page.side(*lang)))
            .flat_map(linked)
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        let lang = form.lang();
        let ranks = &self.terms.ranks;
        concepts.sort_by_key(|id| ranks[lang.index()][id.0 as usize]);
        let known = &self.term_lines[usize::from(form.id.0)];
        let line = |id: &ConceptId| match known.get(id.0 as usize) {
            Some(line) if is_beside_parts(from) => line.clone(),
            _ => SharedView::new(&self.term_line(*id, form, from)),
        };
        concepts.iter().map(line).collect()
    }

    /// Every term as the pages in the folder of a report list it, for each form: made once, since
    /// the same terms stand on thousands of pages.
    pub(in crate::publish::pages) fn all_lines(&self) -> Vec<Vec<SharedView<TermLine>>> {
        let of_form = |form: &Form| {
            let from = SitePath::new(format!("{}/report/part.html", form.folder));
            let concepts = (0..self.site.glossary.concepts.len()).into_par_iter();
            concepts
                .map(|number| {
                    let id = ConceptId(u32::try_from(number).unwrap_or(u32::MAX));
                    SharedView::new(&self.term_line(id, form, &from))
                })
                .collect()
        };
        self.site.forms.iter().map(of_form).collect()
    }

    /// A term where it stands in a text: its name in each language, those of the form first.
    fn term_line(&self, id: ConceptId, form: &Form, from: &SitePath) -> TermLine {
        TermLine {
            id: self.site.glossary.concept(id).id.clone(),
            href: self.term_page(id, form.lang(), from),
            names: self.names_of(id, &form.langs),
        }
    }

    /// The address of a term's page in a language; empty where it has none.
    fn term_page(&self, id: ConceptId, lang: LangId, from: &SitePath) -> String {
        let single = self.site.form_of(lang);
        self.href_to(RouteKind::TERM, Matter::Concept(id), single, from).unwrap_or_default()
    }

    /// What a term is called, in these languages first.
    fn names_of(&self, id: ConceptId, first: &[LangId]) -> Vec<Run> {
        let concept = self.site.glossary.concept(id);
        let others = self.site.languages.iter().map(|language| language.id);
        let others = others.filter(|lang| !first.contains(lang));
        let names = first.iter().copied().chain(others);
        names
            .map(|lang| (lang, concept.wording(lang).preferred.as_str()))
            .filter(|(_, name)| !name.is_empty())
            .map(|(lang, name)| self.term_base_words(lang, name))
            .collect()
    }

    /// A term in a list. `first` are the languages whose terms come first, `shown` those in which
    /// it is explained.
    pub(super) fn term_entry(
        &self,
        id: ConceptId,
        first: &[LangId],
        shown: &[LangId],
        from: &SitePath,
    ) -> TermEntry {
        let concept = self.site.glossary.concept(id);
        TermEntry {
            id: concept.id.clone(),
            href: self.term_page(id, shown[0], from),
            names: self.names_of(id, first),
            pinyin: concept.reading.pinyin.clone(),
            definition: shown
                .iter()
                .filter_map(|lang| {
                    let definition = concept.definition.get(self.language_code(*lang))?;
                    Some(self.term_base_words(*lang, definition))
                })
                .collect(),
            count: self.terms.counts[id.0 as usize],
        }
    }

    /// The name and address of a term, on a page of one language; nothing where it has no page.
    pub(in crate::publish::pages) fn term_link(
        &self,
        id: ConceptId,
        lang: LangId,
        from: &SitePath,
    ) -> Option<Link> {
        let concept = self.site.glossary.concept(id);
        let form = self.site.form_of(lang);
        Some(Link {
            id: concept.id.clone(),
            label: concept.name(lang).to_owned(),
            href: self.href_to(RouteKind::TERM, Matter::Concept(id), form, from)?,
            count: self.terms.counts[id.0 as usize],
        })
    }

    /// Words of the term base. They stand by hundreds on a page, so they are not set as text is,
    /// but for Chinese inside English, which needs its own language and typeface.
    pub(super) fn term_base_words(&self, lang: LangId, words: &str) -> Run {
        let html = Value::safe_string(&self.term_base_html(lang, words));
        Run::in_language(self.site.languages.get(lang), html, words.to_owned())
    }

    /// The same as HTML.
    pub(super) fn term_base_html(&self, lang: LangId, words: &str) -> String {
        let language = self.site.languages.get(lang);
        let is_mixed = language.script == Script::Latin && words.contains(is_han);
        if is_mixed { plain_run(words, language.script, TextKind::Heading) } else { escaped(words) }
    }
}

/// Whether a page lies in the folder of a report, not deeper.
fn is_beside_parts(path: &SitePath) -> bool {
    path.as_str().matches('/').count() == 2
}
