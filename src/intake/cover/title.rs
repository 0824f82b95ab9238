//! The title of a text: which lines it takes, and its words.

use std::ops::Range;

use super::line::{is_occasion, is_paper_mark, packed_name};
use super::names::{is_organ, speaker_in};
use crate::model::{ReceivedBlock, ReceivedMark, ReceivedMarkKind};

/// What the title of a text ends with.
const TITLE_ENDS: [&str; 15] = [
    "报告",
    "報告",
    "公报",
    "公報",
    "白皮书",
    "演词",
    "演詞",
    "规划",
    "方案",
    "打算",
    "要点",
    "总结",
    "纲要",
    "意见",
    "讲话",
];

/// The lines of the title, by their places in the zone: those of the first group of lines without an empty
/// line between that says what a title says, up to something else.
pub(super) fn title_range(blocks: &[ReceivedBlock], zone: &[usize]) -> Option<Range<usize>> {
    let starts: Vec<usize> =
        (0..zone.len()).filter(|at| *at == 0 || blocks[zone[*at]].is_after_gap).collect();
    let groups = starts.iter().enumerate().map(|(number, start)| {
        let end = starts.get(number + 1).copied().unwrap_or(zone.len());
        title_of_group(blocks, zone, *start..end)
    });
    let groups: Vec<Range<usize>> = groups.collect();
    let names = |range: &&Range<usize>| is_title(&joined_lines(blocks, &zone[(*range).clone()]));
    groups.iter().find(names).or(groups.first()).filter(|range| !range.is_empty()).cloned()
}

fn title_of_group(blocks: &[ReceivedBlock], zone: &[usize], group: Range<usize>) -> Range<usize> {
    let mut end = group.start;
    while end < group.end {
        let text = &blocks[zone[end]].text;
        let title = joined_lines(blocks, &zone[group.start..end]);
        let is_closed = text.starts_with(['（', '(']) && text.ends_with(['）', ')']);
        let is_period = is_closed && !is_paper_mark(text) && !is_occasion(text);
        let is_issuer = is_organ(text) && is_title(&title);
        let is_other =
            is_occasion(text) || is_paper_mark(text) || is_issuer || speaker_in(text).is_some();
        if end > group.start && (is_other || (is_whole_title(&title) && !is_period)) {
            break;
        }
        end += 1;
    }
    group.start..end
}

/// Whether words say what a title says.
fn is_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    let english = ["report", "white paper", "communiqué", "bulletin", "budget", "plan", "address"];
    let mut words = TITLE_ENDS.iter().chain(&["计划", "预算", "决算"]);
    words.any(|word| title.contains(word)) && !title.contains("文件")
        || english.iter().any(|word| lower.contains(word))
}

/// Whether a title ends as titles do, so that the next line is another matter.
fn is_whole_title(title: &str) -> bool {
    let packed: String = title.chars().filter(|c| !c.is_whitespace()).collect();
    TITLE_ENDS.iter().any(|end| packed.ends_with(end)) || packed.ends_with(['）', ')'])
}

/// Some lines as one, without the blanks between spaced characters: `政 府 工 作 报 告`.
pub(super) fn joined_lines(blocks: &[ReceivedBlock], lines: &[usize]) -> String {
    let mut title = String::new();
    for at in lines {
        let more = joint(&title, &packed_name(&blocks[*at].text));
        title.push_str(&more);
    }
    title
}

/// The mentions of notes in a title, where its words are those of its line.
pub(super) fn marks_of_title(block: &ReceivedBlock) -> Vec<ReceivedMark> {
    let is_mention = |mark: &&ReceivedMark| matches!(mark.kind, ReceivedMarkKind::Note(_));
    let is_same = packed_name(&block.text) == block.text;
    block.marks.iter().filter(is_mention).filter(|_| is_same).cloned().collect()
}

/// What is to be added to a text: behind a Latin word with a blank.
pub(super) fn joint(before: &str, more: &str) -> String {
    let is_latin = before.chars().next_back().is_some_and(|c| c.is_ascii())
        && more.starts_with(|c: char| c.is_ascii());
    if is_latin { format!(" {more}") } else { more.to_owned() }
}
