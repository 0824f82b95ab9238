//! The beginning of an index: what kinds of slots there are, whose they are, and where the rest is.

use serde::Serialize;

use super::chunk::{self, Chunk};
use super::slot::{Group, Slots};
use super::variants_in;
use crate::model::{Language, Numerals, Place, Site};

/// The version of the format; the script refuses another one.
const FORMAT: u32 = 1;

/// Groups in one file of labels, as a power of two. `open.js` knows this number and the next.
const LABELS_SHIFT: usize = 7;

/// Groups in one file of parts, as a power of two.
const PARTS_SHIFT: usize = 3;

/// What the script reads first.
#[derive(Debug, Serialize)]
pub(super) struct Manifest {
    v: u32,
    langs: Vec<String>,
    /// Folder and languages of each reading form.
    forms: Vec<(String, Vec<u8>)>,
    /// Traditional characters that stand in the site, each before its simplified form.
    fold: String,
    /// Nouns whose plural no rule gives, of the languages of the site: `woman women|-sis -ses`.
    #[serde(skip_serializing_if = "String::is_empty")]
    nouns: String,
    /// The first slot of each kind of name, and the folder of its pages.
    kinds: Vec<(&'static str, usize, String)>,
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
    labels: Option<Labels>,
    /// Of each group its pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    parts: Option<Parts>,
}

/// Path, first heading, first paragraph, title in each language.
type PartRow = (String, usize, usize, Vec<String>);

/// The pages of some groups.
type Parts = Vec<Vec<PartRow>>;

/// What some groups are called. In a large site in files of their own, as are their parts.
#[derive(Debug, Serialize)]
pub(super) struct Labels {
    key: Vec<String>,
    title: Vec<Vec<String>>,
    date: Vec<String>,
}

impl Manifest {
    /// All but the texts and the places of words; in a large site without labels.
    pub(super) fn new(site: &Site, slots: &Slots, has_labels: bool) -> Self {
        let mut kinds: Vec<(&str, usize, String)> = Vec::new();
        for (slot, name) in slots.names.iter().enumerate() {
            if kinds.last().is_none_or(|(kind, ..)| *kind != name.name_kind()) {
                kinds.push((name.name_kind(), slot, name.folder(site)));
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
            nouns: irregular_nouns(site),
            kinds,
            text: slots.names.len(),
            slots: slots.slot_count(),
            years: years(site, groups),
            reports: Reports {
                first: number_gaps(groups.iter().map(|group| group.slots.start)),
                body: number_gaps(groups.iter().map(|group| group.body)),
                labels: has_labels.then(|| labels(site, groups, has_several_issuers(site))),
                parts: has_labels.then(|| report_parts(site, groups)),
            },
            whole: None,
            definitions: None,
            shift: None,
            shards: None,
        }
    }
}

/// The nouns of every language that is read and has some.
fn irregular_nouns(site: &Site) -> String {
    let numerals = site.languages.iter().filter_map(|language| language.numerals);
    let nouns: Vec<&str> =
        numerals.map(Numerals::irregular_nouns).filter(|nouns| !nouns.is_empty()).collect();
    nouns.join("|")
}

/// What the groups are called, file by file.
pub(super) fn label_files(site: &Site, slots: &Slots) -> Vec<Labels> {
    let names_issuer = has_several_issuers(site);
    let files = slots.groups.chunks(1 << LABELS_SHIFT);
    files.map(|groups| labels(site, groups, names_issuer)).collect()
}

/// The parts of the groups, file by file.
pub(super) fn part_files(site: &Site, slots: &Slots) -> Vec<Parts> {
    slots.groups.chunks(1 << PARTS_SHIFT).map(|groups| report_parts(site, groups)).collect()
}

/// Whether the titles of reports, which are mostly the same, do not tell them apart.
fn has_several_issuers(site: &Site) -> bool {
    let mut issuers = site.reports.iter().map(|report| &report.original_meta().issuer);
    let first = issuers.next();
    issuers.any(|issuer| Some(issuer) != first)
}

fn labels(site: &Site, groups: &[Group], names_issuer: bool) -> Labels {
    let report = |group: &Group| group.report.map(|report| site.report(report));
    let title = |group: &Group, language: &Language| {
        let Some(report) = report(group) else { return String::new() };
        let title =
            &chunk::place_texts(site, site.page(report.cover), Place::Title)[language.id.index()];
        if names_issuer && !title.is_empty() {
            let issuer = &report.meta(language.id).issuer;
            return if issuer.is_empty() { title.clone() } else { format!("{issuer} · {title}") };
        }
        title.clone()
    };
    let in_each = |group| site.languages.iter().map(|language| title(group, language)).collect();
    let key = |group| report(group).map(|report| report.key.clone()).unwrap_or_default();
    let date =
        |group| report(group).map(|report| report.original_meta().day().iso()).unwrap_or_default();
    Labels {
        key: groups.iter().map(key).collect(),
        title: groups.iter().map(in_each).collect(),
        date: groups.iter().map(date).collect(),
    }
}

fn report_parts(site: &Site, groups: &[Group]) -> Parts {
    let part = |(id, heading, body): &(_, usize, usize)| {
        let page = site.page(*id);
        (chunk::escaped_path(site, page), *heading, *body, chunk::titles(site, page))
    };
    groups.iter().map(|group| group.parts.iter().map(part).collect()).collect()
}

fn years(site: &Site, groups: &[Group]) -> Vec<(String, usize)> {
    let mut years: Vec<(String, usize)> = Vec::new();
    for group in groups {
        let year = match group.report {
            Some(report) => site.report(report).original_meta().day().iso()[..4].to_owned(),
            None => String::new(),
        };
        if years.last().is_none_or(|(last, _)| *last != year) {
            years.push((year, group.slots.start));
        }
    }
    years
}

fn number_gaps(numbers: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut before = 0;
    numbers.map(|number| number - std::mem::replace(&mut before, number)).collect()
}
