//! What the front matter of a cover says, which stands above the text as it was received.

use super::here::Here;
use crate::model::{Block, Concept, LangId, Page, ReceivedContent, Report, Site};
use crate::received::expected::{self, KnownElsewhere, day_facts, expected_words};
use crate::received::words::WordStream;
use crate::source::{Diagnostic, codes, message};

/// The words of the received text that the content has to have in its paragraphs.
pub(super) fn expected_of(
    site: &Site,
    report: &Report,
    received: &ReceivedContent,
    here: &Here,
) -> WordStream<usize> {
    let meta = report.original_meta();
    let said = [&meta.issuer, &meta.meeting, &meta.place, &meta.speaker, &meta.office];
    let days = meta.events.iter().flat_map(|event| day_facts(event.day));
    let facts = said.into_iter().chain(&meta.occasion).cloned().chain(days);
    let cover = &site.page(report.cover).original().document;
    let code = &site.languages.get(LangId::ORIGINAL).code;
    let is_explained = |term: &str, said: &WordStream<()>| {
        let has_it =
            |concept: &&Concept| concept.wording(LangId::ORIGINAL).forms().any(|form| form == term);
        site.glossary.concepts.iter().filter(has_it).any(|concept| {
            let mut known = WordStream::new();
            known.add_text(concept.definition.get(code).unwrap_or_default(), |_| ());
            known.quoted_words() == said.quoted_words()
        })
    };
    let known = KnownElsewhere {
        title: &cover.text(cover.title).plain,
        facts: facts.collect(),
        opening: opening(site, report),
        notes: &here.notes,
        is_explained: &is_explained,
    };
    expected_words(received, &known)
}

/// The line under the title, which the cover quotes, must be in the text as received.
pub(super) fn occasion_missing(
    site: &Site,
    report: &Report,
    received: &ReceivedContent,
) -> Option<Diagnostic> {
    let meta = report.original_meta();
    let occasion = expected::packed(meta.occasion.as_deref()?);
    let above = expected::blocks_above(received, opening(site, report));
    let lines: Vec<String> =
        above.into_iter().map(|at| expected::packed(&received.blocks[at].text)).collect();
    // Its lines may be parted by others: the day below the speaker.
    let left = lines
        .iter()
        .filter(|line| !line.is_empty())
        .fold(occasion.as_str(), |left, line| left.strip_prefix(line.as_str()).unwrap_or(left));
    let span = site.page(report.cover).original().document.title_span;
    let is_there = left.is_empty() || lines.concat().contains(&occasion);
    (!is_there).then(|| {
        Diagnostic::new(codes::ERRATUM_UNEXPLAINED, message!("erratum-unexplained-occasion"))
            .at(span)
            .help(message!("erratum-unexplained.help"))
    })
}

/// What the text below the cover's title begins with.
fn opening<'a>(site: &'a Site, report: &Report) -> &'a str {
    let text_of = |page: &'a Page| {
        let document = &page.original().document;
        let texts = document.blocks.iter().flat_map(Block::texts);
        // A picture has no words.
        texts.map(|text| &*document.text(text).plain).find(|words| !words.is_empty())
    };
    let title_of = |page: &'a Page| {
        let document = &page.original().document;
        &*document.text(document.title).plain
    };
    let cover = site.page(report.cover);
    let part = report.parts.first().map(|part| title_of(site.page(*part)));
    text_of(cover).or(part).unwrap_or_default()
}
