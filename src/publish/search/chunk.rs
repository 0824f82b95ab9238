//! The texts of some slots, as they are shown. In columns, one for each language: that packs a
//! third better than one entry after the other.

use std::collections::HashMap;
use std::ops::Range;

use serde::Serialize;

use super::name::{self, NameEntry};
use super::slot::{Passage, Slots};
use super::value;
use crate::model::{LangId, Page, PageId, Place, Site, SitePath, TextId};

/// A file of texts; in a small site there is only one.
#[derive(Debug, Serialize)]
pub(super) struct Chunk {
    /// The first slot.
    first: usize,
    #[serde(skip_serializing_if = "Names::is_empty")]
    names: Names,
    #[serde(skip_serializing_if = "Passages::is_empty")]
    passages: Passages,
}

/// Columns of names; what is empty for all of them is left out.
#[derive(Debug, Default, Serialize)]
struct Names {
    id: Vec<String>,
    /// For each language its names.
    name: Vec<Vec<String>>,
    /// Syllables and values, with blanks between.
    words: Vec<String>,
    #[serde(skip_serializing_if = "all_empty")]
    hidden: Vec<Vec<String>>,
    /// For each name its other names in each language; nothing where it has none.
    #[serde(skip_serializing_if = "all_empty")]
    others: Vec<Vec<Vec<String>>>,
    /// Period, status, words in each language.
    #[serde(skip_serializing_if = "all_empty")]
    figures: Vec<Vec<(String, &'static str, Vec<String>)>>,
    /// For each name what it means in each language, unless that has files of its own.
    #[serde(skip_serializing_if = "all_empty")]
    definitions: Vec<Vec<String>>,
}

/// Columns of passages, after their pages and the headings above them.
#[derive(Debug, Default, Serialize)]
struct Passages {
    /// Path without the folder of a form, number of the group of slots, title in each language.
    pages: Vec<(String, usize, Vec<String>)>,
    /// Headings that are not passages of this file, in each language.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    headings: Vec<Vec<String>>,
    page: Vec<usize>,
    id: Vec<String>,
    /// The heading above: −1 for none; its number among `headings`; or −2 minus its number among
    /// the passages of this file.
    heading: Vec<i64>,
    /// For each language its texts.
    text: Vec<Vec<String>>,
    /// Values, with blanks between.
    words: Vec<String>,
    /// For each passage and each translation, which sentences answer each other: four numbers a link,
    /// for either side what lies between it and the one before, and its length, in units of UTF-16.
    /// Nothing where one sentence answers one.
    #[serde(skip_serializing_if = "all_empty")]
    links: Vec<Vec<Vec<usize>>>,
}

fn all_empty<T>(column: &[Vec<T>]) -> bool {
    column.iter().all(Vec::is_empty)
}

impl Names {
    fn is_empty(&self) -> bool {
        self.id.is_empty()
    }

