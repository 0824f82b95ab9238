//! Topics and places.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::{
    BlockContent, ConceptId, FigureStatus, Form, IndicatorId, LangId, Matter, Occurrence, Page,
    PageId, Place, ReportId, Route, RouteKind, Site, SitePath, Subject, TextId,
};
use crate::publish::html::marked_run;
use crate::publish::pages::Renderer;
use crate::publish::pages::kind::{Bar, Blank, PageKind, PagePlace};
use crate::publish::pages::view::{Link, PageView, PassageView, Run, SubjectView};
use crate::publish::typeset::TextKind;
use crate::resolve::RouteSource;
use crate::source::{Message, message};

/// What indicators are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::publish::pages) enum Grouping {
    /// By topic.
    Topic,
    /// By place.
    Place,
}

impl Grouping {
    fn subjects_of(self, site: &Site) -> &[Subject] {
        match self {
            Self::Topic => &site.statistics.topics,
            Self::Place => &site.statistics.areas,
        }
    }

    fn list_kind(self) -> RouteKind {
        match self {
            Self::Topic => RouteKind::TOPICS,
            Self::Place => RouteKind::PLACES,
        }
    }

    fn page_kind(self) -> RouteKind {
        match self {
            Self::Topic => RouteKind::TOPIC,
            Self::Place => RouteKind::PLACE,
        }
    }

    /// What the list or the page of one is called.
    fn called(self) -> Message {
        match self {
            Self::Topic => message!("route-topic"),
            Self::Place => message!("route-place"),
        }
    }

    fn matter(self, number: usize) -> Matter {
        match self {
            Self::Topic => Matter::Topic(number),
            Self::Place => Matter::Place(number),
        }
    }

    /// The interface word that names the list.
    fn title_word(self) -> &'static str {
        match self {
            Self::Topic => "topics_title",
            Self::Place => "places_title",
        }
    }
}

/// The page kinds `topics` and `places`: all of them, where a report has figures.
pub(in crate::publish::pages) struct SubjectList(pub(in crate::publish::pages) Grouping);

impl RouteSource for SubjectList {
    fn routes(&self, site: &Site, _before: &[Route]) -> Vec<Route> {
        let has_any = site.has_figures() && !self.0.subjects_of(site).is_empty();
        let file = format!("{}/index", self.kind().0);
        let route = || Route::in_languages(self.kind(), Matter::Site, &site.forms, &file);
        has_any.then(route).into_iter().collect()
    }

    fn called(&self) -> Message {
        self.0.called()
    }
}

impl PageKind for SubjectList {
    fn kind(&self) -> RouteKind {
        self.0.list_kind()
    }

    fn keys(&self) -> &'static [(&'static str, Blank)] {
        &[("subjects", Blank::List)]
    }

    fn bar(&self) -> Bar {
        Bar::Under("nav_indicators")
    }

    fn view(&self, renderer: &Renderer, place: &PagePlace) -> PageView {
        let lang = place.form.lang();
        let name = renderer.interface_word(lang, self.0.title_word(), &[]);
        let mut view = renderer.statistics_frame(place, &name, None, None);
        let links = match self.0 {
            Grouping::Topic => renderer.topic_links(lang, place.path),
            Grouping::Place => renderer.place_links(lang, place.path),
        };
        view.body.set("subjects", &links);
        view
    }
}

/// The page kinds `topic` and `place`: one, where their list is published.
pub(in crate::publish::pages) struct SubjectPage(pub(in crate::publish::pages) Grouping);

impl RouteSource for SubjectPage {
    fn routes(&self, site: &Site, before: &[Route]) -> Vec<Route> {
        let list = self.0.list_kind();
        let has_list = before.iter().any(|route| route.kind == list);
        let subjects = self.0.subjects_of(site).iter().enumerate().filter(|_| has_list);
        subjects
            .map(|(number, subject)| {
                let file = format!("{}/{}", list.0, subject.id);
                Route::in_languages(self.kind(), self.0.matter(number), &site.forms, &file)
            })
            .collect()
    }

    fn called(&self) -> Message {
        self.0.called()
    }
}

impl PageKind for SubjectPage {
    fn kind(&self) -> RouteKind {
        self.0.page_kind()
    }

    fn keys(&self) -> &'static [(&'static str, Blank)] {
        &[("subject", Blank::Null)]
    }

    fn bar(&self) -> Bar {
        Bar::Under("nav_indicators")
    }

    fn view(&self, renderer: &Renderer, place: &PagePlace) -> PageView {
        let (number, subject) = match place.route.matter {
            Matter::Topic(topic) => (topic, renderer.topic_view(topic, place.form, place.path)),
            Matter::Place(area) => (area, renderer.place_view(area, place.form, place.path)),
            _ => return renderer.frame(place),
        };
        let own = &self.0.subjects_of(renderer.site)[number];
        let name = own.name.get_or_any(renderer.language_code(place.form.lang())).to_owned();
        let above = Some((self.0.list_kind(), self.0.title_word()));
        let mut view = renderer.statistics_frame(place, &name, None, above);
        view.body.set("subject", &subject);
        view
    }
}

