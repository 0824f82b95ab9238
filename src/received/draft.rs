//! A paragraph while it is read: its words with their marks, in lines where it is broken by hand.

use super::begins_paragraph;
use super::inline::Inline;
use super::lines::append;
use crate::model::{ReceivedBlock, ReceivedKind, ReceivedMark, ReceivedMarkKind};

/// Typefaces that offices set heads in, by what their names hold.
const HEAD_TYPEFACES: [&str; 6] = ["黑体", "simhei", "heiti", "小标宋", "楷", "kaiti"];

/// What ends a line of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BreakKind {
    /// The end of a line.
    Line,
    /// The end of a page.
    Page,
}

/// How some words are set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Setting {
    /// Whether they are bold.
    pub(super) is_strong: bool,
    /// Whether they have a line below them.
    pub(super) is_underlined: bool,
    /// Whether they are in a typeface that offices set heads in.
    pub(super) is_head: bool,
}

#[derive(Debug, Default)]
struct DraftLine {
    /// What ends the line before.
    break_before: Option<BreakKind>,
    words: Inline,
    /// The blanks before its first word, in columns.
    indent: usize,
}

/// A paragraph while it is read.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// Its number.
    pub(super) line: usize,
    /// Whether its first words are of a table of contents.
    pub(super) is_contents: bool,
    /// What is anchored in it and stands behind it: pictures, text boxes.
    pub(super) after: Vec<ReceivedBlock>,
    lines: Vec<DraftLine>,
    /// How many Chinese characters are in the typeface of a head, and how many are not.
    in_head: usize,
    in_text: usize,
}

impl Draft {
    /// A paragraph with this number, so far empty.
    pub(super) fn new(line: usize) -> Self {
        Self { line, lines: vec![DraftLine::default()], ..Self::default() }
    }

    fn last(&mut self) -> &mut DraftLine {
        if self.lines.is_empty() {
            self.lines.push(DraftLine::default());
        }
        let last = self.lines.len() - 1;
        &mut self.lines[last]
    }

    /// Whether it has no words.
    pub(super) fn is_empty(&self) -> bool {
        self.lines.iter().all(|line| line.words.text.trim().is_empty())
    }

    /// Whether its last line has no words.
    pub(super) fn is_line_empty(&self) -> bool {
        self.lines.last().is_none_or(|line| line.words.text.is_empty())
    }

    /// The character that was added last.
    pub(super) fn last_character(&self) -> Option<char> {
        self.lines.last().and_then(|line| line.words.text.chars().next_back())
    }

    /// The byte of its last line that the next word begins at.
    pub(super) fn next_place(&mut self) -> (usize, usize) {
        let at = self.last().words.text.len();
        (self.lines.len(), at)
    }

    /// Adds words.
    pub(super) fn push_words(&mut self, text: &str, setting: Setting) {
        let wide =
            text.chars().filter(|c| crate::model::is_wide(*c) && c.is_alphanumeric()).count();
        *(if setting.is_head { &mut self.in_head } else { &mut self.in_text }) += wide;
        let line = self.last();
        let start = line.words.text.len();
        for c in text.chars() {
            if c.is_whitespace() && line.words.text.is_empty() {
                line.indent += if matches!(c, ' ' | '\u{a0}') { 1 } else { 2 };
            }
            line.words.push(c);
        }
        if line.words.text[start..].trim().is_empty() {
            return;
        }
        let settings = [
            (setting.is_strong, ReceivedMarkKind::Strong),
            (setting.is_underlined, ReceivedMarkKind::Underlined),
        ];
        for (_, kind) in settings.into_iter().filter(|(is_set, _)| *is_set) {
            match line.words.marks.iter_mut().rfind(|mark| mark.kind == kind) {
                Some(mark) if mark.range.end == start => mark.range.end = line.words.text.len(),
                _ => line.words.mark(start, kind),
            }
        }
    }

    /// Adds the mention of a note: nothing is typed for it, or the words since a place.
    pub(super) fn mention(&mut self, label: &str, since: Option<(usize, usize)>) {
        let here = self.next_place();
        let start = since.filter(|(line, _)| *line == here.0).map_or(here.1, |(_, at)| at);
        self.last().words.mark(start, ReceivedMarkKind::Note(label.to_owned()));
    }

    /// The words of its last line since a place.
    pub(super) fn words_since(&mut self, since: (usize, usize)) -> String {
        let is_here = self.next_place().0 == since.0;
        let words = &self.last().words.text;
        words.get(since.1..).filter(|_| is_here).unwrap_or_default().to_owned()
    }

