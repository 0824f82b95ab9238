//! Whether the lines of a text are its paragraphs, or paragraphs were broken into lines of one width.

use super::line::{Line, Sign};
use crate::model::is_han;
use crate::received::words::ends_sentence;

/// The fewest lines of which this can be told.
const FEWEST_LINES: usize = 6;

/// The narrowest and the widest line of a text that is broken into lines, in columns.
const WIDTHS: std::ops::RangeInclusive<usize> = 24..=140;

/// How many columns a full line may be short of the width: two Han characters, which a mark that may not
/// begin a line takes to the next; a long word of a Latin text.
const SHORT_HAN: usize = 6;
const SHORT_LATIN: usize = 16;

/// How a text is broken into lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrapping {
    /// Each line is a paragraph.
    None,
    /// A line of at least so many columns goes on in the next one, unless that is indented more than
    /// this.
    Full {
        /// The columns of a full line.
        least: usize,
        /// The indentation of a line that goes on.
        indent: usize,
    },
}

impl Wrapping {
    /// How this text is broken into lines: most lines take nearly the same width, and most of those do not
    /// end a sentence.
    pub(super) fn of(lines: &[Line]) -> Self {
        let text: Vec<&Line> = lines.iter().filter(|line| line.sign == Sign::Text).collect();
        if text.len() < FEWEST_LINES {
            return Self::None;
        }
        let mut widths: Vec<usize> = text.iter().map(|line| line.width).collect();
        widths.sort_unstable();
        let width = widths[widths.len() * 9 / 10];
        let widest = widths.last().copied().unwrap_or(0);
        let short = if is_mostly_han(&text) { SHORT_HAN } else { SHORT_LATIN };
        let least = width.saturating_sub(short);
        let full: Vec<&&Line> = text.iter().filter(|line| line.width >= least).collect();
        let open = full.iter().filter(|line| !ends_sentence(line.words)).count();
        let is_wrapped = WIDTHS.contains(&width)
            && widest <= width + short
            && full.len() * 20 >= text.len() * 9
            && open * 2 >= full.len();
        if !is_wrapped {
            return Self::None;
        }
        let mut indents: Vec<usize> = full.iter().map(|line| line.indent).collect();
        indents.sort_unstable();
        Self::Full { least, indent: indents[indents.len() / 2] }
    }

    /// Whether a line goes on with the one before it.
    pub(super) fn goes_on(self, before: &Line, line: &Line) -> bool {
        match self {
            Self::None => false,
            Self::Full { least, indent } => before.width >= least && line.indent <= indent + 1,
        }
    }
}

fn is_mostly_han(lines: &[&Line]) -> bool {
    let mut counts = [0_usize; 2];
    for c in lines.iter().flat_map(|line| line.words.chars()) {
        counts[usize::from(is_han(c))] += usize::from(c.is_alphabetic());
    }
    counts[1] > counts[0] / 4
}
