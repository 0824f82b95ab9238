//! One Markdown file into a [`Document`].
//!
//! Knows one file and nothing else, and never fails: what cannot be read is a finding, and the
//! document holds what could be.
//!
//! 1. `input::front_matter` splits off and reads the YAML at the top;
//! 2. `numbered` keeps numbers that run on through paragraphs from being lists, and `blocks` walks the Markdown
//!    events and builds blocks;
//! 3. `inline` builds the texts of the blocks: plain characters and marks;
//! 4. `emphasis` finds emphasis that CommonMark leaves literal beside Chinese punctuation, and
//!    `removal` takes its marks out, and blanks that were typed between Chinese and Latin;
//! 5. `footnotes` gives each mention its note;
//! 6. `leftover` looks for what was meant as Markdown and stayed literal;
//! 7. `address` numbers sections and blocks.

mod address;
mod blocks;
mod emphasis;
mod footnotes;
mod inline;
mod leftover;
mod numbered;
mod paragraphs;
mod removal;

use crate::input::front_matter;
use crate::model::{BlockContent, Document, FrontMatter, LangId, Script, Text, TextId};
use crate::source::{Diagnosed, Diagnostic, SourceFile, Span, codes, message};

pub(crate) use paragraphs::paragraphs;

/// Parses a file in a language.
pub fn parse_document(file: &SourceFile, lang: LangId, script: Script) -> Diagnosed<Document> {
    let mut diagnostics = Vec::new();
    let (front, body_start) = front_matter::read_front_matter(file).into_value(&mut diagnostics);
    let mut parsed = blocks::parse(file, body_start, script).into_value(&mut diagnostics);
    let (title, title_span) = take_title(&mut parsed, &front, file, body_start, &mut diagnostics);
    address::assign_addresses(&mut parsed.blocks, &mut diagnostics);
    let document = Document {
        file: file.id,
        lang,
        front,
        title,
        title_span,
        blocks: parsed.blocks,
        footnotes: parsed.footnotes,
        rows: parsed.rows,
        texts: parsed.texts,
        annotations: Vec::new(),
        terms: Vec::new(),
        references: parsed.references,
        body_start,
    };
    Diagnosed { value: document, diagnostics }
}

/// Takes the title from the heading that opens the page, or from the front matter.
fn take_title(
    parsed: &mut blocks::ParsedBody,
    front: &FrontMatter,
    file: &SourceFile,
    body_start: usize,
    diagnostics: &mut Vec<Diagnostic>,
) -> (TextId, Span) {
    let opening = parsed.blocks.first().and_then(|block| match &block.content {
        BlockContent::Heading { level: 1, text, .. } => Some((*text, block.span)),
        _ => None,
    });
    let top = Span::new(file.id, body_start.min(file.text.len())..body_start.min(file.text.len()));
    match (opening, &front.title) {
        (Some((text, span)), None) => {
            parsed.blocks.remove(0);
            (text, span)
        }
        (Some((text, span)), Some(_)) => {
            parsed.blocks.remove(0);
            diagnostics.push(
                Diagnostic::new(codes::TITLE_MISSING, message!("title-missing-twice"))
                    .labelled(span, message!("title-missing-twice.label"))
                    .help(message!("title-missing-twice.help")),
            );
            (text, span)
        }
        (None, Some(title)) => (parsed.add_text(plain_title(title)), top),
        (None, None) if front.has_faults => (parsed.add_text(plain_title("")), top),
        (None, None) => {
            diagnostics.push(
                Diagnostic::new(codes::TITLE_MISSING, message!("title-missing-page"))
                    .at(top)
                    .help(message!("title-missing-page.help")),
            );
            (parsed.add_text(plain_title("")), top)
        }
    }
}

