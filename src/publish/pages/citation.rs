//! How to cite a report, and a paragraph of it.
//!
//! GB/T 7714—2025 for Chinese writing, APA (7th edition, which wants the romanised title with a
//! translation in brackets) for English writing, BibTeX and CSL-JSON for programs. A document that nobody is named
//! of as its issuer is cited by its title, as each of the styles has it.

use std::fmt::Write as _;

use serde_json::json;

use super::Renderer;
use super::frame::has_chinese;
use super::view::CitationView;
use crate::model::{DocumentKind, LangId, Report, Script, SitePath};

/// Stands for the id of a paragraph in an address.
const ID: &str = "{id}";

/// Stands for the address of a paragraph as it is shown: `1.2 ¶3`.
const ADDRESS: &str = "{address}";

/// What a citation is made of.
struct Facts<'a> {
    report: &'a Report,
    title: String,
    /// The title in the first translation, if there is one.
    translated: Option<String>,
    /// A language that is written in Latin letters, whichever it is: APA wants no others.
    english: LangId,
    url: Option<String>,
}

impl Renderer<'_> {
    /// The ways to cite a report, as seen from one of its pages.
    pub(super) fn citations(&self, report: &Report, path: &SitePath) -> Vec<CitationView> {
        let cover = self.site.page(report.cover);
        let english = self
            .site
            .languages
            .iter()
            .find(|language| language.script == Script::Latin && cover.side(language.id).is_some())
            .map_or(LangId::ORIGINAL, |language| language.id);
        let facts = Facts {
            report,
            title: self.page_title(cover, LangId::ORIGINAL),
            translated: (english != LangId::ORIGINAL).then(|| self.page_title(cover, english)),
            english,
            url: self.absolute(path),
        };
        let original_tag = self.site.languages.original().tag.clone();
        let mut citations = vec![
            CitationView {
                style: "gb7714",
                label: "GB/T 7714—2025",
                text: gb7714(&facts, false),
                paragraph: gb7714(&facts, true),
                tag: original_tag.clone(),
            },
            CitationView {
                style: "apa",
                label: "APA",
                text: apa(&facts, false),
                paragraph: apa(&facts, true),
                tag: "en".to_owned(),
            },
            CitationView {
                style: "bibtex",
                label: "BibTeX",
                text: bibtex(&facts),
                paragraph: String::new(),
                tag: original_tag.clone(),
            },
            CitationView {
                style: "csl-json",
                label: "CSL-JSON",
                text: csl_json(&facts, &original_tag),
                paragraph: String::new(),
                tag: original_tag,
            },
        ];
        // GB/T 7714 serves writing in Chinese.
        citations.retain(|citation| citation.style != "gb7714" || has_chinese(self.site));
        citations
    }
}

/// The letter of GB/T 7714 for a kind of document: a report is `R`, and what has no letter of its own `Z`.
fn gb7714_letter(kind: DocumentKind) -> char {
    match kind {
        DocumentKind::Law | DocumentKind::Treaty | DocumentKind::Other => 'Z',
        _ => 'R',
    }
}

/// `金华市人民政府. 政府工作报告[R/OL]. 2018-03-31. https://…`; without an address the place of
/// publication takes its place (GB/T 7714, reports: `[R]`, on the web `[R/OL]`).
fn gb7714(facts: &Facts, is_paragraph: bool) -> String {
    let meta = facts.report.original_meta();
    let place = if is_paragraph { format!("：{ADDRESS}") } else { String::new() };
    let title = &facts.title;
    let issuer = &meta.issuer;
    let letter = gb7714_letter(meta.kind);
    let author = if issuer.is_empty() { String::new() } else { format!("{issuer}. ") };
    match &facts.url {
        Some(url) => {
            let anchor = if is_paragraph { format!("#{ID}") } else { String::new() };
            let day = meta.day().iso();
            format!("{author}{title}[{letter}/OL]. {day}{place}. {url}{anchor}.")
        }
        None => {
            let year = meta.day().year.to_string();
            let publisher = match (meta.place.is_empty(), issuer.is_empty()) {
                (false, false) => format!("{}：{issuer}，{year}", meta.place),
                (true, false) => format!("{issuer}，{year}"),
                (false, true) => format!("{}，{year}", meta.place),
                (true, true) => year,
            };
            format!("{author}{title}[{letter}]. {publisher}{place}.")
        }
    }
}

