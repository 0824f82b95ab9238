//! Tables and lines on standard output.

use std::io::{self, BufWriter, Write};

use serde::Serialize;
use unicode_width::UnicodeWidthStr as _;

/// The widest cell that widens its column.
const WIDEST: usize = 40;

/// Writes to standard output.
pub(super) fn print(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::new(anstream::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        // Whoever reads has read enough: `duizhao list pages | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// One JSON object a line.
pub(super) fn json(out: &mut dyn Write, rows: &[impl Serialize]) -> io::Result<()> {
    for row in rows {
        serde_json::to_writer(&mut *out, row)?;
        writeln!(out)?;
    }
    Ok(())
}

/// Cells in columns, the last one as long as it likes.
pub(super) fn print_table(out: &mut dyn Write, rows: &[Vec<String>]) -> io::Result<()> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(|column| widest(column).min(WIDEST)).collect();
    for row in rows {
        let mut line = String::new();
        for (cell, column) in row.iter().zip(&widths) {
            let gap = column.saturating_sub(width(cell));
            line.push_str(cell);
            line.push_str(&" ".repeat(gap + 2));
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// How many columns of a terminal a text takes: two for each Chinese or full-width character
/// (UAX #11).
pub(super) fn width(text: &str) -> usize {
    text.width()
}
