//! The ledger of a report: every numeral and what became of it.

use crate::model::{
    Day, Fate, FigureScope, Form, LangId, LedgerEntry, Matter, PageId, Quantity, QuantityKind,
    ReportId, Route, RouteKind, Site, SitePath, Unit,
};
use crate::publish::pages::Renderer;
use crate::publish::pages::frame::page_number;
use crate::publish::pages::kind::{Blank, PageKind, PagePlace};
use crate::publish::pages::view::{LedgerPart, LedgerRow, LedgerView, PageView, TallyView};
use crate::resolve::RouteSource;
use crate::source::{Message, message};

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

    fn called(&self) -> Message {
        message!("route-ledger")
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
                    title: self.page_title_run(page, lang),
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
            let first = ["indexed", "criterion", "figure"].iter().position(|known| *known == id);
            first.unwrap_or(if id == "unaccounted" { 4 } else { 3 })
        };
        tally.sort_by_key(|tally| (order(&tally.id), std::cmp::Reverse(tally.count)));
        LedgerView { total, tally, parts: parts.into_iter().map(|(_, part)| part).collect() }
    }

    /// A value as a reader of the language writes it: `2017`, `June 25`, `No. 2`, `48,400,000,000 yuan`.
    fn value_as_written(&self, quantity: &Quantity, words: &str, lang: LangId) -> String {
        let Some(value) = quantity.value else { return String::new() };
        match quantity.kind {
            // 6·25 is a name as much as a day.
            QuantityKind::Date if words.contains('·') => words.to_owned(),
            QuantityKind::Date => self.date_as_written(&value.to_string(), quantity.unit, lang),
            QuantityKind::Ordinal | QuantityKind::Rank => {
                self.interface_word(lang, "ordinal_value", &[("n", &value.to_string())])
            }
            _ => self.value_with_unit(value, quantity.unit, lang),
        }
    }

    /// A date from its digits: `20180331`, `201803`, `331`, or one part of it.
    fn date_as_written(&self, digits: &str, unit: Option<Unit>, lang: LangId) -> String {
        let at = |from: usize, to: usize| {
            digits.get(from..to).unwrap_or_default().trim_start_matches('0').to_owned()
        };
        let last_two = digits.len().saturating_sub(2);
        let (key, year, month, day) = match unit {
            Some(Unit::YEAR_MONTH_DAY) => ("date_full", at(0, 4), at(4, 6), at(6, 8)),
            Some(Unit::YEAR_MONTH) => ("date_year_month", at(0, 4), at(4, 6), String::new()),
            Some(Unit::MONTH_DAY) => {
                ("date_month_day", String::new(), at(0, last_two), at(last_two, digits.len()))
            }
            Some(Unit::MONTH_OF_YEAR) => {
                ("date_month", String::new(), digits.to_owned(), String::new())
            }
            Some(Unit::DAY_OF_MONTH) => {
                ("date_day", String::new(), String::new(), digits.to_owned())
            }
            _ => return digits.to_owned(),
        };
        let number = month.parse::<usize>().ok().and_then(|month| month.checked_sub(1));
        let name = number.and_then(|month| Day::MONTHS.get(month)).copied().unwrap_or_default();
        let values = [("y", &*year), ("m", &*month), ("month", name), ("d", &*day)];
        self.interface_word(lang, key, &values)
    }

    fn ledger_row(&self, entry: &LedgerEntry, form: &Form, from: &SitePath) -> LedgerRow {
        let lang = form.lang();
        let page = self.site.page(entry.page);
        let plain = &page.original().document.text(entry.text).plain;
        let path = self.page_href(page, form, from);
        let (shown, href) = match page.address(entry.place) {
            (_, id) if id.is_empty() => (page_number(page), path),
            (shown, id) => (shown, format!("{path}#{id}")),
        };
        let original = |text: &str| self.text_run(LangId::ORIGINAL, text);
        let before = &plain[..entry.range.start];
        let from_char = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
        let after = &plain[entry.range.end..];
        let to_char = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
        let quantity = &entry.quantity;
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
            Fate::Unaccounted => match self.site.statistics.scope {
                FigureScope::All => ("unaccounted", None, String::new()),
                FigureScope::Key => ("figure", None, String::new()),
            },
        };
        LedgerRow {
            address: shown,
            href,
            words: original(&plain[entry.range.clone()]),
            before: original(&before[from_char..]),
            after: original(&after[..to_char]),
            value: self.value_as_written(quantity, &plain[entry.range.clone()], lang),
            fate: fate.to_owned(),
            fate_text: self.interface_word(lang, &format!("fate_{fate}"), &[]),
            link,
            reason,
        }
    }
}
