//! Files of Word, WPS and LibreOffice in small.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::read_docx;
use crate::model::{ReceivedContent, RemarkKind};
use crate::received::tests::{remarks, shown};
use crate::source::Locale;

mod beside;
mod wrong;

/// An archive of these parts.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A DOCX with this body and these parts, each with the kind of its relation.
fn docx(body: &str, parts: &[(&str, &str, &str)]) -> Vec<u8> {
    let document = format!("<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>");
    let relation = |(place, (kind, name, _)): (usize, &(&str, &str, &str))| {
        format!(
            "<Relationship Id='r{place}' Type='http://x/relationships/{kind}' Target='{name}'/>"
        )
    };
    let relations: String = parts.iter().enumerate().map(relation).collect();
    let relations = format!("<Relationships>{relations}</Relationships>");
    let names: Vec<String> = parts.iter().map(|(_, name, _)| format!("word/{name}")).collect();
    let mut all: Vec<(&str, &[u8])> = vec![
        ("word/document.xml", document.as_bytes()),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
    ];
    all.extend(parts.iter().zip(&names).map(|((_, _, text), name)| (&**name, text.as_bytes())));
    archive(&all)
}

fn read(body: &str, parts: &[(&str, &str, &str)]) -> ReceivedContent {
    read_docx(&docx(body, parts)).unwrap()
}

fn lines(body: &str, parts: &[(&str, &str, &str)]) -> Vec<String> {
    read(body, parts).blocks.iter().map(shown).collect()
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

#[test]
fn runs_are_joined_and_what_is_hidden_is_left_out() {
    let body = "<w:p><w:r><w:t xml:space='preserve'>松 </w:t></w:r><w:r><w:t> 峪市</w:t></w:r>\
        <w:hyperlink><w:r><w:t>委</w:t></w:r></w:hyperlink>\
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r>\
        <w:smartTag><w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>5</w:t><w:softHyphen/></w:r></w:smartTag>\
        <w:sdt><w:sdtContent><w:r><w:tab/><w:t>地块</w:t></w:r></w:sdtContent></w:sdt>\
        <w:r><w:ruby><w:rt><w:r><w:t>yù</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>峪</w:t></w:r></w:rubyBase></w:ruby></w:r>\
        <w:r><w:lastRenderedPageBreak/><w:sym w:font='Wingdings' w:char='F0FC'/></w:r></w:p>";
    assert_eq!(lines(body, &[]), ["松 峪市委A-5 地块峪✓"]);
}

#[test]
fn any_prefix_of_the_names_will_do() {
    let document = "<x:document xmlns:x='http://purl.oclc.org/ooxml/wordprocessingml/main'>\
        <x:body><x:p><x:pPr><x:outlineLvl x:val='0'/></x:pPr><x:r><x:t>一</x:t></x:r></x:p></x:body></x:document>";
    let relations = "<Relationships><Relationship Id='a' Target='/text/main.xml' \
        Type='http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument'/></Relationships>";
    let bytes =
        archive(&[("_rels/.rels", relations.as_bytes()), ("text/main.xml", document.as_bytes())]);
    let content = read_docx(&bytes).unwrap();
    assert_eq!((shown(&content.blocks[0]), content.read_as), ("h1 一".to_owned(), "DOCX"));
}

#[test]
fn a_line_broken_by_hand_is_a_paragraph_where_a_sentence_ended() {
    let broken = |first: &str, second: &str, sign: &str| {
        format!(
            "<w:p><w:r><w:t>{first}</w:t>{sign}<w:t xml:space='preserve'>{second}</w:t></w:r></w:p>"
        )
    };
    let line = "<w:br/>";
    let page = "<w:br w:type='page'/>";
    assert_eq!(lines(&broken("第三次", "会议上", line), &[]), ["第三次会议上"]);
    assert_eq!(lines(&broken("Third", "Session", line), &[]), ["Third Session"]);
    assert_eq!(lines(&broken("各位代表：", "现在", line), &[]), ["各位代表：", "现在"]);
    assert_eq!(lines(&broken("一、回顾", "　　去年", line), &[]), ["一、回顾", "去年"]);
    assert_eq!(lines(&broken("完了。", "二", page), &[]), ["完了。", "page", "二"]);
    assert_eq!(lines(&broken("全市", "生产", page), &[]), ["全市¶生产"]);
}

#[test]
fn pages_end_at_breaks_sections_and_styles() {
    let begins = "<w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>三</w:t></w:r></w:p>";
    let section = |kind: &str| {
        format!("<w:p><w:pPr><w:sectPr><w:type w:val='{kind}'/></w:sectPr></w:pPr></w:p>")
    };
    let body = [
        p("一"),
        section("nextPage"),
        p("二"),
        "<w:p><w:r><w:br w:type='page'/></w:r></w:p>".to_owned(),
        begins.to_owned(),
        section("nextPage"),
        p("四"),
        "<w:sectPr><w:type w:val='continuous'/></w:sectPr>".to_owned(),
    ];
    // A page ends with the first section: the second begins on a new one; the third goes on.
    assert_eq!(lines(&body.concat(), &[]), ["一", "page", "二", "page", "三", "四"]);
}

const NUMBERING: &str = "<w:numbering xmlns:w='w'>\
    <w:abstractNum w:abstractNumId='0'>\
    <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:suff w:val='nothing'/><w:lvlText w:val='%1、'/><w:pStyle w:val='h1'/></w:lvl>\
    <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='（%2）'/></w:lvl>\
    <w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:isLgl/><w:lvlText w:val='%1.%2.%3'/><w:lvlRestart w:val='0'/></w:lvl>\
    </w:abstractNum>\
    <w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='bullet'/><w:lvlText w:val='&#xF06C;'/></w:lvl>\
    <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='bullet'/><w:lvlText w:val='——'/><w:suff w:val='nothing'/></w:lvl></w:abstractNum>\
    <w:abstractNum w:abstractNumId='2'><w:numStyleLink w:val='own'/></w:abstractNum>\
    <w:abstractNum w:abstractNumId='3'><w:styleLink w:val='own'/><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='russianLower'/><w:lvlText w:val='%1)'/></w:lvl></w:abstractNum>\
    <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>\
    <w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>\
    <w:num w:numId='3'><w:abstractNumId w:val='2'/></w:num>\
    <w:num w:numId='4'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='8'/></w:lvlOverride></w:num>\
    </w:numbering>";

const STYLES: &str = "<w:styles xmlns:w='w'>\
    <w:style w:type='paragraph' w:styleId='h1'><w:name w:val='heading 1'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr><w:outlineLvl w:val='0'/></w:pPr></w:style>\
    <w:style w:type='paragraph' w:styleId='t'><w:name w:val='Title'/></w:style>\
    <w:style w:type='paragraph' w:styleId='toc'><w:name w:val='toc 1'/></w:style></w:styles>";

fn listed(list: u32, level: u32, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr></w:pPr>\
         <w:r><w:t>{text}</w:t></w:r></w:p>"
    )
}

