//! Which words of a page mean a concept, and which of them become links.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;

use crate::model::{
    BlockContent, ConceptId, Document, Glossary, LangId, LinkPolicy, LinkedTerm, MarkKind,
    Occurrence, Page, PageId, Place, SectionNumber, Site, Target, TermMention, TermRole, TextId,
};

/// The terms of one page.
#[derive(Debug, Default)]
pub(in crate::resolve) struct PageTerms {
    pub(in crate::resolve) page: PageId,
    /// Where concepts stand: places in order, in each the original first.
    pub(in crate::resolve) occurrences: Vec<(ConceptId, Occurrence)>,
    /// The links of each language.
    pub(in crate::resolve) links: Vec<Vec<LinkedTerm>>,
}

/// What is a link already because it is a figure.
pub(super) type Figures = BTreeMap<(PageId, LangId, TextId), Vec<Range<usize>>>;

/// The figures of a site by the text they stand in.
pub(super) fn figures(site: &Site) -> Figures {
    let mut figures = Figures::new();
    for observation in &site.statistics.observations {
        for (words, language) in observation.words.iter().zip(&site.languages) {
            let Some(words) = words else { continue };
            let key = (observation.page, language.id, words.text);
            figures.entry(key).or_default().push(words.range.clone());
        }
    }
    figures
}

/// A text and where it stands.
#[derive(Debug, Clone, Copy)]
struct TextPlace {
    place: Place,
    /// Whether terms may be links in it: a heading is repeated in lists of contents.
    is_body: bool,
    section: Section,
}

/// What counts as a section for first occurrences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Section {
    Numbered(SectionNumber),
    Notes,
}

/// The terms of one page.
pub(super) fn terms_of_page(page: &Page, glossary: &Glossary, figures: &Figures) -> PageTerms {
    let mut terms = PageTerms { page: page.id, ..PageTerms::default() };
    let mut meant: BTreeSet<(Place, ConceptId)> = BTreeSet::new();
    for (number, side) in (0..).zip(&page.sides) {
        let lang = LangId(number);
        let Some(side) = side else {
            terms.links.push(Vec::new());
            continue;
        };
        let settings = texts_by_id(page, lang);
        let found = found(&side.document, &side.targets, &settings, &|place, concept| {
            lang == LangId::ORIGINAL || meant.contains(&(place, concept))
        });
        if lang == LangId::ORIGINAL {
            meant.extend(found.iter().map(|hit| (hit.setting.place, hit.concept)));
        }
        let is_figure = |text: TextId, range: &Range<usize>| {
            figures.get(&(page.id, lang, text)).is_some_and(|taken| {
                taken.iter().any(|figure| figure.start < range.end && range.start < figure.end)
            })
        };
        terms.links.push(links(&found, &side.document, glossary, &is_figure));
        terms.occurrences.extend(found.into_iter().map(|hit| {
            let Hit { concept, setting, text, range, .. } = hit;
            (concept, Occurrence { page: page.id, place: setting.place, lang, text, range })
        }));
    }
    terms.occurrences.sort_by_key(|(_, occurrence)| {
        (occurrence.place, occurrence.lang, occurrence.text, occurrence.range.start)
    });
    terms
}

/// Words that mean a concept.
#[derive(Debug)]
struct Hit {
    concept: ConceptId,
    setting: TextPlace,
    text: TextId,
    range: Range<u32>,
    /// Whether the author made it a link.
    is_forced: bool,
}

