//! A site into pages.
//!
//! 1. `engine` compiles the theme's templates once;
//! 2. for each page, `html` has written its sides; `frame`, `report`, `sections`, `citation` and
//!    `json_ld` make the view, which is all a template sees;
//! 3. the template is rendered, and the page is handed to a sink at once, so that memory does not
//!    grow with the number of pages.
//!
//! A side is written once and shared between its reading forms and the whole report, unless it
//! has links or notes, whose addresses differ from page to page.

mod authored;
mod citation;
mod contents;
mod data;
mod engine;
mod erratum;
mod frame;
mod glossary;
mod json_ld;
mod kind;
mod prepared;
mod report;
mod search;
mod sections;
mod special;
mod statistics;
mod theme_error;
pub(crate) mod view;
mod whole;

use std::collections::BTreeMap;

use rayon::prelude::*;
use tera::Value;

use crate::model::{
    ConceptId, DataFile, Form, LangId, Language, Matter, OutputFile, Page, PageRole, ReportId,
    Route, RouteKind, RoutePaths, SearchFiles, Site, SitePath, Target, ThemeFiles,
};
use crate::publish::html::{self, Highlights, Words};
use crate::source::Diagnostic;
use crate::source::fingerprint;
use engine::Engine;
use glossary::TermOverview;
use kind::{PageKind, PagePlace};
use prepared::{PageHtml, PreparedPage, PreparedReport, ReportFrame, SideHtml};
use statistics::Overview;
use view::{Body, Counts, Html, PageView, SharedView, TermLine};

/// Every kind of page. The bar at the top of each page has its entries in this order.
pub(crate) const PAGE_KINDS: &[&dyn PageKind] = &[
    &special::Door,
    &authored::AuthoredPage(PageRole::Home),
    &authored::AuthoredPage(PageRole::Report),
    &authored::AuthoredPage(PageRole::Part),
    &whole::Whole,
    &statistics::Indicators,
    &statistics::IndicatorPage,
    &statistics::SubjectList(statistics::Grouping::Topic),
    &statistics::SubjectPage(statistics::Grouping::Topic),
    &statistics::SubjectList(statistics::Grouping::Place),
    &statistics::SubjectPage(statistics::Grouping::Place),
    &statistics::Ledger,
    &statistics::DrawingFile,
    &glossary::TermList,
    &glossary::TermPage,
    &search::SearchPage,
    &data::Downloads,
    &authored::AuthoredPage(PageRole::About),
    &authored::AuthoredPage(PageRole::Plain),
    &special::NotFound,
];

/// Takes finished files, from any thread, in any order.
pub(crate) type Sink<'a> = &'a (dyn Fn(OutputFile) -> Result<(), Stop> + Sync);

/// Why rendering ended early.
#[derive(Debug)]
pub(crate) enum Stop {
    /// A template cannot be rendered.
    Template(Box<Diagnostic>),
    /// The sink cannot take any more; it keeps its own reason.
    Sink,
}

/// Renders the pages of one site with one theme.
pub(crate) struct Renderer<'a> {
    site: &'a Site,
    data: &'a [DataFile],
    search: Option<&'a SearchFiles>,
    engine: Engine,
    shared: Common,
    overview: Overview,
    terms: TermOverview,
    /// Each term as the pages of reports list it, for each form.
    term_lines: Vec<Vec<SharedView<TermLine>>>,
    /// What the terms of each report mean.
    definitions: Vec<Option<OutputFile>>,
    /// The length of each report.
    counts: Vec<Counts>,
    highlights: Highlights<'a>,
    /// The form of pages that belong to no language.
    every_language: Form,
}

/// What all pages show, made once.
struct Common {
    site: Value,
    extra: BTreeMap<String, Value>,
    /// Interface words of each language, as a template sees them.
    strings: Vec<Value>,
    /// The same by language code.
    strings_by_code: Value,
    /// The same, to be looked up here.
    dictionaries: Vec<BTreeMap<String, String>>,
    words: Vec<Words>,
    css: SitePath,
    js: SitePath,
    on_use: BTreeMap<String, SitePath>,
    /// What pages of one kind show, as it is on pages of others.
    body: Body,
}

/// The kind of page that makes a published thing; nothing for files that are not made here.
fn kind_of(route: &Route) -> Option<&'static dyn PageKind> {
    PAGE_KINDS.iter().copied().find(|kind| kind.kind() == route.kind)
}

