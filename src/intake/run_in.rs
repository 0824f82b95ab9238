//! Heads that their paragraph goes on behind: （一）维护核心，忠诚干事。牢固树立…

use std::collections::BTreeMap;

use super::number::{NumberKind, head_number};
use crate::model::{ReceivedBlock, ReceivedKind, ReceivedMark, ReceivedRole};

/// The longest head that is set apart, in characters.
const LONGEST: usize = 40;

/// What becomes of such heads.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum RunIn {
    /// They are set apart where other heads with numbers of their kind stand on lines of their own.
    #[default]
    LikeOthers,
    /// They are set apart.
    Split,
    /// They stay in their paragraphs.
    Keep,
}

/// A head that its paragraph goes on behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RunInHead {
    /// The line of its paragraph.
    pub(super) line: usize,
    /// The head.
    pub(super) words: String,
    /// Whether it was set apart.
    pub(super) is_split: bool,
}

/// The blocks with such heads set apart where that is wanted, and those that there are.
pub(super) fn split_run_in_heads(
    blocks: Vec<ReceivedBlock>,
    wanted: RunIn,
) -> (Vec<ReceivedBlock>, Vec<RunInHead>) {
    let mut own_lines: BTreeMap<NumberKind, usize> = BTreeMap::new();
    for block in &blocks {
        let kind = number_of(block).map(|number| number.0);
        if let Some(kind) = kind.filter(|_| stands_alone(&block.text)) {
            *own_lines.entry(kind).or_default() += 1;
        }
    }
    let mut parted = Vec::with_capacity(blocks.len());
    let mut heads = Vec::new();
    for block in blocks {
        let end = run_in_end(&block);
        let kind = number_of(&block).map(|number| number.0);
        let Some((end, kind)) =
            end.zip(kind).filter(|(_, kind)| *kind <= NumberKind::HanInBrackets)
        else {
            parted.push(block);
            continue;
        };
        let is_split = match wanted {
            RunIn::Split => true,
            RunIn::Keep => false,
            RunIn::LikeOthers => own_lines.get(&kind).is_some_and(|count| *count >= 2),
        };
        let words = block.text[..end].to_owned();
        heads.push(RunInHead { line: block.line, words, is_split });
        if is_split {
            parted.extend(split_at(block, end));
        } else {
            parted.push(block);
        }
    }
    (parted, heads)
}

fn number_of(block: &ReceivedBlock) -> Option<(NumberKind, usize)> {
    let is_text = block.role == ReceivedRole::Body
        && matches!(block.kind, ReceivedKind::Paragraph | ReceivedKind::Heading(_));
    let number = head_number(&block.text).filter(|_| is_text)?;
    Some((number.kind, number.range.end))
}

/// Whether a numbered line is a head and nothing else.
fn stands_alone(text: &str) -> bool {
    let inner = text.trim_end_matches(['。', '！', '？']);
    text.chars().count() <= LONGEST && !inner.contains(['。', '；', '！', '？'])
}

/// Where the head of a block ends that goes on behind it.
fn run_in_end(block: &ReceivedBlock) -> Option<usize> {
    let (_, start) = number_of(block)?;
    let words = &block.text[start..];
    let at = words.find(['。', '！', '？'])?;
    let end = start + at + words[at..].chars().next()?.len_utf8();
    let is_short = block.text[..end].chars().count() <= LONGEST;
    let has_more = !block.text[end..].trim().is_empty();
    (is_short && has_more).then_some(end)
}

fn split_at(block: ReceivedBlock, end: usize) -> [ReceivedBlock; 2] {
    let rest = block.text[end..].trim_start();
    let start = block.text.len() - rest.len();
    let (first, second): (Vec<ReceivedMark>, Vec<ReceivedMark>) =
        block.marks.iter().cloned().partition(|mark| mark.range.start < end);
    let moved = second.into_iter().map(|mark| ReceivedMark {
        range: mark.range.start.max(start) - start..mark.range.end.max(start) - start,
        kind: mark.kind,
    });
    let kept = first.into_iter().map(|mark| ReceivedMark {
        range: mark.range.start..mark.range.end.min(end),
        kind: mark.kind,
    });
    let head = ReceivedBlock {
        text: block.text[..end].to_owned(),
        marks: kept.collect(),
        ..block.clone()
    };
    let text = rest.to_owned();
    let rest =
        ReceivedBlock { kind: ReceivedKind::Paragraph, text, marks: moved.collect(), ..block };
    [head, rest]
}
