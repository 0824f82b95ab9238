//! Which way a figure moves in English: grew by, fell from … to, a 4 percent drop, higher than.

use super::context::{longest_phrase, phrase_start};
use super::number_word::word_at;
use crate::annotate::numerals::{before_blank, char_before, is_at, is_before};
use crate::model::effort::spend;
use crate::model::{Direction, UnitClass, Way};

use Direction::{Above, Below, Down, FallenTo, RisenTo, To, Up};

/// What says it directly before any number.
const MOVES: &[(&str, Direction)] = &[
    ("up", Up),
    ("up by", Up),
    ("grew", Up),
    ("rose", Up),
    ("grow", Up),
    ("rise", Up),
    ("increase of", Up),
    ("increases of", Up),
    ("growth of", Up),
    ("growth rate of", Up),
    ("negative growth of", Down),
    ("rise of", Up),
    ("rises of", Up),
    ("gain of", Up),
    ("gains of", Up),
    ("increased", Up),
    ("risen", Up),
    ("grown", Up),
    ("fallen", Down),
    ("down", Down),
    ("down by", Down),
    ("fell", Down),
    ("fall of", Down),
    ("decrease of", Down),
    ("decreases of", Down),
    ("decline of", Down),
    ("declines of", Down),
    ("reduction of", Down),
    ("reductions of", Down),
    ("cut of", Down),
    ("drop of", Down),
    ("drops of", Down),
    ("contraction of", Down),
    ("surplus of", Above),
    ("deficit of", Below),
    ("loss of", Below),
    ("losses of", Below),
    ("went up to", RisenTo),
    ("gone up to", RisenTo),
    ("going up to", RisenTo),
    ("down to", FallenTo),
    ("reached", To),
    ("reach", To),
    ("reaches", To),
    ("reaching", To),
    ("stood at", To),
    ("stands at", To),
    ("standing at", To),
    ("amounted to", To),
];

/// What says it directly before a number with a unit: "declined 6.4 percent", but not "dropped 30
/// items".
const MOVES_OF_UNITS: &[(&str, Direction)] = &[
    ("climbed", Up),
    ("jumped", Up),
    ("surged", Up),
    ("soared", Up),
    ("expanded", Up),
    ("gained", Up),
    ("increasing", Up),
    ("rising", Up),
    ("growing", Up),
    ("declined", Down),
    ("declining", Down),
    ("dropped", Down),
    ("dropping", Down),
    ("decreased", Down),
    ("decreasing", Down),
    ("falling", Down),
    ("shrank", Down),
    ("shrunk", Down),
    ("contracted", Down),
    ("plunged", Down),
    ("slumped", Down),
    ("slid", Down),
    ("dipped", Down),
    ("rebounded", Up),
    ("recovered", Up),
    ("picked up", Up),
];

/// What says it directly after a number with a unit: a 6.4-percent *drop* in.
const NOUNS: &[(&str, Direction)] = &[
    ("increase", Up),
    ("rise", Up),
    ("growth", Up),
    ("gain", Up),
    ("jump", Up),
    ("surge", Up),
    ("expansion", Up),
    ("drop", Down),
    ("decline", Down),
    ("decrease", Down),
    ("fall", Down),
    ("reduction", Down),
    ("cut", Down),
    ("contraction", Down),
    ("slump", Down),
    ("higher", Above),
    ("faster", Above),
    ("lower", Below),
    ("slower", Below),
];

/// Comparisons that need their second word: 5 percent *more than* the year before.
const COMPARISONS: &[(&str, Direction)] = &[
    (" more than", Above),
    (" more in ", Above),
    (" less in ", Below),
    (" above the", Above),
    (" above that", Above),
    (" more slowly than", Below),
    (" less than", Below),
    (" fewer than", Below),
    (" below the", Below),
    (" below that", Below),
];

