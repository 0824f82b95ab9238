//! `data/glossary.tbx`: the term base as TBX-Basic of 2019 (ISO 30042:2019, in DCA style), and what
//! this form and the older one share.
//!
//! TBX-Basic has no category for longer words that only hold a term, for what a slogan counts, for
//! places and for the policy of links, so those are not there. Which part of speech a term is,
//! nobody says in the term base, so it is not guessed. Levels and values are those of the modules
//! Min and Basic.

use super::{DataExport, FileContent, absolute};
use crate::exchange::formats::tbx::{self, TbxForm};
use crate::exchange::formats::xml::Writer;
use crate::model::{
    Concept, ConceptId, DataFile, DataKind, LangMap, Language, Matter, RouteKind, Script, Site,
    Wording,
};

pub(super) struct TermBase;

impl DataExport for TermBase {
    fn data_path(&self) -> &'static str {
        "data/glossary.tbx"
    }

    fn is_made(&self, site: &Site) -> bool {
        site.has_terms()
    }

    fn make(&self, site: &Site, _before: &[DataFile]) -> FileContent {
        made(site, DataKind::TermBase, tbx::CURRENT)
    }
}

/// The tag of words whose language nobody says (BCP 47).
const UNDETERMINED: &str = "und";

/// The term base in a form.
pub(super) fn made(site: &Site, what: DataKind, form: TbxForm) -> FileContent {
    let rows = site.glossary.concepts.len();
    let mut file = File { site, form, xml: Writer::new() };
    let original = tag(site.languages.original());
    let mut attributes = vec![("type", "TBX-Basic")];
    if form == tbx::CURRENT {
        attributes.push(("style", "dca"));
    }
    attributes.push(("xml:lang", original));
    if form == tbx::CURRENT {
        attributes.push(("xmlns", tbx::NAMESPACE));
    }
    file.xml.open(form.root, &attributes);
    file.header();
    file.xml.open("text", &[]);
    file.xml.open("body", &[]);
    for (id, concept) in site.glossary.iter() {
        file.write_concept(id, concept);
    }
    FileContent { what, rows, columns: Vec::new(), bytes: file.xml.finish_document() }
}

struct File<'a> {
    site: &'a Site,
    form: TbxForm,
    xml: Writer,
}

