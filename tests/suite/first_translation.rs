//! A translation that is made by translators alone: XLIFF out of a site that has only its originals, and
//! pages out of what comes back.

use std::collections::BTreeMap;

use duizhao::exchange::formats::xml::{self, Element};
use duizhao::exchange::translation::{self, PresentSite};
use duizhao::model::{Document, LangId};
use duizhao::pipeline::{self, LoadedSite, Request};
use duizhao::source::SourceFile;
use proptest::prelude::*;

use crate::scratch::{COVER_EN, COVER_ZH, Run, SITE, Scratch};
use crate::translators::{EN, EN_PAGE, GLOSSARY, ZH, export, import};

const ZH_PAGE: &str = "content/r/1-a.zh.md";
const EN_COVER: &str = "content/r/_index.en.md";

/// A site with its translation.
fn translated_site() -> Scratch {
    Scratch::report(&[(ZH_PAGE, ZH), (EN_PAGE, EN), ("content/glossary.yaml", GLOSSARY)])
}

/// The same site before anybody translated it.
fn original_site() -> Scratch {
    Scratch::new(&[
        ("site.toml", SITE),
        ("content/r/_index.zh.md", COVER_ZH),
        (ZH_PAGE, ZH),
        ("content/glossary.yaml", GLOSSARY),
    ])
}

/// The translations of a file by the path of the original and the id of the unit.
fn translations(list: &str) -> BTreeMap<(String, String), String> {
    fn units(of: &Element, original: &str, all: &mut BTreeMap<(String, String), String>) {
        for element in of.elements() {
            if element.name == "group" {
                units(element, original, all);
            } else if let Some(target) =
                element.first("segment").and_then(|segment| segment.first("target"))
            {
                let id = element.attribute("id").unwrap();
                all.insert((original.to_owned(), id.to_owned()), target.inner_text());
            }
        }
    }
    let mut all = BTreeMap::new();
    for file in xml::read_xml(list).unwrap().elements() {
        units(file, file.attribute("original").unwrap(), &mut all);
    }
    all
}

/// A file with targets where it has none, as a translator gives them.
fn filled(list: &str, translate: impl Fn(&str, &str) -> Option<String>) -> String {
    let mut original = "";
    let mut id = "";
    let mut filled = String::new();
    for line in list.split_inclusive('\n') {
        let attribute = |name: &str| {
            let rest = &line[line.find(&format!(" {name}=\""))? + name.len() + 3..];
            rest.split('"').next()
        };
        if line.contains("<file ") {
            original = attribute("original").unwrap();
        } else if line.contains("<unit ") {
            id = attribute("id").unwrap();
        }
        filled.push_str(line);
        if line.contains("<segment state=\"initial\">")
            && let Some(words) = translate(original, id)
        {
            // The target follows the source, which may hold several lines.
            let words = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            filled.extend(["\u{1}", &words, "\u{2}"]);
        }
    }
    let mut done = String::new();
    let mut rest = filled.as_str();
    while let Some(start) = rest.find('\u{1}') {
        let end = start + rest[start..].find('\u{2}').unwrap();
        let words = &rest[start + 1..end];
        let after = &rest[end + 1..];
        let source = after.find("</source>").unwrap() + "</source>".len();
        done.extend([&rest[..start], &after[..source], "<target>", words, "</target>"]);
        rest = &after[source..];
    }
    done + rest
}

/// The units of a file that have no target.
fn initial(list: &str) -> usize {
    list.matches("state=\"initial\"").count()
}

/// The original site, translated by these units of the finished one.
fn translated_again(scratch: &Scratch, wanted: impl Fn(&str, &str) -> bool) -> (String, Run) {
    let words = translations(&export(&translated_site(), &["xliff"]));
    let list = filled(&export(scratch, &["xliff"]), |original, id| {
        let key = (original.to_owned(), id.to_owned());
        words.get(&key).filter(|_| wanted(original, id)).cloned()
    });
    let run = import(scratch, &list, &[]);
    (list, run)
}

