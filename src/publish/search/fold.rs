//! How texts and queries are made alike before they are compared: width, case, accents, and
//! traditional characters.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::model::is_han;

/// Where the Han characters lie that may have a simplified form: from the first of Extension A to
/// the last of the unified ideographs.
const HAN: std::ops::RangeInclusive<char> = '\u{3400}'..='\u{9fff}';

/// Each traditional character that is written in one other way in simplified Chinese (OpenCC's
/// table of characters).
static VARIANTS: LazyLock<BTreeMap<char, char>> = LazyLock::new(|| {
    let simplified = |c: char| {
        let written = hanconv::t2s(c.encode_utf8(&mut [0; 4]));
        let mut chars = written.chars();
        chars.next().filter(|other| *other != c && chars.next().is_none())
    };
    // 薴 is written 苧, which is itself another character's traditional form: followed to the end.
    let last = |c: char| {
        let steps = std::iter::successors(simplified(c), |c| simplified(*c));
        steps.take(4).last()
    };
    HAN.filter(|c| is_han(*c)).filter_map(|c| Some((c, last(c)?))).collect()
});

/// Every character from the first to the last of [`HAN`] in its simplified form, by its distance
/// from the first: most of a Chinese text is looked up here.
static SIMPLIFIED: LazyLock<Vec<char>> = LazyLock::new(|| {
    let simplified = |c| VARIANTS.get(&c).copied().unwrap_or(c);
    HAN.map(simplified).collect()
});

/// The simplified form of a Han character that a table of this file holds, or the character itself.
fn simplest(c: char) -> Option<char> {
    let place = u32::from(c).checked_sub(u32::from(*HAN.start()))?;
    SIMPLIFIED.get(place as usize).copied()
}

/// The simplified form of a traditional character; nothing where it has none.
pub(super) fn simplified(c: char) -> Option<char> {
    simplest(c).filter(|simple| *simple != c)
}

/// Every traditional character followed by its simplified form.
pub(super) fn variants() -> String {
    VARIANTS.iter().flat_map(|(from, to)| [*from, *to]).collect()
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
    if let Some(simple) = simplest(c) {
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

    #[test]
    fn no_simplified_form_has_one_itself() {
        for to in VARIANTS.values() {
            assert_eq!(simplified(*to), None, "{to}");
        }
    }
}
