//! Translations that leave for a translator and come back.

use super::arguments::{Common, ImportOptions};
use super::outcome::Outcome;
use super::{Result, report, request_with_drafts, terminal};
use crate::lock;
use crate::model::{Language, Site};
use crate::pipeline::{self, ImportError, LoadedSite, TranslationImport};
use crate::source::{Diagnostic, Severity, codes};

/// Shows what makes it uncertain which words belong together; how the command ends if anything
/// does. Other findings, such as a number that was mistaken, are what a translator fixes.
pub(super) fn refused_outcome(
    common: &Common,
    loaded: &mut LoadedSite,
    done: &str,
) -> Option<Outcome> {
    loaded.findings.shown.retain(stands_in_the_way);
    report::findings(common, &loaded.findings, &loaded.sources);
    if loaded.site.is_none() {
        return Some(Outcome::Unusable);
    }
    loaded.findings.has_errors(false).then(|| {
        report::summary(&format!(
            "nothing was {done}: {}",
            report::counts_in_words(&loaded.findings)
        ));
        Outcome::Failed
    })
}

fn stands_in_the_way(finding: &Diagnostic) -> bool {
    let code = finding.code;
    // What is not there yet is what a translator adds.
    let is_structure = code == codes::HEADING_LEVEL
        || (code != codes::ALIGN_MISSING && !code.entry().is_configurable);
    finding.severity == Severity::Error && is_structure
}

/// The translation that is meant: the one with this code, else the first.
pub(super) fn chosen_language<'a>(site: &'a Site, code: Option<&str>) -> Option<&'a Language> {
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
            report::print_help(&format!("its translations are: {}", codes.join(", ")));
        }
    }
    found
}

/// Brings a translation back into the Markdown files.
pub(super) fn import(common: &Common, options: &ImportOptions) -> Result {
    let request = request_with_drafts(common)?;
    let mut loaded = pipeline::load(&request)?;
    if let Some(outcome) = refused_outcome(common, &mut loaded, "imported") {
        return Ok(outcome);
    }
    let imported = pipeline::import_translation(
        &request,
        &mut loaded,
        &options.file,
        options.partial,
        options.dry_run,
    );
    let imported = match imported {
        Ok(imported) => imported,
        Err(ImportError::Unusable(diagnostic)) => {
            return Ok(unusable_outcome(common, loaded, *diagnostic));
        }
        Err(error) => {
            report::error(&error);
            return Ok(Outcome::Failed);
        }
    };
    let TranslationImport { brought, is_held_back, written } = &imported;
    terminal::print(|out| write!(out, "{}", brought.report))?;
    if !common.quiet {
        let count = brought.files.len() + brought.new_files.len();
        report::summary(&match (count, is_held_back, options.dry_run) {
            (0, ..) => "every file stays as it is".to_owned(),
            (_, true, _) => "nothing was written, since something was refused".to_owned(),
            (_, false, true) => {
                let [changed, new] = [brought.files.len(), brought.new_files.len()];
                format!("nothing was written; {}", would_in_words(changed, new))
            }
            (_, false, false) => format!("wrote {}", files_in_words(*written)),
        });
        if !brought.new_files.is_empty() && brought.report.untranslated > 0 {
            report::print_help(
                "what is not translated yet stands in the words of the original; `duizhao check` shows where",
            );
        }
        let has_lock = loaded.site.as_ref().is_some_and(|(site, _)| site.lock.is_some());
        if *is_held_back && count > 0 {
            report::print_help("`--partial` writes the others");
        } else if *written > 0 && has_lock {
            report::print_help(&format!(
                "`duizhao check` reads them against the original; `duizhao confirm` then writes {}",
                lock::FILE_NAME
            ));
        }
    }
    Ok(if brought.report.refused > 0 { Outcome::Failed } else { Outcome::Fine })
}

/// What would become of files: `1 file would change`, `4 files would be new`.
fn would_in_words(changed: usize, new: usize) -> String {
    let parts = [(changed, "would change"), (new, "would be new")];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    parts
        .map(|(count, what)| format!("{} {what}", files_in_words(count)))
        .collect::<Vec<_>>()
        .join(", ")
}

fn files_in_words(count: usize) -> String {
    if count == 1 { "1 file".to_owned() } else { format!("{count} files") }
}

fn unusable_outcome(common: &Common, mut loaded: LoadedSite, diagnostic: Diagnostic) -> Outcome {
    loaded.findings.shown.clear();
    loaded.findings.add(vec![diagnostic], None, &loaded.sources);
    report::findings(common, &loaded.findings, &loaded.sources);
    Outcome::Unusable
}
