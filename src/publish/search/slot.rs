//! What can be found, in the order in which it is shown: names first, then the reports, the
//! newest first, each with its headings before its paragraphs, then the pages outside reports.

use std::ops::Range;

use crate::model::{
    BlockContent, ConceptId, IndicatorId, LangId, Matter, Page, PageId, Place, ReportId, RouteKind,
    Site,
};

/// Something that has a name and a page of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Name {
    /// A term.
    Term(ConceptId),
    /// An indicator.
    Indicator(IndicatorId),
    /// A place, by its number among those of the statistics.
    Place(usize),
    /// A topic, likewise.
    Topic(usize),
}

impl Name {
    /// The word for its kind in the index.
    pub(super) fn name_kind(self) -> &'static str {
        match self {
            Self::Term(_) => "term",
            Self::Indicator(_) => "indicator",
            Self::Place(_) => "place",
            Self::Topic(_) => "topic",
        }
    }

    /// What of the site's routes its page is.
    fn route(self) -> (RouteKind, Matter) {
        match self {
            Self::Term(id) => (RouteKind::TERM, Matter::Concept(id)),
            Self::Indicator(id) => (RouteKind::INDICATOR, Matter::Indicator(id)),
            Self::Place(number) => (RouteKind::PLACE, Matter::Place(number)),
            Self::Topic(number) => (RouteKind::TOPIC, Matter::Topic(number)),
        }
    }

    /// The folder of its page inside that of a language: `glossary/`.
    pub(super) fn folder(self, site: &Site) -> String {
        let (kind, matter) = self.route();
        let path = site.routes.find(kind, matter).and_then(|route| route.all_paths().next());
        let inside =
            path.and_then(|path| path.as_str().split_once('/')).map_or("", |(_, rest)| rest);
        inside.rfind('/').map_or("", |slash| &inside[..=slash]).to_owned()
    }
}

/// A heading or a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Passage {
    /// The page.
    pub(super) page: PageId,
    /// The place on it.
    pub(super) place: Place,
    /// The heading above it.
    pub(super) heading: Option<Place>,
}

/// The passages of one report, or of all pages outside reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    /// The report; nothing for the pages outside.
    pub(super) report: Option<ReportId>,
    /// Its slots.
    pub(super) slots: Range<usize>,
    /// The first slot that is no heading.
    pub(super) body: usize,
    /// Its pages, each with its first heading and its first paragraph.
    pub(super) parts: Vec<(PageId, usize, usize)>,
}

/// All slots of a site; a slot is a number, the same in every file of the index.
#[derive(Debug, Clone, Default)]
pub(super) struct Slots {
    /// The first ones.
    pub(super) names: Vec<Name>,
    /// Those after them.
    pub(super) passages: Vec<Passage>,
    /// How the passages are grouped.
    pub(super) groups: Vec<Group>,
}

impl Slots {
    /// Lists what a site has.
    pub(super) fn new(site: &Site) -> Self {
        let mut slots = Self { names: names(site), ..Self::default() };
        for report in &site.reports {
            slots.add_group(site, Some(report.id), &report.pages().collect::<Vec<_>>());
        }
        let outside = site.pages.iter().filter(|page| page.report.is_none()).map(|page| page.id);
        slots.add_group(site, None, &outside.collect::<Vec<_>>());
        slots
    }

    /// How many there are.
    pub(super) fn slot_count(&self) -> usize {
        self.names.len() + self.passages.len()
    }

    /// The group of a slot that is no name, by its number.
    pub(super) fn group_of(&self, slot: usize) -> usize {
        self.groups.partition_point(|group| group.slots.end <= slot)
    }

    fn add_group(&mut self, site: &Site, report: Option<ReportId>, pages: &[PageId]) {
        let first = self.slot_count();
        let mut parts = Vec::new();
        let mut bodies: Vec<Vec<Passage>> = Vec::new();
        for id in pages {
            parts.push((*id, self.slot_count(), 0));
            let mut body = Vec::new();
            passages(site.page(*id), &mut self.passages, &mut body);
            bodies.push(body);
        }
        let body = self.slot_count();
        for (part, passages) in parts.iter_mut().zip(bodies) {
            part.2 = self.slot_count();
            self.passages.extend(passages);
        }
        if self.slot_count() > first {
            self.groups.push(Group { report, slots: first..self.slot_count(), body, parts });
        }
    }
}

/// What has a name and a page.
fn names(site: &Site) -> Vec<Name> {
    let statistics = &site.statistics;
    let terms = site.glossary.iter().map(|(id, _)| Name::Term(id));
    let numbers = (0..).map(IndicatorId).take(statistics.indicators.len());
    let is_published = |name: &Name| {
        let (kind, matter) = name.route();
        site.routes.find(kind, matter).is_some()
    };
    terms
        .chain(numbers.map(Name::Indicator))
        .chain((0..statistics.areas.len()).map(Name::Place))
        .chain((0..statistics.topics.len()).map(Name::Topic))
        .filter(is_published)
        .collect()
}

/// The headings of a page, its title the first of them, and what stands below them. What has
/// no words is left out: rules, code, and the titles of pages that nobody wrote.
fn passages(page: &Page, headings: &mut Vec<Passage>, body: &mut Vec<Passage>) {
    let mut heading = None;
    for place in page.places().filter(|place| has_words(page, *place)) {
        let passage = Passage { page: page.id, place, heading };
        match place {
            Place::Title => headings.push(passage),
            Place::Footnote(_) => body.push(Passage { heading: None, ..passage }),
            Place::Pair(_) if is_heading(page, place) => {
                headings.push(Passage { heading: None, ..passage });
                heading = Some(place);
            }
            Place::Pair(_) => body.push(passage),
        }
    }
}

fn is_heading(page: &Page, place: Place) -> bool {
    let Place::Pair(pair) = place else { return false };
    let block = page.first_block(pair, LangId::ORIGINAL);
    block.is_some_and(|block| matches!(block.content, BlockContent::Heading { .. }))
}

fn has_words(page: &Page, place: Place) -> bool {
    let langs = (0..).map(LangId).take(page.sides.len());
    let Some(row) = page.common_row(place) else { return false };
    langs.into_iter().any(|lang| page.row_words(&row, lang).is_some())
}
