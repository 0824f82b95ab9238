//! Fixes emphasis beside Chinese punctuation.
//!
//! CommonMark decides by the neighbours of `**` whether it opens or closes, and takes any
//! punctuation inside it for a word border. So `深化**“标准地”**改革` keeps its asterisks
//! (CommonMark 0.31 §6.2; commonmark-spec#650). The same befalls `~~`, `__` and `***`. What a parser
//! leaves literal is paired here by one rule for all of them: a run with the next run of the same
//! marker and length in the same text.

use std::collections::HashSet;
use std::ops::Range;

use crate::model::{Mark, MarkKind};

/// A run of one marker that was left as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MarkerRun {
    start: u32,
    count: u32,
    marker: char,
}

/// What a run of a marker of a certain length means, from the shortest on. A lone `~` means nothing:
/// 3~5 is a range.
const MEANINGS: [(char, u32, &[MarkKind]); 7] = [
    ('*', 1, &[MarkKind::Emphasis]),
    ('*', 2, &[MarkKind::Strong]),
    ('*', 3, &[MarkKind::Strong, MarkKind::Emphasis]),
    ('_', 1, &[MarkKind::Emphasis]),
    ('_', 2, &[MarkKind::Strong]),
    ('_', 3, &[MarkKind::Strong, MarkKind::Emphasis]),
    ('~', 2, &[MarkKind::Strikethrough]),
];

impl MarkerRun {
    /// Whether a character may be the marker of emphasis.
    pub(super) fn is_marker(c: char) -> bool {
        matches!(c, '*' | '_' | '~')
    }

    /// Adds a marker at a place of the plain text; neighbours become one run.
    pub(super) fn push(all: &mut Vec<Self>, marker: &str, start: u32) {
        let Some(marker) = marker.chars().next() else { return };
        match all.last_mut() {
            Some(last) if last.marker == marker && last.start + last.count == start => {
                last.count += 1;
            }
            _ => all.push(Self { start, count: 1, marker }),
        }
    }

    pub(super) fn marker_range(self) -> Range<u32> {
        self.start..self.start + self.count
    }

    /// The run as it is typed.
    pub(super) fn typed(self) -> String {
        self.marker.to_string().repeat(self.count as usize)
    }
}

/// Where emphasis begins or ends: a run left as text, or one the parser understood, which is no
/// longer in the text and so has no width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Edge {
    start: u32,
    end: u32,
}

/// Fixes the emphasis of a text: changes its marks, and gives the markers to be taken out.
pub(super) fn fix_beside_chinese(
    runs: &[MarkerRun],
    marks: &mut Vec<Mark>,
    plain: &str,
) -> Vec<Range<u32>> {
    let mut removed = Vec::new();
    for (marker, count, kinds) in MEANINGS {
        let own = runs.iter().filter(|run| run.marker == marker && run.count == count);
        let literal: Vec<Edge> =
            own.map(|run| Edge { start: run.start, end: run.start + count }).collect();
        if literal.is_empty() {
            continue;
        }
        let edges = if let ('*', [kind]) = (marker, kinds) {
            paired_anew(literal, *kind, marks, plain)
        } else {
            literal
        };
        let is_pair = |pair: &[Edge]| {
            is_pair(pair, plain) && (marker != '_' || is_beside_punctuation(pair, plain))
        };
        for pair in edges.chunks(2).filter(|pair| pair.len() == 2 && is_pair(pair)) {
            let (start, end) = (pair[0].end, pair[1].start);
            marks.extend(kinds.iter().map(|kind| Mark { start, end, kind: *kind }));
            let runs = pair.iter().map(|edge| edge.start..edge.end);
            removed.extend(runs.filter(|run| !run.is_empty()));
        }
    }
    removed
}

/// Where one run was misread the parser may have paired its neighbours the wrong way round
/// (`**“二”**三**“四”**`), so all of them are paired anew if that leaves none over.
fn paired_anew(
    literal: Vec<Edge>,
    kind: MarkKind,
    marks: &mut Vec<Mark>,
    plain: &str,
) -> Vec<Edge> {
    let mut all = literal.clone();
    for mark in marks.iter().filter(|mark| mark.kind == kind) {
        all.push(Edge { start: mark.start, end: mark.start });
        all.push(Edge { start: mark.end, end: mark.end });
    }
    all.sort_unstable();
    let is_whole = all.len().is_multiple_of(2) && all.chunks(2).all(|pair| is_pair(pair, plain));
    if !is_whole {
        return literal;
    }
    marks.retain(|mark| mark.kind != kind);
    all
}

/// Whether there is text between two edges that does not begin or end with a blank.
fn is_pair(pair: &[Edge], plain: &str) -> bool {
    let inside = inside(pair, plain);
    !inside.is_empty() && inside.trim() == inside
}

/// Whether the text between two edges begins or ends with punctuation: the reason why a parser left
/// them. `文件_名称_一` is a name, in which `_` is meant.
fn is_beside_punctuation(pair: &[Edge], plain: &str) -> bool {
    let inside = inside(pair, plain);
    let is_mark = |c: Option<char>| c.is_some_and(|c| !c.is_alphanumeric());
    is_mark(inside.chars().next()) || is_mark(inside.chars().next_back())
}

fn inside<'a>(pair: &[Edge], plain: &'a str) -> &'a str {
    plain.get(pair[0].end as usize..pair[1].start as usize).unwrap_or_default()
}

/// Runs that stay in the text and would be emphasis. A lone asterisk may be a footnote sign, a lone
/// `_` or `~` a part of a name or a range, and a long row of `_` is a line to write on.
pub(super) fn left_over(
    runs: &[MarkerRun],
    removed: &[Range<u32>],
) -> impl Iterator<Item = MarkerRun> {
    let removed: HashSet<u32> = removed.iter().map(|range| range.start).collect();
    runs.iter().copied().filter(move |run| {
        let longest = if run.marker == '*' { u32::MAX } else { 3 };
        (2..=longest).contains(&run.count) && !removed.contains(&run.start)
    })
}