impl File<'_> {
    fn header(&mut self) {
        let original = self.site.languages.original();
        let title = self.site.title.get_or_any(&original.code);
        self.xml.open(self.form.header, &[]);
        self.xml.open("fileDesc", &[]);
        self.xml.open("titleStmt", &[]);
        self.xml.text_element("title", &[], title);
        self.xml.close_element();
        self.xml.open("sourceDesc", &[]);
        let from = self.site.base_url.as_deref().unwrap_or(title);
        self.xml.text_element(
            "p",
            &[("xml:lang", "en")],
            &format!("The terms of the reports of {from}"),
        );
        self.xml.close_element();
        self.xml.close_element();
        if self.form == tbx::OLDER {
            // The older form names the file that lists its data categories.
            self.xml.open("encodingDesc", &[]);
            self.xml.text_element("p", &[("type", "XCSURI")], "TBXBasicXCSV02.xcs");
            self.xml.close_element();
        }
        self.xml.close_element();
    }

    fn write_concept(&mut self, id: ConceptId, concept: &Concept) {
        // Ids begin with a letter, as XML wants them.
        self.xml.open(self.form.concept, &[("id", &concept.id)]);
        self.xml.text_element("descrip", &[("type", tbx::SUBJECT_FIELD)], concept.kind.key());
        let silent = |code: &str| {
            let language = self.site.languages.find(code);
            language.is_none_or(|language| terms_in_order(concept.wording(language.id)).is_empty())
        };
        // In a language without a term, a definition has no other place.
        let definitions: Vec<_> =
            concept.definition.0.iter().filter(|(code, _)| silent(code)).collect();
        for (code, definition) in definitions {
            self.write_descrip("descrip", tbx::DEFINITION, code, definition);
        }
        for (code, source) in &concept.source.0 {
            self.write_descrip("admin", tbx::SOURCE, code, source);
        }
        for see in &concept.see {
            let other = self.site.glossary.concept(*see);
            let attributes = [("type", tbx::CROSS_REFERENCE), ("target", other.id.as_str())];
            self.xml.text_element("ref", &attributes, &other.wordings[0].preferred);
        }
        for language in &self.site.languages {
            self.write_language(id, concept, language);
        }
        self.xml.close_element();
    }

    fn write_descrip(&mut self, element: &'static str, kind: &str, code: &str, words: &str) {
        let language = self.site.languages.find(code);
        let attributes = [("type", kind), ("xml:lang", language.map_or(UNDETERMINED, tag))];
        self.xml.text_element(element, &attributes, words);
    }

    fn write_language(&mut self, id: ConceptId, concept: &Concept, language: &Language) {
        let wording = concept.wording(language.id);
        let terms = terms_in_order(wording);
        if terms.is_empty() {
            return;
        }
        self.xml.open(self.form.language, &[("xml:lang", tag(language))]);
        if let Some(definition) = concept.definition.0.get(&language.code) {
            self.xml.text_element("descrip", &[("type", tbx::DEFINITION)], definition);
        }
        let page = self.site.forms.iter().find(|form| form.langs == [language.id]);
        let path =
            page.and_then(|form| self.site.routes.path(RouteKind::TERM, Matter::Concept(id), form));
        if let (Some(base_url), Some(path)) = (&self.site.base_url, path) {
            let attributes = [("type", tbx::EXTERNAL), ("target", &*absolute(base_url, path))];
            self.xml.text_element("xref", &attributes, concept.name(language.id));
        }
        for (number, term) in terms.iter().enumerate() {
            let pinyin = Some(&concept.reading.pinyin).filter(|pinyin| {
                number == 0 && language.script == Script::Han && !pinyin.is_empty()
            });
            self.write_term(term, pinyin.map(String::as_str));
        }
        self.xml.close_element();
    }

    fn write_term(&mut self, term: &Term, pinyin: Option<&str>) {
        self.xml.open(self.form.term, &[]);
        self.xml.text_element("term", &[], term.words);
        self.xml.text_element("termNote", &[("type", tbx::STATUS)], term.status);
        if term.is_variant {
            self.xml.text_element("termNote", &[("type", tbx::TERM_TYPE)], tbx::VARIANT);
        }
        if let Some(pinyin) = pinyin {
            self.xml.text_element("note", &[], &format!("{}{pinyin}", tbx::PINYIN));
        }
        for (code, why) in term.why.iter().flat_map(|why| &why.0) {
            let language = self.site.languages.find(code);
            self.xml.text_element("note", &[("xml:lang", language.map_or(UNDETERMINED, tag))], why);
        }
        self.xml.close_element();
    }
}

/// A term as TBX has it.
struct Term<'a> {
    words: &'a str,
    status: &'static str,
    is_variant: bool,
    why: Option<&'a LangMap>,
}

/// The terms of a language, the preferred one first: tools take the first one.
fn terms_in_order(wording: &Wording) -> Vec<Term<'_>> {
    let term = |words, status, is_variant| Term { words, status, is_variant, why: None };
    let preferred = Some(wording.preferred.as_str()).filter(|words| !words.is_empty());
    let mut terms: Vec<Term> = preferred
        .into_iter()
        .map(|words| term(words, tbx::PREFERRED, false))
        .chain(wording.admitted.iter().map(|words| term(words, tbx::ADMITTED, false)))
        .chain(wording.variants.iter().map(|words| term(words, tbx::ADMITTED, true)))
        .collect();
    terms.extend(wording.avoided.iter().map(|avoided| Term {
        words: &avoided.form,
        status: tbx::DEPRECATED,
        is_variant: false,
        why: Some(&avoided.why),
    }));
    terms
}

/// The tag of a language. Tools find `zh` where they look for Chinese, but not `zh-Hans`, so the
/// code is taken where the tag only says more of the same.
fn tag(language: &Language) -> &str {
    let rest = language.tag.strip_prefix(language.code.as_str());
    if rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-')) {
        &language.code
    } else {
        &language.tag
    }
}
