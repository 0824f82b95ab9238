//! Two files, or two folders of files, read one against the other, outside any site.

mod files;
mod language;

use std::path::{Path, PathBuf};

use super::Findings;
use crate::annotate::{self, Lexicon};
use crate::check::{self, agreement};
use crate::input::disk::{self, ReadError};
use crate::input::site_toml::Config;
use crate::input::{glossary, site_toml};
use crate::intake;
use crate::model::{ConceptClaim, Document, Language, Page, Site, Unit, YearsOfText};
use crate::parse;
use crate::received;
use crate::resolve::{self, ParsedPage, RowsFrom, Surroundings};
use crate::source::{Diagnosed, Diagnostic, FileId, SourceFile, Sources, codes, message};

use files::PairedFiles;

/// What is compared.
#[derive(Debug, Clone, Default)]
pub struct ComparedTexts {
    /// The original: a file, Markdown or plain paragraphs with an empty line between them, or a folder
    /// of such files.
    pub original: PathBuf,
    /// Its translation: a file or a folder.
    pub translation: PathBuf,
    /// The language of the original; told by its text if nobody says.
    pub from: Option<String>,
    /// The language of the translation likewise.
    pub to: Option<String>,
    /// A term base in the form of `glossary.yaml`.
    pub glossary: Option<PathBuf>,
    /// The year the original was delivered in, which is what it calls 今年; unknown if nobody says.
    pub year: Option<i64>,
    /// The currency that a bare 元 or `$` means.
    pub currency: Option<Unit>,
}

/// Why nothing was compared.
#[derive(Debug, thiserror::Error)]
pub enum CompareError {
    /// A file or folder cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// One side is a folder and the other a file.
    #[error("`{}` is a folder and `{}` a file; compare two files, or two folders", .0.display(), .1.display())]
    FolderWithFile(PathBuf, PathBuf),
    /// No file of one folder has a counterpart in the other.
    #[error(
        "no text in `{}` has a counterpart in `{}`; texts are Markdown (.md), plain (.txt), DOCX or HTML, and belong together by name but for the language: `a.zh.md` and `a.en.md`, or the same name in both folders",
        .0.display(), .1.display()
    )]
    NoPairs(PathBuf, PathBuf),
    /// The language of a side is not clear from its text.
    #[error("which language `{}` is written in is not clear; say it: `--from {from} --to {to}`", .path.display())]
    UnknownLanguage {
        /// The file or folder.
        path: PathBuf,
        /// What may be meant.
        from: &'static str,
        /// Likewise.
        to: &'static str,
    },
    /// Both sides seem to be in one language.
    #[error("`{}` and `{}` are both in the language `{language}`; if not, say `--from` and `--to`", .original.display(), .translation.display())]
    OneLanguage {
        /// The original.
        original: PathBuf,
        /// The translation.
        translation: PathBuf,
        /// The code of the language.
        language: String,
    },
}

/// What was found between two files, or between the files of two folders.
#[derive(Debug)]
pub struct Comparison {
    /// The texts that were read.
    pub sources: Sources,
    /// What was found, sorted by place.
    pub findings: Findings,
    /// The codes of the languages of original and translation.
    pub(crate) languages: [String; 2],
    /// The pairs of files that were compared.
    pub(crate) files: Vec<ComparedFiles>,
    /// How many files have no counterpart.
    pub(crate) alone: usize,
    /// How many pairs of blocks were read against each other.
    pub pairs: usize,
}

/// A file and its translation.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ComparedFiles {
    /// The original.
    pub(crate) original: FileId,
    /// The translation.
    pub(crate) translation: FileId,
    /// Whether each of the two is read as Markdown.
    is_markdown: [bool; 2],
}

/// Reads a text, or the texts of a folder, against its translation: structure, numbers, terms.
pub fn compare(texts: &ComparedTexts) -> Result<Comparison, CompareError> {
    let mut sources = Sources::default();
    let PairedFiles { pairs, alone, faults: mut found } = files::paired_files(texts)?;
    let files = read_pairs(&pairs, &mut sources)?;
    let codes = language::languages_of(texts, &files, &sources)?;
    let mut config = site_toml::default_for(&[&codes[0], &codes[1]]);
    config.languages = config.languages.read_by(annotate::NUMERALS);
    let concepts = match &texts.glossary {
        Some(path) => {
            let file = read_into(path, &mut sources)?;
            glossary::glossary_entries(sources.get(file), &config.languages).into_value(&mut found)
        }
        None => Vec::new(),
    };
    let site = site_of(&files, &sources, (&config, texts.currency), concepts, &mut found);
    found.extend(check::unread::unread_languages(&site));
    let years = YearsOfText { delivered: texts.year, period: None };
    let pages = site.pages.iter().filter(|page| page.key.starts_with(KEY));
    let mut pairs = 0;
    for page in pages {
        pairs += page.pairs.len();
        found.extend(of_page(&site, page, years));
    }
    let count = alone.len();
    found.extend(alone.into_iter().map(|file| {
        Diagnostic::new(codes::TRANSLATION_MISSING, message!("compare-alone"))
            .in_file(file.display().to_string())
            .help(message!("compare-alone.help"))
    }));
    let findings = Findings::new(found, Some(&config), &sources);
    Ok(Comparison { sources, findings, languages: codes, files, alone: count, pairs })
}

