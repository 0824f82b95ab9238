//! A translation as received, set beside the pages of its original.
//!
//! The text is read as an original is. Which of its blocks answers which of the original, the alignment says
//! (`crate::align`, by the pipeline); a block takes the page and, where it is a heading, the level of the
//! one it answers. What answers nothing stays where it stood and is said.

use std::fmt::Write as _;
use std::ops::Range;

use super::cover::{CoverFacts, read_cover, with_title_apart};
use super::doubts::Doubt;
use super::front::quoted_yaml;
use super::markdown::{as_heading, blocks_markdown, note_markdown, plain_inline};
use super::pages::{DraftNote, goes_on, notes_of};
use super::{ReportFile, characters, heads, joins, lists, two_lines};
use crate::model::{
    DatedEvent, Day, ReceivedBlock, ReceivedContent, ReceivedKind, ReceivedMarkKind, ReceivedRole,
};

/// A translation as it was read, before it is set beside its original.
#[derive(Debug)]
pub(crate) struct TranslationText {
    facts: CoverFacts,
    /// Blocks, each a list, a quotation or one of the text.
    groups: Vec<Vec<ReceivedBlock>>,
    notes: Vec<DraftNote>,
    doubts: Vec<Doubt>,
}

/// A page of the original that the translation is set beside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OriginalPage {
    /// Its file without language and ending: `content/jinhua-2018/1-review`.
    pub(crate) file: String,
    /// Its title.
    pub(crate) title: String,
    /// The levels of its blocks that are headings, in the order of its blocks.
    pub(crate) headings: Vec<Option<u8>>,
}

/// Blocks of the whole original and of the whole translation that answer each other, by number. The blocks
/// of the original are those of its pages one after another, before those of a part its title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TextRow {
    /// Of the original.
    pub(crate) own: Vec<usize>,
    /// Of the translation.
    pub(crate) others: Vec<usize>,
}

/// A page of the translation, block by block.
#[derive(Debug)]
pub(crate) struct TranslatedPage {
    file: String,
    title: String,
    front: String,
    groups: Vec<Vec<ReceivedBlock>>,
    notes: Vec<DraftNote>,
}

/// Reads a translation.
pub(crate) fn translation_text(received: &ReceivedContent) -> TranslationText {
    let body = received
        .blocks
        .iter()
        .filter(|block| !matches!(block.role, ReceivedRole::Furniture | ReceivedRole::Contents));
    let blocks = with_title_apart(body.cloned().collect());
    let (mut blocks, _) = joins::joined_sentences(blocks);
    // The ends of its pages are its own.
    blocks.retain(|block| block.kind != ReceivedKind::PageBreak);
    for block in &mut blocks {
        block.marks.retain(|mark| mark.kind != ReceivedMarkKind::PageBreak);
    }
    characters::repair_characters(&mut blocks);
    let cover = read_cover(&blocks);
    characters::drop_needless_blanks(&mut blocks[cover.length..]);
    let (mut text, _) = two_lines::joined_heads(blocks.split_off(cover.length));
    lists::mark_numbered_items(&mut text);
    lists::mark_quotations(&mut text);
    let levels = heads::levels_of_heads(&text);
    let mut doubts = Vec::new();
    let mut groups: Vec<Vec<ReceivedBlock>> = Vec::new();
    for (at, block) in text.iter().enumerate() {
        if block.role != ReceivedRole::Body {
            let is_term = matches!(block.role, ReceivedRole::Term { .. });
            if is_term {
                let what =
                    format!("an explained term, to be put into the glossary: “{}”", block.text);
                doubts.push(Doubt { line: block.line, what });
            }
            continue;
        }
        let kind = match (levels.get(&at), &block.kind) {
            (Some(level), _) => ReceivedKind::Heading(*level),
            (None, ReceivedKind::Heading(_)) => ReceivedKind::Paragraph,
            (None, kind) => kind.clone(),
        };
        let block = ReceivedBlock { kind, ..block.clone() };
        match groups.last_mut() {
            Some(group) if goes_on(group.last().map(|last| &last.kind), &block.kind) => {
                group.push(block);
            }
            _ => groups.push(vec![block]),
        }
    }
    let notes = notes_of(&text, &[]);
    TranslationText { facts: cover.facts, groups, notes, doubts }
}

