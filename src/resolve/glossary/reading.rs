//! Chinese terms read aloud.

use pinyin::{ToPinyin as _, ToPinyinMulti as _};

use crate::model::{Concept, Languages, Script};
use crate::source::{Argument, Diagnostic, codes, message};

/// Characters whose usual reading is wrong often enough in names and terms that the entry must say
/// how the whole term is read: 重庆, 长三角, 银行, 首都, 厦门…
const POLYPHONES: &str = "重长行都厦乐率调种会处得曾朝单弹更冠降角卷强数校兴载着参宿传";

/// Gives each concept its reading, where one of the languages is Chinese.
pub(super) fn read_aloud(
    concepts: &mut [Concept],
    languages: &Languages,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let Some(chinese) = languages.iter().find(|language| language.script == Script::Han) else {
        return;
    };
    for concept in concepts {
        let term = concept.wordings[chinese.id.index()].preferred.clone();
        if concept.reading.is_stated {
            diagnostics.extend(impossible_reading(concept, &term));
        } else {
            diagnostics.extend(uncertain(concept, &term));
            concept.reading.pinyin = character_by_character(&term);
        }
    }
}

/// How a term is read aloud where the term base does not say so; nothing where it should.
pub fn unstated(term: &str) -> Option<String> {
    let is_certain = !term.contains(|c| POLYPHONES.contains(c));
    is_certain.then(|| character_by_character(term))
}

/// A term as it is read without knowing its words.
fn character_by_character(term: &str) -> String {
    let mut reading = String::new();
    let mut was_letter = false;
    for c in term.chars() {
        if let Some(syllable) = c.to_pinyin() {
            if !reading.is_empty() && !reading.ends_with(' ') {
                reading.push(' ');
            }
            reading.push_str(syllable.with_tone());
            was_letter = false;
        } else if c.is_alphanumeric() || matches!(c, '.' | '+' | '·' | '-') {
            if !was_letter && !reading.is_empty() && !reading.ends_with(' ') {
                reading.push(' ');
            }
            reading.push(c);
            was_letter = true;
        } else if matches!(c, '、' | '，' | '：' | '；') {
            reading.push(',');
            was_letter = false;
        }
    }
    reading
}

/// The likeliest reading of a term in plain letters, as a name for its address may be made of it; not to be shown.
pub(crate) fn plain_reading(term: &str) -> String {
    let reading = character_by_character(term);
    let syllables =
        reading.split_whitespace().map(|syllable| split_tone(syllable).0.replace('ü', "v"));
    syllables.collect::<Vec<_>>().join("-")
}

fn uncertain(concept: &Concept, term: &str) -> Option<Diagnostic> {
    let c = term.chars().find(|c| POLYPHONES.contains(*c))?;
    let readings: Vec<_> =
        c.to_pinyin_multi()?.into_iter().map(pinyin::Pinyin::with_tone).collect();
    let reading = character_by_character(term);
    Some(
        Diagnostic::new(
            codes::TERM_READING,
            message!("term-reading-several", character = c, term = term),
        )
        .labelled(concept.span, message!("term-reading-several.label", readings = readings))
        .help(message!("term-reading-several.help", reading = reading)),
    )
}

/// A stated reading that the characters cannot have.
fn impossible_reading(concept: &Concept, term: &str) -> Option<Diagnostic> {
    let stated = syllables(term, &concept.reading.pinyin);
    let characters: Vec<char> = term.chars().filter(|c| c.to_pinyin().is_some()).collect();
    let fault = if stated.len() == characters.len() {
        let (c, said) = characters.iter().zip(&stated).find(|(c, said)| !can_be(**c, said))?;
        let readings = c.to_pinyin_multi()?.into_iter().map(pinyin::Pinyin::with_tone);
        let either = readings.map(Argument::from).reduce(|one, other| {
            message!("term-reading-either", one = one, other = other).into()
        })?;
        message!("term-reading-wrong", character = *c, said = said, readings = either)
    } else {
        let (characters, syllables) = (characters.len(), stated.len());
        message!("term-reading-length", term = term, characters = characters, syllables = syllables)
    };
    let help = message!("term-reading-stated", reading = character_by_character(term));
    Some(Diagnostic::new(codes::TERM_READING, fault).at(concept.span).help(help))
}

fn can_be(c: char, said: &str) -> bool {
    let Some(readings) = c.to_pinyin_multi() else { return false };
    let (plain, tone) = split_tone(said);
    // 一 and 不 change their tone before others, and any syllable may lose it.
    let is_loose = tone == 0 || matches!(c, '一' | '不');
    readings.into_iter().any(|reading| {
        if is_loose {
            split_tone(reading.with_tone()).0 == plain
        } else {
            split_tone(reading.with_tone()) == (plain.clone(), tone)
        }
    })
}

/// The syllables of a reading that belong to Chinese characters: what the term itself writes in
/// letters is left out.
pub(super) fn syllables(term: &str, reading: &str) -> Vec<String> {
    let mut own: Vec<String> =
        letter_runs(term).filter(|word| word.is_ascii()).map(lower).collect();
    letter_runs(reading)
        .map(lower)
        .filter(|word| match own.iter().position(|letters| letters == word) {
            Some(at) => {
                own.remove(at);
                false
            }
            None => true,
        })
        .collect()
}

/// Runs of letters.
fn letter_runs(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic() || c.to_pinyin().is_some()).filter(|w| !w.is_empty())
}

fn lower(word: &str) -> String {
    word.to_lowercase()
}

/// A syllable without its tone mark, and its tone; 0 where it has none.
pub(super) fn split_tone(syllable: &str) -> (String, u8) {
    const MARKED: [(&str, char); 6] =
        [("āáǎà", 'a'), ("ēéěè", 'e'), ("īíǐì", 'i'), ("ōóǒò", 'o'), ("ūúǔù", 'u'), ("ǖǘǚǜ", 'ü')];
    let mut tone = 0;
    let plain = syllable
        .chars()
        .map(|c| {
            let found = MARKED.iter().find_map(|(marked, plain)| {
                Some((marked.chars().zip(1..).find(|(known, _)| *known == c)?.1, *plain))
            });
            found.map_or(c, |(found, plain)| {
                tone = found;
                plain
            })
        })
        .collect();
    (plain, tone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_read_with_its_letters_and_numbers_kept() {
        assert_eq!(character_by_character("三条廊道"), "sān tiáo láng dào");
        assert_eq!(character_by_character("20分钟医疗"), "20 fēn zhōng yī liáo");
        assert_eq!(character_by_character("PM2.5浓度"), "PM2.5 nóng dù");
        assert_eq!(character_by_character("双随机、一公开"), "shuāng suí jī, yī gōng kāi");
    }

    #[test]
    fn the_letters_of_the_term_itself_are_no_syllables() {
        assert_eq!(syllables("A级景区", "A jí jǐng qū"), ["jí", "jǐng", "qū"]);
        assert_eq!(syllables("PM2.5", "PM2.5"), [""; 0]);
    }

    #[test]
    fn a_character_may_only_be_read_as_it_can_be() {
        assert!(can_be('长', "cháng") && can_be('长', "zhǎng") && !can_be('长', "chǎng"));
        assert!(can_be('一', "yí") && can_be('不', "bú"));
        assert!(!can_be('金', "jīng"));
    }

    #[test]
    fn a_tone_is_told_from_its_vowel() {
        assert_eq!(split_tone("lǜ"), ("lü".to_owned(), 4));
        assert_eq!(split_tone("zhe"), ("zhe".to_owned(), 0));
    }
}