/// What is wrong between the two sides of a page.
fn of_page(site: &Site, page: &Page, years: YearsOfText) -> Vec<Diagnostic> {
    let mut found = check::untranslated::of_page(site, page);
    found.extend(check::length::of_page(site, page));
    found.extend(agreement::numbers(site, page, years));
    found.extend(check::terms::of_page(site, page));
    found
}

/// What pairs are called among the pages; the number of the pair follows.
const KEY: &str = "text-";

/// The pairs as pages of a site.
fn site_of(
    files: &[ComparedFiles],
    sources: &Sources,
    (config, currency): (&Config, Option<Unit>),
    concepts: Vec<ConceptClaim>,
    found: &mut Vec<Diagnostic>,
) -> Site {
    let mut documents = Vec::new();
    for (number, pair) in files.iter().enumerate() {
        let sides = [pair.original, pair.translation].into_iter().zip(pair.is_markdown);
        for (language, (file, is_markdown)) in config.languages.iter().zip(sides) {
            let file = sources.get(file);
            let document = understand(file, is_markdown, language, &concepts, currency);
            documents.push(ParsedPage { key: format!("{KEY}{number}"), document: document.into() });
        }
    }
    let around =
        Surroundings { glossary: concepts, rows_from: RowsFrom::Texts, ..Surroundings::default() };
    let Diagnosed { value: site, diagnostics } = resolve::site(documents, around, config, &[]);
    // A file outside a site lacks much that a page must have; only its structure matters.
    found.extend(diagnostics.into_iter().filter(|one| one.code.name().starts_with("align.")));
    site
}

fn read_pairs(
    pairs: &[[PathBuf; 2]],
    sources: &mut Sources,
) -> Result<Vec<ComparedFiles>, ReadError> {
    let pairs = pairs.iter().map(|[original, translation]| {
        let bytes = [as_received(original)?, as_received(translation)?];
        // Where one came in another form, both are read alike.
        let is_received = bytes.iter().any(Option::is_some);
        let mut read = |path: &Path, bytes: Option<Vec<u8>>| match (is_received, bytes) {
            (false, _) => Ok((read_into(path, sources)?, files::is_markdown(path))),
            (true, Some(bytes)) => Ok((read_received(path, &bytes, sources)?, true)),
            (true, None) => {
                let text = disk::plain_text(path)?;
                Ok((read_received(path, text.as_bytes(), sources)?, true))
            }
        };
        let [first, second] = bytes;
        let (original, is_first_markdown) = read(original, first)?;
        let (translation, is_second_markdown) = read(translation, second)?;
        let is_markdown = [is_first_markdown, is_second_markdown];
        Ok(ComparedFiles { original, translation, is_markdown })
    });
    pairs.collect()
}

/// The bytes of a file that is neither Markdown nor plain text in UTF-8.
fn as_received(path: &Path) -> Result<Option<Vec<u8>>, ReadError> {
    if path == Path::new("-") {
        return Ok(None);
    }
    let bytes = disk::received_bytes(path)?;
    let is_text = std::str::from_utf8(&bytes).is_ok() && !files::is_received(path);
    Ok((!is_text).then_some(bytes))
}

/// Reads a file as it would be imported, as Markdown.
fn read_received(path: &Path, bytes: &[u8], sources: &mut Sources) -> Result<FileId, ReadError> {
    let shown = path.display().to_string();
    let received = received::read_received(&shown, bytes)
        .map_err(|fault| ReadError::Text { path: path.to_path_buf(), reason: fault.in_words() })?;
    let text = intake::translation_text(&received).as_one_page();
    Ok(sources.add(shown, text))
}

fn read_into(path: &Path, sources: &mut Sources) -> Result<FileId, ReadError> {
    let text = disk::plain_text(path)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text).replace("\r\n", "\n");
    Ok(sources.add(path.display().to_string(), text))
}

/// A file as a document: Markdown, or paragraph by paragraph.
fn understand(
    file: &SourceFile,
    is_markdown: bool,
    language: &Language,
    glossary: &[ConceptClaim],
    currency: Option<Unit>,
) -> Document {
    let mut document = if is_markdown {
        parse::parse_document(file, language.id, language.script).value
    } else {
        parse::paragraphs(file, language.id, language.script)
    };
    document.annotations = annotate::annotate_document(&document, language.numerals, currency);
    if !glossary.is_empty() {
        let wordings = glossary.iter().map(|claim| claim.concept.wording(language.id));
        document.terms = Lexicon::new(wordings, language.numerals).find_in(&document);
    }
    document
}
