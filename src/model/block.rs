//! Blocks of a document, and their addresses.

use std::fmt;

use super::TextId;
use crate::source::Span;

/// A block: paragraph, heading, list, table…
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub content: BlockContent,
    /// Where it stands in its file.
    pub(crate) span: Span,
    /// Its address counted from the structure of its file alone. What is published is the address
    /// of its pair, which may have been given to it earlier. Only blocks at the top level of a page
    /// have one; page breaks and nested blocks have none.
    pub(crate) counted: Option<LocalAddress>,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockContent {
    /// A heading; `level` is 2 to 6, since the page's title is level 1.
    Heading {
        /// The level.
        level: u8,
        /// The words.
        text: TextId,
        /// An id the author gave: `{#results}`.
        id: Option<String>,
    },
    /// A paragraph.
    Paragraph(TextId),
    /// A list; `start` is the first number of a numbered one.
    List {
        /// The first number, or nothing for a list with bullets.
        start: Option<u64>,
        /// Whether items are set without space between them.
        is_tight: bool,
        /// The items.
        items: Vec<Vec<Block>>,
    },
    /// A quotation, or a note set apart.
    Quote {
        /// The kind of note.
        alert: Option<Alert>,
        /// What is quoted.
        blocks: Vec<Block>,
    },
    /// A table.
    Table {
        /// How each column is aligned.
        columns: Vec<Alignment>,
        /// The head row.
        head: Vec<TextId>,
        /// The other rows.
        rows: Vec<Vec<TextId>>,
    },
    /// Fenced or indented code.
    Code {
        /// The language named after the fence; empty if none.
        language: String,
        /// The code.
        code: String,
    },
    /// Terms with their explanations.
    Definitions(Vec<Definition>),
    /// A line across.
    Rule,
    /// A page of the original ends here; the number of the page that begins, where it is known.
    PageBreak,
}

impl Block {
    /// The texts in it, in reading order; those of nested blocks too.
    pub(crate) fn texts(&self) -> Vec<TextId> {
        let mut texts = Vec::new();
        self.content.collect_texts(&mut texts);
        texts
    }

    /// Adds this block and those inside it, in reading order.
    pub(crate) fn collect_blocks<'a>(&'a self, all: &mut Vec<&'a Self>) {
        all.push(self);
        for inner in self.content.inner() {
            inner.collect_blocks(all);
        }
    }
}

impl BlockContent {
    /// The blocks directly inside, in reading order.
    pub(crate) fn inner(&self) -> Box<dyn Iterator<Item = &Block> + '_> {
        match self {
            Self::List { items, .. } => Box::new(items.iter().flatten()),
            Self::Quote { blocks, .. } => Box::new(blocks.iter()),
            Self::Definitions(definitions) => {
                Box::new(definitions.iter().flat_map(|one| one.details.iter().flatten()))
            }
            _ => Box::new(std::iter::empty()),
        }
    }

    fn collect_texts(&self, texts: &mut Vec<TextId>) {
        let inner = |blocks: &[Block], texts: &mut Vec<TextId>| {
            for block in blocks {
                block.content.collect_texts(texts);
            }
        };
        match self {
            Self::Heading { text, .. } | Self::Paragraph(text) => texts.push(*text),
            Self::List { items, .. } => items.iter().for_each(|item| inner(item, texts)),
            Self::Quote { blocks, .. } => inner(blocks, texts),
            Self::Table { head, rows, .. } => {
                texts.extend(head);
                texts.extend(rows.iter().flatten());
            }
            Self::Definitions(definitions) => {
                for definition in definitions {
                    texts.extend(&definition.terms);
                    definition.details.iter().for_each(|detail| inner(detail, texts));
                }
            }
            Self::Code { .. } | Self::Rule | Self::PageBreak => {}
        }
    }

    /// The id that the author gave to a heading.
    pub(crate) fn heading_id(&self) -> Option<&str> {
        match self {
            Self::Heading { id, .. } => id.as_deref(),
            _ => None,
        }
    }

    /// What an author calls such a block.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Heading { .. } => "heading",
            Self::Paragraph(_) => "paragraph",
            Self::List { start: None, .. } => "list",
            Self::List { .. } => "numbered list",
            Self::Quote { alert: None, .. } => "quotation",
            Self::Quote { .. } => "note",
            Self::Table { .. } => "table",
            Self::Code { .. } => "code block",
            Self::Definitions(_) => "definition list",
            Self::Rule => "rule",
            Self::PageBreak => "page break",
        }
    }
}

