//! Covers as offices write them.

use super::*;
use crate::model::Day;

/// The facts of a cover, one line each; a line of blanks is a gap.
fn cover(lines: &[&str]) -> (CoverFacts, usize) {
    let mut blocks = Vec::new();
    let mut is_after_gap = false;
    for (number, line) in lines.iter().enumerate() {
        if line.trim().is_empty() {
            is_after_gap = true;
            continue;
        }
        let block = ReceivedBlock::paragraph(*line, number + 1);
        blocks.push(ReceivedBlock { is_after_gap: std::mem::take(&mut is_after_gap), ..block });
    }
    let cover = read_cover(&blocks);
    (cover.facts, cover.length)
}

fn said(fact: Option<&String>) -> &str {
    fact.map_or("-", String::as_str)
}

/// Covers that say the same, each with how many blocks it takes.
const COVERS: [(&[&str], usize); 4] = [
    (
        &[
            "政府工作报告",
            "",
            "2018年3月31日在甲市第七届人民代表大会第三次会议上",
            "",
            "甲市市长 张 三",
        ],
        3,
    ),
    (
        &[
            "政　府　工　作　报　告",
            "——2018年3月31日在甲市第七届人民代",
            "表大会第三次会议上",
            "甲市市长　张三",
        ],
        4,
    ),
    (
        &[
            "政府工作报告",
            "(2018年3月31日在甲市第七届人民代表大",
            "会第三次会议上)",
            "甲市市长",
            "张　三",
        ],
        5,
    ),
    (
        &[
            "政府工作报告",
            "-- 2018年3月31日",
            "在甲市第七届人民代表大会第三次会议上",
            "张三（甲市市长）",
        ],
        4,
    ),
];

#[test]
fn a_cover_is_read_whatever_its_dashes_brackets_and_blanks() {
    for (lines, length) in COVERS {
        let text = ["各位代表：", "现在，我代表市人民政府，向大会作政府工作报告，请予审议。"];
        let (facts, taken) = cover(&[lines, &text].concat());
        let day = facts.delivered.map(Day::iso);
        let found = [
            facts.title,
            facts.meeting,
            day,
            facts.speaker,
            facts.office,
            facts.issuer,
            facts.place,
        ];
        let found: Vec<&str> = found.iter().map(|fact| said(fact.as_ref())).collect();
        let meeting = "甲市第七届人民代表大会第三次会议";
        assert_eq!(
            found,
            ["政府工作报告", meeting, "2018-03-31", "张三", "甲市市长", "甲市人民政府", "甲市"],
            "{lines:?}"
        );
        assert_eq!(
            said(facts.occasion.as_ref()),
            format!("2018年3月31日在{meeting}上"),
            "{lines:?}"
        );
        assert_eq!(taken, length, "{lines:?}");
    }
}

#[test]
fn a_title_may_take_several_lines_and_the_paper_has_marks_of_its_own() {
    let (facts, length) = cover(&[
        "会议文件（十二）",
        "",
        "关于甲市2019年预算执行情况",
        "和2020年预算草案的报告",
        "",
        "（草案）",
        "",
        "2020年4月28日在甲市第十六届人民代表大会第六次会议上",
        "",
        "甲市财政局",
        "",
        "各位代表：",
    ]);
    assert_eq!(said(facts.title.as_ref()), "关于甲市2019年预算执行情况和2020年预算草案的报告");
    assert_eq!(
        (said(facts.issuer.as_ref()), said(facts.place.as_ref()), said(facts.speaker.as_ref())),
        ("甲市财政局", "甲市", "-")
    );
    assert_eq!(length, 6);
}

#[test]
fn an_english_cover_may_stand_in_one_line() {
    let line = "REPORT ON THE WORK Delivered at the First Session of the 13th Congress on March 5, 2018 J. Doe Premier of the Council";
    let blocks = with_title_apart(vec![
        ReceivedBlock::paragraph(line, 1),
        ReceivedBlock::paragraph("Fellow Deputies,", 3),
    ]);
    let Cover { facts, length, .. } = read_cover(&blocks);
    assert_eq!((said(facts.title.as_ref()), length), ("REPORT ON THE WORK", 3));
    assert_eq!(said(facts.meeting.as_ref()), "First Session of the 13th Congress");
    assert_eq!(said(facts.speaker.as_ref()), "J. Doe");
    assert_eq!(said(facts.office.as_ref()), "Premier of the Council");
}

#[test]
fn an_english_cover_is_read_as_well() {
    let (facts, _) = cover(&[
        "REPORT ON THE WORK OF THE GOVERNMENT",
        "",
        "Delivered at the Third Session of the Fifth Assembly on March 14, 2023",
        "",
        "J. Doe, Mayor of Jia",
        "",
        "Fellow members,",
    ]);
    assert_eq!(said(facts.meeting.as_ref()), "Third Session of the Fifth Assembly");
    assert_eq!(
        (said(facts.speaker.as_ref()), said(facts.office.as_ref())),
        ("J. Doe", "Mayor of Jia")
    );
    assert_eq!(facts.delivered.map(Day::iso).as_deref(), Some("2023-03-14"));
}

