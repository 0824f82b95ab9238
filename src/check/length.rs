//! Pairs whose lengths do not fit: a sentence skipped or doubled, neighbours exchanged.
//!
//! Inside one text the length of a translation follows that of its original closely. A pair is
//! reported when its ratio is far from the median of its report.

use super::{Check, Context};
use crate::model::{Block, BlockContent, Document, LangId, Page, Place, Site};
use crate::source::{Diagnostic, Span, codes, message};

/// How far a ratio may be from the median: less than this share, or more than its inverse. In
/// the 112 paragraphs of the State Council's report of 2018 and its official English the extremes
/// are 0.69 and 1.44, in the report of this repository 0.76 and 1.22.
const SMALLEST_SHARE: (usize, usize) = (55, 100);

/// Shorter originals vary too much to say anything, in characters.
const SHORTEST: usize = 25;

/// Fewer pairs have no meaningful median.
const FEWEST_PAIRS: usize = 8;

pub(super) struct Length;

struct PairLength {
    original: Span,
    translation: Span,
    /// Characters of the translation for each 1,000 of the original.
    ratio: usize,
}

impl Check for Length {
    fn run(&self, context: &Context) -> Vec<Diagnostic> {
        let site = context.site;
        let mut diagnostics = Vec::new();
        for report in &site.reports {
            for language in site.languages.iter().skip(1) {
                let pages = report.pages().map(|id| site.page(id));
                let measured: Vec<_> =
                    pages.flat_map(|page| measure_page(page, language.id)).collect();
                diagnostics.extend(outliers(&measured));
            }
        }
        diagnostics
    }
}

/// The pairs of one page whose lengths do not fit, whichever page it is.
pub(crate) fn of_page(site: &Site, page: &Page) -> Vec<Diagnostic> {
    let translations = site.languages.iter().skip(1);
    translations.flat_map(|language| outliers(&measure_page(page, language.id))).collect()
}

fn measure_page(page: &Page, lang: LangId) -> Vec<PairLength> {
    let (original, Some(translation)) = (page.original(), page.side(lang)) else {
        return Vec::new();
    };
    let total = |document: &Document, blocks: Vec<&Block>| -> Option<usize> {
        let lengths = blocks.into_iter().map(|block| paragraph_length(document, &block.content));
        lengths.sum()
    };
    let measure = |pair: usize| {
        let row = page.row(pair, lang);
        if page.is_untranslated(Place::Pair(pair), lang) || row.start != pair {
            return None;
        }
        let own = page.first_block(pair, LangId::ORIGINAL)?;
        let other = page.first_block(pair, lang)?;
        let originals = row.flat_map(|pair| page.blocks(pair, LangId::ORIGINAL));
        let length = total(&original.document, originals.collect())?;
        let other_length = total(&translation.document, page.blocks(pair, lang).collect())?;
        (length >= SHORTEST).then(|| PairLength {
            original: own.span,
            translation: other.span,
            ratio: other_length * 1000 / length,
        })
    };
    (0..page.pairs.len()).filter_map(measure).collect()
}

fn paragraph_length(document: &Document, content: &BlockContent) -> Option<usize> {
    match content {
        BlockContent::Paragraph(text) => Some(document.text(*text).plain.chars().count()),
        _ => None,
    }
}

fn outliers(measured: &[PairLength]) -> Vec<Diagnostic> {
    if measured.len() < FEWEST_PAIRS {
        return Vec::new();
    }
    let mut ratios: Vec<usize> = measured.iter().map(|pair| pair.ratio).collect();
    ratios.sort_unstable();
    let median = ratios[ratios.len() / 2];
    let (share, whole) = SMALLEST_SHARE;
    let is_outlier =
        |ratio: usize| ratio * whole < median * share || ratio * share > median * whole;
    let finding = |pair: &PairLength| {
        let percent = pair.ratio * 100 / median.max(1);
        let message = if pair.ratio < median {
            message!("align-length-short")
        } else {
            message!("align-length-long")
        };
        Diagnostic::new(codes::ALIGN_LENGTH, message)
            .labelled(pair.translation, message!("align-length.share", percent = percent))
            .labelled(pair.original, message!("its-original"))
            .help(message!("align-length.help"))
    };
    measured.iter().filter(|pair| is_outlier(pair.ratio)).map(finding).collect()
}
