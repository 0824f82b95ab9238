//! Sentences that were cut in two: by the end of a page, or by mistake.

use std::collections::BTreeSet;

use super::heads::bound;
use super::number::head_number;
use crate::model::{
    ReceivedBlock, ReceivedKind, ReceivedMark, ReceivedMarkKind, ReceivedRole, is_han,
};
use crate::received::words::ends_sentence;

/// The shortest paragraph that may have been cut where nothing shows it, in characters of a Chinese and of a
/// Latin text; a heading is shorter.
const SHORTEST: [usize; 2] = [40, 80];

/// The same where a page ends.
const SHORTEST_AT_PAGE: [usize; 2] = [16, 40];

/// Two pieces of one sentence, or what may be such.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cut {
    /// The line of the second piece.
    pub(super) line: usize,
    /// The words around the cut.
    pub(super) words: String,
    /// Whether a page ends between them.
    pub(super) is_at_page: bool,
    /// Whether they were joined.
    pub(super) is_joined: bool,
}

/// Blocks with the pieces of each sentence in one block, and the places where a sentence has no end.
pub(super) fn joined_sentences(blocks: Vec<ReceivedBlock>) -> (Vec<ReceivedBlock>, Vec<Cut>) {
    let known = pairs_of_characters(&blocks);
    let has_indents = has_indents(&blocks);
    let mut joined: Vec<ReceivedBlock> = Vec::with_capacity(blocks.len());
    let mut cuts = Vec::new();
    // The place in `joined` of the last block of words, where a page may have ended since.
    let mut open: Option<usize> = None;
    for block in blocks {
        let is_layout =
            block.kind == ReceivedKind::PageBreak || block.role == ReceivedRole::Furniture;
        if is_layout {
            joined.push(block);
            continue;
        }
        let before = open.filter(|at| may_be_cut(&joined[*at], &block));
        if let Some(at) = before {
            let is_at_page = joined[at + 1..].iter().any(|b| b.kind == ReceivedKind::PageBreak);
            let cut = Cut {
                line: block.line,
                words: around(&joined[at].text, &block.text),
                is_at_page,
                is_joined: is_cut(&joined[at], &block, is_at_page, has_indents, &known),
            };
            let is_joined = cut.is_joined;
            if is_joined || joined[at].text.chars().count() >= bound(&joined[at].text, SHORTEST) {
                cuts.push(cut);
            }
            if is_joined {
                append_block(&mut joined, at, block);
                continue;
            }
        }
        joined.push(block);
        open = Some(joined.len() - 1);
    }
    (joined, cuts)
}

/// Whether the first block ends, and the second begins, so that both may be one sentence.
fn may_be_cut(before: &ReceivedBlock, after: &ReceivedBlock) -> bool {
    let is_text = |block: &ReceivedBlock| {
        block.kind == ReceivedKind::Paragraph && block.role == ReceivedRole::Body
    };
    let is_item = matches!(before.kind, ReceivedKind::Item(_));
    (is_text(before) || is_item)
        && is_text(after)
        && (!ends_sentence(before.words_before_mentions())
            || is_number_cut(&before.text, &after.text))
        && head_number(&after.text).is_none()
        && !before.is_strong()
        && !(after.text.ends_with(['：', ':']) && after.text.chars().count() < SHORTEST_AT_PAGE[0])
        && !after.is_strong()
}

/// Whether a number was cut at its point: `12.` before `6万平方米`.
fn is_number_cut(before: &str, after: &str) -> bool {
    let whole = before.strip_suffix('.').and_then(|rest| rest.chars().next_back());
    whole.is_some_and(|c| c.is_ascii_digit()) && after.starts_with(|c: char| c.is_ascii_digit())
}

fn is_cut(
    before: &ReceivedBlock,
    after: &ReceivedBlock,
    is_at_page: bool,
    has_indents: bool,
    known: &BTreeSet<(char, char)>,
) -> bool {
    // Behind the mention of a note an erratum could not quote the place.
    let is_behind_note = before.words_before_mentions().len() < before.text.trim_end().len();
    if (has_indents && after.is_indented) || is_behind_note {
        return false;
    }
    let length = before.text.chars().count();
    let goes_on = after.text.starts_with(['，', '、', '。', '；', '）', '”', ',', ';', ')']);
    let is_open = before.text.ends_with(['，', '、', '（', '“', '《', ',', '-']);
    let (last, first) = (before.text.chars().next_back(), after.text.chars().next());
    let pair = last.zip(first);
    if is_number_cut(&before.text, &after.text) {
        return true;
    }
    let is_lower = first.is_some_and(char::is_lowercase);
    // The two characters stand side by side elsewhere: 人 and 民.
    let is_known = pair.is_some_and(|pair| known.contains(&pair)) || is_lower;
    if is_at_page {
        let is_long = length >= bound(&before.text, SHORTEST_AT_PAGE);
        return goes_on || is_open || is_long || (is_known && head_number(&before.text).is_none());
    }
    let is_long = length >= bound(&before.text, SHORTEST);
    goes_on || (is_long && (is_open || is_known))
}

/// Every two Han characters that stand side by side inside a block.
fn pairs_of_characters(blocks: &[ReceivedBlock]) -> BTreeSet<(char, char)> {
    let mut pairs = BTreeSet::new();
    for block in blocks {
        let chars = block.text.chars().zip(block.text.chars().skip(1));
        pairs.extend(chars.filter(|(a, b)| is_han(*a) && is_han(*b)));
    }
    pairs
}

/// Whether the paragraphs of a text begin with an indentation.
fn has_indents(blocks: &[ReceivedBlock]) -> bool {
    let long = blocks.iter().filter(|block| {
        block.kind == ReceivedKind::Paragraph
            && block.text.chars().count() >= bound(&block.text, SHORTEST)
    });
    let (mut all, mut indented) = (0, 0);
    for block in long {
        all += 1;
        indented += usize::from(block.is_indented);
    }
    indented * 2 > all
}

/// Puts a block at the end of another, with the ends of pages that stand between them.
fn append_block(joined: &mut Vec<ReceivedBlock>, at: usize, block: ReceivedBlock) {
    let between = joined.drain(at + 1..).filter(|b| b.kind == ReceivedKind::PageBreak).count();
    let target = &mut joined[at];
    let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    // A word that was broken at the end of a line.
    let is_broken =
        target.text.strip_suffix('-').is_some_and(|rest| rest.ends_with(char::is_alphabetic))
            && block.text.starts_with(char::is_lowercase);
    if is_broken {
        target.text.pop();
    }
    let end = target.text.len();
    for _ in 0..between {
        target.marks.push(ReceivedMark { range: end..end, kind: ReceivedMarkKind::PageBreak });
    }
    let is_behind_word = target.text.ends_with(|c: char| c.is_ascii_alphanumeric() || c == ',');
    if !is_broken && is_behind_word && is_latin(block.text.chars().next()) {
        target.text.push(' ');
    }
    let shift = target.text.len();
    target.text.push_str(&block.text);
    target.marks.extend(block.marks.into_iter().map(|mark| ReceivedMark {
        range: mark.range.start + shift..mark.range.end + shift,
        kind: mark.kind,
    }));
}

/// The last words of one block and the first of the next.
fn around(before: &str, after: &str) -> String {
    let tail: Vec<char> = before.chars().rev().take(6).collect();
    let head: String = after.chars().take(6).collect();
    format!("{}⏎{head}", tail.into_iter().rev().collect::<String>())
}
