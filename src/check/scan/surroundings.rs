//! The words around a numeral, as the reports of two years share them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::model::{
    BlockContent, Document, LangId, LedgerEntry, Mention, Numerals, Page, Place, Quantity,
    QuantityKind, TextId, search_form,
};
use crate::resolve::is_clause_border;

/// How many characters before the words of a numeral tell what it is said of.
const BEFORE: usize = 40;

/// Pairs of Chinese characters, and words of other scripts, that stand in some words.
pub(super) type Grams = BTreeSet<String>;

/// What stands around a numeral.
#[derive(Debug, Default)]
pub(super) struct Surroundings {
    /// Words of its own: in its clause from the number before on, and what is counted after it.
    pub(super) own: Grams,
    /// What stands before these in its sentence.
    pub(super) before: Grams,
    /// The head of the section.
    pub(super) head: Grams,
    /// The heads of its row and its column, where it stands in a table.
    pub(super) cell: Option<[String; 2]>,
    /// Which number it is of several in a row that share their words: 1 for the 9.3% of 增长8.8%和9.3%.
    pub(super) series: usize,
}

impl Surroundings {
    /// Reads what stands around an entry of the ledger; the heads of tables as they are so many years
    /// later.
    pub(super) fn new(page: &Page, entry: &LedgerEntry, rules: &dyn Numerals, years: i32) -> Self {
        let document = &page.original().document;
        let plain = &*document.text(entry.text).plain;
        let quantities = quantities_of(document, entry);
        let OwnWords { sentence, lead, tail, series } = OwnWords::new(document, entry, rules);
        let mut own = grams(plain, lead.clone(), quantities);
        own.extend(grams(plain, tail, quantities));
        let start = plain[sentence.start..lead.start].char_indices().rev().take(BEFORE).last();
        let start = start.map_or(lead.start, |(at, _)| sentence.start + at);
        let head = |text: TextId| moved_head(&document.text(text).plain, years);
        Self {
            own,
            before: grams(plain, start..lead.start, quantities),
            head: head_of(page, entry.place),
            cell: document.cell(entry.text).map(|cell| [cell.row, cell.column].map(head)),
            series,
        }
    }
}

/// Where the words of its own stand that a numeral has, in bytes of its text.
pub(super) struct OwnWords {
    /// Its sentence.
    pub(super) sentence: Range<usize>,
    /// The words before it.
    pub(super) lead: Range<usize>,
    /// The words after it.
    pub(super) tail: Range<usize>,
    /// How many numbers stand before it that share them.
    pub(super) series: usize,
}

impl OwnWords {
    /// Finds them.
    pub(super) fn new(document: &Document, entry: &LedgerEntry, rules: &dyn Numerals) -> Self {
        let plain = &*document.text(entry.text).plain;
        let quantities = quantities_of(document, entry);
        let sentence = sentence_of(document, entry);
        let (lead, series) = lead(plain, &sentence, &entry.range, quantities, rules);
        let tail = tail(plain, &sentence, &entry.range, quantities, rules);
        Self { sentence, lead, tail, series }
    }
}

/// The numerals of the text in which a numeral stands.
pub(super) fn quantities_of<'d>(
    document: &'d Document,
    entry: &LedgerEntry,
) -> &'d [Mention<Quantity>] {
    let found = document.annotations.get(entry.text.0 as usize);
    found.map(|found| &found.quantities[..]).unwrap_or_default()
}

/// The sentence of a numeral.
fn sentence_of(document: &Document, entry: &LedgerEntry) -> Range<usize> {
    let plain = &document.text(entry.text).plain;
    let annotation = document.annotations.get(entry.text.0 as usize);
    annotation.map_or(0..plain.len(), |found| found.sentence(plain, &entry.range))
}

/// Whether words begin with what puts them in a row with the number before: 、挂牌企业.
fn joins(words: &str, rules: &dyn Numerals) -> bool {
    let first = words.chars().next().map(|c| &words[..c.len_utf8()]);
    let rules = rules.as_original();
    first.is_some_and(|first| rules.is_some_and(|rules| rules.joins_list(first)))
}

