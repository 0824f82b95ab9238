//! One indicator.

use crate::model::{IndicatorId, LangId, SitePath};
use crate::publish::pages::Renderer;
use crate::publish::pages::view::{IndicatorView, Link};

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
            charts: self.chart_view(indicator, lang, from),
            related: self.related(id, lang, from),
            terms: self.indicator_terms(id, lang, from),
            attainment: self.attainment(indicator, lang, from),
        }
    }

    fn indicator_terms(&self, id: IndicatorId, lang: LangId, from: &SitePath) -> Vec<Link> {
        let terms = self.terms.by_indicator.get(&id).map(|terms| &terms[..]).unwrap_or_default();
        terms.iter().map(|term| self.term_link(*term, lang, from)).collect()
    }

    fn related(&self, id: IndicatorId, lang: LangId, from: &SitePath) -> Vec<Link> {
        let related = &self.overview.related[id.0 as usize];
        related.iter().map(|other| self.indicator_link(*other, lang, from)).collect()
    }
}