impl Renderer<'_> {
    pub(super) fn topic_links(&self, lang: LangId, from: &SitePath) -> Vec<Link> {
        let topics = 0..self.site.statistics.topics.len();
        topics.filter_map(|topic| self.topic_link(topic, lang, from)).collect()
    }

    pub(super) fn place_links(&self, lang: LangId, from: &SitePath) -> Vec<Link> {
        let areas = 0..self.site.statistics.areas.len();
        areas
            .filter_map(|area| {
                let link = self.area_link(area, lang, from)?;
                Some(Link { count: self.overview.by_area[area].len(), ..link })
            })
            .collect()
    }

    fn topic_view(&self, topic: usize, form: &Form, from: &SitePath) -> SubjectView {
        let lang = form.lang();
        let subject = &self.site.statistics.topics[topic];
        let indicators = &self.overview.by_topic[topic];
        SubjectView {
            id: subject.id.clone(),
            name: self.subject_name(&subject.name, lang),
            rows: indicators.iter().map(|id| self.row_view(*id, lang, from)).collect(),
            result_period: self.period_of(&self.overview.by_topic[topic], FigureStatus::Actual),
            target_period: self.period_of(&self.overview.by_topic[topic], FigureStatus::Target),
            terms: Vec::new(),
            passages: Vec::new(),
        }
    }

    fn place_view(&self, area: usize, form: &Form, from: &SitePath) -> SubjectView {
        let lang = form.lang();
        let subject = &self.site.statistics.areas[area];
        let concepts = &self.terms.by_area[area];
        let passages = if concepts.is_empty() {
            let name = short_name(subject.name.get_or_any(self.language_code(lang)));
            let pages = self.site.pages.iter().filter(|page| page.report.is_some());
            pages.flat_map(|page| self.passages_by_name(page, form, name, from)).collect()
        } else {
            self.passages_by_term(concepts, form, from)
        };
        let mut rows: Vec<_> =
            self.overview.by_area[area].iter().map(|id| self.row_view(*id, lang, from)).collect();
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
            terms: concepts.iter().filter_map(|id| self.term_link(*id, lang, from)).collect(),
            passages,
        }
    }

    fn period_of(&self, indicators: &[IndicatorId], status: FigureStatus) -> String {
        let statistics = &self.site.statistics;
        let figures =
            indicators.iter().flat_map(|id| statistics.observations_of(statistics.indicator(*id)));
        Self::newest_period(figures, status)
    }

    fn subject_name(&self, name: &crate::model::LangMap, lang: LangId) -> Vec<Run> {
        let mut langs: Vec<LangId> = self.site.languages.iter().map(|l| l.id).collect();
        langs.sort_by_key(|other| *other != lang);
        langs
            .into_iter()
            .map(|lang| self.text_run(lang, name.get_or_any(self.language_code(lang))))
            .collect()
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
                self.passage(page, pair, form, (occurrence.text, range), from)
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
        let passage = |pair: usize| {
            let paragraphs = page.blocks(pair, lang).filter_map(|block| match block.content {
                BlockContent::Paragraph(text) => Some(text),
                _ => None,
            });
            let find = |text| Some((text, side.document.text(text).plain.find(name)?));
            let (text, at) = paragraphs.into_iter().find_map(find)?;
            self.passage(page, pair, form, (text, at..at + name.len()), from)
        };
        (0..page.pairs.len()).filter_map(passage).collect()
    }

    /// A paragraph with a hit in it; nothing for a heading.
    fn passage(
        &self,
        page: &Page,
        pair: usize,
        form: &Form,
        (text, hit): (TextId, Range<usize>),
        from: &SitePath,
    ) -> Option<PassageView> {
        let lang = form.lang();
        let document = &page.side(lang)?.document;
        let block = page.first_block(pair, lang)?;
        if matches!(block.content, BlockContent::Heading { .. }) {
            return None;
        }
        let plain = &document.text(text).plain;
        let address = page.pairs[pair].address?;
        let language = self.site.languages.get(lang);
        let html = marked_run(plain, language.script, TextKind::Body, hit);
        Some(PassageView {
            address: address.shown(&page.number),
            href: format!("{}#{}", self.page_href(page, form, from), address.id(&page.number)),
            run: Run::in_language(language, tera::Value::safe_string(&html), plain.to_string()),
        })
    }
}

/// 义乌市 is mostly called 义乌: the name without the word for what it is, if two characters stay.
fn short_name(name: &str) -> &str {
    let short = ["市", "县", "区"].iter().find_map(|kind| name.strip_suffix(kind));
    short.filter(|short| short.chars().count() >= 2).unwrap_or(name)
}
