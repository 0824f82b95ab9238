//! One term.

use std::collections::BTreeMap;

use crate::model::{
    Concept, ConceptId, Form, LangId, Language, Matter, Member, Members, Occurrence, Route,
    RouteKind, Site, SitePath,
};
use crate::publish::pages::Renderer;
use crate::publish::pages::kind::{Bar, Blank, PageKind, PagePlace};
use crate::publish::pages::view::{
    AvoidedView, Link, MemberView, PageView, Run, TermView, UsedWording, WordingView,
};
use crate::resolve::RouteSource;
use crate::source::{Message, message};

/// The page kind `term`.
pub(in crate::publish::pages) struct TermPage;

impl RouteSource for TermPage {
    fn routes(&self, site: &Site, _before: &[Route]) -> Vec<Route> {
        let route = |(id, concept): (ConceptId, &Concept)| {
            let file = format!("glossary/{}", concept.id);
            Route::in_languages(self.kind(), Matter::Concept(id), &site.forms, &file)
                .because_of(concept.span)
        };
        site.glossary.iter().map(route).collect()
    }

    fn called(&self) -> Message {
        message!("route-term")
    }
}

impl PageKind for TermPage {
    fn kind(&self) -> RouteKind {
        RouteKind::TERM
    }

    fn keys(&self) -> &'static [(&'static str, Blank)] {
        &[("term", Blank::Null)]
    }

    fn bar(&self) -> Bar {
        Bar::Under("nav_glossary")
    }

    fn view(&self, renderer: &Renderer, place: &PagePlace) -> PageView {
        let Matter::Concept(id) = place.route.matter else { return renderer.frame(place) };
        let lang = place.form.lang();
        let name = renderer.site.glossary.concept(id).name(lang).to_owned();
        let mut view = renderer.glossary_frame(place, &name);
        view.body.set("term", &renderer.term_view(id, place.form, place.path));
        view.description = renderer.term_description(id, lang);
        view.json_ld = renderer.glossary_json_ld(Some(id), place.form, place.path, &view);
        view
    }
}

