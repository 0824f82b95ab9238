//! Numbers in Arabic digits, half or full width, with what may stand between digits.

use super::char_at;
use crate::model::Decimal;

/// A number in digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Arabic {
    /// Where it ends.
    pub(super) end: usize,
    /// Its value, if it is one number that fits.
    pub(super) value: Option<Decimal>,
    /// How many digits, if there is nothing between them; otherwise none.
    pub(super) plain_digits: usize,
    /// Whether it is a chain like 1.2.3, which is not a number.
    pub(super) is_chain: bool,
}

/// What stands between the digits of a number. Full-width forms count as their half-width ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DigitMarks {
    /// Between groups of three digits.
    pub(super) thousands: char,
    /// Before the fraction.
    pub(super) decimal: char,
}

impl DigitMarks {
    /// `1,234.5`, as in Chinese and English.
    pub(super) const POINT: Self = Self { thousands: ',', decimal: '.' };
}

/// The value of a digit.
pub(super) fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(u32::from(c) - u32::from('0')),
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        _ => None,
    }
}

/// Where the digits end that begin at a byte, and how many they are.
fn digit_run(text: &str, at: usize) -> (usize, usize) {
    let mut end = at;
    let mut count = 0;
    while let Some(c) = char_at(text, end).filter(|c| digit(*c).is_some()) {
        end += c.len_utf8();
        count += 1;
    }
    (end, count)
}

/// Where the groups of thousands end that follow a first group, if they are well formed.
fn groups(text: &str, mut end: usize, mark: char) -> usize {
    while char_at(text, end) == Some(mark) {
        let (next, count) = digit_run(text, end + mark.len_utf8());
        if count != 3 {
            break;
        }
        end = next;
    }
    end
}

/// The end of a point and the digits after it.
fn fraction_end(text: &str, end: usize, mark: char) -> Option<usize> {
    let point = char_at(text, end).filter(|c| *c == mark || (mark == '.' && *c == '．'))?;
    let (next, count) = digit_run(text, end + point.len_utf8());
    (count > 0).then_some(next)
}

/// Reads the number whose first digit stands at a byte, as Chinese and English write it.
pub(super) fn number_in_digits(text: &str, at: usize) -> Option<Arabic> {
    number_with_marks(text, at, DigitMarks::POINT)
}

/// The same in a language with other marks: `1.234,5`.
pub(super) fn number_with_marks(text: &str, at: usize, marks: DigitMarks) -> Option<Arabic> {
    let (first, count) = digit_run(text, at);
    if count == 0 {
        return None;
    }
    let whole = if count <= 3 { groups(text, first, marks.thousands) } else { first };
    let mut end = whole;
    let mut points = 0;
    while let Some(next) = fraction_end(text, end, marks.decimal) {
        end = next;
        points += 1;
    }
    let is_chain = points > 1;
    let value = if is_chain { None } else { value_of_digits(&text[at..end], marks) };
    let is_plain = points == 0 && whole == first;
    Some(Arabic { end, value, plain_digits: if is_plain { count } else { 0 }, is_chain })
}

/// The value of digits, separators and one point.
fn value_of_digits(text: &str, marks: DigitMarks) -> Option<Decimal> {
    let is_plain = |byte: u8| byte.is_ascii_digit() || (byte == b'.' && marks.decimal == '.');
    if text.bytes().all(is_plain) {
        return Decimal::parse(text);
    }
    let folded: String = text
        .chars()
        .filter(|c| *c != marks.thousands)
        .map(|c| match digit(c) {
            Some(digit) => char::from_digit(digit, 10).unwrap_or('0'),
            None => '.',
        })
        .collect();
    Decimal::parse(&folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_may_have_other_marks_between_its_digits() {
        let marks = DigitMarks { thousands: '.', decimal: ',' };
        for (text, wanted, end) in
            [("6,5 Prozent", "6.5", 3), ("3.870", "3870", 5), ("1.234,5", "1234.5", 7)]
        {
            let number = number_with_marks(text, 0, marks).unwrap();
            assert_eq!((number.value.unwrap().to_string(), number.end), (wanted.to_owned(), end));
        }
    }

    #[test]
    fn digits_are_read_with_their_separators_and_folded_to_half_width() {
        for (text, wanted, end) in [
            ("3870亿元", "3870", 4),
            ("50,653 yuan", "50653", 6),
            ("1,234,567.50元", "1234567.5", 12),
            ("６．５％", "6.5", 9),
            ("1,23", "1", 1),
            ("1,2345", "1", 1),
            ("12.", "12", 2),
        ] {
            let number = number_in_digits(text, 0).unwrap();
            assert_eq!(number.value.unwrap().to_string(), wanted, "{text}");
            assert_eq!(number.end, end, "{text}");
        }
        assert!(number_in_digits("1.2.3", 0).unwrap().is_chain);
        assert_eq!(number_in_digits("一", 0), None);
    }
}
