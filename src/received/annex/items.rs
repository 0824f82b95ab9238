//! Items of lists whose signs were typed.

use crate::model::{ReceivedBlock, ReceivedKind, ReceivedRole};
use crate::received::lines::BULLETS;

/// Takes paragraphs that begin with the sign of an item for items: `● 甲`, and `– one;` where another such line
/// stands beside it.
pub(super) fn mark_typed_items(blocks: &mut [ReceivedBlock]) {
    let signs: Vec<Option<char>> = blocks.iter().map(typed_sign).collect();
    for (at, block) in blocks.iter_mut().enumerate() {
        let Some(sign) = signs[at] else { continue };
        let beside = [at.checked_sub(1).and_then(|at| signs.get(at)), signs.get(at + 1)];
        let is_beside = beside.into_iter().flatten().any(|other| *other == Some(sign));
        if !is_beside && !BULLETS.contains(&sign) {
            continue;
        }
        let words = block.text[sign.len_utf8()..].trim_start();
        let cut = block.text.len() - words.len();
        block.text = words.to_owned();
        block.kind = ReceivedKind::Item(0);
        for mark in &mut block.marks {
            mark.range = mark.range.start.max(cut) - cut..mark.range.end.max(cut) - cut;
        }
    }
}

/// The sign of an item that a paragraph begins with.
fn typed_sign(block: &ReceivedBlock) -> Option<char> {
    let is_text = block.kind == ReceivedKind::Paragraph && block.role == ReceivedRole::Body;
    let sign = block.text.chars().next().filter(|_| is_text)?;
    let rest = &block.text[sign.len_utf8()..];
    let is_parted = matches!(sign, '–' | '-' | '*') && rest.starts_with(char::is_whitespace);
    let has_words = rest.contains(char::is_alphanumeric);
    (has_words && (is_parted || BULLETS.contains(&sign))).then_some(sign)
}
