//! A translation as received beside its original: `import FILE --report ID --lang CODE`.

use std::fs;

use crate::scratch::{Run, Scratch};

/// The original and the translation of this repository as plain texts, and what became of both.
fn jinhua(english: impl Fn(String) -> String) -> (Scratch, Run) {
    let scratch = Scratch::new(&[]);
    scratch.write("zh.txt", &fs::read("content/jinhua-2018/received.txt").unwrap());
    scratch.write("en.txt", english(english_text()).as_bytes());
    let original = scratch.run(&["import", "zh.txt", "--report", "jinhua-2018"]);
    assert_eq!(original.code, 0, "{}", original.shown());
    let run = scratch.run(&["import", "en.txt", "--report", "jinhua-2018", "--lang", "en"]);
    (scratch, run)
}

fn body(text: &str) -> String {
    text.splitn(3, "---\n").nth(2).unwrap_or_default().trim().to_owned()
}

/// Our translation as somebody sends it: no marks, a line a paragraph.
fn english_text() -> String {
    let mut text = String::new();
    for page in ["_index", "1-review", "2-plan", "3-government"] {
        let body = body(&fs::read_to_string(format!("content/jinhua-2018/{page}.en.md")).unwrap());
        for line in body.lines().filter(|line| !line.is_empty() && *line != "<!-- page -->") {
            text.push_str(line.trim_start_matches('#').trim());
            text.push('\n');
            if text.lines().count() == 1 {
                text.push_str("\nDelivered at the Third Session of the Seventh Jinhua People’s Congress on March 31, 2018\nYin Xuequn, Mayor of Jinhua\n\n");
            }
        }
    }
    text.replace("<!-- page -->", "")
}

const PAGES: [&str; 4] = ["_index", "1-review", "2-plan", "3-government"];

/// The blocks of a page without marks of pages.
fn blocks(text: &str) -> Vec<String> {
    let body = body(text).replace("<!-- page -->", "");
    body.split("\n\n")
        .map(|block| block.trim().to_owned())
        .filter(|block| !block.is_empty())
        .collect()
}

#[test]
fn a_translation_without_any_mark_stands_beside_its_original_block_by_block() {
    let (scratch, run) = jinhua(|text| text);
    assert_eq!(run.code, 0, "{}", run.shown());
    for page in PAGES {
        let path = format!("content/jinhua-2018/{page}.en.md");
        assert_eq!(
            blocks(&scratch.read(&path)),
            blocks(&fs::read_to_string(&path).unwrap()),
            "{page}"
        );
    }
    let cover = scratch.read("content/jinhua-2018/_index.en.md");
    for fact in [
        "speaker: \"Yin Xuequn\"",
        "office: \"Mayor of Jinhua\"",
        "delivered: 2018-03-31",
        "status: draft",
    ] {
        assert!(cover.contains(fact), "{fact}:\n{cover}");
    }
    assert!(scratch.read("site.toml").contains("languages = [\"zh\", \"en\"]"));
    // One number follows from a term of our glossary, which is not there.
    let check = scratch.run(&["check", "--format", "json"]);
    let errors = check.stdout.lines().filter(|line| line.contains("\"error\""));
    let errors: Vec<&str> = errors.collect();
    assert!(matches!(errors[..], [one] if one.contains("number.extra")), "{}", check.shown());
}

#[test]
fn rows_of_several_blocks_are_stated_and_what_does_not_pair_is_shown() {
    let (scratch, run) = jinhua(|text| {
        let lines: Vec<&str> = text.lines().collect();
        let mut changed = String::new();
        for (number, line) in lines.iter().enumerate() {
            // The third paragraph of 1.1 goes on in the second.
            let at =
                lines.iter().position(|line| line.len() > 900 && line.contains("238")).unwrap_or(0);
            changed.push_str(line);
            changed.push(if number + 1 == at { ' ' } else { '\n' });
        }
        changed
    });
    assert_eq!(run.code, 0, "{}", run.shown());
    assert!(run.stdout.contains("<!-- row 2:1 -->"), "{}", run.stdout);
    assert!(scratch.read("content/jinhua-2018/1-review.en.md").contains("<!-- row 2:1 -->"));
    let check = scratch.run(&["check", "--only", "align"]);
    assert_eq!(check.code, 0, "{}", check.shown());
}

#[test]
fn a_paragraph_that_is_missing_is_shown_and_not_guessed() {
    let (_, run) = jinhua(|text| {
        let longest = text.lines().max_by_key(|line| line.len()).unwrap().to_owned();
        text.replace(&format!("{longest}\n"), "")
    });
    assert_eq!(run.code, 0, "{}", run.shown());
    let is_shown = run.stdout.contains("does not pair") || run.stdout.contains("<!-- row 1:0 -->");
    assert!(is_shown, "{}", run.stdout);
}

#[test]
fn a_translation_without_its_original_or_in_its_language_or_twice_is_refused() {
    let (scratch, _) = jinhua(|text| text);
    for (arguments, said) in [
        (["import", "en.txt", "--report", "other", "--lang", "en"], "no report `other`"),
        (
            ["import", "zh.txt", "--report", "jinhua-2018", "--lang", "zh"],
            "language of the originals",
        ),
        (["import", "en.txt", "--report", "jinhua-2018", "--lang", "en"], "exists"),
    ] {
        let run = scratch.run(&arguments);
        assert_eq!(run.code, 2, "{}", run.shown());
        assert!(run.stderr.contains(said), "{}", run.stderr);
    }
    let empty = Scratch::new(&[("en.txt", "Report\n")]);
    let run = empty.run(&["import", "en.txt", "--report", "r", "--lang", "en"]);
    assert_eq!(run.code, 2, "{}", run.shown());
}

#[test]
fn a_dry_run_of_a_translation_writes_nothing() {
    let scratch = Scratch::new(&[]);
    scratch.write("zh.txt", &fs::read("content/jinhua-2018/received.txt").unwrap());
    scratch.write("en.txt", english_text().as_bytes());
    scratch.run(&["import", "zh.txt", "--report", "jinhua-2018"]);
    let before = scratch.read("site.toml");
    let run =
        scratch.run(&["import", "en.txt", "--report", "jinhua-2018", "--lang", "en", "--dry-run"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    assert_eq!(scratch.read("site.toml"), before);
    assert!(!scratch.path("content/jinhua-2018/_index.en.md").exists());
}

/// The State Council's report of 2018 and its official English, where they are at hand.
#[test]
fn a_long_official_text_and_its_translation_are_paired_by_two_commands() {
    let corpus = "../shared/corpus/state-council-2018";
    let Ok(zh) = fs::read(format!("{corpus}.zh.txt")) else { return };
    let en = fs::read(format!("{corpus}.en.txt")).unwrap();
    let scratch = Scratch::new(&[]);
    scratch.write("zh.txt", &zh);
    scratch.write("en.txt", &en);
    scratch.run(&["import", "zh.txt", "--report", "sc-2018"]);
    let run = scratch.run(&["import", "en.txt", "--report", "sc-2018", "--lang", "en"]);
    assert!(run.stdout.contains("rows      111 of one block for one, 0 stated"), "{}", run.shown());
    let check = scratch.run(&["check", "--only", "align"]);
    assert_eq!(check.code, 0, "{}", check.shown());
}
