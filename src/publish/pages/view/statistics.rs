//! What templates see of indicators, topics, places, the ledger and the data files.

use serde::Serialize;

use super::{Html, Run};

/// A link with a name in the interface language.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Link {
    /// Its id: `economy`.
    pub id: String,
    /// What is shown.
    pub label: String,
    /// Relative address.
    pub href: String,
    /// How many indicators lie behind it; 0 where that is not counted.
    pub count: usize,
}

/// The indicator index; on `indicators`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct IndexView {
    /// How many indicators there are.
    pub indicators: usize,
    /// How many observations.
    pub observations: usize,
    /// Result beside target, as a ratio on a logarithmic scale.
    pub ratios: Vec<RowView>,
    /// Result beside target where both are percentages, in percentage points.
    pub rates: Vec<RowView>,
    /// Result and target that stand on different bases; each says why in `incomparable`.
    pub incomparable: Vec<RowView>,
    /// Every indicator once, by the section of the report where it is first stated.
    pub sections: Vec<GroupView>,
    /// Indicators with results only, in text order.
    pub only_results: Vec<RowView>,
    /// Indicators with targets only, in text order.
    pub only_targets: Vec<RowView>,
    /// The axis of the ratio panel: a drawing that stands in the head of the column.
    pub ratio_axis: Html,
    /// The axis of the percentage panel.
    pub rate_axis: Html,
    /// The newest period that has results, and the newest that has targets; empty if none has.
    pub result_period: String,
    /// See there.
    pub target_period: String,
    /// The topics.
    pub topics: Vec<Link>,
    /// The places.
    pub places: Vec<Link>,
}

/// Indicators under a head.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct GroupView {
    /// What they have in common.
    pub title: String,
    /// Relative address of it; empty if it has none.
    pub href: String,
    /// The indicators.
    pub rows: Vec<RowView>,
}

/// An indicator in a list.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct RowView {
    /// `gdp`.
    pub id: String,
    /// The name in the interface language.
    pub name: Run,
    /// The name in the other languages of the site.
    pub other_names: Vec<Run>,
    /// Relative address of its page.
    pub href: String,
    /// Its topic.
    pub topic: Option<Link>,
    /// Its results, in text order.
    pub results: Vec<FigureView>,
    /// Its targets, in text order.
    pub targets: Vec<FigureView>,
    /// Standing rules, in text order.
    pub standing: Vec<FigureView>,
    /// The drawing of result and target on the scale of its panel; empty outside a panel.
    pub mark: Html,
    /// Target ÷ result, or target − result in a panel of percentages, as words: `1.43`, `+0.5`;
    /// empty outside a panel.
    pub ratio: String,
    /// The same as a number to sort by; empty outside a panel.
    pub sort: String,
    /// Why result and target cannot be compared, in the interface language; empty if they can.
    pub incomparable: String,
}

/// One figure of a report.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct FigureView {
    /// The words of the report in the interface language: `RMB 387 billion`; the original's where
    /// there is no counterpart.
    pub words: Run,
    /// The exact number, `387000000000`; empty where the words name none.
    pub value: String,
    /// The same with the digits in groups, as the interface language writes them.
    pub value_text: String,
    /// The unit in the interface language; may be empty.
    pub unit: String,
    /// One of `= >= > <= < ~`.
    pub comparator: &'static str,
    /// The same in words: `at least`; empty for `=`.
    pub comparator_text: String,
    /// `level`, `growth`, `decline`, `rank`, `duration`.
    pub measure: &'static str,
    /// The same in words.
    pub measure_text: String,
    /// `2017`.
    pub period: String,
    /// `actual`, `target`, `standing`.
    pub status: &'static str,
    /// The same in words.
    pub status_text: String,
    /// How firm the words make it: 力争, with its meaning; nothing if they do not say.
    pub modality: Option<Run>,
    /// Whether it is strived for rather than set: drawn as an outline.
    pub is_striving: bool,
    /// The part of the land, where it is not the report's own.
    pub place: Option<Link>,
    /// Name and address of the indicator it belongs to.
    pub indicator: Link,
    /// What it is a part of.
    pub part_of: Option<Link>,
    /// Thresholds that say what was counted, as the original has them.
    pub criteria: Vec<Run>,
    /// The paragraph as shown: `1.2 ¶3`.
    pub address: String,
    /// Relative address of the figure in its text, side by side where the site has that form.
    pub href: String,
    /// The title of the report, in the interface language.
    pub report: String,
    /// The sentence in each language, the interface language first.
    pub sentences: Vec<SentenceView>,
}

/// A sentence with its figure.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SentenceView {
    /// Language tag.
    pub tag: String,
    /// Markup of the sentence, without a block around it; the figure stands in `<mark>`.
    pub html: Html,
    /// Relative address of the figure in the text of this language alone.
    pub href: String,
}

