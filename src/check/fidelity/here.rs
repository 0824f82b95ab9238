//! The words of the content, each with where it stands, and those of the received text that it has to have.

use std::collections::BTreeSet;
use std::ops::Range;

use super::cover;
use crate::model::{
    Block, BlockContent, Concept, Document, LangId, MarkKind, ReceivedBlock, ReceivedContent,
    ReceivedRole, Report, Site, TextId,
};
use crate::received::words::WordStream;
use crate::source::{FileId, Span};

/// Where a word of the content stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Origin {
    file: FileId,
    at: u32,
}

/// The content of a report, as far as it is set against the text as received.
pub(super) struct Here {
    /// Its words, the notes last.
    pub(super) words: WordStream<Origin>,
    /// The labels of its notes.
    notes: BTreeSet<String>,
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
            for page in &pages {
                let Some(note) = page.footnotes.iter().find(|note| note.label == label) else {
                    continue;
                };
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
        let first = self.words.place(range.start)?;
        let start = first.at as usize;
        let last = range.end.checked_sub(1).filter(|last| *last > range.start);
        let last =
            last.and_then(|last| self.words.place(last)).filter(|last| last.file == first.file);
        let end = last.map_or(start, |last| last.at as usize).max(start);
        let is_empty = range.is_empty();
        Some(Span::new(first.file, start..if is_empty { start } else { end + 1 }))
    }

    /// The words of the received text that the content has to have: without what the cover says in its front
    /// matter and without the terms that the glossary explains in the same words. Each with its line.
    pub(super) fn of_received(
        &self,
        site: &Site,
        report: &Report,
        received: &ReceivedContent,
    ) -> WordStream<usize> {
        let said = cover::said_in_front_matter(site, report, received);
        let is_explained = explained(site, &received.blocks);
        let mut words = WordStream::new();
        let mut notes: Vec<&ReceivedBlock> = Vec::new();
        for (at, block) in received.blocks.iter().enumerate() {
            match &block.role {
                _ if said.contains(&at) || is_explained[at] => {}
                // Where the content has the notes as paragraphs, they are paragraphs.
                _ if self.notes.is_empty() => {
                    words.add_block(
                        &ReceivedBlock { marks: Vec::new(), ..block.clone() },
                        block.line,
                    );
                }
                ReceivedRole::NotesHead => {}
                ReceivedRole::Note { label, .. } if self.notes.contains(label) => notes.push(block),
                _ => words.add_block(block, block.line),
            }
        }
        for block in notes {
            let ReceivedRole::Note { label, words: start } = &block.role else { continue };
            if *start > 0 || block.text.len() == *start || is_first(block, received) {
                words.mention(label, block.line);
            }
            words.add_text(block.text.get(*start..).unwrap_or_default(), |_| block.line);
            words.end_block(block.line);
        }
        words
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

/// Whether a block is the first of its note.
fn is_first(block: &ReceivedBlock, received: &ReceivedContent) -> bool {
    let of_note = |other: &&ReceivedBlock| other.role == block.role;
    received.blocks.iter().find(of_note).is_some_and(|first| std::ptr::eq(first, block))
}

/// Which blocks are terms, or the head of terms, that the glossary has with the same definition.
fn explained(site: &Site, blocks: &[ReceivedBlock]) -> Vec<bool> {
    let code = &site.languages.get(LangId::ORIGINAL).code;
    let mut is_explained = vec![false; blocks.len()];
    let mut at = 0;
    while at < blocks.len() {
        let ReceivedRole::Term { term, definition } = &blocks[at].role else {
            at += 1;
            continue;
        };
        let is_more = |block: &&ReceivedBlock| matches!(&block.role, ReceivedRole::Term { term, .. } if term.is_empty());
        let count = 1 + blocks[at + 1..].iter().take_while(is_more).count();
        let name = &blocks[at].text[term.clone()];
        let mut said = WordStream::new();
        said.add_text(&blocks[at].text[*definition..], |_| ());
        blocks[at + 1..at + count].iter().for_each(|block| said.add_text(&block.text, |_| ()));
        let has_it = |concept: &Concept| {
            let mut known = WordStream::new();
            known.add_text(concept.definition.get(code).unwrap_or_default(), |_| ());
            known.quoted_words() == said.quoted_words()
        };
        let is_named =
            |concept: &&Concept| concept.wording(LangId::ORIGINAL).forms().any(|form| form == name);
        let is_known = site.glossary.concepts.iter().filter(is_named).any(has_it);
        is_explained[at..at + count].fill(is_known);
        at += count;
    }
    for at in 0..blocks.len() {
        let is_head = blocks[at].role == ReceivedRole::TermsHead;
        is_explained[at] |=
            is_head && is_explained.get(at + 1..).is_some_and(|rest| rest.contains(&true));
    }
    is_explained
}
