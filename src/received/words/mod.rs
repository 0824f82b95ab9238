//! A text reduced to what must not change, and what differs between two of them.
//!
//! WordStream and punctuation are strict. Form is not: heading marks, emphasis, list marks, bars of tables, the
//! spelling of the mention of a note, the ends of pages, blanks that part nothing, and the end of a block
//! where a sentence ends. A block that ends inside a sentence, or that goes on where another one ended, is
//! a difference.

mod compare;
mod piece;
mod proposed;

use std::ops::Range;

use super::quotation_words;
use crate::model::{
    ReceivedBlock, ReceivedKind, ReceivedMarkKind, ReceivedRole, is_han, is_ignorable,
};

pub(crate) use compare::{Departure, departures};
pub(crate) use proposed::{ErratumReason, proposed_errata};

use compare::changes;

/// Where a block ends.
pub(super) const BREAK: char = '\n';

/// What stands around the label of a mentioned note.
const MENTION: [char; 2] = ['\u{2}', '\u{3}'];

/// WordStream, each byte with the place it came from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct WordStream<P> {
    text: String,
    /// The place of each byte.
    places: Vec<P>,
    /// Whether a blank was read that only counts between two Latin words.
    has_blank: bool,
    /// How many blanks between Chinese and Latin characters did not count.
    pub(crate) blanks: usize,
}

impl<P: Copy> WordStream<P> {
    /// No words yet.
    pub(crate) fn new() -> Self {
        Self { text: String::new(), places: Vec::new(), has_blank: false, blanks: 0 }
    }

    /// The words of blocks, each with its place.
    pub(crate) fn of_blocks<'a>(blocks: impl Iterator<Item = (&'a ReceivedBlock, P)>) -> Self {
        let mut words = Self::new();
        for (block, place) in blocks {
            words.add_block(block, place);
        }
        words
    }

    /// Adds a block, unless it belongs to the pages or to the table of contents.
    pub(crate) fn add_block(&mut self, block: &ReceivedBlock, place: P) {
        let is_left_out = matches!(block.role, ReceivedRole::Furniture | ReceivedRole::Contents);
        if is_left_out || matches!(block.kind, ReceivedKind::PageBreak | ReceivedKind::Picture(_)) {
            return;
        }
        self.add_inline(block, place);
        self.end_block(place);
    }

    /// Adds the words of a block and the notes it mentions, without ending it.
    pub(crate) fn add_inline(&mut self, block: &ReceivedBlock, place: P) {
        let mut at = 0;
        for mark in &block.marks {
            let ReceivedMarkKind::Note(label) = &mark.kind else { continue };
            self.add_text(block.text.get(at..mark.range.start).unwrap_or_default(), |_| place);
            self.mention(label, place);
            at = at.max(mark.range.end);
        }
        self.add_text(block.text.get(at..).unwrap_or_default(), |_| place);
    }

    /// Adds a text, with the place of each of its bytes.
    pub(crate) fn add_text(&mut self, text: &str, place: impl Fn(usize) -> P) {
        for (at, c) in text.char_indices() {
            if c.is_whitespace() {
                self.has_blank = true;
            } else if !is_ignorable(c) {
                self.push(c, place(at));
            }
        }
    }

    /// Adds a blank, which counts between two Latin words alone.
    pub(crate) fn add_blank(&mut self) {
        self.has_blank = true;
    }

    /// Adds the mention of a note.
    pub(crate) fn mention(&mut self, label: &str, place: P) {
        self.raw(MENTION[0], place);
        label.chars().for_each(|c| self.raw(c, place));
        self.raw(MENTION[1], place);
    }

    /// Ends a block.
    pub(crate) fn end_block(&mut self, place: P) {
        self.has_blank = false;
        if !self.text.is_empty() && !self.text.ends_with(BREAK) {
            self.raw(BREAK, place);
        }
    }

    fn push(&mut self, c: char, place: P) {
        if std::mem::take(&mut self.has_blank) {
            let before = self.text.chars().next_back();
            let is_latin = |c: char| c.is_alphanumeric() && !is_han(c);
            if before.is_some_and(is_latin) && is_latin(c) {
                self.raw(' ', place);
            } else if before.is_some_and(|b| b != BREAK) {
                self.blanks += 1;
            }
        }
        self.raw(c, place);
    }

    fn raw(&mut self, c: char, place: P) {
        self.text.push(c);
        self.places.resize(self.text.len(), place);
    }

    /// The words without ends of blocks at either end, as a quotation of them is meant.
    pub(crate) fn quoted_words(&self) -> &str {
        self.text.trim_matches(BREAK)
    }

    /// Where other words occur in these, in bytes.
    pub(crate) fn places_of(&self, wanted: &str) -> Vec<Range<usize>> {
        if wanted.is_empty() {
            return Vec::new();
        }
        self.text.match_indices(wanted).map(|(at, _)| at..at + wanted.len()).collect()
    }

    /// Puts other words in the place of some, which are in order; all of them stand where the first did.
    pub(crate) fn replace(&mut self, found: &[Range<usize>], with: &str) {
        let mut text = String::with_capacity(self.text.len());
        let mut places = Vec::with_capacity(self.places.len());
        let mut at = 0;
        for range in found {
            text.push_str(&self.text[at..range.start]);
            places.extend_from_slice(&self.places[at..range.start]);
            text.push_str(with);
            places.resize(text.len(), self.places[range.start]);
            at = range.end;
        }
        text.push_str(&self.text[at..]);
        places.extend_from_slice(&self.places[at..]);
        (self.text, self.places) = (text, places);
    }

    /// The bytes of all words.
    pub(crate) fn len(&self) -> usize {
        self.text.len()
    }

    /// The place of a byte; past the end that of the last one.
    pub(crate) fn place_at(&self, at: usize) -> Option<P> {
        self.places.get(at).or(self.places.last()).copied()
    }
}

