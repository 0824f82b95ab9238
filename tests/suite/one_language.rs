//! A site of one language says nothing of texts that are not there.

use crate::scratch::Scratch;

const COVER: &str = "---\nreport:\n  issuer: Ministry of Works\n  date: 2023-06-30\n  status: original\n---\n\n# Annual Report 2023\n\nThe year in brief.\n";
const PART: &str = "---\nperiod: 2023\nstatus: actual\n---\n\n# Results\n\n## Roads\n\nWe built 12 km of roads.[^1]\n\n[^1]: Provisional.\n";

fn site() -> Scratch {
    Scratch::new(&[
        ("site.toml", "title = \"Annual Reports\"\nlanguages = [\"en\"]\n"),
        ("content/_index.en.md", "---\n---\n\n# Annual Reports\n"),
        ("content/about.en.md", "---\n---\n\n# About\n\nOne.\n"),
        (
            "content/glossary.yaml",
            "- {id: roads, en: roads, kind: concept, definition: {en: ways}}\n",
        ),
        ("content/r/_index.en.md", COVER),
        ("content/r/1-results.en.md", PART),
    ])
}

const PAGES: [&str; 11] = [
    "index.html",
    "en/index.html",
    "en/about.html",
    "en/search.html",
    "en/r/index.html",
    "en/r/all.html",
    "en/r/1-results.html",
    "en/glossary/index.html",
    "en/glossary/by-kind.html",
    "en/glossary/roads.html",
    "404.html",
];

#[test]
fn nothing_is_said_of_a_translation_or_of_chinese_where_there_is_none() {
    let site = site();
    let run = site.run(&["build", "--strict"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    for path in PAGES {
        let page = site.read(&format!("public/{path}"));
        for word in [
            "riginal",
            "translation",
            "side by side",
            "Side by side",
            "Chinese",
            "GB/T",
            "inyin",
            "bilingual",
            " ()",
            "1 parts",
            "1 sections",
            "1 minutes",
        ] {
            assert!(!page.contains(word), "{path}: {word}");
        }
    }
    let cover = site.read("public/en/r/index.html");
    assert!(cover.contains("1 part, 1 section, 2 paragraphs, 74 characters"), "{cover}");
}

#[test]
fn the_door_of_one_language_leads_on() {
    let site = site();
    assert_eq!(site.run(&["build"]).code, 0);
    let door = site.read("public/index.html");
    assert!(
        door.contains("<meta http-equiv=\"refresh\" content=\"0; url=en/index.html\">"),
        "{door}"
    );
    assert!(door.contains("<a href=\"en/index.html\">"), "{door}");
    assert!(!door.contains("Enter in"), "{door}");
}

#[test]
fn what_serves_chinese_is_there_where_chinese_is() {
    let site = Scratch::report(&[]);
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    let page = site.read("public/en/r/index.html");
    assert!(page.contains("GB/T 7714") && page.contains("Chinese face"), "{page}");
}
