//! Figures that contradict each other: two values for one thing, a part larger than its whole,
//! one indicator in two units.

use std::collections::BTreeMap;

use super::{Check, Context};
use crate::model::{Measure, Observation, Site, Unit};
use crate::source::{Diagnostic, Message, codes, message};

pub(super) struct Figures;

impl Check for Figures {
    fn run(&self, context: &Context) -> Vec<Diagnostic> {
        let site = context.site;
        let mut diagnostics = duplicates(site);
        diagnostics.extend(units(site));
        diagnostics.extend(larger_parts(site));
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
                message!(
                    "figure-duplicate",
                    indicator = name,
                    period = &observation.period,
                    status = observation.status.key()
                ),
            )
            .labelled(observation.span, figure_words(site, observation))
            .labelled(known.span, figure_words(site, known))
            .help(message!("figure-duplicate.help")),
        );
    }
    diagnostics
}

fn units(site: &Site) -> Vec<Diagnostic> {
    let statistics = &site.statistics;
    let mut diagnostics = Vec::new();
    for indicator in &statistics.indicators {
        let mut levels = statistics.observations_of(indicator).filter(|o| is_size(o));
        let Some(first) = levels.next() else { continue };
        let stated = indicator.unit.as_deref();
        let wanted = stated.or(first.quantity.unit.map(Unit::name));
        for observation in std::iter::once(first).chain(levels) {
            if observation.quantity.unit.map(Unit::name) == wanted {
                continue;
            }
            let unit = |unit: Option<&str>| match unit {
                Some(unit) => message!("figure-unit.named", unit = unit),
                None => message!("figure-unit.none"),
            };
            let mut finding = Diagnostic::new(
                codes::FIGURE_UNIT,
                message!(
                    "figure-unit",
                    indicator = &indicator.id,
                    wanted = unit(wanted),
                    found = unit(observation.quantity.unit.map(Unit::name))
                ),
            )
            .labelled(observation.span, figure_words(site, observation));
            finding = match stated {
                Some(_) => finding.labelled(indicator.span, message!("figure-unit.stated")),
                None => finding.labelled(first.span, figure_words(site, first)),
            };
            diagnostics.push(finding.help(message!("figure-unit.help")));
        }
    }
    diagnostics
}

/// Whether a figure says how much of its indicator there is.
fn is_size(observation: &Observation) -> bool {
    matches!(observation.measure, Measure::Level | Measure::Share | Measure::Streak)
}

fn larger_parts(site: &Site) -> Vec<Diagnostic> {
    let statistics = &site.statistics;
    let mut diagnostics = Vec::new();
    for part in &statistics.observations {
        let Some(whole) = part.part_of.map(|whole| statistics.indicator(whole)) else { continue };
        let of_same = statistics.observations_of(whole).find(|o| {
            o.report == part.report
                && is_size(o)
                && o.period == part.period
                && o.status == part.status
                && o.quantity.unit == part.quantity.unit
                && (o.area == part.area || o.area.is_none())
        });
        let Some(of_same) = of_same else { continue };
        if is_size(part) && part.quantity.value > of_same.quantity.value {
            diagnostics.push(
                Diagnostic::new(codes::FIGURE_PART, message!("figure-part", whole = &whole.id))
                    .labelled(part.span, figure_words(site, part))
                    .labelled(of_same.span, figure_words(site, of_same))
                    .help(message!("figure-part.help")),
            );
        }
    }
    diagnostics
}

/// The words of the original.
fn figure_words(site: &Site, observation: &Observation) -> Message {
    let document = &site.page(observation.page).original().document;
    let own = observation.words[0].as_ref();
    let words = own.map_or("", |own| &document.text(own.text).plain[own.range.clone()]);
    message!("quoted", words = words)
}
