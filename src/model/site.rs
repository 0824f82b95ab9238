//! All documents, resolved.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{
    Anchors, ConceptId, Document, Erratum, Free, Glossary, LangId, LangMap, Languages, LinkedTerm,
    LocalAddress, Lock, Place, ReceivedText, ReportMeta, RouteKind, Routes, SentenceLink, SitePath,
    Statistics, UnconfirmedKind, Waiver, WithheldPage,
};

/// A page, by its place in [`Site::pages`]. Given after sorting; never written to disk.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId(pub u32);

/// A report, by its place in [`Site::reports`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReportId(pub(crate) u32);

/// A reading form, by its place in [`Site::forms`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct FormId(pub(crate) u8);

/// Everything that is published, resolved and immutable.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own in site.toml")]
pub struct Site {
    /// Its name in each language.
    pub(crate) title: LangMap,
    /// What it is, in each language.
    pub(crate) description: LangMap,
    /// Where it will be published, with `/` at the end; only for what must be absolute.
    pub(crate) base_url: Option<String>,
    /// Whether an Atom feed is published, where there is a `base_url`.
    pub(crate) has_feed: bool,
    /// Whether a sitemap is published, where there is a `base_url`.
    pub(crate) has_sitemap: bool,
    /// Whether `robots.txt` is published.
    pub(crate) has_robots: bool,
    /// Whether it can be searched.
    pub(crate) has_search: bool,
    /// Its languages.
    pub languages: Languages,
    /// Its reading forms: each language, and the original beside each translation.
    pub(crate) forms: Vec<Form>,
    /// All pages: home, then plain pages, then the reports with their parts in reading order.
    pub pages: Vec<Page>,
    /// All reports, newest first.
    pub(crate) reports: Vec<Report>,
    /// Drafts that are not published.
    pub(crate) withheld: Vec<WithheldPage>,
    /// Files beside the pages, copied as they are.
    pub(crate) assets: Vec<Asset>,
    /// What is counted and measured.
    pub(crate) statistics: Statistics,
    /// The terms.
    pub glossary: Glossary,
    /// Everything it publishes, and where.
    pub routes: Routes,
    /// What was confirmed; nothing where the site does not ask for it.
    pub lock: Option<Lock>,
    /// Free values for themes.
    pub(crate) extra: BTreeMap<String, Free>,
}

impl Site {
    /// The page with this number.
    pub(crate) fn page(&self, id: PageId) -> &Page {
        &self.pages[id.0 as usize]
    }

    /// The report with this number.
    pub(crate) fn report(&self, id: ReportId) -> &Report {
        &self.reports[id.0 as usize]
    }

    /// The form that shows only this language.
    ///
    /// # Panics
    /// If the language is not one of this site.
    pub(crate) fn form_of(&self, lang: LangId) -> &Form {
        self.forms
            .iter()
            .find(|form| form.langs == [lang])
            .expect("each language has a form of its own")
    }

    /// The id of a page's report, and the page's file in it without language and ending; nothing
    /// for a page outside reports.
    pub(crate) fn name_in_report<'a>(&'a self, page: &'a Page) -> Option<(&'a str, &'a str)> {
        let report = &*self.report(page.report?).key;
        let inside = page.key.strip_prefix(report).and_then(|rest| rest.strip_prefix('/'));
        Some((report, inside.unwrap_or("_index")))
    }

    /// Whether a page of a report is meant by what was typed: `1-review`, `annual-2026/1-review`.
    pub(crate) fn is_called(&self, page: &Page, typed: &str) -> bool {
        let Some((report, name)) = self.name_in_report(page) else { return false };
        let is_whole = typed.strip_prefix(report).and_then(|rest| rest.strip_prefix('/'));
        typed == name || typed == page.key || is_whole == Some(name)
    }

    /// The form that shows most languages: side by side where the site has it.
    pub(crate) fn widest_form(&self) -> &Form {
        self.forms.iter().find(|form| form.is_parallel()).unwrap_or(&self.forms[0])
    }

    /// Whether a report claims a figure.
    pub(crate) fn has_figures(&self) -> bool {
        !self.statistics.observations.is_empty()
    }

    /// Whether there are terms.
    pub(crate) fn has_terms(&self) -> bool {
        !self.glossary.concepts.is_empty()
    }

    /// Whether a text of a report stands beside a translation.
    pub(crate) fn has_pairs(&self) -> bool {
        self.languages.len() > 1
            && self.pages.iter().any(|page| {
                page.report.is_some() && page.sides.iter().filter(|side| side.is_some()).count() > 1
            })
    }

    /// The forms in which an authored page is published: a report's pages in all, others in one
    /// language.
    pub(crate) fn forms_of(&self, page: &Page) -> impl Iterator<Item = &Form> {
        let is_in_report = page.report.is_some();
        self.forms.iter().filter(move |form| is_in_report || !form.is_parallel())
    }
}

