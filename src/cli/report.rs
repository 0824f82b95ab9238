//! Findings for people and for programs.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "printing is what this module is for"
)]

use std::fmt::Display;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde_json::json;

use super::arguments::Common;
use crate::pipeline::{Findings, SearchCost, Timings};
use crate::source::{Diagnostic, Label, Severity, SourceFile, Sources};

/// How wide a report is set; long paragraphs are cut around the place that matters.
const WIDTH: usize = 100;

/// How many characters of a long place are marked.
const MOST_MARKED: usize = 24;

/// Prints findings to standard error, in colour where there is a terminal.
pub(super) fn findings(findings: &Findings, sources: &Sources) {
    for diagnostic in &findings.shown {
        let text = text(diagnostic, sources, Renderer::styled());
        anstream::eprintln!("{text}\n");
    }
}

/// A finding as text.
pub(crate) fn text(diagnostic: &Diagnostic, sources: &Sources, renderer: Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Notice | Severity::Off => Level::NOTE,
    };
    let places: Vec<Place> =
        diagnostic.labels.iter().map(|label| Place::of(label, sources)).collect();
    let title = level.primary_title(&diagnostic.message).id(diagnostic.code.name());
    let mut group = Group::with_title(title);
    for (number, (place, label)) in places.iter().zip(&diagnostic.labels).enumerate() {
        let kind = if number == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        group = group.element(
            Snippet::source(place.text)
                .path(place.path)
                .line_start(place.line)
                .annotation(kind.span(place.range.clone()).label(&label.text)),
        );
    }
    if let Some(path) = &diagnostic.path {
        group = group.element(Origin::path(&**path));
    }
    let mut groups = vec![group];
    if let Some(help) = &diagnostic.help {
        groups.push(Group::with_title(Level::HELP.secondary_title(help)));
    }
    renderer.term_width(WIDTH).render(&groups)
}

/// The line of a file on which a label begins.
struct Place<'a> {
    path: &'a str,
    line: usize,
    text: &'a str,
    /// What is marked, in bytes of the line.
    range: std::ops::Range<usize>,
}

impl<'a> Place<'a> {
    /// The first line of a label; of a long one only the beginning is marked.
    fn of(label: &Label, sources: &'a Sources) -> Self {
        let file = sources.get(label.span.file);
        let text = &*file.text;
        let start = floor(text, label.span.range().start);
        let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
        let end = floor(text, label.span.range().end).clamp(start, line_end);
        let marked = &text[start..end];
        let marked = marked.char_indices().nth(MOST_MARKED).map_or(marked.len(), |(at, _)| at);
        Self {
            path: &file.path,
            line: file.position(start).line,
            text: &text[line_start..line_end],
            range: start - line_start..start - line_start + marked,
        }
    }
}

/// The nearest character border at or before a byte.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Prints findings to standard output, one JSON object a line.
pub(super) fn json(findings: &Findings, sources: &Sources, language: LanguageOf) {
    for diagnostic in &findings.shown {
        println!("{}", object(diagnostic, sources, language));
    }
}

/// The code of the language a file is written in.
pub(super) type LanguageOf<'a> = &'a dyn Fn(&SourceFile) -> Option<&'static str>;

/// The language in the name of a page: `1-review.zh.md`.
pub(super) fn language_by_name(file: &SourceFile) -> Option<&'static str> {
    ["zh", "en"].into_iter().find(|code| file.path.ends_with(&format!(".{code}.md")))
}

fn object(diagnostic: &Diagnostic, sources: &Sources, language: LanguageOf) -> serde_json::Value {
    let place = diagnostic.labels.first().map(|label| {
        let file = sources.get(label.span.file);
        (file.path.to_string(), file.position(label.span.range().start))
    });
    let quoted = |code: &str| {
        diagnostic.labels.iter().find_map(|label| {
            let file = sources.get(label.span.file);
            let is_there = language(file) == Some(code);
            is_there.then(|| file.text.get(label.span.range())).flatten()
        })
    };
    let file = place.as_ref().map(|(path, _)| path.clone());
    json!({
        "code": diagnostic.code.name(),
        "severity": diagnostic.severity.name(),
        "message": diagnostic.message,
        "help": diagnostic.help,
        "file": file.or_else(|| diagnostic.path.as_ref().map(ToString::to_string)),
        "line": place.as_ref().map(|(_, position)| position.line),
        "column": place.as_ref().map(|(_, position)| position.column),
        "zh": quoted("zh"),
        "en": quoted("en"),
    })
}

/// How many findings there are: `2 errors, 1 warning`.
pub(super) fn counts(findings: &Findings) -> String {
    let count = |severity, name: &str| {
        let number = findings.count(severity);
        format!("{number} {name}{}", if number == 1 { "" } else { "s" })
    };
    let mut text =
        format!("{}, {}", count(Severity::Error, "error"), count(Severity::Warning, "warning"));
    if findings.count(Severity::Notice) > 0 {
        text = format!("{text}, {}", count(Severity::Notice, "notice"));
    }
    if findings.waived > 0 {
        text = format!("{text}, {} waived", findings.waived);
    }
    if findings.switched_off > 0 {
        text = format!("{text}, {} switched off", findings.switched_off);
    }
    text
}

/// Prints a result to standard output.
pub(super) fn result(text: &str) {
    println!("{text}");
}

/// Prints that what is shown may lack something, where the site is not in order.
pub(super) fn not_in_order(common: &Common, findings: &Findings) {
    if !common.quiet && findings.has_errors(false) {
        summary(&format!("the site has {}; `duizhao check` shows them", counts(findings)));
    }
}

/// Prints to standard error what a person should know of a result.
pub(super) fn summary(text: &str) {
    eprintln!("{text}");
}

/// Prints an error that has no place in a file.
pub(super) fn error(error: &dyn Display) {
    anstream::eprintln!("{}: {error}", styled("error", "31"));
}

/// Prints how to mend it.
pub(super) fn help(text: &str) {
    anstream::eprintln!("{}: {text}", styled("help", "36"));
}

fn styled(word: &str, colour: &str) -> String {
    format!("\u{1b}[1;{colour}m{word}\u{1b}[0m")
}

/// Prints how long each stage took.
pub(super) fn timings(timings: &Timings) {
    for (name, time) in &timings.0 {
        eprintln!("{name:>16}  {:8.1} ms", time.as_secs_f64() * 1000.0);
    }
}

/// What the search of a site costs.
pub(super) fn search(cost: &SearchCost) {
    let files =
        |count: usize| if count == 1 { "1 file".to_owned() } else { format!("{count} files") };
    eprintln!(
        "{:>16}  {} entries in {} of {}; a first query reads {} of {}",
        "search",
        cost.entries,
        files(cost.files),
        size(cost.bytes as u64),
        files(cost.first_files),
        size(cost.first_bytes as u64),
    );
}

/// Bytes for people.
pub(super) fn size(bytes: u64) -> String {
    match bytes {
        0..10_000 => format!("{bytes} bytes"),
        10_000..10_000_000 => format!("{} kB", bytes / 1000),
        _ => format!("{} MB", bytes / 1_000_000),
    }
}
