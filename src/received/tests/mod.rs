//! What was read, as tests show it.

use crate::model::{
    ReceivedBlock, ReceivedContent, ReceivedKind, ReceivedMarkKind, ReceivedRole, RemarkKind,
};

/// A block in one line: its kind and words, with its strong words and its notes.
pub(super) fn shown(block: &ReceivedBlock) -> String {
    let mut text = block.text.clone();
    for mark in block.marks.iter().rev() {
        let words = text[mark.range.clone()].to_owned();
        let marked = match &mark.kind {
            ReceivedMarkKind::Strong => format!("*{words}*"),
            ReceivedMarkKind::Underlined => format!("_{words}_"),
            ReceivedMarkKind::Note(label) => format!("{words}^{label}"),
            ReceivedMarkKind::PageBreak => "¶".to_owned(),
        };
        text.replace_range(mark.range.clone(), &marked);
    }
    let text = match &block.kind {
        ReceivedKind::Paragraph => text,
        ReceivedKind::Heading(level) => format!("h{level} {text}"),
        ReceivedKind::NumberedItem => format!("item {text}"),
        ReceivedKind::Item(depth) => format!("item{depth} {text}"),
        ReceivedKind::Quote => format!("> {text}"),
        ReceivedKind::Table(rows) => {
            rows.iter().map(|row| row.join("|")).collect::<Vec<_>>().join(" / ")
        }
        ReceivedKind::PageBreak => "page".to_owned(),
        ReceivedKind::Picture(place) => format!("picture{place}"),
    };
    match &block.role {
        ReceivedRole::Contents => format!("({text})"),
        ReceivedRole::Note { label, .. } => format!("[{label}] {text}"),
        _ => text,
    }
}

/// The remarks of a content.
pub(super) fn remarks(content: &ReceivedContent) -> Vec<(RemarkKind, &str)> {
    content.remarks.iter().map(|remark| (remark.kind, &*remark.words)).collect()
}
