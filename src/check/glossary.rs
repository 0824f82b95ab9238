//! The glossary in itself: slogans that count their members, and terms under their letters.

use super::{Check, Context};
use crate::model::{Concept, LangId, Language, Letter, Members, Script, Site, is_han};
use crate::source::{Diagnostic, codes};

pub(super) struct Glossary;

impl Check for Glossary {
    fn run(&self, context: &Context) -> Vec<Diagnostic> {
        let site = context.site;
        let mut diagnostics = Vec::new();
        if site.languages.original().script == Script::Han {
            diagnostics.extend(site.glossary.concepts.iter().filter_map(members));
        }
        for (order, language) in site.glossary.orders.iter().zip(&site.languages) {
            diagnostics.extend(misplaced(site, order, language));
        }
        diagnostics
    }
}

/// A slogan whose members are not as many as it says.
fn members(concept: &Concept) -> Option<Diagnostic> {
    let name = concept.name(LangId::ORIGINAL);
    let said = numerals(name);
    let first = said.first().filter(|_| name.starts_with(is_counting));
    let (message, help) = match &concept.members {
        Members::None | Members::Unknown => return None,
        // Beyond ten it is a number in a name: 十三五, 十九大.
        Members::Unsaid => {
            let count = first.filter(|count| (2..=10).contains(*count))?;
            (
                format!("`{name}` counts {count} things, and the entry does not say which"),
                "list them under `members`; write `unknown` where nobody does, `none` where the numeral counts nothing".to_owned(),
            )
        }
        Members::Listed(members) => {
            let sum: usize = said.iter().sum();
            let first = *said.first()?;
            if members.len() == first || members.len() == sum {
                return None;
            }
            let wanted = if first == sum { first.to_string() } else { format!("{first} or {sum}") };
            (
                format!("`{name}` has {} members, and says {wanted}", members.len()),
                "list as many as the numeral says, or correct the term".to_owned(),
            )
        }
    };
    Some(Diagnostic::new(codes::TERM_MEMBERS, message).at(concept.span, "").help(help))
}

/// Whether a numeral at the beginning of a term may count things: 三条廊道, and not 一带 or 二氧化碳.
fn is_counting(c: char) -> bool {
    matches!(c, '两' | '双' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

fn digit(c: char) -> Option<usize> {
    "零一二三四五六七八九".chars().position(|known| known == c).or(match c {
        '两' | '双' => Some(2),
        _ => None,
    })
}

/// The numerals of a term, in order, up to 99: 三去一降一补 says 3, 1 and 1.
fn numerals(term: &str) -> Vec<usize> {
    let mut numerals = Vec::new();
    let mut current: Option<usize> = None;
    for c in term.chars() {
        current = match (digit(c), current) {
            (Some(digit), Some(so_far)) if so_far % 10 == 0 && so_far > 0 => Some(so_far + digit),
            (Some(digit), Some(so_far)) => {
                numerals.push(so_far);
                Some(digit)
            }
            (Some(digit), None) => Some(digit),
            (None, so_far) if c == '十' => Some(so_far.unwrap_or(1) * 10),
            (None, so_far) => {
                numerals.extend(so_far);
                None
            }
        };
    }
    numerals.extend(current);
    numerals
}

/// Terms whose name or reading begins with another letter than the one they stand under.
fn misplaced(site: &Site, order: &[Letter], language: &Language) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for Letter { letter, concepts } in order {
        for concept in concepts.iter().map(|id| site.glossary.concept(*id)) {
            let name = concept.name(language.id);
            let spoken = match language.script {
                Script::Han if name.chars().find(|c| c.is_alphanumeric()).is_some_and(is_han) => {
                    &concept.reading.pinyin
                }
                _ => name,
            };
            let first = initial(spoken, language.script);
            if first != *letter {
                diagnostics.push(
                    Diagnostic::new(
                        codes::TERM_ORDER,
                        format!("`{name}` stands under {letter}, and begins with {first}"),
                    )
                    .at(concept.span, spoken.to_owned())
                    .help("correct `pinyin`: one syllable with its tone for each character"),
                );
            }
        }
    }
    diagnostics
}

/// The letter something stands under: `#` for what has none.
fn initial(spoken: &str, script: Script) -> char {
    let lower = spoken.to_lowercase();
    let bare = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
    let bare =
        if script == Script::Latin { bare.strip_prefix("the ").unwrap_or(bare) } else { bare };
    let bare = bare.trim_start_matches(|c: char| !c.is_alphanumeric());
    let first = match bare.chars().next() {
        Some('ā' | 'á' | 'ǎ' | 'à') => 'a',
        Some('ē' | 'é' | 'ě' | 'è') => 'e',
        Some('ō' | 'ó' | 'ǒ' | 'ò') => 'o',
        Some(c) => c,
        None => '#',
    };
    if first.is_ascii_alphabetic() { first.to_ascii_uppercase() } else { '#' }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numerals_of_a_slogan_are_read_one_by_one() {
        assert_eq!(numerals("三条廊道"), [3]);
        assert_eq!(numerals("三去一降一补"), [3, 1, 1]);
        assert_eq!(numerals("十大战略"), [10]);
        assert_eq!(numerals("八八战略"), [8, 8]);
        assert_eq!(numerals("十三五"), [13, 5]);
        assert_eq!(numerals("二十条"), [20]);
        assert_eq!(numerals("双随机、一公开"), [2, 1]);
        assert_eq!(numerals("厕所革命"), [0; 0]);
    }

    #[test]
    fn a_term_stands_under_the_letter_it_begins_with() {
        assert_eq!(initial("ān quán", Script::Han), 'A');
        assert_eq!(initial("“the Eight Steeds”", Script::Latin), 'E');
        assert_eq!(initial("the Eight Steeds", Script::Latin), 'E');
        assert_eq!(initial("20 fēn zhōng", Script::Han), '#');
    }
}
