//! `duizhao compare`.

use super::arguments::{Common, CompareOptions, FindingFormat};
use super::outcome::Outcome;
use super::{Result, report, sarif};
use crate::pipeline::{self, ComparedTexts, Comparison};
use crate::source::SourceFile;

pub(super) fn run(common: &Common, options: &CompareOptions) -> Result {
    let compared = pipeline::compare(&ComparedTexts {
        original: options.original.clone(),
        translation: options.translation.clone(),
        from: options.from.clone(),
        to: options.to.clone(),
        glossary: options.glossary.clone(),
        year: options.year,
        currency: options.currency,
    })?;
    let findings = &compared.findings;
    match options.format {
        FindingFormat::Text => {
            report::findings_as_result(common, findings, &compared.sources)?;
            if !common.quiet {
                let counts = report::counts_in_words(findings);
                report::result(&format!("{}: {counts}", extent(&compared)))?;
            }
        }
        FindingFormat::Json => {
            let language = |file: &SourceFile| {
                let is_of = |pair: &pipeline::ComparedFiles| {
                    [pair.original, pair.translation].iter().position(|of| *of == file.id)
                };
                let side = compared.files.iter().find_map(is_of)?;
                ["zh", "en"].into_iter().find(|code| *code == compared.languages[side])
            };
            report::json(findings, &compared.sources, &language)?;
        }
        FindingFormat::Sarif => sarif::print(findings, &compared.sources)?,
    }
    Ok(if findings.has_errors(options.strict) { Outcome::Failed } else { Outcome::Fine })
}

/// How much was compared: `37 pairs of files, 2 files without counterpart, 812 pairs of paragraphs, zh to en`.
fn extent(compared: &Comparison) -> String {
    let count = |number: usize, one: &str, many: &str| match number {
        1 => format!("1 {one}"),
        number => format!("{number} {many}"),
    };
    let mut parts = Vec::new();
    if compared.files.len() > 1 || compared.alone > 0 {
        parts.push(count(compared.files.len(), "pair of files", "pairs of files"));
    }
    if compared.alone > 0 {
        let alone = ("file without counterpart", "files without counterpart");
        parts.push(count(compared.alone, alone.0, alone.1));
    }
    parts.push(count(compared.pairs, "pair of paragraphs", "pairs of paragraphs"));
    let [from, to] = &compared.languages;
    format!("{}, {from} to {to}", parts.join(", "))
}
