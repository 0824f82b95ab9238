//! Files into inputs: the only stage that reads the user's disk.
//!
//! Nothing here knows what a text means. What cannot be read is a finding with the path and the
//! reason, and reading goes on, so that all of it is reported in one run.
#![expect(clippy::disallowed_methods, reason = "this is the reading boundary")]

mod content;
mod data;
mod glossary;
mod lock;
mod places;
mod statistics;
mod terms;
mod theme;
mod tree;
mod waivers;

use std::collections::BTreeSet;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::config::{Config, FILE_NAME};
use crate::model::{
    Asset, Catalogue, Claims, ConceptClaim, Erratum, LangId, Languages, Lock, Received, ThemeFiles,
    Waiver,
};
use crate::source::{Diagnosed, Diagnostic, FileId, SourceFile, Sources, codes};

pub use terms::{TERM_BASE, TermBase, concepts, list, term_base};

/// The largest text that is read. A report is well below one megabyte.
const LARGEST_TEXT: usize = 64 << 20;

/// What stands in the way of reading at all.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// No configuration here or above.
    #[error("there is no `{FILE_NAME}` in {} or any folder above it", .0.display())]
    NoSite(PathBuf),
    /// The configuration cannot be read.
    #[error("cannot read `{}`: {reason}", .path.display())]
    Config {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        reason: String,
    },
    /// A text given on the command line cannot be read.
    #[error("cannot read `{}`: {reason}", .path.display())]
    Text {
        /// The file; `-` is standard input.
        path: PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// There is no content folder.
    #[error("there is no folder `content` in {}", .0.display())]
    NoContent(PathBuf),
}

/// Everything that was read.
#[derive(Debug)]
pub struct Inputs {
    /// The Markdown files, by path.
    pub documents: Vec<DocumentFile>,
    /// Keys of pages of which a file could not be read.
    pub unreadable: BTreeSet<String>,
    /// The errata of each folder that has some: the folder's path in `content`, and its errata.
    pub errata: Vec<(String, Vec<Erratum>)>,
    /// The waivers of each folder that has some, likewise.
    pub waivers: Vec<(String, Vec<Waiver>)>,
    /// What is measured.
    pub catalogue: Catalogue,
    /// The term base, in the order of its file.
    pub glossary: Vec<ConceptClaim>,
    /// What the data files of each report claim: the folder's path in `content`, and its claims.
    pub claims: Vec<(String, Claims)>,
    /// What was confirmed; nothing where the site has no `translation.lock`.
    pub lock: Option<Lock>,
    /// Files beside the pages.
    pub assets: Vec<Asset>,
    /// The theme.
    pub theme: ThemeFiles,
}

/// A Markdown file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentFile {
    /// Its text.
    pub file: FileId,
    /// Its path in `content` without language and ending: `jinhua-2018/1-review`.
    pub key: String,
    /// Its language.
    pub lang: LangId,
}

/// The root of the site that `from` lies in: the nearest folder holding `site.toml`.
pub fn root(from: &Path) -> Result<PathBuf, ReadError> {
    from.ancestors()
        .find(|folder| folder.join(FILE_NAME).is_file())
        .map(Path::to_path_buf)
        .ok_or_else(|| ReadError::NoSite(from.to_path_buf()))
}

/// Reads the configuration; its text becomes the first of `sources`.
pub fn config(
    root: &Path,
    path: Option<&Path>,
    sources: &mut Sources,
) -> Result<Diagnosed<Option<Config>>, ReadError> {
    let path = path.map_or_else(|| root.join(FILE_NAME), Path::to_path_buf);
    let shown = path.strip_prefix(root).unwrap_or(&path).display().to_string();
    let bytes = fs::read(&path)
        .map_err(|error| ReadError::Config { path: path.clone(), reason: error.to_string() })?;
    match text(&shown, bytes) {
        Ok(text) => {
            let id = sources.add(shown, text);
            Ok(Config::read(sources.get(id)))
        }
        Err(diagnostic) => Ok(Diagnosed { value: None, diagnostics: vec![diagnostic] }),
    }
}

