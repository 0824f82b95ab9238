//! Finds blocks again after a text was edited, by what they say.

use std::collections::HashMap;

use crate::model::Fingerprint;

/// What a block says in each language.
pub(super) type BlockFingerprints = [Option<Fingerprint>];

/// The largest table of comparisons, in cells. A section of a report is far below; beyond it only
/// blocks that say exactly the same are found again.
const LARGEST_TABLE: usize = 4_000_000;

/// What was found again.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct RecognisedBlocks {
    /// For each block there is, the block it was.
    pub(super) was: Vec<Option<usize>>,
    /// Blocks that were taken for another one only because of their order, where more or fewer
    /// blocks stood between the same neighbours.
    pub(super) unclear: Vec<usize>,
}

/// Finds the old blocks among the new ones.
///
/// 1. The longest sequence of blocks that say the same, in order. The original counts most; the same
///    translation finds an original that was edited.
/// 2. A block that says what exactly one other said, elsewhere, was moved.
/// 3. What stands between the same neighbours was edited: in order, as far as there are blocks.
pub(super) fn recognise(
    old: &[&BlockFingerprints],
    new: &[&BlockFingerprints],
) -> RecognisedBlocks {
    let mut was = in_order(old, new);
    let fixed = was.clone();
    pair_moved(old, new, &mut was);
    let unclear = pair_edited(old.len(), &fixed, &mut was);
    RecognisedBlocks { was, unclear }
}

/// How much two blocks have in common: the original outweighs all translations.
fn common(old: &BlockFingerprints, new: &BlockFingerprints) -> u32 {
    let is_same = |lang: usize| match (old.get(lang), new.get(lang)) {
        (Some(Some(old)), Some(Some(new))) => old == new,
        _ => false,
    };
    let translations = (1..new.len()).filter(|lang| is_same(*lang)).take(3).count();
    4 * u32::from(is_same(0)) + u32::try_from(translations).unwrap_or_default()
}

fn says_the_same(old: &BlockFingerprints, new: &BlockFingerprints) -> bool {
    matches!((old.first(), new.first()), (Some(Some(old)), Some(Some(new))) if old == new)
}

fn in_order(old: &[&BlockFingerprints], new: &[&BlockFingerprints]) -> Vec<Option<usize>> {
    let both = old.iter().zip(new);
    let start = both.take_while(|(old, new)| says_the_same(old, new)).count();
    let rest = old[start..].iter().rev().zip(new[start..].iter().rev());
    let end = rest.take_while(|(old, new)| says_the_same(old, new)).count();
    let mut was: Vec<Option<usize>> = vec![None; new.len()];
    for (at, was) in was.iter_mut().enumerate() {
        if at < start {
            *was = Some(at);
        } else if at >= new.len() - end {
            *was = Some(at + old.len() - new.len());
        }
    }
    let (old, new) = (&old[start..old.len() - end], &new[start..new.len() - end]);
    let middle = if old.len().saturating_mul(new.len()) <= LARGEST_TABLE {
        longest(old, new)
    } else {
        next_same(old, new)
    };
    for (at, found) in middle.into_iter().enumerate() {
        if let Some(found) = found {
            was[start + at] = Some(start + found);
        }
    }
    was
}

/// The sequence that has most in common, from a table of what the ends have in common.
///
/// `most` is the table of a longest common subsequence with weights: its cell `(i, j)` says how much
/// `old[i..]` and `new[j..]` can have in common. It is filled from the last cell back, and then walked
/// from `(0, 0)`. With `old = a b c` and `new = a x c`, where only `a` and `c` say the same in the
/// original (4 each), the first row begins with 8, and the walk takes `a`, skips `b`, skips `x`, takes
/// `c`. If `x` is a new original whose translation is still that of `b`, the two have 1 in common,
/// the row begins with 9, and the walk takes them as a pair too: the translation finds an original
/// that was edited.
fn longest(old: &[&BlockFingerprints], new: &[&BlockFingerprints]) -> Vec<Option<usize>> {
    let width = new.len() + 1;
    let mut most = vec![0_u32; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            let skipped = most[(i + 1) * width + j].max(most[i * width + j + 1]);
            let taken = match common(old[i], new[j]) {
                0 => 0,
                common => common + most[(i + 1) * width + j + 1],
            };
            most[i * width + j] = skipped.max(taken);
        }
    }
    let mut was = vec![None; new.len()];
    let (mut i, mut j) = (0, 0);
    while i < old.len() && j < new.len() {
        let here = most[i * width + j];
        let common = common(old[i], new[j]);
        if common > 0 && here == common + most[(i + 1) * width + j + 1] {
            was[j] = Some(i);
            (i, j) = (i + 1, j + 1);
        } else if here == most[(i + 1) * width + j] {
            i += 1;
        } else {
            j += 1;
        }
    }
    was
}

