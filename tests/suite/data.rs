//! The data files and their page, of a site with figures.

use std::collections::BTreeMap;

use duizhao::model::DataKind;
use duizhao::pipeline::{self, LoadedSite, Request};
use duizhao::source::codes;

use crate::scratch::Scratch;

/// Two indicators, one of a part of the land.
const INDICATORS: &str = "\
topics:
  - {id: economy, name: {zh: 经济, en: Economy}}
places:
  - {id: yi, name: {zh: 乙县, en: Yi County}}
indicators:
  - {id: gdp, name: {zh: 地区生产总值, en: GDP}, unit: 元, topic: economy, better: higher, related: [yi-output]}
  - {id: yi-output, name: {zh: 乙县产值, en: 'Yi’s output, “gross”'}, unit: 元, better: higher}
";

/// Two figures, one of them without a counterpart.
const FIGURES: &str = "\
1-a:
  s1:
    - gdp: 生产总值[3870亿元]
    - {yi-output: '“产值”[超20亿元]', place: 乙县}
";

const LEFT_OUT: &str =
    "- {code: number.missing, page: 1-a, at: s1.1-p2, quote: 超20亿元, reason: left out}\n";

/// A small report with figures, not published yet.
pub(crate) fn loaded() -> (Scratch, Request, LoadedSite) {
    let scratch = Scratch::report(&[
        (
            "content/r/1-a.zh.md",
            "---\n---\n\n# 一、回顾\n\n## （一）甲\n\n生产总值3870亿元。\n\n乙县“产值”超20亿元。\n",
        ),
        (
            "content/r/1-a.en.md",
            "---\n---\n\n# I. Review\n\n## 1. A\n\nGDP reached RMB 387 billion.\n\nYi grew.\n",
        ),
        ("content/indicators.yaml", INDICATORS),
        ("content/r/figures.yaml", FIGURES),
        ("content/_index.zh.md", "---\n---\n\n# 首页\n"),
        ("content/_index.en.md", "---\n---\n\n# Home\n"),
        // One figure has no counterpart, to be seen as such in the data.
        ("content/r/waivers.yaml", LEFT_OUT),
    ]);
    let request = Request { root: scratch.path(""), ..Request::default() };
    let loaded = pipeline::load(&request).unwrap();
    (scratch, request, loaded)
}

fn data(loaded: &LoadedSite) -> BTreeMap<&'static str, String> {
    let (site, _) = loaded.site.as_ref().unwrap();
    pipeline::data(site)
        .into_iter()
        .map(|(file, facts)| (facts.what.key(), String::from_utf8(file.bytes).unwrap()))
        .collect()
}

#[test]
fn the_table_has_the_columns_of_the_contract_and_a_row_for_each_figure() {
    let (_scratch, _, loaded) = loaded();
    assert_eq!(
        data(&loaded)["data_observations"],
        "indicator,name_zh,name_en,topic,report,place,period,status,measure,comparator,value,unit,per,text_zh,text_en,sentence_zh,sentence_en,page,anchor\r\n\
         gdp,地区生产总值,GDP,economy,r,甲市,2018,actual,level,=,387000000000,元,,3870亿元,RMB 387 billion,生产总值3870亿元。,GDP reached RMB 387 billion.,r/1-a.html,s1.1-p1\r\n\
         yi-output,乙县产值,\"Yi’s output, “gross”\",,r,yi,2018,actual,level,>,2000000000,元,,超20亿元,,乙县“产值”超20亿元。,,r/1-a.html,s1.1-p2\r\n"
    );
}

#[test]
fn the_indicators_hold_their_figures_in_order() {
    let (_scratch, _, loaded) = loaded();
    insta::assert_snapshot!(data(&loaded)["data_indicators"]);
}

#[test]
fn the_descriptions_tell_names_kinds_lengths_and_fingerprints() {
    let (_scratch, _, loaded) = loaded();
    let files = data(&loaded);
    let (site, _) = loaded.site.as_ref().unwrap();
    let table = pipeline::data(site).swap_remove(0).1;
    assert_eq!(table.what, DataKind::Observations);
    let package: serde_json::Value = serde_json::from_str(&files["data_package"]).unwrap();
    let resource = &package["resources"][0];
    assert_eq!(resource["path"], "data/observations.csv");
    assert_eq!(resource["bytes"], files["data_observations"].len());
    assert_eq!(resource["hash"], format!("sha256:{}", table.sha256));
    let fields = resource["schema"]["fields"].as_array().unwrap();
    let metadata: serde_json::Value = serde_json::from_str(&files["data_csvw"]).unwrap();
    let columns = metadata["tableSchema"]["columns"].as_array().unwrap();
    let head: Vec<&str> = files["data_observations"].lines().next().unwrap().split(',').collect();
    for described in [fields, columns] {
        let names: Vec<&str> =
            described.iter().map(|column| column["name"].as_str().unwrap()).collect();
        assert_eq!(names, head);
    }
    assert_eq!(fields[10]["type"], "number");
    assert_eq!(columns[14]["lang"], "en");
}

