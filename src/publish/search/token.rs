//! A text as tokens: what a search compares. There is no dictionary and no segmentation: each Han
//! character is a token of its own, so that any words of a text are found wherever they stand.

use crate::model::{is_han, search_form};

/// What stands between two tokens: nothing counts as 0 positions.
const STOP: u32 = 1;
/// Between two paragraphs, or two languages of one entry.
pub(super) const BREAK: u32 = 4;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A character of a script without blanks.
    Character,
    /// Letters, with an apostrophe inside: `people`, `o'clock`.
    Word,
    /// Digits: `1234.50`, for `1,234.50`.
    Number,
    /// `%`.
    Percent,
}

/// A token of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token<'a> {
    /// What it is.
    pub(super) kind: TokenKind,
    /// Its folded characters.
    pub(super) text: &'a str,
    /// Where it stands among the tokens of the text; stops between tokens take a position too.
    pub(super) position: u32,
}

/// The tokens of a text; one buffer for all of them.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    folded: Vec<char>,
    buffer: String,
    found: Vec<(TokenKind, std::ops::Range<usize>, u32)>,
}

impl Tokens {
    /// Reads a text in place of the one before.
    pub(super) fn tokenize(&mut self, text: &str) {
        self.folded.clear();
        self.buffer.clear();
        self.found.clear();
        for c in text.chars() {
            search_form(c, |c| self.folded.push(c));
        }
        let mut at = 0;
        let mut gap = 0;
        while let Some(&c) = self.folded.get(at) {
            let start = self.buffer.len();
            let (kind, end) = match character_class(c) {
                Class::Ignored => {
                    at += 1;
                    continue;
                }
                Class::Gap(wide) => {
                    gap = gap.max(wide);
                    at += 1;
                    continue;
                }
                Class::Character => (TokenKind::Character, self.one(at)),
                Class::Percent => (TokenKind::Percent, self.one(at)),
                Class::Digit => (TokenKind::Number, self.read_number(at)),
                Class::Letter => (TokenKind::Word, self.read_word(at)),
            };
            let before = self.found.last().map(|(_, _, position)| position + 1 + gap);
            self.found.push((kind, start..self.buffer.len(), before.unwrap_or(0)));
            gap = 0;
            at = end;
        }
    }

    /// The tokens, in order.
    pub(super) fn iter(&self) -> impl ExactSizeIterator<Item = Token<'_>> {
        self.found.iter().map(|(kind, range, position)| Token {
            kind: *kind,
            text: &self.buffer[range.clone()],
            position: *position,
        })
    }

    /// The token with this number.
    pub(super) fn get(&self, number: usize) -> Option<Token<'_>> {
        self.found.get(number).map(|(kind, range, position)| Token {
            kind: *kind,
            text: &self.buffer[range.clone()],
            position: *position,
        })
    }

    /// The text as it is compared with a whole query: characters as they are, words and numbers
    /// between marks, stops as one sign.
    pub(super) fn scan_form(&self) -> String {
        let mut form = String::new();
        let mut next = 0;
        for token in self.iter() {
            match token.position - next {
                0 => {}
                STOP => form.push('\u{2}'),
                _ => form.push('\u{3}'),
            }
            match token.kind {
                TokenKind::Character | TokenKind::Percent => form.push_str(token.text),
                TokenKind::Word | TokenKind::Number => {
                    form.push('\u{1}');
                    form.push_str(token.text);
                    form.push('\u{1}');
                }
            }
            next = token.position + 1;
        }
        form
    }

    fn one(&mut self, at: usize) -> usize {
        self.buffer.push(self.folded[at]);
        at + 1
    }

    /// Digits, with points between them, without the commas between thousands.
    fn read_number(&mut self, mut at: usize) -> usize {
        let is_digit = |at: usize| self.folded.get(at).is_some_and(char::is_ascii_digit);
        loop {
            while is_digit(at) {
                self.buffer.push(self.folded[at]);
                at += 1;
            }
            match self.folded.get(at) {
                Some('.') if is_digit(at + 1) => {
                    self.buffer.push('.');
                    at += 1;
                }
                Some(',') if (1..4).all(|next| is_digit(at + next)) && !is_digit(at + 4) => at += 1,
                _ => return at,
            }
        }
    }

    /// Letters, with apostrophes between them; the `'s` of a possessive is not a part of it.
    fn read_word(&mut self, mut at: usize) -> usize {
        let start = self.buffer.len();
        let is_letter =
            |at: usize| self.folded.get(at).is_some_and(|c| character_class(*c) == Class::Letter);
        while is_letter(at) {
            self.buffer.push(self.folded[at]);
            at += 1;
            if self.folded.get(at).is_some_and(|c| is_apostrophe(*c)) && is_letter(at + 1) {
                self.buffer.push('\'');
                at += 1;
            }
        }
        if self.buffer[start..].ends_with("'s") {
            self.buffer.truncate(self.buffer.len() - 2);
        }
        at
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Character,
    Letter,
    Digit,
    Percent,
    /// What keeps tokens this far apart.
    Gap(u32),
    Ignored,
}

