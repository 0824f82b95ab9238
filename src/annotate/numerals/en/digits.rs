//! A whole run of digits with what stands between them: 12,345.6 and 12 345. Never a part of one.

use super::number_word::word_at;
use crate::annotate::numerals::{arabic, char_at, char_before, is_at, is_before};
use crate::model::Decimal;
use crate::model::effort::spend;

/// A run of digits, read whole or not at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DigitRun {
    pub(super) end: usize,
    /// Its value, if it is one well-formed number that fits.
    pub(super) value: Option<Decimal>,
    /// How many digits, if there is nothing between them; otherwise none.
    pub(super) plain_digits: usize,
    /// Whether it is a chain like 1.2.3.
    pub(super) is_chain: bool,
}

/// Blanks between groups of three digits: the plain one, one that keeps the line together, and the
/// narrow ones.
const BLANKS: [&str; 4] = [" ", "\u{a0}", "\u{202f}", "\u{2009}"];

/// Words that a number follows as a label: Table 3 100 is not 3,100.
const LABELS: [&str; 12] = [
    "Table ", "Figure ", "No. ", "no. ", "Line ", "Article ", "Chapter ", "Section ", "Phase ",
    "Part ", "Level ", "Page ",
];

/// The most groups behind the first: a longer number does not fit.
const MOST_GROUPS: usize = 11;

/// Reads the run whose first digit stands at a byte.
pub(super) fn digit_run(text: &str, at: usize) -> Option<DigitRun> {
    let number = arabic::number_in_digits(text, at)?;
    let run = DigitRun {
        end: number.end,
        value: number.value,
        plain_digits: number.plain_digits,
        is_chain: number.is_chain,
    };
    // 50,6530 and 1,23: a group is not three digits.
    if is_at(text, run.end, ",") && is_digit_at(text, run.end + 1) {
        let end = malformed_end(text, run.end);
        return Some(DigitRun { end, value: None, plain_digits: 0, is_chain: false });
    }
    if (1..=3).contains(&run.plain_digits)
        && let Some(grouped) = grouped_by_blanks(text, at, run.end)
    {
        return Some(grouped);
    }
    Some(run)
}

/// Digits alone, without marks, and how many: the day of "March 31,2018".
pub(super) fn plain_digits(text: &str, at: usize) -> Option<(u32, usize, usize)> {
    let bytes = text.as_bytes().get(at..)?;
    let count = bytes.iter().take(5).take_while(|byte| byte.is_ascii_digit()).count();
    spend(1 + count);
    let value = text.get(at..at + count)?.parse().ok()?;
    Some((value, at + count, count))
}

/// Whether a digit stands at a byte.
pub(super) fn is_digit_at(text: &str, at: usize) -> bool {
    char_at(text, at).is_some_and(|c| arabic::digit(c).is_some())
}

/// Whether a digit ends at a byte.
pub(super) fn is_digit_before(text: &str, at: usize) -> bool {
    char_before(text, at).is_some_and(|c| arabic::digit(c).is_some())
}

fn malformed_end(text: &str, from: usize) -> usize {
    let mut end = from;
    while let Some(c) = char_at(text, end) {
        let next = end + c.len_utf8();
        let goes_on =
            arabic::digit(c).is_some() || (matches!(c, ',' | '.') && is_digit_at(text, next));
        if !goes_on {
            break;
        }
        end = next;
    }
    end
}

/// 12 345 and 1 234 567.8: groups of exactly three digits after one of up to three. Not "in 2018
/// 300 firms", whose first group has four digits, and not a list of numbers.
fn grouped_by_blanks(text: &str, at: usize, first_end: usize) -> Option<DigitRun> {
    if is_at(text, at, "0") {
        return None;
    }
    let mut end = first_end;
    let mut is_plain = false;
    for _ in 0..MOST_GROUPS {
        let Some(blank) = BLANKS.iter().find(|blank| is_at(text, end, blank)) else { break };
        let Some((_, next, 3)) = plain_digits(text, end + blank.len()) else { break };
        is_plain |= *blank == " ";
        end = next;
    }
    if end == first_end || is_digit_at(text, end) {
        return None;
    }
    if is_plain && is_list(text, at, end) {
        return None;
    }
    let suffix = word_at(text, end);
    let goes_on = matches!(char_at(text, end), Some('/' | ':' | '·'))
        || (is_at(text, end, ",") && is_digit_at(text, end + 1));
    if goes_on || ["st", "nd", "rd", "th"].contains(&suffix) {
        return None;
    }
    if is_at(text, end, ".") && is_digit_at(text, end + 1) {
        end = malformed_end(text, end + 1);
    }
    let digits: String =
        text[at..end].chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    Some(DigitRun { end, value: Decimal::parse(&digits), plain_digits: 0, is_chain: false })
}

