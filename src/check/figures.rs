//! Figures that contradict each other: two values for one thing, a part larger than its whole,
//! one indicator in two units.

use std::collections::BTreeMap;

use super::{Check, Context};
use crate::model::{Measure, Observation, Site, Unit};
use crate::source::{Diagnostic, codes};

pub(super) struct Figures;

impl Check for Figures {
    fn run(&self, context: &Context) -> Vec<Diagnostic> {
        let site = context.site;
        let mut diagnostics = duplicates(site);
        diagnostics.extend(units(site));
        diagnostics.extend(parts(site));
        diagnostics
    }
}

/// What has one value only.
fn identity(o: &Observation) -> impl Ord + use<> {
    (o.report, o.indicator, o.area, o.measure, o.period.clone(), o.status.key())
}

fn duplicates(site: &Site) -> Vec<Diagnostic> {
    let mut first: BTreeMap<_, &Observation> = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for observation in &site.statistics.observations {
        let known = *first.entry(identity(observation)).or_insert(observation);
        let is_same = known.quantity.value == observation.quantity.value
            && known.quantity.unit == observation.quantity.unit
            && known.quantity.comparator == observation.quantity.comparator;
        if is_same {
            continue;
        }
        let name = &site.statistics.indicator(observation.indicator).id;
        diagnostics.push(
            Diagnostic::new(
                codes::FIGURE_DUPLICATE,
                format!(
                    "`{name}` has two values for {} ({})",
                    observation.period,
                    observation.status.key()
                ),
            )
            .labelled(observation.span, words(site, observation))
            .labelled(known.span, words(site, known))
            .help("give one of the two a `place`, a `period`, a `status` or another indicator"),
        );
    }
    diagnostics
}

fn units(site: &Site) -> Vec<Diagnostic> {
    let statistics = &site.statistics;
    let mut diagnostics = Vec::new();
    for indicator in &statistics.indicators {
        let mut levels = statistics.of(indicator).filter(|o| o.measure == Measure::Level);
        let Some(first) = levels.next() else { continue };
        let stated = indicator.unit.as_deref();
        let wanted = stated.or(first.quantity.unit.map(Unit::name));
        for observation in std::iter::once(first).chain(levels) {
            if observation.quantity.unit.map(Unit::name) == wanted {
                continue;
            }
            let unit = |unit: Option<&str>| unit.map_or("no unit".to_owned(), |u| format!("`{u}`"));
            let mut finding = Diagnostic::new(
                codes::FIGURE_UNIT,
                format!(
                    "`{}` is measured in {}, not in {}",
                    indicator.id,
                    unit(wanted),
                    unit(observation.quantity.unit.map(Unit::name))
                ),
            )
            .labelled(observation.span, words(site, observation));
            finding = match stated {
                Some(_) => finding.labelled(indicator.span, "its unit is stated here"),
                None => finding.labelled(first.span, words(site, first)),
            };
            diagnostics
                .push(finding.help("use another indicator for the other unit, or correct `unit`"));
        }
    }
    diagnostics
}

fn parts(site: &Site) -> Vec<Diagnostic> {
    let statistics = &site.statistics;
    let mut diagnostics = Vec::new();
    for part in &statistics.observations {
        let Some(whole) = part.part_of.map(|whole| statistics.indicator(whole)) else { continue };
        let of_same = statistics.of(whole).find(|o| {
            o.report == part.report
                && o.measure == Measure::Level
                && o.period == part.period
                && o.status == part.status
                && o.quantity.unit == part.quantity.unit
                && (o.area == part.area || o.area.is_none())
        });
        let Some(of_same) = of_same else { continue };
        if part.measure == Measure::Level && part.quantity.value > of_same.quantity.value {
            diagnostics.push(
                Diagnostic::new(
                    codes::FIGURE_PART,
                    format!("a part of `{}` is larger than the whole", whole.id),
                )
                .labelled(part.span, words(site, part))
                .labelled(of_same.span, words(site, of_same))
                .help("correct the number, or remove `part-of`"),
            );
        }
    }
    diagnostics
}

/// The words of the original.
fn words(site: &Site, observation: &Observation) -> String {
    let document = &site.page(observation.page).original().document;
    let own = observation.words[0].as_ref();
    own.map_or(String::new(), |own| document.text(own.text).plain[own.range.clone()].to_owned())
}
