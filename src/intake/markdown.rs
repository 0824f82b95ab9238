//! Pages as Markdown with front matter, so that a site reads the same words back.

use std::fmt::Write as _;

use super::cover::CoverFacts;
use super::errata::{DraftErratum, errata_yaml};
use super::front::{cover_front, part_front};
use super::pages::{DraftNote, DraftPage, DraftPages, goes_on};
use super::{IntakeRequest, ReportFile};
use crate::model::{ReceivedBlock, ReceivedKind, ReceivedMarkKind};

/// The files of a report.
pub(super) fn files_of(
    pages: &DraftPages,
    facts: &CoverFacts,
    errata: &[DraftErratum],
    request: &IntakeRequest,
) -> Vec<ReportFile> {
    let folder = format!("content/{}", request.report);
    let mut files = Vec::new();
    for (number, page) in pages.pages.iter().enumerate() {
        let front = match page.number {
            None => cover_front(facts, request),
            Some(_) => part_front(&page.facts),
        };
        let notes: Vec<&DraftNote> =
            pages.notes.iter().filter(|note| note.pages.contains(&number)).collect();
        let text = format!("---\n{front}---\n\n{}", page_markdown(page, &notes));
        let path = format!("{folder}/{}.{}.md", page.name, request.language);
        files.push(ReportFile { path, bytes: text.into_bytes() });
    }
    if !errata.is_empty() {
        let bytes = errata_yaml(errata).into_bytes();
        files.push(ReportFile { path: format!("{folder}/errata.yaml"), bytes });
    }
    files
}

/// A page without its front matter.
fn page_markdown(page: &DraftPage, notes: &[&DraftNote]) -> String {
    let title = page.title_block();
    let title = heading_inline(&title);
    let mut groups: Vec<Vec<ReceivedBlock>> = Vec::new();
    for block in &page.blocks {
        match groups.last_mut() {
            Some(group) if goes_on(group.last().map(|last| &last.kind), &block.kind) => {
                group.push(block.clone());
            }
            _ => groups.push(vec![block.clone()]),
        }
    }
    let notes: String = notes.iter().map(|note| note_markdown(note)).collect();
    format!("# {title}\n{}{notes}", blocks_markdown(&groups, &[]))
}

/// Blocks as Markdown, each a list, a quotation or one of the text, with marks of rows before those of these
/// numbers.
pub(super) fn blocks_markdown(groups: &[Vec<ReceivedBlock>], marks: &[(usize, String)]) -> String {
    let mut text = String::new();
    for number in 0..=groups.len() {
        for (_, mark) in marks.iter().filter(|(before, _)| *before == number) {
            let _ = write!(text, "\n{mark}\n");
        }
        let Some(group) = groups.get(number) else { break };
        text.push('\n');
        let mut before: Option<&ReceivedKind> = None;
        // The depths of the items that are open: what is deeper than the last lies inside it.
        let mut open: Vec<u8> = Vec::new();
        for block in group {
            if let ReceivedKind::Item(depth) = block.kind {
                open.retain(|other| *other < depth);
                open.push(depth);
            }
            block_markdown(block, before, open.len().saturating_sub(1), &mut text);
            before = Some(&block.kind);
        }
    }
    text
}

/// A note as Markdown.
pub(super) fn note_markdown(note: &DraftNote) -> String {
    let mut paragraphs = note.paragraphs.iter().filter(|paragraph| !paragraph.is_empty());
    let first = paragraphs.next().map_or("", |paragraph| paragraph);
    let mut text = format!("\n[^{}]: {}\n", note.label, at_line_start(&plain_inline(first)));
    for paragraph in paragraphs {
        let _ = write!(text, "\n    {}\n", at_line_start(&plain_inline(paragraph)));
    }
    text
}

/// The words of a heading. Braces at its end would be its id, behind a backslash as well, and number signs there
/// would close it.
fn heading_inline(block: &ReceivedBlock) -> String {
    as_heading(&inline(&block.text, &notes_alone(block)))
}

/// Words in Markdown as the words of a heading.
pub(super) fn as_heading(words: &str) -> String {
    let words = words.replace('{', "&#123;");
    match words.strip_suffix('#') {
        Some(before) => format!("{before}\\#"),
        None => words,
    }
}

