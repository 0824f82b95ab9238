//! Addresses for blocks that were inserted into a section whose addresses are kept.

use std::collections::BTreeMap;

use crate::model::{LocalAddress, SectionNumber};

/// The numbers of a section that were ever given, each with the last letter that was.
#[derive(Debug, Default)]
pub(super) struct GivenNumbers(BTreeMap<u16, u16>);

impl GivenNumbers {
    pub(super) fn add_address(&mut self, address: LocalAddress) {
        let last = self.0.entry(address.paragraph).or_default();
        *last = (*last).max(address.letter);
    }

    /// Gives each block that has no address one that nobody ever had: the number of the block before
    /// it with the next letter, `0` if there is none before it. After the last block that has an
    /// address, the numbers go on.
    pub(super) fn fill(&mut self, section: SectionNumber, blocks: &mut [Option<LocalAddress>]) {
        let end = blocks.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
        let mut paragraph = 0;
        for block in &mut blocks[..end] {
            match block {
                Some(address) => paragraph = address.paragraph,
                None => {
                    let letter = self.0.entry(paragraph).or_default();
                    *letter = letter.saturating_add(1);
                    *block = Some(LocalAddress { section, paragraph, letter: *letter });
                }
            }
        }
        let mut last = self.0.last_key_value().map_or(0, |(last, _)| *last);
        for block in &mut blocks[end..] {
            last = last.saturating_add(1);
            *block = Some(LocalAddress { section, paragraph: last, letter: 0 });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fills the gaps, written `-`, after these addresses were given.
    fn filled(given: &[&str], blocks: &[&str]) -> Vec<String> {
        let address = |id: &&str| LocalAddress::parse(id, 0).map(|(_, address)| address);
        let mut all = GivenNumbers::default();
        given.iter().chain(blocks).filter_map(address).for_each(|address| all.add_address(address));
        let mut blocks: Vec<Option<LocalAddress>> = blocks.iter().map(address).collect();
        all.fill(SectionNumber::default(), &mut blocks);
        blocks.into_iter().map(|address| address.unwrap().id(&[])).collect()
    }

    #[test]
    fn an_inserted_block_takes_the_number_before_it_and_a_letter() {
        assert_eq!(filled(&[], &["p1", "-", "-", "p2"]), ["p1", "p1a", "p1b", "p2"]);
        assert_eq!(filled(&[], &["-", "p1"]), ["p0a", "p1"]);
    }

    #[test]
    fn after_the_last_block_the_numbers_go_on() {
        assert_eq!(filled(&[], &["p1", "p1a", "-", "-"]), ["p1", "p1a", "p2", "p3"]);
        assert_eq!(filled(&[], &["-", "-"]), ["p1", "p2"]);
    }

    #[test]
    fn an_address_that_was_given_up_is_never_given_again() {
        assert_eq!(
            filled(&["p1a", "p2", "p3"], &["p1", "-", "p2", "-"]),
            ["p1", "p1b", "p2", "p4"]
        );
        assert_eq!(filled(&["p1a"], &["p1", "p1a", "-", "p1b", "p2"])[2], "p1c");
    }
}
