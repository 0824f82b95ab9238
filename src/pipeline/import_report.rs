//! A text as received into the content tree of a site, which is begun where there is none.

use std::path::Path;

use super::Findings;
use super::import::merged_with;
use crate::exchange::terms::{Format, Keep};
use crate::input::disk::{self, ReadError};
use crate::input::glossary::TERM_BASE;
use crate::input::site_toml::{self, Config};
use crate::intake::{self, ImportedReport, IntakeReport, IntakeRequest, ReportFile, RunIn};
use crate::model::{LangId, ReceivedContent};
use crate::received::{self, ReceivedFault};
use crate::resolve;
use crate::source::{Diagnostic, Locale, Message, Sources, fingerprint, message};
use crate::write::{self, WriteError};

/// What is asked for.
#[derive(Debug, Clone)]
pub(crate) struct ReportRequest<'a> {
    /// The root of the site, or of the one that is begun.
    pub(crate) root: &'a Path,
    /// The file as received.
    pub(crate) file: &'a Path,
    /// The folder of the report.
    pub(crate) report: &'a str,
    /// What becomes of heads that their paragraphs go on behind.
    pub(crate) run_in: RunIn,
    /// Whether nothing is written.
    pub(crate) is_dry_run: bool,
}

/// What became of it.
#[derive(Debug)]
pub(crate) struct ReportImport {
    /// What was found, done and left.
    pub(crate) report: IntakeReport,
    /// The paths of the files, those of a new site first.
    pub(crate) files: Vec<String>,
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ReportImportError {
    /// The file cannot be read as a text.
    #[error("`{file}`: {}", .fault.message.text(Locale::En))]
    Unreadable {
        /// The file.
        file: String,
        /// Why not.
        fault: ReceivedFault,
    },
    /// There are no words in it.
    #[error("`{0}` holds no text")]
    Empty(String),
    /// The name of the report cannot be that of a folder and an address.
    #[error(
        "`{0}` cannot be the name of a report: write small letters, digits and hyphens, such as `jinhua-2018`"
    )]
    Name(String),
    /// There is a report of this name.
    #[error("there is a folder `content/{0}`; choose another name, or remove it first")]
    Exists(String),
    /// The text is not in the language of the site's originals.
    #[error("the text is in `{found}`, and the originals of this site are in `{wanted}`")]
    Language {
        /// The language of the text.
        found: &'static str,
        /// The first language of the site.
        wanted: String,
    },
    /// There is no such report.
    #[error("there is no report `{0}`")]
    NoReport(String, Vec<String>),
    /// A page is translated already.
    #[error("`{0}` exists; a translation is imported where there is none yet")]
    Translated(String),
    /// The language is that of the originals.
    #[error("`{0}` is the language of the originals of this site")]
    OwnLanguage(String),
    /// The site cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A file cannot be written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// The site's own files have faults; they are shown.
    #[error("nothing was imported")]
    Site(Box<(Findings, Sources)>),
}

impl ReportImportError {
    /// How to go on, where that can be said.
    pub(crate) fn help(&self) -> Option<Message> {
        match self {
            Self::Unreadable { fault, .. } => Some(fault.help.clone()),
            Self::NoReport(_, known) if !known.is_empty() => {
                Some(message!("received-known-reports", reports = known.join(", ")))
            }
            Self::NoReport(..) => Some(message!("received-original-first")),
            _ => None,
        }
    }
}

/// Imports a text as received.
pub(crate) fn import_report(request: &ReportRequest) -> Result<ReportImport, ReportImportError> {
    let shown = request.file.display().to_string();
    if !is_name(request.report) {
        return Err(ReportImportError::Name(request.report.to_owned()));
    }
    if request.root.join("content").join(request.report).exists() {
        return Err(ReportImportError::Exists(request.report.to_owned()));
    }
    let bytes = disk::received_bytes(request.file)?;
    let received = received::read_received(&shown, &bytes)
        .map_err(|fault| ReportImportError::Unreadable { file: shown.clone(), fault })?;
    if received.blocks.iter().all(|block| block.text.trim().is_empty()) {
        return Err(ReportImportError::Empty(shown));
    }
    let (config, mut sources) = site_of(request.root)?;
    let language = language_for(&received, config.as_ref())?;
    let kept_as = format!("received.{}", ending_of(request.file));
    let imported = intake::import_report(
        &received,
        &IntakeRequest {
            report: request.report,
            language: &language,
            kept_as: &kept_as,
            sha256: &fingerprint::sha256(&bytes),
            run_in: request.run_in,
        },
    );
    let mut others = match &config {
        Some(_) => Vec::new(),
        None => intake::site_files(&imported.name, &language),
    };
    let terms = glossary_with(request.root, config, &language, &imported, &mut sources)?;
    others.extend(terms);
    let mut files = imported.files;
    files.push(ReportFile { path: format!("content/{}/{kept_as}", request.report), bytes });
    let paths = others.iter().chain(&files).map(|file| file.path.clone()).collect();
    if !request.is_dry_run {
        let folder = format!("content/{}", request.report);
        let pairs = |files: Vec<ReportFile>| -> Vec<(String, Vec<u8>)> {
            files.into_iter().map(|file| (file.path, file.bytes)).collect()
        };
        write::new_folder(request.root, &folder, &pairs(files), &pairs(others))?;
    }
    Ok(ReportImport { report: imported.report, files: paths })
}

