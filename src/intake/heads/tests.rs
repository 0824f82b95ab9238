//! Which lines are heads, and how deep.

use super::*;

/// The levels of the heads in these lines, by their words.
fn levels(lines: &[&str]) -> Vec<(String, u8)> {
    let blocks: Vec<ReceivedBlock> =
        lines.iter().map(|line| ReceivedBlock::paragraph(*line, 1)).collect();
    let levels = levels_of_heads(&blocks);
    levels.iter().map(|(at, level)| (blocks[*at].text.clone(), *level)).collect()
}

#[test]
fn levels_follow_from_the_numbers_whatever_they_are() {
    let found = levels(&[
        "一、回顾",
        "（一）工业",
        "1.企稳",
        "增长8%。",
        "二、安排",
        "（一）工业",
        "增长7%。",
    ]);
    assert_eq!(found.iter().map(|(_, level)| *level).collect::<Vec<_>>(), [1, 2, 3, 1, 2]);
    let english = levels(&["1 Introduction", "It grew.", "2 The year", "2.1 Jobs", "They rose."]);
    assert_eq!(english.iter().map(|(_, level)| *level).collect::<Vec<_>>(), [1, 1, 2]);
}

#[test]
fn items_of_a_list_are_no_heads() {
    assert_eq!(
        levels(&["一、目标", "（1）增长6%", "（2）就业5万人", "（3）减排3%", "完成。"]).len(),
        1
    );
    assert_eq!(levels(&["一、目标", "1. 增长6%；", "2. 就业5万人。此外还有。", "完成。"]).len(), 1);
}

/// The same, of blocks.
fn levels_of(blocks: &[ReceivedBlock]) -> Vec<(usize, u8)> {
    levels_of_heads(blocks).into_iter().collect()
}

#[test]
fn a_line_without_a_number_is_a_head_where_paragraphs_are_numbered() {
    let found = levels(&[
        "一、經濟",
        "航運",
        "1. 我們會成立發展局。",
        "創科",
        "2. 政府會設立基金。",
        "二、民生",
        "房屋",
        "3. 未來會興建單位。",
    ]);
    assert_eq!(
        found.iter().map(|(text, level)| (text.as_str(), *level)).collect::<Vec<_>>(),
        [("一、經濟", 1), ("航運", 2), ("創科", 2), ("二、民生", 1), ("房屋", 2)]
    );
}

#[test]
fn dashes_capitals_and_lines_below_words_mark_heads() {
    let found = levels(&[
        "一、回顾",
        "——维权服务更加充实",
        "发放资金1240万元。",
        "——组织活力更加迸发",
        "新建组织412家。",
        "二、安排",
        "继续努力。",
    ]);
    assert_eq!(found.len(), 4, "{found:?}");
    let english =
        levels(&["I. GROWTH", "It grew.", "II. PEOPLE", "A. Costs", "Less.", "B. Care", "More."]);
    assert_eq!(english.iter().map(|(_, level)| *level).collect::<Vec<_>>(), [1, 1, 2, 2]);
    let line = |text: &str, kind: Option<ReceivedMarkKind>| {
        let mut block = ReceivedBlock::paragraph(text, 1);
        let range = 0..text.len();
        block.marks.extend(kind.map(|kind| crate::model::ReceivedMark { range, kind }));
        block
    };
    let (strong, under) = (ReceivedMarkKind::Strong, ReceivedMarkKind::Underlined);
    let blocks = [
        line("Where We Stand", Some(strong)),
        line("Growth and Jobs", Some(under.clone())),
        line("Exports rose by 2 percent.", None),
        line("The Fiscal Position", Some(under)),
        line("The deficit fell by 3 percent.", None),
    ];
    assert_eq!(levels_of(&blocks), [(0, 1), (1, 2), (3, 2)]);
}

#[test]
fn one_line_alone_in_the_middle_of_the_page_is_no_head_beside_numbers() {
    let mut name = ReceivedBlock::paragraph("某某某", 1);
    name.is_centered = true;
    let lines = ["各位委员会组成人员：", "一、回顾", "增长8%。", "二、安排", "增长7%。"];
    let lines = lines.iter().map(|line| ReceivedBlock::paragraph(*line, 1));
    let blocks: Vec<ReceivedBlock> = std::iter::once(name).chain(lines).collect();
    assert_eq!(levels_of(&blocks), [(2, 1), (4, 1)]);
}

#[test]
fn a_foreword_stands_beside_the_numbered_parts() {
    let found = levels(&["前　言", "甲。", "一、治理", "（一）流域", "乙。", "结束语", "丙。"]);
    assert_eq!(found.iter().map(|(_, level)| *level).collect::<Vec<_>>(), [1, 1, 2, 1]);
}
