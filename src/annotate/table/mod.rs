//! What a table says of the bare numbers in its cells: a unit and a period stated for all of it, for a
//! column or for a row.
//!
//! | 指标 | 产值（亿元） | 增长（%） |, and 3870 below 产值 is 387,000,000,000 yuan; 单位：亿元 above the
//! table, RMB billion in a head, a column 单位 that names the unit of each row say the same. The number
//! is then what it is said to be for everything that reads annotations: comparison, ledger, claims.

mod statement;

use statement::{StatedUnit, Statement, Statements};

use crate::model::{
    Annotation, Block, BlockContent, Cell, Document, Mention, Numerals, Quantity, QuantityKind,
    StatedWords, TextId, Unit, UnitClass,
};

/// Lets the bare numbers of all tables have the units and periods that are stated for them.
pub(super) fn state_units(
    document: &Document,
    annotations: &mut [Annotation],
    numerals: &dyn Numerals,
) {
    in_blocks(&document.blocks.iter().collect::<Vec<_>>(), document, annotations, numerals);
    for note in &document.footnotes {
        in_blocks(&note.blocks.iter().collect::<Vec<_>>(), document, annotations, numerals);
    }
}

fn in_blocks(
    blocks: &[&Block],
    document: &Document,
    annotations: &mut [Annotation],
    numerals: &dyn Numerals,
) {
    let mut line = None;
    for block in blocks {
        if let BlockContent::Table { head, rows, .. } = &block.content {
            let table = Table { document, numerals, head, rows };
            table.state_units(line, annotations);
        } else {
            let inner: Vec<&Block> = block.content.inner().collect();
            in_blocks(&inner, document, annotations, numerals);
        }
        line = match &block.content {
            BlockContent::Paragraph(text) | BlockContent::Heading { text, .. } => Some(*text),
            _ => None,
        };
    }
}

/// A statement and the text it stands in.
type UnitAt = (TextId, Statement);

struct Table<'a> {
    document: &'a Document,
    numerals: &'a dyn Numerals,
    head: &'a [TextId],
    rows: &'a [Vec<TextId>],
}

/// What is stated of a table, by what it is stated of.
#[derive(Default)]
struct TableUnits {
    table: Vec<UnitAt>,
    columns: Vec<Option<UnitAt>>,
    rows: Vec<Option<UnitAt>>,
    /// The column whose cells name the units of their rows.
    unit_column: Option<usize>,
}

