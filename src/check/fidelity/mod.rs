//! The original is never altered silently: the content and the text as received, word by word.
//!
//! The errata are applied to the text as received; its words must then be those of the content, in their
//! order: the cover, the parts as they are read, the notes by their labels. What is form is said in
//! [`crate::received::words`]; where it differs, one notice counts how.

mod cover;
mod form;
mod here;
mod proposed;

use std::ops::Range;

use super::{Check, Context};
use crate::model::{Erratum, LangId, Page, Place, ReceivedText, Report, Site, WithheldPage};
use crate::received::quotation_words;
use crate::received::words::{Departure, WordStream, departures, shown};
use crate::source::{Diagnostic, Sources, Span, codes, message};
use here::Here;
pub(crate) use proposed::lacking_errata;

/// How many differences are shown; more means that the files do not belong together.
const MOST_DIFFERENCES: usize = 20;

/// How many characters of a difference are shown.
const LONGEST_EXCERPT: usize = 24;

pub(super) struct Fidelity;

impl Check for Fidelity {
    fn run(&self, context: &Context) -> Vec<Diagnostic> {
        let Context { site, sources, .. } = *context;
        site.reports.iter().flat_map(|report| check(site, report, sources)).collect()
    }
}

fn check(site: &Site, report: &Report, sources: &Sources) -> Vec<Diagnostic> {
    let mut diagnostics = addresses(site, report, sources);
    // What is not explained may be explained by an erratum that could not be read.
    let received = report.received.as_ref().filter(|_| !report.has_faulty_errata);
    let Some(received) = received else { return diagnostics };
    let mut drafts = site.withheld.iter().filter(|page| page.is_whole());
    if let Some(page) = drafts.find(|page| page.report.as_deref() == Some(&report.key)) {
        diagnostics.push(not_compared(report, received, page));
        return diagnostics;
    }
    // What the cover says could not all be read; that is shown, and what follows from it waits.
    let cover = &site.page(report.cover).original().document;
    if cover.front.has_faults {
        let found = message!("report-unread-received", file = &*received.path);
        diagnostics.push(Diagnostic::new(codes::REPORT_UNREAD, found).at(cover.title_span));
        return diagnostics;
    }
    let here = Here::of(site, report, &received.content);
    let mut words = cover::expected_of(site, report, &received.content, &here);
    // First those of one place, then those made all through the text.
    let places = report.errata.iter().filter(|erratum| erratum.at.is_some());
    let throughout = report.errata.iter().filter(|erratum| erratum.at.is_none());
    correct(&mut words, places.chain(throughout), &mut diagnostics);
    diagnostics.extend(cover::occasion_missing(site, report, &received.content));
    let compared = departures(&words, &here.words);
    let mut found: Vec<Diagnostic> =
        compared.words.iter().map(|one| difference(&words, &here, one)).collect();
    if found.is_empty() {
        diagnostics.extend(form::summary(
            site,
            report,
            &received.content,
            &here,
            (compared.splits, words.blanks),
        ));
    }
    let count = found.len();
    found.truncate(MOST_DIFFERENCES);
    if let Some(last) = found.last_mut().filter(|_| count > MOST_DIFFERENCES) {
        let more = message!("erratum-unexplained.more", count = count - MOST_DIFFERENCES);
        *last = last.clone().help(more);
    }
    diagnostics.extend(found);
    diagnostics
}

/// A part that is held back cannot be set against the text as received, which holds it.
fn not_compared(report: &Report, received: &ReceivedText, page: &WithheldPage) -> Diagnostic {
    let (report, file) = (&report.key, &received.path);
    let message = message!("page-withheld-received", report = report, file = file);
    let place = page.documents.iter().flatten().find_map(|document| document.front.draft);
    let found = Diagnostic::new(codes::PAGE_WITHHELD, message);
    place.into_iter().fold(found, Diagnostic::at)
}

/// Errata whose address the report does not have, or where something else stands.
fn addresses(site: &Site, report: &Report, sources: &Sources) -> Vec<Diagnostic> {
    let pages: Vec<&Page> = report.pages().map(|id| site.page(id)).collect();
    let mut diagnostics = Vec::new();
    for erratum in &report.errata {
        let Some(id) = &erratum.at else { continue };
        let block = pages.iter().find_map(|page| block_at(page, id));
        let message = match block {
            None => message!("erratum-unknown-address", address = &**id),
            Some(span)
                if !holds(&sources.get(span.file).text[span.range()], erratum, &report.errata) =>
            {
                message!("erratum-unknown-here", address = &**id)
            }
            Some(_) => continue,
        };
        diagnostics.push(
            Diagnostic::new(codes::ERRATUM_UNKNOWN, message)
                .at(id.span)
                .help(message!("erratum-unknown-address.help")),
        );
    }
    diagnostics
}

/// The block of the original with this address; `s1` is the title of a part.
fn block_at(page: &Page, id: &str) -> Option<Span> {
    let document = &page.original().document;
    let own = page.number.iter().map(ToString::to_string).collect::<Vec<_>>().join(".");
    if id == format!("s{own}") {
        return Some(document.title_span);
    }
    page.span(Place::Pair(page.pair_at(id)?), LangId::ORIGINAL)
}

