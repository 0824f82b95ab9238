//! `errata.yaml` of a report: where its text departs from the text as received.

use serde::Deserialize;

use super::yaml;
use crate::model::{Erratum, LangMap};
use crate::source::{Diagnosed, Diagnostic, SourceFile, Span, codes};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawErratum {
    was: String,
    is: Option<String>,
    perhaps: Option<String>,
    why: LangMap,
    at: Option<String>,
    times: Option<usize>,
}

/// Reads one `errata.yaml`.
pub fn entries(file: &SourceFile) -> Diagnosed<Vec<Erratum>> {
    let mut diagnostics = Vec::new();
    let text = &*file.text;
    let is_list = text.lines().any(|line| line.starts_with('-'));
    let raw: Vec<RawErratum> = if is_list {
        yaml::read(text, file.id, 0).into_value(&mut diagnostics).unwrap_or_default()
    } else {
        Vec::new()
    };
    let places = first_lines(text);
    let mut errata = Vec::with_capacity(raw.len());
    for (number, raw) in raw.into_iter().enumerate() {
        let range = places.get(number).cloned().unwrap_or(0..0);
        let span = Span::new(file.id, range);
        if raw.is.is_none() && raw.perhaps.is_none() {
            diagnostics.push(
                Diagnostic::new(codes::DATA_INVALID, "this erratum says neither `is` nor `perhaps`")
                    .at(span, "")
                    .help("write `is:` for a repair, `perhaps:` for a doubt that leaves the text as received"),
            );
        }
        errata.push(Erratum {
            was: raw.was,
            is: raw.is,
            perhaps: raw.perhaps,
            why: raw.why,
            at: raw.at,
            times: raw.times.unwrap_or(1),
            span,
        });
    }
    Diagnosed { value: errata, diagnostics }
}

/// The first line of each entry of a list that stands at the left edge.
fn first_lines(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut at = 0;
    let mut entries = Vec::new();
    for line in text.split_inclusive('\n') {
        if line.starts_with("- ") {
            entries.push(at + 2..at + line.trim_end().len());
        }
        at += line.len();
    }
    entries
}
