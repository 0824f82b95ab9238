//! `duizhao quantities`.

use std::io::{self, Write};

use serde::Serialize;

use super::arguments::{Format, QuantitiesOptions};
use super::outcome::Outcome;
use super::terminal::width;
use super::{Result, terminal};
use crate::model::{Measure, Mention, Quantity, Unit};
use crate::pipeline;

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
    measure: Option<&'static str>,
    per: Option<String>,
}

pub(super) fn run(options: &QuantitiesOptions) -> Result {
    let (text, found) = pipeline::quantities(&options.file, options.lang)?;
    let rows = rows(&text, &found);
    terminal::print(|out| match options.format {
        Format::Text => print_table(out, &rows),
        Format::Json => terminal::json(out, &rows),
    })?;
    Ok(Outcome::Fine)
}

fn rows<'a>(text: &'a str, found: &[Mention<Quantity>]) -> Vec<Row<'a>> {
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
            unit: one.value.unit.map(Unit::name),
            comparator: one.value.comparator.sign(),
            kind: one.value.kind.name(),
            measure: one.value.measured().map(Measure::key),
            per: (!one.value.per.is_nothing()).then(|| one.value.per.to_string()),
        });
    }
    rows
}

fn print_table(out: &mut dyn Write, rows: &[Row]) -> io::Result<()> {
    let widest = |column: fn(&Row) -> usize| rows.iter().map(column).max().unwrap_or(0);
    let text_width = widest(|row| width(row.text)).min(WIDEST);
    let value_width = widest(|row| row.value.as_deref().map_or(1, str::len)).min(WIDEST);
    for row in rows {
        let gap = text_width.saturating_sub(width(row.text));
        writeln!(
            out,
            "{}{:gap$}  {:10}  {:2}  {:>value_width$}  {}{}{}",
            row.text,
            "",
            row.kind,
            row.comparator,
            row.value.as_deref().unwrap_or("-"),
            row.unit.unwrap_or("-"),
            row.per.as_ref().map_or(String::new(), |per| format!(" / {per}")),
            row.measure.filter(|_| row.value.is_some()).map_or(String::new(), |m| format!("  {m}")),
        )?;
    }
    Ok(())
}