fn loaded(scratch: &Scratch) -> LoadedSite {
    pipeline::load(&Request { root: scratch.path(""), ..Request::default() }).unwrap()
}

/// The blocks and texts of a language, page by page; page breaks are the original's own.
fn bodies(scratch: &Scratch, lang: LangId) -> Vec<String> {
    let loaded = loaded(scratch);
    let (site, _) = loaded.site.as_ref().unwrap();
    let pages = site.pages.iter().filter(|page| page.report.is_some());
    pages
        .map(|page| {
            let Some(own) = page.side(lang) else { return String::new() };
            let document: &Document = &own.document;
            let kinds = document.blocks.iter().map(|block| block.content.name());
            let kinds: Vec<&str> = kinds.filter(|kind| *kind != "page break").collect();
            let texts = page.places().flat_map(|place| page.texts(place, lang));
            let texts: Vec<&str> = texts.map(|text| &*document.text(text).plain).collect();
            format!("{}: {kinds:?} {texts:#?}", page.key)
        })
        .collect()
}

#[test]
fn a_site_of_originals_becomes_one_of_two_languages_by_one_file() {
    let scratch = original_site();
    assert_eq!(initial(&export(&scratch, &["xliff"])), 16);
    let (list, run) = translated_again(&scratch, |_, _| true);
    insta::assert_snapshot!("a_first_translation", run.shown());
    insta::assert_snapshot!(
        "pages_that_were_made",
        format!("{}=====\n{}", scratch.read(EN_COVER), scratch.read(EN_PAGE))
    );
    assert_eq!(bodies(&scratch, LangId(1)), bodies(&translated_site(), LangId(1)));
    let checked = scratch.run(&["check", "--strict"]);
    assert_eq!(checked.code, 0, "{}", checked.shown());
    let again = import(&scratch, &list, &[]);
    assert!(
        again.stdout.contains("0 new, 0 changed, 16 unchanged, 0 refused"),
        "{}",
        again.shown()
    );
    assert_eq!(initial(&export(&scratch, &["xliff"])), 0);
}

#[test]
fn the_report_of_this_repository_is_translated_by_its_own_export() {
    let whole = Scratch::copy_of_the_site();
    let list = export(&whole, &["xliff"]);
    let stripped = Scratch::copy_of_the_site();
    std::fs::remove_file(stripped.path("translation.lock")).unwrap();
    for page in ["_index", "1-review", "2-plan", "3-government"] {
        std::fs::remove_file(stripped.path(&format!("content/jinhua-2018/{page}.en.md"))).unwrap();
    }
    let dry = import(&stripped, &list, &["--dry-run"]);
    assert!(dry.stderr.contains("nothing was written; 4 files would be new"), "{}", dry.shown());
    assert!(!stripped.path("content/jinhua-2018/2-plan.en.md").exists());
    let run = import(&stripped, &list, &[]);
    let summary = run.stdout.lines().last().unwrap();
    assert_eq!(summary, "102 new, 0 changed, 0 unchanged, 0 refused; status: draft");
    assert_eq!(bodies(&stripped, LangId(1)), bodies(&whole, LangId(1)));
    let checked = stripped.run(&["check", "--strict"]);
    assert_eq!(checked.code, 0, "{}", checked.shown());
}

#[test]
fn what_a_cover_does_not_state_is_not_asked_of_a_translator() {
    let cover = "---\nreport:\n  issuer: 甲市统计局\n  delivered: 2023-03-20\n  status: original\n---\n\n# 统计公报\n\n全年增长6.5%。\n";
    let scratch = Scratch::new(&[("site.toml", SITE), ("content/r/_index.zh.md", cover)]);
    let list = export(&scratch, &["xliff"]);
    assert_eq!(list.matches("category=\"front-matter\"").count(), 1, "{list}");
    let words = |_: &str, id: &str| {
        let words = match id {
            "front.issuer" => "Bureau of Statistics of Jia",
            "title" => "# Statistical Communiqué",
            _ => "The year saw growth of 6.5 percent.",
        };
        Some(words.to_owned())
    };
    let run = import(&scratch, &filled(&list, words), &[]);
    assert_eq!(run.code, 0, "{}", run.shown());
    let check = scratch.run(&["check", "--strict"]);
    assert_eq!(check.code, 0, "{}\n{}", check.shown(), scratch.read(EN_COVER));
}

