//! Paragraphs with printed numbers, as budgets, treaties and reports of committees have them.

use crate::scratch::Scratch;

const COVER: &str = "---\nreport:\n  delivered: 2024-02-28\n  status: authentic\n---\n\n# ";

fn budget(zh: &str, en: &str) -> Scratch {
    Scratch::new(&[
        (
            "site.toml",
            "title = { zh = \"预算案\", en = \"Budgets\" }\nlanguages = [\"zh\", \"en\"]\n",
        ),
        ("content/_index.zh.md", "---\n---\n\n# 预算案\n"),
        ("content/_index.en.md", "---\n---\n\n# Budgets\n"),
        ("content/indicators.yaml", "[]\n"),
        ("content/budget/_index.zh.md", &format!("{COVER}预算案\n\n如下。\n")),
        ("content/budget/_index.en.md", &format!("{COVER}The Budget\n\nAs follows.\n")),
        ("content/budget/1-land.zh.md", &format!("---\n---\n\n# 土地\n\n{zh}")),
        ("content/budget/1-land.en.md", &format!("---\n---\n\n# Land\n\n{en}")),
    ])
}

/// Paragraphs with the numbers 181 to 186.
fn paragraphs(words: &str) -> String {
    let paragraphs: Vec<String> =
        (181..=186).map(|number| format!("{number}. {words}\n")).collect();
    paragraphs.join("\n")
}

#[test]
fn six_numbered_paragraphs_are_six_rows_with_an_address_each() {
    let site = budget(&paragraphs("政府会继续供应土地。"), &paragraphs("We will supply land."));
    let run = site.run(&["build", "--strict"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    let told = run.shown();
    assert_eq!(told.matches("the numbers 181 to 186 at the beginning").count(), 1, "{told}");
    let page = site.read("public/zh-en/budget/1-land.html");
    for paragraph in 1..=6 {
        assert!(page.contains(&format!("id=\"s1-p{paragraph}\"")), "{paragraph}: {page}");
    }
    for text in ["181. We will supply land.", "186. We will supply land."] {
        assert!(site.read("public/en/budget/1-land.html").contains(text), "{text}");
    }
}

#[test]
fn a_printed_number_of_a_paragraph_is_no_figure() {
    let site = budget(&paragraphs("政府会供应543个单位。"), &paragraphs("We supply 543 units."));
    let proposed = site.run(&["scan"]).shown();
    assert!(proposed.contains("[543个]"), "{proposed}");
    assert!(!proposed.contains("[181]"), "{proposed}");
}

#[test]
fn a_list_that_begins_with_one_stays_a_list() {
    let site = budget("1. 公路。\n2. 铁路。\n3. 港口。\n", "1. Roads.\n2. Rails.\n3. Ports.\n");
    let run = site.run(&["build", "--strict"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    let page = site.read("public/en/budget/1-land.html");
    let items =
        ["Roads.", "Rails.", "Ports."].map(|item| page.matches(&format!("<li>{item}")).count());
    assert_eq!(items, [1, 1, 1], "{page}");
    assert!(!run.shown().contains("read as words"));
}
