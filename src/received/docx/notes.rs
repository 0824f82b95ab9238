//! What stands beside the text: footnotes and endnotes, which belong to it; comments and the heads and feet of
//! pages, which do not.

use std::collections::BTreeMap;

use super::package::{Package, Relations};
use super::plain_words;
use super::reader::Reader;
use crate::exchange::formats::xml::Element;
use crate::model::{ReceivedKind, ReceivedRole, RemarkKind};
use crate::received::ReceivedFault;
use crate::received::page_number::is_page_number;

/// Where a note stands in print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NoteKind {
    /// At the foot of its page.
    Footnote,
    /// At the end.
    Endnote,
}

/// A note that the text mentions.
#[derive(Debug, Clone, PartialEq, Eq)]
struct NoteEntry {
    kind: NoteKind,
    id: String,
    label: String,
    /// The paragraph that mentions it.
    line: usize,
}

/// A part that holds notes.
#[derive(Debug, Default)]
struct NotePart {
    root: Element,
    relations: Relations,
}

/// The notes of a document.
#[derive(Debug, Default)]
pub(super) struct Notes {
    footnotes: NotePart,
    endnotes: NotePart,
    /// Those that are mentioned, in that order.
    entries: Vec<NoteEntry>,
    /// How many footnotes are mentioned in all: endnotes are counted on from there.
    footnote_count: usize,
}

impl Notes {
    /// The notes of a document.
    pub(super) fn open(
        package: &mut Package,
        relations: &Relations,
        body: &Element,
    ) -> Result<Self, ReceivedFault> {
        Ok(Self {
            footnotes: note_part(package, relations, "footnotes")?,
            endnotes: note_part(package, relations, "endnotes")?,
            entries: Vec::new(),
            footnote_count: count_references(body),
        })
    }

    /// Counts a note where it is mentioned: its label, and whether that is the mark typed for it.
    pub(super) fn mentioned(
        &mut self,
        kind: NoteKind,
        id: &str,
        typed: &str,
        line: usize,
    ) -> (String, bool) {
        let known = self.entries.iter().find(|entry| entry.kind == kind && entry.id == id);
        if let Some(entry) = known {
            return (entry.label.clone(), false);
        }
        let is_new = self.entries.iter().all(|entry| entry.label != typed);
        let is_typed = !typed.is_empty() && is_new;
        let before = self.entries.iter().filter(|entry| entry.kind == kind).count();
        let start = if kind == NoteKind::Endnote { self.footnote_count } else { 0 };
        let label = if is_typed { typed.to_owned() } else { (start + before + 1).to_string() };
        let entry = NoteEntry { kind, id: id.to_owned(), label: label.clone(), line };
        self.entries.push(entry);
        (label, is_typed)
    }
}

fn note_part(
    package: &mut Package,
    relations: &Relations,
    kind: &str,
) -> Result<NotePart, ReceivedFault> {
    let Some(relation) = relations.values().find(|relation| relation.kind == kind) else {
        return Ok(NotePart::default());
    };
    let root = package.xml_part(&relation.target)?.unwrap_or_default();
    Ok(NotePart { root, relations: package.relations(&relation.target)? })
}

/// How many footnotes a text mentions where it is not deleted.
fn count_references(element: &Element) -> usize {
    let of = |child: &Element| match &*child.name {
        "footnoteReference" => 1,
        "del" | "moveFrom" | "Fallback" => 0,
        _ => count_references(child),
    };
    element.elements().map(of).sum()
}

/// The comments of a document by their ids.
pub(super) fn comments_by_id(
    package: &mut Package,
    relations: &Relations,
) -> Result<BTreeMap<String, String>, ReceivedFault> {
    let Some(relation) = relations.values().find(|relation| relation.kind == "comments") else {
        return Ok(BTreeMap::new());
    };
    let root = package.xml_part(&relation.target)?.unwrap_or_default();
    let comment =
        |element: &Element| Some((element.local_attribute("id")?.to_owned(), plain_words(element)));
    Ok(root.elements().filter_map(comment).collect())
}

/// The words that stand at the head or foot of pages, each once, without numbers of pages.
pub(super) fn page_heads(
    package: &mut Package,
    relations: &Relations,
) -> Result<Vec<String>, ReceivedFault> {
    let mut heads: Vec<String> = Vec::new();
    for relation in relations.values() {
        if !matches!(&*relation.kind, "header" | "footer") || relation.is_external {
            continue;
        }
        let Some(root) = package.xml_part(&relation.target)? else { continue };
        let words = plain_words(&root);
        let is_number = is_page_number(&words) || !words.chars().any(char::is_alphabetic);
        if !is_number && !heads.contains(&words) {
            heads.push(words);
        }
    }
    Ok(heads)
}

impl Reader<'_> {
    /// Adds the notes behind the text, footnotes first, each at the line that mentions it.
    pub(super) fn read_notes(&mut self) {
        let mut entries = self.notes.entries.clone();
        entries.sort_by_key(|entry| entry.kind);
        let notes = std::mem::take(&mut self.notes);
        for entry in entries {
            let part = match entry.kind {
                NoteKind::Footnote => &notes.footnotes,
                NoteKind::Endnote => &notes.endnotes,
            };
            let is_it = |note: &&Element| note.local_attribute("id") == Some(&entry.id);
            let Some(note) = part.root.elements().find(is_it) else { continue };
            let relations = std::mem::replace(&mut self.relations, part.relations.clone());
            self.number = entry.line;
            let mut blocks = self.collected(false, |reader| reader.read_blocks(note));
            self.relations = relations;
            for block in &mut blocks {
                let is_words = matches!(
                    block.kind,
                    ReceivedKind::Paragraph | ReceivedKind::Heading(_) | ReceivedKind::Item(_)
                );
                if is_words {
                    // The blank behind the label of a note is not an indentation.
                    (block.kind, block.is_indented) = (ReceivedKind::Paragraph, false);
                    block.role = ReceivedRole::Note { label: entry.label.clone(), words: 0 };
                }
            }
            self.content.blocks.extend(blocks);
        }
    }

    /// Says what stands at the heads and feet of pages, and comments that no place of the text names.
    pub(super) fn say_what_is_left_out(&mut self, heads: Vec<String>) {
        for words in std::mem::take(&mut self.comments).into_values() {
            self.remark(RemarkKind::Comment, &words);
        }
        self.number = 1;
        for words in heads {
            self.remark(RemarkKind::PageHead, &words);
        }
    }
}
