//! Where two texts part, said to an author.

use super::section::SectionBlocks;
use super::stated::{BlockRow, Joint};
use crate::model::{Block, BlockContent, Document, RowMark};
use crate::source::{Diagnostic, Message, Span, codes, message};

/// The texts of a joint.
pub(super) struct Sides<'a> {
    pub(super) original: &'a Document,
    pub(super) translation: &'a Document,
    /// The name of the translation’s language.
    pub(super) language: &'a str,
}

impl Sides<'_> {
    fn own(&self, number: usize) -> &Block {
        &self.original.blocks[number]
    }

    fn other(&self, number: usize) -> &Block {
        &self.translation.blocks[number]
    }

    /// The first place in a section where the blocks do not run in step, with the row that seems to
    /// stand there and the mark to paste for it.
    pub(super) fn parting(&self, joint: &Joint, row: Option<&BlockRow>) -> Diagnostic {
        match row {
            Some(row) if !row.is_one_for_one() => self.seems(row),
            Some(row) => unlike(self.own(row.own[0]), self.other(row.others[0])),
            None => match (joint.own, joint.other) {
                (Some(own), Some(other)) => unlike(self.own(own), self.other(other)),
                (Some(own), None) => translation_ends(self.own(own), self.translation_end(joint)),
                (None, Some(other)) => original_ends(self.other(other), self.own_end(joint)),
                (None, None) => {
                    Diagnostic::new(codes::ALIGN_BLOCK, message!("align-block-translation-ends"))
                }
            },
        }
    }

    /// What is said where one block stands beside one of another shape.
    pub(super) fn unlike(&self, own: usize, other: usize) -> Option<Diagnostic> {
        let (own, other) = (self.own(own), self.other(other));
        (shape(own) != shape(other)).then(|| unlike(own, other))
    }

    /// The first heading that is not the same on both sides.
    pub(super) fn other_headings(
        &self,
        own: Option<&SectionBlocks>,
        other: Option<&SectionBlocks>,
    ) -> Diagnostic {
        let heading = |section: Option<&SectionBlocks>| section.and_then(|section| section.heading);
        let joint = Joint { own: heading(own), other: heading(other), last: None };
        match (joint.own, joint.other) {
            (Some(own), Some(other)) => unlike(self.own(own), self.other(other)),
            (Some(own), None) => {
                let end = self.translation.blocks.last().map(|block| block.span);
                translation_ends(self.own(own), end.unwrap_or(self.translation.title_span))
            }
            (None, Some(other)) => {
                let end = self.original.blocks.last().map(|block| block.span);
                original_ends(self.other(other), end.unwrap_or(self.original.title_span))
            }
            (None, None) => self.parting(&joint, None),
        }
    }

    /// A block of the original that the translation has not yet, with the one behind which it belongs.
    pub(super) fn lacks(&self, row: &BlockRow) -> Diagnostic {
        let own: Vec<&Block> = row.own.iter().map(|number| self.own(*number)).collect();
        let addresses: Vec<String> = own.iter().map(|block| block_address(block)).collect();
        let message = message!("align-missing-block", own = addresses, language = self.language);
        let before = row.before.checked_sub(1).map(|number| self.other(number).span);
        let finding = Diagnostic::new(codes::ALIGN_MISSING, message).labelled(
            before.unwrap_or(self.translation.title_span),
            message!("align-missing-block.behind"),
        );
        let label = |finding: Diagnostic, block: &&Block| {
            finding.labelled(block.span, message!("align-row.original"))
        };
        own.iter()
            .fold(finding, label)
            .help(message!("align-missing-block.help", mark = mark_of(row)))
    }

    fn translation_end(&self, joint: &Joint) -> Span {
        joint.last.map_or(self.translation.title_span, |row| self.other(row.1).span)
    }

    fn own_end(&self, joint: &Joint) -> Span {
        joint.last.map_or(self.original.title_span, |row| self.own(row.0).span)
    }

    /// “The English ¶1 seems to hold ¶1 and ¶2”, with all of them shown.
    pub(super) fn seems(&self, row: &BlockRow) -> Diagnostic {
        let address = |block: &Block| block_address(block);
        let own: Vec<String> = row.own.iter().map(|number| address(self.own(*number))).collect();
        let others: Vec<String> =
            row.others.iter().map(|number| address(self.other(*number))).collect();
        let language = self.language;
        let message = match (own.is_empty(), others.is_empty()) {
            (false, true) => message!("align-row-left-out", own = own, language = language),
            (true, false) => message!("align-row-added", others = others, language = language),
            _ => message!("align-row-seems", own = own, others = others, language = language),
        };
        let mut finding = Diagnostic::new(codes::ALIGN_BLOCK, message);
        for number in &row.others {
            finding = finding.labelled(self.other(*number).span, message!("align-row.translation"));
        }
        if row.others.is_empty() {
            let next = self.translation.blocks.get(row.before);
            let end = self.translation.blocks.last().map(|block| block.span);
            let at = next.map(|block| block.span).or(end).unwrap_or(self.translation.title_span);
            finding = finding.labelled(
                at,
                if next.is_some() { message!("align-row.next") } else { message!("align-row.end") },
            );
        }
        for number in &row.own {
            finding = finding.labelled(self.own(*number).span, message!("align-row.original"));
        }
        finding.help(message!("align-row.help", mark = mark_of(row)))
    }
}

