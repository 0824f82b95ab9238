//! Departures from the text as received that nothing explains, as entries of `errata.yaml`.

use std::fmt::Write as _;

use super::Proposal;
use crate::check::fidelity::lacking_errata;
use crate::model::{Page, Site};

/// The entries that the reports with a wanted page lack. The reason stands where the change itself tells it.
pub(crate) fn unexplained_departures(site: &Site, is_wanted: &dyn Fn(&Page) -> bool) -> Proposal {
    let mut proposal = Proposal::default();
    for report in &site.reports {
        if !report.pages().any(|page| is_wanted(site.page(page))) {
            continue;
        }
        let lacking = lacking_errata(site, report);
        if lacking.is_empty() {
            continue;
        }
        let yaml = &mut proposal.yaml;
        let gap = if yaml.is_empty() { "" } else { "\n" };
        let _ = writeln!(yaml, "{gap}# content/{}/errata.yaml", report.key);
        for erratum in lacking {
            let _ = write!(
                yaml,
                "- was: {}\n  is: {}\n",
                in_lines(&erratum.was),
                in_lines(&erratum.is)
            );
            if let Some(at) = &erratum.at {
                let _ = writeln!(yaml, "  at: {at}");
            }
            if erratum.times > 1 {
                let _ = writeln!(yaml, "  times: {}", erratum.times);
            }
            let [zh, en] = erratum.reason.reasons();
            let _ = writeln!(yaml, "  why: {{zh: {}, en: {}}}", in_lines(zh), in_lines(en));
            proposal.count += 1;
        }
    }
    proposal
}

/// A YAML string in double quotes that keeps the ends of paragraphs.
fn in_lines(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    format!("\"{escaped}\"")
}
