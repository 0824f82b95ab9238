//! What n and 2n of something cost in one page: the second is about twice the first.

#![expect(
    clippy::missing_docs_in_private_items,
    reason = "nothing else uses what a bench is made of"
)]
#![expect(clippy::disallowed_methods, reason = "a bench makes its own files")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use divan::Bencher;
use duizhao::pipeline::{self, Request};
use tempfile::TempDir;

/// Numbers of things.
const SIZES: [usize; 2] = [2_000, 4_000];

fn main() {
    divan::main();
}

/// A report of one part with this text in each language, and a term base.
fn site(zh: &str, en: &str, glossary: &str) -> TempDir {
    let dir = tempfile::tempdir().expect("a folder for the bench");
    let write = |path: &str, text: &str| fs::write(dir.path().join(path), text).expect("written");
    fs::create_dir_all(dir.path().join("content/r")).expect("folder made");
    write("site.toml", "title = \"x\"\nlanguages = [\"zh\", \"en\"]\n");
    for (lang, status, text) in [("zh", "original", zh), ("en", "unofficial", en)] {
        let front = format!(
            "---\nreport: {{issuer: i, meeting: m, place: p, speaker: s, office: o, delivered: \"2018-03-31\", status: {status}}}\n---\n\n"
        );
        write(&format!("content/r/_index.{lang}.md"), &format!("{front}# Report\n\nOne.\n"));
        write(&format!("content/r/1-a.{lang}.md"), &format!("---\n---\n\n# A\n\n## B\n\n{text}\n"));
    }
    if !glossary.is_empty() {
        write("content/glossary.yaml", glossary);
    }
    dir
}

/// All that `check` reads and finds, without rendering.
fn load(root: &Path) -> usize {
    let request = Request { root: root.to_path_buf(), ..Request::default() };
    pipeline::load(&request).expect("readable").findings.faults().len()
}

fn bench(bencher: Bencher, zh: &str, en: &str, glossary: &str) {
    let dir = site(zh, en, glossary);
    bencher.bench(|| load(dir.path()));
}

/// `n` pieces one after the other.
fn many(n: usize, between: &str, piece: impl Fn(usize) -> String) -> String {
    (1..=n).map(piece).collect::<Vec<_>>().join(between)
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn links_in_a_page(bencher: Bencher, n: usize) {
    let zh = many(n, "\n\n", |p| format!("[甲](#s1.1-p{p})、[乙](@s1.1-p{p})"));
    bench(bencher, &zh, &many(n, "\n\n", |_| "x".to_owned()), "");
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn wrong_links_in_a_page(bencher: Bencher, n: usize) {
    let zh = many(n, "\n\n", |p| format!("[甲](#s1.2-q{p})、[乙](@s2.1-p{p})、[[丙{p}]]"));
    bench(bencher, &zh, &many(n, "\n\n", |_| "x".to_owned()), "");
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn equal_findings_in_a_paragraph(bencher: Bencher, n: usize) {
    bench(bencher, &"一<b>".repeat(n), "x", "");
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn numbers_that_agree_in_a_paragraph(bencher: Bencher, n: usize) {
    let zh = many(n, "、", |k| format!("{}家", 2 * k + 10_000));
    bench(bencher, &zh, &many(n, ", ", |k| format!("{} firms", 2 * k + 10_000)), "");
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn numbers_that_differ_in_a_paragraph(bencher: Bencher, n: usize) {
    let zh = many(n, "、", |k| format!("{}家、{k}.3%、{}亩", 2 * k + 10_000, 15 * k));
    let en = many(n, ", ", |k| format!("{} firms, {k}.7%, {k}.4 hectares", 2 * k + 10_001));
    bench(bencher, &zh, &en, "");
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn typed_blanks_in_a_paragraph(bencher: Bencher, n: usize) {
    bench(bencher, &"甲 a".repeat(4 * n), "x", "");
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn literal_marks_in_a_paragraph(bencher: Bencher, n: usize) {
    bench(bencher, &"*a \\*".repeat(4 * n), "x", "");
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn footnotes(bencher: Bencher, n: usize) {
    let notes =
        many(n, "", |k| format!("[^{k}]")) + "\n\n" + &many(n, "\n\n", |k| format!("[^{k}]: x"));
    bench(bencher, &format!("x{notes}"), &format!("x{notes}"), "");
}

/// A sentence in each language; every third is said in two.
const SENTENCES: [(&str, &str); 3] = [
    ("深化改革，出口增长6%。", "Reform was deepened and exports grew by 6 percent."),
    ("环境改善。", "The environment improved."),
    ("新增就业10万人，收入提高。", "A total of 100,000 new jobs were created. Incomes rose."),
];

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn sentences_of_many_blocks(bencher: Bencher, n: usize) {
    let all = |of: fn(&(&'static str, &'static str)) -> &'static str, gap: &str| {
        let sentences: Vec<&str> = SENTENCES.iter().map(of).collect();
        many(n, "\n\n", |_| sentences.join(gap))
    };
    bench(bencher, &all(|one| one.0, ""), &all(|one| one.1, " "), "");
}

/// At most as many as are looked at: the second is four times the first.
#[divan::bench(args = [100, 200], sample_count = 5, sample_size = 1)]
fn sentences_of_one_block(bencher: Bencher, n: usize) {
    let zh = many(n, "", |k| SENTENCES[k % 3].0.to_owned());
    bench(bencher, &zh, &many(n, " ", |k| SENTENCES[k % 3].1.to_owned()), "");
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn terms_in_a_text(bencher: Bencher, n: usize) {
    let glossary = "- {id: a, zh: 城市规划, en: city plan}\n- {id: b, zh: 城市, en: city}\n";
    bench(bencher, &"城市规划、".repeat(n), &"the city plan, ".repeat(n), glossary);
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn terms_that_end_one_in_another(bencher: Bencher, n: usize) {
    let mut glossary = String::new();
    for length in 1..=200 {
        let _ =
            writeln!(glossary, "- {{id: t{length}, zh: {}, en: A {length}}}", "国".repeat(length));
    }
    bench(bencher, &"国".repeat(4 * n), "x", &glossary);
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn a_long_term(bencher: Bencher, n: usize) {
    bench(bencher, "x", "x", &format!("- {{id: t, zh: {}, en: A}}\n", "国".repeat(4 * n)));
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn terms_that_stand_nowhere(bencher: Bencher, n: usize) {
    bench(bencher, "x", "x", &many(n, "", |k| format!("- {{id: t{k}, zh: 国{k}, en: A {k}}}\n")));
}
