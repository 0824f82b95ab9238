//! The title of a text: which lines it takes, and its words.

use std::ops::Range;

use super::line::{is_occasion, is_paper_mark, packed_name};
use super::names::{is_organ, speaker_in};
use crate::model::{ReceivedBlock, ReceivedMark, ReceivedMarkKind, is_han};

/// What the title of a text ends with.
const TITLE_ENDS: [&str; 17] = [
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
    "年报",
    "年報",
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

fn title_of_group(
    blocks: &[ReceivedBlock],
    zone: &[usize],
    mut group: Range<usize>,
) -> Range<usize> {
    let is_issuer = |at: usize| {
        let title = zone.get(at + 1).map_or("", |next| &*blocks[*next].text);
        is_issuer_above(&blocks[zone[at]].text, title)
    };
    let is_above = |at: usize| is_issuer(at) || is_paper_mark(&blocks[zone[at]].text);
    while group.len() > 1 && is_above(group.start) {
        group.start += 1;
    }
    let mut end = group.start;
    while end < group.end {
        let text = &blocks[zone[end]].text;
        let title = joined_lines(blocks, &zone[group.start..end]);
        let is_closed = text.starts_with(['（', '(']) && text.ends_with(['）', ')']);
        let is_period = is_closed && !is_paper_mark(text) && !is_occasion(text);
        let is_issuer = is_organ(text) && is_title(&title);
        let is_other =
            is_occasion(text) || is_paper_mark(text) || is_issuer || speaker_in(text).is_some();
        let is_more = is_period || goes_on_with(text);
        if end > group.start && (is_other || (is_whole_title(&title) && !is_more)) {
            break;
        }
        end += 1;
    }
    group.start..end
}

/// Whether a line above a title says whose text it is. 甲市人民检察院 above 工作报告 is the first line of a title.
pub(super) fn is_issuer_above(line: &str, title: &str) -> bool {
    let rest = title.replace("工作报告", "");
    let own = rest.chars().filter(|c| is_han(*c) && !"年度关于第届次".contains(*c)).count();
    is_organ(line) && !is_title(line) && is_title(title) && (own >= 4 || !title.contains(is_han))
        || is_organ(line) && !line.contains(is_han)
}

/// Whether a line goes on with the title above it: 甲县第十四个五年规划, 和二〇三五年远景目标纲要.
fn goes_on_with(line: &str) -> bool {
    ["和", "与", "及", "暨", "以及", "的", "與"].iter().any(|word| line.starts_with(word))
}

/// Whether words say what a title says.
pub(super) fn is_title(title: &str) -> bool {
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
        let line = packed_name(&blocks[*at].text);
        if is_subtitle(&title, &line) {
            title.push(':');
        }
        let more = joint(&title, &line);
        title.push_str(&more);
    }
    title
}

/// Whether a line says what the Latin title above it is: `Levelling the Valleys`, `A White Paper on …`.
fn is_subtitle(title: &str, line: &str) -> bool {
    let open = ["of", "on", "for", "to", "in", "and", "the", "a", "an", "by", "with", "from", "as"];
    let last = title.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let is_open = open.contains(&&*last) || title.ends_with([':', ',', '—', '–', '-']);
    let begins = ["A ", "An ", "The "].iter().any(|article| line.starts_with(article));
    begins && !title.is_empty() && !is_open
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
