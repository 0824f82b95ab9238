//! Each paragraph against its counterpart: numbers by value, on every page whose original and
//! translation are read and have rules for being compared.

mod finding;
mod table_unit;

use std::collections::{BTreeSet, HashMap};

use rayon::prelude::*;

use super::{Check, Context};
use finding::{Finding, TextsOf};
use table_unit::{unit_stated_alone, unread_units};

use crate::check::numbers::{
    self, Disagreement, DisagreementKind, LinkedSentences, Passage, Sides,
};
use crate::model::{
    ComparisonRules, Document, LangId, Language, Numerals, Page, PageId, Place, QuantityKind, Site,
    TextId, YearsOfText,
};
use crate::source::{Diagnostic, Span, codes, message};

pub(super) struct Agreement;

impl Check for Agreement {
    fn run(&self, context: &Context) -> Vec<Diagnostic> {
        let site = context.site;
        let claimed = claimed(site);
        let of = |page: &Page| of_page(site, page, years_of(site, page), &claimed);
        site.pages.par_iter().flat_map_iter(of).collect()
    }
}

/// What the numbers of a page disagree in, whichever page it is, where 今年 is a known year or not.
pub(crate) fn numbers(site: &Site, page: &Page, years: YearsOfText) -> Vec<Diagnostic> {
    of_page(site, page, years, &claimed(site))
}

/// The years that a page of a report speaks of without a number.
fn years_of(site: &Site, page: &Page) -> YearsOfText {
    let delivered = page.report.map(|report| site.report(report).original_meta().day().year);
    let period = page.original().document.front.period.as_deref();
    YearsOfText {
        delivered: delivered.map(i64::from),
        period: period.and_then(|period| period.get(..4)?.parse().ok()),
    }
}

fn of_page(
    site: &Site,
    page: &Page,
    years: YearsOfText,
    claimed: &ClaimedFigures,
) -> Vec<Diagnostic> {
    let original = site.languages.original();
    let mut diagnostics: Vec<Diagnostic> =
        page.sides.iter().flatten().flat_map(|side| not_read(&side.document)).collect();
    let translations = site.languages.iter().skip(1);
    for language in translations.filter(|language| page.side(language.id).is_some()) {
        // What cannot be compared is said once, by `check::unread`.
        let Some(rules) = original.comparison(language) else { continue };
        for place in page.places() {
            diagnostics.extend(of_place(page, place, language, (rules, years), claimed));
        }
    }
    diagnostics
}

/// What of a document's numbers is not read.
fn not_read(document: &Document) -> impl Iterator<Item = Diagnostic> {
    unread_numerals(document).chain(unread_units(document))
}

/// Runs of numeral characters that are not one number as far as the program knows.
fn unread_numerals(document: &Document) -> impl Iterator<Item = Diagnostic> {
    document.annotations.iter().zip(&document.texts).flat_map(|(annotation, text)| {
        let unread = annotation.quantities.iter().filter(|q| q.value.kind == QuantityKind::Unread);
        unread.map(|found| {
            let words = &text.plain[found.range.clone()];
            Diagnostic::new(codes::NUMBER_UNREAD, message!("number-unread", words = words))
                .at(Span::new(document.file, text.source_range(found.range.clone())))
                .help(message!("number-unread.help"))
        })
    })
}

/// Figures whose claim quotes a translation, because it says the number in other words: the page,
/// the language, the text of the original and where the number begins in it.
type ClaimedFigures = BTreeSet<(PageId, LangId, TextId, usize)>;

fn claimed(site: &Site) -> ClaimedFigures {
    let mut claimed = ClaimedFigures::new();
    for observation in &site.statistics.observations {
        let Some(own) = &observation.words[0] else { continue };
        for (words, language) in observation.words.iter().zip(&site.languages) {
            if words.as_ref().is_some_and(|words| words.is_quoted) {
                claimed.insert((observation.page, language.id, own.text, own.range.start));
            }
        }
    }
    claimed
}

fn of_place(
    page: &Page,
    place: Place,
    language: &Language,
    (rules, years): (ComparisonRules, YearsOfText),
    claimed: &ClaimedFigures,
) -> Vec<Diagnostic> {
    // A paragraph that is not translated yet is said to be so elsewhere.
    if page.texts(place, language.id).is_empty() {
        return Vec::new();
    }
    let parts = page.parts(place, language.id);
    let is_whole = parts.len() == 1;
    let mut said_of = BTreeSet::new();
    let mut found = Vec::new();
    let left = page.untranslated.get(&(place, language.id));
    for (number, part) in parts.into_iter().enumerate() {
        // What is not translated is said to be so elsewhere.
        if left.is_some_and(|left| left.contains(&number)) {
            continue;
        }
        let alone = unit_stated_alone(page, &part, language);
        let mut differences =
            of_part(page, (place, is_whole), part, language, (rules, years), claimed);
        // Numbers that differ because one side counts in no unit wait for that to be corrected.
        if let Some((at, finding)) = alone.filter(|_| !differences.is_empty()) {
            differences = if said_of.insert(at) { vec![finding] } else { Vec::new() };
        }
        found.extend(differences);
    }
    found
}

