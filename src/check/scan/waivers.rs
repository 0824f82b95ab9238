//! Findings as entries of `waivers.yaml`, for those that somebody looked at and that are not faults.

use std::collections::BTreeMap;

use super::{Proposal, in_quotes};
use crate::model::{Page, Site};
use crate::source::{Diagnostic, Sources};

/// An entry for each finding at a paragraph of a wanted page; its reason is to be written.
pub(crate) fn waivable_findings(
    site: &Site,
    sources: &Sources,
    findings: &[Diagnostic],
    is_wanted: &dyn Fn(&Page) -> bool,
) -> Proposal {
    let mut by_report: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for finding in findings {
        let Some((report, line)) = waiver_of(site, sources, finding, is_wanted) else { continue };
        by_report.entry(report).or_default().push(line);
    }
    let mut proposal = Proposal::default();
    for (report, lines) in by_report {
        let gap = if proposal.yaml.is_empty() { "" } else { "\n" };
        let head = format!("{gap}# content/{report}/waivers.yaml\n");
        proposal.yaml.push_str(&head);
        proposal.count += lines.len();
        proposal.yaml.extend(lines);
    }
    proposal
}

/// The report of a finding and the waiver of it; nothing for one that has no paragraph or marks no words.
fn waiver_of<'a>(
    site: &'a Site,
    sources: &Sources,
    finding: &Diagnostic,
    is_wanted: &dyn Fn(&Page) -> bool,
) -> Option<(&'a str, String)> {
    let at = finding.address.as_deref()?;
    let label = finding.labels.first()?;
    let page = site.pages.iter().find(|page| {
        let files = page.sides.iter().flatten().map(|side| side.document.file);
        files.into_iter().any(|file| file == label.span.file)
    });
    let page = page.filter(|page| is_wanted(page))?;
    let (report, name) = site.name_in_report(page)?;
    let words = sources.get(label.span.file).text.get(label.span.range())?;
    let is_line = !words.is_empty() && !words.contains('\n');
    is_line.then(|| {
        let line = format!(
            "- {{code: {}, page: \"{}\", at: {at}, quote: \"{}\", reason: {{zh: …, en: …}}}}\n",
            finding.code.name(),
            in_quotes(name),
            in_quotes(words)
        );
        (report, line)
    })
}
