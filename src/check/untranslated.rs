//! Paragraphs of a translation that still stand in the language of the original: said once, in place of
//! all that their numbers and terms would give.

use rayon::prelude::*;

use super::{Check, Context};
use crate::model::{Page, Site};
use crate::source::{Diagnostic, Span, codes, message};

pub(super) struct UntranslatedParagraphs;

impl Check for UntranslatedParagraphs {
    fn run(&self, context: &Context) -> Vec<Diagnostic> {
        let site = context.site;
        site.pages.par_iter().flat_map_iter(|page| of_page(site, page)).collect()
    }
}

/// The untranslated paragraphs, items and notes of a page.
pub(crate) fn of_page(site: &Site, page: &Page) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for ((place, lang), parts) in &page.untranslated {
        let Some(translation) = page.side(*lang) else { continue };
        let all = page.parts(*place, *lang);
        // A table is left as a whole; of a list each item is said.
        let said = if page.is_table(*place) { &parts[..1] } else { &parts[..] };
        for part in said {
            let texts = all[*part][1].iter().map(|text| translation.document.text(*text));
            let first = texts.filter(|text| !text.plain.is_empty()).map(|text| {
                Span::new(translation.document.file, text.source_range(0..text.plain.len()))
            });
            let Some(span) = first.into_iter().next() else { continue };
            let original = &site.languages.original().name;
            let language = &site.languages.get(*lang).name;
            let message =
                message!("translation-untranslated", original = original, language = language);
            let help = message!("translation-untranslated.help");
            diagnostics.push(
                Diagnostic::new(codes::TRANSLATION_UNTRANSLATED, message).at(span).help(help),
            );
        }
    }
    diagnostics
}
