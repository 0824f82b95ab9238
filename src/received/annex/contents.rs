//! The table of contents of a text as received, which a site makes anew.

use std::collections::BTreeSet;

use crate::model::{ReceivedBlock, ReceivedKind, ReceivedRole};

/// Marks the head 目录 and the lines below it that stand again in the text.
pub(super) fn mark_contents(blocks: &mut [ReceivedBlock]) {
    let is_head = |block: &ReceivedBlock| {
        let packed: String = block.text.chars().filter(|c| c.is_alphanumeric()).collect();
        matches!(&*packed.to_lowercase(), "目录" | "目錄" | "目次" | "contents" | "tableofcontents")
    };
    let Some(head) = blocks.iter().position(is_head) else { return };
    // What a line of contents names stands again behind it.
    let mut later: BTreeSet<String> = BTreeSet::new();
    let mut is_again = vec![false; blocks.len()];
    for at in (head + 1..blocks.len()).rev() {
        let words = entry_words(&blocks[at].text);
        is_again[at] = !words.is_empty() && later.contains(&words);
        later.insert(words);
    }
    let is_listed =
        |at: &usize| is_again[*at] || matches!(blocks[*at].kind, ReceivedKind::PageBreak);
    let end = (head + 1..blocks.len()).find(|at| !is_listed(at)).unwrap_or(blocks.len());
    if (head + 1..end).any(|at| is_again[at]) {
        for block in &mut blocks[head..end] {
            if block.kind != ReceivedKind::PageBreak {
                block.role = ReceivedRole::Contents;
            }
        }
    }
}

/// The words of an entry, without its leader and the number of its page: `一、回顾……3` is `一、回顾`.
fn entry_words(text: &str) -> String {
    let words = text.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
    let words = words.trim_end_matches(['…', '.', '·', '．', '-', '—', '(', '（', '\t', ' ']);
    let kept = if words.len() < text.len() && !text.ends_with(words) { words } else { text };
    kept.chars().filter(|c| c.is_alphanumeric()).collect()
}
