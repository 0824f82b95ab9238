//! Sets the blocks of the original and of its translations beside each other.
//!
//! 1. `section` parts both texts at their headings, which must be the same on both sides;
//! 2. `stated` goes through each section in step: one block for one, and several for several only where
//!    the translation states it by a mark;
//! 3. where the two part, `found` looks which blocks seem to answer which, and `say` shows the first
//!    place with the mark to paste. Nothing of that is published: a wrong guess would set every later
//!    paragraph beside the wrong one. Only `compare`, which publishes nothing, goes on by it.

mod found;
mod lacking;
mod say;
mod section;
mod stated;

use std::cell::LazyCell;

use super::footnotes::align_footnotes;
use crate::model::{Document, FootnoteRow, LangId, Languages, Page, Pair};
use crate::source::{Diagnosed, Diagnostic, message};

pub(crate) use stated::BlockRow;

use found::{FoundRow, FoundRows};

use lacking::OutOfStep;
use say::Sides;
use section::{SectionBlocks, sections};
use stated::StatedRows;

/// Whether rows of several blocks must be stated, or may be found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum RowsFrom {
    /// By the author: what is published.
    #[default]
    Marks,
    /// By what the texts say: what is only compared.
    Texts,
}

/// What belongs together on a page.
pub(crate) struct PageAlignment {
    /// Blocks of the original, each with its counterparts, in order.
    pub(crate) pairs: Vec<Pair>,
    /// Footnotes likewise, numbered on this page alone.
    pub(crate) footnotes: Vec<FootnoteRow>,
}

/// Aligns all languages of a page with its original. `confirmed` tells which blocks of the original and of a
/// translation were confirmed to answer each other; it is asked where they do not run in step.
pub(crate) fn align_page(
    page: &Page,
    languages: &Languages,
    rows_from: RowsFrom,
    confirmed: &dyn Fn(LangId) -> Vec<(usize, usize)>,
) -> Diagnosed<PageAlignment> {
    let mut diagnostics = Vec::new();
    let original = &page.original().document;
    let count = page.sides.len();
    let mut table = PairTable::new(original, count);
    let mut footnotes: Vec<FootnoteRow> = (0..original.footnotes.len())
        .zip(1..)
        .map(|(note, number)| {
            let mut notes = vec![None; count];
            notes[0] = Some(note);
            FootnoteRow { number, notes }
        })
        .collect();
    let (marks, inside) = section::marks(original);
    let own_marks = marks.iter().map(|(_, mark)| mark).chain(&inside);
    diagnostics
        .extend(own_marks.map(|mark| say::wrong_mark(mark, message!("align-row-mark-original"))));
    for (lang, side) in page.sides.iter().enumerate().skip(1) {
        let Some(side) = side else { continue };
        let sides = Sides {
            original,
            translation: &side.document,
            language: &languages.get(side.document.lang).name,
        };
        let aligned = align_sides(&sides, rows_from, confirmed).into_value(&mut diagnostics);
        for row in &aligned {
            table.add_row(row, side.document.lang);
        }
        align_footnotes(original, &side.document, lang, &mut footnotes, &mut diagnostics);
    }
    Diagnosed { value: PageAlignment { pairs: table.pairs(), footnotes }, diagnostics }
}

/// The rows that marks would have to state so that a translation runs in step with its original, in
/// order: for each section that does not, those that are not one block for one, each with whether it is
/// sure enough to be proposed.
pub(crate) fn proposed_rows(original: &Document, translation: &Document) -> Vec<(BlockRow, bool)> {
    let (own, others) = (sections(original), sections(translation));
    let (marks, _) = section::marks(translation);
    let mut ratio = Ratio::new(original, translation);
    let mut rows = Vec::new();
    for (own, others) in own.iter().zip(&others).take_while(|(a, b)| a.level() == b.level()) {
        let own_marks = marks_of(&marks, others);
        let stated = stated::stated_rows(own, others, &own_marks, &mut Vec::new());
        if let Some(found) = rows_out_of_step(own, others, &stated, &mut ratio) {
            let several = found.into_iter().filter(|(row, _)| !row.is_one_for_one());
            rows.extend(several.filter(|(row, _)| !stated.rows.contains(row)));
        }
    }
    rows
}

/// The ratio of two documents, found out when it is asked for.
struct Ratio<'a> {
    documents: [&'a Document; 2],
    found: Option<f64>,
}

impl<'a> Ratio<'a> {
    fn new(original: &'a Document, translation: &'a Document) -> Self {
        Self { documents: [original, translation], found: None }
    }

    fn get(&mut self) -> f64 {
        let [original, translation] = self.documents;
        *self.found.get_or_insert_with(|| found::length_ratio(original, translation))
    }
}

