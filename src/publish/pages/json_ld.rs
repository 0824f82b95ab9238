//! JSON-LD for search engines, where a schema.org type fits.

use serde_json::{Value, json};

use super::Renderer;
use super::view::PageView;
use crate::model::{
    ConceptId, DocumentKind, EventKind, Form, Matter, Page, PageRole, Report, RouteKind, SitePath,
};

/// What is known of a page, safe inside a `<script>`; empty if that is nothing.
fn json_ld_document(graph: &[Value]) -> String {
    if graph.is_empty() {
        return String::new();
    }
    let document = json!({ "@context": "https://schema.org", "@graph": graph });
    // `<` would end the script; in JSON it may as well be written as an escape.
    document.to_string().replace('<', "\\u003c")
}

/// The type of schema.org for a kind of document.
fn schema_type(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Law | DocumentKind::Treaty => "Legislation",
        DocumentKind::Other => "DigitalDocument",
        _ => "Report",
    }
}

impl Renderer<'_> {
    /// The JSON-LD of a page; empty where no type fits.
    pub(super) fn json_ld(
        &self,
        page: &Page,
        report: Option<&Report>,
        form: &Form,
        path: &SitePath,
        view: &PageView,
    ) -> String {
        let mut graph = Vec::new();
        if let Some(report) = report {
            graph.push(self.report_ld(report, page, form, path));
        }
        // A list item needs an address that holds outside this page.
        if view.breadcrumbs.len() > 1 && self.site.base_url.is_some() {
            graph.push(self.breadcrumb_ld(path, view));
        }
        json_ld_document(&graph)
    }

    /// The JSON-LD of a page made of the term base: the set of its terms, or one of them.
    pub(super) fn glossary_json_ld(
        &self,
        term: Option<ConceptId>,
        form: &Form,
        path: &SitePath,
        view: &PageView,
    ) -> String {
        let set_path = self.site.routes.path(RouteKind::GLOSSARY, Matter::Order(0), form);
        let address = |to: &SitePath| self.absolute(to).unwrap_or_else(|| to.href_from(path));
        let set = set_path.map(address).unwrap_or_default();
        let title = self.interface_word(form.lang(), "glossary_title", &[]);
        let mut graph = vec![match term {
            Some(id) => self.term_ld(id, form, path, &set),
            None => json!({
                "@type": "DefinedTermSet",
                "@id": set,
                "name": title,
                "description": view.description,
                "inLanguage": self.site.languages.iter().map(|l| &l.tag).collect::<Vec<_>>(),
            }),
        }];
        if view.breadcrumbs.len() > 1 && self.site.base_url.is_some() {
            graph.push(self.breadcrumb_ld(path, view));
        }
        json_ld_document(&graph)
    }

    fn term_ld(&self, id: ConceptId, form: &Form, path: &SitePath, set: &str) -> Value {
        let concept = self.site.glossary.concept(id);
        let lang = form.lang();
        let others = self.site.languages.iter().flat_map(|language| {
            concept.wording(language.id).renderings().filter(|name| *name != concept.name(lang))
        });
        let mut term = json!({
            "@type": "DefinedTerm",
            "name": concept.name(lang),
            "termCode": concept.id,
            "alternateName": others.collect::<Vec<_>>(),
            "inDefinedTermSet": set,
        });
        let code = &self.site.languages.get(lang).code;
        if let Some(definition) = concept.definition.get(code) {
            term["description"] = json!(definition);
        }
        if let Some(url) = self.absolute(path) {
            term["url"] = json!(url);
        }
        term
    }

    /// The JSON-LD of the page that offers the data files.
    pub(super) fn data_json_ld(
        &self,
        form: &Form,
        path: &SitePath,
        title: &str,
        view: &PageView,
    ) -> String {
        let files: Vec<Value> = self
            .data
            .iter()
            .map(|file| {
                json!({
                    "@type": "DataDownload",
                    "name": file.name(),
                    "encodingFormat": file.what.media_type(),
                    "contentSize": format!("{} B", file.bytes),
                    "contentUrl": self.absolute(&file.path).unwrap_or_else(|| file.path.href_from(path)),
                    "sha256": file.sha256,
                })
            })
            .collect();
        let code = &self.site.languages.get(form.lang()).code;
        let indicators = self.site.statistics.indicators.iter();
        let mut dataset = json!({
            "@type": "Dataset",
            "name": title,
            "description": view.description,
            "inLanguage": self.site.languages.iter().map(|language| &language.tag).collect::<Vec<_>>(),
            "isAccessibleForFree": true,
            "variableMeasured": indicators.map(|one| one.name.get_or_any(code)).collect::<Vec<_>>(),
            "distribution": files,
        });
        if let Some(url) = self.absolute(path) {
            dataset["url"] = json!(url);
        }
        let mut graph = vec![dataset];
        if view.breadcrumbs.len() > 1 && self.site.base_url.is_some() {
            graph.push(self.breadcrumb_ld(path, view));
        }
        json_ld_document(&graph)
    }

    fn report_ld(&self, report: &Report, page: &Page, form: &Form, path: &SitePath) -> Value {
        let lang = form.lang();
        let meta = report.meta(lang);
        let cover = self.site.page(report.cover);
        let mut whole = json!({
            "@type": schema_type(meta.kind),
            "name": self.page_title(cover, lang),
            "datePublished": meta.day().iso(),
            "inLanguage": form.langs.iter().map(|lang| &self.site.languages.get(*lang).tag).collect::<Vec<_>>(),
        });
        if !meta.issuer.is_empty() {
            let is_public = meta.kind != DocumentKind::Other;
            let of_type = if is_public { "GovernmentOrganization" } else { "Organization" };
            whole["author"] = json!({ "@type": of_type, "name": meta.issuer });
        }
        if schema_type(meta.kind) == "Legislation" {
            let adopted = meta.day_of(EventKind::Adopted).or(meta.day_of(EventKind::Promulgated));
            let as_at = meta.day_of(EventKind::AsAt);
            for (key, day) in [("legislationDate", adopted), ("legislationDateVersion", as_at)] {
                if let Some(day) = day {
                    whole[key] = json!(day.iso());
                }
            }
        }
        let address = |path: &SitePath| self.absolute(path);
        if page.role != PageRole::Part {
            if let Some(url) = address(path) {
                whole["url"] = json!(url);
            }
            return whole;
        }
        if let Some(url) = self.site.routes.page_path(cover, form).and_then(address) {
            whole["url"] = json!(url);
        }
        let mut part = json!({
            "@type": "CreativeWork",
            "name": self.page_title(page, lang),
            "position": report.place(page.id),
            "isPartOf": whole,
        });
        if let Some(url) = address(path) {
            part["url"] = json!(url);
        }
        part
    }

    fn breadcrumb_ld(&self, path: &SitePath, view: &PageView) -> Value {
        let items: Vec<Value> = view
            .breadcrumbs
            .iter()
            .enumerate()
            .map(|(number, crumb)| {
                let mut item =
                    json!({ "@type": "ListItem", "position": number + 1, "name": crumb.label });
                if let Some(url) = crumb.href.as_ref().and_then(|href| self.absolute_of(path, href))
                {
                    item["item"] = json!(url);
                }
                item
            })
            .collect();
        json!({ "@type": "BreadcrumbList", "itemListElement": items })
    }

    /// The absolute address of a relative one, seen from a page.
    fn absolute_of(&self, from: &SitePath, href: &str) -> Option<String> {
        let base = self.site.base_url.as_ref()?;
        let encoded = from.encoded();
        let mut at: Vec<&str> = encoded.split('/').collect();
        at.pop();
        for step in href.split('/') {
            if step == ".." {
                at.pop();
            } else {
                at.push(step);
            }
        }
        let path = at.join("/");
        Some(format!("{base}{}", path.strip_suffix("index.html").unwrap_or(&path)))
    }
}
