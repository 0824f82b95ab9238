//! Topics and places.

use crate::html::marked_run;
use crate::model::{
    BlockContent, FigureStatus, Form, IndicatorId, LangId, Page, SitePath, StatisticsPage,
};
use crate::render::Renderer;
use crate::render::view::{Link, PassageView, Run, SubjectView};
use crate::setting::TextKind;

impl Renderer<'_> {
    pub(super) fn topic_links(&self, lang: LangId, from: &SitePath) -> Vec<Link> {
        (0..self.site.statistics.topics.len())
            .map(|topic| self.topic_link(topic, lang, from))
            .collect()
    }

    pub(super) fn place_links(&self, lang: LangId, from: &SitePath) -> Vec<Link> {
        let areas = self.site.statistics.areas.iter().enumerate();
        areas
            .map(|(number, area)| {
                let path = StatisticsPage::Place(number).path(self.site, self.site.form_of(lang));
                Link {
                    id: area.id.clone(),
                    label: area.name.get_or_any(self.code(lang)).to_owned(),
                    href: path.href_from(from),
                    count: self.overview.by_area[number].len(),
                }
            })
            .collect()
    }

    pub(super) fn topic_view(&self, topic: usize, lang: LangId, from: &SitePath) -> SubjectView {
        let subject = &self.site.statistics.topics[topic];
        let indicators = self.indicators(&self.overview.by_topic[topic]);
        SubjectView {
            id: subject.id.clone(),
            name: self.subject_name(&subject.name, lang),
            rows: indicators.into_iter().map(|indicator| self.row(indicator, lang, from)).collect(),
            result_period: self.period_of(&self.overview.by_topic[topic], FigureStatus::Actual),
            target_period: self.period_of(&self.overview.by_topic[topic], FigureStatus::Target),
            passages: Vec::new(),
        }
    }

    pub(super) fn place_view(&self, area: usize, form: &Form, from: &SitePath) -> SubjectView {
        let lang = form.lang();
        let subject = &self.site.statistics.areas[area];
        let name = subject.name.get_or_any(self.code(lang));
        let mut passages = Vec::new();
        for page in self.site.pages.iter().filter(|page| page.report.is_some()) {
            passages.extend(self.passages(page, form, name, from));
        }
        let mut rows: Vec<_> = self
            .indicators(&self.overview.by_area[area])
            .into_iter()
            .map(|indicator| self.row(indicator, lang, from))
            .collect();
        for row in &mut rows {
            for figures in [&mut row.results, &mut row.targets, &mut row.standing] {
                figures.retain(|f| f.place.as_ref().is_some_and(|place| place.id == subject.id));
            }
        }
        SubjectView {
            id: subject.id.clone(),
            name: self.subject_name(&subject.name, lang),
            rows,
            result_period: self.period_of(&self.overview.by_area[area], FigureStatus::Actual),
            target_period: self.period_of(&self.overview.by_area[area], FigureStatus::Target),
            passages,
        }
    }

    fn period_of(&self, indicators: &[IndicatorId], status: FigureStatus) -> String {
        let statistics = &self.site.statistics;
        let figures = indicators.iter().flat_map(|id| statistics.of(statistics.indicator(*id)));
        Self::newest_period(figures, status)
    }

    fn subject_name(&self, name: &crate::model::LangMap, lang: LangId) -> Vec<Run> {
        let mut langs: Vec<LangId> = self.site.languages.iter().map(|l| l.id).collect();
        langs.sort_by_key(|other| *other != lang);
        langs.into_iter().map(|lang| self.run(lang, name.get_or_any(self.code(lang)))).collect()
    }

    /// Paragraphs of a page that name a place.
    fn passages(&self, page: &Page, form: &Form, name: &str, from: &SitePath) -> Vec<PassageView> {
        let lang = form.lang();
        let Some(side) = page.side(lang) else { return Vec::new() };
        let short = short_name(name);
        let language = self.site.languages.get(lang);
        let passage = |pair: &crate::model::Pair| {
            let block = &side.document.blocks[pair.blocks[lang.index()]?];
            let BlockContent::Paragraph(text) = block.content else { return None };
            let plain = &side.document.text(text).plain;
            let at = plain.find(short)?;
            let address = pair.address?;
            let html = marked_run(plain, language.script, TextKind::Body, at..at + short.len());
            Some(PassageView {
                address: address.shown(&page.number),
                href: format!("{}#{}", page.path(form).href_from(from), address.id(&page.number)),
                run: Run {
                    tag: language.tag.clone(),
                    html: tera::Value::safe_string(&html),
                    text: plain.to_string(),
                },
            })
        };
        page.pairs.iter().filter_map(passage).collect()
    }
}

/// 义乌市 is mostly called 义乌: the name without the word for what it is, if two characters stay.
fn short_name(name: &str) -> &str {
    let short = ["市", "县", "区"].iter().find_map(|kind| name.strip_suffix(kind));
    short.filter(|short| short.chars().count() >= 2).unwrap_or(name)
}
