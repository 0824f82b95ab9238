//! Pages that somebody wrote: the home page, covers, parts, the about page, plain pages.

use super::kind::{Bar, Blank, PageKind, PagePlace};
use super::view::{NeighbourView, PageView, SharedView};
use super::{PreparedPage, Renderer};
use crate::model::{
    Form, Matter, Page, PageId, PageRole, Report, Route, RouteKind, Site, SitePath,
};
use crate::resolve::RouteSource;
use crate::source::{Message, message};

/// The page kinds `home`, `report` (a cover), `part`, `about` and `page`.
pub(super) struct AuthoredPage(pub(super) PageRole);

impl RouteSource for AuthoredPage {
    fn routes(&self, site: &Site, _before: &[Route]) -> Vec<Route> {
        let own = site.pages.iter().filter(|page| page.role == self.0);
        own.map(|page| self.route(page, site)).collect()
    }

    fn called(&self) -> Message {
        message!("route-authored")
    }
}

impl AuthoredPage {
    fn route(&self, page: &Page, site: &Site) -> Route {
        let path = |form: &Form| {
            // The pages of a report are published in all forms, others in one language.
            let is_there = page.report.is_some() || !form.is_parallel();
            let file = match page.role {
                PageRole::Home => "index".to_owned(),
                PageRole::Report => format!("{}/index", page.key),
                _ => page.key.clone(),
            };
            is_there.then(|| format!("{}/{file}.html", form.folder))
        };
        let mut route = Route::in_forms(self.kind(), Matter::Page(page.id), &site.forms, path);
        if page.is_authored {
            route = route.because_of(page.original().document.title_span);
        }
        route.updated = page.original().document.front.updated;
        route
    }
}

impl PageKind for AuthoredPage {
    fn kind(&self) -> RouteKind {
        self.0.kind()
    }

    fn keys(&self) -> &'static [(&'static str, Blank)] {
        match self.0 {
            PageRole::Report => &[("headlines", Blank::List)],
            _ => &[],
        }
    }

    fn bar(&self) -> Bar {
        match self.0 {
            PageRole::Home => Bar::Entry("nav_reports"),
            PageRole::About => Bar::Entry("nav_about"),
            _ => Bar::Nowhere,
        }
    }

    fn view(&self, renderer: &Renderer, place: &PagePlace) -> PageView {
        let Matter::Page(id) = place.route.matter else { return renderer.frame(place) };
        let page = renderer.site.page(id);
        let shared = place.report.and_then(|report| report.text_of(page));
        let own = shared.is_none().then(|| renderer.prepare_for(page, place.form, place.path, ""));
        match shared.or(own.as_ref()) {
            Some(text) => renderer.page_view(page, place, text),
            None => renderer.frame(place),
        }
    }
}

impl Renderer<'_> {
    fn page_view(&self, page: &Page, place: &PagePlace, text: &PreparedPage) -> PageView {
        let PagePlace { form, path, .. } = *place;
        let lang = form.lang();
        let mut view = self.frame(place);
        let report = page.report.map(|id| self.site.report(id));
        let title = self.page_title(page, lang);
        view.title_runs = self.title_runs(page, form, &text.html);
        view.sections = text.shared_sections(form);
        view.footnotes = self.footnotes(page, form, &text.html, "");
        view.description = self.description(page, report, lang);
        if page.role != PageRole::Home {
            view.breadcrumbs = self.breadcrumbs(form, path, report, &title);
        }
        match report {
            Some(report) => self.add_report(&mut view, report, page, place),
            None => {
                let has_errata = page.role == PageRole::About;
                if matches!(page.role, PageRole::Home | PageRole::About) {
                    view.reports = self.report_cards(form, path, has_errata);
                }
            }
        }
        view.title = self.full_title(&title, report, page, lang);
        view.json_ld = self.json_ld(page, report, form, path, &view);
        view
    }

    fn add_report(&self, view: &mut PageView, report: &Report, page: &Page, place: &PagePlace) {
        let PagePlace { form, path, .. } = *place;
        // A part in a folder of its own sees everything from another place.
        let shared =
            place.report.filter(|_| page.number.len() <= 1).map(|report| report.frame(form));
        let own = shared.is_none().then(|| self.report_frame(report, form, path));
        if let Some(frame) = shared.or(own.as_ref()) {
            view.report = Some(frame.report.clone());
            view.contents = self.contents(report, form, path, page, &frame.entries);
            view.citations = match &frame.citations {
                Some(citations) => citations.clone(),
                None => SharedView::new(&self.citations(report, path)),
            };
        }
        if page.id == report.cover && self.site.statistics.covers(report.id) {
            view.body.set("headlines", &self.headlines(report, form, path));
        }
        self.add_terms(view, std::iter::once(page), report, place);
        let place = report.place(page.id);
        let neighbour = |id: PageId| self.neighbour(self.site.page(id), form, path);
        view.previous = match place {
            0 => None,
            1 => Some(neighbour(report.cover)),
            place => report.parts.get(place - 2).map(|id| neighbour(*id)),
        };
        view.next = report.parts.get(place).map(|id| neighbour(*id));
    }

    fn neighbour(&self, page: &Page, form: &Form, path: &SitePath) -> NeighbourView {
        NeighbourView {
            href: self.page_href(page, form, path),
            title: self.page_titles(page, form),
        }
    }
}
