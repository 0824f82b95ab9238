//! What a line is by its first characters.

use std::collections::BTreeMap;

use crate::model::is_wide;
use crate::received::page_number::{is_page_number, is_rule};

/// Signs that stand before an item of a list, other than those of Markdown.
pub(in crate::received) const BULLETS: [char; 13] =
    ['●', '•', '◆', '■', '○', '▪', '►', '◇', '□', '★', '☆', '※', '·'];

/// The longest line that an underline makes a heading, in columns.
const LONGEST_UNDERLINED: usize = 80;

/// The least indentation of a line in the middle of a page, in columns; a paragraph has two to four.
pub(super) const CENTERED: usize = 6;

/// A line of a text.
#[derive(Debug)]
pub(super) struct Line<'a> {
    /// Its number, from 1.
    pub(super) number: usize,
    /// Its words: without indentation and without the sign it begins with.
    pub(super) words: &'a str,
    /// The columns before its first character; a Han character takes two.
    pub(super) indent: usize,
    /// The columns it takes, with its indentation.
    pub(super) width: usize,
    /// What it is.
    pub(super) sign: Sign<'a>,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign<'a> {
    /// Nothing but blanks.
    Blank,
    /// The end of a page: a form feed, a rule.
    PageBreak,
    /// The number of a page.
    PageNumber,
    /// The line before it is a heading of this level.
    Underline(u8),
    /// A heading of this level.
    Heading(u8),
    /// An item of a list, how deep.
    Item(u8),
    /// A line of a quotation.
    Quote,
    /// A note with its label.
    Note(&'a str),
    /// What a reference of Markdown refers to: an address, a picture.
    Definition,
    /// WordStream.
    Text,
}

impl Sign<'_> {
    /// Whether a page ends here.
    pub(super) fn is_of_page(self) -> bool {
        matches!(self, Self::PageBreak | Self::PageNumber)
    }
}

/// The lines of a text. A form feed is a line of its own.
pub(super) fn lines(text: &str, is_markdown: bool) -> Vec<Line<'_>> {
    let mut lines: Vec<Line> = Vec::new();
    for (number, raw) in text.split('\n').enumerate() {
        for (piece, words) in raw.split('\u{c}').enumerate() {
            if piece > 0 {
                let sign = Sign::PageBreak;
                lines.push(Line { number: number + 1, words: "", indent: 0, width: 0, sign });
            }
            // In a plain text a line that underlines is as long as what it underlines.
            let before = lines.last().filter(|line| line.sign == Sign::Text);
            let is_under_words = before.is_some_and(|line| {
                line.width <= LONGEST_UNDERLINED
                    && (is_markdown || line.width.abs_diff(columns(words)) <= 3)
            });
            lines.push(line(number + 1, words, is_markdown, is_under_words));
        }
    }
    mark_page_numbers(&mut lines);
    mark_running_lines(&mut lines);
    if !is_markdown {
        mark_typed_items(&mut lines);
    }
    lines
}

/// Takes bare numbers that stand alone in the middle of lines, between empty ones, for the numbers of pages where
/// several of them count on.
fn mark_page_numbers(lines: &mut [Line]) {
    let is_blank = |line: Option<&Line>| {
        line.is_none_or(|line| matches!(line.sign, Sign::Blank | Sign::PageBreak))
    };
    let number = |at: usize| {
        let line = &lines[at];
        let is_alone =
            is_blank(at.checked_sub(1).map(|at| &lines[at])) && is_blank(lines.get(at + 1));
        let is_bare = line.sign == Sign::Text && line.words.bytes().all(|b| b.is_ascii_digit());
        let in_the_middle = line.indent >= CENTERED && is_alone && is_bare;
        line.words.parse::<u32>().ok().filter(|_| in_the_middle).map(|number| (at, number))
    };
    let found: Vec<(usize, u32)> = (0..lines.len()).filter_map(number).collect();
    if found.len() > 1 && found.windows(2).all(|two| two[1].1 == two[0].1 + 1) {
        for (at, _) in found {
            lines[at].sign = Sign::PageNumber;
        }
    }
}

/// Takes lines beside the numbers of pages that are the same at several of them for what they are, running heads,
/// before a sentence that goes on behind them is put together.
fn mark_running_lines(lines: &mut [Line]) {
    let shown: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].sign != Sign::Blank).collect();
    let is_number = |at: Option<&usize>| at.is_some_and(|at| lines[*at].sign.is_of_page());
    let beside: Vec<usize> = (0..shown.len())
        .filter(|at| {
            let before = at.checked_sub(1).and_then(|before| shown.get(before));
            is_number(before) || is_number(shown.get(at + 1))
        })
        .map(|at| shown[at])
        .filter(|at| lines[*at].sign == Sign::Text && lines[*at].width <= LONGEST_UNDERLINED)
        .collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for at in &beside {
        *counts.entry(lines[*at].words).or_default() += 1;
    }
    let is_running = |at: &usize| counts.get(lines[*at].words).is_some_and(|count| *count > 1);
    let running: Vec<usize> = beside.iter().copied().filter(is_running).collect();
    for at in running {
        lines[at].sign = Sign::PageNumber;
    }
}

