//! A site into files that are no pages. One file for each export, one line in [`ALL`] or, for
//! files to be downloaded, in [`DATA`].

mod csvw;
mod datapackage;
mod feed;
mod indicators;
mod nojekyll;
mod observations;
mod robots;
mod sitemap;

use serde::Serialize;

use crate::fingerprint;
use crate::model::{DataColumn, DataFile, DataKind, OutputFile, Page, Site, SitePath};

/// What an export may be switched by.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Whether a sitemap is wanted.
    pub has_sitemap: bool,
    /// Whether `robots.txt` is wanted.
    pub has_robots: bool,
}

/// Files made from a site.
pub trait Export: Sync {
    /// The files; none where the site does not want them.
    fn files(&self, site: &Site, options: Options) -> Vec<OutputFile>;
}

/// Every export.
pub const ALL: &[&dyn Export] =
    &[&feed::Feed, &nojekyll::NoJekyll, &robots::Robots, &sitemap::Sitemap];

/// The files of all exports.
pub fn files(site: &Site, options: Options) -> Vec<OutputFile> {
    ALL.iter().flat_map(|export| export.files(site, options)).collect()
}

/// A data file as it is made.
pub struct Made {
    /// Where it is published.
    path: &'static str,
    /// What it is.
    what: DataKind,
    /// Rows or entries; 0 where that means nothing.
    rows: usize,
    /// The columns of a table; empty for other files.
    columns: Vec<DataColumn>,
    /// What it holds.
    bytes: Vec<u8>,
}

/// A file with data made from a site.
pub trait DataExport: Sync {
    /// The file; nothing where the site has no such data. `before` are those that stand before it
    /// in [`DATA`], for files that describe others.
    fn make(&self, site: &Site, before: &[DataFile]) -> Option<Made>;
}

/// Every data file, those that describe others last.
pub const DATA: &[&dyn DataExport] = &[
    &observations::Observations,
    &indicators::Indicators,
    &csvw::TableMetadata,
    &datapackage::DataPackage,
];

/// The data files, and what is known of each.
pub fn data(site: &Site) -> (Vec<OutputFile>, Vec<DataFile>) {
    let mut files = Vec::new();
    let mut facts: Vec<DataFile> = Vec::new();
    for export in DATA {
        let Some(made) = export.make(site, &facts) else { continue };
        let path = SitePath::new(made.path);
        facts.push(DataFile {
            path: path.clone(),
            what: made.what,
            rows: made.rows,
            bytes: made.bytes.len(),
            sha256: fingerprint::sha256(&made.bytes),
            columns: made.columns,
        });
        files.push(OutputFile { path, bytes: made.bytes });
    }
    (files, facts)
}

/// JSON for people and programs, with a newline at the end.
fn pretty(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).expect("names and texts go into JSON");
    bytes.push(b'\n');
    bytes
}

fn file(path: &str, text: String) -> OutputFile {
    OutputFile { path: SitePath::new(path), bytes: text.into_bytes() }
}

/// The absolute address of a place below a base address.
fn absolute(base_url: &str, path: &SitePath) -> String {
    let encoded = path.encoded();
    format!("{base_url}{}", encoded.strip_suffix("index.html").unwrap_or(&encoded))
}

/// Text inside XML.
fn xml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    crate::html::attribute(&mut escaped, text);
    escaped.replace('>', "&gt;")
}

/// The title of a page in its original language; the site's for pages nobody wrote.
fn title(site: &Site, page: &Page) -> String {
    let document = &page.original().document;
    let title = document.text(document.title).plain.to_string();
    if title.is_empty() {
        site.title.get_or_any(&site.languages.original().code).to_owned()
    } else {
        title
    }
}
