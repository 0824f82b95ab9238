//! Translations against what was last confirmed. Asks nothing of a site without `translation.lock`.

use std::collections::BTreeSet;

use super::{Check, Context};
use crate::model::{LangId, Lock, Page, Place, Unconfirmed};
use crate::source::{Diagnostic, Message, codes};

pub(super) struct Confirmed;

impl Check for Confirmed {
    fn run(&self, context: &Context) -> Vec<Diagnostic> {
        let site = context.site;
        let Some(lock) = &site.lock else { return Vec::new() };
        site.pages.iter().flat_map(|page| check(page, lock)).collect()
    }
}

fn check(page: &Page, lock: &Lock) -> Vec<Diagnostic> {
    let changed = page.unconfirmed.iter().filter_map(|((place, lang), how)| {
        let diagnostic = match how {
            Unconfirmed::New => return None,
            Unconfirmed::Stale => stale(page, *place, *lang),
            Unconfirmed::Translation => {
                unconfirmed(page, *place, *lang, "this translation changed since it was confirmed")
            }
            Unconfirmed::Both => unconfirmed(
                page,
                *place,
                *lang,
                "this translation and its original changed since they were confirmed",
            ),
        };
        Some(diagnostic)
    });
    changed.chain(new(page, lock)).collect()
}

fn stale(page: &Page, place: Place, lang: LangId) -> Diagnostic {
    let diagnostic =
        Diagnostic::new(codes::TRANSLATION_STALE, "this translation is older than its original");
    let diagnostic = at(diagnostic, page, place, lang, "as it was confirmed");
    at(diagnostic, page, place, LangId::ORIGINAL, "changed since")
        .help(format!("translate the change, then run `duizhao confirm {}`", page.key))
}

fn unconfirmed(page: &Page, place: Place, lang: LangId, message: &str) -> Diagnostic {
    let diagnostic = Diagnostic::new(codes::TRANSLATION_UNCONFIRMED, message);
    let diagnostic = at(diagnostic, page, place, lang, "");
    at(diagnostic, page, place, LangId::ORIGINAL, "its original")
        .help(format!("read the two against each other, then run `duizhao confirm {}`", page.key))
}

/// What was never confirmed: counted for each page, since a new page would fill the screen.
fn new(page: &Page, lock: &Lock) -> Option<Diagnostic> {
    let is_new = |entry: &(&(Place, LangId), &Unconfirmed)| *entry.1 == Unconfirmed::New;
    let places: BTreeSet<Place> =
        page.unconfirmed.iter().filter(is_new).map(|((place, _), _)| *place).collect();
    let first = *places.first()?;
    let (message, label) = match (lock.pages.contains_key(&page.key), places.len()) {
        (false, count) => (
            "the translation of this page was never confirmed".to_owned(),
            format!("{count} places, with title and notes"),
        ),
        (true, 1) => ("the translation of this was never confirmed".to_owned(), String::new()),
        (true, count) => (
            format!("the translation of {count} places of this page was never confirmed"),
            "the first of them".to_owned(),
        ),
    };
    let diagnostic = Diagnostic::new(codes::TRANSLATION_UNCONFIRMED, message);
    Some(
        at(diagnostic, page, first, LangId::ORIGINAL, label)
            .help(format!("read both sides, then run `duizhao confirm {}`", page.key)),
    )
}

fn at(
    diagnostic: Diagnostic,
    page: &Page,
    place: Place,
    lang: LangId,
    label: impl Into<Message>,
) -> Diagnostic {
    match page.span(place, lang) {
        Some(span) => diagnostic.labelled(span, label),
        None => diagnostic,
    }
}
