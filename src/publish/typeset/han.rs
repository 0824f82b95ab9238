//! How Chinese is set (W3C clreq; GB/T 15834—2011 for punctuation).

use std::ops::Range;

use super::{TextKind, TypesetKind, TypesetRange, setting};

/// What may stand after a number and must not be parted from it, longest first where one begins
/// another. Taken from the units and measure words of government reports.
const UNITS: &[&str] = &[
    "微克/立方米",
    "个百分点",
    "万平方米",
    "平方公里",
    "平方米",
    "立方米",
    "万亿元",
    "亿美元",
    "万美元",
    "百分点",
    "周年",
    "万人次",
    "亿元",
    "万元",
    "万亿",
    "美元",
    "万亩",
    "万人",
    "万户",
    "万套",
    "万家",
    "万吨",
    "万个",
    "万件",
    "万辆",
    "公里",
    "分钟",
    "小时",
    "季度",
    "号线",
    "多项",
    "多个",
    "多家",
    "人次",
    "元",
    "亩",
    "人",
    "户",
    "套",
    "家",
    "吨",
    "个",
    "项",
    "件",
    "条",
    "列",
    "场",
    "天",
    "年",
    "月",
    "日",
    "届",
    "级",
    "次",
    "名",
    "所",
    "座",
    "处",
    "类",
    "型",
    "批",
    "辆",
    "倍",
    "成",
    "万",
    "亿",
    "岁",
    "期",
    "位",
    "周",
    "轮",
    "页",
    "章",
    "节",
];

/// Marks that may not begin a line, and that close what stands before them.
fn is_closing(c: char) -> bool {
    matches!(
        c,
        '，' | '。' | '、' | '；' | '：' | '！' | '？' | '”' | '’' | '）' | '》' | '】' | '〉'
    )
}

/// Marks that may not end a line.
fn is_opening(c: char) -> bool {
    matches!(c, '“' | '‘' | '（' | '《' | '【' | '〈')
}

pub(super) fn settings(plain: &str, kind: TextKind) -> Vec<TypesetRange> {
    let mut settings = Vec::new();
    let together = merged(together(plain, kind));
    for range in together {
        settings.push(setting(range, TypesetKind::NoBreak));
    }
    settings.extend(half_marks(plain));
    settings.extend(foreign_words(plain));
    if kind == TextKind::Heading {
        settings.extend(clause_edges(plain));
    }
    settings
}

/// Runs in which no line may break: a number with its unit, a middle dot with what is before it,
/// and the last characters of a paragraph, so that none stands alone on the last line.
fn together(plain: &str, kind: TextKind) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let bytes = plain.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at].is_ascii_digit() {
            let run = number_range(plain, at);
            at = run.end;
            if plain[run.clone()].chars().any(|c| !c.is_ascii_digit()) {
                runs.push(run);
            }
        } else {
            at += 1;
        }
    }
    for (at, dot) in plain.match_indices('·') {
        if let Some(before) = plain[..at].chars().next_back() {
            runs.push(at - before.len_utf8()..at + dot.len());
        }
    }
    match kind {
        TextKind::Body => runs.extend(last_characters(plain)),
        // A clause of a heading may be longer than the line and then breaks inside; the mark that
        // ends it stays with what is before it.
        TextKind::Heading => {
            runs.extend(clause_ends(plain));
            runs.extend(ordinal_head(plain).map(|(_, head)| head));
        }
    }
    runs.sort_by_key(|run| (run.start, run.end));
    runs
}

/// A number, what belongs before it (第) and its unit.
fn number_range(plain: &str, start: usize) -> Range<usize> {
    let rest = &plain[start..];
    let digits = rest
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '‰' | '+' | '-')))
        .unwrap_or(rest.len());
    let digits = rest[..digits].trim_end_matches(['.', ',', '+', '-']).len();
    let after = &rest[digits..];
    let unit = UNITS.iter().find(|unit| after.starts_with(**unit)).map_or(0, |unit| unit.len());
    let before = if plain[..start].ends_with('第') { '第'.len_utf8() } else { 0 };
    start - before..start + digits + unit
}

/// The last two characters with the marks that close them.
fn last_characters(plain: &str) -> Option<Range<usize>> {
    let mut characters = 0;
    for (at, c) in plain.char_indices().rev() {
        if !is_closing(c) {
            characters += 1;
        }
        if characters == 2 {
            let has_more = plain[..at].chars().nth(8).is_some();
            return has_more.then_some(at..plain.len());
        }
    }
    None
}

/// The last two characters of each clause with the marks that close it.
fn clause_ends(plain: &str) -> Vec<Range<usize>> {
    let mut ends = Vec::new();
    let mut last = (0, 0);
    let mut marks = false;
    for (at, c) in plain.char_indices().chain([(plain.len(), ' ')]) {
        if is_closing(c) {
            marks = true;
            continue;
        }
        if marks && at > 0 {
            ends.push(last.0..at);
        }
        marks = false;
        last = (last.1, at);
    }
    ends
}

/// Runs that overlap become one; the input is sorted by start.
fn merged(runs: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::with_capacity(runs.len());
    for run in runs {
        match all.last_mut() {
            Some(last) if run.start < last.end => last.end = last.end.max(run.end),
            _ => all.push(run),
        }
    }
    all
}

/// Each full-width mark with white on its right followed by a mark, and the closing side likewise
/// (clreq §3.1.6.1: of two adjacent marks, the first gives up half).
fn half_marks(plain: &str) -> Vec<TypesetRange> {
    let mut marks = Vec::new();
    let mut characters = plain.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let Some((_, next)) = characters.peek() else { break };
        let gives_up_half = is_closing(c) && (is_closing(*next) || is_opening(*next));
        if gives_up_half {
            marks.push(setting(at..at + c.len_utf8(), TypesetKind::HalfMark));
        }
    }
    marks
}

