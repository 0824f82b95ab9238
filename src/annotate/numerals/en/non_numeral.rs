//! English words and names that hold numerals and are no numbers.

use std::sync::LazyLock;

use crate::annotate::numerals::non_numeral::{NonNumeral, NonNumerals};
use crate::model::Decimal;

/// Plain English words and phrases, apart by `|`.
const WORDS: &str = "no one|one another|one-stop|one after another|second-hand|secondhand|at first|first of all|second to none|\
    first-class|first-rate|first-time|world-class|first-hand|firsthand|one of|one or two|one by one|one-time|one-off|\
    in the first place|in the second place|latter half|other half|half-day|\
    one-sided|for one thing|a second|the one|this one|that one|each one|every one|one and all|one day|one’s|\
    one's|oneself|1's complement|2's complement|two's complement|five-year plan|five-year plans|someone|first lady|second language|a first|may second";

/// English names without a number of their own, or with one.
const NAMES: &[(&str, Option<u32>)] = &[
    ("made in china 2025", Some(2025)),
    ("one country, two systems", None),
    ("one china", None),
    ("one belt, one road", None),
    ("four-pronged", None),
    ("five-sphere", None),
    ("three gorges", None),
    ("double-eight", None),
    ("eight-point decision", None),
    ("eight-point rules", None),
    ("two centenary", None),
    ("two sessions", None),
    ("thousand talents", None),
    ("ten thousand talents", None),
    ("four consciousnesses", None),
    ("21st century maritime silk road", None),
    ("8890", Some(8890)),
    ("12345", Some(12345)),
    ("24/7", None),
    ("double eleven", Some(11)),
    ("group of 77", Some(77)),
    ("asean plus three", None),
    ("pm10", Some(10)),
];

/// All of them, ready to be looked for.
pub(super) static NON_NUMERALS: LazyLock<NonNumerals> = LazyLock::new(|| {
    let words = WORDS.split('|').map(|word| (word, NonNumeral::Word));
    NonNumerals::new(
        words.chain(
            NAMES.iter().map(|(word, value)| (*word, NonNumeral::Name(value.map(Decimal::from)))),
        ),
        true,
    )
});
