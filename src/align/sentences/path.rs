//! The cheapest way through two texts.

use std::ops::Range;

use super::likeness::Likeness;

/// The most sentences that one sentence may be said in.
const MOST: usize = 6;

/// How many sentences an answer may stand from where it would stand if all were as long.
const BAND: usize = 24;

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

/// Sentences of the original and those of the translation.
type Step = (Range<usize>, Range<usize>);

/// The steps of the cheapest path, without those that leave a sentence out; after Gale and Church, A
/// Program for Aligning Sentences in Bilingual Corpora (1993), with more than lengths to go by.
///
/// ```text
///                 translation
///              one   two   three
///  original  A  ╲
///            B     ╲────────       B is said in two sentences
/// ```
pub(super) fn cheapest_path(own: usize, others: usize, likeness: &Likeness) -> Vec<Step> {
    let width = others + 1;
    // The cost of the cheapest way to each pair of ends, and its last step.
    let mut best: Vec<(f64, (usize, usize))> = vec![(f64::INFINITY, (0, 0)); (own + 1) * width];
    best[0].0 = 0.0;
    for end in 0..=own {
        let middle = end * others / own;
        for other_end in middle.saturating_sub(BAND)..=(middle + BAND).min(others) {
            for (taken, other_taken) in step_sizes() {
                let starts = end.checked_sub(taken).zip(other_end.checked_sub(other_taken));
                let Some((start, other_start)) = starts else { continue };
                if best[start * width + other_start].0.is_infinite() {
                    continue;
                }
                let cost = step_cost(&(start..end), &(other_start..other_end), likeness);
                let sum = best[start * width + other_start].0 + cost;
                let here = &mut best[end * width + other_end];
                if sum < here.0 {
                    *here = (sum, (taken, other_taken));
                }
            }
        }
    }
    let (mut end, mut other_end) = (own, others);
    let mut steps = Vec::new();
    while end > 0 || other_end > 0 {
        let (taken, other_taken) = best[end * width + other_end].1;
        let (start, other_start) = (end - taken, other_end - other_taken);
        if taken > 0 && other_taken > 0 {
            steps.push((start..end, other_start..other_end));
        }
        (end, other_end) = (start, other_start);
    }
    steps.reverse();
    steps
}
