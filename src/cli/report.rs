//! Findings for people and for programs.

use std::borrow::Cow;
use std::fmt::Display;
use std::io::{self, IsTerminal as _, Write as _};

use annotate_snippets::Renderer;
use serde_json::json;
use terminal_size::terminal_size_of;

use super::arguments::Common;
use super::finding_text::{Bounds, finding_texts};
use super::terminal;
use crate::model::{Site, WithheldPage};
use crate::pipeline::{Findings, SearchCost, Timings};
use crate::source::{Diagnostic, Locale, Severity, SourceFile, Sources};

/// How many characters of a text are quoted for programs.
const MOST_QUOTED: usize = 300;

/// Prints findings to standard error, in colour where there is a terminal: of a verb whose result is
/// something else.
pub(super) fn findings(common: &Common, findings: &Findings, sources: &Sources) {
    let stream = io::stderr();
    let bounds = Bounds::of(common, stream.is_terminal(), terminal_size_of(&stream));
    for text in finding_texts(findings, sources, bounds, &Renderer::styled()) {
        to_stderr(&text);
    }
}

/// Prints findings to standard output: of `check` and `compare`, of which they are the result.
pub(super) fn findings_as_result(
    common: &Common,
    findings: &Findings,
    sources: &Sources,
) -> io::Result<()> {
    let stream = io::stdout();
    let bounds = Bounds::of(common, stream.is_terminal(), terminal_size_of(&stream));
    let texts = finding_texts(findings, sources, bounds, &Renderer::styled());
    terminal::print(|out| texts.iter().try_for_each(|text| writeln!(out, "{text}")))
}

/// Prints findings to standard output, one JSON object a line.
pub(super) fn json(findings: &Findings, sources: &Sources, language: LanguageOf) -> io::Result<()> {
    terminal::print(|out| {
        let mut shown = findings.shown.iter();
        shown.try_for_each(|finding| writeln!(out, "{}", object(finding, sources, language)))
    })
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
        (file.path.to_string(), sources.position(file.id, label.span.range().start))
    });
    let quoted = |code: &str| {
        diagnostic.labels.iter().find_map(|label| {
            let file = sources.get(label.span.file);
            let is_there = language(file) == Some(code);
            is_there.then(|| file.text.get(label.span.range())).flatten().map(quotation)
        })
    };
    let file = place.as_ref().map(|(path, _)| path.clone());
    json!({
        "code": diagnostic.code.name(),
        "severity": diagnostic.severity.name(),
        "message": diagnostic.message.text(Locale::En),
        "help": diagnostic.help.as_ref().map(|help| help.text(Locale::En)),
        "file": file.or_else(|| diagnostic.path.as_ref().map(ToString::to_string)),
        "line": place.as_ref().map(|(_, position)| position.line),
        "column": place.as_ref().map(|(_, position)| position.column),
        "address": diagnostic.address.as_deref(),
        "zh": quoted("zh"),
        "en": quoted("en"),
    })
}

/// A text for programs, which may be a whole paragraph of which thousands of findings speak.
fn quotation(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(MOST_QUOTED) {
        Some((at, _)) => format!("{}…", &text[..at]).into(),
        None => text.into(),
    }
}

/// `1 doubt`, `3 doubts`.
pub(super) fn count_with_noun(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// How many findings there are: `2 errors, 1 warning`.
pub(super) fn counts_in_words(findings: &Findings) -> String {
    let count = |severity, name: &str| count_with_noun(findings.count(severity), name);
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
pub(super) fn result(text: &str) -> io::Result<()> {
    terminal::print(|out| writeln!(out, "{text}"))
}

/// Prints that what is shown may lack something, where the site is not in order.
pub(super) fn not_in_order(common: &Common, findings: &Findings) {
    if !common.quiet && findings.has_errors(false) {
        summary(&format!("the site has {}; `duizhao check` shows them", counts_in_words(findings)));
    }
}

/// Prints which drafts a result leaves out, by name.
pub(super) fn left_out(site: &Site) {
    let name_of = |page: &WithheldPage| {
        let langs = site.languages.iter().filter(|language| page.document(language.id).is_some());
        let langs: Vec<&str> = langs.map(|language| language.name.as_str()).collect();
        if page.is_whole() {
            page.key.clone()
        } else {
            format!("{} ({})", page.key, langs.join(", "))
        }
    };
    let names: Vec<String> = site.withheld.iter().map(name_of).collect();
    if !names.is_empty() {
        summary(&format!("left out, being drafts: {}", names.join(", ")));
    }
}

/// Prints to standard error what a person should know of a result.
pub(super) fn summary(text: &str) {
    to_stderr(text);
}

/// Prints an error that has no place in a file.
pub(super) fn error(error: &dyn Display) {
    to_stderr(&format!("{}: {error}", styled("error", "31")));
}

/// Prints how to fix it.
pub(super) fn print_help(text: &str) {
    to_stderr(&format!("{}: {text}", styled("help", "36")));
}

/// A line on standard error. That nobody reads it any more (`2>&1 | head`) can be told nowhere.
fn to_stderr(text: &str) {
    let _ = writeln!(anstream::stderr(), "{text}");
}

fn styled(word: &str, colour: &str) -> String {
    format!("\u{1b}[1;{colour}m{word}\u{1b}[0m")
}

/// Prints how long each stage took.
pub(super) fn timings(timings: &Timings) {
    for (name, time) in &timings.0 {
        to_stderr(&format!("{name:>16}  {:8.1} ms", time.as_secs_f64() * 1000.0));
    }
}

/// What the search of a site costs.
pub(super) fn search(cost: &SearchCost) {
    let files =
        |count: usize| if count == 1 { "1 file".to_owned() } else { format!("{count} files") };
    to_stderr(&format!(
        "{:>16}  {} entries in {} of {}; a first query reads {} of {}",
        "search",
        cost.entries,
        files(cost.files),
        size(cost.bytes as u64),
        files(cost.first_files),
        size(cost.first_bytes as u64),
    ));
}

/// Bytes for people.
pub(super) fn size(bytes: u64) -> String {
    match bytes {
        0..10_000 => format!("{bytes} bytes"),
        10_000..10_000_000 => format!("{} kB", bytes / 1000),
        _ => format!("{} MB", bytes / 1_000_000),
    }
}
