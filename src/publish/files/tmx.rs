//! `data/parallel.tmx`: the reports as a translation memory (TMX 1.4b), paragraph against paragraph,
//! as plain text. A unit says the address of its paragraph, and nothing when it was made.

use super::{DataExport, FileContent};
use crate::exchange::formats::xml::Writer;
use crate::model::{DataFile, DataKind, Language, Page, Place, Site};

pub(super) struct Parallel;

impl DataExport for Parallel {
    fn data_path(&self) -> &'static str {
        "data/parallel.tmx"
    }

    fn is_made(&self, site: &Site) -> bool {
        site.has_pairs()
    }

    fn make(&self, site: &Site, _before: &[DataFile]) -> FileContent {
        let original = site.languages.original();
        let mut xml = Writer::new();
        xml.open("tmx", &[("version", "1.4")]);
        xml.open(
            "header",
            &[
                ("creationtool", "duizhao"),
                ("creationtoolversion", env!("CARGO_PKG_VERSION")),
                ("segtype", "paragraph"),
                ("o-tmf", "duizhao"),
                ("adminlang", "en"),
                ("srclang", &original.tag),
                ("datatype", "plaintext"),
            ],
        );
        if let Some(base_url) = &site.base_url {
            xml.text_element("prop", &[("type", "x-source")], base_url);
        }
        xml.close_element();
        xml.open("body", &[]);
        let mut rows = 0;
        for page in site.pages.iter().filter(|page| page.report.is_some()) {
            for place in page.places() {
                rows += usize::from(write_unit(&mut xml, site, page, place));
            }
        }
        FileContent {
            what: DataKind::Parallel,
            rows,
            columns: Vec::new(),
            bytes: xml.finish_document(),
        }
    }
}

/// Writes a row with its counterparts; nothing where there are none. Whether it did.
fn write_unit(xml: &mut Writer, site: &Site, page: &Page, place: Place) -> bool {
    let Some(row) = page.common_row(place) else { return false };
    let said: Vec<(&Language, String)> = site
        .languages
        .iter()
        .filter(|language| !page.is_untranslated(place, language.id))
        .filter_map(|language| Some((language, page.row_words(&row, language.id)?)))
        .collect();
    let has_original = said.first().is_some_and(|(language, _)| language.id.index() == 0);
    if !has_original || said.len() < 2 {
        return false;
    }
    xml.open("tu", &[("tuid", &page.name(place))]);
    xml.text_element("prop", &[("type", "x-kind")], page.kind_of(place));
    for (language, words) in said {
        xml.open("tuv", &[("xml:lang", &language.tag)]);
        xml.text_element("seg", &[], &words);
        xml.close_element();
    }
    xml.close_element();
    true
}
