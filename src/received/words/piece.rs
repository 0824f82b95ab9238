//! WordStream in pieces: a sentence, or what a block holds of one.

use super::{BREAK, MENTION, WordStream, ends_sentence, is_closing, is_sentence_end};

/// A piece of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    /// The words. They end with a [`BREAK`] where a block ends inside a sentence.
    pub(super) text: &'a str,
    /// Where they begin.
    pub(super) start: usize,
    /// Whether a block ends behind them.
    pub(super) ends_block: bool,
}

/// The pieces of words, in order.
pub(super) fn sentence_pieces<P: Copy>(words: &WordStream<P>) -> Vec<Piece<'_>> {
    let text = &*words.text;
    let mut pieces: Vec<Piece> = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if c == BREAK {
            // Where a sentence ends, the end of the block is form.
            let end = if ends_sentence(&text[start..at]) { at } else { at + 1 };
            match pieces.last_mut() {
                Some(last) if start == at => last.ends_block = true,
                _ => pieces.push(Piece { text: &text[start..end], start, ends_block: true }),
            }
            start = at + 1;
        } else if start < at && begins_sentence(text, start, at) {
            pieces.push(Piece { text: &text[start..at], start, ends_block: false });
            start = at;
        }
    }
    if start < text.len() {
        pieces.push(Piece { text: &text[start..], start, ends_block: true });
    }
    pieces
}

/// Whether a new sentence begins at this byte: the one before has ended, and this character does not still
/// belong to its end.
fn begins_sentence(text: &str, start: usize, at: usize) -> bool {
    let Some(c) = text[at..].chars().next() else { return false };
    let before = &text[start..at];
    if is_closing(c) || is_sentence_end(c) || c == MENTION[0] || is_in_mention(before) {
        return false;
    }
    // The point of 3.5 and the colon of 9:30 end nothing.
    let number = before.strip_suffix(['.', ':']).filter(|_| c.is_ascii_digit());
    let is_number = number.is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()));
    !is_number && ends_sentence(before)
}

fn is_in_mention(before: &str) -> bool {
    before.rfind(MENTION[0]).is_some_and(|open| !before[open..].contains(MENTION[1]))
}
