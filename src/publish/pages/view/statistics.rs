//! What templates see of indicators, topics, places, the ledger and the data files.

use serde::Serialize;

use super::{Html, LangView, Run};
use crate::model::Coverage;

/// A link with a name in the interface language.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Link {
    /// Its id: `economy`.
    pub(crate) id: String,
    /// What is shown.
    pub(crate) label: String,
    /// Relative address.
    pub(crate) href: String,
    /// How many indicators lie behind it; 0 where that is not counted.
    pub(crate) count: usize,
}

/// How many figures of a report, or of all, are indexed.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct CoverageView {
    /// Numbers that are figures of the index.
    pub(crate) indexed: usize,
    /// These, and all numbers that nothing explains.
    pub(crate) figures: usize,
}

impl From<Coverage> for CoverageView {
    fn from(Coverage { indexed, figures }: Coverage) -> Self {
        Self { indexed, figures }
    }
}

/// The indicator index; on `indicators`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct IndexView {
    /// How many indicators there are.
    pub(crate) indicators: usize,
    /// How many observations.
    pub(crate) observations: usize,
    /// How many figures of the reports are indexed, where not all are or need be.
    pub(crate) coverage: Option<CoverageView>,
    /// Result beside target, as a ratio on a logarithmic scale.
    pub(crate) ratios: Vec<RowView>,
    /// Result beside target where both are percentages, in percentage points.
    pub(crate) rates: Vec<RowView>,
    /// Result and target that stand on different bases; each says why in `incomparable`.
    pub(crate) incomparable: Vec<RowView>,
    /// Every indicator once, by the section of the report where it is first stated.
    pub(crate) sections: Vec<GroupView>,
    /// Indicators with results only, in text order.
    pub(crate) only_results: Vec<RowView>,
    /// Indicators with targets only, in text order.
    pub(crate) only_targets: Vec<RowView>,
    /// The axis of the ratio panel: a drawing that stands in the head of the column.
    pub(crate) ratio_axis: Html,
    /// The axis of the percentage panel.
    pub(crate) rate_axis: Html,
    /// The newest period that has results, and the newest that has targets; empty if none has.
    pub(crate) result_period: String,
    /// See there.
    pub(crate) target_period: String,
    /// The topics.
    pub(crate) topics: Vec<Link>,
    /// The places.
    pub(crate) places: Vec<Link>,
}

/// Indicators under a head.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct GroupView {
    /// What they have in common.
    pub(crate) title: String,
    /// Relative address of it; empty if it has none.
    pub(crate) href: String,
    /// The indicators.
    pub(crate) rows: Vec<RowView>,
}

/// An indicator in a list.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct RowView {
    /// `gdp`.
    pub(crate) id: String,
    /// The name in the interface language.
    pub(crate) name: Run,
    /// The name in the other languages of the site.
    pub(crate) other_names: Vec<Run>,
    /// Relative address of its page.
    pub(crate) href: String,
    /// Its topic.
    pub(crate) topic: Option<Link>,
    /// Its results, in text order.
    pub(crate) results: Vec<FigureView>,
    /// Its targets, in text order.
    pub(crate) targets: Vec<FigureView>,
    /// Standing rules, in text order.
    pub(crate) standing: Vec<FigureView>,
    /// The drawing of result and target on the scale of its panel; empty outside a panel.
    pub(crate) mark: Html,
    /// Target ÷ result, or target − result in a panel of percentages, as words: `1.43`, `+0.5`;
    /// empty outside a panel.
    pub(crate) ratio: String,
    /// The same as a number to sort by; empty outside a panel.
    pub(crate) sort: String,
    /// Why result and target cannot be compared, in the interface language; empty if they can.
    pub(crate) incomparable: String,
}

