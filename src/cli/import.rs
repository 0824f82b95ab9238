//! `duizhao import`.

use super::arguments::{Common, ImportOptions};
use super::outcome::Outcome;
use super::{Result, report, request, terminal, translation};
use crate::import::{self, Format, Keep, Present};
use crate::pipeline::{self, Findings};
use crate::source::{Diagnostic, Sources};
use crate::{read, write};

pub(super) fn run(common: &Common, options: &ImportOptions) -> Result {
    let has_ending =
        |ending: &str| options.file.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending));
    if has_ending("xlf") || has_ending("xliff") {
        if options.theirs {
            report::error(&"`--theirs` goes with lists of terms");
            return Ok(Outcome::Unusable);
        }
        return translation::import(common, options);
    }
    if options.partial {
        report::error(&"`--partial` goes with translations (`.xlf`, `.xliff`)");
        return Ok(Outcome::Unusable);
    }
    let Some(format) = Format::of(&options.file.to_string_lossy()) else {
        report::error(&format!(
            "`{}` is neither a list of terms nor a translation",
            options.file.display()
        ));
        report::help("`.csv` and `.tbx` hold terms, `.xlf` and `.xliff` translations");
        return Ok(Outcome::Unusable);
    };
    terms(common, options, format)
}

/// Merges a list of terms into the term base.
fn terms(common: &Common, options: &ImportOptions, format: Format) -> Result {
    let request = request(common)?;
    let mut sources = Sources::default();
    let mut found = Vec::new();
    let config = read::config(&request.root, request.config.as_deref(), &mut sources)?
        .into_value(&mut found);
    let Some(config) = config else { return Ok(unusable(found, &sources)) };
    let base = read::term_base(&request.root, &config, &mut sources).into_value(&mut found);
    let list = match read::list(&options.file, &mut sources) {
        Ok(list) => list,
        Err(diagnostic) => return Ok(unusable(vec![diagnostic], &sources)),
    };
    if Findings::new(found.clone(), None, &sources).has_errors(false) {
        return Ok(unusable(found, &sources));
    }
    let present = Present {
        text: &base.text,
        entries: &base.entries,
        file: base.file,
        languages: &config.languages,
        areas: &base.areas,
        reading: &pipeline::unstated_reading,
    };
    let keep = if options.theirs { Keep::Theirs } else { Keep::Ours };
    let merged = match import::merge(&present, sources.get(list), format, keep) {
        Ok(merged) => merged,
        Err(diagnostic) => return Ok(unusable(vec![diagnostic], &sources)),
    };
    terminal::print(|out| write!(out, "{}", merged.report))?;
    let is_new = merged.text != base.text;
    if is_new && !options.dry_run {
        let path = request.root.join(read::TERM_BASE);
        if let Err(error) = write::file(&path, merged.text.as_bytes()) {
            report::error(&error);
            return Ok(Outcome::Failed);
        }
    }
    if !common.quiet {
        let file = read::TERM_BASE;
        report::summary(&match (is_new, options.dry_run) {
            (false, _) => format!("{file} stays as it is"),
            (true, true) => format!("nothing was written; {file} would change"),
            (true, false) => format!("wrote {file}"),
        });
        if merged.report.in_conflict > 0 && !options.theirs {
            report::help(
                "where both say something else, the site’s words were kept; `--theirs` takes the list’s",
            );
        }
    }
    Ok(if merged.report.is_open() { Outcome::Failed } else { Outcome::Fine })
}

/// Shows why the command could not run.
fn unusable(found: Vec<Diagnostic>, sources: &Sources) -> Outcome {
    report::findings(&Findings::new(found, None, sources), sources);
    Outcome::Unusable
}
