//! English numerals: 387 billion, twenty-five, two hundred and six, two and a half, sixteenth, 16th.

use super::digits::{digit_run, is_digit_at};
use super::number_word::{Word, number_word, word_at};
use crate::annotate::numerals::{char_at, is_at};
use crate::model::Decimal;

/// What a numeral is as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumeralKind {
    /// three, 387 billion
    Cardinal,
    /// 16th, twenty-first
    Ordinal,
    /// 1.2.3
    Chain,
    /// Not one number as far as is known: 1,23 and 387 billion5.
    Unread,
}

/// A numeral as read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numeral {
    pub(super) end: usize,
    /// Its value, if it fits and is read.
    pub(super) value: Option<Decimal>,
    pub(super) has_digits: bool,
    /// How many digits, if there is nothing else.
    pub(super) plain_digits: usize,
    pub(super) kind: NumeralKind,
    /// The power of ten of the last scale.
    pub(super) scale: i32,
}

impl Numeral {
    pub(super) fn is_chain(&self) -> bool {
        self.kind == NumeralKind::Chain
    }

    pub(super) fn is_ordinal(&self) -> bool {
        self.kind == NumeralKind::Ordinal
    }

    pub(super) fn is_unread(&self) -> bool {
        self.kind == NumeralKind::Unread
    }
}

/// The next word of a numeral after a blank or a hyphen, and where it begins.
fn next_word(text: &str, at: usize) -> Option<(usize, &str)> {
    let start = match text.as_bytes().get(at)? {
        b' ' | b'-' => at + 1,
        0xC2 if is_at(text, at, "\u{a0}") => at + 2,
        _ => return None,
    };
    let word = word_at(text, start);
    (!word.is_empty()).then_some((start, word))
}

/// What is written right after digits for a scale: 320.7bn, 14k.
const SHORT_SCALES: [(&str, i32); 6] =
    [("k", 3), ("mn", 6), ("mln", 6), ("bn", 9), ("tn", 12), ("trn", 12)];

/// Reads digits with their scale: 387 billion, 16th.
pub(super) fn numeral_in_digits(text: &str, at: usize) -> Option<Numeral> {
    let number = digit_run(text, at)?;
    let mut numeral = Numeral {
        end: number.end,
        value: number.value,
        has_digits: true,
        plain_digits: number.plain_digits,
        kind: match (number.is_chain, number.value) {
            (true, _) => NumeralKind::Chain,
            (false, None) => NumeralKind::Unread,
            (false, Some(_)) => NumeralKind::Cardinal,
        },
        scale: 0,
    };
    let suffix = word_at(text, number.end);
    if !suffix.is_empty() && !is_digit_at(text, number.end + suffix.len()) {
        if ["st", "nd", "rd", "th"].contains(&suffix) {
            numeral.end += 2;
            numeral.kind = NumeralKind::Ordinal;
            return Some(numeral);
        }
        let is_short = |(word, _): &&(&str, i32)| {
            *word == suffix || (word.len() == 2 && word.eq_ignore_ascii_case(suffix))
        };
        if let Some((word, scale)) = SHORT_SCALES.iter().find(is_short) {
            numeral.end += word.len();
            numeral.scale = *scale;
        }
    }
    let mut dozens = false;
    while let Some((start, next)) = next_word(text, numeral.end) {
        let power = match number_word(next) {
            Some(Word::Hundred) if numeral.scale == 0 => 2,
            Some(Word::Scale(power)) if numeral.scale < power && !next.ends_with('s') => power,
            Some(Word::Dozen) if numeral.scale == 0 && !dozens => {
                numeral.value = numeral.value.and_then(|value| value.times(Decimal::from(12)));
                dozens = true;
                0
            }
            _ => break,
        };
        numeral.end = start + next.len();
        numeral.scale += power;
    }
    if numeral.scale > 0 || dozens {
        numeral.plain_digits = 0;
        numeral.value = numeral.value.and_then(|value| value.shifted(numeral.scale));
    }
    add_half(text, &mut numeral);
    mark_glued(text, &mut numeral);
    Some(numeral)
}

/// A digit glued to the last word makes the whole unread: 387 billion5.
fn mark_glued(text: &str, numeral: &mut Numeral) {
    if !is_digit_at(text, numeral.end) {
        return;
    }
    while let Some(c) = char_at(text, numeral.end).filter(|c| c.is_alphanumeric()) {
        numeral.end += c.len_utf8();
    }
    (numeral.value, numeral.kind, numeral.plain_digits) = (None, NumeralKind::Unread, 0);
}

/// What adds to a whole number, in percent.
const HALVES: [(&str, u32); 4] =
    [(" and a half", 50), ("-and-a-half", 50), (" and one half", 50), (" and a quarter", 25)];

/// two and a half, 3 and a half million, two and a quarter.
fn add_half(text: &str, numeral: &mut Numeral) {
    if numeral.scale > 0 || !matches!(text.as_bytes().get(numeral.end), Some(b' ' | b'-')) {
        return;
    }
    let Some((words, percent)) = HALVES.iter().find(|(words, _)| is_at(text, numeral.end, words))
    else {
        return;
    };
    let end = numeral.end + words.len();
    // "one and a half-day", but not "and a halfway"
    if char_at(text, end).is_some_and(char::is_alphanumeric) {
        return;
    }
    let part = Decimal::from(*percent).shifted(-2);
    numeral.value = numeral.value.zip(part).and_then(|(whole, part)| whole.plus(part));
    numeral.plain_digits = 0;
    numeral.end = end;
    if let Some((start, next)) = next_word(text, end)
        && let Some(Word::Scale(power)) = number_word(next)
    {
        numeral.value = numeral.value.and_then(|value| value.shifted(power));
        numeral.scale = power;
        numeral.end = start + next.len();
    }
}

