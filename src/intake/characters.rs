//! Characters that were typed or recognised in another form: half-width marks in a Chinese text, a traditional
//! character in a simplified one.

use super::number::head_number;
use crate::model::{ReceivedBlock, ReceivedKind, ReceivedRole, is_han, is_wide, simplified};

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
        if is_spaced_out(&block.text) && block.role == ReceivedRole::Body {
            let packed: String = block.text.chars().filter(|c| !c.is_whitespace()).collect();
            let text = block.text.clone();
            let moved = |at: usize| {
                text[..at].chars().filter(|c| !c.is_whitespace()).collect::<String>().len()
            };
            block.set_words(packed, moved);
            continue;
        }
        let (text, dropped) = without_blanks(&block.text);
        block.set_words(text, |at| {
            at - dropped.iter().filter(|(from, _)| *from < at).map(|(_, by)| by).sum::<usize>()
        });
    }
}

/// Whether the characters of a short line are set apart for their looks: 前　言.
fn is_spaced_out(text: &str) -> bool {
    let mut pieces = text.split_whitespace();
    let is_one = |piece: &str| piece.chars().count() == 1 && piece.chars().all(is_han);
    let count = pieces.clone().count();
    (2..=8).contains(&count) && pieces.all(is_one)
}

/// A text without needless blanks, and at which bytes how many were dropped.
fn without_blanks(text: &str) -> (String, Vec<(usize, usize)>) {
    let mut kept = String::with_capacity(text.len());
    let mut dropped = Vec::new();
    let is_mark =
        |c: char| is_wide(c) && !is_han(c) || matches!(c, '“' | '”' | '‘' | '’' | '(' | ')');
    // The blank behind the number of a head stays: 1.1 项目建设.
    let number = head_number(text).map_or(0, |number| number.range.end);
    let number = if text[..number].ends_with(|c: char| c.is_ascii_digit()) { number } else { 0 };
    for (at, c) in text.char_indices() {
        let before = text[..at].chars().next_back();
        let after = text[at + c.len_utf8()..].chars().next();
        let beside = before.zip(after).filter(|_| matches!(c, ' ' | '\u{a0}'));
        let is_latin = |c: char| c.is_ascii_alphanumeric() || matches!(c, '%' | '℃' | '％');
        let is_needless = beside.is_some_and(|(a, b)| {
            is_mark(a) || is_mark(b) || (is_han(a) && is_latin(b)) || (is_latin(a) && is_han(b))
        });
        if is_needless && at != number {
            dropped.push((at, c.len_utf8()));
        } else {
            kept.push(c);
        }
    }
    (kept, dropped)
}

/// Whether a text is Chinese: more than a third of its letters are. Digits tell nothing, in a table least of all.
pub(super) fn is_chinese(blocks: &[ReceivedBlock]) -> bool {
    let (mut all, mut han) = (0_usize, 0_usize);
    for c in blocks.iter().flat_map(|block| block.text.chars()).filter(|c| c.is_alphabetic()) {
        all += 1;
        han += usize::from(is_han(c));
    }
    han * 3 > all
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
    // Explained terms go into the glossary as they are: no erratum would say what was changed there.
    let is_term = matches!(block.role, ReceivedRole::Term { .. });
    if matches!(block.kind, ReceivedKind::Picture(_)) || is_term {
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
    block.set_words(text, |at| {
        let by = moved.iter().filter(|(from, _)| *from < at).map(|(_, by)| by).sum::<isize>();
        at.saturating_add_signed(by)
    });
}

/// A text with its characters repaired, and at which bytes it grew by how many.
fn repaired(
    text: &str,
    line: usize,
    new: &dyn Fn(&[char], usize) -> Option<char>,
    changed: &mut Vec<ChangedCharacter>,
) -> (String, Vec<(usize, isize)>) {
    let chars: Vec<char> = text.chars().collect();
    let mut repaired = String::with_capacity(text.len());
    let mut moved = Vec::new();
    for (at, (byte, c)) in text.char_indices().enumerate() {
        match new(&chars, at) {
            Some(other) => {
                let around = chars[at.saturating_sub(4)..chars.len().min(at + 5)].iter().collect();
                changed.push(ChangedCharacter { line, was: c, is: other, around });
                repaired.push(other);
                let grown = other.len_utf8().cast_signed() - c.len_utf8().cast_signed();
                moved.push((byte, grown));
            }
            None => repaired.push(c),
        }
    }
    (repaired, moved)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_places_of_notes_move_with_the_words_and_terms_keep_theirs() {
        let text = "[2] 指文书(试行)，“有效” 。";
        let words = text.find('指').unwrap();
        let role = ReceivedRole::Note { label: "2".to_owned(), words };
        let mut blocks = [ReceivedBlock { role, ..ReceivedBlock::paragraph(text, 1) }];
        repair_characters(&mut blocks);
        drop_needless_blanks(&mut blocks);
        let ReceivedRole::Note { words, .. } = &blocks[0].role else { panic!() };
        assert_eq!(&blocks[0].text[*words..], "指文书（试行），“有效”。");
        let text = "2. “督促监护令”:指文书(试行)，有效。";
        let start = text.find('督').unwrap();
        let end = text.find('”').unwrap();
        let definition = text.find('指').unwrap();
        let role = ReceivedRole::Term { term: start..end, definition };
        let mut blocks = [ReceivedBlock { role, ..ReceivedBlock::paragraph(text, 1) }];
        repair_characters(&mut blocks);
        drop_needless_blanks(&mut blocks);
        let ReceivedRole::Term { term, definition } = &blocks[0].role else { panic!() };
        assert_eq!(&blocks[0].text[term.clone()], "督促监护令");
        assert_eq!(&blocks[0].text[*definition..], "指文书(试行)，有效。");
    }
}
