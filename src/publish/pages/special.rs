//! Pages that belong to no language: the door, and the page for addresses that lead nowhere.

use super::Renderer;
use super::view::PageView;
use crate::model::{Form, FormId, LangId, SitePath};

impl Renderer<'_> {
    /// The first page, in all languages.
    pub(super) fn door(&self) -> PageView {
        let mut view = self.rootless("door", "index.html");
        let lang = LangId::ORIGINAL;
        let reports = self.report_names(lang);
        view.description = self.word(lang, "description_door", &[("reports", &reports)]);
        view.title = self.names(|lang| self.site_title(lang));
        view.title_runs = self.runs(&self.every_language(), |lang| self.site_title(lang));
        view
    }

    /// Shown by a host in place of a page that is not there, at whatever depth: its links are
    /// made from the root.
    pub(super) fn not_found(&self) -> PageView {
        let mut view = self.rootless("404", "404.html");
        view.canonical = None;
        view.alternates = Vec::new();
        view.description = self.word(LangId::ORIGINAL, "description_not_found", &[]);
        view.title = self.names(|lang| self.word(lang, "not_found_title", &[]));
        view
    }

    fn rootless(&self, kind: &'static str, path: &str) -> PageView {
        let form = self.every_language();
        let path = SitePath::new(path);
        let mut view = self.frame(kind, &form, &path, &|_| None);
        view.reports = self.report_cards(&form, &path, false);
        view
    }

    /// Each language's own words for the same, once.
    fn names(&self, name: impl Fn(LangId) -> String) -> String {
        let mut names: Vec<String> =
            self.site.languages.iter().map(|language| name(language.id)).collect();
        names.dedup();
        names.join(" · ")
    }

    /// A form that shows every language, and is no form of any page.
    fn every_language(&self) -> Form {
        Form {
            id: FormId(u8::MAX),
            folder: String::new(),
            langs: self.site.languages.iter().map(|language| language.id).collect(),
        }
    }
}
