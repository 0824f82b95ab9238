//! Data files as people and other programs write them: the same list in every form, and what is
//! said of one that is wrong.

use crate::scratch::{COVER_EN, COVER_ZH, SITE, Scratch};

/// What `check` prints of a small report with these files.
fn check(files: &[(&str, &str)]) -> String {
    Scratch::report(files).run(&["check"]).shown()
}

/// The findings of `check`, one a line: code, place, message.
fn found(files: &[(&str, &str)]) -> Vec<String> {
    let run = Scratch::report(files).run(&["check", "--format", "json"]);
    let of = |line: &str| -> String {
        let finding: serde_json::Value = serde_json::from_str(line).expect("one object a line");
        let at = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
        let line = &finding["line"];
        format!("{} {}:{line}:{} {}", at("code"), at("file"), finding["column"], at("message"))
    };
    run.stdout.lines().map(of).collect()
}

/// The same without places.
fn said(files: &[(&str, &str)]) -> Vec<String> {
    let without_place = |line: String| {
        let mut words = line.splitn(3, ' ');
        format!("{} {}", words.next().unwrap_or(""), words.nth(1).unwrap_or(""))
    };
    found(files).into_iter().map(without_place).collect()
}

#[test]
fn a_list_says_the_same_indented_and_in_brackets() {
    for (file, list, indented, flow) in [
        (
            "content/r/waivers.yaml",
            "- code: number.missing\n  page: 1-a\n  at: s1.1-p1\n  quote: 第二\n  reason: x\n",
            "  - code: number.missing\n    page: 1-a\n    at: s1.1-p1\n    quote: 第二\n    reason: x\n",
            "[{code: number.missing, page: 1-a, at: s1.1-p1, quote: 第二, reason: x}]\n",
        ),
        (
            "content/r/ledger.yaml",
            "- page: 9-z\n  quote: x\n  is: name\n  reason: x\n",
            "  - page: 9-z\n    quote: x\n    is: name\n    reason: x\n",
            "[{page: 9-z, quote: x, is: name, reason: x}]\n",
        ),
        (
            "content/r/errata.yaml",
            "- was: x\n  why: y\n",
            "  - was: x\n    why: y\n",
            "[{was: x, why: y}]\n",
        ),
        (
            "content/glossary.yaml",
            "- id: X\n  zh: 甲\n",
            "  - id: X\n    zh: 甲\n",
            "[{id: X, zh: 甲}]\n",
        ),
    ] {
        let expected = said(&[(file, list)]);
        assert!(!expected.is_empty(), "{file}");
        assert_eq!(said(&[(file, indented)]), expected, "{indented}");
        assert_eq!(said(&[(file, flow)]), expected, "{flow}");
    }
}

#[test]
fn a_mapping_where_a_list_is_meant_is_an_error() {
    for name in ["r/waivers.yaml", "r/ledger.yaml", "r/errata.yaml", "glossary.yaml"] {
        let path = format!("content/{name}");
        let file = name.rsplit('/').next().unwrap();
        assert_eq!(
            found(&[(&path, "# entries\nwas: x\nwhy: y\n")]),
            [format!("data.invalid {path}:2:1 {file} must be a list; this is a mapping")]
        );
    }
}

#[test]
fn a_file_that_says_nothing_is_no_list_and_no_fault() {
    for text in ["", "# nothing yet\n", "---\n", "null\n", "[]\n"] {
        for name in ["r/waivers.yaml", "r/errata.yaml", "glossary.yaml", "indicators.yaml"] {
            let path = format!("content/{name}");
            assert_eq!(found(&[(&path, text)]), Vec::<String>::new(), "{path}: {text:?}");
        }
    }
}

#[test]
fn indicators_may_be_written_as_other_programs_write_them() {
    let text = "indicators:\n- id: gdp\n  name:\n    en: GDP\n    zh: 生产总值\n  topic: economy\n  unit: 元\ntopics:\n- id: economy\n  name: 经济\n";
    let figures = "1-a:\n  s1:\n  - gdp: 生产总值[3870亿元]\n";
    let files = [("content/indicators.yaml", text), ("content/r/figures.yaml", figures)];
    assert_eq!(found(&files), Vec::<String>::new());
}

