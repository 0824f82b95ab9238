//! A translation as XLIFF 2.1.
//!
//! A page is a `<file>`, a row of it a `<unit>` of one segment; where a row holds several blocks, a code
//! stands between two of them. Terms are told in notes, which
//! every translation program shows.

use std::collections::BTreeSet;

use super::unit;
use crate::exchange::formats::xliff;
use crate::exchange::formats::xml::Writer;
use crate::model::{Language, Page, Place, Site, TermRole, UnconfirmedKind, VersionStatus};
use crate::source::Sources;

/// White space in a segment is part of its Markdown.
const KEEP_BLANKS: (&str, &str) = ("xml:space", "preserve");

/// The reports with their translation into a language, as XLIFF.
pub(crate) fn xliff(site: &Site, sources: &Sources, language: &Language) -> Vec<u8> {
    let mut xml = Writer::new();
    xml.open(
        "xliff",
        &[
            ("xmlns", xliff::NAMESPACE),
            ("version", xliff::VERSION),
            ("srcLang", &site.languages.original().tag),
            ("trgLang", &language.tag),
        ],
    );
    let pages = site.pages.iter().filter(|page| page.report.is_some());
    for (number, page) in pages.enumerate() {
        let mut places = unit::translatable_places(page, language.id).peekable();
        // A file without a unit is not allowed.
        if places.peek().is_none() {
            continue;
        }
        let path = &sources.get(page.original().document.file).path;
        let id = format!("f{}", number + 1);
        // A unit is one block; parting it would say that its parts can be set elsewhere.
        xml.open("file", &[("id", &id), ("original", path), ("canResegment", "no")]);
        for place in places {
            XliffUnit { site, sources, language, page, place }.write_unit(&mut xml);
        }
        xml.close_element();
    }
    xml.finish_document()
}

struct XliffUnit<'a> {
    site: &'a Site,
    sources: &'a Sources,
    language: &'a Language,
    page: &'a Page,
    place: Place,
}

impl XliffUnit<'_> {
    fn write_unit(&self, xml: &mut Writer) {
        let Self { page, place, sources, .. } = *self;
        let [original, translation] =
            [0, 1].map(|side| unit::row_pieces(page, sources, place, self.language.id, side));
        let has_translation = !translation.is_empty();
        xml.open("unit", &[("id", &unit::id(page, place)), ("name", &page.name(place))]);
        self.notes(xml);
        xml.open("segment", &[("state", self.segment_state(has_translation))]);
        let mut write = |name, pieces: &unit::Pieces| {
            let texts: Vec<&str> = pieces.iter().map(|(_, markdown)| *markdown).collect();
            let texts = if texts.is_empty() { vec![""] } else { texts };
            let code = (xliff::BLOCK_CODE, &xliff::BLOCK_CODE_ATTRIBUTES[..]);
            xml.parted_element(name, &[KEEP_BLANKS], &texts, code);
        };
        write("source", &original);
        if has_translation {
            write("target", &translation);
        }
        xml.close_element();
        xml.close_element();
    }

    fn notes(&self, xml: &mut Writer) {
        let (shown, _) = self.page.address(self.place);
        xml.open("notes", &[]);
        xml.text_element(
            "note",
            &[("category", "address"), ("priority", "2")],
            format!("{}, {}", self.page.kind_of(self.place), shown).trim_end_matches(", "),
        );
        for term in self.unit_terms() {
            xml.text_element("note", &[("category", "term"), ("appliesTo", "source")], &term);
        }
        xml.close_element();
    }

    /// The terms of the original, in order, each with its rendering.
    fn unit_terms(&self) -> Vec<String> {
        let document = &self.page.original().document;
        let mut known = BTreeSet::new();
        let mut terms = Vec::new();
        let [own, _] = self.page.row_texts(self.place, self.language.id);
        for text in own {
            let meant = document
                .terms
                .iter()
                .filter(|term| term.text == text && term.role == TermRole::Meant);
            for term in meant {
                let concept = self.site.glossary.concept(term.concept);
                let rendering = &concept.wording(self.language.id).preferred;
                if !rendering.is_empty() && known.insert(term.concept) {
                    terms.push(format!("{} = {rendering}", concept.wordings[0].preferred));
                }
            }
        }
        terms
    }

    fn segment_state(&self, has_translation: bool) -> &'static str {
        let lang = self.language.id;
        let unconfirmed = self.page.unconfirmed.get(&(self.place, lang));
        let is_left = self.page.is_untranslated(self.place, lang);
        if !has_translation || is_left || unconfirmed == Some(&UnconfirmedKind::Stale) {
            return xliff::INITIAL;
        }
        if self.site.lock.is_some() && unconfirmed.is_none() {
            return xliff::FINAL;
        }
        let report = self.page.report.map(|report| self.site.report(report));
        let meta = report.and_then(|report| report.meta.get(lang.index())?.as_ref());
        match meta.map(|meta| meta.status) {
            Some(VersionStatus::Official | VersionStatus::Reviewed) => xliff::REVIEWED,
            _ => xliff::TRANSLATED,
        }
    }
}
