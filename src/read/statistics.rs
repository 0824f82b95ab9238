//! `indicators.yaml`, `figures.yaml` and `ledger.yaml` into claims, not yet set against the text.

use serde::Deserialize;

use super::places::Places;
use super::tree::Found;
use super::{text, unreadable};
use crate::model::{
    Better, Catalogue, Claims, FigureClaim, FigureStatus, Indicator, LangMap, Languages,
    LedgerClaim, Locus, Measure, Subject,
};
use crate::source::{Code, Diagnosed, Diagnostic, SourceFile, Sources, Span, codes, nearest};
use crate::yaml::{self, Entries, Loose};

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

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawException {
    page: String,
    section: Option<String>,
    quote: String,
    is: String,
    reason: LangMap,
}

/// What a numeral may be said to be in `ledger.yaml`.
const KINDS: [&str; 10] = [
    "name",
    "slogan",
    "date",
    "ordinal",
    "duration",
    "structural",
    "quotation",
    "qualifier",
    "rank",
    "other",
];

/// Reads a data file as text and makes it one of `sources`.
pub(super) fn source<'a>(
    found: Found,
    sources: &'a mut Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<&'a SourceFile> {
    let read = super::bytes(&found.path)
        .map_err(|error| unreadable(&found.shown, &error.to_string()))
        .and_then(|bytes| text(&found.shown, bytes));
    match read {
        Ok(text) => {
            let id = sources.add(found.shown, text);
            Some(sources.get(id))
        }
        Err(diagnostic) => {
            diagnostics.push(diagnostic);
            None
        }
    }
}

/// Reads `indicators.yaml`: a mapping with topics, places and indicators, or a list of indicators.
pub(super) fn catalogue(file: &SourceFile) -> Diagnosed<Catalogue> {
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

/// Reads one `figures.yaml`.
pub(super) fn figures(
    file: &SourceFile,
    languages: &Languages,
    claims: &mut Claims,
    diagnostics: &mut Vec<Diagnostic>,
) {
    type Section = Entries<Vec<Entries<Loose>>>;
    let pages: Option<Entries<Section>> =
        yaml::read(&file.text, file.id, 0).into_value(diagnostics);
    let mut places = Places::new(file);
    for (page, sections) in pages.unwrap_or_default().0 {
        places.next(&page);
        for (section, entries) in sections.0 {
            let span = places.next(&section);
            for entry in entries {
                let locus = Locus { page: page.clone(), section: Some(section.clone()), span };
                let mut reader = ClaimReader { languages, places: &mut places, diagnostics };
                claims.figures.extend(reader.claim(entry, locus));
            }
        }
    }
}

/// Reads one `ledger.yaml`.
pub(super) fn ledger(file: &SourceFile, claims: &mut Claims, diagnostics: &mut Vec<Diagnostic>) {
    if !file.text.lines().any(|line| line.starts_with('-')) {
        return;
    }
    let raws: Option<Vec<RawException>> =
        yaml::read(&file.text, file.id, 0).into_value(diagnostics);
    let mut places = Places::new(file);
    for raw in raws.unwrap_or_default() {
        let span = places.next(&raw.quote);
        if !KINDS.contains(&raw.is.as_str()) {
            diagnostics.push(
                Diagnostic::new(codes::DATA_INVALID, format!("`{}` says nothing here", raw.is))
                    .at(span, "")
                    .help(format!("`is` is one of {}", KINDS.join(", "))),
            );
            continue;
        }
        let locus = Locus { page: raw.page, section: raw.section, span };
        claims.exceptions.push(LedgerClaim {
            locus,
            quote: raw.quote,
            is: raw.is,
            reason: raw.reason,
            span,
        });
    }
}

/// Makes a claim of the entries of a mapping.
struct ClaimReader<'a, 'b> {
    languages: &'a Languages,
    places: &'a mut Places<'b>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl ClaimReader<'_, '_> {
    /// `gdp: 地区生产总值[3870亿元]`, or the long form with `indicator` and `quote`; both may say
    /// more.
    fn claim(&mut self, entry: Entries<Loose>, locus: Locus) -> Option<FigureClaim> {
        let is_short = entry.0.len() == 1;
        let quote = entry.0.iter().find_map(|(key, value)| match value {
            Loose::Text(text) if key == "quote" || is_short || text.contains('[') => {
                Some(text.clone())
            }
            _ => None,
        });
        let span = self.places.next(quote.as_deref().unwrap_or(""));
        let mut claim = FigureClaim {
            indicator: String::new(),
            quote: quote.unwrap_or_default(),
            locus,
            place: None,
            period: None,
            status: None,
            measure: None,
            part_of: None,
            incomparable: None,
            counterparts: LangMap::default(),
            span,
        };
        for (key, value) in entry.0 {
            self.field(&mut claim, &key, value);
        }
        let lacks = match (claim.indicator.is_empty(), claim.quote.is_empty()) {
            (true, _) => "which indicator it is",
            (_, true) => "which words it is",
            _ => return Some(claim),
        };
        self.diagnostics.push(
            Diagnostic::new(codes::DATA_INVALID, format!("this claim does not say {lacks}"))
                .at(span, "")
                .help("write `- gdp: 地区生产总值[3870亿元]`, with the number in brackets"),
        );
        None
    }

    fn field(&mut self, claim: &mut FigureClaim, key: &str, value: Loose) {
        let span = claim.span;
        match (key, value) {
            ("indicator", Loose::Text(text)) => claim.indicator = text,
            ("quote", Loose::Text(_)) => {}
            ("place", Loose::Text(text)) => claim.place = Some(text),
            ("period", Loose::Text(text)) => claim.period = Some(text),
            ("part-of", Loose::Text(text)) => claim.part_of = Some(text),
            ("status", Loose::Text(text)) => {
                claim.status = one_of("status", &text, &FigureStatus::ALL, span, self.diagnostics);
            }
            ("measure", Loose::Text(text)) => {
                claim.measure = one_of("measure", &text, &Measure::ALL, span, self.diagnostics);
            }
            ("comparable", Loose::Map(reasons)) => claim.incomparable = Some(reasons),
            ("comparable", Loose::Text(text)) => {
                // `no: the bases differ`: a reason in words for readers of every language.
                if let Some(reason) = text.strip_prefix("no") {
                    let reason = reason.trim_start_matches([':', '：']).trim();
                    claim.incomparable = Some(LangMap([(String::new(), reason.into())].into()));
                }
            }
            (code, Loose::Text(text)) if self.languages.find(code).is_some() => {
                claim.counterparts.0.insert(code.to_owned(), text);
            }
            (key, Loose::Text(text)) if claim.indicator.is_empty() && text == claim.quote => {
                key.clone_into(&mut claim.indicator);
            }
            (key, _) => {
                let known = [
                    "indicator",
                    "quote",
                    "place",
                    "period",
                    "status",
                    "measure",
                    "part-of",
                    "comparable",
                ];
                let near = nearest(key, known);
                self.diagnostics.push(
                    Diagnostic::new(codes::KEY_UNKNOWN, format!("unknown key `{key}`"))
                        .at(span, "")
                        .help(near.map_or_else(
                            || format!("known keys here: {}", known.join(", ")),
                            |near| format!("did you mean `{near}`?"),
                        )),
                );
            }
        }
    }
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