    /// Ends a line or a page.
    pub(super) fn break_here(&mut self, kind: BreakKind) {
        self.lines.push(DraftLine { break_before: Some(kind), ..DraftLine::default() });
    }

    /// Whether all of it is in a typeface of heads.
    fn is_in_head_typeface(&self) -> bool {
        self.in_head > 0 && self.in_text == 0
    }

    /// The blocks: one for each line that begins a paragraph of its own. A heading is one block, with a
    /// number before it if it has one.
    pub(super) fn into_blocks(
        mut self,
        kind: &ReceivedKind,
        number: &str,
        is_indented: bool,
    ) -> Vec<ReceivedBlock> {
        let is_heading = matches!(kind, ReceivedKind::Heading(_));
        let is_head = self.is_in_head_typeface();
        let line = self.line;
        let mut blocks: Vec<ReceivedBlock> = Vec::new();
        let mut number = Some(number);
        // An empty line ends a paragraph, whatever stands before it.
        let mut has_gap = false;
        for (place, mut part) in std::mem::take(&mut self.lines).into_iter().enumerate() {
            part.words.trim_end();
            let is_empty = part.words.text.is_empty();
            let has_indent = part.indent >= 2;
            let open = blocks.last_mut().filter(|block| block.kind != ReceivedKind::PageBreak);
            let goes_on = open.as_ref().is_some_and(|block| {
                let begins = has_gap || begins_paragraph(&block.text, has_indent);
                is_empty || is_heading || !begins
            });
            has_gap = is_empty;
            match open.filter(|_| goes_on) {
                Some(block) => {
                    if part.break_before == Some(BreakKind::Page) {
                        let end = block.text.len();
                        let kind = ReceivedMarkKind::PageBreak;
                        block.marks.push(ReceivedMark { range: end..end, kind });
                    }
                    append(block, &part.words);
                }
                None => {
                    if part.break_before == Some(BreakKind::Page) {
                        blocks.push(page_break(line));
                    }
                    if is_empty {
                        continue;
                    }
                    if let Some(number) = number.take() {
                        put_before(&mut part.words, number);
                    }
                    let block = ReceivedBlock::paragraph(part.words.text, line);
                    let is_indented =
                        has_indent || (is_indented && (place == 0 || blocks.is_empty()));
                    let marks = part.words.marks;
                    blocks.push(ReceivedBlock { kind: kind.clone(), marks, is_indented, ..block });
                }
            }
        }
        for block in &mut blocks {
            finish_marks(block, is_heading, is_head);
        }
        blocks
    }
}

/// The end of a page as a block.
pub(super) fn page_break(line: usize) -> ReceivedBlock {
    ReceivedBlock { kind: ReceivedKind::PageBreak, ..ReceivedBlock::paragraph("", line) }
}

/// Puts a number before words. Where the first words are strong, so is their number.
fn put_before(words: &mut Inline, number: &str) {
    words.text.insert_str(0, number);
    for mark in &mut words.marks {
        let is_first = mark.range.start == 0 && mark.kind == ReceivedMarkKind::Strong;
        mark.range.start = if is_first { 0 } else { mark.range.start + number.len() };
        mark.range.end += number.len();
    }
}

/// What is left to do with the marks of a block: a heading is strong by itself, a page that ends at the end
/// ends behind the block, and brackets typed around the mention of a note belong to it.
fn finish_marks(block: &mut ReceivedBlock, is_heading: bool, is_head: bool) {
    let length = block.text.len();
    if is_heading || is_head {
        block.marks.retain(|mark| mark.kind != ReceivedMarkKind::Strong);
    }
    if is_head && !is_heading {
        block.marks.push(ReceivedMark { range: 0..length, kind: ReceivedMarkKind::Strong });
    }
    for mark in &mut block.marks {
        if !matches!(mark.kind, ReceivedMarkKind::Note(_)) {
            continue;
        }
        let (before, after) = (&block.text[..mark.range.start], &block.text[mark.range.end..]);
        let around = [('［', '］'), ('[', ']'), ('〔', '〕'), ('【', '】')]
            .into_iter()
            .find(|(open, close)| before.ends_with(*open) && after.starts_with(*close));
        if let Some((open, close)) = around {
            mark.range = mark.range.start - open.len_utf8()..mark.range.end + close.len_utf8();
        }
    }
    block.marks.sort_by_key(|mark| (mark.range.start, mark.range.end));
}

/// Whether a typeface is one that offices set heads in.
pub(super) fn is_head_typeface(typeface: &str) -> bool {
    let name = typeface.to_lowercase();
    HEAD_TYPEFACES.iter().any(|known| name.contains(known))
}
