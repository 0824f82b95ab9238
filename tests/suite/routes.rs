//! The list of what is published, held against what is written and what can be reached.

use std::collections::{BTreeSet, VecDeque};
use std::fs;
use std::path::Path;

use duizhao::pipeline::{self, Request};

use crate::scratch::{SITE, Scratch};

/// The files below a folder, as paths from it.
fn files_in(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let inside = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                found.insert(inside);
            }
        }
    }
    found
}

/// The routes of a site and the files that `build` writes, without those below `assets/`, which are
/// named after their own content.
fn listed_and_written(root: &Path) -> (BTreeSet<String>, BTreeSet<String>) {
    let out = tempfile::tempdir().unwrap();
    let target = out.path().join("public");
    let request = Request { root: root.to_path_buf(), ..Request::default() };
    let mut loaded = pipeline::load(&request).unwrap();
    assert!(!loaded.findings.has_errors(false), "{:#?}", loaded.findings.shown);
    let (site, _) = loaded.site.as_ref().unwrap();
    let listed = site.routes.iter().flat_map(duizhao::model::Route::all_paths);
    let listed = listed.map(|path| path.as_str().to_owned()).collect();
    pipeline::publish(&mut loaded, &request, &target, false, &|_, _| {}).unwrap();
    let mut written = files_in(&target);
    written.retain(|path| !path.starts_with("assets/") && path != ".duizhao-manifest");
    (listed, written)
}

#[track_caller]
fn assert_same(listed: &BTreeSet<String>, written: &BTreeSet<String>) {
    let missing: Vec<_> = listed.difference(written).collect();
    let unlisted: Vec<_> = written.difference(listed).collect();
    assert!(
        missing.is_empty() && unlisted.is_empty(),
        "not written: {missing:?}; not listed: {unlisted:?}"
    );
}

#[test]
fn what_is_on_the_disk_after_a_build_is_the_list_of_routes() {
    let (listed, written) = listed_and_written(Path::new("."));
    assert!(listed.len() > 1000, "the site of this repository is large");
    assert_same(&listed, &written);
}

#[test]
fn the_list_holds_what_only_a_site_with_an_address_has_and_files_beside_the_pages() {
    let scratch = Scratch::report(&[
        ("site.toml", &format!("base_url = \"https://example.org/\"\n{SITE}")),
        ("content/r/scan.pdf", "%PDF"),
    ]);
    let (listed, written) = listed_and_written(&scratch.path("."));
    for path in ["sitemap.xml", "atom.xml", "robots.txt", "files/r/scan.pdf", "data/parallel.tmx"] {
        assert!(listed.contains(path), "{path} is not listed");
    }
    assert_same(&listed, &written);
}

/// The addresses in a page that lead to other pages.
fn links_of(html: &str) -> impl Iterator<Item = &str> {
    html.split(" href=\"").skip(1).filter_map(|rest| rest.split(['"', '#', '?']).next())
}

/// The place of an address, seen from a page.
fn follow(from: &str, href: &str) -> String {
    let mut at: Vec<&str> = from.split('/').collect();
    at.pop();
    for step in href.split('/') {
        match step {
            ".." => drop(at.pop()),
            step => at.push(step),
        }
    }
    percent_decoded(&at.join("/"))
}

fn percent_decoded(path: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = path.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = (*first == b'%')
            .then(|| u8::from_str_radix(std::str::from_utf8(after.get(..2)?).ok()?, 16).ok())
            .flatten();
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).unwrap()
}

fn is_page(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|ending| ending == "html")
}

/// The pages that no chain of links leads to from the door.
fn unreachable(site: &Path) -> Vec<String> {
    let files = files_in(site);
    let mut reached: BTreeSet<String> = ["index.html".to_owned()].into();
    let mut waiting: VecDeque<String> = ["index.html".to_owned()].into();
    while let Some(page) = waiting.pop_front() {
        let html = fs::read_to_string(site.join(&page)).unwrap();
        for href in links_of(&html).filter(|href| !href.is_empty() && !href.contains(':')) {
            let to = follow(&page, href);
            if is_page(&to) && files.contains(&to) && reached.insert(to.clone()) {
                waiting.push_back(to);
            }
        }
    }
    let pages = files.into_iter().filter(|path| is_page(path) && path != "404.html");
    pages.filter(|path| !reached.contains(path)).collect()
}

#[test]
fn every_page_can_be_reached_by_links_from_the_door() {
    let scratch = Scratch::new(&[]);
    let out = scratch.path("public");
    let built = crate::scratch::program(Path::new("."), &["build", "-o", out.to_str().unwrap()])
        .output()
        .unwrap();
    assert!(built.status.success());
    assert_eq!(unreachable(&out), Vec::<String>::new());
    let nameless: Vec<String> = files_in(&out)
        .into_iter()
        .filter(|path| is_page(path))
        .filter(|path| {
            let html = fs::read_to_string(out.join(path)).unwrap();
            html.contains("<title></title>") || html.contains("name=\"description\" content=\"\"")
        })
        .collect();
    assert_eq!(nameless, Vec::<String>::new(), "each page has a title and a description");
}

