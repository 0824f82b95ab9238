//! What is a draft and is not published.

use std::sync::Arc;

use super::{Document, LangId};

/// A page of which something is held back.
#[derive(Debug, Clone)]
pub(crate) struct WithheldPage {
    /// The path of its files without language and ending: `jinhua-2018/2-plan`.
    pub(crate) key: String,
    /// The report it belongs to, by its key.
    pub(crate) report: Option<String>,
    /// Its number in the report: `[2]`.
    pub(crate) number: Vec<u32>,
    /// What is held back, one entry for each language of the site.
    pub(crate) documents: Vec<Option<Arc<Document>>>,
}

impl WithheldPage {
    /// Whether nothing of the page is published: without its original a page does not exist.
    pub(crate) fn is_whole(&self) -> bool {
        self.documents.first().is_some_and(Option::is_some)
    }

    /// The draft in a language.
    pub(crate) fn document(&self, lang: LangId) -> Option<&Arc<Document>> {
        self.documents.get(lang.index()).and_then(Option::as_ref)
    }

    /// Its name in the data files of its report: `2-plan`; `_index` for the cover.
    pub(crate) fn name(&self) -> &str {
        let report = self.report.as_deref().unwrap_or_default();
        match self.key.strip_prefix(report) {
            Some("") => "_index",
            Some(rest) => rest.trim_start_matches('/'),
            None => &self.key,
        }
    }

    /// Whether an address of its report would lie on this page: `s2`, `s2.1`, `s2-p3`.
    pub(crate) fn has_address(&self, address: &str) -> bool {
        let number: Vec<String> = self.number.iter().map(ToString::to_string).collect();
        let rest = address.strip_prefix('s').and_then(|rest| rest.strip_prefix(&number.join(".")));
        !number.is_empty()
            && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '-']))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_knows_its_name_and_its_addresses() {
        let page = |key: &str, number: &[u32]| WithheldPage {
            key: key.to_owned(),
            report: Some("r/a".to_owned()),
            number: number.to_vec(),
            documents: Vec::new(),
        };
        assert_eq!(page("r/a", &[0]).name(), "_index");
        assert_eq!(page("r/a/2-plan", &[2]).name(), "2-plan");
        let page = page("r/a/2-plan", &[2]);
        let is_here = ["s2", "s2.1", "s2-p3", "s2.1-p3a", "s21", "s1.2", "2"];
        let is_here: Vec<bool> = is_here.iter().map(|id| page.has_address(id)).collect();
        assert_eq!(is_here, [true, true, true, true, false, false, false]);
    }
}
