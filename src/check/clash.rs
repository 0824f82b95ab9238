//! No two published things fall on one place.

use std::collections::HashMap;

use super::{Check, Context};
use crate::model::{Route, RouteKind, SitePath};
use crate::source::{Diagnostic, codes};

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
        format!("two things would be written to `{}`", own.1.as_str())
    } else {
        format!(
            "`{}` and `{}` are one file on a disk that ignores case",
            own.1.as_str(),
            other.1.as_str()
        )
    };
    // What the author can rename comes first.
    let (own, other) = if own.0.cause.is_some() { (own, other) } else { (other, own) };
    let mut diagnostic = Diagnostic::new(codes::PATH_CLASH, message);
    for (number, (route, path)) in [own, other].into_iter().enumerate() {
        let name = thing(route);
        match route.cause {
            Some(cause) => {
                let conjunction = if number == 0 { "" } else { "and " };
                diagnostic = diagnostic.labelled(cause, format!("{conjunction}{name}"));
            }
            None if number == 0 => diagnostic = diagnostic.in_file(asset(context, route, path)),
            None => {}
        }
    }
    let help = if other.0.cause.is_none() && other.0.kind != RouteKind::ASSET {
        format!("this is where {} lies: rename the file", thing(other.0))
    } else {
        "rename one of the two files".to_owned()
    };
    diagnostic.help(help)
}

/// The file of the author's that is published as it is.
fn asset(context: &Context, route: &Route, path: &SitePath) -> String {
    let assets = context.site.assets.iter();
    let own = assets.filter(|_| route.kind == RouteKind::ASSET).find(|asset| asset.path == *path);
    own.map_or_else(|| path.as_str().to_owned(), |asset| asset.source.clone())
}

fn thing(route: &Route) -> &'static str {
    match route.kind.0 {
        "all" => "the whole report on one page",
        "indicators" => "the indicator index",
        "indicator" => "the page of an indicator",
        "topics" | "topic" => "the page of a topic",
        "places" | "place" => "the page of a place",
        "ledger" => "the number ledger of a report",
        "data" => "the page of downloads",
        "glossary" => "a list of the glossary",
        "term" => "the page of a term",
        "search" => "the search page",
        "home" | "report" | "part" | "about" | "page" => "this page",
        "asset" => "this file",
        _ => "a file of the site itself",
    }
}
