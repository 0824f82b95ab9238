//! Rows of several blocks that a translation would have to state, as marks to be pasted.

use std::fmt::Write as _;

use super::Proposal;
use crate::align::{BlockRow, proposed_rows, row_mark};
use crate::model::{Block, Document, Page, Site};
use crate::source::Sources;

/// How many characters of a block are shown.
const SHOWN: usize = 40;

/// The marks of rows for the wanted pages, and how many places are not clear enough for one.
pub(crate) fn unstated_rows(
    site: &Site,
    sources: &Sources,
    is_wanted: &dyn Fn(&Page) -> bool,
) -> (Proposal, usize) {
    let mut proposal = Proposal::default();
    let mut unclear = 0;
    for page in site.pages.iter().filter(|page| is_wanted(page)) {
        let original = &page.original().document;
        for side in page.sides.iter().skip(1).flatten() {
            let rows = proposed_rows(original, &side.document);
            let (sure, others): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(_, sure)| *sure);
            unclear += others.len();
            if sure.is_empty() {
                continue;
            }
            let gap = if proposal.yaml.is_empty() { "" } else { "\n" };
            let path = &sources.get(side.document.file).path;
            let _ = writeln!(proposal.yaml, "{gap}# {path}");
            for (row, _) in &sure {
                let place = place_of(row, &side.document, sources);
                let own = row
                    .own
                    .iter()
                    .map(|number| address_and_words(original, &original.blocks[*number]));
                let own: Vec<String> = own.collect();
                let of = if own.is_empty() { "not in the original" } else { &own.join(" + ") };
                let _ = writeln!(proposal.yaml, "# {place}: {of}\n{}", row_mark(row));
                proposal.count += 1;
            }
        }
    }
    (proposal, unclear)
}

/// Where the mark of a row is to be put.
fn place_of(row: &BlockRow, document: &Document, sources: &Sources) -> String {
    match document.blocks.get(row.before) {
        Some(block) => {
            let line = sources.position(document.file, block.span.range().start).line;
            format!("before line {line}, {}", address_and_words(document, block))
        }
        None => "at the end".to_owned(),
    }
}

/// A block by its address and its first words.
fn address_and_words(document: &Document, block: &Block) -> String {
    let address = block.counted.map(|address| address.to_string()).unwrap_or_default();
    let text = block.texts().first().map(|text| &*document.text(*text).plain).unwrap_or_default();
    let mut words: String = text.chars().take(SHOWN).collect();
    if words.len() < text.len() {
        words.push('…');
    }
    format!("{address} “{}”", words.replace('\n', " "))
}