impl<'a> Renderer<'a> {
    /// Compiles the theme. `data` are the data files that the site offers, `search` the files it is
    /// searched with.
    pub(crate) fn new(
        site: &'a Site,
        data: &'a [DataFile],
        search: Option<&'a SearchFiles>,
        theme: &ThemeFiles,
        version: &str,
    ) -> Result<Self, Vec<Diagnostic>> {
        let engine = Engine::new(theme)?;
        let shared = Common::new(site, theme, version);
        let counts =
            site.reports.iter().map(|report| contents::report_counts(site, report)).collect();
        let mut renderer = Self {
            site,
            data,
            search,
            engine,
            shared,
            overview: Overview::new(&site.statistics),
            terms: TermOverview::new(site),
            term_lines: Vec::new(),
            definitions: Vec::new(),
            counts,
            highlights: Highlights::of(site),
            every_language: special::every_language(site),
        };
        renderer.term_lines = renderer.all_lines();
        renderer.definitions = renderer.all_definitions();
        Ok(renderer)
    }

    /// The theme's own files: style sheet, script, and what is copied as it is.
    pub(crate) fn assets(theme: &ThemeFiles) -> Vec<OutputFile> {
        let on_use =
            theme.on_use.iter().map(|(name, text)| (text.as_str(), on_use_path(name, text)));
        let named = [(theme.css.as_str(), css_path(theme)), (theme.js.as_str(), js_path(theme))];
        let mut files: Vec<_> = named
            .into_iter()
            .chain(on_use)
            .map(|(text, path)| OutputFile { path, bytes: text.as_bytes().to_vec() })
            .collect();
        files.extend(theme.files.iter().map(|(path, bytes)| OutputFile {
            path: SitePath::new(format!("assets/{path}")),
            bytes: bytes.to_vec(),
        }));
        files
    }

    /// What the terms of the reports mean: a file for each report that has any. Reports with the
    /// same terms share one.
    pub(crate) fn definition_files(&self) -> Vec<OutputFile> {
        let by_path: BTreeMap<&str, &OutputFile> =
            self.definitions.iter().flatten().map(|file| (file.path.as_str(), file)).collect();
        by_path.into_values().cloned().collect()
    }

    /// How many files [`Renderer::pages`] will hand over.
    pub(crate) fn file_count(&self) -> usize {
        let routes = self.site.routes.iter().filter(|route| kind_of(route).is_some());
        routes.map(|route| route.all_paths().count()).sum()
    }

    /// Renders every page, in parallel, and hands each to the sink when it is finished.
    pub(crate) fn pages(&self, sink: Sink) -> Result<(), Stop> {
        let mut outside = Vec::new();
        let mut of_reports: Vec<Vec<&Route>> = vec![Vec::new(); self.site.reports.len()];
        for route in self.site.routes.iter().filter(|route| kind_of(route).is_some()) {
            match self.report_of(route) {
                Some(report) => of_reports[report.0 as usize].push(route),
                None => outside.push(route),
            }
        }
        outside.par_iter().try_for_each(|route| self.route(route, None, sink))?;
        self.site.reports.par_iter().zip(of_reports).try_for_each(|(report, routes)| {
            let prepared = self.prepare_report(report);
            routes.par_iter().try_for_each(|route| self.route(route, Some(&prepared), sink))
        })
    }

    /// The report whose pages a thing is one of.
    fn report_of(&self, route: &Route) -> Option<ReportId> {
        match route.matter {
            Matter::Page(page) => self.site.page(page).report,
            Matter::Report(report) => Some(report),
            _ => None,
        }
    }

    /// Renders one thing in every form in which it is published.
    fn route(
        &self,
        route: &Route,
        report: Option<&PreparedReport>,
        sink: Sink,
    ) -> Result<(), Stop> {
        let Some(kind) = kind_of(route) else { return Ok(()) };
        let render = |form: &Form, path: &SitePath| {
            let place = PagePlace { route, form, path, report };
            sink(OutputFile { path: path.clone(), bytes: kind.bytes(self, &place)? })
        };
        match &route.paths {
            RoutePaths::Single(path) => render(&self.every_language, path),
            RoutePaths::InForms(_) => {
                let mut forms = route.forms(&self.site.forms);
                forms.try_for_each(|(form, path)| render(form, path))
            }
        }
    }

    /// Fills a template, as UTF-8.
    fn fill(&self, template: &str, view: &PageView) -> Result<Vec<u8>, Stop> {
        self.engine.render(template, view).map_err(Stop::Template)
    }

