//! `data/observations.csv` (RFC 4180): one row for each figure that a report states.

use super::CellWriter::{InEachLanguage, Once};
use super::{Column, DataExport, FileContent, Row, data_table, words_column};
use crate::model::{
    ColumnKind, Comparator, DataFile, DataKind, FigureStatus, FigureWords, Language, Measure,
    Observation, Site,
};

pub(super) struct Observations;

impl DataExport for Observations {
    fn data_path(&self) -> &'static str {
        "data/observations.csv"
    }

    fn is_made(&self, site: &Site) -> bool {
        site.has_figures()
    }

    fn make(&self, site: &Site, _before: &[DataFile]) -> FileContent {
        data_table(site, DataKind::Observations, COLUMNS, site.statistics.observations.len())
    }
}

const COLUMNS: &[Column] = &[
    Column {
        name: "indicator",
        kind: words_column,
        is_required: true,
        cell: Once(|row| row.site.statistics.indicator(Facts::of_row(row).of.indicator).id.clone()),
        zh: "指标的编号，不随年份变化",
        en: "The indicator’s id, the same in every year",
    },
    Column {
        name: "name",
        kind: words_column,
        is_required: false,
        cell: InEachLanguage(|row, language| {
            let indicator = row.site.statistics.indicator(Facts::of_row(row).of.indicator);
            indicator.name.get(&language.code).unwrap_or_default().to_owned()
        }),
        zh: "指标的名称（{}）",
        en: "The indicator’s name ({})",
    },
    Column {
        name: "topic",
        kind: words_column,
        is_required: false,
        cell: Once(|row| {
            let topic = row.site.statistics.indicator(Facts::of_row(row).of.indicator).topic;
            topic.map(|topic| row.site.statistics.topics[topic].id.clone()).unwrap_or_default()
        }),
        zh: "指标所属领域的编号",
        en: "The id of the topic the indicator belongs to",
    },
    Column {
        name: "report",
        kind: words_column,
        is_required: true,
        cell: Once(|row| Facts::of_row(row).report_id().to_owned()),
        zh: "报告的编号",
        en: "The report’s id",
    },
    Column {
        name: "place",
        kind: words_column,
        is_required: false,
        cell: Once(|row| Facts::of_row(row).place_id().to_owned()),
        zh: "地区的编号；为报告本地时，是报告所写的地名",
        en: "The id of the place; where it is the report’s own, the name the report gives it",
    },
    Column {
        name: "period",
        kind: words_column,
        is_required: false,
        cell: Once(|row| Facts::of_row(row).of.period.clone()),
        zh: "时期，如2017",
        en: "The period, such as 2017",
    },
    Column {
        name: "status",
        kind: |_| ColumnKind::OneOf(FigureStatus::ALL.iter().map(|(key, _)| *key).collect()),
        is_required: true,
        cell: Once(|row| Facts::of_row(row).of.status.key().to_owned()),
        zh: "完成数（actual）、目标（target）或现行规定（standing）",
        en: "Reached (actual), aimed at (target), or a rule that holds (standing)",
    },
    Column {
        name: "measure",
        kind: |_| ColumnKind::OneOf(Measure::ALL.iter().map(|(key, _)| *key).collect()),
        is_required: true,
        cell: Once(|row| Facts::of_row(row).of.measure.key().to_owned()),
        zh: "总量（level）、增长（growth，下降为负）、占比（share）、位次（rank）、方阵（tier）、连续次数（streak）、频次（frequency）或时长（duration）",
        en: "Its size (level), by how much it grew (growth; a decline is negative), its part of a whole (share), its place among others (rank), the group of places it is in (tier), how often in a row (streak), how often (frequency), or how long it has lasted (duration)",
    },
    Column {
        name: "comparator",
        kind: |_| ColumnKind::OneOf(Comparator::ALL.iter().map(|one| one.sign()).collect()),
        is_required: true,
        cell: Once(|row| Facts::of_row(row).of.quantity.comparator.sign().to_owned()),
        zh: "数值的界限：恰为、至少、超过、至多、不足、约为",
        en: "How the value bounds what it counts: exactly, at least, more than, at most, less than, about",
    },
    Column {
        name: "value",
        kind: |_| ColumnKind::Number,
        is_required: false,
        cell: Once(|row| Facts::of_row(row).value_in_full().unwrap_or_default()),
        zh: "完整的十进制数，不含分隔符；原文没有说出数目时为空",
        en: "The full decimal number without separators; empty where the words name none",
    },
    Column {
        name: "unit",
        kind: words_column,
        is_required: false,
        cell: Once(|row| {
            Facts::of_row(row).of.quantity.unit.map_or_else(String::new, |unit| unit.to_string())
        }),
        zh: "计量单位，如元、%、人",
        en: "The unit, such as 元, %, 人",
    },
    Column {
        name: "per",
        kind: words_column,
        is_required: false,
        cell: Once(|row| Facts::of_row(row).of.quantity.per.to_string()),
        zh: "分母，如每万人为 10000人；没有时为空",
        en: "The denominator, such as 10000人 for each ten thousand people; empty where there is none",
    },
    Column {
        name: "text",
        kind: words_column,
        is_required: false,
        cell: InEachLanguage(|row, language| Facts::of_row(row).number_text(language).to_owned()),
        zh: "文中表示这个数的文字（{}）；译文中没有对应时为空",
        en: "The words that state the figure ({}); empty where a translation has no counterpart",
    },
    Column {
        name: "sentence",
        kind: words_column,
        is_required: false,
        cell: InEachLanguage(|row, language| Facts::of_row(row).sentence(language)),
        zh: "这个数所在的句子（{}）；译文中没有对应时为空",
        en: "The sentence the figure stands in ({}); empty where a translation has no counterpart",
    },
    Column {
        name: "page",
        kind: words_column,
        is_required: true,
        cell: Once(|row| Facts::of_row(row).page_path()),
        zh: "页面的路径，不含语言文件夹",
        en: "The path of the page, without the folder of the language",
    },
    Column {
        name: "anchor",
        kind: words_column,
        is_required: true,
        cell: Once(|row| Facts::of_row(row).anchor()),
        zh: "段落在页面中的编号，如s1.1-p2",
        en: "The paragraph’s id on the page, such as s1.1-p2",
    },
];

