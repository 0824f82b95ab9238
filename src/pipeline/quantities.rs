//! The numerals of a text outside any site.

use std::path::Path;

use crate::annotate;
use crate::input::disk::{self, ReadError};
use crate::model::{Found, Quantity, Script};

/// Reads a text (`-` is standard input) and every numeral in it.
pub fn quantities(
    file: &Path,
    script: Script,
) -> Result<(String, Vec<Found<Quantity>>), ReadError> {
    let text = disk::plain(file)?;
    let found = annotate::quantities(&text, script);
    Ok((text, found))
}
