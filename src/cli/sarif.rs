//! Findings as SARIF 2.1.0 (OASIS), for code-review tools.

use std::collections::BTreeSet;
use std::io;

use serde_json::{Value, json};

use super::terminal;
use crate::pipeline::{Findings, VERSION};
use crate::source::{Code, Diagnostic, Label, Locale, Severity, Sources};

/// Prints findings to standard output as one SARIF log.
pub(super) fn print(findings: &Findings, sources: &Sources) -> io::Result<()> {
    let log = log(findings, sources);
    terminal::print(|out| {
        serde_json::to_writer_pretty(&mut *out, &log)?;
        out.write_all(b"\n")
    })
}

fn log(findings: &Findings, sources: &Sources) -> Value {
    let codes: BTreeSet<Code> = findings.shown.iter().map(|finding| finding.code).collect();
    let results = findings.shown.iter().map(|finding| result(finding, sources));
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "duizhao",
                "version": VERSION,
                "rules": codes.into_iter().map(rule).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results.collect::<Vec<_>>(),
        }],
    })
}

fn rule(code: Code) -> Value {
    let entry = code.entry();
    json!({
        "id": code.name(),
        "shortDescription": { "text": entry.summary },
        "fullDescription": { "text": entry.explanation },
        "defaultConfiguration": { "level": level(entry.severity) },
    })
}

fn result(finding: &Diagnostic, sources: &Sources) -> Value {
    let mut text = finding.message.text(Locale::En);
    if let Some(help) = &finding.help {
        text = format!("{text}. {}", help.text(Locale::En));
    }
    let mut labels = finding.labels.iter();
    let first: Vec<Value> =
        labels.next().map(|label| location(label, sources)).into_iter().collect();
    let file = finding.path.as_ref().map(
        |path| json!({ "physicalLocation": { "artifactLocation": { "uri": path.as_ref() } } }),
    );
    let related: Vec<Value> = labels.map(|label| location(label, sources)).collect();
    let mut result = json!({
        "ruleId": finding.code.name(),
        "level": level(finding.severity),
        "message": { "text": text },
        "locations": first.into_iter().chain(file).collect::<Vec<_>>(),
    });
    if !related.is_empty() {
        result["relatedLocations"] = related.into();
    }
    result
}

fn location(label: &Label, sources: &Sources) -> Value {
    let file = sources.get(label.span.file);
    let range = label.span.range();
    let (start, end) =
        (sources.position(file.id, range.start), sources.position(file.id, range.end));
    let mut location = json!({
        "physicalLocation": {
            "artifactLocation": { "uri": file.path.as_ref() },
            "region": {
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": end.line,
                "endColumn": end.column,
            },
        },
    });
    if let Some(message) = &label.message {
        location["message"] = json!({ "text": message.text(Locale::En) });
    }
    location
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "note",
        Severity::Off => "none",
    }
}
