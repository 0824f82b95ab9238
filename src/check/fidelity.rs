//! The original is never altered silently: content and received text, character by character.
//!
//! The errata are applied to the text as received; the result must be the content. What is
//! compared is the Markdown itself: the pages joined in reading order, their headings one level
//! deeper for each level a page lies below the cover, the cover's title, occasion and speaker in
//! front. Nothing is normalised.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::{Check, Context};
use crate::model::{Erratum, LangId, Page, Place, ReceivedText, Report, Site, WithheldPage};
use crate::source::{Diagnostic, Message, SourceFile, Sources, Span, codes, message};

/// How many differences are shown; more means that the files do not belong together.
const MOST_DIFFERENCES: usize = 20;

/// The rule an erratum may name under `was` for blanks typed for looks.
const BLANK: &str = " ";

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
    let corrected = corrected(received.text.trim(), &report.errata, &mut diagnostics);
    let content = Content::of(site, report, sources);
    diagnostics.extend(content.line_differences(&corrected));
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
            Some(span) if !holds(&sources.get(span.file).text[span.range()], erratum) => {
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
fn holds(block: &str, erratum: &Erratum) -> bool {
    let words = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let (block, quoted) = (words(block), words(erratum.is.as_ref().unwrap_or(&erratum.was)));
    block.contains(&quoted) || quoted.starts_with(&block)
}

/// The received text with all errata applied: first those of one place, then those made all
/// through the text. A doubt changes nothing, but what it doubts must be there.
fn corrected(received: &str, errata: &[Erratum], diagnostics: &mut Vec<Diagnostic>) -> String {
    let mut text = received.to_owned();
    let places = errata.iter().filter(|erratum| erratum.at.is_some());
    let throughout = errata.iter().filter(|erratum| erratum.at.is_none());
    for erratum in places.chain(throughout) {
        let found = places_of_quote(&text, &erratum.was);
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
        if let Some(is) = &erratum.is {
            for at in found.into_iter().rev() {
                text.replace_range(at..at + erratum.was.len(), is);
            }
        }
    }
    text
}

/// Where a quotation stands in the text. A lone blank means the blanks typed between a Chinese
/// character or mark and a Latin letter or digit, since a blank by itself is no quotation.
fn places_of_quote(text: &str, was: &str) -> Vec<usize> {
    let all = text.match_indices(was).map(|(at, _)| at);
    if was != BLANK {
        return all.collect();
    }
    let is_latin = |c: char| c.is_ascii_alphanumeric() || c == '%';
    let is_chinese = |c: char| !c.is_ascii();
    all.filter(|at| {
        let before = text[..*at].chars().next_back();
        let after = text[at + 1..].chars().next();
        match (before, after) {
            (Some(a), Some(b)) => (is_latin(a) && is_chinese(b)) || (is_chinese(a) && is_latin(b)),
            _ => false,
        }
    })
    .collect()
}

/// The content as one text, each line with where it came from.
struct Content<'a> {
    lines: Vec<(String, &'a SourceFile, usize)>,
}

impl<'a> Content<'a> {
    fn of(site: &Site, report: &Report, sources: &'a Sources) -> Self {
        let mut content = Self { lines: Vec::new() };
        let meta = report.original_meta();
        let speaker = Some(format!("{} {}", meta.office, meta.speaker));
        for page in report.pages().map(|id| site.page(id)) {
            let document = &page.original().document;
            let file = sources.get(document.file);
            let depth = if page.id == report.cover { 0 } else { page.number.len() };
            if document.front.title.is_some() {
                let title = &document.text(document.title).plain;
                content.push(format!("{} {title}", "#".repeat(depth + 1)), file, 0);
            }
            content.body(file, document.body_start, depth);
            if page.id == report.cover {
                let after_title =
                    content.lines.iter().position(|(line, ..)| line.starts_with("# "));
                let at = after_title.map_or(0, |title| title + 1);
                let front = [meta.occasion.clone(), speaker.clone()].into_iter().flatten();
                for (number, line) in front.enumerate() {
                    content.lines.insert(at + number, (line, file, 0));
                }
            }
        }
        content
    }

    fn push(&mut self, line: String, file: &'a SourceFile, at: usize) {
        self.lines.push((line, file, at));
    }

    /// The lines of a page that are not empty; its headings go `depth` levels down.
    fn body(&mut self, file: &'a SourceFile, body_start: usize, depth: usize) {
        let mut at = body_start;
        for line in file.text[body_start..].split_inclusive('\n') {
            let words = line.trim_end();
            if !words.is_empty() {
                let deeper = if words.starts_with('#') { "#".repeat(depth) } else { String::new() };
                self.push(deeper + words, file, at);
            }
            at += line.len();
        }
    }

    /// Lines in which the corrected text and the content differ.
    fn line_differences(&self, corrected: &str) -> Vec<Diagnostic> {
        let expected: Vec<&str> =
            corrected.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect();
        let actual: Vec<&str> = self.lines.iter().map(|(line, ..)| line.as_str()).collect();
        let mut diagnostics = Vec::new();
        for op in capture_diff_slices(Algorithm::Patience, &expected, &actual) {
            if matches!(op, DiffOp::Equal { .. }) {
                continue;
            }
            let (old, new) = (op.old_range(), op.new_range());
            for step in 0..old.len().max(new.len()) {
                let received = (step < old.len()).then(|| expected[old.start + step]);
                let here = (step < new.len()).then(|| new.start + step);
                diagnostics.push(self.difference(received, here, new.start));
            }
        }
        let count = diagnostics.len();
        diagnostics.truncate(MOST_DIFFERENCES);
        if count > MOST_DIFFERENCES
            && let Some(last) = diagnostics.last_mut()
        {
            let more = message!("erratum-unexplained.more", count = count - MOST_DIFFERENCES);
            *last = last.clone().help(more);
        }
        diagnostics
    }

    fn difference(&self, received: Option<&str>, here: Option<usize>, near: usize) -> Diagnostic {
        let finding = |message: Message| {
            Diagnostic::new(codes::ERRATUM_UNEXPLAINED, message)
                .help(message!("erratum-unexplained.help"))
        };
        match (received, here.map(|line| &self.lines[line])) {
            (Some(received), Some((line, file, at))) => {
                let same = common_prefix(received, line);
                let shift = line.len()
                    - file.text[*at..].lines().next().unwrap_or_default().trim_end().len();
                let start = at + same.saturating_sub(shift);
                let end = start + line[same..].chars().next().map_or(0, char::len_utf8);
                finding(message!("erratum-unexplained")).labelled(
                    Span::new(file.id, start..end),
                    message!("erratum-unexplained.received", words = excerpt(&received[same..])),
                )
            }
            (None, Some((line, file, at))) => finding(message!("erratum-unexplained-added"))
                .at(Span::new(file.id, *at..at + line.len().min(file.text.len() - at))),
            (Some(received), None) => {
                let place = self.lines.get(near).or(self.lines.last());
                let finding = finding(message!("erratum-unexplained-removed"));
                match place {
                    Some((_, file, at)) => finding.labelled(
                        Span::new(file.id, *at..*at),
                        message!("erratum-unexplained-removed.before", words = excerpt(received)),
                    ),
                    None => finding,
                }
            }
            (None, None) => finding(message!("erratum-unexplained")),
        }
    }
}

/// The length of what two lines begin with alike, in bytes on a character border.
fn common_prefix(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
}

fn excerpt(text: &str) -> String {
    let mut excerpt: String = text.chars().take(24).collect();
    if text.chars().nth(24).is_some() {
        excerpt.push('…');
    }
    excerpt
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::LangMap;
    use crate::source::{FileId, Locale, Placed};

    fn erratum(was: &str, is: &str, at: Option<&str>, times: usize) -> Erratum {
        Erratum {
            was: was.to_owned(),
            is: Some(is.to_owned()),
            perhaps: None,
            why: LangMap::default(),
            at: at.map(|at| Placed::nowhere(at.to_owned())),
            times,
            span: Span::new(FileId(0), 0..1),
        }
    }

    #[test]
    fn blanks_beside_latin_are_counted_and_names_keep_theirs() {
        let received = "金华市市长 尹学群\n处置 43 家“僵尸企业”，增长 8%和 9.4%。";
        let mut diagnostics = Vec::new();
        let text = corrected(received, &[erratum(" ", "", None, 4)], &mut diagnostics);
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        assert_eq!(text, "金华市市长 尹学群\n处置43家“僵尸企业”，增长8%和9.4%。");
    }

    #[test]
    fn an_erratum_that_fits_more_often_than_it_says_is_a_finding() {
        let mut diagnostics = Vec::new();
        corrected("(一)(二)", &[erratum("(", "（", None, 1)], &mut diagnostics);
        assert_eq!(diagnostics.len(), 1);
        let message = diagnostics[0].message.text(Locale::En);
        assert!(message.contains("2 times"), "{message}");
    }
}
