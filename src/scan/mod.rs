//! What is not accounted for yet, as lines to be pasted into a data file.

mod coinages;
mod figures;

use crate::model::{Page, Site};

pub use coinages::unexplained;
pub use figures::unaccounted;

/// Lines for a data file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proposal {
    /// The lines, with a comment that names the file.
    pub yaml: String,
    /// How many things they hold.
    pub count: usize,
}

/// Whether a page of a report is meant by what was typed: `1-review`, `annual-2026/1-review`.
pub fn is_called(site: &Site, page: &Page, typed: &str) -> bool {
    let Some((report, name)) = name(site, page) else { return false };
    typed == name || typed == page.key || typed.strip_prefix(report) == Some(&format!("/{name}"))
}

/// The report's id, and the page's file in it without language and ending.
fn name<'a>(site: &'a Site, page: &'a Page) -> Option<(&'a str, &'a str)> {
    let report = &*site.report(page.report?).key;
    let inside = page.key.strip_prefix(report).and_then(|rest| rest.strip_prefix('/'));
    Some((report, inside.unwrap_or("_index")))
}

/// The inside of a YAML string in double quotes.
fn quoted(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace(['\n', '\r', '\t'], " ")
}
