//! `waivers.yaml` beside the cover of a report.

use serde::Deserialize;

use super::places::Places;
use super::yaml;
use crate::model::{LangMap, Waiver};
use crate::source::{ALL_CODES, Diagnosed, Diagnostic, SourceFile, code, codes, nearest};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWaiver {
    code: String,
    page: String,
    at: String,
    quote: String,
    reason: LangMap,
}

/// Reads one `waivers.yaml`.
pub fn entries(file: &SourceFile) -> Diagnosed<Vec<Waiver>> {
    let mut diagnostics = Vec::new();
    if !file.text.lines().any(|line| line.starts_with('-')) {
        return Diagnosed { value: Vec::new(), diagnostics };
    }
    let raws: Option<Vec<RawWaiver>> =
        yaml::read(&file.text, file.id, 0).into_value(&mut diagnostics);
    let mut places = Places::new(file);
    let mut waivers = Vec::new();
    for raw in raws.unwrap_or_default() {
        let span = places.next(&raw.quote);
        let fault = if code(&raw.code).is_none() {
            let names = ALL_CODES.iter().map(|entry| entry.code.name());
            let near = nearest(&raw.code, names).unwrap_or("number.missing");
            Some((
                format!("no finding has the code `{}`", raw.code),
                format!("did you mean `{near}`?"),
            ))
        } else if raw.quote.trim().is_empty() || raw.at.trim().is_empty() {
            let help = "name the paragraph in `at` (`s1.2-p3`) and its words in `quote`; a waiver is for one place";
            Some(("this waiver does not say what it is for".to_owned(), help.to_owned()))
        } else if raw.reason.0.values().all(|reason| reason.trim().is_empty()) {
            Some((
                "this waiver gives no reason".to_owned(),
                "write why the place is right as it is".to_owned(),
            ))
        } else {
            None
        };
        match fault {
            Some((message, help)) => diagnostics
                .push(Diagnostic::new(codes::DATA_INVALID, message).at(span, "").help(help)),
            None => waivers.push(Waiver {
                code: raw.code,
                page: raw.page,
                at: raw.at,
                quote: raw.quote,
                reason: raw.reason,
                span,
            }),
        }
    }
    Diagnosed { value: waivers, diagnostics }
}
