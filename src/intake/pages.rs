//! The pages of a report: the cover with the opening words, and a page for each part.

use std::collections::{BTreeMap, BTreeSet};

use super::cover::Cover;
use super::part::{PartFacts, part_facts, part_name};
use crate::model::{
    LocalAddress, ReceivedBlock, ReceivedKind, ReceivedMark, ReceivedMarkKind, ReceivedRole,
    SectionNumber,
};

/// A page.
#[derive(Debug, Clone)]
pub(super) struct DraftPage {
    /// The name of its file: `_index`, `1-review`.
    pub(super) name: String,
    /// Its number as a part; nothing for the cover.
    pub(super) number: Option<u32>,
    /// Its title.
    pub(super) title: String,
    /// The mentions of notes in it.
    pub(super) title_marks: Vec<ReceivedMark>,
    /// The line of its title.
    pub(super) line: usize,
    /// What its figures are.
    pub(super) facts: PartFacts,
    /// Its blocks; headings are those below the title, of level 2 and deeper.
    pub(super) blocks: Vec<ReceivedBlock>,
}

/// A note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DraftNote {
    /// Its label.
    pub(super) label: String,
    /// Its paragraphs.
    pub(super) paragraphs: Vec<String>,
    /// The pages that mention it, by number; one that none mentions is kept on the last.
    pub(super) pages: Vec<usize>,
    /// Whether any page mentions it.
    pub(super) is_mentioned: bool,
    /// Its line.
    pub(super) line: usize,
}

/// The pages of a report with its notes and terms.
#[derive(Debug, Clone, Default)]
pub(super) struct DraftPages {
    /// The cover first.
    pub(super) pages: Vec<DraftPage>,
    /// The notes, in their order.
    pub(super) notes: Vec<DraftNote>,
    /// Terms with their definitions.
    pub(super) terms: Vec<(String, String)>,
}

/// Makes pages of the text below a cover; heads of the first level begin parts.
pub(super) fn pages_of(
    text: &[ReceivedBlock],
    levels: &BTreeMap<usize, u8>,
    cover: &mut Cover,
    delivered: Option<i16>,
) -> DraftPages {
    let title = cover.facts.title.clone().unwrap_or_default();
    let mut pages = vec![DraftPage {
        name: "_index".to_owned(),
        number: None,
        title,
        title_marks: cover.title_marks.clone(),
        line: 1,
        facts: PartFacts::default(),
        blocks: Vec::new(),
    }];
    let mut open = OpenLevels::default();
    for (at, block) in text.iter().enumerate() {
        if block.role != ReceivedRole::Body {
            continue;
        }
        let level = levels.get(&at).copied();
        if level == Some(1) {
            pages.push(part_page(block, pages.len(), delivered));
            open = OpenLevels::default();
            continue;
        }
        let kind = match (level, &block.kind) {
            (Some(level), _) => ReceivedKind::Heading(open.level_of(level)),
            // A heading by its mark-up alone that is none in this text.
            (None, ReceivedKind::Heading(_)) => ReceivedKind::Paragraph,
            (None, kind) => kind.clone(),
        };
        if let Some(page) = pages.last_mut() {
            page.blocks.push(ReceivedBlock { kind, ..block.clone() });
        }
    }
    for page in &mut pages {
        without_outer_breaks(&mut page.blocks);
    }
    let notes = notes_of(text, &pages);
    DraftPages { pages, notes, terms: terms_of(text) }
}

/// The levels of the headings that are open in a page, so that none is skipped: where （一） stands right below a
/// part, it is of level 2, and of level 3 below 一、.
#[derive(Default)]
struct OpenLevels(Vec<u8>);

impl OpenLevels {
    fn level_of(&mut self, level: u8) -> u8 {
        self.0.retain(|open| *open < level);
        self.0.push(level);
        u8::try_from(self.0.len() + 1).unwrap_or(6).min(6)
    }
}

fn part_page(head: &ReceivedBlock, number: usize, delivered: Option<i16>) -> DraftPage {
    let facts = part_facts(&head.text, delivered);
    DraftPage {
        name: format!("{number}-{}", part_name(&facts, &head.text)),
        number: u32::try_from(number).ok(),
        title: head.text.clone(),
        title_marks: head.marks.iter().filter(|mark| is_mention(mark)).cloned().collect(),
        line: head.line,
        facts,
        blocks: Vec::new(),
    }
}

