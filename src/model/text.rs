//! A text: its plain characters, and marks over them.
//!
//! Recognisers and typesetting rules are functions of the plain characters alone; a number half
//! of which is bold is still one number. Marks may overlap; tags are made well-nested only when
//! HTML is written.

use std::borrow::Cow;
use std::ops::Range;

use super::is_wide;

/// A text of a document, by its place in [`super::Document::texts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextId(pub u32);

/// What the author meant by a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum MarkKind {
    /// A link: the number of its reference in the document.
    Link(u32),
    /// Strong emphasis.
    Strong,
    /// Emphasis.
    Emphasis,
    /// Struck out.
    Strikethrough,
    /// Code or something else to be taken literally.
    Code,
    /// A mention of a footnote. Zero-width.
    FootnoteReference {
        /// Its place in [`super::Document::footnotes`].
        note: u32,
        /// Which of its mentions in the document this is, from 1.
        mention: u32,
    },
    /// An image: the number of its reference in the document. Zero-width.
    Image(u32),
    /// A line break that is meant. Covers one newline.
    LineBreak,
    /// A page of the original ends here. Zero-width.
    PageBreak,
}

/// A range of a text with a meaning given by the author. Offsets are bytes of the plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    /// First byte.
    pub(crate) start: u32,
    /// Byte after the last one; equal to `start` for marks without width.
    pub(crate) end: u32,
    /// The meaning.
    pub(crate) kind: MarkKind,
}

/// The leaf texts of a document: a paragraph, a heading, a table cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// The characters a reader sees, without any markup.
    pub plain: Box<str>,
    /// Marks, by start, longer ones first.
    pub(crate) marks: Box<[Mark]>,
    /// Where the plain text came from: pieces of (plain offset, source offset), ascending.
    /// Inside a piece both offsets run in step.
    pub(crate) origin: Box<[(u32, u32)]>,
}

impl Text {
    /// The bytes of the source file from which a range of the plain text was read.
    ///
    /// Exact, but for a range that begins or ends inside a character reference such as `&amp;`.
    pub(crate) fn source_range(&self, plain: Range<usize>) -> Range<usize> {
        let start = self.source_offset(plain.start);
        let end = if plain.end > plain.start {
            // The end belongs to the piece of the last character, not to the one after it.
            self.source_offset(plain.end - 1) + 1
        } else {
            start
        };
        start..end.max(start)
    }

    fn source_offset(&self, plain: usize) -> usize {
        let piece = self.origin.partition_point(|(start, _)| *start as usize <= plain);
        match piece.checked_sub(1).map(|piece| self.origin[piece]) {
            Some((start, source)) => source as usize + (plain - start as usize),
            None => plain,
        }
    }
}

/// The parts of a text that are said to a machine: code, addresses with a scheme, tags of HTML. In no order.
pub(crate) fn code_and_markup(text: &Text) -> Vec<Range<usize>> {
    let plain = &*text.plain;
    let code = text.marks.iter().filter(|mark| mark.kind == MarkKind::Code);
    let code = code.map(|mark| mark.start as usize..mark.end as usize);
    let is_blank = |c: char| c.is_whitespace() || is_wide(c);
    let addresses = plain.match_indices("://").map(|(at, _)| {
        let start = plain[..at].trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
        let end = plain[at..].find(is_blank).map_or(plain.len(), |length| at + length);
        start..end
    });
    let tags = plain.match_indices('<').filter_map(|(at, _)| {
        let inside = &plain[at + 1..];
        let is_tag = inside.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        let end = inside.find('>').filter(|_| is_tag)?;
        Some(at..at + end + 2)
    });
    code.chain(addresses).chain(tags).collect()
}

/// What a text says in words: without code, addresses and tags.
pub(crate) fn prose_of(text: &Text) -> Cow<'_, str> {
    let mut apart = code_and_markup(text);
    if apart.is_empty() {
        return Cow::Borrowed(&text.plain);
    }
    apart.sort_unstable_by_key(|range| range.start);
    let (mut prose, mut at) = (String::new(), 0);
    for range in apart {
        prose.push_str(text.plain.get(at..range.start).unwrap_or_default());
        at = at.max(range.end);
    }
    prose.push_str(text.plain.get(at..).unwrap_or_default());
    Cow::Owned(prose)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_range_leads_back_to_its_source() {
        // `a **b** c` gives plain `a b c`.
        let text = Text {
            plain: "a b c".into(),
            marks: Box::new([]),
            origin: Box::new([(0, 0), (2, 4), (3, 7)]),
        };
        assert_eq!(text.source_range(2..3), 4..5);
        assert_eq!(text.source_range(3..5), 7..9);
        assert_eq!(text.source_range(0..3), 0..5);
    }
}
