//! The page on which the site is searched.

use rayon::prelude::*;

use super::view::{PageView, SearchReport, SearchView};
use super::{Renderer, Sink, Stop};
use crate::model::{Form, Report, SearchFiles, SitePath};

/// The most reports that are named for those who search without a script: the newest ones.
const MOST_REPORTS: usize = 20;

impl Renderer<'_> {
    /// Renders the search page in each language, where the site has an index.
    pub(super) fn search_pages(&self, sink: Sink) -> Result<(), Stop> {
        let Some(files) = self.search else { return Ok(()) };
        let forms: Vec<&Form> = self.single_forms().collect();
        forms.par_iter().try_for_each(|form| {
            let path = self.site.search_path(form);
            sink(self.render(&path, "search.html", &self.search_page(files, form, &path))?)
        })
    }

    fn search_page(&self, files: &SearchFiles, form: &Form, path: &SitePath) -> PageView {
        let lang = form.lang();
        let siblings = |other: &Form| (!other.is_parallel()).then(|| self.site.search_path(other));
        let mut view = self.frame("search", form, path, &siblings);
        let title = self.word(lang, "search_title", &[]);
        view.title = format!("{title} · {}", self.site_title(lang));
        view.title_runs = self.runs(form, |_| title.clone());
        view.description =
            self.word(lang, "description_search", &[("site", &self.site_title(lang))]);
        view.breadcrumbs = self.breadcrumbs(form, path, None, &title);
        view.search = Some(SearchView {
            index: files.index.href_from(path),
            variants: files.variants.href_from(path),
            whole: self
                .site
                .reports
                .iter()
                .take(MOST_REPORTS)
                .map(|report| self.whole_links(report, form, path))
                .collect(),
        });
        view
    }

    fn whole_links(&self, report: &Report, form: &Form, path: &SitePath) -> SearchReport {
        let cover = self.site.page(report.cover);
        let forms: Vec<(&Form, SitePath)> =
            self.site.forms.iter().map(|form| (form, report.all_path(form))).collect();
        SearchReport {
            title: self.run(form.lang(), &self.title(cover, form.lang())),
            delivered: report.original_meta().delivered.iso(),
            forms: self.form_links(form, path, &forms),
        }
    }
}
