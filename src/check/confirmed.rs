//! Translations against what was last confirmed. Asks nothing of a site without `translation.lock`.

use std::collections::BTreeSet;

use super::{Check, Context};
use crate::model::{LangId, Lock, Page, Place, UnconfirmedKind};
use crate::source::{Diagnostic, Message, codes, message};

pub(super) struct Confirmations;

impl Check for Confirmations {
    fn run(&self, context: &Context) -> Vec<Diagnostic> {
        let site = context.site;
        let Some(lock) = &site.lock else { return Vec::new() };
        site.pages.iter().flat_map(|page| check(page, lock)).collect()
    }
}

fn check(page: &Page, lock: &Lock) -> Vec<Diagnostic> {
    let changed = page.unconfirmed.iter().filter_map(|((place, lang), how)| {
        let diagnostic = match how {
            UnconfirmedKind::New => return None,
            UnconfirmedKind::Stale => stale(page, *place, *lang),
            UnconfirmedKind::Translation => {
                unconfirmed(page, *place, *lang, message!("translation-unconfirmed"))
            }
            UnconfirmedKind::Both => {
                unconfirmed(page, *place, *lang, message!("translation-unconfirmed-both"))
            }
        };
        Some(diagnostic)
    });
    changed.chain(new(page, lock)).collect()
}

fn stale(page: &Page, place: Place, lang: LangId) -> Diagnostic {
    let diagnostic = Diagnostic::new(codes::TRANSLATION_STALE, message!("translation-stale"));
    let confirmed = message!("translation-stale.confirmed");
    let diagnostic = labelled_place(diagnostic, page, place, lang, Some(confirmed));
    labelled_place(
        diagnostic,
        page,
        place,
        LangId::ORIGINAL,
        Some(message!("translation-stale.changed")),
    )
    .help(message!("translation-stale.help", page = &page.key))
}

fn unconfirmed(page: &Page, place: Place, lang: LangId, message: Message) -> Diagnostic {
    let diagnostic = Diagnostic::new(codes::TRANSLATION_UNCONFIRMED, message);
    let diagnostic = labelled_place(diagnostic, page, place, lang, None);
    labelled_place(diagnostic, page, place, LangId::ORIGINAL, Some(message!("its-original")))
        .help(message!("translation-unconfirmed.help", page = &page.key))
}

/// What was never confirmed: counted for each page, since a new page would fill the screen.
fn new(page: &Page, lock: &Lock) -> Option<Diagnostic> {
    let is_new = |entry: &(&(Place, LangId), &UnconfirmedKind)| *entry.1 == UnconfirmedKind::New;
    let places: BTreeSet<Place> =
        page.unconfirmed.iter().filter(is_new).map(|((place, _), _)| *place).collect();
    let first = *places.first()?;
    let (message, label) = match (lock.pages.contains_key(&page.key), places.len()) {
        (false, count) => (
            message!("translation-unconfirmed-page"),
            Some(message!("translation-unconfirmed-page.label", count = count)),
        ),
        (true, 1) => (message!("translation-unconfirmed-place"), None),
        (true, count) => (
            message!("translation-unconfirmed-places", count = count),
            Some(message!("translation-unconfirmed-places.label")),
        ),
    };
    let diagnostic = Diagnostic::new(codes::TRANSLATION_UNCONFIRMED, message);
    Some(
        labelled_place(diagnostic, page, first, LangId::ORIGINAL, label)
            .help(message!("translation-unconfirmed-page.help", page = &page.key)),
    )
}

fn labelled_place(
    diagnostic: Diagnostic,
    page: &Page,
    place: Place,
    lang: LangId,
    label: Option<Message>,
) -> Diagnostic {
    match (page.span(place, lang), label) {
        (Some(span), Some(label)) => diagnostic.labelled(span, label),
        (Some(span), None) => diagnostic.at(span),
        (None, _) => diagnostic,
    }
}
