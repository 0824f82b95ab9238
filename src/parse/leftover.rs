//! What was meant as Markdown and stayed literal.
//!
//! A construct that is typed almost right is not a fault to a parser: it is text, and a reader sees
//! the signs. So the plain text is looked through once more for each construct that the README
//! promises; code is passed over, and so is what is written with a backslash.

use crate::model::effort::spend;
use crate::model::{Block, BlockContent, MarkKind, Text, is_han};
use crate::source::{Diagnostic, Message, SourceFile, Span, codes, message};

/// The longest label, id or destination that is looked for, in bytes, so that a hostile text costs no
/// more than its length.
const LONGEST: usize = 200;

/// A construct that stayed literal: how many bytes of the text it takes, what is wrong, and the fix.
struct Leftover {
    length: usize,
    message: Message,
    help: Message,
}

impl Leftover {
    fn new(length: usize, message: Message, help: Message) -> Self {
        Self { length, message, help }
    }
}

/// Looks at the text from a place on, where a line of the source may begin.
type Construct = fn(rest: &str, place: &Place) -> Option<Leftover>;

/// What is known of a place in a text.
#[derive(Debug)]
struct Place<'a> {
    /// Whether nothing but marks of lists and quotations stands before it on its line.
    begins_line: bool,
    /// Whether the text begins here.
    begins_text: bool,
    /// Whether the text begins a quotation.
    in_quote: bool,
    /// The source from here on.
    source: &'a str,
}

/// Every construct that is looked for. One more is a function and a line here.
const CONSTRUCTS: &[Construct] =
    &[heading, footnote, heading_id, list_item, definition, alert, table, link, term, comment];

/// The findings in all texts of a file.
pub(super) fn find(
    blocks: &[&Block],
    texts: &[Text],
    file: &SourceFile,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for block in blocks {
        let quoted = match &block.content {
            BlockContent::Quote { blocks, .. } => blocks.first(),
            _ => None,
        };
        if let Some(BlockContent::Paragraph(text)) = quoted.map(|first| &first.content) {
            let scan = Scan { text: &texts[text.0 as usize], file, in_quote: true };
            scan.scan_text(&[alert], diagnostics);
        }
        let own = match &block.content {
            // What lies inside comes by itself.
            BlockContent::Quote { .. } | BlockContent::List { .. } => Vec::new(),
            BlockContent::Definitions(all) => {
                all.iter().flat_map(|one| one.terms.iter().copied()).collect()
            }
            _ => block.texts(),
        };
        for text in own {
            let scan = Scan { text: &texts[text.0 as usize], file, in_quote: false };
            scan.scan_text(CONSTRUCTS, diagnostics);
        }
    }
}

/// One text being looked through.
struct Scan<'a> {
    text: &'a Text,
    file: &'a SourceFile,
    in_quote: bool,
}

impl Scan<'_> {
    fn scan_text(&self, constructs: &[Construct], diagnostics: &mut Vec<Diagnostic>) {
        let plain = &*self.text.plain;
        // Most texts have none of these.
        if !plain.contains(is_sign) {
            return;
        }
        let code = self.text.marks.iter().filter(|mark| mark.kind == MarkKind::Code);
        let mut code = code.map(|mark| mark.start as usize..mark.end as usize).peekable();
        let mut at = 0;
        while let Some(found) = plain[at..].find(is_sign) {
            at += found;
            let rest = &plain[at..];
            let sign = rest.chars().next().map_or(1, char::len_utf8);
            while code.next_if(|range| range.end <= at).is_some() {}
            let in_code = code.peek().is_some_and(|range| range.contains(&at));
            let source = self.text.source_range(at..at + 1).start;
            if in_code || self.is_escaped(source) {
                at += sign;
                continue;
            }
            let place = Place {
                begins_line: self.begins_line(source),
                begins_text: at == 0,
                in_quote: self.in_quote,
                source: self.file.text.get(source..).unwrap_or_default(),
            };
            let Some(found) = constructs.iter().find_map(|construct| construct(rest, &place))
            else {
                at += sign;
                continue;
            };
            let range = self.text.source_range(at..at + found.length);
            diagnostics.push(
                Diagnostic::new(codes::MARKDOWN_LITERAL, found.message)
                    .at(Span::new(self.file.id, range))
                    .help(found.help),
            );
            at += found.length.max(sign);
        }
    }

    /// Whether a backslash says that the sign itself is meant.
    fn is_escaped(&self, source: usize) -> bool {
        source > 0 && self.file.text.as_bytes().get(source - 1) == Some(&b'\\')
    }

    fn begins_line(&self, source: usize) -> bool {
        let before = self.file.text.get(..source).unwrap_or_default();
        let mut before = before.chars().rev().take(LONGEST).take_while(|c| *c != '\n');
        before.all(|c| {
            spend(1);
            c.is_whitespace() || matches!(c, '>' | '-' | '*' | '+')
        })
    }
}

