//! Numbers that stand in a text as numbers of their own.

use std::collections::HashMap;

use super::Passage;

/// Whether digits stand in a text as a number of their own.
pub(super) fn has_number(text: &str, digits: &str) -> bool {
    text.match_indices(digits).any(|(at, _)| {
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        is_free_before(&text[..at]) && !is_digit(text[at + digits.len()..].chars().next())
    })
}

/// Whether a text does not end inside a number, with its point or comma.
fn is_free_before(text: &str) -> bool {
    let before = text.strip_suffix(['.', ',']).unwrap_or(text);
    !before.ends_with(|c: char| c.is_ascii_digit())
}

/// The numbers of a side, to be looked up: where each ends.
pub(super) struct StandingNumbers<'a> {
    side: &'a [Passage<'a>],
    ends: HashMap<&'a str, Vec<&'a str>>,
}

impl<'a> StandingNumbers<'a> {
    pub(super) fn of(side: &'a [Passage<'a>]) -> Self {
        let mut ends: HashMap<&str, Vec<&str>> = HashMap::new();
        for plain in side.iter().map(|passage| passage.plain) {
            let digits = |at: usize| at + length_of_digits(&plain[at..]);
            let mut at = 0;
            while let Some(next) = plain[at..].find(|c: char| c.is_ascii_digit()) {
                let start = at + next;
                at = digits(start);
                if !is_free_before(&plain[..start]) {
                    continue;
                }
                ends.entry(&plain[start..at]).or_default().push(&plain[at..]);
                if plain[at..].starts_with('.') && digits(at + 1) > at + 1 {
                    let end = digits(at + 1);
                    ends.entry(&plain[start..end]).or_default().push(&plain[end..]);
                }
            }
        }
        Self { side, ends }
    }

    /// Whether a number stands somewhere, with the letters or signs behind it.
    pub(super) fn has(&self, number: &str) -> bool {
        let whole = length_of_digits(number);
        if whole == 0 {
            return self.side.iter().any(|passage| has_number(passage.plain, number));
        }
        let fraction = number[whole..].strip_prefix('.').map_or(0, length_of_digits);
        let end = if fraction > 0 { whole + 1 + fraction } else { whole };
        let (digits, sign) = number.split_at(end);
        let follows = |rest: &&str| {
            let after = rest.strip_prefix(sign);
            after.is_some_and(|after| !after.starts_with(|c: char| c.is_ascii_digit()))
        };
        self.ends.get(digits).is_some_and(|rests| rests.iter().any(follows))
    }
}

fn length_of_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_number_that_is_looked_up_is_one_that_a_search_finds(
            texts in proptest::collection::vec("[12., a%]{0,16}", 0..3),
            number in "-?[12]{1,2}(\\.[12])?[a%]{0,2}",
        ) {
            let side: Vec<Passage> =
                texts.iter().map(|plain| Passage { plain, quantities: &[], terms: &[] }).collect();
            let is_found = texts.iter().any(|plain| has_number(plain, &number));
            prop_assert_eq!(StandingNumbers::of(&side).has(&number), is_found);
        }
    }
}
