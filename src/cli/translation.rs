//! Translations that leave for a translator and come back.

use super::arguments::{Common, ImportOptions};
use super::outcome::Outcome;
use super::{Result, report, request, terminal};
use crate::handover::{self, Brought, Present};
use crate::lock;
use crate::model::{Language, Site};
use crate::pipeline::{self, Loaded, Request};
use crate::source::{Diagnostic, Severity, codes};
use crate::{read, write};

/// Shows what makes it uncertain which words belong together; how the command ends if anything
/// does. Other findings, such as a number that was mistaken, are what a translator mends.
pub(super) fn refused(loaded: &mut Loaded, done: &str) -> Option<Outcome> {
    loaded.findings.shown.retain(stands_in_the_way);
    report::findings(&loaded.findings, &loaded.sources);
    if loaded.site.is_none() {
        return Some(Outcome::Unusable);
    }
    loaded.findings.has_errors(false).then(|| {
        report::summary(&format!("nothing was {done}: {}", report::counts(&loaded.findings)));
        Outcome::Failed
    })
}

fn stands_in_the_way(finding: &Diagnostic) -> bool {
    let code = finding.code;
    let is_structure = code == codes::HEADING_LEVEL || !code.entry().is_configurable;
    finding.severity == Severity::Error && is_structure
}

/// The translation that is meant: the one with this code, else the first.
pub(super) fn language<'a>(site: &'a Site, code: Option<&str>) -> Option<&'a Language> {
    let mut translations = site.languages.iter().skip(1);
    let codes: Vec<&str> = translations.clone().map(|language| &*language.code).collect();
    let found = match code {
        Some(code) => translations.find(|language| language.code == code),
        None => translations.next(),
    };
    if found.is_none() {
        report::error(&match code {
            Some(code) => format!("`{code}` is no translation of this site"),
            None => "the site has one language only".to_owned(),
        });
        if !codes.is_empty() {
            report::help(&format!("its translations are: {}", codes.join(", ")));
        }
    }
    found
}

/// Brings a translation back into the Markdown files.
pub(super) fn import(common: &Common, options: &ImportOptions) -> Result {
    let request = request(common)?;
    let mut loaded = pipeline::load(&request)?;
    if let Some(outcome) = refused(&mut loaded, "imported") {
        return Ok(outcome);
    }
    let list = match read::list(&options.file, &mut loaded.sources) {
        Ok(list) => list,
        Err(diagnostic) => return Ok(unusable(loaded, diagnostic)),
    };
    let Some((site, _)) = &loaded.site else { return Ok(Outcome::Unusable) };
    let present = Present { site, sources: &loaded.sources, parse: &pipeline::document };
    let brought = match handover::bring_back(&present, loaded.sources.get(list)) {
        Ok(brought) => brought,
        Err(diagnostic) => return Ok(unusable(loaded, diagnostic)),
    };
    terminal::print(|out| write!(out, "{}", brought.report))?;
    let is_held_back = brought.report.refused > 0 && !options.partial;
    let mut written = 0;
    if !is_held_back && !options.dry_run {
        match write_files(&request, &loaded, &brought) {
            Ok(count) => written = count,
            Err(message) => {
                report::error(&message);
                return Ok(Outcome::Failed);
            }
        }
    }
    if !common.quiet {
        report::summary(&match (brought.files.len(), is_held_back, options.dry_run) {
            (0, ..) => "every file stays as it is".to_owned(),
            (_, true, _) => "nothing was written, since something was refused".to_owned(),
            (count, false, true) => format!("nothing was written; {} would change", files(count)),
            (_, false, false) => format!("wrote {}", files(written)),
        });
        if is_held_back && !brought.files.is_empty() {
            report::help("`--partial` writes the others");
        } else if written > 0 && site.lock.is_some() {
            report::help(&format!(
                "`duizhao check` reads them against the original; `duizhao confirm` then writes {}",
                lock::FILE_NAME
            ));
        }
    }
    Ok(if brought.report.refused > 0 { Outcome::Failed } else { Outcome::Fine })
}

/// Writes the files that changed, each whole or not at all; how many.
fn write_files(
    request: &Request,
    loaded: &Loaded,
    brought: &Brought,
) -> std::result::Result<usize, String> {
    // All are made before the first is written.
    let mut made = Vec::new();
    for changed in &brought.files {
        let source = loaded.sources.get(changed.file);
        let path = request.root.join(&*source.path);
        let raw = read::plain(&path).map_err(|error| error.to_string())?;
        let text = changed.applied(&raw, &source.text).ok_or_else(|| {
            format!("`{}` was changed by somebody else while this ran", source.path)
        })?;
        made.push((path, text));
    }
    for (path, text) in &made {
        write::file(path, text.as_bytes()).map_err(|error| error.to_string())?;
    }
    Ok(made.len())
}

fn files(count: usize) -> String {
    if count == 1 { "1 file".to_owned() } else { format!("{count} files") }
}

fn unusable(mut loaded: Loaded, diagnostic: Diagnostic) -> Outcome {
    loaded.findings.shown.clear();
    loaded.findings.add(vec![diagnostic], None, &loaded.sources);
    report::findings(&loaded.findings, &loaded.sources);
    Outcome::Unusable
}
