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
            self.list(at, postings, &mut bytes);
            before = key;
        }
        bytes
    }

    fn list(&self, at: usize, postings: &Postings, bytes: &mut Vec<u8>) {
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
    pub(super) fn blocks(&self) -> Vec<(usize, &Block)> {
        let keys = self.blocks.iter().enumerate();
        let long = keys.filter_map(|(at, own)| Some((at, &own.as_ref()?.1)));
        long.flat_map(|(at, blocks)| blocks.iter().map(move |block| (at, block))).collect()
    }
}

/// The bytes of a block: it begins with a difference of 0 from its own first slot.
pub(super) fn block(postings: &Postings, block: &Block) -> Vec<u8> {
    let mut bytes = vec![0];
    bytes.extend_from_slice(&postings.bytes[block.bytes.clone()]);
    bytes
}

/// Cuts a list at the borders of slots. The difference of a block's first slot is left out of it.
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
