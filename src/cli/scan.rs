//! `duizhao scan`.

use super::arguments::{Common, ScanOptions};
use super::outcome::Outcome;
use super::{Result, pages, report, request_with_drafts, terminal};
use crate::model::Page;
use crate::pipeline::{self, Request, ScanResult};
use crate::source::codes;

pub(super) fn run(common: &Common, options: &ScanOptions) -> Result {
    let request = Request { covers_every_report: true, ..request_with_drafts(common)? };
    let mut loaded = pipeline::load(&request)?;
    // These are what is asked for.
    let asked = [codes::LEDGER_UNACCOUNTED, codes::TERM_UNEXPLAINED];
    loaded.findings.shown.retain(|finding| !asked.contains(&finding.code));
    let Some((site, _)) = &loaded.site else {
        report::findings(common, &loaded.findings, &loaded.sources);
        return Ok(Outcome::Unusable);
    };
    if !pages::are_known(site, &options.pages) {
        return Ok(Outcome::Unusable);
    }
    report::not_in_order(common, &loaded.findings);
    let is_wanted = |page: &Page| pages::is_wanted(site, page, &options.pages);
    let ScanResult { figures, terms } = pipeline::scan(site, &is_wanted);
    let gap = if figures.count > 0 && terms.count > 0 { "\n" } else { "" };
    let yaml = format!("{}{gap}{}", figures.yaml, terms.yaml);
    terminal::print(|out| out.write_all(yaml.as_bytes()))?;
    if !common.quiet {
        let figures = match figures.count {
            0 => "every numeral is accounted for".to_owned(),
            1 => "1 numeral is not accounted for".to_owned(),
            many => format!("{many} numerals are not accounted for"),
        };
        let terms = match terms.count {
            0 => "every quoted coinage is explained".to_owned(),
            1 => "1 quoted coinage has no term".to_owned(),
            many => format!("{many} quoted coinages have no term"),
        };
        report::summary(&format!("{figures}; {terms}"));
    }
    Ok(Outcome::Fine)
}
