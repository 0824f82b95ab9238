//! The whole flow, from a folder to a finished site: the only module that composes the stages.

mod compare;
mod waiver;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use rayon::prelude::*;

use crate::annotate::{Lexicon, Lexicons};
use crate::config::{self, Config};
use crate::model::{DataFile, Document, Language, OutputFile, Site, ThemeFiles};
use crate::read::{self, Inputs, ReadError};
use crate::render::{Renderer, Stop};
use crate::resolve::{self, Parsed, Surroundings};
use crate::search::Division;
use crate::source::{Diagnosed, Diagnostic, Severity, SourceFile, Sources, codes};
use crate::write::{Publication, WriteError, Written};
use crate::{annotate, check, export, parse, search};

pub use crate::search::Cost as SearchCost;
pub use compare::{Compared, Pair, compare};

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
    /// Whether drafts are published.
    pub has_drafts: bool,
    /// Whether the numerals of every report are listed, not only of those that claim figures.
    pub covers_every_report: bool,
}

/// A site that was read, and what was found on the way.
#[derive(Debug)]
pub struct Loaded {
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

/// Findings with their final severities, sorted by place.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    /// Those to be reported.
    pub shown: Vec<Diagnostic>,
    /// How many the configuration switched off; counted, never hidden.
    pub switched_off: usize,
    /// How many `waivers.yaml` of a report says are no faults; counted likewise.
    pub waived: usize,
}

impl Findings {
    /// Gives each finding its severity and its place in the order.
    pub fn new(found: Vec<Diagnostic>, config: Option<&Config>, sources: &Sources) -> Self {
        let mut findings = Self::default();
        findings.add(found, config, sources);
        findings
    }

    /// Adds what was found later.
    pub fn add(&mut self, found: Vec<Diagnostic>, config: Option<&Config>, sources: &Sources) {
        for mut diagnostic in found {
            diagnostic.severity = match config {
                Some(config) => config.severity(diagnostic.code),
                None => diagnostic.code.severity(),
            };
            if diagnostic.severity == Severity::Off {
                self.switched_off += 1;
            } else {
                self.shown.push(diagnostic);
            }
        }
        self.shown.sort_by(|a, b| a.order(sources).cmp(&b.order(sources)));
        self.shown.dedup();
    }

    /// How many have this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.shown.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// Whether a build must stop.
    pub fn has_errors(&self, is_strict: bool) -> bool {
        let least = if is_strict { Severity::Warning } else { Severity::Error };
        self.shown.iter().any(|diagnostic| diagnostic.severity >= least)
    }
}

/// Why a build failed after everything was read.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// Findings, most often in a template.
    #[error("the theme cannot be used")]
    Findings(Vec<Diagnostic>),
    /// The output cannot be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// Reads, parses, resolves and checks a site.
pub fn load(request: &Request) -> Result<Loaded, ReadError> {
    let mut sources = Sources::default();
    let mut found = Vec::new();
    let mut timings = Timings::default();
    let config = read::config(&request.root, request.config.as_deref(), &mut sources)?
        .into_value(&mut found);
    let Some(mut config) = config.filter(|_| !has_fatal(&found)) else {
        let findings = Findings::new(found, None, &sources);
        return Ok(Loaded { sources, config: None, site: None, findings, timings });
    };
    if let Some(url) = &request.base_url {
        config.base_url = config::base_url(url);
    }
    let inputs = timings
        .measure("read", || read::inputs(&request.root, &config, &mut sources))?
        .into_value(&mut found);
    let theme = inputs.theme.clone();
    let site = understand(request, &config, inputs, &sources, &mut found, &mut timings);
    let checked =
        timings.measure("check", || waiver::apply(&site, &sources, check::run(&site, &sources)));
    found.extend(checked.kept);
    let mut findings = Findings::new(found, Some(&config), &sources);
    findings.waived = checked.count;
    Ok(Loaded { sources, config: Some(config), site: Some((site, theme)), findings, timings })
}

