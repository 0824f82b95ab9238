//! `duizhao explain`.

use super::arguments::ExplainOptions;
use super::outcome::Outcome;
use super::report;
use crate::source::{ALL_CODES, CodeEntry, code, nearest};

pub(super) fn run(options: &ExplainOptions) -> Outcome {
    let Some(name) = &options.code else {
        let widest =
            ALL_CODES.iter().map(|entry| entry.code.name().len()).max().unwrap_or_default();
        for entry in ALL_CODES {
            report::result(&format!("{:widest$}  {}", entry.code.name(), entry.summary));
        }
        return Outcome::Fine;
    };
    match code(name) {
        Some(entry) => {
            explain(entry);
            Outcome::Fine
        }
        None => {
            report::error(&format!("`{name}` is no code"));
            let near = nearest(name, ALL_CODES.iter().map(|entry| entry.code.name()));
            match near {
                Some(near) => report::print_help(&format!("did you mean `{near}`?")),
                None => report::print_help("`duizhao explain` without a code lists all of them"),
            }
            Outcome::Unusable
        }
    }
}

fn explain(entry: &CodeEntry) {
    let name = entry.code.name();
    let severity = entry.severity.name();
    report::result(&format!("{name} ({severity}): {}\n\n{}", entry.summary, entry.explanation));
    if entry.is_configurable {
        report::result(&format!(
            "\nIn site.toml:\n\n    [check]\n    \"{name}\" = \"error\"  # or \"warning\", \"notice\", \"off\""
        ));
    }
}
