//! Every place where a term stands, each with its context.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::{ConceptId, LangId, Occurrence, PageId, Place, ReportId, Script, SitePath};
use crate::publish::pages::Renderer;
use crate::publish::pages::view::{ConcordancePlace, ConcordanceReport, KeywordLine};

/// How many characters of context stand on each side of a keyword, by script: about half a line.
fn context(script: Script) -> usize {
    match script {
        Script::Han => 22,
        Script::Latin => 48,
    }
}

impl Renderer<'_> {
    pub(super) fn concordance(
        &self,
        id: ConceptId,
        lang: LangId,
        from: &SitePath,
    ) -> Vec<ConcordanceReport> {
        let mut by_report: BTreeMap<ReportId, BTreeMap<(PageId, Place), Vec<&Occurrence>>> =
            BTreeMap::new();
        for occurrence in self.site.glossary.occurrences(id) {
            let Some(report) = self.site.page(occurrence.page).report else { continue };
            let places = by_report.entry(report).or_default();
            places.entry((occurrence.page, occurrence.place)).or_default().push(occurrence);
        }
        // Reports are numbered from the newest on.
        by_report
            .into_iter()
            .map(|(report, places)| {
                let cover = self.site.page(self.site.report(report).cover);
                ConcordanceReport {
                    title: self.page_title_run(cover, lang),
                    href: self.page_href(cover, self.site.form_of(lang), from),
                    places: places
                        .into_iter()
                        .map(|((page, place), found)| {
                            self.concordance_place(page, place, &found, from)
                        })
                        .collect(),
                }
            })
            .collect()
    }

    fn concordance_place(
        &self,
        page: PageId,
        place: Place,
        found: &[&Occurrence],
        from: &SitePath,
    ) -> ConcordancePlace {
        let page = self.site.page(page);
        let (address, anchor) = page.address(place);
        let path = self.page_href(page, self.site.widest_form(), from);
        ConcordancePlace {
            address,
            href: if anchor.is_empty() { path } else { format!("{path}#{anchor}") },
            lines: found.iter().map(|occurrence| self.keyword_line(occurrence)).collect(),
        }
    }

    fn keyword_line(&self, occurrence: &Occurrence) -> KeywordLine {
        let language = self.site.languages.get(occurrence.lang);
        let plain = self.occurrence_text(occurrence);
        let range = occurrence.range.start as usize..occurrence.range.end as usize;
        let (before, after) =
            keyword_context(plain, &range, context(language.script), language.script);
        KeywordLine { tag: language.tag.clone(), before, keyword: plain[range].to_owned(), after }
    }

    /// The words of an occurrence.
    pub(super) fn occurrence_words(&self, occurrence: &Occurrence) -> &str {
        let range = occurrence.range.start as usize..occurrence.range.end as usize;
        &self.occurrence_text(occurrence)[range]
    }

    fn occurrence_text(&self, occurrence: &Occurrence) -> &str {
        let side = self.site.page(occurrence.page).side(occurrence.lang);
        let side = side.expect("a term was found on this side");
        &side.document.text(occurrence.text).plain
    }
}

/// What stands before and after a keyword, cut between characters or words.
fn keyword_context(
    plain: &str,
    keyword: &Range<usize>,
    most: usize,
    script: Script,
) -> (String, String) {
    let (before, after) = (&plain[..keyword.start], &plain[keyword.end..]);
    let start = before.char_indices().rev().take(most).last().map_or(before.len(), |(at, _)| at);
    let end = after.char_indices().nth(most).map_or(after.len(), |(at, _)| at);
    let (mut left, mut right) = (&before[start..], &after[..end]);
    if script == Script::Latin {
        // A word that was cut is left out.
        if start > 0 {
            left = left.split_once(' ').map_or("", |(_, rest)| rest);
        }
        if end < after.len() {
            right = right.rsplit_once(' ').map_or("", |(rest, _)| rest);
        }
    }
    let flat = |text: &str| text.replace('\n', " ");
    (
        if start > 0 { format!("…{}", flat(left)) } else { flat(left) },
        if end < after.len() { format!("{}…", flat(right)) } else { flat(right) },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn context_is_cut_between_characters_and_words_and_says_so() {
        let zh = "推进三条廊道建设";
        assert_eq!(keyword_context(zh, &(6..18), 1, Script::Han), ("…进".into(), "建…".into()));
        let en = "We pressed ahead with the three corridors in all counties.";
        let at = en.find("three").unwrap();
        assert_eq!(
            keyword_context(en, &(at..at + 15), 10, Script::Latin),
            ("…with the ".into(), " in all…".into())
        );
        assert_eq!(
            keyword_context("ab", &(0..2), 5, Script::Latin),
            (String::new(), String::new())
        );
    }
}