    fn push(&mut self, entry: NameEntry, with_definitions: bool) {
        self.id.push(entry.id);
        self.name.resize(entry.names.len(), Vec::new());
        for (column, name) in self.name.iter_mut().zip(entry.names) {
            column.push(name);
        }
        self.words.push(entry.words.join(" "));
        self.hidden.push(entry.hidden);
        let has_others = entry.others.iter().any(|others| !others.is_empty());
        self.others.push(if has_others { entry.others } else { Vec::new() });
        let figures = entry.figures.into_iter();
        self.figures.push(figures.map(|line| (line.period, line.status, line.words)).collect());
        let is_defined = entry.definitions.iter().any(|text| !text.is_empty());
        let shown = if with_definitions && is_defined { entry.definitions } else { Vec::new() };
        self.definitions.push(shown);
    }
}

impl Passages {
    fn is_empty(&self) -> bool {
        self.id.is_empty()
    }
}

/// What a file has already.
#[derive(Default)]
struct FilesSoFar {
    pages: HashMap<PageId, usize>,
    headings: HashMap<(PageId, Place), i64>,
}

impl Chunk {
    /// The texts of a range of slots, with what names mean unless that has files of its own.
    pub(super) fn new(
        site: &Site,
        slots: &Slots,
        range: Range<usize>,
        with_definitions: bool,
    ) -> Self {
        let mut chunk =
            Self { first: range.start, names: Names::default(), passages: Passages::default() };
        chunk.passages.text.resize(site.languages.len(), Vec::new());
        let mut known = FilesSoFar::default();
        for slot in range {
            match slots.names.get(slot) {
                Some(name) => chunk.names.push(name::name_entry(site, *name), with_definitions),
                None => {
                    let passage = slots.passages[slot - slots.names.len()];
                    chunk.passages.push(site, passage, slots.group_of(slot), &mut known);
                }
            }
        }
        chunk
    }
}

impl Passages {
    fn push(&mut self, site: &Site, passage: Passage, group: usize, known: &mut FilesSoFar) {
        let page = site.page(passage.page);
        let row = *known.pages.entry(passage.page).or_insert_with(|| {
            self.pages.push((escaped_path(site, page), group, titles(site, page)));
            self.pages.len() - 1
        });
        let heading = passage.heading.map_or(-1, |heading| {
            *known.headings.entry((passage.page, heading)).or_insert_with(|| {
                self.headings.push(place_texts(site, page, heading));
                json_number(self.headings.len()) - 1
            })
        });
        known
            .headings
            .entry((passage.page, passage.place))
            .or_insert(-2 - json_number(self.id.len()));
        self.page.push(row);
        self.id.push(page.address(passage.place).1);
        self.heading.push(heading);
        for (column, text) in self.text.iter_mut().zip(place_texts(site, page, passage.place)) {
            column.push(text);
        }
        let words: Vec<String> = value::number_words(page, passage.place).into_iter().collect();
        self.words.push(words.join(" "));
        let translations = (1..).map(LangId).take(site.languages.len() - 1);
        let links: Vec<Vec<usize>> =
            translations.map(|lang| sentence_links(page, passage.place, lang)).collect();
        let has_links = links.iter().any(|links| !links.is_empty());
        self.links.push(if has_links { links } else { Vec::new() });
    }
}

/// The links of a passage with a translation, as [`Passages::links`] has them.
fn sentence_links(page: &Page, place: Place, lang: LangId) -> Vec<usize> {
    let Place::Pair(pair) = place else { return Vec::new() };
    // Where translations have other rows than one another, no sentence is told from its paragraph.
    if page.common_row(place).is_none_or(|row| row.len() != page.row(pair, lang).len()) {
        return Vec::new();
    }
    let [own, other] = page.row_sentences(pair, lang);
    let sides =
        [sentence_ranges(page, LangId::ORIGINAL, &own), sentence_ranges(page, lang, &other)];
    if sides.iter().all(|sentences| sentences.len() < 2) {
        return Vec::new();
    }
    let mut ends = [0, 0];
    let mut numbers = Vec::new();
    for link in page.sentence_links(pair, lang) {
        let ranges = [&link.original, &link.translation];
        for ((sentences, range), end) in sides.iter().zip(ranges).zip(&mut ends) {
            let (first, last) = (&sentences[range.start], &sentences[range.end - 1]);
            numbers.extend([first.start - *end, last.end - first.start]);
            *end = last.end;
        }
    }
    numbers
}

/// Where the sentences of a place stand in what [`Page::place_words`] says, in units of UTF-16.
fn sentence_ranges(
    page: &Page,
    lang: LangId,
    sentences: &[(TextId, Range<usize>)],
) -> Vec<Range<usize>> {
    let Some(side) = page.side(lang) else { return Vec::new() };
    let (mut at, mut is_first) = (0_usize, true);
    let mut ranges = Vec::with_capacity(sentences.len());
    for of_text in sentences.chunk_by(|(one, _), (next, _)| one == next) {
        let plain = &*side.document.text(of_text[0].0).plain;
        if plain.trim().is_empty() {
            // A text of blanks is left out.
            ranges.extend(of_text.iter().map(|_| at..at));
            continue;
        }
        // The end of a line stands between two texts.
        at += usize::from(!is_first);
        is_first = false;
        let mut read = 0;
        for (_, sentence) in of_text {
            let length = |range: Range<usize>| plain[range].encode_utf16().count();
            let start = at + length(read..sentence.start);
            at = start + length(sentence.clone());
            read = sentence.end;
            ranges.push(start..at);
        }
        at += plain[read..].encode_utf16().count();
    }
    ranges
}

fn json_number(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

/// What the names of a range of slots mean, in each language.
pub(super) fn slot_definitions(
    site: &Site,
    slots: &Slots,
    range: Range<usize>,
) -> Vec<Vec<String>> {
    slots.names[range].iter().map(|name| name::name_entry(site, *name).definitions).collect()
}

/// The path of a page without the folder of a form, escaped.
pub(super) fn escaped_path(site: &Site, page: &Page) -> String {
    let path = site.routes.page_path(page, &site.forms[0]);
    let encoded = path.map(SitePath::encoded).unwrap_or_default();
    encoded.split_once('/').map_or(encoded.clone(), |(_, rest)| rest.to_owned())
}

/// The title of a page in each language; the site's where it has none.
pub(super) fn titles(site: &Site, page: &Page) -> Vec<String> {
    let mut titles = place_texts(site, page, Place::Title);
    for (title, language) in titles.iter_mut().zip(&site.languages) {
        if title.is_empty() && page.report.is_none() {
            site.title.get_or_any(&language.code).clone_into(title);
        }
    }
    titles
}

/// What a place says in each language; empty where it says nothing.
pub(super) fn place_texts(site: &Site, page: &Page, place: Place) -> Vec<String> {
    let langs = (0..).map(LangId).take(site.languages.len());
    let row = page.common_row(place).unwrap_or_default();
    langs.map(|lang| page.row_words(&row, lang).unwrap_or_default()).collect()
}
