//! Walks a folder of the site.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::model::same_form;
use crate::source::{Diagnosed, Diagnostic, codes, message};

/// A file found under the walked folder.
#[derive(Debug, Clone)]
pub(super) struct FoundFile {
    /// Where it is.
    pub(super) path: PathBuf,
    /// Its path from the walked folder, with `/`, in the form in which names are compared: `é` may
    /// be one character or two in the name of a file.
    pub(super) key: String,
    /// Its path from the site's root, with `/`.
    pub(super) shown: String,
}

/// All files under `folder`, sorted by path. Names that begin with a dot are passed over.
///
/// Symbolic links are followed, but not out of the site and not in a circle.
pub(super) fn files_under(root: &Path, folder: &Path) -> Diagnosed<Vec<FoundFile>> {
    let mut found = Vec::new();
    let mut diagnostics = Vec::new();
    let real_root = root.canonicalize().unwrap_or_else(|_| root.to_path_buf());
    let mut walk = WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter();
    while let Some(entry) = walk.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                diagnostics.push(broken(root, &error));
                continue;
            }
        };
        let is_hidden = entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".");
        let leaves = entry.path_is_symlink() && leaves_root(entry.path(), &real_root);
        if leaves && !is_hidden {
            diagnostics.push(
                Diagnostic::new(codes::PATH_OUTSIDE, message!("path-outside-link"))
                    .in_file(shown_path(root, entry.path()))
                    .help(message!("path-outside-link.help")),
            );
        }
        if is_hidden || leaves {
            if entry.file_type().is_dir() {
                walk.skip_current_dir();
            }
            continue;
        }
        if entry.file_type().is_file() {
            let shown = shown_path(root, entry.path());
            if entry.path().to_str().is_none() {
                diagnostics.push(
                    Diagnostic::new(codes::FILE_ENCODING, message!("file-encoding-name"))
                        .in_file(shown)
                        .help(message!("file-encoding-name.help")),
                );
                continue;
            }
            let key = slashed(entry.path().strip_prefix(folder).unwrap_or(entry.path()));
            let key = same_form(&key).into_owned();
            found.push(FoundFile { path: entry.into_path(), key, shown });
        }
    }
    refuse_alike(&mut found, &mut diagnostics);
    Diagnosed { value: found, diagnostics }
}

/// Of files whose names are the same to a reader, only the first is kept.
fn refuse_alike(found: &mut Vec<FoundFile>, diagnostics: &mut Vec<Diagnostic>) {
    let mut first: HashMap<String, String> = HashMap::with_capacity(found.len());
    found.retain(|file| match first.entry(file.key.clone()) {
        Entry::Vacant(vacant) => {
            vacant.insert(file.shown.clone());
            true
        }
        Entry::Occupied(other) => {
            diagnostics.push(
                Diagnostic::new(
                    codes::PATH_CLASH,
                    message!("path-clash-alike", other = other.get()),
                )
                .in_file(file.shown.as_str())
                .help(message!("path-clash-alike.help")),
            );
            false
        }
    });
}

pub(super) fn leaves_root(link: &Path, real_root: &Path) -> bool {
    link.canonicalize().is_ok_and(|target| !target.starts_with(real_root))
}

fn broken(root: &Path, error: &walkdir::Error) -> Diagnostic {
    let path = error.path().map(|path| shown_path(root, path)).unwrap_or_default();
    if let Some(ancestor) = error.loop_ancestor() {
        let above = shown_path(root, ancestor);
        return Diagnostic::new(codes::PATH_LOOP, message!("path-loop", above = above))
            .in_file(path)
            .help(message!("path-loop.help"));
    }
    let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
    crate::input::unreadable(&path, &reason)
}

fn shown_path(root: &Path, path: &Path) -> String {
    slashed(path.strip_prefix(root).unwrap_or(path))
}

fn slashed(path: &Path) -> String {
    let parts: Vec<_> =
        path.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    parts.join("/")
}