/// A way to read: one language, or the original beside a translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Form {
    /// Its number.
    pub(crate) id: FormId,
    /// The first folder of its pages: `zh`, `zh-en`, `en`.
    pub(crate) folder: String,
    /// The languages shown, the original first.
    pub(crate) langs: Vec<LangId>,
}

impl Form {
    /// Whether two languages stand side by side.
    pub(crate) fn is_parallel(&self) -> bool {
        self.langs.len() > 1
    }

    /// The language of the interface in this form.
    pub(crate) fn lang(&self) -> LangId {
        self.langs[0]
    }
}

/// What a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PageRole {
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
    /// The kind of its route: what themes and data call it.
    pub(crate) fn kind(self) -> RouteKind {
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
    pub(crate) role: PageRole,
    /// Whether somebody wrote it; a home or about page that is not there is filled by the theme.
    pub(crate) is_authored: bool,
    /// Whether it stands for its folder (`_index`), so that its links start inside it.
    pub(crate) is_folder: bool,
    /// The report it belongs to.
    pub report: Option<ReportId>,
    /// Its number in the report, `[1]`; a cover has `[0]`, a plain page none.
    pub(crate) number: Vec<u32>,
    /// One side for each language of the site; nothing where the translation is missing.
    pub(crate) sides: Vec<Option<Side>>,
    /// Blocks of the original, each with its counterparts, in order.
    pub pairs: Vec<Pair>,
    /// For each pair and language, which sentences answer each other.
    pub(crate) sentence_links: Vec<Vec<Vec<SentenceLink>>>,
    /// Footnotes of the original, each with its counterparts, in the order in which the original
    /// mentions them.
    pub(crate) footnotes: Vec<FootnoteRow>,
    /// Addresses that were given up and still lead somewhere.
    pub(crate) aliases: Vec<Alias>,
    /// Its ids, to be looked up.
    pub(crate) anchors: Anchors,
    /// What still stands in the language of the original: for a place and a language its parts
    /// ([`Page::parts`]) that do.
    pub(crate) untranslated: BTreeMap<(Place, LangId), Vec<usize>>,
    /// Where a translation is not as it was confirmed; empty where nobody asks.
    pub(crate) unconfirmed: BTreeMap<(Place, LangId), UnconfirmedKind>,
}

impl Page {
    /// The original.
    ///
    /// # Panics
    /// Never: `resolve` makes no page without its original.
    pub fn original(&self) -> &Side {
        self.side(LangId::ORIGINAL).expect("`resolve` makes no page without its original")
    }

    /// The numbers of the footnotes of a document of this page, in its own order. What the
    /// original lacks, which is an error, goes on after the others.
    pub(crate) fn footnote_numbers(&self, lang: LangId) -> Vec<u32> {
        let count = self.side(lang).map_or(0, |side| side.document.footnotes.len());
        let mut numbers = vec![None; count];
        for row in &self.footnotes {
            if let Some(note) = row.notes[lang.index()] {
                numbers[note] = Some(row.number);
            }
        }
        let mut next = self.footnotes.last().map_or(0, |row| row.number);
        let mut further = || {
            next += 1;
            next
        };
        numbers.into_iter().map(|number| number.unwrap_or_else(&mut further)).collect()
    }

    /// The id that the author gave to the heading of a pair: one for all languages. Only one of them
    /// need state it; where they differ, which is an error, the original's counts.
    pub(crate) fn own_id(&self, pair: usize) -> Option<&str> {
        let mut sides = self.sides.iter().flatten();
        sides.find_map(|side| self.first_block(pair, side.document.lang)?.content.heading_id())
    }

    /// Whether a part of a place still stands in the language of the original.
    pub(crate) fn is_untranslated(&self, place: Place, lang: LangId) -> bool {
        self.untranslated.contains_key(&(place, lang))
    }