/// For each block the next old one that says the same. May miss some, never takes a wrong one.
fn next_same(old: &[&BlockFingerprints], new: &[&BlockFingerprints]) -> Vec<Option<usize>> {
    let mut places: HashMap<&Fingerprint, Vec<usize>> = HashMap::new();
    for (at, said) in old.iter().enumerate() {
        if let Some(Some(said)) = said.first() {
            places.entry(said).or_default().push(at);
        }
    }
    let mut from = 0;
    let next = |said: &&BlockFingerprints| {
        let places = places.get(said.first()?.as_ref()?)?;
        let found = *places.get(places.partition_point(|at| *at < from))?;
        from = found + 1;
        Some(found)
    };
    new.iter().map(next).collect()
}

/// Pairs what stands elsewhere. Both must be alone in saying it: of two paragraphs that are alike
/// nobody can tell which one moved, so they are left to [`pair_edited`].
fn pair_moved(old: &[&BlockFingerprints], new: &[&BlockFingerprints], was: &mut [Option<usize>]) {
    let mut is_found = vec![false; old.len()];
    was.iter().flatten().for_each(|found| is_found[*found] = true);
    let mut lost: HashMap<&Fingerprint, Vec<usize>> = HashMap::new();
    for at in (0..old.len()).filter(|at| !is_found[*at]) {
        if let Some(Some(said)) = old[at].first() {
            lost.entry(said).or_default().push(at);
        }
    }
    let mut strange: HashMap<&Fingerprint, Vec<usize>> = HashMap::new();
    for at in (0..new.len()).filter(|at| was[*at].is_none()) {
        if let Some(Some(said)) = new[at].first() {
            strange.entry(said).or_default().push(at);
        }
    }
    for at in 0..new.len() {
        let Some(said) = new[at].first().and_then(Option::as_ref) else { continue };
        if let (Some([from]), Some([to])) =
            (lost.get(said).map(|all| &all[..]), strange.get(said).map(|all| &all[..]))
            && *to == at
        {
            was[at] = Some(*from);
        }
    }
}

