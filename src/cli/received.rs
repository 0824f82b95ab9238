//! `duizhao import FILE --report ID`: texts as they were received.

use super::arguments::{Common, ImportOptions, RunInChoice};
use super::outcome::Outcome;
use super::{Result, report, request, request_with_drafts, terminal};
use crate::pipeline::{
    self, ReportImport, ReportImportError, ReportRequest, RunIn, TranslationRequest,
};
use crate::source::Locale;

/// Makes a report of a text as received.
pub(super) fn import_report(common: &Common, options: &ImportOptions, id: &str) -> Result {
    if options.theirs || options.partial {
        report::error(&"`--theirs` goes with lists of terms, `--partial` with translations");
        return Ok(Outcome::Unusable);
    }
    // Where a site is still lacking, one is begun here.
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
        Err(error) => Ok(refused(common, &error)),
    }
}

/// Sets a translation as received beside its original.
pub(super) fn import_translation(
    common: &Common,
    options: &ImportOptions,
    id: &str,
    language: &str,
) -> Result {
    if options.theirs || options.partial || options.run_in.is_some() {
        report::error(
            &"`--theirs`, `--partial` and `--run-in` do not go with a translation as received",
        );
        return Ok(Outcome::Unusable);
    }
    let request = request_with_drafts(common)?;
    let asked = TranslationRequest {
        site: &request,
        file: &options.file,
        report: id,
        language,
        is_dry_run: options.dry_run,
    };
    match pipeline::import_received_translation(&asked) {
        Ok(imported) => {
            terminal::print(|out| {
                let [own, others] = imported.blocks;
                writeln!(out, "blocks    {own} of the original, {others} of the translation")?;
                writeln!(
                    out,
                    "rows      {} of one block for one, {} stated by a mark",
                    imported.one_for_one,
                    imported.stated.len()
                )?;
                imported.stated.iter().try_for_each(|row| writeln!(out, "row       {row}"))?;
                imported.doubts.iter().try_for_each(|doubt| writeln!(out, "doubt     {doubt}"))
            })?;
            if !common.quiet {
                let done =
                    if options.dry_run { "nothing was written; it would be" } else { "wrote" };
                report::summary(&format!(
                    "{done} {}\n{} to look at; now: duizhao check, duizhao build",
                    imported.files.join(", "),
                    report::count_with_noun(imported.doubts.len(), "doubt")
                ));
            }
            Ok(Outcome::Fine)
        }
        Err(error) => Ok(refused(common, &error)),
    }
}

fn refused(common: &Common, error: &ReportImportError) -> Outcome {
    if let ReportImportError::Site(site) = error {
        report::findings(common, &site.0, &site.1);
        return Outcome::Unusable;
    }
    report::error(error);
    if let Some(help) = error.help() {
        report::print_help(&help.text(Locale::En));
    }
    Outcome::Unusable
}

fn summary(imported: &ReportImport, is_dry_run: bool) -> String {
    let files = imported.files.join(", ");
    let done = if is_dry_run { "nothing was written; it would be" } else { "wrote" };
    let repairs = report::count_with_noun(imported.report.repairs(), "repair");
    let doubts = report::count_with_noun(imported.report.doubts(), "doubt");
    format!(
        "{done} {files}\n{repairs} in errata.yaml, {doubts} to look at; now: duizhao check, duizhao build"
    )
}
