//! What answers what in two texts, kept to be asked of one numeral after another.

use super::order::closeness_of;
use super::{Item, LinkedSentences, assign_in_sentences};

/// The numerals of two texts, and which of the translation says which of the original.
#[derive(Debug)]
pub(crate) struct Assignment {
    /// The numerals of the original.
    pub(crate) own: Vec<Item>,
    /// Those of the translation.
    pub(crate) others: Vec<Item>,
    /// For each of the original the place of the one that says it.
    pub(crate) assigned: Vec<Option<usize>>,
    /// The link of the sentence of each of the translation.
    links: Vec<Option<usize>>,
    /// Which of the translation answer one of the original.
    is_used: Vec<bool>,
}

impl Assignment {
    /// Finds out what answers what.
    pub(crate) fn new(own: Vec<Item>, others: Vec<Item>, sentences: &LinkedSentences) -> Self {
        let assigned = assign_in_sentences(&own, &others, sentences);
        let mut is_used = vec![false; others.len()];
        assigned.iter().flatten().for_each(|number| is_used[*number] = true);
        let links = sentences.links_of(1, &others);
        Self { own, others, assigned, links, is_used }
    }

    /// The numerals of the translation that say what one of the original says just as the assigned one
    /// does, and that nothing tells from it: they stand in the same sentence, between the answers of
    /// the same neighbours, and answer nothing else.
    ///
    /// 推进五大任务、企业5家 beside “five tasks and 5 companies”: each five has an answer, so none is a
    /// rival. If the original had only the second, both would be.
    pub(crate) fn rivals(&self, place: usize) -> Vec<usize> {
        let Some(answer) = self.assigned[place] else { return Vec::new() };
        let close = closeness_of(&self.own[place], &self.others[answer]);
        if close == 0 {
            return Vec::new();
        }
        let links = &self.links;
        let stands_with = |other: &&usize| links[**other] == links[answer];
        // The answers of the neighbours, as far as they stand in order.
        let before = self.assigned[..place].iter().rev().flatten().find(|found| **found < answer);
        let after = self.assigned[place + 1..].iter().flatten().find(|found| **found > answer);
        let start = before.filter(stands_with).map_or(0, |before| before + 1);
        let end = after.filter(stands_with).map_or(self.others.len(), |after| *after);
        (start..end)
            .filter(|number| *number != answer && links[*number] == links[answer])
            .filter(|number| !self.is_used[*number])
            .filter(|number| closeness_of(&self.own[place], &self.others[*number]) == close)
            .collect()
    }
}
