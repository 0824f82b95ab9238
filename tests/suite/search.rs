//! The index of a site: what is in it, when there is none, and what a change costs.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use duizhao::model::OutputFile;
use duizhao::pipeline::{self, Request};
use duizhao::publish::search::{Division, Index};
use serde_json::Value;

use crate::archive;
use crate::scratch::{Scratch, program};

/// The files of the index of a site by their names without the folder, whose name is a
/// fingerprint.
fn index(scratch: &Scratch, division: Division) -> BTreeMap<String, String> {
    let request = Request { root: scratch.path(""), ..Request::default() };
    let loaded = pipeline::load(&request).unwrap();
    let (site, _) = loaded.site.as_ref().unwrap();
    let files = Mutex::new(BTreeMap::new());
    let sink = |file: OutputFile| {
        let name = file.path.as_str().splitn(3, '/').last().unwrap().to_owned();
        files.lock().unwrap().insert(name, String::from_utf8(file.bytes).unwrap());
        Ok::<(), ()>(())
    };
    Index::new(site, division).unwrap().index_files(&sink).unwrap();
    files.into_inner().unwrap()
}

/// The value that a file hands over.
fn value(file: &str) -> Value {
    let (_, rest) = file.split_once(',').unwrap();
    serde_json::from_str(rest.trim_end().strip_suffix(')').unwrap()).unwrap()
}

const GLOSSARY: &str = "- id: three-corridors\n  kind: slogan\n  zh: 三条廊道\n  en: three corridors\n  variants: {en: [corridor trio]}\n  avoid: {en: [{form: three galleries, why: {en: no}}]}\n  definition: {zh: 三条走廊, en: Three belts}\n  members: unknown\n";

#[test]
fn a_small_site_is_one_file_with_names_first_then_headings_then_paragraphs() {
    let scratch = Scratch::report(&[
        ("content/glossary.yaml", GLOSSARY),
        (
            "content/r/1-a.zh.md",
            "---\n---\n\n# 一、回顾\n\n## （一）甲區\n\n三条廊道完成投资3870亿元。\n",
        ),
        (
            "content/r/1-a.en.md",
            "---\n---\n\n# I. Review\n\n## 1. A\n\nThe three corridors took RMB 387 billion.\n",
        ),
    ]);
    let files = index(&scratch, Division::BySize);
    let manifest = value(&files["index.js"]);
    assert_eq!(manifest["kinds"], serde_json::json!([["term", 0, "glossary/"]]));
    assert_eq!(manifest["fold"], "區区");
    let whole = &manifest["whole"];
    assert_eq!(whole["names"]["name"], serde_json::json!([["三条廊道"], ["three corridors"]]));
    assert_eq!(whole["names"]["words"], serde_json::json!(["san tiao lang dao"]));
    assert_eq!(whole["names"]["hidden"], serde_json::json!([["corridor trio", "three galleries"]]));
    let passages = &whole["passages"];
    assert_eq!(passages["id"], serde_json::json!(["", "", "s1.1", "s0-p1", "s1.1-p1"]));
    // The paragraph is below the third passage of the file; the words of the opening are not.
    assert_eq!(passages["heading"], serde_json::json!([-1, -1, -1, -1, -4]));
    assert_eq!(passages["words"][4], "387000000000#");
    // What terms mean is a file of its own, read when a term is shown.
    assert_eq!(value(&files["d/0/0.js"]), serde_json::json!([["三条走廊", "Three belts"]]));
}

#[test]
fn a_site_that_is_not_to_be_searched_has_no_page_for_it() {
    let scratch = Scratch::report(&[]);
    let with = scratch.run(&["build"]);
    assert_eq!(with.code, 0, "{}", with.stderr);
    assert!(scratch.path("public/zh/search.html").exists());
    let toml = format!("build_search_index = false\n{}", crate::scratch::SITE);
    scratch.write("site.toml", toml.as_bytes());
    let without = scratch.run(&["build"]);
    assert_eq!(without.code, 0, "{}", without.stderr);
    assert!(!scratch.path("public/zh/search.html").exists());
    for path in ["zh/r/1-a.html", "en/r/index.html", "index.html"] {
        let page = fs::read_to_string(scratch.path("public").join(path)).unwrap();
        assert!(!page.contains("search.html"), "{path}");
    }
    assert_eq!(scratch.run(&["check"]).code, 0);
}

