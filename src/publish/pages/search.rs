//! The page on which the site is searched.

use super::Renderer;
use super::kind::{Bar, Blank, PageKind, PagePlace};
use super::view::{PageView, SearchReport, SearchView};
use crate::model::{Form, Matter, Report, Route, RouteKind, Site, SitePath};
use crate::resolve::RouteSource;
use crate::source::{Message, message};

/// The most reports that are named for those who search without a script: the newest ones.
const MOST_REPORTS: usize = 20;

/// The page kind `search`.
pub(super) struct SearchPage;

impl RouteSource for SearchPage {
    fn routes(&self, site: &Site, _before: &[Route]) -> Vec<Route> {
        let route = || Route::in_languages(self.kind(), Matter::Site, &site.forms, "search");
        site.has_search.then(route).into_iter().collect()
    }

    fn called(&self) -> Message {
        message!("route-search")
    }
}

impl PageKind for SearchPage {
    fn kind(&self) -> RouteKind {
        RouteKind::SEARCH
    }

    fn keys(&self) -> &'static [(&'static str, Blank)] {
        &[("search", Blank::Null)]
    }

    fn bar(&self) -> Bar {
        Bar::Entry("nav_search")
    }

    fn view(&self, renderer: &Renderer, place: &PagePlace) -> PageView {
        let PagePlace { form, path, .. } = *place;
        let lang = form.lang();
        let mut view = renderer.frame(place);
        let title = renderer.interface_word(lang, "search_title", &[]);
        let site_title = renderer.site_title(lang);
        view.title = format!("{title} · {site_title}");
        view.title_runs = renderer.runs(form, |_| title.clone());
        view.description =
            renderer.interface_word(lang, "description_search", &[("site", &site_title)]);
        view.breadcrumbs = renderer.breadcrumbs(form, path, None, &title);
        if let Some(files) = renderer.search {
            let newest = renderer.site.reports.iter().take(MOST_REPORTS);
            let search = SearchView {
                index: files.index.href_from(path),
                variants: files.variants.href_from(path),
                whole: newest.map(|report| renderer.whole_links(report, form, path)).collect(),
            };
            view.body.set("search", &search);
        }
        view
    }
}

impl Renderer<'_> {
    fn whole_links(&self, report: &Report, form: &Form, path: &SitePath) -> SearchReport {
        let cover = self.site.page(report.cover);
        let whole = self.site.routes.find(RouteKind::WHOLE, Matter::Report(report.id));
        let forms: Vec<(&Form, &SitePath)> =
            whole.into_iter().flat_map(|route| route.forms(&self.site.forms)).collect();
        SearchReport {
            title: self.page_title_run(cover, form.lang()),
            delivered: report.original_meta().day().iso(),
            forms: self.form_links(form, path, &forms),
        }
    }
}
