//! YAML files beside the pages into typed data.

use std::fs;

use serde::Deserialize;

use super::tree::Found;
use super::{text, unreadable};
use crate::model::{Erratum, LangMap};
use crate::source::{Diagnosed, Diagnostic, Sources, Span, codes};
use crate::yaml;

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

/// Reads each `errata.yaml`.
pub(super) fn errata(
    files: Vec<Found>,
    sources: &mut Sources,
) -> Diagnosed<Vec<(String, Vec<Erratum>)>> {
    let mut all = Vec::new();
    let mut diagnostics = Vec::new();
    for found in files {
        let read = fs::read(&found.path)
            .map_err(|error| unreadable(&found.shown, &error.to_string()))
            .and_then(|bytes| text(&found.shown, bytes));
        match read {
            Ok(text) => {
                let folder = found.key.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
                let file = sources.add(found.shown, text);
                all.push((folder, one_file(sources.get(file), &mut diagnostics)));
            }
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    Diagnosed { value: all, diagnostics }
}

fn one_file(file: &crate::source::SourceFile, diagnostics: &mut Vec<Diagnostic>) -> Vec<Erratum> {
    let text = &*file.text;
    let is_list = text.lines().any(|line| line.starts_with('-'));
    let raw: Vec<RawErratum> = if is_list {
        yaml::read(text, file.id, 0).into_value(diagnostics).unwrap_or_default()
    } else {
        Vec::new()
    };
    let places = entries(text);
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
    errata
}

/// The first line of each entry of a list that stands at the left edge.
fn entries(text: &str) -> Vec<std::ops::Range<usize>> {
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
