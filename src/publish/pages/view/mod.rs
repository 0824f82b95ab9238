//! What a template sees: the theme contract.
//!
//! Every template is rendered with one [`PageView`] and nothing else. A field added here is a
//! promise to every theme, so each one says what it holds and when it is empty. Strings named
//! `html` (and the values of type [`Html`]) are finished markup and not escaped again; all other
//! strings are plain text that Tera escapes.
//!
//! Paths in a view are relative to the page itself and always name a file, so a template writes
//! `<a href="{{ link.href }}">` and the result works from the disk and at any address.

mod glossary;
mod search;
mod statistics;

use std::collections::BTreeMap;
use std::marker::PhantomData;

use serde::{Serialize, Serializer};
use tera::Value;

use crate::model::Language;

pub(crate) use glossary::{
    AvoidedView, ConcordancePlace, ConcordanceReport, GlossaryView, KeywordLine, MemberView,
    TermEntry, TermGroup, TermLine, TermView, UsedWording, WordingView,
};
pub(crate) use search::{SearchReport, SearchView};
pub(crate) use statistics::{
    AttainmentView, ChartView, ColumnView, CoverageView, DataFileView, DataView, ExampleView,
    FigureView, GroupView, HeadlineView, IndexView, IndicatorView, LedgerPart, LedgerRow,
    LedgerView, Link, PassageView, RowView, SentenceView, SubjectView, TallyView,
};

/// Finished HTML, shared between the pages that show it.
pub(crate) type Html = Value;

/// A part of a view that several pages show: serialised once, then handed on.
#[derive(Debug)]
pub(crate) struct SharedView<T>(Value, PhantomData<fn() -> T>);

impl<T: Serialize> SharedView<T> {
    /// Serialises the part.
    pub(crate) fn new(part: &T) -> Self {
        Self(Value::from_serializable(part), PhantomData)
    }
}

impl<T> Clone for SharedView<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl<T> Serialize for SharedView<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// Everything one template may use.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PageView {
    /// Which kind of page this is, as `part`: the kinds are those of `PAGE_KINDS`, each in a file of its
    /// own. The template of the same name renders it.
    pub(crate) kind: &'static str,
    /// The language of the interface of this page; on a side-by-side page, the original's.
    pub(crate) lang: LangView,
    /// The reading form of this page.
    pub(crate) form: FormView,
    /// The way from this page to the site's root: `../../`, or empty at the root.
    pub(crate) root: String,
    /// Plain title of the page, for `<title>` and headings outside the text.
    pub(crate) title: String,
    /// The page's title as it is set, one run for each language the page shows.
    pub(crate) title_runs: Vec<Run>,
    /// One sentence for search engines and feeds; never empty.
    pub(crate) description: String,
    /// Address of this page for others to keep; only where `base_url` is set.
    pub(crate) canonical: Option<String>,
    /// The same matter in other languages, this one included; absolute where `base_url` is set.
    pub(crate) alternates: Vec<Alternate>,
    /// Address of the Atom feed; only where `base_url` is set.
    pub(crate) feed: Option<String>,
    /// JSON-LD of the page, safe inside a `<script>`; empty where no schema.org type fits.
    pub(crate) json_ld: String,
    /// Relative addresses of the style sheet and the script.
    pub(crate) assets: AssetsView,
    /// The site: `title` and `description` by language code, `base_url`, `languages` (as
    /// [`LangView`]), `generator` (`duizhao 0.1.0`).
    pub(crate) site: Value,
    /// The interface strings of [`PageView::lang`], from `strings/<lang>.toml`.
    pub(crate) t: Value,
    /// The interface strings of each language the site has, by language code.
    pub(crate) strings: Value,
    /// The bar at the top of each page.
    pub(crate) nav: Vec<NavLink>,
    /// The same for each language of the form, the first one again: a page that shows two languages is
    /// read by those who know either.
    pub(crate) navs: Vec<NavView>,
    /// 中文, 对照, English: the reading forms of this page. Empty where there is only one.
    pub(crate) forms: Vec<FormLink>,
    /// From the home page to here; the last one is this page and has no address.
    pub(crate) breadcrumbs: Vec<Crumb>,
    /// The report this page belongs to.
    pub(crate) report: Option<SharedView<ReportView>>,
    /// Contents of the whole report with the current part opened; empty outside a report.
    pub(crate) contents: Vec<SharedView<PartEntry>>,
    /// The text of a page, in order. On a cover: the opening words.
    pub(crate) sections: SharedView<Vec<SectionView>>,
    /// Footnotes of the page.
    pub(crate) footnotes: Vec<PairView>,
    /// The page before this one in reading order.
    pub(crate) previous: Option<NeighbourView>,
    /// The page after this one in reading order.
    pub(crate) next: Option<NeighbourView>,
    /// Ways to cite this page, in the order they should be shown; empty outside a report.
    pub(crate) citations: SharedView<Vec<CitationView>>,
    /// The terms that are links in the text of this page, in the order of its language; on `part`,
    /// `report` and `all`.
    pub(crate) terms: Vec<SharedView<TermLine>>,
    /// Relative address of what the terms of the report mean: a classic script that sets
    /// `duizhaoTerms` to an object with, for each id, `count`, and where there is one `pinyin` and
    /// `definition`, HTML by language code. Empty where no term is linked.
    pub(crate) definitions_href: String,
    /// Relative address of the search page; empty where the site has no search.
    pub(crate) search_href: String,
    /// All reports, newest first; on `door`, `home`, `about` and `404`.
    pub(crate) reports: Vec<ReportCard>,
    /// Free values of `[extra]` in `site.toml`.
    pub(crate) extra: BTreeMap<String, Value>,
    /// What only pages of one kind show, each under a key of its own beside those above, as `parts`
    /// ([`PartView`]s) on `all`: `PageKind::keys` of a kind names its own. On pages of other kinds each is
    /// empty.
    #[serde(flatten)]
    pub(crate) body: Body,
}

