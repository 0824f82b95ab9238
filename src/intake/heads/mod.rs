//! Which blocks of a text are heads, whatever marks them, and how deep they lie.
//!
//! Official texts mark their heads by numbers (一、 over （一） over 1.), by the marks of a program, by strong
//! words, in the middle of a line, or by nothing but their shortness. Each of these is a [`HeadClass`]; how the
//! classes lie inside one another, the text as a whole tells (`order`).

mod order;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::cover::day_in;
use super::number::{HeadNumber, NumberKind, head_number};
use crate::model::{ReceivedBlock, ReceivedKind, ReceivedMarkKind, ReceivedRole, is_han};
use crate::received::words::ends_sentence;
use order::{classes_by_level, order_of_classes};

/// The longest head, in characters of a Chinese and of a Latin text.
const LONGEST: [usize; 2] = [60, 110];

/// The longest head that nothing but its shortness marks.
const LONGEST_BARE: [usize; 2] = [32, 70];

/// Heads that stand beside the numbered parts of a text.
const FRAMES: [&str; 18] = [
    "前言",
    "引言",
    "序言",
    "导言",
    "绪论",
    "结束语",
    "结语",
    "后记",
    "結語",
    "foreword",
    "preface",
    "introduction",
    "conclusion",
    "conclusions",
    "closing remarks",
    "executive summary",
    "附则",
    "附則",
];

/// Whether a line is such a head, whatever the blanks between its characters.
pub(super) fn is_frame(text: &str) -> bool {
    let packed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let lower = text.trim().to_lowercase();
    FRAMES.iter().any(|frame| *frame == packed || *frame == lower)
}

/// What makes a block a head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum HeadClass {
    /// A number of this kind.
    Numbered(NumberKind),
    /// The marks of a program, of this level.
    Marked(u8),
    /// What opens or closes a text beside its numbered parts: 前言, 结束语.
    Frame,
    /// A line in the middle of the page.
    Centered,
    /// Strong words alone in their block.
    Strong,
    /// A line in capital letters.
    Capitals,
    /// Underlined words alone in their block.
    Underlined,
    /// A short line behind a dash: ——维权服务，职工获得感更加充实.
    Dashed,
    /// A short line behind an empty one.
    AfterGap,
    /// A short line.
    Short,
}

/// A head: the place of its block, and what makes it one.
#[derive(Debug, Clone)]
pub(super) struct Head {
    /// The place of its block.
    pub(super) at: usize,
    /// What makes it a head.
    pub(super) class: HeadClass,
    /// Its number, where it has one.
    pub(super) number: Option<HeadNumber>,
    /// Its level by the marks of a program.
    mark: Option<u8>,
}

/// The levels of the heads in some blocks, from 1, by the places of their blocks.
pub(super) fn levels_of_heads(blocks: &[ReceivedBlock]) -> BTreeMap<usize, u8> {
    let mut heads = head_candidates(blocks);
    drop_items(blocks, &mut heads);
    drop_needless(blocks, &mut heads);
    let classes = classes_by_level(&heads);
    let order = order_of_classes(&heads, &classes);
    let level = |(head, class): (&Head, &HeadClass)| {
        let at = order.iter().position(|level| level.contains(class))?;
        Some((head.at, u8::try_from(at + 1).unwrap_or(6).min(6)))
    };
    heads.iter().zip(&classes).filter_map(level).collect()
}

/// The index of a text's own bound: Chinese texts are shorter.
pub(super) fn bound(text: &str, bounds: [usize; 2]) -> usize {
    let han = text.chars().filter(|c| is_han(*c)).count();
    bounds[usize::from(han * 3 < text.chars().count())]
}

fn head_candidates(blocks: &[ReceivedBlock]) -> Vec<Head> {
    let body = |at: usize| blocks.get(at).filter(|block| block.role == ReceivedRole::Body);
    (0..blocks.len())
        .filter_map(|at| {
            let block = body(at)?;
            let next = blocks[at + 1..].iter().find(|next| !is_layout(next));
            let mark = match block.kind {
                ReceivedKind::Heading(level) => Some(level),
                ReceivedKind::Paragraph => None,
                _ => return None,
            };
            let number = head_number(&block.text);
            let class = match (&number, mark) {
                (Some(number), _)
                    if mark.is_some()
                        || is_numbered_head(block.words_before_mentions(), number) =>
                {
                    HeadClass::Numbered(number.kind)
                }
                (Some(_), None) => return None,
                (None, _) if is_frame(&block.text) => HeadClass::Frame,
                (None, Some(level)) => HeadClass::Marked(level),
                (None, None) => {
                    let is_page_end = blocks.get(at + 1).is_some_and(is_layout);
                    bare_class(block, next, is_page_end)?
                }
                (Some(number), Some(_)) => HeadClass::Numbered(number.kind),
            };
            Some(Head { at, class, number, mark })
        })
        .collect()
}

