//! Plain texts as offices send them.

use super::*;

/// The blocks of a text in one line each: their kind and words.
fn block_lines(text: &str, is_markdown: bool) -> Vec<String> {
    let shown = |block: &ReceivedBlock| match &block.kind {
        ReceivedKind::Paragraph if block.role != ReceivedRole::Body => format!("({})", block.text),
        ReceivedKind::Paragraph => block.text.clone(),
        ReceivedKind::Heading(level) => format!("h{level} {}", block.text),
        ReceivedKind::NumberedItem => format!("item {}", block.text),
        ReceivedKind::Item(depth) => format!("item{depth} {}", block.text),
        ReceivedKind::Quote => format!("> {}", block.text),
        ReceivedKind::Table(rows) => {
            rows.iter().map(|row| row.join("|")).collect::<Vec<_>>().join(" / ")
        }
        ReceivedKind::PageBreak => "page".to_owned(),
        ReceivedKind::Picture(_) => "picture".to_owned(),
    };
    read_lines(text, is_markdown).blocks.iter().map(shown).collect()
}

#[test]
fn each_line_is_a_paragraph_unless_lines_are_of_one_width() {
    let text =
        "政府工作报告\n\n　　各位代表：\n　　现在，我代表甲市人民政府作报告。\n　　一、回顾\n";
    assert_eq!(
        block_lines(text, false),
        ["政府工作报告", "各位代表：", "现在，我代表甲市人民政府作报告。", "一、回顾"]
    );
}

#[test]
fn lines_of_one_width_are_joined_over_the_number_of_a_page() {
    let text = "　　全市实现地区生产总值三千八百七十亿元，\n比上年增长百分之六点五，一般公共预算收入达\n到三百五十七亿七千万元，比上年增长百分之八\n\n                 - 3 -\n\n点三，城乡居民人均可支配收入继续较快增长。\n　　城市建设步伐加快，完成城中村拆迁二百三十\n八个，整治二百零三个，城镇化率进一步提高。\n";
    let read = read_lines(text, false);
    let words: Vec<&str> = read.blocks.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(
        words,
        [
            "全市实现地区生产总值三千八百七十亿元，比上年增长百分之六点五，一般公共预算收入达到三百五十七亿七千万元，比上年增长百分之八点三，城乡居民人均可支配收入继续较快增长。",
            "城市建设步伐加快，完成城中村拆迁二百三十八个，整治二百零三个，城镇化率进一步提高。",
        ]
    );
    let mark = &read.blocks[0].marks[0];
    assert_eq!(mark.kind, ReceivedMarkKind::PageBreak);
    assert!(read.blocks[0].text[mark.range.start..].starts_with("点三"));
}

#[test]
fn signs_of_markdown_are_read_where_a_text_has_headings() {
    let text = "# 报告\n\n##一、回顾\n\n- 甲\n  - 乙\n\n> 引文\n\n---\n\n| 地区 | 产值 |\n|---|---:|\n| 甲市 | 3870 |\n\n小结\n----\n";
    assert_eq!(
        block_lines(text, false),
        [
            "h1 报告",
            "h2 一、回顾",
            "item0 甲",
            "item1 乙",
            "> 引文",
            "page",
            "地区|产值 / 甲市|3870",
            "h2 小结"
        ]
    );
}

#[test]
fn a_table_may_be_parted_by_tabs_or_wide_blanks() {
    for sign in ["\t", "　　　", "    "] {
        let row = |cells: [&str; 3]| cells.join(sign) + "\n";
        let text = [
            "单位：亿元\n",
            &row(["地区", "产值", "增长"]),
            &row(["甲市", "3870", "6.5"]),
            &row(["乙市", "120", "7"]),
        ];
        assert_eq!(
            block_lines(&text.concat(), false),
            ["单位：亿元", "地区|产值|增长 / 甲市|3870|6.5 / 乙市|120|7"],
            "{sign:?}"
        );
    }
}

#[test]
fn a_form_feed_ends_a_page_and_bullets_are_items() {
    assert_eq!(
        block_lines("甲。\n\u{c}● 乙\n·丙\n", false),
        ["甲。", "page", "item0 乙", "item0 丙"]
    );
}

#[test]
fn a_latin_text_of_one_width_keeps_blanks_between_its_words() {
    let lines = [
        "Over the past year the economy grew by six and a half percent, and we",
        "created a total of thirteen million urban jobs, well above the target",
        "we had set at the beginning of the year. Grain output was very stable",
        "and the quality of growth improved further in every part of the land.",
        "",
        "Consumer prices rose by two percent in all. Exports went up once more",
        "and reached the highest point they had ever had in the recent decade.",
    ];
    let read = block_lines(&lines.join("\n"), false);
    assert_eq!(read.len(), 2, "{read:?}");
    assert!(read[0].contains("and we created a total") && read[1].starts_with("Consumer"));
}

