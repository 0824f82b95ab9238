//! `duizhao compare`.

use super::arguments::{Common, CompareOptions, FindingFormat};
use super::outcome::Outcome;
use super::{Result, report, sarif};
use crate::pipeline::{self, FilePair};
use crate::source::SourceFile;

pub(super) fn run(common: &Common, options: &CompareOptions) -> Result {
    let compared = pipeline::compare(&FilePair {
        original: options.original.clone(),
        translation: options.translation.clone(),
        glossary: options.glossary.clone(),
        year: options.year,
        currency: options.currency,
    })?;
    let findings = &compared.findings;
    match options.format {
        FindingFormat::Text => {
            report::findings_as_result(common, findings, &compared.sources)?;
            if !common.quiet {
                let pairs = match compared.pairs {
                    1 => "1 pair of paragraphs".to_owned(),
                    pairs => format!("{pairs} pairs of paragraphs"),
                };
                report::result(&format!("{pairs}: {}", report::counts_in_words(findings)))?;
            }
        }
        FindingFormat::Json => {
            let [original, _] = compared.files;
            let language = |file: &SourceFile| {
                let is_compared = compared.files.contains(&file.id);
                is_compared.then_some(if file.id == original { "zh" } else { "en" })
            };
            report::json(findings, &compared.sources, &language)?;
        }
        FindingFormat::Sarif => sarif::print(findings, &compared.sources)?,
    }
    Ok(if findings.has_errors(options.strict) { Outcome::Failed } else { Outcome::Fine })
}
