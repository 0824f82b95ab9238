//! A document into what its texts say.

use super::sentence::sentences;
use super::table;
use super::vocabulary::Vocabulary;
use std::ops::Range;

use crate::model::{
    Annotation, Decimal, Document, Mention, Numerals, Quantity, QuantityKind, Text, Unit,
    code_and_markup, is_wide,
};

/// What was found in each text of a document, in the order of [`Document::texts`]; only its sentences
/// where its language is not read.
pub(crate) fn annotate_document(
    document: &Document,
    numerals: Option<&dyn Numerals>,
    currency: Option<Unit>,
) -> Vec<Annotation> {
    let texts = document.texts.iter();
    let mut annotations: Vec<Annotation> =
        texts.map(|text| annotation(&text.plain, numerals, currency)).collect();
    for (annotation, text) in annotations.iter_mut().zip(&document.texts) {
        set_apart(text, annotation);
    }
    if let Some(numerals) = numerals {
        table::state_units(document, &mut annotations, numerals);
    }
    annotations
}

fn annotation(plain: &str, numerals: Option<&dyn Numerals>, currency: Option<Unit>) -> Annotation {
    // A claim may quote a language that is not read, and its sentence is shown.
    let Some(numerals) = numerals else {
        return Annotation { sentences: sentences(plain), ..Annotation::default() };
    };
    let mut quantities = numerals.quantities(plain);
    if let Some(currency) = currency {
        in_currency(plain, &mut quantities, numerals, currency);
    }
    let firmness =
        quantities.iter().map(|found| numerals.firmness(plain, found.range.start)).collect();
    let vocabulary = Vocabulary::of(numerals.code());
    let words = vocabulary.map(|words| words.find_words(plain)).unwrap_or_default();
    let sentences = sentences(plain);
    Annotation { quantities, firmness, sentences, words, ..Annotation::default() }
}

/// Digits of code, addresses, formulas, tags and identifiers are no numbers of the text: `v3.2`,
/// `https://example.org/2018/03`, `$n - 1$`, `<br>`, A100-SXM4-80G. They are accounted for, and have no value.
fn set_apart(text: &Text, annotation: &mut Annotation) {
    let plain = &*text.plain;
    let mut apart = code_and_markup(text);
    apart.extend(formulas(plain));
    apart.extend(identifiers(plain));
    if apart.is_empty() {
        return;
    }
    apart.sort_unstable_by_key(|range| range.start);
    let mut ranges = apart.into_iter().peekable();
    for found in &mut annotation.quantities {
        while ranges.next_if(|range| range.end <= found.range.start).is_some() {}
        let Some(range) = ranges.peek().filter(|range| range.start < found.range.end) else {
            continue;
        };
        let inside = plain[range.clone()].trim_matches('$');
        match Decimal::parse(inside).filter(|_| plain[range.clone()].starts_with('$')) {
            // `$5$` is the number five, and no dollars.
            Some(value) => {
                found.value.kind = QuantityKind::Figure;
                (found.value.value, found.value.unit) = (Some(value), None);
            }
            None => {
                found.value.kind = QuantityKind::Structural;
                found.value.value = None;
            }
        }
    }
}

/// Names of things with a part of letters and digits: A100-SXM4-80G, Qwen-7B. Not the 1990s, nor the 20th.
fn identifiers(plain: &str) -> Vec<Range<usize>> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = plain[at..].find(|c: char| c.is_ascii_alphabetic()).map(|to| at + to) {
        let end = plain[start..].find(|c| !is_part(c)).map_or(plain.len(), |to| start + to);
        let begins = !plain[..start].ends_with(|c: char| c.is_ascii_alphanumeric());
        let word = plain[start..end].trim_end_matches(['.', '-', '_']);
        if begins && word.contains('-') && word.split('-').any(is_code_part) {
            found.push(start..start + word.len());
        }
        at = end;
    }
    found
}

/// Whether letters and digits are mixed in a part of a name, other than by the ending of a number.
fn is_code_part(part: &str) -> bool {
    let letters = part.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let is_ending = ["s", "st", "nd", "rd", "th"].contains(&letters);
    let has_digit = part.contains(|c: char| c.is_ascii_digit());
    has_digit && part.contains(|c: char| c.is_ascii_alphabetic()) && !is_ending
}