/// What only pages of one kind show, by key.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Body(BTreeMap<&'static str, Value>);

impl Body {
    /// The keys of all kinds, each with what stands there on a page of another kind.
    pub(super) fn blank(keys: impl IntoIterator<Item = (&'static str, Value)>) -> Self {
        Self(keys.into_iter().collect())
    }

    /// Fills in a key.
    pub(super) fn set(&mut self, key: &'static str, part: &impl Serialize) {
        self.0.insert(key, Value::from_serializable(part));
    }
}

/// A language.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct LangView {
    /// The code used in paths: `zh`.
    pub(crate) code: String,
    /// The language tag for `lang=`: `zh-Hans`.
    pub(crate) tag: String,
    /// The language's own name: `中文`.
    pub(crate) name: String,
    /// The value of `dir`: `rtl`, or nothing where the page need not say it.
    pub(crate) dir: Option<&'static str>,
    /// Whether this is the original language of the site.
    pub(crate) is_original: bool,
}

/// A reading form: one language, or the original beside one translation.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct FormView {
    /// The first folder of the path: `zh`, `zh-en`, `en`; empty at the root.
    pub(crate) id: String,
    /// Whether two languages stand side by side.
    pub(crate) is_parallel: bool,
    /// The languages shown, the original first.
    pub(crate) langs: Vec<LangView>,
}

/// A piece of text in one language.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Run {
    /// Language tag.
    pub(crate) tag: String,
    /// The value of `dir`: `rtl`, or nothing where the text need not say it.
    pub(crate) dir: Option<&'static str>,
    /// Finished markup, set for reading.
    pub(crate) html: Html,
    /// The same as plain text.
    pub(crate) text: String,
}

impl Run {
    /// Words in a language.
    pub(crate) fn in_language(language: &Language, html: Html, text: String) -> Self {
        Self { tag: language.tag.clone(), dir: language.dir(), html, text }
    }
}

