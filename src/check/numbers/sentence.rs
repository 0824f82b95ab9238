//! Which sentence of a text a place lies in.

use std::ops::Range;

/// Where the sentences of a text end. Coarser than those of a reader: a full stop, a semicolon, a
/// question or exclamation mark ends one, in either script.
pub(super) struct Sentences {
    ends: Vec<usize>,
}

impl Sentences {
    pub(super) fn of(plain: &str) -> Self {
        let mut ends = Vec::new();
        let mut characters = plain.char_indices().peekable();
        while let Some((at, c)) = characters.next() {
            let is_wide = matches!(c, '。' | '；' | '！' | '？' | '\n');
            // Not the point of 6.5, nor that of No.2.
            let is_narrow = matches!(c, '.' | ';' | '!' | '?')
                && characters.peek().is_none_or(|(_, next)| next.is_whitespace() || *next == '”');
            if is_wide || is_narrow {
                ends.push(at + c.len_utf8());
            }
        }
        if ends.last() != Some(&plain.len()) {
            ends.push(plain.len());
        }
        Self { ends }
    }

    /// The number of the sentence that a byte lies in.
    pub(super) fn number(&self, at: usize) -> usize {
        self.ends.partition_point(|end| *end <= at).min(self.ends.len().saturating_sub(1))
    }

    /// The bytes from the sentence with one number to that with another.
    pub(super) fn range(&self, first: usize, last: usize) -> Range<usize> {
        let start = first.checked_sub(1).map_or(0, |before| self.ends[before]);
        start..self.ends[last].max(start)
    }

    /// The sentence that a byte lies in.
    pub(super) fn around(&self, at: usize) -> Range<usize> {
        let number = self.number(at);
        self.range(number, number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_lies_in_the_sentence_between_two_full_stops() {
        let text = "Up 6.5 percent. No. 2 is 5; so it is";
        let sentences = Sentences::of(text);
        assert_eq!(&text[sentences.around(4)], "Up 6.5 percent.");
        assert_eq!(&text[sentences.around(text.len())], " so it is");
        let text = "甲增长6%。乙";
        let sentences = Sentences::of(text);
        assert_eq!(&text[sentences.around(0)], "甲增长6%。");
        assert_eq!(&text[sentences.around(text.len() - 1)], "乙");
    }
}
