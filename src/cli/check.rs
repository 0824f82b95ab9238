//! `duizhao check`.

use super::arguments::{CheckOptions, Common, FindingFormat};
use super::outcome::Outcome;
use super::progress::Bar;
use super::{Result, report, request, sarif};
use crate::pipeline;
use crate::source::ALL_CODES;

pub(super) fn run(common: &Common, options: &CheckOptions) -> Result {
    if let Some(prefix) = &options.only
        && !ALL_CODES.iter().any(|entry| entry.code.name().starts_with(prefix.as_str()))
    {
        return Err(format!("no code begins with `{prefix}`; `duizhao explain` lists them").into());
    }
    let mut request = request(common)?;
    request.has_drafts = options.drafts;
    let mut loaded = pipeline::load(&request)?;
    let is_unusable = loaded.site.is_none() || pipeline::is_configuration(&loaded.findings);
    // What does not resolve cannot be rendered; its findings come first.
    if !loaded.findings.has_errors(false) {
        let bar = Bar::new(common.quiet);
        pipeline::check_output(&mut loaded, &request, &|done, all| bar.show(done, all));
        bar.finish_bar();
    }
    let findings = &mut loaded.findings;
    if let Some(prefix) = &options.only {
        findings.shown.retain(|finding| finding.code.name().starts_with(prefix.as_str()));
    }
    match options.format {
        FindingFormat::Text => {
            report::findings_as_result(common, findings, &loaded.sources)?;
            if !common.quiet {
                report::result(&report::counts_in_words(findings))?;
            }
        }
        FindingFormat::Json => report::json(findings, &loaded.sources, &report::language_by_name)?,
        FindingFormat::Sarif => sarif::print(findings, &loaded.sources)?,
    }
    if common.is_verbose() {
        report::timings(&loaded.timings);
    }
    Ok(match (is_unusable, loaded.findings.has_errors(options.strict)) {
        (true, true) => Outcome::Unusable,
        (_, true) => Outcome::Failed,
        _ => Outcome::Fine,
    })
}
