//! Sets the blocks of the original and of its translations beside each other.
//!
//! By order alone: the same kinds of blocks, the same headings, in the same sequence. The first
//! place where the two part is an error that shows both; nothing is guessed, because a wrong guess
//! would set every later paragraph beside the wrong one.

use std::collections::HashMap;

use crate::model::{Block, BlockContent, Document, FootnoteRow, Page, Pair, label_key};
use crate::source::{Diagnosed, Diagnostic, Message, Span, codes, message};

/// What belongs together on a page.
pub(crate) struct PageAlignment {
    /// Blocks of the original, each with its counterparts, in order.
    pub(crate) pairs: Vec<Pair>,
    /// Footnotes likewise, numbered on this page alone.
    pub(crate) footnotes: Vec<FootnoteRow>,
}

/// Aligns all languages of a page with its original.
pub(crate) fn align_page(page: &Page) -> Diagnosed<PageAlignment> {
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
    let mut footnotes: Vec<FootnoteRow> = (0..original.footnotes.len())
        .zip(1..)
        .map(|(note, number)| {
            let mut notes = vec![None; languages];
            notes[0] = Some(note);
            FootnoteRow { number, notes }
        })
        .collect();
    for (lang, side) in page.sides.iter().enumerate().skip(1) {
        let Some(side) = side else { continue };
        align_blocks(original, &side.document, lang, &mut pairs, &mut diagnostics);
        align_footnotes(original, &side.document, lang, &mut footnotes, &mut diagnostics);
    }
    Diagnosed { value: PageAlignment { pairs, footnotes }, diagnostics }
}

/// Aligns blocks; page breaks are the original's own and have no counterpart.
fn align_blocks(
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
                diagnostics.push(translation_ends(block, last.unwrap_or(other.title_span)));
                return;
            }
        }
    }
    if let Some((_, extra)) = others.next() {
        let end = original.blocks.last().map_or(original.title_span, |block| block.span);
        diagnostics.push(original_ends(extra, end));
    }
}

fn part_here(original: &Block, other: &Block) -> Diagnostic {
    Diagnostic::new(
        codes::ALIGN_BLOCK,
        message!("align-block-unlike", original = shape(original), translation = shape(other)),
    )
    .labelled(other.span, message!("align-block-unlike.translation", shape = shape(other)))
    .labelled(
        original.span,
        message!(
            "align-block-unlike.original",
            address = block_address(original),
            shape = shape(original),
        ),
    )
    .help(message!("align-block-unlike.help"))
}

/// The original goes on with a block after the last one of the translation.
fn translation_ends(next: &Block, end: Span) -> Diagnostic {
    let goes_on = message!(
        "align-block-translation-ends.original",
        address = block_address(next),
        shape = shape(next),
    );
    Diagnostic::new(codes::ALIGN_BLOCK, message!("align-block-translation-ends"))
        .labelled(end, message!("align-block-translation-ends.translation"))
        .labelled(next.span, goes_on)
        .help(message!("align-block-translation-ends.help"))
}

/// The translation goes on with a block after the last one of the original.
fn original_ends(next: &Block, end: Span) -> Diagnostic {
    let goes_on = message!(
        "align-block-original-ends.translation",
        address = block_address(next),
        shape = shape(next),
    );
    Diagnostic::new(codes::ALIGN_BLOCK, message!("align-block-original-ends"))
        .labelled(end, message!("align-block-original-ends.original"))
        .labelled(next.span, goes_on)
        .help(message!("align-block-original-ends.help"))
}

/// Aligns footnotes by their labels, in whatever order each language mentions them.
fn align_footnotes(
    original: &Document,
    other: &Document,
    lang: usize,
    rows: &mut [FootnoteRow],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let (known, numbers) = (by_label(original), by_label(other));
    for (row, note) in rows.iter_mut().zip(&original.footnotes) {
        row.notes[lang] = numbers.get(&*label_key(&note.label)).copied();
        if row.notes[lang].is_none() {
            diagnostics.push(
                Diagnostic::new(codes::ALIGN_BLOCK, message!("align-block-note-missing"))
                    .labelled(note.span, message!("align-block-note-missing.label"))
                    .help(message!("align-block-note-missing.help", label = &note.label)),
            );
        }
    }
    for note in &other.footnotes {
        if !known.contains_key(&*label_key(&note.label)) {
            diagnostics.push(
                Diagnostic::new(codes::ALIGN_BLOCK, message!("align-block-note-added"))
                    .labelled(note.span, message!("align-block-note-added.label"))
                    .help(message!("align-block-note-added.help")),
            );
        }
    }
}

fn block_address(block: &Block) -> String {
    block.counted.map(|address| address.to_string()).unwrap_or_default()
}

/// What must be the same on both sides, in words.
fn shape(block: &Block) -> Message {
    match &block.content {
        BlockContent::Heading { level, .. } => {
            message!("block-heading", level = usize::from(*level))
        }
        BlockContent::Paragraph(_) => message!("block-paragraph"),
        BlockContent::List { start: None, items, .. } => {
            message!("block-list", items = items.len())
        }
        BlockContent::List { items, .. } => message!("block-numbered-list", items = items.len()),
        BlockContent::Quote { alert: None, blocks } => {
            message!("block-quotation", blocks = blocks.len())
        }
        BlockContent::Quote { blocks, .. } => message!("block-note", blocks = blocks.len()),
        BlockContent::Table { head, rows, .. } => {
            message!("block-table", rows = rows.len(), columns = head.len())
        }
        BlockContent::Code { .. } => message!("block-code"),
        BlockContent::Definitions(definitions) => {
            message!("block-definitions", terms = definitions.len())
        }
        BlockContent::Rule => message!("block-rule"),
        BlockContent::PageBreak => message!("block-page-break"),
    }
}

/// The place of each footnote by its label.
fn by_label(document: &Document) -> HashMap<String, usize> {
    let notes = document.footnotes.iter().enumerate();
    notes.map(|(number, note)| (label_key(&note.label), number)).collect()
}
