//! No two published things fall on one place.

use std::collections::HashMap;

use super::{Check, Context};
use crate::model::{Route, RouteKind, SitePath};
use crate::source::{Diagnostic, codes, message};

pub(super) struct Clash;

impl Check for Clash {
    /// Compared without regard to case, because the site must survive being unpacked on a disk
    /// that does not tell `A` from `a`.
    fn run(&self, context: &Context) -> Vec<Diagnostic> {
        let mut taken: HashMap<String, (&Route, &SitePath)> = HashMap::new();
        let mut found = Vec::new();
        for route in &context.site.routes {
            let mut is_told = false;
            for path in route.all_paths() {
                let first = taken.entry(path.as_str().to_lowercase()).or_insert((route, path));
                // One form is enough: the others differ in the first folder only.
                if !std::ptr::eq(first.0, route) && !is_told {
                    is_told = true;
                    found.push(clash(context, (route, path), *first));
                }
            }
        }
        found
    }
}

fn clash(context: &Context, own: (&Route, &SitePath), other: (&Route, &SitePath)) -> Diagnostic {
    let message = if own.1 == other.1 {
        message!("path-clash", path = own.1.as_str())
    } else {
        message!("path-clash-case", own = own.1.as_str(), other = other.1.as_str())
    };
    // What the author can rename comes first.
    let (own, other) = if own.0.cause.is_some() { (own, other) } else { (other, own) };
    let mut diagnostic = Diagnostic::new(codes::PATH_CLASH, message);
    for (number, (route, path)) in [own, other].into_iter().enumerate() {
        match route.cause {
            Some(cause) if number == 0 => {
                diagnostic = diagnostic.labelled(cause, context.site.routes.name_of(route.kind));
            }
            Some(cause) => {
                let label =
                    message!("path-clash.second", thing = context.site.routes.name_of(route.kind));
                diagnostic = diagnostic.labelled(cause, label);
            }
            None if number == 0 => {
                diagnostic = diagnostic.in_file(asset_path(context, route, path));
            }
            None => {}
        }
    }
    let help = if other.0.cause.is_none() && other.0.kind != RouteKind::ASSET {
        message!("path-clash.help-own", thing = context.site.routes.name_of(other.0.kind))
    } else {
        message!("path-clash.help")
    };
    diagnostic.help(help)
}

/// The file of the author's that is published as it is.
fn asset_path(context: &Context, route: &Route, path: &SitePath) -> String {
    let assets = context.site.assets.iter();
    let own = assets.filter(|_| route.kind == RouteKind::ASSET).find(|asset| asset.path == *path);
    own.map_or_else(|| path.as_str().to_owned(), |asset| asset.source.clone())
}
