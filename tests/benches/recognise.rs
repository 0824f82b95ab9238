//! What it costs to read the numerals of a report: the goal is 30 MB/s on one core.

#![expect(
    clippy::missing_docs_in_private_items,
    reason = "nothing else uses what a bench is made of"
)]
#![expect(clippy::disallowed_methods, reason = "a bench reads its own text")]

use divan::Bencher;
use divan::counter::BytesCount;
use duizhao::annotate::numerals_of;

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

#[divan::bench(args = ["zh", "en"])]
fn quantities(bencher: Bencher, lang: &str) {
    let numerals = numerals_of(lang).expect("the language is read");
    let text = text(lang);
    bencher
        .counter(BytesCount::of_str(&*text))
        .bench(|| numerals.quantities(divan::black_box(&text)).len());
}