/// Whether a block holds the words of an erratum; blanks and marks, which other errata may
/// change, do not count. An erratum that splits a block may quote the beginning of the next one.
fn holds(block: &str, erratum: &Erratum, all: &[Erratum]) -> bool {
    let words = |text: &str| quotation_words(text).quoted_words().to_owned();
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let said = erratum.is.as_ref().unwrap_or(&erratum.was);
    // The mark at its end alone, and the beginning of the next one: `！⏎⏎一、`.
    let mark = said.split("\n\n").next().unwrap_or_default().trim();
    if !mark.is_empty() && letters(mark).is_empty() && mark.len() < said.trim().len() {
        return block.contains(mark);
    }
    let mut quoted = words(said);
    // What was changed all through the text was changed here as well.
    for other in all.iter().filter(|other| other.at.is_none()) {
        let was = words(&other.was);
        if let Some(is) = other.is.as_deref().filter(|_| !was.is_empty()) {
            quoted = quoted.replace(&was, &words(is));
        }
    }
    let (block, quoted) = (letters(&words(block)), letters(&quoted));
    // An erratum may quote the end of the block and the beginning of the next one.
    let is_begun = quoted.char_indices().skip(1).any(|(at, _)| block.ends_with(&quoted[..at]));
    block.contains(&quoted) || quoted.starts_with(&block) || is_begun
}

/// Applies errata to the received text, one after another. A doubt changes nothing, but what it doubts must
/// be there.
fn correct<'a>(
    words: &mut WordStream<usize>,
    errata: impl Iterator<Item = &'a Erratum>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for erratum in errata {
        let was = quotation_words(&erratum.was);
        let is = erratum.is.as_deref().map(quotation_words);
        if is.as_ref().is_some_and(|is| is.quoted_words() == was.quoted_words()) {
            let found = Diagnostic::new(codes::ERRATUM_FORM, message!("erratum-form"));
            diagnostics.push(found.at(erratum.span).help(message!("erratum-form.help")));
            continue;
        }
        let found = words.places_of(was.quoted_words());
        if found.len() != erratum.times {
            diagnostics.push(
                Diagnostic::new(
                    codes::ERRATUM_UNKNOWN,
                    message!("erratum-unknown-times", found = found.len(), stated = erratum.times),
                )
                .at(erratum.span)
                .help(message!("erratum-unknown-times.help")),
            );
            continue;
        }
        if let Some(is) = is {
            words.replace(&found, is.quoted_words());
        }
    }
}

/// What is said of words that differ.
fn difference(received: &WordStream<usize>, here: &Here, one: &Departure) -> Diagnostic {
    let finding = |message| {
        Diagnostic::new(codes::ERRATUM_UNEXPLAINED, message)
            .help(message!("erratum-unexplained.help"))
    };
    let words = excerpt(received, &one.received);
    let Some(span) = here.span_of(&one.here) else {
        return finding(message!("erratum-unexplained"));
    };
    if one.here.is_empty() {
        let before = message!("erratum-unexplained-removed.before", words = words);
        return finding(message!("erratum-unexplained-removed")).labelled(span, before);
    }
    if one.received.is_empty() {
        return finding(message!("erratum-unexplained-added")).at(span);
    }
    let was = message!("erratum-unexplained.received", words = words);
    finding(message!("erratum-unexplained")).labelled(span, was)
}

/// The beginning of some words as they were received, with a few of what follows.
fn excerpt<P: Copy>(words: &WordStream<P>, range: &Range<usize>) -> String {
    let shown = shown(words.slice(range.start..words.len()));
    let mut excerpt: String = shown.chars().take(LONGEST_EXCERPT).collect();
    if shown.chars().nth(LONGEST_EXCERPT).is_some() {
        excerpt.push('…');
    }
    excerpt
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::LangMap;
    use crate::source::{FileId, Locale};

    fn erratum(was: &str, is: &str, times: usize) -> Erratum {
        Erratum {
            was: was.to_owned(),
            is: Some(is.to_owned()),
            perhaps: None,
            why: LangMap::default(),
            at: None,
            times,
            span: Span::new(FileId(0), 0..1),
        }
    }

    fn corrected(received: &str, one: &Erratum) -> (String, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let mut words = WordStream::new();
        words.add_text(received, |_| 0);
        correct(&mut words, std::iter::once(one), &mut diagnostics);
        (words.quoted_words().to_owned(), diagnostics)
    }

    #[test]
    fn an_erratum_that_fits_more_often_than_it_says_is_a_finding() {
        let (_, found) = corrected("(一)(二)", &erratum("(", "（", 1));
        let message = found[0].message.text(Locale::En);
        assert!(message.contains("2 times"), "{message}");
    }

    #[test]
    fn an_erratum_is_found_whatever_the_blanks_and_signs_it_is_quoted_with() {
        let (text, found) = corrected("名胜區 43 家", &erratum("## 名胜區43家", "名胜区43家", 1));
        assert_eq!((text.as_str(), found.len()), ("名胜区43家", 0));
    }

    #[test]
    fn an_erratum_of_nothing_but_form_is_said_to_be_needless() {
        let (text, found) = corrected("处置 43 家", &erratum("处置 43", "## 处置43", 1));
        assert_eq!((text.as_str(), found[0].code), ("处置43家", codes::ERRATUM_FORM));
    }
}
