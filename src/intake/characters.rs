//! Characters that were typed or recognised in another form: half-width marks in a Chinese text, a traditional
//! character in a simplified one.

use crate::model::{ReceivedBlock, ReceivedKind, is_han, is_wide, simplified};

/// A character that was put in the place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ChangedCharacter {
    /// The line of its block.
    pub(super) line: usize,
    /// As it was received.
    pub(super) was: char,
    /// As it stands now.
    pub(super) is: char,
    /// As it was received, with the characters beside it.
    pub(super) around: String,
}

/// Half-width marks with the full-width ones that Chinese texts have (GB/T 15834—2011).
const MARKS: [(char, char); 7] =
    [('(', '（'), (')', '）'), ('!', '！'), ('?', '？'), (',', '，'), (';', '；'), (':', '：')];

/// Characters that have a simplified form and are standard in simplified texts all the same, in one of
/// their meanings (《通用规范汉字表》, 2013, notes to tables one to three).
const STANDARD: &str = "乾徵夥藉麽瞭著餘摺噁髮鬱閤於甚蘋囉囌剋崑崙昇喆淼堃甯";

/// The share of traditional characters, one in so many, above which a text is a traditional one.
const TRADITIONAL: usize = 50;

/// Takes out of a Chinese text the blanks that were typed between its characters and digits, letters or marks;
/// setting is the work of the site. Blanks between two words of either kind part them and stay.
pub(super) fn drop_needless_blanks(blocks: &mut [ReceivedBlock]) {
    if !is_chinese(blocks) {
        return;
    }
    for block in blocks.iter_mut().filter(|block| !matches!(block.kind, ReceivedKind::Picture(_))) {
        if let ReceivedKind::Table(rows) = &mut block.kind {
            for cell in rows.iter_mut().flatten() {
                *cell = without_blanks(cell).0;
            }
            let cells = rows.iter().flatten().filter(|cell| !cell.is_empty());
            block.text = cells.map(String::as_str).collect::<Vec<_>>().join("\n");
            continue;
        }
        let (text, dropped) = without_blanks(&block.text);
        for mark in &mut block.marks {
            let before = |at: usize| {
                dropped.iter().filter(|(from, _)| *from < at).map(|(_, by)| by).sum::<usize>()
            };
            mark.range = mark.range.start - before(mark.range.start)
                ..mark.range.end - before(mark.range.end);
        }
        block.text = text;
    }
}

/// A text without needless blanks, and at which bytes how many were dropped.
fn without_blanks(text: &str) -> (String, Vec<(usize, usize)>) {
    let mut kept = String::with_capacity(text.len());
    let mut dropped = Vec::new();
    let is_mark =
        |c: char| is_wide(c) && !is_han(c) || matches!(c, '“' | '”' | '‘' | '’' | '(' | ')');
    for (at, c) in text.char_indices() {
        let before = text[..at].chars().next_back();
        let after = text[at + c.len_utf8()..].chars().next();
        let beside = before.zip(after).filter(|_| matches!(c, ' ' | '\u{a0}'));
        let is_latin = |c: char| c.is_ascii_alphanumeric() || matches!(c, '%' | '℃' | '％');
        let is_needless = beside.is_some_and(|(a, b)| {
            is_mark(a) || is_mark(b) || (is_han(a) && is_latin(b)) || (is_latin(a) && is_han(b))
        });
        if is_needless {
            dropped.push((at, c.len_utf8()));
        } else {
            kept.push(c);
        }
    }
    (kept, dropped)
}

fn is_chinese(blocks: &[ReceivedBlock]) -> bool {
    let (mut all, mut han) = (0_usize, 0_usize);
    for c in blocks.iter().flat_map(|block| block.text.chars()).filter(|c| c.is_alphanumeric()) {
        all += 1;
        han += usize::from(is_han(c));
    }
    han * 3 >= all
}

