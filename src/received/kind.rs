//! What kind of file a text came in.

use super::ReceivedFault;
use super::docx::archived_names;
use crate::source::message;

/// Endings of files that can be read, for help texts.
pub(crate) const ENDINGS: [&str; 7] = ["txt", "text", "md", "markdown", "docx", "html", "htm"];

/// How many bytes are looked at for the tags a page begins with.
const HEAD_OF_PAGE: usize = 4096;

/// Tags of which a page without a beginning has one.
const TAGS: [&str; 8] = ["<p>", "<p ", "<br", "<div", "<span", "<table", "<meta", "<title"];

/// A byte order mark as it is seen in bytes that are not decoded.
const LONGEST_MARK: usize = 6;

/// A kind of file that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileKind {
    /// A plain text, with the signs of Markdown or without.
    Text {
        /// Whether it is Markdown by its name.
        is_markdown: bool,
    },
    /// A text of Word or WPS since 2007.
    Docx,
    /// A page.
    Html,
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

/// What the container of all office files before 2007 begins with, and what holds those with a password.
const CONTAINER: &[u8] = b"\xd0\xcf\x11\xe0";
const ENCRYPTED: [u8; 18] = *b"E\0n\0c\0r\0y\0p\0t\0e\0d\0";

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
        first_bytes: CONTAINER,
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
    if is_page(&ending, bytes) {
        return Ok(FileKind::Html);
    }
    let is_archive = bytes.starts_with(b"PK\x03\x04");
    let names = if is_archive { archived_names(bytes) } else { None };
    // The names of the files in a broken archive stand in it as they are, as does the kind of a text that
    // is not packed.
    let holds = |inside: &[u8]| match &names {
        Some(names) if !inside.starts_with(b"mimetype") => {
            names.iter().any(|name| name.as_bytes() == inside)
        }
        _ => !inside.is_empty() && bytes.windows(inside.len()).any(|w| w == inside),
    };
    let is_docx = names.iter().flatten().any(|name| name.starts_with("word/"))
        || (names.is_none() && holds(b"word/document.xml"));
    // What was cut off no longer names its files; its reader says so.
    let is_cut = names.is_none() && ending == "docx" && !holds(b"xl/workbook.xml");
    if is_archive && (is_docx || is_cut) {
        return Ok(FileKind::Docx);
    }
    if bytes.starts_with(CONTAINER) && holds(&ENCRYPTED) {
        return Err(ReceivedFault {
            message: message!("received-password"),
            help: message!("received-password.help"),
        });
    }
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
    Ok(FileKind::Text {
        is_markdown: matches!(&*ending, "md" | "markdown") || name.ends_with(".md.txt"),
    })
}

fn other_kind(other: &OtherKind) -> ReceivedFault {
    let help = if other.is_table {
        message!("received-other-kind.table")
    } else {
        message!("received-other-kind.help")
    };
    ReceivedFault { message: message!("received-other-kind", kind = other.name), help }
}

/// Whether a text is a page: it begins like one, whatever its name, or is called one and has a tag.
fn is_page(ending: &str, bytes: &[u8]) -> bool {
    // A page in UTF-16 has a zero beside each letter of its tags.
    let head = bytes.iter().take(HEAD_OF_PAGE).filter(|byte| **byte != 0).copied();
    let head = String::from_utf8_lossy(&head.collect::<Vec<u8>>()).to_lowercase();
    let has_one = |tags: &[&str]| tags.iter().any(|tag| head.contains(tag));
    let begins = head.trim_start().find('<').is_some_and(|at| at <= LONGEST_MARK)
        && has_one(&["<html", "<!doctype html", "<body"]);
    match ending {
        "md" | "markdown" => false,
        "html" | "htm" | "shtml" | "xhtml" => begins || has_one(&TAGS),
        _ => begins,
    }
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
    fn a_docx_is_told_by_what_is_in_it() {
        let broken = [b"PK\x03\x04....", &b"word/document.xml"[..]].concat();
        assert_eq!(kind_of("a.txt", &broken), Ok(FileKind::Docx));
        let whole = include_bytes!("../../tests/fixtures/received/libreoffice.docx");
        assert_eq!(kind_of("报告", whole), Ok(FileKind::Docx));
        let locked = [CONTAINER, &[0xff; 4], &ENCRYPTED].concat();
        assert!(refused("a.docx", &locked).contains("password"));
    }

    #[test]
    fn a_page_is_told_by_its_beginning_or_by_its_name() {
        let utf16: Vec<u8> =
            "\u{feff}<!DOCTYPE html>一".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (name, bytes) in [
            ("a.txt", b"\n <html><body>".to_vec()),
            ("a.doc", "\u{feff}<html xmlns:o=''>一".as_bytes().to_vec()),
            ("a.htm", b"text<br>text".to_vec()),
            ("a", utf16),
        ] {
            assert_eq!(kind_of(name, &bytes), Ok(FileKind::Html), "{name}");
        }
        let text = Ok(FileKind::Text { is_markdown: false });
        assert_eq!(kind_of("a.txt", b"text about <html>"), text);
        assert_eq!(kind_of("a.html", b"text"), text);
        let markdown = kind_of("a.md", b"<!-- page -->\n```\n<html>\n```");
        assert_eq!(markdown, Ok(FileKind::Text { is_markdown: true }));
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
