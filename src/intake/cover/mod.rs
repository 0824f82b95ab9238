//! What stands above the text of a report: the title, when and where it was delivered, and by whom.

mod day;
mod names;

use std::ops::Range;

use crate::model::{
    Day, ReceivedBlock, ReceivedKind, ReceivedMark, ReceivedMarkKind, ReceivedRole, is_han,
};

pub(super) use day::day_in;
use names::{is_organ, meeting_in, place_of, speaker_in};

use super::heads::bound;
use super::number::{NumberKind, head_number};

/// The most blocks a cover may take.
const MOST_BLOCKS: usize = 16;

/// A line longer than this is text, in characters of a Chinese and of a Latin text.
const LONGEST_LINE: [usize; 2] = [60, 180];

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

/// What a cover says, as far as it could be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct CoverFacts {
    /// The title.
    pub(super) title: Option<String>,
    /// The line under it that says when and where.
    pub(super) occasion: Option<String>,
    /// The day.
    pub(super) delivered: Option<Day>,
    /// What it was delivered to.
    pub(super) meeting: Option<String>,
    /// Who delivered it.
    pub(super) speaker: Option<String>,
    /// The speaker's office.
    pub(super) office: Option<String>,
    /// Who issued it.
    pub(super) issuer: Option<String>,
    /// Where the issuer has its seat.
    pub(super) place: Option<String>,
}

/// A cover: its facts, and which blocks it takes.
#[derive(Debug, Default)]
pub(super) struct Cover {
    pub(super) facts: CoverFacts,
    /// The number of blocks above the text.
    pub(super) length: usize,
    /// The mentions of notes in the title.
    pub(super) title_marks: Vec<ReceivedMark>,
    /// The places of lines that are marks of the paper and not of the report: （草案）.
    pub(super) paper_marks: Vec<usize>,
}

/// What a line of a cover is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LineKind {
    Title,
    Occasion,
    Speaker,
    Issuer,
    PaperMark,
    Unknown,
}

/// The blocks with the title, the occasion and the speaker on lines of their own, where an English text has them
/// in its first one: `REPORT … Delivered at … on March 5, 2018 J. Doe, Mayor`.
pub(super) fn with_title_apart(mut blocks: Vec<ReceivedBlock>) -> Vec<ReceivedBlock> {
    let Some(first) = blocks.first() else { return blocks };
    let text = first.text.clone();
    let starts = ["Delivered at ", "Delivered on ", "Presented at ", "Presented to "];
    let Some(at) = starts.iter().filter_map(|start| text.find(start)).min().filter(|at| *at > 0)
    else {
        return blocks;
    };
    // The day ends the occasion.
    let ends = text[at..].char_indices().filter(|(_, c)| !c.is_ascii_digit());
    let end = ends
        .map(|(end, _)| at + end)
        .find(|end| {
            text[..*end].ends_with(|c: char| c.is_ascii_digit())
                && day_in(&text[at..*end]).is_some()
        })
        .unwrap_or(text.len());
    let pieces = [&text[..at], &text[at..end], &text[end..]];
    let line = |piece: &&str| ReceivedBlock::paragraph(piece.trim(), first.line);
    let lines: Vec<ReceivedBlock> =
        pieces.iter().filter(|piece| !piece.trim().is_empty()).map(line).collect();
    blocks.splice(0..1, lines);
    blocks
}

