//! The indicator index.

use std::collections::BTreeSet;

use tera::Value;

use super::row::{Couple, couple};
use crate::model::{
    BlockContent, Comparator, FigureStatus, Form, Indicator, IndicatorId, LangId, Matter,
    Observation, PageId, Place, Report, Route, RouteKind, SectionNumber, Site, SitePath, Unit,
};
use crate::publish::pages::Renderer;
use crate::publish::pages::frame::lang_view;
use crate::publish::pages::kind::{Bar, Blank, PageKind, PagePlace};
use crate::publish::pages::view::{
    FigureView, GroupView, HeadlineView, IndexView, PageView, RowView,
};
use crate::resolve::RouteSource;
use crate::source::{Message, message};

/// The page kind `indicators`: all of them.
pub(in crate::publish::pages) struct Indicators;

impl RouteSource for Indicators {
    fn routes(&self, site: &Site, _before: &[Route]) -> Vec<Route> {
        let route =
            || Route::in_languages(self.kind(), Matter::Site, &site.forms, "indicators/index");
        site.has_figures().then(route).into_iter().collect()
    }

    fn called(&self) -> Message {
        message!("route-indicators")
    }
}

impl PageKind for Indicators {
    fn kind(&self) -> RouteKind {
        RouteKind::INDICATORS
    }

    fn keys(&self) -> &'static [(&'static str, Blank)] {
        &[("index", Blank::Null)]
    }

    fn bar(&self) -> Bar {
        Bar::Entry("nav_indicators")
    }

    fn view(&self, renderer: &Renderer, place: &PagePlace) -> PageView {
        let lang = place.form.lang();
        let name = renderer.interface_word(lang, "indicators_title", &[]);
        let mut view = renderer.statistics_frame(place, &name, None, None);
        view.body.set("index", &renderer.index_view(lang, place.path));
        view
    }
}