/// One figure of a report.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct FigureView {
    /// The words of the report in the interface language: `RMB 387 billion`; the original's where
    /// there is no counterpart.
    pub(crate) words: Run,
    /// The exact number, `387000000000`; empty where the words name none.
    pub(crate) value: String,
    /// The same with the digits in groups, as the interface language writes them.
    pub(crate) value_text: String,
    /// The unit in the interface language; may be empty.
    pub(crate) unit: String,
    /// One of `= >= > <= < ~`.
    pub(crate) comparator: &'static str,
    /// The same in words: `at least`; empty for `=`.
    pub(crate) comparator_text: String,
    /// `level`, `growth`, `share`, `rank`, `tier`, `streak`, `frequency`, `duration`.
    pub(crate) measure: &'static str,
    /// The same in words.
    pub(crate) measure_text: String,
    /// `2017`.
    pub(crate) period: String,
    /// `actual`, `target`, `standing`.
    pub(crate) status: &'static str,
    /// The same in words.
    pub(crate) status_text: String,
    /// How firm the words make it: 力争, with its meaning; nothing if they do not say.
    pub(crate) modality: Option<Run>,
    /// Whether it is strived for rather than set: drawn as an outline.
    pub(crate) is_striving: bool,
    /// The part of the land, where it is not the report's own.
    pub(crate) place: Option<Link>,
    /// Name and address of the indicator it belongs to.
    pub(crate) indicator: Link,
    /// What it is a part of.
    pub(crate) part_of: Option<Link>,
    /// Thresholds that say what was counted, as the original has them.
    pub(crate) criteria: Vec<Run>,
    /// The paragraph as shown: `1.2 ¶3`.
    pub(crate) address: String,
    /// Relative address of the figure in its text, side by side where the site has that form.
    pub(crate) href: String,
    /// The title of the report, in the interface language.
    pub(crate) report: String,
    /// The sentence in each language, the interface language first.
    pub(crate) sentences: Vec<SentenceView>,
}

/// A sentence with its figure.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SentenceView {
    /// Language tag.
    pub(crate) tag: String,
    /// Markup of the sentence, without a block around it; the figure stands in `<mark>`.
    pub(crate) html: Html,
    /// Relative address of the figure in the text of this language alone.
    pub(crate) href: String,
}

/// One indicator; on `indicator`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct IndicatorView {
    /// Names and figures.
    pub(crate) row: RowView,
    /// What it is, in the interface language; empty if nothing needs saying.
    pub(crate) definition: String,
    /// The canonical unit in words; may be empty.
    pub(crate) unit: String,
    /// `higher`, `lower`, `neither`; empty where that may be disputed.
    pub(crate) better: &'static str,
    /// The drawings, each with a title and description inside.
    pub(crate) charts: Vec<ChartView>,
    /// Indicators to be read beside it, and what it is a part of or has parts in.
    pub(crate) related: Vec<Link>,
    /// Terms of the glossary that explain it.
    pub(crate) terms: Vec<Link>,
    /// For each target whose period has a later report: what became of it.
    pub(crate) attainment: Vec<AttainmentView>,
}

/// A drawing.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ChartView {
    /// The drawing for wide places, as inline SVG.
    pub(crate) wide: Html,
    /// The same for narrow places.
    pub(crate) narrow: Html,
    /// Relative address of the drawing as a file.
    pub(crate) href: String,
}

/// A target and what a later report says of it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct AttainmentView {
    /// The period: `2018`.
    pub(crate) period: String,
    /// The target.
    pub(crate) target: FigureView,
    /// The result; nothing where none is reported.
    pub(crate) result: Option<FigureView>,
    /// `met`, `missed`, `not-reported`, `not-comparable`.
    pub(crate) state: &'static str,
    /// The same in words.
    pub(crate) state_text: String,
}

/// A topic or a place; on `topic` and `place`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SubjectView {
    /// `economy`.
    pub(crate) id: String,
    /// Its name, one run for each language of the site, the interface language first.
    pub(crate) name: Vec<Run>,
    /// Its indicators in text order.
    pub(crate) rows: Vec<RowView>,
    /// The newest period that has results, and the newest that has targets; empty if none has.
    pub(crate) result_period: String,
    /// See there.
    pub(crate) target_period: String,
    /// Terms of the glossary that are it or lie in it; on places only.
    pub(crate) terms: Vec<Link>,
    /// Paragraphs that speak of it; on places only.
    pub(crate) passages: Vec<PassageView>,
}

