//! A list of terms into the term base.

use std::path::Path;

use super::{Findings, Request};
use crate::exchange::terms::{self, Format, Keep, MergedTermBase, PresentTermBase};
use crate::input::disk::{self, ReadError, TermBase};
use crate::input::glossary::TERM_BASE;
use crate::input::site_toml::Config;
use crate::resolve;
use crate::source::{Diagnostic, SourceFile, Sources};
use crate::write::{self, WriteError};

/// What became of a list of terms.
#[derive(Debug)]
pub(crate) struct TermImport {
    /// Every text that was read.
    pub(crate) sources: Sources,
    /// Why nothing could be merged; empty otherwise.
    pub(crate) findings: Findings,
    /// The term base with the list in it; nothing where something was found.
    pub(crate) merged: Option<MergedTermBase>,
    /// Whether it differs from the file.
    pub(crate) is_new: bool,
}

/// Merges a list into the term base of a site, and writes it unless it is only to be shown.
pub(crate) fn import_terms(
    request: &Request,
    list: &Path,
    format: Format,
    keep: Keep,
    is_dry_run: bool,
) -> Result<Result<TermImport, WriteError>, ReadError> {
    let mut sources = Sources::default();
    let merged = match merge(request, list, format, keep, &mut sources)? {
        Ok(merged) => merged,
        Err(found) => {
            let findings = Findings::new(found, None, &sources);
            return Ok(Ok(TermImport { sources, findings, merged: None, is_new: false }));
        }
    };
    let (merged, is_new) = merged;
    if is_new && !is_dry_run {
        let written = write::file(&request.root.join(TERM_BASE), merged.text.as_bytes());
        if let Err(error) = written {
            return Ok(Err(error));
        }
    }
    let findings = Findings::default();
    Ok(Ok(TermImport { sources, findings, merged: Some(merged), is_new }))
}

/// The term base with a list merged into it, and whether that changes it; or why it cannot be.
fn merge(
    request: &Request,
    list: &Path,
    format: Format,
    keep: Keep,
    sources: &mut Sources,
) -> Result<Result<(MergedTermBase, bool), Vec<Diagnostic>>, ReadError> {
    let mut found = Vec::new();
    let config =
        disk::config(&request.root, request.config.as_deref(), sources)?.into_value(&mut found);
    let Some(config) = config else { return Ok(Err(found)) };
    let base = disk::term_base(&request.root, &config, sources).into_value(&mut found);
    let list = match disk::read_list(list, sources) {
        Ok(list) => list,
        Err(diagnostic) => return Ok(Err(vec![diagnostic])),
    };
    if Findings::new(found.clone(), None, sources).has_errors(false) {
        return Ok(Err(found));
    }
    let merged = merged_with(&base, &config, sources.get(list), format, keep);
    Ok(match merged {
        Ok(merged) => {
            let is_new = merged.text != base.text;
            Ok((merged, is_new))
        }
        Err(diagnostic) => Err(vec![diagnostic]),
    })
}

/// The term base of a site with a list merged into it.
pub(super) fn merged_with(
    base: &TermBase,
    config: &Config,
    list: &SourceFile,
    format: Format,
    keep: Keep,
) -> Result<MergedTermBase, Diagnostic> {
    let present = PresentTermBase {
        text: &base.text,
        entries: &base.entries,
        file: base.file,
        languages: &config.languages,
        areas: &base.areas,
        reading: &resolve::unstated_reading,
    };
    terms::merge(&present, list, format, keep)
}
