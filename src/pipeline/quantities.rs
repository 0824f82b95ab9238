//! The numerals of a text outside any site.

use std::path::Path;

use crate::input::disk::{self, ReadError};
use crate::model::{Found, Numerals, Quantity};

/// Reads a text (`-` is standard input) and every numeral in it.
pub fn quantities(
    file: &Path,
    language: &dyn Numerals,
) -> Result<(String, Vec<Found<Quantity>>), ReadError> {
    let text = disk::plain_text(file)?;
    let found = language.quantities(&text);
    Ok((text, found))
}
