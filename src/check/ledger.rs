//! Every numeral of a report that claims figures is accounted for.

use super::{Check, Context};
use crate::model::Fate;
use crate::source::{Diagnostic, Span, codes, message};

pub(super) struct Ledger;

impl Check for Ledger {
    fn run(&self, context: &Context) -> Vec<Diagnostic> {
        let site = context.site;
        let is_whole = |report| !site.statistics.partly_read.contains(report);
        let entries = site.statistics.ledger.iter().filter(|entry| is_whole(&entry.report));
        entries
            .filter(|entry| entry.fate == Fate::Unaccounted)
            .map(|entry| {
                let document = &site.page(entry.page).original().document;
                let text = document.text(entry.text);
                let words = &text.plain[entry.range.clone()];
                Diagnostic::new(
                    codes::LEDGER_UNACCOUNTED,
                    message!("ledger-unaccounted", words = words),
                )
                .at(Span::new(document.file, text.source_range(entry.range.clone())))
                .help(message!("ledger-unaccounted.help"))
            })
            .collect()
    }
}
