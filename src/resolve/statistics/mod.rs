//! Claims set against the text: observations, and the ledger of all numerals.
//!
//! 1. `place` lists the texts of each section a claim can name;
//! 2. `locate` finds the words or the cell of each claim and the numeral in them, and `claim` makes an
//!    observation of it; value, unit and bound are read from the numeral, never from the claim;
//! 3. `counterpart` finds the same number in the translations;
//! 4. `ledger` lists every numeral of the report and what became of it.

mod claim;
mod counterpart;
mod ledger;
mod locate;
mod naming;
mod place;
mod quote;

use std::collections::{BTreeMap, BTreeSet};

pub(crate) use counterpart::number_beside;
pub(crate) use naming::{Naming, NumeralName, is_clause_border};

use super::withheld;
use crate::model::{
    Catalogue, Claims, Coverage, FigureScope, Indicator, IndicatorId, Languages, Observation,
    ObservationId, Page, Report, Site, Statistics, Subject,
};
use crate::source::{Diagnosed, Diagnostic, Message, Placed, codes, message, nearest};

/// What is counted and measured in a site.
pub(super) fn statistics(
    site: &Site,
    catalogue: Catalogue,
    claims: BTreeMap<String, Claims>,
    scope: FigureScope,
) -> Diagnosed<Statistics> {
    let mut diagnostics = Vec::new();
    let indicators = related(&catalogue, &mut diagnostics);
    let mut statistics = Statistics {
        scope,
        topics: catalogue.topics,
        areas: catalogue.areas,
        indicators,
        has_faulty_catalogue: catalogue.has_faults,
        ..Statistics::default()
    };
    let ids: BTreeMap<String, IndicatorId> = statistics
        .indicators
        .iter()
        .zip(0..)
        .map(|(i, n)| (i.id.clone(), IndicatorId(n)))
        .collect();
    let has_faulty_catalogue = catalogue.has_faults;
    if !claims.values().any(|claims| claims.has_faults) {
        diagnostics.extend(unused(&statistics.indicators, &claims));
    }
    let mut claims = withheld::without_drafts(claims, &site.withheld);
    // Reports stand newest first; a series is read from the oldest on.
    for report in site.reports.iter().rev() {
        let Some(claims) = claims.remove(&report.key) else { continue };
        if site.languages.original().numerals.is_none() {
            diagnostics.extend(unread_claims(&site.languages, &claims));
            continue;
        }
        // A claim of an indicator that could not be read is lost as well.
        if claims.has_faults || has_faulty_catalogue {
            statistics.partly_read.insert(report.id);
        }
        let of_report = OfReport { report, claims: &claims, ids: &ids, has_faulty_catalogue };
        one_report(site, &of_report, &mut statistics, &mut diagnostics);
    }
    for claims in claims.into_values() {
        diagnostics.extend(claims.figures.first().map(|claim| {
            Diagnostic::new(codes::DATA_UNREAD, message!("data-unread-claims"))
                .at(claim.numeral.span)
                .help(message!("data-unread-beside-cover"))
        }));
    }
    for (number, observation) in (0..).zip(&statistics.observations) {
        let indicator = &mut statistics.indicators[observation.indicator.0 as usize];
        indicator.observations.push(ObservationId(number));
    }
    Diagnosed { value: statistics, diagnostics }
}

/// Figures cannot be claimed where the numerals of the original are not read: said once for a
/// report, not for each claim.
fn unread_claims(languages: &Languages, claims: &Claims) -> Option<Diagnostic> {
    let original = languages.original();
    let claim = claims.figures.first()?;
    let message = message!("data-unread-language", language = &original.name);
    Some(
        Diagnostic::new(codes::DATA_UNREAD, message)
            .at(claim.numeral.span)
            .help(message!("data-unread-language.help")),
    )
}

/// Indicators that no claim names; a claim that is faulty names its indicator all the same.
fn unused(indicators: &[Indicator], claims: &BTreeMap<String, Claims>) -> Vec<Diagnostic> {
    let named: BTreeSet<&str> = claims
        .values()
        .flat_map(|claims| claims.figures.iter().map(|claim| claim.indicator.as_str()))
        .collect();
    let unused = indicators.iter().filter(|indicator| !named.contains(indicator.id.as_str()));
    unused
        .map(|indicator| {
            Diagnostic::new(
                codes::FIGURE_UNUSED,
                message!("figure-unused-indicator", indicator = &indicator.id),
            )
            .at(indicator.span)
            .help(message!("figure-unused-indicator.help"))
        })
        .collect()
}

