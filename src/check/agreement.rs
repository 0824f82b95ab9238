//! Each paragraph against its counterpart: numbers by value, in every report whose original and
//! translation are read and have rules for being compared.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{Check, Context};
use crate::check::numbers::{self, Disagreement, DisagreementKind, Passage, Sides, Spot};
use crate::model::{
    ComparisonRules, Document, FoundTerm, LangId, Language, Page, PageId, Place, Site, TextId,
};
use crate::source::{Code, Diagnostic, Span, codes};

pub(super) struct Agreement;

impl Check for Agreement {
    fn run(&self, context: &Context) -> Vec<Diagnostic> {
        let site = context.site;
        let pages: Vec<&Page> = site.pages.iter().filter(|page| page.report.is_some()).collect();
        let claimed = claimed(site);
        pages.par_iter().flat_map_iter(|page| of_page(site, page, &claimed)).collect()
    }
}

/// What the numbers of a page disagree in, whichever page it is.
pub(crate) fn numbers(site: &Site, page: &Page) -> Vec<Diagnostic> {
    of_page(site, page, &claimed(site))
}

fn of_page(site: &Site, page: &Page, claimed: &Claimed) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let original = site.languages.original();
    let translations = site.languages.iter().skip(1);
    for language in translations.filter(|language| page.side(language.id).is_some()) {
        // What cannot be compared is said once, by `check::unread`.
        let Some(rules) = original.comparison(language) else { continue };
        for place in page.places() {
            diagnostics.extend(of_place(page, place, language, rules, claimed));
        }
    }
    diagnostics
}

/// Figures whose claim quotes a translation, because it says the number in other words: the page,
/// the language, the text of the original and where the number begins in it.
type Claimed = BTreeSet<(PageId, LangId, TextId, usize)>;

fn claimed(site: &Site) -> Claimed {
    let mut claimed = Claimed::new();
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
    rules: ComparisonRules,
    claimed: &Claimed,
) -> Vec<Diagnostic> {
    let Some(translation) = page.side(language.id) else { return Vec::new() };
    let own = page.texts(place, LangId::ORIGINAL);
    let others = page.texts(place, language.id);
    // A paragraph that is not translated yet is said to be so elsewhere.
    if others.is_empty() {
        return Vec::new();
    }
    let (original, translation) = (&page.original().document, &translation.document);
    let own = TextsOf { document: original, texts: own };
    let others = TextsOf { document: translation, texts: others };
    let (left, right) = (own.passages(), others.passages());
    let is_empty = |side: &[Passage]| side.iter().all(|passage| passage.plain.is_empty());
    let is_foreign = |passage: &Passage| rules.original.is_foreign(passage.plain);
    if is_empty(&left) || is_empty(&right) || left.iter().all(is_foreign) {
        return Vec::new();
    }
    let is_claimed = |found: &Disagreement| {
        let Some(spot) = found.original.as_ref() else { return false };
        found.kind == DisagreementKind::Missing
            && claimed.contains(&(page.id, language.id, own.texts[spot.passage], spot.range.start))
    };
    numbers::compare(Sides { original: &left, translation: &right, rules })
        .into_iter()
        .filter(|found| !is_claimed(found))
        .map(|found| Finding { found, own: &own, others: &others, language }.diagnostic())
        .collect()
}

/// The texts of a place in one language.
struct TextsOf<'a> {
    document: &'a Document,
    texts: Vec<TextId>,
}

impl TextsOf<'_> {
    fn passages(&self) -> Vec<Passage<'_>> {
        let document = self.document;
        self.texts
            .iter()
            .map(|text| Passage {
                plain: &document.text(*text).plain,
                quantities: document
                    .annotations
                    .get(text.0 as usize)
                    .map(|annotation| &annotation.quantities[..])
                    .unwrap_or_default(),
                terms: terms(document, *text),
            })
            .collect()
    }

    fn span(&self, spot: &Spot) -> Span {
        let text = self.document.text(self.texts[spot.passage]);
        Span::new(self.document.file, text.source_range(spot.range.clone()))
    }

    fn words(&self, spot: &Spot) -> &str {
        &self.document.text(self.texts[spot.passage]).plain[spot.range.clone()]
    }

    /// What the numeral at a place says.
    fn said(&self, spot: &Spot) -> String {
        let annotation = &self.document.annotations[self.texts[spot.passage].0 as usize];
        let quantities = &annotation.quantities;
        let first = quantities.partition_point(|found| found.range.start < spot.range.start);
        let found = quantities[first..].first().filter(|found| found.range == spot.range);
        found.map(|found| numbers::in_words(&found.value)).unwrap_or_default()
    }

    /// All of the place, to be shown where something is missing in it.
    fn whole(&self) -> Span {
        let text = self.document.text(self.texts[0]);
        Span::new(self.document.file, text.source_range(0..text.plain.len()))
    }
}