/// Words without marks as Markdown.
pub(super) fn plain_inline(words: &str) -> String {
    inline(words, &[])
}

fn block_markdown(
    block: &ReceivedBlock,
    before: Option<&ReceivedKind>,
    depth: usize,
    text: &mut String,
) {
    let words = || inline(&block.text, &marks_of(block));
    let _ = match &block.kind {
        ReceivedKind::Heading(level) => {
            let words = heading_inline(block);
            writeln!(text, "{} {words}", "#".repeat(usize::from(*level)))
        }
        ReceivedKind::Paragraph => writeln!(text, "{}", at_line_start(&words())),
        ReceivedKind::Item(_) => {
            let indent = "  ".repeat(depth);
            writeln!(text, "{indent}- {}", at_line_start(&words()))
        }
        ReceivedKind::NumberedItem => {
            let words = words();
            let (number, rest) = words.split_once('.').unwrap_or(("1", &words));
            writeln!(text, "{number}. {}", rest.trim_start())
        }
        ReceivedKind::Quote => {
            let joint = if before == Some(&ReceivedKind::Quote) { ">\n" } else { "" };
            writeln!(text, "{joint}> {}", at_line_start(&words()))
        }
        ReceivedKind::Table(rows) => {
            table_markdown(rows, text);
            Ok(())
        }
        ReceivedKind::PageBreak => writeln!(text, "<!-- page -->"),
        // Its words are the reference already.
        ReceivedKind::Picture(_) => writeln!(text, "{}", block.text),
    };
}

fn table_markdown(rows: &[Vec<String>], text: &mut String) {
    let width = rows.first().map_or(0, Vec::len);
    let line = |row: &[String]| {
        let cells: Vec<String> =
            row.iter().map(|cell| inline(cell, &[]).replace('|', "\\|")).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    for (number, row) in rows.iter().enumerate() {
        text.push_str(&line(row));
        if number == 0 {
            let _ = writeln!(text, "|{}", "---|".repeat(width));
        }
    }
}

/// A mark as Markdown has it: where it stands, and what is written there.
enum Sign {
    /// Written in the place of these bytes.
    Instead(std::ops::Range<usize>, String),
    /// Written before this byte.
    At(usize, &'static str),
}

impl Sign {
    fn first_byte(&self) -> usize {
        match self {
            Self::Instead(range, _) => range.start,
            Self::At(at, _) => *at,
        }
    }
}

fn notes_alone(block: &ReceivedBlock) -> Vec<Sign> {
    let marks = block.marks.iter();
    marks
        .filter_map(|mark| match &mark.kind {
            ReceivedMarkKind::Note(label) => {
                Some(Sign::Instead(mark.range.clone(), format!("[^{label}]")))
            }
            _ => None,
        })
        .collect()
}

/// The signs of a block, in order. Words that are strong as a whole are not set so, and neither are those
/// beside which Markdown would read the signs as words: `**“甲”**乙`.
fn marks_of(block: &ReceivedBlock) -> Vec<Sign> {
    let mut signs = notes_alone(block);
    let text = &block.text;
    for mark in &block.marks {
        match mark.kind {
            ReceivedMarkKind::PageBreak => signs.push(Sign::At(mark.range.start, "<!-- page -->")),
            ReceivedMarkKind::Strong if !block.is_strong() && can_be_strong(text, &mark.range) => {
                signs.push(Sign::At(mark.range.start, "**"));
                signs.push(Sign::At(mark.range.end, "**"));
            }
            _ => {}
        }
    }
    signs.sort_by_key(Sign::first_byte);
    signs
}

/// Whether Markdown reads `**` around these bytes as marks (CommonMark 0.31, 6.2): a mark beside punctuation
/// inside must have a blank or punctuation outside.
fn can_be_strong(text: &str, range: &std::ops::Range<usize>) -> bool {
    let Some(inner) =
        text.get(range.clone()).filter(|inner| inner.trim() == *inner && !inner.is_empty())
    else {
        return false;
    };
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    let opens = is_word(inner.chars().next()) || !is_word(before);
    let closes = is_word(inner.chars().next_back()) || !is_word(after);
    opens && closes
}

/// The words of a text with its signs; what Markdown would read as a sign is set behind a backslash.
fn inline(text: &str, signs: &[Sign]) -> String {
    let mut written = String::with_capacity(text.len() + 16);
    let mut at = 0;
    for sign in signs {
        let place = sign.first_byte().max(at);
        escape_into(text, at..place, &mut written);
        at = place;
        match sign {
            Sign::Instead(range, with) => {
                written.push_str(with);
                at = at.max(range.end);
            }
            Sign::At(_, with) => written.push_str(with),
        }
    }
    escape_into(text, at..text.len(), &mut written);
    written.replace('\n', " ")
}

fn escape_into(text: &str, range: std::ops::Range<usize>, written: &mut String) {
    let start = range.start;
    for (at, c) in text.get(range).unwrap_or_default().char_indices() {
        let after = &text[start + at + c.len_utf8()..];
        let before = text[..start + at].chars().next_back();
        let is_inside_word =
            before.is_some_and(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric);
        let is_sign = match c {
            '*' | '`' | '\\' => true,
            '_' => !is_inside_word,
            '[' => {
                after.starts_with(['[', '^'])
                    || ["](", "]{", "]["].iter().any(|sign| after.contains(sign))
            }
            ']' => after.starts_with(['(', '[']),
            '<' => after.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c)),
            '&' => after.find(';').is_some_and(|end| {
                (1..32).contains(&end)
                    && after[..end].bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#')
            }),
            '~' => after.starts_with('~') || before == Some('~'),
            '!' => after.starts_with('['),
            _ => false,
        };
        if is_sign {
            written.push('\\');
        }
        written.push(c);
    }
}

