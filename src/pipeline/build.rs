//! A site that was read into files: written, or only read as a browser would.

use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::{LoadedSite, Request, SearchCost, VERSION};
use crate::check;
use crate::input::disk;
use crate::model::{OutputFile, Site, ThemeFiles};
use crate::publish::files;
use crate::publish::pages::{Renderer, Stop};
use crate::publish::search::{self, Division};
use crate::source::Diagnostic;
use crate::write::{Publication, WriteError, WriteSummary};

/// Why a build failed after everything was read.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// Something was found in the pages or in a template; it stands among the findings of the site.
    #[error("something was found in the pages")]
    Findings,
    /// The output cannot be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// Hears how many pages are finished.
pub(crate) type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

/// A site that was published.
#[derive(Debug, Clone, Copy)]
pub struct PublishedSite {
    /// Its files.
    pub written: WriteSummary,
    /// What its search costs a reader; nothing where it has none.
    pub(crate) search: Option<SearchCost>,
}

/// The facts of the pages rendered so far.
#[derive(Default)]
struct RenderedPages(Mutex<check::output::Pages>);

impl RenderedPages {
    /// # Panics
    /// Never: no thread panics while it holds the lock.
    fn note(&self, file: &OutputFile) {
        let facts = check::output::facts(file);
        let mut pages = self.0.lock().expect("nobody panics while holding it");
        pages.insert(file.path.as_str().to_owned(), facts);
    }

    /// What is wrong in them.
    fn faults(self, site: &Site, theme: &ThemeFiles) -> Vec<Diagnostic> {
        let pages = self.0.into_inner().unwrap_or_default();
        let origins = check::output::Origins {
            pages: &site.pages,
            templates: &theme.templates,
            base_url: site.base_url.as_deref(),
        };
        check::output::follow_links(&pages, origins)
    }
}

/// Renders a site aside, reads the result as a browser would, and publishes it where nothing is
/// wrong: what makes `check` fail makes this fail, and leaves the last site as it is.
///
/// # Panics
/// Never: no thread panics while it holds the lock.
pub fn publish(
    loaded: &mut LoadedSite,
    request: &Request,
    target: &Path,
    has_force: bool,
    progress: Progress,
) -> Result<PublishedSite, PublishError> {
    let Some((site, theme)) = &loaded.site else { return Err(PublishError::Findings) };
    let publication = Publication::begin(target, &request.root, has_force)?;
    let failure = Mutex::new(None);
    let pages = RenderedPages::default();
    let sink = |file: OutputFile| {
        pages.note(&file);
        publication.write(&file).map_err(|error| {
            // The first failure is the one to tell; later ones mostly follow from it.
            failure.lock().expect("nobody panics while holding it").get_or_insert(error);
            Stop::Sink
        })
    };
    let index = loaded.timings.measure("index", || search::Index::new(site, Division::BySize));
    let rendered = loaded.timings.measure("render and write", || {
        render(site, theme, index.as_ref(), &request.root, &sink, progress)
    });
    if let Some(error) = failure.into_inner().ok().flatten() {
        return Err(PublishError::Write(error));
    }
    let found = match &rendered {
        Ok(_) => loaded.timings.measure("check output", || pages.faults(site, theme)),
        Err(found) => found.clone(),
    };
    loaded.findings.add(found, loaded.config.as_ref(), &loaded.sources);
    match rendered {
        Ok(search) if !loaded.findings.has_errors(request.is_strict) => {
            let written = loaded.timings.measure("swap in", || publication.swap_in())?;
            Ok(PublishedSite { written, search })
        }
        _ => Err(PublishError::Findings),
    }
}

/// Renders a site without writing it, and reads the result as a browser would.
pub fn check_output(loaded: &mut LoadedSite, request: &Request, progress: Progress) {
    let Some((site, theme)) = &loaded.site else { return };
    let pages = RenderedPages::default();
    let sink = |file: OutputFile| {
        pages.note(&file);
        Ok(())
    };
    let index = loaded.timings.measure("index", || search::Index::new(site, Division::BySize));
    let rendered = loaded
        .timings
        .measure("render", || render(site, theme, index.as_ref(), &request.root, &sink, progress));
    let found = match rendered {
        Ok(_) => loaded.timings.measure("check output", || pages.faults(site, theme)),
        Err(found) => found,
    };
    loaded.findings.add(found, loaded.config.as_ref(), &loaded.sources);
}

/// Hands every file of the finished site to a sink; gives what its search costs.
fn render(
    site: &Site,
    theme: &ThemeFiles,
    index: Option<&search::Index>,
    root: &Path,
    sink: &(dyn Fn(OutputFile) -> Result<(), Stop> + Sync),
    progress: Progress,
) -> Result<Option<SearchCost>, Vec<Diagnostic>> {
    let (data, data_facts) = files::data(site);
    let search_files = index.map(search::Index::entry_files);
    let renderer = Renderer::new(site, &data_facts, search_files.as_ref(), theme, VERSION)?;
    let total = renderer.file_count();
    let done = AtomicUsize::new(0);
    let counted = |file: OutputFile| {
        sink(file)?;
        progress(done.fetch_add(1, Ordering::Relaxed) + 1, total);
        Ok(())
    };
    let mut all = Renderer::assets(theme);
    all.extend(data);
    all.extend(files::export_files(site));
    all.extend(renderer.definition_files());
    for asset in &site.assets {
        let bytes = disk::asset_bytes(root, asset).map_err(|diagnostic| vec![diagnostic])?;
        all.push(OutputFile { path: asset.path.clone(), bytes });
    }
    let result = all.into_par_iter().try_for_each(sink).and_then(|()| {
        let cost = index.map(|index| index.index_files(sink)).transpose()?;
        renderer.pages(&counted)?;
        Ok(cost)
    });
    result.map_err(|stop| match stop {
        Stop::Template(diagnostic) => vec![*diagnostic],
        Stop::Sink => Vec::new(),
    })
}
