//! Drafts: nothing of them is published, nothing else is left out, and each build names them.

use std::path::Path;

use crate::determinism::bytes;
use crate::scratch::{COVER_EN, COVER_ZH, Scratch};

/// A report of two parts; the words of the second occur nowhere else.
fn report() -> Scratch {
    let config = format!("{}base_url = \"https://example.org/\"\n", crate::scratch::SITE);
    let scratch = Scratch::report(&[
        ("site.toml", &config),
        ("content/r/2-b.zh.md", "---\n---\n\n# 二、密件\n\n密语甲。\n"),
        ("content/r/2-b.en.md", "---\n---\n\n# II. Hush\n\nWhispered words.\n"),
        ("content/r/secret.txt", "unpublished attachment\n"),
    ]);
    scratch.write("content/about.zh.md", "---\n---\n\n# 说明\n\n见[后文](@r#s2-p1)。\n".as_bytes());
    scratch.write("content/about.en.md", b"---\n---\n\n# About\n\nSee [below](@r#s2-p1).\n");
    scratch
}

/// Marks a page as a draft.
fn mark(scratch: &Scratch, page: &str) {
    let path = format!("content/{page}.md");
    let marked = scratch.read(&path).replacen("---\n", "---\ndraft: true\n", 1);
    scratch.write(&path, marked.as_bytes());
}

