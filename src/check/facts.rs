//! Facts that do not depend on the language are the same in every language: the day of delivery, the
//! period of a part, what its figures are, its place in the order, the ids of its headings.

use super::{Check, Context};
use crate::model::{DocumentKind, LangId, Language, Page, QuantityKind, ReportMeta, Side, Unit};
use crate::source::{Diagnostic, FileId, Sources, Span, codes, message};

pub(super) struct Facts;

impl Check for Facts {
    fn run(&self, context: &Context) -> Vec<Diagnostic> {
        let (site, sources) = (context.site, context.sources);
        let parts = site.pages.iter().flat_map(|page| {
            let mut found = of_page(page, sources);
            found.extend(of_headings(page));
            found
        });
        let covers = site.reports.iter().flat_map(|report| {
            let cover = site.page(report.cover);
            let languages = site.languages.iter();
            let covers: Vec<Cover> = languages
                .filter_map(|language| {
                    let meta = report.stated(language.id)?;
                    let file = cover.side(language.id)?.document.file;
                    Some(Cover { language, meta, file })
                })
                .collect();
            of_covers(&covers, sources)
        });
        parts.chain(covers).collect()
    }
}

/// A fact as it is typed: its key, and the value if the page states it.
type Fact = (&'static str, Option<String>);

fn facts_of_side(side: &Side) -> [Fact; 3] {
    let front = &side.document.front;
    [
        ("period", front.period.clone()),
        ("status", front.status.map(|status| status.key().to_owned())),
        ("weight", front.weight.map(|weight| weight.to_string())),
    ]
}

/// What a translation states otherwise than the original.
fn of_page(page: &Page, sources: &Sources) -> Vec<Diagnostic> {
    let own = facts_of_side(page.original());
    let mut found = Vec::new();
    for side in page.sides.iter().skip(1).flatten() {
        for ((key, wanted), (_, said)) in own.iter().zip(facts_of_side(side)) {
            // What only one of them states is a fact of both.
            if let (Some(wanted), Some(said)) = (wanted, said)
                && *wanted != said
            {
                let files = [page.original().document.file, side.document.file];
                found.push(differing(key, [wanted, &said], files, sources));
            }
        }
    }
    found
}

/// The ids of headings that a translation states otherwise than the original.
fn of_headings(page: &Page) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for pair in 0..page.pairs.len() {
        let Some(own) = page.first_block(pair, LangId::ORIGINAL) else { continue };
        let Some(wanted) = own.content.heading_id() else { continue };
        for side in page.sides.iter().skip(1).flatten() {
            let Some(other) = page.first_block(pair, side.document.lang) else { continue };
            if let Some(said) = other.content.heading_id().filter(|said| *said != wanted) {
                found.push(
                    Diagnostic::new(codes::FACT_DIFFERS, message!("fact-differs-id"))
                        .labelled(other.span, message!("quoted", words = said))
                        .labelled(own.span, message!("quoted", words = wanted))
                        .help(message!("fact-differs-id.help")),
                );
            }
        }
    }
    found
}

/// What the cover of a report says in one language.
struct Cover<'a> {
    language: &'a Language,
    meta: &'a ReportMeta,
    file: FileId,
}

