//! Tables as CSV (RFC 4180): the only user of `csv`.

use super::FormatFault;
use crate::source::message;

/// The most cells of a table that is read; a term base of a whole country has fewer.
const MOST_CELLS: usize = 2_000_000;

/// A row as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// The byte it begins at.
    pub(crate) at: usize,
    /// Its cells.
    pub(crate) cells: Vec<String>,
}

/// A table with a head, its lines ended as RFC 4180 has it.
///
/// # Panics
/// Never: rows are made as long as the head, and memory takes everything.
pub(crate) fn write_table(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(head).expect("a head goes into memory");
    for mut row in rows {
        row.resize(head.len(), String::new());
        writer.write_record(row).expect("rows of one length go into memory");
    }
    writer.into_inner().expect("memory takes everything")
}

/// Reads a table, its head among the rows. Cells are parted by commas, or by what parts more of
/// the head: semicolons or tabs, as some spreadsheets write. Empty rows are left out.
pub(crate) fn read_table(text: &str) -> Result<Vec<Row>, FormatFault> {
    let delimiter = delimiter(text);
    if let Some(at) = unclosed_quotation(text, delimiter) {
        return Err(FormatFault {
            at,
            message: message!("import-list-quotation"),
            help: message!("import-list-quotation.help"),
        });
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut count = 0;
    for record in reader.records() {
        let record = record.map_err(|error| FormatFault {
            at: error.position().map_or(0, |position| byte_offset(position.byte(), text)),
            message: message!("import-list-row", reason = error.to_string()),
            help: message!("import-list-row.help"),
        })?;
        let at = record.position().map_or(0, |position| byte_offset(position.byte(), text));
        count += record.len();
        if count > MOST_CELLS {
            return Err(FormatFault {
                at,
                message: message!("import-list-cells", most = MOST_CELLS),
                help: message!("import-list-cells.help"),
            });
        }
        if record.iter().any(|cell| !cell.trim().is_empty()) {
            // The reader names the end of the last row where a line end is left over.
            let line_ends = text[at..].len() - text[at..].trim_start_matches(['\r', '\n']).len();
            rows.push(Row {
                at: at + line_ends,
                cells: record.iter().map(str::to_owned).collect(),
            });
        }
    }
    Ok(rows)
}

fn byte_offset(byte: u64, text: &str) -> usize {
    let mut at = usize::try_from(byte).unwrap_or(usize::MAX).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// What parts the cells of the first line.
fn delimiter(text: &str) -> u8 {
    let head = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |c: char| head.matches(c).count();
    let (commas, semicolons, tabs) = (count(','), count(';'), count('\t'));
    if tabs > commas && tabs > semicolons {
        b'\t'
    } else if semicolons > commas {
        b';'
    } else {
        b','
    }
}

/// Where a quoted cell begins that never ends; the reader would take the rest of the file for it.
fn unclosed_quotation(text: &str, delimiter: u8) -> Option<usize> {
    enum Place {
        CellStart,
        Plain,
        Quoted(usize),
    }
    let mut place = Place::CellStart;
    let mut bytes = text.bytes().enumerate().peekable();
    while let Some((at, byte)) = bytes.next() {
        place = match place {
            Place::Quoted(_) if byte == b'"' => match bytes.peek() {
                Some((_, b'"')) => {
                    bytes.next();
                    place
                }
                _ => Place::Plain,
            },
            Place::Quoted(_) => place,
            Place::CellStart if byte == b'"' => Place::Quoted(at),
            Place::CellStart | Place::Plain => {
                let is_border = byte == delimiter || byte == b'\n' || byte == b'\r';
                if is_border { Place::CellStart } else { Place::Plain }
            }
        };
    }
    match place {
        Place::Quoted(at) => Some(at),
        Place::CellStart | Place::Plain => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        read_table(text).unwrap().into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn quotation_marks_commas_and_line_ends_stay_in_their_cells() {
        let row = vec!["a,“b”".to_owned(), "\"c\"\nd".to_owned()];
        let bytes = write_table(&["x", "y"], [row.clone()].into_iter());
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(text, "x,y\r\n\"a,“b”\",\"\"\"c\"\"\nd\"\r\n");
        assert_eq!(cells(&text), [vec!["x".to_owned(), "y".to_owned()], row]);
    }

    #[test]
    fn a_row_knows_where_it_begins() {
        let text = "zh,en\r\n\r\n一,one\r\n\"二\n\",two\n三,three";
        let begins: Vec<usize> = read_table(text).unwrap().iter().map(|row| row.at).collect();
        let wanted = ["zh,", "一,", "\"二", "三,"].map(|begin| text.find(begin).unwrap());
        assert_eq!(begins, wanted);
    }

    #[test]
    fn semicolons_and_tabs_part_cells_where_the_head_has_more_of_them() {
        assert_eq!(cells("zh;en\n一;one, 1\n")[1], ["一", "one, 1"]);
        assert_eq!(cells("zh\ten\n一\tone; 1\n")[1], ["一", "one; 1"]);
    }

    #[test]
    fn a_quotation_that_never_ends_is_shown_where_it_begins() {
        let fault = read_table("zh,en\n一,\"one\n二,two\n").unwrap_err();
        assert_eq!(fault.at, "zh,en\n一,".len());
        assert!(read_table("zh,en\n一,5\" pipe\n").is_ok(), "a mark inside a plain cell is a mark");
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused_and_what_is_written_is_read_again(
            text in ".{0,80}",
            rows in prop::collection::vec(prop::collection::vec("[^\r]{1,8}", 2..3), 0..5),
        ) {
            let _ = read_table(&text);
            let rows: Vec<_> =
                rows.into_iter().filter(|row| row.iter().any(|c| !c.trim().is_empty())).collect();
            let written = String::from_utf8(write_table(&["a", "b"], rows.clone().into_iter())).unwrap();
            prop_assert_eq!(&cells(&written)[1..], &rows[..]);
        }
    }
}