/// The mark that states a row: `<!-- row 2:1 -->`.
pub(super) fn mark_of(row: &BlockRow) -> String {
    format!("<!-- row {}:{} -->", row.own.len(), row.others.len())
}

/// A stated row that is not right.
pub(super) fn wrong_mark(mark: &RowMark, message: Message) -> Diagnostic {
    Diagnostic::new(codes::ALIGN_ROW, message).at(mark.span).help(message!("align-row-mark.help"))
}

fn unlike(original: &Block, other: &Block) -> Diagnostic {
    Diagnostic::new(
        codes::ALIGN_BLOCK,
        message!("align-block-unlike", original = shape(original), translation = shape(other)),
    )
    .labelled(other.span, message!("align-block-unlike.translation", shape = shape(other)))
    .labelled(
        original.span,
        message!(
            "align-block-unlike.original",
            address = block_address(original),
            shape = shape(original),
        ),
    )
    .help(message!("align-block-unlike.help"))
}

/// The original goes on with a block after the last one of the translation.
fn translation_ends(next: &Block, end: Span) -> Diagnostic {
    let goes_on = message!(
        "align-block-translation-ends.original",
        address = block_address(next),
        shape = shape(next),
    );
    Diagnostic::new(codes::ALIGN_BLOCK, message!("align-block-translation-ends"))
        .labelled(end, message!("align-block-translation-ends.translation"))
        .labelled(next.span, goes_on)
        .help(message!("align-block-translation-ends.help"))
}

/// The translation goes on with a block after the last one of the original.
fn original_ends(next: &Block, end: Span) -> Diagnostic {
    let goes_on = message!(
        "align-block-original-ends.translation",
        address = block_address(next),
        shape = shape(next),
    );
    Diagnostic::new(codes::ALIGN_BLOCK, message!("align-block-original-ends"))
        .labelled(end, message!("align-block-original-ends.original"))
        .labelled(next.span, goes_on)
        .help(message!("align-block-original-ends.help"))
}

fn block_address(block: &Block) -> String {
    block.counted.map(|address| address.to_string()).unwrap_or_default()
}

/// What must be the same on both sides, in words.
pub(super) fn shape(block: &Block) -> Message {
    match &block.content {
        BlockContent::Heading { level, .. } => {
            message!("block-heading", level = usize::from(*level))
        }
        BlockContent::Paragraph(_) => message!("block-paragraph"),
        BlockContent::List { start: None, items, .. } => {
            message!("block-list", items = items.len())
        }
        BlockContent::List { items, .. } => message!("block-numbered-list", items = items.len()),
        BlockContent::Quote { alert: None, blocks } => {
            message!("block-quotation", blocks = blocks.len())
        }
        BlockContent::Quote { blocks, .. } => message!("block-note", blocks = blocks.len()),
        BlockContent::Table { head, rows, .. } => {
            message!("block-table", rows = rows.len(), columns = head.len())
        }
        BlockContent::Code { .. } => message!("block-code"),
        BlockContent::Definitions(definitions) => {
            message!("block-definitions", terms = definitions.len())
        }
        BlockContent::Rule => message!("block-rule"),
        BlockContent::PageBreak => message!("block-page-break"),
    }
}
