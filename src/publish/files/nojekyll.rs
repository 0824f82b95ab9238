//! `.nojekyll`: GitHub Pages publishes every file as it is, also those that begin with `_`.

use super::Export;
use crate::model::{Matter, Route, RouteKind, Site};
use crate::resolve::RouteSource;

pub(super) struct NoJekyll;

impl RouteSource for NoJekyll {
    fn routes(&self, _site: &Site, _before: &[Route]) -> Vec<Route> {
        vec![Route::single(self.route_kind(), Matter::Site, ".nojekyll")]
    }
}

impl Export for NoJekyll {
    fn route_kind(&self) -> RouteKind {
        RouteKind("nojekyll")
    }

    fn bytes(&self, _site: &Site, _route: &Route) -> Vec<u8> {
        Vec::new()
    }
}
