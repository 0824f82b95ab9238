//! Every kind of wrong input shows its message: what, where, how to fix it.

use std::fs;

use crate::scratch::{COVER_EN, COVER_ZH, Run, SITE, Scratch, program};

/// Runs `check` and keeps what is printed.
macro_rules! shows {
    ($($test:ident: $scratch:expr;)*) => {$(
        #[test]
        fn $test() {
            let run = $scratch.run(&["check"]);
            assert_ne!(run.code, 0, "nothing was found");
            insta::assert_snapshot!(stringify!($test), run.shown());
        }
    )*};
}

/// A part of the report with this text, in both languages the same but for one block.
fn part(zh: &str, en: &str) -> Scratch {
    Scratch::report(&[
        ("content/r/2-b.zh.md", &format!("---\n---\n\n# 二、计划\n\n{zh}\n")),
        ("content/r/2-b.en.md", &format!("---\n---\n\n# II. Plan\n\n{en}\n")),
    ])
}

/// A part with this text in both languages, in a site where unknown languages of code are errors.
fn with_code_warnings(text: &str) -> Scratch {
    let scratch = part(text, text);
    scratch
        .write("site.toml", format!("{SITE}[check]\n\"code.language\" = \"error\"\n").as_bytes());
    scratch
}

shows! {
    unknown_keys_in_the_configuration_are_all_named_with_the_nearest_known_one: Scratch::report(&[
        ("site.toml", "titel = \"x\"\ntitle = \"x\"\nlanguages = [\"zh\", \"en\"]\nbase_ulr = \"y\"\n\n[check]\n\"link.borken\" = \"off\"\n"),
    ]);
    impossible_values_in_the_configuration_say_what_is_possible: Scratch::report(&[
        ("site.toml", "title = \"x\"\nlanguages = [\"zh\", \"EN\"]\nbase_url = \"example.org\"\nfigures = \"some\"\noutput_dir = \"../out\"\n[language.zh]\ntag = \"zh\\\" onclick=\\\"x\"\n[check]\n\"align.block\" = \"off\"\n\"align.length\" = \"loud\"\n"),
    ]);
    a_configuration_that_is_no_toml_is_shown_at_its_place: Scratch::report(&[
        ("site.toml", "title = \"x\nlanguages = [\"zh\"]\n"),
    ]);
    a_configuration_of_other_types_is_told_in_an_authors_words: Scratch::report(&[
        ("site.toml", "titel = \"x\"\ntheme = 1\ndescription = [\"x\"]\nbuild_search_index = \"no\"\nextra = true\n[language.zh]\nname = 2\ntga = \"zh\"\n[check]\n\"align.length\" = false\n"),
    ]);
    unknown_keys_in_front_matter_are_all_named: Scratch::report(&[
        ("content/r/1-a.zh.md", "---\nperoid: 2017\nstatsu: actual\n---\n\n# 一\n\n## （一）甲\n\n一。\n\n二。\n"),
    ]);
    unknown_keys_in_errata_are_all_named: Scratch::report(&[
        ("content/r/errata.yaml", "- was: 甲\n  si: 乙\n  is: 丙\n  why: x\n- was: 丁\n  is: 戊\n  wyh: y\n  why: y\n"),
    ]);
    front_matter_that_is_no_yaml_is_shown_at_its_place: Scratch::report(&[
        ("content/r/1-a.zh.md", "---\ntitle: a: b\n---\n\n## （一）甲\n\n一。\n\n二。\n"),
    ]);
    a_data_file_that_is_no_yaml_is_shown_at_its_place: Scratch::report(&[
        ("content/r/errata.yaml", "- was: \"甲\n  is: 乙\n"),
    ]);
    a_page_without_front_matter_is_told_what_to_add: Scratch::report(&[
        ("content/r/1-a.en.md", "# I. Review\n\n## 1. A\n\nOne.\n\nTwo.\n"),
    ]);
    a_pair_that_differs_in_structure_shows_both_sides: part(
        "## （一）甲\n\n第一段。\n\n- 一\n- 二\n\n第三段。",
        "## 1. A\n\nFirst.\n\nAn extra paragraph.\n\n- one\n- two\n\nThird.",
    );
    a_list_with_fewer_items_shows_both_sides: part("- 一\n- 二\n- 三", "- one\n- two");
    a_translation_that_ends_early_shows_what_is_missing: part("第一段。\n\n第二段。", "First.");
    a_translation_with_more_than_the_original_shows_what_is_extra: part("第一段。", "First.\n\nSecond.");
    a_heading_at_another_level_shows_both_sides: part("## 甲\n\n一。\n\n### 乙\n\n二。", "## A\n\nOne.\n\n## B\n\nTwo.");
    code_in_an_unknown_language_is_found_inside_lists_quotations_and_notes: with_code_warnings(
        "- 一\n\n  ```klingon\n  x\n  ```\n\n> ```vulcan\n> y\n> ```\n\n注[^a]。\n\n[^a]: 注。\n\n    ```romulan\n    z\n    ```",
    );
    broken_links_propose_what_is_near: part(
        "[一](@s1.1-p9)、[二](@s1.1-p2)、[三](1-b.zh.md)、[四](1-a.zh.md#s1.2)、[五](@q#s1-p1)、[六](map.pdf)、[七](@/r/3-c.md)",
        "One.",
    );
    links_that_leave_the_content_are_refused: part("[一](../../../etc/passwd.md)", "[one](../../secret.txt)");
    schemes_and_foreign_images_are_refused: part(
        "[一](javascript:alert(1))、![图](https://example.org/a.png)、[三](//example.org/x)",
        "One.",
    );
    an_id_given_twice_shows_both_places: part("## 甲 {#same}\n\n一。\n\n## 乙 {#same}\n\n二。", "## A\n\nOne.\n\n## B\n\nTwo.");
    raw_html_is_refused: part("一<b>二</b>\n\n<div>三</div>", "One.\n\nTwo.");
    a_skipped_heading_level_is_shown: part("### 甲\n\n一。", "### A\n\nOne.");
    a_second_title_is_shown: part("# 又一个\n\n一。", "# Another\n\nOne.");
    asterisks_without_a_partner_are_shown: {
        let scratch = part("深化**“标准地”改革", "Deepen **“land by standards” reform");
        scratch.write("site.toml", format!("{SITE}[check]\n\"markdown.literal\" = \"error\"\n").as_bytes());
        scratch
    };
    what_was_meant_as_markdown_and_stayed_literal_is_shown_by_construct: part(
        "##无空格标题\n\n见[甲]（1-a.zh.md）[^a]。\n\n| 市 | 亿元 |\n| 甲 | 100 |",
        "Heading\n\nSee A.\n\n```\nnever closed",
    );
    a_missing_translation_names_the_file_to_write: Scratch::report(&[
        ("content/r/2-b.zh.md", "---\n---\n\n# 二、计划\n\n一。\n"),
    ]);
    a_translation_without_its_original_cannot_be_published: Scratch::report(&[
        ("content/r/2-b.en.md", "---\n---\n\n# II. Plan\n\nOne.\n"),
    ]);
    a_day_that_is_not_in_the_calendar_is_shown: Scratch::report(&[
        ("content/r/_index.zh.md", &COVER_ZH.replace("2018-03-31", "2018-02-30")),
        ("content/r/1-a.en.md", "---\nupdated: 31 March\n---\n\n# I. Review\n\n## 1. A\n\nOne.\n\nTwo.\n"),
    ]);
    a_status_that_is_not_known_is_shown: Scratch::report(&[
        ("content/r/_index.en.md", &COVER_EN.replace("unofficial", "unoficial")),
        ("content/r/1-a.zh.md", "---\nstatus: done\n---\n\n# 一\n\n## （一）甲\n\n一。\n\n二。\n"),
    ]);
    a_cover_that_lacks_a_key_is_told_which: Scratch::report(&[
        ("content/r/_index.en.md", &COVER_EN.replace("  delivered: 2018-03-31\n", "")),
    ]);
    a_page_in_an_unknown_language_is_shown: Scratch::report(&[
        ("content/r/3-c.zn.md", "---\n---\n\n# 三\n"),
        ("content/r/notes.md", "---\n---\n\n# 四\n"),
    ]);
    two_pages_for_one_place_are_shown: Scratch::report(&[
        ("content/r/All.zh.md", "---\n---\n\n# 甲\n"),
        ("content/r/All.en.md", "---\n---\n\n# A\n"),
    ]);
    a_theme_that_is_not_there_is_shown: Scratch::report(&[
        ("site.toml", &format!("{SITE}theme = \"zumo\"\n")),
    ]);
    a_theme_name_that_leaves_the_folder_is_refused: Scratch::report(&[
        ("site.toml", &format!("{SITE}theme = \"../../etc\"\n")),
    ]);
    a_template_that_does_not_compile_is_shown: Scratch::report(&[
        ("themes/zhumo/part.html", "{% extends \"base.html\" %}\n{% block main %}{% if %}{% endblock %}\n"),
    ]);
    a_template_that_asks_for_an_unknown_value_is_shown: Scratch::report(&[
        ("themes/zhumo/part.html", "{% extends \"base.html\" %}\n{% block main %}{{ report.speeker.x }}{% endblock main %}\n"),
    ]);
    a_theme_that_would_load_something_foreign_is_shown: Scratch::report(&[
        ("themes/zhumo/page.html", "<p>x"),
        ("themes/zhumo/home.html", "<!doctype html><script src=\"https://cdn.example/x.js\"></script><a href=\"nowhere.html\">x</a>"),
    ]);
    more_terms_that_end_one_in_another_than_are_searched_for_are_shown: Scratch::report(&[
        ("content/glossary.yaml", &(1..=18).map(|n| format!("- {{id: t{n}, zh: {}, en: A {n}}}\n", "甲".repeat(n))).collect::<Vec<_>>().concat()),
        ("site.toml", &format!("{SITE}[check]\n\"term.nested\" = \"error\"\n\"term.unused\" = \"off\"\n")),
    ]);
    errata_that_do_not_fit_are_shown: Scratch::report(&[
        ("content/r/received.txt", "# 政府工作报告\n\n市长 张三\n\n各位代表：\n\n## 一、回顾\n\n### （一）甲\n\n生产总值3870 亿元。\n\n第二段\n"),
        ("content/r/_index.zh.md", &COVER_ZH.replace("  status: original\n", "  status: original\n  source: {name: 扫描, file: received.txt, sha256: 0000000000000000000000000000000000000000000000000000000000000000}\n")),
        ("content/r/errata.yaml", "- was: \" \"\n  is: \"\"\n  times: 3\n  why: 空格\n- was: 第三段\n  is: 第二段\n  at: s1.1-p2\n  why: 误\n- was: 第二段\n  perhaps: 第二段。\n  at: s1.9-p9\n  why: 疑\n"),
    ]);
    a_data_file_nobody_reads_is_shown: {
        let scratch = Scratch::report(&[("content/r/errrata.yaml", "- was: x\n")]);
        scratch.write("site.toml", format!("{SITE}[check]\n\"data.unread\" = \"error\"\n").as_bytes());
        scratch
    };
}

