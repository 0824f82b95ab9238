//! What kind of file a text came in.

use super::ReceivedFault;
use crate::source::message;

/// Endings of files that can be read, for help texts.
pub(crate) const ENDINGS: [&str; 4] = ["txt", "text", "md", "markdown"];

/// A kind of file that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileKind {
    /// A plain text, with the signs of Markdown or without.
    Text {
        /// Whether it is Markdown by its name.
        is_markdown: bool,
    },
}

/// A kind of file that holds a text and is not read.
struct OtherKind {
    /// What it is called.
    name: &'static str,
    /// The endings of its files.
    endings: &'static [&'static str],
    /// Bytes that each such file begins with; empty where they tell nothing.
    first_bytes: &'static [u8],
    /// The name of a file inside it, where it is an archive.
    inside: &'static [u8],
    /// Whether it holds a table rather than a text.
    is_table: bool,
}

const OTHERS: [OtherKind; 7] = [
    OtherKind {
        name: "PDF",
        endings: &["pdf"],
        first_bytes: b"%PDF",
        inside: b"",
        is_table: false,
    },
    OtherKind {
        name: "OFD",
        endings: &["ofd"],
        first_bytes: b"",
        inside: b"OFD.xml",
        is_table: false,
    },
    OtherKind {
        name: "Excel",
        endings: &["xlsx", "xls", "et", "ods", "numbers"],
        first_bytes: b"",
        inside: b"xl/workbook.xml",
        is_table: true,
    },
    OtherKind {
        name: "OpenDocument",
        endings: &["odt", "fodt"],
        first_bytes: b"",
        inside: b"mimetypeapplication/vnd.oasis.opendocument.text",
        is_table: false,
    },
    OtherKind {
        name: "WPS",
        endings: &["wps", "wpt", "uot", "uof"],
        first_bytes: b"",
        inside: b"",
        is_table: false,
    },
    // The container of all office files before 2007; after those told by their endings.
    OtherKind {
        name: "Word 97–2003",
        endings: &["doc", "dot"],
        first_bytes: b"\xd0\xcf\x11\xe0",
        inside: b"",
        is_table: false,
    },
    OtherKind {
        name: "RTF",
        endings: &["rtf"],
        first_bytes: b"{\\rtf",
        inside: b"",
        is_table: false,
    },
];

/// The kind of a file: what its bytes say, and what its name says where they leave it open.
pub(super) fn kind_of(name: &str, bytes: &[u8]) -> Result<FileKind, ReceivedFault> {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    // The names of the files in an archive stand in it as they are.
    let holds =
        |inside: &[u8]| !inside.is_empty() && bytes.windows(inside.len()).any(|w| w == inside);
    let is_archive = bytes.starts_with(b"PK\x03\x04");
    let other = OTHERS.iter().find(|other| {
        let is_named = other.endings.contains(&&*ending);
        let begins = !other.first_bytes.is_empty() && bytes.starts_with(other.first_bytes);
        let is_text = !is_archive && std::str::from_utf8(bytes).is_ok();
        begins || (is_archive && holds(other.inside)) || (is_named && !is_text)
    });
    if let Some(other) = other {
        return Err(other_kind(other));
    }
    if is_archive || is_binary(bytes) {
        return Err(ReceivedFault {
            message: message!("received-not-text"),
            help: message!("received-not-text.help", endings = ENDINGS.join(", ")),
        });
    }
    Ok(FileKind::Text { is_markdown: matches!(&*ending, "md" | "markdown") })
}

fn other_kind(other: &OtherKind) -> ReceivedFault {
    let help = if other.is_table {
        message!("received-other-kind.table")
    } else {
        message!("received-other-kind.help")
    };
    ReceivedFault { message: message!("received-other-kind", kind = other.name), help }
}

/// Whether bytes are no text in any encoding: they hold control characters that no text has, or a character
/// of nothing but zeros.
fn is_binary(bytes: &[u8]) -> bool {
    let is_control = |byte: &&u8| matches!(**byte, 1..=8 | 14..=26 | 28..=31);
    let has_zeros = bytes.contains(&0);
    let is_zero = |pair: &[u8]| pair == [0, 0];
    let controls = bytes.iter().filter(is_control).count();
    bytes.chunks_exact(2).any(is_zero) || (!has_zeros && controls * 50 > bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Locale;

    fn refused(name: &str, bytes: &[u8]) -> String {
        match kind_of(name, bytes) {
            Ok(kind) => panic!("{name} was taken for {kind:?}"),
            Err(fault) => {
                format!("{}; {}", fault.message.text(Locale::En), fault.help.text(Locale::En))
            }
        }
    }

    #[test]
    fn files_that_are_not_read_are_named_with_what_to_do() {
        let archive = |inside: &str| [b"PK\x03\x04....", inside.as_bytes()].concat();
        for (name, bytes, kind, how) in [
            ("a.pdf", b"%PDF-1.7".to_vec(), "PDF", "DOCX"),
            ("a.doc", b"\xd0\xcf\x11\xe0\xff".to_vec(), "Word 97", "DOCX"),
            ("a.wps", b"\xd0\xcf\x11\xe0\xff".to_vec(), "WPS", "DOCX"),
            ("a.txt", b"\xd0\xcf\x11\xe0\xff".to_vec(), "Word 97", "DOCX"),
            ("a.ofd", archive("OFD.xml"), "OFD", "DOCX"),
            ("a.xlsx", archive("xl/workbook.xml"), "Excel", "CSV"),
            ("a.docx", archive("xl/workbook.xml"), "Excel", "CSV"),
            ("a.rtf", b"{\\rtf1".to_vec(), "RTF", "DOCX"),
            ("a.bin", vec![0, 1, 2, 3, 0, 0, 4, 5], "not a text", "markdown"),
        ] {
            let said = refused(name, &bytes);
            assert!(said.contains(kind) && said.contains(how), "{name}: {said}");
        }
    }

    #[test]
    fn a_text_is_a_text_whatever_its_name() {
        assert_eq!(kind_of("报告", "一".as_bytes()), Ok(FileKind::Text { is_markdown: false }));
        assert_eq!(kind_of("a.MD", b"# a"), Ok(FileKind::Text { is_markdown: true }));
        assert_eq!(kind_of("a.doc", b"plain"), Ok(FileKind::Text { is_markdown: false }));
        let utf16: Vec<u8> = "一 1\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(kind_of("a.txt", &utf16), Ok(FileKind::Text { is_markdown: false }));
    }
}
