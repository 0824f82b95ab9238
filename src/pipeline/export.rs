//! Data files and translations, each alone.

use std::path::Path;

use crate::exchange::translation;
use crate::model::{DataFile, Language, OutputFile, Site};
use crate::publish::files;
use crate::source::Sources;
use crate::write::{self, WriteError};

/// The data files of a site as `publish` writes them, each with what is known of it.
pub fn data(site: &Site) -> Vec<(OutputFile, DataFile)> {
    let (made, facts) = files::data(site);
    made.into_iter().zip(facts).collect()
}

/// The reports with their translation into a language, as XLIFF 2.1.
pub(crate) fn xliff_file(site: &Site, sources: &Sources, language: &Language) -> Vec<u8> {
    translation::xliff(site, sources, language)
}

/// Writes a file that was asked for, whole or not at all.
pub(crate) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    write::file(path, bytes)
}
