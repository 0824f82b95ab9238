//! A whole site from two files of Word: the original and its translation.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::scratch::Scratch;

/// The original: heads by automatic numbers, a tracked change, a note, a merged table.
const ZH: &[&str] = &[
    "政府工作报告",
    "——2024年1月18日在甲市第九届人民代表大会第四次会议上",
    "甲市市长　张　三",
    "各位代表：",
    "现在，我代表甲市人民政府，向大会报告工作，请予审议，并请市政协委员和其他列席人员提出意见。",
    "#1 2023年工作回顾",
    "全年地区生产总值2186.4亿元，增长6.1%；一般公共预算收入158.3亿元，增长7.4%，居民人均可支配收入41326元。",
    "#2 工业经济企稳回升",
    "规模以上工业增加值增长8.2%，新增规上企业126家，技改投资增长19.5%，两大产业集群产值突破600亿元。",
    "绿色转型加快推进，单位生产总值能耗下降3.1%，建成绿色工厂21家，淘汰落后产能项目14个。",
    "#2 民生福祉持续增进",
    "城镇新增就业3.9万人，新建中小学校14所，市第二人民医院投入使用，基本养老保险参保人数达到210万人。",
    "#1 2024年工作安排",
    "主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长5%，固定资产投资增长7%。",
    "#2 做强主导产业",
    "实施重点项目92个，完成投资860亿元，新增规上工业企业100家。",
];

/// Its translation; the two paragraphs on industry are one.
const EN: &[&str] = &[
    "Report on the Work of the Government",
    "Delivered at the Fourth Session of the Ninth People’s Congress of Jia on January 18, 2024",
    "Zhang San, Mayor of Jia",
    "Fellow deputies,",
    "On behalf of the People’s Government of Jia, I will now report to you on our work for your deliberation, and invite comments from the members of the CPPCC Municipal Committee and other attendees.",
    "I. Review of Work in 2023",
    "In 2023, the gross regional product reached RMB 218.64 billion, up 6.1 percent; general public budget revenue came to RMB 15.83 billion, up 7.4 percent, and per capita disposable income was RMB 41,326.",
    "1. Industry picked up",
    "The value added of industrial enterprises above the designated size grew by 8.2 percent, 126 such enterprises were added, investment in technological upgrading grew by 19.5 percent, and the output value of two industrial clusters exceeded RMB 60 billion. The green transition gathered pace: energy consumption per unit of GDP fell by 3.1 percent, 21 green factories were built, and 14 projects of outdated capacity were closed down.",
    "2. People lived better",
    "A total of 39,000 urban jobs were created, 14 primary and secondary schools were built, the Second People’s Hospital opened, and 2.1 million people were covered by basic old-age insurance.",
    "II. Plans for 2024",
    "The main projected targets are: an increase of around 6 percent in the gross regional product, 5 percent in general public budget revenue and 7 percent in fixed-asset investment.",
    "1. Strengthening the leading industries",
    "We will carry out 92 key projects, complete an investment of RMB 86 billion, and add 100 industrial enterprises above the designated size.",
];

/// A paragraph of a document; `#1` and `#2` are heads with automatic numbers 一、 and （一）.
fn paragraph(text: &str) -> String {
    let (level, words) = match text.strip_prefix('#').and_then(|rest| rest.split_once(' ')) {
        Some((level, words)) => (level.parse::<u32>().unwrap_or(1), words),
        None => (0, text),
    };
    let numbering = match level {
        0 => String::new(),
        level => format!(
            "<w:pPr><w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>",
            level - 1
        ),
    };
    format!("<w:p>{numbering}<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>")
}

const NUMBERING: &str = "<w:numbering><w:abstractNum w:abstractNumId=\"0\">\
    <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl>\
    <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"（%2）\"/></w:lvl>\
    </w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";

const RELATIONS: &str = "<Relationships><Relationship Id=\"r1\" Type=\"http://x/relationships/numbering\" Target=\"numbering.xml\"/></Relationships>";

fn docx(paragraphs: &[&str]) -> Vec<u8> {
    let body: String = paragraphs.iter().map(|text| paragraph(text)).collect();
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    let parts = [
        ("word/document.xml", document.as_str()),
        ("word/_rels/document.xml.rels", RELATIONS),
        ("word/numbering.xml", NUMBERING),
    ];
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_site_in_two_languages_is_built_of_two_files_without_a_line_typed() {
    let scratch = Scratch::new(&[]);
    scratch.write("zh.docx", &docx(ZH));
    scratch.write("en.docx", &docx(EN));
    for arguments in [
        &["import", "zh.docx", "--report", "jia-2024"][..],
        &["import", "en.docx", "--report", "jia-2024", "--lang", "en"],
        &["check"],
        &["build"],
    ] {
        let run = scratch.run(arguments);
        assert_eq!(run.code, 0, "{arguments:?}: {}", run.shown());
    }
    let part = scratch.read("content/jia-2024/1-review.zh.md");
    assert!(
        part.contains("# 一、2023年工作回顾\n") && part.contains("\n## （二）民生福祉持续增进\n"),
        "{part}"
    );
    let english = scratch.read("content/jia-2024/1-review.en.md");
    assert!(english.contains("# I. Review of Work in 2023\n"), "{english}");
    assert!(english.contains("\n<!-- row 2:1 -->\n\nThe value added"), "{english}");
    assert!(english.contains("\n## 2. People lived better\n"), "{english}");
    for kept in ["received.docx", "received.en.docx"] {
        assert!(scratch.path(&format!("content/jia-2024/{kept}")).exists(), "{kept}");
    }
}

#[test]
fn what_remains_to_be_decided_is_printed_as_a_list() {
    let scratch = Scratch::new(&[]);
    scratch.write("zh.docx", &docx(ZH));
    scratch.write("en.docx", &docx(EN));
    let original = scratch.run(&["import", "zh.docx", "--report", "jia-2024"]);
    let translation = scratch.run(&["import", "en.docx", "--report", "jia-2024", "--lang", "en"]);
    insta::assert_snapshot!(format!("{}\n{}", original.shown(), translation.shown()));
}

#[test]
fn two_files_of_word_are_compared_as_texts_are() {
    let scratch = Scratch::new(&[]);
    scratch.write("zh.docx", &docx(ZH));
    let wrong: Vec<String> = EN.iter().map(|text| text.replace("39,000", "390,000")).collect();
    scratch.write("en.docx", &docx(&wrong.iter().map(String::as_str).collect::<Vec<_>>()));
    let run = scratch.run(&["compare", "zh.docx", "en.docx", "--format", "json"]);
    assert_eq!(run.code, 1, "{}", run.shown());
    let is_number = |line: &&str| line.contains("\"number.") && line.contains("\"error\"");
    let numbers = run.stdout.lines().filter(is_number);
    let numbers: Vec<&str> = numbers.collect();
    assert!(matches!(numbers[..], [one] if one.contains("390,000")), "{}", run.shown());
}
