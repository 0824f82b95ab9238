//! `duizhao export`.

use std::path::Path;

use super::arguments::{Common, ExportKind, ExportOptions};
use super::outcome::Outcome;
use super::{Result, report, request, request_with_drafts, terminal, translation};
use crate::model::DataKind;
use crate::pipeline;

pub(super) fn run(common: &Common, options: &ExportOptions) -> Result {
    let kind = match options.what {
        ExportKind::Csv => DataKind::Observations,
        ExportKind::Json => DataKind::Indicators,
        ExportKind::Datapackage => DataKind::Package,
        ExportKind::Glossary => DataKind::Glossary,
        ExportKind::Tbx => DataKind::TermBase,
        ExportKind::TbxV2 => DataKind::OlderTermBase,
        ExportKind::Jsonld => DataKind::LinkedTerms,
        ExportKind::Tmx => DataKind::Parallel,
        ExportKind::Xliff => return export_xliff(common, options),
    };
    if options.lang.is_some() {
        report::error(&"`--lang` goes with `export xliff`; other files hold all languages");
        return Ok(Outcome::Unusable);
    }
    let loaded = pipeline::load(&request(common)?)?;
    if loaded.findings.has_errors(false) {
        report::findings(common, &loaded.findings, &loaded.sources);
        report::summary(&format!(
            "nothing was written: {}",
            report::counts_in_words(&loaded.findings)
        ));
    }
    let Some((site, _)) = &loaded.site else { return Ok(Outcome::Unusable) };
    if loaded.findings.has_errors(false) {
        return Ok(Outcome::Failed);
    }
    report::left_out(site);
    let data = pipeline::data(site);
    let Some((file, _)) = data.iter().find(|(_, facts)| facts.what == kind) else {
        let (lacking, help) = lacking(kind);
        report::error(&lacking);
        report::print_help(help);
        return Ok(Outcome::Failed);
    };
    write_out(common, &options.output, &file.bytes)
}

/// Writes a translation for translators. It need not be finished: what it lacks is what they add.
fn export_xliff(common: &Common, options: &ExportOptions) -> Result {
    let mut loaded = pipeline::load(&request_with_drafts(common)?)?;
    if let Some(outcome) = translation::refused_outcome(common, &mut loaded, "written") {
        return Ok(outcome);
    }
    let Some((site, _)) = &loaded.site else { return Ok(Outcome::Unusable) };
    let Some(language) = translation::chosen_language(site, options.lang.as_deref()) else {
        return Ok(Outcome::Unusable);
    };
    if !site.pages.iter().any(|page| page.report.is_some()) {
        report::error(&"the site has no report");
        return Ok(Outcome::Failed);
    }
    write_out(common, &options.output, &pipeline::xliff_file(site, &loaded.sources, language))
}

fn write_out(common: &Common, output: &Path, bytes: &[u8]) -> Result {
    if output == Path::new("-") {
        terminal::print(|out| out.write_all(bytes))?;
        return Ok(Outcome::Fine);
    }
    match pipeline::write_file(output, bytes) {
        Ok(()) => {
            if !common.quiet {
                let length = report::size(bytes.len() as u64);
                report::summary(&format!("wrote {length} to {}", output.display()));
            }
            Ok(Outcome::Fine)
        }
        Err(error) => {
            report::error(&error);
            Ok(Outcome::Failed)
        }
    }
}

/// What a site has not got that lacks a data file, and how to add it.
fn lacking(kind: DataKind) -> (&'static str, &'static str) {
    match kind {
        DataKind::Glossary
        | DataKind::TermBase
        | DataKind::OlderTermBase
        | DataKind::LinkedTerms => (
            "the site has no terms",
            "write them into `content/glossary.yaml`, or `duizhao import` a list of terms",
        ),
        DataKind::Parallel => (
            "no report stands beside a translation",
            "a translation is a second file of the same name: `1-review.en.md` beside `1-review.zh.md`",
        ),
        DataKind::Observations
        | DataKind::Indicators
        | DataKind::TableMetadata
        | DataKind::Package => (
            "the site has no figures",
            "claim the figures of a report in its `figures.yaml`; `duizhao scan` proposes the lines",
        ),
    }
}