    /// Writes the sides of a page as they are seen from `from`, which lies in `form`.
    fn page_html(
        &self,
        page: &Page,
        form: &Form,
        from: &SitePath,
        note_prefix: &str,
        langs: &[LangId],
    ) -> PageHtml {
        let mut sides: PageHtml = self.site.languages.iter().map(|_| None).collect();
        for (place, lang) in langs.iter().enumerate() {
            let Some(side) = page.side(*lang) else { continue };
            let language = self.site.languages.get(*lang);
            let href = |target: &Target| match target {
                Target::Term(concept) => self.term_href(*concept, page, language, from),
                target => self.href(target, form, language, from),
            };
            let term_link = |concept| {
                let kind = self.site.glossary.concept(concept).kind;
                (self.term_href(concept, page, language, from), kind.is_familiar())
            };
            let figures = self.figure_links(page, language, from, place == 0);
            let renderer = html::SideRenderer {
                language,
                words: &self.shared.words[lang.index()],
                href: &href,
                note_prefix: note_prefix.to_owned(),
                note_numbers: page.footnote_numbers(*lang),
                figures: &figures,
                term_link: &term_link,
                highlights: &self.highlights,
                has_ids: place == 0,
            };
            sides[lang.index()] = Some(SideHtml::new(renderer.side(side), language));
        }
        sides
    }

    /// The address of a target: in the same reading form where the target has it, else in the
    /// language of the text.
    fn href(&self, target: &Target, form: &Form, language: &Language, from: &SitePath) -> String {
        match target {
            Target::Page { page, anchor, .. } => {
                let page = self.site.page(*page);
                let is_there = self.site.forms_of(page).any(|other| other.id == form.id);
                let form = if is_there { form } else { self.site.form_of(language.id) };
                let report = page.report.map(|report| self.site.report(report));
                let whole = report.and_then(|report| self.site.routes.whole_path(report, form));
                if whole == Some(from) {
                    // The whole report holds the target itself.
                    let own = || frame::page_id(page);
                    return format!("#{}", if anchor.is_empty() { own() } else { anchor.clone() });
                }
                let Some(path) = self.site.routes.page_path(page, form) else {
                    return String::new();
                };
                match (path == from, anchor.is_empty()) {
                    (true, false) => format!("#{anchor}"),
                    (_, true) => path.href_from(from),
                    (false, false) => format!("{}#{anchor}", path.href_from(from)),
                }
            }
            Target::Asset(path) => path.href_from(from),
            Target::External(url) => url.clone(),
            // See `term_href`.
            Target::Term(_) | Target::Broken => String::new(),
        }
    }

    /// The address of a term: in a report the page's own list of terms, so that it can be learnt
    /// without leaving the page; elsewhere the term's page.
    fn term_href(
        &self,
        concept: ConceptId,
        page: &Page,
        language: &Language,
        from: &SitePath,
    ) -> String {
        if page.report.is_some() {
            return format!("#t-{}", self.site.glossary.concept(concept).id);
        }
        let form = self.site.form_of(language.id);
        self.href_to(RouteKind::TERM, Matter::Concept(concept), form, from).unwrap_or_default()
    }

    /// Whether a page's sides read the same from every place: nothing in them leads into the site.
    fn is_portable(&self, page: &Page) -> bool {
        let has_figures = self.overview.by_page.contains_key(&page.id);
        !has_figures
            && page.sides.iter().flatten().all(|side| {
                // The terms of a report's page are explained at its own end.
                let is_outside = |target: &Target| {
                    matches!(target, Target::External(_))
                        || (page.report.is_some() && matches!(target, Target::Term(_)))
                };
                side.targets.iter().all(is_outside) && side.document.footnotes.is_empty()
            })
    }

    /// An interface word, with `{name}` replaced.
    fn interface_word(&self, lang: LangId, key: &str, values: &[(&str, &str)]) -> String {
        let words = &self.shared.dictionaries[lang.index()];
        let mut text = words.get(key).cloned().unwrap_or_default();
        for (name, value) in values {
            text = text.replace(&format!("{{{name}}}"), value);
        }
        text
    }
}

fn css_path(theme: &ThemeFiles) -> SitePath {
    SitePath::new(format!("assets/site.{}.css", fingerprint::short(theme.css.as_bytes())))
}

fn js_path(theme: &ThemeFiles) -> SitePath {
    SitePath::new(format!("assets/site.{}.js", fingerprint::short(theme.js.as_bytes())))
}

fn on_use_path(name: &str, text: &str) -> SitePath {
    SitePath::new(format!("assets/{name}.{}.js", fingerprint::short(text.as_bytes())))
}
