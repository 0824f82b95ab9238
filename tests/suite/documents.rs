//! Documents that are not speeches: laws, treaties, bulletins, each with what it has and no more.

use crate::scratch::Scratch;

const SITE: &str = "title = { en = \"Acts\", fr = \"Lois\" }\nlanguages = [\"en\", \"fr\"]\n";

/// The front matter of a cover, its title and a sentence.
fn cover(report: &str, title: &str) -> String {
    format!("---\nreport:\n{report}---\n\n# {title}\n\nOne.\n")
}

/// A site of one act in two languages.
fn act(report: [&str; 2]) -> Scratch {
    Scratch::new(&[
        ("site.toml", SITE),
        ("content/_index.en.md", "---\n---\n\n# Acts\n"),
        ("content/_index.fr.md", "---\n---\n\n# Lois\n"),
        ("content/about.en.md", "---\n---\n\n# About\n\nOne.\n"),
        ("content/about.fr.md", "---\n---\n\n# À propos\n\nUn.\n"),
        ("content/act/_index.en.md", &cover(report[0], "Borrowing Authority Act")),
        ("content/act/_index.fr.md", &cover(report[1], "Loi sur les emprunts")),
    ])
}

const ACT: &str = "  kind: law\n  adopted: 2017-06-22\n  in-force: 2017-11-23\n  as-at: 2023-06-20\n  status: authentic\n";

/// The words of a page, without tags and styles.
fn words(page: &str) -> String {
    let mut words = String::new();
    let mut rest = page;
    while let Some((text, tag)) = rest.split_once('<') {
        words.push_str(text);
        words.push(' ');
        let end = if tag.starts_with("script") { "</script>" } else { ">" };
        rest = tag.split_once(end).map_or("", |(_, after)| after);
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn an_act_is_published_without_one_invented_word() {
    let site = act([ACT, ACT]);
    let run = site.run(&["build", "--strict"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    let page = words(&site.read("public/en/act/index.html"));
    for said in [
        "Adopted June 22, 2017",
        "In force from November 23, 2017",
        "As at June 20, 2023",
        "authentic text",
        "Borrowing Authority Act. (2017, June 22).",
        "@misc{act,",
        "&quot;type&quot;: &quot;legislation&quot;",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    for (path, what) in
        [("en/act/index.html", "cover"), ("en/about.html", "about"), ("en/index.html", "home")]
    {
        let page = words(&site.read(&format!("public/{path}")));
        for invented in
            ["prevail", "official translation", "Original:", ", ,", "() ", "author = {}"]
        {
            assert!(!page.contains(invented), "{what}: {invented}: {page}");
        }
    }
}

#[test]
fn what_a_version_is_worth_is_the_publishers_word_in_each_language() {
    let french = format!("{ACT}  standing: {{en: equally authentic, fr: texte faisant foi}}\n");
    let site = act([ACT, &french]);
    assert_eq!(site.run(&["build"]).code, 0);
    let page = words(&site.read("public/fr/act/index.html"));
    assert!(page.contains("texte faisant foi"), "{page}");
    let page = words(&site.read("public/en/act/index.html"));
    assert!(page.contains("equally authentic") && page.contains("authentic text"), "{page}");
}

#[test]
fn json_ld_follows_the_kind_of_document() {
    let site = act([ACT, ACT]);
    assert_eq!(site.run(&["build"]).code, 0);
    let page = site.read("public/en/act/index.html");
    for said in [
        "\"@type\":\"Legislation\"",
        "\"legislationDate\":\"2017-06-22\"",
        "\"legislationDateVersion\":\"2023-06-20\"",
    ] {
        assert!(page.contains(said), "{said}");
    }
    assert!(!page.contains("GovernmentOrganization"), "nobody is named as the author");
}

#[test]
fn a_document_without_a_day_is_told_which_days_there_are() {
    let report = "  issuer: Parliament\n  status: authentic\n";
    let shown = act([report, ACT]).run(&["check"]).shown();
    assert!(shown.contains("a report needs a day"), "{shown}");
    assert!(shown.contains("`date: 2018-03-31`") && shown.contains("adopted:"), "{shown}");
}

#[test]
fn days_of_a_translation_are_those_of_the_original_event_by_event() {
    let other = ACT.replace("2017-11-23", "2017-11-24");
    let shown = act([ACT, &other]).run(&["check"]).shown();
    assert!(shown.contains("`in-force` is not the same in both languages"), "{shown}");
    let fewer = "  kind: law\n  adopted: 2017-06-22\n  status: authentic\n";
    assert_eq!(act([ACT, fewer]).run(&["check", "--strict"]).code, 0);
    let kind = ACT.replace("law", "treaty");
    let shown = act([ACT, &kind]).run(&["check"]).shown();
    assert!(shown.contains("`kind` is not the same in both languages"), "{shown}");
}

#[test]
fn a_kind_that_is_none_is_shown_with_those_there_are() {
    let shown = act([&ACT.replace("law", "statute"), ACT]).run(&["check"]).shown();
    assert!(shown.contains("white-paper"), "{shown}");
}
