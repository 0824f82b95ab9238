//! `data/glossary.jsonld`: the term base in the words of schema.org, for search engines and
//! programs that link data.

use serde_json::{Value, json};

use super::{DataExport, FileContent, absolute, pretty};
use crate::model::{
    Concept, ConceptId, DataFile, DataKind, LangMap, Matter, RouteKind, Script, Site,
};

pub(super) struct LinkedTerms;

impl DataExport for LinkedTerms {
    fn data_path(&self) -> &'static str {
        "data/glossary.jsonld"
    }

    fn is_made(&self, site: &Site) -> bool {
        site.has_terms()
    }

    fn make(&self, site: &Site, _before: &[DataFile]) -> FileContent {
        let rows = site.glossary.concepts.len();
        let tags: Vec<&str> = site.languages.iter().map(|language| &*language.tag).collect();
        let terms: Vec<Value> =
            site.glossary.iter().map(|(id, one)| defined_term(site, id, one)).collect();
        let mut set = json!({
            "@context": "https://schema.org",
            "@type": "DefinedTermSet",
            "name": tagged_words(site, &site.title),
            "inLanguage": tags,
        });
        if let Some(url) = page_address(site, RouteKind::GLOSSARY, Matter::Order(0)) {
            set["@id"] = json!(url);
            set["url"] = json!(url);
        }
        set["hasDefinedTerm"] = json!(terms);
        FileContent { what: DataKind::LinkedTerms, rows, columns: Vec::new(), bytes: pretty(&set) }
    }
}

fn defined_term(site: &Site, id: ConceptId, concept: &Concept) -> Value {
    let mut names = Vec::new();
    let mut others = Vec::new();
    for language in &site.languages {
        let in_it = |words: &str| json!({ "@language": language.tag, "@value": words });
        let wording = concept.wording(language.id);
        names.extend(Some(&wording.preferred).filter(|name| !name.is_empty()).map(|n| in_it(n)));
        others.extend(wording.admitted.iter().map(|name| in_it(name)));
        if language.script == Script::Han && !concept.reading.pinyin.is_empty() {
            others.push(json!({ "@language": "zh-Latn-pinyin", "@value": concept.reading.pinyin }));
        }
    }
    let mut term = json!({
        "@type": "DefinedTerm",
        "termCode": concept.id,
        "name": names,
    });
    if !others.is_empty() {
        term["alternateName"] = json!(others);
    }
    let definition = tagged_words(site, &concept.definition);
    if !definition.is_empty() {
        term["description"] = json!(definition);
    }
    if let Some(url) = page_address(site, RouteKind::TERM, Matter::Concept(id)) {
        term["@id"] = json!(url);
        term["url"] = json!(url);
    }
    term
}

/// Words with the tag of their language, or without one where they stand for every language.
fn tagged_words(site: &Site, map: &LangMap) -> Vec<Value> {
    let mut all: Vec<Value> = map.0.get("").into_iter().map(|words| json!(words)).collect();
    all.extend(site.languages.iter().filter_map(|language| {
        let words = map.0.get(&language.code).filter(|words| !words.is_empty())?;
        Some(json!({ "@language": language.tag, "@value": words }))
    }));
    all
}

/// The address of a page in the original language; nothing where the site does not know its own.
fn page_address(site: &Site, kind: RouteKind, matter: Matter) -> Option<String> {
    let base_url = site.base_url.as_ref()?;
    let original = site.languages.original().id;
    let form = site.forms.iter().find(|form| form.langs == [original])?;
    Some(absolute(base_url, site.routes.path(kind, matter, form)?))
}
