//! A text as it was received, whatever the kind of its file: its blocks in order, with the words alone.

use std::ops::Range;

/// The text as received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReceivedText {
    /// Its path from the site's root.
    pub(crate) path: String,
    /// SHA-256 of its bytes.
    pub(crate) sha256: String,
    /// Its length in bytes.
    pub(crate) bytes: usize,
    /// What stands in it.
    pub(crate) content: ReceivedContent,
}

/// What was read of a file: no layout, no mark-up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ReceivedContent {
    /// What the file was read as: `UTF-8`, `gb18030`, `DOCX`.
    pub(crate) read_as: &'static str,
    /// The blocks in reading order.
    pub(crate) blocks: Vec<ReceivedBlock>,
    /// What the reading leaves to a person, in reading order.
    pub(crate) remarks: Vec<ReceivedRemark>,
    /// The pictures; [`ReceivedKind::Picture`] holds a place in this list.
    pub(crate) pictures: Vec<ReceivedPicture>,
}

/// A block of a text as received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReceivedBlock {
    /// What it is by its mark-up alone.
    pub(crate) kind: ReceivedKind,
    /// What it is for in the document as a whole.
    pub(crate) role: ReceivedRole,
    /// Its words, with single blanks and without those at its ends. Of a table its cells, one after another.
    pub(crate) text: String,
    /// Marks over the words, by start.
    pub(crate) marks: Vec<ReceivedMark>,
    /// The line of the file it begins in, from 1; of a DOCX the number of its paragraph.
    pub(crate) line: usize,
    /// Whether its first line was indented.
    pub(crate) is_indented: bool,
    /// Whether it stood in the middle of the page, as titles do.
    pub(crate) is_centered: bool,
    /// Whether more was left empty before it than before its neighbours.
    pub(crate) is_after_gap: bool,
}

/// What a block is by its mark-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ReceivedKind {
    /// A paragraph; in a plain text everything is one.
    Paragraph,
    /// A heading of this level, from 1.
    Heading(u8),
    /// An item of a list with bullets; how deep it lies, from 0.
    Item(u8),
    /// An item of a list with numbers, which stand at the beginning of its words.
    NumberedItem,
    /// A line of a quotation.
    Quote,
    /// A table, by rows; each row has as many cells as the first. A merged cell stands in its first place,
    /// its other places are empty.
    Table(Vec<Vec<String>>),
    /// The end of a page.
    PageBreak,
    /// A picture, by its place in [`ReceivedContent::pictures`].
    Picture(usize),
}

impl ReceivedBlock {
    /// The same block with other words: marks, and the places of a note or term, go where `moved` says that
    /// their bytes stand now.
    pub(crate) fn set_words(&mut self, text: String, moved: impl Fn(usize) -> usize) {
        let range = |range: &Range<usize>| moved(range.start)..moved(range.end);
        for mark in &mut self.marks {
            mark.range = range(&mark.range);
        }
        match &mut self.role {
            ReceivedRole::Note { words, .. } => *words = moved(*words),
            ReceivedRole::Term { term, definition } => {
                *term = range(term);
                *definition = moved(*definition);
            }
            _ => {}
        }
        self.text = text;
    }

    /// Its words without the mentions of notes at their end: 指一产［1］ without ［1］.
    pub(crate) fn words_before_mentions(&self) -> &str {
        let mut words = self.text.trim_end();
        loop {
            let mention = self.marks.iter().find(|mark| {
                matches!(mark.kind, ReceivedMarkKind::Note(_))
                    && mark.range.end == words.len()
                    && !mark.range.is_empty()
            });
            match mention {
                Some(mark) => words = words[..mark.range.start].trim_end(),
                None => return words,
            }
        }
    }
}

/// What a block is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ReceivedRole {
    /// Text of the report.
    Body,
    /// A line of the table of contents, which is made anew.
    Contents,
    /// What stands at the head or foot of each page: its number.
    Furniture,
    /// The head of the notes: 注释.
    NotesHead,
    /// A note, or what goes on from it; the note's label, and where its words begin in the text.
    Note {
        /// The label: `1`.
        label: String,
        /// The first byte of its words.
        words: usize,
    },
    /// The head of the explained terms: 附件 名词解释.
    TermsHead,
    /// A term with its definition.
    Term {
        /// Where the term stands in the text.
        term: Range<usize>,
        /// The first byte of its definition.
        definition: usize,
    },
}

/// A mark over the words of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReceivedMark {
    /// The bytes it covers.
    pub(crate) range: Range<usize>,
    /// What it is.
    pub(crate) kind: ReceivedMarkKind,
}

/// What a mark is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ReceivedMarkKind {
    /// Strong emphasis.
    Strong,
    /// A line below the words, as typed heads have it.
    Underlined,
    /// The mention of a note, by its label. Covers what is typed for it, such as `［1］`, or nothing.
    Note(String),
    /// The end of a page inside a paragraph that was broken into lines. Covers nothing.
    PageBreak,
}

/// What the reading of a file leaves to a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReceivedRemark {
    /// The line, as in [`ReceivedBlock::line`].
    pub(crate) line: usize,
    /// What it is about.
    pub(crate) kind: RemarkKind,
    /// The words it is about.
    pub(crate) words: String,
}

/// What a remark is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum RemarkKind {
    /// A tracked insertion, taken as accepted.
    Inserted,
    /// A tracked deletion, taken as accepted: the words are not in the text.
    Deleted,
    /// A comment in the margin, left out.
    Comment,
    /// Words of a text box, which stand where the box is anchored.
    TextBox,
    /// Words of a head or foot of pages, or around the text of a page of a site, left out.
    PageHead,
    /// A picture, kept as a file.
    Picture,
    /// A picture that is not in the file, left out.
    OtherPicture,
    /// Characters that nobody sees, left out; their number.
    Invisible,
    /// The numbers of the lines of a print, left out; their number.
    LineNumbers,
    /// Something that cannot be read as text: a formula, an embedded file.
    Unread,
    /// Characters that could not be decoded.
    Undecoded,
}

/// A picture in a text as received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReceivedPicture {
    /// The name of its file: `image1.png`.
    pub(crate) name: String,
    /// What it shows, in the words of its author; often empty.
    pub(crate) alternative: String,
    /// The file.
    pub(crate) bytes: Vec<u8>,
}

impl ReceivedBlock {
    /// A paragraph with these words.
    pub(crate) fn paragraph(text: impl Into<String>, line: usize) -> Self {
        Self {
            kind: ReceivedKind::Paragraph,
            role: ReceivedRole::Body,
            text: text.into(),
            marks: Vec::new(),
            line,
            is_indented: false,
            is_centered: false,
            is_after_gap: false,
        }
    }

    /// Whether all of its words are strong, as a heading of a plain document often is.
    pub(crate) fn is_strong(&self) -> bool {
        self.is_wholly(&ReceivedMarkKind::Strong)
    }

    /// Whether all of its words are marked so.
    pub(crate) fn is_wholly(&self, kind: &ReceivedMarkKind) -> bool {
        let mut at = 0;
        for mark in self.marks.iter().filter(|mark| mark.kind == *kind) {
            let between = self.text.get(at..mark.range.start).unwrap_or_default();
            if !between.trim().is_empty() {
                return false;
            }
            at = at.max(mark.range.end);
        }
        at > 0 && self.text.get(at..).unwrap_or_default().trim().is_empty()
    }
}
