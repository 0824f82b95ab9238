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

use super::Renderer;
use super::kind::PagePlace;
use super::view::{Crumb, PageView};
use crate::model::{Matter, Report, RouteKind};

pub(super) use drawing::DrawingFile;
pub(super) use index::Indicators;
pub(super) use indicator::IndicatorPage;
pub(super) use ledger::Ledger;
pub(super) use overview::Overview;
pub(super) use subject::{Grouping, SubjectList, SubjectPage};

/// The page above another one in the breadcrumbs: its kind, and the interface word that names it.
type Above = Option<(RouteKind, &'static str)>;

impl Renderer<'_> {
    /// What the pages of figures have around them: names, description, breadcrumbs.
    fn statistics_frame(
        &self,
        place: &PagePlace,
        name: &str,
        report: Option<&Report>,
        above: Above,
    ) -> PageView {
        let PagePlace { form, path, .. } = *place;
        let lang = form.lang();
        let mut view = self.frame(place);
        let kind = place.route.kind.0;
        let report_name = report
            .map(|report| self.page_title(self.site.page(report.cover), lang))
            .unwrap_or_default();
        view.title_runs = vec![self.text_run(lang, name)];
        view.description = self.interface_word(
            lang,
            &format!("description_{kind}"),
            &[("name", name), ("site", &self.site_title(lang)), ("report", &report_name)],
        );
        view.breadcrumbs = self.breadcrumbs(form, path, report, name);
        if let Some((kind, word)) = above
            && let Some(href) = self.href_to(kind, Matter::Site, form, path)
        {
            let crumb = Crumb {
                label: self.interface_word(lang, word, &[]),
                href: Some(href),
                others: Vec::new(),
            };
            view.breadcrumbs.insert(view.breadcrumbs.len() - 1, crumb);
        }
        view.title = format!("{name} · {}", self.site_title(lang));
        view
    }
}