/// Verbs, by how they begin.
const UP: &[&str] = &[
    "grow", "grew", "rise", "rising", "rose", "increas", "expand", "climb", "rais", "gain", "jump",
    "surg", "soar", "widen", "lift", "add", "length", "pushed", "recover", "rebound", "extend",
];
const DOWN: &[&str] = &[
    "fell",
    "fall",
    "declin",
    "decreas",
    "drop",
    "reduc",
    "cut",
    "lower",
    "down",
    "shrank",
    "shrink",
    "shrunk",
    "shorten",
    "slash",
    "trim",
    "narrow",
    "streamlin",
    "plung",
    "slump",
    "eased",
    "easing",
    "contracted",
    "alleviat",
    "lighten",
    "slid",
    "dipped",
];

/// Words that begin like a verb and say nothing: the address, the growth that was lowered, cutting-edge.
const NO_VERBS: &[&str] = &[
    "growth",
    "address",
    "addressed",
    "addresses",
    "addition",
    "additional",
    "added",
    "downtown",
    "downstream",
    "dropout",
    "adds",
    "cutting",
    "expanse",
    "against",
    "gains",
];

/// How far back the verb of "by" and "to" is looked for, in bytes.
const FARTHEST: usize = 80;

/// Where a number moves, by the words around it: what it is, is known by its class of unit.
pub(super) fn direction(
    text: &str,
    start: usize,
    end: usize,
    class: Option<UnitClass>,
) -> Option<Direction> {
    let said = before(text, before_blank(text, start), class);
    // "stood at 22.9 million square meters less than a year before" is not a level.
    let compared = || after(text, end).filter(|side| matches!(side, Above | Below));
    match said {
        Some(To) => compared().or(said),
        // "grew 1.3 percentage points more slowly than": a difference between two rates.
        Some(Up | Down) if class == Some(UnitClass::Share) => compared().or(said),
        Some(_) => said,
        None if class.is_some() => after(text, end),
        None => compared(),
    }
}

/// What may stand between a verb with "by" and its number.
const MODIFIERS: [&str; 8] = [
    "an annual average of",
    "an average of",
    "an average annual",
    "a yearly average of",
    "another",
    "an additional",
    "a further",
    "a total of",
];

/// What the words before a number say.
fn before(text: &str, end: usize, class: Option<UnitClass>) -> Option<Direction> {
    // "grew by an annual average of 7.4 percent"
    let modifier = MODIFIERS.iter().find_map(|words| phrase_start(text, end, words));
    let by = modifier.map(|start| before_blank(text, start));
    let end = by.filter(|by| phrase_start(text, *by, "by").is_some()).unwrap_or(end);
    if let Some((direction, start)) = longest_phrase(text, end, MOVES)
        && is_move(text, start, end, direction)
    {
        return Some(direction);
    }
    if class.is_some()
        && let Some((direction, _)) = longest_phrase(text, end, MOVES_OF_UNITS)
    {
        return Some(direction);
    }
    if phrase_start(text, end, "rate of").is_some() {
        // "shrank at an average annual rate of 6.4 percent"
        return verb_before(text, end).map(|verb| moved(verb.way));
    }
    if phrase_start(text, end, "by").is_some() {
        return verb_before(text, end).map(|verb| moved(verb.way));
    }
    phrase_start(text, end, "to")?;
    let verb = verb_before(text, end)?;
    // "increased support to 30 firms": things that are only counted need the verb itself, or
    // where they came from.
    let is_said = class.is_some() || verb.is_near || verb.has_from;
    is_said.then_some(match verb.way {
        Way::More => RisenTo,
        Way::Less => FallenTo,
    })
}

fn moved(way: Way) -> Direction {
    match way {
        Way::More => Up,
        Way::Less => Down,
    }
}

/// ", up 6.5 percent", but "set up 10".
fn is_move(text: &str, start: usize, end: usize, direction: Direction) -> bool {
    let before = text[..start].trim_end_matches(' ');
    let is_verb = before.ends_with(|c: char| c.is_ascii_alphabetic())
        && !["was", "were", "is", "are", "went", "be"].iter().any(|word| before.ends_with(word));
    let is_adverb = text[start..end].starts_with(['u', 'U', 'd', 'D']) && end - start <= 5;
    !(is_adverb && is_verb) || direction == FallenTo
}

