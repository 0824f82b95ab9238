//! The dictionary as files: shards of neighbouring keys, and blocks of the lists that are too long
//! to stand in them.

use std::ops::Range;

use super::posting::{Dictionary, Postings, read_varint, varint};

/// Longer lists are cut into blocks of at most this many bytes, at the borders of slots.
pub(super) const BLOCK: usize = 16 * 1024;

/// The size of a shard: the smaller one, unless there would be more than so many shards.
const SHARD: [usize; 2] = [8 * 1024, 16 * 1024];
const MOST_SMALL_SHARDS: usize = 4_096;

/// A part of a long list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// Its first slot.
    pub(super) first: u64,
    /// Its bytes in the list.
    pub(super) bytes: Range<usize>,
}

/// How the dictionary is divided.
#[derive(Debug)]
pub(super) struct Plan {
    /// The keys of each shard.
    pub(super) shards: Vec<Range<usize>>,
    /// The blocks of each key whose list is long, and the number of the first of them.
    blocks: Vec<Option<(usize, Vec<Block>)>>,
}

impl Plan {
    /// Divides a dictionary.
    pub(super) fn new(dictionary: &Dictionary) -> Self {
        let mut blocks = Vec::with_capacity(dictionary.len());
        let mut block_count = 0;
        for (_, postings) in dictionary {
            let own = (postings.bytes.len() > BLOCK).then(|| cut(postings));
            let first = block_count;
            block_count += own.as_ref().map_or(0, Vec::len);
            blocks.push(own.map(|own| (first, own)));
        }
        let sizes: Vec<usize> = dictionary
            .iter()
            .zip(&blocks)
            .map(|((key, postings), blocks)| {
                let list = blocks.as_ref().map_or(postings.bytes.len(), |(_, own)| own.len() * 5);
                key.len() + 6 + list
            })
            .collect();
        let total: usize = sizes.iter().sum();
        let is_small = total / SHARD[0] <= MOST_SMALL_SHARDS;
        let shards = divide(&sizes, SHARD[usize::from(!is_small)]);
        Self { shards, blocks }
    }

    /// The bytes of a shard.
    pub(super) fn shard(&self, dictionary: &Dictionary, number: usize) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut before: &str = "";
        for at in self.shards[number].clone() {
            let (key, postings) = &dictionary[at];
            let same = before.bytes().zip(key.bytes()).take_while(|(a, b)| a == b).count();
            let own = &key.as_bytes()[same..];
            varint(same as u64, &mut bytes);
            varint(own.len() as u64, &mut bytes);
            bytes.extend_from_slice(own);
            varint(postings.count, &mut bytes);
            self.write_postings(at, postings, &mut bytes);
            before = key;
        }
        bytes
    }

    fn write_postings(&self, at: usize, postings: &Postings, bytes: &mut Vec<u8>) {
        let Some((first, blocks)) = &self.blocks[at] else {
            let mut head = Vec::new();
            varint(postings.first, &mut head);
            varint(0, bytes);
            varint((head.len() + postings.bytes.len()) as u64, bytes);
            bytes.extend_from_slice(&head);
            bytes.extend_from_slice(&postings.bytes);
            return;
        };
        varint(blocks.len() as u64, bytes);
        varint(*first as u64, bytes);
        let mut before = 0;
        for block in blocks {
            varint(block.bytes.len() as u64, bytes);
            varint(block.first - before, bytes);
            before = block.first;
        }
    }

    /// Every block, in order: the key it belongs to and its bytes in the list of that key.
    pub(super) fn numbered_blocks(&self) -> Vec<(usize, &Block)> {
        let keys = self.blocks.iter().enumerate();
        let long = keys.filter_map(|(at, own)| Some((at, &own.as_ref()?.1)));
        long.flat_map(|(at, blocks)| blocks.iter().map(move |block| (at, block))).collect()
    }
}

/// The bytes of a block: it begins with a difference of 0 from its own first slot.
pub(super) fn block_bytes(postings: &Postings, block: &Block) -> Vec<u8> {
    let mut bytes = vec![0];
    bytes.extend_from_slice(&postings.bytes[block.bytes.clone()]);
    bytes
}