#[test]
fn a_table_of_tags_in_a_text_of_markdown_is_a_table() {
    let text = "甲。\n\n<p align=\"right\">单位：亿元</p>\n<table border=\"1\">\n<tr><td rowspan=\"2\">项目</td><td colspan=\"2\">2022年</td></tr>\n<tr><td>限额</td><td>余额</td></tr>\n<tr><td>债务</td><td>14</td><td>13</td></tr>\n</table>\n\n乙。\n";
    assert_eq!(
        block_lines(text, true),
        ["甲。", "单位：亿元", "项目|2022年| / |限额|余额 / 债务|14|13", "乙。"]
    );
}

#[test]
fn columns_are_those_of_the_line_of_hyphens_below_the_head() {
    let text = "  Item             2023-24    2024-25\n  ------------- ---------- ----------\n  Revenue            9,868     10,265\n  All the rest         154        115\n\nSo it was.\n";
    assert_eq!(
        block_lines(text, true),
        ["Item|2023-24|2024-25 / Revenue|9,868|10,265 / All the rest|154|115", "So it was."]
    );
}

#[test]
fn a_note_of_markdown_goes_on_in_the_lines_below_it() {
    let text = "# 报告\n\n## 甲\n\n增长[^1]。\n\n[^1]: 初步数，\n    下半年核定。\n\n    另行公布。\n\n完。\n";
    let read = read_lines(text, true);
    let notes: Vec<&str> = read
        .blocks
        .iter()
        .filter(|block| matches!(block.role, ReceivedRole::Note { .. }))
        .map(|block| block.text.as_str())
        .collect();
    assert_eq!(notes, ["初步数，下半年核定。", "另行公布。"]);
    assert_eq!(read.blocks.last().unwrap().text, "完。");
}

#[test]
fn a_running_head_and_bare_numbers_of_pages_do_not_cut_a_sentence() {
    let head = "JIA REGION — ANNUAL REPORT";
    let page = |number: usize| format!("\n{number:>34}\n\n{head}\n\n");
    let lines = [
        "Over the past year the economy grew by six and a half percent, and we\n",
        "created a total of thirteen million urban jobs, well above the target\n",
        "we had set at the beginning of the year. Grain output was very stable\n",
        "and the quality of growth improved further in every part of the land,\n",
    ];
    let more = [
        "with many people moving to the cities and many more staying where the\n",
        "fields are good and schools are near. Consumer prices rose by only two\n",
        "percent in all, which is less than we had expected, and exports stayed\n",
        "where they had been for years, in every part of the land and elsewhere\n",
    ];
    let text = format!("{}{}{}{}and so on.\n", lines.concat(), page(1), more.concat(), page(2));
    let read = read_lines(&text, false);
    let body = read.blocks.iter().filter(|block| block.role == ReceivedRole::Body);
    let words: Vec<&str> =
        body.map(|block| block.text.as_str()).filter(|t| !t.is_empty()).collect();
    assert_eq!(words.len(), 1, "{words:?}");
    assert!(!words[0].contains(head) && words[0].ends_with("elsewhere and so on."), "{words:?}");
}

#[test]
fn lines_with_the_same_sign_are_items_and_one_alone_is_not() {
    assert_eq!(
        block_lines("We will:\n\n  * build;\n  * hire.\n", false),
        ["We will:", "item1 build;", "item1 hire."]
    );
    assert_eq!(block_lines("* 含改扩建。\n", false), ["* 含改扩建。"]);
}

#[test]
fn what_nobody_sees_and_what_a_reference_refers_to_are_no_words() {
    let text = "![][image1]\n\n**[报\u{200b}告]{.underline}**\n\n[image1]: <data:image/png;base64,iVBOR=>\n";
    let read = read_lines(text, true);
    assert_eq!(read.blocks.len(), 1, "{:?}", read.blocks);
    let block = &read.blocks[0];
    assert_eq!(block.text, "报告");
    assert!(block.is_strong() && block.is_wholly(&ReceivedMarkKind::Underlined));
    let kinds: Vec<RemarkKind> = read.remarks.iter().map(|remark| remark.kind).collect();
    assert_eq!(kinds, [RemarkKind::OtherPicture]);
}
