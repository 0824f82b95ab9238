//! How texts and queries are made alike before they are compared: width, case, accents, and
//! traditional characters.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::model::{simplest_form, simplified, simplified_forms};

/// Every traditional character followed by its simplified form.
pub(super) fn variants() -> String {
    simplified_forms().flat_map(|(from, to)| [from, to]).collect()
}

/// Hands over what a character is compared by: compatibility forms taken apart (Unicode's NFKD),
/// marks dropped, lower case, simplified. The script of the search page does the same.
///
/// A full-width comma is never a comma inside a number, so it becomes another stop.
pub(super) fn fold_character(c: char, mut to: impl FnMut(char)) {
    if c.is_ascii() {
        return to(c.to_ascii_lowercase());
    }
    if c == '，' {
        return to('、');
    }
    // Unified ideographs are not taken apart and have no case.
    if let Some(simple) = simplest_form(c) {
        return to(simple);
    }
    let taken_apart = c.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    for folded in taken_apart.filter(|c| !is_combining_mark(*c)) {
        to(simplified(folded).unwrap_or(folded));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut folded = String::new();
        text.chars().for_each(|c| fold_character(c, |c| folded.push(c)));
        folded
    }

    #[test]
    fn width_case_accents_and_traditional_forms_do_not_matter() {
        assert_eq!(folded("ＧＤＰ％"), "gdp%");
        assert_eq!(folded("Sān Tiáo lǘ"), "san tiao lu");
        assert_eq!(folded("㎡ ℃"), "m2 °c");
        assert_eq!(folded("區域發展"), "区域发展");
        assert_eq!(folded("2017年，3870"), "2017年、3870");
    }
}
