//! The order of concepts in each language, with the letters they stand under.
//!
//! Order and letter come from one key, so they cannot disagree.

use pinyin::ToPinyin as _;

use super::reading::{split_tone, syllables};
use crate::model::{Concept, ConceptId, Language, Languages, Letter, Script};

/// What a character is ordered by: the letters of its syllable, its tone, itself.
type Place = (String, u8, char);

/// The concepts in the order of each language.
pub(super) fn orders(concepts: &[Concept], languages: &Languages) -> Vec<Vec<Letter>> {
    languages
        .iter()
        .map(|language| {
            let mut keyed: Vec<(char, Vec<Place>, ConceptId)> = concepts
                .iter()
                .zip(0..)
                .map(|(concept, number)| {
                    let key = sort_key(concept, language);
                    (letter(&key), key, ConceptId(number))
                })
                .collect();
            // What has no letter comes last.
            keyed.sort_by(|a, b| (a.0 == '#', &a.1, a.2).cmp(&(b.0 == '#', &b.1, b.2)));
            letter_groups(keyed)
        })
        .collect()
}

fn letter_groups(keyed: Vec<(char, Vec<Place>, ConceptId)>) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    for (letter, _, concept) in keyed {
        match letters.last_mut().filter(|last| last.letter == letter) {
            Some(last) => last.concepts.push(concept),
            None => letters.push(Letter { letter, concepts: vec![concept] }),
        }
    }
    letters
}

fn letter(key: &[Place]) -> char {
    let first = key.first().and_then(|(letters, ..)| letters.chars().next());
    first.filter(char::is_ascii_alphabetic).map_or('#', |c| c.to_ascii_uppercase())
}

fn sort_key(concept: &Concept, language: &Language) -> Vec<Place> {
    let name = concept.name(language.id);
    match language.script {
        Script::Han => {
            let mut syllables = syllables(name, &concept.reading.pinyin).into_iter();
            name.chars()
                .filter(|c| c.is_alphanumeric())
                .map(|c| {
                    let (letters, tone) = match c.to_pinyin() {
                        Some(_) => split_tone(&syllables.next().unwrap_or_default()),
                        None => (c.to_lowercase().collect(), 0),
                    };
                    (letters, tone, c)
                })
                .collect()
        }
        // Word by word, without marks; an article at the beginning does not count.
        Script::Latin => {
            let lower = name.to_lowercase();
            let plain = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
            let plain = plain.strip_prefix(language.leading_article()).unwrap_or(plain);
            plain
                .split(|c: char| c.is_whitespace() || "-–—/".contains(c))
                .map(|word| word.chars().filter(|c| c.is_alphanumeric()).collect::<String>())
                .filter(|word| !word.is_empty())
                .map(|word| (word, 0, ' '))
                .collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{LangId, LangMap, LinkPolicy, Members, Reading, TermKind, Wording};
    use crate::source::{FileId, Span};

    fn concept(zh: &str, pinyin: &str, en: &str) -> Concept {
        let wording = |term: &str| Wording { preferred: term.to_owned(), ..Wording::default() };
        Concept {
            id: en.to_owned(),
            kind: TermKind::Concept,
            wordings: vec![wording(zh), wording(en)],
            reading: Reading { pinyin: pinyin.to_owned(), is_stated: true },
            definition: LangMap::default(),
            members: Members::Unsaid,
            see: Vec::new(),
            source: LangMap::default(),
            link: LinkPolicy::Section,
            area: None,
            span: Span::new(FileId(0), 0..0),
        }
    }

    fn listed(concepts: &[Concept]) -> [Vec<String>; 2] {
        let language = |id, code: &str, script| Language {
            id: LangId(id),
            code: code.to_owned(),
            tag: code.to_owned(),
            name: code.to_owned(),
            script,
            numerals: crate::annotate::numerals_of(code),
        };
        let languages =
            Languages::new(vec![language(0, "zh", Script::Han), language(1, "en", Script::Latin)]);
        let orders = orders(concepts, &languages);
        [0, 1].map(|lang| {
            orders[lang]
                .iter()
                .flat_map(|letter| {
                    letter.concepts.iter().map(|id| {
                        let name = concepts[id.0 as usize].name(LangId(u8::from(lang == 1)));
                        format!("{} {name}", letter.letter)
                    })
                })
                .collect()
        })
    }

    #[test]
    fn chinese_is_ordered_by_syllable_tone_and_character_whatever_a_converter_would_read() {
        let concepts = [
            concept("重庆", "chóng qìng", "Chongqing"),
            concept("重点", "zhòng diǎn", "focus"),
            concept("长三角", "cháng sān jiǎo", "Yangtze River Delta"),
            concept("八骏图", "bā jùn tú", "the Eight Steeds"),
            concept("20分钟圈", "20 fēn zhōng quān", "20-minute circle"),
            concept("PM2.5", "PM2.5", "PM2.5"),
            concept("八婺", "bā wù", "Bawu"),
        ];
        let [zh, en] = listed(&concepts);
        assert_eq!(
            zh,
            ["B 八骏图", "B 八婺", "C 长三角", "C 重庆", "P PM2.5", "Z 重点", "# 20分钟圈"]
        );
        assert_eq!(
            en,
            [
                "B Bawu",
                "C Chongqing",
                "E the Eight Steeds",
                "F focus",
                "P PM2.5",
                "Y Yangtze River Delta",
                "# 20-minute circle"
            ]
        );
    }
}
