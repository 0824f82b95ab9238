//! All terms in one order.

use crate::model::{
    ConceptId, Form, LangId, Letter, Matter, Route, RouteKind, Site, SitePath, TermKind,
};
use crate::publish::pages::Renderer;
use crate::publish::pages::kind::{Bar, Blank, PageKind, PagePlace};
use crate::publish::pages::view::{GlossaryView, Link, PageView, TermGroup};
use crate::resolve::RouteSource;
use crate::source::{Message, message};

/// The page kind `glossary`: all terms in the order of each language, and by kind.
pub(in crate::publish::pages) struct TermList;

impl RouteSource for TermList {
    fn routes(&self, site: &Site, _before: &[Route]) -> Vec<Route> {
        if site.glossary.concepts.is_empty() {
            return Vec::new();
        }
        // The list in a language's own order, `index.html`, answers that of the other languages.
        let order = |after: usize| {
            let path = |form: &Form| {
                let file = match after {
                    0 => "index".to_owned(),
                    _ => format!("by-{}", site.languages.get(ordered_by(site, form, after)).code),
                };
                (!form.is_parallel()).then(|| format!("{}/glossary/{file}.html", form.folder))
            };
            Route::in_forms(self.kind(), Matter::Order(after), &site.forms, path)
        };
        let by_kind =
            Route::in_languages(self.kind(), Matter::Site, &site.forms, "glossary/by-kind");
        (0..site.languages.len()).map(order).chain([by_kind]).collect()
    }

    fn called(&self) -> Message {
        message!("route-glossary")
    }
}

/// The language in whose order a list stands: so many places after that of the page.
fn ordered_by(site: &Site, form: &Form, after: usize) -> LangId {
    let place = (form.lang().index() + after) % site.languages.len();
    LangId(u8::try_from(place).unwrap_or_default())
}

impl PageKind for TermList {
    fn kind(&self) -> RouteKind {
        RouteKind::GLOSSARY
    }

    fn keys(&self) -> &'static [(&'static str, Blank)] {
        &[("glossary", Blank::Null)]
    }

    fn bar(&self) -> Bar {
        Bar::Entry("nav_glossary")
    }

    fn view(&self, renderer: &Renderer, place: &PagePlace) -> PageView {
        let PagePlace { form, path, .. } = *place;
        let lang = form.lang();
        let name = match place.route.matter {
            Matter::Order(0) => renderer.interface_word(lang, "glossary_title", &[]),
            order => renderer.order_name(order, form),
        };
        let mut view = renderer.glossary_frame(place, &name);
        let list = renderer.list_view(place.route.matter, form, path);
        let total = list.total.to_string();
        let values = [("count", &*total), ("site", &*renderer.site_title(lang))];
        let is_alone = renderer.site.languages.len() == 1;
        let key = if is_alone { "description_glossary_alone" } else { "description_glossary" };
        view.description = renderer.interface_word(lang, key, &values);
        view.body.set("glossary", &list);
        view.json_ld = renderer.glossary_json_ld(None, form, path, &view);
        view
    }
}

