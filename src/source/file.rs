//! Files as read, and spans in them.

use std::fmt::{self, Display};
use std::ops::{Deref, Range};
use std::sync::Arc;

use super::lines::Lines;

/// A file of [`Sources`]. Given in the order of reading; never written to disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub(crate) u32);

/// A range of bytes in a file, always on character borders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub(crate) start: u32,
    /// Byte after the last one.
    pub(crate) end: u32,
}

impl Span {
    /// The span of `range` in `file`.
    ///
    /// A file is at most 4 GiB long (larger ones are refused when read), so offsets fit.
    pub(crate) fn new(file: FileId, range: Range<usize>) -> Self {
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { file, start: narrow(range.start), end: narrow(range.end) }
    }

    /// The bytes of the file this covers.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and where it is written. Two are equal if their values are, wherever they stand.
#[derive(Debug, Clone, Eq)]
pub(crate) struct Placed<T> {
    /// The value.
    pub(crate) value: T,
    /// Where it is written.
    pub(crate) span: Span,
}

impl<T> Placed<T> {
    /// The value at this place.
    pub(crate) fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// A value that no file of the site says, such as one of a list that is imported.
    pub(crate) fn nowhere(value: T) -> Self {
        Self { value, span: Span::new(FileId(0), 0..0) }
    }
}

/// What is placed can be used as if it were the value alone.
impl<T> Deref for Placed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: Display> Display for Placed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl<T: PartialEq> PartialEq for Placed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

/// A line and a column, both from 1; the column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub(crate) column: usize,
}

/// One file with its text.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Its number.
    pub id: FileId,
    /// Its path from the site's root, with `/` between folders: `content/a/1-b.zh.md`.
    pub path: Arc<str>,
    /// Its text, without a byte order mark.
    pub text: Arc<str>,
}

/// All files that were read as text, by [`FileId`].
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    /// The lines of each file.
    lines: Vec<Lines>,
}

impl Sources {
    /// Adds a file and gives it its number.
    pub fn add(&mut self, path: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        let text = text.into();
        self.lines.push(Lines::new(&text));
        self.files.push(SourceFile { id, path: path.into(), text });
        id
    }

    /// The file with this number.
    ///
    /// # Panics
    /// If the number comes from other `Sources`.
    pub fn get(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// Where a byte of a file lies. Past the end, the end; inside a character, its beginning.
    pub fn position(&self, id: FileId, at: usize) -> Position {
        let text = &self.get(id).text;
        self.lines[id.0 as usize].position(text, character_border(text, at))
    }

    /// The first byte of the line that a byte of a file lies in.
    pub(crate) fn line_start(&self, id: FileId, at: usize) -> usize {
        self.lines[id.0 as usize].line_start(character_border(&self.get(id).text, at))
    }

    /// All files, in the order they were added.
    pub fn iter(&self) -> impl Iterator<Item = &SourceFile> {
        self.files.iter()
    }
}

/// The nearest character border at or before a byte; past the end, the end.
pub(crate) fn character_border(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_counts_characters_not_bytes() {
        let mut sources = Sources::default();
        let id = sources.add("a.md", "一行\n全市生产总值3870亿元");
        let text = &sources.get(id).text;
        let at = text.find("3870").unwrap();
        assert_eq!(sources.position(id, at), Position { line: 2, column: 7 });
    }

    #[test]
    fn a_place_past_the_end_is_the_end() {
        let mut sources = Sources::default();
        let id = sources.add("a.md", "一");
        assert_eq!(sources.position(id, 99), Position { line: 1, column: 2 });
    }
}
