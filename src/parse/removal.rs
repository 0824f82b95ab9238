//! Takes ranges out of a text: asterisks that became emphasis, blanks that were typed for looks.
//!
//! A paragraph may hold as many of them as it has words, so each place is found by halving, never
//! by walking the text from its start.

use std::ops::Range;

use super::blocks::to_u32;
use crate::model::{Mark, MarkKind, Text, is_han, is_wide};

/// Ranges of a plain text that are taken out, with what is needed to move places after them.
pub(super) struct Removal {
    /// By start, none overlapping.
    ranges: Vec<Range<u32>>,
    /// For each range, how many bytes are taken out before it.
    before: Vec<u32>,
}

impl Removal {
    /// `ranges` do not overlap; their order does not matter.
    pub(super) fn new(mut ranges: Vec<Range<u32>>) -> Self {
        ranges.sort_unstable_by_key(|range| range.start);
        let mut total = 0;
        let before = ranges
            .iter()
            .map(|range| {
                let before = total;
                total += range.end - range.start;
                before
            })
            .collect();
        Self { ranges, before }
    }

    /// Where a place of the text lies once the ranges are out.
    fn moved(&self, at: u32) -> u32 {
        let begun = self.ranges.partition_point(|range| range.start < at);
        let Some(last) = begun.checked_sub(1) else { return at };
        let range = &self.ranges[last];
        at - self.before[last] - (range.end.min(at) - range.start)
    }

    /// Whether the byte at a place is taken out.
    fn covers(&self, at: u32) -> bool {
        let begun = self.ranges.partition_point(|range| range.start <= at);
        begun.checked_sub(1).is_some_and(|last| at < self.ranges[last].end)
    }

    /// The text without the ranges; marks and origin follow.
    pub(super) fn without_ranges(
        &self,
        plain: &str,
        marks: &[Mark],
        origin: &[(u32, u32)],
    ) -> Text {
        let mut kept = String::with_capacity(plain.len());
        let mut end = 0;
        for range in &self.ranges {
            kept.push_str(&plain[end..range.start as usize]);
            end = range.end as usize;
        }
        kept.push_str(&plain[end..]);
        let mut marks: Vec<Mark> = marks
            .iter()
            .map(|mark| Mark {
                start: self.moved(mark.start),
                end: self.moved(mark.end),
                kind: mark.kind,
            })
            .collect();
        marks.sort_by_key(|mark| (mark.start, std::cmp::Reverse(mark.end), mark.kind));
        Text { plain: kept.into(), marks: marks.into(), origin: self.origin(origin).into() }
    }

    /// The pieces of the source from which what is kept was read: a range that is out begins a new
    /// one after it.
    fn origin(&self, origin: &[(u32, u32)]) -> Vec<(u32, u32)> {
        let mut starts: Vec<u32> = origin.iter().map(|(at, _)| *at).collect();
        starts.extend(self.ranges.iter().map(|range| range.end));
        starts.sort_unstable();
        let mut pieces: Vec<(u32, u32)> = Vec::with_capacity(starts.len());
        for at in starts.into_iter().filter(|at| !self.covers(*at)) {
            let Some(source) = source_of(origin, at) else { continue };
            let piece = (self.moved(at), source);
            match pieces.last_mut() {
                Some(last) if last.0 == piece.0 => *last = piece,
                _ => pieces.push(piece),
            }
        }
        pieces
    }
}

/// The byte of the source from which a byte of a text was read. `origin` holds pieces of (offset in
/// the text, offset in the source), ascending.
pub(super) fn source_of(origin: &[(u32, u32)], at: u32) -> Option<u32> {
    let begun = origin.partition_point(|(start, _)| *start <= at);
    let (start, source) = origin[begun.checked_sub(1)?];
    Some(source + (at - start))
}

