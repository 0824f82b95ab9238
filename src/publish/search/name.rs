//! What is known of a term, an indicator, a place or a topic to those who search.

use super::slot::Name;
use super::value;
use crate::model::{ConceptId, IndicatorId, LangMap, Observation, Site, Subject, without_marks};

/// The most figures of an indicator that are shown with it.
const MOST_FIGURES: usize = 6;

/// A name with all that leads to it. Lists have one text for each language of the site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct NameEntry {
    /// Its name in addresses.
    pub(super) id: String,
    /// What it is called.
    pub(super) names: Vec<String>,
    /// What it is; may be empty. Shown, not searched.
    pub(super) definitions: Vec<String>,
    /// Words that lead to it, not to be taken apart: syllables, values.
    pub(super) words: Vec<String>,
    /// What else it may be called.
    pub(super) others: Vec<Vec<String>>,
    /// Texts that lead to it and are not shown: short forms, what not to call it.
    pub(super) hidden: Vec<String>,
    /// Its newest figures.
    pub(super) figures: Vec<FigureLine>,
}

/// A figure of an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FigureLine {
    /// The period: `2017`.
    pub(super) period: String,
    /// `actual`, `target` or `standing`.
    pub(super) status: &'static str,
    /// The words in each language.
    pub(super) words: Vec<String>,
}

impl NameEntry {
    /// Everything that is the name or as good as it, in order: whole, it comes first of all. Other
    /// than the rest it includes the reading in one word and in initials, `sangaiyichai` and
    /// `sgyc`, which the script makes itself, and figures as they are written.
    pub(super) fn all_names(&self) -> Vec<String> {
        let mut all = self.names.clone();
        all.extend(self.others.iter().flatten().cloned());
        all.extend(self.hidden.iter().cloned());
        let syllables: Vec<&str> =
            self.words.iter().map(String::as_str).filter(|word| !word.ends_with('#')).collect();
        if syllables.len() > 1 {
            all.push(syllables.concat());
            all.push(syllables.iter().filter_map(|syllable| syllable.chars().next()).collect());
        }
        all.extend(self.figures.iter().flat_map(|line| line.words.iter().cloned()));
        all.retain(|name| !name.is_empty());
        all
    }
}

/// Gathers what is known of a name.
pub(super) fn name_entry(site: &Site, name: Name) -> NameEntry {
    match name {
        Name::Term(id) => term_name(site, id),
        Name::Indicator(id) => indicator_name(site, id),
        Name::Place(place) => subject(site, &site.statistics.areas[place]),
        Name::Topic(topic) => subject(site, &site.statistics.topics[topic]),
    }
}

fn term_name(site: &Site, id: ConceptId) -> NameEntry {
    let concept = site.glossary.concept(id);
    let mut hidden: Vec<String> = Vec::new();
    for wording in &concept.wordings {
        hidden.extend(wording.variants.iter().cloned());
        hidden.extend(wording.avoided.iter().map(|avoided| avoided.form.clone()));
    }
    NameEntry {
        id: concept.id.clone(),
        names: concept.wordings.iter().map(|wording| wording.preferred.clone()).collect(),
        definitions: in_each(site, &concept.definition),
        words: syllables(&concept.reading.pinyin),
        others: concept.wordings.iter().map(|wording| wording.admitted.clone()).collect(),
        hidden,
        figures: Vec::new(),
    }
}

fn indicator_name(site: &Site, id: IndicatorId) -> NameEntry {
    let indicator = site.statistics.indicator(id);
    let mut words: Vec<String> = Vec::new();
    let mut lines: Vec<FigureLine> = Vec::new();
    for observation in site.statistics.observations_of(indicator) {
        words.extend(value::number_word(&observation.quantity));
        lines.push(figure_line(site, observation));
    }
    words.sort_unstable();
    words.dedup();
    lines.reverse();
    lines.truncate(MOST_FIGURES);
    NameEntry {
        id: indicator.id.clone(),
        names: in_each(site, &indicator.name),
        definitions: in_each(site, &indicator.definition),
        words,
        figures: lines,
        ..NameEntry::default()
    }
}

fn figure_line(site: &Site, observation: &Observation) -> FigureLine {
    let page = site.page(observation.page);
    let words = site.languages.iter().map(|language| {
        let said = observation.words[language.id.index()].as_ref();
        let text = said.zip(page.side(language.id)).map(|(words, own)| {
            own.document.text(words.text).plain[words.range.clone()].to_owned()
        });
        text.unwrap_or_default()
    });
    FigureLine {
        period: observation.period.clone(),
        status: observation.status.key(),
        words: words.collect(),
    }
}

fn subject(site: &Site, subject: &Subject) -> NameEntry {
    NameEntry {
        id: subject.id.clone(),
        names: in_each(site, &subject.name),
        ..NameEntry::default()
    }
}

fn in_each(site: &Site, map: &LangMap) -> Vec<String> {
    site.languages
        .iter()
        .map(|language| map.get(&language.code).unwrap_or_default().to_owned())
        .collect()
}

/// The syllables of a reading as they are typed: without tones, `ü` as `u`.
fn syllables(pinyin: &str) -> Vec<String> {
    without_marks(pinyin)
        .split(|c: char| !c.is_alphanumeric() && c != '.')
        .filter(|syllable| !syllable.is_empty())
        .map(str::to_lowercase)
        .collect()
}
