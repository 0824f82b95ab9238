//! A site into files that are no pages. One file for each export, one line in `ALL` or, for
//! files to be downloaded, in `DATA`.

mod csvw;
mod datapackage;
mod feed;
mod glossary;
mod indicators;
mod jsonld;
mod nojekyll;
mod observations;
mod robots;
mod sitemap;
mod tbx;
mod tbx_v2;
mod tmx;

use serde::Serialize;

use crate::exchange::formats;
use crate::model::{
    ColumnKind, DataColumn, DataFile, DataKind, LangMap, Language, Matter, OutputFile, Page, Route,
    RouteKind, Site, SitePath,
};
use crate::resolve::RouteSource;
use crate::source::fingerprint;
use crate::source::{Message, message};

/// Files made from a site that are not pages and not data.
pub(crate) trait Export: RouteSource {
    /// What its files are called in the list of routes.
    fn route_kind(&self) -> RouteKind;

    /// What one of its files holds.
    fn bytes(&self, site: &Site, route: &Route) -> Vec<u8>;
}

/// Every export.
pub(crate) const ALL: &[&dyn Export] =
    &[&feed::Feed, &nojekyll::NoJekyll, &robots::Robots, &sitemap::Sitemap];

/// The files of all exports.
pub(crate) fn export_files(site: &Site) -> Vec<OutputFile> {
    let mut files = Vec::new();
    for route in &site.routes {
        let Some(export) = ALL.iter().find(|export| export.route_kind() == route.kind) else {
            continue;
        };
        for path in route.all_paths() {
            files.push(OutputFile { path: path.clone(), bytes: export.bytes(site, route) });
        }
    }
    files
}

/// Files from beside the pages, published as they are.
pub(crate) struct Assets;

impl RouteSource for Assets {
    fn routes(&self, site: &Site, _before: &[Route]) -> Vec<Route> {
        let assets = site.assets.iter().enumerate();
        assets
            .map(|(number, asset)| {
                Route::single(RouteKind::ASSET, Matter::File(number), asset.path.as_str())
            })
            .collect()
    }

    fn called(&self) -> Message {
        message!("route-asset")
    }
}

/// The data files.
pub(crate) struct DataFiles;

impl RouteSource for DataFiles {
    fn routes(&self, site: &Site, _before: &[Route]) -> Vec<Route> {
        let data = DATA.iter().enumerate().filter(|(_, export)| export.is_made(site));
        data.map(|(number, export)| {
            Route::single(RouteKind("data-file"), Matter::File(number), export.data_path())
        })
        .collect()
    }
}

/// A data file as it is made.
pub(crate) struct FileContent {
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
pub(crate) trait DataExport: Sync {
    /// Where it is published.
    fn data_path(&self) -> &'static str;

    /// Whether the site has such data.
    fn is_made(&self, site: &Site) -> bool;

    /// The file, where the site has such data. `before` are those that stand before it in `DATA`,
    /// for files that describe others.
    fn make(&self, site: &Site, before: &[DataFile]) -> FileContent;
}

/// Every data file, those that describe others last.
pub(crate) const DATA: &[&dyn DataExport] = &[
    &observations::Observations,
    &indicators::Indicators,
    &glossary::Glossary,
    &tbx::TermBase,
    &tbx_v2::OlderTermBase,
    &jsonld::LinkedTerms,
    &tmx::Parallel,
    &csvw::OBSERVATIONS,
    &csvw::GLOSSARY,
    &datapackage::DataPackage,
];

/// The data files, and what is known of each.
pub(crate) fn data(site: &Site) -> (Vec<OutputFile>, Vec<DataFile>) {
    let mut files = Vec::new();
    let mut facts: Vec<DataFile> = Vec::new();
    for export in DATA.iter().filter(|export| export.is_made(site)) {
        let made = export.make(site, &facts);
        let path = SitePath::new(export.data_path());
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

/// A row of a table: of the things it lists, the one with this number.
struct Row<'a> {
    site: &'a Site,
    number: usize,
}

/// A column of a table as it is described: the only place where it has a name and a meaning.
struct Column {
    /// Its name; a column for each language has the language's code behind it.
    name: &'static str,
    kind: fn(&Site) -> ColumnKind,
    is_required: bool,
    cell: CellWriter,
    /// What it holds, with `{}` for the name of the language.
    zh: &'static str,
    en: &'static str,
}

/// How the cells of a column are made.
#[derive(Clone, Copy)]
enum CellWriter {
    Once(fn(&Row) -> String),
    InEachLanguage(fn(&Row, &Language) -> String),
}

fn words_column(_: &Site) -> ColumnKind {
    ColumnKind::Text
}

/// A table with a column for each of these, or one for each language of the site.
fn data_table(site: &Site, what: DataKind, columns: &[Column], rows: usize) -> FileContent {
    let mut described = Vec::new();
    let mut cells: Vec<(CellWriter, Option<&Language>)> = Vec::new();
    for column in columns {
        match column.cell {
            CellWriter::Once(_) => {
                described.push(describe(site, column, None));
                cells.push((column.cell, None));
            }
            CellWriter::InEachLanguage(_) => {
                for language in &site.languages {
                    described.push(describe(site, column, Some(language)));
                    cells.push((column.cell, Some(language)));
                }
            }
        }
    }
    let row = |number: usize| {
        let row = Row { site, number };
        let cell = |(cell, language): &(CellWriter, Option<&Language>)| match (cell, language) {
            (CellWriter::Once(cell), _) => cell(&row),
            (CellWriter::InEachLanguage(cell), Some(language)) => cell(&row, language),
            (CellWriter::InEachLanguage(_), None) => String::new(),
        };
        cells.iter().map(cell).collect()
    };
    let head: Vec<&str> = described.iter().map(|column| column.name.as_str()).collect();
    let bytes = formats::table::write_table(&head, (0..rows).map(row));
    FileContent { what, rows, columns: described, bytes }
}

fn describe(site: &Site, column: &Column, language: Option<&Language>) -> DataColumn {
    let name = language.map_or("", |language| &language.name);
    let meaning = [("zh", column.zh), ("en", column.en)]
        .map(|(code, text)| (code.to_owned(), text.replace("{}", name)));
    DataColumn {
        name: match language {
            Some(language) => format!("{}_{}", column.name, language.code),
            None => column.name.to_owned(),
        },
        kind: (column.kind)(site),
        is_required: column.is_required,
        tag: language.map(|language| language.tag.clone()),
        meaning: LangMap(meaning.into()),
    }
}

/// JSON for people and programs, with a newline at the end.
fn pretty(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).expect("names and texts go into JSON");
    bytes.push(b'\n');
    bytes
}

/// The absolute address of a place below a base address.
fn absolute(base_url: &str, path: &SitePath) -> String {
    let encoded = path.encoded();
    format!("{base_url}{}", encoded.strip_suffix("index.html").unwrap_or(&encoded))
}

/// Text inside XML.
fn xml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    crate::publish::html::escape_attribute(&mut escaped, text);
    escaped.replace('>', "&gt;")
}

/// The title of a page in its original language; the site's for pages nobody wrote.
fn original_title(site: &Site, page: &Page) -> String {
    let document = &page.original().document;
    let title = document.text(document.title).plain.to_string();
    if title.is_empty() {
        site.title.get_or_any(&site.languages.original().code).to_owned()
    } else {
        title
    }
}
