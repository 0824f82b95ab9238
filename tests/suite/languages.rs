//! Languages that the program reads, and those it only publishes: nothing is compared by the rules of
//! another language, and what is not compared is said once.

use std::fs;
use std::path::Path;

use duizhao::annotate::{NUMERALS, numerals_of};
use duizhao::model::Numerals;

use crate::scratch::{COVER_EN, COVER_ZH, Run, Scratch};

const INDICATORS: &str = "\
indicators:
  - id: growth
    name: {zh: 增速, de: Wachstum}
    unit: '%'
  - id: firms
    name: {zh: 企业数, de: Zahl der Betriebe}
    unit: 家
";

const FIGURES: &str = "\
1-a:
  s0:
    - growth: 增长[6.5%]
    - firms: 企业[3870家]
";

const PART_ZH: &str =
    "---\nperiod: 2017\nstatus: actual\n---\n\n# 一、回顾\n\n生产总值增长6.5%，企业3870家。\n";
const PART_DE: &str = "---\nperiod: 2017\nstatus: actual\n---\n\n# I. Rückblick\n\nDas BIP wuchs um 6,5 Prozent, es gab 3.870 Betriebe.\n";
const COVER_DE: &str = "---\nreport:\n  issuer: Regierung von Jia\n  meeting: Volkskongress von Jia\n  place: Jia\n  speaker: Zhang San\n  office: Bürgermeister\n  delivered: 2018-03-31\n  status: unofficial\n---\n\n# Bericht über die Arbeit der Regierung\n\nVerehrte Abgeordnete,\n";

/// A report in two languages, each with its cover and its part.
fn pair(original: [&str; 3], translation: [&str; 3], more: &[(&str, &str)]) -> Scratch {
    let codes = [original[0], translation[0]];
    let site = format!("title = \"试\"\nlanguages = [\"{}\", \"{}\"]\n", codes[0], codes[1]);
    let scratch = Scratch::new(&[("site.toml", &*site)]);
    for [code, cover, part] in [original, translation] {
        scratch.write(&format!("content/r/_index.{code}.md"), cover.as_bytes());
        scratch.write(&format!("content/r/1-a.{code}.md"), part.as_bytes());
        let about = format!("---\n---\n\n# {code}\n\nAbc.\n");
        scratch.write(&format!("content/about.{code}.md"), about.as_bytes());
    }
    for (path, text) in more {
        scratch.write(path, text.as_bytes());
    }
    scratch
}

fn times(run: &Run, words: &str) -> usize {
    run.shown().matches(words).count()
}

/// A language is a folder, and a line of the list.
#[test]
fn every_language_with_a_folder_is_read() {
    let mut folders: Vec<String> = fs::read_dir("src/annotate/numerals")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .map(|path| path.file_name().unwrap().to_str().unwrap().to_owned())
        .collect();
    folders.sort();
    let mut listed: Vec<&str> = NUMERALS.iter().map(|numerals| numerals.code()).collect();
    listed.sort_unstable();
    assert_eq!(listed, folders);
    for code in listed {
        assert_eq!(numerals_of(code).map(Numerals::code), Some(code));
        assert!(Path::new("themes/zhumo/strings").join(format!("{code}.toml")).exists(), "{code}");
    }
    assert_eq!(numerals_of("de"), None);
}

