//! The archive that a DOCX is: its parts, and what a part names by a relation. The only user of `zip`.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::exchange::formats::xml::{Element, read_xml};
use crate::received::{ReceivedFault, encoding};
use crate::source::message;

/// The most bytes that one part may unpack to, and all parts that are read together.
const LARGEST_PART: u64 = 64 << 20;
const LARGEST_PACKAGE: u64 = 256 << 20;

/// An archive whose parts are read one by one.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The places of the parts by their names, which differ in more than their case.
    places: BTreeMap<String, usize>,
    /// How many bytes may still be unpacked.
    left: u64,
}

/// What one part names by a relation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Relation {
    /// The last word of its type: `footnotes`, `image`.
    pub(super) kind: String,
    /// The part it leads to; of an external one the address.
    pub(super) target: String,
    /// Whether it leads out of the archive.
    pub(super) is_external: bool,
}

/// The relations of a part by their ids.
pub(super) type Relations = BTreeMap<String, Relation>;

/// The names of the files in an archive; nothing if the bytes are not an archive.
pub(in crate::received) fn archived_names(bytes: &[u8]) -> Option<Vec<String>> {
    let archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let names = archive.file_names_raw();
    Some(names.map(|name| String::from_utf8_lossy(name).replace('\\', "/")).collect())
}

impl<'a> Package<'a> {
    /// Opens an archive.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReceivedFault> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReceivedFault {
            message: message!("received-docx-archive"),
            help: message!("received-docx.help"),
        })?;
        let names = archive.file_names_raw().map(|name| part_name(&String::from_utf8_lossy(name)));
        let places = names.enumerate().map(|(place, name)| (name, place)).collect();
        Ok(Self { archive, places, left: LARGEST_PACKAGE })
    }

    /// The bytes of a part; nothing if there is no such part.
    pub(super) fn part_bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, ReceivedFault> {
        let Some(place) = self.places.get(&part_name(name)) else { return Ok(None) };
        let broken = || broken_part(name);
        let most = LARGEST_PART.min(self.left);
        let file = self.archive.by_index(*place).map_err(|_| broken())?;
        let mut bytes = Vec::new();
        // What an archive says of its sizes is not believed.
        file.take(most + 1).read_to_end(&mut bytes).map_err(|_| broken())?;
        let length = bytes.len() as u64;
        if length > most {
            let message = if most < LARGEST_PART {
                message!("received-docx-large-all", most = mebibytes(LARGEST_PACKAGE))
            } else {
                message!("received-docx-large", part = name, most = mebibytes(LARGEST_PART))
            };
            return Err(ReceivedFault { message, help: message!("received-docx-large.help") });
        }
        self.left -= length;
        Ok(Some(bytes))
    }

    /// The root element of a part of XML; nothing if there is no such part.
    pub(super) fn xml_part(&mut self, name: &str) -> Result<Option<Element>, ReceivedFault> {
        let Some(bytes) = self.part_bytes(name)? else { return Ok(None) };
        let text = encoding::decode(&bytes).text;
        read_xml(&text).map(Some).map_err(|_| broken_part(name))
    }

    /// The part that holds the text.
    pub(super) fn main_part(&mut self) -> Result<String, ReceivedFault> {
        let relations = self.relations("")?;
        let stated = relations.into_values().find(|relation| relation.kind == "officeDocument");
        let name = stated.map_or("word/document.xml".to_owned(), |relation| relation.target);
        if self.places.contains_key(&part_name(&name)) {
            return Ok(name);
        }
        Err(ReceivedFault {
            message: message!("received-docx-missing", part = name),
            help: message!("received-docx.help"),
        })
    }

    /// The relations of a part; those of the archive itself for an empty name.
    pub(super) fn relations(&mut self, part: &str) -> Result<Relations, ReceivedFault> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let Some(root) = self.xml_part(&resolved(folder, &format!("_rels/{name}.rels")))? else {
            return Ok(Relations::new());
        };
        let relation = |element: &Element| {
            let kind = element.attribute("Type")?.rsplit('/').next()?.to_owned();
            let is_external = element.attribute("TargetMode") == Some("External");
            let target = element.attribute("Target")?;
            let target = if is_external { target.to_owned() } else { resolved(folder, target) };
            Some((element.attribute("Id")?.to_owned(), Relation { kind, target, is_external }))
        };
        Ok(root.elements().filter_map(relation).collect())
    }
}

fn mebibytes(bytes: u64) -> usize {
    usize::try_from(bytes >> 20).unwrap_or(usize::MAX)
}

/// The name of a part as names are compared.
fn part_name(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

/// A path that is written in a part of this folder, from the root of the archive.
fn resolved(folder: &str, path: &str) -> String {
    let start = if path.starts_with('/') { "" } else { folder };
    let mut names: Vec<&str> = Vec::new();
    for name in start.split('/').chain(path.split('/')) {
        match name {
            "" | "." => {}
            ".." => drop(names.pop()),
            name => names.push(name),
        }
    }
    names.join("/")
}

fn broken_part(name: &str) -> ReceivedFault {
    ReceivedFault {
        message: message!("received-docx-part", part = name),
        help: message!("received-docx.help"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_found_from_its_part_or_from_the_root() {
        for (folder, path, expected) in [
            ("word", "media/image1.png", "word/media/image1.png"),
            ("word", "/word/footnotes.xml", "word/footnotes.xml"),
            ("word", "../customXml/item1.xml", "customXml/item1.xml"),
            ("", "word/document.xml", "word/document.xml"),
        ] {
            assert_eq!(resolved(folder, path), expected);
        }
    }
}
