//! Which blocks of a text are heads, whatever marks them, and how deep they lie.
//!
//! Official texts mark their heads by numbers (一、 over （一） over 1.), by the marks of a program, by strong
//! words, in the middle of a line, or by nothing but their shortness. Each of these is a [`HeadClass`]; how the
//! classes lie inside one another, the text as a whole tells.

use std::collections::BTreeMap;

use super::cover::day_in;
use super::number::{HeadNumber, NumberKind, head_number};
use crate::model::{ReceivedBlock, ReceivedKind, ReceivedMarkKind, ReceivedRole, is_han};
use crate::received::words::ends_sentence;

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
    let order = order_of_classes(&heads);
    let level = |head: &Head| {
        let class = class_of(head, &heads);
        let at = order.iter().position(|level| level.contains(&class))?;
        Some((head.at, u8::try_from(at + 1).unwrap_or(6).min(6)))
    };
    heads.iter().filter_map(level).collect()
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
/// text are numbered: there a line without a number is none of them.
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

/// Where numbers mark the heads, one line alone of a kind that only its setting marks is none: a name that stands in
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

/// The class by which the level of a head is told. A head without a number is on the level of the numbered
/// ones that a program gave the same level.
fn class_of(head: &Head, heads: &[Head]) -> HeadClass {
    let HeadClass::Marked(level) = head.class else { return head.class };
    let mut counts: BTreeMap<NumberKind, usize> = BTreeMap::new();
    for other in heads.iter().filter(|other| other.mark == Some(level)) {
        if let HeadClass::Numbered(kind) = other.class {
            *counts.entry(kind).or_default() += 1;
        }
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count);
    most.map_or(head.class, |(kind, _)| HeadClass::Numbered(kind))
}

/// The classes by level, the highest first.
fn order_of_classes(heads: &[Head]) -> Vec<Vec<HeadClass>> {
    let classes: Vec<HeadClass> = heads.iter().map(|head| class_of(head, heads)).collect();
    let mut kinds: Vec<HeadClass> =
        classes.iter().copied().filter(|class| matches!(class, HeadClass::Numbered(_))).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let has_frames = classes.contains(&HeadClass::Frame);
    // An annex is a part of its own beside those of the text.
    let annex = HeadClass::Numbered(NumberKind::Annex);
    let has_annex = kinds.len() > 1 && kinds[0] == annex;
    kinds.drain(..usize::from(has_annex));
    let mut others: Vec<HeadClass> =
        classes.iter().copied().filter(|class| is_unnumbered(*class)).collect();
    others.sort_unstable();
    others.dedup();
    let (above, below): (Vec<HeadClass>, Vec<HeadClass>) =
        others.into_iter().partition(|class| kinds.is_empty() || is_above(*class, heads, &kinds));
    let mut levels: Vec<Vec<HeadClass>> =
        above.into_iter().chain(kinds).chain(below).map(|class| vec![class]).collect();
    if let Some(first) = levels.first_mut().filter(|_| has_annex) {
        first.push(annex);
    }
    match levels.first_mut() {
        Some(first) if has_frames => first.push(HeadClass::Frame),
        None if has_frames => levels.push(vec![HeadClass::Frame]),
        _ => {}
    }
    levels
}

/// Whether heads of a class have no number and a level to be told.
fn is_unnumbered(class: HeadClass) -> bool {
    !matches!(class, HeadClass::Numbered(_) | HeadClass::Frame)
}