/// How much cheaper the rows that were found must be than one block for one, where their kinds run in
/// step, so that the order is doubted.
const DOUBT: f64 = 15.0;

/// The rows of a section that does not run in step as stated; nothing for one that does. Where as many
/// blocks were joined as were parted their kinds run in step, and every paragraph between the two stands
/// beside the wrong one.
fn rows_out_of_step(
    own: &SectionBlocks,
    others: &SectionBlocks,
    stated: &StatedRows,
    ratio: &mut Ratio,
) -> Option<Vec<(BlockRow, bool)>> {
    let is_stated = stated.rows.iter().any(|row| !row.is_one_for_one());
    if stated.joint.is_none() && (is_stated || !found::is_suspicious(own, others)) {
        return None;
    }
    let FoundRows { rows: found, gain } = found::found_rows(own, others, ratio.get());
    let rows: Vec<(BlockRow, bool)> = found
        .into_iter()
        .map(|FoundRow { step: (original, translation), is_sure }| {
            let row = BlockRow {
                before: others.numbers.get(translation.start).copied().unwrap_or(others.end),
                own: own.numbers[original].to_vec(),
                others: others.numbers[translation].to_vec(),
            };
            (row, is_sure)
        })
        .collect();
    let sure = rows.iter().filter(|(row, is_sure)| *is_sure && !row.is_one_for_one()).count();
    (stated.joint.is_some() || (sure > 1 && gain >= DOUBT)).then_some(rows)
}

/// The mark that states a row.
pub(crate) fn row_mark(row: &BlockRow) -> String {
    say::mark_of(row)
}

/// The rows of two documents.
fn align_sides(
    sides: &Sides,
    rows_from: RowsFrom,
    confirmed: &dyn Fn(LangId) -> Vec<(usize, usize)>,
) -> Diagnosed<Vec<BlockRow>> {
    let mut diagnostics = Vec::new();
    let (own, others) = (sections(sides.original), sections(sides.translation));
    let (marks, inside) = section::marks(sides.translation);
    stated::refuse_marks(&marks, &inside, &sides.translation.blocks, &mut diagnostics);
    let parting = own.iter().zip(&others).position(|(own, other)| own.level() != other.level());
    let in_step = parting.unwrap_or(own.len().min(others.len()));
    let mut ratio = Ratio::new(sides.original, sides.translation);
    let mut rows = Vec::new();
    let confirmed = LazyCell::new(|| confirmed(sides.translation.lang));
    let has_other_headings = in_step < own.len().max(others.len());
    if has_other_headings {
        let (own, others) = (whole(&own), whole(&others));
        let stated = stated::stated_rows(&own, &others, &[], &mut Vec::new());
        let found = rows_out_of_step(&own, &others, &stated, &mut ratio).unwrap_or_default();
        if rows_from == RowsFrom::Texts {
            diagnostics.extend(found.iter().filter_map(|(row, _)| departure(sides, row)));
            let value = found.into_iter().map(|(row, _)| row).collect();
            return Diagnosed { value, diagnostics };
        }
        let parts = OutOfStep { own: &own, others: &others, stated: &stated };
        if let Some(lacking) =
            parts.lacking(&confirmed, &found, ratio.get()).filter(|_| marks.is_empty())
        {
            diagnostics.push(sides.lacks(&lacking.first));
            return Diagnosed { value: lacking.known, diagnostics };
        }
    }
    for (own, others) in own.iter().zip(&others).take(in_step) {
        if let (Some(one), Some(other)) = (own.heading, others.heading) {
            rows.push(BlockRow { own: vec![one], others: vec![other], before: other });
        }
        let own_marks = marks_of(&marks, others);
        let stated = stated::stated_rows(own, others, &own_marks, &mut diagnostics);
        match rows_out_of_step(own, others, &stated, &mut ratio) {
            None => rows.extend(stated.rows),
            Some(found) if rows_from == RowsFrom::Texts => {
                diagnostics.extend(found.iter().filter_map(|(row, _)| departure(sides, row)));
                rows.extend(found.into_iter().map(|(row, _)| row));
            }
            Some(found) => {
                let parts = OutOfStep { own, others, stated: &stated };
                rows.extend(match parts.lacking(&confirmed, &found, ratio.get()) {
                    Some(lacking) => {
                        diagnostics.push(sides.lacks(&lacking.first));
                        lacking.known
                    }
                    None => rows_before_joint(sides, stated, &found, &mut diagnostics),
                });
            }
        }
    }
    if has_other_headings {
        diagnostics.push(sides.other_headings(own.get(in_step), others.get(in_step)));
    }
    Diagnosed { value: rows, diagnostics }
}

