//! Translations as translators have them: the translation memory, and XLIFF there and back.

use duizhao::exchange::formats::xml::{self, Element};
use duizhao::exchange::translation::{self, BroughtChanges, PresentSite};
use duizhao::model::Place;
use duizhao::pipeline::{self, LoadedSite, Request};
use duizhao::source::SourceFile;
use proptest::prelude::*;

use crate::scratch::{Run, SITE, Scratch};

pub(crate) const ZH: &str = "---\nperiod: 2017\n---\n\n# 一、回顾 {#top}\n\n开头**一段**，见[](@s1.1-p2)[^甲]。\n\n## （一）甲 {#jia}\n\n生产总值3870亿元。<!-- page -->\n\n<!-- page -->\n\n三条廊道与A & B < C。\n\n- 一\n- 二\n\n> 引用\n\n| 甲 | 乙 |\n|---|--:|\n| 1 | 2 |\n\n```\ncode\n```\n\n---\n\n[^甲]: 一条注释。\n";

pub(crate) const EN: &str = "---\nperiod: 2017\n# a remark\n---\n\n# I. Review {#top}\n\nOpening **paragraph**, see\n[](@s1.1-p2)[^甲].\n\n## 1. A {#jia}\n\nGDP reached RMB 387 billion.\n\n<!-- a comment -->\n\nThree corridors, and A & B < C.\n\n- one\n- two\n\n> Quoted\n\n| A | B |\n|---|--:|\n| 1 | 2 |\n\n```\ncode\n```\n\n---\n\n[^甲]: A note.\n";

pub(crate) const GLOSSARY: &str =
    "- {id: three-corridors, zh: 三条廊道, en: [three corridors, corridors], members: unknown}\n";

pub(crate) const EN_PAGE: &str = "content/r/1-a.en.md";

fn site() -> Scratch {
    Scratch::report(&[
        ("content/r/1-a.zh.md", ZH),
        (EN_PAGE, EN),
        ("content/glossary.yaml", GLOSSARY),
    ])
}

pub(crate) fn export(scratch: &Scratch, what: &[&str]) -> String {
    let run = scratch.run(&[&["export"], what].concat());
    assert_eq!(run.code, 0, "{}", run.shown());
    run.stdout
}

pub(crate) fn import(scratch: &Scratch, list: &str, arguments: &[&str]) -> Run {
    scratch.write("back.xlf", list.as_bytes());
    scratch.run(&[&["import", "back.xlf"], arguments].concat())
}

/// A target as the file has it, in other words.
fn retold(list: &str, old: &str, new: &str) -> String {
    let target = |words: &str| format!("<target xml:space=\"preserve\">{words}</target>");
    let new = list.replacen(&target(old), &target(new), 1);
    assert_ne!(new, list, "{old}");
    new
}

#[test]
fn a_small_site_as_a_translation_memory_and_as_xliff() {
    let scratch = site();
    insta::assert_snapshot!("a_translation_memory", export(&scratch, &["tmx"]));
    insta::assert_snapshot!("a_translation_as_xliff", export(&scratch, &["xliff"]));
}

#[test]
fn the_translation_memory_has_a_unit_for_each_pair_of_the_report() {
    let request = Request { root: ".".into(), ..Request::default() };
    let loaded = pipeline::load(&request).unwrap();
    let (site, _) = loaded.site.as_ref().unwrap();
    let data = pipeline::data(site);
    let (file, facts) = data.iter().find(|(_, facts)| facts.name() == "parallel.tmx").unwrap();
    let root = xml::read_xml(std::str::from_utf8(&file.bytes).unwrap()).unwrap();
    let units: Vec<&Element> = root.first("body").unwrap().elements().collect();
    let mut wanted = Vec::new();
    for page in site.pages.iter().filter(|page| page.report.is_some()) {
        wanted.push(page.key.clone());
        let addressed = |place: &Place| match place {
            Place::Title => false,
            Place::Pair(pair) => page.pairs[*pair].address.is_some(),
            Place::Footnote(_) => true,
        };
        wanted.extend(page.places().filter(addressed).map(|place| page.name(place)));
    }
    let ids: Vec<&str> = units.iter().map(|unit| unit.attribute("tuid").unwrap()).collect();
    assert_eq!(ids, wanted);
    assert_eq!(facts.rows, wanted.len());
    for unit in units {
        let tags: Vec<_> = unit.elements().filter_map(|tuv| tuv.attribute("xml:lang")).collect();
        assert_eq!(tags, ["zh-Hans", "en"]);
    }
    let text = std::str::from_utf8(&file.bytes).unwrap();
    assert!(!text.contains("date="), "no clock is read");
}

