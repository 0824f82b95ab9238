//! Whether subjects changed places together with their numbers: 城市、农村分别5%和8%, and “rural and
//! urban standards rise by 8 and 5 percent”.

use std::ops::Range;

use super::sentence::Sentences;
use super::{Item, Passage, Sides};
use crate::model::{ConceptId, Direction, TermRole};

/// What a number may be of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Subject {
    /// A term that both sides hold: a name, a place.
    Term(ConceptId),
    /// A word of the lists of both languages, by its place in them.
    Word(usize),
}

/// Whether subjects changed places, as far as is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SubjectOrder {
    /// Nothing says so.
    Kept,
    /// Some subjects of the sentence did, but these numbers are not theirs for sure.
    ChangedElsewhere,
    /// Those of the numbers did.
    Changed,
}

/// The most subjects of a sentence that are set against each other.
const MOST_SUBJECTS: usize = 48;

/// Whether the subjects of two numbers of the original stand the other way round in the translation,
/// as their numbers do.
pub(super) fn order_of_subjects(
    first: [&Item; 2],
    second: [&Item; 2],
    sides: Sides,
) -> SubjectOrder {
    let [own_first, other_first] = first;
    let [own_second, other_second] = second;
    if said_otherwise(first, second, sides) {
        return SubjectOrder::Changed;
    }
    let is_one_passage = own_first.spot.passage == own_second.spot.passage
        && other_first.spot.passage == other_second.spot.passage;
    if !is_one_passage {
        return SubjectOrder::Kept;
    }
    let original = SubjectsOfNumbers::of(
        &sides.original[own_first.spot.passage],
        [own_first, own_second],
        sides.rules.original.subjects(),
    );
    let translation = SubjectsOfNumbers::of(
        &sides.translation[other_first.spot.passage],
        [other_first, other_second],
        sides.rules.translation.subjects(),
    );
    let own = original.subjects_of_numbers();
    if own.is_some() && own == translation.subjects_of_numbers() {
        SubjectOrder::Changed
    } else if is_inverted(&original.places, &translation.places) {
        SubjectOrder::ChangedElsewhere
    } else {
        SubjectOrder::Kept
    }
}

/// Whether the two numbers are said in ways that differ and that the translation keeps: 由68.5%提高到76.4%
/// and “rose to 76.4 percent, up from 68.5 percent”. Had only the numbers been exchanged, the words
/// around them would have stayed.
fn said_otherwise(first: [&Item; 2], second: [&Item; 2], sides: Sides) -> bool {
    keeps(first, second, |item| item.quantity.comparator)
        || keeps(first, second, |item| item.quantity.direction.map(Direction::way))
        || keeps_move(first, second)
        || keeps(first, second, |item| item.quantity.measure)
        || keeps(first, second, |item| item.quantity.per)
        || {
            let own = |item: &Item| {
                let plain = sides.original[item.spot.passage].plain;
                sides.rules.original.is_starting_value(&plain[..item.spot.range.start])
            };
            let other = |item: &Item| {
                let plain = sides.translation[item.spot.passage].plain;
                sides.rules.translation.is_starting_value(&plain[..item.spot.range.start])
            };
            let [own_first, other_first] = first;
            let [own_second, other_second] = second;
            own(own_first) != own(own_second)
                && own(own_first) == other(other_first)
                && own(own_second) == other(other_second)
        }
}

/// Whether one thing that is said of numbers differs between two of the original, and each keeps it
/// in the translation.
fn keeps<T: PartialEq>(
    [own_first, other_first]: [&Item; 2],
    [own_second, other_second]: [&Item; 2],
    of: impl Fn(&Item) -> T,
) -> bool {
    of(own_first) != of(own_second)
        && of(own_first) == of(other_first)
        && of(own_second) == of(other_second)
}

/// Whether one number is what something came to and the other a change, and the translation keeps
/// the one and leaves the other open.
fn keeps_move(
    [own_first, other_first]: [&Item; 2],
    [own_second, other_second]: [&Item; 2],
) -> bool {
    let is_to = |item: &Item| item.quantity.direction.map(Direction::is_to);
    let (first, second) = (is_to(own_first), is_to(own_second));
    let is_kept = |own: Option<bool>, other: &Item| is_to(other).is_none() || is_to(other) == own;
    first.is_some()
        && second.is_some()
        && first != second
        && is_kept(first, other_first)
        && is_kept(second, other_second)
        && (is_to(other_first).is_some() || is_to(other_second).is_some())
}

