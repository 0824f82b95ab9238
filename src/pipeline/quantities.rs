//! The numerals of a text outside any site.

use std::path::Path;

use crate::input::disk::{self, ReadError};
use crate::model::{Mention, Numerals, Quantity};

/// Reads a text (`-` is standard input) and every numeral in it.
pub(crate) fn quantities(
    file: &Path,
    language: &dyn Numerals,
) -> Result<(String, Vec<Mention<Quantity>>), ReadError> {
    let text = disk::plain_text(file)?;
    let found = language.quantities(&text);
    Ok((text, found))
}