/// A paragraph in a list.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PassageView {
    /// `1.2 ¶3`.
    pub(crate) address: String,
    /// Relative address.
    pub(crate) href: String,
    /// What is said, in the interface language, with the name in `<mark>`.
    pub(crate) run: Run,
}

/// The ledger of a report; on `ledger`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct LedgerView {
    /// How many numerals there are.
    pub(crate) total: usize,
    /// How many came to each end, in the order figures, thresholds, by rule, by a line of the
    /// ledger, not accounted for; without those that are zero.
    pub(crate) tally: Vec<TallyView>,
    /// All numerals in text order, part by part.
    pub(crate) parts: Vec<LedgerPart>,
}

/// How many numerals came to one end.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct TallyView {
    /// `indexed`, `criterion`, or `date`, `name`, …: why a numeral is no figure.
    pub(crate) id: String,
    /// The same in words.
    pub(crate) label: String,
    /// How many.
    pub(crate) count: usize,
}

/// The numerals of one page.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct LedgerPart {
    /// The title of the page.
    pub(crate) title: Run,
    /// Relative address of the page.
    pub(crate) href: String,
    /// Its numerals.
    pub(crate) entries: Vec<LedgerRow>,
}

/// A numeral.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct LedgerRow {
    /// `1.2 ¶3`.
    pub(crate) address: String,
    /// Relative address of the paragraph.
    pub(crate) href: String,
    /// The numeral as it is written in the original.
    pub(crate) words: Run,
    /// A little of the text before it.
    pub(crate) before: Run,
    /// A little of the text after it.
    pub(crate) after: Run,
    /// The value and unit that were read; may be empty.
    pub(crate) value: String,
    /// As in [`TallyView::id`].
    pub(crate) fate: String,
    /// The same in words.
    pub(crate) fate_text: String,
    /// The indicator, or the term that the numeral is a part of.
    pub(crate) link: Option<Link>,
    /// The reason from `ledger.yaml`, in the interface language; may be empty.
    pub(crate) reason: String,
}

/// A downloadable file; on `data`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DataFileView {
    /// `observations.csv`.
    pub(crate) name: String,
    /// Relative address.
    pub(crate) href: String,
    /// Key of what it is, for the theme's words: `data_observations`.
    pub(crate) what: String,
    /// Rows or entries; 0 where that means nothing.
    pub(crate) rows: usize,
    /// Length in bytes.
    pub(crate) bytes: usize,
    /// SHA-256, 64 hexadecimal digits.
    pub(crate) sha256: String,
    /// The columns of a table; empty for other files.
    pub(crate) columns: Vec<ColumnView>,
}

/// A column of a data file.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ColumnView {
    /// Its name.
    pub(crate) name: String,
    /// `string`, `number`, …
    pub(crate) kind: String,
    /// What it holds, in the interface language.
    pub(crate) meaning: Run,
}

/// A short example of reading the data; on `data`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ExampleView {
    /// `python`, `r`, `spreadsheet`.
    pub(crate) id: String,
    /// The name: `Python`.
    pub(crate) label: String,
    /// Highlighted code, or a sentence.
    pub(crate) html: Html,
}

/// What the page `data` shows.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DataView {
    /// The files.
    pub(crate) files: Vec<DataFileView>,
    /// Examples of reading them.
    pub(crate) examples: Vec<ExampleView>,
    /// How many figures are indexed, where not all are or need be.
    pub(crate) coverage: Option<CoverageView>,
}

/// The year in figures on a cover, for a reader of one language.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct HeadlineView {
    /// The language.
    pub(crate) lang: LangView,
    /// The figures of the opening words.
    pub(crate) figures: Vec<FigureView>,
    /// Relative address of the indicator index in that language; empty where there is none.
    pub(crate) indicators_href: String,
    /// Relative address of the report's ledger in that language; empty where there is none.
    pub(crate) ledger_href: String,
}
