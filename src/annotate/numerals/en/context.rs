//! What stands around an English number and says how it is meant.

use crate::annotate::numerals::{before_blank, char_at, char_before, is_at, is_before};
use crate::model::{Comparator, Direction, RankScope, Unit};

use Comparator::{About, AtLeast, AtMost, LessThan, MoreThan};
use Direction::{Down, To, Up};

/// By their last word; the longest that fits counts.
const BEFORE: &[(&str, Comparator)] = &[
    ("at least", AtLeast),
    ("no less than", AtLeast),
    ("no fewer than", AtLeast),
    ("not less than", AtLeast),
    ("not fewer than", AtLeast),
    ("no lower than", AtLeast),
    ("a minimum of", AtLeast),
    ("minimum of", AtLeast),
    ("more than", MoreThan),
    ("greater than", MoreThan),
    ("higher than", MoreThan),
    ("over", MoreThan),
    ("above", MoreThan),
    ("beyond", MoreThan),
    ("exceed", MoreThan),
    ("exceeds", MoreThan),
    ("exceeded", MoreThan),
    ("exceeding", MoreThan),
    ("topped", MoreThan),
    ("topping", MoreThan),
    ("surpassed", MoreThan),
    ("surpass", MoreThan),
    ("surpassing", MoreThan),
    ("in excess of", MoreThan),
    ("upwards of", MoreThan),
    ("within", AtMost),
    ("no more than", AtMost),
    ("not more than", AtMost),
    ("no higher than", AtMost),
    ("no greater than", AtMost),
    ("not exceed", AtMost),
    ("not exceeding", AtMost),
    ("up to", AtMost),
    ("at most", AtMost),
    ("a maximum of", AtMost),
    ("maximum of", AtMost),
    ("at or below", AtMost),
    ("at or above", AtLeast),
    ("less than", LessThan),
    ("fewer than", LessThan),
    ("lower than", LessThan),
    ("below", LessThan),
    ("under", LessThan),
    ("around", About),
    ("about", About),
    ("approximately", About),
    ("roughly", About),
    ("some", About),
    ("nearly", About),
    ("almost", About),
    ("close to", About),
    ("an estimated", About),
    ("approaching", About),
    ("approached", About),
    (">", MoreThan),
    ("<", LessThan),
    ("≥", AtLeast),
    ("≤", AtMost),
];

/// Where a phrase begins that ends at a byte, whatever the case of its letters.
fn phrase_start(text: &str, end: usize, phrase: &str) -> Option<usize> {
    let start = end.checked_sub(phrase.len())?;
    let here = text.as_bytes().get(start..end)?;
    let is_free = !char_before(text, start).is_some_and(char::is_alphanumeric);
    (is_free && text.is_char_boundary(start) && here.eq_ignore_ascii_case(phrase.as_bytes()))
        .then_some(start)
}

fn longest<T: Copy>(text: &str, end: usize, phrases: &[(&str, T)]) -> Option<(T, usize)> {
    let fitting = phrases
        .iter()
        .filter_map(|(phrase, meaning)| Some((*meaning, phrase_start(text, end, phrase)?)));
    fitting.min_by_key(|(_, start)| *start)
}

/// What bounds a number from before it, and where that begins.
pub(super) fn comparator_before(text: &str, at: usize) -> Option<(Comparator, usize)> {
    longest(text, before_blank(text, at), BEFORE)
}

const AFTER: &[(&str, Comparator)] = &[
    (" or more", AtLeast),
    (" or above", AtLeast),
    (" or higher", AtLeast),
    (" or over", AtLeast),
    (" and above", AtLeast),
    (" or better", AtLeast),
    (" or less", AtMost),
    (" or below", AtMost),
    (" or lower", AtMost),
    (" or fewer", AtMost),
    (" and below", AtMost),
    (" or so", About),
    ("-plus", AtLeast),
    ("+", AtLeast),
];

/// What bounds a number from behind it, and where that ends.
pub(super) fn comparator_after(text: &str, at: usize) -> Option<(Comparator, usize)> {
    let (word, comparator) = AFTER.iter().find(|(word, _)| is_at(text, at, word))?;
    let end = at + word.len();
    let goes_on = char_at(text, end).is_some_and(char::is_alphanumeric);
    (!goes_on).then_some((*comparator, end))
}

const MOVES: &[(&str, Direction)] = &[
    ("up", Up),
    ("up by", Up),
    ("grew", Up),
    ("rose", Up),
    ("grow", Up),
    ("increase of", Up),
    ("increases of", Up),
    ("growth of", Up),
    ("rise of", Up),
    ("rises of", Up),
    ("gain of", Up),
    ("gains of", Up),
    ("increased", Up),
    ("risen", Up),
    ("grown", Up),
    ("fallen", Down),
    ("down", Down),
    ("fell", Down),
    ("decrease of", Down),
    ("decreases of", Down),
    ("decline of", Down),
    ("declines of", Down),
    ("reduction of", Down),
    ("reductions of", Down),
    ("drop of", Down),
    ("drops of", Down),
    ("down to", To),
    ("reached", To),
    ("reach", To),
    ("reaching", To),
    ("stood at", To),
];

