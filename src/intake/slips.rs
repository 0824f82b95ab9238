//! Slips of typing that no rule can repair and only a person can decide on: words twice, a number missing from an
//! enumeration, a simplified character in a traditional text.

use super::doubts::Doubt;
use super::number::{NumberKind, han_value, head_number};
use super::pages::DraftPage;
use crate::model::{ReceivedBlock, ReceivedKind, is_han, simplified};
use crate::received::is_in_no_traditional_text;

/// How many characters are shown on either side.
const AROUND: usize = 5;

/// Characters that stand twice for “every”, and may do so at the end of a clause.
const EVERY: &str = "人天家事处时日年月村户层步";

/// The share of traditional characters, one in so many, from which a text is a traditional one.
const TRADITIONAL: usize = 20;

/// The slips of all pages.
pub(super) fn slips_of(pages: &[DraftPage]) -> Vec<Doubt> {
    let blocks: Vec<&ReceivedBlock> = pages.iter().flat_map(|page| &page.blocks).collect();
    let whole: String = blocks.iter().flat_map(|block| [&*block.text, "\n"]).collect();
    let is_traditional = is_traditional(&whole);
    let mut doubts = Vec::new();
    for block in blocks {
        doubts.extend(words_twice(block, &whole));
        doubts.extend(gaps_inside(block));
        doubts.extend(impossible_day(block));
        if is_traditional {
            doubts.extend(simplified_characters(block));
        }
    }
    doubts.extend(pages.iter().flat_map(gaps_between));
    doubts
}

/// Words and marks that stand twice.
fn words_twice(block: &ReceivedBlock, whole: &str) -> Option<Doubt> {
    let chars: Vec<char> = block.text.chars().collect();
    let found = (1..chars.len()).find_map(|at| {
        let is_twice = is_mark_twice(&chars, at)
            || is_character_twice(&chars, at, whole)
            || is_word_twice(&chars, at);
        is_twice.then(|| around(&chars, at))
    });
    let words = found.or_else(|| latin_word_twice(&block.text))?;
    Some(Doubt { line: block.line, what: format!("words or marks twice: “{words}”") })
}

/// 8.4%%, 增长，，
fn is_mark_twice(chars: &[char], at: usize) -> bool {
    chars[at - 1] == chars[at] && matches!(chars[at], '%' | '，' | '。' | '、' | '；' | '：')
}

/// 160元元, 更加务实的作风风: at the end of a clause, behind a number or behind what stands before the character
/// elsewhere. Inside a clause two words may meet in one character (中国国际), and 生机勃勃 is a word.
fn is_character_twice(chars: &[char], at: usize, whole: &str) -> bool {
    let c = chars[at];
    let is_end = chars.get(at + 1).is_none_or(|next| !next.is_alphanumeric());
    // 二零二二／二三 counts, 某某 is a name.
    let is_word = is_han(c) && !"一二三四五六七八九零〇某".contains(c);
    let is_doubled = chars[at - 1] == c && is_word && is_end;
    let Some(before) = at.checked_sub(2).map(|before| chars[before]).filter(|_| is_doubled) else {
        return false;
    };
    let is_pair_twice = at >= 3 && chars[at - 3] == before;
    let is_number = before.is_ascii_digit() || "万亿千百十余多".contains(before);
    let pair = [before, c].iter().collect::<String>();
    let twice = format!("{pair}{c}");
    let is_known =
        || !EVERY.contains(c) && whole.matches(&*pair).count() > whole.matches(&*twice).count();
    !is_pair_twice && (is_number || is_known())
}

/// 新区新区管委会: two or three Han characters twice; 一件一件 says each of them.
fn is_word_twice(chars: &[char], at: usize) -> bool {
    (2..=3).any(|length| {
        let Some(first) = chars.get(at - 1..at - 1 + length) else { return false };
        let second = chars.get(at - 1 + length..at - 1 + 2 * length);
        let is_word = first.iter().all(|c| is_han(*c))
            && first.iter().any(|c| c != &first[0])
            && !"一逐".contains(first[0]);
        is_word && second == Some(first)
    })
}

