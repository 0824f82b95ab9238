//! Words of a data file, found again in a text.
//!
//! Blanks and the width of characters make no difference: `3870 亿元` and `3870亿元` are the same
//! words. Brackets in the quotation mark the number.

use std::ops::Range;

use crate::source::{Message, message};

/// A quotation with its marks taken out. Ranges are bytes of [`Quote::words`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quote {
    words: String,
    /// What stands in `[…]`.
    number: Range<usize>,
    /// What stands in `{…}`.
    criteria: Vec<Range<usize>>,
}

/// Where a quotation stands in a text. Ranges are bytes of the plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct QuotedRange {
    pub(super) number: Range<usize>,
    pub(super) criteria: Vec<Range<usize>>,
}

/// A text without blanks, in half-width characters, with the way back.
#[derive(Debug, Default)]
pub(super) struct FoldedText {
    text: String,
    /// For each byte of the folded text, the byte of the plain text its character begins at; one
    /// more for the end.
    origin: Vec<usize>,
}

impl FoldedText {
    pub(super) fn new(plain: &str) -> Self {
        let mut folded = Self::default();
        for (at, c) in plain.char_indices() {
            if let Some(c) = fold_quoted(c) {
                folded.text.push(c);
                folded.origin.resize(folded.text.len(), at);
            }
        }
        folded.origin.push(plain.len());
        folded
    }

    /// All places where a quotation stands.
    pub(super) fn find_quote(&self, quote: &Quote, plain: &str) -> Vec<QuotedRange> {
        self.text
            .match_indices(&quote.words)
            .map(|(at, _)| QuotedRange {
                number: self.plain_range(at, &quote.number, plain),
                criteria: quote
                    .criteria
                    .iter()
                    .map(|range| self.plain_range(at, range, plain))
                    .collect(),
            })
            .collect()
    }

    /// Where the number of a quotation would stand if only what precedes it is looked for;
    /// nothing unless that is found once.
    pub(super) fn after_lead(&self, quote: &Quote) -> Option<usize> {
        let lead = &quote.words[..quote.number.start];
        if lead.chars().count() < 2 {
            return None;
        }
        let mut found = self.text.match_indices(lead);
        let (at, _) = found.next()?;
        found.next().is_none().then(|| self.origin[at + lead.len()])
    }

    fn plain_range(&self, at: usize, range: &Range<usize>, plain: &str) -> Range<usize> {
        let start = self.origin[at + range.start];
        // The end is that of the last character, not the beginning of the one after a blank.
        let last = self.origin[(at + range.end).saturating_sub(1)];
        let width = plain[last..].chars().next().map_or(0, char::len_utf8);
        start..(last + width).max(start)
    }
}

/// A character as quotations are compared; nothing for blanks.
pub(super) fn fold_quoted(c: char) -> Option<char> {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0),
        c if c.is_whitespace() => None,
        c => Some(c),
    }
}

/// Whether two texts are the same but for blanks and the width of characters.
pub(super) fn is_same_folded(one: &str, other: &str) -> bool {
    one.chars().filter_map(fold_quoted).eq(other.chars().filter_map(fold_quoted))
}

impl Quote {
    /// Reads a quotation; says what is wrong with its brackets.
    pub(super) fn new(written: &str) -> Result<Self, Message> {
        let mut quote = Self { words: String::new(), number: 0..0, criteria: Vec::new() };
        let (mut opened, mut brace, mut numbers) = (None, None, 0);
        for c in written.chars() {
            let at = quote.words.len();
            match c {
                '[' if opened.is_none() => opened = Some(at),
                ']' => {
                    let Some(start) = opened.take() else {
                        return Err(message!("figure-drift-bracket-unopened"));
                    };
                    quote.number = start..at;
                    numbers += 1;
                }
                '{' if brace.is_none() => brace = Some(at),
                '}' => {
                    let Some(start) = brace.take() else {
                        return Err(message!("figure-drift-brace-unopened"));
                    };
                    quote.criteria.push(start..at);
                }
                '[' | '{' => return Err(message!("figure-drift-bracket-inside")),
                c => quote.words.extend(fold_quoted(c)),
            }
        }
        match (numbers, opened.is_some() || brace.is_some()) {
            (_, true) => Err(message!("figure-drift-bracket-unclosed")),
            (0, _) => Err(message!("figure-drift-no-brackets")),
            (1, _) if quote.number.is_empty() => Err(message!("figure-drift-brackets-empty")),
            (1, _) => Ok(quote),
            _ => Err(message!("figure-drift-several-brackets")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Locale;

    #[test]
    fn blanks_and_width_make_no_difference() {
        let plain = "完成投资 ２８２ 亿元，增长（以上）";
        let found =
            FoldedText::new(plain).find_quote(&Quote::new("投资[282亿元]，").unwrap(), plain);
        assert_eq!(found.len(), 1);
        assert_eq!(&plain[found[0].number.clone()], "２８２ 亿元");
    }

    #[test]
    fn thresholds_are_marked_apart() {
        let plain = "投资超20亿元的重大产业项目8个";
        let quote = Quote::new("投资{超20亿元}的重大产业项目[8个]").unwrap();
        let found = &FoldedText::new(plain).find_quote(&quote, plain)[0];
        assert_eq!(&plain[found.criteria[0].clone()], "超20亿元");
        assert_eq!(&plain[found.number.clone()], "8个");
    }

    #[test]
    fn what_is_wrong_with_brackets_is_said() {
        let fault = |written| Quote::new(written).unwrap_err().text(Locale::En);
        assert_eq!(fault("3870亿元"), "no number stands in brackets");
        assert_eq!(fault("[3870亿元"), "a bracket is not closed");
        assert_eq!(fault("[一][二]"), "several numbers stand in brackets");
        assert_eq!(fault("一]"), "a bracket is not opened");
    }

    #[test]
    fn the_place_of_a_changed_number_is_found_by_the_words_before_it() {
        let plain = "地区生产总值 3880亿元";
        let quote = Quote::new("地区生产总值[3870亿元]").unwrap();
        let folded = FoldedText::new(plain);
        assert!(folded.find_quote(&quote, plain).is_empty());
        assert_eq!(&plain[folded.after_lead(&quote).unwrap()..], "3880亿元");
    }
}
