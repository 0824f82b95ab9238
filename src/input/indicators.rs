//! `indicators.yaml`: what is measured, and the topics and places it is grouped by.

use serde::Deserialize;

use super::places::Places;
use super::yaml;
use crate::model::{Better, Catalogue, Indicator, LangMap, Subject};
use crate::source::{Code, Diagnosed, Diagnostic, SourceFile, Span, codes, nearest};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct RawCatalogue {
    topics: Vec<RawSubject>,
    places: Vec<RawSubject>,
    indicators: Vec<RawIndicator>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSubject {
    id: String,
    name: LangMap,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawIndicator {
    id: String,
    name: LangMap,
    unit: Option<String>,
    topic: Option<String>,
    better: Option<String>,
    #[serde(default)]
    definition: LangMap,
    #[serde(default)]
    related: Vec<String>,
    #[serde(default)]
    terms: Vec<String>,
}

/// Reads `indicators.yaml`: a mapping with topics, places and indicators, or a list of indicators.
pub fn catalogue(file: &SourceFile) -> Diagnosed<Catalogue> {
    let mut diagnostics = Vec::new();
    let is_list = file.text.lines().any(|line| line.starts_with("- "));
    let raw = if is_list {
        let indicators = yaml::read(&file.text, file.id, 0).into_value(&mut diagnostics);
        RawCatalogue { indicators: indicators.unwrap_or_default(), ..RawCatalogue::default() }
    } else {
        yaml::read(&file.text, file.id, 0).into_value(&mut diagnostics).unwrap_or_default()
    };
    let mut places = Places::new(file);
    let mut catalogue = Catalogue::default();
    for (kind, raws, to) in
        [("topic", raw.topics, &mut catalogue.topics), ("place", raw.places, &mut catalogue.areas)]
    {
        for raw in raws {
            let span = places.next(&raw.id);
            let is_known = to.iter().any(|subject: &Subject| subject.id == raw.id);
            if check_id(&raw.id, kind, is_known, (codes::FIGURE_CATALOGUE, span), &mut diagnostics)
            {
                to.push(Subject { id: raw.id, name: raw.name });
            }
        }
    }
    for raw in raw.indicators {
        let span = places.next(&raw.id);
        let is_known = catalogue.indicators.iter().any(|(known, _)| known.id == raw.id);
        let at = (codes::FIGURE_CATALOGUE, span);
        if check_id(&raw.id, "indicator", is_known, at, &mut diagnostics) {
            let entry = indicator(raw, &mut catalogue.topics, span, &mut diagnostics);
            catalogue.indicators.push(entry);
        }
    }
    Diagnosed { value: catalogue, diagnostics }
}

/// Whether an id can be one; if not, a finding of this code says why.
pub(super) fn check_id(
    id: &str,
    kind: &str,
    is_known: bool,
    (code, span): (Code, Span),
    diagnostics: &mut Vec<Diagnostic>,
) -> bool {
    let is_plain = id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    let article = if kind == "indicator" { "an" } else { "a" };
    let (message, help) = if is_known {
        (format!("the {kind} `{id}` is defined twice"), "keep one of the two")
    } else if !is_plain {
        let help = "an id is a part of addresses: a lower-case letter, then letters, digits and `-`, as in `gdp-growth`";
        (format!("`{id}` cannot be the id of {article} {kind}"), help)
    } else if id == "index" {
        (
            format!("`{id}` cannot be the id of {article} {kind}"),
            "the list itself lies at `index.html`",
        )
    } else {
        return true;
    };
    diagnostics.push(Diagnostic::new(code, message).at(span, "").help(help));
    false
}

fn indicator(
    raw: RawIndicator,
    topics: &mut Vec<Subject>,
    span: Span,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Indicator, Vec<String>) {
    let better =
        raw.better.and_then(|word| one_of("better", &word, &Better::ALL, span, diagnostics));
    let topic = raw.topic.and_then(|id| {
        let known = topics.iter().position(|topic| topic.id == id);
        if known.is_none() && topics.is_empty() {
            // A list without topics of its own: the word is all there is.
            topics.push(Subject { name: LangMap([(String::new(), id.clone())].into()), id });
            return Some(topics.len() - 1);
        }
        if known.is_none() {
            let near = nearest(&id, topics.iter().map(|topic| topic.id.as_str()));
            diagnostics.push(
                Diagnostic::new(codes::FIGURE_CATALOGUE, format!("there is no topic `{id}`"))
                    .at(span, "")
                    .help(near.map_or_else(
                        || "list it under `topics:`".to_owned(),
                        |near| format!("did you mean `{near}`?"),
                    )),
            );
        }
        known
    });
    let indicator = Indicator {
        id: raw.id,
        name: raw.name,
        unit: raw.unit,
        topic,
        better,
        definition: raw.definition,
        related: Vec::new(),
        terms: raw.terms,
        span,
        observations: Vec::new(),
    };
    (indicator, raw.related)
}

pub(super) fn one_of<T: Copy>(
    key: &str,
    word: &str,
    known: &[(&'static str, T)],
    span: Span,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<T> {
    let found = known.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
    if found.is_none() {
        let names: Vec<_> = known.iter().map(|(name, _)| *name).collect();
        diagnostics.push(
            Diagnostic::new(codes::DATA_INVALID, format!("`{word}` is no `{key}`"))
                .at(span, "")
                .help(format!("`{key}` is one of {}", names.join(", "))),
        );
    }
    found
}
