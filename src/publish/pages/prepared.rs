//! The text of a page written once, ready for the views of its forms, and what the pages of a report
//! share.

use rayon::prelude::*;
use tera::Value;

use super::Renderer;
use super::view::{CitationView, Html, PartEntry, ReportView, Run, SectionView, SharedView};
use crate::model::{Form, LangId, Language, Matter, Page, Report, RouteKind, SitePath};
use crate::publish::html::RenderedSide;

/// One side of a page, ready for a view.
pub(super) struct SideHtml {
    pub(super) title: Run,
    pub(super) blocks: Vec<Html>,
    pub(super) footnotes: Vec<Html>,
}

/// The sides of a page; one entry for each language of the site, only those of the form filled.
pub(super) type PageHtml = Vec<Option<SideHtml>>;

/// The text of a page, ready for views.
pub(super) struct PreparedPage {
    pub(super) html: PageHtml,
    /// The sections in each form; nothing for forms it was not prepared for.
    pub(super) sections: Vec<Option<SharedView<Vec<SectionView>>>>,
}

/// What the pages of a report share.
pub(crate) struct PreparedReport<'a> {
    pub(super) report: &'a Report,
    /// Cover and parts.
    pub(super) pages: Vec<&'a Page>,
    /// The text of each, where it reads the same from every place.
    pub(super) texts: Vec<Option<PreparedPage>>,
    /// For each form.
    pub(super) frames: Vec<ReportFrame>,
}

impl PreparedReport<'_> {
    /// The text of a page, where it reads the same from every place.
    pub(super) fn text_of(&self, page: &Page) -> Option<&PreparedPage> {
        self.texts.get(self.report.place(page.id))?.as_ref()
    }

    /// What is around the text in a form.
    pub(super) fn frame(&self, form: &Form) -> &ReportFrame {
        &self.frames[usize::from(form.id.0)]
    }
}

impl PreparedPage {
    pub(super) fn shared_sections(&self, form: &Form) -> SharedView<Vec<SectionView>> {
        let own = self.sections.get(usize::from(form.id.0)).cloned().flatten();
        own.unwrap_or_else(|| SharedView::new(&Vec::new()))
    }
}

/// What the pages of a report that lie in one folder have in common, in one form.
pub(super) struct ReportFrame {
    pub(super) report: SharedView<ReportView>,
    /// Each part as it is listed beside another one.
    pub(super) entries: Vec<SharedView<PartEntry>>,
    /// The citations, where they do not name the page.
    pub(super) citations: Option<SharedView<Vec<CitationView>>>,
}

impl Renderer<'_> {
    /// What the pages of one report share.
    pub(super) fn prepare_report<'b>(&'b self, report: &'b Report) -> PreparedReport<'b> {
        let pages: Vec<&Page> = report.pages().map(|id| self.site.page(id)).collect();
        let texts = pages
            .par_iter()
            .map(|page| self.is_portable(page).then(|| self.prepare(page)))
            .collect();
        let whole = self.site.routes.find(RouteKind::WHOLE, Matter::Report(report.id));
        let frames = whole
            .into_iter()
            .flat_map(|route| route.forms(&self.site.forms))
            .map(|(form, path)| self.report_frame(report, form, path))
            .collect();
        PreparedReport { report, pages, texts, frames }
    }

    /// The text of a page that reads the same from everywhere, for all forms.
    pub(super) fn prepare(&self, page: &Page) -> PreparedPage {
        let form = &self.site.forms[0];
        let langs: Vec<LangId> = self.site.languages.iter().map(|l| l.id).collect();
        let html = self.page_html(page, form, &SitePath::new(""), "", &langs);
        let sections = self
            .site
            .forms
            .iter()
            .map(|form| Some(SharedView::new(&self.section_views(page, form, &html))))
            .collect();
        PreparedPage { html, sections }
    }

    /// The text of a page as it is seen from one place, for one form.
    pub(super) fn prepare_for(
        &self,
        page: &Page,
        form: &Form,
        from: &SitePath,
        prefix: &str,
    ) -> PreparedPage {
        let html = self.page_html(page, form, from, prefix, &form.langs);
        let mut sections: Vec<_> = self.site.forms.iter().map(|_| None).collect();
        sections[usize::from(form.id.0)] =
            Some(SharedView::new(&self.section_views(page, form, &html)));
        PreparedPage { html, sections }
    }
}

impl SideHtml {
    pub(super) fn new(side: RenderedSide, language: &Language) -> Self {
        let safe = |html: Vec<String>| html.iter().map(|html| Value::safe_string(html)).collect();
        Self {
            title: Run::in_language(
                language,
                Value::safe_string(&side.title.html),
                side.title.text,
            ),
            blocks: safe(side.blocks),
            footnotes: safe(side.footnotes),
        }
    }
}
