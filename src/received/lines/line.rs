//! What a line is by its first characters.

use crate::model::is_wide;
use crate::received::page_number::{is_page_number, is_rule};

/// Signs that stand before an item of a list, other than those of Markdown.
const BULLETS: [char; 13] = ['●', '•', '◆', '■', '○', '▪', '►', '◇', '□', '★', '☆', '※', '·'];

/// The longest line that an underline makes a heading, in columns.
const LONGEST_UNDERLINED: usize = 80;

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
    lines
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
    match words.strip_prefix("[^").and_then(|rest| rest.split_once("]:")) {
        Some((label, words)) => (Sign::Note(label), words.trim_start()),
        None => (Sign::Text, words),
    }
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