/// Kinds of notes, as in GitHub's `> [!NOTE]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alert {
    /// Worth knowing.
    Note,
    /// Advice.
    Tip,
    /// Not to be overlooked.
    Important,
    /// Something may go wrong.
    Warning,
    /// Something will go wrong.
    Caution,
}

/// How a column is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    /// As the theme likes.
    None,
    /// To the left.
    Left,
    /// In the middle.
    Center,
    /// To the right.
    Right,
}

/// Some terms and what is said of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Definition {
    /// The terms.
    pub(crate) terms: Vec<TextId>,
    /// The explanations.
    pub(crate) details: Vec<Vec<Block>>,
}

/// The number of a section inside its page: `2` or `2.1`; empty before the first heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) struct SectionNumber {
    numbers: [u16; 5],
    depth: u8,
}

impl SectionNumber {
    /// The number of the next section at `level` (2 to 6) after this one.
    #[must_use]
    pub(crate) fn next(self, level: u8) -> Self {
        let depth = usize::from(level.clamp(2, 6) - 1);
        let mut numbers = [0; 5];
        numbers[..depth].copy_from_slice(&self.numbers[..depth]);
        for skipped in &mut numbers[..depth - 1] {
            *skipped = (*skipped).max(1);
        }
        numbers[depth - 1] = numbers[depth - 1].saturating_add(1);
        Self { numbers, depth: u8::try_from(depth).unwrap_or(5) }
    }

    /// The number made of these, the outermost first; nothing if they are too many.
    pub(crate) fn of(own: &[u16]) -> Option<Self> {
        let mut numbers = [0; 5];
        numbers.get_mut(..own.len())?.copy_from_slice(own);
        Some(Self { numbers, depth: u8::try_from(own.len()).ok()? })
    }

    /// The numbers, the outermost first.
    pub(crate) fn numbers(&self) -> &[u16] {
        &self.numbers[..usize::from(self.depth)]
    }
}

/// The address of a block inside its page: its section, and its number in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct LocalAddress {
    /// The section.
    pub(crate) section: SectionNumber,
    /// The block's number in the section, from 1; 0 for the section's heading, and for what was
    /// inserted before the first block.
    pub(crate) paragraph: u16,
    /// 0; or, for a block that was inserted after the one with this number, which of those it is:
    /// 1 is shown as `a`.
    pub(crate) letter: u16,
}

impl LocalAddress {
    /// Whether it is that of a heading.
    pub(crate) fn is_heading(self) -> bool {
        self.paragraph == 0 && self.letter == 0
    }

    /// The id in a page with this number: `s1.2-p3`, `s1.2` for a heading.
    pub(crate) fn id(self, page: &[u32]) -> String {
        let section = self.joined_address(page);
        match (section.is_empty(), self.is_heading()) {
            (true, _) => format!("p{}", self.in_section()),
            (false, true) => format!("s{section}"),
            (false, false) => format!("s{section}-p{}", self.in_section()),
        }
    }

    /// The address as it is shown in a page with this number: `1.2 ¶3`, `1.2` for a heading.
    pub(crate) fn shown(self, page: &[u32]) -> String {
        let section = self.joined_address(page);
        match (section.is_empty(), self.is_heading()) {
            (true, _) => format!("¶{}", self.in_section()),
            (false, true) => section,
            (false, false) => format!("{section} ¶{}", self.in_section()),
        }
    }

    /// What it is called inside its section: `3`, `3a`.
    pub(crate) fn in_section(self) -> String {
        format!("{}{}", self.paragraph, letters_of(self.letter))
    }

