//! What entries of the term base say of each other.

use std::collections::{BTreeMap, HashMap};

use crate::model::{
    Concept, ConceptClaim, ConceptId, Glossary, Member, MemberClaim, Members, Site, same_form,
};
use crate::source::{Diagnostic, Placed, Suggestions, codes, message};

/// The concepts of a term base, with their references looked up.
pub(super) fn concepts(
    site: &Site,
    claims: Vec<ConceptClaim>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Concept> {
    let ids: BTreeMap<String, ConceptId> =
        claims.iter().zip(0..).map(|(claim, n)| (claim.concept.id.clone(), ConceptId(n))).collect();
    let suggestions = Suggestions::new(ids.keys().map(String::as_str));
    let areas = site.statistics.areas.iter().map(|area| area.id.as_str());
    let mut lookup =
        Lookup { site, ids: &ids, suggestions, areas: Suggestions::new(areas), diagnostics };
    let concepts: Vec<Concept> =
        claims.into_iter().map(|claim| lookup.resolve_concept(claim)).collect();
    clashes(&concepts, diagnostics);
    concepts
}

struct Lookup<'a> {
    site: &'a Site,
    ids: &'a BTreeMap<String, ConceptId>,
    /// Ids near to one that is not known.
    suggestions: Suggestions<'a>,
    /// The same of places.
    areas: Suggestions<'a>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Lookup<'_> {
    fn resolve_concept(&mut self, claim: ConceptClaim) -> Concept {
        let ConceptClaim { mut concept, see, members, area, pinyin } = claim;
        concept.see = see.iter().filter_map(|id| self.find_concept(id)).collect();
        if let Some(members) = members {
            concept.members = Members::Listed(
                members
                    .into_iter()
                    .filter_map(|member| match member {
                        MemberClaim::Id(id) => self.find_concept(&id).map(Member::Concept),
                        MemberClaim::Words(words) => Some(Member::Words(words)),
                    })
                    .collect(),
            );
        }
        concept.area = area.and_then(|named| self.concept_area(&named));
        concept.reading.is_stated = pinyin.is_some();
        concept.reading.pinyin = pinyin.unwrap_or_default();
        concept
    }

    fn find_concept(&mut self, id: &Placed<String>) -> Option<ConceptId> {
        let found = self.ids.get(&**id).copied();
        if found.is_none() {
            let near = self.suggestions.nearest(id);
            self.diagnostics.push(
                Diagnostic::new(
                    codes::TERM_GLOSSARY,
                    message!("term-glossary-no-term", id = id.as_str()),
                )
                .at(id.span)
                .help(near.map_or_else(
                    || message!("term-glossary-no-term.help"),
                    |near| message!("did-you-mean", name = near),
                )),
            );
        }
        found
    }

    fn concept_area(&mut self, named: &Placed<String>) -> Option<usize> {
        let areas = &self.site.statistics.areas;
        let found = areas.iter().position(|area| {
            area.id == **named || area.name.0.values().any(|name| *name == **named)
        });
        if found.is_none() && !self.site.statistics.has_faulty_catalogue {
            let near = self.areas.nearest(named);
            self.diagnostics.push(
                Diagnostic::new(
                    codes::TERM_GLOSSARY,
                    message!("term-glossary-no-place", place = named.as_str()),
                )
                .at(named.span)
                .help(near.map_or_else(
                    || message!("term-glossary-no-place.help"),
                    |near| message!("did-you-mean", name = near),
                )),
            );
        }
        found
    }
}

/// Words of the original that two entries claim. In a translation two concepts may share a
/// rendering: the original beside it tells which is meant.
fn clashes(concepts: &[Concept], diagnostics: &mut Vec<Diagnostic>) {
    let mut claimed: HashMap<&str, &Concept> = HashMap::new();
    for concept in concepts {
        for form in concept.wordings[0].forms() {
            let Some(first) = claimed.insert(form, concept) else { continue };
            let message = if first.id == concept.id {
                message!("term-clash-within", id = &concept.id, words = form)
            } else {
                message!(
                    "term-clash-between",
                    words = form,
                    first = &first.id,
                    second = &concept.id
                )
            };
            diagnostics.push(
                Diagnostic::new(codes::TERM_CLASH, message)
                    .at(concept.span)
                    .labelled(first.span, message!("term-clash.first"))
                    .help(message!("term-clash.help")),
            );
        }
    }
}

/// Concepts by what a reference may call them: an id, or words in any language.
pub(in crate::resolve) struct Names(HashMap<String, ConceptId>);

impl Names {
    pub(in crate::resolve) fn new(glossary: &Glossary) -> Self {
        let mut names = HashMap::new();
        for (id, concept) in glossary.iter() {
            let forms = concept.wordings.iter().flat_map(crate::model::Wording::forms);
            for name in std::iter::once(concept.id.as_str()).chain(forms) {
                names.entry(same_form(name).to_lowercase()).or_insert(id);
            }
        }
        Self(names)
    }

    /// The concept that is called so.
    pub(in crate::resolve) fn concept_called(&self, called: &str) -> Option<ConceptId> {
        self.0.get(&same_form(called.trim()).to_lowercase()).copied()
    }

    /// All names, in no order.
    pub(in crate::resolve) fn all_names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}
