//! Figures: as links in the text, and as they are shown elsewhere.

use std::collections::BTreeMap;

use tera::Value;

use crate::model::{
    Comparator, Decimal, FigureStatus, Firmness, LangId, Language, Matter, Observation, Page,
    RouteKind, Script, SitePath, TextId, Unit,
};
use crate::publish::html::{FigureLink, marked_run};
use crate::publish::pages::Renderer;
use crate::publish::pages::view::{FigureView, Run, SentenceView};
use crate::publish::typeset::TextKind;

impl Renderer<'_> {
    /// The figures of a page in one language, by the text they stand in.
    pub(in crate::publish::pages) fn figure_links(
        &self,
        page: &Page,
        language: &Language,
        from: &SitePath,
        has_ids: bool,
    ) -> BTreeMap<TextId, Vec<FigureLink>> {
        let mut links: BTreeMap<TextId, Vec<FigureLink>> = BTreeMap::new();
        let ids = self.overview.by_page.get(&page.id).map(|ids| &ids[..]).unwrap_or_default();
        for observation in ids.iter().map(|id| self.site.statistics.observation(*id)) {
            let Some(words) = &observation.words[language.id.index()] else { continue };
            let form = self.site.form_of(language.id);
            let matter = Matter::Indicator(observation.indicator);
            let href = self.href_to(RouteKind::INDICATOR, matter, form, from);
            let of_text = links.entry(words.text).or_default();
            let id = has_ids.then(|| observation.anchor.clone());
            // A number that says two things leads to the first and is the place of both.
            let taken = of_text.iter_mut().find(|other| {
                words.range.start < other.range.end && other.range.start < words.range.end
            });
            match taken {
                Some(taken) => taken.ids.extend(id),
                None => of_text.push(FigureLink {
                    range: words.range.clone(),
                    ids: id.into_iter().collect(),
                    href: href.unwrap_or_default(),
                }),
            }
        }
        for of_text in links.values_mut() {
            of_text.sort_by_key(|link| link.range.start);
        }
        links
    }

    /// A figure as it is shown outside its text, on a page of one language.
    pub(super) fn figure_view(&self, o: &Observation, lang: LangId, from: &SitePath) -> FigureView {
        let page = self.site.page(o.page);
        let report = self.site.report(o.report);
        let place = o.area.and_then(|area| self.area_link(area, lang, from));
        let measure = o.measure.key();
        let status = o.status.key();
        FigureView {
            words: self.figure_words(o, lang),
            value: o.quantity.value.map(|value| value.to_string()).unwrap_or_default(),
            value_text: o.quantity.value.map(|value| self.grouped(value, lang)).unwrap_or_default(),
            unit: o
                .quantity
                .unit
                .map(|unit| self.unit_in_words(lang, unit.name()))
                .unwrap_or_default(),
            comparator: o.quantity.comparator.sign(),
            comparator_text: self.comparator(lang, o.quantity.comparator),
            measure,
            measure_text: self.interface_word(lang, &format!("measure_{measure}"), &[]),
            period: o.period.clone(),
            status,
            status_text: self.interface_word(lang, &format!("figure_status_{status}"), &[]),
            modality: self.modality(o, lang),
            is_striving: o.status == FigureStatus::Target && o.firmness == Some(Firmness::Strive),
            place,
            indicator: self.indicator_link(o.indicator, lang, from).unwrap_or_default(),
            part_of: o.part_of.and_then(|whole| self.indicator_link(whole, lang, from)),
            criteria: self.criteria(o),
            address: page.address(o.place).0,
            href: format!("{}#{}", self.page_href(page, self.site.widest_form(), from), o.anchor),
            report: self.page_title(self.site.page(report.cover), lang),
            sentences: self.sentences(o, lang, from),
        }
    }

    pub(in crate::publish::pages) fn language_code(&self, lang: LangId) -> &str {
        &self.site.languages.get(lang).code
    }

    /// The words of a figure in a language, or in the original.
    pub(super) fn figure_words(&self, o: &Observation, lang: LangId) -> Run {
        let (lang, words) = match &o.words[lang.index()] {
            Some(words) => (lang, words),
            None => match &o.words[0] {
                Some(words) => (LangId::ORIGINAL, words),
                None => return self.text_run(lang, ""),
            },
        };
        let side = self.site.page(o.page).side(lang);
        let shown = side.map(|side| side.document.number_words(words.text, words.range.clone()));
        self.text_run(lang, &shown.unwrap_or_default())
    }

    fn criteria(&self, o: &Observation) -> Vec<Run> {
        let Some(words) = &o.words[0] else { return Vec::new() };
        let document = &self.site.page(o.page).original().document;
        let plain = &document.text(words.text).plain;
        let criteria = words.criteria.iter();
        criteria.map(|range| self.text_run(LangId::ORIGINAL, &plain[range.clone()])).collect()
    }

    /// The sentence in each language, that of the interface first.
    fn sentences(&self, o: &Observation, lang: LangId, from: &SitePath) -> Vec<SentenceView> {
        let page = self.site.page(o.page);
        let mut langs: Vec<LangId> = self.site.languages.iter().map(|l| l.id).collect();
        langs.sort_by_key(|other| *other != lang);
        let sentence = |lang: LangId| {
            let words = o.words[lang.index()].as_ref()?;
            let side = page.side(lang)?;
            let language = self.site.languages.get(lang);
            let (sentence, hit) =
                side.document.around_number(words.text, &words.range, &words.sentence);
            let html = marked_run(&sentence, language.script, TextKind::Body, hit);
            let href = self.page_href(page, self.site.form_of(lang), from);
            Some(SentenceView {
                tag: language.tag.clone(),
                html: Value::safe_string(&html),
                href: format!("{href}#{}", o.anchor),
            })
        };
        langs.into_iter().filter_map(sentence).collect()
    }

    fn comparator(&self, lang: LangId, comparator: Comparator) -> String {
        let key = match comparator {
            Comparator::Equal => return String::new(),
            Comparator::AtLeast => "comparator_at_least",
            Comparator::MoreThan => "comparator_more_than",
            Comparator::AtMost => "comparator_at_most",
            Comparator::LessThan => "comparator_less_than",
            Comparator::About => "comparator_about",
        };
        self.interface_word(lang, key, &[])
    }

    /// 力争, and what it means; only of what is aimed at.
    fn modality(&self, o: &Observation, lang: LangId) -> Option<Run> {
        let firmness = o.firmness.filter(|_| o.status == FigureStatus::Target)?;
        let meaning = self.interface_word(lang, &format!("modality_{}", firmness.key()), &[]);
        let values = [("word", firmness.word()), ("meaning", &*meaning)];
        Some(self.text_run(lang, &self.interface_word(lang, "modality", &values)))
    }

    /// A number with its digits in groups of three, as English has them and Chinese statistics do.
    pub(in crate::publish::pages) fn grouped(&self, value: Decimal, lang: LangId) -> String {
        let separator = self.interface_word(lang, "digit_separator", &[]);
        let text = value.to_string();
        let (whole, fraction) = text.split_once('.').map_or((&*text, ""), |(w, f)| (w, f));
        let mut grouped = String::with_capacity(text.len() * 2);
        for (at, digit) in whole.chars().enumerate() {
            let rest = whole.len() - at;
            if at > 0 && rest.is_multiple_of(3) && !grouped.ends_with('-') {
                grouped.push_str(&separator);
            }
            grouped.push(digit);
        }
        if !fraction.is_empty() {
            grouped.push('.');
            grouped.push_str(fraction);
        }
        grouped
    }

    /// The newest period that has a figure of this status; empty if none has.
    pub(super) fn newest_period<'a>(
        figures: impl Iterator<Item = &'a Observation>,
        status: FigureStatus,
    ) -> String {
        figures
            .filter(|o| o.status == status)
            .map(|o| o.period.as_str())
            .max()
            .unwrap_or_default()
            .to_owned()
    }

    /// A canonical unit in words: the theme's, or as it is.
    pub(super) fn unit_in_words(&self, lang: LangId, unit: &str) -> String {
        let known = self.shared.dictionaries[lang.index()].get(&format!("unit_{unit}"));
        known.cloned().unwrap_or_else(|| unit.to_owned())
    }

    /// A value with its unit, as the language writes them: `1 year`, `3 years`, `6.5%`, `3870元`.
    ///
    /// The theme may name a unit for each plural category of CLDR, as `unit_年_one`.
    pub(super) fn value_with_unit(
        &self,
        value: Decimal,
        unit: Option<Unit>,
        lang: LangId,
    ) -> String {
        let number = self.grouped(value, lang);
        let Some(unit) = unit else { return number };
        let language = self.site.languages.get(lang);
        let category = language.plural_category(&value.to_string());
        let key = format!("unit_{unit}_{category}");
        let special = self.shared.dictionaries[lang.index()].get(&key).cloned();
        let unit = special.unwrap_or_else(|| self.unit_in_words(lang, unit.name()));
        let is_apart = language.script == Script::Latin && unit.starts_with(char::is_alphabetic);
        format!("{number}{}{unit}", if is_apart { " " } else { "" })
    }
}