/// A version of the page in another language.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Alternate {
    /// Language tag, or `x-default`.
    pub(crate) tag: String,
    /// Address.
    pub(crate) href: String,
}

/// Where the assets of the theme are.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct AssetsView {
    /// The one style sheet.
    pub(crate) css: String,
    /// The one script.
    pub(crate) js: String,
    /// Scripts to be loaded only on use, by the names that `theme.toml` gives them.
    pub(crate) on_use: BTreeMap<String, String>,
}

/// An entry of the bar.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NavLink {
    /// What is shown.
    pub(crate) label: String,
    /// Relative address.
    pub(crate) href: String,
    /// Whether this page lies there.
    pub(crate) is_current: bool,
}

/// The other pages of a language.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NavView {
    /// The language.
    pub(crate) lang: LangView,
    /// Relative address of its home page; empty where it has none.
    pub(crate) home: String,
    /// Relative address of its search page; empty where the site has no search.
    pub(crate) search_href: String,
    /// The entries of the bar.
    pub(crate) links: Vec<NavLink>,
}

/// A link of the mode switch.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct FormLink {
    /// `zh`, `zh-en`, `en`.
    pub(crate) id: String,
    /// 中文, 对照, English.
    pub(crate) label: String,
    /// Language tag of the label.
    pub(crate) tag: String,
    /// Relative address of the same page in that form.
    pub(crate) href: String,
    /// Whether this page is in that form.
    pub(crate) is_current: bool,
}

/// A step of the way from the home page.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Crumb {
    /// Plain title.
    pub(crate) label: String,
    /// Relative address; none for the page itself.
    pub(crate) href: Option<String>,
    /// The same in the other languages of a page that shows several.
    pub(crate) others: Vec<CrumbLink>,
}

/// A crumb in another language of the page.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct CrumbLink {
    /// The language tag.
    pub(crate) tag: String,
    /// Plain title.
    pub(crate) label: String,
    /// Relative address.
    pub(crate) href: String,
}

/// What the front matter of a report says of it, in the languages the page shows.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ReportView {
    /// The folder's name: `jinhua-2018`.
    pub(crate) id: String,
    /// The title, one run for each language shown.
    pub(crate) title: Vec<Run>,
    /// Who issued it, in the interface language, then in the other language shown.
    pub(crate) issuer: Vec<Run>,
    /// Who issued it and when, in words; the day alone where no issuer is named.
    pub(crate) by: Vec<Run>,
    /// What the report is delivered to.
    pub(crate) meeting: Vec<Run>,
    /// Where.
    pub(crate) place: Vec<Run>,
    /// Office and name of the one who delivered it.
    pub(crate) speaker: Vec<Run>,
    /// What kind of document it is: `work-report`, `law`.
    pub(crate) kind: &'static str,
    /// The day by which it is cited, that of delivery or of its first event, as ISO 8601: `2018-03-31`.
    pub(crate) delivered: String,
    /// The same day in words: `2018年3月31日`, `March 31, 2018`, `Adopted June 22, 2017`.
    pub(crate) delivered_text: Vec<Run>,
    /// Its other dated events.
    pub(crate) events: Vec<EventView>,
    /// The line under the title as the report has it, in place of day and meeting; empty in a
    /// language whose cover does not state it.
    pub(crate) occasion: Vec<Run>,
    /// Each language version: what it is and what it is worth.
    pub(crate) versions: Vec<VersionView>,
    /// Where the original text came from.
    pub(crate) source: Option<SourceView>,
    /// How many of its figures are indexed, where not all are or need be.
    pub(crate) coverage: Option<CoverageView>,
    /// Relative address of its ledger; nothing where it claims no figures.
    pub(crate) ledger_href: Option<String>,
    /// Relative address of the cover in this form.
    pub(crate) href: String,
    /// Relative address of the whole report on one page in this form.
    pub(crate) all_href: String,
    /// Number of parts, sections and paragraphs.
    pub(crate) counts: Counts,
    /// How long it is, in words, by the code of the language.
    pub(crate) length: BTreeMap<String, String>,
}

