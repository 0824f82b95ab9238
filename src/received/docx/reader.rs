//! The blocks of a DOCX, one after another, wherever they lie.

use std::collections::BTreeMap;

use super::chosen;
use super::field::are_fields_whole;
use super::notes::{Notes, comments_by_id, page_heads};
use super::numbering::Numbering;
use super::package::{Package, Relations};
use super::runs::{RunState, main_typeface};
use super::styles::Styles;
use crate::exchange::formats::xml::Element;
use crate::model::{ReceivedBlock, ReceivedContent, ReceivedKind, ReceivedRemark, RemarkKind};
use crate::received::ReceivedFault;
use crate::received::draft::{Draft, page_break};

/// What the blocks that are being read lie in.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Surroundings {
    /// Whether paragraphs are counted: those of the text, not those beside it.
    is_counting: bool,
    /// Whether this is a cell of a table.
    pub(super) is_in_cell: bool,
    /// Whether this is a table of contents.
    pub(super) is_in_contents: bool,
}

/// Reads a document.
pub(super) struct Reader<'a> {
    pub(super) package: Package<'a>,
    /// The relations of the part that is being read.
    pub(super) relations: Relations,
    pub(super) styles: Styles,
    pub(super) numbering: Numbering,
    pub(super) notes: Notes,
    /// Comments that have not been met yet, by their ids.
    pub(super) comments: BTreeMap<String, String>,
    heads: Vec<String>,
    /// The typeface that most of the text is in.
    pub(super) main_typeface: Option<String>,
    /// Whether each field of the text ends.
    pub(super) are_fields_whole: bool,
    /// Of each section whether a page ends with it.
    section_ends: std::vec::IntoIter<bool>,
    /// What was read.
    pub(super) content: ReceivedContent,
    /// The places of pictures by their parts.
    pub(super) picture_places: BTreeMap<String, usize>,
    /// The number of the paragraph that is being read.
    pub(super) number: usize,
    pub(super) around: Surroundings,
    /// The paragraph that is being read.
    pub(super) draft: Option<Draft>,
    pub(super) run: RunState,
}

impl<'a> Reader<'a> {
    /// Reads all that a document says of itself before its text.
    pub(super) fn open(
        mut package: Package<'a>,
        name: &str,
        root: &Element,
    ) -> Result<Self, ReceivedFault> {
        let relations = package.relations(name)?;
        let mut part = |kind: &str| match relations.values().find(|one| one.kind == kind) {
            Some(relation) => package.xml_part(&relation.target),
            None => Ok(None),
        };
        let styles = Styles::of(part("styles")?.as_ref());
        let numbering = Numbering::of(part("numbering")?.as_ref());
        Ok(Self {
            notes: Notes::open(&mut package, &relations, root)?,
            comments: comments_by_id(&mut package, &relations)?,
            heads: page_heads(&mut package, &relations)?,
            main_typeface: main_typeface(&styles, root),
            are_fields_whole: are_fields_whole(root),
            section_ends: section_ends(root).into_iter(),
            package,
            relations,
            styles,
            numbering,
            content: ReceivedContent { read_as: "DOCX", ..ReceivedContent::default() },
            picture_places: BTreeMap::new(),
            number: 0,
            around: Surroundings { is_counting: true, ..Surroundings::default() },
            draft: None,
            run: RunState::default(),
        })
    }

    /// Reads the text and what belongs to it.
    pub(super) fn read_document(mut self, root: &Element) -> ReceivedContent {
        if let Some(body) = root.first("body") {
            self.read_blocks(body);
        }
        while self.is_page_break_last() {
            self.content.blocks.pop();
        }
        self.read_notes();
        let heads = std::mem::take(&mut self.heads);
        self.say_what_is_left_out(heads);
        level_headings(&mut self.content.blocks);
        self.content
    }

    /// Reads blocks, and closes a paragraph that they leave open.
    pub(super) fn read_blocks(&mut self, parent: &Element) {
        self.read_parts(parent);
        self.end_paragraph(None);
    }

