//! Numerals that nobody has accounted for, as lines for `figures.yaml`.

use std::fmt::Write as _;
use std::ops::Range;

use super::{Proposal, in_quotes};
use crate::model::{
    Block, BlockContent, Document, Fate, LedgerEntry, Page, SectionNumber, Site, TextId,
};

/// Every numeral of the wanted pages that nobody has accounted for, in text order, each with words
/// around it that occur once in its section.
pub(crate) fn unaccounted(site: &Site, is_wanted: &dyn Fn(&Page) -> bool) -> Proposal {
    let mut proposal = Proposal::default();
    let (mut last_report, mut last_page, mut last_section) = (None, None, None);
    let open = site.statistics.ledger.iter().filter(|entry| entry.fate == Fate::Unaccounted);
    for entry in open {
        let page = site.page(entry.page);
        let Some((report, name)) = site.name_in_report(page).filter(|_| is_wanted(page)) else {
            continue;
        };
        let yaml = &mut proposal.yaml;
        if last_report != Some(entry.report) {
            let gap = if yaml.is_empty() { "" } else { "\n" };
            let _ = writeln!(yaml, "{gap}# content/{report}/figures.yaml");
            last_report = Some(entry.report);
        }
        if last_page != Some(entry.page) {
            let _ = writeln!(yaml, "{name}:");
            (last_page, last_section) = (Some(entry.page), None);
        }
        let section = section_of(page, entry);
        if last_section != Some(section) {
            let numbers: Vec<_> = section.numbers().iter().map(ToString::to_string).collect();
            let numbers = if numbers.is_empty() { "0".to_owned() } else { numbers.join(".") };
            let _ = writeln!(yaml, "  s{numbers}:");
            last_section = Some(section);
        }
        proposal.count += 1;
        let document = &page.original().document;
        let plain = &*document.text(entry.text).plain;
        let around = section_text(document, page, section);
        let (quote, note) = match unique(plain, &entry.range, &around) {
            Some(quote) => (quote, ""),
            None => (0..plain.len(), "  # occurs more than once in its section"),
        };
        let words = format!(
            "{}[{}]{}",
            &plain[quote.start..entry.range.start],
            &plain[entry.range.clone()],
            &plain[entry.range.end..quote.end]
        );
        let number = proposal.count;
        let _ = writeln!(yaml, "    - todo-{number}: \"{}\"{note}", in_quotes(&words));
    }
    proposal
}

/// The section a numeral stands in; that of a page's title is the one before the first heading.
fn section_of(page: &Page, entry: &LedgerEntry) -> SectionNumber {
    let address = entry.pair.and_then(|pair| page.pairs.get(pair)?.address);
    address.map(|address| address.section).unwrap_or_default()
}

/// Everything a section says, without what makes no difference.
fn section_text(document: &Document, page: &Page, section: SectionNumber) -> String {
    let mut texts = Vec::new();
    if section == SectionNumber::default() {
        texts.push(document.title);
    }
    let blocks = page.original().document.blocks.iter();
    for block in blocks.filter(|block| block.counted.is_some_and(|a| a.section == section)) {
        collect_texts(block, &mut texts);
    }
    let texts: Vec<String> = texts.iter().map(|id| folded(&document.text(*id).plain)).collect();
    // No quote goes from one text into the next.
    texts.join("\0")
}

/// The texts of a block.
fn collect_texts(block: &Block, to: &mut Vec<TextId>) {
    match &block.content {
        BlockContent::Heading { text, .. } | BlockContent::Paragraph(text) => to.push(*text),
        BlockContent::List { items, .. } => {
            items.iter().flatten().for_each(|b| collect_texts(b, to));
        }
        BlockContent::Quote { blocks, .. } => {
            for block in blocks {
                collect_texts(block, to);
            }
        }
        BlockContent::Table { head, rows, .. } => {
            to.extend(head.iter().chain(rows.iter().flatten()));
        }
        BlockContent::Definitions(definitions) => {
            for definition in definitions {
                to.extend(&definition.terms);
                definition.details.iter().flatten().for_each(|block| collect_texts(block, to));
            }
        }
        BlockContent::Code { .. } | BlockContent::Rule | BlockContent::PageBreak => {}
    }
}

