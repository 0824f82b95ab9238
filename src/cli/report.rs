//! Findings for people and for programs.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "printing is what this module is for"
)]

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::io::IsTerminal as _;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Padding, Renderer, Snippet};
use serde_json::json;

use super::arguments::Common;
use crate::pipeline::{Fault, Findings, SearchCost, Timings};
use crate::source::{
    Code, Diagnostic, Label, Locale, Position, Severity, SourceFile, Sources, character_border,
};

/// How wide a report is set; long paragraphs are cut around the place that matters.
const WIDTH: usize = 100;

/// How many characters of a long place are marked.
const MOST_MARKED: usize = 24;

/// The language of what is printed for people.
const LOCALE: Locale = Locale::En;

/// How much is shown. A file or another program gets every place of every fault.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    /// How many of the further places of a fault are named.
    places: usize,
    /// How many faults of one kind are shown.
    of_a_kind: usize,
}

impl Bounds {
    /// On a terminal: more than anybody reads in one go.
    const TERMINAL: Self = Self { places: 5, of_a_kind: 200 };
    const ALL: Self = Self { places: usize::MAX, of_a_kind: usize::MAX };
}

/// How many characters of a text are quoted for programs.
const MOST_QUOTED: usize = 300;

/// Prints findings to standard error, in colour where there is a terminal: of a verb whose result is
/// something else.
pub(super) fn findings(findings: &Findings, sources: &Sources) {
    for text in spaced_texts(findings, sources, std::io::stderr().is_terminal()) {
        anstream::eprintln!("{text}");
    }
}

/// Prints findings to standard output: of `check` and `compare`, of which they are the result.
pub(super) fn findings_as_result(findings: &Findings, sources: &Sources) {
    for text in spaced_texts(findings, sources, std::io::stdout().is_terminal()) {
        anstream::println!("{text}");
    }
}

/// Each finding as text, with a blank line after what takes more than one.
fn spaced_texts(findings: &Findings, sources: &Sources, is_terminal: bool) -> Vec<String> {
    let bounds = if is_terminal { Bounds::TERMINAL } else { Bounds::ALL };
    let mut texts = finding_texts(findings, sources, bounds, &Renderer::styled());
    for text in texts.iter_mut().filter(|text| text.contains('\n')) {
        text.push('\n');
    }
    texts
}

/// Each fault as text, then what is said of those that are too many to be shown.
fn finding_texts(
    findings: &Findings,
    sources: &Sources,
    bounds: Bounds,
    renderer: &Renderer,
) -> Vec<String> {
    let mut counts: BTreeMap<Code, usize> = BTreeMap::new();
    let mut texts = Vec::new();
    for fault in findings.faults() {
        let count = counts.entry(fault.first.code).or_default();
        *count += 1;
        if *count <= bounds.of_a_kind {
            texts.push(fault_text(&fault, sources, bounds, renderer.clone()));
        }
    }
    for (code, count) in counts.into_iter().filter(|(_, count)| *count > bounds.of_a_kind) {
        let text = rest(code, count - bounds.of_a_kind);
        texts.push(renderer.clone().term_width(WIDTH).render(&text));
    }
    texts
}

/// What is said of the faults of a kind that are not shown.
fn rest<'a>(code: Code, number: usize) -> [Group<'a>; 2] {
    let title = format!("and {number} more of this kind");
    let help = "`duizhao check --format json` lists all of them";
    [
        Group::with_title(Level::NOTE.primary_title(title).id(code.name())),
        Group::with_title(Level::HELP.secondary_title(help)),
    ]
}

/// A fault as text: its first place as it stands there, the others by line and column.
fn fault_text(fault: &Fault, sources: &Sources, bounds: Bounds, renderer: Renderer) -> String {
    let diagnostic = fault.first;
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Notice | Severity::Off => Level::NOTE,
    };
    let places: Vec<LineWindow> =
        diagnostic.labels.iter().map(|label| LineWindow::of(label, sources)).collect();
    let message = diagnostic.message.text(LOCALE);
    let title = match &diagnostic.address {
        Some(address) => format!("{message} ({address})"),
        None => message,
    };
    let title = level.primary_title(title).id(diagnostic.code.name());
    let mut group = Group::with_title(title);
    for (number, (place, label)) in places.iter().zip(&diagnostic.labels).enumerate() {
        let kind = if number == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        let text = label.message.as_ref().map(|message| message.text(LOCALE));
        let mut snippet = Snippet::source(place.text)
            .line_start(place.position.line)
            .annotation(kind.span(place.range.clone()).label(text.unwrap_or_default()));
        if place.is_cut {
            // The column is that of the whole line, which the snippet does not know.
            let Position { line, column } = place.position;
            let origin = Origin::path(place.path).line(line).char_column(column);
            group = group.element(origin).element(Padding);
        } else {
            snippet = snippet.path(place.path);
        }
        group = group.element(snippet);
    }
    if let Some(path) = &diagnostic.path {
        group = group.element(Origin::path(&**path));
    }
    let mut groups = vec![group];
    let elsewhere = elsewhere(&fault.others, sources, bounds);
    if let Some(elsewhere) = &elsewhere {
        groups.push(Group::with_title(Level::NOTE.secondary_title(elsewhere)));
    }
    if let Some(help) = &diagnostic.help {
        groups.push(Group::with_title(Level::HELP.secondary_title(help.text(LOCALE))));
    }
    renderer.term_width(WIDTH).render(&groups)
}