#[test]
fn the_data_page_lists_the_files_that_are_there() {
    let (scratch, request, mut loaded) = loaded();
    let wanted = data(&loaded);
    pipeline::publish(&mut loaded, &request, &scratch.path("public"), false, &|_, _| {}).unwrap();
    assert_eq!(scratch.read("public/data/observations.csv"), wanted["data_observations"]);
    assert_eq!(scratch.read("public/datapackage.json"), wanted["data_package"]);
    let (site, _) = loaded.site.as_ref().unwrap();
    for lang in ["zh", "en"] {
        let page = scratch.read(&format!("public/{lang}/data.html"));
        for (file, facts) in pipeline::data(site) {
            assert!(page.contains(&format!("<a href=\"../{}\" download>", file.path.as_str())));
            assert!(page.contains(&facts.sha256), "{}", file.path.as_str());
        }
        assert!(page.contains("<code>anchor</code>"));
        assert!(page.contains("\"@type\":\"Dataset\""));
        assert!(page.contains("class=\"hl-"), "the examples are highlighted");
    }
    assert!(scratch.read("public/zh/data.html").contains("计量单位"));
    assert!(scratch.read("public/en/data.html").contains("The indicator’s id"));
    assert!(!scratch.path("public/zh-en/data.html").exists());
    pipeline::check_output(&mut loaded, &request, &|_, _| {});
    let others = loaded.findings.shown.iter().filter(|f| f.code != codes::FIGURE_COUNTERPART);
    assert_eq!(others.count(), 0, "{:?}", loaded.findings.shown);
}

#[test]
fn what_is_not_accounted_for_is_proposed_with_words_that_are_unique() {
    let (scratch, ..) = loaded();
    let claims = FIGURES.lines().take(3).collect::<Vec<_>>().join("\n");
    scratch.write("content/r/figures.yaml", claims.as_bytes());
    let run = scratch.run(&["scan"]);
    let (figures, terms) = run.stdout.split_once("\n# content/glossary.yaml\n").unwrap();
    assert_eq!(
        figures,
        "# content/r/figures.yaml\n1-a:\n  s1:\n    - yi-xian-chan-zhi: \"乙县“产值”[超20亿元]\"\n\n\
         # content/indicators.yaml\nindicators:\n  - {id: yi-xian-chan-zhi, name: {zh: \"乙县“产值”\"}, unit: \"元\", \
         topic: economy}  # not clear in translation\n"
    );
    assert!(terms.contains("zh: \"产值\""), "{terms}");
    assert_eq!(scratch.run(&["scan", "r/_index"]).stdout, "");
    assert_eq!(scratch.run(&["scan", "r"]).stdout, run.stdout);
}

#[test]
fn a_report_that_claims_nothing_yet_is_scanned_from_the_beginning() {
    let scratch = Scratch::report(&[]);
    let run = scratch.run(&["scan"]);
    assert!(run.stdout.contains("- sheng-chan-zong-zhi: \"生产总值[3870亿元]"), "{}", run.shown());
}

#[test]
fn the_commands_say_what_a_site_lacks() {
    let scratch = Scratch::report(&[]);
    let pages = scratch.run(&["list", "pages"]);
    assert_eq!(
        pages.shown(),
        "_index  home    -             -\n\
         about   about   -             -\n\
         r       report  政府工作报告  Report on the Work of the Government\n\
         r/1-a   part    一、回顾      I. Review\n\
         exit code 0\n"
    );
    let objects = scratch.run(&["list", "pages", "--format", "json"]).stdout;
    let object: serde_json::Value = serde_json::from_str(objects.lines().last().unwrap()).unwrap();
    assert_eq!((&object["page"], &object["title"]["en"]), (&"r/1-a".into(), &"I. Review".into()));
    for what in ["indicators", "places", "topics"] {
        assert_eq!(scratch.run(&["list", what]).shown(), "exit code 0\n");
    }
    for what in ["csv", "json"] {
        let run = scratch.run(&["export", what]);
        assert_eq!((run.code, &*run.stdout), (1, ""));
        assert!(run.stderr.contains("the site has no figures"), "{}", run.stderr);
    }
    let run = scratch.run(&["scan", "r/1-b"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("did you mean `r/1-a`?"), "{}", run.stderr);
}

#[test]
fn a_site_with_one_language_and_no_figures_has_no_data() {
    let config = "title = { zh = \"试\" }\nlanguages = [\"zh\"]\n";
    let scratch = Scratch::new(&[
        ("site.toml", config),
        ("content/r/_index.zh.md", crate::scratch::COVER_ZH),
        ("content/r/1-a.zh.md", "---\n---\n\n# 一、回顾\n\n段。\n"),
    ]);
    assert_eq!(scratch.run(&["build", "-q"]).code, 0);
    for path in ["data", "datapackage.json", "zh/data.html"] {
        assert!(!scratch.path(&format!("public/{path}")).exists(), "{path}");
    }
}

/// The examples of the data page, without their markup, by the program that runs them.
fn example(page: &str, id: &str) -> String {
    let start = page.find(id).unwrap_or_else(|| panic!("no example holds {id}"));
    let open = page[..start].rfind("<code>").unwrap() + "<code>".len();
    let code = &page[open..open + page[open..].find("</code></pre>").unwrap()];
    let mut plain = String::new();
    let mut is_tag = false;
    for c in code.chars() {
        match c {
            '<' => is_tag = true,
            '>' if is_tag => is_tag = false,
            c if !is_tag => plain.push(c),
            _ => {}
        }
    }
    plain.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[test]
fn the_examples_of_the_data_page_run_where_their_language_is_there() {
    let (scratch, request, mut loaded) = loaded();
    pipeline::publish(&mut loaded, &request, &scratch.path("public"), false, &|_, _| {}).unwrap();
    let page = scratch.read("public/en/data.html");
    // R shows great numbers as powers of ten, so the period is looked for.
    let programs =
        [("python3", "-c", "DictReader", "387000000000"), ("Rscript", "-e", "colClasses", "2018")];
    for (program, flag, word, wanted) in programs {
        let mut command = std::process::Command::new(program);
        command.arg(flag).arg(example(&page, word)).current_dir(scratch.path("public/data"));
        let Ok(output) = command.output() else { continue };
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success() && said.contains(wanted), "{said}{errors}");
    }
}