#[test]
fn nothing_is_made_where_nothing_is_translated() {
    let scratch = original_site();
    let list = export(&scratch, &["xliff"]);
    // Some programs fill in the original.
    let copied = list.replace("</source>", "</source><target>\u{1}</target>");
    let mut with_copies = String::new();
    for piece in copied.split_inclusive("</target>") {
        let source = piece.rsplit("<source xml:space=\"preserve\">").next().unwrap_or_default();
        let source = source.split("</source>").next().unwrap_or_default();
        with_copies.push_str(&piece.replace('\u{1}', source));
    }
    for list in [list, with_copies] {
        let run = import(&scratch, &list, &[]);
        assert_eq!(run.code, 0, "{}", run.shown());
        assert!(run.stdout.ends_with("0 refused, 16 not translated yet\n"), "{}", run.shown());
        assert!(!scratch.path(EN_PAGE).exists() && !scratch.path(EN_COVER).exists());
    }
}

#[test]
fn what_is_not_translated_yet_keeps_its_place_in_the_words_of_the_original() {
    let scratch = original_site();
    let half = ["front.issuer", "front.office", "title", "s1.1", "s1.1-p2", "s1.1-p4"];
    let (list, run) = translated_again(&scratch, |_, id| half.contains(&id));
    assert!(
        run.stdout.ends_with(
            "7 new, 0 changed, 0 unchanged, 0 refused, 9 not translated yet; status: draft\n"
        ),
        "{}",
        run.shown()
    );
    insta::assert_snapshot!(
        "pages_translated_by_half",
        format!("{}=====\n{}", scratch.read(EN_COVER), scratch.read(EN_PAGE))
    );
    let checked = scratch.run(&["check", "--only", "translation"]);
    // A list of `一` and `二` may be of names.
    assert!(checked.shown().contains("8 errors, 0 warnings"), "{}", checked.shown());
    assert_eq!(scratch.run(&["check", "--only", "align"]).code, 0);
    let again = import(&scratch, &list, &[]);
    assert!(again.stdout.contains("0 new, 0 changed, 7 unchanged"), "{}", again.shown());
    // The rest comes with the next file.
    assert_eq!(initial(&export(&scratch, &["xliff"])), 9);
    let (_, run) = translated_again(&scratch, |_, _| true);
    assert!(run.stdout.contains("9 new, 0 changed, 7 unchanged, 0 refused"), "{}", run.shown());
    assert_eq!(bodies(&scratch, LangId(1)), bodies(&translated_site(), LangId(1)));
    let checked = scratch.run(&["check", "--strict"]);
    assert_eq!(checked.code, 0, "{}", checked.shown());
}

#[test]
fn a_new_page_is_refused_unit_by_unit_where_it_would_be_another_one() {
    let scratch = original_site();
    let words = translations(&export(&translated_site(), &["xliff"]));
    let list = export(&scratch, &["xliff"]);
    let mut shown = String::new();
    for (wrong, target) in [
        ("title", "## Review {#top}"),
        ("s1.1", "## 1. A"),
        ("s1.1-p1", "One.\n\nTwo."),
        ("s1.1-p1", "GDP <b>grew</b>."),
        ("s1.1-p1", "GDP. <!-- other -->"),
        ("s1.1-p3", "- one"),
        ("s1.1-p5", "| A |\n|---|\n| 1 |"),
        ("fn-1", "A note."),
        ("s1-p1", "Opening."),
    ] {
        let back = filled(&list, |original, id| {
            if id == wrong && original == ZH_PAGE {
                return Some(target.to_owned());
            }
            words.get(&(original.to_owned(), id.to_owned())).cloned()
        });
        let run = import(&scratch, &back, &[]);
        assert_eq!(run.code, 1, "{target}: {}", run.shown());
        let line = run.stdout.lines().find(|line| line.starts_with("refused")).unwrap();
        shown.extend([&*target.replace('\n', "\\n"), "\n  ", line, "\n"]);
        assert!(!scratch.path(EN_PAGE).exists() && !scratch.path(EN_COVER).exists(), "{target}");
        let part = import(&scratch, &back, &["--partial"]);
        assert!(part.stdout.contains("1 refused"), "{}", part.shown());
        for made in [EN_PAGE, EN_COVER] {
            std::fs::remove_file(scratch.path(made)).unwrap();
        }
    }
    insta::assert_snapshot!("a_new_page_that_is_refused", shown);
}

