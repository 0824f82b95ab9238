//! Pages that belong to no language: the door, and the page for addresses that lead nowhere.

use super::Renderer;
use super::kind::{Blank, PageKind, PagePlace};
use super::view::PageView;
use crate::model::{Form, FormId, LangId, Matter, Route, RouteKind, Site};
use crate::resolve::RouteSource;

/// The page kind `door`: the first page, in all languages.
pub(super) struct Door;

impl RouteSource for Door {
    fn routes(&self, _site: &Site, _before: &[Route]) -> Vec<Route> {
        vec![Route { is_listed: true, ..Route::single(self.kind(), Matter::Site, "index.html") }]
    }
}

impl PageKind for Door {
    fn kind(&self) -> RouteKind {
        RouteKind("door")
    }

    fn keys(&self) -> &'static [(&'static str, Blank)] {
        &[("onward", Blank::Null)]
    }

    fn view(&self, renderer: &Renderer, place: &PagePlace) -> PageView {
        let mut view = renderer.rootless(place);
        let lang = LangId::ORIGINAL;
        let reports = renderer.report_names(lang);
        let is_alone = renderer.site.languages.len() == 1;
        let key = if is_alone { "description_home" } else { "description_door" };
        view.description = renderer.interface_word(lang, key, &[("reports", &reports)]);
        view.title = renderer.names_once(|lang| renderer.site_title(lang));
        view.title_runs = renderer.runs(place.form, |lang| renderer.site_title(lang));
        // Where there is one language alone, there is nothing to choose: the door leads on.
        let code = &renderer.site.languages.original().code;
        let onward = is_alone.then(|| format!("{code}/index.html"));
        view.body.set("onward", &onward);
        view
    }
}

/// The page kind `404`, shown by a host in place of a page that is not there, at whatever depth:
/// its links are made from the root.
pub(super) struct NotFound;

impl RouteSource for NotFound {
    fn routes(&self, _site: &Site, _before: &[Route]) -> Vec<Route> {
        vec![Route::single(self.kind(), Matter::Site, "404.html")]
    }
}

impl PageKind for NotFound {
    fn kind(&self) -> RouteKind {
        RouteKind("404")
    }

    fn view(&self, renderer: &Renderer, place: &PagePlace) -> PageView {
        let mut view = renderer.rootless(place);
        view.canonical = None;
        view.alternates = Vec::new();
        view.description = renderer.interface_word(LangId::ORIGINAL, "description_not_found", &[]);
        view.title =
            renderer.names_once(|lang| renderer.interface_word(lang, "not_found_title", &[]));
        view
    }
}

/// A form that shows every language, and is not a form of any page.
pub(super) fn every_language(site: &Site) -> Form {
    Form {
        id: FormId(u8::MAX),
        folder: String::new(),
        langs: site.languages.iter().map(|language| language.id).collect(),
    }
}

impl Renderer<'_> {
    fn rootless(&self, place: &PagePlace) -> PageView {
        let mut view = self.frame(place);
        view.reports = self.report_cards(place.form, place.path, false);
        view
    }

    /// Each language's own words for the same, once.
    fn names_once(&self, name: impl Fn(LangId) -> String) -> String {
        let mut names: Vec<String> =
            self.site.languages.iter().map(|language| name(language.id)).collect();
        names.dedup();
        names.join(" · ")
    }
}
