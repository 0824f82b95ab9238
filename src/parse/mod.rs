//! One Markdown file into a [`Document`].
//!
//! Knows one file and nothing else, and never fails: what cannot be read is a finding, and the
//! document holds what could be.
//!
//! 1. `front_matter` splits off and reads the YAML at the top;
//! 2. `blocks` walks the Markdown events and builds blocks;
//! 3. `inline` builds the texts of the blocks: plain characters and marks;
//! 4. `emphasis` mends emphasis that CommonMark leaves literal beside Chinese punctuation;
//! 5. `address` numbers sections and blocks.

mod address;
mod blocks;
mod emphasis;
mod front_matter;
mod inline;

use crate::model::{BlockContent, Document, FrontMatter, LangId, Script, Text, TextId};
use crate::source::{Diagnosed, Diagnostic, SourceFile, Span, codes};

/// Parses a file in a language.
pub fn document(file: &SourceFile, lang: LangId, script: Script) -> Diagnosed<Document> {
    let mut diagnostics = Vec::new();
    let (front, body_start) = front_matter::read(file).into_value(&mut diagnostics);
    let mut parsed = blocks::parse(file, body_start, script).into_value(&mut diagnostics);
    let (title, title_span) = title(&mut parsed, &front, file, body_start, &mut diagnostics);
    address::assign(&mut parsed.blocks, &mut diagnostics);
    let document = Document {
        file: file.id,
        lang,
        front,
        title,
        title_span,
        blocks: parsed.blocks,
        footnotes: parsed.footnotes,
        texts: parsed.texts,
        references: parsed.references,
        body_start,
    };
    Diagnosed { value: document, diagnostics }
}

/// Takes the title from the heading that opens the page, or from the front matter.
fn title(
    parsed: &mut blocks::Parsed,
    front: &FrontMatter,
    file: &SourceFile,
    body_start: usize,
    diagnostics: &mut Vec<Diagnostic>,
) -> (TextId, Span) {
    let opening = parsed.blocks.first().and_then(|block| match &block.content {
        BlockContent::Heading { level: 1, text, .. } => Some((*text, block.span)),
        _ => None,
    });
    let top = Span::new(file.id, body_start.min(file.text.len())..body_start.min(file.text.len()));
    match (opening, &front.title) {
        (Some((text, span)), None) => {
            parsed.blocks.remove(0);
            (text, span)
        }
        (Some((text, span)), Some(_)) => {
            parsed.blocks.remove(0);
            diagnostics.push(
                Diagnostic::new(codes::TITLE_MISSING, "the page has two titles")
                    .at(span, "one here, and one in the front matter")
                    .help("remove `title:` from the front matter, or the heading"),
            );
            (text, span)
        }
        (None, Some(title)) => (parsed.add_text(plain(title)), top),
        (None, None) => {
            diagnostics.push(
                Diagnostic::new(codes::TITLE_MISSING, "the page has no title")
                    .at(top, "")
                    .help("open the page with `# …`, or write `title:` into the front matter"),
            );
            (parsed.add_text(plain("")), top)
        }
    }
}

fn plain(text: &str) -> Text {
    Text { plain: text.into(), marks: Box::new([]), origin: Box::new([]) }
}
