//! Files to the disk: the only stage that writes.
//!
//! A site is built aside, in a hidden folder beside its target, and swapped in when it is
//! complete. A build that fails at any point leaves the last good site untouched. A file that is
//! the same as before is taken over as it is, with its time, so that tools which copy by time
//! copy only what changed.
#![expect(clippy::disallowed_methods, reason = "this is the writing boundary")]

mod manifest;

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use crate::model::OutputFile;
use manifest::Manifest;

/// Why the output cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The folder holds files that duizhao did not write.
    #[error("`{}` is not empty, and duizhao did not write it", .0.display())]
    NotOurs(PathBuf),
    /// The folder is, or holds, something a site is made of.
    #[error("`{}` cannot be the output folder: it holds the site's own files", .0.display())]
    Inside(PathBuf),
    /// Two outputs with one path.
    #[error("two outputs would be written to `{0}`")]
    Twice(String),
    /// The system refused.
    #[error("cannot {verb} `{}`: {source}", .path.display())]
    Io {
        /// What was tried.
        verb: &'static str,
        /// On which path.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
}

/// What was written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct WriteSummary {
    /// All files.
    pub files: usize,
    /// Files that differ from the last build.
    pub(crate) changed: usize,
    /// Bytes of all files.
    pub(crate) bytes: u64,
}

/// A site being written aside.
#[derive(Debug)]
pub(crate) struct Publication {
    target: PathBuf,
    aside: PathBuf,
    old: Manifest,
    written: Mutex<Vec<Entry>>,
    is_finished: bool,
}

#[derive(Debug)]
struct Entry {
    path: String,
    bytes: u64,
    is_changed: bool,
}

impl Publication {
    /// Begins a publication to `target` of the site in `root`.
    pub(crate) fn begin(target: &Path, root: &Path, has_force: bool) -> Result<Self, WriteError> {
        let target = real_path(target);
        refuse_own_files(&target, &real_path(root))?;
        let old = Manifest::read(&target)?;
        let is_foreign = old.is_none() && is_filled(&target)?;
        if is_foreign && !has_force {
            return Err(WriteError::NotOurs(target));
        }
        let aside = sibling(&target, "new");
        if let Some(parent) = aside.parent() {
            fs::create_dir_all(parent).map_err(|error| failed("make", parent, error))?;
        }
        remove_tree(&aside)?;
        fs::create_dir(&aside).map_err(|error| failed("make", &aside, error))?;
        Ok(Self {
            target,
            aside,
            old: old.unwrap_or_default(),
            written: Mutex::new(Vec::new()),
            is_finished: false,
        })
    }

    /// Writes one file; may be called from many threads.
    ///
    /// # Panics
    /// Never: no thread panics while it holds the lock.
    pub(crate) fn write(&self, file: &OutputFile) -> Result<(), WriteError> {
        let path = file.path.as_str();
        let aside = self.aside.join(path);
        let last = self.target.join(path);
        let is_same = self.old.contains(path) && is_same(&last, &file.bytes);
        if !(is_same && fs::hard_link(&last, &aside).is_ok()) {
            create(&aside, &file.bytes).map_err(|error| failed("write", &last, error))?;
        }
        let entry =
            Entry { path: path.to_owned(), bytes: file.bytes.len() as u64, is_changed: !is_same };
        self.written.lock().expect("no thread panics while it holds this").push(entry);
        Ok(())
    }

    /// Puts the finished site in the place of the last one. Files there that duizhao did not
    /// write, such as a `CNAME`, are kept.
    ///
    /// # Panics
    /// Never: all threads that wrote are done.
    pub(crate) fn swap_in(mut self) -> Result<WriteSummary, WriteError> {
        let mut entries = std::mem::take(&mut *self.written.lock().expect("all threads are done"));
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        if let Some(pair) = entries.windows(2).find(|pair| pair[0].path == pair[1].path) {
            return Err(WriteError::Twice(pair[0].path.clone()));
        }
        let summary = WriteSummary {
            files: entries.len(),
            changed: entries.iter().filter(|entry| entry.is_changed).count(),
            bytes: entries.iter().map(|entry| entry.bytes).sum(),
        };
        let manifest = Manifest::new(entries.into_iter().map(|entry| entry.path));
        manifest.write_manifest(&self.aside)?;
        self.keep_foreign_files()?;
        self.swap()?;
        self.is_finished = true;
        Ok(summary)
    }

