//! The heads of what follows a report.

use super::label;
use crate::model::{ReceivedBlock, ReceivedKind, ReceivedRole, in_simplified};

/// The longest head, in characters: 附件2：《政府工作报告》有关名词解释.
const LONGEST: usize = 30;

/// What a head announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    /// Notes that the text mentions by number.
    Notes,
    /// Terms with what they mean.
    Terms,
}

/// Words that alone are the head of notes.
const NOTES: [&str; 11] = [
    "注释",
    "注",
    "附注",
    "脚注",
    "尾注",
    "注解",
    "说明",
    "备注",
    "notes",
    "footnotes",
    "endnotes",
];

/// Words of which a head of explained terms has one of each kind: 名词 and 解释.
const TERMS: [&str; 6] = ["名词", "术语", "用语", "词语", "概念", "缩略语"];
const EXPLAINED: [&str; 5] = ["解释", "注释", "说明", "释义", "简释"];

/// Words that are the head of explained terms alone.
const GLOSSARIES: [&str; 3] = ["glossary", "terms and definitions", "definitions of terms"];

/// What the block at this place announces; nothing if it is no head.
pub(super) fn head_of(blocks: &[ReceivedBlock], at: usize) -> Option<Head> {
    let block = &blocks[at];
    let is_word = matches!(block.kind, ReceivedKind::Paragraph | ReceivedKind::Heading(_));
    if !is_word || block.role != ReceivedRole::Body {
        return None;
    }
    if label::after_head(&block.text).is_some() {
        return Some(Head::Notes);
    }
    if block.text.chars().count() > LONGEST {
        return None;
    }
    let words: String = block.text.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect();
    let words = words.trim().to_lowercase();
    let packed = words.replace(' ', "");
    if NOTES.contains(&&*in_simplified(&packed)) {
        return Some(Head::Notes);
    }
    // A sentence that speaks of explained terms is none.
    let is_head = !block.text.ends_with(['。', '；', '，', '.']);
    let simple = in_simplified(&packed);
    let has = |words: &[&str]| words.iter().any(|word| simple.contains(&word.replace(' ', "")));
    let has_terms = (has(&TERMS) && has(&EXPLAINED)) || has(&GLOSSARIES);
    (is_head && has_terms).then_some(Head::Terms)
}

/// Whether a line says nothing but that an annex begins: 附件, 附件2：, `Annex 1`.
pub(super) fn is_annex_mark(text: &str) -> bool {
    let packed: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    let packed = packed.to_lowercase();
    let rest = ["附件", "附录", "附錄", "附", "annex", "appendix"]
        .iter()
        .find_map(|mark| packed.strip_prefix(mark));
    rest.is_some_and(|rest| {
        rest.chars().count() <= 3
            && rest.chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
    })
}
