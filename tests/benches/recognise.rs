//! What it costs to read the numerals of a report: the goal is 30 MB/s on one core.

#![expect(clippy::disallowed_methods, reason = "a bench reads its own text")]

use divan::Bencher;
use divan::counter::BytesCount;
use duizhao::annotate;
use duizhao::model::Script;

fn main() {
    divan::main();
}

/// The two long parts of the first report, some times over.
fn text(lang: &str) -> String {
    ["1-review", "2-plan"]
        .map(|part| format!("content/jinhua-2018/{part}.{lang}.md"))
        .map(|path| std::fs::read_to_string(path).expect("the report is there"))
        .concat()
        .repeat(8)
}

#[divan::bench(args = [("zh", Script::Han), ("en", Script::Latin)])]
fn quantities(bencher: Bencher, (lang, script): (&str, Script)) {
    let text = text(lang);
    bencher
        .counter(BytesCount::of_str(&*text))
        .bench(|| annotate::quantities(divan::black_box(&text), script).len());
}
