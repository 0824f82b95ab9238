//! What every page has around its text: names, addresses, navigation.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use super::kind::{Bar, Blank, PagePlace};
use super::view::{
    Alternate, AssetsView, Body, Crumb, CrumbLink, FormLink, FormView, LangView, NavLink, NavView,
    PageView, Run, SharedView,
};
use super::{Common, PAGE_KINDS, PageHtml, Renderer, css_path, js_path, on_use_path};
use crate::model::{
    Form, Free, LangId, Language, Matter, Page, PageRole, Report, RouteKind, Script, Site,
    SitePath, ThemeFiles,
};
use crate::publish::html::{Words, plain_run};
use crate::publish::typeset::TextKind;

/// What every template knows of the site.
#[derive(Serialize)]
struct SiteView {
    title: BTreeMap<String, String>,
    description: BTreeMap<String, String>,
    base_url: Option<String>,
    languages: Vec<LangView>,
    /// Whether a text stands in several languages.
    is_multilingual: bool,
    /// Whether one of them is Chinese: what serves Chinese alone is shown only then.
    has_chinese: bool,
    generator: String,
}

/// Whether one of the languages of a site is written in Chinese characters.
pub(super) fn has_chinese(site: &Site) -> bool {
    site.languages.iter().any(|language| language.script == Script::Han)
}

impl Common {
    pub(super) fn new(site: &Site, theme: &ThemeFiles, version: &str) -> Self {
        let per_language = |map: &crate::model::LangMap| {
            site.languages
                .iter()
                .map(|language| (language.code.clone(), map.get_or_any(&language.code).to_owned()))
                .collect::<BTreeMap<_, _>>()
        };
        let view = SiteView {
            title: per_language(&site.title),
            description: per_language(&site.description),
            base_url: site.base_url.clone(),
            languages: site.languages.iter().map(lang_view).collect(),
            is_multilingual: site.languages.len() > 1,
            has_chinese: has_chinese(site),
            generator: format!("duizhao {version}"),
        };
        let dictionaries: Vec<BTreeMap<String, String>> = site
            .languages
            .iter()
            .map(|language| theme.strings.get(&language.code).cloned().unwrap_or_default())
            .collect();
        let strings: Vec<Value> = dictionaries.iter().map(Value::from_serializable).collect();
        let by_code: BTreeMap<&str, &Value> = site
            .languages
            .iter()
            .map(|language| (language.code.as_str(), &strings[language.id.index()]))
            .collect();
        Self {
            site: Value::from_serializable(&view),
            extra: site
                .extra
                .iter()
                .map(|(key, value)| (key.clone(), template_value(value)))
                .collect(),
            strings_by_code: Value::from_serializable(&by_code),
            words: dictionaries.iter().map(theme_words).collect(),
            strings,
            dictionaries,
            css: css_path(theme),
            js: js_path(theme),
            on_use: theme
                .on_use
                .iter()
                .map(|(name, text)| (name.clone(), on_use_path(name, text)))
                .collect(),
            body: Body::blank(PAGE_KINDS.iter().flat_map(|kind| kind.keys()).map(blank)),
        }
    }
}