/// `to the the last`. “That that” and “had had” are grammar.
fn latin_word_twice(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let at = words.windows(2).position(|two| {
        let is_word = two[0].chars().all(char::is_alphabetic) && two[0].is_ascii();
        let is_grammar = ["that", "had"].iter().any(|word| two[0].eq_ignore_ascii_case(word));
        is_word && !is_grammar && two[0].eq_ignore_ascii_case(two[1])
    })?;
    let end = words.len().min(at + 3);
    Some(words[at.saturating_sub(1)..end].join(" "))
}

fn around(chars: &[char], at: usize) -> String {
    chars[at.saturating_sub(AROUND)..chars.len().min(at + AROUND)].iter().collect()
}

/// 一是…二是…四是 in one paragraph.
fn gaps_inside(block: &ReceivedBlock) -> Option<Doubt> {
    let mut last = 0;
    for (at, _) in block.text.match_indices('是') {
        let before: Vec<char> = block.text[..at].chars().rev().take(3).collect();
        let digits = before.iter().take_while(|c| han_value(&c.to_string()).is_some()).count();
        let number: String = before[..digits].iter().rev().collect();
        let is_apart = before.get(digits).is_none_or(|c| !c.is_alphanumeric());
        let Some(value) = han_value(&number).filter(|_| is_apart) else { continue };
        if last > 0 && value > last + 1 {
            return Some(missing(block, &format!("{number}是"), value, last + 1));
        }
        last = value;
    }
    None
}

/// 2023年13月, 9月31日: a day that no calendar has.
fn impossible_day(block: &ReceivedBlock) -> Option<Doubt> {
    let text = &block.text;
    let digits_before = |at: usize| {
        let start = text[..at].trim_end_matches(|c: char| c.is_ascii_digit()).len();
        text[start..at].parse::<u32>().ok()
    };
    let wrong = text.match_indices('月').find_map(|(at, sign)| {
        let month = digits_before(at)?;
        let rest = &text[at + sign.len()..];
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let is_day = rest[digits..].starts_with('日');
        let day = rest[..digits].parse::<u32>().ok().filter(|_| is_day);
        let most = match month {
            2 => 29,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        let is_wrong = !(1..=12).contains(&month) || day.is_some_and(|day| day == 0 || day > most);
        is_wrong.then_some(at)
    })?;
    let chars: Vec<char> = text.chars().collect();
    let shown = around(&chars, text[..wrong].chars().count());
    Some(Doubt { line: block.line, what: format!("a day that no calendar has: “{shown}”") })
}

/// Numbers missing between the paragraphs of a page: `11.` before `13.`, 第五条 before 第七条, 一是 before 三是.
fn gaps_between(page: &DraftPage) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let mut open: Vec<(SeriesKind, u32)> = Vec::new();
    for block in &page.blocks {
        let is_text = matches!(block.kind, ReceivedKind::Paragraph | ReceivedKind::Item(_));
        let is_heading = matches!(block.kind, ReceivedKind::Heading(_));
        let Some((kind, value, shown)) = number_of(&block.text) else { continue };
        if is_heading {
            // The numbers of paragraphs may run on below other heads; headings have their own series.
            open.retain(|(other, _)| *other != kind);
            continue;
        }
        let last = open.iter().position(|(other, _)| *other == kind).map(|at| open.remove(at).1);
        if let Some(last) = last.filter(|last| is_text && value > last + 1) {
            doubts.push(missing(block, &shown, value, last + 1));
        }
        open.push((kind, value));
    }
    doubts
}

/// What the paragraphs of a series begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SeriesKind {
    /// A number as heads have it.
    Head(NumberKind),
    /// 第五条
    Article,
    /// 第三，
    Ordinal,
}

/// The number a paragraph begins with: its kind, its value, and its characters.
fn number_of(text: &str) -> Option<(SeriesKind, u32, String)> {
    for (sign, kind) in [('条', SeriesKind::Article), ('，', SeriesKind::Ordinal)] {
        let number = text.strip_prefix('第').and_then(|rest| rest.split_once(sign));
        let number = number.map(|(number, _)| number);
        let value = number.and_then(|number| han_value(number).or_else(|| number.parse().ok()));
        if let Some((value, number)) = value.zip(number) {
            return Some((kind, value, format!("第{number}{sign}")));
        }
    }
    let number = head_number(text).filter(|number| number.kind != NumberKind::Annex)?;
    // Of `3.2` the last number alone tells nothing.
    let is_whole = !matches!(number.kind, NumberKind::Decimal | NumberKind::DeepDecimal);
    let shown = text[number.range].trim().to_owned();
    is_whole.then_some((SeriesKind::Head(number.kind), number.value, shown))
}

