//! What bounds an English number: at least, over, or more, passed the … mark.

use super::context::{longest_phrase, phrase_start};
use super::digits::is_digit_at;
use crate::annotate::numerals::{after_blank, before_blank, char_at, is_at, is_before};
use crate::model::Comparator;

use Comparator::{About, AtLeast, AtMost, LessThan, MoreThan};

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
    ("without exceeding", AtMost),
    ("not surpass", AtMost),
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
    ("passed the", MoreThan),
    ("passing the", MoreThan),
    ("exceeded the", MoreThan),
    ("exceeding the", MoreThan),
    ("surpassed the", MoreThan),
    ("surpassing the", MoreThan),
    ("topped the", MoreThan),
    ("topping the", MoreThan),
    ("crossed the", MoreThan),
    ("crossing the", MoreThan),
    ("broke the", MoreThan),
    ("broken the", MoreThan),
    ("breaking the", MoreThan),
    ("broke through the", MoreThan),
    ("broken through the", MoreThan),
    ("breaking through the", MoreThan),
    ("~", About),
    ("≈", About),
    (">", MoreThan),
    ("<", LessThan),
    ("≥", AtLeast),
    ("≤", AtMost),
];

/// A byte before what says that a number comes on top: at least *another* 2,000 kilometers.
fn before_more(text: &str, end: usize) -> usize {
    let words = ["another", "a further", "an additional", "a total of", "an extra"];
    let found = words.iter().find_map(|word| phrase_start(text, end, word));
    found.map_or(end, |start| before_blank(text, start))
}

/// What bounds a number from before it, and where that begins.
pub(super) fn comparator_before(text: &str, at: usize) -> Option<(Comparator, usize)> {
    let end = before_more(text, before_blank(text, at));
    let (comparator, start) = longest_phrase(text, end, BEFORE)?;
    // "went up to 68" is a move.
    let is_move = is_at(text, start, "up to")
        && ["went ", "gone ", "going "].iter().any(|verb| is_before(text, start, verb));
    if is_move {
        return None;
    }
    // "passed the 20 million mark", but "passed the 20 million to the council"
    let is_mark = ends_with_the(text, end) && comparator == MoreThan;
    (!is_mark).then_some((comparator, start))
}

/// passed the 20 million mark: that the number was left behind, from where to where it is said.
pub(super) fn passed_mark(text: &str, at: usize, end: usize) -> Option<(usize, usize)> {
    let mark = [" mark", "-mark", " threshold"].iter().find(|word| is_at(text, end, word))?;
    let stop = before_blank(text, at);
    if !ends_with_the(text, stop) {
        return None;
    }
    let (comparator, start) = longest_phrase(text, stop, BEFORE)?;
    (comparator == MoreThan).then_some((start, end + mark.len()))
}

fn ends_with_the(text: &str, at: usize) -> bool {
    is_before(text, at, " the")
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
    (" plus", MoreThan),
    ("-plus", MoreThan),
    ("+", AtLeast),
];

/// What bounds a number from behind it, and where that ends.
pub(super) fn comparator_after(text: &str, at: usize) -> Option<(Comparator, usize)> {
    let (word, comparator) = AFTER.iter().find(|(word, _)| is_at(text, at, word))?;
    let end = at + word.len();
    let goes_on = char_at(text, end).is_some_and(char::is_alphanumeric);
    // 10 plus 5
    let is_sum = word.ends_with("plus") && is_digit_at(text, after_blank(text, end));
    (!goes_on && !is_sum).then_some((*comparator, end))
}
