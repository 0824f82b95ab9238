//! Which blocks seem to answer which: by their lengths, numbers, terms, names and kinds, in order.

use std::ops::Range;

use super::section::SectionBlocks;
use crate::align::path::{Step, cheapest_path};
use crate::align::sentences::{Likeness, SentenceFacts, facts_of_text};
use crate::model::{Block, BlockContent, Document};

/// How many blocks of each side a row may hold. One for one comes first, so that it wins a tie.
const SIZES: [(usize, usize); 8] = [(1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (1, 0), (0, 1)];

/// What it costs to leave a block out, before anything is known of it.
const LEFT_OUT: f64 = 9.0;

/// What it costs to leave a heading out.
const HEADING_LEFT_OUT: f64 = 20.0;

/// What it costs to take two blocks for one, three for one, and two for two.
const TWO_FOR_ONE: f64 = 3.0;
const THREE_FOR_ONE: f64 = 5.0;
const TWO_FOR_TWO: f64 = 12.0;

/// What it costs to set blocks of other kinds beside each other, and of one kind in other shapes.
const OTHER_KIND: f64 = 9.0;
const OTHER_SHAPE: f64 = 2.0;

/// What it costs that one block of a row of several has nothing to do with the other side.
const STRANGER: f64 = 7.0;

/// What the same code on both sides is worth.
const SAME_CODE: f64 = 8.0;

/// No path takes such a step.
const NEVER: f64 = 1.0e9;

/// The shortest block, in letters, whose length alone tells something.
const TELLING_LENGTH: u32 = 60;

/// How many bytes both sides must have so that their lengths are compared.
const SUSPICIOUS_LENGTH: usize = 200;

/// How much better the length of all pieces together must fit than that of fewer, in squares of what is
/// usual, to tell something.
const TELLING_FACTOR: f64 = 4.0;

/// The same for a block of the original that is to have no part in a block of the translation. Of the 75
/// paragraphs of the finished report, each taken out of its translation, 63 are found at 2, 60 at 3, 50 at 4,
/// and never another one; of 57 that are joined with the next one, one is mistaken below 2.
const APART_FACTOR: f64 = 3.0;

/// How far the length of a row may stray at most where the length alone is to tell.
const BAD_LENGTH: f64 = 16.0;

/// Blocks that seem to answer each other, and whether that may be proposed to an author.
pub(super) struct FoundRow {
    pub(super) step: Step,
    /// Whether more than habit speaks for it: each block of a row of several shares something with the
    /// other side, or the lengths leave nothing else.
    pub(super) is_sure: bool,
}

/// The rows that two lists of blocks seem to be.
pub(super) struct FoundRows {
    pub(super) rows: Vec<FoundRow>,
    /// How much cheaper they are than one block for one, where both lists are as long.
    pub(super) gain: f64,
}

/// The rows that two lists of blocks seem to be, in order; `ratio` is the usual length of a translation
/// for one of the original.
pub(super) fn found_rows(own: &SectionBlocks, others: &SectionBlocks, ratio: f64) -> FoundRows {
    let (own_facts, other_facts) = (facts_of_section(own), facts_of_section(others));
    let likeness = Likeness::new(&own_facts, &other_facts, ratio);
    let cost = |original: &Range<usize>, translation: &Range<usize>| {
        let shape = shape_cost(&own.part(original), &others.part(translation));
        if original.is_empty() || translation.is_empty() {
            return shape;
        }
        let likeness_cost = likeness.cost(original, translation);
        shape + likeness_cost + strangers(&likeness, original, translation)
    };
    let steps = cheapest_path(own.numbers.len(), others.numbers.len(), &SIZES, cost);
    let in_order = (0..own.numbers.len()).map(|at| cost(&(at..at + 1), &(at..at + 1)));
    let gain = if own.numbers.len() == others.numbers.len() {
        in_order.sum::<f64>() - steps.iter().map(|(own, other)| cost(own, other)).sum::<f64>()
    } else {
        0.0
    };
    let sure = Sureness { likeness: &likeness, sides: [&own_facts, &other_facts], steps: &steps };
    let is_sure: Vec<bool> = (0..steps.len()).map(|place| sure.is_sure(place)).collect();
    let rows = steps.into_iter().zip(is_sure).map(|(step, is_sure)| FoundRow { step, is_sure });
    FoundRows { rows: rows.collect(), gain }
}

/// Which blocks of the original a translation lacks that has fewer, if each of its own answers one of the
/// same kind: their places; nothing where the texts do not show it. Each that is lacking must have nothing to
/// do with the blocks of the translation around it, which fit their own originals alone.
pub(super) fn lacking_places(
    own: &SectionBlocks,
    others: &SectionBlocks,
    ratio: f64,
) -> Option<Vec<usize>> {
    let (own_facts, other_facts) = (facts_of_section(own), facts_of_section(others));
    let likeness = Likeness::new(&own_facts, &other_facts, ratio);
    let cost = |original: &Range<usize>, translation: &Range<usize>| {
        if translation.is_empty() {
            return 0.0;
        }
        shape_cost(&own.part(original), &others.part(translation))
            + likeness.cost(original, translation)
    };
    let steps = cheapest_path(own.numbers.len(), others.numbers.len(), &[(1, 1), (1, 0)], cost);
    let is_step = |(own, others): &Step| own.len() == 1 && others.len() <= 1;
    let is_answered = |step: &&Step| !step.1.is_empty();
    if !steps.iter().all(is_step) {
        return None;
    }
    let mut places = Vec::new();
    for (at, (lacking, _)) in steps.iter().enumerate().filter(|(_, step)| step.1.is_empty()) {
        let before = steps[..at].iter().rev().find(is_answered);
        let behind = steps[at + 1..].iter().find(is_answered);
        let around = [before, behind];
        if !around.iter().flatten().all(|step| is_apart(&likeness, step, lacking)) {
            return None;
        }
        places.push(lacking.start);
    }
    Some(places)
}

/// Whether a block of the translation has its answer beside it, and a block of the original that is not
/// beside it no part in it: by what they share, and by its length.
fn is_apart(likeness: &Likeness, (own, other): &Step, lacking: &Range<usize>) -> bool {
    let joined = own.start.min(lacking.start)..own.end.max(lacking.end);
    let alone = likeness.stray(own, other);
    likeness.weight(own, other) > likeness.weight(lacking, other)
        && alone <= BAD_LENGTH
        && likeness.stray(&joined, other) >= APART_FACTOR * alone.max(1.0)
}

/// Whether blocks that run in step by their kinds may all the same stand beside others than their own:
/// one is far longer or shorter than its neighbours suggest. Looks at lengths alone, since every section
/// of every page is asked.
pub(super) fn is_suspicious(own: &SectionBlocks, others: &SectionBlocks) -> bool {
    let letters = |section: &SectionBlocks, at: usize| -> usize {
        let block = &section.document.blocks[section.numbers[at]];
        block.texts().iter().map(|text| section.document.text(*text).plain.len()).sum()
    };
    let count = own.numbers.len().min(others.numbers.len());
    let lengths: Vec<(usize, usize)> =
        (0..count).map(|at| (letters(own, at), letters(others, at))).collect();
    let whole = lengths.iter().fold((1, 1), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    // a / b is more than 1.7 times A / B, or less than that part of it.
    count > 2
        && lengths.iter().filter(|(a, b)| a + b > SUSPICIOUS_LENGTH).any(|(a, b)| {
            let (one, other) = (a * whole.1, b * whole.0);
            one * 10 > other * 17 || other * 10 > one * 17
        })
}

/// What it costs to take blocks into a row of several that share nothing with its other side, where
/// others of the row do: 3 and 4 beside three.
fn strangers(likeness: &Likeness, original: &Range<usize>, translation: &Range<usize>) -> f64 {
    let shares: Vec<bool> = match (original.len(), translation.len()) {
        (2.., 1) => {
            original.clone().map(|at| likeness.weight(&(at..at + 1), translation) > 0.0).collect()
        }
        (1, 2..) => {
            translation.clone().map(|at| likeness.weight(original, &(at..at + 1)) > 0.0).collect()
        }
        _ => return 0.0,
    };
    let strange = shares.iter().filter(|shares| !**shares).count();
    if strange < shares.len() && strange > 0 { STRANGER } else { 0.0 }
}

/// What tells whether a found row may be proposed.
struct Sureness<'a> {
    likeness: &'a Likeness<'a>,
    sides: [&'a [SentenceFacts<'a>]; 2],
    steps: &'a [Step],
}