const UP: &[&str] =
    &["gr", "ris", "ros", "incr", "expan", "climb", "rais", "gain", "add", "jump", "surg"];
const DOWN: &[&str] = &[
    "f", "declin", "decr", "drop", "reduc", "cut", "lower", "down", "shr", "shor", "slash", "trim",
    "narrow",
];

/// How far back the verb of "by" and "to" is looked for, in bytes.
const FARTHEST: usize = 80;

/// Where a number moves, by the words before it.
pub(super) fn direction(text: &str, at: usize) -> Option<Direction> {
    let end = before_blank(text, at);
    if let Some((direction, start)) = longest(text, end, MOVES) {
        // ", up 6.5 percent", but "set up 10".
        let before = text[..start].trim_end_matches(' ');
        let is_verb = before.ends_with(|c: char| c.is_ascii_alphabetic())
            && !["was", "were", "is", "are", "went"].iter().any(|word| before.ends_with(word));
        let is_adverb = text[start..end].starts_with(['u', 'U', 'd', 'D']) && end - start <= 5;
        if !(is_adverb && is_verb) || direction == To {
            return Some(direction);
        }
    }
    let is_by = phrase_start(text, end, "by").is_some();
    let is_to = phrase_start(text, end, "to").is_some();
    if !is_by && !is_to {
        return None;
    }
    let verb = verb_before(text, end)?;
    Some(if is_to { To } else { verb })
}

/// The nearest verb of growing or falling in the clause before a byte.
fn verb_before(text: &str, end: usize) -> Option<Direction> {
    let mut from = end.saturating_sub(FARTHEST);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let clause = text[from..end].rsplit([';', '.', ':', '\n']).next()?;
    clause.split(|c: char| !c.is_ascii_alphabetic()).rev().find_map(|word| {
        let begins = |stems: &[&str]| stems.iter().any(|stem| starts(word, stem));
        let is_fall = ["fell", "fall", "falls", "falling", "fallen"].contains(&word);
        if is_fall || begins(&DOWN[1..]) {
            Some(Down)
        } else if begins(UP) || word == "up" {
            Some(Up)
        } else {
            None
        }
    })
}

fn starts(word: &str, stem: &str) -> bool {
    word.get(..stem.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(stem))
        && ![
            "great",
            "green",
            "group",
            "ground",
            "grass",
            "grand",
            "lower-income",
            "upon",
            "address",
            "additional",
        ]
        .iter()
        .any(|other| word.eq_ignore_ascii_case(other))
}

const CURRENCIES: &[(&str, Unit)] = &[
    ("RMB", Unit::YUAN),
    ("CNY", Unit::YUAN),
    ("¥", Unit::YUAN),
    ("￥", Unit::YUAN),
    ("US$", Unit::US_DOLLAR),
    ("USD", Unit::US_DOLLAR),
    ("U.S.$", Unit::US_DOLLAR),
    ("$", Unit::US_DOLLAR),
    ("HK$", Unit::HONG_KONG_DOLLAR),
    ("€", Unit::EURO),
    ("EUR", Unit::EURO),
    ("£", Unit::POUND),
];

/// The currency before a number, and where it begins.
pub(super) fn currency(text: &str, at: usize) -> Option<(Unit, usize)> {
    let end = before_blank(text, at);
    let (word, unit) = CURRENCIES
        .iter()
        .filter(|(word, _)| is_before(text, end, word))
        .max_by_key(|(word, _)| word.len())?;
    let start = end - word.len();
    let is_inside = word.starts_with(|c: char| c.is_ascii_alphabetic())
        && char_before(text, start).is_some_and(|c| c.is_ascii_alphanumeric());
    (!is_inside).then_some((*unit, start))
}

const RANKED: &[(&str, ())] = &[
    ("ranked", ()),
    ("ranks", ()),
    ("ranking", ()),
    ("rank", ()),
    ("ranked at", ()),
    ("ranked the", ()),
    ("ranking the", ()),
    ("placed", ()),
    ("came", ()),
    ("rose to", ()),
    ("moved up to", ()),
    ("stood", ()),
    ("standing", ()),
    ("were", ()),
    ("among the top", ()),
    ("was the", ()),
    ("ranked among the", ()),
    ("ranked among", ()),
];

/// Where the words begin that make an ordinal a rank.
pub(super) fn rank_start(text: &str, at: usize) -> Option<usize> {
    longest(text, before_blank(text, at), RANKED).map(|((), start)| start)
}

/// What a rank is held among, in lower case.
pub(super) const RANK_SCOPES: &[(RankScope, &[&str])] = &[
    (RankScope::City, &["in the city", "citywide", "of the city"]),
    (
        RankScope::Province,
        &["in the province", "provincewide", "in zhejiang", "of the province", "in the provincial"],
    ),
    (
        RankScope::Country,
        &["in the country", "nationwide", "in china", "nationally", "national ranking"],
    ),
    (RankScope::World, &["in the world", "worldwide", "globally", "global ranking"]),
];
