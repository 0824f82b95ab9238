//! The report of this repository against the text as received, and against its translation.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use sha2::Digest as _;

use duizhao::pipeline::{self, Request};
use duizhao::source::codes;

use crate::scratch::Scratch;

const REPORT: &str = "content/jinhua-2018";

/// The parts of the report's text, in both languages.
const FILES: [&str; 4] = ["_index", "1-review", "2-plan", "3-government"];

/// This repository's site in a folder of its own.
fn copy() -> Scratch {
    let scratch = Scratch::new(&[]);
    for entry in
        walkdir::WalkDir::new("content").into_iter().chain(walkdir::WalkDir::new("site.toml"))
    {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            scratch.write(entry.path().to_str().unwrap(), &fs::read(entry.path()).unwrap());
        }
    }
    scratch
}

/// Codes of everything found in a site.
fn found(root: &Path) -> Vec<&'static str> {
    let request = Request { root: root.to_path_buf(), ..Request::default() };
    let loaded = pipeline::load(&request).unwrap();
    loaded.findings.shown.iter().map(|finding| finding.code.name()).collect()
}

#[test]
fn the_report_equals_the_received_text_but_for_the_errata() {
    assert_eq!(found(Path::new(env!("CARGO_MANIFEST_DIR"))), [codes::RECEIVED_FORM.name()]);
}

#[test]
fn the_copy_of_the_received_text_is_the_received_text() {
    let original = Path::new("../shared/source/jinhua-2018.zh.md");
    if let Ok(received) = fs::read(original) {
        assert!(fs::read(format!("{REPORT}/received.txt")).unwrap() == received);
    }
}

#[test]
fn changing_any_character_of_the_original_is_found() {
    let scratch = copy();
    for file in FILES {
        let path = format!("{REPORT}/{file}.zh.md");
        let text = scratch.read(&path);
        let body = text[3..].find("\n---\n").unwrap() + 8;
        // One character in each twentieth of the text; all of them would take minutes.
        let places: Vec<_> = text[body..]
            .char_indices()
            .filter(|(_, c)| c.is_alphanumeric() || "，。、“”%".contains(*c))
            .collect();
        for (at, c) in places.iter().step_by(places.len() / 20 + 1) {
            let mut changed = text.clone();
            changed.replace_range(body + at..body + at + c.len_utf8(), "某");
            scratch.write(&path, changed.as_bytes());
            let codes_found = found(&scratch.path("."));
            assert!(
                codes_found.contains(&codes::ERRATUM_UNEXPLAINED.name()),
                "{path}: `{c}` at byte {at} was changed and nobody noticed: {codes_found:?}"
            );
        }
        scratch.write(&path, text.as_bytes());
    }
}

#[test]
fn every_erratum_is_needed() {
    let scratch = copy();
    let path = format!("{REPORT}/errata.yaml");
    let text = scratch.read(&path);
    let entries: Vec<&str> = text.split("\n- was:").collect();
    assert!(entries.len() > 12);
    for left_out in 1..entries.len() {
        if entries[left_out].contains("perhaps:") {
            continue;
        }
        let mut rest = entries.clone();
        rest.remove(left_out);
        scratch.write(&path, rest.join("\n- was:").as_bytes());
        let found = found(&scratch.path("."));
        let is_needed = found.contains(&codes::ERRATUM_UNEXPLAINED.name());
        assert!(is_needed, "not needed: {}", entries[left_out]);
    }
}

fn hex(digit: u8) -> char {
    char::from_digit(digit.into(), 16).unwrap()
}