    /// The side in this language.
    pub fn side(&self, lang: LangId) -> Option<&Side> {
        self.sides.get(lang.index()).and_then(Option::as_ref)
    }
}

/// A footnote of the original with its counterparts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FootnoteRow {
    /// The number that readers see, the same in every language. It goes on over the pages of a
    /// report.
    pub(crate) number: u32,
    /// For each language, its place in [`Document::footnotes`]; nothing where it has none.
    pub(crate) notes: Vec<Option<usize>>,
}

/// A page's document in one language, with what its references lead to.
#[derive(Debug, Clone)]
pub struct Side {
    /// The document.
    pub document: Arc<Document>,
    /// Where each reference of the document leads, in the same order.
    pub(crate) targets: Vec<Target>,
    /// Terms that are links, in text order, none overlapping.
    pub(crate) terms: Vec<LinkedTerm>,
}

/// A block of the original and its counterparts; or blocks that a translation adds, without one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// Its address; nothing for a page break of the original. Its section is always the one that
    /// is counted; its number may be older than the order of the blocks.
    pub address: Option<LocalAddress>,
    /// For each language, the numbers of its blocks among the document's blocks: one of the original, or
    /// none where a translation adds something; see [`Page::blocks`].
    pub(crate) blocks: Vec<Vec<usize>>,
    /// The translations that render it together with the pair before.
    pub(crate) is_joined: Vec<LangId>,
    /// The translations that state that they leave it out.
    pub(crate) is_left_out: Vec<LangId>,
}

/// An address that was given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Alias {
    /// Its id, which is still a place of the page.
    pub(crate) id: String,
    /// The pair it leads to, by its place in [`Page::pairs`].
    pub(crate) pair: usize,
}

/// Where a reference leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
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
pub(crate) struct Report {
    /// Its number.
    pub(crate) id: ReportId,
    /// The folder's name: `jinhua-2018`.
    pub(crate) key: String,
    /// The cover.
    pub(crate) cover: PageId,
    /// The parts in reading order.
    pub(crate) parts: Vec<PageId>,
    /// What the cover says, for each language.
    pub(crate) meta: Vec<Option<ReportMeta>>,
    /// The text as received, where the site carries it.
    pub(crate) received: Option<ReceivedText>,
    /// Departures from the received text.
    pub(crate) errata: Vec<Erratum>,
    /// Whether some of them could not be read.
    pub(crate) has_faulty_errata: bool,
    /// Findings that are no faults.
    pub(crate) waivers: Vec<Waiver>,
}

impl Report {
    /// What the original's cover says.
    ///
    /// # Panics
    /// Never: `resolve` makes no report without its original.
    pub(crate) fn original_meta(&self) -> &ReportMeta {
        self.meta[0].as_ref().expect("`resolve` makes no report without its original")
    }

    /// What the cover in this language says, where there is one.
    pub(crate) fn stated(&self, lang: LangId) -> Option<&ReportMeta> {
        self.meta[lang.index()].as_ref()
    }

    /// What the cover in this language says, or the original's where there is none.
    pub(crate) fn meta(&self, lang: LangId) -> &ReportMeta {
        self.meta[lang.index()].as_ref().unwrap_or_else(|| self.original_meta())
    }

    /// The place of one of its pages in reading order: 0 for the cover, 1 for the first part.
    ///
    /// Known at once, because the pages of a report follow one another in [`Site::pages`].
    pub(crate) fn place(&self, page: PageId) -> usize {
        page.0.saturating_sub(self.cover.0) as usize
    }

    /// Cover and parts in reading order.
    pub(crate) fn pages(&self) -> impl Iterator<Item = PageId> + '_ {
        std::iter::once(self.cover).chain(self.parts.iter().copied())
    }
}

/// A file that is published as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Asset {
    /// Where it is published.
    pub(crate) path: SitePath,
    /// Its path from the site's root, to be read from.
    pub(crate) source: String,
}

impl Asset {
    /// The folder of the finished site that holds files from beside the pages.
    pub(crate) const FOLDER: &str = "files";

    /// Where a file of the content folder is published.
    pub(crate) fn path_of(file: &str) -> SitePath {
        SitePath::new(format!("{}/{file}", Self::FOLDER))
    }
}