/// The parts of a numeral in words, below and above the last scale.
struct Sum {
    total: Option<Decimal>,
    section: u32,
    has_section: bool,
    last_scale: i32,
}

impl Sum {
    /// Whether *and* may follow: two hundred and six, five thousand and twelve.
    fn takes_and(&self, scale: i32) -> bool {
        self.section.is_multiple_of(100)
            && (self.section >= 100 || (!self.has_section && scale > 0))
    }

    /// Takes a word; false if it cannot stand here.
    fn take_word(&mut self, word: Word) -> bool {
        let (section, rest) = (self.section, self.section % 100);
        match word {
            Word::Small(n) => {
                let fits = !self.has_section
                    || (n < 10 && n > 0 && rest >= 20 && rest % 10 == 0)
                    || (section > 0 && rest == 0 && n > 0);
                self.section += if fits { n } else { 0 };
                self.has_section |= fits;
                fits
            }
            Word::Tens(n) => {
                let fits = !self.has_section || (section > 0 && rest == 0);
                self.section += if fits { n } else { 0 };
                self.has_section |= fits;
                fits
            }
            Word::Hundred if self.has_section && section > 0 && section < 100 => {
                self.section *= 100;
                true
            }
            Word::Dozen if self.has_section && section > 0 && section < 100 => {
                self.section *= 12;
                true
            }
            Word::Scale(power) if self.has_section && power < self.last_scale => {
                let section = Decimal::from(section).shifted(power);
                self.total = self.total.zip(section).and_then(|(a, b)| a.plus(b));
                (self.section, self.has_section, self.last_scale) = (0, false, power);
                true
            }
            _ => false,
        }
    }
}

/// The number behind the *and* of two hundred and six, and where it begins. Five billion and three
/// quarters are two numbers.
fn small_after_and(text: &str, and_end: usize) -> Option<(usize, &str)> {
    next_word(text, and_end).filter(|(start, word)| {
        matches!(number_word(word), Some(Word::Small(_) | Word::Tens(_)))
            && !begins_fraction(text, start + word.len())
    })
}

/// Reads a numeral in words; `one` is whether *a* stands before it.
pub(super) fn numeral_in_words(text: &str, at: usize, one: bool) -> Option<Numeral> {
    let mut sum = Sum {
        total: Some(Decimal::ZERO),
        section: u32::from(one),
        has_section: one,
        last_scale: i32::MAX,
    };
    let mut end = at;
    let mut next = Some((at, word_at(text, at)));
    let mut scale = 0;
    let mut is_ordinal = false;
    while let Some((start, spelt)) = next {
        let Some(meaning) = number_word(spelt) else {
            if spelt == "and" && end > at && sum.takes_and(scale) {
                next = small_after_and(text, start + spelt.len());
                if next.is_some() {
                    continue;
                }
            }
            break;
        };
        if let Word::Ordinal(n) = meaning {
            let rest = sum.section % 100;
            let fits = end > at && n < 10 && rest >= 20 && rest.is_multiple_of(10);
            if fits {
                sum.section += n;
                end = start + spelt.len();
                is_ordinal = true;
            }
            break;
        }
        if !sum.take_word(meaning) {
            break;
        }
        if let Word::Scale(power) = meaning {
            scale = power;
        }
        end = start + spelt.len();
        next = next_word(text, end);
    }
    if end == at {
        return None;
    }
    let value = sum.total.and_then(|total| total.plus(Decimal::from(sum.section)));
    let scale = if sum.has_section { 0 } else { scale };
    let kind = if is_ordinal { NumeralKind::Ordinal } else { NumeralKind::Cardinal };
    let mut numeral = Numeral { end, value, has_digits: false, plain_digits: 0, kind, scale };
    if !is_ordinal && value.is_some_and(|value| value < Decimal::from(1000)) {
        add_half(text, &mut numeral);
    }
    mark_glued(text, &mut numeral);
    Some(numeral)
}

/// Whether the parts of a fraction stand behind its number: three *quarters*, two *thirds*.
fn begins_fraction(text: &str, at: usize) -> bool {
    next_word(text, at).is_some_and(|(_, word)| {
        let singular = word.strip_suffix('s');
        singular
            .and_then(number_word)
            .is_some_and(|word| matches!(word, Word::Part(_) | Word::Ordinal(3..)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_in_words_have_their_exact_value() {
        for (text, wanted) in [
            ("three", "3"),
            ("forty-three", "43"),
            ("twenty five", "25"),
            ("two hundred and six", "206"),
            ("one hundred thousand", "100000"),
            ("one million two hundred thousand", "1200000"),
            ("five thousand and twelve", "5012"),
            ("two trillion", "2000000000000"),
            ("nineteen", "19"),
            ("twenty-first", "21"),
            ("one dozen", "12"),
        ] {
            let numeral = numeral_in_words(text, 0, false).unwrap();
            assert_eq!(numeral.value.unwrap().to_string(), wanted, "{text}");
            assert_eq!(numeral.end, text.len(), "{text}");
        }
        assert_eq!(numeral_in_words("five six", 0, false).unwrap().end, 4, "two numbers");
    }

    #[test]
    fn digits_take_their_scales() {
        for (text, wanted) in [
            ("387 billion", "387000000000"),
            ("320.7bn", "320700000000"),
            ("100 hundred million", "10000000000"),
            ("1,646", "1646"),
            ("16th", "16"),
        ] {
            let numeral = numeral_in_digits(text, 0).unwrap();
            assert_eq!(numeral.value.unwrap().to_string(), wanted, "{text}");
            assert_eq!(numeral.end, text.len(), "{text}");
        }
    }
}
