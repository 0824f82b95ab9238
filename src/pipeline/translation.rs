//! A translation that comes back from its translator.

use std::path::Path;

use super::{LoadedSite, Request};
use crate::exchange::translation::{self, BroughtChanges, PresentSite};
use crate::input::disk::{self, ReadError};
use crate::model::{Document, Language, Site};
use crate::parse;
use crate::source::{Diagnosed, Diagnostic, FileId, SourceFile, Sources};
use crate::write::{self, WriteError};

/// What became of a translation that came back.
#[derive(Debug)]
pub(crate) struct TranslationImport {
    /// The files that change, and what became of each unit.
    pub(crate) brought: BroughtChanges,
    /// Whether nothing was written because something was refused.
    pub(crate) is_held_back: bool,
    /// How many files were written.
    pub(crate) written: usize,
}

/// Why a translation could not be put back.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ImportError {
    /// The file is not a translation of this site.
    #[error("the translation cannot be read")]
    Unusable(Box<Diagnostic>),
    /// A page cannot be read again.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A page is not what it was when the site was read.
    #[error("`{0}` was changed by somebody else while this ran")]
    Changed(String),
    /// A page cannot be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// What a text of a language is, read as a page of the site.
pub fn parse_translation(file: &SourceFile, language: &Language) -> Diagnosed<Document> {
    parse::parse_document(file, language.id, language.script)
}

/// Puts a translation back into the Markdown files of a site. Where something is refused, nothing
/// is written unless a part is enough.
pub(crate) fn import_translation(
    request: &Request,
    loaded: &mut LoadedSite,
    file: &Path,
    is_part_enough: bool,
    is_dry_run: bool,
) -> Result<TranslationImport, ImportError> {
    let unusable = |diagnostic| ImportError::Unusable(Box::new(diagnostic));
    let list = disk::read_list(file, &mut loaded.sources).map_err(unusable)?;
    let brought = match &loaded.site {
        Some((site, _)) => bring_back(site, &loaded.sources, list).map_err(unusable)?,
        None => BroughtChanges::default(),
    };
    let is_held_back = brought.report.refused > 0 && !is_part_enough;
    let written =
        if is_held_back || is_dry_run { 0 } else { write_files(request, loaded, &brought)? };
    Ok(TranslationImport { brought, is_held_back, written })
}

fn bring_back(site: &Site, sources: &Sources, list: FileId) -> Result<BroughtChanges, Diagnostic> {
    let present = PresentSite { site, sources, parse: &parse_translation };
    translation::bring_back(&present, sources.get(list))
}

/// Writes the files that changed or are new, each whole or not at all; how many.
fn write_files(
    request: &Request,
    loaded: &LoadedSite,
    brought: &BroughtChanges,
) -> Result<usize, ImportError> {
    // All are made before the first is written.
    let mut made = Vec::new();
    for changed in &brought.files {
        let source = loaded.sources.get(changed.file);
        let path = request.root.join(&*source.path);
        let raw = disk::plain_text(&path)?;
        let text = changed
            .applied(&raw, &source.text)
            .ok_or_else(|| ImportError::Changed(source.path.to_string()))?;
        made.push((path, text));
    }
    for new in &brought.new_files {
        let path = request.root.join(&new.path);
        // Nobody saw what may stand there.
        if path.exists() {
            return Err(ImportError::Changed(new.path.clone()));
        }
        made.push((path, new.text.clone()));
    }
    for (path, text) in &made {
        write::file(path, text.as_bytes())?;
    }
    Ok(made.len())
}
