//! Whether the lines of a text are its paragraphs, or paragraphs were broken into lines of one width.

use super::line::{Line, Sign};
use crate::model::is_han;
use crate::received::words::ends_sentence;

/// The fewest lines of which this can be told.
const FEWEST_LINES: usize = 6;

/// The fewest full lines of such a text.
const FEWEST_FULL: usize = 4;

/// The narrowest and the widest line of a text that is broken into lines, in columns and in characters.
const WIDTHS: [std::ops::RangeInclusive<usize>; 2] = [24..=140, 16..=100];

/// How much a full line may be short of the width: two Han characters, which a mark that may not begin a line
/// takes to the next; a long word of a Latin text. In columns and in characters.
const SHORT_HAN: [usize; 2] = [6, 3];
const SHORT_LATIN: [usize; 2] = [16, 16];

/// What the width of a line is measured in: programs break lines after so many columns, or after so many
/// characters, whatever their width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WidthMeasure {
    Columns,
    Characters,
}

impl WidthMeasure {
    fn of(self, line: &Line) -> usize {
        match self {
            Self::Columns => line.width,
            Self::Characters => line.words.chars().count() + line.indent / 2,
        }
    }
}

/// How a text is broken into lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrapping {
    /// Each line is a paragraph.
    None,
    /// A line of at least this width goes on in the next one, unless that is indented more than this.
    Full {
        /// What the width is measured in.
        by: WidthMeasure,
        /// The width of a full line.
        least: usize,
        /// The indentation of a line that goes on, in columns.
        indent: usize,
        /// Whether its words are parted by blanks.
        is_latin: bool,
    },
}

impl Wrapping {
    /// How this text is broken into lines: no line is longer than some width, and most of those that take all
    /// of it do not end a sentence.
    pub(super) fn of(lines: &[Line]) -> Self {
        let text: Vec<&Line> = lines.iter().filter(|line| line.sign == Sign::Text).collect();
        if text.len() < FEWEST_LINES {
            return Self::None;
        }
        let is_latin = !is_mostly_han(&text);
        let short = if is_latin { SHORT_LATIN } else { SHORT_HAN };
        let measures =
            [WidthMeasure::Columns, WidthMeasure::Characters].into_iter().zip(short).zip(WIDTHS);
        let found = measures
            .filter_map(|((by, short), widths)| full_lines(&text, by, short, &widths, is_latin));
        // The measure by which the lines differ least is that of the program.
        found.max_by_key(|(share, _)| *share).map_or(Self::None, |(_, wrapping)| wrapping)
    }

    /// Whether a text was broken into lines whose words are parted by blanks.
    pub(super) fn is_latin(self) -> bool {
        matches!(self, Self::Full { is_latin: true, .. })
    }

    /// Whether a line goes on with the one before it.
    pub(super) fn goes_on(self, before: &Line, line: &Line) -> bool {
        match self {
            Self::None => false,
            Self::Full { by, least, indent, .. } => {
                by.of(before) >= least && (line.indent <= indent + 1 || hangs(before, line))
            }
        }
    }
}

/// The wrapping of a text by one measure, with the lines that are exactly full of a hundred.
fn full_lines(
    text: &[&Line],
    by: WidthMeasure,
    short: usize,
    widths: &std::ops::RangeInclusive<usize>,
    is_latin: bool,
) -> Option<(usize, Wrapping)> {
    let mut sorted: Vec<usize> = text.iter().map(|line| by.of(line)).collect();
    sorted.sort_unstable();
    // All but a few lines keep to the width: an address may not.
    let width = sorted[(sorted.len() * 98 / 100).min(sorted.len() - 1)];
    let least = width.saturating_sub(short);
    let full: Vec<&&Line> = text.iter().filter(|line| by.of(line) >= least).collect();
    let open = full.iter().filter(|line| !ends_sentence(line.words)).count();
    let is_wrapped = widths.contains(&width)
        && full.len() >= FEWEST_FULL
        && full.len() * 8 >= text.len()
        && open * 10 >= full.len() * 6;
    let mut indents: Vec<usize> = full.iter().map(|line| line.indent).collect();
    indents.sort_unstable();
    // A line that begins a paragraph may be full as well, so the least indentation that is common counts.
    let indent = indents.get(indents.len() / 5).copied().unwrap_or(0);
    // A mark that may not begin a line makes it longer by one, so the commonest width tells.
    let count = |wanted: usize| sorted.iter().filter(|own| **own == wanted).count();
    let exact = (least..=width).map(count).max().unwrap_or(0);
    is_wrapped.then(|| (exact * 100 / text.len(), Wrapping::Full { by, least, indent, is_latin }))
}

/// Whether a line hangs below the words of the one before it, which a bullet or the label of a note begins.
fn hangs(before: &Line, line: &Line) -> bool {
    let digits = before.words.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_listed = digits.len() < before.words.len() && digits.starts_with(['.', '．', '、', ')']);
    let is_noted = before.words.starts_with(|c: char| "[［¹²³⁴⁵⁶⁷⁸⁹①②③④⑤⑥⑦⑧⑨".contains(c));
    let is_labelled = matches!(before.sign, Sign::Item(_)) || is_listed || is_noted;
    is_labelled && line.indent > before.indent && line.indent <= before.indent + 4
}

fn is_mostly_han(lines: &[&Line]) -> bool {
    let mut counts = [0_usize; 2];
    for c in lines.iter().flat_map(|line| line.words.chars()) {
        counts[usize::from(is_han(c))] += usize::from(c.is_alphabetic());
    }
    counts[1] > counts[0] / 4
}
