//! Heads on two lines: the number above, the words below.

use super::heads::bound;
use super::number::{NumberKind, head_number};
use crate::model::{ReceivedBlock, ReceivedKind, ReceivedMark, ReceivedRole, is_han};
use crate::received::words::ends_sentence;

/// The longest second line, in characters of a Chinese and of a Latin text.
const LONGEST: [usize; 2] = [40, 90];

/// Blocks with such heads on one line, and the lines of those that were joined.
pub(super) fn joined_heads(blocks: Vec<ReceivedBlock>) -> (Vec<ReceivedBlock>, Vec<usize>) {
    let mut joined: Vec<ReceivedBlock> = Vec::with_capacity(blocks.len());
    let mut lines = Vec::new();
    for block in blocks {
        match joined.last_mut().filter(|head| is_number_alone(head) && is_second_line(&block)) {
            Some(head) => {
                lines.push(head.line);
                if !head.text.ends_with('：') {
                    head.text.push_str(if block.text.starts_with(is_han) {
                        "\u{3000}"
                    } else {
                        ": "
                    });
                }
                let shift = head.text.len();
                head.text.push_str(&block.text);
                head.marks.extend(block.marks.into_iter().map(|mark| ReceivedMark {
                    range: mark.range.start + shift..mark.range.end + shift,
                    kind: mark.kind,
                }));
            }
            None => joined.push(block),
        }
    }
    (joined, lines)
}

fn is_number_alone(block: &ReceivedBlock) -> bool {
    let number = head_number(&block.text).filter(|number| number.kind <= NumberKind::Section);
    is_head_line(block) && number.is_some_and(|number| number.range.end == block.text.len())
}

fn is_second_line(block: &ReceivedBlock) -> bool {
    is_head_line(block)
        && !ends_sentence(&block.text)
        && !block.text.starts_with("单位")
        && head_number(&block.text).is_none()
        && block.text.chars().count() <= bound(&block.text, LONGEST)
}

fn is_head_line(block: &ReceivedBlock) -> bool {
    block.role == ReceivedRole::Body
        && matches!(block.kind, ReceivedKind::Paragraph | ReceivedKind::Heading(_))
}
