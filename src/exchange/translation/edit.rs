//! New words into the bytes of a file.

use std::ops::Range;

use crate::source::FileId;

/// New Markdown for a range of a file's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    /// The bytes of the text that are replaced.
    pub(super) range: Range<usize>,
    /// What stands there instead.
    pub(super) markdown: String,
}

/// A file that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileChange {
    /// The file.
    pub(crate) file: FileId,
    /// What changes in it, in order, none overlapping.
    pub(super) edits: Vec<Edit>,
}

/// A file that is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// Its path from the site's root.
    pub(crate) path: String,
    /// What it says.
    pub text: String,
}

/// A text with edits, which are in order and do not overlap.
pub(super) fn edited_text<'a>(text: &str, edits: impl IntoIterator<Item = &'a Edit>) -> String {
    let mut new = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        new.push_str(text.get(at..edit.range.start).unwrap_or_default());
        new.push_str(&edit.markdown);
        at = edit.range.end;
    }
    new.push_str(text.get(at..).unwrap_or_default());
    new
}

impl FileChange {
    /// The file with its changes, every other byte as it was; nothing if `raw` is not what was read
    /// as `text`. A text is read without a byte order mark and with plain line ends.
    pub fn applied(&self, raw: &str, text: &str) -> Option<String> {
        if raw == text {
            return Some(edited_text(text, &self.edits));
        }
        let line_end = if raw.contains("\r\n") { "\r\n" } else { "\n" };
        let mut new = String::with_capacity(raw.len());
        let mut edits = self.edits.iter().peekable();
        // How far the text, and the bytes of the file, were gone through.
        let mut at = 0;
        let mut rest = raw;
        if let Some(without) = rest.strip_prefix('\u{feff}') {
            new.push('\u{feff}');
            rest = without;
        }
        let mut wanted = text.chars();
        loop {
            // What is put in without replacing anything.
            let is_put_in = |edit: &&Edit| edit.range.is_empty() && edit.range.start == at;
            while let Some(edit) = edits.next_if(is_put_in) {
                new.push_str(&edit.markdown.replace('\n', line_end));
            }
            let inside = edits.peek().is_some_and(|edit| edit.range.contains(&at));
            if edits.peek().is_some_and(|edit| edit.range.start == at) {
                let markdown = &edits.peek()?.markdown;
                new.push_str(&markdown.replace('\n', line_end));
            }
            let Some(c) = rest.chars().next() else { break };
            let piece = if rest.starts_with("\r\n") { "\r\n" } else { &rest[..c.len_utf8()] };
            let read = if c == '\r' { '\n' } else { c };
            if wanted.next() != Some(read) {
                return None;
            }
            rest = &rest[piece.len()..];
            at += read.len_utf8();
            if !inside {
                new.push_str(piece);
            }
            if edits.peek().is_some_and(|edit| !edit.range.is_empty() && edit.range.end <= at) {
                edits.next();
            }
        }
        wanted.next().is_none().then_some(new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_around_new_words_stay_with_their_line_ends() {
        let raw = "\u{feff}一\r\ntwo\rthree\n\r\nfour";
        let text = "一\ntwo\nthree\n\nfour";
        let range = |word: &str| {
            let at = text.find(word).unwrap();
            at..at + word.len()
        };
        let edit =
            |word: &str, markdown: &str| Edit { range: range(word), markdown: markdown.to_owned() };
        let changed = FileChange {
            file: FileId(0),
            edits: vec![edit("two\nthree", "2\n3"), edit("four", "4")],
        };
        let new = changed.applied(raw, text);
        assert_eq!(new.as_deref(), Some("\u{feff}一\r\n2\r\n3\n\r\n4"));
        assert_eq!(changed.applied(text, text).as_deref(), Some("一\n2\n3\n\n4"));
        let put_in = |at: usize, markdown: &str| Edit { range: at..at, markdown: markdown.into() };
        let edits = vec![put_in(3, "\na"), put_in(3, "\nb"), edit("four", "4"), put_in(19, "\nc")];
        let changed = FileChange { file: FileId(0), edits };
        let new = changed.applied(raw, text);
        assert_eq!(new.as_deref(), Some("\u{feff}一\r\na\r\nb\r\ntwo\rthree\n\r\n4\r\nc"));
        assert_eq!(changed.applied("something else", text), None);
    }
}