/// `Jinhua Municipal People’s Government. (2018, March 31). Zhengfu gongzuo baogao [Report on the
/// work of the government]. https://…`
fn apa(facts: &Facts, is_paragraph: bool) -> String {
    let meta = facts.report.meta(facts.english);
    let day = meta.day();
    let romanised = facts.report.original_meta().romanised.as_ref();
    let title = match (romanised, &facts.translated) {
        (Some(romanised), Some(translated)) => {
            format!("{romanised} [{}]", sentence_case(translated))
        }
        (None, Some(translated)) => translated.clone(),
        (_, None) => facts.title.clone(),
    };
    let paragraph = if is_paragraph { format!(" ({ADDRESS})") } else { String::new() };
    let date = format!("({}, {} {})", day.year, day.month_name(), day.day);
    let mut text = match &*meta.issuer {
        // Without an author the title stands first (APA 7, 9.12).
        "" => format!("{title}{paragraph}. {date}."),
        issuer => format!("{}. {date}. {title}{paragraph}.", issuer.trim_end_matches('.')),
    };
    if let Some(url) = &facts.url {
        text.push(' ');
        text.push_str(url);
        if is_paragraph {
            text.push('#');
            text.push_str(ID);
        }
    }
    text
}

/// APA sets titles of works in sentence case.
fn sentence_case(title: &str) -> String {
    let mut words = title.split(' ');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |text, word| {
        let is_acronym = word.chars().filter(|c| c.is_uppercase()).count() > 1;
        let word = if is_acronym { word.to_owned() } else { word.to_lowercase() };
        format!("{text} {word}")
    })
}

fn bibtex(facts: &Facts) -> String {
    let meta = facts.report.original_meta();
    let key = facts.report.key.replace(['/', ' ', ','], "-");
    let year = meta.day().year.to_string();
    // A technical report has to name its institution.
    let is_report = gb7714_letter(meta.kind) == 'R' && !meta.issuer.is_empty();
    let entry = if is_report { "techreport" } else { "misc" };
    let mut text = format!("@{entry}{{{key},\n");
    let issuer = bibtex_safe(&meta.issuer);
    // A second pair of braces keeps the name of an office from being taken apart.
    let author = if issuer.is_empty() { String::new() } else { format!("{{{issuer}}}") };
    let fields = [
        ("author", author),
        ("title", bibtex_safe(&facts.title)),
        ("institution", if is_report { issuer } else { String::new() }),
        ("address", bibtex_safe(&meta.place)),
        ("year", year),
    ];
    for (name, value) in fields.into_iter().filter(|(_, value)| !value.is_empty()) {
        let _ = writeln!(text, "  {name} = {{{value}}},");
    }
    let _ = writeln!(text, "  month = {},", meta.day().month_name()[..3].to_lowercase());
    if let Some(url) = &facts.url {
        let _ = writeln!(text, "  url = {{{}}},", bibtex_safe(url));
    }
    text + "}"
}

/// BibTeX reads these characters as markup.
fn bibtex_safe(text: &str) -> String {
    text.replace(['{', '}', '\\'], "").replace('%', "\\%").replace('&', "\\&").replace('#', "\\#")
}

/// The type of CSL 1.0.2 for a kind of document.
fn csl_type(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Law => "legislation",
        DocumentKind::Treaty => "treaty",
        DocumentKind::Other => "document",
        _ => "report",
    }
}

fn csl_json(facts: &Facts, tag: &str) -> String {
    let meta = facts.report.original_meta();
    let day = meta.day();
    let mut item = json!({
        "id": facts.report.key,
        "type": csl_type(meta.kind),
        "title": facts.title,
        "issued": { "date-parts": [[day.year, day.month, day.day]] },
        "language": tag,
    });
    if !meta.issuer.is_empty() {
        item["author"] = json!([{ "literal": meta.issuer }]);
        item["publisher"] = json!(meta.issuer);
    }
    if !meta.place.is_empty() {
        item["publisher-place"] = json!(meta.place);
    }
    if let Some(url) = &facts.url {
        item["URL"] = json!(url);
    }
    serde_json::to_string_pretty(&[item]).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_set_in_sentence_case_and_acronyms_stay() {
        assert_eq!(
            sentence_case("Report on the Work of the Government"),
            "Report on the work of the government"
        );
        assert_eq!(sentence_case("The GDP of Jinhua"), "The GDP of jinhua");
    }

    #[test]
    fn nothing_in_a_name_is_markup_for_bibtex() {
        assert_eq!(bibtex_safe("A & B {x} 5%"), "A \\& B x 5\\%");
    }
}