fn styled(style: &str, text: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

#[test]
fn automatic_numbers_are_part_of_the_text() {
    let parts = [("numbering", "numbering.xml", NUMBERING), ("styles", "styles.xml", STYLES)];
    let body = [
        styled("h1", "回顾"),
        listed(1, 1, "工业"),
        listed(1, 1, "农业"),
        listed(1, 2, "粮食"),
        styled("h1", "安排"),
        listed(1, 1, "工业"),
        listed(1, 2, "钢铁"),
        listed(2, 0, "修路"),
        listed(2, 1, "架桥"),
        listed(4, 0, "第八"),
        listed(4, 0, "第九"),
        listed(0, 0, "无"),
        listed(7, 0, "不详"),
    ];
    assert_eq!(
        lines(&body.concat(), &parts),
        [
            "h1 一、回顾",
            "（一）工业",
            "（二）农业",
            "1.2.1 粮食",
            "h1 二、安排",
            "（一）工业",
            // The third level never starts anew.
            "2.1.2 钢铁",
            "item0 修路",
            "——架桥",
            "八、第八",
            "九、第九",
            "无",
            "不详",
        ]
    );
    let unknown = read(&listed(3, 0, "甲"), &parts);
    assert_eq!(shown(&unknown.blocks[0]), "1) 甲");
    assert_eq!(remarks(&unknown), [(RemarkKind::Unread, "russianLower")]);
}

#[test]
fn a_title_stands_above_all_headings() {
    let parts = [("styles", "styles.xml", STYLES)];
    let body = styled("t", "报告") + &styled("h1", "回顾");
    assert_eq!(lines(&body, &parts), ["h1 报告", "h2 回顾"]);
    assert_eq!(lines(&styled("h1", "回顾"), &parts), ["h1 回顾"]);
}

#[test]
fn words_are_strong_by_their_properties_or_by_the_typeface_of_a_paragraph() {
    let run = |properties: &str, text: &str| {
        format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>")
    };
    let font = |name: &str| format!("<w:rFonts w:eastAsia='{name}'/>");
    let body = [
        format!("<w:p>{}{}</w:p>", run("<w:b/>", "一是"), run("<w:b w:val='0'/>", "抓投资。")),
        format!("<w:p>{}{}</w:p>", run(&font("黑体"), "二、"), run(&font("黑体"), "安排")),
        format!("<w:p>{}{}</w:p>", run(&font("楷体_GB2312"), "（一）"), run(&font("仿宋"), "正文")),
        format!("<w:p>{}</w:p>", run(&font("仿宋"), "全市上下团结一心，攻坚克难。")),
    ];
    assert_eq!(
        lines(&body.concat(), &[]),
        ["*一是*抓投资。", "*二、安排*", "（一）正文", "全市上下团结一心，攻坚克难。"]
    );
    // Where the whole text is in such a typeface, it tells nothing.
    let plain = format!("<w:p>{}</w:p>", run(&font("楷体"), "全市"));
    assert_eq!(lines(&plain, &[]), ["全市"]);
}

#[test]
fn the_table_of_contents_and_instructions_are_no_text() {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let instruction = |text: &str| format!("<w:r><w:instrText>{text}</w:instrText></w:r>");
    let text = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let body = [
        format!(
            "<w:p>{}{}{}{}</w:p>",
            field("begin"),
            instruction("TOC \\o"),
            field("separate"),
            text("一、回顾2")
        ),
        format!("<w:p>{}{}</w:p>", text("二、安排7"), field("end")),
        format!(
            "<w:p>{}{}{}{}{}{}{}</w:p>",
            text("见第"),
            field("begin"),
            instruction("PAGEREF a"),
            field("separate"),
            text("7"),
            field("end"),
            text("页")
        ),
        format!(
            "<w:p>{}{}{}{}</w:p>",
            field("begin"),
            instruction("eq \\o\\ac(○,3)"),
            field("end"),
            text("甲")
        ),
        "<w:p><w:fldSimple w:instr='DATE'><w:r><w:t>2月</w:t></w:r></w:fldSimple></w:p>".to_owned(),
    ];
    assert_eq!(lines(&body.concat(), &[]), ["(一、回顾2)", "(二、安排7)", "见第7页", "③甲", "2月"]);
    // A field that never ends takes nothing with it.
    let open = format!("<w:p>{}{}{}</w:p>", field("begin"), instruction("IF"), text("全文"));
    assert_eq!(lines(&open, &[]), ["全文"]);
}
