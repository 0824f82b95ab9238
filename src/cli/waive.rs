//! `duizhao waive`.

use super::arguments::{Common, WaiveOptions};
use super::outcome::Outcome;
use super::{Result, pages, report, request_with_drafts};
use crate::pipeline::{self, WaiveOutcome, WaivedFinding};
use crate::source::{ALL_CODES, code, nearest};

/// How many findings are shown where none or several are meant.
const MOST_SHOWN: usize = 12;

pub(super) fn run(common: &Common, options: &WaiveOptions) -> Result {
    if code(&options.code).is_none() {
        report::error(&format!("there is no finding `{}`", options.code));
        let names = ALL_CODES.iter().map(|entry| entry.code.name());
        if let Some(near) = nearest(&options.code, names) {
            report::print_help(&format!("did you mean `{near}`?"));
        }
        return Ok(Outcome::Unusable);
    }
    let request = request_with_drafts(common)?;
    let loaded = pipeline::load(&request)?;
    let Some((site, _)) = &loaded.site else {
        report::findings(common, &loaded.findings, &loaded.sources);
        return Ok(Outcome::Unusable);
    };
    if !pages::are_known(site, std::slice::from_ref(&options.page)) {
        return Ok(Outcome::Unusable);
    }
    let wanted = WaivedFinding {
        code: options.code.clone(),
        page: options.page.clone(),
        quote: options.quote.clone(),
        at: options.at.clone(),
        reason: options.reason.clone(),
    };
    match pipeline::waive(&request, &loaded, &wanted)? {
        WaiveOutcome::Written { file, at } => {
            if !common.quiet {
                report::result(&format!("wrote {file}: `{}` at {at}", options.code))?;
            }
            Ok(Outcome::Fine)
        }
        WaiveOutcome::NotAList(file) => {
            report::error(&format!("{file} is not a list with an entry a line"));
            report::print_help("correct it first; `duizhao check` shows what is wrong with it");
            Ok(Outcome::Failed)
        }
        WaiveOutcome::NotOne(there) => {
            not_one(options, &there);
            Ok(Outcome::Failed)
        }
    }
}

/// Says what there is where no finding, or more than one, is meant.
fn not_one(options: &WaiveOptions, there: &[(String, String)]) {
    let same = there.iter().filter(|(words, _)| *words == options.quote).count();
    report::error(&match (there.len(), same) {
        (0, _) => format!("nothing on `{}` is `{}`", options.page, options.code),
        (_, 0) => format!("no `{}` on `{}` marks these words", options.code, options.page),
        _ => "these words are marked at several places; say which: `--at`".to_owned(),
    });
    for (words, at) in there.iter().take(MOST_SHOWN) {
        report::print_help(&format!("at {at}: `{words}`"));
    }
}