impl TranslationText {
    /// The whole text as one page of Markdown, to be aligned: its parts are sections.
    pub(crate) fn as_one_page(&self) -> String {
        let deeper = |block: &ReceivedBlock| {
            let kind = match block.kind {
                ReceivedKind::Heading(level) => ReceivedKind::Heading((level + 1).min(6)),
                ref kind => kind.clone(),
            };
            ReceivedBlock { kind, marks: Vec::new(), ..block.clone() }
        };
        let groups: Vec<Vec<ReceivedBlock>> =
            self.groups.iter().map(|group| group.iter().map(deeper).collect()).collect();
        let title = self.facts.title.as_deref().unwrap_or("Title");
        format!("---\n---\n\n# {title}\n{}", blocks_markdown(&groups, &[]))
    }

    /// How many blocks it has.
    pub(crate) fn block_count(&self) -> usize {
        self.groups.len()
    }
}

/// Sets the blocks of a translation on the pages of its original. Gives the pages, and what a person has
/// to look at.
pub(crate) fn translated_pages(
    text: &TranslationText,
    pages: &[OriginalPage],
    rows: &[TextRow],
    events: &[DatedEvent],
) -> (Vec<TranslatedPage>, Vec<String>) {
    let mut doubts: Vec<String> = text.doubts.iter().map(|doubt| doubt.what.clone()).collect();
    let places = places_of(pages);
    let mut made: Vec<TranslatedPage> = pages
        .iter()
        .map(|page| TranslatedPage {
            file: page.file.clone(),
            title: page.title.clone(),
            front: String::new(),
            groups: Vec::new(),
            notes: Vec::new(),
        })
        .collect();
    let mut at = 0;
    let mut has_title = vec![false; pages.len()];
    for row in rows {
        let own: Vec<&OriginalPlace> = row.own.iter().filter_map(|own| places.get(*own)).collect();
        at = own.first().map_or(at, |place| place.page);
        let groups = row.others.iter().filter_map(|other| text.groups.get(*other));
        let groups: Vec<Vec<ReceivedBlock>> = groups.cloned().collect();
        match (&own[..], &groups[..]) {
            ([place], [group]) if place.is_title => {
                made[at].title = words_of(group);
                has_title[at] = true;
            }
            ([place], [group]) => made[at].groups.push(of_kind(group, place.level)),
            _ => made[at].groups.extend(groups.iter().map(|group| of_kind(group, None))),
        }
    }
    cover_of(text, &mut made, events, &mut doubts);
    for (number, page) in pages.iter().enumerate().skip(1).filter(|(number, _)| !has_title[*number])
    {
        doubts.push(format!("the title of {} has no counterpart: “{}”", page.file, page.title));
        made[number].title.clone_from(&page.title);
    }
    set_notes(text, &mut made);
    (made, doubts)
}

/// A block of the original in the order of the whole text.
struct OriginalPlace {
    page: usize,
    is_title: bool,
    level: Option<u8>,
}

fn places_of(pages: &[OriginalPage]) -> Vec<OriginalPlace> {
    let mut places = Vec::new();
    for (page, original) in pages.iter().enumerate() {
        if page > 0 {
            places.push(OriginalPlace { page, is_title: true, level: None });
        }
        let blocks = original.headings.iter();
        places.extend(blocks.map(|level| OriginalPlace { page, is_title: false, level: *level }));
    }
    places
}

