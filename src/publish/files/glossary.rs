//! `data/glossary.csv` (RFC 4180): one row for each term of the term base. Several values in one
//! cell are parted as [`crate::exchange::formats::cell`] says.

use super::CellWriter::{InEachLanguage, Once};
use super::{Column, DataExport, FileContent, Row, data_table, words_column};
use crate::exchange::formats::cell::{self, Value};
use crate::model::{
    ColumnKind, Concept, ConceptId, DataFile, DataKind, LangMap, Language, LinkPolicy, Member,
    Members, Site, TermKind, Wording,
};

pub(super) struct Glossary;

impl DataExport for Glossary {
    fn data_path(&self) -> &'static str {
        "data/glossary.csv"
    }

    fn is_made(&self, site: &Site) -> bool {
        site.has_terms()
    }

    fn make(&self, site: &Site, _before: &[DataFile]) -> FileContent {
        data_table(site, DataKind::Glossary, COLUMNS, site.glossary.concepts.len())
    }
}

const COLUMNS: &[Column] = &[
    Column {
        name: "id",
        kind: words_column,
        is_required: true,
        cell: Once(|row| row_concept(row).id.clone()),
        zh: "术语的编号，也是术语页网址的一部分",
        en: "The term’s id, a part of the address of its page",
    },
    Column {
        name: "kind",
        kind: |_| ColumnKind::OneOf(TermKind::ALL.iter().map(|(key, _)| *key).collect()),
        is_required: true,
        cell: Once(|row| row_concept(row).kind.key().to_owned()),
        zh: "术语所指的类别，如政策（policy）、口号（slogan）、地方（place）",
        en: "What the term names, such as a policy, a slogan, a place",
    },
    Column {
        name: "term",
        kind: words_column,
        is_required: false,
        cell: InEachLanguage(|row, language| row_wording(row, language).preferred.clone()),
        zh: "首选用语（{}）；该语言没有时为空",
        en: "The term to be used ({}); empty where the language has none",
    },
    Column {
        name: "pinyin",
        kind: words_column,
        is_required: false,
        cell: Once(|row| row_concept(row).reading.pinyin.clone()),
        zh: "中文用语的读音，带声调",
        en: "How the Chinese term is read aloud, with tone marks",
    },
    Column {
        name: "admitted",
        kind: words_column,
        is_required: false,
        cell: InEachLanguage(|row, language| joined_forms(&row_wording(row, language).admitted)),
        zh: "同样可用的用语（{}）；多个值以“ | ”分隔",
        en: "Terms that are as good ({}); several are parted by “ | ”",
    },
    Column {
        name: "variants",
        kind: words_column,
        is_required: false,
        cell: InEachLanguage(|row, language| joined_forms(&row_wording(row, language).variants)),
        zh: "文中指同一事物的其他词形：简称、变化形式（{}）；多个值以“ | ”分隔",
        en: "Other forms that mean it in a text: shorter ones, inflections ({}); several are parted by “ | ”",
    },
    Column {
        name: "exceptions",
        kind: words_column,
        is_required: false,
        cell: InEachLanguage(|row, language| joined_forms(&row_wording(row, language).exceptions)),
        zh: "含有该用语却另有所指的更长词语（{}）；多个值以“ | ”分隔",
        en: "Longer words that hold the term and mean something else ({}); several are parted by “ | ”",
    },
    Column {
        name: "avoided",
        kind: words_column,
        is_required: false,
        cell: InEachLanguage(avoided_cell),
        zh: "不宜使用的说法及理由（{}）：说法 // 理由，理由按语言写作“zh: …”；多个值以“ | ”分隔",
        en: "What not to call it, and why ({}): form // reason, with “en: …” where reasons differ by language; several are parted by “ | ”",
    },
    Column {
        name: "definition",
        kind: words_column,
        is_required: false,
        cell: InEachLanguage(|row, language| words_or_any(&row_concept(row).definition, language)),
        zh: "释义（{}）",
        en: "What it is ({})",
    },
    Column {
        name: "members",
        kind: words_column,
        is_required: false,
        cell: Once(member_list),
        zh: "口号所数的各项：术语编号，或“zh: … // en: …”；多个值以“ | ”分隔；none表示数字不计数，unknown表示无从列举",
        en: "What a slogan counts: ids of terms, or “zh: … // en: …”, parted by “ | ”; none where its numeral counts nothing, unknown where nobody lists them",
    },
    Column {
        name: "see",
        kind: words_column,
        is_required: false,
        cell: Once(|row| {
            let glossary = &row.site.glossary;
            cell::list_cell(row_concept(row).see.iter().map(|id| glossary.concept(*id).id.as_str()))
        }),
        zh: "可参看的术语的编号；多个值以“ | ”分隔",
        en: "The ids of terms to be read beside it, parted by “ | ”",
    },
    Column {
        name: "area",
        kind: words_column,
        is_required: false,
        cell: Once(|row| {
            let areas = &row.site.statistics.areas;
            row_concept(row).area.map(|area| areas[area].id.clone()).unwrap_or_default()
        }),
        zh: "所指或所在地区的编号",
        en: "The id of the place it is or lies in",
    },
    Column {
        name: "source",
        kind: words_column,
        is_required: false,
        cell: InEachLanguage(|row, language| words_or_any(&row_concept(row).source, language)),
        zh: "译法的来源（{}）",
        en: "Where its translation comes from ({})",
    },
    Column {
        name: "link",
        kind: |_| ColumnKind::OneOf(LinkPolicy::ALL.iter().map(|(key, _)| *key).collect()),
        is_required: true,
        cell: Once(|row| row_concept(row).link.key().to_owned()),
        zh: "正文中何处设为链接：每节首次出现（auto）、每页首次出现（first）或不设（never）",
        en: "Where it is a link in the text: first in each section (auto), first on a page (first), or nowhere (never)",
    },
    Column {
        name: "occurrences",
        kind: |_| ColumnKind::Number,
        is_required: true,
        cell: InEachLanguage(|row, language| {
            let stands = row.site.glossary.occurrences(id(row));
            stands.iter().filter(|one| one.lang == language.id).count().to_string()
        }),
        zh: "在报告中出现的次数（{}）",
        en: "How often it stands in the reports ({})",
    },
];

