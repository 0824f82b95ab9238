//! Heads that their paragraph goes on behind: （一）维护核心，忠诚干事。牢固树立…

use std::collections::{BTreeMap, BTreeSet};

use super::number::{HeadNumber, NumberKind, head_number};
use crate::model::{ReceivedBlock, ReceivedKind, ReceivedMark, ReceivedRole};

/// The longest head that is set apart, in characters.
const LONGEST: usize = 40;

/// From how many characters on, on an average, what goes on behind such heads is paragraphs rather than the rest of
/// a line.
const LONG: usize = 60;

/// What becomes of such heads.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum RunIn {
    /// They are set apart where other heads of their series stand on lines of their own, or where heads with numbers
    /// of their kind do so elsewhere and long paragraphs follow.
    #[default]
    LikeOthers,
    /// They are set apart.
    Split,
    /// They stay in their paragraphs.
    Keep,
}

/// A head that its paragraph goes on behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RunInHead {
    /// The line of its paragraph.
    pub(super) line: usize,
    /// The head.
    pub(super) words: String,
    /// Whether it was set apart.
    pub(super) is_split: bool,
}

/// The blocks with such heads set apart where that is wanted, and those that there are.
pub(super) fn split_run_in_heads(
    blocks: Vec<ReceivedBlock>,
    wanted: RunIn,
) -> (Vec<ReceivedBlock>, Vec<RunInHead>) {
    let series = series_of(&blocks);
    let habits = SeriesHabits::of(&blocks, &series);
    let mut parted = Vec::with_capacity(blocks.len());
    let mut heads = Vec::new();
    for (block, series) in blocks.into_iter().zip(series) {
        let is_high =
            number_of(&block).is_some_and(|number| number.kind <= NumberKind::HanInBrackets);
        let Some(end) = run_in_end(&block).filter(|_| is_high) else {
            parted.push(block);
            continue;
        };
        let is_split = match wanted {
            RunIn::Split => true,
            RunIn::Keep => false,
            RunIn::LikeOthers => habits.sets_apart(&block, series),
        };
        let words = block.text[..end].to_owned();
        heads.push(RunInHead { line: block.line, words, is_split });
        if is_split {
            parted.extend(split_at(block, end));
        } else {
            parted.push(block);
        }
    }
    (parted, heads)
}

/// How the heads of a text are set.
struct SeriesHabits {
    /// The series of which a head stands on a line of its own.
    with_own_lines: BTreeSet<usize>,
    /// How many heads of each kind of number do.
    own_lines: BTreeMap<NumberKind, usize>,
    /// How many heads of a series their paragraphs go on behind, and for how many characters altogether.
    run_in: BTreeMap<usize, (usize, usize)>,
}

impl SeriesHabits {
    fn of(blocks: &[ReceivedBlock], series: &[Option<usize>]) -> Self {
        let mut habits = Self {
            with_own_lines: BTreeSet::new(),
            own_lines: BTreeMap::new(),
            run_in: BTreeMap::new(),
        };
        for (block, series) in blocks.iter().zip(series) {
            let Some((series, number)) = series.zip(number_of(block)) else { continue };
            if stands_alone(&block.text) {
                habits.with_own_lines.insert(series);
                *habits.own_lines.entry(number.kind).or_default() += 1;
            } else if let Some(end) = run_in_end(block) {
                let (count, length) = habits.run_in.entry(series).or_default();
                *count += 1;
                *length += block.text[end..].chars().count();
            }
        }
        habits
    }

    fn sets_apart(&self, block: &ReceivedBlock, series: Option<usize>) -> bool {
        let Some((series, number)) = series.zip(number_of(block)) else { return false };
        let is_habit = self.own_lines.get(&number.kind).is_some_and(|count| *count >= 2);
        let is_long = self.run_in.get(&series).is_some_and(|(count, all)| *all >= LONG * count);
        self.with_own_lines.contains(&series) || (is_habit && is_long)
    }
}

