//! `ledger.yaml` of a report: numerals that are no figures, each with the reason.

use serde::Deserialize;

use super::places::Places;
use super::yaml;
use crate::model::{LangMap, LedgerClaim, Locus};
use crate::source::{Diagnosed, Diagnostic, SourceFile, codes};

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

/// Reads one `ledger.yaml`.
pub fn exceptions(file: &SourceFile) -> Diagnosed<Vec<LedgerClaim>> {
    let mut diagnostics = Vec::new();
    let mut exceptions = Vec::new();
    if !file.text.lines().any(|line| line.starts_with('-')) {
        return Diagnosed { value: exceptions, diagnostics };
    }
    let raws: Option<Vec<RawException>> =
        yaml::read(&file.text, file.id, 0).into_value(&mut diagnostics);
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
        exceptions.push(LedgerClaim {
            locus,
            quote: raw.quote,
            is: raw.is,
            reason: raw.reason,
            span,
        });
    }
    Diagnosed { value: exceptions, diagnostics }
}
