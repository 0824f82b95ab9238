//! The words of a received text that a site has to have in its paragraphs: all but those that it has elsewhere,
//! such as the speaker's name in the front matter of the cover.

use std::collections::BTreeSet;

use super::words::WordStream;
use crate::model::{Day, ReceivedBlock, ReceivedContent, ReceivedRole, is_han};

/// How many blocks may stand above the text.
const MOST_BLOCKS: usize = 20;

/// How many characters are enough to know the first paragraph by.
const OPENING: usize = 12;

/// The fewest characters of a line that is known as a piece of what the front matter says.
const SHORTEST_PIECE: usize = 3;

/// Words that only join what a cover says: 在…上, 报告人.
const JOINING: [&str; 6] = ["报告人", "在", "上", "于", "the", "by"];

/// What a site has elsewhere than in its paragraphs.
pub(crate) struct KnownElsewhere<'a> {
    /// The title of the report.
    pub(crate) title: &'a str,
    /// What the front matter of the cover says.
    pub(crate) facts: Vec<String>,
    /// The first words below the title.
    pub(crate) opening: &'a str,
    /// The labels of the notes that are notes in the site as well.
    pub(crate) notes: &'a BTreeSet<String>,
    /// Whether the glossary explains a term in these words.
    pub(crate) is_explained: &'a dyn Fn(&str, &WordStream<()>) -> bool,
}

/// The words that have to stand in the paragraphs of a site, each with its line; the notes come last.
pub(crate) fn expected_words(
    received: &ReceivedContent,
    known: &KnownElsewhere,
) -> WordStream<usize> {
    let blocks = &received.blocks;
    let said = said_above(received, known);
    let is_explained = explained(blocks, known);
    let mut words = WordStream::new();
    let mut notes: Vec<&ReceivedBlock> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        match &block.role {
            _ if said.facts.contains(&at) || is_explained[at] => {}
            _ if said.title_before == Some(at) => {
                words.add_text(known.title, |_| block.line);
                words.end_block(block.line);
            }
            // The lines of a title are one.
            _ if said.title.contains(&at) => {
                words.add_inline(block, block.line);
                if said.title.last() == Some(&at) {
                    words.end_block(block.line);
                } else {
                    words.add_blank();
                }
            }
            // Where the site has the notes as paragraphs, they are paragraphs.
            _ if known.notes.is_empty() => {
                words.add_block(&ReceivedBlock { marks: Vec::new(), ..block.clone() }, block.line);
            }
            ReceivedRole::NotesHead => words.add_block(&note_in_head(block), block.line),
            ReceivedRole::Note { label, .. } if known.notes.contains(label) => notes.push(block),
            _ => words.add_block(block, block.line),
        }
    }
    let mut last: Option<&str> = None;
    for block in notes {
        let ReceivedRole::Note { label, words: start } = &block.role else { continue };
        if last != Some(label) {
            words.mention(label, block.line);
        }
        words.add_text(block.text.get(*start..).unwrap_or_default(), |_| block.line);
        words.end_block(block.line);
        last = Some(label);
    }
    words
}

/// The head of the notes is form; nothing of it has to stand anywhere.
fn note_in_head(head: &ReceivedBlock) -> ReceivedBlock {
    ReceivedBlock { text: String::new(), marks: Vec::new(), ..head.clone() }
}

/// The lines above the text that the site has elsewhere.
struct SaidAbove {
    /// Those of the title, in order.
    title: Vec<usize>,
    /// The line in which the title stands before something that the front matter says.
    title_before: Option<usize>,
    /// Those that say nothing but what the front matter says.
    facts: Vec<usize>,
}

fn said_above(received: &ReceivedContent, known: &KnownElsewhere) -> SaidAbove {
    let above = blocks_above(received, known.opening);
    let mut facts: Vec<String> = known.facts.iter().map(|fact| packed(fact)).collect();
    facts.retain(|fact| !fact.is_empty());
    facts.sort_by_key(|fact| std::cmp::Reverse(fact.len()));
    let wanted = packed(known.title);
    let texts: Vec<String> = above.iter().map(|at| packed(&received.blocks[*at].text)).collect();
    let title = (0..above.len()).find_map(|start| {
        let mut joined = String::new();
        let end = (start..above.len()).find(|at| {
            joined.push_str(&texts[*at]);
            joined == wanted
        })?;
        Some(above[start..=end].to_vec())
    });
    let title = title.unwrap_or_default();
    let is_before = |at: &&usize| {
        let line = packed(&received.blocks[**at].text);
        let rest = line.strip_prefix(&wanted).filter(|rest| !rest.is_empty());
        rest.is_some_and(|rest| is_accounted_for(rest, &facts))
    };
    let title_before = above.iter().find(is_before).copied().filter(|_| title.is_empty());
    let is_fact =
        |at: &usize| !title.contains(at) && is_accounted_for(&received.blocks[*at].text, &facts);
    let facts = above.iter().copied().filter(is_fact).collect();
    SaidAbove { title, title_before, facts }
}