    fn keep_foreign_files(&self) -> Result<(), WriteError> {
        if !self.target.is_dir() {
            return Ok(());
        }
        for entry in walkdir::WalkDir::new(&self.target).sort_by_file_name() {
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(&self.target).to_path_buf();
                failed("read", &path, io::Error::other(error))
            })?;
            let Ok(inside) = entry.path().strip_prefix(&self.target) else { continue };
            let name = inside.to_string_lossy().replace('\\', "/");
            let is_ours = self.old.contains(&name) || name == manifest::FILE_NAME;
            let kept = self.aside.join(inside);
            if entry.file_type().is_dir() || is_ours || kept.exists() {
                continue;
            }
            if let Some(parent) = kept.parent() {
                fs::create_dir_all(parent).map_err(|error| failed("make", parent, error))?;
            }
            if fs::hard_link(entry.path(), &kept).is_err() {
                fs::copy(entry.path(), &kept)
                    .map_err(|error| failed("keep", entry.path(), error))?;
            }
        }
        Ok(())
    }

    fn swap(&self) -> Result<(), WriteError> {
        if !self.target.exists() {
            return fs::rename(&self.aside, &self.target)
                .map_err(|error| failed("make", &self.target, error));
        }
        let last = sibling(&self.target, "old");
        remove_tree(&last)?;
        fs::rename(&self.target, &last).map_err(|error| failed("replace", &self.target, error))?;
        if let Err(error) = fs::rename(&self.aside, &self.target) {
            // Put the last good site back before saying that the new one could not be placed.
            let _ = fs::rename(&last, &self.target);
            return Err(failed("replace", &self.target, error));
        }
        remove_tree(&last)
    }
}

impl Drop for Publication {
    fn drop(&mut self) {
        if !self.is_finished {
            // A failed build leaves nothing behind; if even that fails, there is nobody to tell.
            let _ = fs::remove_dir_all(&self.aside);
        }
    }
}

/// Removes what duizhao wrote to `target`, and the folder if nothing else is in it. Gives the
/// number of files removed.
pub(crate) fn remove_published(target: &Path) -> Result<usize, WriteError> {
    let target = real_path(target);
    for kind in ["new", "old"] {
        remove_tree(&sibling(&target, kind))?;
    }
    let Some(manifest) = Manifest::read(&target)? else {
        if is_filled(&target)? {
            return Err(WriteError::NotOurs(target));
        }
        return Ok(0);
    };
    let mut removed = 0;
    let own = manifest.iter().chain([manifest::FILE_NAME]);
    for path in own {
        let path = target.join(path);
        match fs::remove_file(&path) {
            Ok(()) => removed += 1,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(failed("remove", &path, error)),
        }
    }
    remove_empty_folders(&target);
    Ok(removed)
}

fn remove_empty_folders(target: &Path) {
    let folders: Vec<PathBuf> = walkdir::WalkDir::new(target)
        .contents_first(true)
        .into_iter()
        .flatten()
        .filter(|entry| entry.file_type().is_dir())
        .map(walkdir::DirEntry::into_path)
        .collect();
    for folder in folders {
        // Fails for folders that are not empty, which is what is wanted.
        let _ = fs::remove_dir(folder);
    }
}

/// The output must not be the site's folder, hold it, or lie among its sources.
fn refuse_own_files(target: &Path, root: &Path) -> Result<(), WriteError> {
    let sources = ["content", "themes"].map(|folder| root.join(folder));
    let is_source = sources.iter().any(|folder| target.starts_with(folder));
    if root.starts_with(target) || is_source {
        return Err(WriteError::Inside(target.to_path_buf()));
    }
    Ok(())
}

