//! One indicator.

use std::collections::BTreeSet;

use crate::model::{IndicatorId, LangId, SitePath};
use crate::render::Renderer;
use crate::render::view::{IndicatorView, Link};

impl Renderer<'_> {
    pub(super) fn indicator_view(
        &self,
        id: IndicatorId,
        lang: LangId,
        from: &SitePath,
    ) -> IndicatorView {
        let indicator = self.site.statistics.indicator(id);
        IndicatorView {
            row: self.row(indicator, lang, from),
            definition: indicator.definition.get(self.code(lang)).unwrap_or_default().to_owned(),
            unit: indicator.unit.as_ref().map(|unit| self.unit(lang, unit)).unwrap_or_default(),
            better: indicator.better.map_or("", crate::model::Better::key),
            charts: Vec::new(),
            related: self.related(id, lang, from),
            attainment: self.attainment(indicator, lang, from),
        }
    }

    /// What is named as related, in either direction; wholes and parts; and no page that is not
    /// made.
    fn related(&self, id: IndicatorId, lang: LangId, from: &SitePath) -> Vec<Link> {
        let statistics = &self.site.statistics;
        let own = statistics.indicator(id);
        let mut related: Vec<IndicatorId> = own.related.clone();
        related.extend(statistics.of(own).filter_map(|o| o.part_of));
        let parts = statistics.observations.iter().filter(|o| o.part_of == Some(id));
        related.extend(parts.map(|o| o.indicator));
        let others = statistics.indicators.iter().zip(0..).map(|(i, n)| (i, IndicatorId(n)));
        related.extend(others.filter(|(i, _)| i.related.contains(&id)).map(|(_, id)| id));
        let mut seen = BTreeSet::from([id]);
        related
            .into_iter()
            .filter(|other| seen.insert(*other))
            .filter(|other| !statistics.indicator(*other).observations.is_empty())
            .map(|other| self.indicator_link(other, lang, from))
            .collect()
    }
}
