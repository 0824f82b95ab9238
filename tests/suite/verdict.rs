//! `build` and `check` give one verdict, and a failed build leaves the last site as it is.

use crate::scratch::{SITE, Scratch};

/// A theme whose foot leads nowhere, on every page.
const DEAD_FOOT: &str = "<footer><a href=\"{{ root }}nowhere.html\">x</a></footer>";

/// Findings and exit code are the same; only what is said of the written site differs.
#[track_caller]
fn assert_one_verdict(scratch: &Scratch, code: i32) {
    let check = scratch.run(&["check"]);
    let build = scratch.run(&["build"]);
    assert_eq!((check.code, build.code), (code, code), "{}\n{}", check.shown(), build.shown());
    let findings = |shown: &str| -> String {
        shown.split("\n\n").filter(|part| part.starts_with("error")).collect()
    };
    assert_eq!(findings(&check.stdout), findings(&build.stderr));
}

#[test]
fn a_dead_link_of_a_theme_fails_the_build_before_anything_is_swapped_in() {
    let scratch = Scratch::report(&[]);
    assert_eq!(scratch.run(&["build"]).code, 0);
    let before = scratch.read("public/zh/r/1-a.html");
    scratch.write("themes/zhumo/partials/foot.html", DEAD_FOOT.as_bytes());
    scratch.write(
        "content/r/1-a.zh.md",
        "---\n---\n\n# 一、回顾\n\n## （一）甲\n\n生产总值3870亿元。\n\n改过。\n".as_bytes(),
    );
    assert_one_verdict(&scratch, 1);
    assert_eq!(scratch.read("public/zh/r/1-a.html"), before, "the last good site stays");
}

/// One finding at the template, whatever the number of pages; the whole report and its parts, in all
/// forms, have the same foot.
#[test]
fn a_fault_of_a_template_is_one_finding_at_its_place_however_many_parts_there_are() {
    for parts in [4, 8] {
        let scratch = Scratch::report(&[("themes/zhumo/partials/foot.html", DEAD_FOOT)]);
        for part in 2..parts {
            let text = |title: &str| format!("---\n---\n\n# {title}\n\n一。\n");
            scratch.write(&format!("content/r/{part}-b.zh.md"), text("二").as_bytes());
            scratch.write(&format!("content/r/{part}-b.en.md"), text("II").as_bytes());
        }
        let run = scratch.run(&["check"]);
        let shown = run.shown();
        assert_eq!(shown.matches("error[output.link]").count(), 1, "{shown}");
        assert!(shown.contains("themes/zhumo/partials/foot.html:1:28"), "{shown}");
    }
}

#[test]
fn an_id_of_a_heading_that_the_theme_has_too_is_shown_at_the_heading_by_both() {
    let scratch = Scratch::report(&[
        (
            "content/r/1-a.zh.md",
            "---\n---\n\n# 一、回顾\n\n## （一）甲 {#main}\n\n生产总值3870亿元。\n\n第二段。\n",
        ),
        (
            "content/r/1-a.en.md",
            "---\n---\n\n# I. Review\n\n## 1. A {#main}\n\nGDP reached RMB 387 billion.\n\nThe second paragraph.\n",
        ),
    ]);
    assert_one_verdict(&scratch, 1);
    let shown = scratch.run(&["build"]).shown();
    assert!(shown.contains("content/r/1-a.zh.md:6:1"), "{shown}");
    assert!(!shown.contains("public/") && !shown.contains("zh/r/1-a.html:"), "{shown}");
}

#[test]
fn a_warning_of_the_output_stops_only_a_strict_build() {
    let part = |title: &str, words: &str| {
        format!("---\n---\n\n# {title}\n\n{words}\n\n```klingon\nx\n```\n")
    };
    let scratch = Scratch::report(&[
        ("site.toml", SITE),
        ("content/r/2-b.zh.md", &part("二", "说明。")),
        ("content/r/2-b.en.md", &part("II", "A note.")),
    ]);
    for verb in ["check", "build"] {
        assert_eq!(scratch.run(&[verb]).code, 0);
        assert_eq!(scratch.run(&[verb, "--strict"]).code, 1);
    }
}
