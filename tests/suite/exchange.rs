//! The term base as other programs have it: the files of the site, and lists merged into it.

use std::collections::BTreeSet;

use duizhao::exchange::formats::xml::{self, Element};
use duizhao::exchange::terms::{self, Format, Keep, PresentTermBase};
use duizhao::input::glossary::{TERM_BASE, concepts};
use duizhao::input::site_toml::Config;
use duizhao::pipeline::{self, Request};
use duizhao::source::{SourceFile, Sources};
use proptest::prelude::*;

use crate::scratch::{SITE, Scratch};

/// Terms with everything an entry can say, in words that need care in every format.
const GLOSSARY: &str = r#"# Terms of the test.

- id: two-zones
  zh: 两“区”
  en: [the "two zones" <A & B>, 'zones | parks']
  pinyin: liǎng qū
  kind: policy
  definition:
    zh: "第一行，“甲”。\n第二行（全角）：Ａ＆Ｂ＜Ｃ＞。"
    en: "First line, with a comma.\nSecond line: a \\ b | c // d."
  members:
    - zones
    - {zh: 园区, en: 'parks, "modern"'}
  see: [zones]
  source: {zh: 本站, en: this edition}
  avoid:
    en:
      - {form: two | areas, why: "区 // here is a zone: not an area."}
      - {form: dual zones, why: {zh: 生硬。, en: Stiff.}}
      - bizones
# A comment between two entries.
- id: zones
  zh: 区
  en: zone
  kind: place
  variants: {en: [the zones], zh: [片区]}
  except: {zh: [社区, 景区]}
  members: unknown
  area: yi
  link: never

- {id: plain, zh: 增加值}   # a remark
"#;

const PLACES: &str = "places:\n  - {id: yi, name: {zh: 乙县, en: Yi County}}\nindicators: []\n";

/// A report with terms.
fn site(glossary: &str) -> Scratch {
    Scratch::report(&[
        ("content/glossary.yaml", glossary),
        ("content/indicators.yaml", PLACES),
        (
            "content/r/1-a.zh.md",
            "---\n---\n\n# 一、回顾\n\n## （一）甲\n\n两“区”增加值在区内，社区除外。\n",
        ),
        (
            "content/r/1-a.en.md",
            "---\n---\n\n# I. Review\n\n## 1. A\n\nThe zones | parks, in each zone.\n",
        ),
    ])
}

fn export(scratch: &Scratch, what: &str) -> String {
    let run = scratch.run(&["export", what]);
    assert_eq!(run.code, 0, "{}", run.shown());
    run.stdout
}

#[test]
fn each_file_of_the_terms_says_all_it_can() {
    let scratch = site(GLOSSARY);
    for what in ["glossary", "tbx", "tbx-v2", "jsonld"] {
        insta::assert_snapshot!(format!("terms_as_{what}"), export(&scratch, what));
    }
}

#[test]
fn a_site_that_knows_its_address_gives_each_term_the_address_of_its_pages() {
    let scratch = site(GLOSSARY);
    let request = Request {
        root: scratch.path(""),
        base_url: Some("https://example.org/r".to_owned()),
        ..Request::default()
    };
    let loaded = pipeline::load(&request).unwrap();
    let (site, _) = loaded.site.as_ref().unwrap();
    let file = |name: &str| {
        let all = pipeline::data(site);
        let (file, _) = all.into_iter().find(|(_, facts)| facts.name() == name).unwrap();
        String::from_utf8(file.bytes).unwrap()
    };
    for name in ["glossary.tbx", "glossary-v2.tbx"] {
        let text = file(name);
        let link = "<xref type=\"externalCrossReference\" target=\"https://example.org/r/en/glossary/zones.html\">zone</xref>";
        assert!(text.contains(link), "{text}");
    }
    let terms: serde_json::Value = serde_json::from_str(&file("glossary.jsonld")).unwrap();
    assert_eq!(terms["url"], "https://example.org/r/zh/glossary/");
    assert_eq!(terms["hasDefinedTerm"][1]["url"], "https://example.org/r/zh/glossary/zones.html");
}

/// An element with its category, as `descrip definition`.
fn category(element: &Element) -> String {
    format!("{} {}", element.name, element.attribute("type").unwrap_or_default())
}

/// Fails unless elements come in this order, each as often as it likes.
fn in_order(of: &Element, order: &[&str]) {
    let mut at = 0;
    for inner in of.elements() {
        let own = category(inner);
        let place = order.iter().position(|known| *known == own.trim());
        let place = place.unwrap_or_else(|| panic!("`{own}` in `{}`", of.name));
        assert!(place >= at, "`{own}` in `{}` comes too late", of.name);
        at = place;
    }
}

