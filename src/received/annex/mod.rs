//! What is for what in a text as a whole: the notes at its end and their mentions, the explained terms, the
//! table of contents.

mod contents;
mod head;
mod items;
mod label;
mod running;

use std::collections::BTreeSet;

use head::{Head, head_of};
use label::{label_of, mentions};

use crate::model::{
    ReceivedBlock, ReceivedContent, ReceivedKind, ReceivedMark, ReceivedMarkKind, ReceivedRemark,
    ReceivedRole, RemarkKind,
};

/// The longest term of a list of explained terms, in characters.
const LONGEST_TERM: usize = 40;

/// The same text, each block with what it is for.
pub(super) fn with_roles(mut content: ReceivedContent) -> ReceivedContent {
    let blocks = &mut content.blocks;
    terms_of_tables(blocks);
    items::mark_typed_items(blocks);
    running::mark_ornaments(blocks);
    running::mark_running_heads(blocks);
    if let Some((line, words)) = running::mark_tail(blocks) {
        let kind = RemarkKind::PageHead;
        content.remarks.push(ReceivedRemark { line, kind, words });
    }
    let blocks = &mut content.blocks;
    contents::mark_contents(blocks);
    let heads: Vec<(usize, Head)> =
        (0..blocks.len()).filter_map(|at| Some((at, head_of(blocks, at)?))).collect();
    for (number, (at, head)) in heads.iter().enumerate() {
        let next = heads.get(number + 1).map_or(blocks.len(), |(next, _)| *next);
        let end = section_end(blocks, *at, next);
        match head {
            Head::Notes => notes(blocks, *at, end),
            Head::Terms => terms(blocks, *at, end),
        }
    }
    if !blocks.iter().any(|block| block.role == ReceivedRole::NotesHead) {
        notes_without_head(blocks);
    }
    let labels: BTreeSet<String> = blocks.iter().filter_map(note_label).collect();
    for block in blocks.iter_mut() {
        spell_out_unknown(block, &labels);
    }
    for block in blocks.iter_mut().filter(|block| block.role == ReceivedRole::Body) {
        let found = mentions(&block.text, &labels);
        block.marks.extend(
            found
                .into_iter()
                .map(|(range, label)| ReceivedMark { range, kind: ReceivedMarkKind::Note(label) }),
        );
        block.marks.sort_by_key(|mark| (mark.range.start, mark.range.end));
    }
    content
}

/// Puts lines in the place of each table of terms below a head of such.
fn terms_of_tables(blocks: &mut Vec<ReceivedBlock>) {
    let heads = (0..blocks.len()).filter(|at| head_of(blocks, *at) == Some(Head::Terms));
    for head in heads.collect::<Vec<_>>().into_iter().rev() {
        let next = (head + 1..blocks.len()).find(|at| !is_layout(&blocks[*at]));
        if let Some((at, rows)) = next.and_then(|at| Some((at, table_rows(&blocks[at])?))) {
            blocks.splice(at..=at, rows);
        }
    }
}

/// Puts the mention of a note that is not there back into the words as it was typed: `[^1]`.
fn spell_out_unknown(block: &mut ReceivedBlock, labels: &BTreeSet<String>) {
    let unknown = |mark: &ReceivedMark| match &mark.kind {
        ReceivedMarkKind::Note(label) if mark.range.is_empty() && !labels.contains(label) => {
            Some((mark.range.start, format!("[^{label}]")))
        }
        _ => None,
    };
    let found: Vec<(usize, String)> = block.marks.iter().filter_map(unknown).collect();
    block.marks.retain(|mark| unknown(mark).is_none());
    for (at, typed) in found.into_iter().rev() {
        block.text.insert_str(at, &typed);
        for mark in &mut block.marks {
            let moved = |byte: usize| if byte >= at { byte + typed.len() } else { byte };
            let is_before = mark.range.end <= at && mark.range.start < at;
            let end = if is_before { mark.range.end } else { moved(mark.range.end) };
            mark.range = moved(mark.range.start)..end;
        }
    }
}

fn note_label(block: &ReceivedBlock) -> Option<String> {
    match &block.role {
        ReceivedRole::Note { label, .. } => Some(label.clone()),
        _ => None,
    }
}

