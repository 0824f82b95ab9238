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
    prose_of(&["2-plan"])
}

fn prose_of(parts: &[&str]) -> Vec<(String, String)> {
    parts.iter().flat_map(|part| paragraphs(part)).collect()
}

fn paragraphs(part: &str) -> Vec<(String, String)> {
    let read = |lang: &str| {
        let text = fs::read_to_string(format!("content/jinhua-2018/{part}.{lang}.md"))
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

/// Adds a term base: the report's own, and as many generated terms as it takes. The generated ones
/// are made of the report's characters and words, so that the matcher meets their beginnings
/// everywhere.
pub(crate) fn write_terms(root: &Path, terms: usize) {
    let own = fs::read_to_string("content/glossary.yaml").expect("the term base is there");
    let own: String = own.lines().filter(|line| !line.starts_with("  area:")).fold(
        String::new(),
        |mut all, line| {
            all.push_str(line);
            all.push('\n');
            all
        },
    );
    let known = own.lines().filter(|line| line.starts_with("- id:")).count();
    let prose = prose();
    let han: Vec<char> = prose
        .iter()
        .flat_map(|(zh, _)| zh.chars())
        .filter(|c| matches!(c, '\u{4e00}'..='\u{9fff}') && !"两双三四五六七八九十".contains(*c))
        .collect();
    let words: Vec<&str> = prose
        .iter()
        .flat_map(|(_, en)| en.split_whitespace())
        .filter(|word| word.chars().all(|c| c.is_ascii_alphabetic()))
        .collect();
    let mut yaml = own;
    for number in 0..terms.saturating_sub(known) {
        let zh: String = (0..4).map(|at| han[(number * 3 + at * at * 7) % han.len()]).collect();
        let en: Vec<&str> = (0..3).map(|at| words[(number * 5 + at * 11) % words.len()]).collect();
        let en = en.join(" ");
        let _ = write!(yaml, "- id: g{number}\n  zh: {zh}{number}\n  en: {en} {number}\n");
    }
    fs::write(root.join("content/glossary.yaml"), yaml).expect("file written");
    let site = root.join("site.toml");
    let mut text = fs::read_to_string(&site).expect("the site is there");
    text.push_str("\n[check]\n\"term.unused\" = \"off\"\n\"term.reading\" = \"off\"\n\"term.missing\" = \"off\"\n\"term.unexplained\" = \"off\"\n");
    fs::write(site, text).expect("file written");
}

/// Writes an archive of `pages` pages, each in both languages, to be searched: the sentences of the
/// whole report in ever other orders, and in each paragraph a name that stands nowhere else.
pub(crate) fn write_varied(root: &Path, pages: usize) {
    let sentences = sentences();
    fs::create_dir_all(root.join("content")).expect("folder made");
    // Sentences that stand beside others have numbers that stand beside others.
    let codes = ["missing", "extra", "order", "reordered", "scope", "comparator", "nuance"];
    let off: String = codes.map(|code| format!("\"number.{code}\" = \"off\"\n")).concat();
    let site = "title = { zh = \"档案\", en = \"Archive\" }\nlanguages = [\"zh\", \"en\"]\n";
    fs::write(root.join("site.toml"), format!("{site}\n[check]\n{off}")).expect("file written");
    let mut dice = Dice(pages as u64);
    for number in 0..pages {
        let folder = root.join(format!("content/city-{:05}", number / (PARTS + 1)));
        let part = number % (PARTS + 1);
        if part == 0 {
            fs::create_dir_all(&folder).expect("folder made");
            cover(&folder, number / (PARTS + 1));
            continue;
        }
        let mut zh = format!("---\nperiod: 2017\n---\n\n# 第{part}部分\n\n## 聚焦“高质量”\n\n");
        let mut en = format!("---\nperiod: 2017\n---\n\n# Part {part}\n\n## Quality\n\n");
        for _ in 1..BLOCKS {
            let (name, latin) = dice.name();
            let _ = write!(zh, "{name}镇：");
            let _ = write!(en, "In {latin}, ");
            for _ in 0..4 {
                let (original, translation) = &sentences[dice.below(sentences.len())];
                zh.push_str(original);
                let _ = write!(en, "{translation} ");
            }
            zh.push_str("\n\n");
            en.push_str("\n\n");
        }
        fs::write(folder.join(format!("{part}-part.zh.md")), zh).expect("file written");
        fs::write(folder.join(format!("{part}-part.en.md")), en).expect("file written");
    }
}

/// The sentences of the real report that stand beside one of the translation, or whole paragraphs
/// where there are more on one side.
fn sentences() -> Vec<(String, String)> {
    let mut sentences = Vec::new();
    for (zh, en) in prose_of(&["1-review", "2-plan", "3-government"]) {
        let own: Vec<&str> = zh.split_inclusive(['。', '；']).collect();
        let other: Vec<&str> = en.split_inclusive(['.', ';']).map(str::trim).collect();
        if own.len() == other.len() {
            sentences.extend(own.iter().zip(other).map(|(a, b)| ((*a).to_owned(), b.to_owned())));
        } else {
            sentences.push((zh, en));
        }
    }
    sentences
}

/// Numbers that look like chance and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        // Knuth's multiplier for 64 bits.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(self.0 >> 33).expect("31 bits") % bound
    }

    /// A name of three characters, and one in Latin letters.
    fn name(&mut self) -> (String, String) {
        const FIRST: u32 = '一' as u32;
        let han = |dice: &mut Self| {
            let offset = u32::try_from(dice.below(3_000)).expect("small") * 6;
            char::from_u32(FIRST + offset).expect("a Han character")
        };
        let name = (0..3).map(|_| han(self)).collect();
        let syllables = ["ba", "chen", "du", "feng", "guo", "he", "jin", "liu", "qi", "xu", "yan"];
        let mut latin: String = (0..4).map(|_| syllables[self.below(syllables.len())]).collect();
        latin[..1].make_ascii_uppercase();
        (name, latin)
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