/// The path without symbolic links as far as it exists.
fn real_path(path: &Path) -> PathBuf {
    let mut missing = Vec::new();
    let mut at = path;
    loop {
        if let Ok(real) = at.canonicalize() {
            return missing.iter().rev().fold(real, |path, name| path.join(name));
        }
        match (at.parent(), at.file_name()) {
            (Some(parent), Some(name)) => {
                missing.push(name);
                at = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
            }
            _ => return path.to_path_buf(),
        }
    }
}

fn sibling(target: &Path, kind: &str) -> PathBuf {
    let name = target.file_name().map(|name| name.to_string_lossy().into_owned());
    target.with_file_name(format!(".{}.duizhao-{kind}", name.unwrap_or_else(|| "site".to_owned())))
}

fn is_filled(folder: &Path) -> Result<bool, WriteError> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_some()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(failed("read", folder, error)),
    }
}

fn is_same(path: &Path, bytes: &[u8]) -> bool {
    let has_same_length =
        fs::metadata(path).is_ok_and(|metadata| metadata.len() == bytes.len() as u64);
    has_same_length && fs::read(path).is_ok_and(|last| last == bytes)
}

/// Writes one file that is no part of a site; the file is whole or is not touched.
pub(crate) fn file(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let path = &real_path(path);
    // Nothing can be put in the place of a pipe or a device.
    if path.exists() && !path.is_file() {
        return fs::write(path, bytes).map_err(|error| failed("write", path, error));
    }
    let aside = sibling(path, "new");
    let written = create(&aside, bytes).and_then(|()| fs::rename(&aside, path));
    written.map_err(|error| {
        // What was begun is of no use; that it could not be written is the thing to tell.
        let _ = fs::remove_file(&aside);
        failed("write", path, error)
    })
}

/// Writes a folder that is not there yet, and some files beside it: the folder aside first, and swapped in
/// when all of it is written, so that nothing half written has its name.
pub(crate) fn new_folder(
    root: &Path,
    folder: &str,
    inside: &[(String, Vec<u8>)],
    beside: &[(String, Vec<u8>)],
) -> Result<(), WriteError> {
    let target = root.join(folder);
    let aside = sibling(&target, "new");
    remove_tree(&aside)?;
    let written = inside.iter().try_for_each(|(path, bytes)| {
        let name = path.strip_prefix(folder).unwrap_or(path).trim_start_matches('/');
        create(&aside.join(name), bytes).map_err(|error| failed("write", &root.join(path), error))
    });
    let written = written.and_then(|()| {
        beside.iter().try_for_each(|(path, bytes)| {
            let path = root.join(path);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent).map_err(|error| failed("make", parent, error))?;
            }
            file(&path, bytes)
        })
    });
    let written = written
        .and_then(|()| fs::rename(&aside, &target).map_err(|error| failed("make", &target, error)));
    if written.is_err() {
        // What was begun is of no use; that it could not be written is the thing to tell.
        let _ = fs::remove_dir_all(&aside);
    }
    written
}

/// Writes some files, the last one only when all before it are written; new ones are taken back where one
/// cannot be written.
pub(crate) fn files(root: &Path, files: &[(String, Vec<u8>)]) -> Result<(), WriteError> {
    let mut made: Vec<PathBuf> = Vec::new();
    for (path, bytes) in files {
        let path = root.join(path);
        let is_new = !path.exists();
        let parent = path.parent().map_or(Ok(()), |parent| {
            fs::create_dir_all(parent).map_err(|error| failed("make", parent, error))
        });
        if let Err(error) = parent.and_then(|()| file(&path, bytes)) {
            for path in &made {
                // What was begun is of no use; that it could not be written is the thing to tell.
                let _ = fs::remove_file(path);
            }
            return Err(error);
        }
        if is_new {
            made.push(path);
        }
    }
    Ok(())
}

/// Creates a file; the folder only when it turns out to be missing, which is rare.
fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = match fs::File::create(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::File::create(path)?
        }
        other => other?,
    };
    file.write_all(bytes)
}

