//! Mends emphasis beside Chinese punctuation.
//!
//! CommonMark decides by the neighbours of `**` whether it opens or closes, and takes any
//! punctuation inside it for a word border. So `深化**“标准地”**改革` keeps its asterisks
//! (CommonMark 0.31 §6.2; commonmark-spec#650). What a parser leaves literal is paired here: a
//! run of asterisks with the next run of the same length in the same text.

use std::ops::Range;

use crate::model::{Mark, MarkKind};

/// A run of asterisks that was left as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stars {
    start: u32,
    count: u32,
}

impl Stars {
    /// Adds asterisks at a place of the plain text; neighbours become one run.
    pub(super) fn push(all: &mut Vec<Self>, start: u32, count: u32) {
        match all.last_mut() {
            Some(last) if last.start + last.count == start => last.count += count,
            _ => all.push(Self { start, count }),
        }
    }

    pub(super) fn range(self) -> Range<u32> {
        self.start..self.start + self.count
    }
}

/// Two runs that belong together.
#[derive(Debug, Clone, Copy)]
pub(super) struct PairOfStars {
    open: Stars,
    close: Stars,
}

impl PairOfStars {
    /// What the pair means; places still count the asterisks.
    pub(super) fn marks(self) -> impl Iterator<Item = Mark> {
        let (start, end) = (self.open.range().end, self.close.start);
        let kinds: &[MarkKind] = match self.open.count {
            1 => &[MarkKind::Emphasis],
            2 => &[MarkKind::Strong],
            _ => &[MarkKind::Strong, MarkKind::Emphasis],
        };
        kinds.iter().map(move |kind| Mark { start, end, kind: *kind })
    }

    pub(super) fn removed(self) -> [Range<u32>; 2] {
        [self.open.range(), self.close.range()]
    }
}

/// The runs of a text that belong together, in order.
pub(super) fn pairs(stars: &[Stars], plain: &str) -> Vec<PairOfStars> {
    let mut pairs = Vec::new();
    let mut open: Option<Stars> = None;
    for run in stars.iter().copied().filter(|run| run.count <= 3) {
        let text_before = plain[..run.start as usize].chars().next_back();
        let text_after = plain[run.range().end as usize..].chars().next();
        let is_text = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
        match open {
            Some(first)
                if first.count == run.count
                    && is_text(text_before)
                    && run.start > first.range().end =>
            {
                pairs.push(PairOfStars { open: first, close: run });
                open = None;
            }
            _ => open = is_text(text_after).then_some(run),
        }
    }
    pairs
}

/// Runs of two or more that stay in the text. A lone asterisk may be a footnote sign and is left.
pub(super) fn left_over<'a>(
    stars: &'a [Stars],
    removed: &'a [Range<u32>],
) -> impl Iterator<Item = Stars> + 'a {
    stars
        .iter()
        .copied()
        .filter(|run| run.count >= 2 && removed.iter().all(|range| range.start != run.start))
}
