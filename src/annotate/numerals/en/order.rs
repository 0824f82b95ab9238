//! Places among others and places in a row in English: ranked second, No. 2, the 16th.

use std::ops::Range;

use super::context;
use super::direction::rank_direction;
use super::number;
use super::number_word::{Word, number_word, word_at};
use super::period;
use crate::annotate::numerals::line::is_line_start;
use crate::annotate::numerals::{Draft, after_blank, is_at, is_before, longest_at};
use crate::model::{Comparator, Decimal, Measure, QuantityKind, Unit};

/// What follows an ordinal that is a rank.
const OF_ALL: &[&str] = &[
    " in the province",
    " in the country",
    " in the world",
    " in the nation",
    " nationwide",
    " worldwide",
    " globally",
    " place",
    " tier in",
    " in Zhejiang",
    " in China",
    " province-wide",
    " among all",
    " in the ranking",
    " in the rankings",
    " of all cities",
];

/// 16th, sixteenth, second-largest.
pub(super) fn ordinal(text: &str, at: usize, end: usize, value: Option<Decimal>) -> Draft {
    if let Some((kind, unit, end)) = streak(text, end) {
        let draft = Draft::new(at..end, kind, value).with_unit_name(unit);
        return measuring(draft, Measure::Streak);
    }
    if let Some(end) = plan_end(text, end) {
        return Draft::new(at..end, QuantityKind::Name, value);
    }
    if is_tier(text, at, end) {
        let draft = Draft::new(at..end, QuantityKind::Rank, value);
        return measuring(draft, Measure::Tier);
    }
    if is_enumerator(text, at, end) {
        return Draft::new(at..end, QuantityKind::Structural, value);
    }
    let superlative = superlative_end(text, end);
    let is_first_of_its_kind = [" time", " of all"].iter().any(|w| is_at(text, end, w));
    let ranked = context::rank_start(text, at).filter(|_| !is_first_of_its_kind);
    let is_verb = ranked.is_some_and(|start| {
        let word = word_at(text, start);
        // "was the third conference" is no rank; "ranked the third" is.
        superlative.is_some()
            || !matches!(word, "was" | "were" | "came" | "stood" | "rose")
            || OF_ALL.iter().any(|word| is_at(text, end, word))
    });
    let of_all = longest_at(text, end, OF_ALL);
    if is_verb || of_all.is_some() || superlative.is_some() {
        let start = ranked.filter(|_| is_verb).unwrap_or(at);
        let end = superlative.unwrap_or(end);
        return Draft::new(start..end, QuantityKind::Rank, value).moving(rank_direction(text, at));
    }
    if [" anniversary", " anniversaries"].iter().any(|word| is_at(text, end, word)) {
        return Draft::new(at..end, QuantityKind::Ordinal, value).with_unit_name(Unit::ANNIVERSARY);
    }
    Draft::new(at..end, QuantityKind::Ordinal, value)
}

/// Groups of places: the first tier.
const TIERS: &[&str] = &[" tier", " echelon"];

/// A group is one of places only if something joined it: pilots begin in a first group of cities.
fn is_tier(text: &str, at: usize, end: usize) -> bool {
    let joined = ["among the ", "joined the ", "entered the ", "into the "];
    TIERS.iter().any(|word| is_at(text, end, word))
        || (is_at(text, end, " group of cities")
            && joined.iter().any(|word| is_before(text, at, word)))
}

fn measuring(mut draft: Draft, measure: Measure) -> Draft {
    draft.found.value.measure = Some(measure);
    draft
}

/// The ninth *five-year plan*, the 13th and 14th *Five-Year Plans*: where the name ends that an
/// ordinal begins. It has the number of the ordinal, and no five.
fn plan_end(text: &str, end: usize) -> Option<usize> {
    let last = period::ordinals_end(text, end);
    let plan = " five-year plan";
    let here = text.as_bytes().get(last..last + plan.len())?;
    if !here.eq_ignore_ascii_case(plan.as_bytes()) {
        return None;
    }
    let plan_end = last + plan.len();
    let plan_end = if is_at(text, plan_end, "s") { plan_end + 1 } else { plan_end };
    Some(if last == end { plan_end } else { end })
}

/// First, … Second, …: a word that begins a sentence or a clause, and a comma behind it. Not "First,
/// second, and third".
fn is_enumerator(text: &str, at: usize, end: usize) -> bool {
    let after = after_blank(text, end + 1);
    let next = number_word(word_at(text, after));
    let before = text[..at].trim_end_matches(' ');
    word_at(text, at).len() == end - at
        && is_at(text, end, ",")
        && !matches!(next, Some(Word::Ordinal(_)))
        && (is_line_start(text, at) || before.ends_with(['.', '!', '?', ';', ':']))
}

/// -largest, -highest.
fn superlative_end(text: &str, end: usize) -> Option<usize> {
    let mark = text.as_bytes().get(end).filter(|mark| matches!(mark, b'-' | b' '))?;
    let word = word_at(text, end + 1);
    let is_one = word.ends_with("est")
        && word.len() > 4
        && !matches!(
            word,
            "forest"
                | "request"
                | "interest"
                | "contest"
                | "harvest"
                | "invest"
                | "modest"
                | "honest"
                | "latest"
        );
    let is_one = is_one || (*mark == b'-' && word == "best");
    is_one.then_some(end + 1 + word.len())
}

/// The 12th consecutive year, a sixth consecutive title.
fn streak(text: &str, end: usize) -> Option<(QuantityKind, Unit, usize)> {
    let years = [
        " consecutive year",
        " straight year",
        " successive year",
        " year in a row",
        " year running",
    ];
    if let Some(word) = longest_at(text, end, &years) {
        return Some((QuantityKind::Duration, Unit::YEAR, end + word.len()));
    }
    let titles = [" consecutive title", " straight title", " title in a row"];
    let word = longest_at(text, end, &titles)?;
    Some((QuantityKind::Figure, Unit::TITLES_IN_A_ROW, end + word.len()))
}

/// No. 2.
pub(super) fn numero(text: &str, at: usize) -> Option<Draft> {
    let mark = longest_at(text, at, &["No.", "Nos.", "no."])?;
    let number_at = after_blank(text, at + mark.len());
    let number = number::numeral_in_digits(text, number_at)?;
    let end = number.end;
    let ranked = context::rank_start(text, at);
    let is_rank = ranked.is_some() || OF_ALL.iter().any(|word| is_at(text, end, word));
    let kind = if is_rank { QuantityKind::Rank } else { QuantityKind::Name };
    Some(Draft::new(ranked.unwrap_or(at)..end, kind, number.value))
}

/// top three, top 10.
pub(super) fn is_top(text: &str, at: usize) -> Option<usize> {
    ["top ", "Top "].iter().find(|word| is_before(text, at, word)).map(|word| at - word.len())
}

/// The best few.
pub(super) fn top(range: Range<usize>, value: Option<Decimal>) -> Draft {
    Draft::new(range, QuantityKind::Rank, value).bounded(Comparator::AtMost)
}