/// Cuts a list at the borders of slots. The difference of a block's first slot is left out of it.
///
/// A list is slot, positions, difference to the next slot, positions, …, in bytes of 7 bits; the
/// lowest bit of a position says whether another one follows. So the only way to a border is to read
/// on: positions up to the one whose lowest bit is 0 (`end`), then the difference (`at`). A block ends
/// at `end` and the next one begins at `at`; the difference between them goes into the table of
/// blocks as `first`, so that a reader may begin with any block.
fn cut(postings: &Postings) -> Vec<Block> {
    let bytes = &postings.bytes;
    let mut blocks = Vec::new();
    let (mut slot, mut at) = (postings.first, 0);
    let (mut start, mut first) = (0, slot);
    while at < bytes.len() {
        while read_varint(bytes, &mut at) & 1 == 1 {}
        let end = at;
        if end == bytes.len() {
            break;
        }
        slot += read_varint(bytes, &mut at);
        if at - start > BLOCK {
            blocks.push(Block { first, bytes: start..end });
            (start, first) = (at, slot);
        }
    }
    blocks.push(Block { first, bytes: start..bytes.len() });
    blocks
}

/// Stretches of things whose sizes together are about `target`.
fn divide(sizes: &[usize], target: usize) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let (mut start, mut size) = (0, 0);
    for (at, own) in sizes.iter().enumerate() {
        if size > 0 && size + own > target {
            parts.push(start..at);
            (start, size) = (at, 0);
        }
        size += own;
    }
    if start < sizes.len() {
        parts.push(start..sizes.len());
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn postings(slots: impl Iterator<Item = (u64, Vec<u64>)>) -> Postings {
        let mut postings = Postings::default();
        slots.for_each(|(slot, positions)| postings.push(slot, &positions));
        postings
    }

    /// Slots and positions of a list whose first difference counts from `before`.
    fn read(bytes: &[u8], mut slot: u64) -> Vec<(u64, Vec<u64>)> {
        let mut slots = Vec::new();
        let mut at = 0;
        while at < bytes.len() {
            slot += read_varint(bytes, &mut at);
            let mut positions = Vec::new();
            let mut position = 0;
            loop {
                let next = read_varint(bytes, &mut at);
                position += next >> 1;
                positions.push(position);
                if next & 1 == 0 {
                    break;
                }
            }
            slots.push((slot, positions));
        }
        slots
    }

    #[test]
    fn the_blocks_of_a_long_list_are_the_list() {
        let slots = || (3..9_000).map(|n| (n * 7, vec![5, 70, 70 + n]));
        let list = postings(slots());
        let blocks = cut(&list);
        assert!(blocks.len() > 3);
        let mut read_back = Vec::new();
        for own in &blocks {
            let bytes = block_bytes(&list, own);
            assert!(bytes.len() <= BLOCK + 16, "{}", bytes.len());
            read_back.extend(read(&bytes, own.first));
        }
        let expected: Vec<_> = slots().collect();
        assert_eq!(read_back, expected);
    }

    #[test]
    fn a_list_that_just_fits_stands_in_its_shard() {
        let list = postings((0..BLOCK as u64 / 2).map(|slot| (slot, vec![1])));
        let dictionary = vec![("区域".into(), list)];
        let plan = Plan::new(&dictionary);
        assert!(plan.numbered_blocks().is_empty());
        let bytes = plan.shard(&dictionary, 0);
        let key = "区域".len();
        // Nothing in common with a key before, the length, the key, the slots, no blocks.
        assert_eq!(&bytes[..2], [0, u8::try_from(key).unwrap()]);
        let mut at = 2 + key;
        assert_eq!(read_varint(&bytes, &mut at), BLOCK as u64 / 2);
        assert_eq!(read_varint(&bytes, &mut at), 0);
        let length = usize::try_from(read_varint(&bytes, &mut at)).unwrap();
        assert_eq!(read(&bytes[at..at + length], 0).len(), BLOCK / 2);
    }

    #[test]
    fn shards_hold_neighbouring_keys_and_share_their_beginnings() {
        let key = |n: usize| format!("word{n:05}").into_boxed_str();
        let dictionary: Dictionary =
            (0..5_000).map(|n| (key(n), postings([(n as u64, vec![0])].into_iter()))).collect();
        let plan = Plan::new(&dictionary);
        assert!(plan.shards.len() > 4);
        let all: Vec<usize> = plan.shards.iter().cloned().flatten().collect();
        assert_eq!(all, (0..5_000).collect::<Vec<_>>());
        let bytes = plan.shard(&dictionary, 1);
        assert!(bytes.len() <= SHARD[0], "{}", bytes.len());
    }
}
