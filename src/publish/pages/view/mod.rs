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

pub(crate) use glossary::{
    AvoidedView, ConcordancePlace, ConcordanceReport, GlossaryView, KeywordLine, MemberView,
    TermEntry, TermGroup, TermView, UsedWording, WordingView,
};
pub(crate) use search::{SearchReport, SearchView};
pub(crate) use statistics::{
    AttainmentView, ChartView, ColumnView, DataFileView, DataView, ExampleView, FigureView,
    GroupView, IndexView, IndicatorView, LedgerPart, LedgerRow, LedgerView, Link, PassageView,
    RowView, SentenceView, SubjectView, TallyView,
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
    /// Which kind of page this is: `door`, `home`, `report` (a cover), `part`, `all`, `about`,
    /// `page`, `404`, `indicators`, `indicator`, `topics`, `topic`, `places`, `place`, `ledger`,
    /// `data`, `glossary`, `term` or `search`. The template of the same name renders it.
    pub kind: &'static str,
    /// The language of the interface of this page; on a side-by-side page, the original's.
    pub lang: LangView,
    /// The reading form of this page.
    pub form: FormView,
    /// The way from this page to the site's root: `../../`, or empty at the root.
    pub root: String,
    /// Plain title of the page, for `<title>` and headings outside the text.
    pub title: String,
    /// The page's title as it is set, one run for each language the page shows.
    pub title_runs: Vec<Run>,
    /// One sentence for search engines and feeds; never empty.
    pub description: String,
    /// Address of this page for others to keep; only where `base_url` is set.
    pub canonical: Option<String>,
    /// The same matter in other languages, this one included; absolute where `base_url` is set.
    pub alternates: Vec<Alternate>,
    /// Address of the Atom feed; only where `base_url` is set.
    pub feed: Option<String>,
    /// JSON-LD of the page, safe inside a `<script>`; empty where no schema.org type fits.
    pub json_ld: String,
    /// Relative addresses of the style sheet and the script.
    pub assets: AssetsView,
    /// The site: `title` and `description` by language code, `base_url`, `languages` (as
    /// [`LangView`]), `generator` (`duizhao 0.1.0`).
    pub site: Value,
    /// The interface strings of [`PageView::lang`], from `strings/<lang>.toml`.
    pub t: Value,
    /// The interface strings of each language the site has, by language code.
    pub strings: Value,
    /// The bar at the top of each page.
    pub nav: Vec<NavLink>,
    /// 中文, 对照, English: the reading forms of this page. Empty where there is only one.
    pub forms: Vec<FormLink>,
    /// From the home page to here; the last one is this page and has no address.
    pub breadcrumbs: Vec<Crumb>,
    /// The report this page belongs to.
    pub report: Option<SharedView<ReportView>>,
    /// Contents of the whole report with the current part opened; empty outside a report.
    pub contents: Vec<SharedView<PartEntry>>,
    /// The text of a page, in order. On a cover: the opening words.
    pub sections: SharedView<Vec<SectionView>>,
    /// Footnotes of the page.
    pub footnotes: Vec<PairView>,
    /// The page before this one in reading order.
    pub previous: Option<NeighbourView>,
    /// The page after this one in reading order.
    pub next: Option<NeighbourView>,
    /// Ways to cite this page, in the order they should be shown; empty outside a report.
    pub citations: SharedView<Vec<CitationView>>,
    /// The terms that are links in the text of this page, in the order of its language; on `part`,
    /// `report` and `all`. The only source of what is shown of a term where it stands.
    pub terms: Vec<SharedView<TermEntry>>,
    /// Relative address of the search page; empty where the site has no search.
    pub search_href: String,
    /// All reports, newest first; on `door`, `home`, `about` and `404`.
    pub reports: Vec<ReportCard>,
    /// Free values of `[extra]` in `site.toml`.
    pub extra: BTreeMap<String, Value>,
    /// What only pages of one kind show, each under a key of its own beside those above: `parts`
    /// ([`PartView`]s, on `all`), `headline` ([`FigureView`]s), `indicators_href` and `ledger_href`
    /// (on `report`), `index` ([`IndexView`], on `indicators`), `indicator` ([`IndicatorView`]),
    /// `subjects` ([`Link`]s, on `topics` and `places`), `subject` ([`SubjectView`], on `topic` and
    /// `place`), `ledger` ([`LedgerView`]), `data` ([`DataView`]), `glossary` ([`GlossaryView`]),
    /// `term` ([`TermView`]) and `search` ([`SearchView`]). On pages of other kinds each is empty.
    #[serde(flatten)]
    pub body: Body,
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
    pub code: String,
    /// The language tag for `lang=`: `zh-Hans`.
    pub tag: String,
    /// The language's own name: `中文`.
    pub name: String,
    /// Whether this is the original language of the site.
    pub is_original: bool,
}