/// Signs with which the constructs begin.
fn is_sign(c: char) -> bool {
    matches!(c, '#' | '＃' | '[' | '{' | '-' | '*' | '+' | '：' | '|' | '｜' | ']' | '<')
}

/// The beginning of a text, as far as anything is looked for.
fn near(text: &str) -> &str {
    let near = &text[..text.floor_char_boundary(LONGEST)];
    spend(near.len());
    near
}

/// `##标题`: a heading without its blank.
fn heading(rest: &str, place: &Place) -> Option<Leftover> {
    if !place.begins_line || !rest.starts_with(['#', '＃']) {
        return None;
    }
    let words = rest.trim_start_matches(['#', '＃']);
    let signs = rest[..rest.len() - words.len()].chars().count();
    let next = words.chars().next().filter(|c| !c.is_whitespace())?;
    // `#1` is a number, and a lone `#` may be a sign of its own.
    let is_heading = if signs == 1 { next.is_alphabetic() } else { signs <= 6 };
    let length = rest.len() - words.len();
    let title: String = words.chars().take_while(|c| !c.is_whitespace()).take(12).collect();
    let level = "#".repeat(signs);
    is_heading.then(|| {
        Leftover::new(
            length,
            message!("markdown-literal-heading"),
            message!("markdown-literal-heading.help", heading = format!("{level} {title}")),
        )
    })
}

/// `[^a]`: a note that is not defined, or whose definition has a full-width colon.
fn footnote(rest: &str, place: &Place) -> Option<Leftover> {
    let inside = rest.strip_prefix("[^")?;
    let end = near(inside).find([']', '\n', ' ']).filter(|end| *end > 0)?;
    let (label, after) = (&inside[..end], inside[end..].strip_prefix(']')?);
    let length = rest.len() - after.len();
    let help = if place.begins_line && after.starts_with(['：', ':']) {
        message!("markdown-literal-footnote.definition", label = label)
    } else {
        message!("markdown-literal-footnote.help", label = label)
    };
    Some(Leftover::new(length, message!("markdown-literal-footnote", label = label), help))
}

/// `{#id}`: an id that is not at the end of its heading.
fn heading_id(rest: &str, _: &Place) -> Option<Leftover> {
    let inside = rest.strip_prefix("{#")?;
    let end = near(inside).find(['}', '\n']).filter(|end| *end > 0)?;
    inside[end..].starts_with('}').then(|| {
        Leftover::new(
            "{#".len() + end + 1,
            message!("markdown-literal-id"),
            message!("markdown-literal-id.help", id = &inside[..end]),
        )
    })
}

/// `-甲`: an item of a list without its blank.
fn list_item(rest: &str, place: &Place) -> Option<Leftover> {
    let item = rest.strip_prefix(['-', '*', '+'])?;
    let is_item = place.begins_line && item.starts_with(is_han);
    is_item.then(|| {
        Leftover::new(
            1,
            message!("markdown-literal-item"),
            message!("markdown-literal-item.help", sign = &rest[..1]),
        )
    })
}

/// `：释义`: an explanation under its term with a full-width colon.
fn definition(rest: &str, place: &Place) -> Option<Leftover> {
    let is_one = place.begins_line && !place.begins_text && rest.starts_with('：');
    is_one.then(|| {
        Leftover::new(
            '：'.len_utf8(),
            message!("markdown-literal-definition"),
            message!("markdown-literal-definition.help"),
        )
    })
}

/// `> [!NOTES]`: an alert that is none.
fn alert(rest: &str, place: &Place) -> Option<Leftover> {
    let inside = rest.strip_prefix("[!").filter(|_| place.in_quote && place.begins_text)?;
    let end = near(inside).find([']', '\n'])?;
    inside[end..].starts_with(']').then(|| {
        Leftover::new(
            "[!".len() + end + 1,
            message!("markdown-literal-alert", alert = &inside[..end]),
            message!("markdown-literal-alert.help"),
        )
    })
}

/// `| 甲 | 乙 |` without the line of `|---|---|` under it.
fn table(rest: &str, place: &Place) -> Option<Leftover> {
    let inside = rest.strip_prefix(['|', '｜']).filter(|_| place.begins_line)?;
    let has_cells = inside.contains(['|', '｜']);
    let line = place.source.lines().next().unwrap_or_default();
    let columns = line.trim().trim_matches(['|', '｜']).split(['|', '｜']).count();
    has_cells.then(|| {
        Leftover::new(
            // One finding for the whole of it.
            rest.trim_end().len(),
            message!("markdown-literal-table"),
            message!("markdown-literal-table.help", rule = format!("|{}", "---|".repeat(columns))),
        )
    })
}

