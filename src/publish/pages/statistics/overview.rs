//! What many pages ask of the figures, counted once.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{IndicatorId, ObservationId, PageId, Statistics};

/// The figures seen from other sides than the indicator's.
#[derive(Debug, Default)]
pub(in crate::publish::pages) struct Overview {
    /// The observations of each page.
    pub(in crate::publish::pages) by_page: BTreeMap<PageId, Vec<ObservationId>>,
    /// Indicators that something is said of, by the place where it is said first.
    pub(super) told: Vec<IndicatorId>,
    /// The told indicators of each topic, in text order.
    pub(super) by_topic: Vec<Vec<IndicatorId>>,
    /// The told indicators of each area, in text order.
    pub(super) by_area: Vec<Vec<IndicatorId>>,
    /// What is to be read beside each indicator: named as related in either direction, its wholes
    /// and its parts. Told ones only.
    pub(super) related: Vec<Vec<IndicatorId>>,
}

impl Overview {
    pub(in crate::publish::pages) fn new(statistics: &Statistics) -> Self {
        let mut overview = Self {
            by_topic: vec![Vec::new(); statistics.topics.len()],
            by_area: vec![Vec::new(); statistics.areas.len()],
            ..Self::default()
        };
        let mut seen = BTreeSet::new();
        let mut of_area = BTreeSet::new();
        for (number, observation) in (0..).zip(&statistics.observations) {
            let id = observation.indicator;
            overview.by_page.entry(observation.page).or_default().push(ObservationId(number));
            if seen.insert(id) {
                overview.told.push(id);
                if let Some(topic) = statistics.indicator(id).topic {
                    overview.by_topic[topic].push(id);
                }
            }
            if let Some(area) = observation.area.filter(|area| of_area.insert((*area, id))) {
                overview.by_area[area].push(id);
            }
        }
        overview.related = related(statistics, &seen);
        overview
    }
}

fn related(statistics: &Statistics, told: &BTreeSet<IndicatorId>) -> Vec<Vec<IndicatorId>> {
    let mut related: Vec<Vec<IndicatorId>> = vec![Vec::new(); statistics.indicators.len()];
    let named = statistics.indicators.iter().zip(0..).flat_map(|(indicator, number)| {
        indicator.related.iter().map(move |other| (IndicatorId(number), *other))
    });
    let wholes = statistics.observations.iter().filter_map(|o| Some((o.indicator, o.part_of?)));
    for (one, other) in named.chain(wholes) {
        for (from, to) in [(one, other), (other, one)] {
            let list = &mut related[from.0 as usize];
            if from != to && told.contains(&to) && !list.contains(&to) {
                list.push(to);
            }
        }
    }
    related
}
