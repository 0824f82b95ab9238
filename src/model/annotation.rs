//! What the program found in one text.

use std::ops::Range;

use super::{Mention, Quantity, TextId};

/// What was found in one text of a document. Ranges are bytes of the plain text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Annotation {
    /// Its numerals, in order, without overlap.
    pub(crate) quantities: Vec<Mention<Quantity>>,
    /// How firm the words before each numeral make it, in the same order.
    pub(crate) firmness: Vec<Option<Firmness>>,
    /// Its sentences, in order; together they cover the text.
    pub(crate) sentences: Vec<Range<usize>>,
    /// Words of which reports are made, by where they end.
    pub(crate) words: Vec<Mention<WordId>>,
    /// For a text that is a cell below the head of a table: what is said of it elsewhere.
    pub(crate) cell: Option<Cell>,
    /// Words after 单位： or Unit: that are no unit as far as the program knows.
    pub(crate) unread_unit: Option<Range<usize>>,
}

/// What a table says of one of its cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cell {
    /// The head of its row.
    pub(crate) row: TextId,
    /// The head of its column.
    pub(crate) column: TextId,
    /// The words that state the unit of its bare number.
    pub(crate) unit: Option<StatedWords>,
    /// The year that the head of its column or row says.
    pub(crate) period: Option<String>,
}

/// Words of another text that state something of a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StatedWords {
    /// The text.
    pub(crate) text: TextId,
    /// The words, in bytes of it.
    pub(crate) range: Range<usize>,
}

impl Annotation {
    /// The sentence in which a range begins, without the blanks around it.
    pub(crate) fn sentence(&self, plain: &str, range: &Range<usize>) -> Range<usize> {
        let found = self.sentences.iter().find(|sentence| sentence.contains(&range.start));
        let mut sentence = found.cloned().unwrap_or(0..plain.len());
        sentence.end = sentence.end.max(range.end);
        let whole = &plain[sentence.clone()];
        sentence.start += whole.len() - whole.trim_start().len();
        sentence.end -= whole.len() - whole.trim_end().len();
        sentence
    }
}

/// A meaning that words of several languages have: a row of the vocabulary of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(pub u16);

/// How firm a report makes an aim, by the verb before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Firmness {
    /// 确保: it is to be ensured.
    Ensure,
    /// 力争: every effort is made.
    Strive,
    /// 争取, 努力: it is sought.
    Seek,
    /// 争创: a title is contended for.
    Contend,
}

impl Firmness {
    /// Every degree, with its key and the report's words for it.
    pub(crate) const ALL: [(&'static str, Self, &'static [&'static str]); 4] = [
        ("ensure", Self::Ensure, &["确保", "必保"]),
        ("strive", Self::Strive, &["力争"]),
        ("seek", Self::Seek, &["争取", "努力"]),
        ("contend", Self::Contend, &["争创"]),
    ];

    /// The key used in data files and themes.
    pub(crate) fn key(self) -> &'static str {
        Self::ALL.iter().find(|(_, firmness, _)| *firmness == self).map_or("", |(key, ..)| key)
    }

    /// The report's usual word for it.
    pub(crate) fn word(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(_, firmness, _)| *firmness == self)
            .map_or("", |(.., words)| words[0])
    }
}
