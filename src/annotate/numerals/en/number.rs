//! English numerals: 387 billion, twenty-five, two hundred and six, sixteenth, 16th.

use crate::annotate::numerals::{arabic, is_at};
use crate::model::Decimal;
use crate::model::effort::spend;

/// A word that takes part in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// one to nineteen
    Small(u32),
    /// twenty to ninety
    Tens(u32),
    Hundred,
    /// The power of ten of thousand, million, billion, trillion.
    Scale(i32),
    Dozen,
    /// first, sixteenth, twentieth
    Ordinal(u32),
    /// half, quarter: the part of one
    Part(u32),
    /// doubled, tripled
    Times(u32),
    /// halved
    Halved,
    /// The number of a month.
    Month(u32),
    Decade,
    /// Class, Grade, Line: what a number or a Roman numeral names.
    Label,
}

const WORDS: &[(&str, Word)] = &[
    ("billion", Word::Scale(9)),
    ("billions", Word::Scale(9)),
    ("bn", Word::Scale(9)),
    ("decade", Word::Decade),
    ("doubled", Word::Times(2)),
    ("doubling", Word::Times(2)),
    ("dozen", Word::Dozen),
    ("eight", Word::Small(8)),
    ("eighteen", Word::Small(18)),
    ("eighteenth", Word::Ordinal(18)),
    ("eighth", Word::Ordinal(8)),
    ("eighty", Word::Tens(80)),
    ("eleven", Word::Small(11)),
    ("eleventh", Word::Ordinal(11)),
    ("fifteen", Word::Small(15)),
    ("fifteenth", Word::Ordinal(15)),
    ("fifth", Word::Ordinal(5)),
    ("fiftieth", Word::Ordinal(50)),
    ("fifty", Word::Tens(50)),
    ("first", Word::Ordinal(1)),
    ("five", Word::Small(5)),
    ("fortieth", Word::Ordinal(40)),
    ("forty", Word::Tens(40)),
    ("four", Word::Small(4)),
    ("fourteen", Word::Small(14)),
    ("fourteenth", Word::Ordinal(14)),
    ("fourth", Word::Ordinal(4)),
    ("half", Word::Part(2)),
    ("halved", Word::Halved),
    ("halving", Word::Halved),
    ("hundred", Word::Hundred),
    ("million", Word::Scale(6)),
    ("nine", Word::Small(9)),
    ("nineteen", Word::Small(19)),
    ("nineteenth", Word::Ordinal(19)),
    ("ninetieth", Word::Ordinal(90)),
    ("ninety", Word::Tens(90)),
    ("ninth", Word::Ordinal(9)),
    ("one", Word::Small(1)),
    ("quadrupled", Word::Times(4)),
    ("quarter", Word::Part(4)),
    ("quarters", Word::Part(4)),
    ("second", Word::Ordinal(2)),
    ("seven", Word::Small(7)),
    ("seventeen", Word::Small(17)),
    ("seventeenth", Word::Ordinal(17)),
    ("seventh", Word::Ordinal(7)),
    ("seventieth", Word::Ordinal(70)),
    ("seventy", Word::Tens(70)),
    ("six", Word::Small(6)),
    ("sixteen", Word::Small(16)),
    ("sixteenth", Word::Ordinal(16)),
    ("sixth", Word::Ordinal(6)),
    ("sixtieth", Word::Ordinal(60)),
    ("sixty", Word::Tens(60)),
    ("ten", Word::Small(10)),
    ("tenth", Word::Ordinal(10)),
    ("third", Word::Ordinal(3)),
    ("thirteen", Word::Small(13)),
    ("thirteenth", Word::Ordinal(13)),
    ("thirtieth", Word::Ordinal(30)),
    ("thirty", Word::Tens(30)),
    ("thousand", Word::Scale(3)),
    ("three", Word::Small(3)),
    ("threefold", Word::Times(3)),
    ("trillion", Word::Scale(12)),
    ("tripled", Word::Times(3)),
    ("twelfth", Word::Ordinal(12)),
    ("twelve", Word::Small(12)),
    ("twentieth", Word::Ordinal(20)),
    ("twenty", Word::Tens(20)),
    ("two", Word::Small(2)),
    ("twofold", Word::Times(2)),
    ("zero", Word::Small(0)),
];

