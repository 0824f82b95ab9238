//! `translation.lock` of the root, where the site has one.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use crate::input::{decode_text, unreadable};
use crate::lock::{self, FILE_NAME};
use crate::model::{Languages, Lock};
use crate::source::{Diagnosed, Sources};

/// Reads it; nothing where the site has none.
pub(super) fn lock(
    root: &Path,
    languages: &Languages,
    sources: &mut Sources,
) -> Diagnosed<Option<Lock>> {
    let text = match fs::read(root.join(FILE_NAME)) {
        Ok(bytes) => decode_text(FILE_NAME, bytes),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Diagnosed { value: None, diagnostics: Vec::new() };
        }
        Err(error) => Err(unreadable(FILE_NAME, &error.to_string())),
    };
    match text {
        Ok(text) => {
            let file = sources.add(FILE_NAME, text);
            lock::read_lock(sources.get(file), languages)
        }
        Err(diagnostic) => Diagnosed { value: None, diagnostics: vec![diagnostic] },
    }
}