/// Pairs what stands between the same neighbours. `fixed` are those found in order; gives those
/// that are not clear.
///
/// `a b c` → `a x c`: between `a` and `c` one is lost and one is strange, so `x` was `b`. `a b c` →
/// `a x y c`: one is lost and two are strange; `x` is taken for `b`, by its order alone, and is not
/// clear. Those that moved are no neighbours: only what kept its order can hold a gap open.
fn pair_edited(old: usize, fixed: &[Option<usize>], was: &mut [Option<usize>]) -> Vec<usize> {
    let mut is_found = vec![false; old];
    was.iter().flatten().for_each(|found| is_found[*found] = true);
    let mut unclear = Vec::new();
    let (mut old_from, mut new_from) = (0, 0);
    for end in 0..=fixed.len() {
        let old_end = match fixed.get(end) {
            Some(None) => continue,
            Some(Some(found)) => *found,
            None => old,
        };
        let lost: Vec<usize> = (old_from..old_end).filter(|at| !is_found[*at]).collect();
        let strange: Vec<usize> = (new_from..end).filter(|at| was[*at].is_none()).collect();
        for (from, to) in lost.iter().zip(&strange) {
            was[*to] = Some(*from);
            if lost.len() != strange.len() {
                unclear.push(*to);
            }
        }
        (old_from, new_from) = (old_end + 1, end + 1);
    }
    unclear
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Blocks named by a letter; a capital letter is the translation where it differs.
    fn blocks(texts: &[&str]) -> Vec<Vec<Option<Fingerprint>>> {
        let said = |text: &str| Some(Fingerprint(text.to_owned()));
        let block = |text: &&str| {
            let (original, translation) = text.split_once('/').unwrap_or((text, text));
            vec![said(original), said(translation)]
        };
        texts.iter().map(block).collect()
    }

    fn found(old: &[&str], new: &[&str]) -> RecognisedBlocks {
        let (old, new) = (blocks(old), blocks(new));
        let old: Vec<&BlockFingerprints> = old.iter().map(|block| &block[..]).collect();
        let new: Vec<&BlockFingerprints> = new.iter().map(|block| &block[..]).collect();
        recognise(&old, &new)
    }

    fn clear(was: &[Option<usize>]) -> RecognisedBlocks {
        RecognisedBlocks { was: was.to_vec(), unclear: Vec::new() }
    }

    #[test]
    fn what_was_inserted_is_new_and_the_rest_is_found_again() {
        assert_eq!(found(&["a", "b"], &["a", "x", "b"]), clear(&[Some(0), None, Some(1)]));
        assert_eq!(found(&["a", "b"], &["x", "a", "b"]), clear(&[None, Some(0), Some(1)]));
        assert_eq!(found(&["a", "b"], &["a", "b", "x"]), clear(&[Some(0), Some(1), None]));
    }

    #[test]
    fn what_was_removed_is_found_nowhere() {
        assert_eq!(found(&["a", "b", "c"], &["a", "c"]), clear(&[Some(0), Some(2)]));
        assert_eq!(found(&["a"], &[]), clear(&[]));
    }

    #[test]
    fn what_was_edited_is_known_by_its_neighbours_or_by_its_translation() {
        assert_eq!(found(&["a", "b", "c"], &["a", "x", "c"]), clear(&[Some(0), Some(1), Some(2)]));
        // Edited, and another one put before it: the translation says which is which.
        assert_eq!(
            found(&["a", "b", "c"], &["a", "x", "y/b", "c"]),
            clear(&[Some(0), None, Some(1), Some(2)])
        );
    }

    #[test]
    fn where_neighbours_do_not_tell_the_order_decides_and_it_is_said() {
        let all = found(&["a", "b", "c"], &["a", "x", "y", "c"]);
        assert_eq!(all.was, [Some(0), Some(1), None, Some(2)]);
        assert_eq!(all.unclear, [1]);
        let all = found(&["a", "b", "c", "d"], &["a", "x", "d"]);
        assert_eq!((all.was, all.unclear), (vec![Some(0), Some(1), Some(3)], vec![1]));
    }

    #[test]
    fn two_that_changed_places_are_both_found_again() {
        let all = found(&["a", "b", "c", "d"], &["a", "c", "b", "d"]);
        assert_eq!(all, clear(&[Some(0), Some(2), Some(1), Some(3)]));
    }

    #[test]
    fn equal_blocks_keep_their_order() {
        assert_eq!(found(&["a", "a", "a"], &["a", "a"]).was, [Some(0), Some(1)]);
        let all = found(&["r", "a", "r"], &["r", "x", "a", "r"]);
        assert_eq!(all.was, [Some(0), None, Some(1), Some(2)]);
    }

    #[test]
    fn a_section_too_long_for_the_table_still_finds_what_says_the_same() {
        let old: Vec<String> = (0..3000).map(|n| format!("{}/{n}", n * 2)).collect();
        let new: Vec<String> = (0..3000).map(|n| format!("{}/{n}", n * 2 + 2)).collect();
        let old: Vec<&str> = old.iter().map(String::as_str).collect();
        let mut new: Vec<&str> = new.iter().map(String::as_str).collect();
        new.insert(0, "x");
        let all = found(&old, &new);
        assert_eq!(&all.was[..2], [Some(0), Some(1)]);
        assert_eq!(all.was[2999], Some(2999));
    }

    proptest! {
        #[test]
        fn no_block_is_found_twice_and_what_is_untouched_is_found(
            old in "[a-d]{0,8}", new in "[a-d]{0,8}"
        ) {
            let split = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
            let (a, b) = (split(&old), split(&new));
            let a: Vec<&str> = a.iter().map(String::as_str).collect();
            let b: Vec<&str> = b.iter().map(String::as_str).collect();
            let all = found(&a, &b);
            prop_assert_eq!(all.was.len(), b.len());
            let mut once: Vec<usize> = all.was.iter().flatten().copied().collect();
            once.sort_unstable();
            let count = once.len();
            once.dedup();
            prop_assert_eq!(once.len(), count);
            prop_assert!(once.last().is_none_or(|last| *last < a.len()));
            prop_assert_eq!(found(&a, &a).was, (0..a.len()).map(Some).collect::<Vec<_>>());
        }
    }
}
