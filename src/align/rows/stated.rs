//! Rows as they are stated: one block for one, in order, but where the translation has a mark.

use super::say::{shape, wrong_mark};
use super::section::SectionBlocks;
use crate::model::{BlockContent, RowMark};
use crate::source::{Diagnostic, message};

/// Blocks that stand beside each other, by their numbers in their documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BlockRow {
    /// Blocks of the original.
    pub(crate) own: Vec<usize>,
    /// Blocks of the translation.
    pub(crate) others: Vec<usize>,
    /// The block of the translation before which a mark for this row stands, or would.
    pub(crate) before: usize,
}

impl BlockRow {
    /// Whether it is as rows usually are.
    pub(crate) fn is_one_for_one(&self) -> bool {
        self.own.len() == 1 && self.others.len() == 1
    }
}

/// The first place of a section where the two texts do not run in step.
#[derive(Debug, Clone, Copy)]
pub(super) struct Joint {
    /// The block of the original; nothing where its section has ended.
    pub(super) own: Option<usize>,
    /// The block of the translation likewise.
    pub(super) other: Option<usize>,
    /// The last blocks that answer each other before it.
    pub(super) last: Option<(usize, usize)>,
}

/// The rows of a section, and where they end before it does.
pub(super) struct StatedRows {
    pub(super) rows: Vec<BlockRow>,
    pub(super) joint: Option<Joint>,
}

/// Goes through two sections in step. `marks` are those of the translation, each with the number of the
/// block it stands before.
pub(super) fn stated_rows(
    own: &SectionBlocks,
    others: &SectionBlocks,
    marks: &[(usize, RowMark)],
    diagnostics: &mut Vec<Diagnostic>,
) -> StatedRows {
    let mut rows: Vec<BlockRow> = Vec::new();
    let (mut at, mut other_at, mut mark) = (0, 0, 0);
    loop {
        let before = others.numbers.get(other_at).copied().unwrap_or(others.end);
        let (left, other_left) = (&own.numbers[at..], &others.numbers[other_at..]);
        if let Some((_, stated)) = marks.get(mark).filter(|(number, _)| *number <= before) {
            mark += 1;
            let Some((count, other_count)) = stated.counts else { continue };
            if count > left.len() || other_count > other_left.len() {
                diagnostics.push(wrong_mark(stated, message!("align-row-mark-beyond")));
                continue;
            }
            let row = BlockRow {
                own: left[..count].to_vec(),
                others: other_left[..other_count].to_vec(),
                before,
            };
            (at, other_at) = (at + count, other_at + other_count);
            rows.push(row);
            continue;
        }
        match (left.first(), other_left.first()) {
            (None, None) => return StatedRows { rows, joint: None },
            (Some(one), Some(other))
                if shape(&own.document.blocks[*one]) == shape(&others.document.blocks[*other]) =>
            {
                rows.push(BlockRow { own: vec![*one], others: vec![*other], before });
                (at, other_at) = (at + 1, other_at + 1);
            }
            (one, other) => {
                let answered = rows.iter().rev().find(|row| !row.own.is_empty());
                let last = answered.and_then(|row| Some((*row.own.last()?, *row.others.last()?)));
                let joint = Joint { own: one.copied(), other: other.copied(), last };
                return StatedRows { rows, joint: Some(joint) };
            }
        }
    }
}

/// Marks that cannot be followed wherever they stand: in the original, inside a block, unreadable, before
/// a heading.
pub(super) fn refuse_marks(
    marks: &[(usize, RowMark)],
    inside: &[RowMark],
    blocks: &[crate::model::Block],
    diagnostics: &mut Vec<Diagnostic>,
) {
    diagnostics
        .extend(inside.iter().map(|mark| wrong_mark(mark, message!("align-row-mark-inside"))));
    for (before, mark) in marks {
        if mark.counts.is_none() {
            diagnostics.push(wrong_mark(mark, message!("align-row-mark-unread")));
        }
        let is_heading = blocks
            .get(*before)
            .is_some_and(|block| matches!(block.content, BlockContent::Heading { .. }));
        // What is left out at the end of a section is stated before the next heading.
        if is_heading && mark.counts.is_some_and(|(_, others)| others > 0) {
            diagnostics.push(wrong_mark(mark, message!("align-row-mark-heading")));
        }
    }
}
