//! Makes sure that no two outputs fall on the same place.

use std::collections::HashMap;

use crate::model::{PageKind, Site};
use crate::source::{Diagnostic, codes};

/// Outputs that would overwrite one another. Compared without regard to case, because the site
/// must survive being unpacked on a disk that does not tell `A` from `a`.
pub(super) fn clashes(site: &Site) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut taken: HashMap<String, crate::source::Span> = HashMap::new();
    let mut claim = |path: &str, span: crate::source::Span, diagnostics: &mut Vec<Diagnostic>| {
        if let Some(first) = taken.insert(path.to_lowercase(), span) {
            diagnostics.push(
                Diagnostic::new(
                    codes::PATH_CLASH,
                    format!("two pages would be written to `{path}`"),
                )
                .at(span, "this page")
                .at(first, "and this one")
                .help("rename one of the two files"),
            );
        }
    };
    // One form is enough: the others differ in the first folder only.
    let form = &site.forms[0];
    for report in &site.reports {
        let cover = site.page(report.cover).original();
        claim(report.all_path(form).as_str(), cover.document.title_span, &mut diagnostics);
    }
    for page in &site.pages {
        let is_generated = page.kind == PageKind::Home && page.original().document.body_start == 0;
        let span = page.original().document.title_span;
        if !is_generated {
            claim(page.path(form).as_str(), span, &mut diagnostics);
        }
    }
    diagnostics
}