fn remove_tree(path: &Path) -> Result<(), WriteError> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failed("remove", path, error)),
        _ => Ok(()),
    }
}

fn failed(verb: &'static str, path: &Path, source: io::Error) -> WriteError {
    WriteError::Io { verb, path: path.to_path_buf(), source }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SitePath;

    #[test]
    fn a_single_file_is_written_whole_and_a_folder_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("new/table.csv");
        file(&path, b"a").unwrap();
        file(&path, b"b").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"b");
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "nothing beside it");
        assert!(file(dir.path(), b"c").is_err());
    }

    fn publish(
        target: &Path,
        root: &Path,
        files: &[(&str, &str)],
    ) -> Result<WriteSummary, WriteError> {
        let publication = Publication::begin(target, root, false)?;
        for (path, text) in files {
            let bytes = text.as_bytes().to_vec();
            publication.write(&OutputFile { path: SitePath::new(*path), bytes })?;
        }
        publication.swap_in()
    }

    #[test]
    fn a_second_build_replaces_the_first_and_keeps_files_it_did_not_write() {
        let dir = tempfile::tempdir().unwrap();
        let (root, target) = (dir.path().join("site"), dir.path().join("out"));
        fs::create_dir(&root).unwrap();
        publish(&target, &root, &[("a/1.html", "one"), ("b.html", "b")]).unwrap();
        fs::write(target.join("CNAME"), "example.org").unwrap();
        let written = publish(&target, &root, &[("a/1.html", "one"), ("c.html", "c")]).unwrap();
        assert_eq!((written.files, written.changed), (2, 1));
        assert!(target.join("CNAME").exists() && target.join("c.html").exists());
        assert!(!target.join("b.html").exists(), "what the new build does not have is gone");
    }

    #[test]
    fn a_folder_somebody_else_filled_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let (root, target) = (dir.path().join("site"), dir.path().join("out"));
        fs::create_dir_all(&root).unwrap();
        fs::create_dir_all(&target).unwrap();
        fs::write(target.join("thesis.txt"), "years of work").unwrap();
        let error = publish(&target, &root, &[("a.html", "a")]).unwrap_err();
        assert!(matches!(error, WriteError::NotOurs(_)));
        assert!(matches!(remove_published(&target), Err(WriteError::NotOurs(_))));
        assert!(target.join("thesis.txt").exists());
    }

    #[test]
    fn the_site_itself_is_never_the_output() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().join("site");
        fs::create_dir_all(root.join("content")).unwrap();
        for target in [root.clone(), dir.path().to_path_buf(), root.join("content/x")] {
            let error = Publication::begin(&target, &root, true).unwrap_err();
            assert!(matches!(error, WriteError::Inside(_)), "{}", target.display());
        }
    }

    #[test]
    fn a_publication_that_is_dropped_leaves_the_last_site_untouched() {
        let dir = tempfile::tempdir().unwrap();
        let (root, target) = (dir.path().join("site"), dir.path().join("out"));
        fs::create_dir(&root).unwrap();
        publish(&target, &root, &[("a.html", "good")]).unwrap();
        let publication = Publication::begin(&target, &root, false).unwrap();
        let bytes = b"half".to_vec();
        publication.write(&OutputFile { path: SitePath::new("a.html"), bytes }).unwrap();
        drop(publication);
        assert_eq!(fs::read_to_string(target.join("a.html")).unwrap(), "good");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 2, "nothing is left beside it");
    }

    #[test]
    fn cleaning_removes_what_was_written_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let (root, target) = (dir.path().join("site"), dir.path().join("out"));
        fs::create_dir(&root).unwrap();
        publish(&target, &root, &[("a/1.html", "one")]).unwrap();
        fs::write(target.join("CNAME"), "example.org").unwrap();
        assert_eq!(remove_published(&target).unwrap(), 2);
        assert!(target.join("CNAME").exists() && !target.join("a").exists());
    }
}
