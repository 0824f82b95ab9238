//! Files into inputs: the only place that reads the user's disk.
//!
//! Nothing here knows what a text means; the formats beside this folder do. What cannot be read is
//! a finding with the path and the reason, and reading goes on, so that all of it is reported in
//! one run.
#![expect(clippy::disallowed_methods, reason = "this is the reading boundary")]

mod content;
mod lock;
mod terms;
mod theme;
mod tree;

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::site_toml::{Config, FILE_NAME};
use super::{
    Inputs, LARGEST_TEXT, decode_text, errata, figures, glossary, indicators, ledger, not_read,
    not_utf8, unreadable, waivers,
};
use crate::model::{Asset, Catalogue, Claims, Errata, ReceivedText};
use crate::received;
use crate::source::{Diagnosed, Diagnostic, Locale, SourceFile, Sources, codes, fingerprint};
use tree::FoundFile;

pub(crate) use terms::{TermBase, read_list, term_base};

/// The largest file that is read as a received text; one with pictures may have many megabytes.
const LARGEST_RECEIVED: usize = 256 << 20;

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

/// The root of the site that `from` lies in: the nearest folder holding `site.toml`.
pub(crate) fn root(from: &Path) -> Result<PathBuf, ReadError> {
    from.ancestors()
        .find(|folder| folder.join(FILE_NAME).is_file())
        .map(Path::to_path_buf)
        .ok_or_else(|| ReadError::NoSite(from.to_path_buf()))
}