/// The day of delivery, which every cover states, and what is said of the occasion in words.
fn of_covers(covers: &[Cover], sources: &Sources) -> Vec<Diagnostic> {
    let Some((original, translations)) = covers.split_first() else { return Vec::new() };
    let mut found: Vec<Diagnostic> =
        covers.iter().filter_map(|cover| other_day(cover, sources)).collect();
    for translation in translations {
        let files = [original.file, translation.file];
        for event in &translation.meta.events {
            let stated = original.meta.day_of(event.kind);
            // Where the original says another event, its day is the one.
            let day = stated.unwrap_or_else(|| original.meta.day());
            if day != event.day {
                let days = [day.iso(), event.day.iso()];
                found.push(differing(event.kind.key(), [&days[0], &days[1]], files, sources));
            }
        }
        let kinds = [original, translation].map(|cover| cover.meta.kind);
        // A translation need not repeat what kind of document it is.
        if kinds[0] != kinds[1] && kinds[1] != DocumentKind::default() {
            found.push(differing("kind", kinds.map(DocumentKind::key), files, sources));
        }
        for (key, of) in IN_WORDS {
            let Some(words) = of(original.meta).zip(of(translation.meta)) else { continue };
            let ordinals = [(original, words.0), (translation, words.1)]
                .map(|(cover, words)| ordinals(cover.language, words));
            // A translation may leave a number out; it may not say another.
            if ordinals[0].len() == ordinals[1].len() && ordinals[0] != ordinals[1] {
                found.push(differing(key, [words.0, words.1], files, sources));
            }
        }
    }
    found
}

/// What a cover says in words, by its key.
type InWords = (&'static str, fn(&ReportMeta) -> Option<&str>);

/// What is said in words and holds ordinals: 第七届…第三次会议, `the Third Session of the Seventh …`.
const IN_WORDS: [InWords; 2] =
    [("meeting", |meta| Some(&meta.meeting)), ("occasion", |meta| meta.occasion.as_deref())];

/// The ordinals of some words, sorted; none where the language is not read.
fn ordinals(language: &Language, words: &str) -> Vec<String> {
    let quantities = language.numerals.map(|numerals| numerals.quantities(words));
    let ordinals = quantities.into_iter().flatten().filter_map(|found| {
        let quantity = found.value;
        (quantity.kind == QuantityKind::Ordinal).then_some(quantity.value)?
    });
    let mut ordinals: Vec<String> = ordinals.map(|value| value.to_string()).collect();
    ordinals.sort();
    ordinals
}

/// An occasion that names another day than that of delivery.
fn other_day(cover: &Cover, sources: &Sources) -> Option<Diagnostic> {
    let occasion = cover.meta.occasion.as_deref()?;
    let quantities = cover.language.numerals?.quantities(occasion);
    let mut days = quantities
        .iter()
        .filter(|found| found.value.unit == Some(Unit::YEAR_MONTH_DAY))
        .filter_map(|found| Some((&occasion[found.range.clone()], found.value.value?.to_string())))
        .peekable();
    let (first, _) = *days.peek()?;
    let is_stated =
        |day: &str| cover.meta.events.iter().any(|event| event.day.iso().replace('-', "") == day);
    if days.any(|(_, day)| is_stated(&day)) {
        return None;
    }
    let event = cover.meta.events.first()?;
    let place = |key| place_of_key(cover.file, key, sources);
    Some(
        Diagnostic::new(codes::FACT_DIFFERS, message!("fact-differs-day"))
            .labelled(place("occasion"), message!("quoted", words = first))
            .labelled(place(event.kind.key()), message!("quoted", words = event.day.iso()))
            .help(message!("fact-differs-day.help")),
    )
}

fn differing(
    key: &str,
    [own, other]: [&str; 2],
    [original, translation]: [FileId; 2],
    sources: &Sources,
) -> Diagnostic {
    Diagnostic::new(codes::FACT_DIFFERS, message!("fact-differs", key = key))
        .labelled(place_of_key(translation, key, sources), message!("quoted", words = other))
        .labelled(place_of_key(original, key, sources), message!("quoted", words = own))
        .help(message!("fact-differs.help"))
}

/// The line of the front matter that states a key; its beginning where none does.
pub(super) fn place_of_key(file: FileId, key: &str, sources: &Sources) -> Span {
    let text = &sources.get(file).text;
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        if number > 0 && line.trim_end() == "---" {
            break;
        }
        let indent = line.len() - line.trim_start().len();
        if line[indent..].strip_prefix(key).is_some_and(|rest| rest.starts_with(':')) {
            return Span::new(file, at + indent..at + line.trim_end().len());
        }
        at += line.len();
    }
    Span::new(file, 0..0)
}
