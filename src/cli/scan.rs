//! `duizhao scan`.

use super::arguments::{Common, ScanOptions};
use super::outcome::Outcome;
use super::{Result, report, request, terminal};
use crate::pipeline::{self, Request};
use crate::scan;
use crate::source::{codes, nearest};

pub(super) fn run(common: &Common, options: &ScanOptions) -> Result {
    let request = Request { covers_every_report: true, ..request(common)? };
    let mut loaded = pipeline::load(&request)?;
    // These are what is asked for.
    loaded.findings.shown.retain(|finding| finding.code != codes::LEDGER_UNACCOUNTED);
    let Some((site, _)) = &loaded.site else {
        report::findings(&loaded.findings, &loaded.sources);
        return Ok(Outcome::Unusable);
    };
    let in_reports = || site.pages.iter().filter(|page| page.report.is_some());
    for typed in &options.pages {
        if !in_reports().any(|page| scan::is_called(site, page, typed)) {
            report::error(&format!("no report has a page `{typed}`"));
            match nearest(typed, in_reports().map(|page| page.key.as_str())) {
                Some(near) => report::help(&format!("did you mean `{near}`?")),
                None => report::help("`duizhao list pages` lists them"),
            }
            return Ok(Outcome::Unusable);
        }
    }
    report::not_in_order(common, &loaded.findings);
    let proposal = scan::unaccounted(site, &|page| {
        options.pages.is_empty()
            || options.pages.iter().any(|typed| scan::is_called(site, page, typed))
    });
    terminal::print(|out| out.write_all(proposal.yaml.as_bytes()))?;
    if !common.quiet {
        report::summary(&match proposal.count {
            0 => "every numeral is accounted for".to_owned(),
            1 => "1 numeral is not accounted for".to_owned(),
            many => format!("{many} numerals are not accounted for"),
        });
    }
    Ok(Outcome::Fine)
}
