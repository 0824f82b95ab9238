//! The order of the modules, as drawn in `src/lib.rs`, and other rules that would fade if nobody
//! held to them.

use std::fs;
use std::path::{Path, PathBuf};

/// Each module and the modules of this crate it may name, in the order of the drawing.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("fingerprint", &[]),
    ("model", &["source"]),
    ("lock", &["source", "model", "fingerprint"]),
    ("yaml", &["source", "model"]),
    ("config", &["source", "model"]),
    ("read", &["source", "model", "config", "yaml", "fingerprint", "lock"]),
    ("parse", &["source", "model", "yaml"]),
    ("resolve", &["source", "model", "config", "lock"]),
    ("setting", &["model"]),
    ("annotate", &["model"]),
    ("html", &["model", "setting"]),
    ("chart", &["model", "html"]),
    ("scan", &["model"]),
    ("compare", &["model"]),
    ("check", &["source", "model", "html", "compare"]),
    ("render", &["source", "model", "setting", "html", "chart", "fingerprint"]),
    ("exchange", &[]),
    ("import", &["source", "model", "yaml", "read", "exchange"]),
    ("handover", &["source", "model", "exchange"]),
    ("export", &["model", "html", "fingerprint", "exchange"]),
    ("search", &["model", "fingerprint"]),
    ("write", &["model"]),
    (
        "pipeline",
        &[
            "source", "model", "config", "read", "parse", "annotate", "resolve", "check", "render",
            "export", "search", "write",
        ],
    ),
    (
        "cli",
        &[
            "source", "model", "annotate", "config", "read", "scan", "import", "handover", "lock",
            "pipeline", "write",
        ],
    ),
];

/// Crates with one owner, so that each can be replaced in one place.
const OWNED: &[(&str, &str)] = &[
    ("pulldown_cmark", "parse"),
    ("serde_yaml", "yaml"),
    ("tera", "render"),
    ("syntect", "html"),
    ("html5gum", "check"),
    ("similar", "check"),
    ("annotate_snippets", "cli"),
    ("clap", "cli"),
    ("sha2", "fingerprint"),
    ("csv", "exchange"),
    ("quick_xml", "exchange"),
    ("aho_corasick", "annotate"),
    ("pinyin", "resolve"),
    ("unicode_segmentation", "annotate"),
    ("include_dir", "read"),
    ("hanconv", "search"),
    ("base64", "search"),
    ("unicode_normalization", "search"),
];

/// The most lines a file may have before its tests.
const LONGEST_FILE: usize = 420;

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn module_of(path: &Path) -> String {
    let inside = path.strip_prefix("src").unwrap();
    let first = inside.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

/// The code of a file without comments and without its tests.
fn code_of(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let before_tests = text.split("#[cfg(test)]").next().unwrap_or_default();
    before_tests
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The modules named in `crate::a::B` and `crate::{a::B, c}`.
fn modules_named_in(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for rest in code.split("crate::").skip(1) {
        let inside = match rest.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or_default(),
            None => {
                rest.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or_default()
            }
        };
        names.extend(
            inside
                .split(',')
                .map(|name| name.trim().split("::").next().unwrap_or_default().to_owned()),
        );
    }
    names
}

#[test]
fn modules_keep_to_their_layer() {
    let mut broken = Vec::new();
    for path in rust_files(Path::new("src")) {
        let module = module_of(&path);
        if module == "lib" || module == "main" {
            continue;
        }
        let (_, allowed) =
            MAY_IMPORT.iter().find(|(name, _)| *name == module).unwrap_or_else(|| {
                panic!("`{module}` has no place in MAY_IMPORT: decide its layer first")
            });
        let code = code_of(&path);
        for name in modules_named_in(&code) {
            let is_module = MAY_IMPORT.iter().any(|(known, _)| *known == name);
            if is_module && name != module && !allowed.contains(&name.as_str()) {
                broken.push(format!("{}: `{module}` may not import `{name}`", path.display()));
            }
        }
        for (dependency, owner) in OWNED {
            if module != *owner && code.contains(&format!("{dependency}::")) {
                broken.push(format!("{}: only `{owner}` may use `{dependency}`", path.display()));
            }
        }
        if code.lines().count() > LONGEST_FILE {
            broken.push(format!("{}: longer than {LONGEST_FILE} lines; split it", path.display()));
        }
    }
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

/// A module may name only those drawn above it, so there is no circle.
#[test]
fn the_layers_have_no_circle() {
    for (place, (module, allowed)) in MAY_IMPORT.iter().enumerate() {
        for name in *allowed {
            let other = MAY_IMPORT.iter().position(|(known, _)| known == name).unwrap();
            assert!(other < place, "`{module}` names `{name}`, which is drawn below it");
        }
    }
}

/// A file in `check/` or `export/` that nobody listed would silently never run.
#[test]
fn every_check_and_export_is_listed() {
    for stage in ["check", "export"] {
        let list = fs::read_to_string(format!("src/{stage}/mod.rs")).unwrap();
        for path in rust_files(&Path::new("src").join(stage)) {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let is_special = name == "mod" || (stage == "check" && name == "output");
            assert!(
                is_special || list.contains(&format!("&{name}::")),
                "{} is not in {stage}::ALL",
                path.display()
            );
        }
    }
}

/// A serialised type is a promise to someone outside, so the model makes none.
#[test]
fn the_model_has_no_serde_and_no_disk() {
    for path in rust_files(Path::new("src/model")) {
        let code = code_of(&path);
        for word in ["serde", "std::fs", "std::io"] {
            assert!(!code.contains(word), "{} uses `{word}`", path.display());
        }
    }
}

#[test]
fn the_architecture_page_names_every_module_and_every_word_of_the_field() {
    let page = fs::read_to_string("ARCHITECTURE.md").unwrap();
    for (module, _) in MAY_IMPORT {
        assert!(page.contains(&format!("`{module}`")), "ARCHITECTURE.md does not name `{module}`");
    }
    let all: String = rust_files(Path::new("src")).iter().map(|path| code_of(path)).collect();
    let words = page.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    for word in words.filter(|word| word.starts_with(|c: char| c.is_uppercase())) {
        let is_type = ["struct", "enum", "trait"].iter().any(|kind| {
            all.contains(&format!("{kind} {word} "))
                || all.contains(&format!("{kind} {word}("))
                || all.contains(&format!("{kind} {word}<"))
                || all.contains(&format!("{kind} {word}:"))
                || all.contains(&format!("{kind} {word};"))
        });
        assert!(is_type, "ARCHITECTURE.md names `{word}`, which is no type");
    }
    assert!(page.lines().count() <= 200, "ARCHITECTURE.md is read in one sitting");
}