/// `[甲]（1-a.md）`, `![图](图.png` and the like: a link that is none.
fn link(rest: &str, _: &Place) -> Option<Leftover> {
    let inside = rest.strip_prefix("](").or_else(|| rest.strip_prefix("]（"))?;
    let end = near(inside).find([')', '）', '\n'])?;
    let destination = inside[..end].trim();
    let is_address = destination.starts_with(['#', '@', '/', '.'])
        || destination.contains(".md")
        || destination.contains("://");
    is_address.then(|| {
        Leftover::new(
            rest.len() - inside.len() + end,
            message!("markdown-literal-link"),
            message!("markdown-literal-link.help", destination = destination),
        )
    })
}

/// `[[术语]` and `[[术语`.
fn term(rest: &str, _: &Place) -> Option<Leftover> {
    rest.starts_with("[[").then(|| {
        Leftover::new(
            "[[".len(),
            message!("markdown-literal-term"),
            message!("markdown-literal-term.help"),
        )
    })
}

/// `<!-- page` that is never closed.
fn comment(rest: &str, _: &Place) -> Option<Leftover> {
    rest.starts_with("<!--").then(|| {
        Leftover::new(
            "<!--".len(),
            message!("markdown-literal-comment"),
            message!("markdown-literal-comment.help"),
        )
    })
}

#[cfg(test)]
mod tests {
    use crate::model::effort::assert_linear;
    use crate::model::{LangId, Script};
    use crate::parse::parse_document;
    use crate::source::{Sources, codes};

    /// What is found, as (key of the message, words of the source).
    fn found(body: &str) -> Vec<(&'static str, String)> {
        let mut sources = Sources::default();
        let id = sources.add("a.zh.md", format!("---\ntitle: t\n---\n{body}"));
        let file = sources.get(id);
        let parsed = parse_document(file, LangId::ORIGINAL, Script::Han);
        let literal = parsed.diagnostics.iter().filter(|one| one.code == codes::MARKDOWN_LITERAL);
        literal
            .map(|one| {
                let key = one.message.key().trim_start_matches("markdown-literal-");
                (key, file.text[one.labels[0].span.range()].to_owned())
            })
            .collect()
    }

    #[track_caller]
    fn assert_found(body: &str, expected: &[(&str, &str)]) {
        let found = found(body);
        let found: Vec<(&str, &str)> = found.iter().map(|(key, words)| (*key, &**words)).collect();
        assert_eq!(found, expected, "{body}");
    }

    #[test]
    fn what_is_typed_almost_right_is_found() {
        assert_found("##无空格标题", &[("heading", "##")]);
        assert_found("第一行\n#标题", &[("heading", "#")]);
        assert_found("＃＃ 标题", &[("heading", "＃＃")]);
        assert_found("＃＃标题", &[("heading", "＃＃")]);
        assert_found("甲[^a]。", &[("footnote", "[^a]")]);
        assert_found("甲[^a]。\n\n[^a]：注。", &[("footnote", "[^a]"), ("footnote", "[^a]")]);
        assert_found("## 概况{#overview}的", &[("id", "{#overview}")]);
        assert_found("-甲\n-乙", &[("item", "-"), ("item", "-")]);
        assert_found("术语\n：释义", &[("definition", "：")]);
        assert_found("> [!NOTES]\n> 甲", &[("alert", "[!NOTES]")]);
        assert_found("| 甲 | 乙 |\n| 1 | 2 |", &[("table", "| 甲 | 乙 |\n| 1 | 2 |")]);
        assert_found("见[甲]（1-a.zh.md）。", &[("link", "]（1-a.zh.md")]);
        assert_found("见[[术语]。", &[("term", "[[")]);
        assert_found("甲 <!-- page", &[("comment", "<!--")]);
        assert_found("推进**“甲”工程", &[("emphasis", "**")]);
        assert_found("推进~~“甲”工程", &[("emphasis", "~~")]);
        assert_found("```\n甲\n\n乙", &[("code", "```")]);
    }

    #[test]
    fn signs_without_end_cost_no_more_than_their_number() {
        for sign in ["[^", "{#", "](", "[!", "甲-", "`a`[^", "|", "#"] {
            assert_linear(sign, 1000, |count| drop(found(&sign.repeat(count))));
        }
    }

    #[test]
    fn what_is_right_or_meant_as_it_stands_is_not() {
        for body in [
            "## 标题 {#id}",
            "甲[^a]。\n\n[^a]: 注。",
            "- 甲\n- 乙",
            "术语\n: 释义",
            "术语\n:释义",
            "> [!NOTE]\n> 甲",
            "> 甲[!乙]",
            "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |",
            "见[甲](1-a.zh.md)。[注]（见附件）",
            "见[[术语]]。",
            "甲<!-- page -->乙",
            "`##甲` `[^a]` `| a |`",
            "\\##甲和\\[^a]",
            "#1 in the province",
            "C#甲、A#乙",
            "下降-5%，-5%到-3%",
            "增长3~5%，达到7~8%",
            "文件_名称_一",
            "姓名：________",
            "```\n甲\n```",
            "甲|乙",
        ] {
            assert_found(body, &[]);
        }
    }
}
