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
        match barred(lines, at).or_else(|| ruled(lines, at)).or_else(|| blanked(lines, at)) {
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

/// A table whose columns a line of hyphens below its head shows, as pandoc writes it:
///
/// ```text
///   Item          2023-24   2024-25
///   ----------- --------- ---------
///   Revenue         9,868    10,265
/// ```
fn ruled(lines: &[Line], start: usize) -> Option<Table> {
    let rule = lines.get(start + 1).filter(|_| lines[start].sign == Sign::Text)?;
    let columns = ruled_columns(rule)?;
    let is_row = |line: &&Line| {
        line.sign == Sign::Text && ruled_columns(line).is_none() && is_apart(line, &columns)
    };
    let body = lines[start + 2..].iter().take_while(is_row).count();
    let is_table = is_apart(&lines[start], &columns) && body > 0;
    let rows = std::iter::once(&lines[start]).chain(&lines[start + 2..start + 2 + body]);
    let rows = rows.map(|line| cells_in(line, &columns)).collect();
    // A rule may close it.
    let close = lines.get(start + 2 + body).is_some_and(|line| {
        matches!(line.sign, Sign::PageBreak | Sign::Underline(_)) && !line.words.is_empty()
    });
    is_table.then(|| Table { lines: start..start + 2 + body + usize::from(close), rows })
}

/// The columns of a line of several groups of hyphens: where each begins and ends.
fn ruled_columns(line: &Line) -> Option<Vec<Range<usize>>> {
    let groups: Vec<&str> = line.words.split(' ').filter(|group| !group.is_empty()).collect();
    let is_rule = groups.len() >= 2
        && groups.iter().all(|group| group.len() >= 2 && group.bytes().all(|b| b == b'-'));
    let place = |group: &&str| {
        let at = line.indent + (group.as_ptr() as usize - line.words.as_ptr() as usize);
        at..at + group.len()
    };
    is_rule.then(|| groups.iter().map(place).collect())
}

/// Whether no word of a line stands across the edge of two columns.
fn is_apart(line: &Line, columns: &[Range<usize>]) -> bool {
    let at = |column: usize| column.checked_sub(line.indent);
    let chars: Vec<char> = line.words.chars().collect();
    columns.windows(2).all(|two| {
        let between = at(two[0].end).and_then(|at| chars.get(at));
        between.is_none_or(|c| c.is_whitespace())
    })
}

fn cells_in(line: &Line, columns: &[Range<usize>]) -> Vec<String> {
    let chars: Vec<char> = line.words.chars().collect();
    let cell = |(number, column): (usize, &Range<usize>)| {
        let end = columns.get(number + 1).map_or(usize::MAX, |next| next.start);
        let place = |column: usize| column.saturating_sub(line.indent).min(chars.len());
        let start = if number == 0 { 0 } else { place(column.start) };
        chars[start.min(place(end))..place(end)].iter().collect::<String>().trim().to_owned()
    };
    columns.iter().enumerate().map(cell).collect()
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