/// Reads the configuration; its text becomes the first of `sources`.
pub(crate) fn config(
    root: &Path,
    path: Option<&Path>,
    sources: &mut Sources,
) -> Result<Diagnosed<Option<Config>>, ReadError> {
    let path = path.map_or_else(|| root.join(FILE_NAME), Path::to_path_buf);
    let shown = path.strip_prefix(root).unwrap_or(&path).display().to_string();
    let bytes = fs::read(&path)
        .map_err(|error| ReadError::Config { path: path.clone(), reason: error.to_string() })?;
    match decode_text(&shown, bytes) {
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
    let files = tree::files_under(root, &content).into_value(&mut diagnostics);
    let sorted = content::sort(files, &config.languages).into_value(&mut diagnostics);
    let (documents, unreadable) =
        content::documents(sorted.pages, sources).into_value(&mut diagnostics);
    let errata = each(sorted.errata, sources, &mut diagnostics, |file| {
        let Diagnosed { value: entries, diagnostics } = errata::errata_entries(file);
        let has_faults = is_partly_read(&diagnostics);
        Diagnosed { value: Errata { entries, has_faults }, diagnostics }
    });
    let waivers = each(sorted.waivers, sources, &mut diagnostics, waivers::waiver_entries);
    let catalogue = sorted
        .catalogue
        .and_then(|found| source_file(found, sources, &mut diagnostics).map(indicators::catalogue))
        .map(|read| {
            let has_faults = is_partly_read(&read.diagnostics);
            Catalogue { has_faults, ..read.into_value(&mut diagnostics) }
        })
        .unwrap_or_default();
    let glossary = sorted
        .glossary
        .and_then(|found| source_file(found, sources, &mut diagnostics))
        .map(|file| {
            glossary::glossary_entries(file, &config.languages).into_value(&mut diagnostics)
        })
        .unwrap_or_default();
    let claims = read_claims(sorted.claims, config, sources).into_value(&mut diagnostics);
    let lock = lock::lock(root, &config.languages, sources).into_value(&mut diagnostics);
    let theme = theme::theme_files(root, config, sources).into_value(&mut diagnostics);
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

/// Reads a data file of each report: the folder's path in `content`, and what the file says.
fn each<T>(
    files: Vec<FoundFile>,
    sources: &mut Sources,
    diagnostics: &mut Vec<Diagnostic>,
    parse: impl Fn(&SourceFile) -> Diagnosed<T>,
) -> Vec<(String, T)> {
    let mut all = Vec::new();
    for found in files {
        let folder = found.key.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        let Some(file) = source_file(found, sources, diagnostics) else { continue };
        all.push((folder, parse(file).into_value(diagnostics)));
    }
    all
}

/// Reads `figures.yaml` and `ledger.yaml` of each folder.
fn read_claims(
    files: Vec<FoundFile>,
    config: &Config,
    sources: &mut Sources,
) -> Diagnosed<Vec<(String, Claims)>> {
    let mut diagnostics = Vec::new();
    let mut all: Vec<(String, Claims)> = Vec::new();
    for found in files {
        let (folder, name) = found.key.rsplit_once('/').unwrap_or(("", &found.key));
        let (folder, is_ledger) = (folder.to_owned(), name == "ledger.yaml");
        let Some(file) = source_file(found, sources, &mut diagnostics) else { continue };
        let known = all.iter().position(|(known, _)| *known == folder);
        let place = known.unwrap_or_else(|| {
            all.push((folder, Claims::default()));
            all.len() - 1
        });
        let claims = &mut all[place].1;
        claims.files.push(file.id);
        if is_ledger {
            let read = ledger::exceptions(file);
            claims.has_faults |= is_partly_read(&read.diagnostics);
            claims.exceptions.extend(read.into_value(&mut diagnostics));
        } else {
            let read = figures::figure_claims(file, &config.languages);
            claims.has_faults |= is_partly_read(&read.diagnostics);
            claims.figures.extend(read.into_value(&mut diagnostics));
        }
    }
    Diagnosed { value: all, diagnostics }
}

/// Whether something in a file was not understood: an unknown key loses nothing but itself.
fn is_partly_read(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.code == codes::DATA_INVALID)
}

/// Reads a data file as text and makes it one of `sources`.
fn source_file<'a>(
    found: FoundFile,
    sources: &'a mut Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<&'a SourceFile> {
    let read = fs::read(&found.path)
        .map_err(|error| unreadable(&found.shown, &error.to_string()))
        .and_then(|bytes| decode_text(&found.shown, bytes));
    match read {
        Ok(text) => {
            let id = sources.add(found.shown, text);
            Some(sources.get(id))
        }
        Err(diagnostic) => {
            diagnostics.push(diagnostic);
            None
        }
    }
}

/// Reads the text as received, which lies at `path` from the root.
pub(crate) fn received(root: &Path, path: &str) -> Result<ReceivedText, Diagnostic> {
    let bytes = read_inside(root, path)?;
    let sha256 = fingerprint::sha256(&bytes);
    let content = received::read_received(path, &bytes)
        .map_err(|fault| not_read(path, fault.message).help(fault.help))?;
    Ok(ReceivedText { path: path.to_owned(), sha256, bytes: bytes.len(), content })
}

/// Reads a file given on the command line as it was received.
pub(crate) fn received_bytes(path: &Path) -> Result<Vec<u8>, ReadError> {
    let error = |reason: String| ReadError::Text { path: path.to_path_buf(), reason };
    let mut bytes = Vec::new();
    let most = LARGEST_RECEIVED as u64 + 1;
    fs::File::open(path)
        .and_then(|file| file.take(most).read_to_end(&mut bytes))
        .map_err(|reason| error(reason.to_string()))?;
    if bytes.len() > LARGEST_RECEIVED {
        return Err(error("it is larger than 256 MiB".to_owned()));
    }
    Ok(bytes)
}

/// Reads a file of the site as it is.
pub(crate) fn asset_bytes(root: &Path, asset: &Asset) -> Result<Vec<u8>, Diagnostic> {
    read_inside(root, &asset.source)
}

/// The files below a folder by their paths in it, sorted; what cannot be walked is a finding.
pub(crate) fn files_below(folder: &Path) -> Diagnosed<Vec<PathBuf>> {
    let found = tree::files_under(folder, folder);
    let paths = found
        .value
        .into_iter()
        .map(|file| file.path.strip_prefix(folder).map_or(file.path.clone(), Path::to_path_buf));
    Diagnosed { value: paths.collect(), diagnostics: found.diagnostics }
}

/// Reads a text given on the command line, character by character as it is; `-` is standard input.
pub(crate) fn plain_text(path: &Path) -> Result<String, ReadError> {
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
    String::from_utf8(bytes).map_err(|reason| error(not_utf8("", &reason).message.text(Locale::En)))
}

fn read_inside(root: &Path, path: &str) -> Result<Vec<u8>, Diagnostic> {
    fs::read(root.join(path)).map_err(|error| unreadable(path, &error.to_string()))
}