/// Whether groups apart by plain blanks are numbers of their own: the third of "2018 300 500", and
/// what a label names.
fn is_list(text: &str, at: usize, end: usize) -> bool {
    let is_after_number = is_before(text, at, " ") && is_digit_before(text, at - 1);
    let is_before_number = is_at(text, end, " ") && is_digit_at(text, end + 1);
    let is_label = LABELS.iter().any(|label| is_before(text, at, label));
    is_after_number || is_before_number || is_label || is_at(text, end, "%")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::annotate::numerals_of;
    use crate::model::{Decimal, Mention, Quantity, QuantityKind};

    fn read(text: &str) -> Vec<Mention<Quantity>> {
        numerals_of("en").unwrap().quantities(text)
    }

    fn numeral() -> impl Strategy<Value = String> {
        let groups = (1_u32..1000, proptest::collection::vec(0_u32..1000, 0..3), 0_usize..4);
        let whole = groups.prop_map(|(first, rest, mark)| {
            let mark = [",", " ", "\u{a0}", "\u{202f}"][mark];
            rest.iter().fold(first.to_string(), |text, group| format!("{text}{mark}{group:03}"))
        });
        let fraction =
            prop_oneof![Just(String::new()), (0_u32..1000).prop_map(|n| format!(".{n}"))];
        let scale = prop_oneof![
            Just(""),
            Just(" million"),
            Just(" hundred million"),
            Just("bn"),
            Just("k"),
            Just("tn"),
            Just(" dozen"),
            Just(" and a half"),
            Just("-billion"),
        ];
        (whole, fraction, scale).prop_map(|(whole, fraction, scale)| whole + &fraction + scale)
    }

    proptest! {
        /// A numeral is read whole: whatever digit is put to it, its old value is gone, or what it
        /// stands in is a name.
        #[test]
        fn a_digit_more_never_leaves_the_value_of_a_part(
            numeral in numeral(), digit in 0_u32..10, is_before in any::<bool>(),
        ) {
            let found = read(&numeral);
            prop_assert_eq!(found.len(), 1, "{}", numeral);
            let old = found[0].value.value;
            let text = if is_before { format!("{digit}{numeral}") } else { format!("{numeral}{digit}") };
            // 05 is 5, and 0.50 is 0.5.
            let is_same_number = if is_before { digit == 0 } else { digit == 0 && numeral.contains('.') };
            let is_name = |one: &Mention<Quantity>| one.value.kind == QuantityKind::Name;
            let left = read(&text).into_iter().find(|one| one.value.value == old && !is_name(one));
            prop_assert!(old.is_some());
            prop_assert!(left.is_none() || is_same_number, "{numeral} and {text}: {left:?}");
        }
    }

    #[test]
    fn digits_that_are_not_one_number_have_no_value() {
        for text in ["50,6530", "1,23", "1,2345", "12,34,567", "1234,567", "387 billion5", "three5"]
        {
            let found = read(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].value.kind, QuantityKind::Unread, "{text}");
            assert_eq!(
                (found[0].range.clone(), found[0].value.value),
                (0..text.len(), None),
                "{text}"
            );
        }
    }

    #[test]
    fn groups_apart_by_blanks_are_one_number_but_a_list_is_none() {
        for (text, wanted) in [
            ("3 481 people", &["3481"][..]),
            ("191\u{2009}816 people", &["191816"]),
            ("1 234 567.8 tons", &["1234567.8"]),
            ("in 2018 300 firms", &["2018", "300"]),
            ("2018 300 500", &["2018", "300", "500"]),
            ("Table 3 100 firms", &["3", "100"]),
            ("12 3456", &["12", "3456"]),
        ] {
            let values: Vec<String> =
                read(text).iter().map(|one| one.value.value.unwrap().to_string()).collect();
            assert_eq!(values, wanted, "{text}");
        }
        assert_eq!(read("12 345")[0].value.value, Decimal::parse("12345"));
    }
}