/// A dated event of a document: adopted, in force.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct EventView {
    /// What happened: `in-force`.
    pub(crate) kind: &'static str,
    /// The day as ISO 8601.
    pub(crate) date: String,
    /// Both in words, in the interface language, then in the other language shown.
    pub(crate) text: Vec<Run>,
}

/// How long a report or part is.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub(crate) struct Counts {
    /// Parts (pages).
    pub(crate) parts: usize,
    /// Numbered sections.
    pub(crate) sections: usize,
    /// Paragraphs that have an address.
    pub(crate) paragraphs: usize,
    /// Characters of the original, without blanks.
    pub(crate) characters: usize,
    /// Minutes a reader of the original needs, at 400 Chinese characters or 1,150 Latin letters (some 230 words) a
    /// minute; at least 1.
    pub(crate) minutes: usize,
}

/// One language version of a report.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct VersionView {
    /// Its language.
    pub(crate) lang: LangView,
    /// Key of its status: `original`, `official`, `reviewed`, `unofficial`, `draft`.
    pub(crate) status: String,
    /// The status in words, in the interface language.
    pub(crate) status_text: String,
    /// What it is worth in the publisher's own words, in place of those of the interface; empty where none are
    /// given.
    pub(crate) standing: Vec<Run>,
    /// A sentence by the editors on this version, in the interface language; may be empty.
    pub(crate) note: String,
    /// Whether the numbers of this translation are not compared with those of the original.
    pub(crate) is_unread: bool,
}

/// Provenance of the received text.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SourceView {
    /// What the source is, in the interface language.
    pub(crate) name: String,
    /// File name of the text as received, where the site carries it.
    pub(crate) file: Option<String>,
    /// Relative address of that file, where the site carries it.
    pub(crate) href: Option<String>,
    /// SHA-256 of the received file, 64 hexadecimal digits.
    pub(crate) sha256: String,
    /// Length in bytes; 0 where the site does not carry the file.
    pub(crate) bytes: usize,
    /// Repairs of the received text; empty elsewhere than on the about page.
    pub(crate) errata: Vec<ErratumView>,
    /// How many repairs there are.
    pub(crate) errata_count: usize,
}

/// One departure from the text as received, or one doubt about it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ErratumView {
    /// `repair` (changed) or `doubt` (kept as received, but noted).
    pub(crate) kind: &'static str,
    /// The paragraph as shown, `1.5 ¶7`; empty for a repair made all through the text.
    pub(crate) place: String,
    /// Relative address of the paragraph.
    pub(crate) href: Option<String>,
    /// The text as received. What Markdown says with signs (a heading, a new paragraph, a page break,
    /// a lone blank) is named in the interface language.
    pub(crate) was: Value,
    /// The text here; for a doubt, what it perhaps should be.
    pub(crate) is: Value,
    /// Why, in the interface language.
    pub(crate) why: Run,
    /// How often the same repair was made.
    pub(crate) times: usize,
}

/// A part in the contents of a report.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PartEntry {
    /// `1`; empty for a page without a number.
    pub(crate) number: String,
    /// Relative address in this form.
    pub(crate) href: String,
    /// The title, one run for each language shown.
    pub(crate) title: Vec<Run>,
    /// Whether it is the page itself.
    pub(crate) is_current: bool,
    /// Its sections; only opened for the current part, on a cover and on `all`.
    pub(crate) sections: Vec<SectionEntry>,
    /// Paragraphs in the part.
    pub(crate) paragraphs: usize,
}

/// A section in the contents.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SectionEntry {
    /// `1.2`.
    pub(crate) number: String,
    /// Relative address, `#s1.2` on the page itself.
    pub(crate) href: String,
    /// The heading, one run for each language shown.
    pub(crate) title: Vec<Run>,
    /// Paragraphs in the section.
    pub(crate) paragraphs: usize,
}