impl Renderer<'_> {
    fn term_view(&self, id: ConceptId, form: &Form, from: &SitePath) -> TermView {
        let lang = form.lang();
        let concept = self.site.glossary.concept(id);
        let number = id.0 as usize;
        let to_terms = |ids: &[ConceptId]| -> Vec<Link> {
            ids.iter().filter_map(|other| self.term_link(*other, lang, from)).collect()
        };
        TermView {
            id: concept.id.clone(),
            wordings: self.site.languages.iter().map(|l| self.wording_view(id, l, lang)).collect(),
            pinyin: concept.reading.pinyin.clone(),
            kind: self.kind_link(concept.kind, form, from),
            definition: self.in_each_language(lang, |code| concept.definition.get(code)),
            members: self.member_views(concept, lang, from),
            has_unknown_members: concept.members == Members::Unknown,
            member_of: to_terms(&self.terms.member_of[number]),
            see: to_terms(&self.terms.see[number]),
            indicators: self.terms.indicators[number]
                .iter()
                .filter_map(|indicator| self.indicator_link(*indicator, lang, from))
                .collect(),
            place: concept.area.and_then(|area| self.area_link(area, lang, from)),
            source: self.note_run(lang, concept.source.get_or_any(self.language_code(lang))),
            concordance: self.concordance(id, lang, from),
        }
    }

    /// One run for each language that has words, the interface language first.
    fn in_each_language<'a>(
        &self,
        lang: LangId,
        words: impl Fn(&str) -> Option<&'a str>,
    ) -> Vec<Run> {
        let mut langs: Vec<LangId> = self.site.languages.iter().map(|l| l.id).collect();
        langs.sort_by_key(|other| *other != lang);
        let run = |lang: LangId| Some(self.term_base_words(lang, words(self.language_code(lang))?));
        langs.into_iter().filter_map(run).collect()
    }

    fn wording_view(&self, id: ConceptId, language: &Language, lang: LangId) -> WordingView {
        let wording = self.site.glossary.concept(id).wording(language.id);
        let of_language = |o: &&Occurrence| o.lang == language.id;
        let mut used: BTreeMap<String, (String, usize)> = BTreeMap::new();
        for occurrence in self.site.glossary.occurrences(id).iter().filter(of_language) {
            let words = self.occurrence_words(occurrence);
            let entry = used.entry(comparable(words)).or_insert_with(|| (words.to_owned(), 0));
            entry.1 += 1;
        }
        let count = used.values().map(|(_, times)| times).sum();
        let varies = used.len() > 1;
        let mut used: Vec<(String, usize)> = used.into_values().collect();
        used.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        WordingView {
            language: language.name.clone(),
            preferred: self.term_base_words(language.id, &wording.preferred),
            admitted: wording
                .admitted
                .iter()
                .map(|term| self.term_base_words(language.id, term))
                .collect(),
            avoided: wording
                .avoided
                .iter()
                .map(|avoided| AvoidedView {
                    form: self.term_base_words(language.id, &avoided.form),
                    why: self.note_run(lang, avoided.why.get_or_any(self.language_code(lang))),
                })
                .collect(),
            used: used
                .into_iter()
                .map(|(form, count)| UsedWording {
                    form: self.term_base_words(language.id, &form),
                    count,
                })
                .collect(),
            count,
            varies,
        }
    }

    fn member_views(&self, concept: &Concept, lang: LangId, from: &SitePath) -> Vec<MemberView> {
        let Members::Listed(members) = &concept.members else { return Vec::new() };
        let view = |member: &Member| match member {
            Member::Concept(id) => {
                let other = self.site.glossary.concept(*id);
                let names = self.in_each_language(lang, |code| {
                    let language = self.site.languages.find(code)?;
                    let name = other.wording(language.id).preferred.as_str();
                    Some(name).filter(|name| !name.is_empty())
                });
                let link = self.term_link(*id, lang, from);
                MemberView { href: link.map(|link| link.href).unwrap_or_default(), names }
            }
            Member::Words(words) => MemberView {
                href: String::new(),
                names: self.in_each_language(lang, |code| words.0.get(code).map(String::as_str)),
            },
        };
        members.iter().map(view).collect()
    }

    /// The name and address of a place, on a page of one language; nothing where it has no page.
    pub(in crate::publish::pages) fn area_link(
        &self,
        area: usize,
        lang: LangId,
        from: &SitePath,
    ) -> Option<Link> {
        let subject = &self.site.statistics.areas[area];
        let form = self.site.form_of(lang);
        Some(Link {
            id: subject.id.clone(),
            label: subject.name.get_or_any(self.language_code(lang)).to_owned(),
            href: self.href_to(RouteKind::PLACE, Matter::Place(area), form, from)?,
            count: 0,
        })
    }

    /// `term: three corridors. Jinhua’s three axes…`
    fn term_description(&self, id: ConceptId, lang: LangId) -> String {
        let concept = self.site.glossary.concept(id);
        let others = self.site.languages.iter().filter(|other| other.id != lang);
        let others: Vec<&str> = others
            .map(|other| concept.wording(other.id).preferred.as_str())
            .filter(|name| !name.is_empty())
            .collect();
        let values = [
            ("name", concept.name(lang)),
            ("other", &*others.join(", ")),
            ("definition", concept.definition.get(self.language_code(lang)).unwrap_or_default()),
        ];
        let key = if others.is_empty() { "description_term_alone" } else { "description_term" };
        self.interface_word(lang, key, &values).trim_end().to_owned()
    }
}

/// Words without what does not make them other words: capitals, a plural or possessive ending, the
/// shape of marks.
fn comparable(words: &str) -> String {
    let lower = words.to_lowercase().replace(['’', '\u{a0}'], "'").replace('–', "-");
    let stem = lower.strip_suffix("ies").map(|stem| format!("{stem}y"));
    stem.unwrap_or_else(|| lower.strip_suffix('s').unwrap_or(&lower).to_owned())
}
