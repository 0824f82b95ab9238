//! A text as received into a report: the files of a content tree, each repair with its reason, and what a person
//! has to decide.
//!
//! 1. `joins` puts sentences together that a page or a mistake cut in two, `characters` repairs marks and
//!    characters;
//! 2. `cover` reads what stands above the text, `heads` finds the heads and how deep they lie, `part` what the
//!    figures of a part are;
//! 3. `pages` makes pages of all that, `markdown` writes them;
//! 4. `errata` sets the words of the pages against those that were received: what differs becomes an entry, so
//!    that nothing can be changed in silence.

mod characters;
mod cover;
mod doubts;
mod errata;
mod front;
mod heads;
mod joins;
mod lists;
mod markdown;
mod number;
mod pages;
mod part;
mod report;
mod run_in;
mod slips;
mod translation;
mod two_lines;

use std::collections::BTreeSet;

use crate::model::{ReceivedBlock, ReceivedContent, ReceivedKind, ReceivedRole};

pub(crate) use front::site_files;
pub(crate) use report::IntakeReport;
pub(crate) use run_in::RunIn;
pub(crate) use translation::{
    OriginalPage, TextRow, TranslatedPage, translated_pages, translation_text,
};

/// What is asked for.
#[derive(Debug, Clone)]
pub(crate) struct IntakeRequest<'a> {
    /// The folder of the report: `jinhua-2018`.
    pub(crate) report: &'a str,
    /// The code of its language.
    pub(crate) language: &'a str,
    /// The name under which the file is kept beside the cover: `received.docx`.
    pub(crate) kept_as: &'a str,
    /// The SHA-256 of its bytes.
    pub(crate) sha256: &'a str,
    /// What becomes of heads that their paragraphs go on behind.
    pub(crate) run_in: RunIn,
}

/// A file of the content tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReportFile {
    /// Its path from the site's root.
    pub(crate) path: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

/// A received text as a report.
#[derive(Debug)]
pub(crate) struct ImportedReport {
    /// The files of the report.
    pub(crate) files: Vec<ReportFile>,
    /// Terms with their definitions.
    pub(crate) terms: Vec<(String, String)>,
    /// What the report is called: its title, with the place where the title alone says little.
    pub(crate) name: String,
    /// What was found, done and left.
    pub(crate) report: IntakeReport,
}

/// The code of the language that a text is in, of those that have habits here.
pub(crate) fn language_of(received: &ReceivedContent) -> &'static str {
    if characters::is_chinese(&received.blocks) { "zh" } else { "en" }
}

/// Makes a report of a received text.
pub(crate) fn import_report(received: &ReceivedContent, request: &IntakeRequest) -> ImportedReport {
    let body = received
        .blocks
        .iter()
        .filter(|block| !matches!(block.role, ReceivedRole::Furniture | ReceivedRole::Contents));
    let body = cover::with_title_apart(cover::with_table_apart(body.cloned().collect()));
    let (mut blocks, cuts) = joins::joined_sentences(body);
    refer_to_pictures(&mut blocks, received);
    let changed = characters::repair_characters(&mut blocks);
    let mut cover = cover::read_cover(&blocks);
    characters::drop_needless_blanks(&mut blocks[cover.length..]);
    let mut text: Vec<ReceivedBlock> = blocks.split_off(cover.length);
    // A picture above the text, such as an emblem, opens it.
    blocks.retain(|block| matches!(block.kind, ReceivedKind::Picture(_)));
    text.splice(0..0, blocks);
    let (text, two_lines) = two_lines::joined_heads(text);
    let (text, run_ins) = run_in::split_run_in_heads(text, request.run_in);
    let mut text = text;
    lists::mark_numbered_items(&mut text);
    lists::mark_quotations(&mut text);
    let levels = heads::levels_of_heads(&text);
    let year = cover.facts.delivered.map(|day| day.year);
    let pages = pages::pages_of(&text, &levels, &mut cover, year);
    let first = text.first().map_or(0, |block| block.line);
    let cuts: Vec<joins::Cut> =
        cuts.into_iter().filter(|cut| cut.is_joined || cut.line > first).collect();
    let labels = pages.notes.iter().map(|note| note.label.clone()).collect::<BTreeSet<_>>();
    let errata = errata::errata_of(received, &pages, &cover.facts, &labels, &cuts);
    let doubts = doubts::doubts_of(&doubts::Findings {
        received,
        pages: &pages,
        facts: &cover.facts,
        cuts: &cuts,
        changed: &changed,
        run_ins: &run_ins,
        two_lines: &two_lines,
        errata: &errata,
    });
    let mut files = markdown::files_of(&pages, &cover.facts, &errata, request);
    files.extend(received.pictures.iter().map(|picture| ReportFile {
        path: format!("content/{}/{}", request.report, file_name(&picture.name)),
        bytes: picture.bytes.clone(),
    }));
    let report =
        IntakeReport::new(received, &pages, &cover.facts, &errata, doubts, &cuts, &run_ins);
    let name = front::site_name(&cover.facts);
    ImportedReport { files, terms: pages.terms, name, report }
}

/// Gives the block of each picture the reference to its file as its words.
fn refer_to_pictures(blocks: &mut [ReceivedBlock], received: &ReceivedContent) {
    for block in blocks {
        let ReceivedKind::Picture(number) = block.kind else { continue };
        let Some(picture) = received.pictures.get(number) else { continue };
        let words = picture.alternative.replace(['[', ']', '\n', '\\'], " ");
        block.text = format!("![{}]({})", words.trim(), file_name(&picture.name));
    }
}

/// The name of a picture's file in letters that are the same in a path and in an address.
fn file_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let plain: String = last.chars().map(|c| if is_plain(c) { c } else { '-' }).collect();
    plain.trim_start_matches('.').to_owned()
}
