//! A translation as received beside the pages of its original.

use std::path::Path;

use super::import_report::{ReportImportError, faulty};
use super::{Request, load};
use crate::align::{proposed_rows, row_mark};
use crate::annotate;
use crate::input::disk;
use crate::input::site_toml::{self, Config};
use crate::intake::{self, OriginalPage, ReportFile, TextRow, TranslatedPage};
use crate::model::{BlockContent, Document, LangId, Languages, Page, Report, Site};
use crate::parse;
use crate::received;
use crate::resolve::{self, ParsedPage, RowsFrom, Surroundings};
use crate::source::{FileId, SourceFile, Sources};
use crate::write;

/// What is asked for.
#[derive(Debug, Clone)]
pub(crate) struct TranslationRequest<'a> {
    /// The site.
    pub(crate) site: &'a Request,
    /// The file as received.
    pub(crate) file: &'a Path,
    /// The report it is the translation of.
    pub(crate) report: &'a str,
    /// The code of its language.
    pub(crate) language: &'a str,
    /// Whether nothing is written.
    pub(crate) is_dry_run: bool,
}

/// What became of it.
#[derive(Debug, Default)]
pub(crate) struct ReceivedTranslation {
    /// The paths of the files.
    pub(crate) files: Vec<String>,
    /// How many blocks the original and the translation have.
    pub(crate) blocks: [usize; 2],
    /// How many rows are one block for one.
    pub(crate) one_for_one: usize,
    /// The rows that are not, and are stated by a mark: the mark with the words of the translation.
    pub(crate) stated: Vec<String>,
    /// What a person has to look at.
    pub(crate) doubts: Vec<String>,
}

/// Imports a translation.
pub(crate) fn import_received_translation(
    request: &TranslationRequest,
) -> Result<ReceivedTranslation, ReportImportError> {
    let shown = request.file.display().to_string();
    let bytes = disk::received_bytes(request.file)?;
    let received = received::read_received(&shown, &bytes)
        .map_err(|fault| ReportImportError::Unreadable { file: shown.clone(), fault })?;
    if received.blocks.iter().all(|block| block.text.trim().is_empty()) {
        return Err(ReportImportError::Empty(shown));
    }
    let loaded = load(request.site)?;
    let (Some(config), Some((site, _))) = (&loaded.config, &loaded.site) else {
        return Err(ReportImportError::Site(Box::new((loaded.findings, loaded.sources))));
    };
    let report = report_of(site, request)?;
    let pages: Vec<&Page> = report.pages().map(|id| site.page(id)).collect();
    let language_file = |page: &&&Page| {
        let path = format!("{}.{}.md", file_of(page, &loaded.sources), request.language);
        request.site.root.join(&path).exists().then_some(path)
    };
    if let Some(path) = pages.iter().find_map(|page| language_file(&page)) {
        return Err(ReportImportError::Translated(path));
    }
    let text = intake::translation_text(&received);
    let originals: Vec<OriginalPage> =
        pages.iter().map(|page| original_page(page, &loaded.sources)).collect();
    let whole = whole_original(&pages, &loaded.sources);
    let codes = [config.languages.get(LangId::ORIGINAL).code.as_str(), request.language];
    let rows = rows_of_texts(&whole, &text.as_one_page(), codes);
    let events = report.original_meta().events.clone();
    let (made, doubts) = intake::translated_pages(&text, &originals, &rows, &events);
    let own = originals.iter().map(|page| page.headings.len() + 1).sum::<usize>() - 1;
    let is_one = |row: &&TextRow| row.own.len() == 1 && row.others.len() == 1;
    let mut imported = ReceivedTranslation {
        blocks: [own, text.block_count()],
        one_for_one: rows.iter().filter(is_one).count(),
        doubts,
        ..ReceivedTranslation::default()
    };
    let mut files: Vec<ReportFile> = Vec::new();
    for (page, made) in pages.iter().zip(&made) {
        let marks = marks_of_page(page, made, &config.languages, request.language, &mut imported);
        files.push(made.as_file(request.language, &marks));
    }
    files.extend(site_files(request, config, site, &made, &loaded.sources)?);
    let ending = super::import_report::ending_of(request.file);
    let kept = format!("content/{}/received.{}.{ending}", request.report, request.language);
    files.push(ReportFile { path: kept, bytes });
    imported.files = files.iter().map(|file| file.path.clone()).collect();
    if !request.is_dry_run {
        let files: Vec<(String, Vec<u8>)> =
            files.into_iter().map(|file| (file.path, file.bytes)).collect();
        write::files(&request.site.root, &files)?;
    }
    Ok(imported)
}

fn report_of<'a>(
    site: &'a Site,
    request: &TranslationRequest,
) -> Result<&'a Report, ReportImportError> {
    let original = site.languages.get(LangId::ORIGINAL);
    if original.code == request.language {
        return Err(ReportImportError::OwnLanguage(request.language.to_owned()));
    }
    let found = site.reports.iter().find(|report| report.key == request.report);
    found.ok_or_else(|| {
        let known = site.reports.iter().map(|report| report.key.clone()).collect();
        ReportImportError::NoReport(request.report.to_owned(), known)
    })
}

/// The file of a page's original without language and ending.
fn file_of(page: &Page, sources: &Sources) -> String {
    let path = &sources.get(page.original().document.file).path;
    let stem = path.strip_suffix(".md").unwrap_or(path);
    // `1-review.zh`, or `1-review` in a site of one language.
    let name = stem.rsplit('/').next().unwrap_or(stem);
    match name.rsplit_once('.') {
        Some((_, code)) => stem[..stem.len() - code.len() - 1].to_owned(),
        None => stem.to_owned(),
    }
}

