//! The words of the content, each with where it stands, and those of the received text that it has to have.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::model::{
    Block, BlockContent, Document, MarkKind, ReceivedContent, ReceivedRole, Report, Site, TextId,
};
use crate::received::words::WordStream;
use crate::source::{FileId, Span};

/// Where a word of the content stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Origin {
    file: FileId,
    at: u32,
}

impl Origin {
    /// The place as a range without length.
    pub(super) fn span(self) -> Span {
        Span::new(self.file, self.at as usize..self.at as usize)
    }
}

/// The content of a report, as far as it is set against the text as received.
pub(super) struct Here {
    /// Its words, the notes last.
    pub(super) words: WordStream<Origin>,
    /// The labels of its notes.
    pub(super) notes: BTreeSet<String>,
}

impl Here {
    /// The words of a report's pages; its notes come in the order in which they were received.
    pub(super) fn of(site: &Site, report: &Report, received: &ReceivedContent) -> Self {
        let pages: Vec<&Document> =
            report.pages().map(|id| &*site.page(id).original().document).collect();
        let notes =
            pages.iter().flat_map(|page| page.footnotes.iter()).map(|note| note.label.clone());
        let mut here = Self { words: WordStream::new(), notes: notes.collect() };
        for page in &pages {
            here.add_page(page);
        }
        let mut labels: Vec<&str> = note_labels(received);
        labels.retain(|label| here.notes.contains(*label));
        let others = pages.iter().flat_map(|page| page.footnotes.iter()).map(|note| &*note.label);
        for label in others {
            if !labels.contains(&label) {
                labels.push(label);
            }
        }
        for label in labels {
            let mut known: Option<String> = None;
            for page in &pages {
                let Some(note) = page.footnotes.iter().find(|note| note.label == label) else {
                    continue;
                };
                // A note that several pages mention stands on each; once where it says the same.
                let texts = note.blocks.iter().flat_map(Block::texts);
                let words: String = texts.map(|text| &*page.text(text).plain).collect();
                if known.as_ref() == Some(&words) {
                    continue;
                }
                known.get_or_insert(words);
                let origin = Origin { file: page.file, at: note.span.start };
                here.words.mention(label, origin);
                note.blocks.iter().for_each(|block| here.add_block(page, block));
            }
        }
        here
    }

    fn add_page(&mut self, page: &Document) {
        self.add_page_text(page, page.title);
        page.blocks.iter().for_each(|block| self.add_block(page, block));
    }

    fn add_block(&mut self, page: &Document, block: &Block) {
        match &block.content {
            BlockContent::List { start, items, .. } => {
                for (number, item) in items.iter().enumerate() {
                    if let Some(start) = start {
                        let number = start + number as u64;
                        let at = item.first().map_or(block.span.start, |inner| inner.span.start);
                        let origin = Origin { file: page.file, at };
                        self.words.add_text(&format!("{number}."), |_| origin);
                    }
                    for inner in item {
                        self.add_block(page, inner);
                    }
                }
            }
            BlockContent::Code { code, .. } => {
                let origin = Origin { file: page.file, at: block.span.start };
                self.words.add_text(code, |_| origin);
                self.words.end_block(origin);
            }
            BlockContent::Quote { .. } | BlockContent::Definitions(_) => {
                if let BlockContent::Definitions(definitions) = &block.content {
                    let terms = definitions.iter().flat_map(|one| &one.terms);
                    terms.for_each(|term| self.add_page_text(page, *term));
                }
                block.content.inner().for_each(|inner| self.add_block(page, inner));
            }
            // Where one cell ends and the next begins is form.
            BlockContent::Table { .. } => {
                for text in block.texts() {
                    self.add_inline(page, text);
                    self.words.add_blank();
                }
                self.words.end_block(Origin { file: page.file, at: block.span.end });
            }
            _ => block.texts().into_iter().for_each(|text| self.add_page_text(page, text)),
        }
    }

    fn add_page_text(&mut self, page: &Document, id: TextId) {
        self.add_inline(page, id);
        let text = page.text(id);
        let last = text.plain.len().saturating_sub(1);
        let at = text.source_range(last..last + 1).start;
        self.words.end_block(Origin { file: page.file, at: offset(at) });
    }

    fn add_inline(&mut self, page: &Document, id: TextId) {
        let text = page.text(id);
        let origin =
            |at: usize| Origin { file: page.file, at: offset(text.source_range(at..at + 1).start) };
        let mut at = 0;
        for mark in &text.marks {
            let MarkKind::FootnoteReference { note, .. } = mark.kind else { continue };
            let start = mark.start as usize;
            let from = at;
            self.words.add_text(&text.plain[from..start], |byte| origin(from + byte));
            at = start;
            if let Some(note) = page.footnotes.get(note as usize) {
                self.words.mention(&note.label, origin(start));
            }
        }
        let from = at;
        self.words.add_text(&text.plain[from..], |byte| origin(from + byte));
    }

    /// Where some words stand; of none, the place of the next one.
    pub(super) fn span_of(&self, range: &Range<usize>) -> Option<Span> {
        let first = self.words.place_at(range.start)?;
        let start = first.at as usize;
        let last = range.end.checked_sub(1).filter(|last| *last > range.start);
        let last =
            last.and_then(|last| self.words.place_at(last)).filter(|last| last.file == first.file);
        let end = last.map_or(start, |last| last.at as usize).max(start);
        let is_empty = range.is_empty();
        Some(Span::new(first.file, start..if is_empty { start } else { end + 1 }))
    }
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The labels of the notes of a received text, in their order.
fn note_labels(received: &ReceivedContent) -> Vec<&str> {
    let mut labels: Vec<&str> = Vec::new();
    for block in &received.blocks {
        if let ReceivedRole::Note { label, .. } = &block.role
            && labels.last() != Some(&&**label)
        {
            labels.push(label);
        }
    }
    labels
}