/// Indicators with those related to them looked up.
fn related(catalogue: &Catalogue, diagnostics: &mut Vec<Diagnostic>) -> Vec<Indicator> {
    let indicators = &catalogue.indicators;
    let ids: Vec<String> = indicators.iter().map(|(indicator, _)| indicator.id.clone()).collect();
    let find = |indicator: &Indicator, id: &Placed<String>, diagnostics: &mut Vec<Diagnostic>| {
        let found = ids.iter().zip(0..).find(|(known, _)| **known == **id);
        if found.is_none() && !catalogue.has_faults {
            diagnostics.push(
                Diagnostic::new(
                    codes::FIGURE_CATALOGUE,
                    message!("figure-catalogue-related", indicator = id.as_str()),
                )
                .labelled(
                    id.span,
                    message!("figure-catalogue-related.label", indicator = &indicator.id),
                )
                .help_if(did_you_mean(id, ids.iter().map(String::as_str))),
            );
        }
        found.map(|(_, number)| IndicatorId(number))
    };
    indicators
        .iter()
        .map(|(indicator, names)| Indicator {
            related: names.iter().filter_map(|id| find(indicator, id, diagnostics)).collect(),
            ..indicator.clone()
        })
        .collect()
}

fn did_you_mean<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<Message> {
    nearest(word, known).map(|near| message!("did-you-mean", name = near))
}

/// What every claim of a report is set against.
struct Ground<'a> {
    report: &'a Report,
    pages: Vec<PageGround<'a>>,
    ids: &'a BTreeMap<String, IndicatorId>,
    areas: Vec<Subject>,
    /// Whether `indicators.yaml` could not be read whole: what is not in it may be there.
    has_faulty_catalogue: bool,
}

/// A report and what is claimed of it.
struct OfReport<'a> {
    report: &'a Report,
    claims: &'a Claims,
    ids: &'a BTreeMap<String, IndicatorId>,
    has_faulty_catalogue: bool,
}

/// A page and its sections.
struct PageGround<'a> {
    /// Its name in data files: `1-review`.
    name: &'a str,
    page: &'a Page,
    sections: Vec<place::SectionTexts>,
}

fn one_report(
    site: &Site,
    &OfReport { report, claims, ids, has_faulty_catalogue }: &OfReport,
    statistics: &mut Statistics,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let pages = report.pages().map(|id| site.page(id));
    let prefix = format!("{}/", report.key);
    let ground = Ground {
        report,
        pages: pages
            .map(|page| PageGround {
                name: if page.id == report.cover {
                    "_index"
                } else {
                    page.key.strip_prefix(&prefix).unwrap_or(&page.key)
                },
                page,
                sections: place::section_texts(page),
            })
            .collect(),
        ids,
        areas: statistics.areas.clone(),
        has_faulty_catalogue,
    };
    let mut found: Vec<claim::FoundFigure> =
        claims.figures.iter().filter_map(|claim| ground.observation(claim, diagnostics)).collect();
    found.sort_by_key(claim::FoundFigure::text_order);
    counterpart::add_translations(&mut found, &site.languages, diagnostics);
    let mut observations: Vec<Observation> =
        found.into_iter().map(|found| found.observation).collect();
    name_anchors(&mut observations, &statistics.indicators);
    let first = statistics.observations.len();
    let ledger = ledger::ledger_entries(&ground, &observations, first, &claims.exceptions)
        .into_value(diagnostics);
    statistics.covered.insert(report.id, Coverage::of(&ledger));
    statistics.observations.extend(observations);
    statistics.ledger.extend(ledger);
}

/// `f-gdp`, then `f-gdp-2`.
fn name_anchors(observations: &mut [Observation], indicators: &[Indicator]) {
    let mut stated: BTreeMap<IndicatorId, usize> = BTreeMap::new();
    for observation in observations {
        let times = stated.entry(observation.indicator).or_default();
        *times += 1;
        let id = &indicators[observation.indicator.0 as usize].id;
        observation.anchor =
            if *times == 1 { format!("f-{id}") } else { format!("f-{id}-{times}") };
    }
}