#[test]
fn a_paragraph_may_come_back_as_several_in_a_page_that_is_made() {
    let scratch = original_site();
    let words = translations(&export(&translated_site(), &["xliff"]));
    let list = filled(&export(&scratch, &["xliff"]), |original, id| {
        words.get(&(original.to_owned(), id.to_owned())).cloned()
    });
    let list = list.replace(
        "<target>GDP reached RMB 387 billion.",
        "<target>GDP<ph id=\"1\"/>RMB 387 billion.",
    );
    let run = import(&scratch, &list, &[]);
    assert_eq!(run.code, 0, "{}", run.shown());
    let text = scratch.read(EN_PAGE);
    assert!(text.contains("<!-- row 1:2 -->\n\nGDP\n\nRMB 387 billion."), "{text}");
    assert_eq!(scratch.run(&["check", "--only", "align"]).code, 0);
}

#[test]
fn words_of_the_front_matter_change_alone_in_their_lines() {
    let cover = COVER_EN
        .replace("  issuer: Government of Jia\n", "  issuer: \"Government of Jia\"   # who\n")
        .replace(
            "  meeting: People’s Congress of Jia\n",
            "  meeting: >-\n    People’s Congress\n    of Jia\n",
        )
        .replace("---\nreport", "---\nupdated: 2026-01-02\nreport");
    let scratch = translated_site();
    scratch.write(EN_COVER, cover.as_bytes());
    let zh = COVER_ZH
        .replace("  status", "  occasion: 2018年3月31日\n  status")
        .replace("---\nreport", "---\ndescription: 甲市的报告。\nreport");
    scratch.write("content/r/_index.zh.md", zh.as_bytes());
    let list = export(&scratch, &["xliff"]);
    let list = filled(&list, |_, id| match id {
        "front.occasion" => Some("March 31, 2018: \"the day\"".to_owned()),
        "front.description" => Some("The report of Jia.".to_owned()),
        _ => None,
    });
    let list = list
        .replace(">Government of Jia</target>", ">The People’s\n Government of Jia</target>")
        .replace(">People’s Congress of Jia</target>", ">the Congress of Jia</target>");
    let run = import(&scratch, &list, &[]);
    assert_eq!(run.code, 0, "{}", run.shown());
    assert!(run.stdout.contains("2 new, 2 changed, 14 unchanged"), "{}", run.shown());
    let wanted = cover
        .replace("\"Government of Jia\"", "The People’s Government of Jia")
        .replace(">-\n    People’s Congress\n    of Jia", "the Congress of Jia")
        .replace("  status", "  occasion: \"March 31, 2018: \\\"the day\\\"\"\n  status")
        .replace("---\nupdated", "---\ndescription: The report of Jia.\nupdated");
    assert_eq!(scratch.read(EN_COVER), wanted);
    let again = import(&scratch, &list, &[]);
    assert!(again.stdout.contains("0 new, 0 changed, 18 unchanged"), "{}", again.shown());
}

#[test]
fn a_cover_whose_words_stand_in_the_language_of_the_original_is_found() {
    let scratch = translated_site();
    scratch.write(EN_COVER, COVER_EN.replace("Government of Jia", "甲市人民政府").as_bytes());
    let run = scratch.run(&["check", "--only", "translation"]);
    insta::assert_snapshot!("a_cover_that_is_not_translated", run.shown());
}

