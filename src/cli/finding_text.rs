//! Findings as text for people: as many as fit where they are printed.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Padding, Renderer, Snippet};
use anstream::adapter::strip_str;
use terminal_size::{Height, Width};

use super::arguments::Common;
use super::terminal::width;
use crate::pipeline::{Fault, Findings};
use crate::source::{
    Code, Diagnostic, Label, Locale, Position, Severity, Sources, character_border,
};

/// How wide a report is set; long paragraphs are cut around the place that matters.
const WIDTH: usize = 100;

/// How many characters of a long place are marked.
const MOST_MARKED: usize = 24;

/// The language of what is printed for people.
const LOCALE: Locale = Locale::En;

/// How much is shown. A file or another program gets every place of every fault.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    /// How many of the further places of a fault are named.
    places: usize,
    /// How many lines of a terminal all faults may take together.
    lines: usize,
    /// How many columns a line has before the terminal begins the next one.
    columns: usize,
}

impl Bounds {
    const ALL: Self = Self { places: usize::MAX, lines: usize::MAX, columns: usize::MAX };

    /// One screen of a terminal, less what else has to stand there.
    fn screen(columns: u16, rows: u16) -> Self {
        let lines = usize::from(rows).saturating_sub(LINES_BESIDE);
        Self { places: 5, lines, columns: usize::from(columns).max(1) }
    }

    /// What fits the stream that findings go to.
    pub(super) fn of(common: &Common, is_terminal: bool, size: Option<(Width, Height)>) -> Self {
        match size {
            _ if common.all || !is_terminal => Self::ALL,
            Some((Width(columns), Height(rows))) => Self::screen(columns, rows),
            None => Self::screen(80, 24),
        }
    }
}

/// The lines of a screen that are not for findings: what is said of those that are not shown, the
/// counts of all, and where the next command is typed.
const LINES_BESIDE: usize = 6;

/// How many kinds of the findings that are not shown are named.
const KINDS_NAMED: usize = 4;

/// Each fault as text, with a blank line after what takes more than one: in the order of their
/// places, or errors first where they do not all fit. The first one is always shown; what is said of
/// those that do not fit comes last.
pub(super) fn finding_texts(
    findings: &Findings,
    sources: &Sources,
    bounds: Bounds,
    renderer: &Renderer,
) -> Vec<String> {
    let mut faults = findings.faults();
    if bounds.lines < usize::MAX {
        faults.sort_by_key(|fault| Reverse(fault.first.severity));
    }
    let mut texts: Vec<String> = Vec::new();
    let mut lines = 0;
    for (number, fault) in faults.iter().enumerate() {
        let mut text = fault_text(fault, sources, bounds, renderer.clone());
        if text.contains('\n') {
            text.push('\n');
        }
        lines += lines_on_screen(&text, bounds.columns);
        if lines > bounds.lines && number > 0 {
            texts.push(not_shown(&faults[number..], renderer) + "\n");
            break;
        }
        texts.push(text);
    }
    texts
}

/// How many lines of a terminal a text takes; a bound that is not there costs no counting.
fn lines_on_screen(text: &str, columns: usize) -> usize {
    if columns == usize::MAX {
        return 0;
    }
    let line = |line: &str| width(&strip_str(line).to_string()).div_ceil(columns).max(1);
    text.split('\n').map(line).sum()
}

/// What is said of the faults that are not shown: `and 212 more findings: 200 of number.missing, …`.
fn not_shown(faults: &[Fault], renderer: &Renderer) -> String {
    let mut counts: BTreeMap<Code, usize> = BTreeMap::new();
    let mut number = 0;
    for fault in faults {
        let places = 1 + fault.others.len();
        *counts.entry(fault.first.code).or_default() += places;
        number += places;
    }
    let mut counts: Vec<(Code, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| Reverse(*count));
    let named = counts.iter().take(KINDS_NAMED);
    let named: Vec<String> =
        named.map(|(code, count)| format!("{count} of {}", code.name())).collect();
    let rest = if counts.len() > KINDS_NAMED { ", …" } else { "" };
    let findings = if number == 1 { "finding" } else { "findings" };
    let title = format!("and {number} more {findings}: {}{rest}", named.join(", "));
    let help = "`--all` shows each of them";
    renderer.clone().term_width(WIDTH).render(&[
        Group::with_title(Level::NOTE.primary_title(title)),
        Group::with_title(Level::HELP.secondary_title(help)),
    ])
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

    /// The lines of all texts on a screen of that size.
    fn shown_lines(texts: &[String], columns: usize) -> usize {
        texts.iter().map(|text| lines_on_screen(text, columns)).sum()
    }

    #[test]
    fn a_terminal_shows_one_screen_and_says_what_is_not_on_it() {
        let (findings, sources) = findings(300);
        for (columns, rows) in [(120, 40), (80, 24), (40, 50)] {
            let bounds = Bounds::screen(columns, rows);
            let shown = finding_texts(&findings, &sources, bounds, &Renderer::plain());
            let lines = shown_lines(&shown, columns.into());
            assert!(lines < rows.into(), "{lines} lines on a screen of {rows}");
            let hidden = 600 - 2 * (shown.len() - 1);
            let last = shown.last().expect("something is shown");
            let expected = format!("and {hidden} more findings: {hidden} of link.broken");
            assert!(last.contains(&expected) && last.contains("`--all`"), "{last}");
        }
    }

    #[test]
    fn the_first_finding_is_shown_on_the_smallest_screen() {
        let (findings, sources) = findings(2);
        let bounds = Bounds::screen(20, 2);
        let shown = finding_texts(&findings, &sources, bounds, &Renderer::plain());
        assert!(shown[0].contains("fault 0"), "{}", shown[0]);
        assert!(shown[1].contains("and 2 more findings"), "{}", shown[1]);
    }

    #[test]
    fn a_screen_that_holds_all_findings_says_of_none_that_it_is_not_shown() {
        let (findings, sources) = findings(2);
        let bounds = Bounds::screen(100, 40);
        let shown = finding_texts(&findings, &sources, bounds, &Renderer::plain());
        assert_eq!(shown.len(), 2);
    }

    #[test]
    fn a_file_or_another_program_gets_every_place_of_every_fault() {
        let (findings, sources) = findings(300);
        let shown = finding_texts(&findings, &sources, Bounds::ALL, &Renderer::plain());
        assert_eq!(shown.len(), 300);
        assert!(shown[299].contains("and 1 more place like this: a.md:1:600"), "{}", shown[299]);
    }
}
