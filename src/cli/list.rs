//! `duizhao list`.

use serde_json::{Value, json};

use super::arguments::{Common, Format, ListKind, ListOptions};
use super::outcome::Outcome;
use super::{Result, report, request, terminal};
use crate::model::{
    ConceptId, FigureStatus, Indicator, LangMap, Language, Occurrence, Page, PageRole, Site,
    Subject,
};
use crate::pipeline;

/// A line for people, and the same for programs.
struct Row {
    cells: Vec<String>,
    object: Value,
}

pub(super) fn run(common: &Common, options: &ListOptions) -> Result {
    let loaded = pipeline::load(&request(common)?)?;
    let Some((site, _)) = &loaded.site else {
        report::findings(common, &loaded.findings, &loaded.sources);
        return Ok(Outcome::Unusable);
    };
    report::not_in_order(common, &loaded.findings);
    report::left_out(site);
    let rows = rows(site, options.what);
    match options.format {
        Format::Text => {
            let cells: Vec<Vec<String>> = rows.into_iter().map(|row| row.cells).collect();
            terminal::print(|out| terminal::print_table(out, &cells))?;
        }
        Format::Json => {
            let objects: Vec<Value> = rows.into_iter().map(|row| row.object).collect();
            terminal::print(|out| terminal::json(out, &objects))?;
        }
    }
    Ok(Outcome::Fine)
}

fn rows(site: &Site, what: ListKind) -> Vec<Row> {
    let statistics = &site.statistics;
    match what {
        ListKind::Pages => site.pages.iter().map(|one| page_row(site, one)).collect(),
        ListKind::Indicators => {
            statistics.indicators.iter().map(|one| indicator_row(site, one)).collect()
        }
        ListKind::Terms => site.glossary.iter().map(|(id, _)| term_row(site, id)).collect(),
        ListKind::Topics => {
            let count = |place: usize| {
                let has_it = |one: &&Indicator| one.topic == Some(place);
                statistics.indicators.iter().filter(has_it).count()
            };
            subject_rows(site, &statistics.topics, &count)
        }
        ListKind::Places => {
            let count = |place: usize| {
                let has_it = |one: &&Indicator| {
                    statistics.observations_of(one).any(|of| of.area == Some(place))
                };
                statistics.indicators.iter().filter(has_it).count()
            };
            subject_rows(site, &statistics.areas, &count)
        }
    }
}

fn page_row(site: &Site, page: &Page) -> Row {
    let kind = page.role.kind().0;
    let title = LangMap(
        site.languages
            .iter()
            .filter_map(|language| {
                let document = &page.side(language.id)?.document;
                let title = &document.text(document.title).plain;
                (!title.is_empty()).then(|| (language.code.clone(), title.to_string()))
            })
            .collect(),
    );
    let front = &page.original().document.front;
    let key = if page.role == PageRole::Home { "_index" } else { &page.key };
    let mut cells = vec![key.to_owned(), kind.to_owned()];
    cells.extend(names_in_languages(site, &title));
    Row {
        cells,
        object: json!({
            "page": key,
            "kind": kind,
            "title": by_language(site, &title),
            "report": page.report.map(|report| &site.report(report).key),
            "period": front.period,
            "status": front.status.map(FigureStatus::key),
        }),
    }
}

fn indicator_row(site: &Site, indicator: &Indicator) -> Row {
    let topic = indicator.topic.map(|topic| site.statistics.topics[topic].id.as_str());
    let count = indicator.observations.len();
    let mut cells = vec![
        indicator.id.clone(),
        count.to_string(),
        indicator.unit.clone().unwrap_or_else(|| "-".to_owned()),
        topic.unwrap_or("-").to_owned(),
    ];
    cells.extend(names_in_languages(site, &indicator.name));
    Row {
        cells,
        object: json!({
            "indicator": indicator.id,
            "name": by_language(site, &indicator.name),
            "unit": indicator.unit,
            "topic": topic,
            "observations": count,
        }),
    }
}

fn term_row(site: &Site, id: ConceptId) -> Row {
    let concept = site.glossary.concept(id);
    let kind = concept.kind.key();
    let of = |language: &Language| {
        let in_it = |occurrence: &&Occurrence| occurrence.lang == language.id;
        site.glossary.occurrences(id).iter().filter(in_it).count()
    };
    let counts: Vec<usize> = site.languages.iter().map(of).collect();
    let mut cells = vec![concept.id.clone(), counts[0].to_string(), kind.to_owned()];
    let names = site.languages.iter().map(|language| concept.wording(language.id));
    cells.extend(names.map(|wording| match wording.preferred.as_str() {
        "" => "-".to_owned(),
        name => name.to_owned(),
    }));
    let by_code = |value: &dyn Fn(&Language) -> Value| -> Value {
        let languages = site.languages.iter();
        languages.map(|l| (l.code.clone(), value(l))).collect::<serde_json::Map<_, _>>().into()
    };
    let object = json!({
        "term": concept.id,
        "kind": kind,
        "name": by_code(&|l| json!(concept.wording(l.id).preferred)),
        "admitted": by_code(&|l| json!(concept.wording(l.id).admitted)),
        "pinyin": concept.reading.pinyin,
        "occurrences": by_code(&|l| json!(counts[l.id.index()])),
    });
    Row { cells, object }
}

fn subject_rows(site: &Site, subjects: &[Subject], count: &dyn Fn(usize) -> usize) -> Vec<Row> {
    let row = |(place, subject): (usize, &Subject)| {
        let count = count(place);
        let mut cells = vec![subject.id.clone(), count.to_string()];
        cells.extend(names_in_languages(site, &subject.name));
        let name = by_language(site, &subject.name);
        Row { cells, object: json!({ "id": subject.id, "name": name, "indicators": count }) }
    };
    subjects.iter().enumerate().map(row).collect()
}

/// The name in each language of the site.
fn names_in_languages(site: &Site, name: &LangMap) -> Vec<String> {
    let name = |code: &str| name.get(code).filter(|name| !name.is_empty()).unwrap_or("-");
    site.languages.iter().map(|language| name(&language.code).to_owned()).collect()
}

fn by_language(site: &Site, name: &LangMap) -> Value {
    let name = |code: &str| json!(name.get(code));
    site.languages
        .iter()
        .map(|language| (language.code.clone(), name(&language.code)))
        .collect::<serde_json::Map<_, _>>()
        .into()
}