/// An observation, with what data files say of it.
pub(super) struct Facts<'a> {
    pub(super) site: &'a Site,
    pub(super) of: &'a Observation,
}

impl<'a> Facts<'a> {
    /// The observation of a row.
    fn of_row(row: &Row<'a>) -> Self {
        Self { site: row.site, of: &row.site.statistics.observations[row.number] }
    }

    /// The report's id.
    pub(super) fn report_id(&self) -> &'a str {
        &self.site.report(self.of.report).key
    }

    /// The id of the place; the report's own name for its own.
    pub(super) fn place_id(&self) -> &'a str {
        match self.of.area {
            Some(area) => &self.site.statistics.areas[area].id,
            None => &self.site.report(self.of.report).original_meta().place,
        }
    }

    /// The number in full.
    pub(super) fn value_in_full(&self) -> Option<String> {
        self.of.quantity.value.map(|value| value.to_string())
    }

    /// The words in a language, and the text they stand in.
    fn figure_words(&self, language: &Language) -> Option<(&'a FigureWords, &'a str)> {
        let words = self.of.words.get(language.id.index())?.as_ref()?;
        let side = self.site.page(self.of.page).side(language.id)?;
        Some((words, &side.document.text(words.text).plain))
    }

    /// The number with its unit and bound, as a language says it.
    pub(super) fn number_text(&self, language: &Language) -> &'a str {
        self.figure_words(language).map_or("", |(words, text)| &text[words.range.clone()])
    }

    /// The sentence around it; in a table the heads of its row and column with the cell.
    pub(super) fn sentence(&self, language: &Language) -> String {
        let words = self.figure_words(language).map(|(words, _)| words);
        let side = self.site.page(self.of.page).side(language.id);
        words.zip(side).map_or_else(String::new, |(words, side)| {
            side.document.around_number(words.text, &words.range, &words.sentence).0
        })
    }

    /// The thresholds that say what was counted, as a language says them.
    pub(super) fn criteria(&self, language: &Language) -> Vec<&'a str> {
        let words = self.figure_words(language);
        words.map_or_else(Vec::new, |(words, text)| {
            words.criteria.iter().map(|range| &text[range.clone()]).collect()
        })
    }

    /// The path of the page without the folder of its form.
    pub(super) fn page_path(&self) -> String {
        let page = self.site.page(self.of.page);
        let path = self.site.routes.page_path(page, &self.site.forms[0]);
        let path = path.map_or("", |path| path.as_str());
        path.split_once('/').map_or(path, |(_, inside)| inside).to_owned()
    }

    /// The id of the paragraph.
    pub(super) fn anchor(&self) -> String {
        let page = self.site.page(self.of.page);
        page.address(self.of.place).1
    }
}