fn plain_title(text: &str) -> Text {
    Text { plain: text.into(), marks: Box::new([]), origin: Box::new([]) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::MarkKind;
    use crate::source::Sources;

    fn parse(body: &str, script: Script) -> Diagnosed<Document> {
        let mut sources = Sources::default();
        let id = sources.add("a.zh.md", format!("---\ntitle: t\n---\n{body}"));
        parse_document(sources.get(id), LangId::ORIGINAL, script)
    }

    /// The first paragraph, strong words in `[…]`.
    fn shown(body: &str) -> String {
        let document = parse(body, Script::Han).value;
        let Some(BlockContent::Paragraph(id)) = document.blocks.first().map(|b| b.content.clone())
        else {
            return String::new();
        };
        let text = document.text(id);
        let mut shown = text.plain.to_string();
        let mut strong: Vec<_> =
            text.marks.iter().filter(|mark| mark.kind == MarkKind::Strong).collect();
        strong.sort_by_key(|mark| std::cmp::Reverse(mark.start));
        for mark in strong {
            shown.insert(mark.end as usize, ']');
            shown.insert(mark.start as usize, '[');
        }
        shown
    }

    #[test]
    fn bold_beside_chinese_quotation_marks_is_bold() {
        assert_eq!(shown("深化**“标准地”**改革"), "深化[“标准地”]改革");
        assert_eq!(shown("**国内生产总值（GDP）**增长"), "[国内生产总值（GDP）]增长");
        assert_eq!(shown("一**“二”**三**“四”**五"), "一[“二”]三[“四”]五");
        assert_eq!(shown("plain **bold** plain"), "plain [bold] plain");
    }

    /// The first paragraph, and what its marks are over.
    fn marked(body: &str) -> (String, Vec<(MarkKind, String)>) {
        let document = parse(body, Script::Han).value;
        let text = &document.texts[0];
        let words = |start: u32, end: u32| text.plain[start as usize..end as usize].to_owned();
        let marks = text.marks.iter().map(|mark| (mark.kind, words(mark.start, mark.end)));
        (text.plain.to_string(), marks.collect())
    }

    #[test]
    fn every_marker_works_beside_chinese_punctuation_by_one_rule() {
        use MarkKind::{Emphasis, Strikethrough, Strong};
        let cases: [(&str, &[MarkKind]); 7] = [
            ("*", &[Emphasis]),
            ("**", &[Strong]),
            ("***", &[Strong, Emphasis]),
            ("_", &[Emphasis]),
            ("__", &[Strong]),
            ("___", &[Strong, Emphasis]),
            ("~~", &[Strikethrough]),
        ];
        for (marker, kinds) in cases {
            for inside in ["“甲乙”", "甲（乙）", "《甲》乙"] {
                let (plain, marks) = marked(&format!("推进{marker}{inside}{marker}工程。"));
                assert_eq!(plain, format!("推进{inside}工程。"), "{marker}");
                let expected: Vec<_> =
                    kinds.iter().map(|kind| (*kind, inside.to_owned())).collect();
                assert_eq!(marks, expected, "{marker}");
            }
        }
    }

    /// Seen to fail: 5%，达到7 was struck out, and the ranges were lost.
    #[test]
    fn a_lone_tilde_is_a_range_and_strikes_nothing_out() {
        for plain in ["增长3~5%，达到7~8%。", "甲~乙~丙"] {
            assert_eq!(marked(plain), (plain.to_owned(), Vec::new()));
        }
        let (plain, marks) = marked("增长~~3~5%~~。");
        assert_eq!(plain, "增长3~5%。");
        assert_eq!(marks, [(MarkKind::Strikethrough, "3~5%".to_owned())]);
    }

    #[test]
    fn asterisks_that_are_meant_stay_and_those_without_a_partner_are_reported() {
        assert_eq!(shown("3\\*\\*4"), "3**4");
        let parsed = parse("深化**“标准地”改革", Script::Han);
        assert_eq!(parsed.diagnostics.len(), 1);
        assert_eq!(parsed.diagnostics[0].code, codes::MARKDOWN_LITERAL);
    }

    #[test]
    fn a_line_break_between_chinese_characters_leaves_no_blank() {
        assert_eq!(shown("全面\n推进"), "全面推进");
        assert_eq!(shown("增长\n6.5%"), "增长6.5%");
        assert_eq!(shown("，**推\n进**"), "，[推进]");
        let english = parse("one\ntwo", Script::Latin).value;
        assert_eq!(&*english.texts.last().unwrap().plain.replace('\n', "?"), "t");
        assert_eq!(&*english.texts[0].plain, "one two");
    }

    #[test]
    fn blanks_typed_beside_numbers_vanish_and_blanks_in_names_and_code_stay() {
        assert_eq!(shown("处置 43 家 **“僵尸企业”**"), "处置43家[“僵尸企业”]");
        assert_eq!(shown("金华市市长 尹学群"), "金华市市长 尹学群");
        assert_eq!(shown("　　首段，３　家。"), "首段，３　家。");
        assert_eq!(shown("用 `a 中 b` 写"), "用a 中 b写");
    }

    #[test]
    fn a_place_in_the_text_leads_back_to_the_source() {
        let body = "一 **“二”** 3 家";
        let mut sources = Sources::default();
        let id = sources.add("a.zh.md", format!("---\ntitle: t\n---\n{body}"));
        let parsed = parse_document(sources.get(id), LangId::ORIGINAL, Script::Han).value;
        let text = &parsed.texts[0];
        let at = text.plain.find("3家").unwrap();
        let source = text.source_range(at..at + 1);
        assert_eq!(&sources.get(id).text[source], "3");
        let quoted = text.plain.find('二').unwrap();
        assert_eq!(&sources.get(id).text[text.source_range(quoted..quoted + 3)], "二");
    }

    #[test]
    fn addresses_follow_sections_and_page_breaks_have_none() {
        let body = "开头\n\n## 一\n\n甲\n\n<!-- page -->\n\n乙<!-- page -->丙\n\n- 丁\n- 戊\n";
        let parsed = parse(body, Script::Han);
        assert!(parsed.diagnostics.is_empty(), "{:?}", parsed.diagnostics);
        let ids: Vec<_> = parsed
            .value
            .blocks
            .iter()
            .map(|block| block.counted.map(|address| address.id(&[2])).unwrap_or_default())
            .collect();
        assert_eq!(ids, ["s2-p1", "s2.1", "s2.1-p1", "", "s2.1-p2", "s2.1-p3"]);
    }

    #[test]
    fn hostile_nesting_is_refused_and_not_followed() {
        let parsed = parse(&format!("{}x", "> ".repeat(5000)), Script::Han);
        assert!(!parsed.diagnostics.is_empty());
    }

    proptest! {
        #[test]
        fn no_text_makes_the_parser_panic_and_every_mark_lies_on_a_character(
            body in "[一“”，。*_`\\[\\]()<>!#|~:\\-\\n 3a^&;>+\\\\]{0,60}"
        ) {
            for script in [Script::Han, Script::Latin] {
                let parsed = parse(&body, script).value;
                for text in &parsed.texts {
                    for mark in &text.marks {
                        prop_assert!(mark.start <= mark.end);
                        prop_assert!(text.plain.is_char_boundary(mark.start as usize));
                        prop_assert!(text.plain.is_char_boundary(mark.end as usize));
                    }
                    let mut last = None;
                    for (plain, _) in &text.origin {
                        prop_assert!(last < Some(*plain));
                        last = Some(*plain);
                    }
                }
            }
        }
    }
}