#[test]
fn the_build_publishes_the_translation_memory_that_the_command_prints() {
    let scratch = site();
    assert_eq!(scratch.run(&["build", "-q"]).code, 0);
    assert_eq!(scratch.read("public/data/parallel.tmx"), export(&scratch, &["tmx"]));
    assert!(scratch.read("public/en/data.html").contains("../data/parallel.tmx"));
    assert!(scratch.read("public/datapackage.json").contains("data/parallel.tmx"));
}

/// Everything below `content`, byte for byte.
fn content(scratch: &Scratch) -> Vec<String> {
    ["_index.zh", "_index.en", "1-a.zh", "1-a.en"]
        .map(|name| scratch.read(&format!("content/r/{name}.md")))
        .into()
}

#[test]
fn a_translation_that_comes_back_as_it_left_changes_nothing() {
    for crlf in [false, true] {
        let scratch = site();
        if crlf {
            scratch.write(EN_PAGE, format!("\u{feff}{}", EN.replace('\n', "\r\n")).as_bytes());
        }
        let before = content(&scratch);
        let list = export(&scratch, &["xliff", "--lang", "en"]);
        let run = import(&scratch, &list, &[]);
        assert_eq!(
            run.shown(),
            "every file stays as it is\n0 new, 0 changed, 16 unchanged, 0 refused\nexit code 0\n"
        );
        assert_eq!(content(&scratch), before);
    }
}

/// The file with a heading, a paragraph and a list told anew.
fn three_changes(list: &str) -> String {
    let list = retold(list, "## 1. A {#jia}", "## 1. On A {#jia}");
    let list = retold(&list, "GDP reached RMB 387 billion.", "  GDP was\nRMB 387 billion.\n");
    retold(&list, "- one\n- two", "- *the first*\n- the second &amp; last")
}

#[test]
fn exactly_the_blocks_that_were_translated_anew_change() {
    let scratch = site();
    let list = three_changes(&export(&scratch, &["xliff"]));
    let run = import(&scratch, &list, &["--dry-run"]);
    assert!(run.stderr.contains("nothing was written; 1 file would change"), "{}", run.shown());
    assert_eq!(scratch.read(EN_PAGE), EN);
    let run = import(&scratch, &list, &[]);
    insta::assert_snapshot!("a_translation_that_comes_back", run.shown());
    let wanted = EN
        .replace("## 1. A", "## 1. On A")
        .replace("GDP reached RMB", "GDP was\nRMB")
        .replace("- one\n- two", "- *the first*\n- the second & last");
    assert_eq!(scratch.read(EN_PAGE), wanted);
    assert_eq!(scratch.read("content/r/1-a.zh.md"), ZH);
    assert_eq!(scratch.run(&["check", "--only", "align"]).code, 0);
    let again = import(&scratch, &list, &[]);
    assert!(again.stdout.contains("0 new, 0 changed, 16 unchanged"), "{}", again.shown());
}

#[test]
fn a_file_with_other_line_ends_keeps_them_around_and_inside_new_words() {
    let scratch = site();
    scratch.write(EN_PAGE, EN.replace('\n', "\r\n").as_bytes());
    let list = three_changes(&export(&scratch, &["xliff"]));
    assert_eq!(import(&scratch, &list, &[]).code, 0);
    let text = scratch.read(EN_PAGE);
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert!(text.contains("GDP was\r\nRMB 387 billion.\r\n"), "{text}");
}

#[test]
fn states_tell_what_was_confirmed_and_what_is_stale_or_missing() {
    let scratch = site();
    let states = |scratch: &Scratch| {
        let root = xml::read_xml(&export(scratch, &["xliff"])).unwrap();
        let files = root.elements().flat_map(Element::elements);
        let units = files.filter(|element| element.name == "unit");
        let state = |unit: &Element| {
            let segment = unit.first("segment").unwrap();
            let id = unit.attribute("id").unwrap();
            format!("{id} {}", segment.attribute("state").unwrap())
        };
        units.map(state).collect::<Vec<_>>().join("\n")
    };
    assert!(!states(&scratch).contains("final"));
    assert_eq!(scratch.run(&["confirm", "-q"]).code, 0);
    assert_eq!(states(&scratch).matches("final").count(), 11);
    scratch.write("content/r/1-a.zh.md", ZH.replace("三条廊道与", "三条廊道和").as_bytes());
    let shown = states(&scratch);
    assert!(shown.contains("s1.1-p2 initial") && shown.matches("final").count() == 10, "{shown}");
    let config = format!("{SITE}[check]\n\"translation.missing\" = \"warning\"\n");
    scratch.write("site.toml", config.as_bytes());
    std::fs::remove_file(scratch.path(EN_PAGE)).unwrap();
    let list = export(&scratch, &["xliff"]);
    assert_eq!(list.matches("state=\"initial\"").count(), 9, "{list}");
}

