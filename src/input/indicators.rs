//! `indicators.yaml`: what is measured, and the topics and places it is grouped by.

use std::collections::BTreeSet;

use super::yaml::{MapReader, ValueForm, YamlNode, mismatch, parse_yaml};
use crate::model::{Better, Catalogue, Indicator, LangMap, Subject};
use crate::source::{
    Code, Diagnosed, Diagnostic, Message, Placed, SourceFile, Span, codes, message, nearest,
};

/// Reads `indicators.yaml`: a mapping with topics, places and indicators, or a list of indicators.
pub(crate) fn catalogue(file: &SourceFile) -> Diagnosed<Catalogue> {
    let Diagnosed { value, mut diagnostics } = parse_yaml(&file.text, file.id, 0);
    let mut catalogue = Catalogue::default();
    let Some(node) = value else { return Diagnosed { value: catalogue, diagnostics } };
    let mut nodes: &[YamlNode] = &[];
    if let Some(entries) = node.as_list() {
        nodes = entries;
    } else if node.as_map().is_some() {
        let reader = MapReader::new(&node, "indicators.yaml", node.span, &[], &mut diagnostics);
        if let Some(mut reader) = reader {
            for (key, kind, to) in [
                ("topics", IdOwner::Topic, &mut catalogue.topics),
                ("places", IdOwner::Place, &mut catalogue.areas),
            ] {
                for node in reader.list(key) {
                    subject(node, kind, to, reader.diagnostics);
                }
            }
            nodes = reader.list("indicators");
            reader.finish();
        }
    } else {
        let wanted = ValueForm::Other(message!("form-catalogue"));
        diagnostics.push(mismatch(&node, "indicators.yaml", &wanted));
    }
    let mut known = BTreeSet::new();
    // In a list without topics of its own the word is all there is of a topic.
    let has_topics = !catalogue.topics.is_empty();
    for node in nodes {
        let topics = (has_topics, &mut catalogue.topics);
        let read = indicator_entry(node, &mut known, topics, &mut diagnostics);
        catalogue.indicators.extend(read);
    }
    Diagnosed { value: catalogue, diagnostics }
}

/// What has an id that becomes a part of addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum IdOwner {
    Topic,
    Place,
    Indicator,
    Term,
}

impl IdOwner {
    fn this(self) -> Message {
        match self {
            Self::Topic => message!("this-topic"),
            Self::Place => message!("this-place"),
            Self::Indicator => message!("this-indicator"),
            Self::Term => message!("this-term"),
        }
    }

    fn twice(self, id: &str) -> Message {
        match self {
            Self::Topic => message!("figure-catalogue-topic-twice", id = id),
            Self::Place => message!("figure-catalogue-place-twice", id = id),
            Self::Indicator => message!("figure-catalogue-indicator-twice", id = id),
            Self::Term => message!("term-glossary-twice", id = id),
        }
    }

    fn impossible(self, id: &str) -> Message {
        match self {
            Self::Topic => message!("figure-catalogue-topic-id", id = id),
            Self::Place => message!("figure-catalogue-place-id", id = id),
            Self::Indicator => message!("figure-catalogue-indicator-id", id = id),
            Self::Term => message!("term-glossary-id", id = id),
        }
    }
}

fn subject(
    node: &YamlNode,
    kind: IdOwner,
    to: &mut Vec<Subject>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<()> {
    let mut entry = MapReader::new(node, kind.this(), node.span, &["id", "name"], diagnostics)?;
    let id = entry.placed_text("id");
    let name = entry.languages("name");
    entry.finish();
    let (Placed { value: id, span }, name) = (id?, name?);
    let is_known = to.iter().any(|subject| subject.id == id);
    if check_id(&id, kind, is_known, (codes::FIGURE_CATALOGUE, span), diagnostics) {
        to.push(Subject { id, name });
    }
    None
}

/// Whether an id can be one; if not, a finding of this code says why.
pub(super) fn check_id(
    id: &str,
    kind: IdOwner,
    is_known: bool,
    (code, span): (Code, Span),
    diagnostics: &mut Vec<Diagnostic>,
) -> bool {
    let is_plain = id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    let (message, help) = if is_known {
        (kind.twice(id), message!("keep-one"))
    } else if !is_plain {
        (kind.impossible(id), message!("id-of-address"))
    } else if id == "index" {
        (kind.impossible(id), message!("id-of-list"))
    } else {
        return true;
    };
    diagnostics.push(Diagnostic::new(code, message).at(span).help(help));
    false
}

fn indicator_entry(
    node: &YamlNode,
    known: &mut BTreeSet<String>,
    topics: (bool, &mut Vec<Subject>),
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(Indicator, Vec<Placed<String>>)> {
    let required = ["id", "name"];
    let mut entry =
        MapReader::new(node, IdOwner::Indicator.this(), node.span, &required, diagnostics)?;
    let id = entry.placed_text("id");
    let name = entry.languages("name");
    let unit = entry.text_value("unit");
    let topic = entry.placed_text("topic");
    let better = entry.one_of("better", &Better::ALL);
    let definition = entry.languages("definition").unwrap_or_default();
    let related = entry.text_list("related");
    let terms = entry.text_list("terms");
    entry.finish();
    let Placed { value: id, span } = id?;
    let is_known = !known.insert(id.clone());
    let at = (codes::FIGURE_CATALOGUE, span);
    if !check_id(&id, IdOwner::Indicator, is_known, at, diagnostics) {
        return None;
    }
    let indicator = Indicator {
        id,
        name: name?,
        unit,
        topic: topic.and_then(|topic| topic_of(topic, topics, diagnostics)),
        better,
        definition,
        related: Vec::new(),
        terms: terms.into_iter().map(|term| term.value).collect(),
        span,
        observations: Vec::new(),
    };
    Some((indicator, related))
}

/// The number of a topic among those that are listed.
fn topic_of(
    topic: Placed<String>,
    (has_topics, topics): (bool, &mut Vec<Subject>),
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<usize> {
    let Placed { value: id, span } = topic;
    let known = topics.iter().position(|topic| topic.id == id);
    if known.is_none() && !has_topics {
        topics.push(Subject { name: LangMap([(String::new(), id.clone())].into()), id });
        return Some(topics.len() - 1);
    }
    if known.is_none() {
        let near = nearest(&id, topics.iter().map(|topic| topic.id.as_str()));
        diagnostics.push(
            Diagnostic::new(
                codes::FIGURE_CATALOGUE,
                message!("figure-catalogue-no-topic", id = id),
            )
            .at(span)
            .help(near.map_or_else(
                || message!("figure-catalogue-no-topic.help"),
                |near| message!("did-you-mean", name = near),
            )),
        );
    }
    known
}
