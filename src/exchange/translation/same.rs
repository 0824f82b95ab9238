//! A page against what it would become: new words, and nothing else.

use std::ops::Range;

use super::edit::Edit;
use crate::model::{Block, BlockContent, Document, MarkKind, TextId};
use crate::source::{Diagnosed, Diagnostic, Locale, Severity, Span};

/// A row that comes back in another number of blocks; or blocks that are new, in place of none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Resize {
    /// The first of its blocks in the page as it is, or the one before which new blocks come.
    pub(super) first: usize,
    /// How many there are.
    pub(super) old: usize,
    /// How many come back.
    pub(super) new: usize,
}

/// Where blocks of a page stand after some rows have come back in another number of blocks.
pub(super) fn range_after(first: usize, count: usize, resizes: &[Resize]) -> Range<usize> {
    let before = resizes.iter().filter(|one| one.first + one.old <= first);
    let itself = resizes.iter().find(|one| one.first == first && one.old > 0);
    start_after(first, before, itself.map_or(count, |one| one.new))
}

/// Where the blocks of such a row stand then; the rows are in order.
pub(super) fn resized_range(row: usize, resizes: &[Resize]) -> Range<usize> {
    let own = resizes[row];
    start_after(own.first, resizes[..row].iter(), own.new)
}

fn start_after<'a>(
    first: usize,
    before: impl Iterator<Item = &'a Resize>,
    count: usize,
) -> Range<usize> {
    let (more, less) = before.fold((0, 0), |(more, less), one| (more + one.new, less + one.old));
    let start = (first + more).saturating_sub(less);
    start..start + count
}

/// The blocks of a page outside such rows, as it is and as it becomes; nothing where their numbers do not
/// come out.
fn blocks_outside<'a>(
    before: &'a [Block],
    after: &'a [Block],
    resizes: &[Resize],
) -> Option<(Vec<&'a Block>, Vec<&'a Block>)> {
    let old: usize = resizes.iter().map(|one| one.old).sum();
    let new: usize = resizes.iter().map(|one| one.new).sum();
    if before.len() + new != after.len() + old {
        return None;
    }
    let is_old =
        |at: usize| resizes.iter().any(|one| (one.first..one.first + one.old).contains(&at));
    let is_new =
        |at: usize| (0..resizes.len()).any(|row| resized_range(row, resizes).contains(&at));
    let outside = |blocks: &'a [Block], is_in: &dyn Fn(usize) -> bool| {
        let numbered = blocks.iter().enumerate().filter(|(at, _)| !is_in(*at));
        numbered.map(|(_, block)| block).collect::<Vec<_>>()
    };
    Some((outside(before, &is_old), outside(after, &is_new)))
}

/// What is meant to change in a page.
#[derive(Debug, Default)]
pub(super) struct Meant {
    /// The new words, in order.
    pub(super) edits: Vec<Edit>,
    /// Rows that come back in another number of blocks, and new blocks, in order.
    pub(super) resizes: Vec<Resize>,
    /// How many footnotes are new.
    pub(super) new_notes: usize,
}

/// Why a page would be another one than it was: one clause. Nothing if only its words differ, and the
/// number of blocks and notes that is meant to.
pub(super) fn difference(
    old: &Diagnosed<Document>,
    new: &Diagnosed<Document>,
    Meant { edits, resizes, new_notes }: &Meant,
) -> Option<String> {
    let (before, after) = (&old.value, &new.value);
    let outside = if resizes.is_empty() {
        Some((before.blocks.iter().collect(), after.blocks.iter().collect()))
    } else {
        blocks_outside(&before.blocks, &after.blocks, resizes)
    };
    let Some((old_blocks, new_blocks)): Option<(Vec<&Block>, Vec<&Block>)> = outside else {
        return Some("a block between two codes would not be one block".to_owned());
    };
    let stays = |old: Span, new: Span| range_of_words(old.range(), edits) == new.range();
    if !stays(before.title_span, after.title_span) {
        return Some("it must stay a heading of level 1".to_owned());
    }
    if let Some(reason) = differing_blocks(&old_blocks, &new_blocks) {
        return Some(reason);
    }
    if let Some(reason) = new_error(old, new, edits) {
        return Some(reason);
    }
    let mut pairs: Vec<(&Block, &Block)> =
        old_blocks.iter().copied().zip(new_blocks.iter().copied()).collect();
    if before.footnotes.len() + new_notes != after.footnotes.len() {
        return Some("a footnote would begin or vanish".to_owned());
    }
    for note in &before.footnotes {
        let Some(other) = after.footnotes.iter().find(|other| other.label == note.label) else {
            return Some(format!("it must begin with `[^{}]:`", note.label));
        };
        if !stays(note.span, other.span) {
            return Some("a footnote would begin or end elsewhere".to_owned());
        }
        if let Some(reason) = block_difference(&note.blocks, &other.blocks) {
            return Some(reason);
        }
        pairs.extend(note.blocks.iter().zip(&other.blocks));
    }
    if !pairs.iter().take(old_blocks.len()).all(|(old, new)| stays(old.span, new.span)) {
        return Some("a part of it would not be read as its text".to_owned());
    }
    let words = |document: &Document, text: TextId| !document.text(text).plain.trim().is_empty();
    let mut texts = vec![(before.title, after.title)];
    texts.extend(pairs.iter().flat_map(|(old, new)| old.texts().into_iter().zip(new.texts())));
    let is_lost = texts.iter().any(|(old, new)| words(before, *old) && !words(after, *new));
    is_lost.then(|| "there would be no words where some were".to_owned())
}