/// Levels, order and values as the core of TBX (2019) and its modules Min and Basic have them.
fn follows_the_standard(root: &Element) {
    let body = root.first("text").unwrap().first("body").unwrap();
    let ids: Vec<&str> = body.elements().map(|entry| entry.attribute("id").unwrap()).collect();
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(known.len(), ids.len());
    assert!(ids.iter().all(|id| id.starts_with(|c: char| c.is_ascii_alphabetic())));
    for entry in body.elements() {
        in_order(
            entry,
            &[
                "descrip subjectField",
                "descrip definition",
                "admin source",
                "ref crossReference",
                "langSec",
            ],
        );
        let targets = entry.elements().filter_map(|inner| inner.attribute("target"));
        assert!(targets.into_iter().all(|target| known.contains(target)));
        let languages: Vec<_> = entry.elements().filter(|one| one.name == "langSec").collect();
        assert!(!languages.is_empty());
        for language in languages {
            assert!(language.attribute("xml:lang").is_some());
            in_order(language, &["descrip definition", "xref externalCrossReference", "termSec"]);
            let targets = language.elements().filter_map(|inner| inner.attribute("target"));
            assert!(targets.into_iter().all(|target| target.starts_with("https://")));
            let terms: Vec<_> = language.elements().filter(|one| one.name == "termSec").collect();
            assert!(!terms.is_empty());
            for term in terms {
                in_order(
                    term,
                    &["term", "termNote administrativeStatus", "termNote termType", "note"],
                );
                assert_eq!(term.elements().next().unwrap().name, "term");
                let notes = term.elements().filter(|one| one.name == "termNote");
                for value in notes.map(Element::inner_text) {
                    assert!(
                        [
                            "preferredTerm-admn-sts",
                            "admittedTerm-admn-sts",
                            "deprecatedTerm-admn-sts",
                            "variant"
                        ]
                        .contains(&value.as_str())
                    );
                }
            }
        }
    }
}

#[test]
fn the_term_base_follows_the_standard_in_levels_order_and_values() {
    let jinhua = Request {
        root: ".".into(),
        base_url: Some("https://example.org".to_owned()),
        ..Request::default()
    };
    let scratch = site(GLOSSARY);
    let small = Request { root: scratch.path(""), ..Request::default() };
    for request in [jinhua, small] {
        let loaded = pipeline::load(&request).unwrap();
        let (site, _) = loaded.site.as_ref().unwrap();
        let data = pipeline::data(site);
        let (file, _) = data.iter().find(|(_, facts)| facts.name() == "glossary.tbx").unwrap();
        let root = xml::read_xml(std::str::from_utf8(&file.bytes).unwrap()).unwrap();
        assert_eq!(
            (root.attribute("type"), root.attribute("style"), root.attribute("xmlns")),
            (Some("TBX-Basic"), Some("dca"), Some("urn:iso:std:iso:30042:ed-2"))
        );
        follows_the_standard(&root);
    }
}

#[test]
fn the_build_holds_the_same_bytes_as_the_command_and_describes_them() {
    let scratch = site(GLOSSARY);
    assert_eq!(scratch.run(&["build", "-q"]).code, 0);
    for (what, name) in [
        ("glossary", "glossary.csv"),
        ("tbx", "glossary.tbx"),
        ("tbx-v2", "glossary-v2.tbx"),
        ("jsonld", "glossary.jsonld"),
    ] {
        assert_eq!(scratch.read(&format!("public/data/{name}")), export(&scratch, what));
        for lang in ["zh", "en"] {
            let page = scratch.read(&format!("public/{lang}/data.html"));
            assert!(page.contains(&format!("<a href=\"../data/{name}\" download>")), "{name}");
        }
    }
    assert!(
        scratch
            .read("public/zh/data.html")
            .contains("不宜使用的说法及理由（<span lang=\"en\">English</span>")
    );
    assert!(scratch.read("public/en/data.html").contains("<code>occurrences_zh</code>"));
    let package = export(&scratch, "datapackage");
    let package: serde_json::Value = serde_json::from_str(&package).unwrap();
    let resources = package["resources"].as_array().unwrap();
    let names: Vec<&str> = resources.iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(
        names,
        ["glossary", "glossary-tbx", "glossary-v2-tbx", "glossary-jsonld", "parallel-tmx"]
    );
    let table = export(&scratch, "glossary");
    let head: Vec<&str> = table.lines().next().unwrap().split(',').collect();
    let metadata = scratch.read("public/data/glossary.csv-metadata.json");
    let metadata: serde_json::Value = serde_json::from_str(&metadata).unwrap();
    assert_eq!(metadata["url"], "glossary.csv");
    for (key, described) in
        [("name", &resources[0]["schema"]["fields"]), ("name", &metadata["tableSchema"]["columns"])]
    {
        let described = described.as_array().unwrap();
        let names: Vec<&str> = described.iter().map(|one| one[key].as_str().unwrap()).collect();
        assert_eq!(names, head);
    }
}

