//! The term base alone, and lists of terms to be merged into it.

use std::fs;
use std::io::Read as _;
use std::path::Path;

use super::source_file;
use super::tree::{FoundFile, leaves_root};
use crate::input::glossary::{self, TERM_BASE};
use crate::input::site_toml::Config;
use crate::input::{decode_text, indicators, not_read, unreadable};
use crate::model::{ConceptClaim, Subject};
use crate::source::{Diagnosed, Diagnostic, FileId, Sources, codes, message};

/// The largest list that is read. One with all terms of a ministry is well below a megabyte.
const LARGEST_LIST: usize = 16 << 20;

/// The term base, and what its entries may refer to.
#[derive(Debug)]
pub(crate) struct TermBase {
    /// The text, byte for byte; empty where there is no file.
    pub(crate) text: String,
    /// The file.
    pub(crate) file: FileId,
    /// What it says.
    pub(crate) entries: Vec<ConceptClaim>,
    /// The places of the site.
    pub(crate) areas: Vec<Subject>,
}

/// Reads the term base of a site without the rest of it.
pub(crate) fn term_base(
    root: &Path,
    config: &Config,
    sources: &mut Sources,
) -> Diagnosed<TermBase> {
    let mut diagnostics = Vec::new();
    let found = |shown: &str| FoundFile {
        path: root.join(shown),
        key: String::new(),
        shown: shown.to_owned(),
    };
    let places = found("content/indicators.yaml");
    let areas = if places.path.exists() {
        // What is wrong in there is no concern of the terms.
        source_file(places, sources, &mut Vec::new())
            .map(|file| indicators::catalogue(file).value.areas)
            .unwrap_or_default()
    } else {
        Vec::new()
    };
    let path = root.join(TERM_BASE);
    let real_root = root.canonicalize().unwrap_or_else(|_| root.to_path_buf());
    let read = if path.is_symlink() && leaves_root(&path, &real_root) {
        Err(Diagnostic::new(codes::PATH_OUTSIDE, message!("path-outside-link"))
            .in_file(TERM_BASE)
            .help(message!("path-outside-link.term-base")))
    } else if path.exists() {
        fs::read(&path).map_err(|error| unreadable(TERM_BASE, &error.to_string()))
    } else {
        Ok(Vec::new())
    };
    let read = read.and_then(|bytes| Ok((decode_text(TERM_BASE, bytes.clone())?, bytes)));
    let (plain, bytes) = read.unwrap_or_else(|diagnostic| {
        diagnostics.push(diagnostic);
        ("".into(), Vec::new())
    });
    let own = String::from_utf8(bytes).unwrap_or_default();
    let file = sources.add(TERM_BASE, plain);
    let entries = glossary::glossary_entries(sources.get(file), &config.languages)
        .into_value(&mut diagnostics);
    Diagnosed { value: TermBase { text: own, file, entries, areas }, diagnostics }
}

/// Reads a list of terms given on the command line.
pub(crate) fn read_list(path: &Path, sources: &mut Sources) -> Result<FileId, Diagnostic> {
    let shown = path.display().to_string();
    let mut bytes = Vec::new();
    let most = LARGEST_LIST as u64 + 1;
    fs::File::open(path)
        .and_then(|file| file.take(most).read_to_end(&mut bytes))
        .map_err(|error| unreadable(&shown, &error.to_string()))?;
    if bytes.len() > LARGEST_LIST {
        return Err(not_read(&shown, message!("path-unreadable-large-list", path = &shown)));
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(Diagnostic::new(codes::FILE_ENCODING, message!("file-encoding-list"))
            .in_file(shown)
            .help(message!("file-encoding-list.help")));
    }
    let text = decode_text(&shown, bytes)?;
    Ok(sources.add(shown, text))
}