/// Where words lie once a text is edited. What is put in behind them is no part of them.
fn range_of_words(range: Range<usize>, edits: &[Edit]) -> Range<usize> {
    let is_behind = |edit: &Edit| edit.range.is_empty() && edit.range.start == range.end;
    let own = || edits.iter().filter(|edit| !is_behind(edit));
    place_after(range.start, own())..place_after(range.end, own())
}

/// Where a place of a text lies once it is edited; a place inside an edit stays at its beginning.
fn place_after<'a>(at: usize, edits: impl Iterator<Item = &'a Edit>) -> usize {
    let before = edits.filter(|edit| edit.range.end <= at);
    before.fold(at, |at, edit| (at + edit.markdown.len()).saturating_sub(edit.range.len()))
}

/// What is wrong with a page that was not before.
fn new_error(
    old: &Diagnosed<Document>,
    new: &Diagnosed<Document>,
    edits: &[Edit],
) -> Option<String> {
    if errors(new).count() <= errors(old).count() {
        return None;
    }
    let is_inside = |error: &&Diagnostic| {
        let at = error.labels.first().map(|label| label.span.range().start);
        at.is_some_and(|at| {
            edits.iter().any(|edit| {
                let start =
                    place_after(edit.range.start, edits.iter().take_while(|one| *one != edit));
                (start..start + edit.markdown.len()).contains(&at)
            })
        })
    };
    let first = errors(new).find(is_inside).or_else(|| errors(new).next());
    first.map(|error| error.message.text(Locale::En))
}

fn errors(parsed: &Diagnosed<Document>) -> impl Iterator<Item = &Diagnostic> {
    parsed.diagnostics.iter().filter(|found| found.severity == Severity::Error)
}

/// How blocks differ from what they were.
pub(super) fn block_difference(old: &[Block], new: &[Block]) -> Option<String> {
    differing_blocks(&old.iter().collect::<Vec<_>>(), &new.iter().collect::<Vec<_>>())
}

fn differing_blocks(old: &[&Block], new: &[&Block]) -> Option<String> {
    let counted = old.len().min(new.len());
    let first = old.iter().zip(new).find_map(|(old, new)| content(&old.content, &new.content));
    if old.len() < new.len() {
        return Some(format!("it would be {} blocks, not one", new.len() - old.len() + 1));
    }
    if counted < old.len() {
        return Some("it would be one with the block beside it, or none".to_owned());
    }
    first
}

/// How a block differs from what it was.
pub(super) fn content(old: &BlockContent, new: &BlockContent) -> Option<String> {
    use BlockContent as Is;
    let other = || Some(format!("it would be a {}, not a {}", new.name(), old.name()));
    let counts = |old: usize, new: usize, what: &str| {
        (old != new).then(|| format!("the number of its {what} must stay {old}, not {new}"))
    };
    let all = |old: &[Vec<Block>], new: &[Vec<Block>]| {
        old.iter().zip(new).find_map(|(old, new)| block_difference(old, new))
    };
    match (old, new) {
        (Is::Heading { level, id, .. }, Is::Heading { level: new_level, id: new_id, .. }) => {
            if level != new_level {
                return Some(format!("it must stay a heading of level {level}, not {new_level}"));
            }
            (id != new_id).then(|| match id {
                Some(id) => format!("the heading must keep its id: `{{#{id}}}`"),
                None => "the heading has no id, and must not get one".to_owned(),
            })
        }
        (Is::Paragraph(_), Is::Paragraph(_))
        | (Is::Rule, Is::Rule)
        | (Is::PageBreak, Is::PageBreak) => None,
        (Is::List { start, items, .. }, Is::List { start: new_start, items: new_items, .. }) => {
            if start != new_start {
                return other().filter(|_| start.is_some() != new_start.is_some()).or_else(|| {
                    Some("the list must begin with the number it began with".to_owned())
                });
            }
            counts(items.len(), new_items.len(), "items").or_else(|| all(items, new_items))
        }
        (Is::Quote { alert, blocks: old }, Is::Quote { alert: new_alert, blocks: new }) => {
            if alert == new_alert { block_difference(old, new) } else { other() }
        }
        (
            Is::Table { columns, head, rows },
            Is::Table { columns: new_columns, head: new_head, rows: new_rows },
        ) => counts(head.len(), new_head.len(), "columns")
            .or_else(|| counts(rows.len(), new_rows.len(), "rows"))
            .or_else(|| {
                (columns != new_columns)
                    .then(|| "the columns of the table must stay aligned as they are".to_owned())
            }),
        (Is::Code { .. }, Is::Code { .. }) => {
            (old != new).then(|| "code must stay as it is".to_owned())
        }
        (Is::Definitions(old), Is::Definitions(new)) => counts(old.len(), new.len(), "terms")
            .or_else(|| {
                old.iter().zip(new).find_map(|(old, new)| {
                    counts(old.terms.len(), new.terms.len(), "names of a term")
                        .or_else(|| counts(old.details.len(), new.details.len(), "explanations"))
                        .or_else(|| all(&old.details, &new.details))
                })
            }),
        _ => other(),
    }
}

/// The labels of the notes that texts mention, sorted.
pub(super) fn notes(document: &Document, texts: &[TextId]) -> Vec<String> {
    let marks = texts.iter().flat_map(|text| document.text(*text).marks.iter());
    let mut labels: Vec<String> = marks
        .filter_map(|mark| match mark.kind {
            MarkKind::FootnoteReference { note, .. } => {
                Some(document.footnotes.get(note as usize)?.label.clone())
            }
            _ => None,
        })
        .collect();
    labels.sort();
    labels
}