/// A report of one language with its text as received, in these bytes.
fn with_received(received: &[u8], part: &str) -> Scratch {
    let digest = sha2::Sha256::digest(received);
    let sha256: String = digest.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(hex).collect();
    let cover = crate::scratch::COVER_ZH.replace(
        "  status: original\n",
        &format!("  status: original\n  occasion: 2018年3月31日在甲市人民代表大会上\n  source: {{name: 来文, file: received.txt, sha256: {sha256}}}\n"),
    );
    let scratch = Scratch::new(&[
        ("site.toml", "title = \"试\"\nlanguages = [\"zh\"]\n"),
        ("content/r/_index.zh.md", &cover),
        ("content/r/1-a.zh.md", part),
    ]);
    scratch.write("content/r/received.txt", received);
    scratch
}

/// A report as a plain text: no signs of Markdown, notes at its end, a table with blanks.
const PLAIN: &str = "政府工作报告\r\n——2018年3月31日在甲市人民代表大会上\r\n市长　张　三\r\n各位代表：\r\n一、回顾\r\n　　（一）深化改革。坚持稳中求进［1］。第二句 43 家。\r\n　　单位：亿元\r\n地区\t2016年\t2017年\r\n甲\t3600\t3870\r\n乙\t120\t130\r\n● 其一；\r\n● 其二。\r\n- 3 -\r\n注释：\r\n［1］总基调。\r\n";

/// The same with marks of form.
const MARKED: &str = "---\n---\n\n# 一、回顾\n\n## （一）深化改革。\n\n坚持**稳中求进**[^1]。\n\n第二句43家。\n\n单位：亿元\n\n| 地区 | 2016年 | 2017年 |\n|---|---|---|\n| 甲 | 3600 | 3870 |\n| 乙 | 120 | 130 |\n\n- 其一；\n- 其二。\n\n<!-- page -->\n\n[^1]: 总基调。\n";

#[test]
fn a_received_plain_text_has_only_true_departures() {
    let gb = encoding_rs::GB18030.encode(PLAIN).0;
    let utf16: Vec<u8> = PLAIN.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for received in [PLAIN.as_bytes(), &gb, &utf16] {
        let scratch = with_received(received, MARKED);
        assert_eq!(found(&scratch.path(".")), [codes::RECEIVED_FORM.name()]);
    }
}

/// The lists of that report: heads in two levels, bullets.
const NUMBERING: &str = "<w:numbering><w:abstractNum w:abstractNumId='1'>\
    <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCountingThousand'/><w:lvlText w:val='%1、'/></w:lvl>\
    <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='chineseCountingThousand'/><w:lvlText w:val='（%2）'/></w:lvl>\
    </w:abstractNum><w:abstractNum w:abstractNumId='2'>\
    <w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='●'/></w:lvl></w:abstractNum>\
    <w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>\
    <w:num w:numId='2'><w:abstractNumId w:val='2'/></w:num></w:numbering>";

const FOOTNOTES: &str = "<w:footnotes><w:footnote w:id='5'><w:p><w:r><w:t>总基调。</w:t></w:r></w:p></w:footnote></w:footnotes>";

const RELATIONS: &str = "<Relationships>\
    <Relationship Id='a' Type='x/numbering' Target='numbering.xml'/>\
    <Relationship Id='b' Type='x/footnotes' Target='footnotes.xml'/></Relationships>";

/// The same as the body of a DOCX: its heads are numbered by the program, its note stands at the foot of a
/// page, a number was written over another.
fn docx_body() -> String {
    let run = |text: &str| format!("<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>");
    let p = |text: &str| format!("<w:p>{}</w:p>", run(text));
    let listed = |level: u8, list: u8, runs: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr></w:pPr>{runs}</w:p>"
        )
    };
    let row = |cells: [&str; 3]| {
        let cells = cells.map(|text| format!("<w:tc>{}</w:tc>", p(text))).concat();
        format!("<w:tr>{cells}</w:tr>")
    };
    let reform = [
        "<w:r><w:rPr><w:b/></w:rPr><w:t>深化改革。</w:t></w:r>",
        &run("坚持稳中求进"),
        "<w:r><w:footnoteReference w:id='5'/></w:r>",
        &run("。第二句"),
        "<w:del><w:r><w:delText>34</w:delText></w:r></w:del>",
        &format!("<w:ins>{}</w:ins>", run("43")),
        &run("家。"),
    ];
    let rows = [["地区", "2016年", "2017年"], ["甲", "3600", "3870"], ["乙", "120", "130"]];
    [
        p("政 府 工 作 报 告"),
        p("——2018年3月31日在甲市</w:t><w:br/><w:t>人民代表大会上"),
        p("市长　张　三"),
        p("各位代表："),
        listed(0, 1, &run("回顾")),
        listed(1, 1, &reform.concat()),
        p("单位：亿元"),
        format!("<w:tbl>{}</w:tbl>", rows.map(row).concat()),
        listed(0, 2, &run("其一；")),
        listed(0, 2, &run("其二。")),
    ]
    .concat()
}