/// The series of each numbered block: the heads of one kind of number that follow one another, until one counts
/// anew or a number of a higher kind comes between.
fn series_of(blocks: &[ReceivedBlock]) -> Vec<Option<usize>> {
    let mut open: BTreeMap<NumberKind, (usize, u32)> = BTreeMap::new();
    let mut next = 0..;
    let series = |block: &ReceivedBlock| {
        let number = number_of(block)?;
        open.retain(|kind, _| *kind <= number.kind);
        let same = open.get(&number.kind).filter(|(_, last)| number.value > *last);
        let series = same.map(|(series, _)| *series).or_else(|| next.next())?;
        open.insert(number.kind, (series, number.value));
        Some(series)
    };
    blocks.iter().map(series).collect()
}

fn number_of(block: &ReceivedBlock) -> Option<HeadNumber> {
    let is_text = block.role == ReceivedRole::Body
        && matches!(block.kind, ReceivedKind::Paragraph | ReceivedKind::Heading(_));
    head_number(&block.text).filter(|_| is_text)
}

/// Whether a numbered line is a head and nothing else.
fn stands_alone(text: &str) -> bool {
    let inner = text.trim_end_matches(['。', '！', '？']);
    text.chars().count() <= LONGEST && !inner.contains(['。', '；', '！', '？'])
}

/// Where the head of a block ends that goes on behind it.
fn run_in_end(block: &ReceivedBlock) -> Option<usize> {
    let start = number_of(block)?.range.end;
    let words = &block.text[start..];
    let at = words.find(['。', '！', '？'])?;
    let end = start + at + words[at..].chars().next()?.len_utf8();
    let is_short = block.text[..end].chars().count() <= LONGEST;
    let has_more = !block.text[end..].trim().is_empty();
    (is_short && has_more).then_some(end)
}

fn split_at(block: ReceivedBlock, end: usize) -> [ReceivedBlock; 2] {
    let rest = block.text[end..].trim_start();
    let start = block.text.len() - rest.len();
    let (first, second): (Vec<ReceivedMark>, Vec<ReceivedMark>) =
        block.marks.iter().cloned().partition(|mark| mark.range.start < end);
    let moved = second.into_iter().map(|mark| ReceivedMark {
        range: mark.range.start.max(start) - start..mark.range.end.max(start) - start,
        kind: mark.kind,
    });
    let kept = first.into_iter().map(|mark| ReceivedMark {
        range: mark.range.start..mark.range.end.min(end),
        kind: mark.kind,
    });
    let head = ReceivedBlock {
        text: block.text[..end].to_owned(),
        marks: kept.collect(),
        ..block.clone()
    };
    let text = rest.to_owned();
    let rest =
        ReceivedBlock { kind: ReceivedKind::Paragraph, text, marks: moved.collect(), ..block };
    [head, rest]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many heads are set apart in these lines.
    fn set_apart(lines: &[&str]) -> usize {
        let blocks = lines.iter().map(|line| ReceivedBlock::paragraph(*line, 1)).collect();
        let (_, heads) = split_run_in_heads(blocks, RunIn::LikeOthers);
        heads.iter().filter(|head| head.is_split).count()
    }

    #[test]
    fn a_head_is_set_apart_where_its_series_or_the_habit_of_the_text_says_so() {
        let short = "（二）强化预算约束。严格执行预算。";
        let long = format!("（二）强化预算约束。{}。", "严格执行经批准的预算，".repeat(8));
        let alone = ["一、回顾", "（一）工业", "增长8%。", "（二）农业", "增长3%。", "二、安排"];
        assert_eq!(set_apart(&[&alone[..], &["（一）强化财源。支持产业。", short]].concat()), 0);
        assert_eq!(set_apart(&[&alone[..], &["（一）强化财源", "支持产业。", short]].concat()), 1);
        let first = long.replace('二', "一");
        let habit = [&alone[..], &[&*first, &*long]].concat();
        assert_eq!(set_apart(&habit), 2);
        assert_eq!(set_apart(&["一、安排", "（一）强化财源。支持产业。", short]), 0);
    }
}