#[test]
fn a_translation_that_would_make_another_page_is_refused_block_by_block() {
    let scratch = site();
    let list = export(&scratch, &["xliff"]);
    let mut shown = String::new();
    for (old, new) in [
        ("GDP reached RMB 387 billion.", "One.\n\nTwo."),
        ("GDP reached RMB 387 billion.", "## A heading"),
        ("GDP reached RMB 387 billion.", "- a list"),
        ("GDP reached RMB 387 billion.", "Words.\n***\n"),
        ("GDP reached RMB 387 billion.", "Words &lt;b&gt;bold&lt;/b&gt;."),
        ("GDP reached RMB 387 billion.", "&lt;div&gt;\nx"),
        ("GDP reached RMB 387 billion.", "```\ncode"),
        ("GDP reached RMB 387 billion.", "[a]: https://example.org"),
        ("GDP reached RMB 387 billion.", "[a]: https://example.org\nwords"),
        ("GDP reached RMB 387 billion.", "[^b]: a note"),
        ("GDP reached RMB 387 billion.", "GDP[^甲]."),
        ("GDP reached RMB 387 billion.", "GDP &lt;!-- hidden --&gt; grew."),
        ("GDP reached RMB 387 billion.", "Words <pc id=\"1\">bold</pc> more."),
        ("## 1. A {#jia}", "## 1. A {#jia}<ph id=\"1\"/>More."),
        ("## 1. A {#jia}", "### 1. A {#jia}"),
        ("## 1. A {#jia}", "## 1. A"),
        ("## 1. A {#jia}", "## 1. A {#yi}"),
        ("## 1. A {#jia}", "1. A {#jia}"),
        ("## 1. A {#jia}", "## {#jia}"),
        ("# I. Review {#top}", "## I. Review {#top}"),
        ("# I. Review {#top}", "I. Review {#top}"),
        ("- one\n- two", "- one"),
        ("- one\n- two", "1. one\n2. two"),
        ("&gt; Quoted", "Quoted"),
        ("[^甲]: A note.", "A note."),
        ("[^甲]: A note.", "[^乙]: A note."),
        ("Opening **paragraph**, see\n[](@s1.1-p2)[^甲].", "Opening."),
    ] {
        let run = import(&scratch, &retold(&list, old, new), &[]);
        assert_eq!(run.code, 1, "{new}: {}", run.shown());
        let line = run.stdout.lines().next().unwrap();
        shown.extend([&*new.replace('\n', "\\n"), "\n  ", line, "\n"]);
        assert_eq!(scratch.read(EN_PAGE), EN, "{new}");
    }
    insta::assert_snapshot!("translations_that_are_refused", shown);
}

