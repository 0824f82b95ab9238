//! What stands beside the text, and what other programs write.

use super::*;

#[test]
fn notes_stand_behind_the_text_with_their_numbers_in_print() {
    let note = |kind: &str, id: u32| format!("<w:r><w:{kind}Reference w:id='{id}'/></w:r>");
    let body = format!(
        "<w:p><w:r><w:t>甲［</w:t></w:r>{}<w:r><w:t>］乙</w:t></w:r>{}</w:p>\
         <w:tbl><w:tr><w:tc><w:p><w:r><w:t>丙</w:t></w:r>{}</w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>\
         <w:p><w:r><w:t>戊</w:t></w:r><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>NOTEREF _a \\h</w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>\
         <w:p><w:r><w:t>丁</w:t></w:r><w:r><w:footnoteReference w:customMarkFollows='1' w:id='9'/><w:t>*</w:t></w:r></w:p>",
        note("footnote", 7),
        note("endnote", 2),
        note("footnote", 8)
    );
    let footnotes = "<w:footnotes xmlns:w='w'><w:footnote w:type='separator' w:id='-1'><w:p/></w:footnote>\
        <w:footnote w:id='7'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:tab/><w:t>其一。</w:t></w:r></w:p><w:p><w:r><w:t>续。</w:t></w:r></w:p></w:footnote>\
        <w:footnote w:id='8'><w:p><w:r><w:t>其二。</w:t></w:r></w:p></w:footnote>\
        <w:footnote w:id='9'><w:p><w:r><w:t>其三。</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let endnotes = "<w:endnotes xmlns:w='w'><w:endnote w:id='2'><w:p><w:r><w:t>尾。</w:t></w:r></w:p></w:endnote></w:endnotes>";
    let parts = [("footnotes", "footnotes.xml", footnotes), ("endnotes", "endnotes.xml", endnotes)];
    assert_eq!(
        lines(&body, &parts),
        [
            "甲［］^1乙^4",
            "丙［2］|",
            "戊1^1",
            "丁*^*",
            "[1] 其一。",
            "[1] 续。",
            "[2] 其二。",
            "[*] 其三。",
            "[4] 尾。",
        ]
    );
}

#[test]
fn tracked_changes_are_taken_as_accepted_and_told() {
    let body = "<w:p><w:r><w:t>总值</w:t></w:r><w:del><w:r><w:delText>1542.8</w:delText></w:r></w:del>\
        <w:ins><w:r><w:t>1548</w:t></w:r></w:ins><w:ins><w:r><w:t>.2</w:t></w:r></w:ins><w:r><w:t>亿元</w:t></w:r></w:p>\
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>推进智慧城市，</w:t></w:r></w:p>\
        <w:p><w:pPr><w:outlineLvl w:val='1'/><w:pPrChange><w:pPr><w:outlineLvl w:val='5'/></w:pPr></w:pPrChange></w:pPr>\
        <w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:r><w:t>建点。</w:t></w:r><w:moveTo><w:r><w:t>移来</w:t></w:r></w:moveTo></w:p>\
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>全删</w:delText></w:r></w:del></w:p>\
        <w:p><w:commentRangeStart w:id='0'/><w:r><w:t>末段</w:t></w:r><w:r><w:commentReference w:id='0'/></w:r></w:p>";
    let comments = "<w:comments xmlns:w='w'><w:comment w:id='0'><w:p><w:r><w:t>待核</w:t></w:r></w:p></w:comment></w:comments>";
    let content = read(body, &[("comments", "comments.xml", comments)]);
    let blocks: Vec<String> = content.blocks.iter().map(shown).collect();
    assert_eq!(blocks, ["总值1548.2亿元", "h2 推进智慧城市，建点。移来", "末段"]);
    assert_eq!(content.blocks[2].line, 5);
    assert_eq!(
        remarks(&content),
        [
            (RemarkKind::Deleted, "1542.8"),
            (RemarkKind::Inserted, "1548.2"),
            (RemarkKind::Deleted, "移走"),
            (RemarkKind::Inserted, "移来"),
            (RemarkKind::Deleted, "全删"),
            (RemarkKind::Comment, "待核"),
        ]
    );
}

#[test]
fn cells_that_are_merged_stand_in_their_first_place() {
    let cell =
        |properties: &str, text: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{text}</w:tc>");
    let inner =
        format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl><w:p/>", cell("", &p("子")), cell("", &p("丑")));
    let body = format!(
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>{}{}</w:tr>\
         <w:sdt><w:sdtContent><w:tr>{}{}{}</w:tr></w:sdtContent></w:sdt>\
         <w:tr><w:trPr><w:del/></w:trPr>{}</w:tr><w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{}{}</w:tr></w:tbl>",
        cell("<w:vMerge w:val='restart'/>", &p("指标")),
        cell("<w:gridSpan w:val='2'/>", &p("数值")),
        cell("<w:vMerge/>", "<w:p/>"),
        cell("", &(p("上") + &p("年"))),
        cell("", &(p("this") + &p("year"))),
        cell("", &p("旧行")),
        cell("", &p("3.5")),
        cell("", &inner),
    );
    let content = read(&body, &[]);
    assert_eq!(shown(&content.blocks[0]), "指标|数值| / |上年|this year / |3.5|子 丑");
    assert_eq!(remarks(&content), [(RemarkKind::Deleted, "旧行")]);
    // Places that no words stand in do not fill the memory.
    let wide = cell("<w:gridSpan w:val='4000000000'/>", &p("甲"));
    let wide = format!("<w:tbl>{}</w:tbl>", format!("<w:tr>{wide}{wide}</w:tr>").repeat(30));
    assert_eq!(lines(&wide, &[]).len(), 60);
    let framed = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell("", &(p("一") + &p("二"))));
    assert_eq!(lines(&framed, &[]), ["一", "二"]);
}

