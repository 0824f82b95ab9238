//! Pages made of the term base, and the terms of a page.

mod concordance;
mod entry;
mod list;
mod overview;
mod term;

use rayon::prelude::*;

use super::view::{Crumb, PageView};
use super::{Renderer, Sink, Stop};
use crate::model::{Form, GlossaryPage, LangId, SitePath};

pub(super) use overview::TermOverview;

impl Renderer<'_> {
    /// Renders every page made of the term base, in each language.
    pub(super) fn glossary(&self, sink: Sink) -> Result<(), Stop> {
        let pages = self.site.glossary_pages();
        pages.par_iter().try_for_each(|page| {
            self.single_forms().try_for_each(|form| {
                let path = page.path(self.site, form);
                let view = self.glossary_page(*page, form, &path);
                sink(self.render(&path, &format!("{}.html", view.kind), &view)?)
            })
        })
    }

    fn glossary_page(&self, page: GlossaryPage, form: &Form, path: &SitePath) -> PageView {
        let lang = form.lang();
        let kind = if matches!(page, GlossaryPage::Term(_)) { "term" } else { "glossary" };
        let siblings = |other: &Form| {
            (!other.is_parallel()).then(|| page.sibling(form, other).path(self.site, other))
        };
        let mut view = self.frame(kind, form, path, &siblings);
        let heading = self.word(lang, "glossary_title", &[]);
        let name = match page {
            GlossaryPage::Term(id) => self.site.glossary.concept(id).name(lang).to_owned(),
            GlossaryPage::Index(order) if order == lang => heading.clone(),
            GlossaryPage::Index(_) | GlossaryPage::Kinds => self.order_name(page, lang),
        };
        view.title_runs = vec![self.run(lang, &name)];
        view.title = format!("{name} · {}", self.site_title(lang));
        view.breadcrumbs = self.breadcrumbs(form, path, None, &name);
        let index = GlossaryPage::Index(lang);
        if page != index {
            let href = Some(index.path(self.site, form).href_from(path));
            let place = view.breadcrumbs.len() - 1;
            view.breadcrumbs.insert(place, Crumb { label: heading, href });
        }
        match page {
            GlossaryPage::Term(id) => {
                view.term = Some(self.term_view(id, form, path));
                view.description = self.term_description(id, lang);
            }
            GlossaryPage::Index(_) | GlossaryPage::Kinds => {
                let list = self.list_view(page, form, path);
                let total = list.total.to_string();
                let values = [("count", &*total), ("site", &*self.site_title(lang))];
                view.description = self.word(lang, "description_glossary", &values);
                view.glossary = Some(list);
            }
        }
        view.json_ld = self.glossary_json_ld(page, form, path, &view);
        view
    }

    /// `term: three corridors. Jinhua’s three axes…`
    fn term_description(&self, id: crate::model::ConceptId, lang: LangId) -> String {
        let concept = self.site.glossary.concept(id);
        let others = self.site.languages.iter().filter(|other| other.id != lang);
        let others: Vec<&str> = others
            .map(|other| concept.wording(other.id).preferred.as_str())
            .filter(|name| !name.is_empty())
            .collect();
        let values = [
            ("name", concept.name(lang)),
            ("other", &*others.join(", ")),
            ("definition", concept.definition.get(self.code(lang)).unwrap_or_default()),
        ];
        self.word(lang, "description_term", &values).trim_end().to_owned()
    }
}
