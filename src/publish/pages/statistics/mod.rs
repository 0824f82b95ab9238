//! Pages made of figures: the indicator index, indicators, topics, places, ledgers.

mod attainment;
mod drawing;
mod figure;
mod index;
mod indicator;
mod ledger;
mod overview;
mod row;
mod subject;

use rayon::prelude::*;

use super::view::PageView;
use super::{Renderer, Sink, Stop};
use crate::model::{Form, LangId, OutputFile, SitePath, StatisticsPage};

pub(super) use overview::Overview;

impl Renderer<'_> {
    /// Renders every page made of figures, in each language.
    pub(super) fn statistics(&self, sink: Sink) -> Result<(), Stop> {
        let pages = self.site.statistics_pages();
        pages.par_iter().try_for_each(|page| {
            self.single_forms().try_for_each(|form| {
                let path = page.path(self.site, form);
                let (kind, view) = self.statistics_view(*page, form, &path);
                sink(self.render(&path, &format!("{kind}.html"), &view)?)?;
                let StatisticsPage::Indicator(id) = *page else { return Ok(()) };
                let indicator = self.site.statistics.indicator(id);
                match self.drawing_file(indicator, form.lang()) {
                    Some(svg) => sink(OutputFile {
                        path: Self::drawing_path(indicator, form),
                        bytes: svg.into_bytes(),
                    }),
                    None => Ok(()),
                }
            })
        })
    }

    /// The forms that show one language.
    pub(super) fn single_forms(&self) -> impl Iterator<Item = &Form> {
        self.site.forms.iter().filter(|form| !form.is_parallel())
    }

    fn statistics_view(
        &self,
        page: StatisticsPage,
        form: &Form,
        path: &SitePath,
    ) -> (&'static str, PageView) {
        if page == StatisticsPage::Data {
            return ("data", self.data_page(form, path));
        }
        let lang = form.lang();
        let kind = match page {
            StatisticsPage::Indicators => "indicators",
            StatisticsPage::Indicator(_) => "indicator",
            StatisticsPage::Topics => "topics",
            StatisticsPage::Topic(_) => "topic",
            StatisticsPage::Places => "places",
            StatisticsPage::Place(_) => "place",
            StatisticsPage::Ledger(_) => "ledger",
            StatisticsPage::Data => "data",
        };
        let siblings = |other: &Form| (!other.is_parallel()).then(|| page.path(self.site, other));
        let mut view = self.frame(kind, form, path, &siblings);
        let name = self.statistics_name(page, lang);
        view.title_runs = vec![self.run(lang, &name)];
        view.description = self.word(
            lang,
            &format!("description_{kind}"),
            &[
                ("name", &name),
                ("site", &self.site_title(lang)),
                ("report", &self.report_name(page, lang)),
            ],
        );
        view.breadcrumbs = self.statistics_crumbs(page, form, path, &name);
        match page {
            StatisticsPage::Indicators => view.index = Some(self.index(lang, path)),
            StatisticsPage::Indicator(id) => {
                view.indicator = Some(self.indicator_view(id, lang, path));
            }
            StatisticsPage::Data => {}
            StatisticsPage::Topics => view.subjects = self.topic_links(lang, path),
            StatisticsPage::Places => view.subjects = self.place_links(lang, path),
            StatisticsPage::Topic(topic) => view.subject = Some(self.topic_view(topic, lang, path)),
            StatisticsPage::Place(area) => view.subject = Some(self.place_view(area, form, path)),
            StatisticsPage::Ledger(report) => {
                view.ledger = Some(self.ledger_view(report, form, path));
            }
        }
        view.title = format!("{name} · {}", self.site_title(lang));
        (kind, view)
    }

    fn report_name(&self, page: StatisticsPage, lang: LangId) -> String {
        match page {
            StatisticsPage::Ledger(report) => {
                self.title(self.site.page(self.site.report(report).cover), lang)
            }
            _ => String::new(),
        }
    }

    fn statistics_name(&self, page: StatisticsPage, lang: LangId) -> String {
        let statistics = &self.site.statistics;
        let code = self.code(lang);
        match page {
            StatisticsPage::Indicators => self.word(lang, "indicators_title", &[]),
            StatisticsPage::Indicator(id) => {
                statistics.indicator(id).name.get_or_any(code).to_owned()
            }
            StatisticsPage::Topics => self.word(lang, "topics_title", &[]),
            StatisticsPage::Topic(topic) => {
                statistics.topics[topic].name.get_or_any(code).to_owned()
            }
            StatisticsPage::Places => self.word(lang, "places_title", &[]),
            StatisticsPage::Place(area) => statistics.areas[area].name.get_or_any(code).to_owned(),
            StatisticsPage::Ledger(_) => self.word(lang, "ledger_title", &[]),
            StatisticsPage::Data => self.word(lang, "data_title", &[]),
        }
    }

    fn statistics_crumbs(
        &self,
        page: StatisticsPage,
        form: &Form,
        path: &SitePath,
        name: &str,
    ) -> Vec<super::view::Crumb> {
        let report = match page {
            StatisticsPage::Ledger(report) => Some(self.site.report(report)),
            _ => None,
        };
        let mut crumbs = self.breadcrumbs(form, path, report, name);
        let above = match page {
            StatisticsPage::Indicator(_) => Some(StatisticsPage::Indicators),
            StatisticsPage::Topic(_) => Some(StatisticsPage::Topics),
            StatisticsPage::Place(_) => Some(StatisticsPage::Places),
            _ => None,
        };
        if let Some(above) = above {
            let crumb = super::view::Crumb {
                label: self.statistics_name(above, form.lang()),
                href: Some(above.path(self.site, form).href_from(path)),
            };
            crumbs.insert(crumbs.len() - 1, crumb);
        }
        crumbs
    }
}
