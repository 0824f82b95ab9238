//! The drawings of an indicator.

use std::collections::BTreeMap;

use tera::Value;

use super::row::{Couple, couple};
use crate::model::{
    Decimal, FigureStatus, Firmness, Form, Indicator, IndicatorId, LangId, Matter, Observation,
    Route, RouteKind, ScaleNames, Script, Site, SitePath,
};
use crate::publish::chart::{self, Dumbbell, Period, Point, RateScale, ScaleWords, Series, Width};
use crate::publish::pages::kind::{PageKind, PagePlace};
use crate::publish::pages::view::{ChartView, IndexView, PageView};
use crate::publish::pages::{Renderer, Stop};
use crate::resolve::RouteSource;

/// The drawing of an indicator as a file of its own, in each language.
pub(in crate::publish::pages) struct DrawingFile;

impl RouteSource for DrawingFile {
    fn routes(&self, site: &Site, _before: &[Route]) -> Vec<Route> {
        let is_drawn = |indicator: &Indicator| {
            matches!(couple(site, indicator), Some(Couple::Ratio(..) | Couple::Rate(..)))
        };
        let drawn = site.statistics.indicators.iter().zip(0..).filter(|(one, _)| is_drawn(one));
        drawn
            .map(|(indicator, number)| {
                let path = |form: &Form| {
                    let file = format!("data/charts/{}.{}.svg", indicator.id, form.folder);
                    (!form.is_parallel()).then_some(file)
                };
                let matter = Matter::Indicator(IndicatorId(number));
                let route = Route::in_forms(self.kind(), matter, &site.forms, path);
                Route { is_listed: false, ..route }
            })
            .collect()
    }
}

impl PageKind for DrawingFile {
    fn kind(&self) -> RouteKind {
        RouteKind::DRAWING
    }

    fn view(&self, renderer: &Renderer, place: &PagePlace) -> PageView {
        renderer.frame(place)
    }

    fn bytes(&self, renderer: &Renderer, place: &PagePlace) -> Result<Vec<u8>, Stop> {
        let Matter::Indicator(id) = place.route.matter else { return Ok(Vec::new()) };
        let indicator = renderer.site.statistics.indicator(id);
        let drawing = renderer.drawing(indicator, place.form.lang());
        Ok(drawing.map(|one| chart::standalone(&one.wide)).unwrap_or_default().into_bytes())
    }
}

/// A drawing in both widths.
pub(super) struct Drawing {
    wide: String,
    narrow: String,
}