fn is_layout(block: &ReceivedBlock) -> bool {
    block.kind == ReceivedKind::PageBreak || block.role == ReceivedRole::Furniture
}

/// Whether a numbered block is a head: short, one sentence at most, and nothing that an item of a list
/// ends with.
fn is_numbered_head(text: &str, number: &HeadNumber) -> bool {
    let words = text[number.range.end..].trim();
    let is_top = number.kind <= NumberKind::HanInBrackets;
    let inner = if is_top { words.trim_end_matches(['。', '！']) } else { words };
    let has_end = inner.contains(['。', '；', '！', '？', ';']) || inner.contains(". ");
    let is_open = inner.ends_with(['，', '、', ',', '；', ';', '.', ':'])
        || (inner.ends_with('：') && number.kind > NumberKind::Han);
    let is_alone =
        words.is_empty() && !matches!(number.kind, NumberKind::Part | NumberKind::Chapter);
    text.chars().count() <= bound(text, LONGEST) && !has_end && !is_open && !is_alone
}

/// The class of a block that nothing numbers and nothing marks.
fn bare_class(
    block: &ReceivedBlock,
    next: Option<&ReceivedBlock>,
    is_page_end: bool,
) -> Option<HeadClass> {
    let text = &block.text;
    let count = text.chars().count();
    let is_word = text.chars().any(char::is_alphabetic) && !is_label(text);
    let ends = ends_sentence(block.words_before_mentions()) || text.ends_with(['，', '、', ',']);
    // A day alone, and the name above one, sign a text.
    let is_day = |text: &str| text.chars().count() <= 24 && day_in(text).is_some();
    let is_signature = is_day(text)
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || "年月日〇零一二三四五六七八九十（）() ".contains(c))
        || next.is_some_and(|next| {
            let is_day_alone = next.text.chars().count() <= 12 && is_day(&next.text);
            is_day_alone && !is_numbered(block)
        });
    if is_signature {
        return None;
    }
    // What stands right above a table is its name.
    let is_caption = next.is_some_and(|next| {
        matches!(next.kind, ReceivedKind::Table(_)) || (is_label(&next.text) && !is_numbered(next))
    });
    if !is_word || ends || is_caption || count > bound(text, LONGEST) {
        return None;
    }
    if block.is_strong() {
        return Some(HeadClass::Strong);
    }
    if block.is_wholly(&ReceivedMarkKind::Underlined) {
        return Some(HeadClass::Underlined);
    }
    let is_short = count <= bound(text, LONGEST_BARE);
    if is_short && is_in_capitals(text) && !block.is_centered {
        return Some(HeadClass::Capitals);
    }
    let goes_on = |next: &ReceivedBlock| next.kind == ReceivedKind::Paragraph;
    if is_short
        && is_dashed(text)
        && next.is_some_and(|next| goes_on(next) && !is_dashed(&next.text))
    {
        return Some(HeadClass::Dashed);
    }
    let next = next.filter(|next| next.role == ReceivedRole::Body && is_short)?;
    if block.is_centered && !next.is_centered {
        return Some(HeadClass::Centered);
    }
    let leads = next.kind == ReceivedKind::Paragraph
        && (next.text.chars().count() > count || ends_sentence(&next.text))
        && !block.is_centered;
    match leads {
        // Before a line at the top of a page there is always a gap.
        true if block.is_after_gap && (!next.is_after_gap || is_page_end) => {
            Some(HeadClass::AfterGap)
        }
        true => Some(HeadClass::Short),
        false => None,
    }
}

fn is_numbered(block: &ReceivedBlock) -> bool {
    head_number(&block.text).is_some()
}

/// Whether a Latin line has capital letters alone, and more than a name of such: GDP.
fn is_in_capitals(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    text.split_whitespace().count() >= 2 && letters.into_iter().all(|c| c.is_ascii_uppercase())
}

fn is_dashed(text: &str) -> bool {
    text.starts_with("——") || text.starts_with("──")
}

/// Whether a line names a table or its unit rather than a section: 单位：亿元, 表1.
fn is_label(text: &str) -> bool {
    let packed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let rest = packed.trim_start_matches(['（', '(']);
    let after = |name: &str| rest.strip_prefix(name).and_then(|rest| rest.chars().next());
    let is_numbered = |c: char| c.is_numeric() || "一二三四五六七八九十：:".contains(c);
    ["表", "图", "附表", "专栏", "Table", "Figure", "Box"]
        .iter()
        .any(|name| after(name).is_some_and(is_numbered))
        || ["单位", "單位", "注", "资料来源", "來源", "Unit", "Source", "Note"]
            .iter()
            .any(|name| after(name).is_some_and(|c| matches!(c, '：' | ':')))
}

