//! The pages made from what is counted and measured.

use super::{Form, IndicatorId, ReportId, Site, SitePath};

/// A page that nobody wrote: it is made of the figures of the reports. Published in each
/// language alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StatisticsPage {
    /// All indicators.
    Indicators,
    /// One indicator.
    Indicator(IndicatorId),
    /// All topics.
    Topics,
    /// A topic, by its place in [`super::Statistics::topics`].
    Topic(usize),
    /// All places.
    Places,
    /// A place, by its place in [`super::Statistics::areas`].
    Place(usize),
    /// The ledger of a report.
    Ledger(ReportId),
    /// The data files.
    Data,
}

impl StatisticsPage {
    /// Where the page is published in a form.
    pub fn path(self, site: &Site, form: &Form) -> SitePath {
        let statistics = &site.statistics;
        let file = match self {
            Self::Indicators => "indicators/index".to_owned(),
            Self::Indicator(id) => format!("indicators/{}", statistics.indicator(id).id),
            Self::Topics => "topics/index".to_owned(),
            Self::Topic(topic) => format!("topics/{}", statistics.topics[topic].id),
            Self::Places => "places/index".to_owned(),
            Self::Place(area) => format!("places/{}", statistics.areas[area].id),
            Self::Data => "data".to_owned(),
            Self::Ledger(report) => format!("{}/ledger", site.report(report).key),
        };
        SitePath::new(format!("{}/{file}.html", form.folder))
    }
}

impl Site {
    /// Whether a text of a report stands beside a translation.
    pub fn has_pairs(&self) -> bool {
        self.languages.len() > 1
            && self.pages.iter().any(|page| {
                page.report.is_some() && page.sides.iter().filter(|side| side.is_some()).count() > 1
            })
    }

    /// Whether there are data to be downloaded: figures, terms, or texts beside each other.
    pub fn has_data(&self) -> bool {
        let has_terms = !self.glossary.concepts.is_empty();
        !self.statistics.observations.is_empty() || has_terms || self.has_pairs()
    }

    /// Every page made of figures, and the one that offers the data; none where there are none.
    pub fn statistics_pages(&self) -> Vec<StatisticsPage> {
        let statistics = &self.statistics;
        let mut pages = Vec::new();
        if !statistics.observations.is_empty() {
            pages.push(StatisticsPage::Indicators);
            let told = statistics.indicators.iter().zip(0..);
            pages.extend(
                told.filter(|(indicator, _)| !indicator.observations.is_empty())
                    .map(|(_, number)| StatisticsPage::Indicator(IndicatorId(number))),
            );
            if !statistics.topics.is_empty() {
                pages.push(StatisticsPage::Topics);
                pages.extend((0..statistics.topics.len()).map(StatisticsPage::Topic));
            }
            if !statistics.areas.is_empty() {
                pages.push(StatisticsPage::Places);
                pages.extend((0..statistics.areas.len()).map(StatisticsPage::Place));
            }
        }
        if self.has_data() {
            pages.push(StatisticsPage::Data);
        }
        let covered = self.reports.iter().filter(|report| statistics.covers(report.id));
        pages.extend(covered.map(|report| StatisticsPage::Ledger(report.id)));
        pages
    }
}
