//! Which characters are Chinese, and which are the traditional form of another: the one definition
//! for every stage.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Whether a character is a Han ideograph as running text has them.
///
/// After Unicode's property `Script=Han` (UAX #24): the unified ideographs with all extensions, the
/// compatibility ideographs, and 々 and 〇, which are written between others. Whole blocks are
/// named, so that characters of a later Unicode count too. Left out are the radicals
/// (U+2E80–2FDF) and the Hangzhou numerals (U+3021–3029, 3038–303B): signs that name or number
/// something, and not writing. What a search compares character by character is held to the same
/// ranges in the theme's `js/search/text.js`.
pub fn is_han(c: char) -> bool {
    matches!(c,
        '\u{4e00}'..='\u{9fff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{3005}' | '\u{3007}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

/// Whether a character is a mark, letter or digit that takes the square of a Han character: CJK
/// Symbols and Punctuation, and the full-width forms of ASCII.
pub(crate) fn is_full_width_form(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff60}')
}

/// Whether a character belongs to Chinese typesetting beyond doubt: a Han character or what is
/// written in the same squares (radicals, kana, bopomofo, full-width forms). Quotation marks, dashes
/// and middle dots (“ ” — … ·) are of both scripts and are not.
pub(crate) fn is_wide(c: char) -> bool {
    is_han(c)
        || is_full_width_form(c)
        || matches!(c, '\u{2e80}'..='\u{2fff}' | '\u{3040}'..='\u{312f}')
}

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
pub(crate) fn simplest_form(c: char) -> Option<char> {
    let place = u32::from(c).checked_sub(u32::from(*HAN.start()))?;
    SIMPLIFIED.get(place as usize).copied()
}

/// The simplified form of a traditional character; nothing where it has none.
pub(crate) fn simplified(c: char) -> Option<char> {
    simplest_form(c).filter(|simple| *simple != c)
}

/// Every traditional character with its simplified form.
pub(crate) fn simplified_forms() -> impl Iterator<Item = (char, char)> {
    VARIANTS.iter().map(|(from, to)| (*from, *to))
}

/// A text in simplified characters, each in the place of its own, so that a byte of the one is the
/// same byte of the other. The text itself where it has no other.
///
/// One character for one, as a recogniser needs it: 乾 is 干 and 後 is 后, whatever the word. A
/// character whose simplified form takes more or fewer bytes stays.
pub(crate) fn in_simplified(text: &str) -> Cow<'_, str> {
    let other = |c: char| simplified(c).filter(|simple| simple.len_utf8() == c.len_utf8());
    let Some((first, _)) = text.char_indices().find(|(_, c)| other(*c).is_some()) else {
        return Cow::Borrowed(text);
    };
    let mut folded = String::with_capacity(text.len());
    folded.push_str(&text[..first]);
    folded.extend(text[first..].chars().map(|c| other(c).unwrap_or(c)));
    Cow::Owned(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_its_places_when_its_characters_are_simplified() {
        for (text, wanted) in
            [("753億元，十九萬一千個", "753亿元，十九万一千个"), ("3870亿元", "3870亿元"), ("", "")]
        {
            assert_eq!(in_simplified(text), wanted);
            assert_eq!(text.len(), wanted.len());
        }
    }

    #[test]
    fn ideographs_of_every_block_are_han_and_marks_kana_and_radicals_are_not() {
        for c in "一鿿㐀々〇豈𠀀𲎯".chars() {
            assert!(is_han(c) && is_wide(c), "{c}");
        }
        for c in "。，：（Ａかケㄅ⼀〡".chars() {
            assert!(!is_han(c) && is_wide(c), "{c}");
        }
        for c in "aé1“”—…· %가".chars() {
            assert!(!is_han(c) && !is_wide(c), "{c}");
        }
    }

    #[test]
    fn no_simplified_form_has_one_itself() {
        for (_, to) in simplified_forms() {
            assert_eq!(simplified(to), None, "{to}");
        }
    }
}