/// Where else the same was found: `and 12 more places like this: a.zh.md:3:7, …`.
fn elsewhere(others: &[&Diagnostic], sources: &Sources, bounds: Bounds) -> Option<String> {
    if others.is_empty() {
        return None;
    }
    let place = |diagnostic: &&Diagnostic| match (diagnostic.labels.first(), &diagnostic.path) {
        (Some(label), _) => {
            let file = label.span.file;
            let Position { line, column } = sources.position(file, label.span.range().start);
            format!("{}:{line}:{column}", sources.get(file).path)
        }
        (None, Some(path)) => path.to_string(),
        (None, None) => String::new(),
    };
    let named: Vec<String> = others.iter().take(bounds.places).map(place).collect();
    let number = others.len();
    let places = if number == 1 { "place" } else { "places" };
    let rest = if number > named.len() { ", …" } else { "" };
    Some(format!("and {number} more {places} like this: {}{rest}", named.join(", ")))
}

/// The part of a line around the place on which a label begins. Its length is bounded, so that
/// thousands of findings in one long line do not each cost that line.
struct LineWindow<'a> {
    path: &'a str,
    position: Position,
    text: &'a str,
    /// Whether the text begins after the beginning of its line.
    is_cut: bool,
    /// What is marked, in bytes of the text.
    range: std::ops::Range<usize>,
}

impl<'a> LineWindow<'a> {
    /// The first line of a label; of a long one only the beginning is marked.
    fn of(label: &Label, sources: &'a Sources) -> Self {
        let file = sources.get(label.span.file);
        let text = &*file.text;
        let start = character_border(text, label.span.range().start);
        let marked = start..character_border(text, label.span.range().end).max(start);
        let marked = start + first_of_line(&text[marked], MOST_MARKED).len();
        let end = marked + first_of_line(&text[marked..], WIDTH).len();
        let line_start = sources.line_start(file.id, start);
        let before = text[line_start..start].char_indices();
        let begin = before.rev().take(WIDTH).last().map_or(start, |(at, _)| line_start + at);
        Self {
            path: &file.path,
            position: sources.position(file.id, start),
            text: &text[begin..end],
            is_cut: begin > line_start,
            range: start - begin..marked - begin,
        }
    }
}

/// The first characters of a text, no further than the end of its line.
fn first_of_line(text: &str, most: usize) -> &str {
    let mut characters = text.char_indices().enumerate();
    let end = characters.find(|(number, (_, c))| *number == most || *c == '\n');
    end.map_or(text, |(_, (at, _))| &text[..at])
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

/// How many findings there are: `2 errors, 1 warning`.
pub(super) fn counts_in_words(findings: &Findings) -> String {
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
        summary(&format!("the site has {}; `duizhao check` shows them", counts_in_words(findings)));
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

/// Prints how to fix it.
pub(super) fn print_help(text: &str) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Span, codes, message};

    /// So many faults of one kind, each at two places.
    fn findings(count: usize) -> (Findings, Sources) {
        let mut sources = Sources::default();
        let file = sources.add("a.md", "x".repeat(count * 2));
        let found = (0..count * 2).map(|at| {
            let message = message!("quoted", words = format!("fault {}", at / 2));
            Diagnostic::new(codes::LINK_BROKEN, message).at(Span::new(file, at..at + 1))
        });
        (Findings::new(found.collect(), None, &sources), sources)
    }

    #[test]
    fn a_terminal_shows_no_more_faults_of_a_kind_than_anybody_reads_and_says_how_many_there_are() {
        let (findings, sources) = findings(300);
        let shown = finding_texts(&findings, &sources, Bounds::TERMINAL, &Renderer::plain());
        assert_eq!(shown.len(), 201);
        assert!(
            shown[200].contains("note[link.broken]: and 100 more of this kind"),
            "{}",
            shown[200]
        );
    }

    #[test]
    fn a_file_or_another_program_gets_every_place_of_every_fault() {
        let (findings, sources) = findings(300);
        let shown = finding_texts(&findings, &sources, Bounds::ALL, &Renderer::plain());
        assert_eq!(shown.len(), 300);
        assert!(shown[299].contains("and 1 more place like this: a.md:1:600"), "{}", shown[299]);
    }
}