#[test]
fn a_site_without_terms_says_how_to_add_some() {
    let scratch = Scratch::report(&[]);
    for what in ["glossary", "tbx", "tbx-v2", "jsonld"] {
        let run = scratch.run(&["export", what]);
        assert_eq!((run.code, &*run.stdout), (1, ""));
        assert!(run.stderr.contains("the site has no terms"), "{}", run.stderr);
        assert!(run.stderr.contains("duizhao import"), "{}", run.stderr);
    }
}

/// The fixture's terms as a list, merged into a site with this term base.
fn imported(scratch: &Scratch, name: &str, list: &str, arguments: &[&str]) -> String {
    scratch.write(name, list.as_bytes());
    let run = scratch.run(&[&["import", name], arguments].concat());
    run.shown()
}

#[test]
fn a_table_carries_every_word_of_the_term_base() {
    let list = export(&site(GLOSSARY), "glossary");
    let empty = site("");
    let shown = imported(&empty, "list.csv", &list, &[]);
    assert!(shown.contains("3 new, 0 changed, 0 in conflict, 0 unchanged"), "{shown}");
    assert_eq!(export(&empty, "glossary"), list);
    insta::assert_snapshot!("terms_as_imported", empty.read("content/glossary.yaml"));
}

#[test]
fn both_forms_of_tbx_carry_what_the_format_has_a_place_for() {
    for (what, name) in [("tbx", "list.tbx"), ("tbx-v2", "LIST.TBX")] {
        let list = export(&site(GLOSSARY), what);
        let empty = site("");
        // TBX has no place for members, and a counted slogan without them is a finding.
        let config = format!("{SITE}[check]\n\"term.members\" = \"off\"\n");
        empty.write("site.toml", config.as_bytes());
        let shown = imported(&empty, name, &list, &[]);
        assert!(shown.contains("3 new, 0 changed, 0 in conflict, 0 unchanged"), "{shown}");
        assert!(!shown.contains("not understood"), "{shown}");
        assert_eq!(export(&empty, what), list);
        let text = empty.read("content/glossary.yaml");
        for lost in ["except:", "members:", "area:", "link:"] {
            assert!(!text.contains(lost), "TBX has no place for {lost}");
        }
    }
}

#[test]
fn a_site_takes_nothing_from_its_own_export() {
    let scratch = site(GLOSSARY);
    for (what, name) in [("glossary", "a.csv"), ("tbx", "a.tbx"), ("tbx-v2", "b.tbx")] {
        let shown = imported(&scratch, name, &export(&scratch, what), &[]);
        assert_eq!(
            shown,
            "content/glossary.yaml stays as it is\n0 new, 0 changed, 0 in conflict, 3 unchanged\nexit code 0\n"
        );
        assert_eq!(scratch.read("content/glossary.yaml"), GLOSSARY);
    }
}

#[test]
fn only_the_lines_of_entries_that_gain_something_change() {
    let scratch = site(GLOSSARY);
    let list = "source,target,admitted_en,definition_zh,avoided_en,see\n\
                区,zone,\"district, or zone\",一块地方。,area // en: too vague,\n\
                增加值,value added,,,,zones | nowhere\n\
                新词,“new” word: coined,,,,\n";
    insta::assert_snapshot!("a_list_that_adds", imported(&scratch, "list.csv", list, &[]));
    let text = scratch.read("content/glossary.yaml");
    let (kept, _) = GLOSSARY.split_once("- id: zones").unwrap();
    assert!(text.starts_with(kept), "{text}");
    assert!(
        text.ends_with("- id: new-word-coined\n  zh: 新词\n  en: \"“new” word: coined\"\n"),
        "{text}"
    );
    insta::assert_snapshot!("lines_that_changed", text.strip_prefix(kept).unwrap());
    assert_eq!(scratch.run(&["check", "--only", "data"]).code, 0);
}

/// Each term of it contradicts the fixture.
const OTHER: &str = "\
id,zh,en,pinyin,kind,definition_en,avoided_en,members,area,link\n\
two-zones,两“区”,two areas,liǎng oū,plan,Another.,\"the \"\"two zones\"\" <A & B>\",none,,\n\
,区,,,,,zone,,,\n\
,片区,a part of it,,,,,,,\n\
,,only English,,,,,,,\n";

