//! Translations that grow old, and addresses that stay: `translation.lock`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use duizhao::model::{LangId, Page, Place, Site};
use duizhao::pipeline::{self, LoadedSite, Request};
use duizhao::source::Severity;
use proptest::prelude::*;

use crate::scratch::{COVER_EN, COVER_ZH, Run, SITE, Scratch, program};

const LOCK: &str = "translation.lock";

/// A part with these paragraphs; `## ` begins a section.
fn part(lang: &str, blocks: &[&str]) -> String {
    let title = if lang == "zh" { "二、计划" } else { "II. Plan" };
    format!("---\n---\n\n# {title}\n\n{}\n", blocks.join("\n\n"))
}

/// A report with one part, in which both languages say the same, confirmed.
fn confirmed(blocks: &[&str]) -> Scratch {
    let scratch = Scratch::new(&[
        ("site.toml", SITE),
        ("content/r/_index.zh.md", COVER_ZH),
        ("content/r/_index.en.md", COVER_EN),
    ]);
    write(&scratch, blocks, blocks);
    let run = scratch.run(&["confirm"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    scratch
}

fn write(scratch: &Scratch, zh: &[&str], en: &[&str]) {
    // Paragraphs in both languages are the same words: what is said does not matter here, only
    // whether it changed.
    scratch.write("content/r/2-b.zh.md", part("zh", zh).as_bytes());
    scratch.write("content/r/2-b.en.md", part("en", en).as_bytes());
}

fn load(root: &Path) -> LoadedSite {
    pipeline::load(&Request { root: root.to_path_buf(), ..Request::default() }).unwrap()
}

fn root(scratch: &Scratch) -> PathBuf {
    scratch.path(".")
}

/// The words of each paragraph of the part by its address.
fn addresses(site: &Site) -> BTreeMap<String, String> {
    let page = site.pages.iter().find(|page| page.key == "r/2-b").unwrap();
    let words = |place| {
        let document = &page.original().document;
        let texts = page.texts(place, LangId::ORIGINAL);
        texts.iter().map(|text| &*document.text(*text).plain).collect::<Vec<_>>().join("|")
    };
    let pairs = (0..page.pairs.len()).map(Place::Pair);
    pairs.map(|place| (page.address(place).1, words(place))).collect()
}

/// The addresses in the order of the text.
fn ids(scratch: &Scratch) -> Vec<String> {
    let loaded = load(&root(scratch));
    let (site, _) = loaded.site.as_ref().unwrap();
    let page: &Page = site.pages.iter().find(|page| page.key == "r/2-b").unwrap();
    (0..page.pairs.len()).map(|pair| page.address(Place::Pair(pair)).1).collect()
}

fn check(scratch: &Scratch) -> Run {
    scratch.run(&["check"])
}

#[test]
fn a_site_without_the_file_is_asked_nothing() {
    let scratch = Scratch::report(&[]);
    let run = scratch.run(&["check", "--strict"]);
    assert_eq!((run.code, &*run.stdout), (0, "0 errors, 0 warnings\n"));
}

#[test]
fn confirming_writes_the_file_once_and_then_there_is_nothing_to_confirm() {
    let scratch = Scratch::report(&[]);
    let dry = scratch.run(&["confirm", "--dry-run"]);
    assert!(!scratch.path(LOCK).exists(), "a dry run writes nothing");
    let first = scratch.run(&["confirm"]);
    let lock = scratch.read(LOCK);
    let second = scratch.run(&["confirm"]);
    assert_eq!(scratch.read(LOCK), lock);
    insta::assert_snapshot!(format!(
        "{}\n{}\n{}\n{lock}\n{}",
        dry.shown(),
        first.shown(),
        second.shown(),
        check(&scratch).shown()
    ));
}

#[test]
fn a_change_of_the_original_alone_makes_the_translation_stale_until_it_is_confirmed() {
    let scratch = confirmed(&["## A", "one", "two", "three"]);
    write(&scratch, &["## A", "one", "two, changed", "three"], &["## A", "one", "two", "three"]);
    let found = check(&scratch);
    assert_eq!(found.code, 0, "a warning is no error");
    assert_eq!(scratch.run(&["check", "--strict"]).code, 1);
    let said = scratch.run(&["confirm", "2-b"]);
    assert_eq!(check(&scratch).stdout, "0 errors, 0 warnings\n");
    insta::assert_snapshot!(found.shown() + "\n" + &said.shown());
}

#[test]
fn other_changes_are_noticed_and_what_is_new_is_counted() {
    let scratch = confirmed(&["## A", "one", "two", "three"]);
    write(
        &scratch,
        &["## A", "one", "two, changed", "three", "four", "five"],
        &["## A", "one, changed", "two, put otherwise", "three", "four", "five"],
    );
    scratch.write("content/r/3-c.zh.md", part("zh", &["new"]).as_bytes());
    scratch.write("content/r/3-c.en.md", part("en", &["new"]).as_bytes());
    assert_eq!(scratch.run(&["check", "--strict"]).code, 0, "notices fail nothing");
    insta::assert_snapshot!(check(&scratch).shown() + "\n" + &scratch.run(&["confirm"]).shown());
}

#[test]
fn a_paragraph_wrapped_or_emphasised_anew_says_the_same() {
    let scratch = confirmed(&["one", "two"]);
    write(&scratch, &["一段话，换行。", "x"], &["Some words, wrapped", "one line and another"]);
    scratch.run(&["confirm"]);
    let translation = ["Some words,\nwrapped", "one *line*\nand another"];
    write(&scratch, &["一段话，\n换行。", "x"], &translation);
    assert_eq!(check(&scratch).stdout, "0 errors, 0 warnings\n");
}

#[test]
fn a_title_and_a_note_can_grow_old_too() {
    let scratch = confirmed(&["one[^n]", "[^n]: a note"]);
    write(&scratch, &["one[^n]", "[^n]: another note"], &["one[^n]", "[^n]: a note"]);
    let title = scratch.read("content/r/2-b.zh.md").replace("计划", "打算");
    scratch.write("content/r/2-b.zh.md", title.as_bytes());
    let run = check(&scratch);
    assert!(run.stdout.contains("warning[translation.stale]"), "{}", run.shown());
    assert!(run.stdout.contains("and 1 more place like this"), "{}", run.shown());
    assert!(run.stdout.ends_with("0 errors, 2 warnings\n"), "{}", run.shown());
    assert_eq!(scratch.run(&["build"]).code, 0);
    let page = scratch.read("public/zh-en/r/2-b.html");
    assert!(page.contains("class=\"miss\">The original has changed"), "{page}");
}

#[test]
fn a_stale_translation_is_marked_on_the_page_in_its_own_language() {
    let scratch = confirmed(&["one", "two"]);
    write(&scratch, &["one", "two, changed"], &["one", "two"]);
    assert_eq!(scratch.run(&["build"]).code, 0);
    let mark = "<div lang=\"en\"><p class=\"miss\">The original has changed since this was translated.</p><p lang=\"en\">two</p></div>";
    for (page, count) in [("zh/r/2-b", 0), ("zh-en/r/2-b", 1), ("en/r/2-b", 1), ("zh-en/r/all", 1)]
    {
        let html = scratch.read(&format!("public/{page}.html"));
        assert_eq!(html.matches(mark).count(), count, "{page}");
        assert_eq!(html.matches("class=\"miss\"").count(), count, "{page}");
    }
}

#[test]
fn an_inserted_paragraph_takes_a_letter_and_the_others_keep_their_addresses() {
    let scratch = confirmed(&["opening", "## A", "one", "two", "three"]);
    let blocks =
        ["before", "opening", "## A", "zero", "one", "between", "behind", "two", "three", "four"];
    write(&scratch, &blocks, &blocks);
    let all = [
        "s2-p0a", "s2-p1", "s2.1", "s2.1-p0a", "s2.1-p1", "s2.1-p1a", "s2.1-p1b", "s2.1-p2",
        "s2.1-p3", "s2.1-p4",
    ];
    assert_eq!(ids(&scratch), all);
    assert_eq!(scratch.run(&["confirm"]).code, 0);
    assert_eq!(ids(&scratch), all, "confirming changes no address");
    assert_eq!(check(&scratch).stdout, "0 errors, 0 warnings\n");
    let more: Vec<&str> = ["once more"].into_iter().chain(blocks).collect();
    write(&scratch, &more, &more);
    assert_eq!(&ids(&scratch)[..3], ["s2-p0b", "s2-p0a", "s2-p1"], "a letter is given once");
}

#[test]
fn an_address_with_a_letter_can_be_linked_shown_and_cited() {
    let scratch = confirmed(&["## A", "one", "two"]);
    let blocks = ["## A", "one", "see [](@s2.1-p1a) [x](2-b.zh.md#s2.1-p1a)", "two"];
    write(&scratch, &blocks, &blocks);
    let run = check(&scratch);
    assert_eq!(run.code, 0, "{}", run.shown());
    assert_eq!(scratch.run(&["build"]).code, 0);
    let page = scratch.read("public/zh-en/r/2-b.html");
    assert!(page.contains("<div class=\"pair\" id=\"s2.1-p1a\"><a class=\"no\" href=\"#s2.1-p1a\"><span class=\"vh\">2.1 ¶</span>1a</a>"), "{page}");
    assert!(page.contains("<a href=\"#s2.1-p1a\">2.1 ¶1a</a>"), "{page}");
}

#[test]
fn two_paragraphs_that_change_places_take_their_addresses_with_them() {
    let scratch = confirmed(&["## A", "one", "two", "three"]);
    let blocks = ["## A", "two", "one", "three"];
    write(&scratch, &blocks, &blocks);
    assert_eq!(ids(&scratch), ["s2.1", "s2.1-p2", "s2.1-p1", "s2.1-p3"]);
    assert_eq!(check(&scratch).stdout, "0 errors, 0 warnings\n");
    assert_eq!(scratch.run(&["confirm"]).code, 0);
    assert_eq!(ids(&scratch), ["s2.1", "s2.1-p2", "s2.1-p1", "s2.1-p3"]);
}

#[test]
fn an_edited_paragraph_keeps_its_address_between_known_neighbours() {
    let scratch = confirmed(&["one", "two", "three"]);
    write(&scratch, &["one", "deux", "three"], &["one", "zwei", "three"]);
    assert_eq!(ids(&scratch), ["s2-p1", "s2-p2", "s2-p3"]);
    // One is edited and another put before it: the translation, still the same, tells which.
    write(&scratch, &["one", "between", "deux", "three"], &["one", "between", "two", "three"]);
    assert_eq!(ids(&scratch), ["s2-p1", "s2-p1a", "s2-p2", "s2-p3"]);
}

#[test]
fn where_only_the_order_tells_it_is_said() {
    let scratch = confirmed(&["one", "two", "three"]);
    write(&scratch, &["one", "between", "deux", "three"], &["one", "between", "zwei", "three"]);
    insta::assert_snapshot!(check(&scratch).shown());
    let run = scratch.run(&["confirm"]);
    assert_eq!(run.code, 0, "a warning is told and does not stop it");
    assert!(run.stderr.contains("warning[address.unclear]"), "{}", run.shown());
    // The way to say that it was the other one.
    let swapped = scratch.read(LOCK).replace("-p2a\"", "-#\"").replace("-p2\"", "-p2a\"");
    scratch.write(LOCK, swapped.replace("-#\"", "-p2\"").as_bytes());
    assert_eq!(ids(&scratch), ["s2-p1", "s2-p2a", "s2-p2", "s2-p3"]);
    assert_eq!(check(&scratch).stdout, "0 errors, 0 warnings\n");
}

#[test]
fn a_vanished_paragraph_is_an_error_until_its_address_is_given_up() {
    let scratch = confirmed(&["## A", "one", "two", "three", "## B", "four"]);
    let blocks = ["## A", "one", "three", "## B", "four", "two"];
    write(&scratch, &blocks, &blocks);
    let found = check(&scratch);
    let refused = scratch.run(&["confirm"]);
    assert_eq!((found.code, refused.code), (1, 1));
    assert!(refused.stderr.contains("nothing was confirmed"), "{}", refused.shown());
    insta::assert_snapshot!(found.shown());
}

/// A site in which a paragraph went and its address leads to the one before it.
fn with_alias() -> Scratch {
    let scratch = confirmed(&["## A", "one", "two", "three"]);
    let blocks = ["## A", "one", "three [](@s2.1-p2)", "new"];
    write(&scratch, &blocks, &["## A", "one", "three", "new"]);
    let alias = "[alias]\n\"r/2-b#s2.1-p2\" = \"s2.1-p1\"\n";
    scratch.write(LOCK, (scratch.read(LOCK) + alias).as_bytes());
    scratch
}

#[test]
fn an_address_that_was_given_up_still_leads_somewhere_in_all_forms() {
    let scratch = with_alias();
    let run = check(&scratch);
    assert_eq!(run.code, 0, "{}", run.shown());
    let run = scratch.run(&["confirm"]);
    assert!(run.stdout.contains("r/2-b#s2.1-p2: given up"), "{}", run.shown());
    assert_eq!(ids(&scratch), ["s2.1", "s2.1-p1", "s2.1-p3", "s2.1-p4"]);
    assert_eq!(scratch.run(&["build"]).code, 0);
    for form in ["zh/r/2-b", "en/r/2-b", "zh-en/r/2-b", "zh/r/all", "en/r/all", "zh-en/r/all"] {
        let html = scratch.read(&format!("public/{form}.html"));
        let place = "id=\"s2.1-p1\"><a class=\"no\" href=\"#s2.1-p1\"><i id=\"s2.1-p2\"></i>";
        assert!(html.contains(place), "{form}: {html}");
    }
    let html = scratch.read("public/zh/r/2-b.html");
    assert!(html.contains("<a href=\"#s2.1-p1\">2.1 ¶1</a>"), "a link to it says where it leads");
}

#[test]
fn an_address_that_was_given_up_is_never_given_again() {
    let scratch = with_alias();
    assert_eq!(scratch.run(&["confirm"]).code, 0);
    let blocks = ["## A", "one", "inserted", "three", "new"];
    write(&scratch, &blocks, &blocks);
    assert_eq!(ids(&scratch), ["s2.1", "s2.1-p1", "s2.1-p1a", "s2.1-p3", "s2.1-p4"]);
    // The one it leads to goes as well: what was given up follows.
    let blocks = ["## A", "inserted", "three", "new"];
    write(&scratch, &blocks, &blocks);
    let alias = "\"r/2-b#s2.1-p2\" = \"s2.1-p1\"\n";
    let more = format!("{alias}\"r/2-b#s2.1-p1\" = \"s2.1-p3\"\n");
    scratch.write(LOCK, scratch.read(LOCK).replace(alias, &more).as_bytes());
    assert_eq!(scratch.run(&["confirm"]).code, 0, "{}", check(&scratch).shown());
    assert_eq!(ids(&scratch), ["s2.1", "s2.1-p0a", "s2.1-p3", "s2.1-p4"]);
    assert_eq!(scratch.run(&["build"]).code, 0);
    let html = scratch.read("public/zh/r/2-b.html");
    assert!(html.contains("<i id=\"s2.1-p1\"></i><i id=\"s2.1-p2\"></i>"), "{html}");
}

#[test]
fn an_alias_that_cannot_be_is_shown() {
    let scratch = confirmed(&["one", "two"]);
    let alias = "[alias]\n\"r/2-b#s2-p8\" = \"s2-p9\"\n\"s2-p1\" = \"s2-p2\"\n\"r/2-b#x\" = \"s2-p1\"\n\"q#s2-p1\" = \"s2-p2\"\n";
    scratch.write(LOCK, (scratch.read(LOCK) + alias).as_bytes());
    insta::assert_snapshot!(check(&scratch).shown());
}

#[test]
fn sections_are_counted_and_a_heading_before_others_is_an_error() {
    let scratch = confirmed(&["## A", "one", "## B", "two"]);
    let blocks = ["## A", "one", "## B", "two", "## C", "three"];
    write(&scratch, &blocks, &blocks);
    assert_eq!(check(&scratch).code, 0, "a section at the end moves nothing");
    let blocks = ["## A", "one", "## A½", "three", "## B", "two"];
    write(&scratch, &blocks, &blocks);
    insta::assert_snapshot!(check(&scratch).shown());
    // The way out that the help names.
    let lock = scratch.read(LOCK);
    let kept: Vec<&str> = lock.lines().filter(|line| !line.starts_with("\"s2.2")).collect();
    scratch.write(LOCK, kept.join("\n").as_bytes());
    assert_eq!(scratch.run(&["confirm"]).code, 0, "{}", check(&scratch).shown());
    assert_eq!(check(&scratch).stdout, "0 errors, 0 warnings\n");
}

#[test]
fn a_section_that_is_gone_takes_its_addresses_with_it_one_by_one() {
    let scratch = confirmed(&["## A", "one", "## B", "two"]);
    write(&scratch, &["## A", "one"], &["## A", "one"]);
    let alias = "[alias]\n\"r/2-b#s2.2\" = \"s2.1\"\n\"r/2-b#s2.2-p1\" = \"s2.1-p1\"\n";
    let run = check(&scratch);
    assert_eq!(run.stdout.matches("error[address.vanished]").count(), 2, "{}", run.shown());
    scratch.write(LOCK, (scratch.read(LOCK) + alias).as_bytes());
    assert_eq!(scratch.run(&["confirm"]).code, 0, "{}", check(&scratch).shown());
    assert_eq!(scratch.run(&["build"]).code, 0);
    let html = scratch.read("public/zh-en/r/2-b.html");
    assert!(html.contains("<a class=\"no\" href=\"#s2.1\"><i id=\"s2.2\"></i>2.1</a>"), "{html}");
}

#[test]
fn a_page_that_is_gone_or_has_another_number_is_shown_and_a_draft_is_not() {
    let scratch = confirmed(&["one"]);
    let draft = scratch.read("content/r/2-b.zh.md").replacen("---\n", "---\ndraft: true\n", 1);
    scratch.write("content/r/2-b.zh.md", draft.as_bytes());
    assert!(check(&scratch).stdout.ends_with("\n0 errors, 0 warnings, 1 notice\n"));
    for lang in ["zh", "en"] {
        let name = |stem: &str| scratch.path(&format!("content/r/{stem}.{lang}.md"));
        fs::rename(name("2-b"), name("3-b")).unwrap();
    }
    let gone = check(&scratch).shown();
    write(&scratch, &["one"], &["one"]);
    let lock = scratch.read(LOCK).replace("\"s2-p1\"", "\"s7-p1\"");
    scratch.write(LOCK, lock.as_bytes());
    insta::assert_snapshot!(gone + "\n" + &check(&scratch).shown());
}

#[test]
fn a_file_that_cannot_be_understood_is_shown_and_never_written_over() {
    let scratch = confirmed(&["one"]);
    for wrong in ["<<<<<<< ours\n", "[page.\"r/2-b\"]\n\"s2-p1\" = 3\n", "[allias]\n"] {
        scratch.write(LOCK, wrong.as_bytes());
        assert_eq!(check(&scratch).code, 1, "{wrong}");
        assert_eq!(scratch.run(&["confirm"]).code, 1, "{wrong}");
        assert_eq!(scratch.read(LOCK), wrong);
    }
    scratch.write(LOCK, "[page.\"r/2-b\"]\n\"nonsense\" = { zh = \"0\" }\n".as_bytes());
    insta::assert_snapshot!(check(&scratch).shown());
}

#[test]
fn confirm_takes_the_named_pages_only_and_proposes_the_nearest_name() {
    let scratch = confirmed(&["one"]);
    write(&scratch, &["eins"], &["one"]);
    scratch.write("content/r/_index.zh.md", COVER_ZH.replace("各位", "诸位").as_bytes());
    let run = scratch.run(&["confirm", "2-c"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("did you mean `2-b`?"), "{}", run.shown());
    let run = scratch.run(&["confirm", "r/2-b"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    let run = check(&scratch);
    assert_eq!(run.stdout.matches("warning[translation.stale]").count(), 1, "{}", run.shown());
    assert!(run.stdout.contains("content/r/_index"), "{}", run.shown());
}

#[test]
fn a_site_that_is_out_of_step_is_not_confirmed() {
    let scratch = confirmed(&["one"]);
    let lock = scratch.read(LOCK);
    write(&scratch, &["one", "two"], &["one"]);
    let run = scratch.run(&["confirm"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("error[align.missing]"), "{}", run.shown());
    assert_eq!(scratch.read(LOCK), lock);
}

#[test]
fn an_erratum_keeps_naming_the_paragraph_it_named() {
    let scratch = confirmed(&["## A", "一", "二"]);
    scratch.write(
        "content/r/errata.yaml",
        "- was: 二二\n  is: 二\n  at: s2.1-p2\n  why: x\n".as_bytes(),
    );
    let blocks = ["## A", "一", "加", "二"];
    write(&scratch, &blocks, &blocks);
    let run = check(&scratch);
    assert_eq!(run.code, 0, "{}", run.shown());
}

#[test]
fn the_report_of_this_repository_is_confirmed_as_it_is() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let run = Run::from(program(root, &["confirm", "--dry-run"]).output().unwrap());
    assert!(run.stdout.starts_with("nothing to confirm"), "{}", run.shown());
    let loaded = load(root);
    let lock = loaded.findings.shown.iter().filter(|finding| {
        ["address.", "translation."].iter().any(|kind| finding.code.name().starts_with(kind))
    });
    assert_eq!(lock.count(), 0);
    let (site, _) = loaded.site.as_ref().unwrap();
    let text = duizhao::lock::lock_text(site.lock.as_ref().unwrap(), &site.languages);
    assert_eq!(text, fs::read_to_string(root.join(LOCK)).unwrap(), "written as it is read");
}

/// One edit of a list of paragraphs: where, and what.
#[derive(Debug, Clone)]
enum Edit {
    Insert(usize),
    Change(usize),
    Retranslate(usize),
    Swap(usize),
}

fn edits() -> impl Strategy<Value = Vec<Vec<Edit>>> {
    let edit = (0..4_u8, 0..12_usize).prop_map(|(kind, at)| match kind {
        0 => Edit::Insert(at),
        1 => Edit::Change(at),
        2 => Edit::Retranslate(at),
        _ => Edit::Swap(at),
    });
    prop::collection::vec(prop::collection::vec(edit, 0..4), 1..4)
}

/// Makes an edit; `fresh` makes words that were never used.
fn make(edit: &Edit, text: &mut Vec<(String, String)>, fresh: &mut impl FnMut() -> String) {
    let is_heading = |pair: &(String, String)| pair.0.starts_with("##");
    match *edit {
        Edit::Insert(at) => text.insert(at % (text.len() + 1), (fresh(), fresh())),
        Edit::Change(at) => {
            let at = at % text.len();
            if !is_heading(&text[at]) {
                text[at].0 = fresh();
            }
        }
        Edit::Retranslate(at) => {
            let at = at % text.len();
            if !is_heading(&text[at]) {
                text[at].1 = fresh();
            }
        }
        Edit::Swap(at) => {
            let (a, b) = (at % text.len(), (at + 1) % text.len());
            if !is_heading(&text[a]) && !is_heading(&text[b]) && a + 1 == b {
                text.swap(a, b);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn confirming_changes_no_address_and_untouched_words_keep_theirs(rounds in edits()) {
        let mut number = 0;
        let mut fresh = || { number += 1; format!("words {number}") };
        let mut text: Vec<(String, String)> = Vec::new();
        for heading in [false, true, true] {
            if heading {
                let words = format!("## {}", fresh());
                text.push((words.clone(), words));
            }
            for _ in 0..3 {
                text.push((fresh(), fresh()));
            }
        }
        let side = |text: &[(String, String)], translation: bool| -> Vec<String> {
            text.iter().map(|(a, b)| if translation { b } else { a }.clone()).collect()
        };
        let put = |scratch: &Scratch, text: &[(String, String)]| {
            let (zh, en) = (side(text, false), side(text, true));
            let zh: Vec<&str> = zh.iter().map(String::as_str).collect();
            let en: Vec<&str> = en.iter().map(String::as_str).collect();
            write(scratch, &zh, &en);
        };
        let scratch = confirmed(&["x"]);
        fs::remove_file(scratch.path(LOCK)).unwrap();
        put(&scratch, &text);
        let confirm = |loaded: &LoadedSite| {
            let (site, _) = loaded.site.as_ref().unwrap();
            let lock = duizhao::lock::confirm(site, &|_| true).lock;
            scratch.write(LOCK, duizhao::lock::lock_text(&lock, &site.languages).as_bytes());
            addresses(site)
        };
        let mut last = confirm(&load(&root(&scratch)));
        for round in rounds {
            for edit in &round {
                make(edit, &mut text, &mut fresh);
            }
            put(&scratch, &text);
            let edited = load(&root(&scratch));
            let errors: Vec<_> = edited.findings.shown.iter()
                .filter(|finding| finding.severity == Severity::Error).collect();
            prop_assert!(errors.iter().all(|e| e.code.name() == "address.vanished"), "{errors:?}");
            let now = addresses(&edited.site.as_ref().unwrap().0);
            prop_assert_eq!(now.len(), text.len(), "every block has an address of its own");
            if !errors.is_empty() {
                // Words were moved into another section: the author has to say what becomes of
                // their address. Nothing was confirmed.
                break;
            }
            for (id, words) in &last {
                if now.values().any(|other| other == words) {
                    prop_assert_eq!(now.get(id), Some(words), "{} moved", id);
                }
            }
            let confirmed = confirm(&edited);
            let again = load(&root(&scratch));
            prop_assert_eq!(&addresses(&again.site.as_ref().unwrap().0), &confirmed);
            prop_assert_eq!(&confirmed, &now);
            let is_open = |code: &str| code.starts_with("address.") || code.starts_with("translation.");
            prop_assert!(!again.findings.shown.iter().any(|f| is_open(f.code.name())));
            last = confirmed;
        }
    }
}