/// The next year: a translation that was confirmed, and more in the original.
fn site_with_more(zh: &str, en: &str) -> Scratch {
    let scratch = Scratch::report(&[(ZH_PAGE, ZH_LATER), (EN_PAGE, EN_LATER)]);
    assert_eq!(scratch.run(&["confirm", "-q"]).code, 0);
    scratch.write(ZH_PAGE, zh.as_bytes());
    scratch.write(EN_PAGE, en.as_bytes());
    scratch
}

const ZH_LATER: &str = "---\n---\n\n# 一、回顾\n\n开头一段。\n\n## （一）甲\n\n生产总值3870亿元。\n\n## （二）乙\n\n第二段。\n";

const EN_LATER: &str = "---\n---\n\n# I. Review\n\nAn opening paragraph.\n\n## 1. A\n\nGDP reached RMB 387 billion.\n\n<!-- a remark -->\n\n## 2. B\n\nThe second paragraph.\n";

#[test]
fn what_was_added_to_an_original_comes_to_stand_behind_its_counterparts() {
    let zh =
        ZH_LATER.replace("开头一段。", "开头一段。\n\n新的一段[^甲]。\n\n- 甲项\n- 乙项").replace(
            "3870亿元。",
            "3870亿元。\n\n| 甲项 | 乙项 |\n|---|--:|\n| 一 | 2 |\n\n> 引用的话",
        ) + "\n[^甲]: 一条注释。\n";
    let scratch = site_with_more(&zh, EN_LATER);
    let checked = scratch.run(&["check"]);
    assert!(checked.stdout.contains("error[align.missing]"), "{}", checked.shown());
    let list = export(&scratch, &["xliff"]);
    assert_eq!(initial(&list), 5, "{list}");
    let new = |_: &str, id: &str| {
        let words = match id {
            "s1-p2" => "A new paragraph[^甲].",
            "s1-p3" => "- one thing\n- another",
            "s1.1-p2" => "| A | B |\n|---|--:|\n| one | 2 |",
            "s1.1-p3" => "> Words quoted",
            "fn-1" => "[^甲]: A note.",
            other => panic!("{other}"),
        };
        Some(words.to_owned())
    };
    let run = import(&scratch, &filled(&list, new), &[]);
    assert!(run.stdout.ends_with("5 new, 0 changed, 13 unchanged, 0 refused\n"), "{}", run.shown());
    let wanted = EN_LATER
        .replace(
            "An opening paragraph.",
            "An opening paragraph.\n\nA new paragraph[^甲].\n\n- one thing\n- another",
        )
        .replace(
            "387 billion.",
            "387 billion.\n\n| A | B |\n|---|--:|\n| one | 2 |\n\n> Words quoted",
        )
        + "\n[^甲]: A note.\n";
    assert_eq!(scratch.read(EN_PAGE), wanted);
    let checked = scratch.run(&["check", "--strict"]);
    assert_eq!(checked.code, 0, "{}", checked.shown());
    let again = import(&scratch, &filled(&list, new), &[]);
    assert!(
        again.stdout.ends_with("0 new, 0 changed, 18 unchanged, 0 refused\n"),
        "{}",
        again.shown()
    );
}

#[test]
fn a_note_that_is_mentioned_and_not_translated_comes_along() {
    let zh = ZH_LATER.replace("第二段。", "第二段[^甲]。") + "\n[^甲]: 一条注释。\n";
    let scratch = site_with_more(&zh, EN_LATER);
    let list = export(&scratch, &["xliff"]);
    let list =
        list.replace("The second paragraph.</target>", "The second paragraph[^甲].</target>");
    let run = import(&scratch, &list, &[]);
    assert!(
        run.stdout.ends_with("0 new, 1 changed, 12 unchanged, 0 refused, 1 not translated yet\n"),
        "{}",
        run.shown()
    );
    let wanted = EN_LATER.replace("second paragraph.", "second paragraph[^甲].");
    assert_eq!(scratch.read(EN_PAGE), wanted + "\n[^甲]: 一条注释。\n");
    assert_eq!(scratch.run(&["check", "--only", "align"]).code, 0);
}

