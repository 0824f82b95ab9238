//! Topics and places.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::{
    BlockContent, ConceptId, FigureStatus, Form, IndicatorId, LangId, Occurrence, Page, PageId,
    Pair, Place, ReportId, SitePath, StatisticsPage, TextId,
};
use crate::publish::html::marked_run;
use crate::publish::pages::Renderer;
use crate::publish::pages::view::{Link, PassageView, Run, SubjectView};
use crate::publish::typeset::TextKind;

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
            terms: Vec::new(),
            passages: Vec::new(),
        }
    }

    pub(super) fn place_view(&self, area: usize, form: &Form, from: &SitePath) -> SubjectView {
        let lang = form.lang();
        let subject = &self.site.statistics.areas[area];
        let concepts = &self.terms.by_area[area];
        let passages = if concepts.is_empty() {
            let name = short_name(subject.name.get_or_any(self.code(lang)));
            let pages = self.site.pages.iter().filter(|page| page.report.is_some());
            pages.flat_map(|page| self.passages_by_name(page, form, name, from)).collect()
        } else {
            self.passages_by_term(concepts, form, from)
        };
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
            terms: concepts.iter().map(|id| self.term_link(*id, lang, from)).collect(),
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

    /// Paragraphs in which one of the terms of a place stands.
    fn passages_by_term(
        &self,
        concepts: &[ConceptId],
        form: &Form,
        from: &SitePath,
    ) -> Vec<PassageView> {
        let mut places: BTreeMap<(ReportId, PageId, usize), &Occurrence> = BTreeMap::new();
        let occurrences = concepts.iter().flat_map(|id| self.site.glossary.occurrences(*id));
        for occurrence in occurrences.filter(|occurrence| occurrence.lang == form.lang()) {
            let Place::Pair(pair) = occurrence.place else { continue };
            let Some(report) = self.site.page(occurrence.page).report else { continue };
            let first = places.entry((report, occurrence.page, pair)).or_insert(occurrence);
            if (occurrence.text, occurrence.range.start) < (first.text, first.range.start) {
                *first = occurrence;
            }
        }
        places
            .into_iter()
            .filter_map(|((_, page, pair), occurrence)| {
                let page = self.site.page(page);
                let range = occurrence.range.start as usize..occurrence.range.end as usize;
                self.passage(page, &page.pairs[pair], form, (occurrence.text, range), from)
            })
            .collect()
    }

    /// Paragraphs of a page that hold a name.
    fn passages_by_name(
        &self,
        page: &Page,
        form: &Form,
        name: &str,
        from: &SitePath,
    ) -> Vec<PassageView> {
        let lang = form.lang();
        let Some(side) = page.side(lang) else { return Vec::new() };
        let passage = |pair: &Pair| {
            let block = &side.document.blocks[pair.blocks[lang.index()]?];
            let BlockContent::Paragraph(text) = block.content else { return None };
            let at = side.document.text(text).plain.find(name)?;
            self.passage(page, pair, form, (text, at..at + name.len()), from)
        };
        page.pairs.iter().filter_map(passage).collect()
    }

    /// A paragraph with a hit in it; nothing for a heading.
    fn passage(
        &self,
        page: &Page,
        pair: &Pair,
        form: &Form,
        (text, hit): (TextId, Range<usize>),
        from: &SitePath,
    ) -> Option<PassageView> {
        let lang = form.lang();
        let document = &page.side(lang)?.document;
        let block = &document.blocks[pair.blocks[lang.index()]?];
        if matches!(block.content, BlockContent::Heading { .. }) {
            return None;
        }
        let plain = &document.text(text).plain;
        let address = pair.address?;
        let language = self.site.languages.get(lang);
        let html = marked_run(plain, language.script, TextKind::Body, hit);
        Some(PassageView {
            address: address.shown(&page.number),
            href: format!("{}#{}", page.path(form).href_from(from), address.id(&page.number)),
            run: Run {
                tag: language.tag.clone(),
                html: tera::Value::safe_string(&html),
                text: plain.to_string(),
            },
        })
    }
}

/// 义乌市 is mostly called 义乌: the name without the word for what it is, if two characters stay.
fn short_name(name: &str) -> &str {
    let short = ["市", "县", "区"].iter().find_map(|kind| name.strip_suffix(kind));
    short.filter(|short| short.chars().count() >= 2).unwrap_or(name)
}
