//! A second year of the same report needs only its text and its claims.
//!
//! Both years are invented, and say so in their titles.

use crate::scratch::{SITE, Scratch};

const INDICATORS: &str = "\
indicators:
  - {id: output, name: {zh: 示例产值, en: Example output}, unit: 元, better: higher}
  - {id: bad-loans, name: {zh: 示例不良率, en: Example bad loan ratio}, unit: '%', better: lower}
  - {id: parks, name: {zh: 示例园区, en: Example parks}, unit: 个, better: higher}
  - {id: roads, name: {zh: 示例道路, en: Example roads}, unit: 公里}
  - {id: visitors, name: {zh: 示例游客, en: Example visitors}, unit: 人}
";

fn cover(lang: &str, year: &str) -> String {
    let (title, note) = match lang {
        "zh" => (format!("示例报告{year}年"), "虚构示例"),
        _ => (format!("Example report of {year}"), "invented example"),
    };
    format!(
        "---\nreport:\n  issuer: {note}\n  meeting: {note}\n  place: {note}\n  speaker: {note}\n  office: {note}\n  delivered: {year}-03-01\n  status: {}\n---\n\n# {title}\n\n{note}\n",
        if lang == "zh" { "original" } else { "unofficial" }
    )
}

fn page(period: &str, status: &str, body: &str) -> String {
    format!("---\nperiod: {period}\nstatus: {status}\ntitle: Example\n---\n\n{body}\n")
}

fn two_years() -> Scratch {
    let scratch = Scratch::new(&[("site.toml", SITE), ("content/indicators.yaml", INDICATORS)]);
    let files = [
        ("e-2018/_index.zh.md", cover("zh", "2018")),
        ("e-2018/_index.en.md", cover("en", "2018")),
        (
            "e-2018/1-a.zh.md",
            page("2017", "actual", "产值100亿元，不良率2.5%，游客300万人。"),
        ),
        (
            "e-2018/1-a.en.md",
            page("2017", "actual", "Output was RMB 10 billion, bad loans 2.5 percent, visitors 3 million."),
        ),
        (
            "e-2018/2-b.zh.md",
            page("2018", "target", "产值110亿元以上，不良率控制在2%以内，园区5个，道路80公里，游客增长10%。"),
        ),
        (
            "e-2018/2-b.en.md",
            page("2018", "target", "Output of at least RMB 11 billion, bad loans within 2 percent, 5 parks, 80 kilometers of roads, visitors up 10 percent."),
        ),
        (
            "e-2018/figures.yaml",
            "1-a:\n  s0:\n    - output: 产值[100亿元]\n    - bad-loans: 不良率[2.5%]\n    - visitors: 游客[300万人]\n2-b:\n  s0:\n    - output: 产值[110亿元以上]\n    - bad-loans: 控制在[2%以内]\n    - parks: 园区[5个]\n    - roads: 道路[80公里]\n    - visitors: 游客增长[10%]\n".to_owned(),
        ),
        ("e-2019/_index.zh.md", cover("zh", "2019")),
        ("e-2019/_index.en.md", cover("en", "2019")),
        (
            "e-2019/1-a.zh.md",
            page("2018", "actual", "产值112亿元，不良率2.1%，园区4个，游客350万人。"),
        ),
        (
            "e-2019/1-a.en.md",
            page("2018", "actual", "Output was RMB 11.2 billion, bad loans 2.1 percent, with 4 parks and 3.5 million visitors."),
        ),
        (
            "e-2019/figures.yaml",
            "1-a:\n  s0:\n    - output: 产值[112亿元]\n    - bad-loans: 不良率[2.1%]\n    - parks: 园区[4个]\n    - visitors: 游客[350万人]\n".to_owned(),
        ),
    ];
    for (path, text) in files {
        scratch.write(&format!("content/{path}"), text.as_bytes());
    }
    scratch
}

/// What an indicator's page says of its targets: the classes of their states.
fn states(scratch: &Scratch, indicator: &str) -> Vec<String> {
    let page = scratch.read(&format!("public/en/indicators/{indicator}.html"));
    page.split("data-state=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_later_report_tells_what_became_of_each_target() {
    let scratch = two_years();
    let run = scratch.run(&["build", "--strict"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    assert_eq!(states(&scratch, "output"), ["met"]);
    assert_eq!(states(&scratch, "bad-loans"), ["missed"]);
    assert_eq!(states(&scratch, "parks"), ["missed"]);
    assert_eq!(states(&scratch, "roads"), ["not-reported"]);
    assert_eq!(states(&scratch, "visitors"), ["not-comparable"]);
}

#[test]
fn several_years_are_drawn_as_a_series() {
    let scratch = two_years();
    scratch.run(&["build"]);
    let page = scratch.read("public/en/indicators/output.html");
    let chart = page.split("<svg").nth(1).unwrap_or_default();
    assert!(chart.contains("2017") && chart.contains("2018"), "{chart}");
    assert!(scratch.path("public/data/charts/output.en.svg").is_file());
}
