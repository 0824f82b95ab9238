//! What is published, and where: the one list that links, navigation, sitemap, search and
//! rendering read.

use std::collections::HashMap;

use super::{ConceptId, Day, Form, FormId, IndicatorId, Page, PageId, Report, ReportId, SitePath};
use crate::source::{Message, Span, message};

/// What a published thing is: `part`, `indicator`, `search`, `data-file`. For a page it is the key
/// under which a theme knows it, and the name of its template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct RouteKind(pub(crate) &'static str);

/// The kinds that others lead to. A kind that nobody links to is named in its own file alone.
impl RouteKind {
    /// The whole report on one page.
    pub(crate) const WHOLE: Self = Self("all");
    /// All indicators.
    pub(crate) const INDICATORS: Self = Self("indicators");
    /// One indicator.
    pub(crate) const INDICATOR: Self = Self("indicator");
    /// The drawing of an indicator as a file of its own.
    pub(crate) const DRAWING: Self = Self("drawing");
    /// All topics.
    pub(crate) const TOPICS: Self = Self("topics");
    /// One topic.
    pub(crate) const TOPIC: Self = Self("topic");
    /// All places.
    pub(crate) const PLACES: Self = Self("places");
    /// One place.
    pub(crate) const PLACE: Self = Self("place");
    /// Every numeral of a report.
    pub(crate) const LEDGER: Self = Self("ledger");
    /// The downloads.
    pub(crate) const DATA: Self = Self("data");
    /// All terms in one order.
    pub(crate) const GLOSSARY: Self = Self("glossary");
    /// One term.
    pub(crate) const TERM: Self = Self("term");
    /// The search page.
    pub(crate) const SEARCH: Self = Self("search");
    /// The Atom feed.
    pub(crate) const FEED: Self = Self("feed");
    /// The sitemap, or the index of several.
    pub(crate) const SITEMAP: Self = Self("sitemap");
    /// A file from beside the pages, published as it is.
    pub(crate) const ASSET: Self = Self("asset");
}

/// What a published thing shows of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Matter {
    /// The site as a whole.
    Site,
    /// A page that somebody wrote.
    Page(PageId),
    /// A report.
    Report(ReportId),
    /// An indicator.
    Indicator(IndicatorId),
    /// A topic, by its place in [`super::Statistics::topics`].
    Topic(usize),
    /// A place, by its place in [`super::Statistics::areas`].
    Place(usize),
    /// A concept of the term base.
    Concept(ConceptId),
    /// The order of a language, counted from the language of the page: 0 is its own order, 1 that
    /// of the next language of the site.
    Order(usize),
    /// One of several files of a kind, by its number.
    File(usize),
}

/// Where a thing is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RoutePaths {
    /// At one place, which belongs to no reading form.
    Single(SitePath),
    /// In reading forms: one entry for each form of the site, in their order; nothing for a form in
    /// which it is not published.
    InForms(Vec<Option<SitePath>>),
}

/// One published thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// What it is.
    pub(crate) kind: RouteKind,
    /// What it shows.
    pub(crate) matter: Matter,
    /// Where it is published.
    pub(crate) paths: RoutePaths,
    /// The place in the author's files for which it is there, to be shown where two things fall on
    /// one path; nothing for what every site has.
    pub(crate) cause: Option<Span>,
    /// Whether the sitemap lists it.
    pub(crate) is_listed: bool,
    /// The day it was last changed in substance, where its author says so.
    pub(crate) updated: Option<Day>,
}

impl Route {
    /// A thing that is published in reading forms: in each for which `path` gives a place.
    pub(crate) fn in_forms(
        kind: RouteKind,
        matter: Matter,
        forms: &[Form],
        path: impl Fn(&Form) -> Option<String>,
    ) -> Self {
        let paths = forms.iter().map(|form| path(form).map(SitePath::new)).collect();
        Self {
            kind,
            matter,
            paths: RoutePaths::InForms(paths),
            cause: None,
            is_listed: true,
            updated: None,
        }
    }

    /// A page that is published in each language alone, at `<language>/<file>.html`.
    pub(crate) fn in_languages(
        kind: RouteKind,
        matter: Matter,
        forms: &[Form],
        file: &str,
    ) -> Self {
        Self::in_forms(kind, matter, forms, |form| {
            (!form.is_parallel()).then(|| format!("{}/{file}.html", form.folder))
        })
    }

