//! What a site publishes: every kind is asked once, and all that needs an address reads the list.

use std::collections::HashMap;

use crate::model::{Route, RouteKind, Routes, Site};
use crate::source::{Message, message};

/// Something that publishes: says what of it a site has, and where.
pub(crate) trait RouteSource: Sync {
    /// What is published of a site whose other parts are resolved. `before` is what the sources
    /// that stand before this one publish.
    fn routes(&self, site: &Site, before: &[Route]) -> Vec<Route>;

    /// What one of them is called where it clashes with another thing: “the search page”.
    fn called(&self) -> Message {
        message!("route-file")
    }
}

/// Asks all sources, in their order.
pub(super) fn collect_routes(site: &Site, sources: &[&dyn RouteSource]) -> Routes {
    let mut all = Vec::new();
    let mut names: HashMap<RouteKind, Message> = HashMap::new();
    for source in sources {
        let routes = source.routes(site, &all);
        for route in &routes {
            names.entry(route.kind).or_insert_with(|| source.called());
        }
        all.extend(routes);
    }
    Routes::new(all, names)
}
