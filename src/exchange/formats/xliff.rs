//! What XLIFF 2.1 calls things (OASIS, 2018). Its core is that of 2.0, so files of both are read.

/// The namespace of the core, which 2.0, 2.1 and 2.2 share.
pub(crate) const NAMESPACE: &str = "urn:oasis:names:tc:xliff:document:2.0";

/// The version that is written.
pub(crate) const VERSION: &str = "2.1";

/// The versions that are read.
pub(crate) const READ: [&str; 3] = ["2.0", "2.1", "2.2"];

/// The code between two blocks of a row: a translator may move, add or delete it.
pub(crate) const BLOCK_CODE: &str = "ph";

/// What the code says of itself: how it is shown, and that it may be handled freely.
pub(crate) const BLOCK_CODE_ATTRIBUTES: [(&str, &str); 5] = [
    ("disp", "¶"),
    ("equiv", "\n\n"),
    ("canCopy", "yes"),
    ("canDelete", "yes"),
    ("canReorder", "yes"),
];

/// There is no translation, or one that is older than its original.
pub(crate) const INITIAL: &str = "initial";

/// There is a translation.
pub(crate) const TRANSLATED: &str = "translated";

/// Somebody reviewed the translation.
pub(crate) const REVIEWED: &str = "reviewed";

/// The translation was confirmed.
pub(crate) const FINAL: &str = "final";
