//! Notes, terms and contents as they stand at the ends of texts.

use super::*;
use crate::received::lines;

fn roles_of(text: &str) -> Vec<ReceivedBlock> {
    with_roles(lines::read_lines(text, false)).blocks
}

#[test]
fn notes_are_those_that_the_text_mentions() {
    let blocks = roles_of(
        "新增市场主体16.5万户［1］，消除薄弱村［2］。\n注释：\n［1］市场主体：指企业。\n［2］薄弱村：指村。\n其标准另定。\n",
    );
    let labels: Vec<_> = blocks.iter().map(|block| block.role.clone()).collect();
    let note = |label: &str, words: usize| ReceivedRole::Note { label: label.to_owned(), words };
    assert_eq!(
        labels,
        [ReceivedRole::Body, ReceivedRole::NotesHead, note("1", 7), note("2", 7), note("2", 0)]
    );
    assert_eq!(blocks[0].marks.len(), 2);
    assert_eq!(&blocks[0].text[blocks[0].marks[0].range.clone()], "［1］");
}

#[test]
fn a_list_that_nothing_mentions_is_text() {
    let blocks = roles_of("增长6.5%。\n说明：\n1.甲。\n2.乙。\n");
    assert!(blocks.iter().all(|block| block.role == ReceivedRole::Body));
}

#[test]
fn a_term_is_told_from_its_definition_however_they_are_parted() {
    let blocks = roles_of(
        "正文。\n附件\n《政府工作报告》名词解释\n1．“三条廊道”：指综合交通廊道。\n【同心圆】指都市区。\n3. 八骏图——指八个县市。\n并逐年扩大。\n",
    );
    let terms: Vec<(&str, &str)> = blocks
        .iter()
        .filter_map(|block| match &block.role {
            ReceivedRole::Term { term, definition } => {
                Some((&block.text[term.clone()], &block.text[*definition..]))
            }
            _ => None,
        })
        .collect();
    assert_eq!(
        terms,
        [
            ("三条廊道", "指综合交通廊道。"),
            ("同心圆", "指都市区。"),
            ("八骏图", "指八个县市。"),
            ("", "并逐年扩大。"),
        ]
    );
}

#[test]
fn the_table_of_contents_is_made_anew() {
    let blocks = roles_of("目 录\n一、回顾……1\n二、目标……9\n一、回顾\n甲。\n二、目标\n乙。\n");
    let contents = blocks.iter().take_while(|block| block.role == ReceivedRole::Contents).count();
    assert_eq!(contents, 3);
    assert_eq!(blocks.iter().filter(|block| block.role == ReceivedRole::Body).count(), 4);
}

#[test]
fn a_number_in_brackets_is_a_mention_only_where_a_note_has_it() {
    let labels = ["1", "12"].map(str::to_owned).into();
    let found = |text: &str| {
        mentions(text, &labels).into_iter().map(|(_, label)| label).collect::<Vec<_>>()
    };
    assert_eq!(found("甲［1］乙[12]丙〔3〕丁①戊（1）"), ["1", "12", "1"]);
    assert_eq!(found("2018[2018]"), Vec::<String>::new());
}

#[test]
fn terms_may_stand_in_a_table_with_their_definitions() {
    let blocks = roles_of(
        "正文。\n附件2：\n名词解释\n①　调整预算　　经批准的预算。\n②　滚存结余　　累计数。\n③　预备费　　资金。\n",
    );
    let terms = blocks.iter().filter_map(|block| match &block.role {
        ReceivedRole::Term { term, .. } => Some(&block.text[term.clone()]),
        _ => None,
    });
    assert_eq!(terms.collect::<Vec<_>>(), ["调整预算", "滚存结余", "预备费"]);
    assert_eq!(blocks.iter().filter(|block| block.role == ReceivedRole::TermsHead).count(), 2);
}

#[test]
fn notes_at_the_end_need_no_head_where_each_is_mentioned() {
    let blocks = roles_of("学位10260个[1]，占比90%[2]。\n[1] 含改扩建。\n[2] 按校数。\n");
    let notes = blocks.iter().filter(|block| matches!(block.role, ReceivedRole::Note { .. }));
    assert_eq!(notes.count(), 2);
    let text = roles_of("学位10260个[1]。\n[1] 含改扩建。\n[2] 按校数。\n");
    assert!(text.iter().all(|block| block.role == ReceivedRole::Body));
}

#[test]
fn a_number_at_the_beginning_of_a_text_mentions_no_note() {
    let blocks = roles_of("①收入积极稳妥。\n表下说明。\n注：①执行数为快报数；②含补助。\n");
    assert!(blocks.iter().all(|block| block.role == ReceivedRole::Body && block.marks.is_empty()));
}

#[test]
fn typed_signs_of_items_are_no_words() {
    let lines = ["甲。", "– one;", "– two.", "乙。", "– alone"];
    let blocks = lines.iter().map(|line| ReceivedBlock::paragraph(*line, 1)).collect();
    let read = with_roles(ReceivedContent { blocks, ..ReceivedContent::default() });
    let items: Vec<&str> = read
        .blocks
        .iter()
        .filter(|block| block.kind == ReceivedKind::Item(0))
        .map(|block| block.text.as_str())
        .collect();
    assert_eq!(items, ["one;", "two."]);
}

#[test]
fn what_a_site_sets_below_a_text_is_no_word_of_it() {
    let blocks = roles_of(
        "一、回顾\n增长6.5%。\n（责任编辑：某某）\n扫一扫，手机阅读更方便\n相关阅读：\n甲市人大会议开幕\n",
    );
    let body = blocks.iter().filter(|block| block.role == ReceivedRole::Body).count();
    assert_eq!(body, 2, "{blocks:?}");
    let blocks = roles_of(
        "版权所有，违者必究。\n一、回顾\n增长6.5%，比上年提高1个百分点，主要指标增速居全省前列，发展质量和效益进一步提升。\n",
    );
    assert!(blocks.iter().all(|block| block.role == ReceivedRole::Body), "{blocks:?}");
}