/// Seen to fail while a language in Latin letters was read as English: `6,5` was a 6 and a 5, both
/// figures had no counterpart, and the help said to write `en: …`.
#[test]
fn a_third_language_in_latin_letters_is_not_read_by_the_rules_of_english() {
    let more = [("content/indicators.yaml", INDICATORS), ("content/r/figures.yaml", FIGURES)];
    let scratch = pair(["zh", COVER_ZH, PART_ZH], ["de", COVER_DE, PART_DE], &more);
    let run = scratch.run(&["check"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    assert_eq!(times(&run, "language.unread"), 1, "{}", run.shown());
    for words in ["figure.counterpart", "number.", "en: "] {
        assert_eq!(times(&run, words), 0, "{words}: {}", run.shown());
    }
    assert_eq!(scratch.run(&["build"]).code, 0);
    let about = scratch.read("public/de/about.html");
    assert!(about.contains("numbers of the text in de have not been checked"), "{about}");
    let cover = scratch.read("public/de/r/index.html");
    assert!(cover.contains(">2018-03-31<") && !cover.contains("March 31, 2018"), "{cover}");
}

#[test]
fn a_figure_in_a_language_that_is_not_read_may_still_be_quoted() {
    let quoted = FIGURES.replace(
        "    - growth: 增长[6.5%]\n",
        "    - {growth: '增长[6.5%]', de: 'um [6,5 Prozent]'}\n",
    );
    let more = [("content/indicators.yaml", INDICATORS), ("content/r/figures.yaml", &*quoted)];
    let scratch = pair(["zh", COVER_ZH, PART_ZH], ["de", COVER_DE, PART_DE], &more);
    let run = scratch.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    let page = scratch.read("public/de/indicators/growth.html");
    assert!(page.contains("6,5 Prozent"), "{page}");
}

#[test]
fn an_original_that_is_not_read_is_published_and_its_figures_are_not_claimed() {
    let figures = FIGURES.replace("增长[6.5%]", "um [6,5 Prozent]").replace("企业[", "gab [");
    let more = [("content/indicators.yaml", INDICATORS), ("content/r/figures.yaml", &*figures)];
    let scratch = pair(
        ["de", &COVER_DE.replace("unofficial", "original"), PART_DE],
        ["zh", &COVER_ZH.replace("original", "unofficial"), PART_ZH],
        &more,
    );
    let run = scratch.run(&["check"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    assert_eq!(times(&run, "language.unread]"), 1, "{}", run.shown());
    assert_eq!(times(&run, "none can be claimed"), 1, "{}", run.shown());
    for words in ["figure.drift", "figure.counterpart", "number."] {
        assert_eq!(times(&run, words), 0, "{words}: {}", run.shown());
    }
}

#[test]
fn a_direction_in_which_nothing_is_compared_is_said_once() {
    let part_en = "---\n---\n\n# I. Review\n\nGDP grew by 6.5 percent.\n";
    let part_zh = "---\n---\n\n# 一、回顾\n\n生产总值增长7.5%。\n";
    let scratch = pair(
        ["en", &COVER_EN.replace("unofficial", "original"), part_en],
        ["zh", &COVER_ZH.replace("original", "unofficial"), part_zh],
        &[],
    );
    let run = scratch.run(&["check"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    assert_eq!(times(&run, "language.unread"), 1, "{}", run.shown());
    assert!(run.shown().contains("not compared with those of an original in English"));
    assert_eq!(times(&run, "number."), 0, "{}", run.shown());
    // A pair that is compared says nothing.
    let both = Scratch::report(&[]).run(&["check"]);
    assert_eq!(times(&both, "language.unread"), 0, "{}", both.shown());
}

/// Seen to fail: `<html lang="ar">` and no direction, so that an Arabic page began at the left.
#[test]
fn what_is_written_from_right_to_left_says_so_on_its_pages_and_beside_another_language() {
    let cover =
        COVER_DE.replace("# Bericht über die Arbeit der Regierung", "# تقرير عن عمل الحكومة");
    let part = "---\nperiod: 2017\nstatus: actual\n---\n\n# أولا: الاستعراض\n\nنما الناتج.\n";
    let original = "---\nperiod: 2017\nstatus: actual\n---\n\n# 一、回顾\n\n生产总值增长。\n";
    let scratch = pair(["zh", COVER_ZH, original], ["ar", &cover, part], &[]);
    let run = scratch.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    let arabic = scratch.read("public/ar/r/1-a.html");
    assert!(arabic.contains("<html lang=\"ar\" dir=\"rtl\">"), "{arabic}");
    let both = scratch.read("public/zh-ar/r/1-a.html");
    assert!(both.contains("<p lang=\"ar\" dir=\"rtl\">"), "{both}");
    assert!(
        both.contains("<html lang=\"zh-Hans\">") || both.contains("<html lang=\"zh\">"),
        "{both}"
    );
    assert!(!scratch.read("public/zh/r/1-a.html").contains(" dir="));
}
