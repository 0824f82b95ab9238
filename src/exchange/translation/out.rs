//! A translation as XLIFF 2.1.
//!
//! A page is a `<file>`, a row of it a `<unit>` of one segment; where a row holds several blocks, a code
//! stands between two of them. Terms are told in notes, which
//! every translation program shows.

use std::collections::BTreeSet;

use super::front::FrontPlace;
use super::unit::{self, UnitPlace};
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
        let places = unit::unit_places(page, language.id);
        // A file without a unit is not allowed.
        if places.is_empty() {
            continue;
        }
        let path = &sources.get(page.original().document.file).path;
        let id = format!("f{}", number + 1);
        // A unit is one block; parting it would say that its parts can be set elsewhere.
        xml.open("file", &[("id", &id), ("original", path), ("canResegment", "no")]);
        let of_page = XliffPage { site, sources, language, page };
        of_page.write_front(&mut xml, &places);
        for place in places {
            if let UnitPlace::Body(place) = place {
                XliffUnit { of_page, place }.write_unit(&mut xml);
            }
        }
        xml.close_element();
    }
    xml.finish_document()
}

#[derive(Clone, Copy)]
struct XliffPage<'a> {
    site: &'a Site,
    sources: &'a Sources,
    language: &'a Language,
    page: &'a Page,
}

impl XliffPage<'_> {
    /// The words of the front matter, in a group of their own.
    fn write_front(&self, xml: &mut Writer, places: &[UnitPlace]) {
        let places = places.iter().filter_map(|place| match place {
            UnitPlace::Front(place) => Some(*place),
            UnitPlace::Body(_) => None,
        });
        let places: Vec<FrontPlace> = places.collect();
        if places.is_empty() {
            return;
        }
        xml.open("group", &[("id", "front"), ("name", "front matter")]);
        for place in places {
            self.write_front_unit(xml, place);
        }
        xml.close_element();
    }

    fn write_front_unit(&self, xml: &mut Writer, place: FrontPlace) {
        let lang = self.language.id;
        let own = place.words(&self.page.original().document.front).unwrap_or_default();
        let side = self.page.side(lang);
        let translation = side.and_then(|side| place.words(&side.document.front));
        // Words that are still the original's are no translation.
        let translation = translation
            .filter(|words| !self.site.languages.original().is_left_in(self.language, own, words));
        let unit = UnitPlace::Front(place);
        xml.open("unit", &[("id", &unit.id(self.page)), ("name", &unit.name(self.page))]);
        xml.open("notes", &[]);
        let meaning = format!("{}: {}; no Markdown", place.key_name(), place.meaning());
        xml.text_element("note", &[("category", "front-matter")], &meaning);
        xml.close_element();
        let state = translation.map_or(xliff::INITIAL, |_| self.translated_state());
        xml.open("segment", &[("state", state)]);
        xml.text_element("source", &[KEEP_BLANKS], own);
        if let Some(translation) = translation {
            xml.text_element("target", &[KEEP_BLANKS], translation);
        }
        xml.close_element();
        xml.close_element();
    }

    /// The state of what is translated and was not confirmed.
    fn translated_state(&self) -> &'static str {
        let report = self.page.report.map(|report| self.site.report(report));
        let meta = report.and_then(|report| report.stated(self.language.id));
        match meta.map(|meta| meta.status) {
            Some(VersionStatus::Authentic | VersionStatus::Official | VersionStatus::Reviewed) => {
                xliff::REVIEWED
            }
            _ => xliff::TRANSLATED,
        }
    }
}

struct XliffUnit<'a> {
    of_page: XliffPage<'a>,
    place: Place,
}

impl XliffUnit<'_> {
    fn write_unit(&self, xml: &mut Writer) {
        let Self { of_page: XliffPage { site, page, sources, language }, place } = *self;
        let original = unit::original_pieces(page, sources, place, language.id);
        let translation = unit::translated_pieces(page, sources, place, language.id);
        let [own, other] = [&original, &translation].map(unit::joined_markdown);
        let is_copied = unit::is_copied(site, language, &own, &other);
        let has_translation = !translation.is_empty() && !is_copied;
        let id = UnitPlace::Body(place).id(page);
        xml.open("unit", &[("id", &id), ("name", &page.name(place))]);
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
        let page = self.of_page.page;
        let (shown, _) = page.address(self.place);
        xml.open("notes", &[]);
        xml.text_element(
            "note",
            &[("category", "address"), ("priority", "2")],
            format!("{}, {}", page.kind_of(self.place), shown).trim_end_matches(", "),
        );
        for term in self.unit_terms() {
            xml.text_element("note", &[("category", "term"), ("appliesTo", "source")], &term);
        }
        xml.close_element();
    }

    /// The terms of the original, in order, each with its rendering.
    fn unit_terms(&self) -> Vec<String> {
        let XliffPage { site, language, page, .. } = self.of_page;
        let document = &page.original().document;
        let mut known = BTreeSet::new();
        let mut terms = Vec::new();
        let [own, _] = page.row_texts(self.place, language.id);
        for text in own {
            let meant = document
                .terms
                .iter()
                .filter(|term| term.text == text && term.role == TermRole::Meant);
            for term in meant {
                let concept = site.glossary.concept(term.concept);
                let rendering = &concept.wording(language.id).preferred;
                if !rendering.is_empty() && known.insert(term.concept) {
                    terms.push(format!("{} = {rendering}", concept.wordings[0].preferred));
                }
            }
        }
        terms
    }

    fn segment_state(&self, has_translation: bool) -> &'static str {
        let XliffPage { site, language, page, .. } = self.of_page;
        let unconfirmed = page.unconfirmed.get(&(self.place, language.id));
        let is_left = page.is_untranslated(self.place, language.id);
        if !has_translation || is_left || unconfirmed == Some(&UnconfirmedKind::Stale) {
            return xliff::INITIAL;
        }
        if site.lock.is_some() && unconfirmed.is_none() {
            return xliff::FINAL;
        }
        self.of_page.translated_state()
    }
}
