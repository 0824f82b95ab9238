//! Pages in small.

use proptest::prelude::*;

use super::read_html;
use crate::model::RemarkKind;
use crate::received::tests::{remarks, shown};

fn lines(page: &str) -> Vec<String> {
    read_html(page).blocks.iter().map(shown).collect()
}

/// A sentence that is long enough to be text.
const SENTENCE: &str = "全市生产总值增长百分之六，财政收入增长百分之五，城乡居民收入稳步提高。";

#[test]
fn the_text_is_read_without_what_stands_around_it() {
    let page = format!(
        "<!DOCTYPE html><html><head><title>工作报告_某市政府</title><script>if(a<b){{}}</script></head>\
         <body><div class=top><a href=/>首页</a> | <a href=/x>新闻</a></div>\
         <div class=pos>当前位置：<a href=/>首页</a></div>\
         <div class=article><h1>工作报告</h1>\
         <div class=info><span>发布日期：2022-03-02 09:16</span> <span>来源：日报</span> 字号：<a href=#>大</a></div>\
         <div id=c7><p align=center>——2022年2月22日</p><p>　　各位代表：</p><p>&emsp;&emsp;{SENTENCE}</p>\
         <p style='text-indent:2em'>{SENTENCE}</p></div>\
         <div class=rel><h3>相关阅读</h3><ul><li><a href=/a>图解工作报告</a></ul></div></div>\
         <div class=footer><p>主办：某市政府办公室　承办：信息中心</p></div></body></html>"
    );
    let content = read_html(&page);
    let blocks: Vec<String> = content.blocks.iter().map(shown).collect();
    assert_eq!(blocks, ["h1 工作报告", "——2022年2月22日", "各位代表：", SENTENCE, SENTENCE]);
    let indents: Vec<bool> = content.blocks.iter().map(|block| block.is_indented).collect();
    assert_eq!(indents, [false, false, true, true, true]);
    let [(RemarkKind::PageHead, words)] = remarks(&content)[..] else { panic!("one remark") };
    assert!(words.starts_with("首页 | 新闻") && words.ends_with(')'), "{words}");
}

#[test]
fn a_page_of_nothing_but_text_is_read_whole() {
    let page = format!("<p>工作报告<p>某市市长　某某</p><p>{SENTENCE}</p>");
    assert_eq!(lines(&page), ["工作报告", "某市市长　某某", SENTENCE]);
    assert_eq!(remarks(&read_html(&page)), []);
}

#[test]
fn a_title_above_the_text_belongs_to_it() {
    let around = |inner: &str| {
        format!("<title>年度报告-某县</title><body><ul><li><a href=/>首页</a></ul>{inner}</body>")
    };
    let own = format!("<div><p>某县长</p><div><p>{SENTENCE}</p><p>{SENTENCE}</p></div></div>");
    assert_eq!(lines(&around(&own)), ["某县长", SENTENCE, SENTENCE]);
    let told = format!(
        "<div class=t>年度报告</div><div>作者：甲 时间：2022-01-02 <a href=#>打印</a></div><div><p>{SENTENCE}</p></div>"
    );
    assert_eq!(lines(&around(&told)), ["h1 年度报告", SENTENCE]);
    let twice = format!(
        "<h1>年度报告</h1><a href=#>打印本页</a><div><p>年度 报告</p><p>{SENTENCE}</p></div>"
    );
    assert_eq!(lines(&around(&twice)), ["h1 年度 报告", SENTENCE]);
}

#[test]
fn who_published_a_page_and_how_to_share_it_is_no_text() {
    let page = format!(
        "<body><div class=header><h1><a href=/>某网</a></h1><ul><li><a href=a>要闻</a>{}</ul></div>\
         <div class=article><h1>工作报告</h1><div>2021-03-12 17:01<span>来源： 某社</span>\
         <div>【字体：<span>大</span>】<span>打印</span></div></div>\
         <div id=c><p>工作报告</p><p>市长　某某</p>{}</div><div>责任编辑：某某</div></div>\
         <div><p>网站标识码bm01000001 备案号05070218号</p></div>",
        "<li><a href=b>政务公开</a>".repeat(8),
        format!("<p>{SENTENCE}</p>").repeat(3)
    );
    assert_eq!(lines(&page), ["h1 工作报告", "市长　某某", SENTENCE, SENTENCE, SENTENCE]);
    // A line with a label that nothing else stands beside is kept.
    let own =
        format!("<div><p>报告人：某某</p><div><p>{SENTENCE}</p><p>{SENTENCE}</p></div></div>");
    assert_eq!(lines(&own), ["报告人：某某", SENTENCE, SENTENCE]);
}

