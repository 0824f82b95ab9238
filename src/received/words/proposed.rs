//! What differs between a received text and the text here, as entries of `errata.yaml`.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{BREAK, WordStream, changes, typed};
use crate::model::{is_han, simplified};

/// How many characters are quoted at each side of a change; more until it stands nowhere else.
const AROUND: [usize; 6] = [3, 6, 10, 16, 30, 80];

/// The longest words that may have been a mark of the paper, in characters.
const LONGEST_PAPER_MARK: usize = 40;

/// An entry of `errata.yaml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ProposedErratum<A, B> {
    /// The words as received, as they are typed.
    pub(crate) was: String,
    /// The words here.
    pub(crate) is: String,
    /// How often they stand; more than once only for a change made all through the text.
    pub(crate) times: usize,
    /// Whether it was made all through the text, so that it has no address.
    pub(crate) is_throughout: bool,
    /// Why, as far as the change itself tells.
    pub(crate) reason: ErratumReason,
    /// Where the first was received.
    pub(crate) received: A,
    /// Where what was received behind the change comes from.
    pub(crate) next: A,
    /// Where the first stands here.
    pub(crate) here: B,
}

/// Why something was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ErratumReason {
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
    /// Something else: a person has to say.
    Other,
}

impl ErratumReason {
    /// The reason in Chinese and in English.
    pub(crate) fn reasons(self) -> [&'static str; 2] {
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
            Self::Other => ["整理时的改动，请核对。", "A change made while editing; check it."],
        }
    }

    /// What a change tells of its reason.
    fn of_change(was: &str, is: &str) -> Self {
        let only = |text: &str| {
            let mut chars = text.chars();
            chars.next().filter(|_| chars.next().is_none())
        };
        match (only(was), only(is)) {
            (Some(BREAK), None) if is.is_empty() => Self::Cut,
            (Some(BREAK), Some(' ' | '\u{3000}' | ':')) => Self::HeadLines,
            (Some(a), Some(b)) if simplified(a) == Some(b) => Self::Traditional,
            (Some(a), Some(b)) if a.is_ascii_punctuation() && !is_han(b) => Self::HalfWidth,
            _ if is.is_empty() && was.chars().count() <= LONGEST_PAPER_MARK => Self::PaperMark,
            _ => Self::Other,
        }
    }
}

/// The entries for everything that differs: those of one place in their order, then those made all through
/// the text, as `errata.yaml` has them. `is_explained` tells changes that need none.
pub(crate) fn proposed_errata<A: Copy, B: Copy>(
    received: &WordStream<A>,
    here: &WordStream<B>,
    is_explained: &dyn Fn(&str, &str) -> bool,
) -> Vec<ProposedErratum<A, B>> {
    let found: Vec<(Range<usize>, &str, B)> = changes(received, here)
        .into_iter()
        .filter_map(|change| {
            let is = here.slice(change.here.clone());
            let place = here.place_at(change.here.start)?;
            let was = received.slice(change.received.clone());
            (!is_explained(was, is)).then_some((change.received, is, place))
        })
        .collect();
    let throughout = made_throughout(&found, received);
    let is_placed = |(range, is, _): &&(Range<usize>, &str, B)| {
        !throughout.contains_key(&(received.slice(range.clone()), *is))
    };
    let placed: Vec<&(Range<usize>, &str, B)> = found.iter().filter(is_placed).collect();
    let mut entries = placed_entries(received, &placed);
    entries.extend(throughout.into_iter().filter_map(|((was, is), (times, start, here))| {
        let place = received.place_at(start)?;
        Some(ProposedErratum {
            was: typed(was),
            is: typed(is),
            times,
            is_throughout: true,
            reason: ErratumReason::of_change(was, is),
            received: place,
            next: place,
            here,
        })
    }));
    entries
}

/// The entries of changes at one place, in their order. Changes that stand in the quoted words of another are
/// one entry with it, so that what an entry says here stands here when all are applied.
fn placed_entries<A: Copy, B: Copy>(
    received: &WordStream<A>,
    placed: &[&(Range<usize>, &str, B)],
) -> Vec<ProposedErratum<A, B>> {
    let mut entries = Vec::new();
    let mut working = received.clone();
    let mut grown = 0_isize;
    let mut first = 0;
    while let Some((range, is, here)) = placed.get(first) {
        let own = |at: usize| at.saturating_add_signed(grown);
        let mut range = range.clone();
        let mut is = (*is).to_owned();
        let mut next = first + 1;
        let wide = loop {
            let wide = surroundings(&working, &(own(range.start)..own(range.end)));
            let inside = placed.get(next).filter(|(other, ..)| own(other.start) <= wide.end);
            let Some((other, more, _)) = inside else { break wide };
            is.push_str(received.slice(range.end..other.start));
            is.push_str(more);
            range.end = other.end;
            next += 1;
        };
        let moved = own(range.start)..own(range.end);
        let [before, after] =
            [wide.start..moved.start, moved.end..wide.end].map(|part| working.slice(part));
        let quoted = typed(working.slice(wide.clone()));
        let instead = typed(&format!("{before}{is}{after}"));
        let reason = ErratumReason::of_change(received.slice(range.clone()), &is);
        working.replace(std::slice::from_ref(&moved), &is);
        grown += is.len().cast_signed() - moved.len().cast_signed();
        first = next;
        let ends = received.place_at(range.start).zip(received.place_at(range.end));
        let Some((place, behind)) = ends else { continue };
        entries.push(ProposedErratum {
            was: quoted,
            is: instead,
            times: 1,
            is_throughout: false,
            reason,
            received: place,
            next: behind,
            here: *here,
        });
    }
    entries
}

/// Single characters that were changed wherever they stood: how often, and where first.
fn made_throughout<'a, A: Copy, B: Copy>(
    found: &[(Range<usize>, &'a str, B)],
    received: &'a WordStream<A>,
) -> BTreeMap<(&'a str, &'a str), (usize, usize, B)> {
    let mut counts: BTreeMap<(&str, &str), (usize, usize, B)> = BTreeMap::new();
    let is_one = |text: &str| text.chars().count() == 1 && !text.contains(BREAK);
    for (range, is, here) in found {
        let was = received.slice(range.clone());
        if is_one(was) && is_one(is) {
            counts.entry((was, is)).or_insert((0, range.start, *here)).0 += 1;
        }
    }
    counts.retain(|(was, _), (times, ..)| *times > 1 && received.places_of(was).len() == *times);
    counts
}

/// A change with so many words around it that it stands nowhere else, in bytes.
fn surroundings<A: Copy>(words: &WordStream<A>, range: &Range<usize>) -> Range<usize> {
    // A block that stands twice is told by those beside it.
    let inside = AROUND.iter().map(|around| words.widened(range, *around, false));
    let across = AROUND.iter().map(|around| words.widened(range, *around, true));
    let is_alone = |wide: &Range<usize>| {
        let quoted = words.slice(wide.clone()).trim_matches(BREAK);
        !quoted.is_empty() && words.places_of(quoted).len() == 1
    };
    inside.chain(across).find(is_alone).unwrap_or_else(|| words.widened(range, AROUND[0], false))
}
