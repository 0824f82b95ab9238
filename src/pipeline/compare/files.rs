//! Which file is the translation of which.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::{CompareError, ComparedTexts};
use crate::input::disk;
use crate::source::Diagnostic;

/// The files of both sides.
pub(super) struct PairedFiles {
    /// Originals with their translations, by name.
    pub(super) pairs: Vec<[PathBuf; 2]>,
    /// Files without a counterpart.
    pub(super) alone: Vec<PathBuf>,
    /// What of the folders cannot be walked.
    pub(super) faults: Vec<Diagnostic>,
}

/// Ways in which a name says the language of a file, by the code of the language.
const SUFFIXES: &[(&str, &[&str])] = &[
    ("zh", &["zh", "zh-cn", "zh-hans", "zh-hant", "zh-tw", "zh-hk", "cn", "chs", "chinese"]),
    ("en", &["en", "en-us", "en-gb", "eng", "english"]),
];

/// Pairs two files, or the texts of two folders by their names without language and ending. Both may be
/// the same folder.
pub(super) fn paired_files(texts: &ComparedTexts) -> Result<PairedFiles, CompareError> {
    let (one, other) = (&texts.original, &texts.translation);
    match (one.is_dir(), other.is_dir()) {
        (false, false) => {
            let pairs = vec![[one.clone(), other.clone()]];
            return Ok(PairedFiles { pairs, alone: Vec::new(), faults: Vec::new() });
        }
        (true, true) => {}
        (true, false) => return Err(CompareError::FolderWithFile(one.clone(), other.clone())),
        (false, true) => return Err(CompareError::FolderWithFile(other.clone(), one.clone())),
    }
    let is_same = one.canonicalize().ok().is_some_and(|one| other.canonicalize().ok() == Some(one));
    let paired = if is_same { of_one_folder(texts) } else { of_two_folders(one, other) };
    if paired.pairs.is_empty() {
        return Err(CompareError::NoPairs(one.clone(), other.clone()));
    }
    Ok(paired)
}

/// Endings of files that are neither Markdown nor plain text.
const RECEIVED: [&str; 4] = ["docx", "html", "htm", "xhtml"];

/// Whether a file is Markdown by its ending.
pub(super) fn is_markdown(path: &Path) -> bool {
    has_ending(path, &["md", "markdown"])
}

/// Whether a file came in a form that is read as a text is imported.
pub(super) fn is_received(path: &Path) -> bool {
    has_ending(path, &RECEIVED)
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| endings.iter().any(|one| one.eq_ignore_ascii_case(ending)))
}

/// The texts of a folder, by their paths in it.
fn texts_of(folder: &Path, faults: &mut Vec<Diagnostic>) -> Vec<PathBuf> {
    let mut files = disk::files_below(folder).into_value(faults);
    files.retain(|path| has_ending(path, &["md", "markdown", "txt"]) || is_received(path));
    files
}

fn of_two_folders(one: &Path, other: &Path) -> PairedFiles {
    let mut faults = Vec::new();
    let mut keyed = |folder: &Path| -> BTreeMap<String, PathBuf> {
        let texts = texts_of(folder, &mut faults).into_iter();
        texts.map(|path| (name_of(&path).0, folder.join(path))).collect()
    };
    let (originals, mut translations) = (keyed(one), keyed(other));
    let mut paired = PairedFiles { pairs: Vec::new(), alone: Vec::new(), faults };
    for (key, original) in originals {
        match translations.remove(&key) {
            Some(translation) => paired.pairs.push([original, translation]),
            None => paired.alone.push(original),
        }
    }
    paired.alone.extend(translations.into_values());
    paired
}

/// The files of one folder with those that are called like them but for the language. `README.md` beside
/// `README.zh.md` is the original; of `a.zh.md` and `a.en.md` it is the one in the language stated, or
/// the first in the order of [`SUFFIXES`].
fn of_one_folder(texts: &ComparedTexts) -> PairedFiles {
    let folder = &texts.original;
    let mut faults = Vec::new();
    let mut by_name: BTreeMap<String, Vec<(Option<&'static str>, PathBuf)>> = BTreeMap::new();
    for path in texts_of(folder, &mut faults) {
        let (name, language) = name_of(&path);
        by_name.entry(name).or_default().push((language, folder.join(path)));
    }
    let mut paired = PairedFiles { pairs: Vec::new(), alone: Vec::new(), faults };
    let rank = |language: Option<&str>| match language {
        Some(code) if texts.from.as_deref() == Some(code) => 0,
        None => 1,
        Some(code) if texts.to.as_deref() == Some(code) => 4,
        Some(code) => 2 + usize::from(SUFFIXES.first().is_some_and(|(first, _)| *first != code)),
    };
    for (_, mut files) in by_name {
        files.sort_by_key(|(language, _)| rank(*language));
        let mut files = files.into_iter().map(|(_, path)| path);
        match (files.next(), files.next()) {
            (Some(original), Some(translation)) => paired.pairs.push([original, translation]),
            (original, _) => paired.alone.extend(original),
        }
        paired.alone.extend(files);
    }
    paired
}

/// What a file is called without language and ending, and the language its name says.
fn name_of(path: &Path) -> (String, Option<&'static str>) {
    let whole = path.with_extension("").to_string_lossy().replace('\\', "/");
    let lower = whole.to_lowercase();
    for (code, suffixes) in SUFFIXES {
        for suffix in *suffixes {
            let spellings = [(*suffix).to_owned(), suffix.replace('-', "_")];
            for ending in &spellings {
                let stem = lower.strip_suffix(ending.as_str()).map(str::len);
                let stem = stem.filter(|at| lower[..*at].ends_with(['.', '_', '-']));
                if let Some(at) = stem.filter(|at| whole.is_char_boundary(at - 1)) {
                    return (whole[..at - 1].to_owned(), Some(code));
                }
            }
        }
    }
    (whole, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_its_language_at_its_end() {
        for (path, name, language) in [
            ("a.zh.md", "a", Some("zh")),
            ("docs/README_zh-CN.md", "docs/README", Some("zh")),
            ("README.zh_CN.md", "README", Some("zh")),
            ("README-CN.md", "README", Some("zh")),
            ("guide.en.txt", "guide", Some("en")),
            ("guide.md", "guide", None),
            ("frozen.md", "frozen", None),
        ] {
            assert_eq!(name_of(Path::new(path)), (name.to_owned(), language), "{path}");
        }
    }
}