fn character_class(c: char) -> Class {
    match c {
        '0'..='9' => Class::Digit,
        '%' => Class::Percent,
        '\n' => Class::Gap(BREAK),
        ',' | '.' | ';' | ':' | '!' | '?' | '。' | '、' | '—' | '–' | '―' | '/' | '|' => {
            Class::Gap(STOP)
        }
        // Kana and bopomofo: letters, without the marks that stand among them.
        '\u{3041}'..='\u{3096}'
        | '\u{309d}'..='\u{309f}'
        | '\u{30a1}'..='\u{30fa}'
        | '\u{30fc}'..='\u{30ff}'
        | '\u{3105}'..='\u{312f}' => Class::Character,
        c if is_han(c) => Class::Character,
        c if c.is_alphabetic() => Class::Letter,
        _ => Class::Ignored,
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(text: &str) -> String {
        let mut tokens = Tokens::default();
        tokens.tokenize(text);
        let shown: Vec<_> =
            tokens.iter().map(|token| format!("{}@{}", token.text, token.position)).collect();
        shown.join(" ")
    }

    fn form(text: &str) -> String {
        let mut tokens = Tokens::default();
        tokens.tokenize(text);
        tokens.scan_form().replace('\u{1}', "·").replace('\u{2}', "|").replace('\u{3}', "‖")
    }

    #[test]
    fn blanks_quotes_and_brackets_take_no_position() {
        assert_eq!(shown("“三改一拆” 任务"), shown("三改一拆任务"));
        assert_eq!(shown("43 家"), "43@0 家@1");
        assert_eq!(shown("（PM2.5）浓度"), "pm@0 2.5@1 浓@2 度@3");
    }

    #[test]
    fn a_row_of_stops_takes_one_position_and_a_paragraph_four() {
        assert_eq!(shown("水、电。”——气"), "水@0 电@2 气@4");
        assert_eq!(shown("一。\n二"), "一@0 二@5");
        assert_eq!(shown("。一。"), "一@0");
    }

    #[test]
    fn numbers_are_whole_and_without_commas() {
        assert_eq!(shown("1,234.50元"), "1234.50@0 元@1");
        assert_eq!(shown("12,22%"), "12@0 22@2 %@3");
        assert_eq!(shown("2017年，300家"), "2017@0 年@1 300@3 家@4");
        assert_eq!(shown("10，300"), "10@0 300@2");
        assert_eq!(shown("1,234,567"), "1234567@0");
        assert_eq!(shown("3."), "3@0");
    }

    #[test]
    fn a_word_keeps_its_apostrophe_but_not_the_s_of_a_possessive() {
        assert_eq!(
            shown("People’s o'clock deputies' well-off"),
            "people@0 o'clock@1 deputies@2 well@3 off@4"
        );
    }

    #[test]
    fn a_text_is_compared_with_a_whole_query_in_one_form() {
        assert_eq!(form("“43 家”，GDP 10%\n水"), "·43·家|·gdp··10·%‖水");
    }

    /// The script of the search page reads the same file.
    #[test]
    fn the_fixtures_are_read_as_the_script_reads_them() {
        let fixtures = include_str!("../../../tests/fixtures/search/tokens.json");
        let fixtures: serde_json::Value = serde_json::from_str(fixtures).unwrap();
        let read = |text: &str| {
            let mut tokens = Tokens::default();
            tokens.tokenize(text);
            let list: Vec<_> =
                tokens.iter().map(|token| (token.text.to_owned(), token.position)).collect();
            serde_json::json!({ "text": text, "tokens": list, "form": tokens.scan_form() })
        };
        let texts = fixtures.as_array().unwrap().iter().map(|f| f["text"].as_str().unwrap());
        let now: Vec<_> = texts.map(read).collect();
        let lines: Vec<_> = now.iter().map(ToString::to_string).collect();
        assert_eq!(fixtures, serde_json::Value::from(now), "\n[\n{}\n]", lines.join(",\n"));
    }

    proptest! {
        #[test]
        fn positions_rise_and_folding_again_changes_nothing(text in "\\PC{0,40}") {
            let mut tokens = Tokens::default();
            tokens.tokenize(&text);
            let positions: Vec<_> = tokens.iter().map(|token| token.position).collect();
            prop_assert!(positions.is_sorted_by(|a, b| a < b));
            let words: Vec<_> = tokens.iter().map(|token| token.text.to_owned()).collect();
            let mut again = Tokens::default();
            again.tokenize(&words.join(" "));
            let repeated: Vec<_> = again.iter().map(|token| token.text.to_owned()).collect();
            prop_assert_eq!(words, repeated);
        }
    }
}
