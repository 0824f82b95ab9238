//! The list of files duizhao wrote to a folder; its presence says that the folder is ours.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use super::{WriteError, failed};

/// Its name in the output folder.
pub(super) const FILE_NAME: &str = ".duizhao-manifest";

const HEAD: &str =
    "# Files written by duizhao. A folder with this file may be replaced by a build.";

/// Paths from the output folder, with `/`.
#[derive(Debug, Default)]
pub(super) struct Manifest(BTreeSet<String>);

impl Manifest {
    pub(super) fn new(paths: impl Iterator<Item = String>) -> Self {
        Self(paths.collect())
    }

    /// The manifest of a folder; nothing if it has none.
    pub(super) fn read(folder: &Path) -> Result<Option<Self>, WriteError> {
        let path = folder.join(FILE_NAME);
        match fs::read_to_string(&path) {
            Ok(text) => Ok(Some(Self(
                text.lines().filter(|line| is_inside(line)).map(str::to_owned).collect(),
            ))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(failed("read", &path, error)),
        }
    }

    pub(super) fn write_manifest(&self, folder: &Path) -> Result<(), WriteError> {
        let mut text = format!("{HEAD}\n");
        for path in &self.0 {
            text.push_str(path);
            text.push('\n');
        }
        let path = folder.join(FILE_NAME);
        fs::write(&path, text).map_err(|error| failed("write", &path, error))
    }

    pub(super) fn contains(&self, path: &str) -> bool {
        self.0.contains(path)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

/// A manifest may have been edited: a line that leads out of the folder is never followed.
fn is_inside(line: &str) -> bool {
    !line.is_empty()
        && !line.starts_with(['#', '/'])
        && !line.contains(['\\', ':'])
        && line.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_leaves_the_folder_is_not_followed() {
        assert!(is_inside("zh/a/1.html"));
        for line in ["../x", "/etc/passwd", "a/../../x", "a//b", "C:\\x", "# x", ""] {
            assert!(!is_inside(line), "{line}");
        }
    }
}
