//! `duizhao export`.

use std::path::Path;

use super::arguments::{Common, ExportKind, ExportOptions};
use super::outcome::Outcome;
use super::{Result, report, request, terminal};
use crate::model::DataKind;
use crate::{pipeline, write};

pub(super) fn run(common: &Common, options: &ExportOptions) -> Result {
    let loaded = pipeline::load(&request(common)?)?;
    if loaded.findings.has_errors(false) {
        report::findings(&loaded.findings, &loaded.sources);
        report::summary(&format!("nothing was written: {}", report::counts(&loaded.findings)));
    }
    let Some((site, _)) = &loaded.site else { return Ok(Outcome::Unusable) };
    if loaded.findings.has_errors(false) {
        return Ok(Outcome::Failed);
    }
    let kind = match options.what {
        ExportKind::Csv => DataKind::Observations,
        ExportKind::Json => DataKind::Indicators,
        ExportKind::Datapackage => DataKind::Package,
        ExportKind::Glossary => DataKind::Glossary,
        ExportKind::Tbx => DataKind::TermBase,
        ExportKind::TbxV2 => DataKind::OlderTermBase,
        ExportKind::Jsonld => DataKind::LinkedTerms,
    };
    let data = pipeline::data(site);
    let Some((file, facts)) = data.iter().find(|(_, facts)| facts.what == kind) else {
        let (lacking, help) = lacking(kind);
        report::error(&lacking);
        report::help(help);
        return Ok(Outcome::Failed);
    };
    if options.output == Path::new("-") {
        terminal::print(|out| out.write_all(&file.bytes))?;
        return Ok(Outcome::Fine);
    }
    match write::file(&options.output, &file.bytes) {
        Ok(()) => {
            if !common.quiet {
                let length = report::size(facts.bytes as u64);
                report::summary(&format!("wrote {length} to {}", options.output.display()));
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
        DataKind::Observations
        | DataKind::Indicators
        | DataKind::TableMetadata
        | DataKind::Package => (
            "the site has no figures",
            "claim the figures of a report in its `figures.yaml`; `duizhao scan` proposes the lines",
        ),
    }
}