#[test]
fn a_new_section_comes_with_what_of_it_is_not_translated() {
    let zh = ZH_LATER.to_owned()
        + "\n第三段。\n\n## （三）新节 {#new}\n\n新节首段。\n\n```\ncode\n```\n\n新节末段。\n";
    let scratch = site_with_more(&zh, &EN_LATER.replace('\n', "\r\n"));
    let list = export(&scratch, &["xliff"]);
    assert_eq!(initial(&list), 4);
    let new = |_: &str, id: &str| (id == "s1.3-p1").then(|| "The first of it.".to_owned());
    let run = import(&scratch, &filled(&list, new), &[]);
    assert!(
        run.stdout.ends_with("1 new, 0 changed, 13 unchanged, 0 refused, 3 not translated yet\n"),
        "{}",
        run.shown()
    );
    let wanted = EN_LATER.to_owned()
        + "\n第三段。\n\n## （三）新节 {#new}\n\nThe first of it.\n\n```\ncode\n```\n\n新节末段。\n";
    assert_eq!(scratch.read(EN_PAGE), wanted.replace('\n', "\r\n"));
    assert_eq!(scratch.run(&["check", "--only", "align"]).code, 0);
    let checked = scratch.run(&["check", "--only", "translation.untranslated"]);
    assert!(checked.shown().contains("3 errors"), "{}", checked.shown());
    assert_eq!(initial(&export(&scratch, &["xliff"])), 3);
}

#[test]
fn a_paragraph_in_the_middle_is_put_there_where_the_texts_show_that_it_is_new() {
    let scratch = Scratch::copy_of_the_site();
    let page = "content/jinhua-2018/1-review";
    let before = scratch.read(&format!("{page}.en.md"));
    let zh = scratch.read(&format!("{page}.zh.md"));
    let at = zh.match_indices("\n\n").nth(3).unwrap().0;
    let paragraph = "全面推进书香城市建设，新建社区书房和农家书屋，广泛开展读书活动，市民阅读蔚然成风，公共图书馆延长开放时间，流动图书车开进山区学校，孩子们有了自己的阅览室，老人们有了听书的角落，城市因书香而更加温润。";
    scratch.write(
        &format!("{page}.zh.md"),
        format!("{}\n\n{paragraph}{}", &zh[..at], &zh[at..]).as_bytes(),
    );
    let list = export(&scratch, &["xliff"]);
    assert_eq!(initial(&list), 1);
    let words = "We built neighborhood reading rooms and kept the public libraries open longer.";
    let run = import(&scratch, &filled(&list, |_, _| Some(words.to_owned())), &[]);
    assert!(run.stdout.contains("1 new, 0 changed, 102 unchanged, 0 refused"), "{}", run.shown());
    let at = before.match_indices("\n\n").nth(3).unwrap().0;
    let wanted = format!("{}\n\n{words}{}", &before[..at], &before[at..]);
    assert_eq!(scratch.read(&format!("{page}.en.md")), wanted);
    assert_eq!(scratch.run(&["check", "--only", "align.missing"]).code, 0);
}

/// What was measured of every paragraph (see `APART_FACTOR`), tried on some.
#[test]
fn a_long_paragraph_needs_no_lock_and_one_that_was_joined_is_not_taken_for_new() {
    let scratch = Scratch::copy_of_the_site();
    std::fs::remove_file(scratch.path("translation.lock")).unwrap();
    let whole = scratch.read("content/jinhua-2018/2-plan.en.md");
    let blocks: Vec<&str> = whole.split("\n\n").collect();
    let path = "content/jinhua-2018/2-plan.en.md";
    let (mut found, mut asked) = (0, 0);
    for number in (3..blocks.len()).step_by(4).filter(|at| !blocks[*at].starts_with('#')) {
        let without = [&blocks[..number], &blocks[number + 1..]].concat().join("\n\n");
        scratch.write(path, without.as_bytes());
        let run = scratch.run(&["export", "xliff"]);
        asked += 1;
        if run.code == 0 {
            found += 1;
            let new = |_: &str, _: &str| Some(blocks[number].trim().to_owned());
            let run = import(&scratch, &filled(&run.stdout, new), &[]);
            assert!(run.stdout.contains("1 new, 0 changed"), "{}", run.shown());
            assert_eq!(scratch.read(path).trim_end(), whole.trim_end());
        }
    }
    assert!(found * 2 > asked, "{found} of {asked}");
    let is_prose = |at: usize| !blocks[at].starts_with('#');
    let joints = (3..blocks.len() - 1).filter(|at| is_prose(*at) && is_prose(at + 1)).step_by(4);
    for number in joints {
        let mut joined = blocks.clone();
        let next = joined.remove(number + 1);
        let both = format!("{} {next}", joined[number]);
        joined[number] = &both;
        scratch.write(path, joined.join("\n\n").as_bytes());
        let run = scratch.run(&["export", "xliff"]);
        assert_eq!(run.code, 1, "{}", joined[number]);
    }
}

