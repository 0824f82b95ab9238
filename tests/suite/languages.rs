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

/// Seen to fail: an English original was compared with nothing, which was said once.
#[test]
fn an_english_original_is_compared_with_its_chinese_translation() {
    let part_en = "---\n---\n\n# I. Review\n\nGDP grew by 6.5 percent.\n";
    let part_zh = "---\n---\n\n# 一、回顾\n\n生产总值增长7.5%。\n";
    let scratch = pair(
        ["en", &COVER_EN.replace("unofficial", "original"), part_en],
        ["zh", &COVER_ZH.replace("original", "unofficial"), part_zh],
        &[],
    );
    let run = scratch.run(&["check"]);
    assert_eq!(run.code, 1, "{}", run.shown());
    assert_eq!(times(&run, "language.unread"), 0, "{}", run.shown());
    assert!(run.shown().contains("`6.5 percent` has become `7.5%`"), "{}", run.shown());
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

/// A paragraph, heading, item, quotation, note, footnote and table, and nine slips of the English.
const NINE_ZH: &str = "## 一、投资300亿元\n\n生产总值增长6.5%，新增企业38家。\n\n- 建成学校12所\n- 新开公交46条\n\n> 每年种树5.2万棵。\n\n> [!NOTE]\n> 覆盖640个村。[^a]\n\n| 市 | 产值（亿元） |\n|---|---|\n| 甲市 | 100 |\n| 乙市 | 210 |\n\n[^a]: 其中山区83个。\n";
const NINE_EN: &str = "## 1. Investment of RMB 30 billion\n\nGDP grew by 6.5 percent, and 38 enterprises were added.\n\n- 12 schools were built\n- 46 bus lines were opened\n\n> Each year 52,000 trees are planted.\n\n> [!NOTE]\n> 640 villages are covered.[^a]\n\n| City | Output (billion yuan) |\n|---|---|\n| Jia | 10 |\n| Yi | 21 |\n\n[^a]: Of these, 83 are in the mountains.\n";
const NINE_SLIPS: [(&str, &str); 9] = [
    ("30 billion", "3 billion"),
    ("6.5 percent", "5.6 percent"),
    ("38 enterprises", "83 enterprises"),
    ("12 schools", "21 schools"),
    ("46 bus", "64 bus"),
    ("52,000", "5,200"),
    ("640", "460"),
    ("| 21 |", "| 12 |"),
    ("83 are", "38 are"),
];

/// Seen to fail: with English first, none of the nine was found, and nothing said so.
#[test]
fn nine_slips_of_nine_are_found_in_every_order_of_the_languages() {
    let wrong = NINE_SLIPS.iter().fold(NINE_EN.to_owned(), |text, (right, wrong)| {
        assert!(text.contains(right), "{right}");
        text.replacen(right, wrong, 1)
    });
    let part = |title: &str, text: &str| format!("---\n---\n\n# {title}\n\n{text}");
    for (order, third) in [
        ("\"zh\", \"en\"", false),
        ("\"en\", \"zh\"", false),
        ("\"zh\", \"en\", \"de\"", true),
        ("\"en\", \"zh\", \"de\"", true),
    ] {
        for (english, found) in [(NINE_EN, 0), (&*wrong, 9)] {
            let is_english = order.starts_with("\"en");
            let status = |text: &str, is_original: bool| {
                let text = text.replace("unofficial", "original");
                if is_original { text } else { text.replace("original", "unofficial") }
            };
            let mut files = vec![
                ("site.toml", format!("title = \"x\"\nlanguages = [{order}]\n")),
                ("content/r/_index.zh.md", status(COVER_ZH, !is_english)),
                ("content/r/_index.en.md", status(COVER_EN, is_english)),
                ("content/r/1-a.zh.md", part("一、回顾", NINE_ZH)),
                ("content/r/1-a.en.md", part("I. Review", english)),
            ];
            if third {
                files.push(("content/r/_index.de.md", status(COVER_DE, false)));
                files.push(("content/r/1-a.de.md", part("I. Rückblick", NINE_EN)));
            }
            let files: Vec<(&str, &str)> = files.iter().map(|(p, t)| (*p, &**t)).collect();
            let run = Scratch::new(&files).run(&["check"]);
            let count = times(&run, "error[number.missing]");
            assert_eq!(count, found, "{order}: {}", run.shown());
            assert_eq!(times(&run, "language.unread"), usize::from(third), "{}", run.shown());
        }
    }
}

/// Seen to fail: about, home and annex were not compared.
#[test]
fn pages_outside_reports_are_compared_too() {
    let scratch = Scratch::report(&[
        ("content/about.zh.md", "---\n---\n\n# 关于本站\n\n收录报告5份，共300页。\n"),
        ("content/about.en.md", "---\n---\n\n# About\n\nIt holds 7 reports of 30 pages.\n"),
    ]);
    let run = scratch.run(&["check"]);
    assert_eq!(times(&run, "[number.missing]"), 2, "{}", run.shown());
}

/// Seen to fail: a paragraph without numerals passed, one with terms gave a finding for each.
#[test]
fn a_paragraph_in_the_language_of_the_original_is_one_finding_in_place_of_all_others() {
    let scratch = Scratch::report(&[
        (
            "content/r/2-b.zh.md",
            "---\n---\n\n# 二、甲\n\n新增3870家企业，增长6.5%。\n\n- 一号工程\n- 二号工程\n",
        ),
        (
            "content/r/2-b.en.md",
            "---\n---\n\n# II. A\n\n新增3870家企业，增长6.5%。\n\n- Project No. 1\n- 二号工程\n",
        ),
    ]);
    let run = scratch.run(&["check"]);
    assert_eq!(times(&run, "error[translation.untranslated]"), 1, "{}", run.shown());
    assert!(run.shown().contains("1 more place"), "{}", run.shown());
    assert_eq!(times(&run, "number."), 0, "{}", run.shown());
    assert!(run.shown().contains("this stands in 中文 and not in English"), "{}", run.shown());
}
