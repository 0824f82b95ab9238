//! Markdown events into blocks.

use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{
    BlockQuoteKind, CodeBlockKind, Event, OffsetIter, Options, Parser, Tag, TagEnd,
};

use super::footnotes;
use super::inline::{self, Inline};
use super::{leftover, numbered};
use crate::model::{
    Alert, Alignment, Block, BlockContent, Definition, Footnote, Reference, RowMark, Script, Text,
    TextId,
};
use crate::source::{Diagnosed, Diagnostic, FileId, SourceFile, Span, codes, message};

/// How deep quotations and lists may be nested. Far beyond any report; a bound is needed because
/// blocks are built by recursion and the text may be hostile.
const DEEPEST_NESTING: usize = 32;

/// What the body of a file holds.
pub(super) struct ParsedBody {
    pub(super) blocks: Vec<Block>,
    pub(super) footnotes: Vec<Footnote>,
    pub(super) texts: Vec<Text>,
    pub(super) references: Vec<Reference>,
    pub(super) rows: Vec<RowMark>,
}

impl ParsedBody {
    pub(super) fn add_text(&mut self, text: Text) -> TextId {
        self.texts.push(text);
        TextId(to_u32(self.texts.len() - 1))
    }
}

/// Parses the body of a file, which begins at byte `body_start`.
pub(super) fn parse(file: &SourceFile, body_start: usize, script: Script) -> Diagnosed<ParsedBody> {
    // Not set on purpose: MATH (`单价$5、$6元` is money) and SMART_PUNCTUATION (it would change
    // Chinese quotation marks).
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_WIKILINKS;
    let (body, numbers) = numbered::without_lists(&file.text[body_start..]);
    let body: &str = &body;
    let mut builder = Builder {
        events: Parser::new_ext(body, options).into_offset_iter().peekable(),
        body,
        file: file.id,
        body_start,
        inline: Inline::new(file.id, body_start, script, !numbers.is_empty()),
        texts: Vec::new(),
        footnotes: Vec::new(),
        rows: Vec::new(),
    };
    let blocks = builder.read_blocks(0);
    builder.inline.diagnostics.extend(numbers_told(file.id, body, body_start, &numbers));
    let Builder { mut inline, mut texts, footnotes, rows, .. } = builder;
    let footnotes = footnotes::order(footnotes, &mut texts, &mut inline);
    let mut all: Vec<&Block> = Vec::new();
    let noted = footnotes.iter().flat_map(|note| &note.blocks);
    blocks.iter().chain(noted).for_each(|block| block.collect_blocks(&mut all));
    leftover::find(&all, &texts, file, &mut inline.diagnostics);
    let parsed = ParsedBody { blocks, footnotes, texts, references: inline.references, rows };
    Diagnosed { value: parsed, diagnostics: inline.diagnostics }
}

/// That numbers of paragraphs are read as words, once for a page.
fn numbers_told(
    file: FileId,
    body: &str,
    body_start: usize,
    numbers: &[Range<usize>],
) -> Option<Diagnostic> {
    let (first, last) = numbers.first().zip(numbers.last())?;
    let digits = |range: &Range<usize>| body[range.start..range.end - 1].to_owned();
    let said = message!("markdown-numbered", first = digits(first), last = digits(last));
    let place = body_start + first.start..body_start + first.end;
    Some(Diagnostic::new(codes::MARKDOWN_NUMBERED, said).at(Span::new(file, place)))
}

struct Builder<'a> {
    events: Peekable<OffsetIter<'a>>,
    body: &'a str,
    file: FileId,
    body_start: usize,
    inline: Inline,
    texts: Vec<Text>,
    footnotes: Vec<Footnote>,
    rows: Vec<RowMark>,
}

impl<'a> Builder<'a> {
    /// Blocks up to the end of the enclosing one, whose end event is consumed.
    fn read_blocks(&mut self, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some((event, range)) = self.events.peek() {
            let range = range.clone();
            match event {
                Event::End(_) => {
                    self.events.next();
                    break;
                }
                Event::Start(tag) if !inline::is_inline(tag) => {
                    let tag = tag.clone();
                    self.events.next();
                    if depth >= DEEPEST_NESTING {
                        self.too_deep(&range);
                        continue;
                    }
                    if let Some(content) = self.read_block(tag, &range, depth) {
                        blocks.push(self.new_block(content, range));
                    }
                }
                Event::Rule => {
                    self.events.next();
                    blocks.push(self.new_block(BlockContent::Rule, range));
                }
                Event::Html(_) => {
                    self.events.next();
                }
                // A tight list item holds its words without a paragraph around them.
                _ => {
                    let (text, range) = self.loose_text(range);
                    blocks.push(self.new_block(BlockContent::Paragraph(text), range));
                }
            }
        }
        blocks
    }