#[test]
fn where_both_say_something_else_the_sites_is_kept_and_both_are_shown() {
    let scratch = site(GLOSSARY);
    let shown = imported(&scratch, "list.csv", OTHER, &[]);
    insta::assert_snapshot!("a_list_in_conflict", shown);
    assert_eq!(scratch.read("content/glossary.yaml"), GLOSSARY);
}

#[test]
fn the_lists_words_are_taken_where_that_is_asked_for() {
    let scratch = site(GLOSSARY);
    let shown = imported(&scratch, "list.csv", OTHER, &["--theirs", "--dry-run"]);
    insta::assert_snapshot!("a_list_that_wins", shown);
    assert_eq!(scratch.read("content/glossary.yaml"), GLOSSARY, "nothing is written");
    imported(&scratch, "list.csv", OTHER, &["--theirs"]);
    let text = scratch.read("content/glossary.yaml");
    let (changed, kept) = text.split_once("# A comment between two entries.").unwrap();
    assert!(GLOSSARY.ends_with(kept), "{text}");
    insta::assert_snapshot!("an_entry_in_the_lists_words", changed);
    let again = imported(&scratch, "list.csv", OTHER, &["--theirs"]);
    assert!(again.contains("0 new, 0 changed, 1 in conflict, 1 unchanged"), "{again}");
}

#[test]
fn columns_may_be_named_by_language_tags_and_those_not_understood_are_told() {
    let scratch = site("");
    let list =
        "\u{feff}zh-CN;en-US;fr;notes;notes 2\r\n一;one | a single one;un;x;\r\n二;two;;;\r\n";
    let shown = imported(&scratch, "list.csv", list, &[]);
    insta::assert_snapshot!("a_list_with_foreign_columns", shown);
    assert!(scratch.read("content/glossary.yaml").ends_with(
        "\n- id: one\n  zh: 一\n  en: [one, a single one]\n- id: two\n  zh: 二\n  en: two\n"
    ));
}

#[test]
fn a_file_with_other_line_ends_keeps_them() {
    let crlf = GLOSSARY.replace('\n', "\r\n");
    let scratch = site(&crlf);
    imported(&scratch, "list.csv", "zh,en\n区,district\n新,new\n", &["--theirs"]);
    let text = scratch.read("content/glossary.yaml");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert!(text.contains("en: [district, zone]\r\n") && text.contains("- id: new\r\n"), "{text}");
}

#[test]
fn names_from_a_list_never_become_paths_and_are_unique() {
    let scratch = site(GLOSSARY);
    let list = "id,zh,en\n../../x,甲,zones\nc1,乙,Zones!\nby-en,丙,3A grade\nA/B,丁,\n";
    let shown = imported(&scratch, "list.csv", list, &[]);
    let text = scratch.read("content/glossary.yaml");
    for id in ["zones-2", "zones-3", "term-3a-grade", "term"] {
        assert!(text.contains(&format!("- id: {id}\n")), "{shown}{text}");
    }
}

#[test]
fn a_foreign_term_base_is_read_as_far_as_it_is_understood() {
    let scratch = site(GLOSSARY);
    let list = r#"<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader>
<text><body>
<termEntry id="c1"><descripGrp><descrip type="subjectField">General</descrip></descripGrp>
  <langSet xml:lang="en-US"><descripGrp><descrip type="definition">A part
        of a city.</descrip><admin type="source">x</admin></descripGrp>
    <ntig><termGrp><term>borough</term><termNote type="partOfSpeech">noun</termNote></termGrp></ntig>
    <tig><term>old word</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote><note>Old &amp; dusty.</note></tig></langSet>
  <langSet xml:lang="zh-CN"><tig><term>
      街区
  </term></tig></langSet>
  <langSet xml:lang="fr"><tig><term>quartier</term></tig></langSet>
</termEntry></body></text></martif>"#;
    insta::assert_snapshot!("a_foreign_term_base", imported(&scratch, "list.tbx", list, &[]));
    let text = scratch.read("content/glossary.yaml");
    insta::assert_snapshot!("a_foreign_entry", text.strip_prefix(GLOSSARY).unwrap());
}