/// What the words behind a number say.
fn after(text: &str, end: usize) -> Option<Direction> {
    let mark = *text.as_bytes().get(end)?;
    if mark != b' ' && mark != b'-' {
        return None;
    }
    if let Some((_, direction)) = COMPARISONS.iter().find(|(words, _)| is_at(text, end, words)) {
        return Some(*direction);
    }
    let word = word_at(text, end + 1);
    if let Some(compared) = compared_things(text, end + 1, word) {
        return Some(compared);
    }
    NOUNS.iter().find(|(noun, _)| *noun == word).map(|(_, direction)| *direction)
}

/// How far behind "more" its "than" may stand, in bytes.
const COMPARED: usize = 60;

/// 2,640 *more* new companies *than* in the previous year.
fn compared_things(text: &str, at: usize, word: &str) -> Option<Direction> {
    let direction = match word {
        "more" => Above,
        "fewer" | "less" => Below,
        _ => return None,
    };
    let clause = text.get(at..)?;
    let mut to = clause.len().min(COMPARED);
    while !clause.is_char_boundary(to) {
        to -= 1;
    }
    spend(to);
    let clause = clause[..to].split([',', ';', '.']).next().unwrap_or_default();
    clause.contains(" than ").then_some(direction)
}

/// A verb of growing or falling in the clause before a number.
struct Verb {
    way: Way,
    /// Whether it stands right before "to" or "by", but for an adverb.
    is_near: bool,
    /// Whether "from" stands between.
    has_from: bool,
}

/// The nearest verb of growing or falling in the clause before a byte.
fn verb_before(text: &str, end: usize) -> Option<Verb> {
    let is_to = phrase_start(text, end, "to").is_some();
    let mut at = end;
    let mut has_from = false;
    let mut words = 0;
    let bytes = text.as_bytes();
    let floor = end.saturating_sub(FARTHEST);
    while at > floor {
        let byte = bytes[at - 1];
        spend(1);
        if byte.is_ascii_alphabetic() {
            let mut start = at - 1;
            while start > 0 && bytes[start - 1].is_ascii_alphabetic() && at - start < 16 {
                start -= 1;
            }
            // "by" or "to" itself is the first word.
            let word = &text[start..at];
            has_from |= word == "from";
            if let Some(way) = way_of(word)
                && !(is_to && !has_from && is_noun(text, start, word))
            {
                return Some(Verb { way, is_near: words <= 1, has_from });
            }
            // rose steadily to 30
            words += usize::from(!word.ends_with("ly"));
            at = start;
            continue;
        }
        // A point between digits ends nothing: from 7.4 percent to 3.1 percent.
        let is_end = matches!(byte, b';' | b':' | b'\n')
            || (byte == b'.' && !bytes.get(at).is_some_and(u8::is_ascii_digit));
        if is_end {
            return None;
        }
        at -= 1;
    }
    None
}

/// "holding the rise in prices to 3 percent": a rise that is held has not risen.
fn is_noun(text: &str, start: usize, word: &str) -> bool {
    NOUNS.iter().any(|(noun, _)| *noun == word)
        && ["the ", "a ", "an ", "The "].iter().any(|article| is_before(text, start, article))
}

/// Which way a verb goes, whatever the case of its letters.
fn way_of(word: &str) -> Option<Way> {
    let begins = |stems: &[&str]| {
        stems.iter().any(|stem| {
            word.get(..stem.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(stem))
        })
    };
    if word.len() < 2 || NO_VERBS.iter().any(|other| word.eq_ignore_ascii_case(other)) {
        return None;
    }
    if begins(DOWN) {
        Some(Way::Less)
    } else if begins(UP) || word.eq_ignore_ascii_case("up") {
        Some(Way::More)
    } else {
        None
    }
}