fn is_name(name: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !name.is_empty() && name.chars().all(is_letter) && !name.starts_with('-') && name.len() <= 64
}

/// The ending under which a file is kept. What ends in `.md` would be a page of the site, and one of others
/// would be published as such.
pub(super) fn ending_of(file: &Path) -> String {
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let ending = ending.filter(|ending| received::ENDINGS.contains(&&**ending));
    match ending.as_deref() {
        Some("html" | "htm" | "xhtml") => "html.txt".to_owned(),
        Some("md" | "markdown") => "md.txt".to_owned(),
        Some(ending) => ending.to_owned(),
        None => "txt".to_owned(),
    }
}

/// The configuration of the site, where there is one.
fn site_of(root: &Path) -> Result<(Option<Config>, Sources), ReportImportError> {
    let mut sources = Sources::default();
    if !root.join(site_toml::FILE_NAME).exists() {
        return Ok((None, sources));
    }
    let mut found = Vec::new();
    let config = disk::config(root, None, &mut sources)?.into_value(&mut found);
    if config.is_some() && found.is_empty() {
        return Ok((config, sources));
    }
    Err(faulty(found, sources))
}

pub(super) fn faulty(found: Vec<Diagnostic>, sources: Sources) -> ReportImportError {
    let findings = Findings::new(found, None, &sources);
    ReportImportError::Site(Box::new((findings, sources)))
}

fn language_for(
    received: &ReceivedContent,
    config: Option<&Config>,
) -> Result<String, ReportImportError> {
    let found = intake::language_of(received);
    let Some(config) = config else { return Ok(found.to_owned()) };
    let original = config.languages.get(LangId::ORIGINAL);
    let tag = original.tag.split('-').next().unwrap_or_default();
    if original.code == found || tag == found {
        return Ok(original.code.clone());
    }
    Err(ReportImportError::Language { found, wanted: original.code.clone() })
}

/// The glossary with the terms of a text in it; nothing where it has none.
fn glossary_with(
    root: &Path,
    config: Option<Config>,
    language: &str,
    imported: &ImportedReport,
    sources: &mut Sources,
) -> Result<Option<ReportFile>, ReportImportError> {
    if imported.terms.is_empty() {
        return Ok(None);
    }
    let config = match config {
        Some(config) => config,
        None => {
            let text = format!("title = \"\"\nlanguages = [\"{language}\"]\n");
            let id = sources.add(site_toml::FILE_NAME, text);
            let mut found = Vec::new();
            let read = Config::read(sources.get(id)).into_value(&mut found);
            let Some(config) = read else { return Err(faulty(found, std::mem::take(sources))) };
            config
        }
    };
    let mut found = Vec::new();
    let base = disk::term_base(root, &config, sources).into_value(&mut found);
    if Findings::new(found.clone(), None, sources).has_errors(false) {
        return Err(faulty(found, std::mem::take(sources)));
    }
    let list = sources.add("terms.csv", terms_as_csv(&imported.terms, language));
    match merged_with(&base, &config, sources.get(list), Format::Csv, Keep::Ours) {
        Ok(merged) => {
            Ok(Some(ReportFile { path: TERM_BASE.to_owned(), bytes: merged.text.into_bytes() }))
        }
        Err(diagnostic) => Err(faulty(vec![diagnostic], std::mem::take(sources))),
    }
}

fn terms_as_csv(terms: &[(String, String)], language: &str) -> String {
    let cell = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    // A name for the address; how a term is read aloud is not decided by it.
    let lines = terms.iter().map(|(term, said)| {
        let id = resolve::plain_reading(term).to_lowercase();
        let id: String = id.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
        format!("{},{},{}\n", cell(&id), cell(term), cell(said))
    });
    let head = format!("id,{language},definition_{language}\n");
    std::iter::once(head).chain(lines).collect()
}
