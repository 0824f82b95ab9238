//! What sentences share, so that many ways to put them together can be weighed at once: each thing
//! that both texts hold is a bit, and what two groups of sentences share is the bits of both.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::facts::SentenceFacts;
use crate::model::effort::spend;
use crate::model::{ConceptId, Decimal, QuantityKind, Unit, WordId};

/// What a number, a term, a word or a name tells that stands once on each side.
const NUMBER: f64 = 3.0;
const TERM: f64 = 2.0;
const WORD: f64 = 1.5;
const NAME: f64 = 3.0;

/// Something that a sentence says and that its answer may say too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Item<'a> {
    /// A number by its value, its unit where that changes what it says, and whether it is a rank.
    Number(Decimal, Option<Unit>, bool),
    Term(ConceptId),
    Word(WordId),
    Name(&'a str),
}

/// The things that both texts hold.
#[derive(Debug, Default)]
pub(super) struct SharedItems {
    /// What each thing tells.
    weights: Vec<f64>,
    /// How many numbers the bits of a sentence take.
    width: usize,
    /// The bits of each sentence, one sentence after the other, of each side.
    bits: [Vec<u64>; 2],
}

impl SharedItems {
    pub(super) fn new(own: &[SentenceFacts], others: &[SentenceFacts]) -> Self {
        // How many sentences of each side hold a thing.
        let mut holders: FxHashMap<Item, [u32; 2]> = FxHashMap::default();
        for (side, sentences) in [own, others].into_iter().enumerate() {
            for item in sentences.iter().flat_map(items) {
                holders.entry(item).or_default()[side] += 1;
            }
        }
        let mut places: FxHashMap<Item, usize> = FxHashMap::default();
        let mut weights = Vec::new();
        // In the order of the original, so that nothing depends on the order of a table.
        for item in own.iter().flat_map(items) {
            let held = holders.get(&item).copied().unwrap_or_default();
            if held[1] > 0 && !places.contains_key(&item) {
                places.insert(item, weights.len());
                weights.push(weight(&item, held));
            }
        }
        let width = weights.len().div_ceil(64);
        let bits = [own, others].map(|sentences| {
            let mut bits = vec![0_u64; width * sentences.len()];
            for (number, sentence) in sentences.iter().enumerate() {
                for place in items(sentence).filter_map(|item| places.get(&item)) {
                    bits[number * width + place / 64] |= 1 << (place % 64);
                }
            }
            bits
        });
        Self { weights, width, bits }
    }

    /// What two groups of sentences share, each thing once.
    pub(super) fn weight(&self, original: &Range<usize>, translation: &Range<usize>) -> f64 {
        spend(1);
        let held = |side: usize, sentences: &Range<usize>, part: usize| {
            let rows = sentences.clone().map(|row| self.bits[side][row * self.width + part]);
            rows.fold(0, |all, bits| all | bits)
        };
        let mut sum = 0.0;
        for part in 0..self.width {
            let mut both = held(0, original, part) & held(1, translation, part);
            while both != 0 {
                sum += self.weights[part * 64 + both.trailing_zeros() as usize];
                both &= both - 1;
            }
        }
        sum
    }
}

/// What a sentence says.
fn items<'a>(sentence: &'a SentenceFacts) -> impl Iterator<Item = Item<'a>> {
    let numbers = sentence.numbers.iter().filter_map(|number| {
        let unit = number.unit.filter(|unit| unit.is_measuring());
        let is_rank = number.kind == QuantityKind::Rank;
        Some(Item::Number(number.value?.abs(), unit, is_rank))
    });
    let terms = sentence.terms.iter().map(|term| Item::Term(*term));
    let words = sentence.words.iter().map(|word| Item::Word(*word));
    let names = sentence.names.iter().map(|name| Item::Name(name));
    numbers.chain(terms).chain(words).chain(names)
}

/// What a thing tells: the rarer, the more.
fn weight(item: &Item, held: [u32; 2]) -> f64 {
    let rarity = || 1.0 / (f64::from(held[0]) * f64::from(held[1])).sqrt();
    match item {
        Item::Number(..) => NUMBER,
        Item::Name(_) => NAME,
        Item::Term(_) => TERM * rarity(),
        Item::Word(_) => WORD * rarity(),
    }
}