/// The blocks above the first paragraph of the text, which begins with these words; by number.
pub(crate) fn blocks_above(received: &ReceivedContent, opening: &str) -> Vec<usize> {
    // Only letters and digits tell: a mark may have been repaired.
    let opening: String = packed(opening).chars().take(OPENING).collect();
    let is_opening =
        |block: &ReceivedBlock| !opening.is_empty() && packed(&block.text).starts_with(&opening);
    let blocks = &received.blocks;
    let end = blocks.iter().take(MOST_BLOCKS).position(is_opening).unwrap_or(0);
    (0..end).filter(|at| blocks[*at].role == ReceivedRole::Body).collect()
}

/// A day as a cover writes it.
pub(crate) fn day_facts(day: Day) -> [String; 5] {
    let Day { year, month, day: number } = day;
    let name = day.month_name();
    [
        format!("{year}年{month}月{number}日"),
        format!("{year}年{month:02}月{number:02}日"),
        format!("{year}{month:02}{number:02}"),
        format!("{name}{number}{year}"),
        format!("{number}{name}{year}"),
    ]
}

/// Whether a line says nothing but these facts, which are packed, or is a piece of one.
fn is_accounted_for(line: &str, facts: &[String]) -> bool {
    let line = packed(line);
    if line.is_empty() {
        return false;
    }
    let is_piece = line.chars().count() >= SHORTEST_PIECE;
    if is_piece && facts.iter().any(|fact| fact.contains(&line)) {
        return true;
    }
    let mut rest = line;
    for fact in facts.iter().map(String::as_str).chain(JOINING) {
        rest = rest.replace(fact, "\u{1}");
    }
    rest.chars().all(|c| c == '\u{1}')
}

/// The letters and digits of a text in small letters, the Chinese digits of a year as Arabic ones.
pub(crate) fn packed(text: &str) -> String {
    let digit = |c: &char| match c {
        '〇' | '○' | '零' => Some(0),
        _ => "一二三四五六七八九".chars().position(|own| own == *c).map(|at| at + 1),
    };
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric() || *c == '○').collect();
    let mut packed = String::new();
    let mut at = 0;
    while at < letters.len() {
        // 二〇一八年 has four digits before 年; 三月 and 第三次 are left as they are.
        let year: Vec<usize> = letters[at..].iter().take(4).map_while(digit).collect();
        if year.len() == 4 && letters.get(at + 4) == Some(&'年') {
            packed.extend(year.iter().map(ToString::to_string));
            at += 4;
            continue;
        }
        let c = letters[at];
        if is_han(c) {
            packed.push(c);
        } else {
            packed.extend(c.to_lowercase());
        }
        at += 1;
    }
    packed
}

/// Which blocks are terms that the site explains in the same words, or the head of such.
fn explained(blocks: &[ReceivedBlock], known: &KnownElsewhere) -> Vec<bool> {
    let mut is_explained = vec![false; blocks.len()];
    let mut at = 0;
    while at < blocks.len() {
        let ReceivedRole::Term { term, definition } = &blocks[at].role else {
            at += 1;
            continue;
        };
        let is_more = |block: &&ReceivedBlock| matches!(&block.role, ReceivedRole::Term { term, .. } if term.is_empty());
        let count = 1 + blocks[at + 1..].iter().take_while(is_more).count();
        let mut said = WordStream::new();
        said.add_text(&blocks[at].text[*definition..], |_| ());
        for block in &blocks[at + 1..at + count] {
            said.add_text(&block.text, |_| ());
        }
        let is_known = (known.is_explained)(&blocks[at].text[term.clone()], &said);
        is_explained[at..at + count].fill(is_known);
        at += count;
    }
    for at in 0..blocks.len() {
        let is_head = blocks[at].role == ReceivedRole::TermsHead;
        is_explained[at] |= is_head && is_explained[at..].contains(&true);
    }
    is_explained
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_accounted_for_by_what_the_front_matter_says() {
        let facts: Vec<String> =
            ["2018年3月31日在甲市第七届人民代表大会第三次会议上", "甲市市长", "尹某某"]
                .map(packed)
                .into();
        for line in [
            "——2018年3月31日在甲市第七届人民代表大会第三次会议上",
            "（甲市市长　尹 某 某）",
            "尹某某",
            "——2018年3月31日在甲市第七届人民代",
            "二〇一八年3月31日",
        ] {
            assert!(is_accounted_for(line, &facts), "{line}");
        }
        for line in [
            "甲市市长 李某某",
            "各位代表：",
            "——",
            "2018年3月30日在甲市第七届人民代表大会第三次会议上",
        ] {
            assert!(!is_accounted_for(line, &facts), "{line}");
        }
    }

    #[test]
    fn a_year_in_chinese_digits_is_the_same_year() {
        assert_eq!(packed("二〇一八年三月"), packed("2018年三月"));
        assert_eq!(packed("第三次会议"), "第三次会议");
    }
}
