//! One indicator.

use crate::model::{IndicatorId, LangId, Matter, Route, RouteKind, Site, SitePath};
use crate::publish::pages::Renderer;
use crate::publish::pages::kind::{Bar, Blank, PageKind, PagePlace};
use crate::publish::pages::view::{IndicatorView, Link, PageView};
use crate::resolve::RouteSource;
use crate::source::{Message, message};

/// The page kind `indicator`: one, if a report says something of it.
pub(in crate::publish::pages) struct IndicatorPage;

impl RouteSource for IndicatorPage {
    fn routes(&self, site: &Site, _before: &[Route]) -> Vec<Route> {
        let told = site.statistics.indicators.iter().zip(0..);
        told.filter(|(indicator, _)| !indicator.observations.is_empty())
            .map(|(indicator, number)| {
                let matter = Matter::Indicator(IndicatorId(number));
                let file = format!("indicators/{}", indicator.id);
                Route::in_languages(self.kind(), matter, &site.forms, &file)
                    .because_of(indicator.span)
            })
            .collect()
    }

    fn called(&self) -> Message {
        message!("route-indicator")
    }
}

impl PageKind for IndicatorPage {
    fn kind(&self) -> RouteKind {
        RouteKind::INDICATOR
    }

    fn keys(&self) -> &'static [(&'static str, Blank)] {
        &[("indicator", Blank::Null)]
    }

    fn bar(&self) -> Bar {
        Bar::Under("nav_indicators")
    }

    fn view(&self, renderer: &Renderer, place: &PagePlace) -> PageView {
        let Matter::Indicator(id) = place.route.matter else { return renderer.frame(place) };
        let lang = place.form.lang();
        let indicator = renderer.site.statistics.indicator(id);
        let name = indicator.name.get_or_any(renderer.language_code(lang)).to_owned();
        let above = Some((RouteKind::INDICATORS, "indicators_title"));
        let mut view = renderer.statistics_frame(place, &name, None, above);
        view.body.set("indicator", &renderer.indicator_view(id, lang, place.path));
        view
    }
}

impl Renderer<'_> {
    pub(super) fn indicator_view(
        &self,
        id: IndicatorId,
        lang: LangId,
        from: &SitePath,
    ) -> IndicatorView {
        let indicator = self.site.statistics.indicator(id);
        IndicatorView {
            row: self.row_view(id, lang, from),
            definition: indicator
                .definition
                .get(self.language_code(lang))
                .unwrap_or_default()
                .to_owned(),
            unit: indicator
                .unit
                .as_ref()
                .map(|unit| self.unit_in_words(lang, unit))
                .unwrap_or_default(),
            better: indicator.better.map_or("", crate::model::Better::key),
            charts: self.chart_view(id, lang, from),
            related: self.related(id, lang, from),
            terms: self.indicator_terms(id, lang, from),
            attainment: self.attainment(indicator, lang, from),
        }
    }

    fn indicator_terms(&self, id: IndicatorId, lang: LangId, from: &SitePath) -> Vec<Link> {
        let terms = self.terms.by_indicator.get(&id).map(|terms| &terms[..]).unwrap_or_default();
        terms.iter().filter_map(|term| self.term_link(*term, lang, from)).collect()
    }

    fn related(&self, id: IndicatorId, lang: LangId, from: &SitePath) -> Vec<Link> {
        let related = &self.overview.related[id.0 as usize];
        related.iter().filter_map(|other| self.indicator_link(*other, lang, from)).collect()
    }
}
