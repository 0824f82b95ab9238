//! All terms in one order.

use crate::model::{ConceptId, Form, GlossaryPage, LangId, Letter, SitePath, TermKind};
use crate::publish::pages::Renderer;
use crate::publish::pages::view::{GlossaryView, Link, TermGroup};

impl Renderer<'_> {
    pub(super) fn list_view(
        &self,
        page: GlossaryPage,
        form: &Form,
        from: &SitePath,
    ) -> GlossaryView {
        let lang = form.lang();
        let (order, order_tag, groups) = match page {
            GlossaryPage::Index(by) => {
                let language = self.site.languages.get(by);
                let groups = self.by_letter(by, lang, from);
                (language.code.clone(), language.tag.clone(), groups)
            }
            _ => ("kind".to_owned(), String::new(), self.by_kind(lang, from)),
        };
        GlossaryView {
            orders: self.orders(page, form, from),
            letters: letters(page, &groups),
            total: self.site.glossary.concepts.len(),
            order,
            order_tag,
            groups,
        }
    }

    /// What an order of the glossary is called.
    pub(super) fn order_name(&self, page: GlossaryPage, lang: LangId) -> String {
        match page {
            GlossaryPage::Index(by) => {
                let code = &self.site.languages.get(by).code;
                let own = self.word(lang, &format!("glossary_by_{code}"), &[]);
                if own.is_empty() { self.site.languages.get(by).name.clone() } else { own }
            }
            _ => self.word(lang, "glossary_by_kind", &[]),
        }
    }

    fn orders(&self, page: GlossaryPage, form: &Form, from: &SitePath) -> Vec<Link> {
        let languages = self.site.languages.iter().map(|l| GlossaryPage::Index(l.id));
        let orders = languages.chain([GlossaryPage::Kinds]);
        orders
            .map(|order| {
                let path = order.path(self.site, form);
                Link {
                    id: path.as_str().rsplit('/').next().unwrap_or_default().to_owned(),
                    label: self.order_name(order, form.lang()),
                    href: if order == page { String::new() } else { path.href_from(from) },
                    count: 0,
                }
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
                title: self.word(lang, &format!("term_kind_{key}"), &[]),
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
        let list = GlossaryPage::Kinds.path(self.site, form);
        Link {
            id: kind.key().to_owned(),
            label: self.word(form.lang(), &format!("term_kind_{}", kind.key()), &[]),
            href: format!("{}#{}", list.href_from(from), kind_id(kind)),
            count: 0,
        }
    }
}

/// The bar of letters, or of kinds.
fn letters(page: GlossaryPage, groups: &[TermGroup]) -> Vec<Link> {
    let link = |group: &TermGroup| Link {
        id: group.id.clone(),
        label: group.title.clone(),
        href: format!("#{}", group.id),
        count: group.entries.len(),
    };
    if page == GlossaryPage::Kinds {
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