/// Reads the cover of a text.
pub(super) fn read_cover(blocks: &[ReceivedBlock]) -> Cover {
    let zone: Vec<usize> = zone(blocks);
    let Some(title) = title_range(blocks, &zone) else { return Cover::default() };
    let mut kinds: Vec<(usize, LineKind)> = Vec::new();
    for (number, at) in zone.iter().enumerate() {
        let kind = match number {
            _ if number < title.start => LineKind::PaperMark,
            _ if number < title.end => LineKind::Title,
            _ => line_kind(blocks, *at, &kinds),
        };
        kinds.push((*at, kind));
    }
    // What is not understood below the title begins the text.
    let end = kinds.iter().position(|(_, kind)| *kind == LineKind::Unknown);
    kinds.truncate(end.unwrap_or(kinds.len()));
    let mut cover = Cover { length: kinds.last().map_or(0, |(at, _)| at + 1), ..Cover::default() };
    let words = match &zone[title.clone()] {
        [only] if day_in(&blocks[*only].text).is_some() => blocks[*only].text.clone(),
        lines => joined_lines(blocks, lines),
    };
    // 政府工作报告——2018年3月5日在…会议上: the occasion stands in the line of the title.
    let at = words.find(['—', '－']).filter(|at| day_in(&words[*at..]).is_some());
    let (words, occasion) = words.split_at(at.unwrap_or(words.len()));
    cover.facts.title = Some(words.trim().to_owned());
    // And perhaps the speaker behind it.
    let ends = occasion.match_indices('上').map(|(at, sign)| at + sign.len());
    let end = ends.into_iter().find(|end| speaker_in(&occasion[*end..]).is_some());
    let (occasion, speaker) = occasion.split_at(end.unwrap_or(occasion.len()));
    cover.facts.occasion = Some(unbracketed(occasion).to_owned()).filter(|line| !line.is_empty());
    if speaker_in(speaker).is_some() {
        add_speaker(&mut cover.facts, speaker);
    }
    // A note may be mentioned in a title of one line.
    cover.title_marks = match &zone[title] {
        [only] => marks_of_title(&blocks[*only]),
        _ => Vec::new(),
    };
    for (at, kind) in &kinds {
        match kind {
            LineKind::Occasion => {
                let line = unbracketed(&blocks[*at].text);
                let before = cover.facts.occasion.take().unwrap_or_default();
                cover.facts.occasion = Some(before + &joint(&blocks[*at].text, line));
            }
            LineKind::Speaker => add_speaker(&mut cover.facts, &blocks[*at].text),
            LineKind::Issuer => cover.facts.issuer = Some(packed_name(&blocks[*at].text)),
            LineKind::PaperMark | LineKind::Unknown => cover.paper_marks.push(*at),
            LineKind::Title => {}
        }
    }
    conclude(&mut cover.facts, &blocks[cover.length..]);
    cover
}

/// The places of the lines above the text.
fn zone(blocks: &[ReceivedBlock]) -> Vec<usize> {
    let is_line = |block: &ReceivedBlock| {
        let text = &block.text;
        let is_short = text.chars().count() <= bound(text, LONGEST_LINE);
        let is_top_head = head_number(text).is_some_and(|number| number.kind <= NumberKind::Han);
        let is_word = matches!(block.kind, ReceivedKind::Paragraph | ReceivedKind::Heading(_));
        is_short && is_word && !is_top_head && block.role == ReceivedRole::Body
    };
    let mut zone = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        let is_layout = matches!(block.kind, ReceivedKind::PageBreak | ReceivedKind::Picture(_))
            || matches!(block.role, ReceivedRole::Furniture | ReceivedRole::Contents);
        if is_layout {
            continue;
        }
        let is_text = !is_line(block) || is_salutation(&block.text) || is_sentence(&block.text);
        if zone.len() >= MOST_BLOCKS || is_text {
            break;
        }
        zone.push(at);
    }
    zone
}

/// 各位代表： or `Fellow deputies,`: the text begins.
fn is_salutation(text: &str) -> bool {
    let is_address = text.ends_with(['：', ':']) || (text.ends_with(',') && text.len() < 60);
    is_address && !text.contains("报告人")
}

fn is_sentence(text: &str) -> bool {
    let is_bracketed = text.starts_with(['（', '(']);
    text.ends_with(['。', '；', '！']) && !is_bracketed
        || (text.ends_with('.') && text.contains(' '))
}