/// Where a section that begins at a head ends: before the next heading that is marked, or the next head.
fn section_end(blocks: &[ReceivedBlock], head: usize, next: usize) -> usize {
    let level = match blocks[head].kind {
        ReceivedKind::Heading(level) => level,
        _ => u8::MAX,
    };
    let is_end =
        |at: &usize| matches!(blocks[*at].kind, ReceivedKind::Heading(own) if own <= level);
    (head + 1..next).find(is_end).unwrap_or(next)
}

/// The notes below a head, if the text mentions any of them; otherwise they are paragraphs.
fn notes(blocks: &mut [ReceivedBlock], head: usize, end: usize) {
    let is_one_line = label::after_head(&blocks[head].text).is_some();
    let first = if is_one_line { head } else { head + 1 };
    let mut roles: Vec<(usize, String, usize)> = Vec::new();
    for (at, block) in blocks.iter().enumerate().take(end).skip(first) {
        if is_layout(block) {
            continue;
        }
        let text = &block.text;
        let read = if at == head { label::after_head(text) } else { label_of(text) };
        match (read, roles.last()) {
            (Some((label, words)), _) => roles.push((at, label, words)),
            (None, Some((_, label, _))) => roles.push((at, label.clone(), 0)),
            (None, None) => return,
        }
    }
    let labels: BTreeSet<String> = roles.iter().map(|(_, label, _)| label.clone()).collect();
    let before = blocks.iter().take(head).filter(|block| block.role == ReceivedRole::Body);
    if !before.into_iter().any(|block| !mentions(&block.text, &labels).is_empty()) {
        return;
    }
    blocks[head].role = ReceivedRole::NotesHead;
    for (at, label, words) in roles {
        blocks[at].role = ReceivedRole::Note { label, words };
    }
}

/// The notes at the end of a text that nothing announces: lines with the labels 1, 2, … in brackets, each mentioned
/// in the text before.
fn notes_without_head(blocks: &mut [ReceivedBlock]) {
    let mut found: Vec<(usize, String, usize)> = Vec::new();
    for at in (0..blocks.len()).rev().filter(|at| !is_layout(&blocks[*at])) {
        match label::label_in_brackets(&blocks[at].text) {
            Some((label, words)) => found.push((at, label, words)),
            None => break,
        }
    }
    found.reverse();
    let is_in_order =
        found.iter().zip(1..).all(|((_, label, _), number)| *label == number.to_string());
    let Some((first, ..)) = found.first().filter(|_| is_in_order) else { return };
    let labels: BTreeSet<String> = found.iter().map(|(_, label, _)| label.clone()).collect();
    let mentioned: BTreeSet<String> = blocks[..*first]
        .iter()
        .flat_map(|block| mentions(&block.text, &labels))
        .map(|(_, label)| label)
        .collect();
    if mentioned == labels {
        for (at, label, words) in found {
            blocks[at].role = ReceivedRole::Note { label, words };
        }
    }
}

/// A table of terms and their definitions as a line for each of its rows.
fn table_rows(block: &ReceivedBlock) -> Option<Vec<ReceivedBlock>> {
    let ReceivedKind::Table(rows) = &block.kind else { return None };
    let is_list = rows.iter().all(|row| row.iter().filter(|cell| !cell.is_empty()).count() == 2);
    let line = |row: &Vec<String>| {
        let mut cells = row.iter().filter(|cell| !cell.is_empty());
        let (term, said) = (cells.next()?, cells.next()?);
        let start = label_of(term).map_or(0, |(_, words)| words);
        let range = trimmed(term, start..term.len());
        let role = ReceivedRole::Term { term: range, definition: term.len() };
        let text = format!("{term}　{said}");
        Some(ReceivedBlock { role, ..ReceivedBlock::paragraph(text, block.line) })
    };
    is_list.then(|| rows.iter().filter_map(line).collect())
}

