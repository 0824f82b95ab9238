//! Findings set against `waivers.yaml`: those that were looked at are counted and not shown, and a
//! waiver that no finding needs is one itself.

use crate::model::{LangId, Page, Report, Site, Waiver};
use crate::source::{Diagnostic, Sources, Span, codes, message};

/// What is left of the findings.
#[derive(Debug, Default)]
pub(super) struct WaivedFindings {
    /// Those that nobody waived, and the waivers that nothing needs.
    pub(super) kept: Vec<Diagnostic>,
    /// How many were waived.
    pub(super) count: usize,
}

/// Takes out the findings that are waived.
pub(super) fn apply_waivers(
    site: &Site,
    sources: &Sources,
    mut found: Vec<Diagnostic>,
) -> WaivedFindings {
    let mut count = 0;
    let mut unneeded = Vec::new();
    for report in &site.reports {
        for waiver in &report.waivers {
            let places = waived_places(site, report, waiver);
            let before = found.len();
            found.retain(|finding| !is_waived(finding, waiver, &places, sources));
            count += before - found.len();
            if before == found.len() {
                unneeded.push(not_needed(waiver, &places));
            }
        }
    }
    found.extend(unneeded);
    WaivedFindings { kept: found, count }
}

/// The paragraph of a waiver in each language.
fn waived_places(site: &Site, report: &Report, waiver: &Waiver) -> Vec<Span> {
    let key = match waiver.page.as_str() {
        "_index" => format!("{}/_index", report.key),
        page => format!("{}/{page}", report.key),
    };
    let mut pages = report.pages().map(|id| site.page(id));
    let is_called =
        |page: &&Page| page.key == key || (waiver.page == "_index" && page.id == report.cover);
    let Some(page) = pages.find(is_called) else { return Vec::new() };
    let Some(place) = page.places().find(|place| page.address(*place).1 == waiver.at) else {
        return Vec::new();
    };
    let langs = (0..page.sides.len()).filter_map(|lang| u8::try_from(lang).ok());
    langs.filter_map(|lang| page.span(place, LangId(lang))).collect()
}

fn is_waived(finding: &Diagnostic, waiver: &Waiver, places: &[Span], sources: &Sources) -> bool {
    finding.code.name() == waiver.code
        && finding.labels.iter().any(|label| {
            let is_here = places.iter().any(|place| {
                place.file == label.span.file
                    && place.start <= label.span.start
                    && label.span.end <= place.end
            });
            is_here
                && sources.get(label.span.file).text.get(label.span.range()) == Some(&waiver.quote)
        })
}

fn not_needed(waiver: &Waiver, places: &[Span]) -> Diagnostic {
    let message = if places.is_empty() {
        message!("waiver-unneeded-place", address = &waiver.at, page = &waiver.page)
    } else {
        message!("waiver-unneeded-finding", code = &waiver.code, words = &waiver.quote)
    };
    Diagnostic::new(codes::WAIVER_UNNEEDED, message)
        .at(waiver.span)
        .help(message!("waiver-unneeded.help"))
}