/// Latin words: two letters or more.
fn foreign_words(plain: &str) -> Vec<TypesetRange> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in plain.char_indices().chain([(plain.len(), '。')]) {
        let is_letter = c.is_ascii_alphabetic() || (start.is_some() && c == '’');
        match start {
            None if is_letter => start = Some(at),
            Some(from) if !is_letter => {
                if at - from >= 2 {
                    words.push(setting(from..at, TypesetKind::Foreign));
                }
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// The ordinal that opens a heading (一、 （一） 第一章 1.), and a run that binds it to the two characters
/// after it: an ordinal never stands alone on its line.
fn ordinal_head(plain: &str) -> Option<(usize, Range<usize>)> {
    let numeral = |text: &str| {
        let end =
            text.find(|c: char| !(c.is_ascii_digit() || "〇零一二三四五六七八九十百".contains(c)));
        let end = end.unwrap_or(text.len());
        (end > 0).then_some(end)
    };
    let after = |opening: &str, closings: &[&str]| {
        let rest = plain.strip_prefix(opening)?;
        let end = numeral(rest)?;
        let closing = closings.iter().find(|closing| rest[end..].starts_with(**closing))?;
        Some(opening.len() + end + closing.len())
    };
    let end = after("（", &["）"])
        .or_else(|| after("(", &[")"]))
        .or_else(|| after("第", &["章", "节", "编", "篇", "部分", "条"]))
        .or_else(|| after("", &["、", "．", ".", "）", ")"]))?;
    let rest = &plain[end..];
    let blank = rest.len() - rest.trim_start().len();
    let two = rest[blank..].char_indices().nth(2).map_or(rest.len(), |(at, _)| blank + at);
    (two > blank).then_some((end, 0..end + two))
}

/// Where a heading may break: after a mark that ends a clause, and before an opening one.
fn clause_edges(plain: &str) -> Vec<TypesetRange> {
    let mut edges = Vec::new();
    let mut before: Option<char> = None;
    let head = ordinal_head(plain).map_or(0, |(_, head)| head.end);
    for (at, c) in plain.char_indices() {
        let after_clause = before.is_some_and(|b| "，、：）。；？！".contains(b)) && !is_closing(c);
        let before_quote = is_opening(c) && before.is_some_and(|b| !is_opening(b));
        if (after_clause || before_quote) && at >= head {
            edges.push(setting(at..at, TypesetKind::Break));
        }
        before = Some(c);
    }
    edges
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(plain: &str, kind: TextKind, wanted: TypesetKind) -> Vec<&str> {
        settings(plain, kind)
            .into_iter()
            .filter(|setting| setting.kind == wanted)
            .map(|setting| &plain[setting.range])
            .collect()
    }

    #[test]
    fn a_number_is_not_parted_from_its_unit() {
        let text = "实现生产总值3870亿元，降至42微克/立方米，第16届工科会召开，增长6.5%，共254家。以上都是";
        assert_eq!(
            found(text, TextKind::Body, TypesetKind::NoBreak),
            ["3870亿元", "42微克/立方米", "第16届", "6.5%", "254家", "都是"]
        );
    }

    #[test]
    fn no_single_character_is_left_on_the_last_line() {
        let text = "都市区建设迈出坚实步伐。";
        assert_eq!(found(text, TextKind::Body, TypesetKind::NoBreak), ["步伐。"]);
        assert!(
            found("步伐。", TextKind::Body, TypesetKind::NoBreak).is_empty(),
            "too short to break"
        );
    }

    #[test]
    fn the_first_of_two_marks_gives_up_half() {
        assert_eq!(
            found("“三条廊道”，推进（一）“甲”", TextKind::Body, TypesetKind::HalfMark),
            ["”", "）"]
        );
    }

    #[test]
    fn a_heading_breaks_at_the_edges_of_clauses() {
        let text = "（一）勠力同心建设“三条廊道”，推进群城聚市。";
        let edges: Vec<_> = settings(text, TextKind::Heading)
            .into_iter()
            .filter(|setting| setting.kind == TypesetKind::Break)
            .map(|setting| &text[..setting.range.start])
            .collect();
        assert_eq!(edges, ["（一）勠力同心建设", "（一）勠力同心建设“三条廊道”，"]);
    }

    #[test]
    fn a_heading_never_leaves_a_mark_alone_on_a_line() {
        let text = "（一）聚焦高质量，让步伐更加有力。";
        assert_eq!(
            found(text, TextKind::Heading, TypesetKind::NoBreak),
            ["（一）聚焦", "质量，", "有力。"]
        );
    }

    #[test]
    fn an_ordinal_stays_with_the_words_it_numbers() {
        let bound = |text| found(text, TextKind::Heading, TypesetKind::NoBreak).into_iter().next();
        for (text, head) in [
            ("二、2018年目标任务", "二、2018年"),
            ("（五）顺应人民群众期盼", "（五）顺应"),
            ("第三章 改革", "第三章 改革"),
            ("1．工作回顾", "1．工作"),
            ("十一、其他事项", "十一、其他"),
        ] {
            assert_eq!(bound(text), Some(head), "{text}");
        }
        assert_eq!(bound("三条廊道建设"), None);
    }

    #[test]
    fn latin_words_keep_their_own_language() {
        assert_eq!(
            found("政务服务APP、BRT5号线和A级", TextKind::Body, TypesetKind::Foreign),
            ["APP", "BRT"]
        );
    }
}
