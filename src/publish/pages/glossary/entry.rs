//! Terms in lists, and the terms of a page.

use std::collections::BTreeSet;

use rayon::prelude::*;
use tera::Value;

use super::overview::linked;
use crate::model::{ConceptId, Form, LangId, Matter, Page, RouteKind, Script, SitePath, is_han};
use crate::publish::html::{escaped, plain_run};
use crate::publish::pages::Renderer;
use crate::publish::pages::view::{Link, Run, SharedView, TermEntry};
use crate::publish::typeset::TextKind;

impl Renderer<'_> {
    /// The terms that are links on these pages, in the order of the form's language.
    pub(in crate::publish::pages) fn page_terms<'p>(
        &self,
        pages: impl Iterator<Item = &'p Page>,
        form: &Form,
        from: &SitePath,
    ) -> Vec<SharedView<TermEntry>> {
        let mut concepts: Vec<ConceptId> = pages
            .flat_map(|page| form.langs.iter().filter_map(|lang| page.side(*lang)))
            .flat_map(linked)
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        let lang = form.lang();
        let ranks = &self.terms.ranks;
        concepts.sort_by_key(|id| ranks[lang.index()][id.0 as usize]);
        let known = &self.term_entries[usize::from(form.id.0)];
        let entry = |id: &ConceptId| match known.get(id.0 as usize) {
            Some(entry) if is_beside_parts(from) => entry.clone(),
            _ => SharedView::new(&self.term_entry(*id, &form.langs, &form.langs, from)),
        };
        concepts.iter().map(entry).collect()
    }

    /// Every term as the pages in the folder of a report list it, for each form: made once, since
    /// the same terms stand on thousands of pages.
    pub(in crate::publish::pages) fn all_entries(&self) -> Vec<Vec<SharedView<TermEntry>>> {
        let of_form = |form: &Form| {
            let from = SitePath::new(format!("{}/report/part.html", form.folder));
            let concepts = (0..self.site.glossary.concepts.len()).into_par_iter();
            concepts
                .map(|number| {
                    let id = ConceptId(u32::try_from(number).unwrap_or(u32::MAX));
                    SharedView::new(&self.term_entry(id, &form.langs, &form.langs, &from))
                })
                .collect()
        };
        self.site.forms.iter().map(of_form).collect()
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
        let others = self.site.languages.iter().map(|language| language.id);
        let others = others.filter(|lang| !first.contains(lang));
        let names = first.iter().copied().chain(others);
        let single = self.site.form_of(shown[0]);
        let href = self.href_to(RouteKind::TERM, Matter::Concept(id), single, from);
        TermEntry {
            id: concept.id.clone(),
            href: href.unwrap_or_default(),
            names: names
                .map(|lang| (lang, concept.wording(lang).preferred.as_str()))
                .filter(|(_, name)| !name.is_empty())
                .map(|(lang, name)| self.term_base_words(lang, name))
                .collect(),
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
        let language = self.site.languages.get(lang);
        let is_mixed = language.script == Script::Latin && words.contains(is_han);
        let html = if is_mixed {
            plain_run(words, language.script, TextKind::Heading)
        } else {
            escaped(words)
        };
        let tag = language.tag.clone();
        Run { tag, html: Value::safe_string(&html), text: words.to_owned() }
    }
}

/// Whether a page lies in the folder of a report, not deeper.
fn is_beside_parts(path: &SitePath) -> bool {
    path.as_str().matches('/').count() == 2
}