/// `check` and `build` both fail, and show both places.
#[track_caller]
fn assert_clash(scratch: &Scratch, shown: &[&str]) {
    for verb in ["check", "build"] {
        let run = scratch.run(&[verb]);
        assert_eq!(run.code, 1, "{verb}: {}", run.shown());
        let output = run.shown();
        for words in [&["error[path.clash]"][..], shown].concat() {
            assert!(output.contains(words), "{verb} does not say `{words}`:\n{output}");
        }
    }
}

#[test]
fn a_page_that_lies_where_the_search_page_lies_is_found_by_check() {
    let scratch = Scratch::report(&[
        ("content/search.zh.md", "---\n---\n\n# 搜索\n"),
        ("content/search.en.md", "---\n---\n\n# Search\n"),
    ]);
    assert_clash(&scratch, &["content/search.zh.md:4:1", "the search page", "zh/search.html"]);
}

#[test]
fn a_page_that_lies_where_the_downloads_lie_is_found_by_check() {
    let scratch = Scratch::report(&[
        ("content/data.zh.md", "---\n---\n\n# 数据\n"),
        ("content/data.en.md", "---\n---\n\n# Data\n"),
    ]);
    assert_clash(&scratch, &["content/data.zh.md:4:1", "the page of downloads"]);
}

#[test]
fn a_part_that_lies_where_the_ledger_or_the_whole_report_lies_is_found_by_check() {
    let with = |name: &str| {
        Scratch::report(&[
            (&format!("content/r/{name}.zh.md"), "---\n---\n\n# 台账\n"),
            (&format!("content/r/{name}.en.md"), "---\n---\n\n# Ledger\n"),
            ("content/indicators.yaml", "- id: gdp\n  name: {zh: 生产总值, en: GDP}\n"),
            ("content/r/figures.yaml", "1-a:\n  s1:\n  - gdp: 生产总值[3870亿元]\n"),
        ])
    };
    assert_clash(&with("ledger"), &["content/r/ledger.zh.md:4:1", "the number ledger"]);
    assert_clash(&with("all"), &["content/r/all.zh.md:4:1", "content/r/_index.zh.md"]);
}

#[test]
fn files_beside_the_pages_that_differ_in_capitals_alone_are_found() {
    let scratch =
        Scratch::report(&[("content/r/Scan.pdf", "%PDF a"), ("content/r/scan.pdf", "%PDF b")]);
    assert_clash(&scratch, &["files/r/Scan.pdf", "files/r/scan.pdf", "content/r/"]);
}

/// A report that accounts for its numerals and claims no figure.
#[test]
fn a_report_with_a_ledger_and_without_figures_has_no_dead_link() {
    let ledger =
        "- page: 1-a\n  quote: 生产总值[3870亿元]\n  is: other\n  reason: {zh: 试, en: a test}\n";
    for files in [
        vec![("content/r/ledger.yaml", ledger)],
        vec![
            ("content/r/ledger.yaml", ledger),
            ("content/indicators.yaml", "- {id: gdp, name: GDP}\n"),
            ("content/r/figures.yaml", ""),
        ],
    ] {
        let scratch = Scratch::report(&files);
        let check = scratch.run(&["check"]);
        assert!(!check.shown().contains("output.link"), "{}", check.shown());
        let build = scratch.run(&["build"]);
        assert_eq!(build.code, 0, "{}", build.shown());
        let cover = scratch.read("public/zh/r/index.html");
        assert!(cover.contains("ledger.html"), "the ledger is there");
        assert!(!cover.contains("indicators/index.html"), "the index is not");
    }
}

#[test]
fn a_figures_file_without_figures_is_as_if_it_were_not_there() {
    for figures in ["", "# nothing yet\n", "1-a: {}\n"] {
        let scratch = Scratch::report(&[
            ("content/r/figures.yaml", figures),
            (
                "content/r/1-a.zh.md",
                "---\n---\n\n# 一、回顾\n\n## （一）甲\n\n第一段。\n\n第二段。\n",
            ),
            (
                "content/r/1-a.en.md",
                "---\n---\n\n# I. Review\n\n## 1. A\n\nThe first.\n\nThe second.\n",
            ),
        ]);
        let check = scratch.run(&["check", "--strict"]);
        assert_eq!(check.code, 0, "{figures:?}: {}", check.shown());
    }
}

/// The whole of an indicator that no report says anything of has no page to lead to.
#[test]
fn a_part_of_an_indicator_without_figures_has_no_dead_link() {
    let scratch = Scratch::report(&[
        ("content/indicators.yaml", "- {id: gdp, name: GDP}\n- {id: world, name: World}\n"),
        (
            "content/r/figures.yaml",
            "1-a:\n  s1:\n  - {indicator: gdp, quote: 生产总值[3870亿元], part-of: world}\n",
        ),
    ]);
    let check = scratch.run(&["check"]);
    assert!(!check.shown().contains("output.link"), "{}", check.shown());
}
