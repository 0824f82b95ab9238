//! Mentions and definitions of footnotes brought together.

use std::collections::HashMap;

use super::inline::Inline;
use crate::model::{Footnote, MarkKind, Text, label_key};
use crate::source::{Diagnostic, codes, message};

/// Puts footnotes in the order of their first mention and leads each mention to its note. Of
/// several with one label only the first is kept; those never mentioned come last, since nothing
/// is dropped silently. Both are findings.
pub(super) fn order(
    footnotes: Vec<Footnote>,
    texts: &mut [Text],
    inline: &mut Inline,
) -> Vec<Footnote> {
    let mut kept: Vec<Footnote> = Vec::with_capacity(footnotes.len());
    let mut by_label: HashMap<String, usize> = HashMap::new();
    for mut note in footnotes {
        let key = label_key(&note.label);
        if let Some(first) = by_label.get(&key) {
            inline.diagnostics.push(defined_twice(&note, &kept[*first]));
            continue;
        }
        note.mentions = inline.mentioned.get(&key).map_or(0, |(_, mentions)| *mentions);
        if note.mentions == 0 {
            inline.diagnostics.push(
                Diagnostic::new(
                    codes::FOOTNOTE_UNUSED,
                    message!("footnote-unused", label = &note.label),
                )
                .at(note.span)
                .help(message!("footnote-unused.help", label = &note.label)),
            );
        }
        by_label.insert(key, kept.len());
        kept.push(note);
    }
    let first_mention = |note: &Footnote| {
        inline.mentioned.get(&label_key(&note.label)).map_or(u32::MAX, |(number, _)| *number)
    };
    kept.sort_by_key(first_mention);
    // A definition may be missing although it was mentioned: one that lies too deep is not read.
    let places: HashMap<u32, u32> =
        kept.iter().zip(0..).map(|(note, place)| (first_mention(note), place)).collect();
    for text in texts {
        for mark in &mut text.marks {
            if let MarkKind::FootnoteReference { note, .. } = &mut mark.kind {
                *note = places.get(note).copied().unwrap_or(u32::MAX);
            }
        }
    }
    kept
}

fn defined_twice(note: &Footnote, first: &Footnote) -> Diagnostic {
    Diagnostic::new(codes::FOOTNOTE_DUPLICATE, message!("footnote-duplicate", label = &note.label))
        .at(note.span)
        .labelled(first.span, message!("footnote-duplicate.first"))
        .help(message!("footnote-duplicate.help"))
}

#[cfg(test)]
mod tests {
    use crate::model::{LangId, MarkKind, Script};
    use crate::parse::parse_document;
    use crate::source::Sources;

    /// The labels in their order, and for each mention its label and how often it stood before.
    fn read(body: &str) -> (Vec<String>, Vec<(String, u32)>, Vec<&'static str>) {
        let mut sources = Sources::default();
        let id = sources.add("a.en.md", format!("---\ntitle: t\n---\n{body}"));
        let parsed = parse_document(sources.get(id), LangId::ORIGINAL, Script::Latin);
        let notes = &parsed.value.footnotes;
        let marks = parsed.value.texts.iter().flat_map(|text| &text.marks);
        let mentions = marks.filter_map(|mark| match mark.kind {
            MarkKind::FootnoteReference { note, mention } => {
                Some((notes[note as usize].label.clone(), mention))
            }
            _ => None,
        });
        let mentions = mentions.collect();
        let labels = notes.iter().map(|note| note.label.clone()).collect();
        (labels, mentions, parsed.diagnostics.iter().map(|one| one.code.name()).collect())
    }

    #[test]
    fn notes_stand_in_the_order_of_mention_and_each_mention_knows_which_it_is() {
        let (labels, mentions, findings) = read("x[^b] y[^a] z[^b]\n\n[^a]: A\n\n[^b]: B\n");
        assert_eq!(labels, ["b", "a"]);
        let seen: Vec<_> = mentions.iter().map(|(label, time)| (&**label, *time)).collect();
        assert_eq!(seen, [("b", 1), ("a", 1), ("b", 2)]);
        assert!(findings.is_empty(), "{findings:?}");
    }

    #[test]
    fn a_label_that_is_defined_twice_keeps_its_first_note() {
        let body = "x[^a] y[^b]\n\n[^a]: one\n\n[^b]: two\n\n[^A]: again\n\n[^c]: never\n";
        let (labels, _, findings) = read(body);
        assert_eq!(labels, ["a", "b", "c"]);
        assert_eq!(findings, ["footnote.duplicate", "footnote.unused"]);
    }
}
