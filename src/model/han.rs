//! Which characters are Chinese: the one definition for every stage.

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

#[cfg(test)]
mod tests {
    use super::*;

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
}