    /// A thing that is published once; the sitemap does not list it.
    pub(crate) fn single(kind: RouteKind, matter: Matter, path: impl Into<String>) -> Self {
        let path = RoutePaths::Single(SitePath::new(path.into()));
        Self { kind, matter, paths: path, cause: None, is_listed: false, updated: None }
    }

    /// The same, because of something in the author's files.
    #[must_use]
    pub(crate) fn because_of(mut self, cause: Span) -> Self {
        self.cause = Some(cause);
        self
    }

    /// Its place in a form; nothing where it is not published in that form.
    pub(crate) fn path_in(&self, form: FormId) -> Option<&SitePath> {
        match &self.paths {
            RoutePaths::Single(_) => None,
            RoutePaths::InForms(paths) => paths.get(usize::from(form.0))?.as_ref(),
        }
    }

    /// The forms of the site in which it is published, each with its place there.
    pub(crate) fn forms<'a>(
        &'a self,
        forms: &'a [Form],
    ) -> impl Iterator<Item = (&'a Form, &'a SitePath)> {
        forms.iter().filter_map(|form| Some((form, self.path_in(form.id)?)))
    }

    /// Every place where it is published.
    pub fn all_paths(&self) -> impl Iterator<Item = &SitePath> {
        let (single, in_forms) = match &self.paths {
            RoutePaths::Single(path) => (Some(path), &[][..]),
            RoutePaths::InForms(paths) => (None, &paths[..]),
        };
        single.into_iter().chain(in_forms.iter().flatten())
    }
}

/// Everything that a site publishes, but for what is named after its own content: the style sheet,
/// scripts and files of search below `assets/`.
#[derive(Debug, Clone, Default)]
pub struct Routes {
    all: Vec<Route>,
    by_matter: HashMap<(RouteKind, Matter), usize>,
    /// The first of each kind.
    by_kind: HashMap<RouteKind, usize>,
    /// What a thing of each kind is called.
    names: HashMap<RouteKind, Message>,
}

impl Routes {
    /// The list; where two routes are the same thing, the first is found.
    pub(crate) fn new(all: Vec<Route>, names: HashMap<RouteKind, Message>) -> Self {
        let mut by_matter = HashMap::with_capacity(all.len());
        let mut by_kind = HashMap::new();
        for (number, route) in all.iter().enumerate() {
            by_matter.entry((route.kind, route.matter)).or_insert(number);
            by_kind.entry(route.kind).or_insert(number);
        }
        Self { all, by_matter, by_kind, names }
    }

    /// All routes, in the order of their kinds.
    pub fn iter(&self) -> std::slice::Iter<'_, Route> {
        self.all.iter()
    }

    /// What a thing of a kind is called where it clashes with another one.
    pub(crate) fn name_of(&self, kind: RouteKind) -> Message {
        self.names.get(&kind).cloned().unwrap_or_else(|| message!("route-file"))
    }

    /// The first route of a kind; nothing where the site has none.
    pub(crate) fn first(&self, kind: RouteKind) -> Option<&Route> {
        self.by_kind.get(&kind).map(|number| &self.all[*number])
    }

    /// The route of a thing; nothing where the site does not publish it.
    pub(crate) fn find(&self, kind: RouteKind, matter: Matter) -> Option<&Route> {
        self.by_matter.get(&(kind, matter)).map(|number| &self.all[*number])
    }

    /// Where a thing is published in a form.
    pub(crate) fn path(&self, kind: RouteKind, matter: Matter, form: &Form) -> Option<&SitePath> {
        self.find(kind, matter)?.path_in(form.id)
    }

    /// Where a page that somebody wrote is published in a form.
    pub(crate) fn page_path(&self, page: &Page, form: &Form) -> Option<&SitePath> {
        self.path(page.role.kind(), Matter::Page(page.id), form)
    }

    /// Where the whole of a report is published on one page in a form.
    pub(crate) fn whole_path(&self, report: &Report, form: &Form) -> Option<&SitePath> {
        self.path(RouteKind::WHOLE, Matter::Report(report.id), form)
    }
}

impl<'a> IntoIterator for &'a Routes {
    type Item = &'a Route;
    type IntoIter = std::slice::Iter<'a, Route>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
