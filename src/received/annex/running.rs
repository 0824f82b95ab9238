//! What is printed at the head or foot of each page, in a text that was taken page by page.

use std::collections::BTreeMap;

use crate::model::{ReceivedBlock, ReceivedKind, ReceivedRole};

/// The longest running head, in characters.
const LONGEST: usize = 60;

/// Marks lines of nothing but ornaments: `▪`, `* * *`.
pub(super) fn mark_ornaments(blocks: &mut [ReceivedBlock]) {
    let is_ornament = |block: &&mut ReceivedBlock| {
        block.kind == ReceivedKind::Paragraph
            && block.role == ReceivedRole::Body
            && !block.text.is_empty()
            && !block
                .text
                .contains(|c: char| c.is_alphanumeric() || "。，；：！？”’）》…".contains(c))
    };
    for block in blocks.iter_mut().filter(is_ornament) {
        block.role = ReceivedRole::Furniture;
    }
}

/// What a site or a newspaper sets below a text.
const TAILS: [&str; 18] = [
    "责任编辑",
    "编辑：",
    "扫一扫",
    "相关阅读",
    "相关链接",
    "相关报道",
    "延伸阅读",
    "分享到",
    "打印本页",
    "关闭窗口",
    "返回顶部",
    "返回頁首",
    "返回页首",
    "上一篇",
    "下一篇",
    "版权所有",
    "主办单位：",
    "网站地图",
];

/// How many blocks that may be.
const MOST_OF_TAIL: usize = 10;

/// The longest line of it, in characters.
const LONGEST_OF_TAIL: usize = 40;

/// Marks what a site or a newspaper sets below a text, and gives its words.
pub(super) fn mark_tail(blocks: &mut [ReceivedBlock]) -> Option<(usize, String)> {
    let is_line = |block: &ReceivedBlock| {
        matches!(
            block.kind,
            ReceivedKind::Paragraph | ReceivedKind::Item(_) | ReceivedKind::PageBreak
        ) && block.text.chars().count() <= LONGEST_OF_TAIL
            && matches!(block.role, ReceivedRole::Body | ReceivedRole::Furniture)
    };
    let from = blocks.len().saturating_sub(MOST_OF_TAIL);
    let is_tail = |block: &ReceivedBlock| {
        let words = block.text.trim_start_matches(['（', '(', '[', '【', '：']);
        TAILS.iter().any(|tail| words.starts_with(tail))
    };
    let start = (from..blocks.len()).find(|at| is_tail(&blocks[*at]))?;
    if start == 0 || !blocks[start..].iter().all(is_line) {
        return None;
    }
    let words: Vec<&str> = blocks[start..].iter().map(|block| block.text.as_str()).collect();
    let told = (blocks[start].line, words.join(" "));
    for block in blocks[start..].iter_mut().filter(|b| b.kind != ReceivedKind::PageBreak) {
        block.role = ReceivedRole::Furniture;
    }
    Some(told)
}

/// Marks the lines beside the ends of pages that are the same at several of them, and bare numbers there.
pub(super) fn mark_running_heads(blocks: &mut [ReceivedBlock]) {
    let beside: Vec<usize> = (0..blocks.len()).filter(|at| is_beside_page(blocks, *at)).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for at in &beside {
        *counts.entry(&blocks[*at].text).or_default() += 1;
    }
    let is_running = |text: &str| {
        let is_number =
            !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
        is_number
            || (counts.get(text).is_some_and(|count| *count > 1) && text.chars().count() <= LONGEST)
    };
    let running: Vec<usize> =
        beside.iter().copied().filter(|at| is_running(&blocks[*at].text)).collect();
    for at in running {
        blocks[at].role = ReceivedRole::Furniture;
    }
}

/// Whether a block stands right before or behind the end of a page, but for others such.
fn is_beside_page(blocks: &[ReceivedBlock], at: usize) -> bool {
    let is_page = |block: &ReceivedBlock| {
        block.kind == ReceivedKind::PageBreak || block.role == ReceivedRole::Furniture
    };
    let is_number = |block: &ReceivedBlock| block.text.bytes().all(|b| b.is_ascii_digit());
    let is_line =
        blocks[at].kind == ReceivedKind::Paragraph && blocks[at].role == ReceivedRole::Body;
    let next = |near: &ReceivedBlock, far: Option<&ReceivedBlock>| {
        is_page(near) || (is_number(near) && far.is_some_and(is_page))
    };
    let before =
        at.checked_sub(1).map(|one| (&blocks[one], one.checked_sub(1).map(|two| &blocks[two])));
    let after = blocks.get(at + 1).map(|one| (one, blocks.get(at + 2)));
    is_line && before.into_iter().chain(after).any(|(near, far)| next(near, far))
}
