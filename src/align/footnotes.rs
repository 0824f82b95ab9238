//! Footnotes beside their counterparts, by their labels.

use std::collections::HashMap;

use crate::model::{Document, FootnoteRow, label_key};
use crate::source::{Diagnostic, codes, message};

/// Aligns footnotes by their labels, in whatever order each language mentions them.
pub(super) fn align_footnotes(
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
                Diagnostic::new(codes::ALIGN_MISSING, message!("align-missing-note"))
                    .labelled(note.span, message!("align-missing-note.label"))
                    .help(message!("align-missing-note.help", label = &note.label)),
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

/// The place of each footnote by its label.
fn by_label(document: &Document) -> HashMap<String, usize> {
    let notes = document.footnotes.iter().enumerate();
    notes.map(|(number, note)| (label_key(&note.label), number)).collect()
}
