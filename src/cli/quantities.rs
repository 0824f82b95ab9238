//! `duizhao quantities`.

use std::io::{self, BufWriter, Write};

use serde::Serialize;

use super::Result;
use super::arguments::{Format, QuantitiesOptions, TextLanguage};
use super::outcome::Outcome;
use crate::annotate;
use crate::model::{Found, Quantity, Script};
use crate::read;

/// The widest text that widens its column.
const WIDEST: usize = 40;

/// One quantity as printed.
#[derive(Debug, Serialize)]
struct Row<'a> {
    text: &'a str,
    /// In Unicode scalar values of the input, as `end`.
    start: usize,
    end: usize,
    value: Option<String>,
    unit: Option<&'static str>,
    comparator: &'static str,
    kind: &'static str,
}

pub(super) fn run(options: &QuantitiesOptions) -> Result {
    let text = read::plain(&options.file)?;
    let script = match options.lang {
        TextLanguage::Zh => Script::Han,
        TextLanguage::En => Script::Latin,
    };
    let found = annotate::quantities(&text, script);
    let rows = rows(&text, &found);
    let mut out = BufWriter::new(io::stdout().lock());
    let written = match options.format {
        Format::Text => table(&mut out, &rows),
        Format::Json => json(&mut out, &rows),
    };
    match written.and_then(|()| out.flush()) {
        // Whoever reads has read enough: `duizhao quantities … | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Outcome::Fine),
        Err(error) => Err(error.into()),
        Ok(()) => Ok(Outcome::Fine),
    }
}

fn rows<'a>(text: &'a str, found: &[Found<Quantity>]) -> Vec<Row<'a>> {
    let mut characters = 0;
    let mut at = 0;
    let mut rows = Vec::with_capacity(found.len());
    for one in found {
        characters += text[at..one.range.start].chars().count();
        let said = &text[one.range.clone()];
        let start = characters;
        characters += said.chars().count();
        at = one.range.end;
        rows.push(Row {
            text: said,
            start,
            end: characters,
            value: one.value.value.map(|value| value.to_string()),
            unit: one.value.unit,
            comparator: one.value.comparator.sign(),
            kind: one.value.kind.name(),
        });
    }
    rows
}

fn json(out: &mut impl Write, rows: &[Row]) -> io::Result<()> {
    for row in rows {
        serde_json::to_writer(&mut *out, row)?;
        writeln!(out)?;
    }
    Ok(())
}

fn table(out: &mut impl Write, rows: &[Row]) -> io::Result<()> {
    let widest = |column: fn(&Row) -> usize| rows.iter().map(column).max().unwrap_or(0);
    let text_width = widest(|row| width(row.text)).min(WIDEST);
    let value_width = widest(|row| row.value.as_deref().map_or(1, str::len)).min(WIDEST);
    for row in rows {
        let gap = text_width.saturating_sub(width(row.text));
        writeln!(
            out,
            "{}{:gap$}  {:10}  {:2}  {:>value_width$}  {}",
            row.text,
            "",
            row.kind,
            row.comparator,
            row.value.as_deref().unwrap_or("-"),
            row.unit.unwrap_or("-"),
        )?;
    }
    Ok(())
}

/// How many columns of a terminal a text takes: two for each Chinese or full-width character.
fn width(text: &str) -> usize {
    let is_wide = |c: char| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ff00}'..='\u{ff60}');
    text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}
