//! An indicator as a row of a list.

use tera::Value;

use crate::model::{
    Decimal, FigureStatus, Indicator, IndicatorId, LangId, Matter, Observation, RouteKind, Site,
    SitePath, Unit,
};
use crate::publish::pages::Renderer;
use crate::publish::pages::view::{Link, RowView};

/// A result and a target of one indicator.
#[derive(Debug, Clone, Copy)]
pub(super) enum Couple<'a> {
    /// On one basis, as a ratio.
    Ratio(&'a Observation, &'a Observation),
    /// On one basis, both percentages.
    Rate(&'a Observation, &'a Observation),
    /// On different bases.
    Apart(&'a Observation, &'a Observation),
}

impl Renderer<'_> {
    /// A row without a drawing.
    pub(super) fn row_view(&self, id: IndicatorId, lang: LangId, from: &SitePath) -> RowView {
        let indicator = self.site.statistics.indicator(id);
        let form = self.site.form_of(lang);
        let href = self.href_to(RouteKind::INDICATOR, Matter::Indicator(id), form, from);
        let of = |status: FigureStatus| {
            let figures =
                self.site.statistics.observations_of(indicator).filter(|o| o.status == status);
            figures.map(|o| self.figure_view(o, lang, from)).collect()
        };
        let others = self.site.languages.iter().filter(|language| language.id != lang);
        RowView {
            id: indicator.id.clone(),
            name: self.text_run(lang, indicator.name.get_or_any(self.language_code(lang))),
            other_names: others
                .filter_map(|other| {
                    let name = indicator.name.get(&other.code)?;
                    Some(self.text_run(other.id, name))
                })
                .collect(),
            href: href.unwrap_or_default(),
            topic: indicator.topic.and_then(|topic| self.topic_link(topic, lang, from)),
            results: of(FigureStatus::Actual),
            targets: of(FigureStatus::Target),
            standing: of(FigureStatus::Standing),
            mark: Value::safe_string(""),
            ratio: String::new(),
            sort: String::new(),
            incomparable: String::new(),
        }
    }

    /// The name and address of an indicator, on a page of one language; nothing where it has no
    /// page, since no report says anything of it.
    pub(in crate::publish::pages) fn indicator_link(
        &self,
        id: IndicatorId,
        lang: LangId,
        from: &SitePath,
    ) -> Option<Link> {
        let indicator = self.site.statistics.indicator(id);
        let form = self.site.form_of(lang);
        Some(Link {
            id: indicator.id.clone(),
            label: indicator.name.get_or_any(self.language_code(lang)).to_owned(),
            href: self.href_to(RouteKind::INDICATOR, Matter::Indicator(id), form, from)?,
            count: 0,
        })
    }

    pub(super) fn topic_link(&self, topic: usize, lang: LangId, from: &SitePath) -> Option<Link> {
        let subject = &self.site.statistics.topics[topic];
        let form = self.site.form_of(lang);
        Some(Link {
            id: subject.id.clone(),
            label: subject.name.get_or_any(self.language_code(lang)).to_owned(),
            href: self.href_to(RouteKind::TOPIC, Matter::Topic(topic), form, from)?,
            count: self.overview.by_topic[topic].len(),
        })
    }
}

/// The newest result and target of an indicator, if it has both; those of the whole area before
/// those of a part of it.
pub(super) fn couple<'a>(site: &'a Site, indicator: &'a Indicator) -> Option<Couple<'a>> {
    let all: Vec<&Observation> = site.statistics.observations_of(indicator).collect();
    let results = all.iter().rev().filter(|o| o.status == FigureStatus::Actual);
    let targets = || all.iter().rev().filter(|o| o.status == FigureStatus::Target);
    let mut apart = None;
    for result in results {
        for target in targets().filter(|target| target.report == result.report) {
            match beside(result, target) {
                Couple::Apart(..) => apart = apart.or(Some(Couple::Apart(result, target))),
                together => return Some(together),
            }
        }
    }
    apart
}

fn beside<'a>(result: &'a Observation, target: &'a Observation) -> Couple<'a> {
    let is_same = result.measure == target.measure
        && result.area == target.area
        && result.quantity.unit == target.quantity.unit
        && result.incomparable.is_none()
        && target.incomparable.is_none()
        && result.quantity.value.is_some_and(Decimal::is_positive)
        && target.quantity.value.is_some_and(Decimal::is_positive);
    let is_rate = target.quantity.unit.is_some_and(Unit::is_rate);
    match (is_same, is_rate, target.measure) {
        (true, true, _) => Couple::Rate(result, target),
        (true, false, measure) if measure.is_amount() => Couple::Ratio(result, target),
        _ => Couple::Apart(result, target),
    }
}
