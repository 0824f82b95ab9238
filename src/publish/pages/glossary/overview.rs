//! What many pages ask of the terms, counted once.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{ConceptId, IndicatorId, Member, Members, Site, Target};

/// The terms seen from other sides than the concept's.
#[derive(Debug, Default)]
pub(in crate::publish::pages) struct TermOverview {
    /// The place of each concept in the order of each language.
    pub(super) ranks: Vec<Vec<usize>>,
    /// How often each concept stands in the original.
    pub(super) counts: Vec<usize>,
    /// Counted slogans that each concept is a member of.
    pub(super) member_of: Vec<Vec<ConceptId>>,
    /// Concepts to be read beside each one, named in either direction.
    pub(super) see: Vec<Vec<ConceptId>>,
    /// Indicators that each concept explains, or whose sentences hold it. Told ones only.
    pub(super) indicators: Vec<Vec<IndicatorId>>,
    /// Concepts that are or lie in each area, in the order of the term base.
    pub(in crate::publish::pages) by_area: Vec<Vec<ConceptId>>,
    /// Concepts that explain each indicator, or stand in its sentences.
    pub(in crate::publish::pages) by_indicator: BTreeMap<IndicatorId, Vec<ConceptId>>,
}

impl TermOverview {
    pub(in crate::publish::pages) fn new(site: &Site) -> Self {
        let glossary = &site.glossary;
        let empty = || vec![Vec::new(); glossary.concepts.len()];
        let mut overview = Self {
            member_of: empty(),
            see: empty(),
            by_area: vec![Vec::new(); site.statistics.areas.len()],
            ..Self::default()
        };
        for order in &glossary.orders {
            let mut ranks = vec![0; glossary.concepts.len()];
            let ordered = order.iter().flat_map(|letter| &letter.concepts);
            for (rank, concept) in ordered.enumerate() {
                ranks[concept.0 as usize] = rank;
            }
            overview.ranks.push(ranks);
        }
        let is_original = |o: &&crate::model::Occurrence| o.lang.index() == 0;
        overview.counts = glossary
            .occurrences
            .iter()
            .map(|occurrences| occurrences.iter().filter(is_original).count())
            .collect();
        for (id, concept) in glossary.iter() {
            for other in &concept.see {
                beside(&mut overview.see, id, *other);
                beside(&mut overview.see, *other, id);
            }
            if let Members::Listed(members) = &concept.members {
                for member in members {
                    let Member::Concept(member) = member else { continue };
                    overview.member_of[member.0 as usize].push(id);
                }
            }
            if let Some(area) = concept.area {
                overview.by_area[area].push(id);
            }
        }
        overview.drop_what_is_said_already(site);
        overview.relate_indicators(site);
        overview
    }

    /// Members and the slogans they belong to stand under heads of their own.
    fn drop_what_is_said_already(&mut self, site: &Site) {
        for (id, concept) in site.glossary.iter() {
            let members = match &concept.members {
                Members::Listed(members) => &members[..],
                _ => &[],
            };
            let whole = &self.member_of[id.0 as usize];
            self.see[id.0 as usize].retain(|other| {
                !whole.contains(other) && !members.contains(&Member::Concept(*other))
            });
        }
    }

    /// A term belongs to an indicator that names it, or in whose sentences it stands.
    fn relate_indicators(&mut self, site: &Site) {
        let glossary = &site.glossary;
        self.indicators = vec![Vec::new(); glossary.concepts.len()];
        let ids: BTreeMap<&str, ConceptId> =
            glossary.iter().map(|(id, concept)| (concept.id.as_str(), id)).collect();
        let mut by_place: BTreeMap<_, Vec<(ConceptId, usize)>> = BTreeMap::new();
        for (id, _) in glossary.iter() {
            for occurrence in glossary.occurrences(id).iter().filter(|o| o.lang.index() == 0) {
                let place = (occurrence.page, occurrence.place, occurrence.text);
                by_place.entry(place).or_default().push((id, occurrence.range.start as usize));
            }
        }
        for (indicator, number) in site.statistics.indicators.iter().zip(0..) {
            let indicator_id = IndicatorId(number);
            if indicator.observations.is_empty() {
                continue;
            }
            let mut found: BTreeSet<ConceptId> =
                indicator.terms.iter().filter_map(|id| ids.get(id.as_str()).copied()).collect();
            for o in site.statistics.observations_of(indicator) {
                let Some(words) = &o.words[0] else { continue };
                let here = by_place.get(&(o.page, o.place, words.text));
                // The words nearest before the number say what it counts; a whole sentence would
                // bring in all that it lists.
                let near = here.into_iter().flatten().filter(|(_, at)| {
                    words.sentence.start <= *at
                        && *at < words.range.end
                        && words.range.start - (*at).min(words.range.start) <= NEAR
                });
                found.extend(near.map(|(id, _)| *id));
            }
            for id in &found {
                self.indicators[id.0 as usize].push(indicator_id);
            }
            if !found.is_empty() {
                self.by_indicator.insert(indicator_id, found.into_iter().collect());
            }
        }
    }
}

/// How far before a number a term still says what is counted: a clause of about 20 characters, in
/// bytes.
const NEAR: usize = 60;

fn beside(lists: &mut [Vec<ConceptId>], of: ConceptId, other: ConceptId) {
    let list = &mut lists[of.0 as usize];
    if of != other && !list.contains(&other) {
        list.push(other);
    }
}

/// The terms that the sides of a page lead to.
pub(super) fn linked(side: &crate::model::Side) -> impl Iterator<Item = ConceptId> + '_ {
    let forced = side.targets.iter().filter_map(|target| match target {
        Target::Term(concept) => Some(*concept),
        _ => None,
    });
    side.terms.iter().map(|term| term.concept).chain(forced)
}
