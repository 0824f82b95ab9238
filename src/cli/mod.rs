//! The command line: the only place that prints, and that knows the environment.
//!
//! Results go to standard output, and so do the findings of `check` and `compare`; the findings of
//! other verbs and progress go to standard error. Exit codes: 0 fine, 1 findings or a failed build,
//! 2 usage or configuration.
#![expect(clippy::disallowed_methods, reason = "this is the border to the environment")]

mod arguments;
mod build;
mod check;
mod clean;
mod compare;
mod completion;
mod confirm;
mod explain;
mod export;
mod finding_text;
mod import;
mod list;
mod outcome;
mod pages;
mod progress;
mod quantities;
mod received;
mod report;
mod sarif;
mod scan;
mod terminal;
mod translation;
mod waive;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;

use crate::input::disk;
use crate::pipeline::Request;
use arguments::{Arguments, Common, Verb};
use outcome::Outcome;

/// Runs the command that was typed.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let common = arguments.common;
    if let Some(jobs) = common.jobs {
        // Fails only if the pool was made before, which nothing does.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs.get()).build_global();
    }
    let outcome = match arguments.verb {
        Verb::Build(options) => build::run(&common, &options),
        Verb::Check(options) => check::run(&common, &options),
        Verb::Clean(options) => clean::run(&common, &options),
        Verb::Compare(options) => compare::run(&common, &options),
        Verb::Completion(options) => completion::run(&options),
        Verb::Confirm(options) => confirm::run(&common, &options),
        Verb::Explain(options) => explain::run(&options),
        Verb::Export(options) => export::run(&common, &options),
        Verb::Import(options) => import::run(&common, &options),
        Verb::List(options) => list::run(&common, &options),
        Verb::Quantities(options) => quantities::run(&options),
        Verb::Scan(options) => scan::run(&common, &options),
        Verb::Waive(options) => waive::run(&common, &options),
    };
    match outcome {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            report::error(&*error);
            ExitCode::from(2)
        }
    }
}

type Result = std::result::Result<Outcome, Box<dyn std::error::Error>>;

/// The request all commands make, for the site that was meant.
fn request(common: &Common) -> std::result::Result<Request, Box<dyn std::error::Error>> {
    let here = std::env::current_dir()?;
    let root = match (&common.root, &common.config) {
        (Some(root), _) => here.join(root),
        (None, Some(_)) => here.clone(),
        (None, None) => disk::root(&here)?,
    };
    let root = if root == here { PathBuf::from(".") } else { relative(&root, &here) };
    Ok(Request {
        root,
        config: common.config.as_ref().map(|config| relative(&here.join(config), &here)),
        base_url: None,
        is_strict: false,
        has_drafts: false,
        covers_every_report: false,
    })
}

/// The request of commands that work on the texts themselves, drafts among them: a translator and
/// an editor see what is not published yet.
fn request_with_drafts(
    common: &Common,
) -> std::result::Result<Request, Box<dyn std::error::Error>> {
    Ok(Request { has_drafts: true, ..request(common)? })
}

/// The shorter way to write a path, for messages.
fn relative(path: &Path, here: &Path) -> PathBuf {
    match path.strip_prefix(here) {
        Ok(inside) if inside.as_os_str().is_empty() => PathBuf::from("."),
        Ok(inside) => inside.to_path_buf(),
        Err(_) => path.to_path_buf(),
    }
}
