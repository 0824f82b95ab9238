//! What differs from the text as received in form alone, counted in one line.

use std::collections::BTreeSet;

use super::here::Here;
use crate::model::{
    BlockContent, Document, MarkKind, ReceivedContent, ReceivedKind, ReceivedMarkKind,
    ReceivedRole, Report, Site,
};
use crate::source::{Argument, Diagnostic, codes, message};

/// The notice of how the form differs; nothing where it does not.
pub(super) fn summary(
    site: &Site,
    report: &Report,
    received: &ReceivedContent,
    here: &Here,
    (splits, blanks): (usize, usize),
) -> Option<Diagnostic> {
    let pages: Vec<&Document> =
        report.pages().map(|id| &*site.page(id).original().document).collect();
    let headings = headings(&pages, received);
    let page_marks = page_marks(received).abs_diff(pages.iter().map(|page| breaks(page)).sum());
    let blanks = blanks.saturating_sub(here.words.blanks);
    let notes =
        received.blocks.iter().filter(|block| block.role == ReceivedRole::NotesHead).count();
    let counted = [
        (headings, message!("received-form-headings", count = headings)),
        (splits, message!("received-form-splits", count = splits)),
        (page_marks, message!("received-form-pages", count = page_marks)),
        (notes, message!("received-form-notes", count = notes)),
        (blanks, message!("received-form-blanks", count = blanks)),
    ];
    let counted = counted.into_iter().filter(|(count, _)| *count > 0);
    let counted: Vec<Argument> = counted.map(|(_, said)| said.into()).collect();
    let file = report.received.as_ref().map_or("", |received| &*received.path);
    let span = site.page(report.cover).original().document.title_span;
    (!counted.is_empty()).then(|| {
        let said = message!("received-form", file = file, counted = Argument::List(counted));
        Diagnostic::new(codes::RECEIVED_FORM, said).at(span)
    })
}

/// How many headings of the content are none, or of another level, in the text as received.
fn headings(pages: &[&Document], received: &ReceivedContent) -> usize {
    let packed = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let known: BTreeSet<(String, u8)> = received
        .blocks
        .iter()
        .filter_map(|block| match block.kind {
            ReceivedKind::Heading(level) => Some((packed(&block.text), level)),
            _ => None,
        })
        .collect();
    let mut count = 0;
    for (number, page) in pages.iter().enumerate() {
        // The parts lie one level below the title of the report.
        let depth = u8::from(number > 0);
        let title = Some((packed(&page.text(page.title).plain), 1 + depth));
        let others = page.blocks.iter().filter_map(|block| match &block.content {
            BlockContent::Heading { level, text, .. } => {
                Some((packed(&page.text(*text).plain), level + depth))
            }
            _ => None,
        });
        count += title.into_iter().chain(others).filter(|heading| !known.contains(heading)).count();
    }
    count
}

fn page_marks(received: &ReceivedContent) -> usize {
    let breaks = received.blocks.iter().filter(|block| block.kind == ReceivedKind::PageBreak);
    let inside = received.blocks.iter().flat_map(|block| &block.marks);
    breaks.count() + inside.filter(|mark| mark.kind == ReceivedMarkKind::PageBreak).count()
}

fn breaks(page: &Document) -> usize {
    let blocks =
        page.blocks.iter().filter(|block| block.content == BlockContent::PageBreak).count();
    let marks = page.texts.iter().flat_map(|text| &text.marks);
    blocks + marks.filter(|mark| mark.kind == MarkKind::PageBreak).count()
}