fn original_page(page: &Page, sources: &Sources) -> OriginalPage {
    let document = &page.original().document;
    let level = |block: &crate::model::Block| match block.content {
        BlockContent::Heading { level, .. } => Some(level),
        _ => None,
    };
    // The ends of its pages have no counterpart.
    let blocks = document.blocks.iter().filter(|block| block.content != BlockContent::PageBreak);
    OriginalPage {
        file: file_of(page, sources),
        title: document.text(document.title).plain.to_string(),
        headings: blocks.map(level).collect(),
    }
}

/// The pages of an original as one page of Markdown: the parts are sections.
fn whole_original(pages: &[&Page], sources: &Sources) -> String {
    let mut text = String::from("---\n---\n");
    for (number, page) in pages.iter().enumerate() {
        let document = &page.original().document;
        let body = &sources.get(document.file).text[document.body_start..];
        let title = document.text(document.title);
        if document.front.title.is_some() {
            text.extend(["\n# ", &title.plain, "\n"]);
        }
        for line in body.lines().filter(|line| !line.trim().starts_with("<!-- page")) {
            let deeper = if number > 0 && line.starts_with('#') { "#" } else { "" };
            text.push_str(deeper);
            text.push_str(line);
            text.push('\n');
        }
        text.push('\n');
    }
    text
}

/// The rows of two texts, each as one page, by what they say.
fn rows_of_texts(original: &str, translation: &str, codes: [&str; 2]) -> Vec<TextRow> {
    let mut config = site_toml::default_for(&codes);
    config.languages = config.languages.read_by(annotate::NUMERALS);
    let mut sources = Sources::default();
    let parsed = config.languages.iter().zip([original, translation]).map(|(language, text)| {
        let file = sources.add(format!("text.{}.md", language.code), text);
        let document = annotated_document(sources.get(file), language.id, &config.languages);
        ParsedPage { key: "text-0".to_owned(), document: document.into() }
    });
    let parsed: Vec<ParsedPage> = parsed.collect();
    let around = Surroundings { rows_from: RowsFrom::Texts, ..Surroundings::default() };
    let site = resolve::site(parsed, around, &config, &[]).value;
    let Some(page) = site.pages.iter().find(|page| page.key == "text-0") else { return Vec::new() };
    let mut rows: Vec<TextRow> = Vec::new();
    for pair in &page.pairs {
        let others = pair.blocks.get(1).cloned().unwrap_or_default();
        let own = pair.blocks[0].clone();
        match rows.last_mut().filter(|_| pair.is_joined.contains(&LangId(1))) {
            Some(row) => row.own.extend(own),
            None => rows.push(TextRow { own, others }),
        }
    }
    rows
}

fn annotated_document(file: &SourceFile, lang: LangId, languages: &Languages) -> Document {
    let language = languages.get(lang);
    let mut document = parse::parse_document(file, lang, language.script).value;
    document.annotations = annotate::annotate_document(&document, language.numerals, None);
    document
}

/// The marks that the rows of a page need, each with the block it stands before; what is not sure enough to
/// be stated is said.
fn marks_of_page(
    page: &Page,
    made: &TranslatedPage,
    languages: &Languages,
    code: &str,
    imported: &mut ReceivedTranslation,
) -> Vec<(usize, String)> {
    let read = site_toml::default_for(&[languages.get(LangId::ORIGINAL).code.as_str(), code]);
    let known = read.languages.read_by(annotate::NUMERALS);
    let text = made.markdown(&[]);
    let file = SourceFile { id: FileId(0), path: "page.md".into(), text: text.into() };
    let translation = annotated_document(&file, LangId(1), &known);
    let mut marks = Vec::new();
    for (row, is_sure) in proposed_rows(&page.original().document, &translation) {
        let own: Vec<String> = row
            .own
            .iter()
            .filter_map(|number| page.original().document.blocks.get(*number))
            .map(|block| block.counted.map(|address| address.to_string()).unwrap_or_default())
            .collect();
        let end = row.before + row.others.len();
        let words: String = made.first_words(row.before..end).chars().take(60).collect();
        let name = page.key.rsplit('/').next().unwrap_or_default();
        let said = format!("{name} {}: {} “{words}”", own.join(" + "), row_mark(&row));
        if is_sure {
            marks.push((row.before, row_mark(&row)));
            imported.stated.push(said);
        } else {
            imported.doubts.push(format!("does not pair, not stated: {said}"));
        }
    }
    marks
}

/// The configuration with the language in it, and a home page where there is none.
fn site_files(
    request: &TranslationRequest,
    config: &Config,
    site: &Site,
    made: &[TranslatedPage],
    sources: &Sources,
) -> Result<Vec<ReportFile>, ReportImportError> {
    let mut files = Vec::new();
    let language = request.language;
    if config.languages.find(language).is_none() {
        let file = sources.iter().next();
        let text = file.map_or("", |file| &*file.text);
        let with = site_toml::with_language(text, language);
        let Some(with) = with else {
            let found = vec![crate::input::not_read(
                site_toml::FILE_NAME,
                crate::source::message!("received-language-line", language = language),
            )];
            return Err(faulty(found, sources.clone()));
        };
        files.push(ReportFile { path: site_toml::FILE_NAME.to_owned(), bytes: with.into_bytes() });
    }
    let home = format!("content/_index.{language}.md");
    if !request.site.root.join(&home).exists() && site.reports.len() == 1 {
        let title = made.first().map(TranslatedPage::title).unwrap_or_default();
        let text = format!("---\n---\n\n# {title}\n");
        files.push(ReportFile { path: home, bytes: text.into_bytes() });
    }
    Ok(files)
}
