//! Numbers the sections of a page and the blocks in them.

use crate::model::{Block, BlockContent, LocalAddress, SectionNumber};
use crate::source::{Diagnostic, codes, message};

/// Counts the blocks at the top level.
///
/// A heading begins a section; every other block, a page break apart, takes the next number in
/// its section. So the address depends on the structure alone and is the same in each language.
pub(super) fn assign_addresses(blocks: &mut [Block], diagnostics: &mut Vec<Diagnostic>) {
    let mut section = SectionNumber::default();
    let mut last_level = 1;
    let mut paragraph: u16 = 0;
    for block in blocks {
        match block.content {
            BlockContent::Heading { level: 1, .. } => diagnostics.push(
                Diagnostic::new(codes::HEADING_LEVEL, message!("heading-level-second-title"))
                    .at(block.span)
                    .help(message!("heading-level-second-title.help")),
            ),
            BlockContent::Heading { level, .. } => {
                if level > last_level + 1 {
                    let marks = "#".repeat(usize::from(last_level) + 1);
                    diagnostics.push(
                        Diagnostic::new(codes::HEADING_LEVEL, message!("heading-level-skipped"))
                            .labelled(
                                block.span,
                                message!(
                                    "heading-level-skipped.label",
                                    level = usize::from(level),
                                    last = usize::from(last_level)
                                ),
                            )
                            .help(message!("heading-level-skipped.help", marks = marks)),
                    );
                }
                last_level = level;
                section = section.next(level);
                paragraph = 0;
                block.counted = Some(LocalAddress { section, paragraph: 0, letter: 0 });
            }
            BlockContent::PageBreak => {}
            _ => {
                paragraph = paragraph.saturating_add(1);
                block.counted = Some(LocalAddress { section, paragraph, letter: 0 });
            }
        }
    }
}
