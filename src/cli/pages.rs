//! Pages of reports as they are typed.

use super::report;
use crate::model::{Page, Site};
use crate::source::nearest;

/// Whether every page that was typed is there; says so of the first that is not.
pub(super) fn are_known(site: &Site, typed: &[String]) -> bool {
    let in_reports = || site.pages.iter().filter(|page| page.report.is_some());
    for typed in typed {
        if in_reports().any(|page| site.is_called(page, typed)) {
            continue;
        }
        report::error(&format!("no report has a page `{typed}`"));
        let short = |page: &'_ Page| page.key.rfind('/').map_or(0, |slash| slash + 1);
        let names = in_reports().flat_map(|page| [&*page.key, &page.key[short(page)..]]);
        match nearest(typed, names) {
            Some(near) => report::print_help(&format!("did you mean `{near}`?")),
            None => report::print_help("`duizhao list pages` lists them"),
        }
        return false;
    }
    true
}

/// Whether a page is one of those that were typed; without any, all are.
pub(super) fn is_wanted(site: &Site, page: &Page, typed: &[String]) -> bool {
    typed.is_empty() || typed.iter().any(|typed| site.is_called(page, typed))
}