impl Table<'_> {
    fn plain(&self, text: TextId) -> &str {
        &self.document.text(text).plain
    }

    fn state_units(&self, line: Option<TextId>, annotations: &mut [Annotation]) {
        let stated = self.stated(line, annotations);
        let all = stated.table.iter();
        let all = all.chain(stated.columns.iter().flatten()).chain(stated.rows.iter().flatten());
        for (text, statement) in all {
            make_structural(&mut annotations[text.0 as usize], statement);
        }
        let column_periods: Vec<_> =
            self.head.iter().map(|text| period(&annotations[text.0 as usize])).collect();
        for (row_number, row) in self.rows.iter().enumerate() {
            let row_period = row.first().and_then(|text| period(&annotations[text.0 as usize]));
            for (column, text) in row.iter().enumerate().skip(1) {
                if stated.unit_column == Some(column) {
                    continue;
                }
                let period = column_periods.get(column).cloned().flatten();
                let annotation = &mut annotations[text.0 as usize];
                annotation.cell = Some(Cell {
                    row: row[0],
                    column: self.head.get(column).copied().unwrap_or(row[0]),
                    unit: None,
                    period: period.or_else(|| row_period.clone()),
                });
                if let Some(placed) = self.unit_for(&stated, row_number, column) {
                    self.count_in(placed, (row_number, column), *text, annotation);
                }
            }
        }
    }

    fn stated(&self, line: Option<TextId>, annotations: &mut [Annotation]) -> TableUnits {
        let mut keep = |text: TextId, found: Statements| -> Vec<UnitAt> {
            if found.unread.is_some() {
                annotations[text.0 as usize].unread_unit = found.unread;
            }
            found.read.into_iter().map(|statement| (text, statement)).collect()
        };
        let mut stated = TableUnits::default();
        if let Some(line) = line {
            stated.table = keep(line, statement::in_line(self.numerals, self.plain(line)));
        }
        for (column, text) in self.head.iter().enumerate() {
            let plain = self.plain(*text);
            if column > 0 && statement::is_unit_column(self.numerals, plain) {
                stated.unit_column = Some(column);
            }
            let found = keep(*text, statement::in_head(self.numerals, plain));
            // The head of the heads is of no column: 单位：亿元 in the corner of a table.
            if column == 0 {
                if stated.table.is_empty() {
                    stated.table = found;
                }
                stated.columns.push(None);
            } else {
                stated.columns.push(found.into_iter().next());
            }
        }
        for row in self.rows {
            let head = row.first().and_then(|head| {
                keep(*head, statement::in_head(self.numerals, self.plain(*head))).pop()
            });
            let named = stated.unit_column.and_then(|column| row.get(column)).and_then(|text| {
                let plain = self.plain(*text);
                let unit = statement::unit_of(self.numerals, plain)?;
                Some((*text, Statement { unit, range: 0..plain.len() }))
            });
            stated.rows.push(named.or(head));
        }
        stated
    }

    /// The unit of the bare number in a cell. A column of growth is in percent whatever its rows are
    /// measured in, and a row of growth likewise: a share goes before an amount, else the column
    /// before the row, and both before what is said of the whole table.
    fn unit_for<'s>(
        &self,
        stated: &'s TableUnits,
        row: usize,
        column: usize,
    ) -> Option<&'s UnitAt> {
        let of_column = stated.columns.get(column).and_then(Option::as_ref);
        let of_row = stated.rows.get(row).and_then(Option::as_ref);
        match (of_column, of_row) {
            (Some(column), Some(row)) if is_share(&row.1.unit) && !is_share(&column.1.unit) => {
                Some(row)
            }
            (Some(column), _) => Some(column),
            (None, Some(row)) => Some(row),
            (None, None) => match &stated.table[..] {
                [only] => Some(only),
                // 单位：亿元、%: the heads tell which.
                [first, second] if is_share(&first.1.unit) != is_share(&second.1.unit) => {
                    let speaks_of_share = self.measure(row, column).is_some();
                    [first, second]
                        .into_iter()
                        .find(|placed| is_share(&placed.1.unit) == speaks_of_share)
                }
                _ => None,
            },
        }
    }

    /// What the heads of a cell say that a share in it measures.
    fn measure(&self, row: usize, column: usize) -> Option<crate::model::Measure> {
        let heads = [self.head.get(column), self.rows[row].first()];
        let mut heads = heads.into_iter().flatten();
        heads.find_map(|head| self.numerals.measure_of_head(self.plain(*head)))
    }

    /// Lets a bare number be counted in the unit that is stated for it.
    fn count_in(
        &self,
        (from, statement): &UnitAt,
        (row, column): (usize, usize),
        text: TextId,
        annotation: &mut Annotation,
    ) {
        if !is_bare(self.plain(text), &annotation.quantities) {
            return;
        }
        let unit = statement.unit;
        let mut is_said = false;
        for Mention { value: quantity, .. } in &mut annotation.quantities {
            // 2016 billion is not a year where a unit is stated.
            let is_number = match quantity.kind {
                QuantityKind::Figure => quantity.unit.is_none(),
                QuantityKind::Date => quantity.unit == Some(Unit::YEAR),
                _ => false,
            };
            let Some(value) = quantity.value.and_then(|value| value.shifted(unit.power)) else {
                continue;
            };
            if is_number {
                quantity.value = Some(value);
                quantity.unit = unit.unit;
                quantity.per = unit.per;
                quantity.kind = unit.kind;
                quantity.measure = if is_share(&unit) { self.measure(row, column) } else { None };
                is_said = true;
            }
        }
        if let Some(cell) = annotation.cell.as_mut().filter(|_| is_said) {
            cell.unit = Some(StatedWords { text: *from, range: statement.range.clone() });
        }
    }
}

fn is_share(unit: &StatedUnit) -> bool {
    unit.unit.is_some_and(|unit| unit.class() == UnitClass::Share)
}

/// Whether a cell holds numbers and signs, and no word.
fn is_bare(plain: &str, quantities: &[Mention<Quantity>]) -> bool {
    let mut rest = 0;
    let has_word = |text: &str| text.contains(char::is_alphabetic);
    let mut is_bare = !quantities.is_empty();
    for found in quantities {
        is_bare &= !has_word(&plain[rest..found.range.start]);
        is_bare &= !has_word(&plain[found.range.clone()]);
        rest = found.range.end;
    }
    is_bare && !has_word(&plain[rest..])
}

/// The year that a head says, if it says one day or year alone: 2017年, 2017年（亿元）.
fn period(annotation: &Annotation) -> Option<String> {
    let mut dates = annotation.quantities.iter().filter(|q| q.value.kind == QuantityKind::Date);
    let date = dates.next().filter(|_| dates.next().is_none())?.value;
    (date.unit == Some(Unit::YEAR)).then_some(date.value?.to_string())
}

/// A unit is not a number: 10,000 tonnes, 100 million yuan. What it says is said by the numbers it is
/// stated for, so that it has no value of its own to be compared.
fn make_structural(annotation: &mut Annotation, statement: &Statement) {
    for found in &mut annotation.quantities {
        let is_in =
            found.range.start < statement.range.end && statement.range.start < found.range.end;
        if is_in {
            found.value.kind = QuantityKind::Structural;
            found.value.value = None;
        }
    }
}