#[test]
fn what_is_drawn_comes_behind_its_paragraph_and_is_told() {
    let boxed = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", p(text));
    let body = format!(
        "<w:p><w:r><w:t>甲</w:t><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{}</wps:txbx></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><v:textbox>{}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>\
         <w:p><w:r><w:pict><v:shape><v:textbox>{}</v:textbox></v:shape></w:pict></w:r></w:p>\
         <w:p><w:r><w:drawing><wp:inline><wp:docPr descr='市徽'/><a:blip r:embed='r0'/></wp:inline></w:drawing></w:r></w:p>\
         <w:p><w:r><w:drawing><wp:inline><wp:docPr/><c:chart r:id='r1'/></wp:inline></w:drawing></w:r>\
         <m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>\
         <w:p><w:r><w:object><v:shape><v:imagedata r:id='r0'/></v:shape><o:OLEObject ProgID='Excel.Sheet'/></w:object></w:r></w:p>\
         <w:p><w:r><w:pict><v:shape><v:textpath string='红头'/></v:shape></w:pict></w:r></w:p>",
        boxed("框"),
        boxed("框"),
        boxed("旧框")
    );
    let chart = "<c:chartSpace><c:title><a:t>产值</a:t></c:title></c:chartSpace>";
    let parts = [("image", "media/a.png", "PNG"), ("chart", "chart.xml", chart)];
    let content = read(&body, &parts);
    let blocks: Vec<String> = content.blocks.iter().map(shown).collect();
    assert_eq!(blocks, ["甲", "框", "旧框", "picture0", "x=1"]);
    let picture = &content.pictures[0];
    assert_eq!((&*picture.name, &*picture.alternative), ("a.png", "市徽"));
    assert_eq!(picture.bytes, b"PNG");
    assert_eq!(
        remarks(&content),
        [
            (RemarkKind::TextBox, "框"),
            (RemarkKind::TextBox, "旧框"),
            (RemarkKind::Picture, "市徽"),
            (RemarkKind::Unread, "产值"),
            (RemarkKind::Unread, "x=1"),
            (RemarkKind::Unread, "Excel.Sheet"),
            (RemarkKind::Unread, "红头"),
        ]
    );
}

#[test]
fn heads_of_pages_are_told_once_and_numbers_of_pages_never() {
    let head = |text: &str| format!("<w:hdr xmlns:w='w'>{}</w:hdr>", p(text));
    let parts = [
        ("header", "header1.xml", &*head("内部资料")),
        ("header", "header2.xml", &*head("内部资料")),
        ("footer", "footer1.xml", &*head("— 3 —")),
        ("footer", "footer2.xml", &*head("12")),
    ];
    let content = read(&p("正文"), &parts);
    assert_eq!(remarks(&content), [(RemarkKind::PageHead, "内部资料")]);
}

/// Files as LibreOffice and a library of Python write them.
#[test]
fn files_of_other_programs_are_read() {
    let libreoffice = include_bytes!("../../../../tests/fixtures/received/libreoffice.docx");
    let content = read_docx(libreoffice).unwrap();
    let blocks: Vec<String> = content.blocks.iter().map(shown).collect();
    assert_eq!(
        blocks,
        [
            "h1 测试县工作报告",
            "h2 总体情况",
            "一、粮食生产稳定^1；",
            "1.面积八万亩",
            "2.产量三万吨",
            "二、就业扩大^2。",
            "*一是抓投资。*全年投资 增长6%。",
            "第二段落。",
            "item0 修路；",
            "item0 架桥。",
            "指标|数值| / |上年|本年 / 产值|3.5|4.0",
            "附录。",
            "[1] 含薯类。",
            "[2] 年末数。",
        ]
    );
    let python = include_bytes!("../../../../tests/fixtures/received/python-docx.docx");
    let content = read_docx(python).unwrap();
    let blocks: Vec<String> = content.blocks.iter().map(shown).collect();
    assert_eq!(
        blocks,
        [
            "h1 河口县财政报告",
            "h2 一、收入",
            "*（一）税收。*全年入库9.8亿元，增长4%。",
            "item0 保工资；",
            "item0 保运转。",
            "1. 压减支出；",
            "2. 盘活存量。",
            "项目| / 税收|9.8",
            "page",
            "> 谢谢大家。",
        ]
    );
}

#[test]
fn a_file_that_cannot_be_read_says_why() {
    let said = |bytes: &[u8]| {
        let fault = read_docx(bytes).unwrap_err();
        format!("{}; {}", fault.message.text(Locale::En), fault.help.text(Locale::En))
    };
    let whole = docx(&p("一"), &[]);
    assert!(said(&whole[..whole.len() / 2]).contains("the archive"));
    assert!(said(&archive(&[("word/x.xml", b"<a/>")])).contains("has no `word/document.xml`"));
    let broken = archive(&[("word/document.xml", b"<w:document><w:body>")]);
    assert!(said(&broken).contains("`word/document.xml` in this DOCX is broken"));
    let deep = format!("<w:p>{}{}</w:p>", "<w:sdt>".repeat(300), "</w:sdt>".repeat(300));
    assert!(said(&docx(&deep, &[])).contains("is broken"));
    // As deep as may be, it is read.
    let nested = "<w:tbl><w:tr><w:tc>".repeat(80) + &p("底") + &"</w:tc></w:tr></w:tbl>".repeat(80);
    assert_eq!(lines(&nested, &[]), ["底"]);
    let zeros = vec![b' '; (64 << 20) + 1];
    assert!(said(&archive(&[("word/document.xml", &zeros)])).contains("more than 64 MiB"));
}