#[test]
fn a_page_set_out_by_tables_and_a_form_is_read_by_its_cell() {
    let page = format!(
        "<form><table><tr><td><a href=/>首页</a></td></tr><tr><td><table><tr><td>\
         <p>一、回顾</p><p>{SENTENCE}</p><p>{SENTENCE}</p></td></tr></table></td></tr></table></form>"
    );
    assert_eq!(lines(&page), ["一、回顾", SENTENCE, SENTENCE]);
}

#[test]
fn menus_and_forms_inside_the_text_are_left_out_and_a_form_around_it_is_not() {
    let page = format!(
        "<form><p>某市</p><p>某县</p><p>二〇二二年</p><ul><li><a href=/a>下一篇报告</a></ul><div><p>{SENTENCE}</p></div></form>\
         <p>附录</p><form><label>意见</label><input></form>"
    );
    assert_eq!(lines(&page), ["某市", "某县", "二〇二二年", SENTENCE, "附录"]);
    let content = read_html(&page);
    assert_eq!(remarks(&content), [(RemarkKind::PageHead, "下一篇报告 (5)")]);
}

#[test]
fn a_table_of_nothing_but_places_is_read_by_its_cells() {
    let page = format!("<table>{}</table>", "<tr><td colspan=1000>甲<td>乙".repeat(2));
    assert_eq!(lines(&page), ["甲", "乙", "甲", "乙"]);
    let steps = format!("<table>{}</table>", "<tr><td rowspan=0>甲".repeat(1200));
    assert_eq!(lines(&steps).len(), 1200);
}

#[test]
fn a_line_is_a_paragraph_where_a_sentence_ended_or_it_is_indented() {
    assert_eq!(lines("<p>第一段。<br><br>&emsp;&emsp;第二段。</p>"), ["第一段。", "第二段。"]);
    assert_eq!(lines("<p>一、回顾<br>　　去年</p>"), ["一、回顾", "去年"]);
    assert_eq!(lines("<p>在第三次<br>会议上</p>"), ["在第三次会议上"]);
    assert_eq!(lines("<p>在第三次\n会议上 the\nend</p>"), ["在第三次会议上 the end"]);
    assert_eq!(lines("<p>第三次<br><br>会议上</p>"), ["第三次", "会议上"]);
    assert_eq!(lines("<pre>第一段。\n第二段。</pre>"), ["第一段。", "第二段。"]);
}

#[test]
fn what_words_are_is_told_by_their_elements() {
    let page = "<h2>二、<b>安排</b></h2><p><strong>一是</strong>抓<span style='font-weight:700'>投资</span>。</p>\
        <blockquote><p>引文。</p></blockquote><hr><p>a&nbsp;&amp;&ldquo;b&rdquo;<p hidden>无<p style='display: none'>无\
        <p>10<sup>8</sup>亩<sup>1</sup>，甲<sup>［2］</sup><del>旧</del></p><p><img src=/i/a.png alt=图></p><ruby>峪<rt>yù</rt></ruby>";
    let content = read_html(page);
    let blocks: Vec<String> = content.blocks.iter().map(shown).collect();
    assert_eq!(
        blocks,
        [
            "h2 二、安排",
            "*一是*抓*投资*。",
            "> 引文。",
            "page",
            "a &“b”",
            "10⁸亩［1］，甲［2］",
            "峪"
        ]
    );
    assert_eq!(remarks(&content), [(RemarkKind::Deleted, "旧"), (RemarkKind::OtherPicture, "图")]);
}

