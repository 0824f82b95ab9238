//! `robots.txt`: everything may be read, and where the sitemap is.

use std::fmt::Write as _;

use super::{Export, absolute};
use crate::model::{Matter, Route, RouteKind, Site};
use crate::resolve::RouteSource;

pub(super) struct Robots;

impl RouteSource for Robots {
    fn routes(&self, site: &Site, _before: &[Route]) -> Vec<Route> {
        let route = || Route::single(self.route_kind(), Matter::Site, "robots.txt");
        site.has_robots.then(route).into_iter().collect()
    }
}

impl Export for Robots {
    fn route_kind(&self) -> RouteKind {
        RouteKind("robots")
    }

    fn bytes(&self, site: &Site, _route: &Route) -> Vec<u8> {
        let mut text = "User-agent: *\nAllow: /\n".to_owned();
        let sitemap = site.routes.find(RouteKind::SITEMAP, Matter::Site);
        let path = sitemap.and_then(|sitemap| sitemap.all_paths().next());
        if let (Some(base_url), Some(path)) = (&site.base_url, path) {
            let _ = writeln!(text, "Sitemap: {}", absolute(base_url, path));
        }
        text.into_bytes()
    }
}
