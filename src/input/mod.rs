//! What a site is made of, as it was read: one file of this folder for each data format.
//!
//! `disk` walks and reads; everything else here makes typed values of a text and never touches a
//! file. A text that cannot be understood gives findings at their places.

pub mod disk;
pub(crate) mod errata;
pub(crate) mod figures;
pub(crate) mod front_matter;
pub mod glossary;
pub(crate) mod indicators;
pub(crate) mod ledger;
mod numeral_claim;
pub mod site_toml;
pub(crate) mod waivers;
pub(crate) mod yaml;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::{
    Asset, Catalogue, Claims, ConceptClaim, Errata, LangId, Lock, ThemeFiles, Waiver,
};
use crate::source::{Diagnostic, FileId, Message, codes, message};

/// The largest text that is read. A report is well below one megabyte.
const LARGEST_TEXT: usize = 64 << 20;

/// Everything that was read.
#[derive(Debug)]
pub struct Inputs {
    /// The Markdown files, by path.
    pub documents: Vec<DocumentFile>,
    /// Keys of pages of which a file could not be read.
    pub(crate) unreadable: BTreeSet<String>,
    /// The errata of each folder that has some: the folder's path in `content`, and its errata.
    pub(crate) errata: Vec<(String, Errata)>,
    /// The waivers of each folder that has some, likewise.
    pub(crate) waivers: Vec<(String, Vec<Waiver>)>,
    /// What is measured.
    pub(crate) catalogue: Catalogue,
    /// The term base, in the order of its file.
    pub glossary: Vec<ConceptClaim>,
    /// What the data files of each report claim: the folder's path in `content`, and its claims.
    pub(crate) claims: Vec<(String, Claims)>,
    /// What was confirmed; nothing where the site has no `translation.lock`.
    pub(crate) lock: Option<Lock>,
    /// Files beside the pages.
    pub(crate) assets: Vec<Asset>,
    /// The theme.
    pub(crate) theme: ThemeFiles,
}

/// A Markdown file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentFile {
    /// Its text.
    pub file: FileId,
    /// Its path in `content` without language and ending: `jinhua-2018/1-review`.
    pub(crate) key: String,
    /// Its language.
    pub lang: LangId,
}

/// Bytes as text, without a byte order mark and with plain line ends.
pub(crate) fn decode_text(path: &str, bytes: Vec<u8>) -> Result<Arc<str>, Diagnostic> {
    if bytes.len() > LARGEST_TEXT {
        return Err(not_read(path, message!("path-unreadable-large", path = path)));
    }
    let text = String::from_utf8(bytes).map_err(|error| not_utf8(path, &error))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    Ok(if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n").into()
    } else {
        text.into()
    })
}

fn not_utf8(path: &str, error: &std::string::FromUtf8Error) -> Diagnostic {
    let valid = error.utf8_error().valid_up_to();
    let before = &error.as_bytes()[..valid];
    let line = String::from_utf8_lossy(before).matches('\n').count() + 1;
    let byte = format!("{:#04x}", error.as_bytes()[valid]);
    Diagnostic::new(codes::FILE_ENCODING, message!("file-encoding", line = line, byte = byte))
        .in_file(path)
        .help(message!("file-encoding.help"))
}

/// The finding that the system does not let a file be read.
pub(crate) fn unreadable(path: &str, reason: &str) -> Diagnostic {
    not_read(path, message!("path-unreadable", path = path, reason = reason))
}

/// The finding that a file is not read, in words of its own.
pub(crate) fn not_read(path: &str, message: Message) -> Diagnostic {
    Diagnostic::new(codes::PATH_UNREADABLE, message)
        .in_file(path)
        .help(message!("path-unreadable.help"))
}