/// Blanks beside a Chinese character or mark, except those between two ideographs, which part a
/// name from an office. They were typed for looks; spacing is the style sheet's work (W3C clreq
/// §3.2.2), and in this way a text looks the same throughout. So is an indent of full-width blanks at
/// the beginning: paragraphs are indented by the style sheet, and would be twice.
pub(super) fn typed_blanks(plain: &str, marks: &[Mark]) -> Vec<Range<u32>> {
    let mut blanks = Vec::new();
    let indent = plain.len() - plain.trim_start_matches('\u{3000}').len();
    let begins_code = marks.iter().any(|mark| mark.kind == MarkKind::Code && mark.start == 0);
    if indent > 0 && !begins_code {
        blanks.push(0..to_u32(indent));
    }
    let mut before: Option<char> = None;
    // Pieces of code come one after the other, as the blanks do.
    let mut code = marks.iter().filter(|mark| mark.kind == MarkKind::Code).peekable();
    let mut characters = plain.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        if c != ' ' {
            before = Some(c);
            continue;
        }
        let mut end = at + 1;
        while characters.next_if(|(_, c)| *c == ' ').is_some() {
            end += 1;
        }
        let after = plain[end..].chars().next();
        let (Some(left), Some(right)) = (before, after) else { continue };
        let range = to_u32(at)..to_u32(end);
        while code.next_if(|mark| mark.end <= range.start).is_some() {}
        let in_code = code.peek().is_some_and(|mark| mark.start < range.end);
        let has_chinese = is_wide(left) || is_wide(right);
        // “2 三种” are two numbers.
        let parts_numbers = left.is_ascii_digit() && "一二三四五六七八九十两".contains(right);
        let stays = in_code || parts_numbers || (is_han(left) && is_han(right));
        if has_chinese && !stays {
            blanks.push(range);
        }
    }
    blanks
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The same, spelt out: a place moves by what is taken out before it, byte by byte.
    fn naive_moved(removed: &[Range<u32>], at: u32) -> u32 {
        at - to_u32((0..at).filter(|byte| removed.iter().any(|r| r.contains(byte))).count())
    }

    /// Ranges that do not overlap, of a text of at most 60 bytes.
    fn ranges() -> impl Strategy<Value = Vec<Range<u32>>> {
        proptest::collection::btree_set(0_u32..60, 0..16).prop_map(|borders| {
            let borders: Vec<u32> = borders.into_iter().collect();
            borders.chunks_exact(2).map(|pair| pair[0]..pair[1]).collect()
        })
    }

    proptest! {
        #[test]
        fn a_place_moves_by_what_is_taken_out_before_it(ranges in ranges()) {
            let removal = Removal::new(ranges.iter().rev().cloned().collect());
            for at in 0..64 {
                prop_assert_eq!(removal.moved(at), naive_moved(&ranges, at), "{}", at);
                let is_out = ranges.iter().any(|range| range.contains(&at));
                prop_assert_eq!(removal.covers(at), is_out, "{}", at);
            }
        }

        #[test]
        fn every_byte_that_is_kept_leads_to_where_it_was_read(
            ranges in ranges(),
            starts in proptest::collection::btree_set(0_u32..60, 0..12),
        ) {
            let plain: String = ('0'..='z').cycle().take(64).collect();
            let origin: Vec<(u32, u32)> =
                starts.iter().zip(0..).map(|(at, gap)| (*at, at + 2 * gap)).collect();
            let text = Removal::new(ranges.clone()).without_ranges(&plain, &[], &origin);
            for at in (0..64).filter(|at| !ranges.iter().any(|range| range.contains(at))) {
                let Some(source) = source_of(&origin, at) else { continue };
                let now = naive_moved(&ranges, at) as usize;
                prop_assert_eq!(text.source_range(now..now + 1).start, source as usize);
            }
        }
    }

    proptest! {
        #[test]
        fn a_blank_is_typed_unless_a_piece_of_code_lies_over_it(
            plain in "[中a ]{0,60}",
            borders in proptest::collection::btree_set(0_u32..60, 0..16),
        ) {
            let borders: Vec<u32> = borders.into_iter().collect();
            let code = |pair: &[u32]| Mark { start: pair[0], end: pair[1], kind: MarkKind::Code };
            let marks: Vec<Mark> = borders.chunks_exact(2).map(code).collect();
            let naive: Vec<Range<u32>> = typed_blanks(&plain, &[])
                .into_iter()
                .filter(|blank| {
                    !marks.iter().any(|mark| mark.start < blank.end && blank.start < mark.end)
                })
                .collect();
            prop_assert_eq!(typed_blanks(&plain, &marks), naive);
        }
    }
}
