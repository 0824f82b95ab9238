//! Pages made of the term base, and the terms of a page.

mod concordance;
mod definitions;
mod entry;
mod list;
mod overview;
mod term;

use super::Renderer;
use super::kind::PagePlace;
use super::view::{Crumb, PageView};
use crate::model::{Matter, RouteKind};

pub(super) use list::TermList;
pub(super) use overview::TermOverview;
pub(super) use term::TermPage;

impl Renderer<'_> {
    /// What the pages of the term base have around them: names and breadcrumbs.
    fn glossary_frame(&self, place: &PagePlace, name: &str) -> PageView {
        let PagePlace { form, path, .. } = *place;
        let lang = form.lang();
        let mut view = self.frame(place);
        view.title_runs = vec![self.text_run(lang, name)];
        view.title = format!("{name} · {}", self.site_title(lang));
        view.breadcrumbs = self.breadcrumbs(form, path, None, name);
        let is_first =
            place.route.kind == RouteKind::GLOSSARY && place.route.matter == Matter::Order(0);
        if !is_first {
            let label = self.interface_word(lang, "glossary_title", &[]);
            let href = self.href_to(RouteKind::GLOSSARY, Matter::Order(0), form, path);
            view.breadcrumbs
                .insert(view.breadcrumbs.len() - 1, Crumb { label, href, others: Vec::new() });
        }
        view
    }
}