#[test]
fn a_file_that_is_not_utf8_names_the_line_and_the_byte() {
    let scratch = Scratch::report(&[]);
    scratch.write("content/r/1-a.zh.md", b"---\n---\n\n# \xd2\xbb\xa1\xa2\n");
    insta::assert_snapshot!(scratch.run(&["check"]).shown());
}

#[cfg(unix)]
#[test]
fn links_out_of_the_site_and_circles_of_links_are_refused() {
    use std::os::unix::fs::symlink;
    let scratch = Scratch::report(&[]);
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.zh.md"), "---\n---\n\n# 密\n").unwrap();
    symlink(outside.path(), scratch.path("content/r/outside")).unwrap();
    symlink(scratch.path("content/r"), scratch.path("content/r/circle")).unwrap();
    let run = scratch.run(&["check"]);
    insta::assert_snapshot!(run.shown());
}

#[test]
fn an_output_folder_that_is_not_ours_is_refused_and_kept() {
    let scratch = Scratch::report(&[("public/thesis.txt", "years of work")]);
    let run = scratch.run(&["build"]);
    let place = fs::canonicalize(scratch.path("public")).unwrap();
    let shown = run.shown().replace(&*place.to_string_lossy(), "<public>");
    insta::assert_snapshot!(shown);
    assert_eq!(scratch.read("public/thesis.txt"), "years of work");
    assert_eq!(scratch.run(&["build", "--force"]).code, 0);
    assert_eq!(scratch.read("public/thesis.txt"), "years of work", "force keeps foreign files");
}

