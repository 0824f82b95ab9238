//! What stands above the text of a report: the title, when and where it was delivered, and by whom.
//!
//! `line` tells what each line is, `title` which lines the title takes; `names` and `day` read what they say, and
//! `facts` concludes what follows.

mod day;
mod facts;
mod line;
mod names;
mod title;

use crate::model::{ReceivedBlock, ReceivedKind, ReceivedMark, ReceivedRole, is_han};

use super::heads::bound;
use super::number::{NumberKind, head_number};
pub(super) use day::day_in;
pub(super) use facts::CoverFacts;
use facts::{add_speaker, conclude};
pub(super) use line::packed_name;
use line::{
    LineKind, ends_occasion, is_occasion, is_open, is_paper_mark, is_place_line, line_kind,
    unbracketed,
};
use names::speaker_in;
use title::{is_issuer_above, is_title, joined_lines, joint, marks_of_title, title_range};

/// The most blocks a cover may take.
const MOST_BLOCKS: usize = 16;

/// How many blocks may stand between what a newspaper or a letter says and the text itself.
const MOST_PREFACE: usize = 6;

/// A line longer than this is text, in characters of a Chinese and of a Latin text.
const LONGEST_LINE: [usize; 2] = [60, 180];

/// A cover: its facts, and which blocks it takes.
#[derive(Debug, Default)]
pub(super) struct Cover {
    pub(super) facts: CoverFacts,
    /// The number of blocks above the text.
    pub(super) length: usize,
    /// The mentions of notes in the title.
    pub(super) title_marks: Vec<ReceivedMark>,
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

/// The blocks with each line of the cover in a block of its own, where the file sets it as a table of one column.
pub(super) fn with_table_apart(mut blocks: Vec<ReceivedBlock>) -> Vec<ReceivedBlock> {
    let is_empty = |block: &ReceivedBlock| block.text.is_empty();
    let Some(at) = blocks.iter().position(|block| !is_empty(block)) else { return blocks };
    let ReceivedKind::Table(rows) = &blocks[at].kind else { return blocks };
    let filled = |row: &Vec<String>| row.iter().filter(|cell| !cell.trim().is_empty()).count();
    let has_day = rows.iter().flatten().any(|cell| day_in(cell).is_some());
    let is_cover = has_day && rows.iter().all(|row| filled(row) <= 1);
    if is_cover {
        let line = blocks[at].line;
        let cells = rows.iter().flatten().filter(|cell| !cell.trim().is_empty());
        let lines: Vec<ReceivedBlock> =
            cells.map(|cell| ReceivedBlock::paragraph(cell.trim(), line)).collect();
        blocks.splice(at..=at, lines);
    }
    blocks
}

/// Reads the cover of a text. What a newspaper or a letter set above it does not belong to it.
pub(super) fn read_cover(blocks: &[ReceivedBlock]) -> Cover {
    let start = preface_end(blocks);
    let mut cover = cover_at_top(&blocks[start..]);
    if start > 0 && cover.length > 0 {
        cover.length += start;
    }
    cover
}

/// The first block of the text itself, where something else stands above it: a title that stands again right above
/// its occasion, behind the note of a journalist; the title of what a mail brings.
fn preface_end(blocks: &[ReceivedBlock]) -> usize {
    let first = zone(blocks);
    let last = first.last().copied().unwrap_or(0);
    let is_line = |at: usize| {
        let text = &blocks[at].text;
        text.chars().count() <= bound(text, LONGEST_LINE)
            && !is_sentence(text)
            && !is_salutation(text)
    };
    let is_mail = first.iter().filter(|at| is_paper_mark(&blocks[**at].text)).count() >= 2;
    let has_title =
        first.iter().any(|at| is_title(&blocks[*at].text) && !is_paper_mark(&blocks[*at].text));
    let begins = |at: usize| {
        let next = blocks.get(at + 1).map_or("", |next| &next.text);
        let is_again = is_occasion(next) && day_in(next).is_some();
        is_line(at) && is_title(&blocks[at].text) && (is_again || (is_mail && !has_title))
    };
    let until = blocks.len().min(last + 1 + MOST_PREFACE);
    (last + 1..until).find(|at| begins(*at)).unwrap_or(0)
}

fn cover_at_top(blocks: &[ReceivedBlock]) -> Cover {
    let zone: Vec<usize> = zone(blocks);
    let Some(title) = title_range(blocks, &zone) else { return Cover::default() };
    let mut kinds: Vec<(usize, LineKind)> = Vec::new();
    let below = |number: usize| zone.get(number).map_or("", |at| &*blocks[*at].text);
    for (number, at) in zone.iter().enumerate() {
        let kind = match number {
            _ if number < title.start && is_issuer_above(&blocks[*at].text, below(number + 1)) => {
                LineKind::Issuer
            }
            _ if number < title.start && day_in(&blocks[*at].text).is_some() => LineKind::Occasion,
            _ if number < title.start => LineKind::PaperMark,
            _ if number < title.end => LineKind::Title,
            _ => line_kind(blocks, *at, &kinds),
        };
        kinds.push((*at, kind));
    }
    settle_places(blocks, &mut kinds);
    // What is not understood below the last line that is, begins the text.
    let end = kinds.iter().rposition(|(_, kind)| *kind != LineKind::Unknown);
    kinds.truncate(end.map_or(0, |end| end + 1));
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
                let mut said = cover.facts.occasion.take().unwrap_or_default();
                // What does not go on in the next line is parted from it.
                if said.ends_with(is_han) && !is_open(&said) && !ends_occasion(&said, line) {
                    said.push('\u{3000}');
                }
                let more = joint(&said, line);
                cover.facts.occasion = Some(said + &more);
            }
            LineKind::Speaker => add_speaker(&mut cover.facts, &blocks[*at].text),
            LineKind::Place => cover.facts.place = Some(blocks[*at].text.clone()),
            LineKind::Issuer => cover.facts.issuer = Some(packed_name(&blocks[*at].text)),
            LineKind::PaperMark | LineKind::Unknown | LineKind::Title => {}
        }
    }
    conclude(&mut cover.facts, &blocks[cover.length..]);
    cover
}