/// The way of a rank: fell from 9th to *6th place*, rose to 6th.
pub(super) fn rank_direction(text: &str, at: usize) -> Option<Direction> {
    let end = before_blank(text, at);
    let end = phrase_start(text, end, "the").map_or(end, |start| before_blank(text, start));
    phrase_start(text, end, "to")?;
    let way = verb_before(text, end)?.way;
    let is_free = !char_before(text, end).is_some_and(char::is_whitespace);
    is_free.then_some(match way {
        Way::More => RisenTo,
        Way::Less => FallenTo,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::numerals_of;
    use crate::model::Measure;

    /// The last numeral of a text.
    fn last(text: &str) -> crate::model::Quantity {
        numerals_of("en").unwrap().quantities(text).last().unwrap().value
    }

    #[test]
    fn the_words_around_a_number_say_which_way_it_goes() {
        for (text, wanted) in [
            ("The fee rose to 62 yuan", Some(RisenTo)),
            ("The fee was lowered to 62 yuan per person.", Some(FallenTo)),
            ("Complaints rose to 260.", Some(RisenTo)),
            ("It fell from 7.4 percent to 3.1 percent.", Some(FallenTo)),
            ("It was cut to 3.1 percent", Some(FallenTo)),
            ("was down to 5 percent", Some(FallenTo)),
            ("reached 5 percent", Some(To)),
            ("Exports declined 6.4 percent.", Some(Down)),
            ("Exports shrank at an average annual rate of 6.4 percent.", Some(Down)),
            ("Exports grew at an average annual rate of 6.4 percent.", Some(Up)),
            ("a 6.4-percent drop in exports", Some(Down)),
            ("a 4 percent increase", Some(Up)),
            ("a decline of 4 percent", Some(Down)),
            ("0.7 percentage points lower than the national average", Some(Below)),
            ("0.7 percentage points higher than the national average", Some(Above)),
            ("was 5.2 percent more than the year before", Some(Above)),
            ("5.2 percent less than a year earlier", Some(Below)),
            ("The gap widened by 0.7 percentage points.", Some(Up)),
            ("The gap narrowed by 0.7 percentage points.", Some(Down)),
            ("increased burdens by 2.7 billion yuan", Some(Up)),
            ("Approval items were streamlined by 64 percent", Some(Down)),
            ("a deficit of US$2.7 billion", Some(Below)),
            ("a surplus of US$2.7 billion", Some(Above)),
            ("fell from 9th to 6th place", Some(FallenTo)),
            ("rose to 6th place", Some(RisenTo)),
            (", up by 5 percent", Some(Up)),
            (", down 5 percent", Some(Down)),
            ("fell by 30", Some(Down)),
        ] {
            assert_eq!(last(text).direction, wanted, "{text}");
        }
    }

    #[test]
    fn where_the_words_leave_it_open_nothing_is_said() {
        for text in [
            "set up 10 centers",
            "speed up 5 projects",
            "up to 300 people",
            "cut 30 items",
            "increased support for 30 firms",
            "increased support to 30 firms",
            "reduced the number of items to 30",
            "holding the rise in prices to around 3 percent",
            "The address to 5 firms",
            "rose from 41 percent",
            "lowered the growth target, and paid 5 percent",
        ] {
            assert_eq!(last(text).direction, None, "{text}");
        }
    }

    #[test]
    fn the_words_around_a_number_say_what_it_measures() {
        for (text, wanted) in [
            ("accounted for 41 percent", Some(Measure::Share)),
            ("41 percent of the national total", Some(Measure::Share)),
            ("up by 41 percent", Some(Measure::Growth)),
            ("the fifth consecutive year", Some(Measure::Streak)),
            ("five years in a row", Some(Measure::Streak)),
            ("six straight years", Some(Measure::Streak)),
            ("ninth consecutive title", Some(Measure::Streak)),
            ("for eight years running", Some(Measure::Streak)),
            ("every eight years", Some(Measure::Frequency)),
            ("every other year", Some(Measure::Frequency)),
            ("once every two years", Some(Measure::Frequency)),
            ("in the first tier", Some(Measure::Tier)),
            ("in eight years", None),
            ("at 41 percent", None),
        ] {
            assert_eq!(last(text).measure, wanted, "{text}");
        }
    }
}