#[test]
fn the_site_itself_is_refused_as_output() {
    let scratch = Scratch::report(&[]);
    for target in [".", "content", "content/r/x", ".."] {
        let run = scratch.run(&["build", "--force", "-o", target]);
        assert_eq!(run.code, 1, "{target}: {}", run.shown());
        assert!(run.shown().contains("cannot be the output folder"), "{target}: {}", run.stderr);
    }
    assert_eq!(scratch.read("site.toml"), SITE);
}

#[test]
fn a_failed_build_leaves_the_last_good_site_untouched() {
    let scratch = Scratch::report(&[]);
    assert_eq!(scratch.run(&["build"]).code, 0);
    let good = scratch.read("public/zh/r/1-a.html");
    for (path, text) in [
        ("content/r/1-a.en.md", "---\n---\n\n# I. Review\n"),
        ("themes/zhumo/part.html", "{{ broken"),
        ("themes/zhumo/all.html", "{{ report.no.such.thing }}"),
    ] {
        let last = fs::read_to_string(scratch.path(path)).ok();
        scratch.write(path, text.as_bytes());
        assert_eq!(scratch.run(&["build"]).code, 1, "{path} should fail");
        assert_eq!(scratch.read("public/zh/r/1-a.html"), good, "{path} changed the last site");
        match last {
            Some(last) => scratch.write(path, last.as_bytes()),
            None => fs::remove_file(scratch.path(path)).unwrap(),
        }
    }
    let left: Vec<_> = fs::read_dir(scratch.path("."))
        .unwrap()
        .filter_map(|entry| entry.unwrap().file_name().into_string().ok())
        .filter(|name| name.contains("duizhao"))
        .collect();
    assert!(left.is_empty(), "left behind: {left:?}");
}

