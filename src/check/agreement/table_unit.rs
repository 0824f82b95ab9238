//! Units of tables that are not known, or that one language alone states.

use crate::model::{Document, LangId, Language, Page, QuantityKind, TextId};
use crate::source::{Diagnostic, Span, codes, message};

/// Units of tables that are no units as far as the program knows.
pub(super) fn unread_units(document: &Document) -> impl Iterator<Item = Diagnostic> {
    let texts = document.annotations.iter().zip(&document.texts);
    texts.filter_map(|(annotation, text)| {
        let range = annotation.unread_unit.clone()?;
        let words = &text.plain[range.clone()];
        Some(
            Diagnostic::new(codes::TABLE_UNREAD_UNIT, message!("table-unread-unit", words = words))
                .at(Span::new(document.file, text.source_range(range)))
                .help(message!("table-unread-unit.help")),
        )
    })
}

/// A unit that is stated for the number of a cell in one language alone, by where it is stated.
pub(super) fn unit_stated_alone(
    page: &Page,
    [own, others]: &[Vec<TextId>; 2],
    language: &Language,
) -> Option<((LangId, u32, usize), Diagnostic)> {
    let ([own], [other]) = (&own[..], &others[..]) else { return None };
    let (original, translation) = (page.original(), page.side(language.id)?);
    let sides = [(&original.document, *own), (&translation.document, *other)];
    let cells = sides.map(|(document, text)| (document, document.annotations.get(text.0 as usize)));
    let stated =
        cells.map(|(_, annotation)| annotation.and_then(|of| of.cell.as_ref()?.unit.as_ref()));
    let lacks = |side: usize| {
        let (document, annotation) = cells[side];
        let bare = annotation?
            .quantities
            .iter()
            .find(|found| found.value.kind == QuantityKind::Figure && found.value.unit.is_none())?;
        let text = document.text(sides[side].1);
        Some(Span::new(document.file, text.source_range(bare.range.clone())))
    };
    let (side, stated, bare) = match stated {
        [Some(stated), None] => (0, stated, lacks(1)?),
        [None, Some(stated)] => (1, stated, lacks(0)?),
        _ => return None,
    };
    let document = cells[side].0;
    let text = document.text(stated.text);
    let span = Span::new(document.file, text.source_range(stated.range.clone()));
    let words = &text.plain[stated.range.clone()];
    let finding = Diagnostic::new(codes::TABLE_UNIT, message!("table-unit", words = words))
        .labelled(bare, message!("table-unit.bare"))
        .labelled(span, message!("table-unit.stated"))
        .help(message!("table-unit.help"));
    Some(((document.lang, stated.text.0, stated.range.start), finding))
}