    /// Reads an id back, in a page whose number has `depth` parts; also gives that number.
    /// Nothing unless it is written exactly as [`LocalAddress::id`] writes it.
    pub(crate) fn parse(id: &str, depth: usize) -> Option<(Vec<u32>, Self)> {
        let (section, block) = match id.strip_prefix('s') {
            Some(rest) => match rest.split_once("-p") {
                Some((section, block)) => (section, block),
                None => (rest, "0"),
            },
            None => ("", id.strip_prefix('p')?),
        };
        let numbers = section.split('.').filter(|part| !part.is_empty());
        let mut page: Vec<u32> = numbers.map(str::parse).collect::<Result<_, _>>().ok()?;
        let own = page.get(depth..)?.iter().map(|number| u16::try_from(*number));
        let section = SectionNumber::of(&own.collect::<Result<Vec<_>, _>>().ok()?)?;
        page.truncate(depth);
        let digits = block.trim_end_matches(|c: char| c.is_ascii_lowercase());
        let letter = letter(&block[digits.len()..])?;
        let address = Self { section, paragraph: digits.parse().ok()?, letter };
        (address.id(&page) == id).then_some((page, address))
    }

    fn joined_address(self, page: &[u32]) -> String {
        let own = self.section.numbers().iter().map(|number| u32::from(*number));
        let all: Vec<_> =
            page.iter().copied().chain(own).map(|number| number.to_string()).collect();
        all.join(".")
    }
}

/// `a` for 1, `z` for 26, `aa` for 27; nothing for 0.
fn letters_of(mut number: u16) -> String {
    let mut letters = Vec::new();
    while number > 0 {
        number -= 1;
        letters.push(char::from(b'a' + u8::try_from(number % 26).unwrap_or_default()));
        number /= 26;
    }
    letters.iter().rev().collect()
}

/// The number of these letters, which are all `a` to `z`; nothing if there are too many.
fn letter(letters: &str) -> Option<u16> {
    letters.bytes().try_fold(0_u16, |number, letter| {
        number.checked_mul(26)?.checked_add(u16::from(letter - b'a') + 1)
    })
}

impl fmt::Display for LocalAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown(&[]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_the_section_and_the_paragraph_in_it() {
        let section = SectionNumber::default().next(2).next(2);
        let address = LocalAddress { section, paragraph: 3, letter: 0 };
        assert_eq!(address.id(&[1]), "s1.2-p3");
        assert_eq!(address.shown(&[1]), "1.2 ¶3");
        let opening = LocalAddress { section: SectionNumber::default(), paragraph: 1, letter: 0 };
        assert_eq!(opening.id(&[1]), "s1-p1");
        assert_eq!(opening.id(&[]), "p1");
        let inserted = LocalAddress { letter: 28, ..address };
        assert_eq!(inserted.id(&[1]), "s1.2-p3ab");
        assert_eq!(inserted.shown(&[1]), "1.2 ¶3ab");
        let before = LocalAddress { section, paragraph: 0, letter: 1 };
        assert_eq!(before.id(&[1]), "s1.2-p0a");
        assert!(!before.is_heading());
    }

    #[test]
    fn an_address_is_read_back_as_it_was_written() {
        for depth in 0..3 {
            let page: Vec<u32> = (1..).take(depth).collect();
            for own in [&[][..], &[1], &[2, 11], &[1, 2, 3, 4, 5]] {
                let section = SectionNumber::of(own).unwrap();
                for (paragraph, letter) in [(1, 0), (0, 1), (12, 26), (3, 27), (3, 702), (3, 703)] {
                    let address = LocalAddress { section, paragraph, letter };
                    let id = address.id(&page);
                    assert_eq!(
                        LocalAddress::parse(&id, depth),
                        Some((page.clone(), address)),
                        "{id}"
                    );
                }
            }
        }
        let heading = LocalAddress::parse("s1.2", 1).unwrap().1;
        assert!(heading.is_heading());
    }

    #[test]
    fn what_is_no_address_is_not_read_as_one() {
        for id in [
            "",
            "s",
            "p",
            "s1-p",
            "s1-p0",
            "s1-p03",
            "s1.-p3",
            "s1-p3A",
            "s1-pa",
            "s1-p3a4",
            "s70000.70000-p1",
            "s1-p99999",
            "s1.1.1.1.1.1.1-p1",
            "s1-p3zzzzz",
            "q1",
            "s1-p+3",
        ] {
            assert_eq!(LocalAddress::parse(id, 1), None, "{id}");
        }
    }

    #[test]
    fn a_deeper_heading_begins_at_one_and_a_higher_one_goes_on() {
        let first = SectionNumber::default().next(2);
        let inner = first.next(3);
        assert_eq!(inner.numbers(), [1, 1]);
        assert_eq!(inner.next(3).numbers(), [1, 2]);
        assert_eq!(inner.next(2).numbers(), [2]);
    }
}
