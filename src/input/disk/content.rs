//! Sorts the files of `content`: pages, data, assets.

use std::collections::BTreeSet;
use std::fs;

use rayon::prelude::*;

use super::tree::FoundFile;
use crate::input::{DocumentFile, decode_text, unreadable};
use crate::model::{Asset, LangId, Languages};
use crate::source::{Diagnosed, Diagnostic, Sources, codes, message, nearest};

/// The files of `content` by what they are.
#[derive(Default)]
pub(super) struct ContentFiles {
    pub(super) pages: Vec<PageFile>,
    pub(super) errata: Vec<FoundFile>,
    pub(super) waivers: Vec<FoundFile>,
    /// `figures.yaml` and `ledger.yaml`.
    pub(super) claims: Vec<FoundFile>,
    /// `indicators.yaml` of the content folder.
    pub(super) catalogue: Option<FoundFile>,
    /// `glossary.yaml` of the content folder.
    pub(super) glossary: Option<FoundFile>,
    pub(super) assets: Vec<Asset>,
}

pub(super) struct PageFile {
    found: FoundFile,
    key: String,
    lang: LangId,
}

/// Sorts files by their names alone.
pub(super) fn sort(files: Vec<FoundFile>, languages: &Languages) -> Diagnosed<ContentFiles> {
    let mut sorted = ContentFiles::default();
    let mut diagnostics = Vec::new();
    for found in files {
        let name = found.key.rsplit('/').next().unwrap_or(&found.key);
        if let Some(stem) = name.strip_suffix(".md") {
            match page_name(stem, languages) {
                Some((name, lang)) => {
                    let key = found.key[..found.key.len() - stem.len() - 3].to_owned() + name;
                    sorted.pages.push(PageFile { found, key, lang });
                }
                None => diagnostics.push(no_language(&found, stem, languages)),
            }
        } else if name == "errata.yaml" {
            sorted.errata.push(found);
        } else if name == "waivers.yaml" {
            sorted.waivers.push(found);
        } else if name == "figures.yaml" || name == "ledger.yaml" {
            sorted.claims.push(found);
        } else if found.key == "indicators.yaml" {
            sorted.catalogue = Some(found);
        } else if found.key == "glossary.yaml" {
            sorted.glossary = Some(found);
        } else if has_ending(name, &["yaml", "yml"]) {
            diagnostics.push(
                Diagnostic::new(codes::DATA_UNREAD, message!("data-unread"))
                    .in_file(found.shown)
                    .help(message!("data-unread.help")),
            );
        } else {
            let path = Asset::path_of(&found.key);
            sorted.assets.push(Asset { path, source: found.shown });
        }
    }
    Diagnosed { value: sorted, diagnostics }
}

/// Reads the pages, in parallel, keeping their order; also gives the keys of those that cannot be
/// read.
pub(super) fn documents(
    pages: Vec<PageFile>,
    sources: &mut Sources,
) -> Diagnosed<(Vec<DocumentFile>, BTreeSet<String>)> {
    let texts: Vec<_> = pages
        .par_iter()
        .map(|page| {
            fs::read(&page.found.path)
                .map_err(|error| unreadable(&page.found.shown, &error.to_string()))
                .and_then(|bytes| decode_text(&page.found.shown, bytes))
        })
        .collect();
    let mut documents = Vec::with_capacity(pages.len());
    let mut unreadable = BTreeSet::new();
    let mut diagnostics = Vec::new();
    for (page, text) in pages.into_iter().zip(texts) {
        match text {
            Ok(text) => {
                let file = sources.add(page.found.shown, text);
                documents.push(DocumentFile { file, key: page.key, lang: page.lang });
            }
            Err(diagnostic) => {
                unreadable.insert(page.key);
                diagnostics.push(diagnostic);
            }
        }
    }
    Diagnosed { value: (documents, unreadable), diagnostics }
}

/// The name of a page and its language: `1-review.zh` gives `1-review` in Chinese. A site with
/// one language need not name it.
fn page_name<'a>(stem: &'a str, languages: &Languages) -> Option<(&'a str, LangId)> {
    let named = stem
        .rsplit_once('.')
        .and_then(|(name, code)| languages.find(code).map(|language| (name, language.id)));
    named.or_else(|| (languages.len() == 1).then_some((stem, LangId::ORIGINAL)))
}

fn no_language(found: &FoundFile, stem: &str, languages: &Languages) -> Diagnostic {
    let codes_known: Vec<_> = languages.iter().map(|language| language.code.as_str()).collect();
    let help = match stem.rsplit_once('.') {
        Some((name, code)) => match nearest(code, codes_known.iter().copied()) {
            Some(near) => message!("did-you-mean", name = format!("{name}.{near}.md")),
            None => message!("file-language.unlisted", language = code),
        },
        None => {
            message!("file-language.unnamed", name = format!("{stem}.{}.md", codes_known[0]))
        }
    };
    Diagnostic::new(codes::FILE_LANGUAGE, message!("file-language"))
        .in_file(found.shown.as_str())
        .help(help)
}

fn has_ending(name: &str, endings: &[&str]) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| endings.contains(&ending))
}