    fn read_block(
        &mut self,
        tag: Tag<'a>,
        range: &Range<usize>,
        depth: usize,
    ) -> Option<BlockContent> {
        Some(match tag {
            Tag::Paragraph => BlockContent::Paragraph(self.read_text()),
            Tag::Heading { level, id, .. } => BlockContent::Heading {
                level: level as u8,
                text: self.read_text(),
                id: id.map(|id| id.to_string()),
            },
            Tag::BlockQuote(kind) => {
                BlockContent::Quote { alert: kind.map(alert), blocks: self.read_blocks(depth + 1) }
            }
            Tag::CodeBlock(kind) => self.read_code(&kind, range),
            Tag::HtmlBlock => return self.read_html(range),
            Tag::List(start) => self.read_list(start, depth),
            Tag::FootnoteDefinition(label) => {
                let blocks = self.read_blocks(depth + 1);
                let span = self.file_span(range.clone());
                self.footnotes.push(Footnote {
                    label: label.to_string(),
                    mentions: 0,
                    span,
                    blocks,
                });
                return None;
            }
            Tag::Table(columns) => self.read_table(columns.into_iter().map(alignment).collect()),
            Tag::DefinitionList => self.read_definitions(depth),
            // Inline tags, list items, table parts and metadata never come here: the first are
            // told apart by the caller, the others are read by the block they lie in.
            _ => {
                self.read_blocks(depth + 1);
                return None;
            }
        })
    }

    fn read_list(&mut self, start: Option<u64>, depth: usize) -> BlockContent {
        let mut items = Vec::new();
        let mut is_tight = true;
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => {
                    is_tight &=
                        !matches!(self.events.peek(), Some((Event::Start(Tag::Paragraph), _)));
                    items.push(self.read_blocks(depth + 1));
                }
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        BlockContent::List { start, is_tight, items }
    }