/// Whether heads of a class lie above the numbered ones: the numbers begin anew below them, or a program
/// says so.
fn is_above(class: HeadClass, heads: &[Head], kinds: &[HeadClass]) -> bool {
    let top = kinds[0];
    if let HeadClass::Marked(level) = class {
        let marks = heads.iter().filter(|head| matches!(head.class, HeadClass::Numbered(_)));
        let least = marks.filter_map(|head| head.mark).min();
        if let Some(least) = least {
            return level < least;
        }
    }
    let first = |wanted: HeadClass| heads.iter().position(|head| head.class == wanted);
    if first(class) > first(top) {
        return false;
    }
    let (mut followed, mut anew) = (0, 0);
    for (number, head) in heads.iter().enumerate().filter(|(_, head)| head.class == class) {
        let until = heads[number + 1..].iter().take_while(|next| next.class != head.class);
        let numbered = until.into_iter().find(|next| next.class == top);
        if let Some(number) = numbered.and_then(|next| next.number.as_ref()) {
            followed += 1;
            anew += usize::from(number.value == 1);
        }
    }
    followed > 0 && anew * 2 > followed
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The levels of the heads in these lines, by their words.
    fn levels(lines: &[&str]) -> Vec<(String, u8)> {
        let blocks: Vec<ReceivedBlock> =
            lines.iter().map(|line| ReceivedBlock::paragraph(*line, 1)).collect();
        let levels = levels_of_heads(&blocks);
        levels.iter().map(|(at, level)| (blocks[*at].text.clone(), *level)).collect()
    }

    #[test]
    fn levels_follow_from_the_numbers_whatever_they_are() {
        let found = levels(&[
            "一、回顾",
            "（一）工业",
            "1.企稳",
            "增长8%。",
            "二、安排",
            "（一）工业",
            "增长7%。",
        ]);
        assert_eq!(found.iter().map(|(_, level)| *level).collect::<Vec<_>>(), [1, 2, 3, 1, 2]);
        let english =
            levels(&["1 Introduction", "It grew.", "2 The year", "2.1 Jobs", "They rose."]);
        assert_eq!(english.iter().map(|(_, level)| *level).collect::<Vec<_>>(), [1, 1, 2]);
    }

    #[test]
    fn items_of_a_list_are_no_heads() {
        assert_eq!(
            levels(&["一、目标", "（1）增长6%", "（2）就业5万人", "（3）减排3%", "完成。"]).len(),
            1
        );
        assert_eq!(
            levels(&["一、目标", "1. 增长6%；", "2. 就业5万人。此外还有。", "完成。"]).len(),
            1
        );
    }

    /// The same, of blocks.
    fn levels_of(blocks: &[ReceivedBlock]) -> Vec<(usize, u8)> {
        levels_of_heads(blocks).into_iter().collect()
    }

    #[test]
    fn a_line_without_a_number_is_a_head_where_paragraphs_are_numbered() {
        let found = levels(&[
            "一、經濟",
            "航運",
            "1. 我們會成立發展局。",
            "創科",
            "2. 政府會設立基金。",
            "二、民生",
            "房屋",
            "3. 未來會興建單位。",
        ]);
        assert_eq!(
            found.iter().map(|(text, level)| (text.as_str(), *level)).collect::<Vec<_>>(),
            [("一、經濟", 1), ("航運", 2), ("創科", 2), ("二、民生", 1), ("房屋", 2)]
        );
    }

    #[test]
    fn dashes_capitals_and_lines_below_words_mark_heads() {
        let found = levels(&[
            "一、回顾",
            "——维权服务更加充实",
            "发放资金1240万元。",
            "——组织活力更加迸发",
            "新建组织412家。",
            "二、安排",
            "继续努力。",
        ]);
        assert_eq!(found.len(), 4, "{found:?}");
        let english = levels(&[
            "I. GROWTH",
            "It grew.",
            "II. PEOPLE",
            "A. Costs",
            "Less.",
            "B. Care",
            "More.",
        ]);
        assert_eq!(english.iter().map(|(_, level)| *level).collect::<Vec<_>>(), [1, 1, 2, 2]);
        let line = |text: &str, kind: Option<ReceivedMarkKind>| {
            let mut block = ReceivedBlock::paragraph(text, 1);
            let range = 0..text.len();
            block.marks.extend(kind.map(|kind| crate::model::ReceivedMark { range, kind }));
            block
        };
        let (strong, under) = (ReceivedMarkKind::Strong, ReceivedMarkKind::Underlined);
        let blocks = [
            line("Where We Stand", Some(strong)),
            line("Growth and Jobs", Some(under.clone())),
            line("Exports rose by 2 percent.", None),
            line("The Fiscal Position", Some(under)),
            line("The deficit fell by 3 percent.", None),
        ];
        assert_eq!(levels_of(&blocks), [(0, 1), (1, 2), (3, 2)]);
    }

    #[test]
    fn one_line_alone_in_the_middle_of_the_page_is_no_head_beside_numbers() {
        let mut name = ReceivedBlock::paragraph("某某某", 1);
        name.is_centered = true;
        let lines = ["各位委员会组成人员：", "一、回顾", "增长8%。", "二、安排", "增长7%。"];
        let lines = lines.iter().map(|line| ReceivedBlock::paragraph(*line, 1));
        let blocks: Vec<ReceivedBlock> = std::iter::once(name).chain(lines).collect();
        assert_eq!(levels_of(&blocks), [(2, 1), (4, 1)]);
    }

    #[test]
    fn a_foreword_stands_beside_the_numbered_parts() {
        let found = levels(&["前　言", "甲。", "一、治理", "（一）流域", "乙。", "结束语", "丙。"]);
        assert_eq!(found.iter().map(|(_, level)| *level).collect::<Vec<_>>(), [1, 1, 2, 1]);
    }
}