/// A reading form: one language, or the original beside one translation.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct FormView {
    /// The first folder of the path: `zh`, `zh-en`, `en`; empty at the root.
    pub id: String,
    /// Whether two languages stand side by side.
    pub is_parallel: bool,
    /// The languages shown, the original first.
    pub langs: Vec<LangView>,
}

/// A piece of text in one language.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Run {
    /// Language tag.
    pub tag: String,
    /// Finished markup, set for reading.
    pub html: Html,
    /// The same as plain text.
    pub text: String,
}

/// A version of the page in another language.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Alternate {
    /// Language tag, or `x-default`.
    pub tag: String,
    /// Address.
    pub href: String,
}

/// Where the assets of the theme are.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct AssetsView {
    /// The one style sheet.
    pub css: String,
    /// The one script.
    pub js: String,
    /// Scripts to be loaded only on use, by the names that `theme.toml` gives them.
    pub on_use: BTreeMap<String, String>,
}

/// An entry of the bar.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NavLink {
    /// What is shown.
    pub label: String,
    /// Relative address.
    pub href: String,
    /// Whether this page lies there.
    pub is_current: bool,
}

/// A link of the mode switch.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct FormLink {
    /// `zh`, `zh-en`, `en`.
    pub id: String,
    /// 中文, 对照, English.
    pub label: String,
    /// Language tag of the label.
    pub tag: String,
    /// Relative address of the same page in that form.
    pub href: String,
    /// Whether this page is in that form.
    pub is_current: bool,
}

/// A step of the way from the home page.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Crumb {
    /// Plain title.
    pub label: String,
    /// Relative address; none for the page itself.
    pub href: Option<String>,
}

/// What the front matter of a report says of it, in the languages the page shows.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ReportView {
    /// The folder's name: `jinhua-2018`.
    pub id: String,
    /// The title, one run for each language shown.
    pub title: Vec<Run>,
    /// Who issued it, in the interface language, then in the other language shown.
    pub issuer: Vec<Run>,
    /// What the report is delivered to.
    pub meeting: Vec<Run>,
    /// Where.
    pub place: Vec<Run>,
    /// Office and name of the one who delivered it.
    pub speaker: Vec<Run>,
    /// Day of delivery as ISO 8601: `2018-03-31`.
    pub delivered: String,
    /// The same day in words: `2018年3月31日`, `March 31, 2018`.
    pub delivered_text: Vec<Run>,
    /// Each language version: what it is and what it is worth.
    pub versions: Vec<VersionView>,
    /// Where the original text came from.
    pub source: Option<SourceView>,
    /// Relative address of the cover in this form.
    pub href: String,
    /// Relative address of the whole report on one page in this form.
    pub all_href: String,
    /// Number of parts, sections and paragraphs.
    pub counts: Counts,
}

/// How long a report or part is.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub(crate) struct Counts {
    /// Parts (pages).
    pub parts: usize,
    /// Numbered sections.
    pub sections: usize,
    /// Paragraphs that have an address.
    pub paragraphs: usize,
    /// Characters of the original, without blanks.
    pub characters: usize,
    /// Minutes a reader of the original needs, at 400 characters a minute; at least 1.
    pub minutes: usize,
}

/// One language version of a report.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct VersionView {
    /// Its language.
    pub lang: LangView,
    /// Key of its status: `original`, `official`, `reviewed`, `unofficial`, `draft`.
    pub status: String,
    /// The status in words, in the interface language.
    pub status_text: String,
    /// A sentence by the editors on this version, in the interface language; may be empty.
    pub note: String,
    /// Whether the text of this version prevails.
    pub prevails: bool,
    /// Whether the numbers of this translation are not compared with those of the original.
    pub is_unread: bool,
}

/// Provenance of the received text.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SourceView {
    /// What the source is, in the interface language.
    pub name: String,
    /// File name of the text as received, where the site carries it.
    pub file: Option<String>,
    /// Relative address of that file, where the site carries it.
    pub href: Option<String>,
    /// SHA-256 of the received file, 64 hexadecimal digits.
    pub sha256: String,
    /// Length in bytes; 0 where the site does not carry the file.
    pub bytes: usize,
    /// Repairs of the received text; empty elsewhere than on the about page.
    pub errata: Vec<ErratumView>,
    /// How many repairs there are.
    pub errata_count: usize,
}

