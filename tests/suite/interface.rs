//! The words of the interface in the languages of a site, whichever they are.

use crate::scratch::Scratch;

/// A site of one report in two languages, with these other files.
fn site(languages: [&str; 2], others: &[(&str, &str)]) -> Scratch {
    let config =
        format!("title = \"Reports\"\nlanguages = [{:?}, {:?}]\n", languages[0], languages[1]);
    let scratch = Scratch::new(&[("site.toml", &config)]);
    for (number, code) in languages.iter().enumerate() {
        let words = if code.starts_with("zh") {
            "經濟增長，結構優化。"
        } else {
            "The economy grew."
        };
        let cover = format!(
            "---\nreport:\n  date: 2023-06-30\n  status: authentic\n---\n\n# {}\n\n{words}\n",
            ["A", "B"][number]
        );
        let pages = [
            ("_index", "---\n---\n\n# A\n".to_owned()),
            ("about", format!("---\n---\n\n# B\n\n{words}\n")),
            ("r/_index", cover),
            ("r/1-part", format!("---\n---\n\n# C\n\n## D\n\n{words}\n")),
        ];
        for (page, text) in pages {
            scratch.write(&format!("content/{page}.{code}.md"), text.as_bytes());
        }
    }
    for (path, text) in others {
        scratch.write(path, text.as_bytes());
    }
    scratch
}

#[test]
fn a_file_of_two_words_is_enough_and_what_is_missing_is_one_note() {
    let words = "nav_about = \"À propos\"\nnav_reports = \"Rapports\"\n";
    let site = site(["en", "fr"], &[("themes/zhumo/strings/fr.toml", words)]);
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    let shown = run.shown();
    assert_eq!(shown.matches("theme.string").count(), 1, "{shown}");
    assert!(shown.contains("the interface has 2 of "), "{shown}");
    let page = site.read("public/fr/r/1-part.html");
    assert!(page.contains("À propos") && page.contains("Rapports"), "{page}");
    assert!(page.contains("How to cite"), "what is missing is said in English: {page}");
}

#[test]
fn a_language_may_be_named_by_a_whole_tag() {
    for (code, lang) in [("zh-Hant", "zh-Hant"), ("pt-BR", "pt-BR"), ("zh", "zh-Hans")] {
        let site = site(["en", code], &[]);
        let run = site.run(&["build"]);
        assert_eq!(run.code, 0, "{code}: {}", run.shown());
        let page = site.read(&format!("public/{code}/r/index.html"));
        assert!(page.contains(&format!("<html lang=\"{lang}\"")), "{page}");
        assert!(site.read(&format!("public/en-{code}/r/index.html")).contains(lang));
    }
    for code in ["EN", "zh_Hant", "z", "zh-", "-zh", "english-in-a-very-long-form"] {
        let run = site(["en", code], &[]).run(&["check"]);
        assert_eq!(run.code, 2, "{code}: {}", run.shown());
    }
}

/// Characters that Big5, which was made for traditional texts, cannot encode are simplified ones.
fn simplified(text: &str) -> Vec<char> {
    let is_han = |c: &char| ('\u{4e00}'..='\u{9fff}').contains(c);
    let mut found: Vec<char> = text.chars().filter(is_han).collect();
    found.retain(|c| encoding_rs::BIG5.encode(&c.to_string()).2);
    found
}

#[test]
fn a_traditional_site_has_no_simplified_character_in_its_interface() {
    let figures = [
        (
            "content/indicators.yaml",
            "indicators:\n  - {id: roads, name: {zh-Hant: 道路, en: Roads}, unit: 公里}\n",
        ),
        ("content/r/figures.yaml", "1-part:\n  s1:\n    - roads: \"建成道路[12公里]\"\n"),
        (
            "content/r/1-part.zh-Hant.md",
            "---\nperiod: 2023\nstatus: actual\n---\n\n# C\n\n## D\n\n建成道路12公里。\n",
        ),
        (
            "content/r/1-part.en.md",
            "---\nperiod: 2023\nstatus: actual\n---\n\n# C\n\n## D\n\nWe built 12 kilometers of roads.\n",
        ),
        ("content/glossary.yaml", "- {id: road, zh-Hant: 道路, en: road, kind: concept}\n"),
    ];
    let site = site(["zh-Hant", "en"], &figures);
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    assert!(!run.shown().contains("theme.string"), "the interface is whole: {}", run.shown());
    let mut pages = 0;
    for entry in walkdir::WalkDir::new(site.path("public")) {
        let entry = entry.unwrap();
        if entry.path().extension().is_some_and(|ending| ending == "html") {
            let page = std::fs::read_to_string(entry.path()).unwrap();
            let found = simplified(&page);
            assert!(found.is_empty(), "{}: {found:?}", entry.path().display());
            pages += 1;
        }
    }
    assert!(pages > 20, "{pages}");
}

#[test]
fn a_word_that_one_language_alone_has_is_told_and_shown_in_the_other() {
    let site = Scratch::report(&[("themes/zhumo/strings/zh.toml", "new_word = \"新词\"\n")]);
    let run = site.run(&["check"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    assert!(run.shown().contains("what is missing: new_word"), "{}", run.shown());
}
