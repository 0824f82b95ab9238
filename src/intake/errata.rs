//! What differs between a received text and the pages made of it, as entries of `errata.yaml`.
//!
//! The words of both are set against each other as `check` does it, so that each change becomes an entry,
//! whoever made it; the reasons are those of the repairs.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;

use super::cover::CoverFacts;
use super::front::quoted_yaml;
use super::joins::Cut;
use super::pages::DraftPages;
use crate::model::{ReceivedContent, is_han, simplified};
use crate::received::expected::{KnownElsewhere, day_facts, expected_words};
use crate::received::words::{WordStream, changes, typed};

/// How many characters are quoted at each side of a change; more until it stands nowhere else.
const AROUND: [usize; 6] = [3, 6, 10, 16, 30, 80];

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
    pub(super) why: Why,
    /// The line of the first.
    pub(super) line: usize,
}

/// Why something was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    /// A sentence that the end of a page had cut.
    PageCut,
    /// A sentence that was cut by mistake.
    Cut,
    /// A half-width mark.
    HalfWidth,
    /// A traditional character in a simplified text.
    Traditional,
    /// A heading on two lines.
    HeadLines,
    /// A mark of the paper, not of the report.
    PaperMark,
    /// Something else: the person who imports has to say.
    Other,
}

impl Why {
    /// The reason in Chinese and in English.
    pub(super) fn reasons(self) -> [&'static str; 2] {
        match self {
            Self::PageCut => [
                "换页处把一句话截成两段。换页处以标记保留。",
                "A page break had cut the sentence in two. The page break is kept as a mark.",
            ],
            Self::Cut => [
                "一句话被误断为两段。",
                "The sentence had been broken into two paragraphs by mistake.",
            ],
            Self::HalfWidth => ["半角标点改为全角。", "Half-width punctuation made full-width."],
            Self::Traditional => {
                ["简体文本中误入一个繁体字。", "A traditional character in a simplified text."]
            }
            Self::HeadLines => ["标题原分两行。", "The heading was on two lines."],
            Self::PaperMark => {
                ["文件上的标记，不属于报告正文。", "A mark of the paper, not a word of the report."]
            }
            Self::Other => ["整理时的改动，请核对。", "A change made by the import; check it."],
        }
    }
}

/// Where a word of the pages stands: the page and the block.
type DraftPlace = (usize, usize);

/// A change of a few characters.
struct Change {
    received: Range<usize>,
    is: String,
    at: DraftPlace,
    line: usize,
}

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
    let found: Vec<Change> = changes(&expected, &here)
        .into_iter()
        .map(|change| Change {
            is: here.slice(change.here.clone()).to_owned(),
            at: here.place_at(change.here.start).unwrap_or_default(),
            line: expected.place_at(change.received.start).unwrap_or_default(),
            received: change.received,
        })
        .collect();
    let throughout = made_throughout(&found, &expected);
    let mut errata = Vec::new();
    let mut working = expected.clone();
    let mut grown = 0_isize;
    let addresses: Vec<Vec<String>> =
        pages.pages.iter().map(super::pages::DraftPage::block_addresses).collect();
    for change in &found {
        let was = expected.slice(change.received.clone());
        if throughout.contains_key(&(was.to_owned(), change.is.clone())) {
            continue;
        }
        let next = expected.place_at(change.received.end).unwrap_or_default();
        let why = reason(was, &change.is, cuts.iter().find(|cut| cut.line == next));
        let own = |at: usize| at.saturating_add_signed(grown);
        let range = own(change.received.start)..own(change.received.end);
        let (was, is) = with_surroundings(&working, &range, &change.is);
        working.replace(std::slice::from_ref(&range), &change.is);
        grown += change.is.len().cast_signed() - range.len().cast_signed();
        let (page, block) = change.at;
        let at = addresses.get(page).and_then(|all| all.get(block)).cloned();
        let at = Some(at.unwrap_or_else(|| title_address(pages, page)));
        errata.push(DraftErratum { was, is, at, times: 1, why, line: change.line });
    }
    errata.extend(throughout.into_iter().map(|((was, is), (times, line))| {
        let why = reason(&was, &is, None);
        DraftErratum { was: typed(&was), is: typed(&is), at: None, times, why, line }
    }));
    errata
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
        title.into_iter().chain(page.blocks.iter().map(|block| block.text.as_str()))
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
        let place = (number, usize::MAX);
        words.add_block(&page.title_block(), place);
        for (at, block) in page.blocks.iter().enumerate() {
            words.add_block(block, (number, at));
        }
    }
    for note in &pages.notes {
        let place = (note.pages.first().copied().unwrap_or_default(), usize::MAX);
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

/// Single characters that were changed wherever they stood, with how often and the first line.
fn made_throughout(
    found: &[Change],
    expected: &WordStream<usize>,
) -> BTreeMap<(String, String), (usize, usize)> {
    let mut counts: BTreeMap<(String, String), (usize, usize)> = BTreeMap::new();
    for change in found {
        let was = expected.slice(change.received.clone());
        let is_one = |text: &str| text.chars().count() == 1 && text != "\n";
        if is_one(was) && is_one(&change.is) {
            let entry =
                counts.entry((was.to_owned(), change.is.clone())).or_insert((0, change.line));
            entry.0 += 1;
        }
    }
    counts.retain(|(was, _), (times, _)| *times > 1 && expected.places_of(was).len() == *times);
    counts
}

/// A change with so many words around it that it stands nowhere else.
fn with_surroundings(
    words: &WordStream<usize>,
    range: &Range<usize>,
    is: &str,
) -> (String, String) {
    let mut wide = range.clone();
    for around in AROUND {
        wide = words.widened(range, around);
        let quoted = words.slice(wide.clone()).trim_matches('\n');
        if !quoted.is_empty() && words.places_of(quoted).len() == 1 {
            break;
        }
    }
    let before = words.slice(wide.start..range.start);
    let after = words.slice(range.end..wide.end);
    let was = words.slice(wide.clone());
    (typed(was), typed(&format!("{before}{is}{after}")))
}

fn reason(was: &str, is: &str, cut: Option<&Cut>) -> Why {
    let only = |text: &str| {
        let mut chars = text.chars();
        chars.next().filter(|_| chars.next().is_none())
    };
    match (only(was), only(is)) {
        (Some('\n'), None) if is.is_empty() => {
            if cut.is_some_and(|cut| cut.is_at_page) {
                Why::PageCut
            } else {
                Why::Cut
            }
        }
        (Some('\n'), Some(' ' | '\u{3000}')) => Why::HeadLines,
        (Some(a), Some(b)) if simplified(a) == Some(b) => Why::Traditional,
        (Some(a), Some(b)) if a.is_ascii_punctuation() && !is_han(b) => Why::HalfWidth,
        _ if is.is_empty() && was.chars().count() <= 40 => Why::PaperMark,
        _ => Why::Other,
    }
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
