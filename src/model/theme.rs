//! A theme as read: templates, words, assets.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::source::FileId;

/// The files of a theme, those of the default theme filling the gaps.
#[derive(Debug, Clone, Default)]
pub struct ThemeFiles {
    /// Templates by the name they are known by: `part.html` for the theme's own or, where it has
    /// none, the default one; `default/part.html` for the default one that it replaces.
    pub(crate) templates: Vec<Template>,
    /// Interface words by language code, then by key.
    pub(crate) strings: BTreeMap<String, BTreeMap<String, String>>,
    /// The style sheet: all of the theme's, joined in its order.
    pub(crate) css: String,
    /// The script: all of the theme's, joined in its order.
    pub(crate) js: String,
    /// Scripts that a page loads only when they are used, by name, each joined in its order.
    pub(crate) on_use: BTreeMap<String, String>,
    /// Files published as they are, by path under `assets/`.
    pub(crate) files: Vec<(String, Arc<[u8]>)>,
}

/// A template.
#[derive(Debug, Clone)]
pub(crate) struct Template {
    /// The name it is known by.
    pub(crate) name: String,
    /// The file it was read from.
    pub(crate) file: FileId,
    /// Its text.
    pub(crate) text: Arc<str>,
}

/// A file to be written.
#[derive(Debug, Clone)]
pub struct OutputFile {
    /// Where, from the root of the finished site.
    pub path: super::SitePath,
    /// What.
    pub bytes: Vec<u8>,
}
