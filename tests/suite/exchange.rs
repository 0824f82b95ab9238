//! The term base as other programs have it: the files of the site, and lists merged into it.

use duizhao::pipeline::{self, Request};

use crate::scratch::Scratch;

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
    assert!(scratch.read("public/zh/data.html").contains("不宜使用的说法及理由（English）"));
    assert!(scratch.read("public/en/data.html").contains("<code>occurrences_zh</code>"));
    let package = export(&scratch, "datapackage");
    let package: serde_json::Value = serde_json::from_str(&package).unwrap();
    let resources = package["resources"].as_array().unwrap();
    let names: Vec<&str> = resources.iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["glossary", "glossary-tbx", "glossary-v2-tbx", "glossary-jsonld"]);
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