fn has_fatal(found: &[Diagnostic]) -> bool {
    found.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

/// Documents into a site.
fn understand(
    request: &Request,
    config: &Config,
    inputs: Inputs,
    sources: &Sources,
    found: &mut Vec<Diagnostic>,
    timings: &mut Timings,
) -> Site {
    let lexicons = lexicons(config, &inputs);
    let parsed: Vec<_> = timings.measure("parse and annotate", || {
        inputs
            .documents
            .par_iter()
            .map(|input| {
                let language = config.languages.get(input.lang);
                let mut document =
                    parse::document(sources.get(input.file), input.lang, language.script);
                // Reports lie in folders; what is outside is read as it is.
                if input.key.contains('/') {
                    document.value.annotations =
                        annotate::document(&document.value, language.script);
                    document.value.terms = lexicons.find_in(&document.value, input.lang);
                }
                (input.key.clone(), document)
            })
            .collect()
    });
    let parsed: Vec<Parsed> = parsed
        .into_iter()
        .map(|(key, document)| Parsed { key, document: document.into_value(found).into() })
        .collect();
    let mut around = Surroundings {
        errata: inputs.errata.into_iter().collect(),
        waivers: inputs.waivers.into_iter().collect(),
        received: BTreeMap::new(),
        catalogue: inputs.catalogue,
        glossary: inputs.glossary,
        claims: inputs.claims.into_iter().collect(),
        unreadable: inputs.unreadable,
        lock: inputs.lock,
        assets: inputs.assets,
        has_drafts: request.has_drafts,
    };
    if request.covers_every_report {
        let covers = parsed.iter().filter(|parsed| parsed.document.front.report.is_some());
        for folder in covers.filter_map(|parsed| parsed.key.strip_suffix("/_index")) {
            around.claims.entry(folder.to_owned()).or_default();
        }
    }
    for document in parsed.iter().map(|parsed| (&parsed.key, &parsed.document)) {
        received(request, document.0, &document.1.front, &mut around, found);
    }
    timings.measure("resolve", || resolve::site(parsed, around, config)).into_value(found)
}

/// The forms of the term base in each language; nothing where there are no terms.
fn lexicons(config: &Config, inputs: &Inputs) -> Lexicons {
    if inputs.glossary.is_empty() {
        return Lexicons::default();
    }
    let of = |language: &Language| {
        let wordings = inputs.glossary.iter().map(|claim| claim.concept.wording(language.id));
        Lexicon::new(wordings, language.script)
    };
    Lexicons::new(config.languages.iter().map(of).collect())
}

/// Reads the text as received that a cover names.
fn received(
    request: &Request,
    key: &str,
    front: &crate::model::FrontMatter,
    around: &mut Surroundings,
    found: &mut Vec<Diagnostic>,
) {
    let source = front.report.as_ref().and_then(|report| report.source.as_ref());
    let Some((source, file)) = source.and_then(|s| Some((s, s.file.as_ref()?))) else { return };
    let Some(folder) = key.strip_suffix("/_index") else { return };
    match read::received(&request.root, &format!("content/{folder}/{file}")) {
        Ok(received) => drop(around.received.insert(folder.to_owned(), received)),
        Err(diagnostic) => found.push(diagnostic.at(source.span, "")),
    }
}

/// Hears how many pages are finished.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

/// A site that was published.
#[derive(Debug, Clone, Copy)]
pub struct Published {
    /// Its files.
    pub written: Written,
    /// What its search costs a reader; nothing where it has none.
    pub search: Option<SearchCost>,
}

/// Renders a site and publishes it.
///
/// # Panics
/// Never: no thread panics while it holds the lock.
pub fn publish(
    loaded: &mut Loaded,
    request: &Request,
    target: &Path,
    has_force: bool,
    progress: Progress,
) -> Result<Published, PublishError> {
    let Some((site, theme)) = &loaded.site else {
        return Err(PublishError::Findings(Vec::new()));
    };
    let publication = Publication::begin(target, &request.root, has_force)?;
    let failure = Mutex::new(None);
    let sink = |file: OutputFile| {
        publication.write(&file).map_err(|error| {
            // The first failure is the one to tell; later ones mostly follow from it.
            failure.lock().expect("nobody panics while holding it").get_or_insert(error);
            Stop::Sink
        })
    };
    let index = loaded.timings.measure("index", || search::Index::new(site, Division::BySize));
    let rendered = loaded.timings.measure("render and write", || {
        let config = loaded.config.as_ref();
        render(site, theme, config, index.as_ref(), &request.root, &sink, progress)
    });
    let search = rendered.map_err(|found| match failure.into_inner().ok().flatten() {
        Some(error) => PublishError::Write(error),
        None => PublishError::Findings(found),
    })?;
    let written = loaded.timings.measure("swap in", || publication.finish())?;
    Ok(Published { written, search })
}

/// Renders a site without writing it, and reads the result as a browser would.
///
/// # Panics
/// Never: no thread panics while it holds the lock.
pub fn check_output(loaded: &mut Loaded, request: &Request, progress: Progress) {
    let Some((site, theme)) = &loaded.site else { return };
    let pages = Mutex::new(BTreeMap::new());
    let sink = |file: OutputFile| {
        let facts = check::output::facts(&file);
        pages
            .lock()
            .expect("nobody panics while holding it")
            .insert(file.path.as_str().to_owned(), facts);
        Ok(())
    };
    let index = loaded.timings.measure("index", || search::Index::new(site, Division::BySize));
    let rendered = loaded.timings.measure("render", || {
        let config = loaded.config.as_ref();
        render(site, theme, config, index.as_ref(), &request.root, &sink, progress)
    });
    let found = match rendered {
        Ok(_) => {
            let pages = pages.into_inner().unwrap_or_default();
            check::output::run(&pages, site.base_url.as_deref())
        }
        Err(found) => found,
    };
    loaded.findings.add(found, loaded.config.as_ref(), &loaded.sources);
}

/// Hands every file of the finished site to a sink; gives what its search costs.
fn render(
    site: &Site,
    theme: &ThemeFiles,
    config: Option<&Config>,
    index: Option<&search::Index>,
    root: &Path,
    sink: &(dyn Fn(OutputFile) -> Result<(), Stop> + Sync),
    progress: Progress,
) -> Result<Option<SearchCost>, Vec<Diagnostic>> {
    let (data, data_facts) = export::data(site);
    let search_files = index.map(search::Index::entry);
    let renderer = Renderer::new(site, &data_facts, search_files.as_ref(), theme, VERSION)?;
    let total = renderer.count();
    let done = AtomicUsize::new(0);
    let counted = |file: OutputFile| {
        sink(file)?;
        progress(done.fetch_add(1, Ordering::Relaxed) + 1, total);
        Ok(())
    };
    let options = export::Options {
        has_sitemap: config.is_none_or(|config| config.has_sitemap),
        has_robots: config.is_none_or(|config| config.has_robots),
    };
    let mut files = Renderer::assets(theme);
    files.extend(data);
    files.extend(export::files(site, options));
    for asset in &site.assets {
        let bytes = read::asset(root, asset).map_err(|diagnostic| vec![diagnostic])?;
        files.push(OutputFile { path: asset.path.clone(), bytes });
    }
    let result = files.into_par_iter().try_for_each(sink).and_then(|()| {
        let cost = index.map(|index| index.files(sink)).transpose()?;
        renderer.pages(&counted)?;
        Ok(cost)
    });
    result.map_err(|stop| match stop {
        Stop::Template(diagnostic) => vec![*diagnostic],
        Stop::Sink => Vec::new(),
    })
}

/// The data files of a site as `publish` writes them, each with what is known of it.
pub fn data(site: &Site) -> Vec<(OutputFile, DataFile)> {
    let (files, facts) = export::data(site);
    files.into_iter().zip(facts).collect()
}

/// What a text of a language is, read as a page of the site.
pub fn document(file: &SourceFile, language: &Language) -> Diagnosed<Document> {
    parse::document(file, language.id, language.script)
}

/// How a Chinese term is read aloud where the term base does not say so; nothing where it should.
pub fn unstated_reading(term: &str) -> Option<String> {
    resolve::unstated_reading(term)
}

/// Codes whose findings say that the command could not run at all.
pub fn is_configuration(findings: &Findings) -> bool {
    let of_config = [codes::CONFIG_INVALID, codes::CONFIG_VALUE];
    findings.shown.iter().any(|diagnostic| of_config.contains(&diagnostic.code))
}
