//! What each stage costs, on a generated archive of the report's own prose.
//!
//! `cargo bench` times every stage at 1,000 and 10,000 Markdown files. `cargo bench -- --write DIR N`
//! writes such an archive, to be measured from outside; a further number adds as many terms.
//! `--write-varied DIR N` writes one of N pages that is worth searching, and `--shard SITE DIR` the
//! index of a site as if it were large.

#![expect(
    clippy::missing_docs_in_private_items,
    reason = "nothing else uses what a bench is made of"
)]
#![expect(clippy::disallowed_methods, reason = "a bench makes its own files")]

mod archive;

use std::path::{Path, PathBuf};

use divan::Bencher;
use divan::counter::ItemsCount;
use duizhao::annotate::{Lexicon, numerals_of};
use duizhao::input::{DocumentFile, disk, site_toml};
use duizhao::model::{Document, OutputFile};
use duizhao::parse;
use duizhao::pipeline::{self, Request};
use duizhao::publish::search::{Division, Index};
use duizhao::source::Sources;
use tempfile::TempDir;

/// Numbers of Markdown files.
const SIZES: [usize; 2] = [1_000, 10_000];

/// The terms of a large term base.
const TERMS: usize = 5_000;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--write") {
        let folder = PathBuf::from(&arguments[at + 1]);
        archive::write(&folder, arguments[at + 2].parse().expect("a number of files"));
        if let Some(terms) = arguments.get(at + 3) {
            archive::write_terms(&folder, terms.parse().expect("a number of terms"));
        }
        return;
    }
    if let Some(at) = arguments.iter().position(|argument| argument == "--write-varied") {
        let folder = PathBuf::from(&arguments[at + 1]);
        archive::write_varied(&folder, arguments[at + 2].parse().expect("a number of pages"));
        return;
    }
    if let Some(at) = arguments.iter().position(|argument| argument == "--shard") {
        shard(Path::new(&arguments[at + 1]), Path::new(&arguments[at + 2]));
        return;
    }
    divan::main();
}

/// Writes the index of a site as a large one has it, to be set beside the one of its build.
fn shard(root: &Path, target: &Path) {
    let loaded = pipeline::load(&request(root)).expect("readable");
    let (site, _) = loaded.site.as_ref().expect("a site");
    let index = Index::new(site, Division::Sharded).expect("a site that is searched");
    let write = |file: OutputFile| {
        let path = target.join(file.path.as_str());
        std::fs::create_dir_all(path.parent().expect("a folder"))?;
        std::fs::write(path, file.bytes)
    };
    index.index_files(&write).expect("written");
}

fn site(files: usize) -> TempDir {
    let dir = tempfile::tempdir().expect("a folder for the bench");
    archive::write(dir.path(), files);
    dir
}

fn request(root: &Path) -> Request {
    Request { root: root.to_path_buf(), ..Request::default() }
}

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn read_files(bencher: Bencher, files: usize) {
    let dir = site(files);
    let config = site_toml::default_for(&["zh", "en"]);
    bencher.counter(ItemsCount::new(files)).bench(|| {
        let mut sources = Sources::default();
        disk::inputs(dir.path(), &config, &mut sources).expect("readable").value.documents.len()
    });
}

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn parse_documents(bencher: Bencher, files: usize) {
    let dir = site(files);
    let config = site_toml::default_for(&["zh", "en"]);
    let mut sources = Sources::default();
    let inputs = disk::inputs(dir.path(), &config, &mut sources).expect("readable").value;
    bencher.counter(ItemsCount::new(files)).bench(|| {
        let parse = |input: &DocumentFile| {
            let language = config.languages.get(input.lang);
            parse::parse_document(sources.get(input.file), input.lang, language.script)
                .value
                .texts
                .len()
        };
        inputs.documents.iter().map(parse).sum::<usize>()
    });
}

/// Every term of a base of 5,000 in every document.
#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn find_terms(bencher: Bencher, files: usize) {
    let dir = site(files);
    archive::write_terms(dir.path(), TERMS);
    let config = site_toml::default_for(&["zh", "en"]);
    let mut sources = Sources::default();
    let inputs = disk::inputs(dir.path(), &config, &mut sources).expect("readable").value;
    let documents: Vec<_> = inputs
        .documents
        .iter()
        .map(|input| {
            let language = config.languages.get(input.lang);
            parse::parse_document(sources.get(input.file), input.lang, language.script).value
        })
        .collect();
    bencher.counter(ItemsCount::new(files)).bench(|| {
        let lexicons: Vec<Lexicon> = config
            .languages
            .iter()
            .map(|language| {
                let wordings = inputs.glossary.iter().map(|term| term.concept.wording(language.id));
                Lexicon::new(wordings, numerals_of(&language.code))
            })
            .collect();
        let find = |document: &Document| lexicons[document.lang.index()].find_in(document).len();
        documents.iter().map(find).sum::<usize>()
    });
}

/// The same archive with those terms, to be set beside [`load_and_check`].
#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn load_and_check_with_terms(bencher: Bencher, files: usize) {
    let dir = site(files);
    archive::write_terms(dir.path(), TERMS);
    let request = request(dir.path());
    bencher
        .counter(ItemsCount::new(files))
        .bench(|| pipeline::load(&request).expect("readable").findings.shown.len());
}

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn load_and_check(bencher: Bencher, files: usize) {
    let dir = site(files);
    let request = request(dir.path());
    bencher
        .counter(ItemsCount::new(files))
        .bench(|| pipeline::load(&request).expect("readable").findings.shown.len());
}

/// The dictionary and texts of an archive of half as many pages as there are files.
#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn write_index(bencher: Bencher, files: usize) {
    let dir = tempfile::tempdir().expect("a folder for the bench");
    archive::write_varied(dir.path(), files / 2);
    let loaded = pipeline::load(&request(dir.path())).expect("readable");
    let (site, _) = loaded.site.as_ref().expect("a site");
    bencher.counter(ItemsCount::new(files)).bench(|| {
        let index = Index::new(site, Division::Sharded).expect("a site that is searched");
        index.index_files::<()>(&|_| Ok(())).expect("nothing fails").bytes
    });
}

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn render_and_write(bencher: Bencher, files: usize) {
    let dir = site(files);
    let request = request(dir.path());
    let target = tempfile::tempdir().expect("a folder for the bench");
    bencher
        .counter(ItemsCount::new(files))
        .with_inputs(|| pipeline::load(&request).expect("readable"))
        .bench_values(|mut loaded| {
            let target = target.path().join("public");
            let _ = std::fs::remove_dir_all(&target);
            pipeline::publish(&mut loaded, &request, &target, false, &|_, _| {})
                .expect("written")
                .written
                .files
        });
}