impl Renderer<'_> {
    fn list_view(&self, order: Matter, form: &Form, from: &SitePath) -> GlossaryView {
        let lang = form.lang();
        let (name, order_tag, groups) = match order {
            Matter::Order(after) => {
                let language = self.site.languages.get(ordered_by(self.site, form, after));
                let groups = self.by_letter(language.id, lang, from);
                (language.code.clone(), language.tag.clone(), groups)
            }
            _ => ("kind".to_owned(), String::new(), self.by_kind(lang, from)),
        };
        GlossaryView {
            orders: self.orders(order, form, from),
            letters: letter_bar(order, &groups),
            total: self.site.glossary.concepts.len(),
            order: name,
            order_tag,
            groups,
        }
    }

    /// What an order of the glossary is called.
    fn order_name(&self, order: Matter, form: &Form) -> String {
        let lang = form.lang();
        match order {
            Matter::Order(after) => {
                let by = self.site.languages.get(ordered_by(self.site, form, after));
                let own = self.interface_word(lang, &format!("glossary_by_{}", by.code), &[]);
                if own.is_empty() { by.name.clone() } else { own }
            }
            _ => self.interface_word(lang, "glossary_by_kind", &[]),
        }
    }

    /// The orders in which the terms are listed: by each language of the site, then by kind.
    fn orders(&self, current: Matter, form: &Form, from: &SitePath) -> Vec<Link> {
        let count = self.site.languages.len();
        let after = |language: usize| (language + count - form.lang().index()) % count;
        let languages = (0..count).map(|language| Matter::Order(after(language)));
        languages
            .chain([Matter::Site])
            .filter_map(|order| {
                let path = self.site.routes.path(RouteKind::GLOSSARY, order, form)?;
                Some(Link {
                    id: path.as_str().rsplit('/').next().unwrap_or_default().to_owned(),
                    label: self.order_name(order, form),
                    href: if order == current { String::new() } else { path.href_from(from) },
                    count: 0,
                })
            })
            .collect()
    }

    fn by_letter(&self, by: LangId, lang: LangId, from: &SitePath) -> Vec<TermGroup> {
        let group = |letter: &Letter| TermGroup {
            id: letter_id(letter.letter),
            title: letter.letter.to_string(),
            entries: letter
                .concepts
                .iter()
                .map(|id| self.term_entry(*id, &[by], &[lang], from))
                .collect(),
        };
        self.site.glossary.orders[by.index()].iter().map(group).collect()
    }

    fn by_kind(&self, lang: LangId, from: &SitePath) -> Vec<TermGroup> {
        let mut groups = Vec::new();
        for (key, kind) in TermKind::ALL {
            let glossary = &self.site.glossary;
            let of_kind = glossary.iter().filter(|(_, concept)| concept.kind == kind);
            let mut concepts: Vec<ConceptId> = of_kind.map(|(id, _)| id).collect();
            concepts.sort_by_key(|id| self.terms.ranks[lang.index()][id.0 as usize]);
            if concepts.is_empty() {
                continue;
            }
            groups.push(TermGroup {
                id: kind_id(kind),
                title: self.interface_word(lang, &format!("term_kind_{key}"), &[]),
                entries: concepts
                    .into_iter()
                    .map(|id| self.term_entry(id, &[lang], &[lang], from))
                    .collect(),
            });
        }
        groups
    }

    /// A kind, and where all terms of it are listed.
    pub(super) fn kind_link(&self, kind: TermKind, form: &Form, from: &SitePath) -> Link {
        let list = self.href_to(RouteKind::GLOSSARY, Matter::Site, form, from);
        Link {
            id: kind.key().to_owned(),
            label: self.interface_word(form.lang(), &format!("term_kind_{}", kind.key()), &[]),
            href: format!("{}#{}", list.unwrap_or_default(), kind_id(kind)),
            count: 0,
        }
    }
}

/// The bar of letters, or of kinds.
fn letter_bar(order: Matter, groups: &[TermGroup]) -> Vec<Link> {
    let link = |group: &TermGroup| Link {
        id: group.id.clone(),
        label: group.title.clone(),
        href: format!("#{}", group.id),
        count: group.entries.len(),
    };
    if order == Matter::Site {
        return groups.iter().map(link).collect();
    }
    let letter = |letter: char| {
        let id = letter_id(letter);
        groups.iter().find(|group| group.id == id).map_or_else(
            || Link { id, label: letter.to_string(), href: String::new(), count: 0 },
            link,
        )
    };
    ('A'..='Z').chain(['#']).map(letter).collect()
}

fn letter_id(letter: char) -> String {
    if letter.is_ascii_alphabetic() {
        format!("letter-{}", letter.to_ascii_lowercase())
    } else {
        "letter-other".to_owned()
    }
}

fn kind_id(kind: TermKind) -> String {
    format!("kind-{}", kind.key())
}