    fn read_table(&mut self, columns: Vec<Alignment>) -> BlockContent {
        let (mut head, mut rows) = (Vec::new(), Vec::new());
        let mut row = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::TableRow) => self.refuse_further_cells(&range, head.len()),
                Event::Start(Tag::TableCell) => row.push(self.read_text()),
                Event::End(TagEnd::TableHead) => head = std::mem::take(&mut row),
                Event::End(TagEnd::TableRow) => rows.push(std::mem::take(&mut row)),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        BlockContent::Table { columns, head, rows }
    }

    /// Reports the cells of a row beyond its head: they stand on no page.
    fn refuse_further_cells(&mut self, range: &Range<usize>, columns: usize) {
        let row = self.body[range.clone()].trim_end();
        // What opens and closes a row parts no cells.
        let (start, end) = (usize::from(row.starts_with('|')), row.len());
        let is_escaped = |at: usize| row[..at].ends_with('\\');
        let bars = row.match_indices('|').map(|(at, _)| at).filter(|at| !is_escaped(*at));
        let mut parting = bars.filter(|at| *at >= start && *at + 1 < end);
        let Some(at) = parting.nth(columns.saturating_sub(1)) else { return };
        let cell = &row[at + 1..];
        let blank = cell.len() - cell.trim_start().len();
        let length = cell.trim().trim_end_matches('|').trim_end().len();
        let first = range.start + at + 1 + blank;
        let span = self.file_span(first..first + length);
        self.inline.diagnostics.push(
            Diagnostic::new(codes::TABLE_CELLS, message!("table-cells", columns = columns))
                .at(span)
                .help(message!("table-cells.help")),
        );
    }

    fn read_definitions(&mut self, depth: usize) -> BlockContent {
        let mut definitions: Vec<Definition> = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::DefinitionListTitle) => {
                    let term = self.read_text();
                    match definitions.last_mut() {
                        Some(last) if last.details.is_empty() => last.terms.push(term),
                        _ => {
                            definitions.push(Definition { terms: vec![term], details: Vec::new() });
                        }
                    }
                }
                Event::Start(Tag::DefinitionListDefinition) => {
                    let details = self.read_blocks(depth + 1);
                    if definitions.is_empty() {
                        definitions.push(Definition::default());
                    }
                    if let Some(last) = definitions.last_mut() {
                        last.details.push(details);
                    }
                }
                Event::End(TagEnd::DefinitionList) => break,
                _ => {}
            }
        }
        BlockContent::Definitions(definitions)
    }

    fn read_code(&mut self, kind: &CodeBlockKind<'a>, range: &Range<usize>) -> BlockContent {
        let language = match kind {
            CodeBlockKind::Fenced(info) => {
                info.split([' ', ',', '{']).next().unwrap_or_default().to_owned()
            }
            CodeBlockKind::Indented => String::new(),
        };
        if let CodeBlockKind::Fenced(_) = kind {
            self.refuse_open_fence(range);
        }
        let mut code = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Text(text) => code.push_str(&text),
                Event::End(_) => break,
                _ => {}
            }
        }
        BlockContent::Code { language, code }
    }

    /// Reports a fence that is never closed: all the rest of the page would be code.
    fn refuse_open_fence(&mut self, range: &Range<usize>) {
        let mut lines = self.body[range.clone()].trim_end().lines();
        let fence = lines.next().unwrap_or_default().trim_start();
        let sign = fence.chars().next().unwrap_or('`');
        let length = fence.len() - fence.trim_start_matches(sign).len();
        let last = lines.next_back().unwrap_or_default();
        let last = last.trim_start_matches([' ', '\t', '>']);
        if last.len() >= length && last.chars().all(|c| c == sign) {
            return;
        }
        let span = self.file_span(range.start..range.start + length);
        self.inline.diagnostics.push(
            Diagnostic::new(codes::MARKDOWN_LITERAL, message!("markdown-literal-code"))
                .at(span)
                .help(message!("markdown-literal-code.help", fence = &fence[..length])),
        );
    }

    /// A block of HTML: the mark of a page break, a comment, or something refused.
    fn read_html(&mut self, range: &Range<usize>) -> Option<BlockContent> {
        for (event, _) in self.events.by_ref() {
            if matches!(event, Event::End(_)) {
                break;
            }
        }
        match inline::comment(&self.body[range.clone()]) {
            Some(inline::Comment::PageBreak) => Some(BlockContent::PageBreak),
            Some(inline::Comment::Row(counts)) => {
                let comment = self.body[range.clone()].trim_end().len();
                let span = self.file_span(range.start..range.start + comment);
                self.rows.push(RowMark { counts, span });
                None
            }
            Some(inline::Comment::Other) => None,
            None => {
                let first_line = self.body[range.clone()].lines().next().unwrap_or_default().len();
                let span = self.file_span(range.start..range.start + first_line);
                self.inline.refuse_html(span);
                // Its place is kept, so that the pair still runs in step.
                let writer = self.inline.begin_text();
                Some(BlockContent::Paragraph(self.add_text(writer)))
            }
        }
    }

    /// The text of a block, up to its end event, which is consumed.
    fn read_text(&mut self) -> TextId {
        let mut writer = self.inline.begin_text();
        for (event, range) in self.events.by_ref() {
            if let Event::End(tag) = &event
                && !inline::is_inline_end(*tag)
            {
                break;
            }
            self.inline.event(&mut writer, event, range, self.body);
        }
        self.add_text(writer)
    }

    /// The text of a tight list item, up to the next block or the end of the item.
    fn loose_text(&mut self, first: Range<usize>) -> (TextId, Range<usize>) {
        let mut writer = self.inline.begin_text();
        let mut range = first;
        while let Some((event, at)) = self.events.next_if(|(event, _)| match event {
            Event::Start(tag) => inline::is_inline(tag),
            Event::End(tag) => inline::is_inline_end(*tag),
            Event::Rule | Event::Html(_) => false,
            _ => true,
        }) {
            range.end = range.end.max(at.end);
            self.inline.event(&mut writer, event, at, self.body);
        }
        (self.add_text(writer), range)
    }

    fn add_text(&mut self, writer: inline::Writer) -> TextId {
        let text = self.inline.finish_text(writer, self.body);
        self.texts.push(text);
        TextId(to_u32(self.texts.len() - 1))
    }

    /// Skips a block that lies too deep.
    fn too_deep(&mut self, range: &Range<usize>) {
        let mut open = 1;
        while open > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => open += 1,
                Some((Event::End(_), _)) => open -= 1,
                None => break,
                _ => {}
            }
        }
        let span = self.file_span(range.clone());
        let diagnostic = Diagnostic::new(codes::HEADING_LEVEL, message!("heading-level-too-deep"))
            .labelled(span, message!("heading-level-too-deep.label", most = DEEPEST_NESTING))
            .help(message!("heading-level-too-deep.help"));
        self.inline.diagnostics.push(diagnostic);
    }

    fn new_block(&self, content: BlockContent, range: Range<usize>) -> Block {
        let trimmed = self.body[range.clone()].trim_end().len();
        Block { content, span: self.file_span(range.start..range.start + trimmed), counted: None }
    }

    fn file_span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, self.body_start + range.start..self.body_start + range.end)
    }
}

fn alert(kind: BlockQuoteKind) -> Alert {
    match kind {
        BlockQuoteKind::Note => Alert::Note,
        BlockQuoteKind::Tip => Alert::Tip,
        BlockQuoteKind::Important => Alert::Important,
        BlockQuoteKind::Warning => Alert::Warning,
        BlockQuoteKind::Caution => Alert::Caution,
    }
}

fn alignment(alignment: pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None => Alignment::None,
        pulldown_cmark::Alignment::Left => Alignment::Left,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::Right,
    }
}

/// Offsets and counts inside one file, which is at most 4 GiB long.
pub(super) fn to_u32(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
