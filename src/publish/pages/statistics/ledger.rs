//! The ledger of a report: every numeral and what became of it.

use crate::model::{
    Fate, Form, LangId, LedgerEntry, Matter, PageId, ReportId, Route, RouteKind, Site, SitePath,
};
use crate::publish::pages::Renderer;
use crate::publish::pages::frame::page_number;
use crate::publish::pages::kind::{Blank, PageKind, PagePlace};
use crate::publish::pages::view::{LedgerPart, LedgerRow, LedgerView, PageView, TallyView};
use crate::resolve::RouteSource;

/// How much of the text around a numeral is shown, in characters.
const CONTEXT: usize = 14;

/// The page kind `ledger`: of each report that accounts for its numerals.
pub(in crate::publish::pages) struct Ledger;

impl RouteSource for Ledger {
    fn routes(&self, site: &Site, _before: &[Route]) -> Vec<Route> {
        let covered = site.reports.iter().filter(|report| site.statistics.covers(report.id));
        covered
            .map(|report| {
                let file = format!("{}/ledger", report.key);
                Route::in_languages(self.kind(), Matter::Report(report.id), &site.forms, &file)
            })
            .collect()
    }
}

impl PageKind for Ledger {
    fn kind(&self) -> RouteKind {
        RouteKind::LEDGER
    }

    fn keys(&self) -> &'static [(&'static str, Blank)] {
        &[("ledger", Blank::Null)]
    }

    fn view(&self, renderer: &Renderer, place: &PagePlace) -> PageView {
        let Matter::Report(id) = place.route.matter else { return renderer.frame(place) };
        let report = renderer.site.report(id);
        let name = renderer.interface_word(place.form.lang(), "ledger_title", &[]);
        let mut view = renderer.statistics_frame(place, &name, Some(report), None);
        view.body.set("ledger", &renderer.ledger_view(id, place.form, place.path));
        view
    }
}

impl Renderer<'_> {
    fn ledger_view(&self, report: ReportId, form: &Form, from: &SitePath) -> LedgerView {
        let lang = form.lang();
        let entries = self.site.statistics.ledger.iter().filter(|entry| entry.report == report);
        let mut parts: Vec<(PageId, LedgerPart)> = Vec::new();
        let mut tally: Vec<TallyView> = Vec::new();
        let mut total = 0;
        for entry in entries {
            total += 1;
            let row = self.ledger_row(entry, form, from);
            match tally.iter_mut().find(|known| known.id == row.fate) {
                Some(known) => known.count += 1,
                None => tally.push(TallyView {
                    id: row.fate.clone(),
                    label: row.fate_text.clone(),
                    count: 1,
                }),
            }
            if parts.last().is_none_or(|(page, _)| *page != entry.page) {
                let page = self.site.page(entry.page);
                let part = LedgerPart {
                    title: self.text_run(lang, &self.page_title(page, lang)),
                    href: self.page_href(page, form, from),
                    entries: Vec::new(),
                };
                parts.push((entry.page, part));
            }
            if let Some((_, part)) = parts.last_mut() {
                part.entries.push(row);
            }
        }
        let order = |id: &str| {
            let first = ["indexed", "criterion"].iter().position(|known| *known == id);
            first.unwrap_or(if id == "unaccounted" { 3 } else { 2 })
        };
        tally.sort_by_key(|tally| (order(&tally.id), std::cmp::Reverse(tally.count)));
        LedgerView { total, tally, parts: parts.into_iter().map(|(_, part)| part).collect() }
    }

    fn ledger_row(&self, entry: &LedgerEntry, form: &Form, from: &SitePath) -> LedgerRow {
        let lang = form.lang();
        let page = self.site.page(entry.page);
        let plain = &page.original().document.text(entry.text).plain;
        let address = entry.pair.and_then(|pair| page.pairs[pair].address);
        let path = self.page_href(page, form, from);
        let (shown, href) = match address {
            Some(address) => {
                (address.shown(&page.number), format!("{path}#{}", address.id(&page.number)))
            }
            None => (page_number(page), path),
        };
        let original = |text: &str| self.text_run(LangId::ORIGINAL, text);
        let before = &plain[..entry.range.start];
        let from_char = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
        let after = &plain[entry.range.end..];
        let to_char = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
        let quantity = &entry.quantity;
        let value = quantity.value.map(|value| value.to_string()).unwrap_or_default();
        let unit =
            quantity.unit.map(|unit| self.unit_in_words(lang, unit.name())).unwrap_or_default();
        let (fate, link, reason) = match &entry.fate {
            Fate::Indexed(id) | Fate::Criterion(id) => {
                let observation = self.site.statistics.observation(*id);
                let fate = match entry.fate {
                    Fate::Indexed(_) => "indexed",
                    _ => "criterion",
                };
                (fate, self.indicator_link(observation.indicator, lang, from), String::new())
            }
            Fate::Term(concept) => ("term", self.term_link(*concept, lang, from), String::new()),
            Fate::Explained => (quantity.kind.name(), None, String::new()),
            Fate::Stated(reason) => {
                (&*reason.is, None, reason.reason.get_or_any(self.language_code(lang)).to_owned())
            }
            Fate::Unaccounted => ("unaccounted", None, String::new()),
        };
        LedgerRow {
            address: shown,
            href,
            words: original(&plain[entry.range.clone()]),
            before: original(&before[from_char..]),
            after: original(&after[..to_char]),
            value: format!("{value} {unit}").trim().to_owned(),
            fate: fate.to_owned(),
            fate_text: self.interface_word(lang, &format!("fate_{fate}"), &[]),
            link,
            reason,
        }
    }
}