/// The lines of the title, by their places in the zone: those of the first group of lines without an empty
/// line between that says what a title says, up to something else.
fn title_range(blocks: &[ReceivedBlock], zone: &[usize]) -> Option<Range<usize>> {
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

fn line_kind(blocks: &[ReceivedBlock], at: usize, before: &[(usize, LineKind)]) -> LineKind {
    let text = &blocks[at].text;
    let last = before.last().map(|(_, kind)| *kind);
    let is_open = last == Some(LineKind::Occasion)
        && before.last().is_some_and(|(at, _)| is_open(&blocks[*at].text));
    if is_open || is_occasion(text) {
        return LineKind::Occasion;
    }
    if is_paper_mark(text) {
        return LineKind::PaperMark;
    }
    if speaker_in(text).is_some() || is_name_after_office(blocks, at, before) {
        return LineKind::Speaker;
    }
    if is_organ(text) { LineKind::Issuer } else { LineKind::Unknown }
}

/// Whether a title ends as titles do, so that the next line is another matter.
fn is_whole_title(title: &str) -> bool {
    let packed: String = title.chars().filter(|c| !c.is_whitespace()).collect();
    TITLE_ENDS.iter().any(|end| packed.ends_with(end)) || packed.ends_with(['）', ')'])
}

/// Whether a line says when, or where it was delivered.
fn is_occasion(text: &str) -> bool {
    let packed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let inner = unbracketed(&packed);
    let is_meeting = meeting_in(inner).is_some();
    let day = day_in(inner);
    let day = day.or_else(|| day_in(text));
    let is_day = day.is_some_and(|_| inner.chars().count() <= 16);
    let is_led = packed.starts_with(['—', '–', '-', '─', '－']);
    let lower = text.to_lowercase();
    let is_english =
        ["delivered ", "presented ", "at the ", "on "].iter().any(|start| lower.starts_with(start))
            && (day_in(text).is_some()
                || lower.starts_with("delivered")
                || lower.starts_with("presented at"));
    // 2018年3月31日在甲市第七届人民代表大: the name of the meeting goes on in the next line.
    let is_begun = day.is_some() && (inner.contains("日在") || inner.contains("日于"));
    is_begun
        || (is_meeting && (day.is_some() || is_led || inner.starts_with('在')))
        || is_day
        || (is_led && day.is_some())
        || is_english
}

/// Whether a line of the occasion goes on in the next one.
fn is_open(text: &str) -> bool {
    let packed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let opens = packed.matches(['（', '(']).count();
    let closes = packed.matches(['）', ')']).count();
    let inner = unbracketed(&packed);
    let has_meeting = inner.contains('在') || inner.contains("会") || inner.contains('會');
    let is_whole = inner.ends_with(['上', '议', '會', '会', '議', '日']) || inner.ends_with("会议");
    let is_latin = !packed.chars().any(is_han);
    opens > closes
        || (!is_latin && has_meeting && !is_whole)
        || (is_latin && day_in(text).is_none())
}

/// （草案）, （书面稿，会后收回）, 会议文件（十二）: marks of the paper, not words of the report.
fn is_paper_mark(text: &str) -> bool {
    let packed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let is_bracketed = packed.starts_with(['（', '(']) && packed.ends_with(['）', ')']);
    let inner = unbracketed(&packed);
    let drafts = ["草案", "稿", "收回", "审议", "秘密", "机密", "内部", "注意保存"];
    let is_draft = is_bracketed
        && inner.chars().count() <= 16
        && drafts.iter().any(|word| inner.contains(word));
    let is_document = packed.contains("文件（")
        || packed.contains("文件(")
        || packed.ends_with('号') && packed.contains(['〔', '[']);
    let labels = [
        "发件人",
        "收件人",
        "抄送",
        "主题",
        "发送时间",
        "发布时间",
        "发布日期",
        "来源",
        "信息来源",
        "索引号",
        "责任编辑",
        "浏览次数",
        "From",
        "To",
        "Subject",
        "Date",
        "Cc",
    ];
    let is_labelled = labels
        .iter()
        .any(|label| packed.strip_prefix(label).is_some_and(|rest| rest.starts_with(['：', ':'])));
    let is_secret = ["秘密", "机密", "绝密"].iter().any(|word| packed.starts_with(word))
        && packed.chars().count() <= 12;
    is_draft || is_document || is_labelled || is_secret
}

/// A name alone below an office alone.
fn is_name_after_office(blocks: &[ReceivedBlock], at: usize, before: &[(usize, LineKind)]) -> bool {
    let Some((last, LineKind::Speaker)) = before.last() else { return false };
    let has_name = speaker_in(&blocks[*last].text).is_some_and(|(_, name)| !name.is_empty());
    let packed = packed_name(&blocks[at].text);
    !has_name && (2..=4).contains(&packed.chars().count()) && packed.chars().all(is_han)
}

/// Some lines as one, without the blanks between spaced characters: `政 府 工 作 报 告`.
fn joined_lines(blocks: &[ReceivedBlock], lines: &[usize]) -> String {
    let mut title = String::new();
    for at in lines {
        let more = joint(&title, &packed_name(&blocks[*at].text));
        title.push_str(&more);
    }
    title
}

/// The mentions of notes in a title, where its words are those of its line.
fn marks_of_title(block: &ReceivedBlock) -> Vec<ReceivedMark> {
    let is_mention = |mark: &&ReceivedMark| matches!(mark.kind, ReceivedMarkKind::Note(_));
    let is_same = packed_name(&block.text) == block.text;
    block.marks.iter().filter(is_mention).filter(|_| is_same).cloned().collect()
}

/// What is to be added to a text: behind a Latin word with a blank.
fn joint(before: &str, more: &str) -> String {
    let is_latin = before.chars().next_back().is_some_and(|c| c.is_ascii())
        && more.starts_with(|c: char| c.is_ascii());
    if is_latin { format!(" {more}") } else { more.to_owned() }
}

/// A name without the blanks between its Chinese characters; those between Latin words, and between two names,
/// stay.
pub(super) fn packed_name(text: &str) -> String {
    let pieces: Vec<&str> = text.split_whitespace().collect();
    let is_han_only = pieces.iter().all(|piece| piece.chars().all(is_han));
    if is_han_only && pieces.len() > 1 && pieces.iter().all(|piece| piece.chars().count() > 2) {
        return pieces.join("\u{3000}");
    }
    let chars: Vec<char> = text.trim().chars().collect();
    let mut packed = String::new();
    for (at, c) in chars.iter().enumerate() {
        let beside = [at.checked_sub(1).and_then(|at| chars.get(at)), chars.get(at + 1)];
        let is_between_latin = beside.iter().flatten().all(|c| c.is_ascii() && !c.is_whitespace());
        if !c.is_whitespace() || is_between_latin {
            packed.push(*c);
        }
    }
    packed
}

/// A line without dashes before it and brackets around it.
fn unbracketed(text: &str) -> &str {
    let is_dash = |c: char| matches!(c, '—' | '–' | '-' | '─' | '－' | '―') || c.is_whitespace();
    let inner = text.trim_start_matches(is_dash).trim_end();
    let inner = inner.trim_start_matches(['（', '(']);
    inner.trim_end_matches(['）', ')']).trim()
}

fn add_speaker(facts: &mut CoverFacts, text: &str) {
    match speaker_in(text) {
        Some((office, name)) => {
            facts.office = Some(office);
            facts.speaker = Some(name).filter(|name| !name.is_empty());
        }
        None => facts.speaker = Some(packed_name(text)),
    }
}

/// Facts that follow from others, or that the opening of the text states: 我代表甲市人民政府.
fn conclude(facts: &mut CoverFacts, text: &[ReceivedBlock]) {
    if let Some(occasion) = facts.occasion.clone() {
        let packed = packed_name(&occasion);
        facts.delivered = day_in(&packed).or_else(|| day_in(&occasion));
        facts.meeting = meeting_in(&packed).or_else(|| meeting_in(&occasion));
        // The day alone is no line of its own.
        let is_day = facts.meeting.is_none() && packed.chars().count() <= 16;
        facts.occasion = (!is_day).then_some(packed);
    }
    let title = facts.title.clone().unwrap_or_default();
    let of_office = facts.office.as_deref().and_then(names::organ_of_office);
    let stated = facts.issuer.take().or_else(|| names::issuer_of_title(&title)).or(of_office);
    let known = [&facts.meeting, &facts.office, &stated];
    facts.place = known
        .into_iter()
        .flatten()
        .find_map(|name| place_of(name))
        .or_else(|| names::place_in_title(&title));
    let opening = text.iter().take(4).find_map(|block| names::represented(&block.text));
    facts.issuer = stated.or_else(|| {
        let (name, place) = (opening?, facts.place.as_deref().unwrap_or_default());
        // 我代表市人民政府 in the speech of a mayor of 甲市 is 甲市人民政府.
        let is_short =
            name.starts_with(['省', '市', '县', '區', '区', '州', '自', '旗', '乡', '镇']);
        Some(if is_short { format!("{place}{}", names::without_unit(&name, place)) } else { name })
    });
    facts.place = facts.place.take().or_else(|| place_of(facts.issuer.as_deref()?));
}

#[cfg(test)]
mod tests;
