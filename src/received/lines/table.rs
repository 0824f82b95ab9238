//! Tables in a plain text: rows of Markdown, rows with rules drawn between the cells, and cells parted by
//! tabs or by wide blanks.

use std::ops::Range;

use super::line::{Line, Sign};

/// Signs that part cells.
const BARS: [char; 4] = ['|', '│', '┃', '｜'];

/// The fewest rows of a table whose cells are parted by blanks alone.
const FEWEST_ROWS: usize = 3;

/// A table.
#[derive(Debug)]
pub(super) struct Table {
    /// The lines it takes.
    pub(super) lines: Range<usize>,
    /// Its cells as they are typed, by rows.
    pub(super) rows: Vec<Vec<String>>,
}

/// The tables of a text, in order.
pub(super) fn tables(lines: &[Line]) -> Vec<Table> {
    let mut tables = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        match barred(lines, at).or_else(|| blanked(lines, at)) {
            Some(table) => {
                at = table.lines.end;
                tables.push(table);
            }
            None => at += 1,
        }
    }
    tables
}

/// A table with bars that begins in this line. One line alone is none, unless a bar opens and closes it.
fn barred(lines: &[Line], start: usize) -> Option<Table> {
    let is_row = |line: &&Line| {
        line.sign == Sign::Text
            && (bars(line.words) >= 2 || is_ruling(line.words) || is_edged(line.words))
    };
    let count = lines[start..].iter().take_while(is_row).count();
    let rows: Vec<Vec<String>> = lines[start..start + count]
        .iter()
        .filter(|line| !is_ruling(line.words))
        .map(|line| cells(line.words))
        .collect();
    let is_table = rows.len() >= 2 || (rows.len() == 1 && is_edged(lines[start].words));
    is_table.then_some(Table { lines: start..start + count, rows })
}

fn bars(words: &str) -> usize {
    // A bar behind a backslash parts nothing.
    let before = std::iter::once(' ').chain(words.chars());
    words.chars().zip(before).filter(|(c, before)| BARS.contains(c) && *before != '\\').count()
}

fn is_edged(words: &str) -> bool {
    words.starts_with(BARS) && words.ends_with(BARS) && bars(words) >= 2
}

/// Whether a line is a rule between rows: `|---|:-:|`, `├──┼──┤`.
fn is_ruling(words: &str) -> bool {
    let is_drawn = |c: char| BARS.contains(&c) || "-:+= ".contains(c) || ('─'..='╿').contains(&c);
    let has_line = words.contains("--") || words.contains(['─', '━', '═']) || words.contains(":-");
    has_line && words.chars().all(is_drawn)
}

/// The cells of a row with bars; a bar behind a backslash belongs to its cell.
fn cells(words: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut before = ' ';
    for c in words.trim().chars() {
        match cells.last_mut() {
            Some(cell) if BARS.contains(&c) && before == '\\' => {
                cell.pop();
                cell.push(c);
            }
            Some(cell) if !BARS.contains(&c) => cell.push(c),
            _ => cells.push(String::new()),
        }
        before = c;
    }
    if words.starts_with(BARS) {
        cells.remove(0);
    }
    if words.ends_with(BARS) && cells.len() > 1 {
        cells.pop();
    }
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

/// A table whose cells are parted by tabs or wide blanks: as many in each of its lines.
fn blanked(lines: &[Line], start: usize) -> Option<Table> {
    let of = |line: &Line| if line.sign == Sign::Text { parted(line.words) } else { Vec::new() };
    let first = of(&lines[start]);
    if first.len() < 2 {
        return None;
    }
    let rows: Vec<Vec<String>> =
        lines[start..].iter().map(of).take_while(|row| row.len() == first.len()).collect();
    // Leaders belong to a table of contents.
    let has_leaders = lines[start].words.contains("……") || lines[start].words.contains("....");
    let is_table = rows.len() >= FEWEST_ROWS && !has_leaders;
    is_table.then(|| Table { lines: start..start + rows.len(), rows })
}

/// The pieces of a line between tabs, or between at least two blanks.
fn parted(words: &str) -> Vec<String> {
    // One wide blank also parts the number of a head from its words.
    let spread = words.replace("\u{3000}\u{3000}", "\t").replace("  ", "\t");
    let pieces = spread.split('\t').map(str::trim).filter(|piece| !piece.is_empty());
    pieces.map(str::to_owned).collect()
}
