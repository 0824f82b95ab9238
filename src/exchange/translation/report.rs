//! What became of each unit, in words.

use std::fmt;

use crate::exchange::formats::printable;

/// What became of each unit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TranslationReport {
    /// Lines, one for each thing told.
    lines: Vec<String>,
    /// Units whose translation changes.
    pub changed: usize,
    /// Units that say what the site says.
    pub(crate) unchanged: usize,
    /// Units without a translation.
    pub(crate) untranslated: usize,
    /// Units that cannot be taken.
    pub(crate) refused: usize,
}

impl TranslationReport {
    pub(super) fn changed(&mut self, name: &str) {
        self.changed += 1;
        self.lines.push(format!("changed: {name}"));
    }

    pub(super) fn add_refused(&mut self, name: &str, why: &str) {
        self.refused += 1;
        self.lines.push(format!("refused: {name}: {why}"));
    }
}

impl fmt::Display for TranslationReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.lines {
            writeln!(f, "{}", printable(line))?;
        }
        let Self { changed, unchanged, untranslated, refused, .. } = self;
        write!(f, "{changed} changed, {unchanged} unchanged, {refused} refused")?;
        if *untranslated > 0 {
            write!(f, ", {untranslated} without a translation")?;
        }
        writeln!(f)
    }
}
