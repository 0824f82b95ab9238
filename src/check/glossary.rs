//! The glossary in itself: slogans that count their members, and terms under their letters.

use super::{Check, Context};
use crate::model::{
    Concept, LangId, Language, Letter, Members, Numerals, Script, Site, Wording, is_han,
};
use crate::source::{Diagnostic, codes, message};

pub(super) struct Glossary;

impl Check for Glossary {
    fn run(&self, context: &Context) -> Vec<Diagnostic> {
        let site = context.site;
        let mut diagnostics = Vec::new();
        if let Some(numerals) = site.languages.original().numerals {
            let concepts = site.glossary.concepts.iter();
            diagnostics.extend(concepts.filter_map(|concept| member_finding(concept, numerals)));
        }
        for (order, language) in site.glossary.orders.iter().zip(&site.languages) {
            diagnostics.extend(misplaced(site, order, language));
            diagnostics.extend(nested(&site.glossary.concepts, language.id));
        }
        diagnostics
    }
}

/// A slogan whose members are not as many as it says.
fn member_finding(concept: &Concept, numerals: &dyn Numerals) -> Option<Diagnostic> {
    let name = concept.name(LangId::ORIGINAL);
    let said = numerals.counts_in_name(name);
    let first = said.first().filter(|_| numerals.begins_with_count(name));
    let (message, help) = match &concept.members {
        Members::None | Members::Unknown => return None,
        // Beyond ten it is a number in a name: 十三五, 十九大.
        Members::Unsaid => {
            let count = first.filter(|count| (2..=10).contains(*count))?;
            (
                message!("term-members-unsaid", term = name, count = *count),
                message!("term-members-unsaid.help"),
            )
        }
        Members::Listed(members) => {
            let sum: usize = said.iter().sum();
            let first = *said.first()?;
            if members.len() == first || members.len() == sum {
                return None;
            }
            let count = members.len();
            let message = if first == sum {
                message!("term-members", term = name, count = count, first = first)
            } else {
                message!("term-members-sum", term = name, count = count, first = first, sum = sum)
            };
            (message, message!("term-members.help"))
        }
    };
    Some(Diagnostic::new(codes::TERM_MEMBERS, message).at(concept.span).help(help))
}

/// Terms that end in more others than a text is searched for at one place.
fn nested(concepts: &[Concept], lang: LangId) -> Vec<Diagnostic> {
    // Read backwards, what a form ends in is what it begins with, and stands before it in order.
    let mut forms: Vec<(String, &Concept)> = concepts
        .iter()
        .flat_map(|concept| concept.wording(lang).forms().map(move |form| (form, concept)))
        .map(|(form, concept)| (form.to_lowercase().chars().rev().collect(), concept))
        .collect();
    forms.sort_by(|a, b| a.0.cmp(&b.0));
    let mut ends: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    for (form, concept) in &forms {
        while ends.last().is_some_and(|end| !form.starts_with(end)) {
            ends.pop();
        }
        ends.push(form);
        if ends.len() > Wording::MOST_NESTED {
            let most = Wording::MOST_NESTED;
            found.push(
                Diagnostic::new(codes::TERM_NESTED, message!("term-nested", most = most))
                    .labelled(concept.span, message!("term-nested.label"))
                    .help(message!("term-nested.help")),
            );
        }
    }
    found
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
            let first = initial(spoken, language.leading_article());
            if first != *letter {
                diagnostics.push(
                    Diagnostic::new(
                        codes::TERM_ORDER,
                        message!("term-order", term = name, letter = *letter, first = first),
                    )
                    .labelled(concept.span, message!("quoted", words = spoken))
                    .help(message!("term-order.help")),
                );
            }
        }
    }
    diagnostics
}

/// The letter something stands under: `#` for what has none.
fn initial(spoken: &str, article: &str) -> char {
    let lower = spoken.to_lowercase();
    let bare = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
    let bare = bare.strip_prefix(article).unwrap_or(bare);
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
    fn a_term_stands_under_the_letter_it_begins_with() {
        assert_eq!(initial("ān quán", ""), 'A');
        assert_eq!(initial("“the Eight Steeds”", "the "), 'E');
        assert_eq!(initial("the Eight Steeds", "the "), 'E');
        assert_eq!(initial("20 fēn zhōng", ""), '#');
    }
}
