//! One sameness: when two spellings name one thing.
//!
//! What a person sees as one name may be typed in two ways: `é` as one character or as two, a soft
//! hyphen inside a word, a zero-width blank that came along with a paste. Names of files,
//! fragments, labels, terms and search words are compared in the form that is made here.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

use super::{simplest_form, simplified};

/// `Default_Ignorable_Code_Point` of Unicode 16 (`DerivedCoreProperties.txt`): what is not seen and
/// says nothing, such as soft hyphens, joiners, direction marks and variation selectors.
const DEFAULT_IGNORABLE: [(char, char); 17] = [
    ('\u{AD}', '\u{AD}'),
    ('\u{34F}', '\u{34F}'),
    ('\u{61C}', '\u{61C}'),
    ('\u{115F}', '\u{1160}'),
    ('\u{17B4}', '\u{17B5}'),
    ('\u{180B}', '\u{180F}'),
    ('\u{200B}', '\u{200F}'),
    ('\u{202A}', '\u{202E}'),
    ('\u{2060}', '\u{206F}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{FE00}', '\u{FE0F}'),
    ('\u{FEFF}', '\u{FEFF}'),
    ('\u{FFA0}', '\u{FFA0}'),
    ('\u{FFF0}', '\u{FFF8}'),
    ('\u{1BCA0}', '\u{1BCA3}'),
    ('\u{1D173}', '\u{1D17A}'),
    ('\u{E0000}', '\u{E0FFF}'),
];

/// Whether a character is not seen and says nothing.
pub(crate) fn is_ignorable(c: char) -> bool {
    // Nothing of ASCII is, and most text is.
    !c.is_ascii() && DEFAULT_IGNORABLE.iter().any(|(first, last)| (*first..=*last).contains(&c))
}

/// Whether a character is a mark upon the one before it: the accent of `é` typed as two.
pub(crate) fn is_mark(c: char) -> bool {
    !c.is_ascii() && is_combining_mark(c)
}

/// The form in which two spellings of one name are equal: NFC, without what is not seen.
pub(crate) fn same_form(name: &str) -> Cow<'_, str> {
    if name.is_ascii() {
        return Cow::Borrowed(name);
    }
    if !name.chars().any(is_ignorable) {
        return match is_nfc_quick(name.chars()) {
            IsNormalized::Yes => Cow::Borrowed(name),
            _ => Cow::Owned(name.nfc().collect()),
        };
    }
    Cow::Owned(name.chars().filter(|c| !is_ignorable(*c)).nfc().collect())
}

/// The same of a part of an address, which may be written in percent signs: `%E7%94%B2` is `甲`.
/// What is not UTF-8 stays as it is written.
pub(crate) fn same_address(written: &str) -> Cow<'_, str> {
    match percent_encoding::percent_decode_str(written).decode_utf8() {
        Ok(Cow::Borrowed(_)) | Err(_) => same_form(written),
        Ok(Cow::Owned(decoded)) => Cow::Owned(same_form(&decoded).into_owned()),
    }
}

/// A text without its accents and tones: `lüe` as `lue`.
pub(crate) fn without_marks(text: &str) -> String {
    text.nfd().filter(|c| !is_combining_mark(*c)).collect()
}

/// What a footnote's label is known by; Markdown knows no case there.
pub(crate) fn label_key(label: &str) -> String {
    same_form(label).to_lowercase()
}

/// Hands over what a character is searched by: compatibility forms taken apart (Unicode's NFKD),
/// marks and what is not seen dropped, lower case, simplified. The script of the search page does the
/// same.
///
/// A full-width comma is never a comma inside a number, so it becomes another stop.
pub(crate) fn search_form(c: char, mut to: impl FnMut(char)) {
    if c.is_ascii() {
        return to(c.to_ascii_lowercase());
    }
    if c == '，' {
        return to('、');
    }
    if is_ignorable(c) {
        return;
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
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spellings_that_look_alike_are_one_name() {
        assert_eq!(same_form("2-e\u{301}"), "2-é");
        assert_eq!(same_form("Corri\u{AD}dors"), "Corridors");
        assert_eq!(same_form("走\u{200B}廊\u{FEFF}"), "走廊");
        assert_eq!(same_address("%E7%94%B2"), "甲");
        assert_eq!(same_address("e%CC%81"), "é");
        assert_eq!(same_address("50%"), "50%");
        assert_eq!(label_key("Ｎote-A"), "ｎote-a");
    }

    fn folded(text: &str) -> String {
        let mut folded = String::new();
        text.chars().for_each(|c| search_form(c, |c| folded.push(c)));
        folded
    }

    #[test]
    fn width_case_accents_and_traditional_forms_do_not_matter() {
        assert_eq!(folded("ＧＤＰ％"), "gdp%");
        assert_eq!(folded("Sān Tiáo lǘ"), "san tiao lu");
        assert_eq!(folded("㎡ ℃"), "m2 °c");
        assert_eq!(folded("區域發展"), "区域发展");
        assert_eq!(folded("2017年，3870"), "2017年、3870");
        assert_eq!(folded("Corri\u{AD}dor"), "corridor");
    }

    proptest! {
        #[test]
        fn what_is_the_same_stays_the_same(name in "[a-c\u{e9}\u{301}e\u{ad}\u{200b}甲%4]{0,12}") {
            let once = same_form(&name).into_owned();
            prop_assert_eq!(&*same_form(&once), once.as_str());
            prop_assert!(!once.chars().any(is_ignorable));
        }
    }
}
