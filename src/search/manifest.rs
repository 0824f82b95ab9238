//! The beginning of an index: what kinds of slots there are, whose they are, and where the rest is.

use serde::Serialize;

use super::chunk::{self, Chunk};
use super::slot::{Group, Slots};
use super::variants_in;
use crate::model::{Place, Site};

/// The version of the format; the script refuses another one.
const FORMAT: u32 = 1;

/// With more groups than this their titles are in files of their own.
const MOST_TITLES: usize = 200;

/// Groups in one file of titles, as a power of two.
pub(super) const TITLES_SHIFT: usize = 7;

/// What the script reads first.
#[derive(Debug, Serialize)]
pub(super) struct Manifest {
    v: u32,
    langs: Vec<String>,
    /// Folder and languages of each reading form.
    forms: Vec<(String, Vec<u8>)>,
    /// Traditional characters that stand in the site, each before its simplified form.
    fold: String,
    /// The first slot of each kind of name, and the folder of its pages.
    kinds: Vec<(&'static str, usize, &'static str)>,
    /// The first slot that is no name.
    text: usize,
    slots: usize,
    /// The first slot of each year, the newest first; no year for pages outside reports.
    years: Vec<(String, usize)>,
    reports: Reports,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) whole: Option<Chunk>,
    /// In a small site: names to a file of definitions, as a power of two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) definitions: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) shift: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) shards: Option<Vec<String>>,
}

/// The groups of passages, in columns; numbers are differences.
#[derive(Debug, Serialize)]
struct Reports {
    first: Vec<usize>,
    body: Vec<usize>,
    #[serde(flatten)]
    titles: Option<Titles>,
}

/// Path, first heading, first paragraph, title in each language.
type PartRow = (String, usize, usize, Vec<String>);

/// What some groups are called.
#[derive(Debug, Serialize)]
pub(super) struct Titles {
    key: Vec<String>,
    title: Vec<Vec<String>>,
    date: Vec<String>,
    /// Of each group its pages: path, first heading, first paragraph, titles.
    parts: Vec<Vec<PartRow>>,
}

impl Manifest {
    /// All but the texts and the places of words.
    pub(super) fn new(site: &Site, slots: &Slots) -> Self {
        let mut kinds: Vec<(&str, usize, &str)> = Vec::new();
        for (slot, name) in slots.names.iter().enumerate() {
            if kinds.last().is_none_or(|(kind, ..)| *kind != name.kind()) {
                kinds.push((name.kind(), slot, name.folder()));
            }
        }
        let groups = &slots.groups;
        Self {
            v: FORMAT,
            langs: site.languages.iter().map(|language| language.tag.clone()).collect(),
            forms: site
                .forms
                .iter()
                .map(|form| (form.folder.clone(), form.langs.iter().map(|lang| lang.0).collect()))
                .collect(),
            fold: variants_in(site, slots),
            kinds,
            text: slots.names.len(),
            slots: slots.count(),
            years: years(site, groups),
            reports: Reports {
                first: differences(groups.iter().map(|group| group.slots.start)),
                body: differences(groups.iter().map(|group| group.body)),
                titles: (groups.len() <= MOST_TITLES).then(|| titles(site, groups)),
            },
            whole: None,
            definitions: None,
            shift: None,
            shards: None,
        }
    }
}

/// The titles that are in files of their own; none where the manifest has them.
pub(super) fn title_files(site: &Site, slots: &Slots) -> Vec<Titles> {
    if slots.groups.len() <= MOST_TITLES {
        return Vec::new();
    }
    slots.groups.chunks(1 << TITLES_SHIFT).map(|groups| titles(site, groups)).collect()
}

fn titles(site: &Site, groups: &[Group]) -> Titles {
    let mut titles =
        Titles { key: Vec::new(), title: Vec::new(), date: Vec::new(), parts: Vec::new() };
    for group in groups {
        let report = group.report.map(|report| site.report(report));
        titles.key.push(report.map(|report| report.key.clone()).unwrap_or_default());
        titles
            .date
            .push(report.map(|report| report.original_meta().delivered.iso()).unwrap_or_default());
        titles.title.push(match report {
            Some(report) => chunk::texts(site, site.page(report.cover), Place::Title),
            None => site.languages.iter().map(|_| String::new()).collect(),
        });
        let part = |(id, heading, body): &(_, usize, usize)| {
            let page = site.page(*id);
            (chunk::path(site, page), *heading, *body, chunk::titles(site, page))
        };
        titles.parts.push(group.parts.iter().map(part).collect());
    }
    titles
}

fn years(site: &Site, groups: &[Group]) -> Vec<(String, usize)> {
    let mut years: Vec<(String, usize)> = Vec::new();
    for group in groups {
        let year = match group.report {
            Some(report) => site.report(report).original_meta().delivered.iso()[..4].to_owned(),
            None => String::new(),
        };
        if years.last().is_none_or(|(last, _)| *last != year) {
            years.push((year, group.slots.start));
        }
    }
    years
}

fn differences(numbers: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut before = 0;
    numbers.map(|number| number - std::mem::replace(&mut before, number)).collect()
}
