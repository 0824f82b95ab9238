//! Indicators that numerals nobody has claimed may measure, as entries for `indicators.yaml`.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::ops::Range;

use super::surroundings::{OwnWords, quantities_of};
use super::{Proposal, in_quotes};
use crate::model::{
    Fate, Language, LedgerEntry, Measure, Numerals, Page, QuantityKind, Report, Site, UnitClass,
};
use crate::resolve::{is_clause_border, number_beside, plain_reading};

/// How long the words between a figure and its growth or rank are at most: 、同比增长.
const LONGEST_TIE: usize = 6;

/// How many words of a name become its id.
const WORDS_OF_ID: usize = 6;

/// Words that an id does without.
const SMALL_WORDS: [&str; 12] =
    ["the", "a", "an", "of", "in", "on", "for", "to", "and", "by", "with", "at"];

/// What a claim says besides its indicator, so that no indicator may be called so.
const KEYS_OF_CLAIM: [&str; 13] = [
    "indicator",
    "quote",
    "place",
    "period",
    "status",
    "measure",
    "part-of",
    "comparable",
    "table",
    "row",
    "column",
    "at",
    "nth",
];

/// The indicators that are proposed for the numerals of several reports.
#[derive(Debug, Default)]
pub(super) struct ProposedIndicators {
    /// The entries.
    pub(super) entries: Proposal,
    /// The id of each name in the language of the original.
    by_name: BTreeMap<String, String>,
    used: BTreeSet<String>,
}

/// What is found out about one numeral.
struct NamedNumeral<'a> {
    number: usize,
    entry: &'a LedgerEntry,
    page: &'a Page,
    measure: Measure,
    period: Option<String>,
}

impl ProposedIndicators {
    /// Begins with the indicators that are there.
    pub(super) fn new(site: &Site) -> Self {
        let code = &site.languages.original().code;
        let indicators = || site.statistics.indicators.iter();
        let name = |name: Option<&str>| name.unwrap_or_default().to_owned();
        Self {
            by_name: indicators().map(|of| (name(of.name.get(code)), of.id.clone())).collect(),
            used: indicators().map(|of| of.id.clone()).collect(),
            ..Self::default()
        }
    }

    /// Finds an indicator for each numeral of a report that nobody has accounted for and that clearly
    /// says what it is of, by the numeral's place in the ledger. `is_open` leaves out the others.
    pub(super) fn of_report(
        &mut self,
        site: &Site,
        report: &Report,
        is_open: &dyn Fn(usize) -> bool,
    ) -> HashMap<usize, String> {
        let mut ids = HashMap::new();
        let Some(rules) = site.languages.original().numerals else { return ids };
        let ledger = site.statistics.ledger.iter().enumerate();
        let open = ledger.filter(|(number, entry)| {
            entry.report == report.id && entry.fate == Fate::Unaccounted && is_open(*number)
        });
        let mut groups: BTreeMap<String, Vec<NamedNumeral>> = BTreeMap::new();
        let mut order = Vec::new();
        for (number, entry) in open {
            let page = site.page(entry.page);
            let Some(measure) = entry.quantity.measured() else { continue };
            let Some(name) = name_of(page, entry, rules) else { continue };
            let period = stated_period(page, entry, rules);
            let numeral = NamedNumeral { number, entry, page, measure, period };
            if !groups.contains_key(&name) {
                order.push(name.clone());
            }
            groups.entry(name).or_default().push(numeral);
        }
        for name in order {
            let numerals = groups.remove(&name).unwrap_or_default();
            if !is_one_indicator(&numerals) {
                continue;
            }
            let Some(id) = self.id_of(site, &name, &numerals) else { continue };
            ids.extend(numerals.iter().map(|numeral| (numeral.number, id.clone())));
        }
        add_tied(site, report, rules, is_open, &mut ids);
        ids
    }