fn id(row: &Row) -> ConceptId {
    ConceptId(u32::try_from(row.number).unwrap_or(u32::MAX))
}

fn row_concept<'a>(row: &Row<'a>) -> &'a Concept {
    row.site.glossary.concept(id(row))
}

fn row_wording<'a>(row: &Row<'a>, language: &Language) -> &'a Wording {
    row_concept(row).wording(language.id)
}

fn joined_forms(forms: &[String]) -> String {
    cell::list_cell(forms.iter().map(String::as_str))
}

fn words_or_any(map: &LangMap, language: &Language) -> String {
    map.get(&language.code).unwrap_or_default().to_owned()
}

fn avoided_cell(row: &Row, language: &Language) -> String {
    let values: Vec<Value> = row_wording(row, language)
        .avoided
        .iter()
        .map(|avoided| Value { text: avoided.form.clone(), words: by_language(row, &avoided.why) })
        .collect();
    cell::rich(&values)
}

fn member_list(row: &Row) -> String {
    let listed = match &row_concept(row).members {
        Members::Unsaid => return String::new(),
        Members::None => return "none".to_owned(),
        Members::Unknown => return "unknown".to_owned(),
        Members::Listed(listed) => listed,
    };
    let values: Vec<Value> = listed
        .iter()
        .map(|member| match member {
            Member::Concept(id) => {
                Value { text: row.site.glossary.concept(*id).id.clone(), ..Value::default() }
            }
            Member::Words(words) => Value { text: String::new(), words: by_language(row, words) },
        })
        .collect();
    cell::rich(&values)
}

/// Words for every language first, then those of each language in the site's order.
fn by_language(row: &Row, map: &LangMap) -> cell::WordsByCode {
    let codes = std::iter::once("").chain(row.site.languages.iter().map(|one| &*one.code));
    codes.filter_map(|code| Some((code.to_owned(), map.0.get(code)?.clone()))).collect()
}
