//! The data files and their page, of a site with figures.

use std::collections::BTreeMap;

use duizhao::annotate::quantities;
use duizhao::model::{
    Better, DataKind, Fate, FigureStatus, FigureWords, Indicator, IndicatorId, LangId, LangMap,
    LedgerEntry, Measure, Observation, ObservationId, Page, Quantity, Script, Site, Statistics,
    Subject, Text, TextId,
};
use duizhao::pipeline::{self, Loaded, Request};
use duizhao::scan;
use duizhao::source::{FileId, Span};

use crate::scratch::Scratch;

fn map(zh: &str, en: &str) -> LangMap {
    LangMap([("zh".to_owned(), zh.to_owned()), ("en".to_owned(), en.to_owned())].into())
}

/// The text of a page's side that holds these words, and where.
fn found(page: &Page, lang: LangId, words: &str) -> (TextId, std::ops::Range<usize>) {
    let texts = &page.side(lang).unwrap().document.texts;
    let holds = |text: &Text| text.plain.find(words).map(|at| at..at + words.len());
    let (place, range) =
        texts.iter().enumerate().find_map(|(place, text)| Some((place, holds(text)?))).unwrap();
    (TextId(u32::try_from(place).unwrap()), range)
}

fn words(page: &Page, lang: LangId, words: &str) -> FigureWords {
    let (text, range) = found(page, lang, words);
    let length = page.side(lang).unwrap().document.text(text).plain.len();
    FigureWords { text, range, sentence: 0..length, criteria: Vec::new() }
}

fn quantity(text: &str) -> Quantity {
    quantities(text, Script::Han)[0].value
}

/// Two figures of the small report's part, one of them without a counterpart.
fn statistics(site: &Site) -> Statistics {
    let page = site.pages.iter().find(|page| page.key == "r/1-a").unwrap();
    let span = Span::new(FileId(0), 0..0);
    let indicator = |id: &str, name, topic, related, observation| Indicator {
        id: id.to_owned(),
        name,
        unit: Some("元".to_owned()),
        topic,
        better: Some(Better::Higher),
        definition: LangMap::default(),
        related,
        span,
        observations: vec![ObservationId(observation)],
    };
    let observation = |indicator, zh: &str, en: Option<&str>, pair, area| Observation {
        indicator: IndicatorId(indicator),
        measure: Measure::Level,
        area,
        period: "2017".to_owned(),
        status: FigureStatus::Actual,
        quantity: quantity(zh),
        modality: String::new(),
        part_of: None,
        incomparable: None,
        report: page.report.unwrap(),
        page: page.id,
        pair,
        anchor: format!("f-{indicator}"),
        words: vec![Some(words(page, LangId(0), zh)), en.map(|en| words(page, LangId(1), en))],
        span,
    };
    let subject = |id: &str, name| Subject { id: id.to_owned(), name };
    Statistics {
        topics: vec![subject("economy", map("经济", "Economy"))],
        areas: vec![subject("yi", map("乙县", "Yi County"))],
        indicators: vec![
            indicator("gdp", map("地区生产总值", "GDP"), Some(0), vec![IndicatorId(1)], 0),
            indicator("yi-output", map("乙县产值", "Yi’s output, “gross”"), None, Vec::new(), 1),
        ],
        observations: vec![
            observation(0, "3870亿元", Some("RMB 387 billion"), 1, None),
            observation(1, "超20亿元", None, 2, Some(0)),
        ],
        ledger: Vec::new(),
    }
}

/// A small report with figures, not published yet.
pub(crate) fn loaded() -> (Scratch, Request, Loaded) {
    let scratch = Scratch::report(&[
        (
            "content/r/1-a.zh.md",
            "---\n---\n\n# 一、回顾\n\n## （一）甲\n\n生产总值3870亿元。\n\n乙县“产值”超20亿元。\n",
        ),
        (
            "content/r/1-a.en.md",
            "---\n---\n\n# I. Review\n\n## 1. A\n\nGDP reached RMB 387 billion.\n\nYi grew.\n",
        ),
        ("content/_index.zh.md", "---\n---\n\n# 首页\n"),
        ("content/_index.en.md", "---\n---\n\n# Home\n"),
    ]);
    let request = Request { root: scratch.path(""), ..Request::default() };
    let mut loaded = pipeline::load(&request).unwrap();
    let (site, _) = loaded.site.as_mut().unwrap();
    site.statistics = statistics(site);
    (scratch, request, loaded)
}

fn data(loaded: &Loaded) -> BTreeMap<&'static str, String> {
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
        "indicator,name_zh,name_en,topic,report,place,period,status,measure,comparator,value,unit,text_zh,text_en,sentence_zh,sentence_en,page,anchor\r\n\
         gdp,地区生产总值,GDP,economy,r,甲市,2017,actual,level,=,387000000000,元,3870亿元,RMB 387 billion,生产总值3870亿元。,GDP reached RMB 387 billion.,r/1-a.html,s1.1-p1\r\n\
         yi-output,乙县产值,\"Yi’s output, “gross”\",,r,yi,2017,actual,level,>,2000000000,元,超20亿元,,乙县“产值”超20亿元。,,r/1-a.html,s1.1-p2\r\n"
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
    assert_eq!(columns[13]["lang"], "en");
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
    assert!(loaded.findings.shown.is_empty(), "{:?}", loaded.findings.shown);
}

#[test]
fn what_is_not_accounted_for_is_proposed_with_words_that_are_unique() {
    let (_scratch, _, mut loaded) = loaded();
    let (site, _) = loaded.site.as_mut().unwrap();
    let page = site.pages.iter().find(|page| page.key == "r/1-a").unwrap();
    let entry = |pair: usize, words: &str, fate| {
        let (text, range) = found(page, LangId(0), words);
        let (report, page) = (page.report.unwrap(), page.id);
        LedgerEntry { report, page, pair: Some(pair), text, range, quantity: quantity(words), fate }
    };
    site.statistics.ledger = vec![
        entry(1, "3870亿元", Fate::Indexed(ObservationId(0))),
        entry(2, "20亿元", Fate::Unaccounted),
    ];
    let proposal = scan::unaccounted(site, &|_| true);
    assert_eq!(proposal.count, 1);
    assert_eq!(
        proposal.yaml,
        "# content/r/figures.yaml\n1-a:\n  s1:\n    - todo-1: \"乙县“产值”超[20亿元]\"\n"
    );
    assert_eq!(scan::unaccounted(site, &|page| page.key == "r").count, 0);
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
    for what in ["csv", "json", "datapackage"] {
        let run = scratch.run(&["export", what]);
        assert_eq!((run.code, &*run.stdout), (1, ""));
        assert!(run.stderr.contains("the site has no figures"), "{}", run.stderr);
    }
    let run = scratch.run(&["scan", "1-a", "r/1-a"]);
    assert_eq!((run.code, &*run.stdout), (0, ""));
    let run = scratch.run(&["scan", "r/1-b"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("did you mean `r/1-a`?"), "{}", run.stderr);
}

#[test]
fn a_site_without_figures_has_no_data() {
    let scratch = Scratch::report(&[]);
    assert_eq!(scratch.run(&["build", "-q"]).code, 0);
    for path in ["data", "datapackage.json", "zh/data.html"] {
        assert!(!scratch.path(&format!("public/{path}")).exists(), "{path}");
    }
}