#[test]
fn nothing_is_written_where_something_is_refused_unless_that_is_asked_for() {
    let scratch = site();
    let list = three_changes(&export(&scratch, &["xliff"]));
    let list = retold(&list, "&gt; Quoted", "Quoted");
    let list = list.replacen("A &amp; B &lt; C。", "A。", 1);
    let list = retold(&list, "Three corridors, and A &amp; B &lt; C.", "Three corridors, and A.");
    let unknown = "<unit id=\"s9-p1\"><segment><source>甲</source><target>A</target></segment></unit>\n </file>";
    let list = list.replacen("\n </file>", unknown, 1);
    let foreign = "<file id=\"x\" original=\"../../site.toml\"><unit id=\"title\"><segment><source/><target>x\u{202e}</target></segment></unit></file></xliff>";
    let list = list.replace("</xliff>", foreign);
    let run = import(&scratch, &list, &[]);
    insta::assert_snapshot!("a_translation_refused_in_part", run.shown());
    assert_eq!(scratch.read(EN_PAGE), EN);
    let run = import(&scratch, &list, &["--partial"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("wrote 1 file"), "{}", run.shown());
    let text = scratch.read(EN_PAGE);
    assert!(text.contains("## 1. On A") && text.contains("A & B < C"), "{text}");
}

#[test]
fn a_program_may_part_units_mark_words_and_drop_names() {
    let scratch = site();
    let list = export(&scratch, &["xliff"]);
    let start = list.find("<unit id=\"s1.1-p2\"").unwrap();
    let end = start + list[start..].find("</unit>").unwrap();
    let parted = "<unit id=\"s1.1-p2\"><segment><source><mrk id=\"m\" type=\"term\">三条廊道</mrk></source>\
        <target>Three <mrk id=\"n\" type=\"term\">corridors</mrk></target></segment>\
        <ignorable><source>与</source><target> and </target></ignorable>\
        <segment><source>A &amp; B &lt; C。</source><target>more.</target></segment>";
    let list = format!("{}{parted}{}", &list[..start], &list[end..]);
    let run = import(&scratch, &list.replace("trgLang=\"en\"", "trgLang=\"en-GB\""), &[]);
    assert_eq!(run.code, 0, "{}", run.shown());
    assert!(scratch.read(EN_PAGE).contains("\n\nThree corridors and more.\n\n"));
}

#[test]
fn files_that_are_no_translation_of_this_site_are_refused_at_their_place() {
    let scratch = site();
    let list = export(&scratch, &["xliff"]);
    let mut shown = String::new();
    for other in [
        String::new(),
        "<xliff".to_owned(),
        "<html/>".to_owned(),
        "<xliff version=\"1.2\"/>".to_owned(),
        list.replace("trgLang=\"en\"", "trgLang=\"fr\""),
        list.replace("srcLang=\"zh-Hans\"", "srcLang=\"en\""),
        "<!DOCTYPE xliff [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]>\n<xliff>&b;</xliff>"
            .to_owned(),
    ] {
        let run = import(&scratch, &other, &[]);
        assert_eq!(run.code, 2, "{}", run.shown());
        shown.push_str(&run.stderr);
    }
    for arguments in [
        &["import", "back.xlf", "--theirs"][..],
        &["import", "terms.csv", "--partial"],
        &["export", "xliff", "--lang", "fr"],
        &["export", "tmx", "--lang", "en"],
    ] {
        let run = scratch.run(arguments);
        assert_eq!(run.code, 2, "{}", run.shown());
        shown.push_str(&run.stderr);
    }
    insta::assert_snapshot!("files_that_are_no_translation", shown);
}

fn loaded(scratch: &Scratch) -> LoadedSite {
    pipeline::load(&Request { root: scratch.path(""), ..Request::default() }).unwrap()
}

/// A file brought back without a disk; the new text of the English page.
fn brought(loaded: &LoadedSite, list: &str) -> Option<(BroughtChanges, String)> {
    let (site, _) = loaded.site.as_ref().unwrap();
    let present =
        PresentSite { site, sources: &loaded.sources, parse: &pipeline::parse_translation };
    let english = loaded.sources.iter().find(|file| &*file.path == EN_PAGE).unwrap();
    let file = SourceFile { id: english.id, path: "back.xlf".into(), text: list.into() };
    let brought = translation::bring_back(&present, &file).ok()?;
    let text = match brought.files.first() {
        Some(changed) => changed.applied(&english.text, &english.text)?,
        None => english.text.to_string(),
    };
    Some((brought, text))
}

#[test]
fn any_xml_is_brought_back_or_refused() {
    let scratch = site();
    let loaded = loaded(&scratch);
    let markup = "(<xliff version='2.0' srcLang='zh' trgLang='en'>|<file original='content/r/1-a.zh.md'>|<unit id='s1.1-p1'>|<segment>|<source>|<target>|</[a-z]{4,7}>|&[a-z]{1,3};|<!\\[CDATA\\[|[&;<>a甲]){0,16}";
    proptest!(|(list in prop_oneof![any::<String>(), markup])| {
        brought(&loaded, &list);
    });
}

/// Whatever a target says: it is refused, or it is that one block of the page and nothing else.
#[test]
fn any_target_is_refused_or_stands_alone_in_its_block() {
    let scratch = site();
    let loaded = loaded(&scratch);
    let list = export(&scratch, &["xliff"]);
    let language = loaded.config.as_ref().unwrap().languages.find("en").unwrap();
    proptest!(|(words in "[a-z甲 \n#*_`\\[\\]()<>!|~:^\\-=3.&;{}\\\\+]{1,40}")| {
        let old = "GDP reached RMB 387 billion.";
        let escaped = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let (brought, text) = brought(&loaded, &retold(&list, old, &escaped)).unwrap();
        if brought.report.changed == 1 {
            let trimmed = words.trim_matches([' ', '\n']);
            prop_assert_eq!(&text, &EN.replace(old, trimmed));
            let english = loaded.sources.iter().find(|file| &*file.path == EN_PAGE).unwrap();
            let new = SourceFile { text: text.into(), ..english.clone() };
            let (old, new) =
                (pipeline::parse_translation(english, language), pipeline::parse_translation(&new, language));
            let kinds = |document: &duizhao::model::Document| -> Vec<&str> {
                document.blocks.iter().map(|block| block.content.name()).collect()
            };
            prop_assert_eq!(kinds(&old.value), kinds(&new.value));
        } else {
            prop_assert_eq!(text.as_str(), EN);
        }
    });
}