    /// The id of a name: that of the indicator which has it, or a new one, which becomes an entry.
    fn id_of(&mut self, site: &Site, name: &str, numerals: &[NamedNumeral]) -> Option<String> {
        if let Some(id) = self.by_name.get(name) {
            return Some(id.clone());
        }
        let mut translated: Vec<(&Language, String)> = site
            .languages
            .iter()
            .skip(1)
            .filter_map(|language| Some((language, translated_name(language, numerals)?)))
            .collect();
        let is_free = |id: &String| is_id(id) && !self.used.contains(id);
        let is_english = |language: &Language| language.code.starts_with("en");
        // A name that another indicator has already is not clear enough.
        translated.retain(|(language, name)| !is_english(language) || is_free(&id_from(name)));
        let english = translated.iter().find(|(language, _)| is_english(language));
        let of_english = english.map(|(_, name)| id_from(name));
        let reading = id_from(&plain_reading(name));
        let id = of_english.into_iter().find(is_free).or_else(|| {
            let numbered = (2..100).map(|number| format!("{reading}-{number}"));
            std::iter::once(reading.clone()).chain(numbered).find(is_free)
        })?;
        self.used.insert(id.clone());
        self.by_name.insert(name.to_owned(), id.clone());
        self.add_entry(site, &id, name, &translated, numerals);
        Some(id)
    }

    /// Adds an entry for `indicators.yaml`.
    fn add_entry(
        &mut self,
        site: &Site,
        id: &str,
        name: &str,
        translated: &[(&Language, String)],
        numerals: &[NamedNumeral],
    ) {
        let Proposal { yaml, count } = &mut self.entries;
        if yaml.is_empty() {
            yaml.push_str("# content/indicators.yaml\nindicators:\n");
        }
        *count += 1;
        let mut names = format!("{}: \"{}\"", site.languages.original().code, in_quotes(name));
        for (language, name) in translated {
            let _ = write!(names, ", {}: \"{}\"", language.code, in_quotes(name));
        }
        let _ = write!(yaml, "  - {{id: {id}, name: {{{names}}}");
        let mut levels =
            numerals.iter().filter(|of| matches!(of.measure, Measure::Level | Measure::Share));
        if let Some(unit) = levels.find_map(|of| of.entry.quantity.unit) {
            let _ = write!(yaml, ", unit: \"{unit}\"");
        }
        if let Some(topic) = numerals.iter().find_map(|of| topic_beside(site, of.page, of.entry)) {
            let _ = write!(yaml, ", topic: {topic}");
        }
        yaml.push('}');
        let is_whole = translated.len() + 1 == site.languages.len();
        yaml.push_str(if is_whole { "\n" } else { "  # not clear in translation\n" });
    }
}

/// The name of what a numeral outside tables is said of, in the original.
fn name_of(page: &Page, entry: &LedgerEntry, rules: &dyn Numerals) -> Option<String> {
    let document = &page.original().document;
    if document.cell(entry.text).is_some() {
        return None;
    }
    let plain = &*document.text(entry.text).plain;
    let words = OwnWords::new(document, entry, rules);
    // A number inside says that only a part of the things is meant.
    let is_inside =
        |range: &Range<usize>| range.start >= words.lead.start && range.end <= words.lead.end;
    let quantities = quantities_of(document, entry);
    let has_amount = quantities.iter().any(|of| {
        is_inside(&of.range) && matches!(of.value.kind, QuantityKind::Figure | QuantityKind::Unread)
    });
    if has_amount || words.series > 0 {
        return None;
    }
    let date = quantities
        .iter()
        .filter(|of| is_inside(&of.range) && of.value.kind == QuantityKind::Date)
        .map(|of| of.range.end)
        .max();
    let before = &plain[date.unwrap_or(words.lead.start)..words.lead.end];
    let before = before.trim_start_matches(|c: char| !c.is_alphanumeric() && !"“（《".contains(c));
    let before = without_joint(before, rules);
    rules.indicator_name(before, &plain[words.tail], is_count(entry))
}

