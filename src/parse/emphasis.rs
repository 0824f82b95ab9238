//! Mends emphasis beside Chinese punctuation.
//!
//! CommonMark decides by the neighbours of `**` whether it opens or closes, and takes any
//! punctuation inside it for a word border. So `深化**“标准地”**改革` keeps its asterisks
//! (CommonMark 0.31 §6.2; commonmark-spec#650). What a parser leaves literal is paired here: a
//! run of asterisks with the next run of the same length in the same text.

use std::collections::HashSet;
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

    pub(super) fn stars_range(self) -> Range<u32> {
        self.start..self.start + self.count
    }
}

/// Where emphasis begins or ends: a run left as text, or one the parser understood, which is no
/// longer in the text and so has no width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Edge {
    start: u32,
    end: u32,
}

/// Mends the emphasis of a text: changes its marks, and gives the asterisks to be taken out.
pub(super) fn fix_beside_chinese(
    stars: &[Stars],
    marks: &mut Vec<Mark>,
    plain: &str,
) -> Vec<Range<u32>> {
    let mut removed = Vec::new();
    for (count, kind) in [(1, MarkKind::Emphasis), (2, MarkKind::Strong)] {
        let runs = stars.iter().filter(|run| run.count == count);
        let literal: Vec<Edge> =
            runs.map(|run| Edge { start: run.start, end: run.start + count }).collect();
        if literal.is_empty() {
            continue;
        }
        // Where one run was misread the parser may have paired its neighbours the wrong way
        // round (`**“二”**三**“四”**`), so all of them are paired anew.
        let mut all = literal.clone();
        for mark in marks.iter().filter(|mark| mark.kind == kind) {
            all.push(Edge { start: mark.start, end: mark.start });
            all.push(Edge { start: mark.end, end: mark.end });
        }
        all.sort_unstable();
        let is_whole =
            all.len().is_multiple_of(2) && all.chunks(2).all(|pair| is_pair(pair, plain));
        let edges = if is_whole {
            marks.retain(|mark| mark.kind != kind);
            all
        } else {
            literal
        };
        for pair in edges.chunks(2).filter(|pair| pair.len() == 2 && is_pair(pair, plain)) {
            marks.push(Mark { start: pair[0].end, end: pair[1].start, kind });
            let runs = pair.iter().map(|edge| edge.start..edge.end);
            removed.extend(runs.filter(|run| !run.is_empty()));
        }
    }
    removed
}

/// Whether there is text between two edges that does not begin or end with a blank.
fn is_pair(pair: &[Edge], plain: &str) -> bool {
    let inside = plain.get(pair[0].end as usize..pair[1].start as usize).unwrap_or_default();
    !inside.is_empty() && inside.trim() == inside
}

/// Runs of two or more that stay in the text. A lone asterisk may be a footnote sign and is left.
pub(super) fn left_over(stars: &[Stars], removed: &[Range<u32>]) -> impl Iterator<Item = Stars> {
    let removed: HashSet<u32> = removed.iter().map(|range| range.start).collect();
    stars.iter().copied().filter(move |run| run.count >= 2 && !removed.contains(&run.start))
}