#[test]
fn where_nothing_shows_which_block_is_new_nothing_is_guessed() {
    let paragraph = ZH_LATER.replace("开头一段。", "又一段。\n\n开头一段。");
    let section = ZH_LATER.replace("## （一）", "## （零）\n\n又一段。\n\n## （一）");
    for zh in [paragraph, section] {
        let scratch = Scratch::report(&[(ZH_PAGE, &zh), (EN_PAGE, EN_LATER)]);
        let run = scratch.run(&["export", "xliff"]);
        assert_eq!(run.code, 1, "{}", run.shown());
        assert!(run.stderr.contains("align.block"), "{}", run.shown());
        // What was confirmed shows it.
        let scratch = site_with_more(&zh, EN_LATER);
        let list = export(&scratch, &["xliff"]);
        let missing = list.split("state=\"initial\"").skip(1);
        let missing: Vec<&str> =
            missing.map(|rest| rest.split(['<', '>']).nth(3).unwrap()).collect();
        assert!(missing.contains(&"又一段。") && !missing.contains(&"开头一段。"), "{missing:?}");
    }
}

#[test]
fn a_new_block_that_is_another_one_or_has_no_place_is_refused() {
    let zh = ZH_LATER.replace("开头一段。", "开头一段。\n\n新的一段。\n\n- 一项\n- 二项");
    let scratch = site_with_more(&zh, EN_LATER);
    let list = export(&scratch, &["xliff"]);
    let mut shown = String::new();
    for [paragraph, items] in [
        ["- a list", "- one\n- two"],
        ["A new one.", "- one"],
        ["A new one.", "One and two."],
        ["A <b>new</b> one.", "- one\n- two"],
        ["## A new one", "- one\n- two"],
    ] {
        let new =
            |_: &str, id: &str| Some(if id == "s1-p2" { paragraph } else { items }.to_owned());
        let run = import(&scratch, &filled(&list, new), &[]);
        assert_eq!(run.code, 1, "{}", run.shown());
        shown.push_str(&run.stdout);
        assert_eq!(scratch.read(EN_PAGE), EN_LATER);
    }
    // One that is refused leaves its place in the words of the original.
    let new =
        |_: &str, id: &str| Some(if id == "s1-p2" { "# A" } else { "- one\n- two" }.to_owned());
    let run = import(&scratch, &filled(&list, new), &["--partial"]);
    assert_eq!(run.code, 1);
    shown.push_str(&run.stdout);
    assert!(
        scratch.read(EN_PAGE).contains("An opening paragraph.\n\n新的一段。\n\n- one\n- two\n\n##"),
        "{}",
        scratch.read(EN_PAGE)
    );
    insta::assert_snapshot!("new_blocks_that_are_refused", shown);
}

#[test]
fn a_new_block_comes_behind_what_is_stated_to_be_left_out() {
    let zh = ZH_LATER.replace("开头一段。", "开头一段。\n\n略去一段。\n\n新的一段。");
    let en = EN_LATER.replace("An opening paragraph.", "An opening paragraph.\n\n<!-- row 1:0 -->");
    let scratch = site_with_more(&zh, &en);
    let list = export(&scratch, &["xliff"]);
    let new = |_: &str, id: &str| (id == "s1-p3").then(|| "A new one.".to_owned());
    let run = import(&scratch, &filled(&list, new), &[]);
    assert_eq!(run.code, 0, "{}", run.shown());
    let wanted = en.replace("<!-- row 1:0 -->", "<!-- row 1:0 -->\n\nA new one.");
    assert_eq!(scratch.read(EN_PAGE), wanted);
    assert_eq!(scratch.run(&["check", "--strict"]).code, 0);
}

