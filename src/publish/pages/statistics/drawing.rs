//! The drawings of an indicator.

use std::collections::BTreeMap;

use tera::Value;

use super::row::Couple;
use crate::model::{
    Decimal, FigureStatus, Firmness, Form, Indicator, LangId, Observation, ScaleNames, Script,
    SitePath,
};
use crate::publish::chart::{self, Dumbbell, Period, Point, RateScale, ScaleWords, Series, Width};
use crate::publish::pages::Renderer;
use crate::publish::pages::view::{ChartView, IndexView};

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
            .filter_map(|indicator| Some((indicator, self.couple(indicator)?)))
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

    /// The file of an indicator's drawing in one language.
    pub(super) fn drawing_path(indicator: &Indicator, form: &Form) -> SitePath {
        SitePath::new(format!("data/charts/{}.{}.svg", indicator.id, form.folder))
    }

    /// The drawing as an indicator's page shows it.
    pub(super) fn chart_view(
        &self,
        indicator: &Indicator,
        lang: LangId,
        from: &SitePath,
    ) -> Vec<ChartView> {
        let drawing = self.drawing(indicator, lang);
        drawing
            .map(|drawing| ChartView {
                wide: Value::safe_string(&drawing.wide),
                narrow: Value::safe_string(&drawing.narrow),
                href: Self::drawing_path(indicator, self.site.form_of(lang)).href_from(from),
            })
            .into_iter()
            .collect()
    }

    /// The drawing as a file of its own.
    pub(super) fn drawing_file(&self, indicator: &Indicator, lang: LangId) -> Option<String> {
        self.drawing(indicator, lang).map(|drawing| chart::standalone(&drawing.wide))
    }

    /// A series where several years are told, else a result beside its target; nothing where no
    /// two points can be compared.
    fn drawing(&self, indicator: &Indicator, lang: LangId) -> Option<Drawing> {
        let couple = self.couple(indicator);
        let Some(Couple::Ratio(result, target) | Couple::Rate(result, target)) = couple else {
            return None;
        };
        let name = indicator.name.get_or_any(self.code(lang));
        let title = self.word(lang, "chart_title", &[("name", name)]);
        let words = |o: &Observation| self.figure_words(o, lang).text;
        let description = self.word(
            lang,
            "chart_description",
            &[("name", name), ("result", &words(result)), ("target", &words(target))],
        );
        let unit =
            target.quantity.unit.map(|unit| self.unit(lang, unit.name())).unwrap_or_default();
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
        for observation in self.site.statistics.of(indicator).filter(is_same) {
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