/// Two numbers and the subjects of the sentences they stand in.
struct SubjectsOfNumbers<'a> {
    plain: &'a str,
    /// The places of the numbers.
    numbers: [Range<usize>; 2],
    /// Where subjects stand, in order.
    places: Vec<(Range<usize>, Subject)>,
}

/// What stands between two subjects of a list.
const LISTED: [&str; 8] = ["、", "和", "与", "及", "以及", "and", ",", "费、"];

/// How far behind a number its noun may stand, in bytes: 29个国家, 8.7 percent in the western region.
const NOUN: usize = 36;

impl<'a> SubjectsOfNumbers<'a> {
    fn of(passage: &'a Passage, numbers: [&Item; 2], words: &[&[&str]]) -> Self {
        let numbers = numbers.map(|item| item.spot.range.clone());
        let sentences = Sentences::of(passage.plain);
        let (a, b) = (sentences.number(numbers[0].start), sentences.number(numbers[1].start));
        let mut places = places(passage, sentences.range(a.min(b), a.max(b)), words);
        places.sort_by_key(|(place, _)| place.start);
        Self { plain: passage.plain, numbers, places }
    }

    /// What each number is of: the noun behind it, or the subject before it; where both have the same
    /// subject before them, a list is shared out in its order (城市、农村分别5%和8%). Nothing unless the
    /// two differ.
    fn subjects_of_numbers(&self) -> Option<[Subject; 2]> {
        let own = [self.subject_of(0)?, self.subject_of(1)?];
        if own[0] != own[1] {
            return Some(own);
        }
        let is_first = self.numbers[0].start < self.numbers[1].start;
        let first = self.numbers[usize::from(!is_first)].start;
        let before = self.places.partition_point(|(place, _)| place.start < first);
        let listed = self.places[..before].windows(2).rev().find(|two| {
            let (a, b) = (&two[0], &two[1]);
            let gap = self.plain.get(a.0.end..b.0.start).map(str::trim);
            a.1 != b.1 && gap.is_some_and(|gap| LISTED.contains(&gap))
        })?;
        let (a, b) = (listed[0].1, listed[1].1);
        Some(if is_first { [a, b] } else { [b, a] })
    }

    fn subject_of(&self, number: usize) -> Option<Subject> {
        let number = &self.numbers[number];
        let after = self.places.iter().find(|(place, _)| place.start >= number.end);
        let noun = after.filter(|(place, _)| {
            let between = &self.plain[number.end..place.start];
            let joins = [",", ";", "，", "；", "、", "。", " and ", "和"];
            between.len() <= NOUN
                && !joins.iter().any(|mark| between.contains(mark))
                && !between.contains(|c: char| c.is_ascii_digit())
        });
        let before = || self.places.iter().rev().find(|(place, _)| place.start < number.start);
        noun.or_else(before).map(|(_, subject)| *subject)
    }
}

/// Where subjects stand in a part of a passage.
fn places(
    passage: &Passage,
    window: Range<usize>,
    words: &[&[&str]],
) -> Vec<(Range<usize>, Subject)> {
    let terms = passage.terms.iter().filter(|term| term.role == TermRole::Meant);
    let inside = terms.filter(|term| {
        let range = term.byte_range();
        window.start <= range.start && range.end <= window.end
    });
    let of_term = inside.map(|term| (term.byte_range(), Subject::Term(term.concept)));
    let mut places: Vec<(Range<usize>, Subject)> = of_term.take(MOST_SUBJECTS).collect();
    let text = passage.plain[window.clone()].to_ascii_lowercase();
    for (number, forms) in words.iter().enumerate() {
        // Electricity is not a city.
        let begins = |at: usize| !text[..at].ends_with(|c: char| c.is_ascii_alphabetic());
        let found = forms.iter().flat_map(|form| text.match_indices(form));
        let found = found.filter(|(at, _)| begins(*at));
        let free = (2 * MOST_SUBJECTS).saturating_sub(places.len());
        places.extend(found.take(free).map(|(at, form)| {
            let start = window.start + at;
            (start..start + form.len(), Subject::Word(number))
        }));
    }
    places
}

/// Whether two subjects stand one way on one side and the other way on the other.
fn is_inverted(left: &[(Range<usize>, Subject)], right: &[(Range<usize>, Subject)]) -> bool {
    let place = |wanted: Subject| right.iter().find(|(_, one)| *one == wanted);
    let shared: Vec<usize> =
        left.iter().filter_map(|(_, subject)| Some(place(*subject)?.0.start)).collect();
    shared.windows(2).any(|pair| pair[0] > pair[1])
}
