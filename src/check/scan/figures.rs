//! Numerals that nobody has accounted for, as lines for `figures.yaml`.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use super::indicators::{ProposedIndicators, stated_period};
use super::precedents::{Precedent, Precedents};
use super::{Proposal, in_quotes};
use crate::model::{Fate, LedgerEntry, Page, Report, Site};
use crate::resolve::{Naming, NumeralName};

/// Lines for `figures.yaml`, and how many of them another report has claims for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct FigureProposal {
    /// The lines.
    pub(crate) lines: Proposal,
    /// How many are taken over.
    pub(crate) repeated: usize,
    /// Entries for `indicators.yaml` that the lines refer to.
    pub(crate) indicators: Proposal,
}

/// Every numeral of the wanted pages that nobody has accounted for, in text order, each with words
/// around it that occur once in its section, or with the heads of its cell; under the indicator that
/// the other report, if there is one, claims for the same words.
pub(crate) fn unaccounted(
    site: &Site,
    is_wanted: &dyn Fn(&Page) -> bool,
    from: Option<&Report>,
) -> FigureProposal {
    let mut lines = Lines::default();
    let mut indicators = ProposedIndicators::new(site);
    for report in site.reports.iter().rev() {
        if !report.pages().any(|page| is_wanted(site.page(page))) {
            continue;
        }
        let other = from.filter(|other| other.id != report.id);
        let precedents = other.and_then(|other| Precedents::new(site, report, other));
        let found = precedents.as_ref().map(|from| from.of_report(report)).unwrap_or_default();
        let is_open = |number: usize| {
            let is_told = found.contains_key(&number);
            !is_told && is_wanted(site.page(site.statistics.ledger[number].page))
        };
        lines.ids = indicators.of_report(site, report, &is_open);
        lines.add_report(site, report, is_wanted, &found);
        if let (Some(precedents), Some(other)) = (&precedents, other) {
            let unstated = precedents.unstated(report, &found);
            if !unstated.is_empty() {
                lines.add_unstated(&report.key, &other.key, &unstated);
            }
        }
    }
    lines.found.indicators = indicators.entries;
    lines.found
}

/// The lines, as they are written.
#[derive(Default)]
struct Lines {
    found: FigureProposal,
    /// The proposed indicators of the numerals of a report, by their place in the ledger.
    ids: HashMap<usize, String>,
}

impl Lines {
    fn add_report(
        &mut self,
        site: &Site,
        report: &Report,
        is_wanted: &dyn Fn(&Page) -> bool,
        precedents: &HashMap<usize, Precedent>,
    ) {
        let claims =
            |number: usize| precedents.get(&number).map(Precedent::claims).unwrap_or_default();
        let ledger = || site.statistics.ledger.iter().enumerate();
        // A threshold is written inside the claim that it belongs to.
        let criteria: HashSet<_> = ledger()
            .flat_map(|(number, entry)| {
                let criteria = claims(number).iter().flat_map(|claimed| &claimed.criteria);
                criteria.map(|range| (entry.page, entry.text, range.start))
            })
            .collect();
        let is_open = |number: usize, entry: &LedgerEntry| {
            entry.report == report.id
                && (entry.fate == Fate::Unaccounted || !claims(number).is_empty())
                && is_wanted(site.page(entry.page))
                && !criteria.contains(&(entry.page, entry.text, entry.range.start))
        };
        let mut last_section = None;
        let mut naming: Option<(&Page, Naming)> = None;
        for (number, entry) in ledger().filter(|(number, entry)| is_open(*number, entry)) {
            let page = site.page(entry.page);
            let Some((report, name)) = site.name_in_report(page) else { continue };
            let yaml = &mut self.found.lines.yaml;
            if naming.is_none() {
                let gap = if yaml.is_empty() { "" } else { "\n" };
                let _ = writeln!(yaml, "{gap}# content/{report}/figures.yaml");
            }
            if naming.as_ref().is_none_or(|(last, _)| last.id != page.id) {
                let _ = writeln!(yaml, "{name}:");
                last_section = None;
                naming = Some((page, Naming::new(page)));
            }
            let Some((_, naming)) = &naming else { continue };
            let section = naming.section_key(entry.place, entry.text).to_owned();
            if last_section.as_ref() != Some(&section) {
                let _ = writeln!(yaml, "  {section}:");
                last_section = Some(section);
            }
            let rules = site.languages.original().numerals;
            let period = rules.and_then(|rules| stated_period(page, entry, rules));
            let id = self.ids.get(&number).cloned();
            self.add_entry((page, entry), naming, precedents.get(&number), (id, period));
        }
    }

    /// Adds the line of one numeral.
    fn add_entry(
        &mut self,
        (page, entry): (&Page, &LedgerEntry),
        naming: &Naming,
        precedent: Option<&Precedent>,
        (id, period): (Option<String>, Option<String>),
    ) {
        let FigureProposal { lines: Proposal { yaml, count }, repeated, .. } = &mut self.found;
        *count += 1;
        let todo = format!("todo-{count}");
        let claims = precedent.map(Precedent::claims).unwrap_or_default();
        let named: Vec<_> = claims
            .iter()
            .filter_map(|claimed| {
                let name = naming.name_numeral(entry.text, &entry.range, &claimed.criteria)?;
                Some(claim(claimed.id, &name, &claimed.keys))
            })
            .collect();
        if !named.is_empty() {
            *repeated += 1;
            for line in named {
                let _ = writeln!(yaml, "    - {line}");
            }
            return;
        }
        let line = match naming.name_numeral(entry.text, &entry.range, &[]) {
            Some(found) => {
                let _ = match precedent {
                    Some(Precedent::Several(ids)) => {
                        writeln!(yaml, "    # one of these, or none: {}", ids.join(", "))
                    }
                    Some(Precedent::Stated(is)) => writeln!(yaml, "    # no figure there: {is}"),
                    _ => Ok(()),
                };
                let period: Vec<_> = period.map(|period| ("period", period)).into_iter().collect();
                claim(id.as_ref().unwrap_or(&todo), &found, &period)
            }
            None => {
                let plain = &*page.original().document.text(entry.text).plain;
                let words = in_quotes(&plain[entry.range.clone()]);
                format!("{todo}: \"[{words}]\"  # cannot be told from others")
            }
        };
        let _ = writeln!(yaml, "    - {line}");
    }

    /// Says which indicators of the other report have no counterpart.
    fn add_unstated(&mut self, report: &str, other: &str, unstated: &[&str]) {
        let (count, ids) = (unstated.len(), unstated.join(", "));
        let are = if count == 1 { "indicator of {other} is" } else { "indicators of {other} are" };
        let are = are.replace("{other}", other);
        let yaml = &mut self.found.lines.yaml;
        let _ = writeln!(yaml, "# {count} {are} not stated in {report}: {ids}");
    }
}

/// A claim under its indicator, or one to be named: `todo-1: "增长[6.5%]"`, `{todo-2: "[3870]", row:
/// "甲市", column: "产值"}`.
fn claim(id: &str, name: &NumeralName, others: &[(&'static str, String)]) -> String {
    let quote = in_quotes(&name.quote);
    if name.keys.is_empty() && others.is_empty() {
        return format!("{id}: \"{quote}\"");
    }
    let is_number = |key: &str| key == "nth";
    let keys = name.keys.iter().chain(others).map(|(key, value)| {
        if is_number(key) {
            format!("{key}: {value}")
        } else {
            format!("{key}: \"{}\"", in_quotes(value))
        }
    });
    format!("{{{id}: \"{quote}\", {}}}", keys.collect::<Vec<_>>().join(", "))
}
