//! The sections of a page as data files name them, and the texts in them.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{Block, BlockContent, Document, LangId, Page, Place, TextId};

use super::quote::{FoldedText, Quote, QuotedRange};

/// What the footnotes of a page are called where data files name a section.
pub(crate) const FOOTNOTES: &str = "footnotes";

/// A text of the original and the place it stands in.
#[derive(Debug)]
pub(super) struct Passage {
    pub(super) place: Place,
    pub(super) text: TextId,
    /// The cell of a table that it is, if it is one.
    pub(super) cell: Option<CellPlace>,
    folded: FoldedText,
}

impl Passage {
    /// Every place where a quotation stands in it.
    pub(super) fn find_quote(&self, document: &Document, quote: &Quote) -> Vec<QuotedRange> {
        self.folded.find_quote(quote, &document.text(self.text).plain)
    }

    /// Where the words before the number of a quotation lead to.
    pub(super) fn after_lead(&self, quote: &Quote) -> Option<usize> {
        self.folded.after_lead(quote)
    }
}

/// Which cell of which table of a section.
#[derive(Debug, Clone)]
pub(super) struct CellPlace {
    /// The table.
    pub(super) table: Arc<TableNames>,
    /// The head of its row.
    pub(super) row: TextId,
    /// The head of its column.
    pub(super) column: TextId,
}

/// A table of a section, by what it may be called.
#[derive(Debug)]
pub(super) struct TableNames {
    /// Which of the tables of its section it is, from 1.
    pub(super) number: usize,
    /// The line or heading directly above it.
    pub(super) line: Option<TextId>,
    /// The heads of its columns.
    pub(super) head: Vec<TextId>,
}

/// The texts of one section.
#[derive(Debug)]
pub(super) struct SectionTexts {
    /// `s1`, `s2.1`; `s0` for the text before the first heading, `footnotes` for the notes.
    pub(super) key: String,
    pub(super) passages: Vec<Passage>,
    /// How many tables it has.
    tables: usize,
}

/// The sections of a page, in order; its footnotes come last.
pub(super) fn section_texts(page: &Page) -> Vec<SectionTexts> {
    let document = &page.original().document;
    let mut sections: Vec<SectionTexts> = Vec::new();
    let mut line = None;
    for (number, pair) in page.pairs.iter().enumerate() {
        let Some(block) = page.first_block(number, LangId::ORIGINAL) else { continue };
        let Some(address) = pair.address else { continue };
        let numbers: Vec<_> = address.section.numbers().iter().map(ToString::to_string).collect();
        let key =
            if numbers.is_empty() { "s0".to_owned() } else { format!("s{}", numbers.join(".")) };
        add_block(&mut sections, key, document, Place::Pair(number), block, &mut line);
    }
    for (number, row) in page.footnotes.iter().enumerate() {
        let Some(note) = row.notes[0].map(|note| &document.footnotes[note]) else { continue };
        let mut line = None;
        for block in &note.blocks {
            let key = FOOTNOTES.to_owned();
            add_block(&mut sections, key, document, Place::Footnote(number), block, &mut line);
        }
    }
    sections
}

/// Adds the texts of a block to its section, and those of its tables by their cells.
fn add_block(
    sections: &mut Vec<SectionTexts>,
    key: String,
    document: &Document,
    place: Place,
    block: &Block,
    line: &mut Option<TextId>,
) {
    if sections.last().is_none_or(|last| last.key != key) {
        sections.push(SectionTexts { key, passages: Vec::new(), tables: 0 });
    }
    let Some(section) = sections.last_mut() else { return };
    let mut cells = HashMap::new();
    let mut inner = Vec::new();
    block.collect_blocks(&mut inner);
    for block in inner {
        if let BlockContent::Table { head, rows, .. } = &block.content {
            section.tables += 1;
            let table = TableNames { number: section.tables, line: *line, head: head.clone() };
            let table = Arc::new(table);
            for row in rows {
                for (text, column) in row.iter().zip(head) {
                    cells.insert(
                        *text,
                        CellPlace { table: table.clone(), row: row[0], column: *column },
                    );
                }
            }
        }
        *line = match &block.content {
            BlockContent::Paragraph(text) | BlockContent::Heading { text, .. } => Some(*text),
            _ => None,
        };
    }
    section.passages.extend(block.texts().into_iter().map(|text| Passage {
        place,
        text,
        cell: cells.remove(&text),
        folded: FoldedText::new(&document.text(text).plain),
    }));
}