/// Whether a text ends with the end of a sentence, whatever closes behind it, and whatever note is
/// mentioned there.
pub(crate) fn ends_sentence(text: &str) -> bool {
    let mut inner = text.trim_end();
    loop {
        let before = inner.trim_end_matches(is_closing);
        let before = before
            .strip_suffix(MENTION[1])
            .map_or(before, |rest| rest.rfind(MENTION[0]).map_or(rest, |open| &rest[..open]));
        if before.len() == inner.len() {
            return inner.ends_with(is_sentence_end);
        }
        inner = before;
    }
}

/// Whether a character ends a sentence, or a part of one after which a new line may begin.
fn is_sentence_end(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '；' | '：' | '…' | '.' | '!' | '?' | ';' | ':')
}

/// Whether a character closes what was opened in a sentence.
fn is_closing(c: char) -> bool {
    matches!(c, '”' | '’' | '」' | '』' | '）' | ')' | '］' | '》' | '】' | '"' | '\'')
}

/// WordStream as a person reads them: the end of a block is a sign, the mention of a note its label in brackets.
pub(crate) fn shown(words: &str) -> String {
    let shown = |c: char| match c {
        BREAK => '⏎',
        c if c == MENTION[0] => '［',
        c if c == MENTION[1] => '］',
        c => c,
    };
    words.chars().map(shown).collect()
}

/// Words as they are typed in `errata.yaml`, where they are read as a text of Markdown: its signs stand behind
/// a backslash where they are words.
pub(crate) fn typed(words: &str) -> String {
    let plain = as_typed(words, |_| false);
    let is_read_back =
        |text: &str| quotation_words(text).quoted_words() == words.trim_matches(BREAK);
    if is_read_back(&plain) {
        return plain;
    }
    as_typed(words, |c| {
        c.is_ascii_punctuation() && !matches!(c, '.' | ',' | ';' | ':' | '%' | '"' | '\'')
    })
}

fn as_typed(words: &str, is_escaped: impl Fn(char) -> bool) -> String {
    let mut typed = String::with_capacity(words.len());
    for c in words.trim_matches(BREAK).chars() {
        match c {
            BREAK => typed.push_str("\n\n"),
            c if c == MENTION[0] => typed.push_str("[^"),
            c if c == MENTION[1] => typed.push(']'),
            c if is_escaped(c) => typed.extend(['\\', c]),
            c => typed.push(c),
        }
    }
    typed
}

#[cfg(test)]
mod tests;