/// Whatever a target says: a page that is made holds it as that one block, or it is refused.
#[test]
fn any_target_of_a_new_page_is_refused_or_stands_alone_in_its_block() {
    let scratch = original_site();
    let loaded = loaded(&scratch);
    let (site, _) = loaded.site.as_ref().unwrap();
    let list = export(&scratch, &["xliff"]);
    let language = loaded.config.as_ref().unwrap().languages.find("en").unwrap();
    let present =
        PresentSite { site, sources: &loaded.sources, parse: &pipeline::parse_translation };
    let original = loaded.sources.iter().find(|file| &*file.path == ZH_PAGE).unwrap();
    let kinds = |file: &SourceFile| -> Vec<&str> {
        let parsed = pipeline::parse_translation(file, language);
        parsed.value.blocks.iter().map(|block| block.content.name()).collect()
    };
    proptest!(|(words in "[a-z甲 \n#*_`\\[\\]()<>!|~:^\\-=3.&;{}\\\\+]{1,40}", unit in 0..4_usize)| {
        let unit = ["s1.1-p1", "s1.1-p3", "s1.1-p5", "fn-1"][unit];
        let given = |path: &str, id: &str| {
            (path == ZH_PAGE && id == unit).then(|| words.clone())
        };
        let text = filled(&list, given).into();
        let file = SourceFile { id: original.id, path: "back.xlf".into(), text };
        let brought = translation::bring_back(&present, &file).unwrap();
        prop_assert_eq!(brought.new_files.len(), usize::from(brought.report.new > 0));
        for made in &brought.new_files {
            let made = SourceFile { text: made.text.as_str().into(), ..original.clone() };
            prop_assert_eq!(kinds(&made), kinds(original));
        }
    });
}

#[test]
fn the_second_translation_of_a_site_is_made_beside_the_first() {
    let scratch = translated_site();
    scratch.write("site.toml", SITE.replace("\"en\"]", "\"en\", \"fr\"]").as_bytes());
    let inner = "---\ntitle: 附表\ndescription: 一句话。\nperiod: 2017\nstatus: actual\nweight: 3\nupdated: 2026-01-02\n---\n\n表中各项见下。\n";
    let config = "[check]\n\"translation.missing\" = \"warning\"\n";
    scratch.write("content/r/2-b/_index.zh.md", inner.as_bytes());
    scratch.write("site.toml", (SITE.replace("\"en\"]", "\"en\", \"fr\"]") + config).as_bytes());
    let list = export(&scratch, &["xliff", "--lang", "fr"]);
    let words = translations(&export(&scratch, &["xliff", "--lang", "en"]));
    let back = filled(&list, |original, id| {
        let known = words.get(&(original.to_owned(), id.to_owned())).cloned();
        known.or_else(|| Some(format!("Ici {id}.").replace("Ici front.title.", "Annexe: I")))
    });
    let run = import(&scratch, &back, &[]);
    assert_eq!(run.code, 0, "{}", run.shown());
    assert!(
        run.stdout.ends_with("19 new, 0 changed, 0 unchanged, 0 refused; status: draft\n"),
        "{}",
        run.shown()
    );
    assert_eq!(
        scratch.read("content/r/2-b/_index.fr.md"),
        "---\ntitle: \"Annexe: I\"\ndescription: Ici front.description.\nupdated: 2026-01-02\n---\n\nIci s2-p1.\n"
    );
    assert!(!scratch.path("content/r/2-b/_index.en.md").exists());
    let checked = scratch.run(&["check", "--only", "translation.missing"]);
    assert!(checked.shown().contains("0 errors, 1 warning"), "{}", checked.shown());
}