/// The stated rows of a section up to where it does not run in step, which is said; nothing is said of
/// what follows from it.
fn rows_before_joint(
    sides: &Sides,
    stated: StatedRows,
    found: &[(BlockRow, bool)],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<BlockRow> {
    let parts = |row: &BlockRow| departure(sides, row).is_some() && !stated.rows.contains(row);
    let first = found.iter().find(|(row, _)| parts(row));
    let sure = first.filter(|(_, is_sure)| *is_sure).map(|(row, _)| row);
    match (&stated.joint, sure) {
        (Some(joint), sure) => diagnostics.push(sides.parting(joint, sure)),
        // Doubted for what is sure alone.
        (None, _) => {
            let mut sure = found.iter().filter(|(row, is_sure)| *is_sure && !row.is_one_for_one());
            diagnostics.extend(sure.next().map(|(row, _)| sides.seems(row)));
        }
    }
    let known = first.map_or(stated.rows.len(), |(first, _)| {
        stated.rows.iter().take_while(|row| is_before(row, first)).count()
    });
    stated.rows.into_iter().take(known).collect()
}

/// Whether a row stands before another one in both texts.
fn is_before(row: &BlockRow, other: &BlockRow) -> bool {
    let is_less = |one: &[usize], other: &[usize]| match (one.last(), other.first()) {
        (Some(one), Some(other)) => one < other,
        _ => true,
    };
    is_less(&row.own, &other.own)
        && is_less(&row.others, &other.others)
        && row.before < other.before
}

/// What is said of a row that was found and is not one block for one of its shape.
fn departure(sides: &Sides, row: &BlockRow) -> Option<Diagnostic> {
    match (&row.own[..], &row.others[..]) {
        ([one], [other]) => sides.unlike(*one, *other),
        _ => Some(sides.seems(row)),
    }
}

/// All sections of a document as one, headings and all.
fn whole<'a>(sections: &[SectionBlocks<'a>]) -> SectionBlocks<'a> {
    let mut all = sections[0].clone();
    all.numbers = sections.iter().flat_map(SectionBlocks::with_heading).collect();
    all.end = all.document.blocks.len();
    all
}

/// The marks of a section: those before one of its blocks, or at its end.
fn marks_of(
    marks: &[(usize, crate::model::RowMark)],
    section: &SectionBlocks,
) -> Vec<(usize, crate::model::RowMark)> {
    let start = section.heading.map_or(0, |heading| heading + 1);
    let is_here = |(before, _): &&(usize, _)| start <= *before && *before <= section.end;
    marks.iter().filter(is_here).copied().collect()
}

/// The pairs of a page while its translations are set beside the original.
struct PairTable {
    /// A pair for each block of the original.
    pairs: Vec<Pair>,
    /// What translations add, by the number of the block of the original before which it stands.
    added: Vec<(usize, Pair)>,
    languages: usize,
}

impl PairTable {
    fn new(original: &Document, languages: usize) -> Self {
        let pair = |(number, block): (usize, &crate::model::Block)| {
            let mut blocks = vec![Vec::new(); languages];
            blocks[0].push(number);
            Pair { address: block.counted, blocks, is_joined: vec![], is_left_out: vec![] }
        };
        let pairs = original.blocks.iter().enumerate().map(pair).collect();
        Self { pairs, added: Vec::new(), languages }
    }

    /// Adds a row of a translation. Rows come in order.
    fn add_row(&mut self, row: &BlockRow, lang: LangId) {
        let Some((first, further)) = row.own.split_first() else {
            let mut blocks = vec![Vec::new(); self.languages];
            blocks[lang.index()].clone_from(&row.others);
            let pair = Pair { address: None, blocks, is_joined: vec![], is_left_out: vec![] };
            let last = self.pairs.iter().rposition(|pair| !pair.blocks[lang.index()].is_empty());
            self.added.push((last.map_or(0, |last| last + 1), pair));
            return;
        };
        if row.others.is_empty() {
            row.own.iter().for_each(|number| self.pairs[*number].is_left_out.push(lang));
        } else {
            self.pairs[*first].blocks[lang.index()].clone_from(&row.others);
            for number in further {
                self.pairs[*number].is_joined.push(lang);
            }
        }
    }

    /// The pairs in order.
    fn pairs(mut self) -> Vec<Pair> {
        if self.added.is_empty() {
            return self.pairs;
        }
        self.added.sort_by_key(|(before, _)| *before);
        let mut added = self.added.into_iter().peekable();
        let mut all = Vec::with_capacity(self.pairs.len());
        for (number, pair) in self.pairs.into_iter().enumerate() {
            while let Some((_, more)) = added.next_if(|(before, _)| *before <= number) {
                all.push(more);
            }
            all.push(pair);
        }
        all.extend(added.map(|(_, pair)| pair));
        all
    }
}