/// One departure from the text as received, or one doubt about it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ErratumView {
    /// `repair` (changed) or `doubt` (kept as received, but noted).
    pub kind: &'static str,
    /// The paragraph as shown, `1.5 ¶7`; empty for a repair made all through the text.
    pub place: String,
    /// Relative address of the paragraph.
    pub href: Option<String>,
    /// The text as received. Line breaks are shown as `⏎`, a lone blank as `␣`.
    pub was: String,
    /// The text here; for a doubt, what it perhaps should be.
    pub is: String,
    /// Why, in the interface language.
    pub why: String,
    /// How often the same repair was made.
    pub times: usize,
}

/// A part in the contents of a report.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PartEntry {
    /// `1`; empty for a page without a number.
    pub number: String,
    /// Relative address in this form.
    pub href: String,
    /// The title, one run for each language shown.
    pub title: Vec<Run>,
    /// Whether it is the page itself.
    pub is_current: bool,
    /// Its sections; only opened for the current part, on a cover and on `all`.
    pub sections: Vec<SectionEntry>,
    /// Paragraphs in the part.
    pub paragraphs: usize,
}

/// A section in the contents.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SectionEntry {
    /// `1.2`.
    pub number: String,
    /// Relative address, `#s1.2` on the page itself.
    pub href: String,
    /// The heading, one run for each language shown.
    pub title: Vec<Run>,
    /// Paragraphs in the section.
    pub paragraphs: usize,
}

/// A part with its text, on the page that holds the whole report.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PartView {
    /// `s1`, the part's anchor on this page.
    pub id: String,
    /// `1`.
    pub number: String,
    /// Title, one run for each language shown.
    pub title: Vec<Run>,
    /// Relative address of the part's own page in this form.
    pub href: String,
    /// Its text; headings lie one level deeper than on the part's own page.
    pub sections: SharedView<Vec<SectionView>>,
    /// Its footnotes.
    pub footnotes: Vec<PairView>,
}

/// A section: a heading and the pairs under it. The first one of a page may have no heading.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SectionView {
    /// `s1.2`; empty for the text before the first heading.
    pub id: String,
    /// `1.2`; empty likewise.
    pub number: String,
    /// Level of the heading on the part's own page: 2 to 6; 0 without a heading.
    pub level: u8,
    /// The heading, one run for each language shown; empty without a heading.
    pub title: Vec<Run>,
    /// Ids that were given up and lead to the heading now.
    pub aliases: Vec<String>,
    /// What stands under the heading up to the next one.
    pub pairs: Vec<PairView>,
}

/// A block and its counterpart.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PairView {
    /// `s1.2-p3`; empty for a page break of the original.
    pub id: String,
    /// What comes before the number in the address as shown, `1.2 ¶`.
    pub prefix: String,
    /// Number of the block in its section, `3`; `3a` if it was inserted later.
    pub number: String,
    /// `block`, or `break` where a page of the original ends (then `cells` is empty).
    pub kind: &'static str,
    /// Ids that were given up and lead here now.
    pub aliases: Vec<String>,
    /// One cell for each language shown, in the order of the form.
    pub cells: Vec<CellView>,
}

/// One side of a pair.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct CellView {
    /// Language tag.
    pub tag: String,
    /// `ok`, `missing` where the translation has no such block yet (then `html` is empty), or
    /// `stale` where the original changed after it was translated.
    pub state: &'static str,
    /// Finished markup: one block element such as `<p lang="zh-Hans">…</p>`.
    pub html: Html,
    /// What a reader should know of it, in its own language; only where it is stale.
    pub note: String,
}

/// The page before or after.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NeighbourView {
    /// Relative address in the same form.
    pub href: String,
    /// Title, one run for each language shown.
    pub title: Vec<Run>,
}

/// One way to cite the page.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct CitationView {
    /// `gb7714`, `apa`, `bibtex`, `csl-json`.
    pub style: &'static str,
    /// The name of the style: `GB/T 7714—2025`.
    pub label: &'static str,
    /// The citation, plain text; several lines for the data formats.
    pub text: String,
    /// The same for one paragraph, with `{id}` and `{address}` to be replaced; empty for the
    /// data formats.
    pub paragraph: String,
    /// Language tag of the citation.
    pub tag: String,
}

/// A report in a list of reports.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ReportCard {
    /// The folder's name.
    pub id: String,
    /// Title in each language of the site.
    pub title: Vec<Run>,
    /// Issuer in each language of the site.
    pub issuer: Vec<Run>,
    /// `2018-03-31`.
    pub delivered: String,
    /// In words, in each language of the site.
    pub delivered_text: Vec<Run>,
    /// The cover in each reading form.
    pub forms: Vec<FormLink>,
    /// Full metadata with errata; on `about` only.
    pub report: Option<ReportView>,
    /// Lengths.
    pub counts: Counts,
}
