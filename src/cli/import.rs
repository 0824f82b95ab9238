//! `duizhao import`.

use super::arguments::{Common, ImportOptions};
use super::outcome::Outcome;
use super::{Result, received, report, request, terminal, translation};
use crate::exchange::terms::{Format, Keep};
use crate::input::glossary::TERM_BASE;
use crate::pipeline;

pub(super) fn run(common: &Common, options: &ImportOptions) -> Result {
    let has_ending =
        |ending: &str| options.file.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending));
    let is_of_terms = Format::of(&options.file.to_string_lossy()).is_some();
    if options.report.is_some() && (is_of_terms || has_ending("xlf") || has_ending("xliff")) {
        report::error(&format!("`{}` is not a text as received", options.file.display()));
        report::print_help(
            "lists of terms and translations of translators are imported without `--report`",
        );
        return Ok(Outcome::Unusable);
    }
    match (&options.report, &options.lang) {
        (Some(id), Some(lang)) => return received::import_translation(common, options, id, lang),
        (Some(id), None) => return received::import_report(common, options, id),
        (None, _) => {}
    }
    if has_ending("xlf") || has_ending("xliff") {
        if options.theirs {
            report::error(&"`--theirs` goes with lists of terms");
            return Ok(Outcome::Unusable);
        }
        return translation::import(common, options);
    }
    if options.partial {
        report::error(&"`--partial` goes with translations (`.xlf`, `.xliff`)");
        return Ok(Outcome::Unusable);
    }
    let Some(format) = Format::of(&options.file.to_string_lossy()) else {
        report::error(&format!(
            "`{}` is neither a list of terms nor a translation",
            options.file.display()
        ));
        report::print_help(
            "`.csv` and `.tbx` hold terms, `.xlf` and `.xliff` translations; a text as received becomes a report with `--report ID`",
        );
        return Ok(Outcome::Unusable);
    };
    import_terms(common, options, format)
}

/// Merges a list of terms into the term base.
fn import_terms(common: &Common, options: &ImportOptions, format: Format) -> Result {
    let request = request(common)?;
    let keep = if options.theirs { Keep::Theirs } else { Keep::Ours };
    let imported = pipeline::import_terms(&request, &options.file, format, keep, options.dry_run)?;
    let imported = match imported {
        Ok(imported) => imported,
        Err(error) => {
            report::error(&error);
            return Ok(Outcome::Failed);
        }
    };
    let Some(merged) = &imported.merged else {
        report::findings(common, &imported.findings, &imported.sources);
        return Ok(Outcome::Unusable);
    };
    terminal::print(|out| write!(out, "{}", merged.report))?;
    if !common.quiet {
        let file = TERM_BASE;
        report::summary(&match (imported.is_new, options.dry_run) {
            (false, _) => format!("{file} stays as it is"),
            (true, true) => format!("nothing was written; {file} would change"),
            (true, false) => format!("wrote {file}"),
        });
        if merged.report.in_conflict > 0 && !options.theirs {
            report::print_help(
                "where both say something else, the site’s words were kept; `--theirs` takes the list’s",
            );
        }
    }
    Ok(if merged.report.is_open() { Outcome::Failed } else { Outcome::Fine })
}
