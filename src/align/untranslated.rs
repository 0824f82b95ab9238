//! What of a translation still stands in the language of the original.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::model::{
    Document, LangId, Language, Languages, MarkKind, Page, Place, TextId, prose_of,
};

/// The places of a page that are not translated yet, each with those of its parts ([`Page::parts`])
/// that are not: of a list some items, of anything else the whole.
pub(crate) fn untranslated(
    page: &Page,
    languages: &Languages,
) -> BTreeMap<(Place, LangId), Vec<usize>> {
    let original = languages.original();
    let mut found = BTreeMap::new();
    for language in languages.iter().skip(1) {
        let Some(side) = page.side(language.id) else { continue };
        let documents = [&*page.original().document, &*side.document];
        for place in page.places() {
            let parts = page.parts(place, language.id);
            let is_left = |texts: &[Vec<TextId>; 2]| {
                let other = joined(documents[1], &texts[1]);
                may_be_left(original, &other) && {
                    let own = joined(documents[0], &texts[0]);
                    original.is_left_in(language, &own, &other)
                }
            };
            // A cell may be a name; a table is left as a whole or not.
            let numbers: Vec<usize> = if page.is_table(place) {
                let all = [LangId::ORIGINAL, language.id].map(|lang| page.texts(place, lang));
                if is_left(&all) { (0..parts.len()).collect() } else { Vec::new() }
            } else {
                (0..parts.len()).filter(|part| is_left(&parts[*part])).collect()
            };
            if !numbers.is_empty() {
                found.insert((place, language.id), numbers);
            }
        }
    }
    found
}

fn joined<'a>(document: &'a Document, texts: &[TextId]) -> Cow<'a, str> {
    if let [only] = texts {
        let text = document.text(*only);
        // The title of another text, which leads there, is a name.
        let is_title = text.marks.iter().any(|mark| {
            let range = mark.start as usize..mark.end as usize;
            matches!(mark.kind, MarkKind::Link(_))
                && text.plain[range].trim().len() == text.plain.trim().len()
        });
        return if is_title { Cow::Borrowed("") } else { prose_of(text) };
    }
    let texts = texts.iter().map(|text| prose_of(document.text(*text)));
    Cow::Owned(texts.collect::<Vec<_>>().join("\n"))
}

/// Whether words are in the language of the original at all, which is asked first of every paragraph.
fn may_be_left(original: &Language, other: &str) -> bool {
    original.numerals.is_some_and(|numerals| numerals.is_prose(other))
}

#[cfg(test)]
mod tests {
    use crate::annotate::NUMERALS;
    use crate::input::site_toml::default_for;

    use super::*;

    fn left(codes: [&str; 2], own: &str, other: &str) -> bool {
        let languages = default_for(&codes).languages.read_by(NUMERALS);
        languages.original().is_left_in(languages.get(LangId(1)), own, other)
    }

    #[test]
    fn a_paragraph_in_the_language_of_the_original_is_not_translated() {
        let zh = "过去一年，全市生产总值3870亿元。";
        let en = "In the past year the GDP of the city was RMB 387 billion.";
        assert!(left(["zh", "en"], zh, zh));
        assert!(!left(["zh", "en"], zh, en));
        assert!(left(["en", "zh"], en, en));
        assert!(!left(["en", "zh"], en, zh));
        assert!(left(["en", "fr"], en, en));
        assert!(!left(["en", "fr"], en, "L’an dernier, la ville a progressé."));
        assert!(left(["zh", "fr"], zh, zh));
    }

    #[test]
    fn names_numbers_and_quotations_of_another_language_are_no_untranslated_text() {
        assert!(!left(["en", "zh"], "npm install", "npm install"));
        assert!(!left(["en", "zh"], "FastJSON 2.0", "FastJSON 2.0"));
        assert!(!left(["zh", "en"], "3870", "3870"));
        assert!(!left(["zh", "en"], "To be, or not to be", "To be, or not to be"));
    }
}
