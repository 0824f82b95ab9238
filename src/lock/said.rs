//! A fingerprint of what is said.
//!
//! What counts are the characters a reader sees, the kind of block they stand in, and the words and
//! files of images. White space counts as one blank, so that a paragraph may be wrapped anew; bold
//! type, links and notes do not count, since setting them apart says nothing else.

use std::fmt::Write as _;

use crate::model::{
    Block, BlockContent, Document, Fingerprint, LangId, MarkKind, Page, Place, TextId,
};
use crate::source::fingerprint;

/// What a place says in each language of the site.
pub(super) fn fingerprints_of(page: &Page, place: Place) -> Vec<Option<Fingerprint>> {
    let langs = (0..page.sides.len()).map(|lang| LangId(u8::try_from(lang).unwrap_or(u8::MAX)));
    langs.map(|lang| said_in(page, place, lang)).collect()
}

fn said_in(page: &Page, place: Place, lang: LangId) -> Option<Fingerprint> {
    let document = &page.side(lang)?.document;
    let mut words = String::new();
    match place {
        Place::Title => add_text(&mut words, document, document.title),
        Place::Pair(pair) => {
            // What renders several blocks together is said of each of them.
            let head = page.row(pair, lang).start;
            page.first_block(head, lang)?;
            page.blocks(head, lang).for_each(|block| add_block(&mut words, document, block));
        }
        Place::Footnote(note) => {
            let note = page.footnotes[note].notes[lang.index()]?;
            add_blocks(&mut words, document, &document.footnotes[note].blocks);
        }
    }
    Some(Fingerprint(fingerprint::short(words.as_bytes())))
}

/// What a block says that is a pair by itself.
pub(super) fn block_said(document: &Document, block: &Block) -> Fingerprint {
    let mut words = String::new();
    add_block(&mut words, document, block);
    Fingerprint(fingerprint::short(words.as_bytes()))
}

fn add_blocks(to: &mut String, document: &Document, blocks: &[Block]) {
    for block in blocks {
        add_block(to, document, block);
    }
}

fn add_block(to: &mut String, document: &Document, block: &Block) {
    // A line for each thing; no thing has a line break in it, so two different blocks never read
    // the same.
    to.push_str(block.content.name());
    to.push('\n');
    match &block.content {
        BlockContent::List { items, .. } => {
            for item in items {
                add_blocks(to, document, item);
            }
        }
        BlockContent::Quote { blocks, .. } => add_blocks(to, document, blocks),
        BlockContent::Definitions(definitions) => {
            for definition in definitions {
                definition.terms.iter().for_each(|term| add_text(to, document, *term));
                definition.details.iter().for_each(|detail| add_blocks(to, document, detail));
            }
        }
        BlockContent::Code { code, .. } => {
            // Blanks may mean something in code.
            to.push_str(&code.replace('\\', "\\\\").replace('\n', "\\n"));
            to.push('\n');
        }
        _ => block.texts().into_iter().for_each(|text| add_text(to, document, text)),
    }
}

fn add_text(to: &mut String, document: &Document, text: TextId) {
    let text = document.text(text);
    let mut words = text.plain.split_whitespace();
    to.push_str(words.next().unwrap_or_default());
    for word in words {
        to.push(' ');
        to.push_str(word);
    }
    to.push('\n');
    for mark in &text.marks {
        let MarkKind::Image(number) = mark.kind else { continue };
        if let Some(image) = document.references.get(number as usize) {
            let _ = writeln!(to, "{} {}", image.destination, image.alternative);
        }
    }
}