/// A part with its text, on the page that holds the whole report.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PartView {
    /// `s1`, the part's anchor on this page.
    pub(crate) id: String,
    /// `1`.
    pub(crate) number: String,
    /// Title, one run for each language shown.
    pub(crate) title: Vec<Run>,
    /// Relative address of the part's own page in this form.
    pub(crate) href: String,
    /// Its text; headings lie one level deeper than on the part's own page.
    pub(crate) sections: SharedView<Vec<SectionView>>,
    /// Its footnotes.
    pub(crate) footnotes: Vec<PairView>,
}

/// A section: a heading and the pairs under it. The first one of a page may have no heading.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SectionView {
    /// `s1.2`; empty for the text before the first heading.
    pub(crate) id: String,
    /// `1.2`; empty likewise.
    pub(crate) number: String,
    /// Level of the heading on the part's own page: 2 to 6; 0 without a heading.
    pub(crate) level: u8,
    /// The heading, one run for each language shown; empty without a heading.
    pub(crate) title: Vec<Run>,
    /// Ids that were given up and lead to the heading now.
    pub(crate) aliases: Vec<String>,
    /// What stands under the heading up to the next one.
    pub(crate) pairs: Vec<PairView>,
}

/// A block and its counterpart.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct PairView {
    /// `s1.2-p3`; empty for a page break of the original, and for what a translation adds.
    pub(crate) id: String,
    /// What comes before the number in the address as shown, `1.2 ¶`.
    pub(crate) prefix: String,
    /// Number of the block in its section, `3`; `3a` if it was inserted later; `3–4` for a row that
    /// renders several blocks together.
    pub(crate) number: String,
    /// `block`, or `break` where a page of the original ends (then `cells` is empty).
    pub(crate) kind: &'static str,
    /// Ids that were given up and lead here now, and those of further paragraphs of the row where the
    /// original is not shown.
    pub(crate) aliases: Vec<String>,
    /// One cell for each language shown, in the order of the form.
    pub(crate) cells: Vec<CellView>,
}

/// One side of a pair.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct CellView {
    /// Language tag.
    pub(crate) tag: String,
    /// `ok`, `missing` where the translation has no such block yet (then `html` is empty), or
    /// `stale` where the original changed after it was translated.
    pub(crate) state: &'static str,
    /// Finished markup: one block element such as `<p lang="zh-Hans">…</p>`.
    pub(crate) html: Html,
    /// What a reader should know of it, in its own language; empty where it is `ok`.
    pub(crate) note: String,
}

/// The page before or after.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NeighbourView {
    /// Relative address in the same form.
    pub(crate) href: String,
    /// Title, one run for each language shown.
    pub(crate) title: Vec<Run>,
}

/// One way to cite the page.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct CitationView {
    /// `gb7714`, `apa`, `bibtex`, `csl-json`.
    pub(crate) style: &'static str,
    /// The name of the style: `GB/T 7714—2025`.
    pub(crate) label: &'static str,
    /// The citation, plain text; several lines for the data formats.
    pub(crate) text: String,
    /// The same for one paragraph, with `{id}` and `{address}` to be replaced; empty for the
    /// data formats.
    pub(crate) paragraph: String,
    /// Language tag of the citation.
    pub(crate) tag: String,
}

/// A report in a list of reports.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ReportCard {
    /// The folder's name.
    pub(crate) id: String,
    /// Title in each language of the site.
    pub(crate) title: Vec<Run>,
    /// Issuer in each language of the site.
    pub(crate) issuer: Vec<Run>,
    /// `2018-03-31`.
    pub(crate) delivered: String,
    /// In words, in each language of the site.
    pub(crate) delivered_text: Vec<Run>,
    /// The cover in each reading form.
    pub(crate) forms: Vec<FormLink>,
    /// Full metadata with errata; on `about` only.
    pub(crate) report: Option<ReportView>,
    /// Lengths.
    pub(crate) counts: Counts,
    /// How long it is, in words, by the code of the language.
    pub(crate) length: BTreeMap<String, String>,
}
