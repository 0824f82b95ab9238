//! Blocks that a translation has not yet, and where in its file they belong.
//!
//! A block goes behind the counterpart of the block before it. Those beside it that are missing as well and
//! not translated come along in the words of the original, so that the order stays what aligns them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::base::Base;
use super::edit::Edit;
use super::unit;
use crate::model::{BlockContent, LangId, Pair, Place};
use crate::source::Sources;

/// Blocks of the original that follow one another and have no counterpart.
struct Run {
    /// Their pairs, in order.
    pairs: Vec<usize>,
    /// The byte of the file behind which they belong.
    at: usize,
    /// The number of the block before which they come.
    first: usize,
}

/// A new block, or several in place of one of the original.
pub(super) struct NewBlock {
    pub(super) pair: usize,
    pub(super) count: usize,
}

/// New blocks that stand together.
pub(super) struct NewBlocks {
    pub(super) edit: Edit,
    /// The number of the block before which they come.
    pub(super) first: usize,
    pub(super) blocks: Vec<NewBlock>,
}

/// Why a block without a counterpart cannot be put into its place.
pub(super) fn refusal(base: &Base, pair: usize) -> Option<String> {
    run_of(base, pair).err()
}

/// Where a new block comes, for the order of changes.
pub(super) fn place_of(base: &Base, pair: usize) -> usize {
    run_of(base, pair).map_or(0, |run| run.at)
}

/// The blocks with these translations, by the numbers of their pairs.
pub(super) fn new_blocks(
    base: &Base,
    sources: &Sources,
    given: &BTreeMap<usize, &[String]>,
) -> Vec<NewBlocks> {
    let mut all = Vec::new();
    let mut next = 0;
    for pair in given.keys().copied() {
        if pair < next {
            continue;
        }
        let Ok(run) = run_of(base, pair) else { continue };
        next = run.pairs.last().map_or(pair, |last| *last) + 1;
        all.push(filled(base, sources, &run, given));
    }
    all
}

/// The blocks of a run: those that are given, and the others in the words of the original.
fn filled(
    base: &Base,
    sources: &Sources,
    run: &Run,
    given: &BTreeMap<usize, &[String]>,
) -> NewBlocks {
    let page = base.page;
    let mut markdown = String::new();
    let mut blocks = Vec::new();
    for pair in &run.pairs {
        markdown.push_str(unit::BETWEEN_BLOCKS);
        let count = if let Some(own) = given.get(pair) {
            if own.len() > 1 {
                let mark = format!("<!-- row 1:{} -->", own.len());
                markdown.extend([mark.as_str(), unit::BETWEEN_BLOCKS]);
            }
            markdown.push_str(&own.join(unit::BETWEEN_BLOCKS));
            own.len()
        } else {
            let original =
                unit::translated_pieces(page, sources, Place::Pair(*pair), LangId::ORIGINAL);
            markdown.push_str(&unit::joined_markdown(&original));
            1
        };
        blocks.push(NewBlock { pair: *pair, count });
    }
    NewBlocks { edit: Edit { range: run.at..run.at, markdown }, first: run.first, blocks }
}

/// The blocks without a counterpart around one of them; or why they have no place.
fn run_of(base: &Base, pair: usize) -> Result<Run, String> {
    let pairs = &base.page.pairs;
    let lang = base.lang;
    let is_missing = |at: &usize| is_missing(&pairs[*at], lang);
    // A page break is the original's own.
    let is_passed = |at: &usize| is_missing(at) || is_break(&pairs[*at]);
    let start = (0..pair).rev().take_while(is_passed).last().unwrap_or(pair);
    let end = (pair..pairs.len()).take_while(is_passed).last().unwrap_or(pair) + 1;
    let is_left_out = |at: Option<&Pair>| at.is_some_and(|pair| pair.is_left_out.contains(&lang));
    let is_left_out_before = is_left_out(start.checked_sub(1).and_then(|at| pairs.get(at)));
    let is_left_out_behind = is_left_out(pairs.get(end));
    let numbers = |at: usize| base.block_numbers(at);
    let before = (0..start).rev().find_map(|at| numbers(at).last());
    let behind = (end..pairs.len()).find_map(|at| numbers(at).first());
    let first = before.map_or(0, |number| number + 1);
    if !is_in_step(base, first..behind.copied().unwrap_or(base.document.blocks.len())) {
        return Err(
            "the translation does not run in step with the original before it; `duizhao check` shows where"
                .to_owned(),
        );
    }
    let document = base.document;
    let at = before.map_or(document.title_span.range().end, |number| {
        document.blocks[*number].span.range().end
    });
    let limit = behind.map_or(usize::MAX, |number| document.blocks[*number].span.range().start);
    let stated = document.rows.iter().rev().find(|mark| {
        let place = mark.span.range();
        mark.counts.is_some_and(|(_, others)| others == 0)
            && at <= place.start
            && place.end <= limit
    });
    let at = match (is_left_out_before, is_left_out_behind, stated) {
        (true, false, Some(mark)) => mark.span.range().end,
        (true, ..) => {
            return Err("blocks around it are stated to be left out; add it by hand".to_owned());
        }
        _ => at,
    };
    Ok(Run { pairs: (start..end).filter(is_missing).collect(), at, first })
}

/// Whether the blocks of a translation between two counterparts are none that nothing answers.
fn is_in_step(base: &Base, between: Range<usize>) -> bool {
    let blocks = base.document.blocks.get(between).unwrap_or_default();
    blocks.iter().all(|block| block.content == BlockContent::PageBreak)
}

fn is_missing(pair: &Pair, lang: LangId) -> bool {
    pair.address.is_some()
        && pair.blocks[lang.index()].is_empty()
        && !pair.is_left_out.contains(&lang)
        && !pair.is_joined.contains(&lang)
}

fn is_break(pair: &Pair) -> bool {
    pair.address.is_none() && !pair.blocks[0].is_empty()
}