/// Reads everything a site is made of.
pub fn inputs(
    root: &Path,
    config: &Config,
    sources: &mut Sources,
) -> Result<Diagnosed<Inputs>, ReadError> {
    let content = root.join("content");
    if !content.is_dir() {
        return Err(ReadError::NoContent(root.to_path_buf()));
    }
    let mut diagnostics = Vec::new();
    let files = tree::files(root, &content).into_value(&mut diagnostics);
    let sorted = content::sort(files, &config.languages).into_value(&mut diagnostics);
    let (documents, unreadable) =
        content::documents(sorted.pages, sources).into_value(&mut diagnostics);
    let errata = data::errata(sorted.errata, sources).into_value(&mut diagnostics);
    let waivers = waivers::waivers(sorted.waivers, sources).into_value(&mut diagnostics);
    let catalogue = sorted
        .catalogue
        .and_then(|found| {
            statistics::source(found, sources, &mut diagnostics).map(statistics::catalogue)
        })
        .map(|read| read.into_value(&mut diagnostics))
        .unwrap_or_default();
    let glossary = sorted
        .glossary
        .and_then(|found| statistics::source(found, sources, &mut diagnostics))
        .map(|file| glossary::entries(file, &config.languages).into_value(&mut diagnostics))
        .unwrap_or_default();
    let claims = claims(sorted.claims, config, sources).into_value(&mut diagnostics);
    let lock = lock::lock(root, &config.languages, sources).into_value(&mut diagnostics);
    let theme = theme::files(root, config, sources).into_value(&mut diagnostics);
    Ok(Diagnosed {
        value: Inputs {
            documents,
            unreadable,
            errata,
            waivers,
            catalogue,
            glossary,
            claims,
            lock,
            assets: sorted.assets,
            theme,
        },
        diagnostics,
    })
}

/// Reads `figures.yaml` and `ledger.yaml` of each folder.
fn claims(
    files: Vec<tree::Found>,
    config: &Config,
    sources: &mut Sources,
) -> Diagnosed<Vec<(String, Claims)>> {
    let mut diagnostics = Vec::new();
    let mut all: Vec<(String, Claims)> = Vec::new();
    for found in files {
        let (folder, name) = found.key.rsplit_once('/').unwrap_or(("", &found.key));
        let (folder, is_ledger) = (folder.to_owned(), name == "ledger.yaml");
        let Some(file) = statistics::source(found, sources, &mut diagnostics) else { continue };
        let known = all.iter().position(|(known, _)| *known == folder);
        let place = known.unwrap_or_else(|| {
            all.push((folder, Claims::default()));
            all.len() - 1
        });
        let claims = &mut all[place].1;
        claims.files.push(file.id);
        if is_ledger {
            statistics::ledger(file, claims, &mut diagnostics);
        } else {
            statistics::figures(file, &config.languages, claims, &mut diagnostics);
        }
    }
    Diagnosed { value: all, diagnostics }
}

fn bytes(path: &Path) -> std::io::Result<Vec<u8>> {
    fs::read(path)
}

/// Reads the text as received, which lies at `path` from the root.
pub fn received(root: &Path, path: &str) -> Result<Received, Diagnostic> {
    let bytes = read_inside(root, path)?;
    let sha256 = crate::fingerprint::sha256(&bytes);
    let length = bytes.len();
    let text = text(path, bytes)?;
    Ok(Received { path: path.to_owned(), sha256, bytes: length, text: text.to_string() })
}

/// Reads a file of the site as it is.
pub fn asset(root: &Path, asset: &Asset) -> Result<Vec<u8>, Diagnostic> {
    read_inside(root, &asset.source)
}

/// Reads a term base.
pub fn glossary(file: &SourceFile, languages: &Languages) -> Diagnosed<Vec<ConceptClaim>> {
    glossary::entries(file, languages)
}

/// Reads a text given on the command line, character by character as it is; `-` is standard input.
pub fn plain(path: &Path) -> Result<String, ReadError> {
    let error = |reason: String| ReadError::Text { path: path.to_path_buf(), reason };
    let mut bytes = Vec::new();
    let most = LARGEST_TEXT as u64 + 1;
    if path == Path::new("-") {
        std::io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        fs::File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes))
    }
    .map_err(|reason| error(reason.to_string()))?;
    if bytes.len() > LARGEST_TEXT {
        return Err(error("it is larger than 64 MiB".to_owned()));
    }
    String::from_utf8(bytes).map_err(|reason| error(not_utf8("", &reason).message))
}

fn read_inside(root: &Path, path: &str) -> Result<Vec<u8>, Diagnostic> {
    fs::read(root.join(path)).map_err(|error| unreadable(path, &error.to_string()))
}

/// Bytes as text, without a byte order mark and with plain line ends.
fn text(path: &str, bytes: Vec<u8>) -> Result<Arc<str>, Diagnostic> {
    if bytes.len() > LARGEST_TEXT {
        return Err(unreadable(path, "the file is larger than 64 MiB"));
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
    let byte = error.as_bytes()[valid];
    Diagnostic::new(
        codes::FILE_ENCODING,
        format!("line {line} is not UTF-8: byte {byte:#04x} is no character"),
    )
    .in_file(path)
    .help("save the file as UTF-8; an older Chinese text is often GB 18030: `iconv -f gb18030 -t utf-8`")
}

fn unreadable(path: &str, reason: &str) -> Diagnostic {
    Diagnostic::new(codes::PATH_UNREADABLE, format!("cannot read `{path}`: {reason}"))
        .in_file(path)
        .help("check that the file is there and that you may read it")
}
