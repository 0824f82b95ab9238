//! A text as received: bytes of any kind of file into blocks of plain words, and two texts set against
//! each other word by word.
//!
//! `encoding` makes characters of bytes, `lines` blocks of a plain text, `docx` of a text of Word, `html` of a page; `annex`
//! finds what is for what in the whole: notes, explained terms, the table of contents. `words` is a text
//! reduced to what must not change, and what differs between two of them. Nothing here knows a site.

mod annex;
mod docx;
mod draft;
mod encoding;
pub(crate) mod expected;
mod html;
mod inline;
mod kind;
mod lines;
mod numeral;
mod page_number;
pub(crate) mod words;

pub(crate) use encoding::is_in_no_traditional_text;
pub(crate) use kind::ENDINGS;

use crate::model::ReceivedContent;
use crate::source::{Locale, Message};

/// Why a file cannot be read as a text that was received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReceivedFault {
    /// What is wrong.
    pub(crate) message: Message,
    /// How to go on.
    pub(crate) help: Message,
}

impl ReceivedFault {
    /// What is wrong and how to go on, in one line.
    pub(crate) fn in_words(&self) -> String {
        let words = [&self.message, &self.help].map(|message| message.text(Locale::En));
        words.join("; ")
    }
}

/// Reads the bytes of a file. What kind of file it is, the bytes say first and its name second.
pub(crate) fn read_received(name: &str, bytes: &[u8]) -> Result<ReceivedContent, ReceivedFault> {
    let content = match kind::kind_of(name, bytes)? {
        kind::FileKind::Text { is_markdown } => {
            let decoded = encoding::decode(bytes);
            let mut content = lines::read_lines(&decoded.text, is_markdown);
            content.read_as = decoded.name;
            content.remarks.extend(decoded.remarks());
            content
        }
        kind::FileKind::Docx => docx::read_docx(bytes)?,
        kind::FileKind::Html => {
            let decoded = encoding::decode(bytes);
            let mut content = html::read_html(&decoded.text);
            content.remarks.extend(decoded.remarks());
            content
        }
    };
    Ok(annex::with_roles(content))
}

/// Whether a line that was broken by hand begins a paragraph of its own: it is indented, or the line before
/// ends a sentence. Others are broken for their looks.
fn begins_paragraph(before: &str, is_indented: bool) -> bool {
    is_indented || words::ends_sentence(before)
}

/// The words of a text typed in `errata.yaml`, which is read as a plain text is.
pub(crate) fn quotation_words(text: &str) -> words::WordStream<()> {
    let content = lines::read_lines(text, true);
    words::WordStream::of_blocks(content.blocks.iter().map(|block| (block, ())))
}

#[cfg(test)]
mod tests;
