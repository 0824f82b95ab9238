//! Where a numeral stands, as `figures.yaml` and `ledger.yaml` say it.

use super::yaml::MapReader;
use crate::model::{CellClaim, NumeralClaim};
use crate::source::{Diagnostic, Placed, codes, message};

/// The keys that say where a numeral stands, beside the words around it.
pub(super) const NUMERAL_KEYS: [&str; 5] = ["table", "row", "column", "at", "nth"];

/// The keys of an entry that say where its numeral stands; `quote` was read before. Nothing, and a
/// finding, where they name no place.
pub(super) fn numeral_claim(
    entry: &mut MapReader,
    quote: Option<Placed<String>>,
) -> Option<NumeralClaim> {
    let cell = CellClaim {
        table: entry.placed_text("table"),
        row: entry.placed_text("row"),
        column: entry.placed_text("column"),
    };
    let at = entry.placed_text("at");
    let nth = entry.whole_number("nth").and_then(|number| {
        let span = entry.place_of("nth");
        let which = usize::try_from(number).ok().filter(|which| *which > 0);
        if which.is_none() {
            let message = message!("data-invalid-nth");
            entry.diagnostics.push(Diagnostic::new(codes::DATA_INVALID, message).at(span));
        }
        Some(Placed::new(which?, span))
    });
    let heads = [&cell.row, &cell.column, &cell.table].into_iter().flatten();
    let span =
        quote.as_ref().map(|quote| quote.span).or_else(|| heads.map(|head| head.span).next())?;
    Some(NumeralClaim { quote: quote.map(|quote| quote.value), cell, at, nth, span })
}
