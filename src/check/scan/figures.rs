//! Numerals that nobody has accounted for, as lines for `figures.yaml`.

use std::fmt::Write as _;

use super::{Proposal, in_quotes};
use crate::model::{Fate, Page, Site};
use crate::resolve::{Naming, NumeralName};

/// Every numeral of the wanted pages that nobody has accounted for, in text order, each with words
/// around it that occur once in its section, or with the heads of its cell.
pub(crate) fn unaccounted(site: &Site, is_wanted: &dyn Fn(&Page) -> bool) -> Proposal {
    let mut proposal = Proposal::default();
    let (mut last_report, mut last_section) = (None, None);
    let mut naming: Option<(&Page, Naming)> = None;
    let open = site.statistics.ledger.iter().filter(|entry| entry.fate == Fate::Unaccounted);
    for entry in open {
        let page = site.page(entry.page);
        let Some((report, name)) = site.name_in_report(page).filter(|_| is_wanted(page)) else {
            continue;
        };
        let yaml = &mut proposal.yaml;
        if last_report != Some(entry.report) {
            let gap = if yaml.is_empty() { "" } else { "\n" };
            let _ = writeln!(yaml, "{gap}# content/{report}/figures.yaml");
            last_report = Some(entry.report);
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
        proposal.count += 1;
        let plain = &*page.original().document.text(entry.text).plain;
        let line = match naming.name_numeral(entry.text, &entry.range) {
            Some(found) => claim(proposal.count, &found),
            None => {
                let words = in_quotes(&plain[entry.range.clone()]);
                format!("todo-{}: \"[{words}]\"  # cannot be told from others", proposal.count)
            }
        };
        let _ = writeln!(yaml, "    - {line}");
    }
    proposal
}

/// A claim without its indicator: `todo-1: "增长[6.5%]"`, `{todo-2: "[3870]", row: "甲市", column: "产值"}`.
fn claim(number: usize, name: &NumeralName) -> String {
    let quote = in_quotes(&name.quote);
    if name.keys.is_empty() {
        return format!("todo-{number}: \"{quote}\"");
    }
    let is_number = |key: &str| key == "nth";
    let keys = name.keys.iter().map(|(key, value)| {
        if is_number(key) {
            format!("{key}: {value}")
        } else {
            format!("{key}: \"{}\"", in_quotes(value))
        }
    });
    format!("{{todo-{number}: \"{quote}\", {}}}", keys.collect::<Vec<_>>().join(", "))
}
