//! How a data file names a numeral: the other way round from `locate`.

use std::collections::HashMap;
use std::ops::Range;

use super::locate::SearchedSections;
use super::place::{FOOTNOTES, SectionTexts, section_texts};
use super::quote::fold_quoted;
use crate::model::{CellClaim, Document, NumeralClaim, Page, Place, TextId};
use crate::source::{Placed, Span};

/// The keys of a claim that name a numeral and no other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NumeralName {
    /// Words of the original with the number in brackets.
    pub(crate) quote: String,
    /// `row`, `column`, `table`, `at`, `nth`, as far as they are needed.
    pub(crate) keys: Vec<(&'static str, String)>,
}

/// The sections of a page, to name its numerals.
pub(crate) struct Naming<'a> {
    page: &'a Page,
    sections: Vec<SectionTexts>,
    /// What each section says, without what makes no difference.
    folded: Vec<String>,
    /// The section and passage of each text.
    passages: HashMap<TextId, (usize, usize)>,
}

impl<'a> Naming<'a> {
    /// Reads the sections of a page.
    pub(crate) fn new(page: &'a Page) -> Self {
        let document = &page.original().document;
        let sections = section_texts(page);
        let mut passages = HashMap::new();
        for (number, section) in sections.iter().enumerate() {
            let texts = section.passages.iter().enumerate();
            passages.extend(texts.map(|(place, passage)| (passage.text, (number, place))));
        }
        let said = |section: &SectionTexts| {
            let texts = section.passages.iter();
            let texts = texts.map(|passage| folded(&document.text(passage.text).plain));
            // No quote goes from one text into the next.
            texts.collect::<Vec<_>>().join("\0")
        };
        let folded = sections.iter().map(said).collect();
        Self { page, sections, folded, passages }
    }

    fn own_document(&self) -> &'a Document {
        &self.page.original().document
    }

    /// The section of a text as data files call it: `s1.2`, `footnotes`.
    pub(crate) fn section_key(&self, place: Place, text: TextId) -> &str {
        match (self.passages.get(&text), place) {
            (Some((section, _)), _) => &self.sections[*section].key,
            (None, Place::Footnote(_)) => FOOTNOTES,
            (None, _) => "s0",
        }
    }

    /// The name of a numeral, with the thresholds that belong to it; nothing where none is its alone.
    pub(crate) fn name_numeral(
        &self,
        text: TextId,
        range: &Range<usize>,
        criteria: &[Range<usize>],
    ) -> Option<NumeralName> {
        let (section, passage) = self.passages.get(&text)?;
        let (section, folded) = (&self.sections[*section], &self.folded[*section]);
        let passage = &section.passages[*passage];
        let document = self.own_document();
        let plain = &*document.text(text).plain;
        let address = self.page.address(passage.place).1;
        // Inside its section `p3` says enough; the id of a footnote is short already.
        let at = match passage.place {
            Place::Footnote(_) => address,
            _ => address.rsplit_once('-').map(|(_, inside)| inside.to_owned()).unwrap_or(address),
        };
        let whole = || quoted(plain, range, criteria, 0..plain.len());
        let mut names: Vec<NumeralName> = Vec::new();
        if let Some(cell) = &passage.cell {
            let words = |head: TextId| document.text(head).plain.trim().to_owned();
            let keys = vec![("row", words(cell.row)), ("column", words(cell.column))];
            let with = |key, value: String| {
                let mut keys = keys.clone();
                keys.push((key, value));
                NumeralName { quote: whole(), keys }
            };
            names.push(NumeralName { quote: whole(), keys: keys.clone() });
            names.extend(cell.table.line.map(|line| with("table", words(line))));
            names.push(with("table", cell.table.number.to_string()));
            // Two rows of one name: which of the cells it is.
            let many = section.passages.len();
            names.extend((1..=many.min(MOST_ALIKE)).map(|nth| with("nth", nth.to_string())));
        } else {
            let start = criteria.iter().map(|of| of.start).fold(range.start, usize::min);
            let end = criteria.iter().map(|of| of.end).fold(range.end, usize::max);
            let unique = unique(plain, &(start..end), folded);
            names.extend(unique.map(|part| NumeralName {
                quote: quoted(plain, range, criteria, part),
                keys: Vec::new(),
            }));
            names.push(NumeralName { quote: whole(), keys: vec![("at", at)] });
            let nth =
                |nth: usize| NumeralName { quote: whole(), keys: vec![("nth", nth.to_string())] };
            names.extend((1..=MOST_ALIKE).map(nth));
        }
        names.into_iter().find(|name| self.means(name, section, text, range))
    }

    /// Whether a name leads to this numeral.
    fn means(
        &self,
        name: &NumeralName,
        section: &SectionTexts,
        text: TextId,
        range: &Range<usize>,
    ) -> bool {
        let nowhere = Span::new(self.own_document().file, 0..0);
        let key = |key: &str| {
            let found = name.keys.iter().find(|(own, _)| *own == key);
            found.map(|(_, value)| Placed::new(value.clone(), nowhere))
        };
        let claim = NumeralClaim {
            quote: Some(name.quote.clone()),
            cell: CellClaim { table: key("table"), row: key("row"), column: key("column") },
            at: key("at"),
            nth: key("nth").and_then(|nth| Some(Placed::new(nth.value.parse().ok()?, nowhere))),
            span: nowhere,
        };
        let searched = SearchedSections { page: self.page, sections: vec![section] };
        let located = searched.locate(&claim, &mut Vec::new());
        located.is_some_and(|found| {
            let annotation = &self.own_document().annotations[found.passage.text.0 as usize];
            found.passage.text == text && annotation.quantities[found.index].range == *range
        })
    }
}

/// How many places with the same words are told apart by their number.
const MOST_ALIKE: usize = 40;

/// Words of a text with the number in brackets and its thresholds in braces.
fn quoted(
    plain: &str,
    range: &Range<usize>,
    criteria: &[Range<usize>],
    part: Range<usize>,
) -> String {
    let mut marks: Vec<(usize, char)> = vec![(range.start, '['), (range.end, ']')];
    marks.extend(criteria.iter().flat_map(|of| [(of.start, '{'), (of.end, '}')]));
    marks.sort_by_key(|(at, mark)| (*at, matches!(mark, '[' | '{')));
    let mut quote = String::new();
    let mut at = part.start;
    for (mark_at, mark) in marks {
        quote.push_str(&plain[at..mark_at]);
        quote.push(mark);
        at = mark_at;
    }
    quote.push_str(&plain[at..part.end]);
    quote
}

/// A text as quotations are compared.
fn folded(text: &str) -> String {
    text.chars().filter_map(fold_quoted).collect()
}

/// Words around a numeral that occur once in its section: its clause up to the numeral, then as
/// many clauses as it takes, after it and before it in turn.
fn unique(plain: &str, range: &Range<usize>, section: &str) -> Option<Range<usize>> {
    let borders: Vec<(usize, usize)> = plain
        .char_indices()
        .filter(|(at, c)| is_clause_border(*c, &plain[at + c.len_utf8()..]))
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
pub(crate) fn is_clause_border(c: char, rest: &str) -> bool {
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
