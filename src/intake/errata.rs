//! What differs between a received text and the pages made of it, as entries of `errata.yaml`.
//!
//! The words of both are set against each other as `check` does it, so that each change becomes an entry,
//! whoever made it; the reasons are those of the repairs.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::cover::CoverFacts;
use super::front::quoted_yaml;
use super::joins::Cut;
use super::pages::DraftPages;
use crate::model::{ReceivedBlock, ReceivedContent, ReceivedKind};
use crate::received::expected::{KnownElsewhere, day_facts, expected_words};
use crate::received::words::{ErratumReason, WordStream, proposed_errata};

/// An entry of `errata.yaml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DraftErratum {
    /// The words as received.
    pub(super) was: String,
    /// The words here.
    pub(super) is: String,
    /// The address; nothing where the repair was made all through the text.
    pub(super) at: Option<String>,
    /// How often it was made.
    pub(super) times: usize,
    /// Why.
    pub(super) why: ErratumReason,
    /// The line of the first.
    pub(super) line: usize,
}

/// Where a word of the pages stands: the page and the block, the title or a note.
type DraftPlace = (usize, usize);

/// The title of a page.
const TITLE: usize = usize::MAX;

/// A note, which has no address.
const NOTE: usize = usize::MAX - 1;

/// The entries for everything that differs.
pub(super) fn errata_of(
    received: &ReceivedContent,
    pages: &DraftPages,
    facts: &CoverFacts,
    notes: &BTreeSet<String>,
    cuts: &[Cut],
) -> Vec<DraftErratum> {
    let expected = expected_words(received, &known_elsewhere(pages, facts, notes));
    let here = words_of(pages);
    let addresses: Vec<Vec<String>> =
        pages.pages.iter().map(super::pages::DraftPage::block_addresses).collect();
    let entries = proposed_errata(&expected, &here, &|_, _| false).into_iter();
    entries
        .map(|entry| {
            let (page, block) = entry.here;
            let at = addresses.get(page).and_then(|all| all.get(block)).cloned();
            let at = at.unwrap_or_else(|| title_address(pages, page));
            let cut = cuts.iter().find(|cut| cut.line == entry.next);
            let why = match cut.filter(|cut| cut.is_joined) {
                Some(cut) if cut.is_at_page => ErratumReason::PageCut,
                Some(_) => ErratumReason::Cut,
                None => entry.reason,
            };
            DraftErratum {
                was: entry.was,
                is: entry.is,
                at: (!entry.is_throughout && block != NOTE).then_some(at),
                times: entry.times,
                why,
                line: entry.received,
            }
        })
        .collect()
}

/// What the pages have elsewhere than in their paragraphs.
fn known_elsewhere<'a>(
    pages: &'a DraftPages,
    facts: &'a CoverFacts,
    notes: &'a BTreeSet<String>,
) -> KnownElsewhere<'a> {
    let said = [
        &facts.issuer,
        &facts.meeting,
        &facts.place,
        &facts.speaker,
        &facts.office,
        &facts.occasion,
    ];
    let days = facts.delivered.map(day_facts).into_iter().flatten();
    let opening = pages.pages.iter().flat_map(|page| {
        let title = page.number.map(|_| page.title.as_str());
        let is_text = |block: &&ReceivedBlock| !matches!(block.kind, ReceivedKind::Picture(_));
        let texts = page.blocks.iter().filter(is_text).map(|block| block.text.as_str());
        title.into_iter().chain(texts)
    });
    KnownElsewhere {
        title: facts.title.as_deref().unwrap_or_default(),
        facts: said.into_iter().flatten().cloned().chain(days).collect(),
        opening: opening.into_iter().find(|text| !text.is_empty()).unwrap_or_default(),
        notes,
        is_explained: &|_, _| true,
    }
}

/// The words of the pages, in the order in which a site is set against the received text.
fn words_of(pages: &DraftPages) -> WordStream<DraftPlace> {
    let mut words = WordStream::new();
    for (number, page) in pages.pages.iter().enumerate() {
        words.add_block(&page.title_block(), (number, TITLE));
        for (at, block) in page.blocks.iter().enumerate() {
            words.add_block(block, (number, at));
        }
    }
    for note in &pages.notes {
        let place = (note.pages.first().copied().unwrap_or_default(), NOTE);
        words.mention(&note.label, place);
        for paragraph in &note.paragraphs {
            words.add_text(paragraph, |_| place);
            words.end_block(place);
        }
    }
    words
}

/// The address of a page's title; the cover is number 0.
fn title_address(pages: &DraftPages, page: usize) -> String {
    format!("s{}", pages.pages.get(page).and_then(|page| page.number).unwrap_or(0))
}

/// `errata.yaml`.
pub(super) fn errata_yaml(errata: &[DraftErratum]) -> String {
    let mut text = String::from(
        "# Each place where the words here depart from the text as received. Entries with `at` are applied\n# first, then those made all through the text.\n",
    );
    for entry in errata {
        let _ = write!(
            text,
            "\n- was: {}\n  is: {}\n",
            quoted_yaml(&entry.was),
            quoted_yaml(&entry.is)
        );
        if let Some(at) = &entry.at {
            let _ = writeln!(text, "  at: {at}");
        }
        if entry.times > 1 {
            let _ = writeln!(text, "  times: {}", entry.times);
        }
        let [zh, en] = entry.why.reasons();
        let _ = writeln!(text, "  why: {{zh: {}, en: {}}}", quoted_yaml(zh), quoted_yaml(en));
    }
    text
}