/// The words before a numeral that are its own, and how many numbers stand before it that share them.
fn lead(
    plain: &str,
    sentence: &Range<usize>,
    range: &Range<usize>,
    quantities: &[Mention<Quantity>],
    rules: &dyn Numerals,
) -> (Range<usize>, usize) {
    let start = sentence.start.min(range.start);
    let within = &plain[start..range.start];
    let border = within.char_indices().rev().find(|(at, c)| {
        let rest = &plain[start + at + c.len_utf8()..];
        is_clause_border(*c, rest)
    });
    let clause = border.map_or(start, |(at, c)| start + at + c.len_utf8());
    let inside = |found: &&Mention<Quantity>| {
        found.range.start >= clause && found.range.end <= range.start && says_amount(&found.value)
    };
    let mut begin = clause;
    let mut series = 0;
    for found in quantities.iter().filter(inside) {
        let gap = &plain[found.range.end..range.start];
        if !joins(gap, rules) {
            continue;
        }
        let next = quantities.iter().find(|next| next.range.start >= found.range.end);
        let next = next.map_or(range.start, |next| next.range.start.min(range.start));
        let is_bare = plain[found.range.end..next].chars().count() <= 2;
        series = if is_bare { series + 1 } else { 0 };
        begin = found.range.end;
    }
    (begin..range.start, series)
}

/// The words after a numeral that are its own: 43家“僵尸企业”.
fn tail(
    plain: &str,
    sentence: &Range<usize>,
    range: &Range<usize>,
    quantities: &[Mention<Quantity>],
    rules: &dyn Numerals,
) -> Range<usize> {
    let rest = &plain[range.end..sentence.end.max(range.end)];
    if joins(rest, rules) {
        return range.end..range.end;
    }
    let border = rest
        .char_indices()
        .find(|(at, c)| is_clause_border(*c, &rest[at + c.len_utf8()..]))
        .map_or(rest.len(), |(at, _)| at);
    let next = quantities.iter().find(|found| found.range.start >= range.end);
    let next = next.map_or(plain.len(), |found| found.range.start);
    range.end..(range.end + border).min(next)
}

/// Whether a numeral is a thing measured of its own, and no name or date among the words.
fn says_amount(quantity: &Quantity) -> bool {
    use QuantityKind::{Duration, Figure, Rank, Unread};
    matches!(quantity.kind, Figure | Rank | Duration | Unread)
}

/// The grams of a part of a text; numerals, which change from year to year, stand between them.
fn grams(plain: &str, part: Range<usize>, quantities: &[Mention<Quantity>]) -> Grams {
    let mut all = Grams::new();
    let mut run: Vec<char> = Vec::new();
    let is_fixed = |kind| matches!(kind, QuantityKind::Name | QuantityKind::Structural);
    let numerals: Vec<&Range<usize>> =
        quantities.iter().filter(|found| !is_fixed(found.value.kind)).map(|of| &of.range).collect();
    for (at, c) in plain[part.clone()].char_indices() {
        let at = part.start + at;
        let is_word = c.is_alphanumeric() && !numerals.iter().any(|range| range.contains(&at));
        let is_same_script = run.last().is_none_or(|last| last.is_ascii() == c.is_ascii());
        if !is_word || !is_same_script {
            add_run(&mut all, &mut run);
        }
        if is_word {
            run.push(c);
        }
    }
    add_run(&mut all, &mut run);
    all
}

/// Adds the grams of an unbroken run of characters: a word of letters, or the pairs of a Chinese one.
fn add_run(all: &mut Grams, run: &mut Vec<char>) {
    if run.first().is_some_and(char::is_ascii) || run.len() == 1 {
        all.insert(run.iter().collect::<String>().to_lowercase());
    } else {
        all.extend(run.windows(2).map(|pair| pair.iter().collect::<String>()));
    }
    run.clear();
}