#[test]
fn a_verbose_build_says_what_the_search_costs() {
    let scratch = Scratch::report(&[]);
    let said = scratch.run(&["build", "-v"]).stderr;
    let line = said.lines().find(|line| line.contains("a first query reads")).unwrap();
    assert!(line.contains("6 entries in 2 files"), "{line}");
}

/// A report of many sections, so that its texts are in several files.
fn long(changed: &str) -> Scratch {
    let scratch = Scratch::report(&[]);
    let (mut zh, mut en) = (String::new(), String::new());
    for section in 1..40 {
        let text = if section == 20 { changed } else { "春天的风" };
        let more = "长".repeat(300);
        let _ = write!(zh, "\n## （{section}）节\n\n第{section}段，{text}。{more}\n");
        let _ = write!(en, "\n## {section}. Section\n\nPlain words.\n");
    }
    scratch.write("content/r/1-a.zh.md", format!("---\n---\n\n# 一、回顾\n{zh}").as_bytes());
    scratch.write("content/r/1-a.en.md", format!("---\n---\n\n# I. Review\n{en}").as_bytes());
    scratch
}

#[test]
fn a_changed_paragraph_changes_one_file_of_texts() {
    let before = index(&long("春天的风"), Division::Sharded);
    let after = index(&long("春天的雨"), Division::Sharded);
    assert!(before.keys().filter(|name| name.starts_with("x/")).count() > 5);
    let changed: Vec<&String> = after
        .iter()
        .filter(|(name, file)| before.get(*name) != Some(file))
        .map(|(n, _)| n)
        .collect();
    let texts: Vec<_> = changed.iter().filter(|name| name.starts_with("x/")).collect();
    assert_eq!(texts.len(), 1, "{changed:?}");
}

/// The texts of all passages of an index, in the order of slots, language after language.
fn texts(folder: &Path) -> Vec<(String, String)> {
    let mut files: Vec<(u64, Value)> = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| {
            let path = path.to_string_lossy();
            path.ends_with("index.js") || path.contains("/x/") && path.ends_with(".js")
        })
        .map(|path| value(&fs::read_to_string(path).unwrap()))
        .filter_map(|file| file.get("whole").cloned().or(Some(file)))
        .filter_map(|chunk| Some((chunk.get("first")?.as_u64()?, chunk)))
        .collect();
    files.sort_by_key(|(first, _)| *first);
    let of = |chunk: &Value, lang: usize| -> Vec<String> {
        let column = chunk["passages"]["text"][lang].as_array().cloned().unwrap_or_default();
        column.iter().map(|text| text.as_str().unwrap().to_owned()).collect()
    };
    files.iter().flat_map(|(_, chunk)| of(chunk, 0).into_iter().zip(of(chunk, 1))).collect()
}

/// Where the browser tests find indexes to hold against the texts and against each other.
fn left_for_the_browser(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("search").join(name);
    let _ = fs::remove_dir_all(&folder);
    folder
}

fn write_index(root: &Path, division: Division, folder: &Path) -> pipeline::SearchCost {
    let request = Request { root: root.into(), ..Request::default() };
    let loaded = pipeline::load(&request).unwrap();
    let (site, _) = loaded.site.as_ref().unwrap();
    let sink = |file: OutputFile| {
        let path = folder.join(file.path.as_str());
        fs::create_dir_all(path.parent().unwrap())?;
        fs::write(path, file.bytes)
    };
    Index::new(site, division).unwrap().index_files(&sink).unwrap()
}

#[test]
fn either_division_of_the_report_holds_the_same_texts() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["whole", "sharded"].map(left_for_the_browser);
    let costs = [
        write_index(root, Division::BySize, &folders[0]),
        write_index(root, Division::Sharded, &folders[1]),
    ];
    let whole = texts(&folders[0]);
    assert!(whole.len() > 90, "{}", whole.len());
    assert_eq!(texts(&folders[1]), whole);
    assert_eq!((costs[0].first_files, costs[1].first_files), (1, 3));
    // What a reader of one report may be asked to load.
    assert!(costs[0].first_bytes <= 250_000, "{:?}", costs[0]);
}

#[test]
fn an_archive_gets_a_dictionary_by_its_size() {
    let folder = left_for_the_browser("archive");
    archive::write_varied(&folder, 600);
    let built = program(&folder, &["build", "-v"]).output().unwrap();
    let said = String::from_utf8(built.stderr).unwrap();
    assert!(said.contains("a first query reads 3 files"), "{said}");
    assert!(folder.join("public/zh/search.html").exists());
}
