//! Blocks into HTML.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

use super::escape::{escape, escape_attribute};
use super::highlight::{self, Highlights};
use super::text::write_text;
use crate::model::{
    Alert, Alignment, Block, BlockContent, ConceptId, Definition, Document, Footnote, Language,
    Side, Target, TextId,
};
use crate::publish::typeset::TextKind;

/// Interface words that stand inside the text, in the language of the text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Words {
    /// Read out where a page of the original ends.
    pub(crate) folio: String,
    /// What is seen there.
    pub(crate) folio_mark: String,
    /// Names a table that scrolls.
    pub(crate) table_region: String,
    /// Names a piece of code that scrolls.
    pub(crate) code_region: String,
    /// Heads of notes: note, tip, important, warning, caution.
    pub(crate) alerts: [String; 5],
    /// Names the way back from a footnote.
    pub(crate) footnote_back: String,
}

/// How the sides of a page are written.
pub(crate) struct SideRenderer<'a> {
    /// The language of the text.
    pub(crate) language: &'a Language,
    /// Words of the interface in that language.
    pub(crate) words: &'a Words,
    /// The address of a target, seen from the page that is written.
    pub(crate) href: &'a dyn Fn(&Target) -> String,
    /// What comes before the number in the ids of footnotes: `s1-`.
    pub(crate) note_prefix: String,
    /// The number that readers see of each footnote of the document.
    pub(crate) note_numbers: Vec<u32>,
    /// The figures of each text, by start, none overlapping.
    pub(crate) figures: &'a BTreeMap<TextId, Vec<FigureLink>>,
    /// The address of a term that is a link, and whether most readers know what is meant.
    pub(crate) term_link: &'a dyn Fn(ConceptId) -> (String, bool),
    /// The code blocks of the site, highlighted.
    pub(crate) highlights: &'a Highlights<'a>,
    /// Whether this side gives ids; of two sides on a page, only the first may.
    pub(crate) has_ids: bool,
}

/// A number in a text that leads to its indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FigureLink {
    /// The number, in bytes of the plain text.
    pub(crate) range: Range<usize>,
    /// The ids it has on the page, one for each indicator it says something of; none where another
    /// side has them.
    pub(crate) ids: Vec<String>,
    /// Where it leads.
    pub(crate) href: String,
}

/// A text as HTML and as plain characters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct RenderedText {
    /// Markup.
    pub(crate) html: String,
    /// Characters.
    pub(crate) text: String,
}

/// One side of a page as HTML.
#[derive(Debug, Clone, Default)]
pub(crate) struct RenderedSide {
    /// The title.
    pub(crate) title: RenderedText,
    /// The blocks, in the order of the document. A heading is its words, without a tag around
    /// them; a page break is empty.
    pub(crate) blocks: Vec<String>,
    /// The footnotes, in the order of the document.
    pub(crate) footnotes: Vec<String>,
}

impl SideRenderer<'_> {
    /// Writes one side.
    pub(crate) fn side(&self, side: &Side) -> RenderedSide {
        let document = &*side.document;
        let writer = BlockWriter { renderer: self, document, side };
        RenderedSide {
            title: writer.rendered(document.title),
            blocks: document.blocks.iter().map(|block| writer.top_level(block)).collect(),
            footnotes: document
                .footnotes
                .iter()
                .zip(&self.note_numbers)
                .map(|(note, number)| writer.footnote(*number, note))
                .collect(),
        }
    }
}

/// Code as a block of a page; `region` names it for those who do not see it.
pub(crate) fn code_block(code: &str, language: &str, region: &str) -> String {
    let mut html = String::new();
    let highlighted = highlight::highlighted(code, language);
    write_code(&mut html, code, highlighted.as_deref(), region, "");
    html
}