/// The explained terms below a head. Those that the text mentions by number are its notes.
fn terms(blocks: &mut [ReceivedBlock], head: usize, end: usize) {
    // Where the text has notes already, the numbers of its terms are their own.
    if !blocks.iter().any(|block| block.role == ReceivedRole::NotesHead) {
        notes(blocks, head, end);
        if blocks[head].role == ReceivedRole::NotesHead {
            return;
        }
    }
    let mut roles: Vec<(usize, ReceivedRole)> = Vec::new();
    for (at, block) in blocks.iter().enumerate().take(end).skip(head + 1) {
        if is_layout(block) {
            continue;
        }
        if matches!(block.role, ReceivedRole::Term { .. }) {
            roles.push((at, block.role.clone()));
            continue;
        }
        match (term_of(block, blocks.get(at + 1)), roles.is_empty()) {
            (Some(role), _) => roles.push((at, role)),
            // What goes on from a definition.
            (None, false) => roles.push((at, ReceivedRole::Term { term: 0..0, definition: 0 })),
            // An introduction; it stays where it is.
            (None, true) => {}
        }
    }
    if roles.is_empty() {
        return;
    }
    blocks[head].role = ReceivedRole::TermsHead;
    // 附件2 on the line before announces the same.
    let before = blocks[..head].iter_mut().rfind(|block| !is_layout(block));
    if let Some(before) = before.filter(|block| head::is_annex_mark(&block.text)) {
        before.role = ReceivedRole::TermsHead;
    }
    for (at, role) in roles {
        blocks[at].role = role;
    }
}

fn is_layout(block: &ReceivedBlock) -> bool {
    block.kind == ReceivedKind::PageBreak || block.role == ReceivedRole::Furniture
}

/// A term with its definition: `1．三条廊道：指…`, `【三条廊道】指…`, `三条廊道——指…`, the term in strong words,
/// or the term on a line of its own before its definition.
fn term_of(block: &ReceivedBlock, next: Option<&ReceivedBlock>) -> Option<ReceivedRole> {
    let text = &block.text;
    let start = label_of(text).map_or(0, |(_, words)| words);
    let words = &text[start..];
    let role = |range: std::ops::Range<usize>, definition: usize| {
        let range = trimmed(text, range);
        let is_term = !range.is_empty() && text[range.clone()].chars().count() <= LONGEST_TERM;
        is_term.then_some(ReceivedRole::Term { term: range, definition })
    };
    if let Some(inner) = words.strip_prefix('【') {
        let end = inner.find('】')? + start + '【'.len_utf8();
        let after = &text[end + '】'.len_utf8()..];
        let sign =
            after.chars().next().filter(|c| matches!(c, '：' | ':')).map_or(0, char::len_utf8);
        return role(start + '【'.len_utf8()..end, end + '】'.len_utf8() + sign);
    }
    let strong = block.marks.iter().find(|mark| {
        mark.kind == ReceivedMarkKind::Strong && mark.range.start <= start && mark.range.end > start
    });
    let parted = ["：", ":", "——", " — ", " – "].iter().filter_map(|sign| {
        let at = words.find(sign)?;
        Some((start + at, start + at + sign.len()))
    });
    let first = parted.min();
    let sentence = words.find(['。', '；', '！', '？']).map_or(text.len(), |at| start + at);
    if let Some((end, definition)) = first.filter(|(end, _)| *end < sentence) {
        return role(start..end, definition);
    }
    if let Some(strong) = strong.filter(|mark| mark.range.end < text.len()) {
        return role(start..strong.range.end, strong.range.end);
    }
    let is_alone = sentence == text.len() && next.is_some_and(|next| next.text.len() > text.len());
    if is_alone { role(start..text.len(), text.len()) } else { None }
}

/// A term without blanks, and without the quotation marks around the whole of it.
fn trimmed(text: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let words = &text[range.clone()];
    let start = range.start + (words.len() - words.trim_start().len());
    let end = range.start + words.trim_end().len();
    let inner = text.get(start..end).unwrap_or_default();
    let quoted = inner.strip_prefix('“').and_then(|rest| rest.strip_suffix('”'));
    match quoted.filter(|quoted| !quoted.contains(['“', '”'])) {
        Some(quoted) => start + '“'.len_utf8()..start + '“'.len_utf8() + quoted.len(),
        None => start..end.max(start),
    }
}

#[cfg(test)]
mod tests;
