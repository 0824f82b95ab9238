//! What the search page shows.

use serde::Serialize;

use super::{FormLink, Run};

/// The search page: what its script loads, and where to look without it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SearchView {
    /// Relative address of the beginning of the index.
    pub(crate) index: String,
    /// Relative address of the table of traditional characters, wanted when nothing is found.
    pub(crate) variants: String,
    /// The newest reports, each on one page, where the browser itself finds words.
    pub(crate) whole: Vec<SearchReport>,
}

/// A report on one page, in each reading form.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SearchReport {
    /// Its title in the language of the interface.
    pub(crate) title: Run,
    /// `2018-03-31`.
    pub(crate) delivered: String,
    /// The page in each form.
    pub(crate) forms: Vec<FormLink>,
}
