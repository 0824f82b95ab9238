//! One term.

use std::collections::BTreeMap;

use crate::model::{
    Concept, ConceptId, Form, LangId, Language, Member, Members, Occurrence, SitePath,
    StatisticsPage,
};
use crate::publish::pages::Renderer;
use crate::publish::pages::view::{
    AvoidedView, Link, MemberView, Run, TermView, UsedWording, WordingView,
};

impl Renderer<'_> {
    pub(super) fn term_view(&self, id: ConceptId, form: &Form, from: &SitePath) -> TermView {
        let lang = form.lang();
        let concept = self.site.glossary.concept(id);
        let number = id.0 as usize;
        let to_terms = |ids: &[ConceptId]| -> Vec<Link> {
            ids.iter().map(|other| self.term_link(*other, lang, from)).collect()
        };
        TermView {
            id: concept.id.clone(),
            wordings: self.site.languages.iter().map(|l| self.wording(id, l, lang)).collect(),
            pinyin: concept.reading.pinyin.clone(),
            kind: self.kind_link(concept.kind, form, from),
            definition: self.in_each_language(lang, |code| concept.definition.get(code)),
            members: self.members(concept, lang, from),
            has_unknown_members: concept.members == Members::Unknown,
            member_of: to_terms(&self.terms.member_of[number]),
            see: to_terms(&self.terms.see[number]),
            indicators: self.terms.indicators[number]
                .iter()
                .map(|indicator| self.indicator_link(*indicator, lang, from))
                .collect(),
            place: concept.area.map(|area| self.area_link(area, lang, from)),
            source: concept.source.get_or_any(self.code(lang)).to_owned(),
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
        let run = |lang: LangId| Some(self.words(lang, words(self.code(lang))?));
        langs.into_iter().filter_map(run).collect()
    }

    fn wording(&self, id: ConceptId, language: &Language, lang: LangId) -> WordingView {
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
            preferred: self.words(language.id, &wording.preferred),
            admitted: wording.admitted.iter().map(|term| self.words(language.id, term)).collect(),
            avoided: wording
                .avoided
                .iter()
                .map(|avoided| AvoidedView {
                    form: self.words(language.id, &avoided.form),
                    why: avoided.why.get_or_any(self.code(lang)).to_owned(),
                })
                .collect(),
            used: used
                .into_iter()
                .map(|(form, count)| UsedWording { form: self.words(language.id, &form), count })
                .collect(),
            count,
            varies,
        }
    }

    fn members(&self, concept: &Concept, lang: LangId, from: &SitePath) -> Vec<MemberView> {
        let Members::Listed(members) = &concept.members else { return Vec::new() };
        let view = |member: &Member| match member {
            Member::Concept(id) => {
                let other = self.site.glossary.concept(*id);
                let names = self.in_each_language(lang, |code| {
                    let language = self.site.languages.find(code)?;
                    let name = other.wording(language.id).preferred.as_str();
                    Some(name).filter(|name| !name.is_empty())
                });
                MemberView { href: self.term_link(*id, lang, from).href, names }
            }
            Member::Words(words) => MemberView {
                href: String::new(),
                names: self.in_each_language(lang, |code| words.0.get(code).map(String::as_str)),
            },
        };
        members.iter().map(view).collect()
    }

    /// The name and address of a place, on a page of one language.
    pub(in crate::publish::pages) fn area_link(
        &self,
        area: usize,
        lang: LangId,
        from: &SitePath,
    ) -> Link {
        let subject = &self.site.statistics.areas[area];
        let path = StatisticsPage::Place(area).path(self.site, self.site.form_of(lang));
        Link {
            id: subject.id.clone(),
            label: subject.name.get_or_any(self.code(lang)).to_owned(),
            href: path.href_from(from),
            count: 0,
        }
    }
}

/// Words without what does not make them other words: capitals, a plural or possessive ending, the
/// shape of marks.
fn comparable(words: &str) -> String {
    let lower = words.to_lowercase().replace(['’', '\u{a0}'], "'").replace('–', "-");
    let stem = lower.strip_suffix("ies").map(|stem| format!("{stem}y"));
    stem.unwrap_or_else(|| lower.strip_suffix('s').unwrap_or(&lower).to_owned())
}
