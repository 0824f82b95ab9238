//! `data/indicators.json`: topics, places and indicators, each indicator with what was said of it.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::observations::Facts;
use super::{DataExport, FileContent, pretty};
use crate::model::{
    Better, DataFile, DataKind, Firmness, Indicator, IndicatorId, LangMap, Language, Site, Subject,
    Unit,
};

pub(super) struct Indicators;

impl DataExport for Indicators {
    fn data_path(&self) -> &'static str {
        "data/indicators.json"
    }

    fn is_made(&self, site: &Site) -> bool {
        site.has_figures()
    }

    fn make(&self, site: &Site, _before: &[DataFile]) -> FileContent {
        let statistics = &site.statistics;
        let catalogue = Catalogue {
            languages: site.languages.iter().map(|language| &*language.code).collect(),
            topics: subject_entries(site, &statistics.topics),
            places: subject_entries(site, &statistics.areas),
            indicators: statistics
                .indicators
                .iter()
                .map(|one| indicator_entry(site, one))
                .collect(),
        };
        FileContent {
            what: DataKind::Indicators,
            rows: statistics.indicators.len(),
            columns: Vec::new(),
            bytes: pretty(&catalogue),
        }
    }
}

#[derive(serde::Serialize)]
struct Catalogue<'a> {
    languages: Vec<&'a str>,
    topics: Vec<SubjectEntry<'a>>,
    places: Vec<SubjectEntry<'a>>,
    indicators: Vec<IndicatorEntry<'a>>,
}

#[derive(serde::Serialize)]
struct SubjectEntry<'a> {
    id: &'a str,
    name: ByLanguage<'a>,
}

#[derive(serde::Serialize)]
struct IndicatorEntry<'a> {
    id: &'a str,
    name: ByLanguage<'a>,
    unit: Option<&'a str>,
    topic: Option<&'a str>,
    /// `higher`, `lower`, `neither`; nothing where it may be disputed.
    better: Option<&'a str>,
    definition: ByLanguage<'a>,
    related: Vec<&'a str>,
    observations: Vec<ObservationEntry<'a>>,
}

/// What a row of the table says, and what does not fit into one.
#[derive(serde::Serialize)]
struct ObservationEntry<'a> {
    report: &'a str,
    place: &'a str,
    period: &'a str,
    status: &'a str,
    measure: &'a str,
    comparator: &'a str,
    /// A decimal string, since many readers of JSON would round a number.
    value: Option<String>,
    unit: Option<&'a str>,
    modality: Option<&'static str>,
    criteria: Vec<&'a str>,
    part_of: Option<&'a str>,
    incomparable: Option<ByLanguage<'a>>,
    text: ByLanguage<'a>,
    sentence: ByLanguage<'a>,
    page: String,
    anchor: String,
    /// The id of the figure on the page.
    figure: &'a str,
}

/// A text by language code, in the order of the site's languages.
struct ByLanguage<'a>(Vec<(&'a str, Cow<'a, str>)>);

impl Serialize for ByLanguage<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (code, text) in &self.0 {
            map.serialize_entry(code, text)?;
        }
        map.end()
    }
}

/// What there is in the site's languages; a language without it is left out.
fn by_language<'a>(
    site: &'a Site,
    text: impl Fn(&'a Language) -> Option<Cow<'a, str>>,
) -> ByLanguage<'a> {
    let texts = site.languages.iter().filter_map(|language| {
        let text = text(language).filter(|text| !text.is_empty())?;
        Some((&*language.code, text))
    });
    ByLanguage(texts.collect())
}

fn of_map<'a>(site: &'a Site, map: &'a LangMap) -> ByLanguage<'a> {
    by_language(site, |language| map.get(&language.code).map(Cow::Borrowed))
}

fn subject_entries<'a>(site: &'a Site, subjects: &'a [Subject]) -> Vec<SubjectEntry<'a>> {
    let entry =
        |subject: &'a Subject| SubjectEntry { id: &subject.id, name: of_map(site, &subject.name) };
    subjects.iter().map(entry).collect()
}

fn indicator_entry<'a>(site: &'a Site, indicator: &'a Indicator) -> IndicatorEntry<'a> {
    let statistics = &site.statistics;
    let id = |id: &IndicatorId| &*statistics.indicator(*id).id;
    let observations = statistics.observations_of(indicator).map(|of| {
        let facts = Facts { site, of };
        ObservationEntry {
            report: facts.report_id(),
            place: facts.place_id(),
            period: &of.period,
            status: of.status.key(),
            measure: of.measure.key(),
            comparator: of.quantity.comparator.sign(),
            value: facts.value_in_full(),
            unit: of.quantity.unit.map(Unit::name),
            modality: of.firmness.map(Firmness::key),
            criteria: facts.criteria(site.languages.original()),
            part_of: of.part_of.as_ref().map(id),
            incomparable: of.incomparable.as_ref().map(|why| of_map(site, why)),
            text: by_language(site, |language| Some(facts.number_text(language).into())),
            sentence: by_language(site, |language| Some(facts.sentence(language).into())),
            page: facts.page_path(),
            anchor: facts.anchor(),
            figure: &of.anchor,
        }
    });
    IndicatorEntry {
        id: &indicator.id,
        name: of_map(site, &indicator.name),
        unit: indicator.unit.as_deref(),
        topic: indicator.topic.map(|topic| &*statistics.topics[topic].id),
        better: indicator.better.map(Better::key),
        definition: of_map(site, &indicator.definition),
        related: indicator.related.iter().map(id).collect(),
        observations: observations.collect(),
    }
}
