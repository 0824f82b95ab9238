//! A generated bilingual archive: reports made of the prose of the real one.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Parts in each generated report: one file for each section, as the real report has 15.
const PARTS: usize = 15;

/// Blocks of each part, a heading among them. The sections of the real report have 5 paragraphs
/// and 960 characters on average.
const BLOCKS: usize = 6;

/// The real report's paragraphs in both languages.
fn prose() -> Vec<(String, String)> {
    let read = |lang: &str| {
        let text = fs::read_to_string(format!("content/jinhua-2018/2-plan.{lang}.md"))
            .expect("the report is there");
        let body = text.splitn(3, "---\n").nth(2).expect("front matter is closed").to_owned();
        let blocks = body.split("\n\n").map(|block| block.trim().replace("<!-- page -->", ""));
        blocks.filter(|block| !block.is_empty() && !block.starts_with('#')).collect::<Vec<_>>()
    };
    read("zh").into_iter().zip(read("en")).collect()
}

/// Writes a site of `files` Markdown files, half of them in each language.
pub(crate) fn write(root: &Path, files: usize) {
    let prose = prose();
    let pairs = files / 2;
    fs::create_dir_all(root.join("content")).expect("folder made");
    fs::write(
        root.join("site.toml"),
        "title = { zh = \"档案\", en = \"Archive\" }\nlanguages = [\"zh\", \"en\"]\n",
    )
    .expect("file written");
    let mut number = 0;
    let mut report = 0;
    while number < pairs {
        let folder = root.join(format!("content/city-{report:05}"));
        fs::create_dir_all(&folder).expect("folder made");
        cover(&folder, report);
        number += 1;
        for part in 1..=PARTS.min(pairs - number) {
            let (zh, en) = part_text(&prose, part, number);
            fs::write(folder.join(format!("{part}-part.zh.md")), zh).expect("file written");
            fs::write(folder.join(format!("{part}-part.en.md")), en).expect("file written");
            number += 1;
        }
        report += 1;
    }
}

fn cover(folder: &Path, number: usize) {
    let day = format!("{}-{:02}-{:02}", 1990 + number % 35, number % 12 + 1, number % 28 + 1);
    let front = |issuer: &str, status: &str| {
        format!(
            "---\nreport: {{issuer: {issuer}, meeting: m, place: p, speaker: s, office: o, delivered: \"{day}\", status: {status}}}\n---\n\n"
        )
    };
    fs::write(
        folder.join("_index.zh.md"),
        front("某市", "original") + "# 政府工作报告\n\n各位代表：\n",
    )
    .expect("file written");
    fs::write(
        folder.join("_index.en.md"),
        front("A city", "unofficial") + "# Report\n\nFellow Deputies,\n",
    )
    .expect("file written");
}

fn part_text(prose: &[(String, String)], part: usize, seed: usize) -> (String, String) {
    let mut zh = format!("---\nperiod: 2017\n---\n\n# 第{part}部分\n\n");
    let mut en = format!("---\nperiod: 2017\n---\n\n# Part {part}\n\n");
    for block in 0..BLOCKS {
        if block == 0 {
            let _ = write!(zh, "## （{block}）聚焦“高质量”，推进转型\n\n");
            let _ = write!(en, "## {block}. Focusing on quality\n\n");
        } else {
            let (original, translation) = &prose[(seed * 7 + block) % prose.len()];
            let _ = write!(zh, "{original}\n\n");
            let _ = write!(en, "{translation}\n\n");
        }
    }
    (zh, en)
}
