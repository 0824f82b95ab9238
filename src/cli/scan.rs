//! `duizhao scan`.

use super::arguments::{Common, ScanOptions};
use super::outcome::Outcome;
use super::{Result, pages, report, request_with_drafts, terminal};
use crate::model::{Page, Report, Site};
use crate::pipeline::{self, Request, ScanKind, ScanResult};
use crate::source::{codes, nearest};

pub(super) fn run(common: &Common, options: &ScanOptions) -> Result {
    let (mut kinds, typed) = kinds_and_pages(&options.wanted);
    if options.from.is_some() {
        if kinds.is_empty() {
            kinds.push(ScanKind::Figures);
        } else if !kinds.contains(&ScanKind::Figures) {
            report::error(&"only claims of figures are taken over: `scan figures --from`");
            return Ok(Outcome::Unusable);
        }
    }
    let request = Request { covers_every_report: true, ..request_with_drafts(common)? };
    let mut loaded = pipeline::load(&request)?;
    // These are what is asked for.
    let asked = [
        codes::LEDGER_UNACCOUNTED,
        codes::TERM_UNEXPLAINED,
        codes::ALIGN_BLOCK,
        codes::ERRATUM_UNEXPLAINED,
    ];
    loaded.findings.shown.retain(|finding| !asked.contains(&finding.code));
    let Some((site, _)) = &loaded.site else {
        report::findings(common, &loaded.findings, &loaded.sources);
        return Ok(Outcome::Unusable);
    };
    let (reports, typed): (Vec<String>, Vec<String>) =
        typed.into_iter().partition(|typed| site.reports.iter().any(|report| report.key == *typed));
    if !pages::are_known(site, &typed) {
        return Ok(Outcome::Unusable);
    }
    let from = match &options.from {
        Some(key) => match report_with_claims(site, key) {
            Some(other) => Some(other),
            None => return Ok(Outcome::Unusable),
        },
        None => None,
    };
    report::not_in_order(common, &loaded.findings);
    let is_wanted = |page: &Page| {
        let of_report = page.report.map(|report| &site.report(report).key);
        of_report.is_some_and(|key| reports.contains(key))
            || ((reports.is_empty() || !typed.is_empty()) && pages::is_wanted(site, page, &typed))
    };
    let found =
        pipeline::scan(site, &loaded.sources, &loaded.findings.shown, &kinds, &is_wanted, from);
    let figures = found.figures.as_ref().map(|found| &found.lines);
    let blocks = found.blocks.as_ref().map(|(found, _)| found);
    let indicators = found.figures.as_ref().map(|found| &found.indicators);
    let others = [found.terms.as_ref(), blocks, found.errata.as_ref(), found.waivers.as_ref()];
    let lines = [figures, indicators].into_iter().chain(others);
    let lines = lines.flatten().map(|found| &found.yaml);
    let lines = lines.filter(|lines| !lines.is_empty());
    let lines: Vec<&str> = lines.map(String::as_str).collect();
    terminal::print(|out| out.write_all(lines.join("\n").as_bytes()))?;
    if !common.quiet {
        report::summary(&summary(&found).join("; "));
    }
    Ok(Outcome::Fine)
}

/// The report whose claims are to be taken over; nothing, and it is said, where there is none.
fn report_with_claims<'a>(site: &'a Site, key: &str) -> Option<&'a Report> {
    let found = site.reports.iter().find(|report| report.key == key);
    let Some(found) = found else {
        report::error(&format!("there is no report `{key}`"));
        match nearest(key, site.reports.iter().map(|report| &*report.key)) {
            Some(near) => report::print_help(&format!("did you mean `{near}`?")),
            None => report::print_help("`duizhao list pages` lists them"),
        }
        return None;
    };
    if !site.statistics.observations.iter().any(|of| of.report == found.id) {
        report::error(&format!("`{key}` claims no figures that could be taken over"));
        return None;
    }
    Some(found)
}

/// The kinds that were typed, which come first, and the pages.
fn kinds_and_pages(wanted: &[String]) -> (Vec<ScanKind>, Vec<String>) {
    let kind = |word: &String| ScanKind::ALL.iter().find(|(name, _)| name == word);
    let count = wanted.iter().take_while(|word| kind(word).is_some()).count();
    let (kinds, pages) = wanted.split_at(count);
    (kinds.iter().filter_map(|word| kind(word).map(|(_, kind)| *kind)).collect(), pages.to_vec())
}

/// What was found of each kind, in words.
fn summary(found: &ScanResult) -> Vec<String> {
    let count = |number: usize, [none, one, many]: [&str; 3]| match number {
        0 => none.to_owned(),
        1 => format!("1 {one}"),
        number => format!("{number} {many}"),
    };
    let mut parts = Vec::new();
    if let Some(figures) = &found.figures {
        let words = [
            "every numeral is accounted for",
            "numeral is not accounted for",
            "numerals are not accounted for",
        ];
        parts.push(count(figures.lines.count, words));
        if figures.repeated > 0 {
            parts.push(format!("{} claims are taken over", figures.repeated));
        }
        if figures.indicators.count > 0 {
            let words = ["", "indicator is proposed", "indicators are proposed"];
            parts.push(count(figures.indicators.count, words));
        }
    }
    if let Some(terms) = &found.terms {
        let words = [
            "every quoted coinage is explained",
            "quoted coinage has no term",
            "quoted coinages have no term",
        ];
        parts.push(count(terms.count, words));
    }
    if let Some(errata) = found.errata.as_ref().filter(|errata| errata.count > 0) {
        let words = ["", "departure has no erratum", "departures have no erratum"];
        parts.push(count(errata.count, words));
    } else if found.errata.is_some() && parts.is_empty() && found.blocks.is_none() {
        parts.push("every departure from a text as received is explained".to_owned());
    }
    if let Some(waivers) = &found.waivers {
        let words = [
            "no finding can be waived",
            "finding as a waiver: paste it if it is not a fault, with the reason",
            "findings as waivers: paste those that are not faults, with the reason",
        ];
        parts.push(count(waivers.count, words));
    }
    if let Some((blocks, unclear)) = &found.blocks {
        if blocks.count + unclear > 0 {
            let words = ["no row can be proposed", "row to be stated", "rows to be stated"];
            parts.push(count(blocks.count, words));
        } else if parts.is_empty() {
            parts.push("every translation runs in step with its original".to_owned());
        }
        if *unclear > 0 {
            let words = ["", "place is not clear", "places are not clear"];
            parts.push(format!("{}: correct or state them by hand", count(*unclear, words)));
        }
    }
    parts
}
