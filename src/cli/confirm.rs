//! `duizhao confirm`.

use super::arguments::{Common, ConfirmOptions};
use super::outcome::Outcome;
use super::{Result, pages, report, request_with_drafts};
use crate::lock::{self, Change, ChangeKind, NewLock};
use crate::model::{Page, Site};
use crate::pipeline::{self, Confirmation};
use crate::source::{Diagnostic, Severity, codes};

pub(super) fn run(common: &Common, options: &ConfirmOptions) -> Result {
    let request = request_with_drafts(common)?;
    let mut loaded = pipeline::load(&request)?;
    // Other findings, such as a term that is missing, are for `check` to tell.
    loaded.findings.shown.retain(|finding| is_of_addresses(finding) || stands_in_the_way(finding));
    let Some((site, _)) = &loaded.site else {
        report::findings(common, &loaded.findings, &loaded.sources);
        return Ok(Outcome::Unusable);
    };
    report::findings(common, &loaded.findings, &loaded.sources);
    if loaded.findings.has_errors(false) {
        report::summary(&format!(
            "nothing was confirmed: {}",
            report::counts_in_words(&loaded.findings)
        ));
        return Ok(Outcome::Failed);
    }
    if !pages::are_known(site, &options.pages) {
        return Ok(Outcome::Unusable);
    }
    let is_wanted = |page: &Page| pages::is_wanted(site, page, &options.pages);
    let confirmation = match pipeline::confirm(&request, site, &is_wanted, options.dry_run) {
        Ok(confirmation) => confirmation,
        Err(error) => {
            report::error(&error);
            return Ok(Outcome::Failed);
        }
    };
    let Confirmation { confirmed, has_news } = confirmation;
    if !common.quiet {
        for change in &confirmed.changes {
            report::result(&change_line(site, change))?;
        }
        report::result(&summary(&confirmed, has_news, options.dry_run))?;
    }
    Ok(Outcome::Fine)
}

/// What is said of the addresses that are about to be written.
fn is_of_addresses(finding: &Diagnostic) -> bool {
    finding.code.name().starts_with("address.")
}

/// What makes it uncertain which words belong together, or what the site is at all.
fn stands_in_the_way(finding: &Diagnostic) -> bool {
    let code = finding.code;
    let is_structure = code == codes::HEADING_LEVEL
        || code == codes::TRANSLATION_MISSING
        || !code.entry().is_configurable;
    finding.severity == Severity::Error && is_structure
}

fn change_line(site: &Site, change: &Change) -> String {
    let page = site.page(change.page);
    let place =
        if change.id.is_empty() { page.key.clone() } else { format!("{}#{}", page.key, change.id) };
    let what = match change.kind {
        ChangeKind::Page => "new page",
        ChangeKind::New => "new",
        ChangeKind::Gone => "given up",
        ChangeKind::Original => "the original changed, the translation did not",
        ChangeKind::Translation => "the translation changed, the original did not",
        ChangeKind::Both => "both changed",
    };
    format!("{place}: {what}")
}

fn summary(confirmed: &NewLock, has_news: bool, is_dry_run: bool) -> String {
    let many = |count: usize, what: &str| match count {
        1 => format!("1 {what}"),
        count => format!("{count} {what}s"),
    };
    let looked =
        format!("{} of {}", many(confirmed.places, "place"), many(confirmed.pages, "page"));
    let changed = many(confirmed.changes.len(), "change");
    match (has_news, is_dry_run) {
        (false, _) => format!("nothing to confirm: {looked} are as they were confirmed"),
        (true, false) => format!("confirmed {looked}, {changed}; wrote {}", lock::FILE_NAME),
        (true, true) => format!("would confirm {looked}, {changed}; wrote nothing"),
    }
}