impl Sureness<'_> {
    fn is_sure(&self, place: usize) -> bool {
        let (original, translation) = &self.steps[place];
        match (original.len(), translation.len()) {
            (1, 1) => true,
            (0, 1) | (1, 0) => self.is_left_out(place),
            (1, _) => self.is_parted(original, translation, translation.clone(), 1),
            (_, 1) => self.is_parted(original, translation, original.clone(), 0),
            _ => false,
        }
    }

    /// Whether each piece of one side belongs to the one block of the other.
    fn is_parted(
        &self,
        original: &Range<usize>,
        translation: &Range<usize>,
        pieces: Range<usize>,
        side: usize,
    ) -> bool {
        let shares = |piece: Range<usize>| match side {
            0 => self.likeness.weight(&piece, translation) > 0.0,
            _ => self.likeness.weight(original, &piece) > 0.0,
        };
        let stray = |pieces: Range<usize>| match side {
            0 => self.likeness.stray(&pieces, translation),
            _ => self.likeness.stray(original, &pieces),
        };
        let (whole, first, last) =
            (pieces.clone(), pieces.start..pieces.end - 1, pieces.start + 1..pieces.end);
        let is_long = pieces.clone().all(|at| self.sides[side][at].length >= TELLING_LENGTH);
        let alone = stray(first).min(stray(last));
        let whole = stray(whole);
        let is_by_length =
            is_long && whole <= BAD_LENGTH && alone >= TELLING_FACTOR * whole.max(1.0);
        // 3, and not 3 with the 4 after it.
        is_by_length || (whole <= alone && pieces.clone().all(|at| shares(at..at + 1)))
    }

    /// Whether a block stands between two that have their answers, and shares nothing with these.
    fn is_left_out(&self, place: usize) -> bool {
        let (original, translation) = &self.steps[place];
        let neighbours = [place.checked_sub(1), Some(place + 1)];
        let mut neighbours = neighbours.into_iter().flatten().filter_map(|at| self.steps.get(at));
        let side = usize::from(original.is_empty());
        let own = self.sides[side].get(if side == 0 { original.start } else { translation.start });
        own.is_some_and(|block| block.length >= TELLING_LENGTH)
            && neighbours.all(|(own, other)| {
                let is_one = own.len() == 1 && other.len() == 1;
                let is_held = is_one
                    && (self.likeness.weight(own, other) > 0.0
                        || self.likeness.has_good_length(own, other));
                let strays = match side {
                    0 => self.likeness.weight(original, other) > 0.0,
                    _ => self.likeness.weight(own, translation) > 0.0,
                };
                is_held && !strays
            })
    }
}

