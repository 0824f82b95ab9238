//! A plain text, with the signs of Markdown or without, into blocks.
//!
//! Offices send one line for each paragraph, paragraphs with empty lines between them, and texts broken
//! into lines of one width, with the number of the page between two. What is a paragraph is told by the
//! lines themselves (`wrapping`); what a line is, by its first characters (`line`).

mod line;
mod line_numbers;
mod markup;
mod table;
mod wrapping;

pub(super) use line::BULLETS;
use line::{CENTERED, Line, Sign};
use wrapping::Wrapping;

use super::html;
use super::inline::{self, Inline};
use crate::model::{
    ReceivedBlock, ReceivedContent, ReceivedKind, ReceivedMark, ReceivedMarkKind, ReceivedRemark,
    ReceivedRole, RemarkKind,
};

/// The least indentation of a further paragraph of a note of Markdown, in columns.
const NOTE_INDENT: usize = 4;

/// How many headings of Markdown make a text that is not called so a text of Markdown.
const HEADINGS_OF_MARKDOWN: usize = 2;

/// Reads a text. `is_markdown` says that signs of Markdown are signs, whatever the text looks like.
pub(super) fn read_lines(text: &str, is_markdown: bool) -> ReceivedContent {
    let unnumbered = line_numbers::without_line_numbers(text);
    let text = unnumbered.as_ref().map_or(text, |(text, _)| text);
    let headings = text.lines().filter(|line| line::atx_heading(line.trim_start()).is_some());
    let is_markdown =
        is_markdown || headings.take(HEADINGS_OF_MARKDOWN).count() == HEADINGS_OF_MARKDOWN;
    let lines = line::lines(text, is_markdown);
    let mut tables = table::tables(&lines).into_iter().peekable();
    let wrapping = Wrapping::of(&lines);
    let mut reader = Reader {
        is_markdown,
        wrapping,
        content: ReceivedContent::default(),
        has_gap: false,
        last: None,
        note: None,
    };
    if let Some((_, count)) = unnumbered {
        reader.remark(0, RemarkKind::LineNumbers, count.to_string());
    }
    let mut at = 0;
    while at < lines.len() {
        if let Some(end) = markup::end_of_block(&lines, at).filter(|_| is_markdown) {
            reader.markup(&lines[at..end]);
            at = end;
            continue;
        }
        // What lay inside a block of tags is read with it.
        while tables.next_if(|table| table.lines.start < at).is_some() {}
        match tables.next_if(|table| table.lines.start == at) {
            Some(table) => {
                reader.push_table(&table, lines[at].number);
                at = table.lines.end;
            }
            None => {
                let next = lines[at + 1..].iter().find(|line| line.sign != Sign::Blank);
                reader.line(&lines[at], next);
                at += 1;
            }
        }
    }
    reader.content
}

/// Makes blocks of lines.
struct Reader<'a> {
    is_markdown: bool,
    wrapping: Wrapping,
    content: ReceivedContent,
    /// Whether an empty line was read since the last block.
    has_gap: bool,
    /// The line that the last block of words ends in, where the next may go on with it.
    last: Option<&'a Line<'a>>,
    /// The note of Markdown that was read last, and whether an empty line stands behind it.
    note: Option<(&'a str, bool)>,
}

impl<'a> Reader<'a> {
    fn line(&mut self, line: &'a Line<'a>, next: Option<&Line>) {
        match (&mut self.note, line.sign) {
            (Some((_, has_gap)), Sign::Blank) => *has_gap = true,
            (Some((label, has_gap)), Sign::Text) if !*has_gap || line.indent >= NOTE_INDENT => {
                let (label, is_new) = (*label, std::mem::take(has_gap));
                self.note_goes_on(line, label, is_new);
                return;
            }
            _ => self.note = None,
        }
        match line.sign {
            Sign::Blank => {
                self.has_gap = true;
                // An empty line ends a paragraph, but not where a page ends as well.
                let is_at_page = next.is_some_and(|next| next.sign.is_of_page());
                if !is_at_page && !self.ends_with_page() {
                    self.last = None;
                }
            }
            Sign::PageBreak => self.page_break(line.number),
            Sign::PageNumber => self.page_number(line),
            Sign::Underline(level) => {
                if let Some(block) = self.content.blocks.last_mut() {
                    block.kind = ReceivedKind::Heading(level);
                }
                self.last = None;
            }
            Sign::Heading(level) => self.push_block(line, ReceivedKind::Heading(level)),
            Sign::Item(depth) => self.push_block(line, ReceivedKind::Item(depth)),
            Sign::Quote => self.push_block(line, ReceivedKind::Quote),
            Sign::Note(label) => self.note(line, label),
            Sign::Definition => self.has_gap = true,
            Sign::Text => self.text_line(line),
        }
    }

