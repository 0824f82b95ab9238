//! What a site publishes: every kind is asked once, and all that needs an address reads the list.

use crate::model::{Route, Routes, Site};

/// Something that publishes: says what of it a site has, and where.
pub(crate) trait RouteSource: Sync {
    /// What is published of a site whose other parts are resolved. `before` is what the sources
    /// that stand before this one publish.
    fn routes(&self, site: &Site, before: &[Route]) -> Vec<Route>;
}

/// Asks all sources, in their order.
pub(super) fn collect_routes(site: &Site, sources: &[&dyn RouteSource]) -> Routes {
    let mut all = Vec::new();
    for source in sources {
        let routes = source.routes(site, &all);
        all.extend(routes);
    }
    Routes::new(all)
}
