//! Two files read one against the other, outside any site.

use std::path::{Path, PathBuf};

use super::Findings;
use crate::annotate::{self, Lexicon};
use crate::check::{self, agreement};
use crate::input::disk::{self, ReadError};
use crate::input::{glossary, site_toml};
use crate::model::{ConceptClaim, Document, Language, Unit, YearsOfText};
use crate::parse;
use crate::resolve::{self, ParsedPage, Surroundings};
use crate::source::{Diagnosed, FileId, SourceFile, Sources};

/// What the pair is called among the pages.
const KEY: &str = "text";

/// What is compared.
#[derive(Debug, Clone)]
pub struct FilePair {
    /// The Chinese original: Markdown, or plain paragraphs with an empty line between them.
    pub original: PathBuf,
    /// Its English translation.
    pub translation: PathBuf,
    /// A term base in the form of `glossary.yaml`.
    pub glossary: Option<PathBuf>,
    /// The year the original was delivered in, which is what it calls 今年; unknown if nobody says.
    pub year: Option<i64>,
    /// The currency that a bare 元 or `$` means.
    pub currency: Option<Unit>,
}

/// What was found between two files.
#[derive(Debug)]
pub struct Comparison {
    /// The texts that were read.
    pub sources: Sources,
    /// What was found, sorted by place.
    pub findings: Findings,
    /// Original and translation.
    pub(crate) files: [FileId; 2],
    /// How many pairs of blocks were read against each other.
    pub pairs: usize,
}

/// Reads two files against each other: structure, numbers, terms.
pub fn compare(pair: &FilePair) -> Result<Comparison, ReadError> {
    let mut sources = Sources::default();
    let mut found = Vec::new();
    let mut config = site_toml::default_for(&["zh", "en"]);
    config.languages = config.languages.read_by(annotate::NUMERALS);
    let concepts = match &pair.glossary {
        Some(path) => {
            let file = read_into(path, &mut sources)?;
            glossary::glossary_entries(sources.get(file), &config.languages).into_value(&mut found)
        }
        None => Vec::new(),
    };
    let files =
        [read_into(&pair.original, &mut sources)?, read_into(&pair.translation, &mut sources)?];
    let documents: Vec<ParsedPage> = config
        .languages
        .iter()
        .zip(files)
        .map(|(language, file)| ParsedPage {
            key: KEY.to_owned(),
            document: understand(sources.get(file), language, &concepts, pair.currency).into(),
        })
        .collect();
    let around = Surroundings { glossary: concepts, ..Surroundings::default() };
    let Diagnosed { value: site, diagnostics } = resolve::site(documents, around, &config, &[]);
    // A file outside a site lacks much that a page must have; only its structure matters.
    found.extend(diagnostics.into_iter().filter(|one| one.code.name().starts_with("align.")));
    let page = site.pages.iter().find(|page| page.key == KEY);
    if let Some(page) = page {
        found.extend(check::length::of_page(&site, page));
        let years = YearsOfText { delivered: pair.year, period: None };
        found.extend(agreement::numbers(&site, page, years));
        found.extend(check::terms::of_page(&site, page));
    }
    let pairs = page.map_or(0, |page| page.pairs.len());
    let findings = Findings::new(found, Some(&config), &sources);
    Ok(Comparison { sources, findings, files, pairs })
}

fn read_into(path: &Path, sources: &mut Sources) -> Result<FileId, ReadError> {
    let text = disk::plain_text(path)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text).replace("\r\n", "\n");
    Ok(sources.add(path.display().to_string(), text))
}

/// A file as a document: Markdown by its ending, else paragraph by paragraph.
fn understand(
    file: &SourceFile,
    language: &Language,
    glossary: &[ConceptClaim],
    currency: Option<Unit>,
) -> Document {
    let is_markdown = [".md", ".markdown"].iter().any(|ending| file.path.ends_with(ending));
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
