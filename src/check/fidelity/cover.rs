//! What stands above the text of a report: its title, the occasion, who speaks. In the content most of it is
//! front matter, in whatever order and with whatever dashes and brackets it was received.

use crate::model::{
    Block, Day, ReceivedBlock, ReceivedContent, ReceivedRole, Report, ReportMeta, Site, is_han,
};
use crate::received::words::WordStream;
use crate::source::{Diagnostic, codes, message};

/// How many blocks may stand above the text.
const MOST_BLOCKS: usize = 20;

/// How many characters are enough to know the first paragraph by.
const OPENING: usize = 12;

/// WordStream that only join what the cover says: 在…上, 报告人.
const JOINING: [&str; 6] = ["报告人", "在", "上", "于", "the", "by"];

/// The blocks, by number, that say nothing but what the front matter of the cover says.
pub(super) fn said_in_front_matter(
    site: &Site,
    report: &Report,
    received: &ReceivedContent,
) -> Vec<usize> {
    let meta = report.original_meta();
    let facts = cover_facts(meta);
    let above = blocks_above(site, report, received);
    let is_said = |at: &usize| is_accounted_for(&received.blocks[*at].text, &facts);
    above.filter(is_said).collect()
}

/// The line under the title, which the cover quotes, must be in the text as received.
pub(super) fn occasion_missing(
    site: &Site,
    report: &Report,
    received: &ReceivedContent,
) -> Option<Diagnostic> {
    let meta = report.original_meta();
    let occasion = packed(meta.occasion.as_deref()?);
    let above: String =
        blocks_above(site, report, received).map(|at| packed(&received.blocks[at].text)).collect();
    let span = site.page(report.cover).original().document.title_span;
    (!above.contains(&occasion)).then(|| {
        Diagnostic::new(codes::ERRATUM_UNEXPLAINED, message!("erratum-unexplained-occasion"))
            .at(span)
            .help(message!("erratum-unexplained.help"))
    })
}

/// The blocks above the first paragraph of the text, by number.
fn blocks_above(
    site: &Site,
    report: &Report,
    received: &ReceivedContent,
) -> impl Iterator<Item = usize> {
    let opening = opening(site, report);
    let is_opening = |block: &ReceivedBlock| {
        let mut words = WordStream::new();
        words.add_text(&block.text, |_| ());
        !opening.is_empty() && words.quoted_words().starts_with(&opening)
    };
    let blocks = &received.blocks;
    let end = blocks.iter().take(MOST_BLOCKS).position(is_opening).unwrap_or(0);
    let is_body: Vec<usize> =
        (0..end).filter(|at| blocks[*at].role == ReceivedRole::Body).collect();
    is_body.into_iter()
}

/// What the text below the cover's title begins with.
fn opening(site: &Site, report: &Report) -> String {
    let own = site.page(report.cover).original();
    let own = own.document.blocks.iter().flat_map(Block::texts).next();
    let document = match (own, report.parts.first()) {
        (Some(text), _) => Some((site.page(report.cover), text)),
        (None, Some(part)) => Some((site.page(*part), site.page(*part).original().document.title)),
        (None, None) => None,
    };
    let Some((page, text)) = document else { return String::new() };
    let mut words = WordStream::new();
    words.add_text(&page.original().document.text(text).plain, |_| ());
    words.quoted_words().chars().take(OPENING).collect()
}

/// What the front matter says, the longest first, each without blanks and punctuation.
fn cover_facts(meta: &ReportMeta) -> Vec<String> {
    let said = [&meta.issuer, &meta.meeting, &meta.place, &meta.speaker, &meta.office];
    let said = said.into_iter().chain(&meta.occasion).map(|fact| packed(fact));
    let mut facts: Vec<String> = said.chain(days(meta.delivered)).collect();
    facts.retain(|fact| !fact.is_empty());
    facts.sort_by_key(|fact| std::cmp::Reverse(fact.len()));
    facts
}

/// A day as a cover writes it.
fn days(day: Day) -> [String; 5] {
    let Day { year, month, day: number } = day;
    let name = day.month_name();
    [
        format!("{year}年{month}月{number}日"),
        format!("{year}年{month:02}月{number:02}日"),
        format!("{year}{month:02}{number:02}"),
        format!("{name}{number}{year}").to_lowercase(),
        format!("{number}{name}{year}").to_lowercase(),
    ]
}

/// Whether a line says nothing but these.
fn is_accounted_for(line: &str, facts: &[String]) -> bool {
    let mut rest = packed(line);
    if rest.is_empty() {
        return false;
    }
    for fact in facts.iter().map(String::as_str).chain(JOINING) {
        rest = rest.replace(fact, "\u{1}");
    }
    rest.chars().all(|c| c == '\u{1}')
}

/// The letters and digits of a text; Chinese digits of a date as Arabic ones.
fn packed(text: &str) -> String {
    let digit = |c: char| {
        "〇一二三四五六七八九".chars().position(|own| own == c || (c == '○' && own == '〇'))
    };
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric() || *c == '○').collect();
    // 二〇一八年 has four digits in a row; 三月 and 第三次 are left as they are.
    let mut packed = String::new();
    let mut at = 0;
    while at < letters.len() {
        let run = letters[at..].iter().take_while(|c| digit(**c).is_some()).count();
        let is_year = run == 4 && letters.get(at + 4) == Some(&'年');
        if is_year {
            packed.extend(
                letters[at..at + 4].iter().filter_map(|c| digit(*c)).map(|d| d.to_string()),
            );
            at += 4;
        } else {
            let c = letters[at];
            packed.extend(if is_han(c) { vec![c] } else { c.to_lowercase().collect() });
            at += 1;
        }
    }
    packed
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
