//! Tables of a DOCX.

use super::format::{number_of, value_of};
use super::reader::Reader;
use crate::exchange::formats::xml::Element;
use crate::model::{ReceivedBlock, ReceivedKind, RemarkKind};
use crate::received::inline::plain;
use crate::received::lines::{append, table_blocks};

/// The most places of a table that may be empty because a cell beside them is wide.
const MOST_FREE: usize = 100_000;

impl Reader<'_> {
    /// Reads a table. One of a single cell is a frame around what stands in it.
    pub(super) fn read_table(&mut self, table: &Element) {
        self.end_paragraph(None);
        let rows = parts_named(table, "tr");
        let cells: Vec<Vec<&Element>> = rows.iter().map(|row| parts_named(row, "tc")).collect();
        if let [row] = cells.as_slice()
            && let [cell] = row.as_slice()
            && !self.around.is_in_cell
        {
            self.read_blocks(cell);
            return;
        }
        let first_line = self.number + 1;
        let mut kept: Vec<Vec<String>> = Vec::new();
        let mut beside: Vec<ReceivedBlock> = Vec::new();
        let mut free = MOST_FREE;
        for (row, cells) in rows.iter().zip(cells) {
            let skipped = skipped_places(row).min(free);
            free -= skipped;
            let mut texts = vec![String::new(); skipped];
            for cell in cells {
                texts.push(self.read_cell(cell, &mut beside));
                let span = cell.first("tcPr").and_then(|one| number_of(one, "gridSpan"));
                let span = span.and_then(|span| usize::try_from(span).ok()).unwrap_or(1);
                let further = span.saturating_sub(1).min(free);
                free -= further;
                texts.resize(texts.len() + further, String::new());
            }
            if is_changed(row, "del") {
                let words = texts.join(" ");
                self.remark(RemarkKind::Deleted, &words);
            } else {
                if is_changed(row, "ins") {
                    self.remark(RemarkKind::Inserted, &texts.join(" "));
                }
                kept.push(texts);
            }
        }
        if kept.iter().flatten().any(|text| !text.is_empty()) {
            self.content.blocks.extend(table_blocks(kept, first_line));
        }
        self.content.blocks.extend(beside);
    }

    /// The words of a cell on one line; what is not words comes behind the table.
    fn read_cell(&mut self, cell: &Element, beside: &mut Vec<ReceivedBlock>) -> String {
        let was_in_cell = std::mem::replace(&mut self.around.is_in_cell, true);
        let blocks = self.collected(true, |reader| reader.read_blocks(cell));
        self.around.is_in_cell = was_in_cell;
        let properties = cell.first("tcPr");
        // The words of a merged cell stand in its first place.
        let is_covered = ["vMerge", "hMerge"].iter().any(|name| {
            let merge = properties.and_then(|properties| properties.first(name));
            merge.is_some_and(|merge| merge.local_attribute("val") != Some("restart"))
        });
        let mut whole = ReceivedBlock::paragraph("", 0);
        for block in blocks {
            match block.kind {
                ReceivedKind::Picture(_) => beside.push(block),
                _ => append(&mut whole, &plain(&block.text)),
            }
        }
        if is_covered && !whole.text.is_empty() {
            self.remark(RemarkKind::Unread, &whole.text);
            return String::new();
        }
        whole.text
    }
}

/// How many places of a row are left free before its first cell.
fn skipped_places(row: &Element) -> usize {
    let properties = row.first("trPr");
    let count = properties.and_then(|properties| value_of(properties, "gridBefore")?.parse().ok());
    count.unwrap_or(0)
}

fn is_changed(row: &Element, how: &str) -> bool {
    row.first("trPr").is_some_and(|properties| properties.first(how).is_some())
}

/// The rows of a table, or the cells of a row, wherever they are wrapped.
fn parts_named<'a>(element: &'a Element, name: &str) -> Vec<&'a Element> {
    let mut found = Vec::new();
    for child in element.elements() {
        match &*child.name {
            own if own == name => found.push(child),
            "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => {
                found.extend(parts_named(child, name));
            }
            _ => {}
        }
    }
    found
}
