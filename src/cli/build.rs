//! `duizhao build`.

use std::io;
use std::path::PathBuf;
use std::time::Instant;

use super::arguments::{BuildOptions, Common};
use super::outcome::Outcome;
use super::progress::Bar;
use super::{Result, report, request};
use crate::input::site_toml;
use crate::pipeline::{self, LoadedSite, PublishError, PublishedSite, Request};
use crate::source::Severity;
use crate::write::WriteError;

pub(super) fn run(common: &Common, options: &BuildOptions) -> Result {
    let start = Instant::now();
    let mut request = request(common)?;
    request.has_drafts = options.drafts;
    request.is_strict = options.strict;
    if let Some(url) = &options.base_url {
        if site_toml::base_url(url).is_none() {
            return Err(format!("`{url}` is not an address a site can have; write the whole of it, such as `https://example.org/reports/`").into());
        }
        request.base_url = Some(url.clone());
    }
    let mut loaded = pipeline::load(&request)?;
    if loaded.findings.has_errors(options.strict) {
        report::findings(common, &loaded.findings, &loaded.sources);
        nothing_written(common, &loaded)?;
        return Ok(failure(&loaded));
    }
    let target = output_folder(&request, &loaded, options.output_dir.as_ref());
    let bar = Bar::new(common.quiet);
    let published =
        pipeline::publish(&mut loaded, &request, &target, options.force, &|done, all| {
            bar.show(done, all);
        });
    bar.finish_bar();
    if common.is_verbose() {
        report::timings(&loaded.timings);
    }
    match published {
        Ok(PublishedSite { written, search }) => {
            if let Some(search) = search.filter(|_| common.is_verbose()) {
                report::search(&search);
            }
            report::findings(common, &loaded.findings, &loaded.sources);
            if !common.quiet {
                report::result(&format!(
                    "wrote {} files ({} changed, {}) to {} in {:.2} s{}",
                    written.files,
                    written.changed,
                    report::size(written.bytes),
                    target.display(),
                    start.elapsed().as_secs_f64(),
                    warnings(&loaded),
                ))?;
            }
            Ok(Outcome::Fine)
        }
        Err(PublishError::Findings) => {
            report::findings(common, &loaded.findings, &loaded.sources);
            nothing_written(common, &loaded)?;
            Ok(Outcome::Failed)
        }
        Err(PublishError::Write(error)) => {
            report::error(&error);
            report::print_help(how_to_fix(&error));
            Ok(Outcome::Failed)
        }
    }
}

fn nothing_written(common: &Common, loaded: &LoadedSite) -> io::Result<()> {
    if common.quiet {
        return Ok(());
    }
    report::result(&format!("nothing was written: {}", report::counts_in_words(&loaded.findings)))
}

/// The output folder: the one typed, else the one configured.
pub(super) fn output_folder(
    request: &Request,
    loaded: &LoadedSite,
    typed: Option<&PathBuf>,
) -> PathBuf {
    let configured = loaded.config.as_ref().map_or("public", |config| config.output_dir.as_str());
    let target = typed.cloned().unwrap_or_else(|| request.root.join(configured));
    // `./public` reads better as `public`.
    target.strip_prefix(".").map(PathBuf::from).unwrap_or(target)
}

/// What to do about a write error.
pub(super) fn how_to_fix(error: &WriteError) -> &'static str {
    match error {
        WriteError::NotOurs(_) => {
            "choose another folder with `--output-dir`, or add `--force` to write there and keep what is in it"
        }
        WriteError::Inside(_) => "choose another folder with `--output-dir`, such as `public`",
        WriteError::Twice(_) => "rename one of the two files",
        WriteError::Io { .. } => {
            "the last site is untouched; check the permissions and the space on the disk"
        }
    }
}

fn failure(loaded: &LoadedSite) -> Outcome {
    let is_unusable = loaded.site.is_none() || pipeline::is_configuration(&loaded.findings);
    if is_unusable { Outcome::Unusable } else { Outcome::Failed }
}

fn warnings(loaded: &LoadedSite) -> String {
    match loaded.findings.count(Severity::Warning) {
        0 => String::new(),
        1 => "; 1 warning".to_owned(),
        many => format!("; {many} warnings"),
    }
}