fn blank((key, what): &(&'static str, Blank)) -> (&'static str, Value) {
    let value = match what {
        Blank::Null => Value::from_serializable(&()),
        Blank::List => Value::from_serializable(&Vec::<u8>::new()),
    };
    (*key, value)
}

fn theme_words(dictionary: &BTreeMap<String, String>) -> Words {
    let word = |key: &str| dictionary.get(key).cloned().unwrap_or_default();
    Words {
        folio: word("folio"),
        folio_mark: word("folio_mark"),
        table_region: word("table_region"),
        code_region: word("code_region"),
        alerts: ["note", "tip", "important", "warning", "caution"]
            .map(|kind| word(&format!("alert_{kind}"))),
        footnote_back: word("footnote_back"),
    }
}

fn template_value(value: &Free) -> Value {
    match value {
        Free::Bool(value) => Value::from_serializable(value),
        Free::Integer(value) => Value::from_serializable(value),
        Free::Text(value) => Value::from_serializable(value),
        Free::List(values) => {
            Value::from_serializable(&values.iter().map(template_value).collect::<Vec<_>>())
        }
        Free::Map(values) => {
            let map: BTreeMap<_, _> =
                values.iter().map(|(key, value)| (key, template_value(value))).collect();
            Value::from_serializable(&map)
        }
    }
}

pub(super) fn lang_view(language: &Language) -> LangView {
    LangView {
        code: language.code.clone(),
        tag: language.tag.clone(),
        name: language.name.clone(),
        dir: language.dir(),
        is_original: language.id == LangId::ORIGINAL,
    }
}

/// The anchor of a page on the page that holds the whole report.
pub(super) fn page_id(page: &Page) -> String {
    format!("s{}", page_number(page))
}

/// `1`, `1.2`; empty for a page without a number.
pub(super) fn page_number(page: &Page) -> String {
    page.number.iter().map(ToString::to_string).collect::<Vec<_>>().join(".")
}

impl Renderer<'_> {
    /// A run of interface or metadata text.
    pub(super) fn text_run(&self, lang: LangId, text: &str) -> Run {
        let language = self.site.languages.get(lang);
        let html = plain_run(text, language.script, TextKind::Heading);
        Run::in_language(language, Value::safe_string(&html), text.to_owned())
    }

    /// A sentence about the text, in the language of the page: words of another script in it have
    /// their own language.
    pub(super) fn note_run(&self, lang: LangId, text: &str) -> Run {
        let language = self.site.languages.get(lang);
        let html = plain_run(text, language.script, TextKind::Body);
        Run::in_language(language, Value::safe_string(&html), text.to_owned())
    }

    /// One run for each language of the form.
    pub(super) fn runs(&self, form: &Form, text: impl Fn(LangId) -> String) -> Vec<Run> {
        form.langs.iter().map(|lang| self.text_run(*lang, &text(*lang))).collect()
    }

    /// One run for each language of a form in which something is said; where none of them says it,
    /// what the original says.
    pub(super) fn runs_where_said(
        &self,
        form: &Form,
        said: impl Fn(LangId) -> Option<String>,
    ) -> Vec<Run> {
        let run = |lang: LangId| Some(self.text_run(lang, &said(lang)?));
        let runs: Vec<Run> = form.langs.iter().filter_map(|lang| run(*lang)).collect();
        if runs.is_empty() { run(LangId::ORIGINAL).into_iter().collect() } else { runs }
    }

    /// The title of a page in each language of a form that has the page.
    pub(super) fn page_titles(&self, page: &Page, form: &Form) -> Vec<Run> {
        self.runs_where_said(form, |lang| page.side(lang).map(|_| self.page_title(page, lang)))
    }

    /// The title of a page in a language, or as the original has it.
    pub(super) fn page_title_run(&self, page: &Page, lang: LangId) -> Run {
        let own = if page.side(lang).is_some() { lang } else { LangId::ORIGINAL };
        self.text_run(own, &self.page_title(page, lang))
    }

    /// The name of the site.
    pub(super) fn site_title(&self, lang: LangId) -> String {
        let code = &self.site.languages.get(lang).code;
        let title = self.site.title.get_or_any(code);
        if title.is_empty() {
            self.interface_word(lang, "site_name", &[])
        } else {
            title.to_owned()
        }
    }

    /// The title of a page; pages nobody wrote are named by the theme or the site.
    pub(super) fn page_title(&self, page: &Page, lang: LangId) -> String {
        let side = page.side(lang).unwrap_or_else(|| page.original());
        let title = &side.document.text(side.document.title).plain;
        match page.role {
            _ if !title.is_empty() => title.to_string(),
            PageRole::About => self.interface_word(lang, "about_title", &[]),
            _ => self.site_title(lang),
        }
    }

    /// The title as it is set, one run for each language of the form.
    pub(super) fn title_runs(&self, page: &Page, form: &Form, html: &PageHtml) -> Vec<Run> {
        let runs: Vec<Run> = form
            .langs
            .iter()
            .filter_map(|lang| match &html[lang.index()] {
                Some(side) if !side.title.text.is_empty() => Some(side.title.clone()),
                _ => page.side(*lang).map(|_| self.text_run(*lang, &self.page_title(page, *lang))),
            })
            .collect();
        if runs.is_empty() { self.page_titles(page, form) } else { runs }
    }

    /// A view with everything around the text; the text is left empty.
    pub(super) fn frame(&self, place: &PagePlace) -> PageView {
        let PagePlace { route, form, path, .. } = *place;
        let lang = form.lang();
        let forms: Vec<(&Form, &SitePath)> = route.forms(&self.site.forms).collect();
        let feed = self.site.routes.find(RouteKind::FEED, Matter::Site);
        let single = self.site.form_of(lang);
        let search = self.href_to(RouteKind::SEARCH, Matter::Site, single, path);
        PageView {
            kind: route.kind.0,
            lang: lang_view(self.site.languages.get(lang)),
            form: self.form_view(form),
            root: path.to_root(),
            title: String::new(),
            title_runs: Vec::new(),
            description: String::new(),
            canonical: self.absolute(path),
            alternates: self.alternates(path, &forms),
            feed: feed.and_then(|feed| self.absolute(feed.all_paths().next()?)),
            json_ld: String::new(),
            assets: self.assets_view(path),
            site: self.shared.site.clone(),
            t: self.shared.strings[lang.index()].clone(),
            strings: self.shared.strings_by_code.clone(),
            nav: self.nav(route.kind, single, path),
            navs: form.langs.iter().map(|lang| self.nav_view(route.kind, *lang, path)).collect(),
            forms: if forms.len() > 1 { self.form_links(form, path, &forms) } else { Vec::new() },
            breadcrumbs: Vec::new(),
            report: None,
            contents: Vec::new(),
            sections: SharedView::new(&Vec::new()),
            footnotes: Vec::new(),
            previous: None,
            next: None,
            citations: SharedView::new(&Vec::new()),
            terms: Vec::new(),
            definitions_href: String::new(),
            search_href: search.unwrap_or_default(),
            reports: Vec::new(),
            extra: self.shared.extra.clone(),
            body: self.shared.body.clone(),
        }
    }

    fn assets_view(&self, path: &SitePath) -> AssetsView {
        let on_use = self.shared.on_use.iter();
        AssetsView {
            css: self.shared.css.href_from(path),
            js: self.shared.js.href_from(path),
            on_use: on_use.map(|(name, script)| (name.clone(), script.href_from(path))).collect(),
        }
    }

    /// The address of a thing in a form, seen from a page; nothing where the site does not publish
    /// it in that form, so that no link is made to what is not there.
    pub(super) fn href_to(
        &self,
        kind: RouteKind,
        matter: Matter,
        form: &Form,
        from: &SitePath,
    ) -> Option<String> {
        Some(self.site.routes.path(kind, matter, form)?.href_from(from))
    }

    /// The address of a page that somebody wrote, in a form in which it is published.
    pub(super) fn page_href(&self, page: &Page, form: &Form, from: &SitePath) -> String {
        let path = self.site.routes.page_path(page, form);
        path.map(|path| path.href_from(from)).unwrap_or_default()
    }

    pub(super) fn form_view(&self, form: &Form) -> FormView {
        FormView {
            id: form.folder.clone(),
            is_parallel: form.is_parallel(),
            langs: form
                .langs
                .iter()
                .map(|lang| lang_view(self.site.languages.get(*lang)))
                .collect(),
        }
    }

    /// The address others may keep; only where the site knows where it will be published.
    pub(super) fn absolute(&self, path: &SitePath) -> Option<String> {
        let base = self.site.base_url.as_ref()?;
        let encoded = path.encoded();
        let file = encoded.strip_suffix("index.html").unwrap_or(&encoded);
        Some(format!("{base}{file}"))
    }

    /// The same matter in each language; the page for readers of any language is the one that
    /// shows both.
    fn alternates(&self, path: &SitePath, forms: &[(&Form, &SitePath)]) -> Vec<Alternate> {
        let href = |other: &SitePath| self.absolute(other).unwrap_or_else(|| other.href_from(path));
        let mut alternates: Vec<Alternate> = forms
            .iter()
            .filter(|(form, _)| !form.is_parallel())
            .map(|(form, other)| Alternate {
                tag: self.site.languages.get(form.lang()).tag.clone(),
                href: href(other),
            })
            .collect();
        let both = forms.iter().find(|(form, _)| form.is_parallel()).or(forms.first());
        if let Some((_, other)) = both.filter(|_| alternates.len() > 1) {
            alternates.push(Alternate { tag: "x-default".to_owned(), href: href(other) });
        }
        alternates
    }

    /// The other pages of a language.
    fn nav_view(&self, current: RouteKind, lang: LangId, path: &SitePath) -> NavView {
        let form = self.site.form_of(lang);
        let home =
            self.site.routes.first(PageRole::Home.kind()).and_then(|home| home.path_in(form.id));
        let search = self.href_to(RouteKind::SEARCH, Matter::Site, form, path);
        NavView {
            lang: lang_view(self.site.languages.get(lang)),
            home: home.map(|home| home.href_from(path)).unwrap_or_default(),
            search_href: search.unwrap_or_default(),
            links: self.nav(current, form, path),
        }
    }

    /// The bar: an entry for each kind of page that has one, where the site has such a page.
    fn nav(&self, current: RouteKind, form: &Form, path: &SitePath) -> Vec<NavLink> {
        let lang = form.lang();
        let own = PAGE_KINDS.iter().find(|kind| kind.kind() == current).map(|kind| kind.bar());
        let is_current =
            |word: &str| matches!(own, Some(Bar::Entry(own) | Bar::Under(own)) if own == word);
        let entries = PAGE_KINDS.iter().filter_map(|kind| match kind.bar() {
            Bar::Entry(word) => {
                Some((word, self.site.routes.first(kind.kind())?.path_in(form.id)?))
            }
            Bar::Under(_) | Bar::Nowhere => None,
        });
        entries
            .map(|(word, to)| NavLink {
                label: self.interface_word(lang, word, &[]),
                href: to.href_from(path),
                is_current: is_current(word),
            })
            .collect()
    }

    pub(super) fn form_links(
        &self,
        current: &Form,
        path: &SitePath,
        forms: &[(&Form, &SitePath)],
    ) -> Vec<FormLink> {
        forms
            .iter()
            .map(|(form, other)| {
                let last = self.site.languages.get(form.langs[form.langs.len() - 1]);
                let first = self.site.languages.get(form.lang());
                // With one translation 对照 says it all; with several it names which.
                let label = match (form.is_parallel(), self.site.languages.len()) {
                    (false, _) => first.name.clone(),
                    (true, 2) => self.interface_word(form.lang(), "form_parallel", &[]),
                    (true, _) => format!("{} · {}", first.name, last.name),
                };
                FormLink {
                    id: form.folder.clone(),
                    label,
                    tag: first.tag.clone(),
                    href: other.href_from(path),
                    is_current: form.id == current.id,
                }
            })
            .collect()
    }

    /// From the home page down to a page of a report.
    pub(super) fn breadcrumbs(
        &self,
        form: &Form,
        path: &SitePath,
        report: Option<&Report>,
        last: &str,
    ) -> Vec<Crumb> {
        let lang = form.lang();
        let mut crumbs = Vec::new();
        if let Some(home) = self.site.pages.iter().find(|page| page.role == PageRole::Home) {
            let href = self.page_href(home, self.site.form_of(lang), path);
            let others = self.crumb_links(form, |lang| {
                (self.site_title(lang), self.page_href(home, self.site.form_of(lang), path))
            });
            crumbs.push(Crumb { label: self.site_title(lang), href: Some(href), others });
        }
        if let Some(report) = report {
            let cover = self.site.page(report.cover);
            let href = self.page_href(cover, form, path);
            if href != path.href_from(path) {
                let others =
                    self.crumb_links(form, |lang| (self.page_title(cover, lang), href.clone()));
                let label = self.page_title(cover, lang);
                crumbs.push(Crumb { label, href: Some(href), others });
            }
        }
        crumbs.push(Crumb { label: last.to_owned(), href: None, others: Vec::new() });
        crumbs
    }

    /// A crumb in the languages of a form but the first: title and address in each.
    fn crumb_links(
        &self,
        form: &Form,
        link: impl Fn(LangId) -> (String, String),
    ) -> Vec<CrumbLink> {
        let others = form.langs.iter().skip(1);
        others
            .map(|lang| {
                let (label, href) = link(*lang);
                CrumbLink { tag: self.site.languages.get(*lang).tag.clone(), label, href }
            })
            .collect()
    }
}