#[test]
fn lists_that_cannot_be_used_are_refused_at_their_place() {
    let scratch = site(GLOSSARY);
    let mut shown = String::new();
    for (name, list) in [
        ("received.txt", "各位代表："),
        ("empty.csv", ""),
        ("head.csv", "Chinese name,comment\n三,x\n"),
        ("ragged.csv", "zh,en\n一,one\n二,two, or a pair\n"),
        ("open.csv", "zh,en\n一,\"one\n"),
        ("open.tbx", "<tbx>\n  <text><body></text></tbx>"),
        ("other.tbx", "<html><body>x</body></html>"),
        ("bomb.tbx", "<!DOCTYPE tbx [<!ENTITY a \"aa\">]>\n<tbx>&a;</tbx>"),
    ] {
        shown.push_str(&imported(&scratch, name, list, &[]));
    }
    scratch.write("utf16.csv", b"\xff\xfez\0h\0");
    scratch.write("gb.csv", b"zh,en\n\xd6\xd0,x\n");
    for name in ["utf16.csv", "gb.csv", "absent.csv"] {
        shown.push_str(&scratch.run(&["import", name]).shown());
    }
    assert_eq!(shown.matches("exit code 2").count(), 11, "{shown}");
    insta::assert_snapshot!(shown);
    assert_eq!(scratch.read("content/glossary.yaml"), GLOSSARY);
    assert_eq!(scratch.run(&["import", "a.csv", "--ours"]).code, 2);
}

#[test]
fn a_term_base_that_cannot_be_read_is_left_alone() {
    let broken = "- id: a\n  zh: [一\n";
    let scratch = site(broken);
    let shown = imported(&scratch, "list.csv", "zh,en\n一,one\n", &[]);
    assert!(
        shown.contains("content/glossary.yaml:") && shown.ends_with("exit code 2\n"),
        "{shown}"
    );
    assert_eq!(scratch.read("content/glossary.yaml"), broken);
    let odd = "- {id: a, zh: 一,\n- : x}\n- id: b\n  zh: 二\n";
    scratch.write("content/glossary.yaml", odd.as_bytes());
    imported(&scratch, "list.csv", "zh,en\n二,two\n", &[]);
    assert_eq!(scratch.read("content/glossary.yaml"), odd);
}

/// A term base and a list, merged without a disk.
fn merged(glossary: &str, list: &str, format: Format, keep: Keep) -> Option<(String, String)> {
    let mut sources = Sources::default();
    let config = sources.add("site.toml", SITE);
    let config = Config::read(sources.get(config)).value.unwrap();
    let file = sources.add(TERM_BASE, glossary);
    let entries = concepts(glossary, file, &config.languages).value;
    let present = PresentTermBase {
        text: glossary,
        entries: &entries,
        file,
        languages: &config.languages,
        areas: &[],
        reading: &duizhao::resolve::unstated_reading,
    };
    let list = SourceFile { id: file, path: "list".into(), text: list.into() };
    let merged = terms::merge(&present, &list, format, keep).ok()?;
    Some((merged.text, merged.report.to_string()))
}

proptest! {
    #[test]
    fn any_text_is_merged_or_refused(
        text in prop_oneof![any::<String>(), "(zh|en|id|see|source|[,;\"\n|]|\\PC){0,40}"],
        markup in "(<tbx>|<text>|<body>|<conceptEntry id='a'>|<langSec xml:lang='zh'>|<termSec>|<term>|</[a-z]{1,3}>|[&;<>a]){0,12}",
    ) {
        merged(GLOSSARY, &text, Format::Csv, Keep::Theirs);
        merged(GLOSSARY, &markup, Format::Tbx, Keep::Theirs);
    }

    /// Whatever the cells hold, the new term base says it, and says nothing more when asked again.
    #[test]
    fn what_was_taken_from_a_table_is_taken_once(
        cells in prop::collection::vec("[a-z区一:#,'\\[\\]{}&*!|>%@`~\\-?/ \n]{0,9}", 10..30),
    ) {
        let quoted: Vec<_> = cells.iter().map(|cell| format!("\"{cell}\"")).collect();
        let rows: Vec<_> = quoted.chunks_exact(10).map(|row| row.join(",")).collect();
        let list = format!(
            "id,term_zh,term_en,admitted_en,avoided_zh,definition_en,definition_zh,source_en,variants_zh,exceptions_zh\n{}\n",
            rows.join("\n")
        );
        let (once, report) = merged(GLOSSARY, &list, Format::Csv, Keep::Theirs).unwrap();
        let again = merged(&once, &list, Format::Csv, Keep::Ours);
        prop_assert!(again.is_some(), "{}\n{}", report, once);
        if rows.len() == 1 {
            let (text, second) = again.unwrap();
            prop_assert_eq!(&text, &once, "{}\n{}", report, second);
        }
    }
}
