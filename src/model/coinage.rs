//! Words that a report coins or cites: what stands in “…”.

use std::collections::HashSet;
use std::ops::Range;

use super::{Page, PageId, Place, Script, Site, TermMention, TermRole, TextId};

/// The most characters of a coinage; what is longer is a quotation.
const LONGEST: usize = 32;

/// A quoted coinage of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Coinage {
    /// The page.
    pub(crate) page: PageId,
    /// The place on the page.
    pub(crate) place: Place,
    /// The text of the original.
    pub(crate) text: TextId,
    /// What stands between the quotation marks, in bytes of the plain text.
    pub(crate) range: Range<usize>,
}

impl Site {
    /// The coinages of a page that no term of the glossary explains, in text order; each at its
    /// first place on the page. None where the original is not Chinese.
    pub(crate) fn unexplained_coinages(&self, page: &Page) -> Vec<Coinage> {
        let original = self.languages.original();
        if original.script != Script::Han || page.report.is_none() {
            return Vec::new();
        }
        let document = &page.original().document;
        let mut seen = HashSet::new();
        let mut coinages = Vec::new();
        for place in page.places() {
            for text in page.texts(place, original.id) {
                let plain = &document.text(text).plain;
                let terms: Vec<&TermMention> = document.terms_in(text).iter().collect();
                for range in quotations(plain) {
                    let words = &plain[range.clone()];
                    let mut is_new = || seen.insert(words.to_owned());
                    if is_coinage(words) && !is_explained(plain, &range, &terms) && is_new() {
                        coinages.push(Coinage { page: page.id, place, text, range });
                    }
                }
            }
        }
        coinages
    }
}

/// What stands between “ and ”, outermost pairs only.
pub(crate) fn quotations(plain: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    let mut depth = 0usize;
    for (at, c) in plain.char_indices() {
        match c {
            '“' => {
                depth += 1;
                open.get_or_insert(at + c.len_utf8());
            }
            '”' => {
                depth = depth.saturating_sub(1);
                if depth == 0
                    && let Some(start) = open.take()
                {
                    found.push(start..at);
                }
            }
            _ => {}
        }
    }
    found
}

fn is_coinage(words: &str) -> bool {
    !words.is_empty()
        && words.chars().count() <= LONGEST
        && !words.contains(['。', '！', '？', '\n'])
}

/// A term covers the words, or terms inside them leave nothing but marks.
fn is_explained(plain: &str, range: &Range<usize>, terms: &[&TermMention]) -> bool {
    let mut rest = range.start;
    for term in terms.iter().filter(|term| !matches!(term.role, TermRole::Avoided(_))) {
        let term = term.byte_range();
        if term.start <= range.start && range.end <= term.end {
            return true;
        }
        let is_next = rest <= term.start
            && term.end <= range.end
            && !plain[rest..term.start].contains(char::is_alphanumeric);
        if is_next {
            rest = term.end;
        }
    }
    rest > range.start && !plain[rest..range.end].contains(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ConceptId;

    fn term(plain: &str, words: &str) -> TermMention {
        let start = plain.find(words).unwrap();
        let narrow = |at: usize| u32::try_from(at).unwrap();
        TermMention {
            text: TextId(0),
            range: narrow(start)..narrow(start + words.len()),
            concept: ConceptId(0),
            role: TermRole::Meant,
        }
    }

    fn explained(plain: &str, terms: &[&str]) -> bool {
        let terms: Vec<TermMention> = terms.iter().map(|words| term(plain, words)).collect();
        is_explained(plain, &quotations(plain)[0], &terms.iter().collect::<Vec<_>>())
    }

    #[test]
    fn words_are_explained_by_a_term_around_them_or_by_terms_that_leave_only_marks() {
        assert!(explained("实施“厕所革命”", &["厕所革命"]));
        assert!(explained("全国“厕所革命”先进市", &["“厕所革命”先进市"]));
        assert!(explained("推行“承诺制+标准地”", &["承诺制", "标准地"]));
        assert!(!explained("推行“承诺制+标准地改革”", &["承诺制", "标准地"]));
        assert!(!explained("推行“标准地改革”", &["改革"]));
    }

    #[test]
    fn quotations_inside_others_belong_to_them_and_one_left_open_is_none() {
        let plain = "“甲“乙”丙”和“丁";
        let words: Vec<_> = quotations(plain).into_iter().map(|range| &plain[range]).collect();
        assert_eq!(words, ["甲“乙”丙"]);
    }
}