/// Takes lines of a plain text for items where several begin with the same of `*` and `-` at one indentation.
fn mark_typed_items(lines: &mut [Line]) {
    let typed = |line: &Line| {
        let sign = line.words.chars().next().filter(|c| matches!(c, '*' | '-'))?;
        let words = line.words[1..].strip_prefix(' ')?.trim_start();
        (line.sign == Sign::Text && !words.is_empty()).then_some((sign, line.indent))
    };
    let mut counts: BTreeMap<(char, usize), usize> = BTreeMap::new();
    for kind in lines.iter().filter_map(typed) {
        *counts.entry(kind).or_default() += 1;
    }
    for line in lines {
        if typed(line).is_some_and(|kind| counts.get(&kind).is_some_and(|count| *count > 1)) {
            line.sign = Sign::Item(depth(line.indent));
            line.words = line.words[1..].trim_start();
        }
    }
}

fn line(number: usize, raw: &str, is_markdown: bool, is_under_words: bool) -> Line<'_> {
    let words = raw.trim();
    let indentation = &raw[..raw.len() - raw.trim_start().len()];
    let indent = columns(indentation);
    let width = indent + columns(words);
    let (sign, words) = sign(words, indent, is_markdown, is_under_words);
    Line { number, words, indent, width, sign }
}

fn sign(words: &str, indent: usize, is_markdown: bool, is_under_words: bool) -> (Sign<'_>, &str) {
    if words.is_empty() {
        return (Sign::Blank, words);
    }
    if is_rule(words) {
        let level = if words.starts_with('=') { 1 } else { 2 };
        let is_underline = is_under_words && words.bytes().all(|b| b == b'=' || b == b'-');
        return (if is_underline { Sign::Underline(level) } else { Sign::PageBreak }, words);
    }
    if is_page_comment(words) {
        return (Sign::PageBreak, words);
    }
    if is_page_number(words) {
        return (Sign::PageNumber, words);
    }
    // A letter o before a tab is a bullet of a typewriter.
    let typed = words.strip_prefix("o\t").filter(|_| !is_markdown);
    if let Some(item) = words.strip_prefix(BULLETS).or(typed).filter(|item| !item.trim().is_empty())
    {
        return (Sign::Item(depth(indent)), item.trim_start());
    }
    if is_markdown { markdown_sign(words, indent) } else { (Sign::Text, words) }
}

fn markdown_sign(words: &str, indent: usize) -> (Sign<'_>, &str) {
    if let Some((level, words)) = atx_heading(words) {
        return (Sign::Heading(level), words);
    }
    let item = ["- ", "* ", "+ "].iter().find_map(|sign| words.strip_prefix(sign));
    if let Some(item) = item {
        return (Sign::Item(depth(indent)), item.trim_start());
    }
    if let Some(quoted) = words.strip_prefix('>') {
        return (Sign::Quote, quoted.trim_start_matches(['>', ' ']));
    }
    if let Some((label, words)) = words.strip_prefix("[^").and_then(|rest| rest.split_once("]:")) {
        return (Sign::Note(label), words.trim_start());
    }
    let address = words.strip_prefix('[').and_then(|rest| rest.split_once("]: ")).map(|(_, a)| a);
    let is_address = address.map(str::trim_start).is_some_and(|address| {
        let is_one = !address.contains(char::is_whitespace);
        address.starts_with('<')
            || (is_one && ["://", "data:", "./", "#"].iter().any(|sign| address.contains(sign)))
    });
    if is_address { (Sign::Definition, words) } else { (Sign::Text, words) }
}

/// The level and the words of a heading of Markdown. A blank behind the signs may have been lost before
/// a Han character: `##二、`.
pub(super) fn atx_heading(line: &str) -> Option<(u8, &str)> {
    let words = line.trim_start_matches('#');
    let level =
        u8::try_from(line.len() - words.len()).ok().filter(|level| (1..=6).contains(level))?;
    let is_parted =
        words.starts_with([' ', '\t', '\u{3000}']) || !words.starts_with(|c: char| c.is_ascii());
    let words = words.trim().trim_end_matches('#').trim_end();
    (is_parted && !words.is_empty()).then_some((level, words))
}

/// Whether a line is the comment by which a page break is kept: `<!-- page -->`, `<!-- page 7 -->`.
fn is_page_comment(words: &str) -> bool {
    let inner = words.strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->"));
    inner.is_some_and(|inner| inner.trim().starts_with("page") && !inner.contains("-->"))
}

fn depth(indent: usize) -> u8 {
    u8::try_from(indent / 2).unwrap_or(u8::MAX).min(6)
}

/// How many columns characters take in a print of equal squares, where Chinese ones and the marks they share
/// with Latin texts take two.
fn columns(text: &str) -> usize {
    let of = |c: char| match c {
        '\t' => 4,
        '“' | '”' | '‘' | '’' | '—' | '…' | '·' => 2,
        c if is_wide(c) => 2,
        _ => 1,
    };
    text.chars().map(of).sum()
}