/// Words that count only with a capital: May and March are also verbs.
const CAPITALS: &[(&str, Word)] = &[
    ("January", Word::Month(1)),
    ("Jan", Word::Month(1)),
    ("February", Word::Month(2)),
    ("Feb", Word::Month(2)),
    ("March", Word::Month(3)),
    ("Mar", Word::Month(3)),
    ("April", Word::Month(4)),
    ("Apr", Word::Month(4)),
    ("May", Word::Month(5)),
    ("June", Word::Month(6)),
    ("July", Word::Month(7)),
    ("August", Word::Month(8)),
    ("Aug", Word::Month(8)),
    ("September", Word::Month(9)),
    ("Sept", Word::Month(9)),
    ("October", Word::Month(10)),
    ("Oct", Word::Month(10)),
    ("November", Word::Month(11)),
    ("Nov", Word::Month(11)),
    ("December", Word::Month(12)),
    ("Dec", Word::Month(12)),
    ("Class", Word::Label),
    ("Grade", Word::Label),
    ("Line", Word::Label),
    ("Phase", Word::Label),
    ("Type", Word::Label),
    ("Level", Word::Label),
    ("Article", Word::Label),
    ("Chapter", Word::Label),
    ("Section", Word::Label),
    ("Part", Word::Label),
    ("Route", Word::Label),
    ("Highway", Word::Label),
];

/// Letters that begin a word of the table, so that most words are passed over at one look.
fn may_begin(letter: u8) -> bool {
    matches!(
        letter.to_ascii_lowercase(),
        b'b' | b'd' | b'e' | b'f' | b'h' | b'm' | b'n' | b'o' | b'q' | b's' | b't' | b'z'
    )
}

/// What a word means for numbers.
pub(super) fn number_word(word: &str) -> Option<Word> {
    let first = *word.as_bytes().first()?;
    if !(2..=11).contains(&word.len()) {
        return None;
    }
    if first.is_ascii_uppercase()
        && let Some((_, meaning)) = CAPITALS.iter().find(|(known, _)| *known == word)
    {
        return Some(*meaning);
    }
    if !may_begin(first) {
        return None;
    }
    let mut lower = [0_u8; 11];
    let lower = lower.get_mut(..word.len())?;
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let place = WORDS.binary_search_by(|(known, _)| known.as_bytes().cmp(lower)).ok()?;
    Some(WORDS[place].1)
}

/// The word of ASCII letters that begins at a byte.
pub(super) fn word_at(text: &str, at: usize) -> &str {
    let bytes = text.as_bytes().get(at..).unwrap_or_default();
    let length = bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    spend(1 + length);
    text.get(at..at + length).unwrap_or_default()
}

/// A numeral as read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numeral {
    pub(super) end: usize,
    /// Its value, if it fits.
    pub(super) value: Option<Decimal>,
    pub(super) has_digits: bool,
    /// How many digits, if there is nothing else.
    pub(super) plain_digits: usize,
    pub(super) is_chain: bool,
    pub(super) is_ordinal: bool,
    /// The power of ten of the last scale.
    pub(super) scale: i32,
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

/// Reads digits with their scale: 387 billion, 16th.
pub(super) fn numeral_in_digits(text: &str, at: usize) -> Option<Numeral> {
    let number = arabic::number_in_digits(text, at)?;
    let mut numeral = Numeral {
        end: number.end,
        value: number.value,
        has_digits: true,
        plain_digits: number.plain_digits,
        is_chain: number.is_chain,
        is_ordinal: false,
        scale: 0,
    };
    let suffix = word_at(text, number.end);
    if ["st", "nd", "rd", "th"].contains(&suffix) {
        numeral.end += 2;
        numeral.is_ordinal = true;
        return Some(numeral);
    }
    if suffix.eq_ignore_ascii_case("bn") {
        numeral.end += 2;
        numeral.scale = 9;
    }
    while let Some((start, next)) = next_word(text, numeral.end) {
        let power = match number_word(next) {
            Some(Word::Hundred) if numeral.scale == 0 => 2,
            Some(Word::Scale(power)) if numeral.scale < power && !next.ends_with('s') => power,
            _ => break,
        };
        numeral.end = start + next.len();
        numeral.scale += power;
    }
    if numeral.scale > 0 {
        numeral.plain_digits = 0;
        numeral.value = numeral.value.and_then(|value| value.shifted(numeral.scale));
    }
    Some(numeral)
}

/// The parts of a numeral in words, below and above the last scale.
struct Sum {
    total: Option<Decimal>,
    section: u32,
    has_section: bool,
    last_scale: i32,
}

impl Sum {
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
            // two hundred and six
            let is_and = spelt == "and" && sum.section.is_multiple_of(100) && end > at;
            let after = next_word(text, start + spelt.len());
            let is_small = after
                .and_then(|(_, w)| number_word(w))
                .is_some_and(|w| matches!(w, Word::Small(_) | Word::Tens(_)));
            let can_follow = sum.section >= 100 || (!sum.has_section && scale > 0);
            if is_and && is_small && can_follow {
                next = after;
                continue;
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
    Some(Numeral {
        end,
        value,
        has_digits: false,
        plain_digits: 0,
        is_chain: false,
        is_ordinal,
        scale,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_sorted() {
        assert!(WORDS.is_sorted_by_key(|(word, _)| word.as_bytes()));
    }

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
