//! Every numeral of a report that claims figures is accounted for; where only key figures are to be
//! indexed, one notice for each report says how many are.

use super::{Check, Context};
use crate::model::{Coverage, Fate, FigureScope, Report, Site};
use crate::source::{Diagnostic, Span, codes, message};

pub(super) struct Ledger;

impl Check for Ledger {
    fn run(&self, context: &Context) -> Vec<Diagnostic> {
        match context.site.statistics.scope {
            FigureScope::All => unaccounted(context.site),
            FigureScope::Key => key_figures(context.site),
        }
    }
}

fn key_figures(site: &Site) -> Vec<Diagnostic> {
    let statistics = &site.statistics;
    let is_whole = |report: &&Report| !statistics.partly_read.contains(&report.id);
    let told = site.reports.iter().filter(is_whole).filter_map(|report| {
        let Coverage { indexed, figures } = statistics.coverage(report.id)?;
        let said = message!("ledger-key-figures", indexed = indexed, figures = figures);
        let cover = &site.page(report.cover).original().document;
        Some(Diagnostic::new(codes::LEDGER_KEY_FIGURES, said).at(cover.title_span))
    });
    told.collect()
}

fn unaccounted(site: &Site) -> Vec<Diagnostic> {
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
