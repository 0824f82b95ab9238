//! A page by its sections: a heading, and the blocks up to the next one.

use crate::model::{BlockContent, Document, RowMark};

/// A heading and the blocks below it; the first section of a page has no heading. Page breaks are the
/// original's own and in none.
#[derive(Debug, Clone)]
pub(super) struct SectionBlocks<'a> {
    pub(super) document: &'a Document,
    /// The number of the heading among the blocks of the document.
    pub(super) heading: Option<usize>,
    /// Its blocks without the heading.
    pub(super) numbers: Vec<usize>,
    /// The number of the block after the section: the next heading, or how many blocks there are.
    pub(super) end: usize,
}

impl SectionBlocks<'_> {
    /// The level of its heading; 1 for what stands before the first one.
    pub(super) fn level(&self) -> u8 {
        match self.heading.map(|number| &self.document.blocks[number].content) {
            Some(BlockContent::Heading { level, .. }) => *level,
            _ => 1,
        }
    }

    /// The same with its heading as the first of its blocks.
    pub(super) fn with_heading(&self) -> Vec<usize> {
        self.heading.into_iter().chain(self.numbers.iter().copied()).collect()
    }
}

/// The sections of a document, in order.
pub(super) fn sections(document: &Document) -> Vec<SectionBlocks<'_>> {
    let end = document.blocks.len();
    let new = |heading| SectionBlocks { document, heading, numbers: Vec::new(), end };
    let mut sections = vec![new(None)];
    for (number, block) in document.blocks.iter().enumerate() {
        match &block.content {
            BlockContent::Heading { .. } => {
                if let Some(last) = sections.last_mut() {
                    last.end = number;
                }
                sections.push(new(Some(number)));
            }
            BlockContent::PageBreak => {}
            _ => {
                if let Some(last) = sections.last_mut() {
                    last.numbers.push(number);
                }
            }
        }
    }
    sections
}

/// The marks of rows of a document with the number of the block each stands before; the second are
/// marks inside a block.
pub(super) fn marks(document: &Document) -> (Vec<(usize, RowMark)>, Vec<RowMark>) {
    let (mut placed, mut inside) = (Vec::new(), Vec::new());
    for mark in &document.rows {
        let at = mark.span.start;
        let number = document.blocks.partition_point(|block| block.span.start < at);
        let before = number.checked_sub(1).map(|before| &document.blocks[before]);
        if before.is_some_and(|block| at < block.span.end) {
            inside.push(*mark);
        } else {
            placed.push((number, *mark));
        }
    }
    (placed, inside)
}
