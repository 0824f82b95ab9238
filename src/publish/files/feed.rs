//! `atom.xml` (RFC 4287): one entry for each report, newest first, where the site knows its address.

use std::fmt::Write as _;

use super::{Export, absolute, original_title, xml};
use crate::model::{Day, Matter, Report, Route, RouteKind, Script, Site};
use crate::resolve::RouteSource;

/// How many reports the feed lists.
const MOST_ENTRIES: usize = 50;

pub(super) struct Feed;

impl RouteSource for Feed {
    fn routes(&self, site: &Site, _before: &[Route]) -> Vec<Route> {
        let is_made = site.has_feed && site.base_url.is_some();
        let route = || Route::single(self.route_kind(), Matter::Site, "atom.xml");
        is_made.then(route).into_iter().collect()
    }
}

impl Export for Feed {
    fn route_kind(&self) -> RouteKind {
        RouteKind::FEED
    }

    fn bytes(&self, site: &Site, _route: &Route) -> Vec<u8> {
        let base_url = site.base_url.as_deref().unwrap_or_default();
        let original = site.languages.original();
        let newest = site.reports.iter().map(|report| updated(site, report)).max();
        // An empty feed still needs a date (RFC 4287 §4.1.1); the first day of Atom says "never".
        let newest = newest.unwrap_or(Day { year: 2005, month: 12, day: 1 });
        let mut text = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<title>{}</title>\n<id>{}</id>\n<link rel=\"self\" href=\"{}\"/>\n<link href=\"{}\"/>\n<updated>{}T00:00:00Z</updated>\n",
            original.tag,
            xml(site.title.get_or_any(&original.code)),
            xml(base_url),
            xml(&format!("{base_url}atom.xml")),
            xml(base_url),
            newest.iso(),
        );
        for report in site.reports.iter().take(MOST_ENTRIES) {
            feed_entry(&mut text, site, report, base_url);
        }
        text.push_str("</feed>\n");
        text.into_bytes()
    }
}

fn feed_entry(text: &mut String, site: &Site, report: &Report, base_url: &str) {
    let meta = report.original_meta();
    let cover = site.page(report.cover);
    // The form that shows both languages, where there is one.
    let Some(path) = site.routes.page_path(cover, site.widest_form()) else { return };
    let address = xml(&absolute(base_url, path));
    let day = updated(site, report).iso();
    let summary = cover.original().document.front.description.clone().unwrap_or_else(|| {
        let original = site.languages.original();
        let comma = if original.script == Script::Han { "，" } else { ", " };
        let day = original.day_in_words(meta.day());
        if meta.meeting.is_empty() { day } else { format!("{}{comma}{day}", meta.meeting) }
    });
    let _ = write!(
        text,
        "<entry>\n<title>{}</title>\n<id>{address}</id>\n<link href=\"{address}\"/>\n<published>{}T00:00:00Z</published>\n<updated>{day}T00:00:00Z</updated>\n{}\n<summary>{}</summary>\n</entry>\n",
        xml(&original_title(site, cover)),
        meta.day().iso(),
        author_element(site, &meta.issuer),
        xml(&summary),
    );
}

/// The author of an entry, which Atom wants; the site where nobody is named as issuer.
fn author_element(site: &Site, issuer: &str) -> String {
    let code = &site.languages.original().code;
    let name = if issuer.is_empty() { site.title.get_or_any(code) } else { issuer };
    format!("<author><name>{}</name></author>", xml(name))
}

/// The day a report was last changed here; the day of delivery where nobody says.
fn updated(site: &Site, report: &Report) -> Day {
    let front = &site.page(report.cover).original().document.front;
    front.updated.unwrap_or(report.original_meta().day())
}