/// Repairs the characters of a Chinese text, and says which. Nothing is changed in a text that is wholly in
/// traditional characters, nor in one that is not Chinese.
pub(super) fn repair_characters(blocks: &mut [ReceivedBlock]) -> Vec<ChangedCharacter> {
    let counts = |wanted: &dyn Fn(char) -> bool| {
        blocks.iter().flat_map(|block| block.text.chars()).filter(|c| wanted(*c)).count()
    };
    if !is_chinese(blocks) {
        return Vec::new();
    }
    let han = counts(&is_han);
    let traditional = counts(&|c| simplified(c).is_some() && !STANDARD.contains(c));
    let is_simplified = traditional * TRADITIONAL < han;
    // A text that has no full-width marks at all has a habit, not faults.
    let has_full = counts(&|c| matches!(c, '，' | '（' | '；' | '！')) > 0;
    let mut changed = Vec::new();
    for block in blocks {
        let new = |chars: &[char], at: usize| {
            let c = chars[at];
            let simple = simplified(c).filter(|_| is_simplified && !STANDARD.contains(c));
            simple.or_else(|| full_width(chars, at).filter(|_| has_full))
        };
        repair_block(block, &new, &mut changed);
    }
    changed
}

/// The full-width form of a half-width mark that stands beside a Chinese character. A comma, colon or
/// semicolon has to stand behind one, or behind a mark or percent sign before one: `9:30` and `1,234` keep
/// theirs.
fn full_width(chars: &[char], at: usize) -> Option<char> {
    let (_, full) = MARKS.iter().find(|(half, _)| *half == chars[at])?;
    let before = at.checked_sub(1).map(|before| chars[before]);
    let after = chars.get(at + 1).copied();
    let is_chinese = |c: Option<char>| c.is_some_and(is_wide);
    let fits = match chars[at] {
        '(' | ')' => encloses_chinese(chars, at),
        _ => {
            let is_end = |c: char| matches!(c, '%' | '”' | '’') || c.is_ascii_digit();
            is_chinese(before) || (before.is_some_and(is_end) && is_chinese(after))
        }
    };
    fits.then_some(*full)
}

/// Whether a bracket belongs to a pair that holds Chinese characters or stands beside one.
fn encloses_chinese(chars: &[char], at: usize) -> bool {
    let pair = if chars[at] == '(' {
        chars[at..].iter().position(|c| matches!(c, ')' | '）')).map(|end| (at, at + end))
    } else {
        chars[..at].iter().rposition(|c| matches!(c, '(' | '（')).map(|start| (start, at))
    };
    let Some((start, end)) = pair else { return false };
    let before = start.checked_sub(1).map(|before| chars[before]);
    let after = chars.get(end + 1).copied();
    let inside = chars.get(start + 1..end).unwrap_or_default();
    inside.iter().copied().any(is_han) || before.is_some_and(is_wide) || after.is_some_and(is_wide)
}

fn repair_block(
    block: &mut ReceivedBlock,
    new: &dyn Fn(&[char], usize) -> Option<char>,
    changed: &mut Vec<ChangedCharacter>,
) {
    if matches!(block.kind, ReceivedKind::Picture(_)) {
        return;
    }
    if let ReceivedKind::Table(rows) = &mut block.kind {
        for cell in rows.iter_mut().flatten() {
            let (text, _) = repaired(cell, block.line, new, changed);
            *cell = text;
        }
        let cells = rows.iter().flatten().filter(|cell| !cell.is_empty());
        block.text = cells.map(String::as_str).collect::<Vec<_>>().join("\n");
        return;
    }
    let (text, moved) = repaired(&block.text, block.line, new, changed);
    for mark in &mut block.marks {
        let grown = |at: usize| {
            moved.iter().filter(|(from, _)| *from < at).map(|(_, by)| by).sum::<usize>()
        };
        let (start, end) = (mark.range.start, mark.range.end);
        mark.range = start + grown(start)..end + grown(end);
    }
    block.text = text;
}

/// A text with its characters repaired, and at which bytes it grew by how many.
fn repaired(
    text: &str,
    line: usize,
    new: &dyn Fn(&[char], usize) -> Option<char>,
    changed: &mut Vec<ChangedCharacter>,
) -> (String, Vec<(usize, usize)>) {
    let chars: Vec<char> = text.chars().collect();
    let mut repaired = String::with_capacity(text.len());
    let mut moved = Vec::new();
    for (at, (byte, c)) in text.char_indices().enumerate() {
        match new(&chars, at) {
            Some(other) => {
                let around = chars[at.saturating_sub(4)..chars.len().min(at + 5)].iter().collect();
                changed.push(ChangedCharacter { line, was: c, is: other, around });
                repaired.push(other);
                moved.push((byte, other.len_utf8().saturating_sub(c.len_utf8())));
            }
            None => repaired.push(c),
        }
    }
    (repaired, moved)
}