    fn inline(&self, words: &str) -> Inline {
        if self.is_markdown { inline::markdown(words) } else { inline::plain(words) }
    }

    fn push_block(&mut self, line: &'a Line<'a>, kind: ReceivedKind) {
        let Inline { text, marks } = self.inline(line.words);
        if self.is_markdown
            && let Some(at) = line.words.find("![")
        {
            self.remark(line.number, RemarkKind::OtherPicture, line.words[at..].to_owned());
        }
        if text.is_empty() {
            return;
        }
        let is_indented = line.indent >= 2;
        let is_centered = line.indent >= CENTERED;
        let is_after_gap = std::mem::take(&mut self.has_gap);
        let block = ReceivedBlock::paragraph(text, line.number);
        self.content.blocks.push(ReceivedBlock {
            kind,
            marks,
            is_indented,
            is_centered,
            is_after_gap,
            ..block
        });
        self.last = Some(line);
    }

    /// A line of text: goes on with the last block where both are pieces of one paragraph.
    fn text_line(&mut self, line: &'a Line<'a>) {
        let goes_on = self.last.is_some_and(|last| self.wrapping.goes_on(last, line));
        let open = goes_on.then(|| self.open_block()).flatten();
        let Some(open) = open else {
            self.push_block(line, ReceivedKind::Paragraph);
            return;
        };
        let inline = self.inline(line.words);
        // Pages that ended between the two now end inside the paragraph.
        let pages =
            self.content.blocks.drain(open + 1..).filter(|b| b.kind == ReceivedKind::PageBreak);
        let pages = pages.count();
        let block = &mut self.content.blocks[open];
        for _ in 0..pages {
            let end = block.text.len();
            block.marks.push(ReceivedMark { range: end..end, kind: ReceivedMarkKind::PageBreak });
        }
        append_words(block, &inline, self.wrapping.is_latin());
        self.last = Some(line);
    }

    /// The place of the block that may go on: the last one, but for ends of pages behind it.
    fn open_block(&self) -> Option<usize> {
        let blocks = &self.content.blocks;
        let at = blocks.iter().rposition(|b| {
            b.kind != ReceivedKind::PageBreak && b.role != ReceivedRole::Furniture
        })?;
        let is_open = matches!(blocks[at].kind, ReceivedKind::Paragraph | ReceivedKind::Item(_));
        is_open.then_some(at)
    }

    fn ends_with_page(&self) -> bool {
        self.content.blocks.last().is_some_and(|block| {
            block.kind == ReceivedKind::PageBreak || block.role == ReceivedRole::Furniture
        })
    }

    /// The end of a page, once for all signs of it.
    fn page_break(&mut self, number: usize) {
        let is_new = self.content.blocks.last().is_some_and(|b| b.kind != ReceivedKind::PageBreak);
        if is_new {
            let block = ReceivedBlock::paragraph("", number);
            self.content.blocks.push(ReceivedBlock { kind: ReceivedKind::PageBreak, ..block });
        }
    }

    fn page_number(&mut self, line: &Line) {
        let text = inline::plain(line.words).text;
        let block = ReceivedBlock::paragraph(text, line.number);
        self.content.blocks.push(ReceivedBlock { role: ReceivedRole::Furniture, ..block });
        self.page_break(line.number);
    }

    /// Tags in a text of Markdown: a table with merged cells, as programs write it.
    fn markup(&mut self, lines: &[Line]) {
        let text: Vec<&str> = lines.iter().map(|line| line.words).collect();
        let first = lines.first().map_or(1, |line| line.number);
        let blocks = html::read_html(&text.join("\n")).blocks.into_iter();
        let moved = blocks.map(|block| ReceivedBlock { line: block.line + first - 1, ..block });
        self.content.blocks.extend(moved);
        self.last = None;
    }