fn is_mention(mark: &ReceivedMark) -> bool {
    matches!(mark.kind, ReceivedMarkKind::Note(_))
}

/// Where a page of the print begins or ends with one of the site, that need not be said.
fn without_outer_breaks(blocks: &mut Vec<ReceivedBlock>) {
    let is_break = |block: Option<&ReceivedBlock>| {
        block.is_some_and(|block| block.kind == ReceivedKind::PageBreak)
    };
    while is_break(blocks.last()) {
        blocks.pop();
    }
    while is_break(blocks.first()) {
        blocks.remove(0);
    }
}

/// The notes of a text, each with the pages that mention it.
pub(super) fn notes_of(text: &[ReceivedBlock], pages: &[DraftPage]) -> Vec<DraftNote> {
    let mut notes: Vec<DraftNote> = Vec::new();
    for block in text {
        let ReceivedRole::Note { label, words } = &block.role else { continue };
        let paragraph = block.text[*words..].trim().to_owned();
        match notes.last_mut().filter(|note| note.label == *label) {
            Some(note) => note.paragraphs.push(paragraph),
            None => notes.push(DraftNote {
                label: label.clone(),
                paragraphs: vec![paragraph],
                pages: Vec::new(),
                is_mentioned: false,
                line: block.line,
            }),
        }
    }
    let mentioned: Vec<BTreeSet<&str>> = pages.iter().map(mentioned_on).collect();
    for note in &mut notes {
        let on = |at: &usize| mentioned[*at].contains(&*note.label);
        note.pages = (0..pages.len()).filter(on).collect();
        note.is_mentioned = !note.pages.is_empty();
        if !note.is_mentioned {
            note.pages.push(pages.len().saturating_sub(1));
        }
    }
    notes
}

fn mentioned_on(page: &DraftPage) -> BTreeSet<&str> {
    let marks = page.blocks.iter().flat_map(|block| &block.marks);
    marks
        .chain(&page.title_marks)
        .filter_map(|mark| match &mark.kind {
            ReceivedMarkKind::Note(label) => Some(label.as_str()),
            _ => None,
        })
        .collect()
}

fn terms_of(text: &[ReceivedBlock]) -> Vec<(String, String)> {
    let mut terms: Vec<(String, String)> = Vec::new();
    for block in text {
        let ReceivedRole::Term { term, definition } = &block.role else { continue };
        let said = block.text[*definition..].trim();
        match terms.last_mut().filter(|_| term.is_empty()) {
            Some((_, known)) => known.push_str(said),
            None => terms.push((block.text[term.clone()].to_owned(), said.to_owned())),
        }
    }
    terms
}

impl DraftPage {
    /// Its title as a block.
    pub(super) fn title_block(&self) -> ReceivedBlock {
        let block = ReceivedBlock::paragraph(self.title.clone(), self.line);
        ReceivedBlock { marks: self.title_marks.clone(), ..block }
    }

    /// The addresses of its blocks, in their order, as a site counts them: `s1.2-p3`. Items and lines of a
    /// quotation that follow one another are one block; the end of a page has none.
    pub(super) fn block_addresses(&self) -> Vec<String> {
        let number = [self.number.unwrap_or(0)];
        let mut section = SectionNumber::default();
        let mut paragraph = 0;
        let mut before: Option<&ReceivedKind> = None;
        let mut addresses = Vec::with_capacity(self.blocks.len());
        for block in &self.blocks {
            match &block.kind {
                ReceivedKind::Heading(level) => {
                    section = section.next(*level);
                    paragraph = 0;
                }
                ReceivedKind::PageBreak => {}
                kind if goes_on(before, kind) => {}
                _ => paragraph += 1,
            }
            let address = LocalAddress { section, paragraph, letter: 0 };
            addresses.push(address.id(&number));
            before = Some(&block.kind);
        }
        addresses
    }
}

/// Whether a block is one with the block before it.
pub(super) fn goes_on(before: Option<&ReceivedKind>, kind: &ReceivedKind) -> bool {
    match kind {
        ReceivedKind::Item(_) => matches!(before, Some(ReceivedKind::Item(_))),
        ReceivedKind::NumberedItem => before == Some(&ReceivedKind::NumberedItem),
        ReceivedKind::Quote => before == Some(&ReceivedKind::Quote),
        _ => false,
    }
}