/// A text without white space, full-width letters and signs made narrow.
fn folded(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    text.chars().filter(|c| !c.is_whitespace()).map(narrow).collect()
}

/// Words around a numeral that occur once in its section: its clause up to the numeral, then as
/// many clauses as it takes, after it and before it in turn.
fn unique(plain: &str, range: &Range<usize>, section: &str) -> Option<Range<usize>> {
    let borders: Vec<(usize, usize)> = plain
        .char_indices()
        .filter(|(at, c)| is_border(*c, &plain[at + c.len_utf8()..]))
        .map(|(at, c)| (at, at + c.len_utf8()))
        .collect();
    let starts = borders.iter().rev().map(|(_, after)| *after).filter(|at| *at <= range.start);
    let mut starts = starts.chain([0]);
    let ends = borders.iter().map(|(at, _)| *at).filter(|at| *at > range.end);
    let mut ends = ends.chain([plain.len()]);
    let mut quote = starts.next()?..range.end;
    let mut is_after = true;
    // A numeral that opens its clause would stand there without any words.
    if plain[quote.start..range.start].trim().is_empty() {
        quote.end = ends.next()?;
        is_after = false;
    }
    while count_of(section, &folded(&plain[quote.clone()])) != 1 {
        let (before, after) = (quote.start == 0, quote.end == plain.len());
        if before && after {
            return None;
        }
        if (is_after && !after) || before {
            quote.end = ends.next()?;
        } else {
            quote.start = starts.next()?;
        }
        is_after = !is_after;
    }
    let words = &plain[quote.clone()];
    let blank = words.len() - words.trim_start().len();
    Some(quote.start + blank..quote.end)
}

/// Whether a clause ends with this character. A point or comma of a number is no border.
fn is_border(c: char, rest: &str) -> bool {
    match c {
        '，' | '。' | '；' | '：' | '！' | '？' | '\n' => true,
        ',' | '.' | ';' | ':' | '!' | '?' => rest.starts_with(char::is_whitespace),
        _ => false,
    }
}

/// How often a text holds another one, places that overlap included.
fn count_of(text: &str, part: &str) -> usize {
    text.char_indices().filter(|(at, _)| text[*at..].starts_with(part)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The quote for a numeral of a section that is one text.
    fn quote(text: &str, number: &str, nth: usize) -> Option<String> {
        let (at, _) = text.match_indices(number).nth(nth).unwrap();
        let range = unique(text, &(at..at + number.len()), &folded(text))?;
        Some(text[range].to_owned())
    }

    #[test]
    fn a_quote_is_the_clause_up_to_the_numeral_where_that_is_unique() {
        let text = "全市生产总值3870亿元，增长6.5%；收入357.7亿元，增长8.3%。";
        assert_eq!(quote(text, "3870亿元", 0).unwrap(), "全市生产总值3870亿元");
        assert_eq!(quote(text, "8.3%", 0).unwrap(), "增长8.3%");
    }

    #[test]
    fn a_quote_grows_until_it_is_unique_or_is_given_up() {
        let text = "新增43家，关闭2家。新增43家，迁入3家。";
        assert_eq!(quote(text, "43家", 0).unwrap(), "新增43家，关闭2家");
        assert_eq!(quote(text, "43家", 1).unwrap(), "新增43家，迁入3家");
        assert_eq!(quote("43家企业，1家", "43家", 0).unwrap(), "43家企业");
        assert_eq!(unique("共43家", &(3..8), "共43家\0共43家"), None);
    }

    #[test]
    fn a_comma_inside_a_number_is_no_border() {
        let text = "It rose to 1,234 plants, up 3.5 percent.";
        assert_eq!(quote(text, "1,234 plants", 0).unwrap(), "It rose to 1,234 plants");
        assert_eq!(quote(text, "3.5 percent", 0).unwrap(), "up 3.5 percent");
    }
}
