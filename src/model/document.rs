//! One parsed file.

use std::borrow::Cow;
use std::ops::Range;

use super::{
    Annotation, Block, Cell, Day, FigureStatus, LangId, ReportMeta, TermMention, Text, TextId,
    is_han,
};
use crate::source::{FileId, Span};

/// One Markdown file, parsed. Knows nothing of other files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The file it was read from.
    pub(crate) file: FileId,
    /// Its language.
    pub lang: LangId,
    /// What its front matter says.
    pub(crate) front: FrontMatter,
    /// The title: the heading that opens the page, or `title` of the front matter.
    pub(crate) title: TextId,
    /// Where the title stands.
    pub(crate) title_span: Span,
    /// The blocks at the top level, in order, without the title.
    pub blocks: Vec<Block>,
    /// The footnotes, in the order of first mention; those never mentioned come last.
    pub(crate) footnotes: Vec<Footnote>,
    /// Rows of several blocks that a translation states, in order.
    pub(crate) rows: Vec<RowMark>,
    /// All leaf texts; blocks refer to them by number.
    pub texts: Vec<Text>,
    /// What was found in each text, in the same order; empty where nobody asked for it.
    pub(crate) annotations: Vec<Annotation>,
    /// Terms of the glossary that stand in the texts: texts in order, each by start, longer ones
    /// first. Empty outside reports.
    pub(crate) terms: Vec<TermMention>,
    /// Links and images as written, not resolved.
    pub(crate) references: Vec<Reference>,
    /// The first byte of the body, after the front matter.
    pub(crate) body_start: usize,
}

impl Document {
    /// A text of this document.
    pub fn text(&self, id: TextId) -> &Text {
        &self.texts[id.0 as usize]
    }

    /// The terms that stand in a text, by start, longer ones first.
    pub(crate) fn terms_in(&self, text: TextId) -> &[TermMention] {
        let start = self.terms.partition_point(|term| term.text < text);
        let end = self.terms.partition_point(|term| term.text <= text);
        &self.terms[start..end]
    }

    /// What a reader is shown around a number: the sentence, given in bytes of the text, or in a table
    /// the heads of its row and column, the cell and the unit that is stated for it, as in `地区生产总值 ·
    /// 2017年 · 3870亿元`. With it where the number stands.
    pub(crate) fn around_number(
        &self,
        text: TextId,
        number: &Range<usize>,
        sentence: &Range<usize>,
    ) -> (String, Range<usize>) {
        let plain = &*self.text(text).plain;
        let Some(cell) = self.cell(text) else {
            let start = number.start.saturating_sub(sentence.start);
            let shown = plain[sentence.clone()].to_owned();
            let end = number.end.saturating_sub(sentence.start).min(shown.len());
            return (shown, start..end);
        };
        let heads = [cell.row, cell.column].map(|head| self.text(head).plain.trim());
        let mut shown = String::new();
        for head in heads.iter().filter(|head| !head.is_empty()) {
            shown.push_str(head);
            shown.push_str(" · ");
        }
        let number = shown.len() + number.start..shown.len() + number.end;
        shown.push_str(plain);
        // A head shows its own unit.
        if let Some(unit) =
            cell.unit.as_ref().filter(|u| ![cell.row, cell.column].contains(&u.text))
        {
            shown.push_str(&with_blank(&self.text(unit.text).plain[unit.range.clone()]));
        }
        (shown, number)
    }

    /// What a table says of a text that is one of its cells.
    pub(crate) fn cell(&self, text: TextId) -> Option<&Cell> {
        self.annotations.get(text.0 as usize)?.cell.as_ref()
    }

    /// The words of a number as they are shown outside its text: in a table with the unit that is
    /// stated for it, `3870亿元`.
    pub(crate) fn number_words(&self, text: TextId, number: Range<usize>) -> Cow<'_, str> {
        let words = &self.text(text).plain[number];
        match self.cell(text).and_then(|cell| cell.unit.as_ref()) {
            Some(unit) => {
                let unit = &self.text(unit.text).plain[unit.range.clone()];
                Cow::Owned(format!("{words}{}", with_blank(unit)))
            }
            None => Cow::Borrowed(words),
        }
    }

    /// All blocks in reading order, those inside others and inside footnotes too.
    pub(crate) fn all_blocks(&self) -> Vec<&Block> {
        let mut all = Vec::with_capacity(self.blocks.len());
        let notes = self.footnotes.iter().flat_map(|note| &note.blocks);
        for block in self.blocks.iter().chain(notes) {
            block.collect_blocks(&mut all);
        }
        all
    }
}

/// A unit as it follows a number: `3870亿元`, `9.8%`, `387 billion yuan`.
fn with_blank(unit: &str) -> Cow<'_, str> {
    let is_word = |c: char| c.is_alphanumeric() && !is_han(c);
    match unit.chars().next().filter(|first| is_word(*first)) {
        Some(_) => Cow::Owned(format!(" {unit}")),
        None => Cow::Borrowed(unit),
    }
}

/// `<!-- row 2:1 -->` before a block of a translation: the row that begins here holds two blocks of the
/// original and one of the translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RowMark {
    /// How many blocks of the original and of the translation; nothing where that cannot be read.
    pub(crate) counts: Option<(usize, usize)>,
    /// The mark.
    pub(crate) span: Span,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Footnote {
    /// The name the author gave it.
    pub(crate) label: String,
    /// How often the document mentions it.
    pub(crate) mentions: u32,
    /// Where it stands.
    pub(crate) span: Span,
    /// What it says.
    pub(crate) blocks: Vec<Block>,
}

/// A link or an image as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reference {
    /// Link, term or image.
    pub(crate) kind: ReferenceKind,
    /// The destination as written.
    pub(crate) destination: String,
    /// The title in quotes; empty if none.
    pub(crate) title: String,
    /// The words in place of an image; empty for links.
    pub(crate) alternative: String,
    /// The whole link or image in the source.
    pub(crate) span: Span,
}

/// Link, term or image.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReferenceKind {
    /// A link.
    Link,
    /// A link without words of its own: what it leads to names it.
    BareLink,
    /// A term: `[[术语]]`.
    Term,
    /// An image.
    Image,
}

/// What a page says of itself before its text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct FrontMatter {
    /// Whether something in it could not be read; that was reported, and what is missing for that
    /// reason need not be.
    pub(crate) has_faults: bool,
    /// The title, where no heading opens the page.
    pub(crate) title: Option<String>,
    /// One sentence for search engines.
    pub(crate) description: Option<String>,
    /// Place among its neighbours; smaller comes first.
    pub(crate) weight: Option<i64>,
    /// Where it says that the page is a draft, which is left out unless drafts are asked for.
    pub(crate) draft: Option<Span>,
    /// The day the page was last changed in substance.
    pub(crate) updated: Option<Day>,
    /// The period its figures belong to: `2017`.
    pub(crate) period: Option<String>,
    /// What its figures are.
    pub(crate) status: Option<FigureStatus>,
    /// The report this is the cover of.
    pub(crate) report: Option<ReportMeta>,
}
