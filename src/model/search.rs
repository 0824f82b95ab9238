//! Where a site is searched.

use super::SitePath;

/// The files that a search page loads, only when it is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SearchFiles {
    /// The beginning of the index; it names all other files of it.
    pub(crate) index: SitePath,
    /// Traditional characters with their simplified forms, for queries that find nothing.
    pub(crate) variants: SitePath,
}
