//! Numbers the sections of a page and the blocks in them.

use crate::model::{Block, BlockContent, LocalAddress, SectionNumber};
use crate::source::{Diagnostic, codes};

/// Counts the blocks at the top level.
///
/// A heading begins a section; every other block, a page break apart, takes the next number in
/// its section. So the address depends on the structure alone and is the same in each language.
pub(super) fn assign(blocks: &mut [Block], diagnostics: &mut Vec<Diagnostic>) {
    let mut section = SectionNumber::default();
    let mut last_level = 1;
    let mut paragraph: u16 = 0;
    for block in blocks {
        match block.content {
            BlockContent::Heading { level: 1, .. } => diagnostics.push(
                Diagnostic::new(codes::HEADING_LEVEL, "a second title in the page")
                    .at(block.span)
                    .help("only the page's title is a level 1 heading; write `##` for a section"),
            ),
            BlockContent::Heading { level, .. } => {
                if level > last_level + 1 {
                    let marks = "#".repeat(usize::from(last_level) + 1);
                    diagnostics.push(
                        Diagnostic::new(codes::HEADING_LEVEL, "this heading skips a level")
                            .labelled(block.span, format!("level {level} after level {last_level}"))
                            .help(format!("write `{marks}` here")),
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