/// What the numbers of a paragraph, a cell or an item disagree in.
fn of_part(
    page: &Page,
    (place, is_whole): (Place, bool),
    [own, others]: [Vec<TextId>; 2],
    language: &Language,
    (rules, years): (ComparisonRules, YearsOfText),
    claimed: &ClaimedFigures,
) -> Vec<Diagnostic> {
    let Some(translation) = page.side(language.id) else { return Vec::new() };
    let (original, translation) = (&page.original().document, &translation.document);
    let around = |lang| page.span(place, lang);
    let (Some(own_around), Some(other_around)) = (around(LangId::ORIGINAL), around(language.id))
    else {
        return Vec::new();
    };
    let count = own.len();
    let (own, others) = without_verbatim((original, own), (translation, others));
    let is_cut = own.len() < count;
    let own = TextsOf { document: original, texts: own, around: own_around };
    let others = TextsOf { document: translation, texts: others, around: other_around };
    let (left, right) = (own.passages(), others.passages());
    let is_empty = |side: &[Passage]| side.iter().all(|passage| passage.plain.is_empty());
    let original_rules =
        if rules.is_reversed { rules.translation as &dyn Numerals } else { rules.original };
    let is_foreign = |passage: &Passage| original_rules.is_foreign(passage.plain);
    // A cell that is empty on one side alone lacks what the other says, and so does what is left of a
    // list.
    let is_block = is_whole && !is_cut;
    let has_nothing = if is_block {
        is_empty(&left) || is_empty(&right)
    } else {
        is_empty(&left) && is_empty(&right)
    };
    // A word of another script may stand in a cell; a whole block of it is not the original.
    if has_nothing || (is_block && left.iter().all(is_foreign)) {
        return Vec::new();
    }
    let is_claimed = |found: &Disagreement| {
        let Some(spot) = found.original.as_ref() else { return false };
        found.kind == DisagreementKind::Missing
            && claimed.contains(&(page.id, language.id, own.texts[spot.passage], spot.range.start))
    };
    let sentences = match place {
        Place::Pair(pair) if is_block => {
            let texts = [&own.texts[..], &others.texts[..]];
            Some(LinkedSentences::of_pair(page, pair, language.id, texts))
        }
        _ => None,
    };
    let sentences = sentences.as_ref();
    numbers::compare(Sides { original: &left, translation: &right, rules, years, sentences })
        .into_iter()
        .filter(|found| !is_claimed(found))
        .map(|found| Finding { found, own: &own, others: &others, language }.to_diagnostic())
        .collect()
}

/// The texts of both sides without those that stand in both, word for word: an item that names a data set,
/// a cell of sizes. Bare numbers stay, since their unit may be stated elsewhere.
fn without_verbatim(
    (original, own): (&Document, Vec<TextId>),
    (translation, others): (&Document, Vec<TextId>),
) -> (Vec<TextId>, Vec<TextId>) {
    let has_letters = |plain: &str| plain.contains(char::is_alphabetic);
    let mut same: HashMap<&str, usize> = HashMap::new();
    for text in &others {
        *same.entry(plain_of(translation, *text)).or_default() += 1;
    }
    let is_shared = |plain: &str, same: &HashMap<&str, usize>| {
        has_letters(plain) && same.get(plain).is_some_and(|count| *count > 0)
    };
    let mut taken: HashMap<&str, usize> = HashMap::new();
    let kept: Vec<TextId> = own
        .into_iter()
        .filter(|text| {
            let plain = plain_of(original, *text);
            if !is_shared(plain, &same) {
                return true;
            }
            same.entry(plain).and_modify(|count| *count -= 1);
            *taken.entry(plain).or_default() += 1;
            false
        })
        .collect();
    let others = others.into_iter().filter(|text| {
        let count = taken.get_mut(plain_of(translation, *text));
        let is_taken = count.as_ref().is_some_and(|count| **count > 0);
        if let Some(count) = count.filter(|_| is_taken) {
            *count -= 1;
        }
        !is_taken
    });
    (kept, others.collect())
}

fn plain_of(document: &Document, text: TextId) -> &str {
    &document.text(text).plain
}
