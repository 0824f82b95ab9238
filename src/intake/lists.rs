//! Lists and quotations that only their setting tells: `1. …；` `2. …；` `3. …。`, a sentence set in deeply.

use super::number::{NumberKind, head_number};
use crate::model::{ReceivedBlock, ReceivedKind, ReceivedRole};
use crate::received::words::ends_sentence;

/// Makes items of numbered paragraphs that follow one another from 1 and are pieces of one sentence: all but the
/// last end with a semicolon. Paragraphs that are sentences of their own stay what they are, each with its
/// address.
pub(super) fn mark_numbered_items(blocks: &mut [ReceivedBlock]) {
    let mut at = 0;
    while at < blocks.len() {
        let length = list_length(&blocks[at..], number_of);
        for block in &mut blocks[at..at + length] {
            block.kind = ReceivedKind::NumberedItem;
        }
        at += length.max(1);
    }
}

/// The lists of a text that stay paragraphs, since Markdown has no items with such numbers: ①, （1）, 1、. The first
/// block of each.
pub(super) fn lists_left(blocks: &[ReceivedBlock]) -> Vec<&ReceivedBlock> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < blocks.len() {
        let length = list_length(&blocks[at..], other_number_of);
        if length > 0 {
            found.push(&blocks[at]);
        }
        at += length.max(1);
    }
    found
}

/// Makes quotations of sentences that a plain text sets in as deep as a title, where its other paragraphs are not.
pub(super) fn mark_quotations(blocks: &mut [ReceivedBlock]) {
    let is_text = |block: &&mut ReceivedBlock| {
        block.kind == ReceivedKind::Paragraph
            && block.role == ReceivedRole::Body
            && ends_sentence(&block.text)
    };
    let is_set_in = |block: &ReceivedBlock| block.is_centered && block.is_indented;
    let all = blocks.iter_mut().filter(is_text).count();
    let set_in = blocks.iter_mut().filter(is_text).filter(|block| is_set_in(block)).count();
    if set_in * 5 > all {
        return;
    }
    for block in blocks.iter_mut().filter(is_text) {
        let is_list = head_number(&block.text).is_some() || block.text.ends_with(['：', ':', '；']);
        if is_set_in(block) && !is_list {
            block.kind = ReceivedKind::Quote;
        }
    }
}

/// How many blocks the list takes that begins with the first; 0 where none does.
fn list_length(
    blocks: &[ReceivedBlock],
    number_of: impl Fn(&ReceivedBlock) -> Option<u32>,
) -> usize {
    let mut length = 0;
    for (block, wanted) in blocks.iter().zip(1..) {
        if number_of(block) != Some(wanted) {
            return 0;
        }
        length += 1;
        let words = block.words_before_mentions();
        if !words.ends_with(['；', ';']) {
            let is_last = words.ends_with(['。', '.']) && length >= 2;
            return if is_last { length } else { 0 };
        }
    }
    0
}

/// The number of a paragraph that Markdown has for items as well: `1.`
fn number_of(block: &ReceivedBlock) -> Option<u32> {
    let is_text = block.kind == ReceivedKind::Paragraph && block.role == ReceivedRole::Body;
    let number = head_number(&block.text).filter(|number| number.kind == NumberKind::Arabic)?;
    let is_typed_so = block.text[..number.range.end].ends_with('.')
        && block.text.starts_with(|c: char| c.is_ascii_digit());
    (is_text && is_typed_so).then_some(number.value)
}

/// The number of a paragraph that Markdown has no items for.
fn other_number_of(block: &ReceivedBlock) -> Option<u32> {
    let is_text = block.kind == ReceivedKind::Paragraph && block.role == ReceivedRole::Body;
    let is_listed = |kind| {
        matches!(
            kind,
            NumberKind::Circled
                | NumberKind::ArabicInBrackets
                | NumberKind::Arabic
                | NumberKind::HanInBrackets
        )
    };
    let number = head_number(&block.text).filter(|number| is_listed(number.kind))?;
    is_text.then_some(number.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(lines: &[&str]) -> usize {
        let mut blocks: Vec<ReceivedBlock> =
            lines.iter().map(|line| ReceivedBlock::paragraph(*line, 1)).collect();
        mark_numbered_items(&mut blocks);
        blocks.iter().filter(|block| block.kind == ReceivedKind::NumberedItem).count()
    }

    #[test]
    fn a_sentence_set_in_deeply_is_a_quotation() {
        let line = |text: &str, is_set_in| ReceivedBlock {
            is_centered: is_set_in,
            is_indented: true,
            ..ReceivedBlock::paragraph(text, 1)
        };
        let own = (0..6).map(|_| line("经济增长。", false));
        let mut blocks: Vec<ReceivedBlock> =
            own.chain([line("行而不辍，未来可期。", true), line("甲市人民政府", true)]).collect();
        mark_quotations(&mut blocks);
        let quotes: Vec<&str> = blocks
            .iter()
            .filter(|block| block.kind == ReceivedKind::Quote)
            .map(|block| block.text.as_str())
            .collect();
        assert_eq!(quotes, ["行而不辍，未来可期。"]);
    }

    #[test]
    fn pieces_of_one_sentence_are_items_and_numbered_sentences_are_none() {
        assert_eq!(
            items(&["重点：", "1. 新建学校6所；", "2.更换护眼灯；", "3. 建设工作室。", "甲。"]),
            3
        );
        assert_eq!(items(&["1. 我们会成立发展局。", "2. 政府会设立基金。"]), 0);
        assert_eq!(items(&["2. 新建学校6所；", "3. 更换护眼灯。"]), 0);
        assert_eq!(items(&["1. 新建学校6所；", "更换护眼灯。"]), 0);
        assert_eq!(items(&["1、新建学校6所；", "2、更换护眼灯。"]), 0);
    }

    #[test]
    fn lists_whose_numbers_markdown_has_no_items_for_are_told() {
        let left = |lines: &[&str]| {
            let mut blocks: Vec<ReceivedBlock> =
                lines.iter().map(|line| ReceivedBlock::paragraph(*line, 1)).collect();
            mark_numbered_items(&mut blocks);
            lists_left(&blocks).len()
        };
        assert_eq!(left(&["重点：", "①新建学校6所；", "②更换护眼灯。", "甲。"]), 1);
        assert_eq!(left(&["（1）新建学校6所；", "（2）更换护眼灯。"]), 1);
        assert_eq!(left(&["1. 新建学校6所；", "2. 更换护眼灯。"]), 0);
        assert_eq!(left(&["①我们会成立发展局。", "②政府会设立基金。"]), 0);
    }
}
