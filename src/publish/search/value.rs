//! Numbers as words of the index, however they are written: 3870亿 and 387 billion are both
//! `387000000000#`.

use std::collections::BTreeSet;

use crate::model::{Decimal, LangId, Page, Place, Quantity, QuantityKind};

/// Smaller numbers are too often said in passing: 三个方面, two.
const SMALLEST: u32 = 10;

/// The word of a number; nothing for dates, names and numbering, nor for small numbers.
pub(super) fn number_word(quantity: &Quantity) -> Option<String> {
    let is_counted =
        matches!(quantity.kind, QuantityKind::Figure | QuantityKind::Duration | QuantityKind::Rank);
    let value = quantity.value.filter(|value| is_counted && *value >= Decimal::from(SMALLEST))?;
    Some(format!("{value}#"))
}

/// The words of the numbers of a place in all languages, apart from those that stand there as
/// digits already. Empty where numerals were not read.
pub(super) fn number_words(page: &Page, place: Place) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for lang in (0..).map(LangId).take(page.sides.len()) {
        let Some(side) = page.side(lang) else { continue };
        for text in page.texts(place, lang) {
            let plain = &side.document.text(text).plain;
            let Some(annotation) = side.document.annotations.get(text.0 as usize) else { continue };
            for found in &annotation.quantities {
                let Some(word) = number_word(&found.value) else { continue };
                let digits = word.trim_end_matches('#');
                let written: String =
                    plain[found.range.clone()].chars().filter(|c| *c != ',').collect();
                let is_plain = written.starts_with(digits)
                    && !written[digits.len()..]
                        .starts_with(|c: char| c.is_ascii_digit() || c == '.');
                if !is_plain {
                    words.insert(word);
                }
            }
        }
    }
    words
}