/// Numbered lines that follow one another with nothing between are items of a list.
fn drop_items(blocks: &[ReceivedBlock], heads: &mut Vec<Head>) {
    let next_at = |at: usize| {
        (at + 1..blocks.len()).find(|next| blocks[*next].kind != ReceivedKind::PageBreak)
    };
    let is_low = |head: &Head| {
        matches!(head.class, HeadClass::Numbered(kind) if kind >= NumberKind::HanInBrackets)
            && head.mark.is_none()
    };
    let mut is_item = vec![false; heads.len()];
    for (number, pair) in heads.windows(2).enumerate() {
        let is_run = pair[0].class == pair[1].class && next_at(pair[0].at) == Some(pair[1].at);
        if is_run && is_low(&pair[0]) && is_low(&pair[1]) {
            is_item[number] = true;
            is_item[number + 1] = true;
        }
    }
    // A line that the number before it stands right above, in a longer item, is an item as well.
    let above = |head: &Head| {
        let at = blocks[..head.at].iter().rposition(|b| b.kind != ReceivedKind::PageBreak)?;
        head_number(&blocks[at].text).filter(|_| heads.iter().all(|other| other.at != at))
    };
    for (number, head) in heads.iter().enumerate().filter(|(_, head)| is_low(head)) {
        let own = head.number.as_ref();
        is_item[number] |= above(head)
            .zip(own)
            .is_some_and(|(above, own)| above.kind == own.kind && above.value + 1 == own.value);
    }
    let mut is_item = is_item.into_iter();
    heads.retain(|_| !is_item.next().unwrap_or(false));
}

/// Lines that only their shortness marks are heads where nothing better marks any, and where the paragraphs of a
/// text are numbered: there a line without a number is not one of them.
fn drop_needless(blocks: &[ReceivedBlock], heads: &mut Vec<Head>) {
    let is_clear = |class: HeadClass| !matches!(class, HeadClass::AfterGap | HeadClass::Short);
    drop_lone(heads);
    if has_numbered_paragraphs(blocks) {
        let is_before_number = |head: &Head| {
            let next = blocks[head.at + 1..].iter().find(|b| b.kind != ReceivedKind::PageBreak);
            next.is_some_and(|next| head_number(&next.text).is_some())
        };
        heads.retain(|head| is_clear(head.class) || is_before_number(head));
        for head in heads.iter_mut().filter(|head| !is_clear(head.class)) {
            head.class = HeadClass::Short;
        }
        return;
    }
    if heads.iter().filter(|head| is_clear(head.class)).count() >= 2 {
        heads.retain(|head| is_clear(head.class));
    }
    // Where every line stands behind an empty one, that tells nothing.
    let gaps = heads.iter().filter(|head| head.class == HeadClass::AfterGap).count();
    let shorts = heads.iter().filter(|head| head.class == HeadClass::Short).count();
    if gaps == 1 || shorts == 0 {
        for head in heads.iter_mut().filter(|head| head.class == HeadClass::AfterGap) {
            head.class = HeadClass::Short;
        }
    }
}

/// Where numbers mark the heads, one line alone of a kind that only its setting marks is not one: a name that stands in
/// the middle of the page. A letter is the number of a head where A and B are.
fn drop_lone(heads: &mut Vec<Head>) {
    let count =
        |wanted: &dyn Fn(HeadClass) -> bool| heads.iter().filter(|head| wanted(head.class)).count();
    let numbered = count(&|class| matches!(class, HeadClass::Numbered(_)));
    let is_weak = |class: HeadClass| {
        matches!(
            class,
            HeadClass::Centered | HeadClass::Capitals | HeadClass::Underlined | HeadClass::Dashed
        )
    };
    let lone: Vec<HeadClass> = heads
        .iter()
        .map(|head| head.class)
        .filter(|class| is_weak(*class) && numbered >= 2 && count(&|other| other == *class) == 1)
        .collect();
    let letter = HeadClass::Numbered(NumberKind::Letter);
    let has = |value: u32| {
        let of_value = |head: &Head| head.number.as_ref().is_some_and(|n| n.value == value);
        heads.iter().any(|head| head.class == letter && of_value(head))
    };
    let has_letters = has(1) && has(2);
    heads.retain(|head| !lone.contains(&head.class) && (head.class != letter || has_letters));
}

/// Whether most sentences of a text stand in paragraphs with numbers that run on through it: `14. 我们会…`.
fn has_numbered_paragraphs(blocks: &[ReceivedBlock]) -> bool {
    let sentences = blocks.iter().filter(|block| {
        block.role == ReceivedRole::Body
            && block.kind == ReceivedKind::Paragraph
            && ends_sentence(&block.text)
    });
    let (mut all, mut numbered, mut last) = (0, 0, 0);
    for block in sentences {
        all += 1;
        let number = head_number(&block.text)
            .filter(|number| matches!(number.kind, NumberKind::Arabic | NumberKind::Decimal));
        // 1.1, 1.2, … begin anew in each part.
        let is_next = |value: u32| value > last || value == 1;
        if let Some(number) = number.filter(|number| is_next(number.value)) {
            numbered += 1;
            last = number.value;
        }
    }
    numbered >= 3 && numbered * 2 > all
}
