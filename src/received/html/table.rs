//! Tables of a page: those that hold figures, and those that only set out the page.

use super::content::is_left_out;
use super::reader::Reader;
use super::tree::HtmlElement;
use crate::model::{ReceivedBlock, ReceivedKind};
use crate::received::inline::plain;
use crate::received::lines::{append, table_blocks};
use crate::received::words::ends_sentence;

/// The most columns of a table.
const MOST_COLUMNS: usize = 1000;

/// The most places that its cells may reach over, each counted from the beginning of its row.
const MOST_PLACES: usize = 10_000_000;

/// How many sentences as paragraphs of one cell make a table one that sets out the page.
const PARAGRAPHS: usize = 3;

impl Reader {
    /// Reads a table.
    pub(super) fn read_table(&mut self, table: &HtmlElement) {
        let line = table.line;
        for caption in table.elements().filter(|part| part.name == "caption") {
            let blocks = self.blocks_of(caption);
            self.content.blocks.extend(blocks);
        }
        let mut cells: Vec<Vec<(&HtmlElement, Vec<ReceivedBlock>)>> = Vec::new();
        for row in rows_of(table) {
            let row = row.elements().filter(|cell| matches!(&*cell.name, "td" | "th"));
            let row = row.filter(|cell| !is_left_out(cell));
            cells.push(row.map(|cell| (cell, self.blocks_of(cell))).collect());
        }
        let count = cells.iter().flatten().count();
        let is_layout = count == 1
            || table.attribute("role") == Some("presentation")
            || cells.iter().flatten().any(|(_, blocks)| is_text(blocks));
        match grid(&cells).filter(|_| !is_layout) {
            Some(rows) if rows.iter().flatten().any(|cell| !cell.is_empty()) => {
                self.content.blocks.extend(table_blocks(rows, line));
            }
            Some(_) => {}
            None => {
                let blocks = cells.into_iter().flatten().flat_map(|(_, blocks)| blocks);
                self.content.blocks.extend(blocks);
            }
        }
    }
}

/// The rows of a table, not those of tables inside it.
fn rows_of(table: &HtmlElement) -> Vec<&HtmlElement> {
    let mut rows = Vec::new();
    for part in table.elements().filter(|part| !is_left_out(part)) {
        match &*part.name {
            "tr" => rows.push(part),
            "thead" | "tbody" | "tfoot" => rows.extend(rows_of(part)),
            _ => {}
        }
    }
    rows
}

/// Whether what stands in a cell is a text of several paragraphs.
fn is_text(blocks: &[ReceivedBlock]) -> bool {
    let is_heading = |block: &ReceivedBlock| {
        matches!(block.kind, ReceivedKind::Heading(_) | ReceivedKind::Table(_))
    };
    let sentences = blocks.iter().filter(|block| ends_sentence(&block.text)).count();
    blocks.iter().any(is_heading) || sentences >= PARAGRAPHS
}

/// The words of all cells at their places: those of a merged cell at its first. Nothing if the places are too
/// many.
fn grid(cells: &[Vec<(&HtmlElement, Vec<ReceivedBlock>)>]) -> Option<Vec<Vec<String>>> {
    let span = |cell: &HtmlElement, name: &str| {
        let stated = cell.attribute(name).and_then(|value| value.trim().parse::<usize>().ok());
        stated.unwrap_or(1)
    };
    let mut rows: Vec<Vec<String>> = vec![Vec::new(); cells.len()];
    // How many rows below a place are taken by a cell above.
    let mut taken: Vec<usize> = Vec::new();
    let mut free = MOST_PLACES;
    for (place, row) in cells.iter().enumerate() {
        let mut column = 0;
        for (cell, blocks) in row {
            while taken.get(column).is_some_and(|rows| *rows > 0) {
                column += 1;
            }
            let width = span(cell, "colspan").clamp(1, MOST_COLUMNS);
            // A span of no rows reaches to the end.
            let height = match span(cell, "rowspan") {
                0 => cells.len() - place,
                height => height.min(cells.len() - place),
            };
            let end = column + width;
            free = free.checked_sub(end)?;
            if end > MOST_COLUMNS {
                return None;
            }
            let texts = &mut rows[place];
            texts.resize(texts.len().max(end), String::new());
            texts[column] = one_line(blocks);
            taken.resize(taken.len().max(end), 0);
            taken[column..end].fill(height);
            column = end;
        }
        for rows in &mut taken {
            *rows = rows.saturating_sub(1);
        }
    }
    Some(rows)
}

/// The words of a cell on one line.
fn one_line(blocks: &[ReceivedBlock]) -> String {
    let mut whole = ReceivedBlock::paragraph("", 0);
    for block in blocks {
        append(&mut whole, &plain(&block.text));
    }
    whole.text
}
