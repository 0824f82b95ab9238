//! The paragraph in which something was found, by its address: what a waiver names, and a reader.

use std::collections::BTreeMap;

use crate::model::Site;
use crate::source::{Diagnostic, FileId};

/// The addresses of a file: where each block begins and ends, in order.
type BlocksOfFile = Vec<(std::ops::Range<u32>, String)>;

/// Gives each finding the address of the paragraph or heading its first place lies in, if it lies in
/// one.
pub(super) fn add_addresses(found: &mut [Diagnostic], site: &Site) {
    if found.is_empty() {
        return;
    }
    let files = blocks_by_file(site);
    for one in found {
        let Some(span) = one.labels.first().map(|label| label.span) else { continue };
        let Some(blocks) = files.get(&span.file) else { continue };
        let begun = blocks.partition_point(|(range, _)| range.start <= span.start);
        let block = begun.checked_sub(1).map(|last| &blocks[last]);
        one.address = block
            .filter(|(range, _)| span.start < range.end)
            .map(|(_, address)| address.as_str().into());
    }
}

fn blocks_by_file(tree: &Site) -> BTreeMap<FileId, BlocksOfFile> {
    let mut by_file: BTreeMap<FileId, BlocksOfFile> = BTreeMap::new();
    for page in tree.pages.iter().filter(|page| page.report.is_some()) {
        for pair in &page.pairs {
            let Some(address) = pair.address else { continue };
            for (side, numbers) in page.sides.iter().zip(&pair.blocks) {
                let Some(side) = side else { continue };
                for number in numbers {
                    let span = side.document.blocks[*number].span;
                    let blocks = by_file.entry(span.file).or_default();
                    blocks.push((span.start..span.end, address.id(&page.number)));
                }
            }
        }
    }
    for blocks in by_file.values_mut() {
        blocks.sort_by_key(|(range, _)| range.start);
    }
    by_file
}