fn missing(block: &ReceivedBlock, shown: &str, value: u32, wanted: u32) -> Doubt {
    let what = format!("the number of “{shown}” is {value}, where {wanted} would follow");
    Doubt { line: block.line, what }
}

fn is_traditional(text: &str) -> bool {
    let han = text.chars().filter(|c| is_han(*c)).count();
    let traditional = text.chars().filter(|c| simplified(*c).is_some()).count();
    han > 0 && traditional * TRADITIONAL > han
}

/// Characters that no traditional text has.
fn simplified_characters(block: &ReceivedBlock) -> Option<Doubt> {
    let chars: Vec<char> = block.text.chars().collect();
    let at = chars.iter().position(|c| is_in_no_traditional_text(*c))?;
    let what = format!("simplified character in a traditional text: “{}”", around(&chars, at));
    Some(Doubt { line: block.line, what })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(lines: &[&str]) -> Vec<String> {
        let blocks =
            lines.iter().enumerate().map(|(n, line)| ReceivedBlock::paragraph(*line, n + 1));
        let page = DraftPage {
            name: "1-part".to_owned(),
            number: Some(1),
            title: "甲".to_owned(),
            title_marks: Vec::new(),
            line: 1,
            facts: super::super::part::PartFacts::default(),
            blocks: blocks.collect(),
        };
        slips_of(&[page]).into_iter().map(|doubt| doubt.what).collect()
    }

    #[test]
    fn words_that_stand_twice_are_shown() {
        for line in [
            "补助标准提高到160元元。",
            "新登记经营主体4.2万户户，增长3%。",
            "新区新区管委会负责。",
            "同比增长8.4%%。",
            "增长3%，，下降2%。",
            "It rose to the the last mile.",
        ] {
            assert_eq!(found(&[line]).len(), 1, "{line}: {:?}", found(&[line]));
        }
        assert_eq!(found(&["改进作风。", "更加务实的作风风。"]).len(), 1);
    }

    #[test]
    fn words_that_meet_in_one_character_and_words_of_pairs_are_no_slips() {
        for line in [
            "中国国际进口博览会、积极的财政政策和宪法法律。",
            "必将生机勃勃、走向繁荣。",
            "一件一件抓落实。",
            "绿色发展，造福人人。",
            "扎扎实实、实实在在。",
            "He had had that that day.",
        ] {
            assert_eq!(found(&[line]), Vec::<String>::new(), "{line}");
        }
    }

    #[test]
    fn a_number_missing_from_an_enumeration_is_shown() {
        assert_eq!(found(&["一是稳增长；二是促改革；四是惠民生。"]).len(), 1);
        assert_eq!(found(&["一是稳增长；二是促改革。", "一是甲。二是乙。"]).len(), 0);
        assert_eq!(found(&["第五条 甲。", "第七条 乙。"]).len(), 1);
        assert_eq!(found(&["11. 我们会推行。", "13. 多谢各位。"]).len(), 1);
        assert_eq!(found(&["11. 我们会推行。", "如下：", "12. 多谢各位。"]).len(), 0);
        assert_eq!(found(&["这是第一步，二是第二步。"]).len(), 0);
        assert_eq!(found(&["第一，强化引领。", "第三，强化帮扶。"]).len(), 1);
    }

    #[test]
    fn a_day_that_no_calendar_has_is_shown() {
        assert_eq!(found(&["大桥于2023年13月建成。", "2018年2月30日开工。"]).len(), 2);
        assert_eq!(found(&["3月31日、2月29日、历时13个月。"]).len(), 0);
    }

    #[test]
    fn a_simplified_character_in_a_traditional_text_is_shown() {
        assert_eq!(found(&["我們會推動發展。", "投资推廣署會設立辦事處。"]).len(), 1);
        assert_eq!(found(&["我们会推动发展。"]).len(), 0);
        assert_eq!(found(&["我們會推動發展，后里、台中與云林的干部只需準備。"]).len(), 0);
    }
}