fn as_docx() -> Vec<u8> {
    let document = format!("<w:document><w:body>{}</w:body></w:document>", docx_body());
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in [
        ("word/document.xml", document.as_str()),
        ("word/_rels/document.xml.rels", RELATIONS),
        ("word/numbering.xml", NUMBERING),
        ("word/footnotes.xml", FOOTNOTES),
    ] {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The same as a page of a site.
const PAGE: &str = "<!DOCTYPE html><html><head><title>政府工作报告_甲市</title></head><body>\
    <div><a href=/>首页</a> <a href=/zwgk>政务公开</a></div><div><h1>政府工作报告</h1>\
    <div>发布日期：2018-04-02 来源：日报 <a href=#>打印</a></div><div id=zoom>\
    <p align=center>——2018年3月31日在甲市人民代表大会上</p><p>市长&emsp;张&emsp;三</p><p>各位代表：</p>\
    <p>&emsp;&emsp;<strong>一、回顾</strong></p>\
    <p>（一）深化改革。坚持稳中求进<sup>1</sup>。<br><br>&emsp;&emsp;第二句43家。</p><p>单位：亿元</p>\
    <table><tr><td>地区<td>2016年<td>2017年<tr><td>甲<td>3600<td>3870<tr><td>乙<td>120<td>130</table>\
    <ul><li>其一；<li>其二。</ul><p>注释：</p><p>［1］总基调。</p></div>\
    <div><a href=/b>上一篇：二〇一七年政府工作报告</a></div></div></body></html>";

#[test]
fn a_received_docx_or_page_has_only_true_departures() {
    for received in [as_docx(), PAGE.as_bytes().to_vec()] {
        let scratch = with_received(&received, MARKED);
        assert_eq!(found(&scratch.path(".")), [codes::RECEIVED_FORM.name()]);
        for (word, other) in [
            ("（一）", "（二）"),
            ("# 一、", "# 二、"),
            ("43家", "34家"),
            ("3870", "3780"),
            ("总基调", "总要求"),
            ("求进**[^1]。", "求进**。"),
        ] {
            let scratch = with_received(&received, &MARKED.replacen(word, other, 1));
            let codes_found = found(&scratch.path("."));
            assert!(
                codes_found.contains(&codes::ERRATUM_UNEXPLAINED.name()),
                "{word}: {codes_found:?}"
            );
        }
    }
}

#[test]
fn a_word_that_differs_from_a_received_plain_text_is_found_wherever_it_stands() {
    for (word, other) in [
        ("深化", "深入"),
        ("43家", "34家"),
        ("3870", "3780"),
        ("其二", "其三"),
        ("总基调", "总要求"),
        ("求进**[^1]。", "求进**。"),
        ("其一；", "其一，"),
        ("亿元", "万元"),
        ("第二句43家。\n\n", ""),
        ("# 一、", "# 二、"),
    ] {
        let scratch = with_received(PLAIN.as_bytes(), &MARKED.replacen(word, other, 1));
        let codes_found = found(&scratch.path("."));
        assert!(
            codes_found.contains(&codes::ERRATUM_UNEXPLAINED.name()),
            "{word}: {codes_found:?}"
        );
    }
}

#[test]
fn what_the_front_matter_says_of_the_cover_must_have_been_received() {
    for (word, other) in [("张　三", "李　四"), ("3月31日", "3月30日")] {
        let scratch = with_received(PLAIN.replacen(word, other, 1).as_bytes(), MARKED);
        let codes_found = found(&scratch.path("."));
        assert!(
            codes_found.contains(&codes::ERRATUM_UNEXPLAINED.name()),
            "{word}: {codes_found:?}"
        );
    }
}

#[test]
fn what_departs_is_printed_as_errata_that_explain_it() {
    let scratch = copy();
    let path = format!("{REPORT}/errata.yaml");
    let errata = scratch.read(&path);
    let throughout = &errata[errata.find("- was: \"(\"").unwrap()..];
    // Without any, and without those of one place.
    for kept in ["", throughout] {
        scratch.write(&path, kept.as_bytes());
        let run = scratch.run(&["scan", "errata"]);
        assert_eq!(run.code, 0, "{}", run.shown());
        scratch.write(&path, format!("{}\n{kept}", run.stdout).as_bytes());
        assert_eq!(found(&scratch.path(".")), [codes::RECEIVED_FORM.name()], "{}", run.stdout);
        assert!(
            run.stdout.contains("at: s1.2-p2") && run.stdout.contains("繁体字"),
            "{}",
            run.stdout
        );
    }
    let again = scratch.run(&["scan", "errata"]);
    assert_eq!(again.stdout, "", "{}", again.shown());
}

#[test]
fn findings_are_printed_as_waivers_that_hold() {
    let scratch = Scratch::report(&[(
        "content/r/1-a.en.md",
        "---\n---\n\n# I. Review\n\n## 1. A\n\nGDP reached RMB 3.87 billion.\n\nThe second paragraph.\n",
    )]);
    let run = scratch.run(&["scan", "waivers"]);
    assert_eq!(run.stdout.lines().count(), 2, "{}", run.shown());
    scratch.write("content/r/waivers.yaml", run.stdout.replace('…', "x").as_bytes());
    let check = scratch.run(&["check"]);
    assert_eq!(check.code, 0, "{}", check.shown());
}

/// Blocks of a file's body.
fn blocks(file: &str, lang: &str) -> Vec<String> {
    let text = fs::read_to_string(format!("{REPORT}/{file}.{lang}.md")).unwrap();
    let body = text.splitn(3, "---\n").nth(2).unwrap().to_owned();
    body.split("\n\n")
        .map(|block| block.trim().to_owned())
        .filter(|block| !block.is_empty() && block != "<!-- page -->")
        .collect()
}

#[test]
fn every_paragraph_and_every_heading_is_translated() {
    let (mut paragraphs, mut headings) = (0, 0);
    for file in FILES {
        let (zh, en) = (blocks(file, "zh"), blocks(file, "en"));
        assert_eq!(zh.len(), en.len(), "{file}");
        for (zh, en) in zh.iter().zip(&en) {
            assert_eq!(zh.starts_with('#'), en.starts_with('#'), "{zh}\n{en}");
            let has_han = en.chars().any(|c| ('\u{3400}'..='\u{9fff}').contains(&c));
            assert!(!has_han, "Chinese is left in the translation: {en}");
            assert!(!en.contains(['"', '\'']), "straight quotation marks: {en}");
            if zh.starts_with('#') {
                headings += 1;
            } else {
                paragraphs += 1;
                // The shortest sentences of the report come out at 1.5; a skipped sentence of a
                // long paragraph brings it below 2.
                let ratio = en.chars().count() * 10 / zh.chars().count();
                assert!(zh.chars().count() < 20 || ratio >= 20, "too short ({ratio}): {en}");
            }
        }
    }
    // 76 paragraphs and the salutation; the title, three parts, fifteen numbered sections.
    assert_eq!((paragraphs, headings), (77, 19));
}
