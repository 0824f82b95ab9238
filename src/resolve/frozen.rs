//! Gives the pages the addresses that were confirmed.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use rayon::prelude::*;

use crate::lock;
use crate::model::{Lock, LockedAlias, Page};
use crate::source::Diagnostic;

/// Sets every page of a report against the lock. `known` are the keys of all files, of those too
/// that are not published.
pub(super) fn apply_lock(
    pages: &mut [Page],
    lock: &Lock,
    known: &BTreeSet<String>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut aliases: BTreeMap<&str, Vec<&LockedAlias>> = BTreeMap::new();
    for alias in &lock.aliases {
        aliases.entry(&alias.page).or_default().push(alias);
    }
    let freeze = |page: &Page| {
        let aliases = aliases.get(&*page.key).map(|aliases| &aliases[..]).unwrap_or_default();
        lock::freeze(page, lock, aliases)
    };
    let frozen: Vec<_> =
        pages.par_iter().map(|page| page.report.is_some().then(|| freeze(page))).collect();
    for (page, frozen) in pages.iter_mut().zip(frozen) {
        let Some(frozen) = frozen else { continue };
        let frozen = frozen.into_value(diagnostics);
        for (pair, address) in page.pairs.iter_mut().zip(frozen.addresses) {
            pair.address = address;
        }
        page.aliases = frozen.aliases;
        page.unconfirmed = frozen.unconfirmed;
    }
    let published: HashSet<&str> = pages.iter().map(|page| page.key.as_str()).collect();
    let is_known = |key: &str| {
        published.contains(key) || known.contains(key) || known.contains(&format!("{key}/_index"))
    };
    diagnostics.extend(lock::vanished_pages(lock, &is_known));
}
