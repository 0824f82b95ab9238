//! Where each key of the dictionary stands: lists of slots and positions, made in parallel over
//! stretches of slots and joined in order, so that the result does not depend on threads.

use std::cmp::Ordering;
use std::ops::Range;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::chunk;
use super::name;
use super::slot::{Passage, Slots};
use super::token::{BREAK, Token, TokenKind, Tokens};
use super::value;
use crate::model::Site;

/// A match at a smaller position of a name's slot is a match in the name itself.
const NAME_ZONE: u32 = 64;

/// Bits of a position; the rest of a number is the key.
const POSITION_BITS: u32 = 32;

/// Slots in one stretch.
const STRETCH: usize = 8_192;

/// The slots of one key, encoded: for each slot its difference from the one before, then its
/// positions, each the difference from the one before times two, plus one where another follows.
#[derive(Debug, Default)]
pub(super) struct Postings {
    /// The first slot.
    pub(super) first: u64,
    /// The last slot.
    last: u64,
    /// How many slots.
    pub(super) count: u64,
    /// All but the difference of the first slot.
    pub(super) bytes: Vec<u8>,
}

/// The whole dictionary, sorted by key.
pub(super) type Dictionary = Vec<(Box<str>, Postings)>;

/// Appends a number, seven bits a byte, the lowest first; the high bit says that more follow.
pub(super) fn varint(mut number: u64, to: &mut Vec<u8>) {
    while number >= 0x80 {
        to.push(u8::try_from(number & 0x7f).unwrap_or_default() | 0x80);
        number >>= 7;
    }
    to.push(u8::try_from(number).unwrap_or_default());
}

/// Reads a number that [`varint`] wrote at `at`, and moves on.
pub(super) fn read_varint(bytes: &[u8], at: &mut usize) -> u64 {
    let mut number = 0;
    let mut shift = 0;
    while let Some(byte) = bytes.get(*at) {
        *at += 1;
        number |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            break;
        }
        shift += 7;
    }
    number
}

/// Reads all texts of a site.
pub(super) fn dictionary(site: &Site, slots: &Slots) -> Dictionary {
    let stretches: Vec<Range<usize>> = (0..slots.slot_count())
        .step_by(STRETCH)
        .map(|start| start..(start + STRETCH).min(slots.slot_count()))
        .collect();
    let parts: Vec<Dictionary> = stretches
        .into_par_iter()
        .map(|range| {
            let mut reader = Reader::default();
            for slot in range {
                reader.slot(site, slots, slot);
            }
            reader.finish_postings()
        })
        .collect();
    join_dictionaries(parts)
}

/// As a script compares texts: by UTF-16 units. Only beyond the first 65,536 characters is that
/// another order than the one of bytes.
fn utf16_order(a: &str, b: &str) -> Ordering {
    let is_beyond = |text: &str| text.bytes().any(|byte| byte >= 0xf0);
    if is_beyond(a) || is_beyond(b) {
        return a.encode_utf16().cmp(b.encode_utf16());
    }
    a.cmp(b)
}

fn join_dictionaries(parts: Vec<Dictionary>) -> Dictionary {
    let mut all: Dictionary = parts.into_iter().flatten().collect();
    // Stable, so that the stretches of a key stay in order.
    all.par_sort_by(|a, b| utf16_order(&a.0, &b.0));
    let mut joined: Dictionary = Vec::new();
    for (key, next) in all {
        match joined.last_mut() {
            Some((last, postings)) if *last == key => postings.append(next),
            _ => joined.push((key, next)),
        }
    }
    joined
}

impl Postings {
    fn append(&mut self, mut next: Self) {
        varint(next.first - self.last, &mut self.bytes);
        self.bytes.append(&mut next.bytes);
        self.last = next.last;
        self.count += next.count;
    }

    /// Adds the next slot, with its positions in order.
    pub(super) fn push(&mut self, slot: u64, positions: &[u64]) {
        if self.count == 0 {
            self.first = slot;
        } else {
            varint(slot - self.last, &mut self.bytes);
        }
        self.last = slot;
        self.count += 1;
        let mut before = 0;
        for (number, position) in positions.iter().enumerate() {
            let more = u64::from(number + 1 < positions.len());
            varint(((position - before) << 1) | more, &mut self.bytes);
            before = *position;
        }
    }
}

/// Reads slots one after the other.
#[derive(Default)]
struct Reader {
    tokens: Tokens,
    key: String,
    /// The keys met so far, by number: most are two characters, which need no text to be found.
    pairs: FxHashMap<(char, char), u32>,
    numbers: FxHashMap<Box<str>, u32>,
    postings: Vec<Postings>,
    /// Keys, each above its position in one number: these sort fastest. For the slot being read.
    found: Vec<u64>,
    positions: Vec<u64>,
}

impl Reader {
    fn slot(&mut self, site: &Site, slots: &Slots, slot: usize) {
        match slots.names.get(slot) {
            Some(name) => self.name(&name::name_entry(site, *name)),
            None => self.passage(site, slots.passages[slot - slots.names.len()]),
        }
        self.found.sort_unstable();
        self.found.dedup();
        for own in self.found.chunk_by(|a, b| a >> POSITION_BITS == b >> POSITION_BITS) {
            let key = own[0] >> POSITION_BITS;
            self.positions.clear();
            self.positions.extend(own.iter().map(|found| found & ((1 << POSITION_BITS) - 1)));
            self.postings[usize::try_from(key).unwrap_or_default()]
                .push(slot as u64, &self.positions);
        }
        self.found.clear();
    }