/// The words of the heading that a place stands under.
fn head_of(page: &Page, place: Place) -> Grams {
    let Place::Pair(pair) = place else { return Grams::new() };
    let document = &page.original().document;
    let heading =
        (0..=pair).rev().find_map(|pair| match page.first_block(pair, LangId::ORIGINAL)?.content {
            BlockContent::Heading { text, .. } => Some(text),
            _ => None,
        });
    let plain = heading.map(|text| &*document.text(text).plain).unwrap_or_default();
    grams(plain, 0..plain.len(), &[])
}

/// How much each gram tells: one that every numeral has beside it tells nothing.
#[derive(Debug)]
pub(super) struct GramWeights {
    numerals: usize,
    counts: BTreeMap<String, usize>,
}

impl GramWeights {
    /// Counts the numerals that have each gram among their own words.
    pub(super) fn new<'a>(all: impl Iterator<Item = &'a Grams>) -> Self {
        let mut weights = Self { numerals: 0, counts: BTreeMap::new() };
        for grams in all {
            weights.numerals += 1;
            for gram in grams {
                *weights.counts.entry(gram.clone()).or_default() += 1;
            }
        }
        weights
    }

    #[expect(clippy::cast_precision_loss, reason = "no report has so many numerals")]
    fn of_gram(&self, gram: &str) -> f64 {
        let count = self.counts.get(gram).copied().unwrap_or(1).max(1) as f64;
        1.0 - count.ln() / (self.numerals.max(2) as f64 + 1.0).ln()
    }

    /// What some grams tell together.
    pub(super) fn sum<'a>(&self, grams: impl IntoIterator<Item = &'a String>) -> f64 {
        grams.into_iter().map(|gram| self.of_gram(gram)).sum()
    }

    /// How alike two sets are, from 0 to 1 (Dice's coefficient).
    pub(super) fn likeness(&self, one: &Grams, other: &Grams) -> f64 {
        if one.is_empty() && other.is_empty() {
            return 1.0;
        }
        let both = 2.0 * self.sum(one.intersection(other));
        both / (self.sum(one) + self.sum(other)).max(f64::EPSILON)
    }
}

/// A head of a table as the next year has it: without its unit, with each year moved on.
fn moved_head(plain: &str, years: i32) -> String {
    let without_bracket = plain.find(['（', '(']).map_or(plain, |at| &plain[..at]);
    let mut moved = String::new();
    for c in moved_years(without_bracket, years).chars().filter(|c| !c.is_whitespace()) {
        search_form(c, |c| moved.push(c));
    }
    moved
}

/// Words with each year of four digits moved on.
pub(super) fn moved_years(words: &str, years: i32) -> String {
    let mut moved = String::new();
    let mut rest = words;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let digits = rest[at..].find(|c: char| !c.is_ascii_digit()).map_or(rest.len(), |n| at + n);
        moved.push_str(&rest[..at]);
        let number = &rest[at..digits];
        match number.parse::<i32>() {
            Ok(year) if (1900..2100).contains(&year) && number.len() == 4 => {
                moved.push_str(&(year + years).to_string());
            }
            _ => moved.push_str(number),
        }
        rest = &rest[digits..];
    }
    moved + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_move_on_and_other_numbers_stay() {
        assert_eq!(moved_years("2017年", 1), "2018年");
        assert_eq!(moved_years("2016-2020 PM10", 1), "2017-2021 PM10");
        assert_eq!(moved_years("12345", 1), "12345");
        assert_eq!(moved_head("2017年（亿元）", 1), moved_head("2018年", 0));
    }

    #[test]
    fn what_every_numeral_has_beside_it_tells_little() {
        let of = |words: &str| grams(words, 0..words.len(), &[]);
        let (a, b, c) = (of("新增甲乙"), of("新增丙丁"), of("建成甲乙"));
        let weights = GramWeights::new([&a, &b, &of("新增戊己")].into_iter());
        assert!(weights.likeness(&a, &c) > weights.likeness(&a, &b));
        assert!((weights.likeness(&a, &a) - 1.0).abs() < 1e-9);
    }
}
