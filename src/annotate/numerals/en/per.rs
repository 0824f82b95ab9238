//! Of what one, or so many, an English number is said: 4.2 lawyers per 10,000 people, tons a year.

use super::currency::currency;
use super::digits::is_digit_at;
use super::number;
use super::number_word::word_at;
use super::unit::{english_unit, unit_of_time};
use crate::annotate::numerals::{after_blank, char_at, is_at, is_before, longest_at};
use crate::model::effort::spend;
use crate::model::{Decimal, Denominator, Per, Unit, UnitClass};

/// Nouns that are denominators but not units of a number before them.
const NOUNS: &[(&str, Unit)] = &[
    ("people", Unit::named("人")),
    ("persons", Unit::named("人")),
    ("person", Unit::named("人")),
    ("residents", Unit::named("人")),
    ("resident", Unit::named("人")),
    ("inhabitants", Unit::named("人")),
    ("inhabitant", Unit::named("人")),
    ("population", Unit::named("人")),
    ("births", Unit::named("人")),
    ("head", Unit::named("人")),
    ("households", Unit::named("户")),
    ("household", Unit::named("户")),
    ("families", Unit::named("户")),
    ("family", Unit::named("户")),
    ("vehicles", Unit::named("辆")),
    ("vehicle", Unit::named("辆")),
];

/// Words between a count and its noun: 10,000 *permanent* residents.
const ADJECTIVES: &[&str] =
    &["permanent ", "registered ", "urban ", "rural ", "live ", "local ", "resident "];

/// What opens a denominator behind a number.
const OPENERS: &[&str] = &[
    " per ",
    " for every ",
    " for each ",
    " out of every ",
    " of every ",
    " in every ",
    " for per ",
];

/// What opens one before its number.
const OPENERS_BEFORE: &[&str] = &["per ", "Per ", "for every ", "For every ", "every ", "Every "];

/// Words that end what belongs to a number: behind them stands something else.
const ENDS: &[&str] = &[
    "and", "or", "was", "were", "is", "are", "to", "in", "by", "from", "with", "on", "at", "than",
    "as", "which", "that", "up", "down", "after", "over", "under", "while", "when", "who", "had",
    "has", "have", "will", "but",
];

/// How many words may stand between a number and its denominator: 41 *cars* per 100 households.
const MOST_WORDS: usize = 4;

/// A denominator as found.
#[derive(Debug, Clone, Copy)]
pub(super) struct FoundPer {
    pub(super) per: Per,
    pub(super) end: usize,
    /// Whether a number is in it, which then is none of its own.
    pub(super) has_count: bool,
}

/// The denominator noun or unit at a byte.
fn denominator_unit(text: &str, at: usize) -> Option<(Unit, usize)> {
    let adjective = longest_at(text, at, ADJECTIVES).map_or(0, str::len);
    let word = word_at(text, at + adjective);
    if let Some((noun, unit)) = NOUNS.iter().find(|(noun, _)| *noun == word) {
        return Some((*unit, at + adjective + noun.len()));
    }
    if word == "annum" {
        return Some((Unit::YEAR, at + word.len()));
    }
    let (written, end) = english_unit(text, at)?;
    let is_plain = written.power == 0 && written.unit_class() != UnitClass::Share;
    is_plain.then_some((written.unit, end))
}

/// One denominator behind its opener: 10,000 people, hectare, RMB 10,000 of GDP.
fn denominator(text: &str, at: usize) -> Option<(Denominator, usize, bool)> {
    if let Some((unit, end)) = denominator_unit(text, at)
        && !is_digit_at(text, after_blank(text, end))
    {
        return Some((Denominator { count: Decimal::ONE, unit }, end, false));
    }
    let mut number_at = at;
    let word = word_at(text, at);
    if !word.is_empty() && is_digit_at(text, after_blank(text, at + word.len())) {
        number_at = after_blank(text, at + word.len());
    }
    let number = if is_digit_at(text, number_at) {
        number::numeral_in_digits(text, number_at)
    } else {
        number::numeral_in_words(text, number_at, false)
    }?;
    let count = number.value.filter(|count| count.is_positive() && !number.is_ordinal())?;
    if let Some((unit, start)) = currency(text, number_at)
        && start >= at
    {
        return Some((Denominator { count, unit }, number.end, true));
    }
    let next = after_blank(text, number.end);
    let next = if is_at(text, number.end, "-") { number.end + 1 } else { next };
    let (unit, end) = denominator_unit(text, next).or_else(|| counted_noun(text, next, count))?;
    Some((Denominator { count, unit }, end, true))
}

