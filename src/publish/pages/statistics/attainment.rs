//! What became of a target, by what a later report says. Facts, not verdicts.

use crate::model::{
    Better, Comparator, Decimal, FigureStatus, Indicator, LangId, Observation, SitePath,
};
use crate::publish::pages::Renderer;
use crate::publish::pages::view::AttainmentView;

impl Renderer<'_> {
    /// One entry for each target that a later report could have reported on.
    pub(super) fn attainment(
        &self,
        indicator: &Indicator,
        lang: LangId,
        from: &SitePath,
    ) -> Vec<AttainmentView> {
        let statistics = &self.site.statistics;
        let delivered = |o: &Observation| self.site.report(o.report).original_meta().day();
        let has_later = |target: &Observation| {
            self.site.reports.iter().any(|report| {
                statistics.covers(report.id) && report.original_meta().day() > delivered(target)
            })
        };
        let all: Vec<&Observation> = statistics.observations_of(indicator).collect();
        let targets = all.iter().filter(|o| o.status == FigureStatus::Target && has_later(o));
        targets
            .map(|target| {
                let result = all.iter().find(|o| {
                    o.status == FigureStatus::Actual
                        && o.period == target.period
                        && o.area == target.area
                        && delivered(o) > delivered(target)
                });
                let state = match result {
                    Some(result) => attainment_state(indicator, target, result),
                    None => "not-reported",
                };
                AttainmentView {
                    period: target.period.clone(),
                    target: self.figure_view(target, lang, from),
                    result: result.map(|result| self.figure_view(result, lang, from)),
                    state,
                    state_text: self.interface_word(
                        lang,
                        &format!("attainment_{}", state.replace('-', "_")),
                        &[],
                    ),
                }
            })
            .collect()
    }
}

fn attainment_state(
    indicator: &Indicator,
    target: &Observation,
    result: &Observation,
) -> &'static str {
    let is_same = target.measure == result.measure
        && target.quantity.unit == result.quantity.unit
        && target.incomparable.is_none()
        && result.incomparable.is_none();
    let (Some(aim), Some(reached), true) = (target.quantity.value, result.quantity.value, is_same)
    else {
        return "not-comparable";
    };
    let falls = matches!(target.quantity.comparator, Comparator::AtMost | Comparator::LessThan)
        || indicator.better == Some(Better::Lower);
    let is_met = match target.quantity.comparator {
        Comparator::MoreThan => reached > aim,
        Comparator::LessThan => reached < aim,
        // 左右 leaves as much room as the digits that are shown.
        Comparator::About if rounds_to(reached, aim) => true,
        _ if falls => reached <= aim,
        _ => reached >= aim,
    };
    if is_met { "met" } else { "missed" }
}

/// Whether a value rounds to another one at the digits that one shows.
fn rounds_to(value: Decimal, shown: Decimal) -> bool {
    // Half of the last digit after the point, or of the ones: 目标增长7%左右 is met by 6.5.
    let (_, power) = shown.digits();
    let half = Decimal::HALF.shifted(power.min(0));
    let gap = value.minus(shown);
    match (gap, half) {
        (Some(gap), Some(half)) => gap < half && gap >= half.negated(),
        _ => false,
    }
}
