//! `duizhao import`.

use super::arguments::{Common, ImportOptions, RunInChoice};
use super::outcome::Outcome;
use super::{Result, report, request, terminal, translation};
use crate::exchange::terms::{Format, Keep};
use crate::input::glossary::TERM_BASE;
use crate::pipeline::{self, ReportImport, ReportImportError, ReportRequest, RunIn};
use crate::source::Locale;

pub(super) fn run(common: &Common, options: &ImportOptions) -> Result {
    if let Some(id) = &options.report {
        return import_report(common, options, id);
    }
    let has_ending =
        |ending: &str| options.file.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending));
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

/// Makes a report of a text as received.
fn import_report(common: &Common, options: &ImportOptions, id: &str) -> Result {
    if options.theirs || options.partial {
        report::error(&"`--theirs` goes with lists of terms, `--partial` with translations");
        return Ok(Outcome::Unusable);
    }
    // Where there is no site yet, one is begun here.
    let root = match request(common) {
        Ok(request) => request.root,
        Err(_) => common.root.clone().unwrap_or_else(|| ".".into()),
    };
    let run_in = match options.run_in {
        Some(RunInChoice::Split) => RunIn::Split,
        Some(RunInChoice::Keep) => RunIn::Keep,
        None => RunIn::LikeOthers,
    };
    let is_dry_run = options.dry_run;
    let asked = ReportRequest { root: &root, file: &options.file, report: id, run_in, is_dry_run };
    match pipeline::import_report(&asked) {
        Ok(imported) => {
            terminal::print(|out| write!(out, "{}", imported.report))?;
            if !common.quiet {
                report::summary(&summary(&imported, is_dry_run));
            }
            Ok(Outcome::Fine)
        }
        Err(ReportImportError::Site(site)) => {
            report::findings(common, &site.0, &site.1);
            Ok(Outcome::Unusable)
        }
        Err(error) => {
            report::error(&error);
            if let Some(help) = error.help() {
                report::print_help(&help.text(Locale::En));
            }
            Ok(Outcome::Unusable)
        }
    }
}

fn summary(imported: &ReportImport, is_dry_run: bool) -> String {
    let files = imported.files.join(", ");
    let done = if is_dry_run { "nothing was written; it would be" } else { "wrote" };
    let (repairs, doubts) = (imported.report.repairs(), imported.report.doubts());
    format!(
        "{done} {files}\n{repairs} repairs in errata.yaml, {doubts} doubts to look at; now: duizhao check, duizhao build"
    )
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
