//! Changes of a page, tried before any is made.

use super::base::Base;
use super::change::{Change, ChangeKind, ComposedPage, NumberedChanges, body_place, composed};
use super::edit::edited_text;
use super::front;
use super::insert::NewBlock;
use super::same::{self, Resize};
use crate::model::{Block, BlockContent, Document, Language, Place};
use crate::source::{Diagnosed, SourceFile, Sources};

/// How a file of a language is read.
pub(super) type ParseFile<'a> = &'a dyn Fn(&SourceFile, &Language) -> Diagnosed<Document>;

/// A page that changes are tried on.
pub(super) struct Trial<'a> {
    pub(super) base: Base<'a>,
    pub(super) sources: &'a Sources,
    pub(super) language: &'a Language,
    pub(super) parse: ParseFile<'a>,
    old: Diagnosed<Document>,
}

impl<'a> Trial<'a> {
    pub(super) fn new(
        base: Base<'a>,
        sources: &'a Sources,
        language: &'a Language,
        parse: ParseFile<'a>,
    ) -> Self {
        Self { base, sources, language, parse, old: parse(base.file, language) }
    }

    /// The changes that can be made, and why others cannot.
    pub(super) fn taken(
        &self,
        changes: NumberedChanges,
    ) -> (NumberedChanges, Vec<(usize, String)>) {
        let mut refused = Vec::new();
        let mut apart: NumberedChanges = Vec::new();
        let mut end = 0;
        for (number, change) in changes {
            if let ChangeKind::Words { edit, .. } = &change.kind {
                if end > edit.range.start {
                    refused.push((number, "it stands inside another unit that changes".to_owned()));
                    continue;
                }
                end = edit.range.end;
            }
            apart.push((number, change));
        }
        // Mostly everything is in order, and one look at the page is enough.
        if self.difference(&apart).is_none() {
            return (apart, refused);
        }
        let mut taken = Vec::new();
        for one in apart {
            match self.difference(std::slice::from_ref(&one)) {
                None => taken.push(one),
                Some(why) => refused.push((one.0, why)),
            }
        }
        if let Some(why) = self.difference(&taken) {
            let together = format!("together with the other changes of the page: {why}");
            refused.extend(taken.drain(..).map(|(number, _)| (number, together.clone())));
        }
        (taken, refused)
    }

    /// The text of the page with changes that were taken.
    pub(super) fn composed_page(&self, changes: &[(usize, Change)]) -> Option<ComposedPage> {
        composed(&self.base, self.sources, changes).ok()
    }

    /// Why the page would not be what it is meant to be.
    fn difference(&self, changes: &[(usize, Change)]) -> Option<String> {
        let made = match composed(&self.base, self.sources, changes) {
            Ok(made) => made,
            Err(why) => return Some(why),
        };
        let text = edited_text(&self.base.file.text, &made.meant.edits).into();
        let file = SourceFile { text, ..self.base.file.clone() };
        let new = (self.parse)(&file, self.language);
        same::difference(&self.old, &new, &made.meant)
            .or_else(|| {
                let is_same = front::says_the_same(&new.value.front, &made.front);
                (!is_same).then(|| "the front matter would not say that".to_owned())
            })
            .or_else(|| {
                let places = changes.iter().map(|(_, change)| change);
                places
                    .clone()
                    .find_map(|change| self.notes(&new.value, change, &made.meant.resizes))
            })
            .or_else(|| {
                made.new_blocks.iter().find_map(|(row, blocks)| {
                    let range = same::resized_range(*row, &made.meant.resizes);
                    self.new_blocks(&new.value, range.start, blocks)
                })
            })
    }

    /// How new blocks differ from those of the original.
    fn new_blocks(&self, new: &Document, first: usize, blocks: &[NewBlock]) -> Option<String> {
        let original = &self.base.page.original().document;
        let mut at = first;
        for NewBlock { pair, count } in blocks {
            let own = self.base.page.pairs[*pair].blocks[0].first()?;
            let (own, made) = (&original.blocks[*own], new.blocks.get(at..at + count)?);
            at += count;
            let is_prose = made.iter().all(|block| {
                use BlockContent::{List, Paragraph, Quote};
                matches!(block.content, Paragraph(_) | List { .. } | Quote { .. })
            });
            let difference = match made {
                [only] => same::content(&own.content, &only.content),
                _ if is_prose => None,
                _ => Some("a block between two codes would not be one block of prose".to_owned()),
            };
            let notes = || {
                let texts =
                    |blocks: &[Block]| blocks.iter().flat_map(Block::texts).collect::<Vec<_>>();
                let now = same::notes(new, &texts(made));
                let wanted = same::notes(original, &own.texts());
                (now != wanted).then(|| lost_notes(&wanted))
            };
            if let Some(why) = difference.or_else(notes) {
                return Some(why);
            }
        }
        None
    }

    /// How the notes a place mentions differ, from those it mentioned and from the original's; and a new
    /// note from that of the original.
    fn notes(&self, new: &Document, change: &Change, resizes: &[Resize]) -> Option<String> {
        let place = body_place(change)?;
        let page = self.base.page;
        let original = &page.original().document;
        if let Place::Footnote(row) = place {
            let is_new = matches!(change.kind, ChangeKind::Note { .. });
            let own = original.footnotes.get(page.footnotes[row].notes[0]?).filter(|_| is_new)?;
            let Some(made) = new.footnotes.iter().find(|note| note.label == own.label) else {
                return Some(format!("it must begin with `[^{}]:`", own.label));
            };
            return same::block_difference(&own.blocks, &made.blocks);
        }
        // The places of a page are found in its own documents; the new one has the same structure, but for
        // rows that come back in another number of blocks.
        let texts = |document: &Document, resizes: &[Resize]| match place {
            Place::Title => vec![document.title],
            Place::Pair(pair) => {
                let numbers = self.base.block_numbers(pair);
                let range = numbers
                    .first()
                    .map_or(0..0, |first| same::range_after(*first, numbers.len(), resizes));
                let blocks = document.blocks.get(range).unwrap_or_default();
                blocks.iter().flat_map(Block::texts).collect()
            }
            Place::Footnote(_) => Vec::new(),
        };
        let now = same::notes(new, &texts(new, resizes));
        let before = same::notes(&self.old.value, &texts(&self.old.value, &[]));
        let [own, _] = page.row_texts(place, self.language.id);
        let wanted = same::notes(original, &own);
        if now == before || now == wanted {
            return None;
        }
        Some(lost_notes(&before))
    }
}

/// The notes that a place must mention, said to its translator.
fn lost_notes(labels: &[String]) -> String {
    let marks: Vec<String> = labels.iter().map(|label| format!("[^{label}]")).collect();
    if marks.is_empty() {
        return "it mentions a footnote, which the original does not".to_owned();
    }
    format!("it must mention the footnotes it did: {}", marks.join(" "))
}