impl Renderer<'_> {
    /// All indicators, in every order that is offered.
    pub(super) fn index_view(&self, lang: LangId, from: &SitePath) -> IndexView {
        let statistics = &self.site.statistics;
        let told = &self.overview.told;
        let mut index = IndexView {
            indicators: told.len(),
            observations: statistics.observations.len(),
            coverage: statistics.whole_coverage().map(Into::into),
            ratios: Vec::new(),
            rates: Vec::new(),
            incomparable: Vec::new(),
            sections: self.sections_of_index(lang, from),
            only_results: Vec::new(),
            only_targets: Vec::new(),
            ratio_axis: Value::safe_string(""),
            rate_axis: Value::safe_string(""),
            result_period: Self::newest_period(
                statistics.observations.iter(),
                FigureStatus::Actual,
            ),
            target_period: Self::newest_period(
                statistics.observations.iter(),
                FigureStatus::Target,
            ),
            topics: self.topic_links(lang, from),
            places: self.place_links(lang, from),
        };
        for id in told {
            let row = self.row_view(*id, lang, from);
            match couple(self.site, statistics.indicator(*id)) {
                Some(Couple::Ratio(result, target)) => {
                    index.ratios.push(self.beside(row, result, target, lang, from));
                }
                Some(Couple::Rate(result, target)) => {
                    index.rates.push(self.beside(row, result, target, lang, from));
                }
                Some(Couple::Apart(result, target)) => {
                    let mut row = self.beside(row, result, target, lang, from);
                    row.incomparable = self.why_apart(result, target, lang);
                    row.ratio.clear();
                    row.sort.clear();
                    index.incomparable.push(row);
                }
                None if row.targets.is_empty() && row.standing.is_empty() => {
                    index.only_results.push(row);
                }
                None if row.results.is_empty() => index.only_targets.push(row),
                None => index.only_results.push(row),
            }
        }
        self.draw_panels(&mut index, lang);
        index
    }

    /// Indicators that something is said of, by the place where it is said first.
    pub(super) fn in_text_order(&self) -> Vec<&Indicator> {
        let ids = self.overview.told.iter();
        ids.map(|id| self.site.statistics.indicator(*id)).collect()
    }

    /// A row that shows one result beside one target.
    fn beside(
        &self,
        mut row: RowView,
        result: &Observation,
        target: &Observation,
        lang: LangId,
        from: &SitePath,
    ) -> RowView {
        row.results = vec![self.figure_view(result, lang, from)];
        row.targets = vec![self.figure_view(target, lang, from)];
        let values = result.quantity.value.zip(target.quantity.value);
        let is_rate = target.quantity.unit.is_some_and(Unit::is_rate);
        row.ratio = values
            .and_then(|(result, target)| {
                if !is_rate {
                    return target.ratio(result);
                }
                let gap = target.minus(result)?;
                let sign = if gap.is_negative() { '−' } else { '+' };
                Some(format!("{sign}{}", gap.abs()))
            })
            .unwrap_or_default();
        row.sort = row.ratio.replace('−', "-").replace('+', "");
        let bound = match bound_beside(result.quantity.comparator, target.quantity.comparator) {
            Comparator::Equal => "",
            Comparator::AtLeast => "≥ ",
            Comparator::MoreThan => "> ",
            Comparator::AtMost => "≤ ",
            Comparator::LessThan => "< ",
            Comparator::About => "≈ ",
        };
        if !row.ratio.is_empty() {
            row.ratio.insert_str(0, bound);
        }
        row
    }

    fn why_apart(&self, result: &Observation, target: &Observation, lang: LangId) -> String {
        let stated = target.incomparable.as_ref().or(result.incomparable.as_ref());
        match stated {
            Some(reason) => reason.get_or_any(self.language_code(lang)).to_owned(),
            None if result.area != target.area => {
                self.interface_word(lang, "incomparable_place", &[])
            }
            None if result.measure != target.measure => {
                self.interface_word(lang, "incomparable_measure", &[])
            }
            None => self.interface_word(lang, "incomparable_unit", &[]),
        }
    }

    /// Every indicator once, under the section where it is first stated.
    fn sections_of_index(&self, lang: LangId, from: &SitePath) -> Vec<GroupView> {
        let statistics = &self.site.statistics;
        let mut seen: BTreeSet<IndicatorId> = BTreeSet::new();
        let mut groups: Vec<((PageId, SectionNumber), GroupView)> = Vec::new();
        for observation in &statistics.observations {
            if !seen.insert(observation.indicator) {
                continue;
            }
            let page = self.site.page(observation.page);
            let section = page.section_of(observation.place);
            let key = (observation.page, section);
            if groups.last().is_none_or(|(last, _)| *last != key) {
                groups.push((key, self.section_group(observation.page, section, lang, from)));
            }
            if let Some((_, group)) = groups.last_mut() {
                group.rows.push(self.row_view(observation.indicator, lang, from));
            }
        }
        groups.into_iter().map(|(_, group)| group).collect()
    }

    /// A section without its rows.
    fn section_group(
        &self,
        page: PageId,
        section: SectionNumber,
        lang: LangId,
        from: &SitePath,
    ) -> GroupView {
        let page = self.site.page(page);
        let side = page.side(lang).unwrap_or_else(|| page.original());
        let href = self.page_href(page, self.site.form_of(lang), from);
        // Only sections keep the number that is counted, so it finds the heading on either side.
        let heading = side.document.blocks.iter().find_map(|block| match block.content {
            BlockContent::Heading { text, .. } => {
                Some((text, block.counted.filter(|counted| counted.section == section)?))
            }
            _ => None,
        });
        let (title, href) = match heading {
            Some((text, address)) => (
                side.document.text(text).plain.to_string(),
                format!("{href}#{}", address.id(&page.number)),
            ),
            None => (self.page_title(page, lang), href),
        };
        GroupView { title, href, rows: Vec::new() }
    }

    /// The year in figures, for a reader of each language the form shows.
    pub(in crate::publish::pages) fn headlines(
        &self,
        report: &Report,
        form: &Form,
        from: &SitePath,
    ) -> Vec<HeadlineView> {
        let of_language = |lang: &LangId| {
            let single = self.site.form_of(*lang);
            let href = |kind, matter| self.href_to(kind, matter, single, from).unwrap_or_default();
            HeadlineView {
                lang: lang_view(self.site.languages.get(*lang)),
                figures: self.headline(report, *lang, from),
                indicators_href: href(RouteKind::INDICATORS, Matter::Site),
                ledger_href: href(RouteKind::LEDGER, Matter::Report(report.id)),
            }
        };
        form.langs.iter().map(of_language).collect()
    }

    /// What the opening words of the parts say in figures.
    fn headline(&self, report: &Report, lang: LangId, from: &SitePath) -> Vec<FigureView> {
        let opening = |o: &&Observation| {
            let page = self.site.page(o.page);
            let is_in_text = matches!(o.place, Place::Pair(_));
            o.report == report.id
                && o.status != FigureStatus::Standing
                && is_in_text
                && page.section_of(o.place).numbers().is_empty()
        };
        let found = self.site.statistics.observations.iter().filter(opening);
        found.take(MOST_HEADLINES).map(|o| self.figure_view(o, lang, from)).collect()
    }
}

/// How a target bounds its ratio or difference to a result: at least 300 beside 282 is at least 1.06.
fn bound_beside(result: Comparator, target: Comparator) -> Comparator {
    match (result.turned(), target) {
        (Comparator::Equal, bound) | (bound, Comparator::Equal) => bound,
        (one, other) if one == other => one,
        _ => Comparator::About,
    }
}

/// More figures are no headline.
const MOST_HEADLINES: usize = 16;