#[test]
fn a_list_of_indicators_names_as_many_topics_as_it_likes() {
    let text = "- {id: gdp, name: a, topic: economy}\n- {id: jobs, name: b, topic: work}\n";
    let found = said(&[("content/indicators.yaml", text)]);
    assert!(found.iter().all(|line| !line.contains("topic")), "{found:?}");
}

#[test]
fn a_value_is_shown_where_it_stands_and_not_where_a_comment_says_the_same() {
    let waiver = "# number.mising, s1.1-p1, x: quoted below\n- {code: number.mising, page: 1-a, at: s1.1-p1, quote: x, reason: y}\n";
    assert_eq!(
        found(&[("content/r/waivers.yaml", waiver)])[0],
        "data.invalid content/r/waivers.yaml:2:10 no finding has the code `number.mising`"
    );
    let cover =
        COVER_ZH.replace("report:", "# delivered: 2018-02-30\nupdated: 2018-01-01\nreport:");
    let cover = cover.replace("delivered: 2018-03-31", "delivered: 2018-02-30");
    assert_eq!(
        found(&[("content/r/_index.zh.md", &cover)])[0],
        "date.invalid content/r/_index.zh.md:10:14 `2018-02-30` is not a day of the calendar"
    );
    let figures = "# gdp: 生产总值[3870亿元]\n1-a:\n  s1:\n    - {gdp: '生产总值[3870亿元]', place: 生产总值, status: gdp}\n";
    let indicators = "- {id: gdp, name: x, topic: gdp}\n";
    assert_eq!(
        found(&[("content/indicators.yaml", indicators), ("content/r/figures.yaml", figures)]),
        [
            "figure.unknown content/r/figures.yaml:4:36 there is no place `生产总值`",
            "data.invalid content/r/figures.yaml:4:50 `status` cannot be `gdp`",
        ]
    );
}

#[test]
fn unknown_keys_in_brackets_are_all_found_at_any_depth() {
    let text = "- {id: a, zh: 甲, en: A, lnk: auto, avoid: {en: [{form: x, wyh: y}], fr: [z]}}\n";
    let found = found(&[("content/glossary.yaml", text)]);
    let unknown: Vec<_> = found.iter().filter(|line| line.starts_with("key.unknown")).collect();
    assert_eq!(
        unknown,
        [
            "key.unknown content/glossary.yaml:1:25 unknown key `lnk`",
            "key.unknown content/glossary.yaml:1:59 unknown key `wyh`",
            "key.unknown content/glossary.yaml:1:69 unknown key `fr`",
        ]
    );
}

#[test]
fn slips_in_front_matter_are_named_in_an_authors_words() {
    let cover = |lines: &str| {
        let text = format!(
            "---\n{lines}report:\n  issuer: 甲市人民政府\n  place: 甲市\n  delivered: 2018-03-31\n  status: original\n---\n\n# 政府工作报告\n\n各位代表：\n"
        );
        check(&[("content/r/_index.zh.md", &text)])
    };
    insta::assert_snapshot!(
        "slips_in_front_matter",
        [cover("draft: false\ntitle：二\n"), cover("weight: 1.5\n"), cover("draft: 否\n")]
            .join("\n")
    );
}

#[test]
fn a_key_that_stands_twice_shows_both_places() {
    let errata = "- was: 甲\n  is: 乙\n  why: x\n  is: 丙\n";
    insta::assert_snapshot!("a_key_twice", check(&[("content/r/errata.yaml", errata)]));
}

#[test]
fn a_tab_is_shown_at_its_own_line_and_nothing_follows_from_it() {
    let indicators = "- {id: gdp, name: 生产总值, unit: 元}\n";
    let figures = "1-a:\n  s1:\n\t- gdp: 生产总值[3870亿元]\n";
    let files = [("content/indicators.yaml", indicators), ("content/r/figures.yaml", figures)];
    insta::assert_snapshot!("a_tab_in_figures", check(&files));
    let files = [
        ("content/indicators.yaml", "- id: gdp\n\tname: 生产总值\n"),
        ("content/r/figures.yaml", "1-a:\n  s1:\n    - gdp: 生产总值[3870亿元]\n"),
    ];
    assert_eq!(
        found(&files),
        ["data.invalid content/indicators.yaml:2:1 a tab stands before the text of this line"]
    );
}

