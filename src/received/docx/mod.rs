//! DOCX: what a person sees of the text in print, with its automatic numbers, and what the file holds beside
//! it as remarks.
//!
//! `package` is the archive, `styles`, `format`, `numbering` what its parts say of paragraphs
//! and characters. `reader` goes through the blocks, `runs` and `field` through a paragraph, whose words
//! gather in a `Draft`; `paragraph`, `table`, `drawing` and `notes` make blocks of what was read. Names of
//! elements are read without their prefixes, so that both forms of the standard are one.

mod drawing;
mod field;
mod format;
mod notes;
mod numbering;
mod package;
mod paragraph;
mod reader;
mod runs;
mod styles;
mod symbol;
mod table;

pub(super) use package::archived_names;

use super::ReceivedFault;
use crate::exchange::formats::xml::{Element, Node};
use crate::model::ReceivedContent;
use package::Package;
use reader::Reader;

/// Reads a DOCX.
pub(super) fn read_docx(bytes: &[u8]) -> Result<ReceivedContent, ReceivedFault> {
    let mut package = Package::open(bytes)?;
    let name = package.main_part()?;
    let root = package.xml_part(&name)?.unwrap_or_default();
    let reader = Reader::open(package, &name, &root)?;
    Ok(reader.read_document(&root))
}

/// What is read of one thing that is written in several ways for several programs: the first way, never two.
fn chosen(alternatives: &Element) -> Option<&Element> {
    let mut choices = alternatives.elements().filter(|element| element.name == "Choice");
    let choice = choices.find(|choice| choice.elements().next().is_some());
    choice.or_else(|| alternatives.first("Fallback"))
}

/// All words in an element as they are seen, on one line: those of comments, heads of pages, formulas.
fn plain_words(element: &Element) -> String {
    let mut text = String::new();
    add_words(element, &mut text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn add_words(element: &Element, text: &mut String) {
    for node in &element.nodes {
        let Node::Element(child) = node else { continue };
        match &*child.name {
            "t" => text.push_str(&child.inner_text()),
            "tab" | "br" | "cr" => text.push(' '),
            "del" | "moveFrom" | "Fallback" => {}
            "p" => {
                text.push(' ');
                add_words(child, text);
            }
            _ => add_words(child, text),
        }
    }
}

#[cfg(test)]
mod tests;
