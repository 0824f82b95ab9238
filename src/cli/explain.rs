//! `duizhao explain`.

use super::arguments::ExplainOptions;
use super::outcome::Outcome;
use super::{Result, report, terminal};
use crate::source::{ALL_CODES, CodeEntry, code, nearest};

pub(super) fn run(options: &ExplainOptions) -> Result {
    let Some(name) = &options.code else {
        let widest =
            ALL_CODES.iter().map(|entry| entry.code.name().len()).max().unwrap_or_default();
        terminal::print(|out| {
            let mut entries = ALL_CODES.iter();
            entries.try_for_each(|entry| {
                writeln!(out, "{:widest$}  {}", entry.code.name(), entry.summary)
            })
        })?;
        return Ok(Outcome::Fine);
    };
    match code(name) {
        Some(entry) => {
            report::result(&explanation(entry))?;
            Ok(Outcome::Fine)
        }
        None => {
            report::error(&format!("`{name}` is no code"));
            let near = nearest(name, ALL_CODES.iter().map(|entry| entry.code.name()));
            match near {
                Some(near) => report::print_help(&format!("did you mean `{near}`?")),
                None => report::print_help("`duizhao explain` without a code lists all of them"),
            }
            Ok(Outcome::Unusable)
        }
    }
}

/// What a finding means, and how its severity is set.
fn explanation(entry: &CodeEntry) -> String {
    let name = entry.code.name();
    let severity = entry.severity.name();
    let text = format!("{name} ({severity}): {}\n\n{}", entry.summary, entry.explanation);
    if !entry.is_configurable {
        return text;
    }
    format!(
        "{text}\n\nIn site.toml:\n\n    [check]\n    \"{name}\" = \"error\"  # or \"warning\", \"notice\", \"off\""
    )
}
