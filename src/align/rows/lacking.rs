//! Sections of which a translation lacks something and is otherwise in order: what was added to an original
//! since it was translated.
//!
//! Order alone does not tell which block is new, so something else must: that nothing of the section is
//! translated, that the others were confirmed to answer each other, or what the texts say (numbers, names,
//! terms and words that both sides share, and their lengths). What is lacking
//! is an error all the same: nothing is published on it, but a translator can be given the block, and what
//! comes back has its place.

use super::found;
use super::say::shape;
use super::section::SectionBlocks;
use super::stated::{BlockRow, StatedRows};

/// The rows of a section that are known, and the first block of the original that has none.
pub(super) struct LackingRows {
    pub(super) known: Vec<BlockRow>,
    pub(super) first: BlockRow,
}

impl LackingRows {
    fn new(known: Vec<BlockRow>, own: &SectionBlocks, others: &SectionBlocks) -> Option<Self> {
        let is_known = |number: &usize| known.iter().any(|row| row.own.contains(number));
        let lacking = *own.numbers.iter().find(|number| !is_known(number))?;
        let behind = known.iter().find(|row| row.own.first().is_some_and(|one| *one > lacking));
        let before = behind.map_or(others.end, |row| row.before);
        Some(Self { first: BlockRow { own: vec![lacking], others: Vec::new(), before }, known })
    }
}

/// The two sections of a joint with the rows that are stated.
pub(super) struct OutOfStep<'a, 'd> {
    pub(super) own: &'a SectionBlocks<'d>,
    pub(super) others: &'a SectionBlocks<'d>,
    pub(super) stated: &'a StatedRows,
}

impl OutOfStep<'_, '_> {
    /// What is known of them, if the translation only lacks something.
    pub(super) fn lacking(
        &self,
        confirmed: &[(usize, usize)],
        found: &[(BlockRow, bool)],
        ratio: f64,
    ) -> Option<LackingRows> {
        self.by_confirmed(confirmed).or_else(|| self.by_texts(found, ratio))
    }

    /// By what was confirmed: between two rows that were, blocks are as many on both sides, or none of the
    /// translation.
    fn by_confirmed(&self, confirmed: &[(usize, usize)]) -> Option<LackingRows> {
        let Self { own, others, stated } = *self;
        stated.joint?;
        if stated.rows.iter().any(|row| !row.is_one_for_one()) {
            return self.behind_stated(confirmed);
        }
        let place = |numbers: &[usize], number: usize| numbers.binary_search(&number).ok();
        let mut anchors: Vec<(usize, usize)> = confirmed
            .iter()
            .filter_map(|(one, other)| {
                Some((place(&own.numbers, *one)?, place(&others.numbers, *other)?))
            })
            .collect();
        anchors.push((own.numbers.len(), others.numbers.len()));
        let mut known = Vec::new();
        let (mut at, mut other_at) = (0, 0);
        for (one, other) in anchors {
            // Two that changed places.
            if one < at || other < other_at {
                return None;
            }
            if other > other_at && one - at != other - other_at {
                return None;
            }
            let between = (at..one).zip(other_at..other);
            let here = (one < own.numbers.len()).then_some((one, other));
            for (one, other) in between.chain(here) {
                known.push(self.row(one, other)?);
            }
            (at, other_at) = (one + 1, other + 1);
        }
        LackingRows::new(known, own, others)
    }

    /// The same where marks are stated: the translation ends, and all before was confirmed or stated.
    fn behind_stated(&self, confirmed: &[(usize, usize)]) -> Option<LackingRows> {
        let Self { own, others, stated } = *self;
        stated.joint.filter(|joint| joint.other.is_none())?;
        let is_certain = |row: &BlockRow| {
            !row.is_one_for_one() || confirmed.contains(&(row.own[0], row.others[0]))
        };
        stated.rows.iter().all(is_certain).then_some(())?;
        LackingRows::new(stated.rows.clone(), own, others)
    }

    /// By what the texts say, where nothing that is certain speaks against it.
    fn by_texts(&self, found: &[(BlockRow, bool)], ratio: f64) -> Option<LackingRows> {
        let Self { own, others, stated } = *self;
        let is_stated = stated.rows.iter().any(|row| !row.is_one_for_one());
        let is_against = |(row, is_sure): &(BlockRow, bool)| {
            *is_sure && !row.is_one_for_one() && !row.others.is_empty()
        };
        stated.joint.filter(|_| !is_stated && !found.iter().any(is_against))?;
        let lacking = found::lacking_places(own, others, ratio)?;
        let answered = (0..own.numbers.len()).filter(|place| !lacking.contains(place));
        let known: Option<Vec<BlockRow>> =
            answered.enumerate().map(|(other, one)| self.row(one, other)).collect();
        LackingRows::new(known?, own, others)
    }

    /// The row of two blocks of one shape, by their places in their sections.
    fn row(&self, one: usize, other: usize) -> Option<BlockRow> {
        let (own, others) = (self.own.numbers[one], self.others.numbers[other]);
        let row = || BlockRow { own: vec![own], others: vec![others], before: others };
        self.is_alike(own, others).then(row)
    }

    fn is_alike(&self, own: usize, other: usize) -> bool {
        shape(&self.own.document.blocks[own]) == shape(&self.others.document.blocks[other])
    }
}
