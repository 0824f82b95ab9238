//! The report of this repository against the text as received, and against its translation.

use std::fs;
use std::path::Path;

use duizhao::pipeline::{self, Request};
use duizhao::source::codes;

use crate::scratch::Scratch;

const REPORT: &str = "content/jinhua-2018";

/// The parts of the report's text, in both languages.
const FILES: [&str; 4] = ["_index", "1-review", "2-plan", "3-government"];

/// This repository's site in a folder of its own.
fn copy() -> Scratch {
    let scratch = Scratch::new(&[]);
    for entry in
        walkdir::WalkDir::new("content").into_iter().chain(walkdir::WalkDir::new("site.toml"))
    {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            scratch.write(entry.path().to_str().unwrap(), &fs::read(entry.path()).unwrap());
        }
    }
    scratch
}

/// Codes of everything found in a site.
fn found(root: &Path) -> Vec<&'static str> {
    let request = Request { root: root.to_path_buf(), ..Request::default() };
    let loaded = pipeline::load(&request).unwrap();
    loaded.findings.shown.iter().map(|finding| finding.code.name()).collect()
}

#[test]
fn the_report_equals_the_received_text_but_for_the_errata() {
    assert_eq!(found(Path::new(env!("CARGO_MANIFEST_DIR"))), Vec::<String>::new());
}

#[test]
fn the_copy_of_the_received_text_is_the_received_text() {
    let original = Path::new("../shared/source/jinhua-2018.zh.md");
    if let Ok(received) = fs::read(original) {
        assert!(fs::read(format!("{REPORT}/received.txt")).unwrap() == received);
    }
}

#[test]
fn changing_any_character_of_the_original_is_found() {
    let scratch = copy();
    for file in FILES {
        let path = format!("{REPORT}/{file}.zh.md");
        let text = scratch.read(&path);
        let body = text[3..].find("\n---\n").unwrap() + 8;
        // One character in each twentieth of the text; all of them would take minutes.
        let places: Vec<_> = text[body..]
            .char_indices()
            .filter(|(_, c)| c.is_alphanumeric() || "，。、“”%".contains(*c))
            .collect();
        for (at, c) in places.iter().step_by(places.len() / 20 + 1) {
            let mut changed = text.clone();
            changed.replace_range(body + at..body + at + c.len_utf8(), "某");
            scratch.write(&path, changed.as_bytes());
            let codes_found = found(&scratch.path("."));
            assert!(
                codes_found.contains(&codes::ERRATUM_UNEXPLAINED.name()),
                "{path}: `{c}` at byte {at} was changed and nobody noticed: {codes_found:?}"
            );
        }
        scratch.write(&path, text.as_bytes());
    }
}

#[test]
fn every_erratum_is_needed() {
    let scratch = copy();
    let path = format!("{REPORT}/errata.yaml");
    let text = scratch.read(&path);
    let entries: Vec<&str> = text.split("\n- was:").collect();
    assert!(entries.len() > 25);
    for left_out in 1..entries.len() {
        if entries[left_out].contains("perhaps:") {
            continue;
        }
        let mut rest = entries.clone();
        rest.remove(left_out);
        scratch.write(&path, rest.join("\n- was:").as_bytes());
        assert!(!found(&scratch.path(".")).is_empty(), "not needed: {}", entries[left_out]);
    }
}

/// Blocks of a file's body.
fn blocks(file: &str, lang: &str) -> Vec<String> {
    let text = fs::read_to_string(format!("{REPORT}/{file}.{lang}.md")).unwrap();
    let body = text.splitn(3, "---\n").nth(2).unwrap().to_owned();
    body.split("\n\n")
        .map(|block| block.trim().to_owned())
        .filter(|block| !block.is_empty() && block != "<!-- page -->")
        .collect()
}

#[test]
fn every_paragraph_and_every_heading_is_translated() {
    let (mut paragraphs, mut headings) = (0, 0);
    for file in FILES {
        let (zh, en) = (blocks(file, "zh"), blocks(file, "en"));
        assert_eq!(zh.len(), en.len(), "{file}");
        for (zh, en) in zh.iter().zip(&en) {
            assert_eq!(zh.starts_with('#'), en.starts_with('#'), "{zh}\n{en}");
            let has_han = en.chars().any(|c| ('\u{3400}'..='\u{9fff}').contains(&c));
            assert!(!has_han, "Chinese is left in the translation: {en}");
            assert!(!en.contains(['"', '\'']), "straight quotation marks: {en}");
            if zh.starts_with('#') {
                headings += 1;
            } else {
                paragraphs += 1;
                // The shortest sentences of the report come out at 1.5; a skipped sentence of a
                // long paragraph brings it below 2.
                let ratio = en.chars().count() * 10 / zh.chars().count();
                assert!(zh.chars().count() < 20 || ratio >= 20, "too short ({ratio}): {en}");
            }
        }
    }
    // 76 paragraphs and the salutation; the title, three parts, fifteen numbered sections.
    assert_eq!((paragraphs, headings), (77, 19));
}
