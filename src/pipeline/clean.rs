//! What `build` wrote, removed.

use std::path::{Path, PathBuf};

use super::Request;
use crate::input::disk::{self, ReadError};
use crate::source::Sources;
use crate::write::{self, WriteError};

/// Removes what `build` wrote into a folder; how many files.
pub(crate) fn clean_output(target: &Path) -> Result<usize, WriteError> {
    write::remove_published(target)
}

/// The output folder that a site configures.
pub(crate) fn configured_output(request: &Request) -> Result<PathBuf, ReadError> {
    let mut sources = Sources::default();
    let config = disk::config(&request.root, request.config.as_deref(), &mut sources)?;
    let folder = config.value.map_or_else(|| "public".to_owned(), |config| config.output_dir);
    Ok(request.root.join(folder))
}
