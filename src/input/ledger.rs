//! `ledger.yaml` of a report: numerals that are no figures, each with the reason.

use super::yaml::{MapReader, YamlNode, list_file};
use crate::model::{LedgerClaim, Locus};
use crate::source::{Diagnosed, Diagnostic, SourceFile, message};

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
pub(crate) fn exceptions(file: &SourceFile) -> Diagnosed<Vec<LedgerClaim>> {
    let Diagnosed { value, mut diagnostics } = list_file(file);
    let value = value.iter().filter_map(|node| exception(node, &mut diagnostics)).collect();
    Diagnosed { value, diagnostics }
}

fn exception(node: &YamlNode, diagnostics: &mut Vec<Diagnostic>) -> Option<LedgerClaim> {
    const REQUIRED: [&str; 4] = ["page", "quote", "is", "reason"];
    let name = message!("this-ledger-line");
    let mut entry = MapReader::new(node, name, node.span, &REQUIRED, diagnostics)?;
    let page = entry.placed_text("page");
    let section = entry.placed_text("section");
    let quote = entry.placed_text("quote");
    let is = entry.one_of("is", &KINDS.map(|kind| (kind, kind)));
    let reason = entry.languages("reason");
    entry.finish();
    let quote = quote?;
    Some(LedgerClaim {
        locus: Locus { page: page?, section },
        quote: quote.value,
        is: is?.to_owned(),
        reason: reason?,
        span: quote.span,
    })
}