/// Covers that say less, or say it elsewhere, with their facts: meeting, day, speaker, office, issuer, place.
const OTHER_COVERS: [(&[&str], [&str; 6]); 6] = [
    (
        &[
            "关于甲县2022年财政决算的报告",
            "",
            "——2023年8月24日在甲县第十八届人大常委会第十三次会议上",
            "县财政局局长　张　三",
            "",
            "各位委员：",
        ],
        [
            "甲县第十八届人大常委会第十三次会议",
            "2023-08-24",
            "张三",
            "县财政局局长",
            "甲县财政局",
            "甲县",
        ],
    ),
    (
        &[
            "关于营商环境的报告",
            "",
            "2023年10月26日在甲县第十八届人民代表大会",
            "常务委员会第十二次会议上",
            "甲县行政审批服务局代理局长　张三",
            "",
            "各位委员：",
        ],
        [
            "甲县第十八届人民代表大会常务委员会第十二次会议",
            "2023-10-26",
            "张三",
            "甲县行政审批服务局代理局长",
            "甲县行政审批服务局",
            "甲县",
        ],
    ),
    (
        &[
            "充分发挥主力军作用",
            "——在甲县工会第十四次代表大会上的报告",
            "",
            "甲县总工会主席　张三（同志）",
            "（二〇二三年九月十九日）",
            "",
            "同志们：",
        ],
        ["甲县工会第十四次代表大会", "2023-09-19", "张三", "甲县总工会主席", "甲县总工会", "甲县"],
    ),
    (
        &[
            "望瀾縣政府施政總報告",
            "",
            "望瀾縣議會第20屆第2次定期會",
            "報告人：縣長　張三",
            "中華民國112年11月6日",
            "",
            "各位議員：",
        ],
        ["望瀾縣議會第20屆第2次定期會", "2023-11-06", "張三", "縣長", "望瀾縣政府", "望瀾縣"],
    ),
    (
        &[
            "Annual Report",
            "Government of Jia Province",
            "",
            "Delivered to the Second Session of the Twelfth Legislature",
            "3 March 2022",
            "",
            "J. Doe, Premier of Jia Province",
            "",
            "Members of the Legislature:",
        ],
        [
            "Second Session of the Twelfth Legislature",
            "2022-03-03",
            "J. Doe",
            "Premier of Jia Province",
            "Government of Jia Province",
            "Jia Province",
        ],
    ),
    (
        &[
            "BUDGET STATEMENT",
            "",
            "Port Jia",
            "",
            "Delivered in Parliament on 21 February 2023 by J. Doe, Minister for Finance, on the second reading",
            "",
            "Mr Speaker,",
        ],
        ["-", "2023-02-21", "J. Doe", "Minister for Finance", "-", "Port Jia"],
    ),
];

#[test]
fn covers_of_other_habits_are_read() {
    for (lines, expected) in OTHER_COVERS {
        let (facts, _) = cover(lines);
        let day = facts.delivered.map(Day::iso);
        let found = [facts.meeting, day, facts.speaker, facts.office, facts.issuer, facts.place];
        let found: Vec<&str> = found.iter().map(|fact| said(fact.as_ref())).collect();
        assert_eq!(found, expected, "{lines:?}");
    }
}

#[test]
fn a_subtitle_stands_behind_a_colon_and_a_place_is_not_said_twice() {
    let (facts, _) = cover(&[
        "Levelling the Valleys",
        "A White Paper on Local Prosperity",
        "",
        "Fellow members,",
    ]);
    assert_eq!(
        said(facts.title.as_ref()),
        "Levelling the Valleys: A White Paper on Local Prosperity"
    );
    let (facts, _) = cover(&[
        "政府工作报告",
        "2023年1月6日在甲自治州第十五届人民代表大会第二次会议上",
        "自治州州长　张三",
        "",
        "各位代表：",
        "现在，我代表自治州人民政府，向大会报告工作。",
    ]);
    assert_eq!(said(facts.issuer.as_ref()), "甲自治州人民政府");
}

#[test]
fn what_a_newspaper_or_a_mail_sets_above_a_text_is_no_word_of_it() {
    let text = ["", "各位代表：", "现在，我代表甲省人民政府，向大会报告政府工作。"];
    let cover_lines = [
        "",
        "政府工作报告",
        "——2024年1月23日在甲省第十四届人民代表大会第二次会议上",
        "甲省省长　张三",
    ];
    let press = [
        "甲省2024年政府工作报告（全文）",
        "2024-01-29 08:06:21　来源：甲省日报",
        "新华社甲城1月29日电　1月23日，甲省省长张三在甲省第十四届人民代表大会第二次会议上作报告。报告如下。",
    ];
    let (facts, length) = cover(&[&press[..], &cover_lines, &text].concat());
    assert_eq!((said(facts.title.as_ref()), length), ("政府工作报告", 6));
    assert_eq!((said(facts.speaker.as_ref()), said(facts.place.as_ref())), ("张三", "甲省"));
    let mail = [
        "发件人：甲县体育局",
        "主题：报送总结",
        "",
        "县政府办：",
        "现将总结报上，请审阅。",
        "",
        "甲县体育局2023年工作总结",
        "",
        "2023年，我局工作取得成绩。",
    ];
    let (facts, length) = cover(&mail);
    assert_eq!((said(facts.title.as_ref()), length), ("甲县体育局2023年工作总结", 5));
}

#[test]
fn a_line_in_a_cover_that_says_nothing_does_not_end_it() {
    let (facts, length) = cover(&[
        "中国人民政治协商会议甲市",
        "第九届委员会常务委员会",
        "工作报告",
        "",
        "坚定信心　勇毅前行",
        "",
        "——2024年1月8日在政协甲市第九届委员会第三次会议上",
        "政协甲市第九届委员会副主席　张三",
        "",
        "各位委员：",
    ]);
    assert_eq!(
        said(facts.title.as_ref()),
        "中国人民政治协商会议甲市第九届委员会常务委员会工作报告"
    );
    assert_eq!(said(facts.issuer.as_ref()), "中国人民政治协商会议甲市第九届委员会常务委员会");
    assert_eq!(
        (said(facts.speaker.as_ref()), said(facts.place.as_ref()), length),
        ("张三", "甲市", 6)
    );
}
