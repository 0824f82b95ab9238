//! The whole flow, from a folder to a finished site: the only module that composes the stages, one
//! function for each verb of the command line.

mod build;
mod clean;
mod compare;
mod confirm;
mod export;
mod findings;
mod import;
mod load;
mod quantities;
mod scan;
mod translation;
mod waiver;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::input::site_toml::Config;
use crate::model::{Site, ThemeFiles};
use crate::source::Sources;

pub use crate::annotate::{NUMERALS, numerals_of};
pub use crate::publish::search::Cost as SearchCost;
pub use build::{Progress, PublishError, PublishedSite, check_output, publish};
pub use clean::{clean_output, configured_output};
pub use compare::{Comparison, FilePair, compare};
pub use confirm::{Confirmation, confirm};
pub use export::{data, write_file, xliff_file};
pub use findings::{Fault, Findings, is_configuration};
pub use import::{TermImport, import_terms};
pub use load::load;
pub use quantities::quantities;
pub use scan::{ScanResult, scan};
pub use translation::{ImportError, TranslationImport, import_translation, parse_translation};

/// The version of this program, shown in the pages it makes.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

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
    pub timings: Timings,
}

/// How long each stage took, in the order they ran.
#[derive(Debug, Clone, Default)]
pub struct Timings(pub Vec<(&'static str, Duration)>);

impl Timings {
    fn measure<T>(&mut self, name: &'static str, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let value = work();
        self.0.push((name, start.elapsed()));
        value
    }
}