/// Whatever is counted by the hundred, thousand or ten thousand: 100 senior citizens, 1,000 children.
fn counted_noun(text: &str, at: usize, count: Decimal) -> Option<(Unit, usize)> {
    let is_round = [100, 1_000, 10_000, 100_000, 1_000_000].map(Decimal::from).contains(&count);
    let word = word_at(text, at);
    (is_round && word.len() > 2).then_some((Unit::ITEM, at + word.len()))
}

/// The denominators that begin right behind an opener, two at most: per person per month.
fn denominators(text: &str, at: usize) -> Option<FoundPer> {
    let (first, end, has_count) = denominator(text, at)?;
    let mut found = FoundPer { per: Per::NOTHING.and(first), end, has_count };
    let next = longest_at(text, end, &[" per ", " a ", " each ", "/"]);
    if let Some((second, end, counts)) =
        next.and_then(|opener| denominator(text, end + opener.len()))
        && (second.unit.class() == UnitClass::Time || first.unit.class() == UnitClass::Time)
        && !is_point_of_time(text, end)
    {
        found.per = found.per.and(second);
        found.end = end;
        found.has_count |= counts;
    }
    Some(found)
}

/// "a year earlier" is not a denominator.
fn is_point_of_time(text: &str, end: usize) -> bool {
    [" earlier", " ago", " before", " later", " after", " on", "-on", " old", "-old"]
        .iter()
        .any(|word| is_at(text, end, word))
}

/// tons a year, visits a day: a length of time behind an article.
fn by_article(text: &str, at: usize) -> Option<FoundPer> {
    let opener = longest_at(text, at, &[" a ", " each ", " every "])?;
    let word = word_at(text, at + opener.len());
    let unit = unit_of_time(word)?;
    let end = at + opener.len() + word.len();
    let per = Per::NOTHING.and(Denominator { count: Decimal::ONE, unit });
    (!is_point_of_time(text, end)).then_some(FoundPer { per, end, has_count: false })
}

/// The denominator behind a number that ends at a byte, in its clause.
pub(super) fn per_after(text: &str, end: usize) -> Option<FoundPer> {
    if is_at(text, end, "/") {
        return denominators(text, end + 1);
    }
    let mut at = end;
    for words in 0..=MOST_WORDS {
        if !is_at(text, at, " ") {
            return None;
        }
        if let Some(opener) = longest_at(text, at, OPENERS) {
            return denominators(text, at + opener.len());
        }
        if let Some(found) = by_article(text, at) {
            return Some(found);
        }
        let word = word_at(text, at + 1);
        if word.is_empty() || words == MOST_WORDS || ENDS.contains(&word) {
            return None;
        }
        spend(1);
        at += 1 + word.len();
        // a long word may be compound: high-tech firms
        while is_at(text, at, "-") && char_at(text, at + 1).is_some_and(|c| c.is_ascii_lowercase())
        {
            at += 1 + word_at(text, at + 1).len();
        }
    }
    None
}

/// The denominator whose number begins at a byte, if it is opened before it: *Per* 10,000 people
/// there were 4.2 lawyers.
pub(super) fn per_before(text: &str, at: usize) -> Option<FoundPer> {
    let money = currency(text, at).map_or(at, |(_, start)| start);
    if !OPENERS_BEFORE.iter().any(|opener| is_before(text, money, opener)) {
        return None;
    }
    let found = denominators(text, money)?;
    let is_time = found.per.denominators().all(|one| one.unit.class() == UnitClass::Time);
    (found.has_count && !is_time).then_some(found)
}

/// 6 per 10,000 alone: a part of a whole in percent, and where it ends.
pub(super) fn rate_per(text: &str, end: usize, value: Decimal) -> Option<(Decimal, usize)> {
    if !is_at(text, end, " per ") {
        return None;
    }
    let number = number::numeral_in_digits(text, end + " per ".len())?;
    let whole = number.value?;
    let is_whole = [1_000, 10_000, 100_000].map(Decimal::from).contains(&whole);
    let is_end = !char_at(text, after_blank(text, number.end)).is_some_and(char::is_alphabetic);
    if !is_whole || !is_end {
        return None;
    }
    let percent = value.times(Decimal::from(100))?.divided_by(whole)?;
    Some((percent, number.end))
}