/// The terms of one text.
fn terms(document: &Document, text: TextId) -> &[FoundTerm] {
    let start = document.terms.partition_point(|term| term.text < text);
    let end = document.terms.partition_point(|term| term.text <= text);
    &document.terms[start..end]
}

/// A disagreement with all that is needed to say it.
struct Finding<'a> {
    found: Disagreement,
    own: &'a TextsOf<'a>,
    others: &'a TextsOf<'a>,
    language: &'a Language,
}

impl Finding<'_> {
    fn diagnostic(&self) -> Diagnostic {
        let mut diagnostic = Diagnostic::new(code(self.found.kind), self.message());
        if let Some(spot) = &self.found.original {
            diagnostic = diagnostic.labelled(self.own.span(spot), self.own.said(spot));
        }
        match &self.found.translation {
            Some(spot) => {
                diagnostic = diagnostic.labelled(self.others.span(spot), self.others.said(spot));
            }
            None => diagnostic = diagnostic.labelled(self.others.whole(), "not in this paragraph"),
        }
        if self.found.original.is_none() {
            diagnostic = diagnostic.labelled(self.own.whole(), "not in this paragraph");
        }
        diagnostic.help(self.help())
    }

    fn message(&self) -> String {
        let own = self.found.original.as_ref().map(|spot| self.own.words(spot)).unwrap_or_default();
        let other =
            self.found.translation.as_ref().map(|spot| self.others.words(spot)).unwrap_or_default();
        let name = &self.language.name;
        match self.found.kind {
            DisagreementKind::Missing if other.is_empty() => {
                format!("`{own}` is not in the {name}")
            }
            DisagreementKind::Missing => format!("`{own}` has become `{other}` in the {name}"),
            DisagreementKind::Extra => format!("`{other}` is not in the original"),
            DisagreementKind::Unit => format!("`{own}` has another unit as `{other}`"),
            DisagreementKind::Conversion => format!("`{own}` is not `{other}`"),
            DisagreementKind::Order | DisagreementKind::Reordered => {
                format!("`{own}` stands in another order in the {name}")
            }
            DisagreementKind::Scope => format!("`{own}` and `{other}` rank among different others"),
            DisagreementKind::Direction => format!("`{own}` and `{other}` move in different ways"),
            DisagreementKind::Bound => format!("`{own}` is bounded another way by `{other}`"),
            DisagreementKind::Comparator => {
                format!("only one of `{own}` and `{other}` bounds the number")
            }
            DisagreementKind::Nuance => format!("`{own}` is nearly `{other}`"),
        }
    }

    fn help(&self) -> String {
        let said = self.found.original.as_ref().map(|spot| self.own.said(spot)).unwrap_or_default();
        match self.found.kind {
            DisagreementKind::Extra => {
                "remove the number, or correct it to one of the original".to_owned()
            }
            DisagreementKind::Reordered => {
                "make sure that each number stands with its own subject".to_owned()
            }
            DisagreementKind::Order => {
                "let the numbers follow the order of the original".to_owned()
            }
            _ => format!("the original says {said}"),
        }
    }
}

fn code(kind: DisagreementKind) -> Code {
    match kind {
        DisagreementKind::Missing => codes::NUMBER_MISSING,
        DisagreementKind::Extra => codes::NUMBER_EXTRA,
        DisagreementKind::Unit => codes::NUMBER_UNIT,
        DisagreementKind::Conversion => codes::NUMBER_CONVERSION,
        DisagreementKind::Order => codes::NUMBER_ORDER,
        DisagreementKind::Reordered => codes::NUMBER_REORDERED,
        DisagreementKind::Scope => codes::NUMBER_SCOPE,
        DisagreementKind::Direction => codes::NUMBER_DIRECTION,
        DisagreementKind::Bound => codes::NUMBER_BOUND,
        DisagreementKind::Comparator => codes::NUMBER_COMPARATOR,
        DisagreementKind::Nuance => codes::NUMBER_NUANCE,
    }
}