    fn read_parts(&mut self, parent: &Element) {
        for child in parent.elements() {
            match &*child.name {
                "p" => {
                    if self.around.is_counting {
                        self.number += 1;
                    }
                    self.read_paragraph(child);
                }
                "tbl" => self.read_table(child),
                "sdt" => self.structured_part(child),
                "customXml" | "ins" | "moveTo" | "smartTag" => self.read_parts(child),
                "AlternateContent" => {
                    if let Some(one) = chosen(child) {
                        self.read_parts(one);
                    }
                }
                "altChunk" => {
                    let id = child.local_attribute("id").unwrap_or_default();
                    let part = self.relations.get(id).map(|relation| relation.target.clone());
                    self.remark(RemarkKind::Unread, &part.unwrap_or_default());
                }
                // A range that opens between two paragraphs.
                "commentRangeStart" => self.comment(child),
                _ => {}
            }
        }
    }

    /// A part with a meaning of its own, such as a table of contents.
    fn structured_part(&mut self, part: &Element) {
        let gallery = part.first("sdtPr").and_then(|properties| properties.first("docPartObj"));
        let gallery = gallery.and_then(|object| super::format::value_of(object, "docPartGallery"));
        let outer = self.around.is_in_contents;
        self.around.is_in_contents |= gallery == Some("Table of Contents");
        if let Some(content) = part.first("sdtContent") {
            self.read_parts(content);
        }
        self.around.is_in_contents = outer;
    }

    /// The blocks that are read beside those that are being read; `is_counting` tells whether their
    /// paragraphs count among those of the text.
    pub(super) fn collected(
        &mut self,
        is_counting: bool,
        read: impl FnOnce(&mut Self),
    ) -> Vec<ReceivedBlock> {
        let outer = std::mem::take(&mut self.content.blocks);
        let draft = self.draft.take();
        let run = std::mem::take(&mut self.run);
        let was_counting = std::mem::replace(&mut self.around.is_counting, is_counting);
        read(self);
        (self.draft, self.run, self.around.is_counting) = (draft, run, was_counting);
        std::mem::replace(&mut self.content.blocks, outer)
    }

    /// Whether a page ends with the section that ends here.
    pub(super) fn section_ends_page(&mut self) -> bool {
        self.section_ends.next().unwrap_or(false)
    }

    /// The end of a page, once, and not before any words.
    pub(super) fn end_page(&mut self, line: usize) {
        if !self.content.blocks.is_empty() && !self.is_page_break_last() {
            self.content.blocks.push(page_break(line));
        }
    }

    fn is_page_break_last(&self) -> bool {
        self.content.blocks.last().is_some_and(|block| block.kind == ReceivedKind::PageBreak)
    }

    /// Adds a remark about the paragraph that is being read.
    pub(super) fn remark(&mut self, kind: RemarkKind, words: &str) {
        let line = self.number.max(1);
        let words = words.trim().to_owned();
        self.content.remarks.push(ReceivedRemark { line, kind, words });
    }
}

/// Of each section whether a page ends with it: that is said by the section behind it.
fn section_ends(root: &Element) -> Vec<bool> {
    fn add_begins(element: &Element, begins: &mut Vec<bool>) {
        for child in element.elements() {
            match &*child.name {
                "sectPr" => {
                    let kind = super::format::value_of(child, "type");
                    begins.push(!matches!(kind, Some("continuous" | "nextColumn")));
                }
                name if name.ends_with("Change") => {}
                _ => add_begins(child, begins),
            }
        }
    }
    let mut begins = Vec::new();
    add_begins(root, &mut begins);
    begins.into_iter().skip(1).collect()
}

/// A title was read as a heading of level 0: where there is one, it is above all headings.
fn level_headings(blocks: &mut [ReceivedBlock]) {
    let has_title = blocks.iter().any(|block| block.kind == ReceivedKind::Heading(0));
    if !has_title {
        return;
    }
    for block in blocks {
        if let ReceivedKind::Heading(level) = &mut block.kind {
            *level += 1;
        }
    }
}
