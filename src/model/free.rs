//! Free values a user may put under `extra`.

use std::collections::BTreeMap;

/// A value whose meaning only a theme knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Free {
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A text; also numbers with a fraction and dates, as they were written.
    Text(String),
    /// A list.
    List(Vec<Free>),
    /// A table.
    Map(BTreeMap<String, Free>),
}
