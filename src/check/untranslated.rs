//! Paragraphs of a translation, and words of its cover, that still stand in the language of the original: said once, in place of
//! all that their numbers and terms would give.

use rayon::prelude::*;

use super::{Check, Context, facts};
use crate::model::{Language, Page, Report, ReportMeta, Site};
use crate::source::{Diagnostic, Span, codes, message};

pub(super) struct UntranslatedParagraphs;

impl Check for UntranslatedParagraphs {
    fn run(&self, context: &Context) -> Vec<Diagnostic> {
        let site = context.site;
        let pages = site.pages.par_iter().flat_map_iter(|page| of_page(site, page));
        let mut found: Vec<Diagnostic> = pages.collect();
        found.extend(site.reports.iter().flat_map(|report| of_cover(context, report)));
        found
    }
}

/// What a cover says of its report in words.
type CoverWords = (&'static str, fn(&ReportMeta) -> Option<&str>);

const COVER_WORDS: [CoverWords; 6] = [
    ("issuer", |meta| Some(&meta.issuer)),
    ("meeting", |meta| Some(&meta.meeting)),
    ("place", |meta| Some(&meta.place)),
    ("speaker", |meta| Some(&meta.speaker)),
    ("office", |meta| Some(&meta.office)),
    ("occasion", |meta| meta.occasion.as_deref()),
];

/// The untranslated words in the front matter of a cover.
fn of_cover(context: &Context, report: &Report) -> Vec<Diagnostic> {
    let site = context.site;
    let original = site.languages.original();
    let cover = site.page(report.cover);
    let mut found = Vec::new();
    for language in site.languages.iter().skip(1) {
        let Some((cover, meta)) = cover.side(language.id).zip(report.stated(language.id)) else {
            continue;
        };
        for (key, of) in COVER_WORDS {
            let words = of(report.original_meta()).zip(of(meta));
            if words.is_some_and(|(own, other)| original.is_left_in(language, own, other)) {
                let span = facts::place_of_key(cover.document.file, key, context.sources);
                found.push(untranslated([original, language], span));
            }
        }
    }
    found
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
            let languages = [site.languages.original(), site.languages.get(*lang)];
            diagnostics.push(untranslated(languages, span));
        }
    }
    diagnostics
}

/// What is said of words in the first of two languages that should be in the second.
fn untranslated([original, language]: [&Language; 2], at: Span) -> Diagnostic {
    let message =
        message!("translation-untranslated", original = &original.name, language = &language.name,);
    let help = message!("translation-untranslated.help");
    Diagnostic::new(codes::TRANSLATION_UNTRANSLATED, message).at(at).help(help)
}
