//! What is known of a report, on its own pages and in lists of reports.

use std::collections::BTreeMap;

use super::frame::{page_id, page_number};
use super::view::{
    ErratumView, EventView, ReportCard, ReportView, Run, SharedView, SourceView, VersionView,
};
use super::{Renderer, ReportFrame};
use crate::model::{
    Asset, DatedEvent, Decimal, Erratum, Form, LangId, Language, Matter, Page, PageRole, Place,
    Report, ReportMeta, RouteKind, SitePath,
};

impl Renderer<'_> {
    /// What the pages of a report that lie beside `path` have in common.
    pub(super) fn report_frame(
        &self,
        report: &Report,
        form: &Form,
        path: &SitePath,
    ) -> ReportFrame {
        let citations =
            self.site.base_url.is_none().then(|| SharedView::new(&self.citations(report, path)));
        ReportFrame {
            report: SharedView::new(&self.report_view(report, form, path, false)),
            entries: self.part_entries(report, form, path),
            citations,
        }
    }

    /// The title for the browser's tab: the page, then what it belongs to.
    pub(super) fn full_title(
        &self,
        title: &str,
        report: Option<&Report>,
        page: &Page,
        lang: LangId,
    ) -> String {
        match (page.role, report) {
            (PageRole::Part, Some(report)) => {
                let cover = self.site.page(report.cover);
                format!("{title} · {}", self.page_title(cover, lang))
            }
            (PageRole::Report, Some(report)) => {
                format!("{title} · {}", report.meta(lang).issuer)
            }
            (PageRole::Home, _) => title.to_owned(),
            _ => format!("{title} · {}", self.site_title(lang)),
        }
    }

    pub(super) fn description(&self, page: &Page, report: Option<&Report>, lang: LangId) -> String {
        let side = page.side(lang).unwrap_or_else(|| page.original());
        if let Some(description) = &side.document.front.description {
            return description.clone();
        }
        let title = self.page_title(page, lang);
        let code = &self.site.languages.get(lang).code;
        match (page.role, report) {
            (PageRole::Part | PageRole::Report, Some(report)) => {
                let facts = self.facts(report, lang);
                let mut values = facts.as_values();
                values.push(("title", &title));
                let key = if page.role == PageRole::Part {
                    "description_part"
                } else if self.site.languages.len() == 1 {
                    "description_report_alone"
                } else {
                    "description_report"
                };
                self.interface_word(lang, key, &values)
            }
            (PageRole::About, _) => self.interface_word(lang, "description_about", &[]),
            _ => {
                let own = self.site.description.get_or_any(code);
                let reports = self.report_names(lang);
                if own.is_empty() {
                    self.interface_word(lang, "description_home", &[("reports", &reports)])
                } else {
                    own.to_owned()
                }
            }
        }
    }

    pub(super) fn facts(&self, report: &Report, lang: LangId) -> Facts {
        let meta = report.meta(lang);
        let date = self.site.languages.get(lang).day_in_words(meta.day());
        let comma = self.interface_word(lang, "comma", &[]);
        Facts {
            report: self.page_title(self.site.page(report.cover), lang),
            issuer: meta.issuer.clone(),
            by: match &*meta.issuer {
                "" => date.clone(),
                issuer => format!("{issuer}{comma}{date}"),
            },
            date,
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
                format!("{} ({})", facts.report, facts.by)
            })
            .collect();
        if names.is_empty() { self.site_title(lang) } else { names.join("; ") }
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
            title: self.page_titles(cover, form),
            issuer: of(|meta| &meta.issuer),
            by: self.runs(form, |lang| self.facts(report, lang).by),
            meeting: of(|meta| &meta.meeting),
            place: of(|meta| &meta.place),
            speaker: self.runs(form, |lang| self.speaker(report, lang)),
            kind: report.original_meta().kind.key(),
            delivered: report.original_meta().day().iso(),
            delivered_text: self.day_of_report(report, form),
            events: self.events(report, form),
            occasion: self.runs(form, |lang| {
                let stated = report.stated(lang).and_then(|meta| meta.occasion.clone());
                stated.unwrap_or_default()
            }),
            versions: self.versions(report, form),
            source: self.source_view(report, form, path, has_errata),
            coverage: self.site.statistics.coverage(report.id).map(Into::into),
            ledger_href: self.href_to(
                RouteKind::LEDGER,
                Matter::Report(report.id),
                self.site.form_of(lang),
                path,
            ),
            href: self.page_href(cover, form, path),
            all_href: self
                .href_to(RouteKind::WHOLE, Matter::Report(report.id), form, path)
                .unwrap_or_default(),
            counts: self.counts[report.id.0 as usize],
            length: self.length_in_words(report),
        }
    }

    /// `金华市市长 尹学群`, `Yin Xuequn, Mayor of Jinhua`.
    fn speaker(&self, report: &Report, lang: LangId) -> String {
        let meta = report.meta(lang);
        if meta.speaker.is_empty() || meta.office.is_empty() {
            return format!("{}{}", meta.office, meta.speaker);
        }
        let values = [("speaker", &*meta.speaker), ("office", &*meta.office)];
        self.interface_word(lang, "speaker_with_office", &values)
    }

    /// How long a report is, in each language of the site: what it has none of is not counted.
    fn length_in_words(&self, report: &Report) -> BTreeMap<String, String> {
        let counts = self.counts[report.id.0 as usize];
        let of_original = self.site.languages.len() > 1;
        let characters = if of_original { "length_characters" } else { "length_characters_alone" };
        let said = [
            ("length_parts", counts.parts),
            ("length_sections", counts.sections),
            ("length_paragraphs", counts.paragraphs),
            (characters, counts.characters),
            ("length_minutes", counts.minutes),
        ];
        let in_language = |language: &Language| {
            let said = said.iter().filter(|(_, count)| *count > 0);
            let words = said.map(|(key, count)| self.counted_words(key, *count, language));
            let comma = self.interface_word(language.id, "comma", &[]);
            (language.code.clone(), words.collect::<Vec<_>>().join(&comma))
        };
        self.site.languages.iter().map(in_language).collect()
    }

    /// A count in words, by the plural of the language: the theme may have a word for each category of CLDR
    /// (`length_parts_one`).
    fn counted_words(&self, key: &str, count: usize, language: &Language) -> String {
        let number = count.to_string();
        let special = format!("{key}_{}", language.plural_category(&number));
        let has_special = self.shared.dictionaries[language.id.index()].contains_key(&special);
        let shown =
            self.grouped(Decimal::from(u32::try_from(count).unwrap_or(u32::MAX)), language.id);
        let key = if has_special { &special } else { key };
        self.interface_word(language.id, key, &[("n", &shown)])
    }

    /// The day by which a report is cited, in words; with what happened on it, where a bare day does not say.
    fn day_of_report(&self, report: &Report, form: &Form) -> Vec<Run> {
        let event = report.original_meta().events.first().copied();
        self.runs(form, |lang| {
            event.map(|event| self.event_in_words(event, lang)).unwrap_or_default()
        })
    }

    /// The other dated events of a report.
    fn events(&self, report: &Report, form: &Form) -> Vec<EventView> {
        let events = report.original_meta().events.iter().skip(1);
        let view = |event: &DatedEvent| EventView {
            kind: event.kind.key(),
            date: event.day.iso(),
            text: self.runs(form, |lang| self.event_in_words(*event, lang)),
        };
        events.map(view).collect()
    }

    /// `Adopted June 22, 2017`; of a speech and a dated text the day alone.
    fn event_in_words(&self, event: DatedEvent, lang: LangId) -> String {
        let day = self.site.languages.get(lang).day_in_words(event.day);
        if event.kind.is_plain() {
            return day;
        }
        let word = format!("event_{}", event.kind.key().replace('-', "_"));
        self.interface_word(lang, &word, &[("date", &day)])
    }

    fn versions(&self, report: &Report, form: &Form) -> Vec<VersionView> {
        let lang = form.lang();
        self.site
            .languages
            .iter()
            .filter_map(|language| {
                let meta = report.meta[language.id.index()].as_ref()?;
                let key = meta.status.key();
                Some(VersionView {
                    lang: super::frame::lang_view(language),
                    status: key.to_owned(),
                    status_text: match meta.standing.get(self.language_code(lang)) {
                        Some(words) => words.to_owned(),
                        None => self.interface_word(lang, &format!("status_{key}"), &[]),
                    },
                    standing: if meta.standing.0.is_empty() {
                        Vec::new()
                    } else {
                        self.runs(form, |lang| {
                            meta.standing.get_or_any(self.language_code(lang)).to_owned()
                        })
                    },
                    note: meta.note.get_or_any(&self.site.languages.get(lang).code).to_owned(),
                    is_unread: self.is_unread(language),
                })
            })
            .collect()
    }

    /// Whether nobody compares the numbers of a translation with those of the original.
    fn is_unread(&self, language: &Language) -> bool {
        let original = self.site.languages.original();
        language.id != original.id && original.comparison(language).is_none()
    }

    fn source_view(
        &self,
        report: &Report,
        form: &Form,
        path: &SitePath,
        has_errata: bool,
    ) -> Option<SourceView> {
        let source = report.original_meta().source.as_ref()?;
        let code = &self.site.languages.get(form.lang()).code;
        let asset = source.file.as_ref().and_then(|file| {
            let wanted = Asset::path_of(&format!("{}/{file}", report.key));
            self.site.assets.iter().find(|asset| asset.path == wanted)
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
                let href = self.page_href(page, form, path);
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
        let shown = |text: &str| self.quoted_markdown(form.lang(), text);
        let here = erratum.is.as_deref().or(erratum.perhaps.as_deref());
        ErratumView {
            kind: if erratum.is.is_some() { "repair" } else { "doubt" },
            place,
            href,
            was: shown(&erratum.was),
            is: shown(here.unwrap_or_default()),
            why: self.note_run(form.lang(), erratum.why.get_or_any(code)),
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
                let route = self.site.routes.find(cover.role.kind(), Matter::Page(cover.id));
                let forms: Vec<(&Form, &SitePath)> =
                    route.into_iter().flat_map(|route| route.forms(&self.site.forms)).collect();
                ReportCard {
                    id: report.key.clone(),
                    title: self.page_titles(cover, &every),
                    issuer: self.runs(&every, |lang| report.meta(lang).issuer.clone()),
                    delivered: report.original_meta().day().iso(),
                    delivered_text: self.day_of_report(report, &every),
                    forms: self.form_links(form, path, &forms),
                    report: has_details.then(|| self.report_view(report, form, path, true)),
                    counts: self.counts[report.id.0 as usize],
                    length: self.length_in_words(report),
                }
            })
            .collect()
    }
}

/// What descriptions say of a report.
pub(super) struct Facts {
    report: String,
    issuer: String,
    date: String,
    /// Issuer and day; of a report without an issuer the day alone.
    by: String,
}

impl Facts {
    pub(super) fn as_values(&self) -> Vec<(&str, &str)> {
        vec![
            ("report", &self.report),
            ("issuer", &self.issuer),
            ("date", &self.date),
            ("by", &self.by),
        ]
    }
}