impl Renderer<'_> {
    /// Fills in the drawings of the panels of the index.
    pub(super) fn draw_panels(&self, index: &mut IndexView, lang: LangId) {
        let couples: Vec<(&Indicator, Couple)> = self
            .in_text_order()
            .into_iter()
            .filter_map(|indicator| Some((indicator, couple(self.site, indicator)?)))
            .collect();
        let rates: Vec<Decimal> = couples
            .iter()
            .filter_map(|(_, couple)| match couple {
                Couple::Rate(result, target) => Some([*result, *target]),
                _ => None,
            })
            .flatten()
            .filter_map(|o| o.quantity.value)
            .collect();
        let scale = RateScale::of(&rates);
        let mut marks: BTreeMap<&str, String> = BTreeMap::new();
        for (indicator, couple) in couples {
            let mark = match couple {
                Couple::Ratio(result, target) => self
                    .point(result, lang)
                    .zip(self.point(target, lang))
                    .and_then(|(result, target)| chart::ratio_row(&result, &target)),
                Couple::Rate(result, target) => self
                    .point(result, lang)
                    .zip(self.point(target, lang))
                    .map(|(result, target)| chart::rate_row(&result, &target, scale)),
                Couple::Apart(..) => None,
            };
            marks.insert(indicator.id.as_str(), mark.unwrap_or_default());
        }
        for row in index.ratios.iter_mut().chain(&mut index.rates) {
            if let Some(mark) = marks.get(row.id.as_str()) {
                row.mark = Value::safe_string(mark);
            }
        }
        index.ratio_axis = Value::safe_string(&chart::ratio_axis());
        index.rate_axis = Value::safe_string(&chart::rate_axis(scale));
    }

    fn point(&self, o: &Observation, lang: LangId) -> Option<Point> {
        Some(Point {
            value: o.quantity.value?,
            comparator: o.quantity.comparator,
            is_striving: o.status == FigureStatus::Target && o.firmness == Some(Firmness::Strive),
            label: self.figure_words(o, lang).text,
        })
    }

    /// The drawing as an indicator's page shows it.
    pub(super) fn chart_view(
        &self,
        id: IndicatorId,
        lang: LangId,
        from: &SitePath,
    ) -> Vec<ChartView> {
        let drawing = self.drawing(self.site.statistics.indicator(id), lang);
        let form = self.site.form_of(lang);
        let href = self.href_to(RouteKind::DRAWING, Matter::Indicator(id), form, from);
        drawing
            .map(|drawing| ChartView {
                wide: Value::safe_string(&drawing.wide),
                narrow: Value::safe_string(&drawing.narrow),
                href: href.unwrap_or_default(),
            })
            .into_iter()
            .collect()
    }

    /// A series where several years are told, else a result beside its target; nothing where no
    /// two points can be compared.
    fn drawing(&self, indicator: &Indicator, lang: LangId) -> Option<Drawing> {
        let together = couple(self.site, indicator);
        let Some(Couple::Ratio(result, target) | Couple::Rate(result, target)) = together else {
            return None;
        };
        let name = indicator.name.get_or_any(self.language_code(lang));
        let title = self.interface_word(lang, "chart_title", &[("name", name)]);
        let words = |o: &Observation| self.figure_words(o, lang).text;
        let description = self.interface_word(
            lang,
            "chart_description",
            &[("name", name), ("result", &words(result)), ("target", &words(target))],
        );
        let unit = target
            .quantity
            .unit
            .map(|unit| self.unit_in_words(lang, unit.name()))
            .unwrap_or_default();
        let language = self.site.languages.get(lang);
        let is_apart = language.script == Script::Latin && unit.starts_with(char::is_alphabetic);
        let unit = if is_apart { format!(" {unit}") } else { unit };
        let ScaleNames { magnitudes, thousands } = language.scale_names();
        let scale = ScaleWords { magnitudes, unit: &unit, thousands };
        let id = format!("c-{}", indicator.id);
        let periods = self.periods(indicator, target, lang);
        if periods.iter().filter(|period| period.result.is_some()).count() > 1 {
            let series = Series {
                id: &id,
                title: &title,
                description: &description,
                periods: &periods,
                words: scale,
            };
            let draw = |width| chart::series(&series, width);
            return Some(Drawing { wide: draw(Width::Wide), narrow: draw(Width::Narrow) });
        }
        let (result, target) = self.point(result, lang).zip(self.point(target, lang))?;
        let dumbbell = Dumbbell {
            id: &id,
            title: &title,
            description: &description,
            result: &result,
            target: &target,
            words: scale,
        };
        let draw = |width| chart::dumbbell(&dumbbell, width);
        Some(Drawing { wide: draw(Width::Wide), narrow: draw(Width::Narrow) })
    }

    /// Results and targets of an indicator that stand on the basis of one of them, by period.
    fn periods(&self, indicator: &Indicator, basis: &Observation, lang: LangId) -> Vec<Period> {
        let is_same = |o: &&Observation| {
            o.measure == basis.measure
                && o.area == basis.area
                && o.quantity.unit == basis.quantity.unit
                && o.incomparable.is_none()
        };
        let mut periods: Vec<Period> = Vec::new();
        for observation in self.site.statistics.observations_of(indicator).filter(is_same) {
            let known = periods.iter().position(|period| period.label == observation.period);
            let place = known.unwrap_or_else(|| {
                let label = observation.period.clone();
                periods.push(Period { label, result: None, target: None });
                periods.len() - 1
            });
            let point = self.point(observation, lang);
            match observation.status {
                FigureStatus::Actual => periods[place].result = point,
                FigureStatus::Target => periods[place].target = point,
                FigureStatus::Standing => {}
            }
        }
        periods.sort_by(|a, b| a.label.cmp(&b.label));
        periods
    }
}