/// A block as a heading of this level, or as no heading.
fn of_kind(group: &[ReceivedBlock], level: Option<u8>) -> Vec<ReceivedBlock> {
    let kind = |block: &ReceivedBlock| match (level, &block.kind) {
        (Some(level), ReceivedKind::Heading(_) | ReceivedKind::Paragraph) => {
            ReceivedKind::Heading(level)
        }
        (None, ReceivedKind::Heading(_)) => ReceivedKind::Paragraph,
        (_, kind) => kind.clone(),
    };
    group.iter().map(|block| ReceivedBlock { kind: kind(block), ..block.clone() }).collect()
}

fn words_of(group: &[ReceivedBlock]) -> String {
    group.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join(" ")
}

fn cover_of(
    text: &TranslationText,
    made: &mut [TranslatedPage],
    events: &[DatedEvent],
    doubts: &mut Vec<String>,
) {
    let facts = &text.facts;
    let Some(cover) = made.first_mut() else { return };
    if let Some(title) = &facts.title {
        cover.title.clone_from(title);
    } else {
        doubts.push("the translation states no title".to_owned());
    }
    let days: Vec<String> = events.iter().map(|event| event.day.iso()).collect();
    if let Some(stated) = facts.delivered.map(Day::iso).filter(|day| !days.contains(day)) {
        let own = days.join(", ");
        doubts.push(format!("the translation states {stated} as its day, the original {own}"));
    }
    let lines = [
        ("issuer", &facts.issuer),
        ("meeting", &facts.meeting),
        ("place", &facts.place),
        ("speaker", &facts.speaker),
        ("office", &facts.office),
        ("occasion", &facts.occasion),
    ];
    let mut front = String::from("report:\n");
    for (key, value) in lines {
        match value {
            Some(value) => {
                let _ = writeln!(front, "  {key}: {}", quoted_yaml(value));
            }
            None if key != "occasion" => {
                doubts.push(format!("the cover of the translation does not state {key}"));
            }
            None => {}
        }
    }
    for event in events {
        let _ = writeln!(front, "  {}: {}", event.kind.key(), event.day.iso());
    }
    front.push_str("  status: draft\n");
    doubts.push(
        "the status of the translation is draft; say official, reviewed or unofficial".to_owned(),
    );
    cover.front = front;
}

fn set_notes(text: &TranslationText, made: &mut [TranslatedPage]) {
    let mentions = |page: &TranslatedPage, label: &str| {
        let marks = page.groups.iter().flatten().flat_map(|block| &block.marks);
        marks.into_iter().any(|mark| mark.kind == ReceivedMarkKind::Note(label.to_owned()))
    };
    for note in &text.notes {
        let mut is_mentioned = false;
        for page in made.iter_mut() {
            if mentions(page, &note.label) {
                page.notes.push(note.clone());
                is_mentioned = true;
            }
        }
        if let Some(last) = made.last_mut().filter(|_| !is_mentioned) {
            last.notes.push(note.clone());
        }
    }
}

impl TranslatedPage {
    /// Its title.
    pub(crate) fn title(&self) -> &str {
        &self.title
    }

    /// The page as Markdown, with marks of rows before the blocks of these numbers; a number past the last
    /// block is the end.
    pub(crate) fn markdown(&self, marks: &[(usize, String)]) -> String {
        let title = as_heading(&plain_inline(&self.title));
        let blocks = blocks_markdown(&self.groups, marks);
        let notes: String = self.notes.iter().map(note_markdown).collect();
        format!("---\n{}---\n\n# {title}\n{blocks}{notes}", self.front)
    }

    /// The first words of a block, to be shown.
    pub(crate) fn first_words(&self, range: Range<usize>) -> String {
        let groups = self.groups.get(range).unwrap_or_default();
        let words: Vec<String> = groups.iter().map(|group| words_of(group)).collect();
        words.join(" + ")
    }

    /// The page as a file in a language.
    pub(crate) fn as_file(&self, language: &str, marks: &[(usize, String)]) -> ReportFile {
        let path = format!("{}.{language}.md", self.file);
        ReportFile { path, bytes: self.markdown(marks).into_bytes() }
    }
}