#[test]
fn nothing_follows_from_errata_that_cannot_be_read() {
    let cover = COVER_ZH.replace(
        "  status: original\n",
        "  status: original\n  source: {name: x, file: received.txt, sha256: 0000000000000000000000000000000000000000000000000000000000000000}\n",
    );
    let errata = "- was: 甲\n\tis: 乙\n  why: x\n";
    let files = [
        ("content/r/_index.zh.md", cover.as_str()),
        ("content/r/received.txt", "另一段文字。\n"),
        ("content/r/errata.yaml", errata),
    ];
    let codes: Vec<_> = found(&files);
    let of = |code: &str| codes.iter().filter(|line| line.starts_with(code)).count();
    assert_eq!((of("data.invalid"), of("errata.")), (1, 0), "{codes:?}");
}

#[test]
fn figures_that_say_nothing_are_read_as_nothing() {
    let site = |figures: &str| {
        let scratch = Scratch::new(&[
            ("site.toml", SITE),
            ("content/r/_index.zh.md", COVER_ZH),
            ("content/r/_index.en.md", COVER_EN),
            ("content/r/figures.yaml", figures),
        ]);
        scratch.run(&["check"]).shown()
    };
    for figures in [
        "",
        "# nothing yet\n",
        "1-part: {}\n",
        "1-part:\n",
        "1-part:\n  s1:\n",
        "1-part: {s1: []}\n",
    ] {
        let shown = site(figures);
        assert!(!shown.contains("data.invalid"), "{figures:?}: {shown}");
    }
}

#[test]
fn slips_in_the_configuration_are_named_in_an_authors_words() {
    for (text, expected) in [
        ("title: \"x\"\n", "site.toml:1:8 there is no `=` after the key"),
        ("title = “x”\n", "site.toml:1:9 a text stands here without quotation marks, or nothing"),
        ("title = \"x\n", "site.toml:1:11 this text is not closed"),
        ("title = 'x'\nlanguages = ['zh', 'en'\n", "site.toml:2:24 a bracket is not closed"),
        ("title = 'x'\ntitle = 'y'\n", "site.toml:2:1 this key stands here twice"),
        ("title = 'x' # x\n标题 = 'y'\n", "site.toml:2:1 this cannot be read"),
    ] {
        assert_eq!(found(&[("site.toml", text)]), [format!("config.invalid {expected}")], "{text}");
    }
}

/// Seen to fail: a misspelt key of a cover printed 4,000 lines, since no term stood in a report then.
#[test]
fn a_cover_that_cannot_be_read_is_the_cause_and_what_follows_from_it_waits() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let cover = "content/jinhua-2018/_index.zh.md";
    let text = std::fs::read_to_string(root.join(cover)).unwrap();
    for (slip, cause) in [
        (text.replace("  status: original", "  stauts: original"), "unknown key `stauts`"),
        (text.replace("  speaker: ", "  speaker："), "the colon after `speaker` is full-width"),
        (
            text.replace("  delivered: 2018-03-31", "  delivered: 2018-13-45"),
            "`2018-13-45` is not a day",
        ),
    ] {
        assert_ne!(slip, text);
        let scratch = Scratch::copy_of_the_site();
        scratch.write(cover, slip.as_bytes());
        let run = scratch.run(&["check"]);
        assert_eq!(run.code, 1, "{}", run.shown());
        let shown = format!("{}{}", run.stderr, run.stdout);
        assert!(shown.lines().count() <= 10, "{shown}");
        assert!(shown.lines().next().is_some_and(|line| line.contains(cause)), "{shown}");
        assert!(
            shown.contains("nothing of the report in content/jinhua-2018/ was checked"),
            "{shown}"
        );
    }
}
