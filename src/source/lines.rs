//! Where the lines of a text begin, so that a place is turned into line and column without walking
//! the text from its start: a paragraph on one line may have thousands of findings.

use super::Position;

/// How many bytes lie between two places at which characters were counted.
const STEP: usize = 1024;

/// The lines of one text.
#[derive(Debug, Clone, Default)]
pub(super) struct Lines {
    /// The first byte of each line.
    starts: Vec<u32>,
    /// How many characters begin before each [`STEP`]th byte.
    characters: Vec<u32>,
}

impl Lines {
    pub(super) fn new(text: &str) -> Self {
        let (mut starts, mut characters) = (vec![0], Vec::new());
        let mut counted = 0;
        for (number, piece) in text.as_bytes().chunks(STEP).enumerate() {
            characters.push(counted);
            counted += beginning_in(piece);
            let newlines = piece.iter().zip(number * STEP..).filter(|(byte, _)| **byte == b'\n');
            starts.extend(newlines.map(|(_, at)| to_u32(at + 1)));
        }
        Self { starts, characters }
    }

    /// The first byte of the line that a byte lies in.
    pub(super) fn line_start(&self, at: usize) -> usize {
        self.starts[self.line_number(at)] as usize
    }

    /// Line and column of a byte of the text, which must begin a character.
    pub(super) fn position(&self, text: &str, at: usize) -> Position {
        let line = self.line_number(at);
        let before = |at| self.characters_before(text, at);
        Position {
            line: line + 1,
            column: (before(at) - before(self.starts[line] as usize)) as usize + 1,
        }
    }

    /// The number of the line that a byte lies in, from 0.
    fn line_number(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start as usize <= at).saturating_sub(1)
    }

    fn characters_before(&self, text: &str, at: usize) -> u32 {
        let step = (at / STEP).min(self.characters.len().saturating_sub(1));
        let counted = self.characters.get(step).copied().unwrap_or_default();
        counted + beginning_in(&text.as_bytes()[step * STEP..at])
    }
}

/// How many characters begin in some bytes of a text.
fn beginning_in(bytes: &[u8]) -> u32 {
    let is_first = |byte: &&u8| **byte & 0b1100_0000 != 0b1000_0000;
    to_u32(bytes.iter().filter(is_first).count())
}

/// A file is at most 4 GiB long.
fn to_u32(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The same, counted from the beginning of the text.
    fn naive(text: &str, at: usize) -> Position {
        let before = &text[..at];
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Position {
            line: before.matches('\n').count() + 1,
            column: before[start..].chars().count() + 1,
        }
    }

    proptest! {
        #[test]
        fn a_place_is_the_one_that_is_counted_from_the_beginning(
            text in "([一a\n€]{0,9}|[一b😀]{600,900})([一a\n]{0,9}|[一b😀]{900,1300}\n?)",
        ) {
            let lines = Lines::new(&text);
            let borders = text.char_indices().map(|(at, _)| at).chain([text.len()]);
            for at in borders.filter(|at| at % 7 < 2 || at % STEP < 5 || *at == text.len()) {
                let naive = naive(&text, at);
                prop_assert_eq!(lines.position(&text, at), naive);
                let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
                prop_assert_eq!(lines.line_start(at), start);
            }
        }
    }

    #[test]
    fn characters_are_counted_over_one_step_at_most() {
        // What is left to count for the last byte of a text is shorter than a step, however long
        // its line is.
        for length in [10_000, 20_000] {
            let lines = Lines::new(&"中".repeat(length));
            assert_eq!(lines.characters.len(), (3 * length).div_ceil(STEP));
            assert_eq!(lines.starts, [0]);
        }
    }
}
