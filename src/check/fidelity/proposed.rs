//! The errata that a report lacks, as they would be written.

use super::here::Here;
use super::{correct, cover};
use crate::model::{Erratum, LangId, Page, Place, Report, Site};
use crate::received::quotation_words;
use crate::received::words::{ErratumReason, proposed_errata};
use crate::source::Span;

/// An erratum that is lacking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LackingErratum {
    /// The words as received.
    pub(crate) was: String,
    /// The words here.
    pub(crate) is: String,
    /// The address; nothing for a change made all through the text.
    pub(crate) at: Option<String>,
    /// How often it was made.
    pub(crate) times: usize,
    /// Why, as far as the change itself tells.
    pub(crate) reason: ErratumReason,
}

/// The errata that a report lacks; none where its text as received is not there or cannot be compared.
pub(crate) fn lacking_errata(site: &Site, report: &Report) -> Vec<LackingErratum> {
    let cover = &site.page(report.cover).original().document;
    let received = report.received.as_ref().filter(|_| !report.has_faulty_errata);
    let Some(received) = received.filter(|_| !cover.front.has_faults) else { return Vec::new() };
    let here = Here::of(site, report, &received.content);
    let mut words = cover::expected_of(site, report, &received.content, &here);
    // Those made all through the text come last in the file; what they explain needs none.
    let (placed, throughout): (Vec<&Erratum>, Vec<&Erratum>) =
        report.errata.iter().partition(|erratum| erratum.at.is_some());
    correct(&mut words, placed.into_iter(), &mut Vec::new());
    let known: Vec<(String, String)> = throughout
        .iter()
        .filter_map(|erratum| {
            let quoted = |text: &str| quotation_words(text).quoted_words().to_owned();
            Some((quoted(&erratum.was), quoted(erratum.is.as_ref()?)))
        })
        .collect();
    let is_explained = |was: &str, is: &str| {
        known.iter().any(|(known_was, known_is)| known_was == was && known_is == is)
    };
    let pages: Vec<&Page> = report.pages().map(|id| site.page(id)).collect();
    let entries = proposed_errata(&words, &here.words, &is_explained).into_iter();
    entries
        .map(|entry| LackingErratum {
            at: (!entry.is_throughout).then(|| address_of(&pages, entry.here.span())).flatten(),
            was: entry.was,
            is: entry.is,
            times: entry.times,
            reason: entry.reason,
        })
        .collect()
}

/// The address of the block of the original in which a place lies; of the page's title outside any.
fn address_of(pages: &[&Page], at: Span) -> Option<String> {
    let page = pages.iter().find(|page| page.original().document.file == at.file)?;
    let number = page.number.iter().map(ToString::to_string).collect::<Vec<_>>().join(".");
    let block = (0..page.pairs.len()).find(|pair| {
        let span = page.span(Place::Pair(*pair), LangId::ORIGINAL);
        span.is_some_and(|span| span.start <= at.start && at.start < span.end)
    });
    Some(match block {
        Some(pair) => page.address(Place::Pair(pair)).1,
        None => format!("s{number}"),
    })
}
