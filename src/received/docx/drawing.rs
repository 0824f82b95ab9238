//! What is drawn: pictures, text boxes, and what cannot be read as text.

use super::reader::Reader;
use super::{chosen, plain_words};
use crate::exchange::formats::xml::Element;
use crate::model::{ReceivedBlock, ReceivedKind, ReceivedPicture, RemarkKind};

impl Reader<'_> {
    /// Reads a drawing.
    pub(super) fn drawing(&mut self, drawing: &Element) {
        if self.is_visible() {
            self.drawn_parts(drawing, "");
        }
    }

    /// Reads the parts of a drawing; `shows` is what its author says that it shows.
    fn drawn_parts(&mut self, element: &Element, shows: &str) {
        let own = description(element);
        let shows = own.unwrap_or(shows);
        // What is embedded has a picture of itself, which only stands for it.
        if let Some(object) = element.first("OLEObject") {
            let program = object.local_attribute("ProgID").unwrap_or("OLE");
            self.remark(RemarkKind::Unread, program);
            return;
        }
        for child in element.elements() {
            match &*child.name {
                "txbxContent" => self.text_box(child),
                // Letters that are drawn.
                "txBody" => self.remark(RemarkKind::Unread, &plain_words(child)),
                "textpath" => {
                    let words = child.local_attribute("string").unwrap_or_default();
                    self.remark(RemarkKind::Unread, words);
                }
                "blip" => self.picture(child, "embed", shows),
                "imagedata" => self.picture(child, "id", shows),
                "chart" => self.unread_part(child, "id", shows),
                "relIds" => self.unread_part(child, "dm", shows),
                "AlternateContent" => {
                    if let Some(one) = chosen(child) {
                        self.drawn_parts(one, shows);
                    }
                }
                "Fallback" => {}
                _ => self.drawn_parts(child, shows),
            }
        }
    }

    fn text_box(&mut self, content: &Element) {
        let blocks = self.collected(false, |reader| reader.read_blocks(content));
        for block in blocks.iter().filter(|block| !block.text.is_empty()) {
            self.remark(RemarkKind::TextBox, &block.text);
        }
        self.draft().after.extend(blocks);
    }

    /// A picture. One that lies elsewhere or cannot be taken out of the archive is only told.
    fn picture(&mut self, element: &Element, attribute: &str, shows: &str) {
        let id = element.local_attribute(attribute).unwrap_or_default();
        let Some(relation) = self.relations.get(id).filter(|one| !one.is_external) else {
            self.remark(RemarkKind::Unread, shows);
            return;
        };
        let part = relation.target.clone();
        let name = part.rsplit('/').next().unwrap_or_default().to_owned();
        let place = match self.picture_places.get(&part) {
            Some(place) => *place,
            None => {
                let Ok(Some(bytes)) = self.package.part_bytes(&part) else {
                    self.remark(RemarkKind::Unread, &name);
                    return;
                };
                let picture =
                    ReceivedPicture { name: name.clone(), alternative: shows.to_owned(), bytes };
                self.content.pictures.push(picture);
                let place = self.content.pictures.len() - 1;
                self.picture_places.insert(part, place);
                place
            }
        };
        self.remark(RemarkKind::Picture, if shows.is_empty() { &name } else { shows });
        let block = ReceivedBlock::paragraph("", self.number);
        let kind = ReceivedKind::Picture(place);
        self.draft().after.push(ReceivedBlock { kind, ..block });
    }

    /// A chart or a diagram, which is a part of its own: its words are told.
    fn unread_part(&mut self, element: &Element, attribute: &str, shows: &str) {
        let id = element.local_attribute(attribute).unwrap_or_default();
        let part = self.relations.get(id).map(|relation| relation.target.clone());
        let root = part.as_ref().and_then(|part| self.package.xml_part(part).ok().flatten());
        let words = root.map(|root| plain_words(&root)).unwrap_or_default();
        let told = [words, shows.to_owned(), part.unwrap_or_default()];
        let told = told.into_iter().find(|words| !words.is_empty()).unwrap_or_default();
        self.remark(RemarkKind::Unread, &told);
    }
}

/// What the author of a drawing says that it shows.
fn description(element: &Element) -> Option<&str> {
    let named = element
        .first("docPr")
        .or_else(|| element.first("nvPicPr").and_then(|properties| properties.first("cNvPr")));
    let described =
        named.and_then(|named| ["descr", "title"].iter().find_map(|name| named.attribute(name)));
    described.or_else(|| element.attribute("alt")).filter(|words| !words.trim().is_empty())
}
