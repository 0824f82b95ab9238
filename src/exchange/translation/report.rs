//! What became of each unit, in words.

use std::fmt;

use crate::exchange::formats::printable;

/// What became of each unit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TranslationReport {
    /// Lines, one for each thing told.
    lines: Vec<String>,
    /// Units that have a translation for the first time.
    pub new: usize,
    /// Units whose translation changes.
    pub changed: usize,
    /// Units that say what the site says.
    pub(crate) unchanged: usize,
    /// Units without a translation.
    pub(crate) untranslated: usize,
    /// Units that cannot be taken.
    pub(crate) refused: usize,
    /// What a cover that is made says of its version.
    status: Option<&'static str>,
}

impl TranslationReport {
    /// A page that is made, and the status of its version where it is a cover.
    pub(super) fn add_new_page(&mut self, path: &str, status: Option<&'static str>) {
        self.status = self.status.or(status);
        self.lines.push(format!("new page: {path}"));
    }

    pub(super) fn add_new(&mut self, name: &str) {
        self.new += 1;
        self.lines.push(format!("new: {name}"));
    }

    pub(super) fn add_changed(&mut self, name: &str) {
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
        let Self { new, changed, unchanged, untranslated, refused, status, .. } = self;
        write!(f, "{new} new, {changed} changed, {unchanged} unchanged, {refused} refused")?;
        if *untranslated > 0 {
            write!(f, ", {untranslated} not translated yet")?;
        }
        if let Some(status) = status {
            write!(f, "; status: {status}")?;
        }
        writeln!(f)
    }
}