    fn passage(&mut self, site: &Site, passage: Passage) {
        let page = site.page(passage.page);
        let mut next = 0;
        for text in chunk::place_texts(site, page, passage.place) {
            next = self.read_text(&text, next);
        }
        for word in value::number_words(page, passage.place) {
            next = self.literal(&word, next);
        }
    }

    fn name(&mut self, entry: &name::NameEntry) {
        let mut next = 0;
        for name in entry.all_names() {
            next = self.read_text(&name, next);
            self.add_whole_name();
        }
        next = next.max(NAME_ZONE);
        for word in &entry.words {
            next = self.literal(word, next);
        }
    }

    /// Reads a text that begins at a position; gives the position where the next one may.
    fn read_text(&mut self, text: &str, start: u32) -> u32 {
        let mut tokens = std::mem::take(&mut self.tokens);
        tokens.tokenize(text);
        let end = self.read_keys(&tokens, start);
        self.tokens = tokens;
        end
    }

    /// The keys of a text. A word is its own key. A Chinese character would stand in every other
    /// paragraph, so its key is the pair with the character after it: 生产总值 has 生产, 产总, 总值 and,
    /// since nothing follows, 值$. Where a word touches a character from before, as in 5G网络, there is
    /// also ^网: a query 5G网 ends in one character that has nothing behind it to be paired with.
    /// `keysOf` in the theme's `search/shards.js` asks for the same keys.
    fn read_keys(&mut self, tokens: &Tokens, start: u32) -> u32 {
        let mut end = start;
        let mut before: Option<Token> = None;
        let mut rest = tokens.iter().peekable();
        while let Some(token) = rest.next() {
            let at = start + token.position;
            if token.kind == TokenKind::Character {
                let touches = before.as_ref().is_some_and(|before| {
                    before.position + 1 == token.position && before.kind != TokenKind::Character
                });
                let own = only(token.text);
                if touches {
                    self.add_pair('^', own, at);
                }
                let is_next =
                    |next: &&Token| next.kind == token.kind && next.position == token.position + 1;
                let next = rest.peek().filter(is_next).map_or('$', |next| only(next.text));
                self.add_pair(own, next, at);
            } else {
                self.add_posting(&[token.text], at);
            }
            end = at + BREAK + 1;
            before = Some(token);
        }
        end
    }

    /// Adds a word as it is; those that follow one another are a phrase.
    fn literal(&mut self, word: &str, at: u32) -> u32 {
        self.add_posting(&[word], at);
        at + 1
    }

    /// Adds the name just read as a whole: behind its first key, so that both are found together.
    fn add_whole_name(&mut self) {
        let Some(first) = self.tokens.get(0) else { return };
        let second = self.tokens.get(1).filter(|second| second.position == 1);
        let form = self.tokens.scan_form();
        let end = match (first.kind, second) {
            (TokenKind::Character, Some(second)) if second.kind == TokenKind::Character => {
                second.text.to_owned()
            }
            (TokenKind::Character, _) => "$".to_owned(),
            _ => String::new(),
        };
        let first = first.text.to_owned();
        self.add_posting(&[&first, &end, "=", &form], 0);
    }

    fn add_posting(&mut self, key: &[&str], position: u32) {
        self.key.clear();
        self.key.extend(key.iter().copied());
        let number = match self.numbers.get(self.key.as_str()) {
            Some(number) => *number,
            None => {
                let number = new_list(&mut self.postings);
                self.numbers.insert(self.key.as_str().into(), number);
                number
            }
        };
        self.put(number, position);
    }

    fn add_pair(&mut self, first: char, second: char, position: u32) {
        let number =
            *self.pairs.entry((first, second)).or_insert_with(|| new_list(&mut self.postings));
        self.put(number, position);
    }

    fn put(&mut self, number: u32, position: u32) {
        self.found.push((u64::from(number) << POSITION_BITS) | u64::from(position));
    }

    fn finish_postings(self) -> Dictionary {
        let mut postings: Vec<Option<Postings>> = self.postings.into_iter().map(Some).collect();
        let pairs = self.pairs.into_iter();
        let pairs =
            pairs.map(|((a, b), number)| ([a, b].iter().collect::<String>().into(), number));
        let mut dictionary: Dictionary = pairs
            .chain(self.numbers)
            .filter_map(|(key, number)| Some((key, postings[number as usize].take()?)))
            .collect();
        dictionary.sort_by(|a, b| utf16_order(&a.0, &b.0));
        dictionary
    }
}

/// The character of a token that has one.
fn only(text: &str) -> char {
    text.chars().next().unwrap_or_default()
}

/// Makes room for another list; gives its number.
fn new_list(postings: &mut Vec<Postings>) -> u32 {
    postings.push(Postings::default());
    u32::try_from(postings.len() - 1).unwrap_or(u32::MAX)
}
