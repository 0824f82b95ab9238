//! The cheapest way through the sentences of two blocks.

use std::ops::Range;

use super::likeness::Likeness;
use crate::align::path::{Step, cheapest_path};

/// The most sentences that one sentence may be said in.
const MOST: usize = 6;

/// What it costs to leave a sentence out, before anything is known of it.
const LEFT_OUT: f64 = 6.0;

/// What it costs to take two sentences for two.
const TWO_FOR_TWO: f64 = 7.0;

/// What it costs to take one sentence for two or more: for the first, and for each further one.
const SEVERAL: f64 = 1.5;
const FURTHER: f64 = 0.75;

/// What is left of that where the clauses of one are the sentences of the other.
const PARTED: f64 = 0.3;

/// How many sentences of each side a step takes. One for one comes first, so that it wins a tie.
fn step_sizes() -> impl Iterator<Item = (usize, usize)> {
    let one_for_several = (2..=MOST).flat_map(|count| [(1, count), (count, 1)]);
    [(1, 1)].into_iter().chain(one_for_several).chain([(2, 2), (1, 0), (0, 1)])
}

/// What a step costs.
fn step_cost(original: &Range<usize>, translation: &Range<usize>, likeness: &Likeness) -> f64 {
    let usual = match (original.len(), translation.len()) {
        (0, _) | (_, 0) => return LEFT_OUT,
        (1, 1) => 0.0,
        (2, 2) => TWO_FOR_TWO,
        (_, _) if likeness.is_parted(original, translation) => PARTED,
        (own, others) => {
            let further = u8::try_from(own.max(others).saturating_sub(2)).unwrap_or(u8::MAX);
            SEVERAL + FURTHER * f64::from(further)
        }
    };
    usual + likeness.cost(original, translation)
}

/// The steps of the cheapest path, without those that leave a sentence out.
pub(super) fn cheapest_steps(own: usize, others: usize, likeness: &Likeness) -> Vec<Step> {
    let sizes: Vec<(usize, usize)> = step_sizes().collect();
    let cost = |original: &Range<usize>, translation: &Range<usize>| {
        step_cost(original, translation, likeness)
    };
    let steps = cheapest_path(own, others, &sizes, cost).into_iter();
    steps.filter(|(own, others)| !own.is_empty() && !others.is_empty()).collect()
}
