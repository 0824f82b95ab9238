//! Views of a report: cover, parts, the whole on one page, and lists of reports.

use super::frame::{page_id, page_number};
use super::view::{
    ErratumView, NeighbourView, PageView, PartView, ReportCard, ReportView, Run, Shared,
    SourceView, VersionView,
};
use super::{Prepared, Renderer, ReportFrame};
use crate::model::{
    Day, Erratum, Form, LangId, Page, PageId, PageKind, Place, Report, ReportMeta, SitePath,
    StatisticsPage, VersionStatus,
};

impl Renderer<'_> {
    /// The view of a page in a form.
    pub(super) fn page_view(
        &self,
        page: &Page,
        form: &Form,
        text: &Prepared,
        frame: Option<&ReportFrame>,
    ) -> PageView {
        let html = &text.html;
        let kind = page.kind.key();
        let path = page.path(form);
        let lang = form.lang();
        let siblings = |other: &Form| {
            self.site.forms_of(page).any(|own| own.id == other.id).then(|| page.path(other))
        };
        let mut view = self.frame(kind, form, &path, &siblings);
        let report = page.report.map(|id| self.site.report(id));
        let title = self.title(page, lang);
        view.title_runs = self.title_runs(page, form, html);
        view.sections = text.sections(form);
        view.footnotes = self.footnotes(page, form, html, "");
        view.description = self.description(page, report, lang);
        if page.kind != PageKind::Home {
            view.breadcrumbs = self.breadcrumbs(form, &path, report, &title);
        }
        match report {
            Some(report) => self.add_report(&mut view, report, page, form, frame),
            None => {
                let has_errata = page.kind == PageKind::About;
                if matches!(page.kind, PageKind::Home | PageKind::About) {
                    view.reports = self.report_cards(form, &path, has_errata);
                }
            }
        }
        view.title = self.full_title(&title, report, page, lang);
        view.json_ld = self.json_ld(page, report, form, &path, &view);
        view
    }

    fn add_report(
        &self,
        view: &mut PageView,
        report: &Report,
        page: &Page,
        form: &Form,
        frame: Option<&ReportFrame>,
    ) {
        let path = page.path(form);
        // A part in a folder of its own sees everything from another place.
        let own = (page.number.len() > 1 || frame.is_none())
            .then(|| self.report_frame(report, form, &path));
        let frame = own.as_ref().or(frame).expect("one of the two is there");
        view.report = Some(frame.report.clone());
        view.contents = self.contents(report, form, &path, page, &frame.entries);
        view.citations = match &frame.citations {
            Some(citations) => citations.clone(),
            None => Shared::new(&self.citations(report, &path)),
        };
        if self.site.statistics.covers(report.id) {
            let lang = form.lang();
            let ledger = StatisticsPage::Ledger(report.id);
            view.ledger_href = ledger.path(self.site, self.site.form_of(lang)).href_from(&path);
            view.indicators_href = StatisticsPage::Indicators
                .path(self.site, self.site.form_of(lang))
                .href_from(&path);
            if page.id == report.cover {
                view.headline = self.headline(report, lang, &path);
            }
        }
        view.terms = self.page_terms(std::iter::once(page), form, &path);
        let place = report.place(page.id);
        let neighbour = |id: PageId| self.neighbour(self.site.page(id), form, &path);
        view.previous = match place {
            0 => None,
            1 => Some(neighbour(report.cover)),
            place => report.parts.get(place - 2).map(|id| neighbour(*id)),
        };
        view.next = report.parts.get(place).map(|id| neighbour(*id));
    }

    /// What the pages of a report that lie beside `path` have in common.
    pub(super) fn report_frame(
        &self,
        report: &Report,
        form: &Form,
        path: &SitePath,
    ) -> ReportFrame {
        let citations =
            self.site.base_url.is_none().then(|| Shared::new(&self.citations(report, path)));
        ReportFrame {
            report: Shared::new(&self.report_view(report, form, path, false)),
            entries: self.part_entries(report, form, path),
            citations,
        }
    }

    /// The view of the page that holds the whole report.
    pub(super) fn whole_report(
        &self,
        report: &Report,
        form: &Form,
        pages: &[&Page],
        texts: &[&Prepared],
        frame: &ReportFrame,
    ) -> PageView {
        let path = report.all_path(form);
        let lang = form.lang();
        let siblings = |other: &Form| Some(report.all_path(other));
        let mut view = self.frame("all", form, &path, &siblings);
        let (cover, opening) = (pages[0], texts[0]);
        view.title_runs = self.title_runs(cover, form, &opening.html);
        view.sections = opening.sections(form);
        view.footnotes = self.footnotes(cover, form, &opening.html, &Self::note_prefix(cover));
        view.parts = pages
            .iter()
            .zip(texts)
            .skip(1)
            .map(|(page, text)| PartView {
                id: page_id(page),
                number: page_number(page),
                title: self.title_runs(page, form, &text.html),
                href: page.path(form).href_from(&path),
                sections: text.sections(form),
                footnotes: self.footnotes(page, form, &text.html, &Self::note_prefix(page)),
            })
            .collect();
        view.terms = self.page_terms(pages.iter().copied(), form, &path);
        view.report = Some(frame.report.clone());
        view.contents = self.contents_of_whole(report, form);
        view.citations = Shared::new(&self.citations(report, &path));
        let title = self.word(lang, "all_title", &[]);
        view.breadcrumbs = self.breadcrumbs(form, &path, Some(report), &title);
        view.description =
            self.word(lang, "description_all", &self.facts(report, lang).as_values());
        let whole = self.full_title(&self.title(cover, lang), Some(report), cover, lang);
        view.title = format!("{whole} · {title}");
        view.json_ld = self.json_ld(cover, Some(report), form, &path, &view);
        view
    }

    /// The title for the browser's tab: the page, then what it belongs to.
    fn full_title(
        &self,
        title: &str,
        report: Option<&Report>,
        page: &Page,
        lang: LangId,
    ) -> String {
        match (page.kind, report) {
            (PageKind::Part, Some(report)) => {
                let cover = self.site.page(report.cover);
                format!("{title} · {}", self.title(cover, lang))
            }
            (PageKind::Report, Some(report)) => {
                format!("{title} · {}", report.meta(lang).issuer)
            }
            (PageKind::Home, _) => title.to_owned(),
            _ => format!("{title} · {}", self.site_title(lang)),
        }
    }

    fn description(&self, page: &Page, report: Option<&Report>, lang: LangId) -> String {
        let side = page.side(lang).unwrap_or_else(|| page.original());
        if let Some(description) = &side.document.front.description {
            return description.clone();
        }
        let title = self.title(page, lang);
        let code = &self.site.languages.get(lang).code;
        match (page.kind, report) {
            (PageKind::Part | PageKind::Report, Some(report)) => {
                let facts = self.facts(report, lang);
                let mut values = facts.as_values();
                values.push(("title", &title));
                let key = if page.kind == PageKind::Part {
                    "description_part"
                } else {
                    "description_report"
                };
                self.word(lang, key, &values)
            }
            (PageKind::About, _) => self.word(lang, "description_about", &[]),
            _ => {
                let own = self.site.description.get_or_any(code);
                let reports = self.report_names(lang);
                if own.is_empty() {
                    self.word(lang, "description_home", &[("reports", &reports)])
                } else {
                    own.to_owned()
                }
            }
        }
    }

    fn facts(&self, report: &Report, lang: LangId) -> Facts {
        let meta = report.meta(lang);
        Facts {
            report: self.title(self.site.page(report.cover), lang),
            issuer: meta.issuer.clone(),
            date: meta.delivered.in_words(self.script(lang)),
        }
    }

    /// The titles of the newest reports, for descriptions.
    pub(super) fn report_names(&self, lang: LangId) -> String {
        let names: Vec<String> = self
            .site
            .reports
            .iter()
            .take(3)
            .map(|report| {
                let facts = self.facts(report, lang);
                format!("{} ({}, {})", facts.report, facts.issuer, facts.date)
            })
            .collect();
        if names.is_empty() { self.site_title(lang) } else { names.join("; ") }
    }

    fn neighbour(&self, page: &Page, form: &Form, path: &SitePath) -> NeighbourView {
        NeighbourView {
            href: page.path(form).href_from(path),
            title: self.runs(form, |lang| self.title(page, lang)),
        }
    }

    /// What is known of a report.
    pub(super) fn report_view(
        &self,
        report: &Report,
        form: &Form,
        path: &SitePath,
        has_errata: bool,
    ) -> ReportView {
        let lang = form.lang();
        let cover = self.site.page(report.cover);
        let of = |field: fn(&ReportMeta) -> &String| {
            self.runs(form, |lang| field(report.meta(lang)).clone())
        };
        ReportView {
            id: report.key.clone(),
            title: self.runs(form, |lang| self.title(cover, lang)),
            issuer: of(|meta| &meta.issuer),
            meeting: of(|meta| &meta.meeting),
            place: of(|meta| &meta.place),
            speaker: self.runs(form, |lang| self.speaker(report, lang)),
            delivered: report.original_meta().delivered.iso(),
            delivered_text: self.delivered(form, report.original_meta().delivered),
            versions: self.versions(report, lang),
            source: self.source(report, form, path, has_errata),
            href: cover.path(form).href_from(path),
            all_href: report.all_path(form).href_from(path),
            counts: self.counts[report.id.0 as usize],
        }
    }

    /// `金华市市长 尹学群`, `Yin Xuequn, Mayor of Jinhua`.
    fn speaker(&self, report: &Report, lang: LangId) -> String {
        let meta = report.meta(lang);
        match self.script(lang) {
            crate::model::Script::Han => format!("{} {}", meta.office, meta.speaker),
            crate::model::Script::Latin => format!("{}, {}", meta.speaker, meta.office),
        }
    }

    fn delivered(&self, form: &Form, day: Day) -> Vec<Run> {
        self.runs(form, |lang| day.in_words(self.script(lang)))
    }

    fn versions(&self, report: &Report, lang: LangId) -> Vec<VersionView> {
        self.site
            .languages
            .iter()
            .filter_map(|language| {
                let meta = report.meta[language.id.index()].as_ref()?;
                let key = meta.status.key();
                Some(VersionView {
                    lang: super::frame::lang_view(language),
                    status: key.to_owned(),
                    status_text: self.word(lang, &format!("status_{key}"), &[]),
                    note: meta.note.get_or_any(&self.site.languages.get(lang).code).to_owned(),
                    prevails: meta.status == VersionStatus::Original,
                })
            })
            .collect()
    }

    fn source(
        &self,
        report: &Report,
        form: &Form,
        path: &SitePath,
        has_errata: bool,
    ) -> Option<SourceView> {
        let source = report.original_meta().source.as_ref()?;
        let code = &self.site.languages.get(form.lang()).code;
        let asset = source.file.as_ref().and_then(|file| {
            let wanted = format!("files/{}/{file}", report.key);
            self.site.assets.iter().find(|asset| asset.path.as_str() == wanted)
        });
        let errata = if has_errata {
            report.errata.iter().map(|erratum| self.erratum(erratum, report, form, path)).collect()
        } else {
            Vec::new()
        };
        Some(SourceView {
            name: source.name.get_or_any(code).to_owned(),
            file: source.file.clone().filter(|_| asset.is_some()),
            href: asset.map(|asset| asset.path.href_from(path)),
            sha256: source.sha256.clone(),
            bytes: report.received.as_ref().map_or(0, |received| received.bytes),
            errata,
            errata_count: report.errata.len(),
        })
    }

    fn erratum(
        &self,
        erratum: &Erratum,
        report: &Report,
        form: &Form,
        path: &SitePath,
    ) -> ErratumView {
        let code = &self.site.languages.get(form.lang()).code;
        let place = erratum.at.as_ref().and_then(|id| {
            report.pages().map(|page| self.site.page(page)).find_map(|page| {
                let href = page.path(form).href_from(path);
                // The title of a part has the address of the part.
                if page_id(page) == **id {
                    return Some((page_number(page), href));
                }
                let (shown, id) = page.address(Place::Pair(page.pair_at(id)?));
                Some((shown, format!("{href}#{id}")))
            })
        });
        let (place, href) =
            place.map_or((String::new(), None), |(place, href)| (place, Some(href)));
        let shown = |text: &Option<String>| text.as_deref().map(visible).unwrap_or_default();
        ErratumView {
            kind: if erratum.is.is_some() { "repair" } else { "doubt" },
            place,
            href,
            was: visible(&erratum.was),
            is: if erratum.is.is_some() { shown(&erratum.is) } else { shown(&erratum.perhaps) },
            why: erratum.why.get_or_any(code).to_owned(),
            times: erratum.times,
        }
    }

    /// All reports as a list.
    pub(super) fn report_cards(
        &self,
        form: &Form,
        path: &SitePath,
        has_details: bool,
    ) -> Vec<ReportCard> {
        let every = Form {
            langs: self.site.languages.iter().map(|language| language.id).collect(),
            ..form.clone()
        };
        self.site
            .reports
            .iter()
            .map(|report| {
                let cover = self.site.page(report.cover);
                let forms: Vec<(&Form, SitePath)> =
                    self.site.forms.iter().map(|form| (form, cover.path(form))).collect();
                ReportCard {
                    id: report.key.clone(),
                    title: self.runs(&every, |lang| self.title(cover, lang)),
                    issuer: self.runs(&every, |lang| report.meta(lang).issuer.clone()),
                    delivered: report.original_meta().delivered.iso(),
                    delivered_text: self.delivered(&every, report.original_meta().delivered),
                    forms: self.form_links(form, path, &forms),
                    report: has_details.then(|| self.report_view(report, form, path, true)),
                    counts: self.counts[report.id.0 as usize],
                }
            })
            .collect()
    }
}

/// What descriptions say of a report.
struct Facts {
    report: String,
    issuer: String,
    date: String,
}

impl Facts {
    fn as_values(&self) -> Vec<(&str, &str)> {
        vec![("report", &self.report), ("issuer", &self.issuer), ("date", &self.date)]
    }
}

/// A text with what cannot be seen made visible.
fn visible(text: &str) -> String {
    let shown = text.trim_end_matches('\n').replace('\n', "⏎");
    if shown.chars().all(|c| c == ' ') { shown.replace(' ', "␣") } else { shown }
}
