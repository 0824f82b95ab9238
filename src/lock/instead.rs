//! Where links to addresses lead that vanished or were given up.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::model::{Fingerprint, LocalAddress, LockedAlias, LockedLine};

/// Where links to vanished places may lead.
pub(super) struct Instead<'a> {
    /// By what the original says, the first new pair that says it.
    by_words: HashMap<Option<&'a Option<Fingerprint>>, usize>,
    /// The pairs in the order of their addresses.
    by_address: BTreeMap<LocalAddress, usize>,
    /// The first pair with an address.
    first: Option<usize>,
}

impl<'a> Instead<'a> {
    /// `said` is what each pair says, `is_new` whether no line of the lock is that pair.
    pub(super) fn new(
        addresses: &[Option<LocalAddress>],
        said: &'a [Vec<Option<Fingerprint>>],
        is_new: impl Fn(usize) -> bool,
    ) -> Self {
        let pairs = (0..addresses.len()).filter(|pair| addresses[*pair].is_some());
        let new = pairs.clone().rev().filter(|pair| is_new(*pair));
        Self {
            by_words: new.map(|pair| (said[pair].first(), pair)).collect(),
            by_address: pairs.clone().filter_map(|pair| Some((addresses[pair]?, pair))).collect(),
            first: pairs.clone().next(),
        }
    }

    /// The pair with the words of a line that vanished, else the one that stands before it.
    pub(super) fn pair_for(&self, address: LocalAddress, line: &LockedLine) -> Option<usize> {
        let same = self.by_words.get(&line.said.first()).copied();
        let before = || self.by_address.range(..address).next_back().map(|(_, pair)| *pair);
        same.or_else(before).or(self.first)
    }
}

/// Where each alias leads in the end: what it leads to may have been given up later. Of aliases in
/// a circle, one that they lead to.
pub(super) fn ends<'a>(all: &[&'a LockedAlias]) -> HashMap<&'a str, &'a str> {
    let mut next: HashMap<&str, &str> = HashMap::new();
    for alias in all {
        next.entry(&alias.from).or_insert(&alias.to);
    }
    let mut ends: HashMap<&str, &str> = HashMap::new();
    for alias in all {
        let (mut passed, mut at) = (Vec::new(), &*alias.from);
        let mut seen: HashSet<&str> = HashSet::new();
        // Each alias is passed once, since its end is known from then on.
        while let Some(to) = next.get(at).copied()
            && seen.insert(at)
        {
            passed.push(at);
            at = ends.get(to).copied().unwrap_or(to);
        }
        ends.extend(passed.into_iter().map(|from| (from, at)));
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, Span};

    fn alias(from: &str, to: &str) -> LockedAlias {
        let (page, span) = ("r/1-a".to_owned(), Span { file: FileId(0), start: 0, end: 0 });
        LockedAlias { page, from: from.to_owned(), to: to.to_owned(), span }
    }

    #[test]
    fn every_alias_of_a_chain_leads_to_its_end_whichever_comes_first() {
        let mut all: Vec<LockedAlias> =
            (0..50).map(|n| alias(&format!("p{n}"), &format!("p{}", n + 1))).collect();
        for _ in 0..2 {
            let borrowed: Vec<&LockedAlias> = all.iter().collect();
            let ends = ends(&borrowed);
            assert!(all.iter().all(|alias| ends[&*alias.from] == "p50"));
            all.reverse();
        }
    }

    #[test]
    fn aliases_in_a_circle_lead_to_one_of_them() {
        let all = [alias("p1", "p2"), alias("p2", "p3"), alias("p3", "p2")];
        let ends = ends(&all.iter().collect::<Vec<_>>());
        assert!(["p1", "p2", "p3"].iter().all(|from| ["p2", "p3"].contains(&ends[from])));
    }
}
