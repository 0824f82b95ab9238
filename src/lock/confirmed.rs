//! Which blocks were confirmed to answer each other.

use std::collections::HashMap;

use super::said;
use crate::model::{Document, Fingerprint, LangId, Lock, Page};

/// The blocks of a page that say what a line of the lock says they did, in the original and in a translation:
/// numbers in their documents, in the order of the original. What stands twice tells nothing.
pub(crate) fn confirmed_blocks(page: &Page, lock: &Lock, lang: LangId) -> Vec<(usize, usize)> {
    let Some((locked, side)) = lock.pages.get(&page.key).zip(page.side(lang)) else {
        return Vec::new();
    };
    let line_of_said = |lang: LangId| {
        let said = locked.lines.iter().enumerate().filter_map(|(number, line)| {
            Some((line.said.get(lang.index())?.as_ref()?.clone(), number))
        });
        unique(said)
    };
    let by_line = |document: &Document, lang: LangId| {
        let lines = line_of_said(lang);
        let blocks = document.blocks.iter().enumerate();
        let said =
            unique(blocks.map(|(number, block)| (said::block_said(document, block), number)));
        let placed =
            said.into_iter().filter_map(|(said, number)| Some((*lines.get(&said)?, number)));
        placed.collect::<HashMap<usize, usize>>()
    };
    let own = by_line(&page.original().document, LangId::ORIGINAL);
    let others = by_line(&side.document, lang);
    let pair = |(line, number): (usize, usize)| Some((number, *others.get(&line)?));
    let mut pairs: Vec<(usize, usize)> = own.into_iter().filter_map(pair).collect();
    pairs.sort_unstable();
    pairs
}

/// What stands once.
fn unique(all: impl Iterator<Item = (Fingerprint, usize)>) -> HashMap<Fingerprint, usize> {
    let mut places: HashMap<Fingerprint, Option<usize>> = HashMap::new();
    for (said, number) in all {
        places.entry(said).and_modify(|place| *place = None).or_insert(Some(number));
    }
    places.into_iter().filter_map(|(said, place)| Some((said, place?))).collect()
}
