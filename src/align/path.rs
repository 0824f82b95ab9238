//! The cheapest way through two sequences: sentences of two blocks, or blocks of two texts; after Gale
//! and Church, A Program for Aligning Sentences in Bilingual Corpora (1993), with more than lengths to go
//! by.
//!
//! ```text
//!                 translation
//!              one   two   three
//!  original  A  ╲
//!            B     ╲────────       B is said in two
//! ```

use std::ops::Range;

/// How far an answer may stand from where it would stand if all were as long.
pub(super) const BAND: usize = 24;

/// Things of the original and those of the translation that answer them; one of the two may be empty.
pub(super) type Step = (Range<usize>, Range<usize>);

/// What was found on the way to a pair of ends: the cost, and the sizes of the last step.
type Best = (f64, (usize, usize));

/// The steps of the cheapest path through `own` things of the original and `others` of the translation.
/// `sizes` are those that a step may have; the first of them wins a tie. The work and the memory grow
/// with `own` times [`BAND`].
pub(super) fn cheapest_path(
    own: usize,
    others: usize,
    sizes: &[(usize, usize)],
    cost: impl Fn(&Range<usize>, &Range<usize>) -> f64,
) -> Vec<Step> {
    if own == 0 || others == 0 {
        let all = (0..own, 0..others);
        return if own == others { Vec::new() } else { vec![all] };
    }
    // Texts of very different lengths stray further from their diagonal.
    let band = BAND.max(own.abs_diff(others).min(4 * BAND));
    let middle = |end: usize| end * others / own;
    let width = 2 * band + 1;
    let place = |end: usize, other_end: usize| {
        let from_left = (other_end + band).checked_sub(middle(end))?;
        (from_left < width).then_some(end * width + from_left)
    };
    let mut best: Vec<Best> = vec![(f64::INFINITY, (0, 0)); (own + 1) * width];
    if let Some(first) = place(0, 0) {
        best[first].0 = 0.0;
    }
    for end in 0..=own {
        for other_end in middle(end).saturating_sub(band)..=(middle(end) + band).min(others) {
            for &(taken, other_taken) in sizes {
                let starts = end.checked_sub(taken).zip(other_end.checked_sub(other_taken));
                let Some((start, other_start)) = starts else { continue };
                let Some(before) = place(start, other_start).map(|place| best[place].0) else {
                    continue;
                };
                if before.is_infinite() {
                    continue;
                }
                let sum = before + cost(&(start..end), &(other_start..other_end));
                if let Some(here) = place(end, other_end).map(|place| &mut best[place])
                    && sum < here.0
                {
                    *here = (sum, (taken, other_taken));
                }
            }
        }
    }
    let (mut end, mut other_end) = (own, others);
    let mut steps = Vec::new();
    while end > 0 || other_end > 0 {
        let sizes = place(end, other_end).map_or((0, 0), |place| best[place].1);
        if sizes == (0, 0) {
            // Nothing leads here: what is left answers nothing.
            steps.push((0..end, 0..other_end));
            break;
        }
        let (start, other_start) = (end - sizes.0, other_end - sizes.1);
        steps.push((start..end, other_start..other_end));
        (end, other_end) = (start, other_start);
    }
    steps.reverse();
    steps
}