#[test]
fn heads_are_told_by_their_typeface_where_the_text_is_in_another_one() {
    let head = "<p><span style='font-size:16pt; font-family: 黑体, SimHei'>一、回顾</span></p><p><font face=楷体_GB2312>（一）工业</font></p>";
    let text = format!("<p style='font-family:仿宋'>{SENTENCE}</p>");
    assert_eq!(lines(&(head.to_owned() + &text)), ["*一、回顾*", "*（一）工业*", SENTENCE]);
    let whole = format!("<div style='font-family:楷体'>{head}<p>{SENTENCE}</p></div>");
    assert_eq!(lines(&whole), ["一、回顾", "（一）工业", SENTENCE]);
    let light = "<strong>一是<span style='font-weight:normal'>抓投资。</span></strong>";
    assert_eq!(lines(light), ["*一是*抓投资。"]);
    assert_eq!(lines("<p style='font-weight: bold'>一、回顾</p>"), ["*一、回顾*"]);
}

#[test]
fn numbers_of_lists_are_words_and_bullets_are_not() {
    let page = "<ul><li>甲<li>乙<ul><li>丙</ul></ul>\
        <ol start=3><li>三</li><li><p>四</p><p>续</p></li><li value=9>九</ol>\
        <ol type=a><li><h2>x</h2></ol><ol reversed><li>二</li><li>一</li></ol>\
        <ol style='list-style-type:cjk-ideographic'><li>回顾</ol>";
    assert_eq!(
        lines(page),
        [
            "item0 甲",
            "item0 乙",
            "item1 丙",
            "3. 三",
            "4. 四",
            "续",
            "9. 九",
            "h2 a. x",
            "2. 二",
            "1. 一",
            "一、回顾"
        ]
    );
}

#[test]
fn cells_of_a_table_stand_at_their_places() {
    let page = "<table><caption>表1</caption><thead><tr><th rowspan=2>指标<th colspan=2>数值\
        <tr><th>上<br>年<th>本年<tbody><tr><td>产值<td>3.5<td><p>4.0</p><tr><td colspan=9999>合计</table>";
    let page = page.replace("9999", "3");
    assert_eq!(lines(&page)[0], "表1");
    assert_eq!(lines(&page)[1], "指标|数值| / |上年|本年 / 产值|3.5|4.0 / 合计||");
    assert_eq!(
        lines("<table><tr><td>一<td><p>甲。<p>乙。<p>丙。</table>"),
        ["一", "甲。", "乙。", "丙。"]
    );
}

#[test]
fn a_block_knows_its_line() {
    let content = read_html("<html>\n<body>\n<p>一</p>\n\n<p>\n二</p>");
    let places: Vec<usize> = content.blocks.iter().map(|block| block.line).collect();
    assert_eq!(places, [3, 5]);
    assert_eq!(content.read_as, "HTML");
}

#[test]
fn elements_may_be_as_deep_as_they_like() {
    let page = "<div>".repeat(20_000) + "底" + &"</div>".repeat(20_000);
    assert_eq!(lines(&page), ["底"]);
}

proptest! {
    #[test]
    fn any_text_is_read_as_a_page(text in "\\PC{0,120}") {
        read_html(&text);
    }

    #[test]
    fn any_order_of_tags_is_read(picks in prop::collection::vec(0..26_usize, 0..40)) {
        const TAGS: [&str; 26] = [
            "<p>", "</p>", "<div>", "</div>", "<table>", "</table>", "<tr>", "<td rowspan=3 colspan=2>", "</td>",
            "<li>", "<ol reversed>", "</ol>", "<ul>", "</ul>", "<b>", "</b>", "<br>", "<sup>1</sup>",
            "一、回顾", "去年，全市增长。", "&emsp;", "\n ", "<h1>", "</h1>", "<svg>", "<a href=x>甲</a>",
        ];
        let page: String = picks.into_iter().map(|pick| TAGS[pick]).collect();
        let content = read_html(&page);
        for block in &content.blocks {
            for mark in &block.marks {
                prop_assert!(block.text.get(mark.range.clone()).is_some());
            }
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = crate::received::read_received("a.html", &bytes);
        let _ = crate::received::read_received("a", &bytes);
    }
}
