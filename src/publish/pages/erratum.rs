//! A departure from the received text in words: what Markdown says with signs is named.

use tera::Value;

use crate::model::LangId;
use crate::publish::html::escaped;
use crate::publish::pages::Renderer;

/// How a page break of the original is marked in content, and in a text as received.
const PAGE_BREAKS: [&str; 2] = ["<!-- page -->", "---"];

/// What stands in a quotation of Markdown.
#[derive(Debug, PartialEq, Eq)]
enum Piece<'a> {
    Words(&'a str),
    PageBreak,
    Paragraph,
    Line,
    /// The level of a heading.
    Heading(usize),
    /// Blanks alone, so many.
    Blanks(usize),
}

impl Renderer<'_> {
    /// A quotation of Markdown as a reader understands it: `⏎### （三）` is “\[heading of level 3\] （三）”.
    pub(super) fn quoted_markdown(&self, lang: LangId, text: &str) -> Value {
        let tag = &self.site.languages.get(lang).tag;
        let named = |key: &str, number: usize| {
            let words = self.interface_word(lang, key, &[("n", &number.to_string())]);
            format!("<span lang=\"{}\">{}</span>", escaped(tag), escaped(&words))
        };
        let said = pieces(text).into_iter().map(|piece| match piece {
            Piece::Words(words) => escaped(words),
            Piece::PageBreak => named("errata_page_break", 0),
            Piece::Paragraph => named("errata_paragraph", 0),
            Piece::Line => named("errata_line", 0),
            Piece::Heading(level) => named("errata_heading", level),
            Piece::Blanks(number) => named("errata_blanks", number),
        });
        Value::safe_string(&said.collect::<String>())
    }
}

/// The pieces of a quotation. Ends of lines at its own ends are only where it was cut.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    if !text.is_empty() && text.chars().all(|c| c == ' ') {
        return vec![Piece::Blanks(text.len())];
    }
    let mut pieces = Vec::new();
    let mut gap = 0;
    for line in text.trim_matches('\n').split('\n') {
        if line.trim().is_empty() {
            gap += 1;
            continue;
        }
        let is_break = PAGE_BREAKS.contains(&line.trim());
        if !pieces.is_empty() && !is_break && pieces.last() != Some(&Piece::PageBreak) {
            pieces.push(if gap > 0 { Piece::Paragraph } else { Piece::Line });
        }
        gap = 0;
        if is_break {
            pieces.push(Piece::PageBreak);
        } else {
            line_pieces(line, &mut pieces);
        }
    }
    pieces
}

fn line_pieces<'a>(line: &'a str, pieces: &mut Vec<Piece<'a>>) {
    let level = line.len() - line.trim_start_matches('#').len();
    let is_heading = (1..=6).contains(&level) && line[level..].starts_with(' ');
    let words = if is_heading { line[level..].trim_start() } else { line };
    if is_heading {
        pieces.push(Piece::Heading(level));
    }
    for (number, part) in words.split(PAGE_BREAKS[0]).enumerate() {
        if number > 0 {
            pieces.push(Piece::PageBreak);
        }
        if !part.is_empty() {
            pieces.push(Piece::Words(part));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_markdown_are_named_and_words_stay() {
        use Piece::{Blanks, Heading, Line, PageBreak, Paragraph, Words};
        for (text, expected) in [
            ("名胜區", vec![Words("名胜區")]),
            ("工商联、人\n\n民团体", vec![Words("工商联、人"), Paragraph, Words("民团体")]),
            ("建设\n\n---\n\n示范镇", vec![Words("建设"), PageBreak, Words("示范镇")]),
            ("建设<!-- page -->示范镇", vec![Words("建设"), PageBreak, Words("示范镇")]),
            ("\n### （三）以“最多跑一次”", vec![Heading(3), Words("（三）以“最多跑一次”")]),
            ("#### (五) 顺应", vec![Heading(4), Words("(五) 顺应")]),
            ("甲\n乙", vec![Words("甲"), Line, Words("乙")]),
            (" ", vec![Blanks(1)]),
            ("#1", vec![Words("#1")]),
            ("", vec![]),
        ] {
            assert_eq!(pieces(text), expected, "{text:?}");
        }
    }
}
