//! One parsed file.

use super::{Annotation, Block, Day, FigureStatus, LangId, ReportMeta, TermMention, Text, TextId};
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
