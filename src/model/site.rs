//! All documents, resolved.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{
    Anchors, ConceptId, Document, Erratum, Free, Glossary, LangId, LangMap, Languages, LinkedTerm,
    LocalAddress, Lock, Place, ReceivedText, ReportMeta, RouteKind, Routes, SitePath, Statistics,
    UnconfirmedKind, Waiver,
};

/// A page, by its place in [`Site::pages`]. Given after sorting; never written to disk.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId(pub u32);

/// A report, by its place in [`Site::reports`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReportId(pub u32);

/// A reading form, by its place in [`Site::forms`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FormId(pub u8);

/// Everything that is published, resolved and immutable.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own in site.toml")]
pub struct Site {
    /// Its name in each language.
    pub title: LangMap,
    /// What it is, in each language.
    pub description: LangMap,
    /// Where it will be published, with `/` at the end; only for what must be absolute.
    pub base_url: Option<String>,
    /// Whether an Atom feed is published, where there is a `base_url`.
    pub has_feed: bool,
    /// Whether a sitemap is published, where there is a `base_url`.
    pub has_sitemap: bool,
    /// Whether `robots.txt` is published.
    pub has_robots: bool,
    /// Whether it can be searched.
    pub has_search: bool,
    /// Its languages.
    pub languages: Languages,
    /// Its reading forms: each language, and the original beside each translation.
    pub forms: Vec<Form>,
    /// All pages: home, then plain pages, then the reports with their parts in reading order.
    pub pages: Vec<Page>,
    /// All reports, newest first.
    pub reports: Vec<Report>,
    /// Files beside the pages, copied as they are.
    pub assets: Vec<Asset>,
    /// What is counted and measured.
    pub statistics: Statistics,
    /// The terms.
    pub glossary: Glossary,
    /// Everything it publishes, and where.
    pub routes: Routes,
    /// What was confirmed; nothing where the site does not ask for it.
    pub lock: Option<Lock>,
    /// Free values for themes.
    pub extra: BTreeMap<String, Free>,
}

impl Site {
    /// The page with this number.
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.0 as usize]
    }

    /// The report with this number.
    pub fn report(&self, id: ReportId) -> &Report {
        &self.reports[id.0 as usize]
    }

    /// The form with this number.
    pub fn form(&self, id: FormId) -> &Form {
        &self.forms[usize::from(id.0)]
    }

    /// The form that shows only this language.
    ///
    /// # Panics
    /// If the language is not one of this site.
    pub fn form_of(&self, lang: LangId) -> &Form {
        self.forms
            .iter()
            .find(|form| form.langs == [lang])
            .expect("each language has a form of its own")
    }

    /// The id of a page's report, and the page's file in it without language and ending; nothing
    /// for a page outside reports.
    pub fn name_in_report<'a>(&'a self, page: &'a Page) -> Option<(&'a str, &'a str)> {
        let report = &*self.report(page.report?).key;
        let inside = page.key.strip_prefix(report).and_then(|rest| rest.strip_prefix('/'));
        Some((report, inside.unwrap_or("_index")))
    }

    /// Whether a page of a report is meant by what was typed: `1-review`, `annual-2026/1-review`.
    pub fn is_called(&self, page: &Page, typed: &str) -> bool {
        let Some((report, name)) = self.name_in_report(page) else { return false };
        let is_whole = typed.strip_prefix(report).and_then(|rest| rest.strip_prefix('/'));
        typed == name || typed == page.key || is_whole == Some(name)
    }

    /// The forms that show one language.
    pub fn single_forms(&self) -> impl Iterator<Item = &Form> {
        self.forms.iter().filter(|form| !form.is_parallel())
    }

    /// The form that shows most languages: side by side where the site has it.
    pub fn widest_form(&self) -> &Form {
        self.forms.iter().find(|form| form.is_parallel()).unwrap_or(&self.forms[0])
    }

    /// Whether a report claims a figure.
    pub fn has_figures(&self) -> bool {
        !self.statistics.observations.is_empty()
    }

    /// Whether there are terms.
    pub fn has_terms(&self) -> bool {
        !self.glossary.concepts.is_empty()
    }

    /// Whether a text of a report stands beside a translation.
    pub fn has_pairs(&self) -> bool {
        self.languages.len() > 1
            && self.pages.iter().any(|page| {
                page.report.is_some() && page.sides.iter().filter(|side| side.is_some()).count() > 1
            })
    }

    /// The forms in which an authored page is published: a report's pages in all, others in one
    /// language.
    pub fn forms_of(&self, page: &Page) -> impl Iterator<Item = &Form> {
        let is_in_report = page.report.is_some();
        self.forms.iter().filter(move |form| is_in_report || !form.is_parallel())
    }
}

/// A way to read: one language, or the original beside a translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Its number.
    pub id: FormId,
    /// The first folder of its pages: `zh`, `zh-en`, `en`.
    pub folder: String,
    /// The languages shown, the original first.
    pub langs: Vec<LangId>,
}

impl Form {
    /// Whether two languages stand side by side.
    pub fn is_parallel(&self) -> bool {
        self.langs.len() > 1
    }

    /// The language of the interface in this form.
    pub fn lang(&self) -> LangId {
        self.langs[0]
    }
}

