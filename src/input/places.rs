//! Where the values of a data file stand in it.

use crate::source::{SourceFile, Span};

/// Finds the places of values that are read in the order of the file.
pub(super) struct Places<'a> {
    file: &'a SourceFile,
    at: usize,
}

impl<'a> Places<'a> {
    pub(super) fn new(file: &'a SourceFile) -> Self {
        Self { file, at: 0 }
    }

    /// The place of the next occurrence of a value; of its line's beginning if it is written in
    /// another way than it reads.
    pub(super) fn next(&mut self, value: &str) -> Span {
        let text = &self.file.text;
        let found = (!value.is_empty()).then(|| text[self.at..].find(value)).flatten();
        match found {
            Some(found) => {
                let start = self.at + found;
                self.at = start + value.len();
                Span::new(self.file.id, start..self.at)
            }
            None => Span::new(self.file.id, self.at..self.at),
        }
    }
}