/// A text that stands at the beginning of a line, where more signs have a meaning: `1. 甲` would be a list.
fn at_line_start(text: &str) -> String {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = &text[digits..];
    let parted = |rest: &str| rest.is_empty() || rest.starts_with(char::is_whitespace);
    let is_number = (1..=9).contains(&digits) && after.strip_prefix(['.', ')']).is_some_and(parted);
    if is_number {
        return format!("{}\\{after}", &text[..digits]);
    }
    let hashes = text.trim_start_matches('#');
    let is_heading = hashes.len() < text.len() && parted(hashes);
    let is_item = text.strip_prefix(['-', '+', ':']).is_some_and(parted);
    let is_rule = text.len() >= 3 && text.chars().all(|c| matches!(c, '-' | '=' | '_' | ' '));
    let is_fence = text.starts_with("~~~") || text.starts_with("```");
    let is_other = text.starts_with('>') || text.starts_with('|');
    if is_heading || is_item || is_rule || is_fence || is_other {
        return format!("\\{text}");
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ReceivedMark;

    #[test]
    fn what_is_no_sign_in_a_text_is_none_in_its_page() {
        for (text, expected) in [
            ("1. 服务大局", r"1\. 服务大局"),
            ("1.服务大局", "1.服务大局"),
            ("- 甲", r"\- 甲"),
            ("-3.5%", "-3.5%"),
            ("# 甲", r"\# 甲"),
            ("带*的指标", r"带\*的指标"),
            ("snake_case", "snake_case"),
            ("甲<b>乙", r"甲\<b>乙"),
            ("A&amp;B、A&B", r"A\&amp;B、A&B"),
            ("［1］", "［1］"),
            ("> 甲", r"\> 甲"),
            ("---", r"\---"),
        ] {
            assert_eq!(at_line_start(&inline(text, &[])), expected, "{text}");
        }
    }

    #[test]
    fn strong_words_notes_and_ends_of_pages_are_written_where_they_stand() {
        let mut block = ReceivedBlock::paragraph("一是稳增长［1］。建设示范镇。", 1);
        let mark = |range, kind| ReceivedMark { range, kind };
        let note = block.text.find('［').unwrap();
        let page = block.text.find('示').unwrap();
        block.marks = vec![
            mark(0..6, ReceivedMarkKind::Strong),
            mark(note..note + "［1］".len(), ReceivedMarkKind::Note("1".to_owned())),
            mark(page..page, ReceivedMarkKind::PageBreak),
        ];
        assert_eq!(
            inline(&block.text, &marks_of(&block)),
            "**一是**稳增长[^1]。建设<!-- page -->示范镇。"
        );
    }
}
