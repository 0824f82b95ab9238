//! Each paragraph against its counterpart: numbers by value, in every report whose original and
//! translation are read and have rules for being compared.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{Check, Context};
use crate::check::numbers::{
    self, Disagreement, DisagreementKind, LinkedSentences, Passage, Sides, Spot,
};
use crate::model::{
    ComparisonRules, Document, LangId, Language, Page, PageId, Place, QuantityKind, Site, TextId,
    YearsOfText,
};
use crate::source::{Diagnostic, Message, Span, codes, message};

pub(super) struct Agreement;

impl Check for Agreement {
    fn run(&self, context: &Context) -> Vec<Diagnostic> {
        let site = context.site;
        let pages: Vec<&Page> = site.pages.iter().filter(|page| page.report.is_some()).collect();
        let claimed = claimed(site);
        let of = |page: &&Page| of_page(site, page, years_of(site, page), &claimed);
        pages.par_iter().flat_map_iter(of).collect()
    }
}

/// What the numbers of a page disagree in, whichever page it is, where 今年 is a known year or not.
pub(crate) fn numbers(site: &Site, page: &Page, years: YearsOfText) -> Vec<Diagnostic> {
    of_page(site, page, years, &claimed(site))
}

/// The years that a page of a report speaks of without a number.
fn years_of(site: &Site, page: &Page) -> YearsOfText {
    let delivered = page.report.map(|report| site.report(report).original_meta().delivered.year);
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
        page.sides.iter().flatten().flat_map(|side| unread(&side.document)).collect();
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
fn unread(document: &Document) -> impl Iterator<Item = Diagnostic> {
    unread_numerals(document).chain(unread_units(document))
}

/// Units of tables that are no units as far as the program knows.
fn unread_units(document: &Document) -> impl Iterator<Item = Diagnostic> {
    let texts = document.annotations.iter().zip(&document.texts);
    texts.filter_map(|(annotation, text)| {
        let range = annotation.unread_unit.clone()?;
        let words = &text.plain[range.clone()];
        Some(
            Diagnostic::new(codes::TABLE_UNREAD_UNIT, message!("table-unread-unit", words = words))
                .at(Span::new(document.file, text.source_range(range)))
                .help(message!("table-unread-unit.help")),
        )
    })
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
    for part in parts {
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

/// A unit that is stated for the number of a cell in one language alone, by where it is stated.
fn unit_stated_alone(
    page: &Page,
    [own, others]: &[Vec<TextId>; 2],
    language: &Language,
) -> Option<((LangId, u32, usize), Diagnostic)> {
    let ([own], [other]) = (&own[..], &others[..]) else { return None };
    let (original, translation) = (page.original(), page.side(language.id)?);
    let sides = [(&original.document, *own), (&translation.document, *other)];
    let cells = sides.map(|(document, text)| (document, document.annotations.get(text.0 as usize)));
    let stated =
        cells.map(|(_, annotation)| annotation.and_then(|of| of.cell.as_ref()?.unit.as_ref()));
    let lacks = |side: usize| {
        let (document, annotation) = cells[side];
        let bare = annotation?
            .quantities
            .iter()
            .find(|found| found.value.kind == QuantityKind::Figure && found.value.unit.is_none())?;
        let text = document.text(sides[side].1);
        Some(Span::new(document.file, text.source_range(bare.range.clone())))
    };
    let (side, stated, bare) = match stated {
        [Some(stated), None] => (0, stated, lacks(1)?),
        [None, Some(stated)] => (1, stated, lacks(0)?),
        _ => return None,
    };
    let document = cells[side].0;
    let text = document.text(stated.text);
    let span = Span::new(document.file, text.source_range(stated.range.clone()));
    let words = &text.plain[stated.range.clone()];
    let finding = Diagnostic::new(codes::TABLE_UNIT, message!("table-unit", words = words))
        .labelled(bare, message!("table-unit.bare"))
        .labelled(span, message!("table-unit.stated"))
        .help(message!("table-unit.help"));
    Some(((document.lang, stated.text.0, stated.range.start), finding))
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
    let own = TextsOf { document: original, texts: own, around: own_around };
    let others = TextsOf { document: translation, texts: others, around: other_around };
    let (left, right) = (own.passages(), others.passages());
    let is_empty = |side: &[Passage]| side.iter().all(|passage| passage.plain.is_empty());
    let is_foreign = |passage: &Passage| rules.original.is_foreign(passage.plain);
    // A cell that is empty on one side alone lacks what the other says.
    let has_nothing = if is_whole {
        is_empty(&left) || is_empty(&right)
    } else {
        is_empty(&left) && is_empty(&right)
    };
    // A word of another script may stand in a cell; a whole block of it is not the original.
    if has_nothing || (is_whole && left.iter().all(is_foreign)) {
        return Vec::new();
    }
    let is_claimed = |found: &Disagreement| {
        let Some(spot) = found.original.as_ref() else { return false };
        found.kind == DisagreementKind::Missing
            && claimed.contains(&(page.id, language.id, own.texts[spot.passage], spot.range.start))
    };
    let sentences = match place {
        Place::Pair(pair) if is_whole => {
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

/// The texts of a place in one language.
struct TextsOf<'a> {
    document: &'a Document,
    texts: Vec<TextId>,
    /// The block they stand in.
    around: Span,
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
                terms: document.terms_in(*text),
            })
            .collect()
    }

    fn spot_span(&self, spot: &Spot) -> Span {
        let text = self.document.text(self.texts[spot.passage]);
        Span::new(self.document.file, text.source_range(spot.range.clone()))
    }

    fn spot_words(&self, spot: &Spot) -> &str {
        &self.document.text(self.texts[spot.passage]).plain[spot.range.clone()]
    }

    /// How the numeral at a place is read.
    fn reading(&self, spot: &Spot) -> Option<Message> {
        let annotation = &self.document.annotations[self.texts[spot.passage].0 as usize];
        let quantities = &annotation.quantities;
        let first = quantities.partition_point(|found| found.range.start < spot.range.start);
        let found = quantities[first..].first().filter(|found| found.range == spot.range);
        found.and_then(|found| numbers::reading(&found.value))
    }

    /// All of the place, to be shown where something is missing in it.
    fn whole_span(&self) -> Span {
        match self
            .texts
            .iter()
            .map(|text| self.document.text(*text))
            .find(|text| !text.plain.is_empty())
        {
            Some(text) => Span::new(self.document.file, text.source_range(0..text.plain.len())),
            None => self.around,
        }
    }
}

/// A disagreement with all that is needed to say it.
struct Finding<'a> {
    found: Disagreement,
    own: &'a TextsOf<'a>,
    others: &'a TextsOf<'a>,
    language: &'a Language,
}

impl Finding<'_> {
    fn to_diagnostic(&self) -> Diagnostic {
        let mut diagnostic = Diagnostic::new(self.found.kind.finding_code(), self.message());
        if let Some(spot) = &self.found.original {
            diagnostic = labelled(diagnostic, self.own, spot);
        }
        match &self.found.translation {
            Some(spot) => {
                diagnostic = labelled(diagnostic, self.others, spot);
            }
            None => {
                diagnostic =
                    diagnostic.labelled(self.others.whole_span(), message!("number-not-here"));
            }
        }
        if self.found.original.is_none() {
            diagnostic = diagnostic.labelled(self.own.whole_span(), message!("number-not-here"));
        }
        diagnostic.help_if(self.help_message())
    }

    fn message(&self) -> Message {
        let own =
            self.found.original.as_ref().map(|spot| self.own.spot_words(spot)).unwrap_or_default();
        let other = self
            .found
            .translation
            .as_ref()
            .map(|spot| self.others.spot_words(spot))
            .unwrap_or_default();
        let name = &self.language.name;
        match self.found.kind {
            DisagreementKind::Missing if other.is_empty() => {
                message!("number-missing", own = own, language = name)
            }
            DisagreementKind::Missing => {
                message!("number-missing-instead", own = own, other = other, language = name)
            }
            DisagreementKind::Extra => message!("number-extra", other = other),
            DisagreementKind::Unit => message!("number-unit", own = own, other = other),
            DisagreementKind::Conversion => message!("number-conversion", own = own, other = other),
            DisagreementKind::Order | DisagreementKind::Reordered => {
                message!("number-order", own = own, language = name)
            }
            DisagreementKind::Scope => message!("number-scope", own = own, other = other),
            DisagreementKind::Direction => message!("number-direction", own = own, other = other),
            DisagreementKind::Bound => message!("number-bound", own = own, other = other),
            DisagreementKind::Comparator => message!("number-comparator", own = own, other = other),
            DisagreementKind::Nuance => message!("number-nuance", own = own, other = other),
            DisagreementKind::Per => message!("number-per", own = own, other = other),
            DisagreementKind::Measure => message!("number-kind", own = own, other = other),
            DisagreementKind::Explicit => message!("number-explicit", other = other),
            DisagreementKind::Repeated if other.is_empty() => {
                message!("number-repeated", words = own, language = name)
            }
            DisagreementKind::Repeated => message!("number-repeated-translation", words = other),
        }
    }

    /// Whether 元 stands beside `$`, neither of which says whose money it is.
    fn is_other_dollar(&self) -> bool {
        let spots = self.found.original.as_ref().zip(self.found.translation.as_ref());
        spots.is_some_and(|(own, other)| {
            let (own, other) = (self.own.spot_words(own), self.others.spot_words(other));
            own.ends_with('元') && other.contains('$') && !other.contains("US$")
        })
    }

    fn help_message(&self) -> Option<Message> {
        match self.found.kind {
            DisagreementKind::Extra => Some(message!("number-extra.help")),
            DisagreementKind::Explicit => Some(message!("number-explicit.help")),
            DisagreementKind::Repeated => None,
            DisagreementKind::Reordered => Some(message!("number-reordered.help")),
            DisagreementKind::Order => Some(message!("number-order.help")),
            DisagreementKind::Unit if self.is_other_dollar() => {
                Some(message!("number-unit.currency"))
            }
            _ => {
                let reading = self.own.reading(self.found.original.as_ref()?)?;
                Some(message!("number-original-says", reading = reading))
            }
        }
    }
}

/// The finding with a numeral and how it is read.
fn labelled(finding: Diagnostic, texts: &TextsOf, spot: &Spot) -> Diagnostic {
    match texts.reading(spot) {
        Some(reading) => finding.labelled(texts.spot_span(spot), reading),
        None => finding.at(texts.spot_span(spot)),
    }
}
