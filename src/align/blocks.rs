//! Sets the blocks of the original and of its translations beside each other.
//!
//! By order alone: the same kinds of blocks, the same headings, in the same sequence. The first
//! place where the two part is an error that shows both; nothing is guessed, because a wrong guess
//! would set every later paragraph beside the wrong one.

use std::collections::HashMap;

use crate::model::{Block, BlockContent, Document, Page, Pair};
use crate::source::{Diagnosed, Diagnostic, Span, codes};

/// What belongs together on a page.
pub(crate) struct Aligned {
    /// Blocks of the original, each with its counterparts, in order.
    pub pairs: Vec<Pair>,
    /// Footnotes likewise: for each one of the original, its number in each language.
    pub footnotes: Vec<Vec<Option<usize>>>,
}

/// Aligns all languages of a page with its original.
pub(crate) fn page(page: &Page) -> Diagnosed<Aligned> {
    let mut diagnostics = Vec::new();
    let original = &page.original().document;
    let languages = page.sides.len();
    let mut pairs: Vec<Pair> = original
        .blocks
        .iter()
        .enumerate()
        .map(|(number, block)| {
            let mut blocks = vec![None; languages];
            blocks[0] = Some(number);
            Pair { address: block.counted, blocks }
        })
        .collect();
    let mut footnotes: Vec<Vec<Option<usize>>> = (0..original.footnotes.len())
        .map(|number| {
            let mut row = vec![None; languages];
            row[0] = Some(number);
            row
        })
        .collect();
    for (lang, side) in page.sides.iter().enumerate().skip(1) {
        let Some(side) = side else { continue };
        blocks(original, &side.document, lang, &mut pairs, &mut diagnostics);
        notes(original, &side.document, lang, &mut footnotes, &mut diagnostics);
    }
    Diagnosed { value: Aligned { pairs, footnotes }, diagnostics }
}

/// Aligns blocks; page breaks are the original's own and have no counterpart.
fn blocks(
    original: &Document,
    other: &Document,
    lang: usize,
    pairs: &mut [Pair],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let is_text = |block: &&Block| block.content != BlockContent::PageBreak;
    let mut others = other.blocks.iter().enumerate().filter(|(_, block)| is_text(block));
    let mut last: Option<Span> = None;
    for (pair, block) in pairs.iter_mut().zip(&original.blocks).filter(|(_, b)| is_text(b)) {
        match others.next() {
            Some((number, counterpart)) if shape(block) == shape(counterpart) => {
                pair.blocks[lang] = Some(number);
                last = Some(counterpart.span);
            }
            Some((_, counterpart)) => {
                diagnostics.push(part_here(block, counterpart));
                return;
            }
            None => {
                diagnostics.push(ends_early(block, last.unwrap_or(other.title_span), true));
                return;
            }
        }
    }
    if let Some((_, extra)) = others.next() {
        let end = original.blocks.last().map_or(original.title_span, |block| block.span);
        diagnostics.push(ends_early(extra, end, false));
    }
}

fn part_here(original: &Block, other: &Block) -> Diagnostic {
    Diagnostic::new(
        codes::ALIGN_BLOCK,
        format!("a {} stands beside a {}", shape(original), shape(other)),
    )
    .labelled(other.span, format!("here a {}", shape(other)))
    .labelled(
        original.span,
        format!("{}: in the original a {}", address(original), shape(original)),
    )
    .help("join, split or add blocks in the translation until both sides run in step")
}

fn ends_early(block: &Block, end: Span, is_translation: bool) -> Diagnostic {
    let (which, other) =
        if is_translation { ("translation", "original") } else { ("original", "translation") };
    Diagnostic::new(codes::ALIGN_BLOCK, format!("the {which} ends before the {other}"))
        .labelled(end, format!("the {which} ends here"))
        .labelled(
            block.span,
            format!("{}: the {other} goes on with a {}", address(block), shape(block)),
        )
        .help(if is_translation {
            "translate the rest, or check that no block was joined with its neighbour"
        } else {
            "remove what the original does not say, or check that no block was split in two"
        })
}

fn notes(
    original: &Document,
    other: &Document,
    lang: usize,
    rows: &mut [Vec<Option<usize>>],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let (known, numbers) = (by_label(original), by_label(other));
    for (row, note) in rows.iter_mut().zip(&original.footnotes) {
        row[lang] = numbers.get(&*note.label).copied();
        if row[lang].is_none() {
            diagnostics.push(
                Diagnostic::new(codes::ALIGN_BLOCK, "a footnote has no counterpart")
                    .labelled(note.span, "only in the original")
                    .help(format!("add `[^{}]` to the translation", note.label)),
            );
        }
    }
    for note in &other.footnotes {
        if !known.contains_key(&*note.label) {
            diagnostics.push(
                Diagnostic::new(codes::ALIGN_BLOCK, "a footnote is not in the original")
                    .labelled(note.span, "only in the translation")
                    .help("give it the label it has in the original"),
            );
        }
    }
}

fn address(block: &Block) -> String {
    block.counted.map(|address| address.to_string()).unwrap_or_default()
}

/// What must be the same on both sides, in words.
fn shape(block: &Block) -> String {
    match &block.content {
        BlockContent::Heading { level, .. } => format!("level {level} heading"),
        BlockContent::List { items, .. } => {
            format!("{} of {}", block.content.name(), count(items.len(), "item"))
        }
        BlockContent::Table { head, rows, .. } => {
            format!("table of {} and {}", count(rows.len(), "row"), count(head.len(), "column"))
        }
        BlockContent::Quote { blocks, .. } => {
            format!("{} of {}", block.content.name(), count(blocks.len(), "block"))
        }
        BlockContent::Definitions(definitions) => {
            format!("{} of {}", block.content.name(), count(definitions.len(), "term"))
        }
        other => other.name().to_owned(),
    }
}

fn count(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}

/// The number of the first footnote with each label.
fn by_label(document: &Document) -> HashMap<&str, usize> {
    let notes = document.footnotes.iter().enumerate().rev();
    notes.map(|(number, note)| (&*note.label, number)).collect()
}