/// The words that mean a concept in a document, in text order.
///
/// In a translation only those count whose concept stands in the original beside it: the words for
/// a term are often everyday words too.
fn found(
    document: &Document,
    targets: &[Target],
    settings: &HashMap<TextId, TextPlace>,
    is_meant: &dyn Fn(Place, ConceptId) -> bool,
) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Vec::new();
    for (text, id) in document.texts.iter().zip(0..) {
        let text_id = TextId(id);
        let Some(setting) = settings.get(&text_id) else { continue };
        for mark in &text.marks {
            let MarkKind::Link(reference) = mark.kind else { continue };
            if let Some(Target::Term(concept)) = targets.get(reference as usize) {
                hits.push(Hit {
                    concept: *concept,
                    setting: *setting,
                    text: text_id,
                    range: mark.start..mark.end,
                    is_forced: true,
                });
            }
        }
    }
    let forced: HashSet<(TextId, u32)> =
        hits.iter().flat_map(|hit| hit.range.clone().map(|at| (hit.text, at))).collect();
    let mut end = (TextId(0), 0);
    for TermMention { text, range, concept, role } in &document.terms {
        let Some(setting) = settings.get(text) else { continue };
        let is_free = end.0 != *text || range.start >= end.1;
        let is_taken = forced.contains(&(*text, range.start));
        if matches!(role, TermRole::Avoided(_)) || !is_free || is_taken {
            continue;
        }
        let is_inside = *role == TermRole::Inside;
        let is_original = document.lang == LangId::ORIGINAL;
        if (is_original && is_inside) || !is_meant(setting.place, *concept) {
            continue;
        }
        end = (*text, range.end);
        let (concept, setting, range) = (*concept, *setting, range.clone());
        hits.push(Hit { concept, setting, text: *text, range, is_forced: false });
    }
    hits.sort_by_key(|hit| (hit.text, hit.range.start));
    hits
}

/// The texts of a document by number, each with its place.
fn texts_by_id(page: &Page, lang: LangId) -> HashMap<TextId, TextPlace> {
    let mut settings = HashMap::new();
    for place in page.places() {
        let (section, is_body) = match place {
            Place::Title => (Section::Numbered(SectionNumber::default()), false),
            Place::Footnote(_) => (Section::Notes, true),
            Place::Pair(number) => {
                let pair = &page.pairs[number];
                let block = page.first_block(number, lang).map(|block| &block.content);
                let is_heading = matches!(block, Some(BlockContent::Heading { .. }));
                (Section::Numbered(pair.address.unwrap_or_default().section), !is_heading)
            }
        };
        for text in page.texts(place, lang) {
            settings.insert(text, TextPlace { place, is_body, section });
        }
    }
    settings
}

/// The words that become links: the first in each section, or on the page.
fn links(
    hits: &[Hit],
    document: &Document,
    glossary: &Glossary,
    is_figure: &dyn Fn(TextId, &Range<usize>) -> bool,
) -> Vec<LinkedTerm> {
    let mut linked: HashSet<(Option<Section>, ConceptId)> = HashSet::new();
    let key = |hit: &Hit| match glossary.concept(hit.concept).link {
        LinkPolicy::Page => None,
        _ => Some(hit.setting.section),
    };
    linked.extend(hits.iter().filter(|hit| hit.is_forced).map(|hit| (key(hit), hit.concept)));
    let mut links = Vec::new();
    for hit in hits {
        let range = hit.range.start as usize..hit.range.end as usize;
        let is_wanted = glossary.concept(hit.concept).link != LinkPolicy::Never;
        if hit.is_forced
            || !is_wanted
            || !hit.setting.is_body
            || is_marked(document, hit.text, &hit.range)
            || is_figure(hit.text, &range)
        {
            continue;
        }
        if linked.insert((key(hit), hit.concept)) {
            links.push(LinkedTerm {
                text: hit.text,
                range: hit.range.clone(),
                concept: hit.concept,
            });
        }
    }
    links
}

/// Whether a range touches a link or code.
fn is_marked(document: &Document, text: TextId, range: &Range<u32>) -> bool {
    document.text(text).marks.iter().any(|mark| {
        matches!(mark.kind, MarkKind::Link(_) | MarkKind::Code)
            && mark.start < range.end
            && range.start < mark.end
    })
}