#[test]
fn a_folder_without_a_site_is_a_usage_error() {
    let empty = Scratch::new(&[]);
    let run = empty.run(&["build"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("site.toml"), "{}", run.stderr);
    let no_content = Scratch::new(&[("site.toml", SITE)]);
    assert_eq!(no_content.run(&["build"]).code, 2);
}

#[test]
fn usage_errors_exit_with_two() {
    let scratch = Scratch::report(&[]);
    for arguments in [
        &["bild"][..],
        &["build", "--no-such-flag"],
        &["build", "-u", "example.org"],
        &["check", "--only", "nothing.like.it"],
        &["explain", "link.borken"],
        &["-j", "0", "build"],
    ] {
        assert_eq!(scratch.run(arguments).code, 2, "{arguments:?}");
    }
}

#[test]
fn findings_for_programs_are_one_object_a_line() {
    let scratch = part("第一段。", "- one");
    let run = scratch.run(&["check", "--format", "json"]);
    assert_eq!(run.code, 1);
    insta::assert_snapshot!(run.stdout);
}

/// Findings in one line cost their own length, not that of the line: twice as many are twice as much.
#[test]
fn the_findings_of_a_long_line_are_shown_by_a_window_of_it() {
    let printed = |numbers: usize, arguments: &[&str]| {
        let list = |step: usize, unit: &str| {
            let numbers = (1..=numbers).map(|n| format!("{}{unit}", n * 2 + 10_000 + step));
            numbers.collect::<Vec<_>>().join("、")
        };
        let run = part(&list(0, "家"), &list(1, " firms")).run(arguments);
        assert_eq!(run.code, 1, "{}", run.stderr);
        run.stdout.len() + run.stderr.len()
    };
    for arguments in [&["check"][..], &["check", "--format", "json"]] {
        let (once, twice) = (printed(150, arguments), printed(300, arguments));
        assert!(twice * 10 < once * 22, "{arguments:?}: {once} bytes, then {twice}");
    }
}

#[test]
fn every_fault_is_shown_where_no_terminal_is_however_many_there_are() {
    let entries: String = (0..300)
        .fold(String::new(), |all, n| all + &format!("- {{id: t{n}, zh: 甲{n}, en: A {n}}}\n"));
    let scratch = Scratch::report(&[("content/glossary.yaml", &*entries)]);
    let run = scratch.run(&["check"]);
    assert_eq!(run.stdout.matches("warning[term.unused]").count(), 300, "{}", run.stderr);
    assert!(run.stdout.ends_with("0 errors, 300 warnings\n"), "{}", run.shown());
    assert_eq!(run.stderr, "");
    assert_eq!(scratch.run(&["check", "--format", "json"]).stdout.lines().count(), 300);
}

#[test]
fn a_place_far_inside_a_line_is_shown_with_its_column_in_the_whole_line() {
    let filling = "一".repeat(700);
    let run = part(&format!("{filling}<b>二{filling}"), "One.").run(&["check"]);
    assert!(run.stdout.contains("content/r/2-b.zh.md:6:701\n"), "{}", run.stderr);
    assert!(run.stdout.len() < 1_500, "{}", run.stderr);
}

#[test]
fn the_same_fault_at_many_places_is_shown_once_with_its_number_and_to_programs_each_time() {
    let scratch = part(&"<b>".repeat(40), "One.");
    let run = scratch.run(&["check"]);
    assert_eq!(run.stdout.matches("error[html.raw]").count(), 1, "{}", run.stderr);
    assert!(run.stdout.contains("and 39 more places like this: "), "{}", run.stderr);
    assert_eq!(run.stdout.matches("2-b.zh.md:6:").count(), 40, "{}", run.stderr);
    assert!(run.stdout.ends_with("40 errors, 0 warnings\n"), "{}", run.shown());
    let lines = scratch.run(&["check", "--format", "json"]).stdout.lines().count();
    assert_eq!(lines, 40);
}

#[test]
fn warnings_fail_only_when_asked_and_switched_off_findings_are_counted() {
    let zh = (1..=9)
        .map(|n| format!("这是第{n}段文字，它的长度和别的段落都差不多，只是为了量一量。\n\n"));
    let en = (1..=9).map(|n| {
        let long = " and on and on and on".repeat(if n == 5 { 30 } else { 1 });
        format!("This is paragraph {n}, about as long as all the other paragraphs are{long}.\n\n")
    });
    let scratch = part(&zh.collect::<String>(), &en.collect::<String>());
    let run = scratch.run(&["check"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    assert!(run.stdout.contains("warning[align.length]"), "{}", run.stderr);
    assert_eq!(scratch.run(&["check", "--strict"]).code, 1);
    assert_eq!(scratch.run(&["build", "--strict"]).code, 1);
    scratch.write("site.toml", format!("{SITE}[check]\n\"align.length\" = \"off\"\n").as_bytes());
    let run = scratch.run(&["check", "--strict"]);
    assert_eq!((run.code, &*run.stdout), (0, "0 errors, 0 warnings, 1 switched off\n"));
}

/// Seen to fail: one English page showed January 5 and cited January 6.
#[test]
fn facts_that_do_not_depend_on_the_language_are_the_same_in_both() {
    let cover = COVER_EN.replace("2018-03-31", "2018-03-30");
    let part = |period: &str| {
        format!("---\nperiod: {period}\nstatus: actual\n---\n\n# II. Goals\n\nA paragraph.\n")
    };
    let scratch = Scratch::report(&[
        ("content/r/_index.en.md", &cover),
        ("content/r/2-b.zh.md", "---\nperiod: 2017\nstatus: actual\n---\n\n# 二、目标\n\n一段。\n"),
        ("content/r/2-b.en.md", &part("2018")),
    ]);
    let run = scratch.run(&["check"]);
    assert_eq!(run.code, 1, "{}", run.shown());
    let shown = format!("{}{}", run.stdout, run.stderr);
    assert_eq!(shown.matches("error[fact.differs]").count(), 2, "{shown}");
    for words in ["delivered: 2018-03-30", "delivered: 2018-03-31", "period: 2018", "period: 2017"]
    {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    scratch.write("content/r/_index.en.md", COVER_EN.as_bytes());
    scratch.write("content/r/2-b.en.md", part("2017").as_bytes());
    assert_eq!(scratch.run(&["check"]).code, 0);
}

/// `duizhao check | head -1`: that nobody reads on is not a fault, and changes no exit code.
#[test]
fn a_reader_that_has_read_enough_fails_no_verb() {
    let scratch = Scratch::report(&[
        ("a.txt", "增长百分之三。\n"),
        ("b.txt", "Growth of four percent.\n"),
        ("content/r/2-b.zh.md", "---\n---\n\n# 二、甲\n\n增长百分之三。[](#none)\n"),
        ("content/r/2-b.en.md", "---\n---\n\n# II. A\n\nGrowth of four percent.\n"),
    ]);
    let commands: [&[&str]; 13] = [
        &["build"],
        &["check"],
        &["check", "--format", "json"],
        &["check", "--format", "sarif"],
        &["clean"],
        &["compare", "a.txt", "b.txt"],
        &["compare", "a.txt", "b.txt", "--format", "json"],
        &["completion", "bash"],
        &["confirm", "--dry-run"],
        &["explain"],
        &["explain", "link.broken"],
        &["list", "pages"],
        &["quantities", "a.txt", "--lang", "zh"],
    ];
    for arguments in commands {
        let read = scratch.run(arguments);
        for is_error_read in [true, false] {
            let mut command = program(scratch.path("").as_path(), arguments);
            // Nobody holds the other end from the beginning.
            let gone = || std::io::pipe().expect("a pipe").1;
            command.stdout(gone());
            if !is_error_read {
                command.stderr(gone());
            }
            let unread = Run::from(command.output().expect("the program starts"));
            assert!(!unread.stderr.contains("panicked"), "{arguments:?}: {}", unread.stderr);
            assert_eq!(unread.code, read.code, "{arguments:?}: {}", unread.stderr);
        }
    }
}