/// What a build says; it must succeed, warnings included.
fn built(scratch: &Scratch) -> String {
    let run = scratch.run(&["build", "-q", "--strict"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    run.stderr
}

/// The published files that hold these words.
fn files_with(scratch: &Scratch, words: &str) -> Vec<String> {
    let all = bytes(&scratch.path("public"));
    let has_them = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains(words);
    all.into_iter().filter(|(_, bytes)| has_them(bytes)).map(|(path, _)| path).collect()
}

/// Seen to fail: the parts were written, and stood in the sitemap and in the search.
#[test]
fn a_draft_of_the_cover_holds_back_the_whole_report_and_says_so() {
    let scratch = report();
    mark(&scratch, "r/_index.zh");
    let said = built(&scratch);
    assert!(said.contains("the report `r` is a draft and is not published, nor are its 2 parts"));
    for words in ["密语", "Whispered", "生产总值", "unpublished attachment", "/r/"] {
        assert_eq!(files_with(&scratch, words), Vec::<String>::new(), "{words}");
    }
    // A link to it is shown as its words.
    let about = scratch.read("public/en/about.html");
    assert!(about.contains("See below."), "{about}");
    assert!(said.contains("this link leads to a draft"), "{said}");
    let run = scratch.run(&["build", "-q", "--drafts"]);
    assert_eq!((run.code, &*run.stderr), (0, ""));
    assert!(Path::new(&scratch.path("public/en/r/2-b.html")).exists());
}

#[test]
fn a_part_that_is_a_draft_is_left_out_and_the_others_keep_their_numbers() {
    let scratch = report();
    scratch.write("content/about.en.md", b"---\n---\n\n# About\n\nText.\n");
    scratch.write("content/about.zh.md", "---\n---\n\n# 说明\n\n文。\n".as_bytes());
    mark(&scratch, "r/1-a.zh");
    mark(&scratch, "r/1-a.en");
    let said = built(&scratch);
    assert_eq!(said.matches("note[page.withheld]").count(), 1, "{said}");
    assert!(said.contains("the page `r/1-a` is a draft and is not published"), "{said}");
    assert_eq!(files_with(&scratch, "生产总值"), Vec::<String>::new());
    assert!(scratch.read("public/en/r/2-b.html").contains("id=\"s2-p1\""));
}

/// Seen to fail: the Chinese page vanished with its English draft.
#[test]
fn a_translation_that_is_a_draft_leaves_the_original_and_marks_its_place() {
    let scratch = report();
    mark(&scratch, "r/2-b.en");
    let said = built(&scratch);
    assert!(said.contains("the English of `r/2-b` is a draft and is not published"), "{said}");
    assert_eq!(files_with(&scratch, "Whispered"), Vec::<String>::new());
    assert!(scratch.read("public/zh/r/2-b.html").contains("密语甲"));
    let pair = scratch.read("public/zh-en/r/2-b.html");
    assert!(pair.contains("密语甲") && pair.contains("class=\"miss\" lang=\"en\""), "{pair}");
    let english = scratch.read("public/en/r/2-b.html");
    assert!(english.contains("<h1><span lang=\"zh-Hans\">"), "{english}");
    // A translator works on it all the same.
    let run = scratch.run(&["export", "xliff"]);
    assert!(run.stdout.contains("Whispered words."), "{}", run.shown());
    let listed = scratch.run(&["list", "pages"]);
    assert!(listed.stderr.contains("left out, being drafts: r/2-b (English)"), "{}", listed.stderr);
}

#[test]
fn a_translation_whose_cover_is_a_draft_is_one_as_a_whole() {
    let scratch = report();
    mark(&scratch, "r/_index.en");
    let said = built(&scratch);
    assert!(said.contains("the English of the report `r` is a draft"), "{said}");
    for words in ["Whispered", "RMB 387", "Fellow Deputies"] {
        assert_eq!(files_with(&scratch, words), Vec::<String>::new(), "{words}");
    }
    assert!(scratch.read("public/zh/r/2-b.html").contains("密语甲"));
}

/// Seen to fail on the report of Jinhua: 2 errors and 498 warnings, none of them true.
#[test]
fn nothing_is_said_of_what_only_a_draft_would_make_right() {
    let term = "- id: secret\n  kind: concept\n  zh: 密语\n  en: whispered words\n";
    let indicators = "indicators:\n  - {id: gdp, name: {zh: 生产总值, en: GDP}, unit: 元}\n";
    let part = "---\nperiod: 2017\nstatus: actual\n---\n\n# 二、密件\n\n密语9亿元。\n";
    let translated = "---\n---\n\n# II. Hush\n\nWhispered words: RMB 900 million.\n";
    let source = "  source: {name: 扫描件, file: received.txt, sha256: ca7883c9ba3770ff463c4e32ef08ca8cd23475b52725ec9aa5c5c827e6494e47}\n";
    let cover = COVER_ZH.replace("  status: original\n", &format!("  status: original\n{source}"));
    let received = "# 政府工作报告\n\n各位代表：\n\n# 一、回顾\n\n## （一）甲\n\n别的文字。\n";
    let scratch = Scratch::report(&[
        ("content/glossary.yaml", term),
        ("content/indicators.yaml", indicators),
        ("content/r/2-b.zh.md", part),
        ("content/r/2-b.en.md", translated),
        ("content/r/figures.yaml", "2-b:\n  s0:\n    - gdp: \"密语[9亿元]\"\n"),
        (
            "content/r/ledger.yaml",
            "- {page: 1-a, section: s1, quote: \"总值[3870亿元]\", is: qualifier, reason: {zh: 试, en: test}}\n",
        ),
        ("content/r/_index.zh.md", &cover),
        ("content/r/_index.en.md", COVER_EN),
        ("content/r/received.txt", received),
    ]);
    mark(&scratch, "r/2-b.zh");
    let run = scratch.run(&["check", "--strict"]);
    let codes: Vec<&str> =
        run.stdout.lines().filter(|line| line.contains('[') && line.contains("]: ")).collect();
    assert!(codes.iter().all(|line| line.starts_with("note[page.withheld]")), "{}", run.stdout);
    assert!(run.stdout.contains("`r` is not compared with `content/r/received.txt`"));
    assert_eq!(run.code, 0);
    mark(&scratch, "r/_index.zh");
    let run = scratch.run(&["check", "--strict"]);
    assert!(run.stdout.contains("0 errors, 0 warnings, 1 notice"), "{}", run.stdout);
}