/// Writes code; plain where it is not highlighted.
fn write_code(
    to: &mut String,
    code: &str,
    highlighted: Option<&str>,
    region: &str,
    attributes: &str,
) {
    to.push_str("<pre class=\"code\" role=\"group\" tabindex=\"0\" aria-label=\"");
    escape_attribute(to, region);
    let _ = write!(to, "\"{attributes}><code>");
    match highlighted {
        Some(html) => to.push_str(html),
        None => escape(to, code),
    }
    to.push_str("</code></pre>");
}

/// The id of a mention of a footnote: `fnref-2`, and `fnref-2-3` for the third time.
pub(super) fn reference_id(prefix: &str, number: u32, mention: u32) -> String {
    match mention {
        0 | 1 => format!("fnref-{prefix}{number}"),
        _ => format!("fnref-{prefix}{number}-{mention}"),
    }
}

struct BlockWriter<'a> {
    renderer: &'a SideRenderer<'a>,
    document: &'a Document,
    side: &'a Side,
}

impl BlockWriter<'_> {
    fn rendered(&self, text: TextId) -> RenderedText {
        let mut html = String::new();
        self.write_text(&mut html, text, TextKind::Heading);
        RenderedText { html, text: self.document.text(text).plain.to_string() }
    }

    /// ` lang="ar" dir="rtl"`; the direction only where it is not the usual one.
    fn lang_attributes(&self) -> String {
        let language = self.renderer.language;
        let dir = language.dir().map_or(String::new(), |dir| format!(" dir=\"{dir}\""));
        format!(" lang=\"{}\"{dir}", language.tag)
    }

    fn top_level(&self, block: &Block) -> String {
        let mut html = String::with_capacity(512);
        let lang = self.lang_attributes();
        match &block.content {
            BlockContent::Heading { text, .. } => {
                self.write_text(&mut html, *text, TextKind::Heading);
            }
            BlockContent::PageBreak => {}
            _ => self.write_block(&mut html, block, &lang),
        }
        html
    }

    /// A footnote with a way back to each of its mentions.
    fn footnote(&self, number: u32, note: &Footnote) -> String {
        let mut html = String::new();
        let _ = write!(html, "<div{}>", self.lang_attributes());
        self.write_blocks(&mut html, &note.blocks, false);
        if self.renderer.has_ids {
            for mention in 1..=note.mentions {
                let id = reference_id(&self.renderer.note_prefix, number, mention);
                let _ = write!(html, " <a href=\"#{id}\" class=\"back\">↩");
                if mention > 1 {
                    let _ = write!(html, "<sup>{mention}</sup>");
                }
                html.push_str("<span class=\"vh\"> ");
                escape(&mut html, &self.renderer.words.footnote_back);
                html.push_str("</span></a>");
            }
        }
        html.push_str("</div>");
        html
    }

    fn write_blocks(&self, to: &mut String, blocks: &[Block], is_tight: bool) {
        for block in blocks {
            match &block.content {
                BlockContent::Paragraph(text) if is_tight => {
                    self.write_text(to, *text, TextKind::Body);
                }
                BlockContent::Heading { level, text, .. } => {
                    let level = (*level).clamp(2, 6);
                    let _ = write!(to, "<h{level}>");
                    self.write_text(to, *text, TextKind::Heading);
                    let _ = write!(to, "</h{level}>");
                }
                _ => self.write_block(to, block, ""),
            }
        }
    }

    /// Writes a block whose outermost tag carries `attributes`.
    fn write_block(&self, to: &mut String, block: &Block, attributes: &str) {
        match &block.content {
            BlockContent::Paragraph(text) => {
                let _ = write!(to, "<p{attributes}>");
                self.write_text(to, *text, TextKind::Body);
                to.push_str("</p>");
            }
            BlockContent::List { start, is_tight, items } => {
                self.write_list(to, *start, *is_tight, items, attributes);
            }
            BlockContent::Quote { alert, blocks } => self.quote(to, *alert, blocks, attributes),
            BlockContent::Table { columns, head, rows } => {
                self.write_table(to, columns, head, rows, attributes);
            }
            BlockContent::Code { language, code } => {
                let highlighted = self.renderer.highlights.highlighted(code, language);
                write_code(to, code, highlighted, &self.renderer.words.code_region, attributes);
            }
            BlockContent::Definitions(definitions) => {
                self.write_definitions(to, definitions, attributes);
            }
            BlockContent::Rule => to.push_str("<hr>"),
            BlockContent::Heading { .. } | BlockContent::PageBreak => {}
        }
    }

    fn write_list(
        &self,
        to: &mut String,
        start: Option<u64>,
        is_tight: bool,
        items: &[Vec<Block>],
        attributes: &str,
    ) {
        let tag = if start.is_some() { "ol" } else { "ul" };
        let _ = write!(to, "<{tag}{attributes}");
        if let Some(start) = start.filter(|start| *start != 1) {
            let _ = write!(to, " start=\"{start}\"");
        }
        to.push('>');
        for item in items {
            to.push_str("<li>");
            self.write_blocks(to, item, is_tight);
            to.push_str("</li>");
        }
        let _ = write!(to, "</{tag}>");
    }

    fn quote(&self, to: &mut String, alert: Option<Alert>, blocks: &[Block], attributes: &str) {
        let Some(alert) = alert else {
            let _ = write!(to, "<blockquote{attributes}>");
            self.write_blocks(to, blocks, false);
            to.push_str("</blockquote>");
            return;
        };
        let (class, number) = match alert {
            Alert::Note => ("note", 0),
            Alert::Tip => ("tip", 1),
            Alert::Important => ("important", 2),
            Alert::Warning => ("warning", 3),
            Alert::Caution => ("caution", 4),
        };
        // A note is a group of its own, not a landmark: a page may have many.
        let _ = write!(
            to,
            "<div class=\"alert {class}\" role=\"note\"{attributes}><p class=\"alert-title\">"
        );
        escape(to, &self.renderer.words.alerts[number]);
        to.push_str("</p>");
        self.write_blocks(to, blocks, false);
        to.push_str("</div>");
    }

    fn write_table(
        &self,
        to: &mut String,
        columns: &[Alignment],
        head: &[TextId],
        rows: &[Vec<TextId>],
        attributes: &str,
    ) {
        to.push_str("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"");
        escape_attribute(to, &self.renderer.words.table_region);
        let _ = write!(to, "\"{attributes}><table><thead>");
        self.write_row(to, columns, head, "th scope=\"col\"", "th");
        to.push_str("</thead><tbody>");
        for row in rows {
            self.write_row(to, columns, row, "td", "td");
        }
        to.push_str("</tbody></table></div>");
    }

    fn write_row(
        &self,
        to: &mut String,
        columns: &[Alignment],
        cells: &[TextId],
        open: &str,
        tag: &str,
    ) {
        to.push_str("<tr>");
        for (number, cell) in cells.iter().enumerate() {
            let class = match columns.get(number) {
                Some(Alignment::Left) => " class=\"left\"",
                Some(Alignment::Center) => " class=\"center\"",
                Some(Alignment::Right) => " class=\"right\"",
                _ => "",
            };
            let _ = write!(to, "<{open}{class}>");
            self.write_text(to, *cell, TextKind::Body);
            let _ = write!(to, "</{tag}>");
        }
        to.push_str("</tr>");
    }

    fn write_definitions(&self, to: &mut String, definitions: &[Definition], attributes: &str) {
        let _ = write!(to, "<dl{attributes}>");
        for definition in definitions {
            for term in &definition.terms {
                to.push_str("<dt>");
                self.write_text(to, *term, TextKind::Body);
                to.push_str("</dt>");
            }
            for details in &definition.details {
                to.push_str("<dd>");
                self.write_blocks(to, details, details.len() == 1);
                to.push_str("</dd>");
            }
        }
        to.push_str("</dl>");
    }

    fn write_text(&self, to: &mut String, id: TextId, kind: TextKind) {
        write_text(to, self.renderer, self.side, id, kind);
    }
}