/// What the kinds of blocks cost that are set beside each other.
fn shape_cost(own: &[&Block], others: &[&Block]) -> f64 {
    let is_heading = |block: &&Block| matches!(block.content, BlockContent::Heading { .. });
    match (own, others) {
        ([], all) | (all, []) if all.iter().any(is_heading) => HEADING_LEFT_OUT,
        ([], _) | (_, []) => LEFT_OUT,
        ([one], [other]) => kinds_cost(&one.content, &other.content),
        _ if !own.iter().chain(others).all(|block| is_prose(&block.content)) => NEVER,
        ([_, _], [_, _]) => TWO_FOR_TWO,
        _ if own.len().max(others.len()) == 2 => TWO_FOR_ONE,
        _ => THREE_FOR_ONE,
    }
}

fn kinds_cost(own: &BlockContent, other: &BlockContent) -> f64 {
    use BlockContent as Is;
    match (own, other) {
        (Is::Heading { level, .. }, Is::Heading { level: other, .. }) if level == other => 0.0,
        (Is::Code { code, .. }, Is::Code { code: other, .. }) if code == other => -SAME_CODE,
        (Is::List { items, .. }, Is::List { items: others, .. }) if items.len() != others.len() => {
            OTHER_SHAPE
        }
        (Is::Table { rows, .. }, Is::Table { rows: others, .. }) if rows.len() != others.len() => {
            OTHER_SHAPE
        }
        _ if own.name() == other.name() => 0.0,
        _ if is_prose(own) && is_prose(other) => OTHER_SHAPE + OTHER_SHAPE,
        _ => OTHER_KIND,
    }
}

/// Whether a block may be joined with its neighbours.
fn is_prose(content: &BlockContent) -> bool {
    matches!(
        content,
        BlockContent::Paragraph(_) | BlockContent::List { .. } | BlockContent::Quote { .. }
    )
}

fn facts_of_section<'a>(section: &SectionBlocks<'a>) -> Vec<SentenceFacts<'a>> {
    let blocks = section.numbers.iter().map(|number| &section.document.blocks[*number]);
    blocks.map(|block| facts_of_block(section.document, block)).collect()
}

/// What a block offers to be known by: all that its sentences do.
fn facts_of_block<'a>(document: &'a Document, block: &'a Block) -> SentenceFacts<'a> {
    let mut whole = SentenceFacts { clauses: 1, ..SentenceFacts::default() };
    for facts in block.texts().into_iter().flat_map(|text| facts_of_text(document, text)) {
        whole.length = whole.length.saturating_add(facts.length);
        whole.quotations += facts.quotations;
        whole.numbers.extend(facts.numbers);
        extend_once(&mut whole.terms, facts.terms);
        extend_once(&mut whole.names, facts.names);
        extend_once(&mut whole.words, facts.words);
    }
    whole
}

fn extend_once<T: PartialEq>(to: &mut Vec<T>, more: Vec<T>) {
    for one in more {
        if !to.contains(&one) {
            to.push(one);
        }
    }
}

/// How long a translation is for one of its original, over all their texts.
pub(super) fn length_ratio(own: &Document, other: &Document) -> f64 {
    let length = |document: &Document| -> f64 {
        let all = document.blocks.iter().map(|block| facts_of_block(document, block).length);
        all.map(f64::from).sum()
    };
    length(other).max(1.0) / length(own).max(1.0)
}

/// A range of a section as the numbers of its blocks.
impl SectionBlocks<'_> {
    fn part(&self, range: &Range<usize>) -> Vec<&Block> {
        self.numbers[range.clone()].iter().map(|number| &self.document.blocks[*number]).collect()
    }
}
