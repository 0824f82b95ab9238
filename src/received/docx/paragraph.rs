//! A paragraph of a DOCX into blocks: what it is by its style and its list, and its number.

use super::format::{ParagraphFormat, toggle, value_of};
use super::numbering::ListLabel;
use super::reader::Reader;
use super::styles::{Style, StyleName};
use crate::exchange::formats::xml::Element;
use crate::model::{ReceivedBlock, ReceivedKind, ReceivedRole, RemarkKind};

/// The level of the outline at which a paragraph is in none.
const NO_OUTLINE: u8 = 9;

impl Reader<'_> {
    /// Reads a paragraph. Where its end is deleted or hidden, the next one goes on with it.
    pub(super) fn read_paragraph(&mut self, paragraph: &Element) {
        let properties = paragraph.first("pPr");
        let style = properties.and_then(|properties| value_of(properties, "pStyle"));
        self.run.of_paragraph = self.styles.of_paragraph(style).run;
        // Where all that went before is gone, this is the paragraph that a person finds.
        let number = self.number;
        let draft = self.draft();
        if draft.is_empty() {
            draft.line = number;
        }
        self.read_inline(paragraph);
        if !properties.is_some_and(has_no_end) {
            self.end_paragraph(properties);
        }
        if properties.and_then(|properties| properties.first("sectPr")).is_some()
            && self.section_ends_page()
        {
            self.end_page(self.number);
        }
    }

    /// Makes blocks of the paragraph that was read, by what is said of it where it ends.
    pub(super) fn end_paragraph(&mut self, properties: Option<&Element>) {
        let Some(mut draft) = self.draft.take() else { return };
        let style_id = properties.and_then(|properties| value_of(properties, "pStyle"));
        let style = self.styles.of_paragraph(style_id);
        let format = self.styles.format_of(properties, &style);
        if format.begins_page == Some(true) {
            self.end_page(draft.line);
        }
        let label = self.list_label(properties, style_id, &format);
        let is_contents =
            draft.is_contents || self.around.is_in_contents || style.name == StyleName::Contents;
        let kind = kind_of_paragraph(&style, &format, label.as_ref(), is_contents);
        let number = match label {
            Some(ListLabel::Number { text, unknown }) => {
                if let Some(manner) = unknown.filter(|_| !draft.is_empty()) {
                    self.remark(RemarkKind::Unread, &manner);
                }
                text
            }
            _ => String::new(),
        };
        let after = std::mem::take(&mut draft.after);
        let blocks = draft.into_blocks(&kind, &number, format.is_indented == Some(true));
        for block in blocks {
            if block.kind == ReceivedKind::PageBreak {
                self.end_page(block.line);
                continue;
            }
            let role = if is_contents { ReceivedRole::Contents } else { ReceivedRole::Body };
            let is_centered = format.is_centered == Some(true);
            self.content.blocks.push(ReceivedBlock { role, is_centered, ..block });
        }
        self.content.blocks.extend(after);
    }

    /// What stands before a paragraph by its list, which counts it.
    fn list_label(
        &mut self,
        properties: Option<&Element>,
        style: Option<&str>,
        format: &ParagraphFormat,
    ) -> Option<ListLabel> {
        let list = format.list.filter(|list| *list != 0)?;
        let own = ParagraphFormat::of(properties).list_level;
        let of_style = || self.numbering.level_of_style(list, style?);
        let level = own.or_else(of_style).or(format.list_level).unwrap_or(0);
        self.numbering.next_label(list, level)
    }
}

fn kind_of_paragraph(
    style: &Style,
    format: &ParagraphFormat,
    label: Option<&ListLabel>,
    is_contents: bool,
) -> ReceivedKind {
    let of_outline = format.outline.filter(|level| *level < NO_OUTLINE).map(|level| level + 1);
    let heading = match style.name {
        _ if is_contents => None,
        StyleName::Title => Some(0),
        StyleName::Heading(level) if format.outline.is_none() => Some(level),
        _ => of_outline,
    };
    match (heading, label, style.name) {
        (Some(level), _, _) => ReceivedKind::Heading(level),
        (None, Some(ListLabel::Bullet(level)), _) => ReceivedKind::Item(*level),
        (None, _, StyleName::Quote) => ReceivedKind::Quote,
        _ => ReceivedKind::Paragraph,
    }
}

/// Whether the end of a paragraph is deleted, moved away or hidden, or the paragraph is the large letter
/// that the next one begins with.
fn has_no_end(properties: &Element) -> bool {
    let mark = properties.first("rPr");
    let is_gone = mark.is_some_and(|mark| {
        mark.first("del").is_some()
            || mark.first("moveFrom").is_some()
            || toggle(mark, "vanish") == Some(true)
    });
    let frame = properties.first("framePr").and_then(|frame| frame.local_attribute("dropCap"));
    is_gone || frame.is_some_and(|drop| drop != "none")
}