/// One indicator; on `indicator`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct IndicatorView {
    /// Names and figures.
    pub row: RowView,
    /// What it is, in the interface language; empty if nothing needs saying.
    pub definition: String,
    /// The canonical unit in words; may be empty.
    pub unit: String,
    /// `higher`, `lower`, `neither`; empty where that may be disputed.
    pub better: &'static str,
    /// The drawings, each with a title and description inside.
    pub charts: Vec<ChartView>,
    /// Indicators to be read beside it, and what it is a part of or has parts in.
    pub related: Vec<Link>,
    /// Terms of the glossary that explain it.
    pub terms: Vec<Link>,
    /// For each target whose period has a later report: what became of it.
    pub attainment: Vec<AttainmentView>,
}

/// A drawing.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ChartView {
    /// The drawing for wide places, as inline SVG.
    pub wide: Html,
    /// The same for narrow places.
    pub narrow: Html,
    /// Relative address of the drawing as a file.
    pub href: String,
}

/// A target and what a later report says of it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct AttainmentView {
    /// The period: `2018`.
    pub period: String,
    /// The target.
    pub target: FigureView,
    /// The result; nothing where none is reported.
    pub result: Option<FigureView>,
    /// `met`, `missed`, `not-reported`, `not-comparable`.
    pub state: &'static str,
    /// The same in words.
    pub state_text: String,
}

/// A topic or a place; on `topic` and `place`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SubjectView {
    /// `economy`.
    pub id: String,
    /// Its name, one run for each language of the site, the interface language first.
    pub name: Vec<Run>,
    /// Its indicators in text order.
    pub rows: Vec<RowView>,
    /// The newest period that has results, and the newest that has targets; empty if none has.
    pub result_period: String,
    /// See there.
    pub target_period: String,
    /// Terms of the glossary that are it or lie in it; on places only.
    pub terms: Vec<Link>,
    /// Paragraphs that speak of it; on places only.
    pub passages: Vec<PassageView>,
}

/// A paragraph in a list.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PassageView {
    /// `1.2 ¶3`.
    pub address: String,
    /// Relative address.
    pub href: String,
    /// What is said, in the interface language, with the name in `<mark>`.
    pub run: Run,
}

/// The ledger of a report; on `ledger`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct LedgerView {
    /// How many numerals there are.
    pub total: usize,
    /// How many came to each end, in the order figures, thresholds, by rule, by a line of the
    /// ledger, not accounted for; without those that are zero.
    pub tally: Vec<TallyView>,
    /// All numerals in text order, part by part.
    pub parts: Vec<LedgerPart>,
}

/// How many numerals came to one end.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct TallyView {
    /// `indexed`, `criterion`, or `date`, `name`, …: why a numeral is no figure.
    pub id: String,
    /// The same in words.
    pub label: String,
    /// How many.
    pub count: usize,
}

/// The numerals of one page.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct LedgerPart {
    /// The title of the page.
    pub title: Run,
    /// Relative address of the page.
    pub href: String,
    /// Its numerals.
    pub entries: Vec<LedgerRow>,
}

/// A numeral.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct LedgerRow {
    /// `1.2 ¶3`.
    pub address: String,
    /// Relative address of the paragraph.
    pub href: String,
    /// The numeral as it is written in the original.
    pub words: Run,
    /// A little of the text before it.
    pub before: Run,
    /// A little of the text after it.
    pub after: Run,
    /// The value and unit that were read; may be empty.
    pub value: String,
    /// As in [`TallyView::id`].
    pub fate: String,
    /// The same in words.
    pub fate_text: String,
    /// The indicator, or the term that the numeral is a part of.
    pub link: Option<Link>,
    /// The reason from `ledger.yaml`, in the interface language; may be empty.
    pub reason: String,
}

/// A downloadable file; on `data`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DataFileView {
    /// `observations.csv`.
    pub name: String,
    /// Relative address.
    pub href: String,
    /// Key of what it is, for the theme's words: `data_observations`.
    pub what: String,
    /// Rows or entries; 0 where that means nothing.
    pub rows: usize,
    /// Length in bytes.
    pub bytes: usize,
    /// SHA-256, 64 hexadecimal digits.
    pub sha256: String,
    /// The columns of a table; empty for other files.
    pub columns: Vec<ColumnView>,
}

/// A column of a data file.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ColumnView {
    /// Its name.
    pub name: String,
    /// `string`, `number`, …
    pub kind: String,
    /// What it holds, in the interface language.
    pub meaning: String,
}

/// A short example of reading the data; on `data`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ExampleView {
    /// `python`, `r`, `spreadsheet`.
    pub id: String,
    /// The name: `Python`.
    pub label: String,
    /// Highlighted code, or a sentence.
    pub html: Html,
}

/// What the page `data` shows.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DataView {
    /// The files.
    pub files: Vec<DataFileView>,
    /// Examples of reading them.
    pub examples: Vec<ExampleView>,
}
