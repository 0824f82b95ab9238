//! `sitemap.xml` with the other languages of each page (sitemaps.org 0.9), where the site knows
//! its address. A large site has several, `sitemap-1.xml` and so on, and `sitemap.xml` lists them.

use std::fmt::Write as _;

use super::{Export, absolute, xml};
use crate::model::{Day, Form, Matter, Route, RouteKind, RoutePaths, Site, SitePath};
use crate::resolve::RouteSource;

/// The most addresses one sitemap may list (sitemaps.org); beyond that there is an index.
const MOST_ADDRESSES: usize = 50_000;

pub(super) struct Sitemap;

impl RouteSource for Sitemap {
    fn routes(&self, site: &Site, before: &[Route]) -> Vec<Route> {
        if !site.has_sitemap || site.base_url.is_none() {
            return Vec::new();
        }
        let listed = before.iter().filter(|route| route.is_listed);
        let addresses: usize = listed.map(|route| route.all_paths().count()).sum();
        let files = addresses.div_ceil(MOST_ADDRESSES);
        let several = if files > 1 { 0..files } else { 0..0 };
        let file = |number: usize| {
            let path = format!("sitemap-{}.xml", number + 1);
            Route::single(self.route_kind(), Matter::File(number), path)
        };
        let whole = Route::single(self.route_kind(), Matter::Site, "sitemap.xml");
        std::iter::once(whole).chain(several.map(file)).collect()
    }
}

impl Export for Sitemap {
    fn route_kind(&self) -> RouteKind {
        RouteKind::SITEMAP
    }

    fn bytes(&self, site: &Site, route: &Route) -> Vec<u8> {
        let base_url = site.base_url.as_deref().unwrap_or_default();
        let entries = url_entries(site, base_url);
        let own = match route.matter {
            Matter::File(number) => entries.chunks(MOST_ADDRESSES).nth(number).unwrap_or_default(),
            _ if entries.len() > MOST_ADDRESSES => {
                return sitemap_index(site, base_url).into_bytes();
            }
            _ => &entries,
        };
        sitemap(own).into_bytes()
    }
}

/// The list of the sitemaps of a large site.
fn sitemap_index(site: &Site, base_url: &str) -> String {
    let mut index = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let parts = site.routes.iter().filter(|route| {
        route.kind == RouteKind::SITEMAP && matches!(route.matter, Matter::File(_))
    });
    for path in parts.flat_map(Route::all_paths) {
        let address = xml(&absolute(base_url, path));
        let _ = writeln!(index, "<sitemap><loc>{address}</loc></sitemap>");
    }
    index.push_str("</sitemapindex>\n");
    index
}

fn sitemap(entries: &[String]) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n{}</urlset>\n",
        entries.concat()
    )
}

/// One `url` element for each page in each form.
fn url_entries(site: &Site, base_url: &str) -> Vec<String> {
    let mut entries = Vec::new();
    for route in site.routes.iter().filter(|route| route.is_listed) {
        let forms: Vec<(&Form, &SitePath)> = route.forms(&site.forms).collect();
        let mut alternates = String::new();
        for (form, path) in forms.iter().filter(|(form, _)| !form.is_parallel()) {
            let tag = &site.languages.get(form.lang()).tag;
            let href = xml(&absolute(base_url, path));
            let _ = write!(
                alternates,
                "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{href}\"/>"
            );
        }
        let updated = route.updated.map(Day::iso);
        let updated = updated.map(|day| format!("<lastmod>{day}</lastmod>")).unwrap_or_default();
        if let RoutePaths::Single(path) = &route.paths {
            let address = xml(&absolute(base_url, path));
            entries.push(format!("<url><loc>{address}</loc>{updated}</url>\n"));
        }
        for (_, path) in &forms {
            let address = xml(&absolute(base_url, path));
            entries.push(format!("<url><loc>{address}</loc>{updated}{alternates}</url>\n"));
        }
    }
    entries
}
