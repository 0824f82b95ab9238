//! `ledger.yaml` of a report: numerals that are no figures, each with the reason.

use super::numeral_claim::numeral_claim;
use super::yaml::{MapReader, YamlNode, list_file};
use crate::model::{LedgerClaim, Locus};
use crate::source::{Diagnosed, Diagnostic, SourceFile, codes, message};

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
    const REQUIRED: [&str; 3] = ["page", "is", "reason"];
    let name = message!("this-ledger-line");
    let mut entry = MapReader::new(node, name, node.span, &REQUIRED, diagnostics)?;
    let page = entry.placed_text("page");
    let section = entry.placed_text("section");
    let quote = entry.placed_text("quote");
    let is = entry.one_of("is", &KINDS.map(|kind| (kind, kind)));
    let reason = entry.languages("reason");
    let numeral = numeral_claim(&mut entry, quote);
    if numeral.is_none() && !entry.has_or_means("quote") {
        let fault = Diagnostic::new(codes::DATA_INVALID, message!("data-invalid-claim-quote"));
        let place = entry.place_of("");
        entry.diagnostics.push(fault.at(place).help(message!("write-ledger-line")));
    }
    entry.finish();
    Some(LedgerClaim {
        locus: Locus { page: page?, section },
        numeral: numeral?,
        is: is?.to_owned(),
        reason: reason?,
    })
}
