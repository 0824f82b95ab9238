//! Gives the pages the addresses that were confirmed.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::lock;
use crate::model::{Lock, Page};
use crate::source::Diagnostic;

/// Sets every page of a report against the lock. `known` are the keys of all files, of those too
/// that are not published.
pub(super) fn apply(
    pages: &mut [Page],
    lock: &Lock,
    known: &BTreeSet<String>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let frozen: Vec<_> = pages
        .par_iter()
        .map(|page| page.report.is_some().then(|| lock::freeze(page, lock)))
        .collect();
    for (page, frozen) in pages.iter_mut().zip(frozen) {
        let Some(frozen) = frozen else { continue };
        let frozen = frozen.into_value(diagnostics);
        for (pair, address) in page.pairs.iter_mut().zip(frozen.addresses) {
            pair.address = address;
        }
        page.aliases = frozen.aliases;
        page.unconfirmed = frozen.unconfirmed;
    }
    let is_published = |key: &str| pages.iter().any(|page| page.key == key);
    let is_known = |key: &str| {
        is_published(key) || known.contains(key) || known.contains(&format!("{key}/_index"))
    };
    diagnostics.extend(lock::vanished_pages(lock, &is_known));
}