/// A line that says nothing by itself, above one that says when: the name of a place.
fn settle_places(blocks: &[ReceivedBlock], kinds: &mut [(usize, LineKind)]) {
    let last = kinds.iter().rposition(|(_, kind)| *kind == LineKind::Occasion).unwrap_or(0);
    for (at, kind) in &mut kinds[..last] {
        if *kind == LineKind::Unknown && is_place_line(&blocks[*at].text) {
            *kind = LineKind::Place;
        }
    }
}

/// The places of the lines above the text.
fn zone(blocks: &[ReceivedBlock]) -> Vec<usize> {
    let is_line = |block: &ReceivedBlock| {
        let text = &block.text;
        let is_short = text.chars().count() <= bound(text, LONGEST_LINE);
        // `J. Doe, Mayor of Jia` begins with no number.
        let is_top = |kind: NumberKind| kind <= NumberKind::Han && kind != NumberKind::Letter;
        let is_top_head = head_number(text).is_some_and(|number| is_top(number.kind));
        let is_word = matches!(
            block.kind,
            ReceivedKind::Paragraph | ReceivedKind::Heading(_) | ReceivedKind::Quote
        );
        is_short && is_word && !is_top_head && block.role == ReceivedRole::Body
    };
    let mut zone = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        let is_layout = matches!(block.kind, ReceivedKind::PageBreak | ReceivedKind::Picture(_))
            || matches!(block.role, ReceivedRole::Furniture | ReceivedRole::Contents);
        if is_layout {
            continue;
        }
        // A heading below another one is of the text.
        let level = match block.kind {
            ReceivedKind::Heading(level) => level,
            _ => 0,
        };
        let is_below = level > 1 && zone.iter().any(|at: &usize| {
            matches!(blocks[*at].kind, ReceivedKind::Heading(above) if above < level)
        });
        let is_text =
            !is_line(block) || is_below || is_salutation(&block.text) || is_sentence(&block.text);
        if zone.len() >= MOST_BLOCKS || is_text {
            break;
        }
        zone.push(at);
    }
    zone
}

/// 各位代表： or `Fellow deputies,`: the text begins.
fn is_salutation(text: &str) -> bool {
    let is_delivery = ["Delivered ", "Presented ", "Tabled "].iter().any(|s| text.starts_with(s));
    let is_comma = text.ends_with(',') && text.len() < 60 && !is_delivery;
    let is_address = text.ends_with(['：', ':']) || is_comma;
    is_address && !text.contains("报告人")
}

fn is_sentence(text: &str) -> bool {
    let is_bracketed = text.starts_with(['（', '(']);
    text.ends_with(['。', '；', '！']) && !is_bracketed
        || (text.ends_with('.') && text.contains(' '))
}

#[cfg(test)]
mod tests;
