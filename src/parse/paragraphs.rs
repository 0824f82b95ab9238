//! A plain text into a [`Document`]: paragraphs with empty lines between them, and no markup.

use crate::model::{
    Block, BlockContent, Document, FrontMatter, LangId, LocalAddress, Script, SectionNumber, Text,
    TextId,
};
use crate::source::{SourceFile, Span};

/// Every run of lines that are not empty is a paragraph. A line end inside it is a blank in English
/// and nothing in Chinese.
pub(crate) fn paragraphs(file: &SourceFile, lang: LangId, script: Script) -> Document {
    // The title is empty: a plain text has none.
    let mut texts = vec![Text::default()];
    let mut blocks = Vec::new();
    let mut at = 0;
    let mut open: Option<Paragraph> = None;
    for line in file.text.split_inclusive('\n') {
        let words = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        if words.is_empty() {
            close_paragraph(file, open.take(), &mut texts, &mut blocks);
            continue;
        }
        let paragraph = open.get_or_insert_with(|| Paragraph::new(start));
        paragraph.add_line(words, start, script);
    }
    close_paragraph(file, open, &mut texts, &mut blocks);
    let top = Span::new(file.id, 0..0);
    Document {
        file: file.id,
        lang,
        front: FrontMatter::default(),
        title: TextId(0),
        title_span: top,
        blocks,
        footnotes: Vec::new(),
        rows: Vec::new(),
        texts,
        annotations: Vec::new(),
        terms: Vec::new(),
        references: Vec::new(),
        body_start: 0,
    }
}

/// A paragraph being read.
struct Paragraph {
    start: usize,
    end: usize,
    plain: String,
    origin: Vec<(u32, u32)>,
}

impl Paragraph {
    fn new(start: usize) -> Self {
        Self { start, end: start, plain: String::new(), origin: Vec::new() }
    }

    fn add_line(&mut self, words: &str, start: usize, script: Script) {
        if script == Script::Latin && !self.plain.is_empty() {
            self.plain.push(' ');
        }
        self.origin.push((to_u32(self.plain.len()), to_u32(start)));
        self.plain.push_str(words);
        self.end = start + words.len();
    }
}

fn close_paragraph(
    file: &SourceFile,
    paragraph: Option<Paragraph>,
    texts: &mut Vec<Text>,
    blocks: &mut Vec<Block>,
) {
    let Some(Paragraph { start, end, plain, origin }) = paragraph else { return };
    let id = TextId(to_u32(texts.len()));
    texts.push(Text { plain: plain.into(), marks: Box::new([]), origin: origin.into() });
    blocks.push(Block {
        span: Span::new(file.id, start..end),
        counted: Some(LocalAddress {
            section: SectionNumber::default(),
            paragraph: u16::try_from(blocks.len() + 1).unwrap_or(u16::MAX),
            ..LocalAddress::default()
        }),
        content: BlockContent::Paragraph(id),
    });
}

/// A file is at most 4 GiB long.
fn to_u32(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    #[test]
    fn paragraphs_end_at_empty_lines_and_lead_back_to_their_source() {
        let mut sources = Sources::default();
        let id = sources.add("a.txt", "\n  One\ntwo\n\n\n# three *four*\n".to_owned());
        let document = paragraphs(sources.get(id), LangId::ORIGINAL, Script::Latin);
        let texts: Vec<&str> = document.texts.iter().skip(1).map(|text| &*text.plain).collect();
        assert_eq!(texts, ["One two", "# three *four*"]);
        let two = document.texts[1].source_range(4..7);
        assert_eq!(&sources.get(id).text[two], "two");
    }

    #[test]
    fn a_line_end_in_chinese_leaves_no_blank() {
        let mut sources = Sources::default();
        let id = sources.add("a.txt", "生产\n总值".to_owned());
        let document = paragraphs(sources.get(id), LangId::ORIGINAL, Script::Han);
        assert_eq!(&*document.texts[1].plain, "生产总值");
    }
}
