//! What the recogniser promises of any text, in both languages.

#![no_main]

use duizhao::annotate::NUMERALS;
use duizhao::model::Numerals;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    for numerals in NUMERALS {
        keeps_its_promises(text, *numerals);
    }
});

fn keeps_its_promises(text: &str, numerals: &'static dyn Numerals) {
    let found = numerals.quantities(text);
    let mut done = 0;
    for range in found.iter().map(|found| &found.range) {
        assert!(range.start < range.end, "{numerals:?}: {range:?} is empty");
        assert!(text.get(range.clone()).is_some(), "{numerals:?}: {range:?} cuts a character");
        assert!(done <= range.start, "{numerals:?}: {range:?} begins before {done}");
        done = range.end;
    }
    let mut next = found.iter().map(|found| &found.range).peekable();
    for (at, _) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        while next.next_if(|range| range.end <= at).is_some() {}
        let is_inside = next.peek().is_some_and(|range| range.contains(&at));
        assert!(is_inside, "{numerals:?}: the digit at {at} is in nothing found");
    }
}