/// What a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageRole {
    /// `_index` of the content folder.
    Home,
    /// `_index` of a report: cover and opening words.
    Report,
    /// A part of a report.
    Part,
    /// `about`: method, provenance, errata.
    About,
    /// Any other page.
    Plain,
}

impl PageRole {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Home, Self::Report, Self::Part, Self::About, Self::Plain];

    /// The kind of its route: what themes and data call it.
    pub fn kind(self) -> RouteKind {
        RouteKind(match self {
            Self::Home => "home",
            Self::Report => "report",
            Self::Part => "part",
            Self::About => "about",
            Self::Plain => "page",
        })
    }
}

/// One page: the same matter in all languages.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its number.
    pub id: PageId,
    /// The path of its files without language and ending: `jinhua-2018/1-review`.
    pub key: String,
    /// What it is.
    pub role: PageRole,
    /// Whether somebody wrote it; a home or about page that is not there is filled by the theme.
    pub is_authored: bool,
    /// Whether it stands for its folder (`_index`), so that its links start inside it.
    pub is_folder: bool,
    /// The report it belongs to.
    pub report: Option<ReportId>,
    /// Its number in the report, `[1]`; a cover has `[0]`, a plain page none.
    pub number: Vec<u32>,
    /// One side for each language of the site; nothing where the translation is missing.
    pub sides: Vec<Option<Side>>,
    /// Blocks of the original, each with its counterparts, in order.
    pub pairs: Vec<Pair>,
    /// Footnotes likewise: for each one of the original, its number in each language.
    pub footnotes: Vec<Vec<Option<usize>>>,
    /// Addresses that were given up and still lead somewhere.
    pub aliases: Vec<Alias>,
    /// Its ids, to be looked up.
    pub anchors: Anchors,
    /// Where a translation is not as it was confirmed; empty where nobody asks.
    pub unconfirmed: BTreeMap<(Place, LangId), UnconfirmedKind>,
}

impl Page {
    /// The original.
    ///
    /// # Panics
    /// Never: `resolve` makes no page without its original.
    pub fn original(&self) -> &Side {
        self.side(LangId::ORIGINAL).expect("`resolve` makes no page without its original")
    }

    /// The side in this language.
    pub fn side(&self, lang: LangId) -> Option<&Side> {
        self.sides.get(lang.index()).and_then(Option::as_ref)
    }
}

/// A page's document in one language, with what its references lead to.
#[derive(Debug, Clone)]
pub struct Side {
    /// The document.
    pub document: Arc<Document>,
    /// Where each reference of the document leads, in the same order.
    pub targets: Vec<Target>,
    /// Terms that are links, in text order, none overlapping.
    pub terms: Vec<LinkedTerm>,
}

/// A block of the original and its counterparts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// Its address; nothing for a page break of the original. Its section is always the one that
    /// is counted; its number may be older than the order of the blocks.
    pub address: Option<LocalAddress>,
    /// For each language, the number of the block among the document's blocks.
    pub blocks: Vec<Option<usize>>,
}

/// An address that was given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// Its id, which is still a place of the page.
    pub id: String,
    /// The pair it leads to, by its place in [`Page::pairs`].
    pub pair: usize,
}

/// Where a reference leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A page of the site.
    Page {
        /// The page.
        page: PageId,
        /// The id in it; empty for its beginning.
        anchor: String,
        /// The address as shown, for links without words of their own; empty for a page.
        shown: String,
    },
    /// A term of the glossary.
    Term(ConceptId),
    /// A file of the site.
    Asset(SitePath),
    /// An address outside.
    External(String),
    /// Nowhere; reported.
    Broken,
}

/// A report: its cover, its parts, its provenance.
#[derive(Debug, Clone)]
pub struct Report {
    /// Its number.
    pub id: ReportId,
    /// The folder's name: `jinhua-2018`.
    pub key: String,
    /// The cover.
    pub cover: PageId,
    /// The parts in reading order.
    pub parts: Vec<PageId>,
    /// What the cover says, for each language.
    pub meta: Vec<Option<ReportMeta>>,
    /// The text as received, where the site carries it.
    pub received: Option<ReceivedText>,
    /// Departures from the received text.
    pub errata: Vec<Erratum>,
    /// Whether some of them could not be read.
    pub has_faulty_errata: bool,
    /// Findings that are no faults.
    pub waivers: Vec<Waiver>,
}

impl Report {
    /// What the original's cover says.
    ///
    /// # Panics
    /// Never: `resolve` makes no report without its original.
    pub fn original_meta(&self) -> &ReportMeta {
        self.meta[0].as_ref().expect("`resolve` makes no report without its original")
    }

    /// What the cover in this language says, or the original's where there is none.
    pub fn meta(&self, lang: LangId) -> &ReportMeta {
        self.meta[lang.index()].as_ref().unwrap_or_else(|| self.original_meta())
    }

    /// The place of one of its pages in reading order: 0 for the cover, 1 for the first part.
    ///
    /// Known at once, because the pages of a report follow one another in [`Site::pages`].
    pub fn place(&self, page: PageId) -> usize {
        page.0.saturating_sub(self.cover.0) as usize
    }

    /// Cover and parts in reading order.
    pub fn pages(&self) -> impl Iterator<Item = PageId> + '_ {
        std::iter::once(self.cover).chain(self.parts.iter().copied())
    }
}

/// A file that is published as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Where it is published.
    pub path: SitePath,
    /// Its path from the site's root, to be read from.
    pub source: String,
}
