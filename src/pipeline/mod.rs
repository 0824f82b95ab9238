//! The whole flow, from a folder to a finished site: the only module that composes the stages, one
//! function for each verb of the command line.

mod address;
mod build;
mod causes;
mod clean;
mod compare;
mod confirm;
mod export;
mod findings;
mod import;
mod import_received_translation;
mod import_report;
mod load;
mod quantities;
mod scan;
mod translation;
mod waive;
mod waiver;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::input::site_toml::Config;
use crate::model::{Site, ThemeFiles};
use crate::source::Sources;

pub use crate::publish::search::Cost as SearchCost;
pub use build::{check_output, publish};
pub(crate) use compare::ComparedFiles;
pub use compare::{CompareError, ComparedTexts, Comparison, compare};
pub use export::data;
pub use load::load;
pub use translation::parse_translation;

pub(crate) use crate::annotate::{NUMERALS, numerals_of};
pub(crate) use crate::intake::RunIn;
pub(crate) use build::{PublishError, PublishedSite};
pub(crate) use clean::{clean_output, configured_output};
pub(crate) use confirm::{Confirmation, confirm};
pub(crate) use export::{write_file, xliff_file};
pub(crate) use findings::{Fault, Findings, is_configuration};
pub(crate) use import::import_terms;
pub(crate) use import_received_translation::{TranslationRequest, import_received_translation};
pub(crate) use import_report::{ReportImport, ReportImportError, ReportRequest, import_report};
pub(crate) use quantities::quantities;
pub(crate) use scan::{ScanKind, ScanResult, scan};
pub(crate) use translation::{ImportError, TranslationImport, import_translation};
pub(crate) use waive::{WaiveOutcome, WaivedFinding, waive};

/// The version of this program, shown in the pages it makes.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What is asked for, whichever the command.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// The root of the site.
    pub root: PathBuf,
    /// A configuration elsewhere than in the root.
    pub config: Option<PathBuf>,
    /// An address other than the configured one.
    pub base_url: Option<String>,
    /// Whether warnings stop a build as errors do.
    pub is_strict: bool,
    /// Whether drafts are published.
    pub has_drafts: bool,
    /// Whether the numerals of every report are listed, not only of those that claim figures.
    pub covers_every_report: bool,
}

/// A site that was read, and what was found on the way.
#[derive(Debug)]
pub struct LoadedSite {
    /// Every text that was read.
    pub sources: Sources,
    /// The configuration; nothing if it cannot be used.
    pub config: Option<Config>,
    /// The site and its theme; nothing if the configuration cannot be used.
    pub site: Option<(Site, ThemeFiles)>,
    /// What was found. Severities are those of the configuration.
    pub findings: Findings,
    /// How long each stage took.
    pub(crate) timings: Timings,
}

/// How long each stage took, in the order they ran.
#[derive(Debug, Clone, Default)]
pub(crate) struct Timings(pub(crate) Vec<(&'static str, Duration)>);

impl Timings {
    fn measure<T>(&mut self, name: &'static str, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let value = work();
        self.0.push((name, start.elapsed()));
        value
    }
}
