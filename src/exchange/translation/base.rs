//! The text that a translation of a page is put into.

use super::front::{self, FrontChange};
use super::unit::{self, Pieces};
use crate::model::{Document, FrontMatter, LangId, Language, Languages, Page, Place};
use crate::source::{SourceFile, Sources};

/// The text that a translation of a page is put into: its own file; where there is none yet, that of the
/// original. So a page that is made has everything in its place, and what is not translated yet stands in
/// the words of the original: blocks answer each other by their order, `check` names each that is left.
#[derive(Clone, Copy)]
pub(super) struct Base<'a> {
    pub(super) page: &'a Page,
    /// The file.
    pub(super) file: &'a SourceFile,
    /// What it says.
    pub(super) document: &'a Document,
    /// The language whose blocks stand in it.
    pub(super) lang: LangId,
    /// Whether the page is to be made of it.
    pub(super) is_new: bool,
}

impl<'a> Base<'a> {
    pub(super) fn of_page(page: &'a Page, sources: &'a Sources, language: &Language) -> Self {
        let (side, lang) = match page.side(language.id) {
            Some(side) => (side, language.id),
            None => (page.original(), LangId::ORIGINAL),
        };
        let document = &*side.document;
        let is_new = lang == LangId::ORIGINAL;
        Self { page, file: sources.get(document.file), document, lang, is_new }
    }

    /// The Markdown that stands at a place.
    pub(super) fn pieces_at(&self, sources: &'a Sources, place: Place) -> Pieces<'a> {
        unit::translated_pieces(self.page, sources, place, self.lang)
    }

    /// The numbers of the blocks of a pair.
    pub(super) fn block_numbers(&self, pair: usize) -> &'a [usize] {
        &self.page.pairs[pair].blocks[self.lang.index()]
    }

    /// The path of the file of the translation: `content/a/1-b.en.md`.
    pub(super) fn path(&self, languages: &Languages, language: &Language) -> String {
        let original = format!(".{}.md", languages.original().code);
        let stem = self.file.path.strip_suffix(&*original).unwrap_or(&*self.file.path);
        format!("{stem}.{}.md", language.code)
    }

    /// The front matter with new words.
    pub(super) fn front_with(&self, changes: &[FrontChange]) -> FrontMatter {
        let front = &self.document.front;
        if self.is_new {
            front::new_front(front, changes)
        } else {
            front::with_changes(front, changes)
        }
    }
}