    fn note(&mut self, line: &'a Line<'a>, label: &'a str) {
        let Inline { text, marks } = self.inline(line.words);
        let role = ReceivedRole::Note { label: label.to_owned(), words: 0 };
        let block = ReceivedBlock::paragraph(text, line.number);
        self.content.blocks.push(ReceivedBlock { role, marks, ..block });
        self.last = None;
        self.note = Some((label, false));
    }

    /// A line that goes on with a note of Markdown, or begins a further paragraph of it.
    fn note_goes_on(&mut self, line: &'a Line<'a>, label: &str, is_new: bool) {
        let inline = self.inline(line.words);
        match self.content.blocks.last_mut().filter(|_| !is_new) {
            Some(block) => append(block, &inline),
            None => {
                let role = ReceivedRole::Note { label: label.to_owned(), words: 0 };
                let block = ReceivedBlock::paragraph(inline.text, line.number);
                self.content.blocks.push(ReceivedBlock { role, marks: inline.marks, ..block });
            }
        }
    }

    fn remark(&mut self, line: usize, kind: RemarkKind, words: String) {
        self.content.remarks.push(ReceivedRemark { line, kind, words });
    }

    fn push_table(&mut self, table: &table::Table, number: usize) {
        let read = |cell: &String| self.inline(cell).text;
        let rows: Vec<Vec<String>> =
            table.rows.iter().map(|row| row.iter().map(read).collect()).collect();
        self.content.blocks.push(table_block(rows, number));
        self.last = None;
    }
}

/// A table as a block: its words are its cells, one after another.
fn table_block(mut rows: Vec<Vec<String>>, line: usize) -> ReceivedBlock {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    for row in &mut rows {
        row.resize(width, String::new());
    }
    let cells = rows.iter().flatten().filter(|cell| !cell.is_empty());
    let text = cells.map(String::as_str).collect::<Vec<_>>().join("\n");
    ReceivedBlock { kind: ReceivedKind::Table(rows), ..ReceivedBlock::paragraph(text, line) }
}

/// The most places of a table. One of more, most of them empty, is not a table but a trap.
const MOST_PLACES: usize = 1_000_000;

/// A table as blocks: one, or its cells where their places would be too many.
pub(super) fn table_blocks(rows: Vec<Vec<String>>, line: usize) -> Vec<ReceivedBlock> {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    if width.saturating_mul(rows.len()) <= MOST_PLACES {
        return vec![table_block(rows, line)];
    }
    let cells = rows.into_iter().flatten().filter(|cell| !cell.is_empty());
    cells.map(|cell| ReceivedBlock::paragraph(cell, line)).collect()
}

/// Adds the words of a further line to a block; between Latin words the end of a line is a blank.
pub(super) fn append(block: &mut ReceivedBlock, inline: &Inline) {
    let is_latin = |c: char| c.is_ascii_graphic();
    let before = block.text.chars().next_back().is_some_and(is_latin);
    let after = inline.text.chars().next().is_some_and(is_latin);
    if before && after {
        block.text.push(' ');
    }
    extend(block, inline);
}

/// Adds the words of a further line to a block. In a Latin text the end of a line is a blank, unless a word
/// was broken there; in a Chinese one it is nothing, even between two digits.
fn append_words(block: &mut ReceivedBlock, inline: &Inline, is_latin: bool) {
    let is_broken = is_latin
        && block.text.ends_with('-')
        && block.text.trim_end_matches('-').ends_with(char::is_alphabetic)
        && inline.text.starts_with(char::is_lowercase);
    if is_broken {
        block.text.pop();
    } else if is_latin {
        block.text.push(' ');
    }
    extend(block, inline);
}

/// Adds words with their marks.
fn extend(block: &mut ReceivedBlock, inline: &Inline) {
    let at = block.text.len();
    block.text.push_str(&inline.text);
    block.marks.extend(inline.marks.iter().map(|mark| ReceivedMark {
        range: mark.range.start + at..mark.range.end + at,
        kind: mark.kind.clone(),
    }));
}

#[cfg(test)]
mod tests;
