//! An indicator as a row of a list.

use tera::Value;

use crate::model::{
    Decimal, FigureStatus, Indicator, IndicatorId, LangId, Measure, Observation, SitePath,
    StatisticsPage, Unit,
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
    pub(super) fn row(&self, indicator: &Indicator, lang: LangId, from: &SitePath) -> RowView {
        let of = |status: FigureStatus| {
            let figures = self.site.statistics.of(indicator).filter(|o| o.status == status);
            figures.map(|o| self.figure_view(o, lang, from)).collect()
        };
        let others = self.site.languages.iter().filter(|language| language.id != lang);
        RowView {
            id: indicator.id.clone(),
            name: self.run(lang, indicator.name.get_or_any(self.code(lang))),
            other_names: others
                .filter_map(|other| {
                    let name = indicator.name.get(&other.code)?;
                    Some(self.run(other.id, name))
                })
                .collect(),
            href: self.indicator_path(indicator, lang).href_from(from),
            topic: indicator.topic.map(|topic| self.topic_link(topic, lang, from)),
            results: of(FigureStatus::Actual),
            targets: of(FigureStatus::Target),
            standing: of(FigureStatus::Standing),
            mark: Value::safe_string(""),
            ratio: String::new(),
            sort: String::new(),
            incomparable: String::new(),
        }
    }

    /// The newest result and target of an indicator, if it has both; those of the whole area
    /// before those of a part of it.
    pub(super) fn couple(&self, indicator: &Indicator) -> Option<Couple<'_>> {
        let all: Vec<&Observation> = self.site.statistics.of(indicator).collect();
        let results = all.iter().rev().filter(|o| o.status == FigureStatus::Actual);
        let targets = || all.iter().rev().filter(|o| o.status == FigureStatus::Target);
        let mut apart = None;
        for result in results {
            for target in targets().filter(|target| target.report == result.report) {
                match couple(result, target) {
                    Couple::Apart(..) => apart = apart.or(Some(Couple::Apart(result, target))),
                    together => return Some(together),
                }
            }
        }
        apart
    }

    pub(in crate::publish::pages) fn indicator_link(
        &self,
        id: IndicatorId,
        lang: LangId,
        from: &SitePath,
    ) -> Link {
        let indicator = self.site.statistics.indicator(id);
        Link {
            id: indicator.id.clone(),
            label: indicator.name.get_or_any(self.code(lang)).to_owned(),
            href: self.indicator_path(indicator, lang).href_from(from),
            count: 0,
        }
    }

    pub(super) fn topic_link(&self, topic: usize, lang: LangId, from: &SitePath) -> Link {
        let subject = &self.site.statistics.topics[topic];
        let path = StatisticsPage::Topic(topic).path(self.site, self.site.form_of(lang));
        Link {
            id: subject.id.clone(),
            label: subject.name.get_or_any(self.code(lang)).to_owned(),
            href: path.href_from(from),
            count: self.overview.by_topic[topic].len(),
        }
    }
}

fn couple<'a>(result: &'a Observation, target: &'a Observation) -> Couple<'a> {
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
        (true, false, Measure::Level | Measure::Duration) => Couple::Ratio(result, target),
        _ => Couple::Apart(result, target),
    }
}