/// Words without what joins them to the number before.
fn without_joint<'w>(words: &'w str, rules: &dyn Numerals) -> &'w str {
    let Some(first) = words.chars().next() else { return words };
    let (joint, rest) = words.split_at(first.len_utf8());
    let is_joint = rules.as_original().is_some_and(|rules| rules.joins_list(joint));
    if is_joint { rest } else { words }
}

/// Whether a numeral counts things.
fn is_count(entry: &LedgerEntry) -> bool {
    let class = entry.quantity.unit.map(crate::model::Unit::class);
    entry.quantity.kind == QuantityKind::Figure
        && class.is_none_or(|class| class == UnitClass::Count)
}

/// The name of what numerals are said of in a translation: that of the first which clearly says it.
fn translated_name(language: &Language, numerals: &[NamedNumeral]) -> Option<String> {
    let rules = language.numerals?;
    numerals.iter().find_map(|of| {
        let place = (of.entry.place, of.entry.text);
        let (text, range) = number_beside(of.page, place, &of.entry.range, language)?;
        let plain = &*of.page.side(language.id)?.document.text(text).plain;
        // A comma may stand inside a list: only whole clauses are read.
        let border = |(at, c): (usize, char)| {
            let after = at + c.len_utf8();
            let is_end = !matches!(c, ',' | '，') && is_clause_border(c, &plain[after..]);
            is_end.then_some((at, after))
        };
        let start = plain[..range.start].char_indices().rev().find_map(border);
        let end = plain[range.end..].char_indices();
        let end = end.map(|(at, c)| (range.end + at, c)).find_map(border);
        let before = &plain[start.map_or(0, |(_, after)| after)..range.start];
        let after = &plain[range.end..end.map_or(plain.len(), |(at, _)| at)];
        rules.indicator_name(before, after, is_count(of.entry))
    })
}

/// Whether numerals with one name can be one indicator: on a page each measure of a period once, or
/// with one value, and amounts in one dimension.
fn is_one_indicator(numerals: &[NamedNumeral]) -> bool {
    let mut values = BTreeMap::new();
    numerals.iter().all(|of| {
        let key = (of.page.id, of.measure.key(), of.period.clone());
        let value = of.entry.quantity.value;
        let known = *values.entry(key).or_insert(value);
        let first = numerals[0].entry.quantity.unit;
        let unit = of.entry.quantity.unit;
        let is_one_dimension = of.measure != numerals[0].measure
            || unit == first
            || unit.zip(first).is_some_and(|(one, other)| one.conversion(other).is_some());
        known == value && is_one_dimension
    })
}

/// The growth, share or rank directly after a figure is of the same indicator: 3870亿元，增长6.5%.
fn add_tied(
    site: &Site,
    report: &Report,
    rules: &dyn Numerals,
    is_open: &dyn Fn(usize) -> bool,
    ids: &mut HashMap<usize, String>,
) {
    let ledger = &site.statistics.ledger;
    let of_report = ledger.iter().enumerate().filter(|(_, entry)| entry.report == report.id);
    let amounts: Vec<(usize, &LedgerEntry)> =
        of_report.filter(|(_, entry)| entry.quantity.measured().is_some()).collect();
    let words = |entry: &LedgerEntry| {
        OwnWords::new(&site.page(entry.page).original().document, entry, rules)
    };
    for (place, pair) in amounts.windows(2).enumerate() {
        let [(before, level), (number, entry)] = pair else { continue };
        let is_same_text = (level.page, level.text) == (entry.page, entry.text);
        let is_of_level = level.quantity.measured() == Some(Measure::Level)
            && matches!(entry.quantity.measured(), Some(Measure::Growth | Measure::Rank));
        let is_candidate = entry.fate == Fate::Unaccounted && is_open(*number);
        if !is_same_text || !is_of_level || !is_candidate || ids.contains_key(number) {
            continue;
        }
        let (own, of_level) = (words(entry), words(level));
        let plain = &*site.page(entry.page).original().document.text(entry.text).plain;
        let gap = plain[level.range.end.min(entry.range.start)..entry.range.start].chars().count();
        let next = amounts.get(place + 2).filter(|(_, next)| next.text == entry.text);
        let is_shared = next.is_some_and(|(_, next)| words(next).series > 0);
        let is_alone = own.series + of_level.series == 0 && !is_shared;
        if own.sentence != of_level.sentence || gap > LONGEST_TIE || !is_alone {
            continue;
        }
        let claimed = match &level.fate {
            Fate::Indexed(id) => {
                let indicator = site.statistics.observation(*id).indicator;
                Some(site.statistics.indicator(indicator).id.clone())
            }
            _ => ids.get(before).cloned(),
        };
        ids.extend(claimed.map(|id| (*number, id)));
    }
}

