//! A finding that somebody looked at, written into `waivers.yaml` of its report.

use std::path::PathBuf;

use super::{LoadedSite, Request};
use crate::check::scan::in_quotes;
use crate::input::disk;
use crate::input::waivers::waiver_entries;
use crate::model::Page;
use crate::source::{Diagnostic, FileId, SourceFile};
use crate::write::{self, WriteError};

/// Which finding is meant, and why it is no fault.
#[derive(Debug, Clone)]
pub(crate) struct WaivedFinding {
    /// Its code.
    pub(crate) code: String,
    /// Its page: `1-review`, `annual-2026/1-review`.
    pub(crate) page: String,
    /// The words it marks.
    pub(crate) quote: String,
    /// The address of its paragraph, where the words alone do not tell.
    pub(crate) at: Option<String>,
    /// Why it is no fault.
    pub(crate) reason: String,
}

/// What became of it.
#[derive(Debug)]
pub(crate) enum WaiveOutcome {
    /// It is written.
    Written {
        /// The file.
        file: String,
        /// The address of the paragraph.
        at: String,
    },
    /// No finding of the page marks these words, or several do: those there are, each with its words and
    /// address.
    NotOne(Vec<(String, String)>),
    /// The file is not written as a list of lines, so that none can be added.
    NotAList(String),
}

/// Writes the waiver of the one finding that is meant.
pub(crate) fn waive(
    request: &Request,
    loaded: &LoadedSite,
    wanted: &WaivedFinding,
) -> Result<WaiveOutcome, WriteError> {
    let Some((site, _)) = &loaded.site else { return Ok(WaiveOutcome::NotOne(Vec::new())) };
    let pages: Vec<&Page> =
        site.pages.iter().filter(|page| site.is_called(page, &wanted.page)).collect();
    let mut there: Vec<(String, String, &Page)> = Vec::new();
    for finding in loaded.findings.shown.iter().filter(|one| one.code.name() == wanted.code) {
        let page = pages.iter().find(|page| is_on(finding, page));
        let Some((page, address)) = page.zip(finding.address.as_deref()) else { continue };
        for label in &finding.labels {
            let text = &loaded.sources.get(label.span.file).text;
            let words = text.get(label.span.range()).unwrap_or_default();
            there.push((words.to_owned(), address.to_owned(), page));
        }
    }
    let is_meant = |(words, at, _): &&(String, String, &Page)| {
        *words == wanted.quote && wanted.at.as_ref().is_none_or(|wanted| wanted == at)
    };
    let mut meant: Vec<_> = there.iter().filter(is_meant).collect();
    meant.dedup_by_key(|(_, at, page)| (at.clone(), page.id));
    let [(_, at, page)] = meant[..] else {
        let all = there.into_iter().map(|(words, at, _)| (words, at));
        return Ok(WaiveOutcome::NotOne(all.collect()));
    };
    let Some((report, name)) = site.name_in_report(page) else {
        return Ok(WaiveOutcome::NotOne(Vec::new()));
    };
    let file = format!("content/{report}/waivers.yaml");
    let path: PathBuf = request.root.join(&file);
    let line = format!(
        "- {{code: {}, page: \"{}\", at: {at}, quote: \"{}\", reason: \"{}\"}}\n",
        wanted.code,
        in_quotes(name),
        in_quotes(&wanted.quote),
        in_quotes(&wanted.reason)
    );
    let old = match disk::plain_text(&path) {
        Ok(text) => text,
        Err(_) if !path.exists() => String::new(),
        Err(_) => return Ok(WaiveOutcome::NotAList(file)),
    };
    let gap = if old.is_empty() || old.ends_with('\n') { "" } else { "\n" };
    let new = format!("{old}{gap}{line}");
    if entries(&new) != Some(entries(&old).unwrap_or_default() + 1) {
        return Ok(WaiveOutcome::NotAList(file));
    }
    write::file(&path, new.as_bytes())?;
    Ok(WaiveOutcome::Written { file, at: at.clone() })
}

/// Whether a finding stands in one of the files of a page.
fn is_on(finding: &Diagnostic, page: &Page) -> bool {
    let files = page.sides.iter().flatten().map(|side| side.document.file);
    let first = finding.labels.first().map(|label| label.span.file);
    files.into_iter().any(|file| first == Some(file))
}

/// How many waivers a file holds; nothing if it cannot be read.
fn entries(text: &str) -> Option<usize> {
    let file = SourceFile { id: FileId(0), path: "waivers.yaml".into(), text: text.into() };
    let read = waiver_entries(&file);
    read.diagnostics.is_empty().then_some(read.value.len())
}
