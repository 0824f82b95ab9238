//! The text of a data file, or the part of a page that is its front matter, and places in it.

use std::ops::Range;

use crate::source::{FileId, Span};

/// How many characters lie between two entries of the table of bytes.
const STEP: usize = 128;

/// A text that is read as YAML, and where in its file it begins.
pub(super) struct YamlText<'a> {
    /// The text.
    pub(super) text: &'a str,
    file: FileId,
    offset: usize,
    /// The byte of each 128th character: the parsers count characters, and walking from the
    /// beginning for each place would be quadratic.
    steps: Vec<usize>,
}

impl<'a> YamlText<'a> {
    pub(super) fn new(text: &'a str, file: FileId, offset: usize) -> Self {
        let steps = text.char_indices().step_by(STEP).map(|(byte, _)| byte).collect();
        Self { text, file, offset, steps }
    }

    /// The byte at which a character begins; past the end, the end.
    pub(super) fn byte(&self, character: usize) -> usize {
        let Some(from) = self.steps.get(character / STEP) else { return self.text.len() };
        self.text[*from..]
            .char_indices()
            .nth(character % STEP)
            .map_or(self.text.len(), |(byte, _)| from + byte)
    }

    /// The bytes between two marks of the parser.
    pub(super) fn byte_range(&self, marks: &saphyr_parser::Span) -> Range<usize> {
        let start = self.byte(marks.start.index());
        start..self.byte(marks.end.index()).max(start)
    }

    /// The place in the file.
    pub(super) fn span_of(&self, range: Range<usize>) -> Span {
        Span::new(self.file, self.offset + range.start..self.offset + range.end)
    }

    /// The first line of a range, so that a finding about an entry shows where it begins.
    pub(super) fn first_line_of(&self, range: &Range<usize>) -> Range<usize> {
        let line = self.text[range.clone()].lines().next().unwrap_or_default();
        range.start..range.start + line.trim_end().len()
    }

    /// Where the first line ends.
    pub(super) fn first_line(&self) -> usize {
        self.text.lines().next().map_or(0, str::len)
    }

    /// The line that holds a byte, without its end.
    pub(super) fn line(&self, at: usize) -> Range<usize> {
        let start = self.text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let end = self.text[at..].find('\n').map_or(self.text.len(), |newline| at + newline);
        start..end
    }

    /// The range of a text in quotation marks up to the closing one: the parser also counts the
    /// blanks and the comment behind it.
    pub(super) fn quoted_range(&self, range: Range<usize>) -> Range<usize> {
        let text = &self.text[range.clone()];
        // An anchor or a tag may stand before it.
        let Some(open) = text.find(['"', '\'']) else { return range };
        let quote = if text[open..].starts_with('"') { '"' } else { '\'' };
        let mut rest = text[open + 1..].char_indices().peekable();
        while let Some((at, c)) = rest.next() {
            let is_escape = match quote {
                '"' => c == '\\',
                _ => c == quote && rest.peek().is_some_and(|(_, next)| *next == quote),
            };
            if is_escape {
                rest.next();
            } else if c == quote {
                return range.start + open..range.start + open + 1 + at + 1;
            }
        }
        range
    }
}