/// The year that a clause says before its number, where it is not the page's.
pub(super) fn stated_period(
    page: &Page,
    entry: &LedgerEntry,
    rules: &dyn Numerals,
) -> Option<String> {
    let document = &page.original().document;
    let words = OwnWords::new(document, entry, rules);
    let plain = &*document.text(entry.text).plain;
    let date = quantities_of(document, entry).iter().find(|found| {
        found.value.kind == QuantityKind::Date
            && found.range.start >= words.lead.start
            && found.range.end <= words.lead.end
    })?;
    // 比2015年增长: a year inside the clause is another's.
    let is_first = plain[words.lead.start..date.range.start].trim().is_empty();
    let year = date.value.value.map(|value| value.to_string()).filter(|year| year.len() == 4)?;
    let is_own = document.front.period.as_ref().is_none_or(|period| *period != year);
    (is_first && is_own && document.cell(entry.text).is_none()).then_some(year)
}

/// The topic of the claims nearest on both sides in the same section, where they have one.
fn topic_beside<'s>(site: &'s Site, page: &Page, entry: &LedgerEntry) -> Option<&'s str> {
    let statistics = &site.statistics;
    let section = page.section_of(entry.place);
    let key = |of: &LedgerEntry| (of.place, of.text, of.range.start);
    let claims = statistics.ledger.iter().filter_map(|other| match other.fate {
        Fate::Indexed(id) if other.page == page.id && page.section_of(other.place) == section => {
            let indicator = statistics.indicator(statistics.observation(id).indicator);
            Some((key(other), indicator.topic))
        }
        _ => None,
    });
    let (before, after): (Vec<_>, Vec<_>) = claims.partition(|(place, _)| *place < key(entry));
    let nearest = [before.last(), after.first()].into_iter().flatten().map(|(_, topic)| *topic);
    let mut topics: Vec<_> = nearest.collect();
    topics.dedup();
    match topics[..] {
        [Some(topic)] => Some(&statistics.topics.get(topic)?.id),
        _ => None,
    }
}

/// A name as an id: `high-tech-enterprises`.
fn id_from(name: &str) -> String {
    let name = name.replace("’s", "s");
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let lower = words.map(str::to_ascii_lowercase);
    let told: Vec<String> = lower.filter(|word| !SMALL_WORDS.contains(&word.as_str())).collect();
    told[..told.len().min(WORDS_OF_ID)].join("-")
}

/// Whether words can be the id of an indicator in a claim.
fn is_id(id: &str) -> bool {
    let begins = id.starts_with(|c: char| c.is_ascii_lowercase());
    begins && id.len() > 2 && id != "index" && !KEYS_OF_CLAIM.contains(&id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_made_of_the_words_that_tell() {
        assert_eq!(
            id_from("Gross output value of the construction"),
            "gross-output-value-construction"
        );
        assert!(is_id("gdp") && !is_id("place") && !is_id("5g-stations") && !is_id("index"));
    }
}