/// Formulas as TeX writes them: `$n - 1$`. What stands between two signs is one where no blank follows the
/// first or precedes the second, no letter stands before the first, and no digit after the second: US$5
/// and $6, or 单价$5、$6元, are money.
fn formulas(plain: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut signs = plain.match_indices('$').map(|(at, _)| at).peekable();
    while let Some(start) = signs.next() {
        let Some(end) = signs.peek().copied() else { break };
        let inside = &plain[start + 1..end];
        let (before, after) = (plain[..start].chars().next_back(), plain[end + 1..].chars().next());
        let is_open = !before.is_some_and(|c| c.is_ascii_alphanumeric())
            && !inside.starts_with(char::is_whitespace);
        let is_closed = !inside.ends_with(|c: char| c.is_whitespace() || is_wide(c))
            && !CURRENCIES.iter().any(|country| inside.ends_with(country))
            && !after.is_some_and(|c| c.is_ascii_digit());
        if !inside.is_empty() && inside.len() <= LONGEST_FORMULA && is_open && is_closed {
            found.push(start..end + 1);
            signs.next();
        }
    }
    found
}

/// What stands before the sign of a currency: US$.
const CURRENCIES: [&str; 6] = [" US", " HK", " NT", " AU", " CA", " SG"];

/// The longest formula that is looked for between two signs, in bytes.
const LONGEST_FORMULA: usize = 120;

/// Lets amounts that do not say whose money they are be in the currency of the site: 元 and `$` in a
/// budget of Hong Kong.
fn in_currency(
    plain: &str,
    quantities: &mut [Mention<Quantity>],
    numerals: &dyn Numerals,
    currency: Unit,
) {
    for found in quantities {
        let is_money = matches!(found.value.unit, Some(Unit::YUAN | Unit::US_DOLLAR));
        let (words, before) = (&plain[found.range.clone()], &plain[..found.range.start]);
        if is_money && numerals.is_bare_money(words, before) {
            found.value.unit = Some(currency);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::numerals_of;
    use crate::model::Firmness;

    #[test]
    fn a_chinese_sentence_ends_at_its_full_stop() {
        let plain = "地区生产总值3870亿元，增长6.5%。居全省第二。";
        let found = annotation(plain, numerals_of("zh"), None);
        let words: Vec<_> =
            found.quantities.iter().map(|q| &plain[found.sentence(plain, &q.range)]).collect();
        assert_eq!(
            words,
            [
                "地区生产总值3870亿元，增长6.5%。",
                "地区生产总值3870亿元，增长6.5%。",
                "居全省第二。"
            ]
        );
    }

    #[test]
    fn a_word_of_firmness_counts_in_its_own_clause() {
        let of = |plain: &str| annotation(plain, numerals_of("zh"), None).firmness;
        assert_eq!(of("力争完成投资300亿元，新增高企120家"), [Some(Firmness::Strive), None]);
        assert_eq!(of("确保不良率控制在2%以内"), [Some(Firmness::Ensure)]);
        assert_eq!(
            of("确保增长8%、力争9%，10%，力争取得11%"),
            [Some(Firmness::Ensure), Some(Firmness::Strive), None, Some(Firmness::Seek)]
        );
    }

    #[test]
    fn money_that_does_not_say_whose_it_is_is_that_of_the_site() {
        let unit = |plain: &str, code: &str| {
            let hong_kong = Some(Unit::HONG_KONG_DOLLAR);
            annotation(plain, numerals_of(code), hong_kong).quantities[0].value.unit.unwrap().name()
        };
        assert_eq!(unit("約七百五十三億元", "zh"), "港元");
        assert_eq!(unit("人民币5亿元", "zh"), "元");
        assert_eq!(unit("5亿美元", "zh"), "美元");
        assert_eq!(unit("of $75.3 billion", "en"), "港元");
        assert_eq!(unit("of US$75.3 billion", "en"), "美元");
        assert_eq!(unit("RMB 5 billion", "en"), "元");
    }
}
