//! Which sentences answer which: on the report of Jinhua, where every link was read, and on the report
//! of the State Council where it is at hand.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use duizhao::model::{Evidence, LangId, Page, Place, SentenceLink, Site};
use duizhao::pipeline::{self, Request};

use crate::scratch::{COVER_EN, COVER_ZH, SITE, Scratch};

/// The translation.
const ENGLISH: LangId = LangId(1);

fn load(root: &Path) -> Site {
    let request = Request { root: root.to_path_buf(), ..Request::default() };
    pipeline::load(&request).expect("readable").site.expect("a site").0
}

/// The sentences of a pair in a language, as a reader sees them.
fn sentences(page: &Page, pair: usize, lang: LangId) -> Vec<String> {
    let document = &page.side(lang).expect("both languages").document;
    let words = |(text, range): (_, std::ops::Range<usize>)| {
        document.text(text).plain[range].trim().to_owned()
    };
    let [own, other] = page.row_sentences(pair, ENGLISH);
    let side = if lang == LangId::ORIGINAL { own } else { other };
    side.into_iter().map(words).collect()
}

/// How many sentences of the original there are, and how many are linked, on these pairs.
fn counted<'a>(pairs: impl Iterator<Item = (&'a Page, usize)>) -> (usize, usize) {
    pairs.fold((0, 0), |(all, linked), (page, pair)| {
        let links = page.sentence_links(pair, ENGLISH);
        (
            all + page.row_sentences(pair, ENGLISH)[0].len(),
            linked + links.iter().map(|link| link.original.len()).sum::<usize>(),
        )
    })
}

/// The pairs of the pages of reports.
fn pairs(site: &Site) -> impl Iterator<Item = (&Page, usize)> {
    let pages = site.pages.iter().filter(|page| page.report.is_some());
    pages.flat_map(|page| (0..page.pairs.len()).map(move |pair| (page, pair)))
}

/// A link as a line of the list: address, how many sentences for how many, and how each side begins
/// and ends.
fn line(page: &Page, pair: usize, link: &SentenceLink) -> String {
    let (_, address) = page.address(Place::Pair(pair));
    let ends = |lang, range: &std::ops::Range<usize>| {
        let own = sentences(page, pair, lang)[range.clone()].join(" ");
        let characters: Vec<char> = own.chars().collect();
        let most = if lang == ENGLISH { 24 } else { 12 };
        if characters.len() <= 2 * most {
            return own;
        }
        let (start, end) = (&characters[..most], &characters[characters.len() - most..]);
        format!("{}…{}", start.iter().collect::<String>(), end.iter().collect::<String>())
    };
    format!(
        "{address}\t{}-{}\t{}\t{}",
        link.original.len(),
        link.translation.len(),
        ends(LangId::ORIGINAL, &link.original),
        ends(ENGLISH, &link.translation)
    )
}

/// `sentences/jinhua-2018.tsv` was read whole, line by line, against the report: no line is wrong.
/// Where a translation changes, read the lines that change and write the list anew with `INSTA_UPDATE=always`.
#[test]
fn the_sentences_of_the_first_report_answer_those_that_were_read() {
    let site = load(Path::new(env!("CARGO_MANIFEST_DIR")));
    let (all, linked) = counted(pairs(&site));
    assert!(all > 300, "only {all} sentences");
    assert!(100 * linked >= 98 * all, "{linked} of {all}");
    let mut list = String::new();
    for (page, pair) in pairs(&site) {
        for link in page.sentence_links(pair, ENGLISH) {
            let _ = writeln!(list, "{}", line(page, pair, link));
        }
    }
    let path =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/sentences/jinhua-2018.tsv");
    if std::env::var("INSTA_UPDATE").is_ok_and(|how| how == "always") {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &list).unwrap();
    }
    let read = std::fs::read_to_string(&path).unwrap();
    for (now, before) in list.lines().zip(read.lines()) {
        assert_eq!(now, before);
    }
    assert_eq!(list.lines().count(), read.lines().count());
}

/// Of its 617 sentences each is linked.
#[test]
fn the_sentences_of_another_report_are_linked_without_a_term_base() {
    let text = |lang: &str| {
        std::fs::read_to_string(format!("../shared/corpus/state-council-2018.{lang}.txt"))
    };
    let (Ok(zh), Ok(en)) = (text("zh"), text("en")) else { return };
    let part = |text: &str| {
        let paragraphs: Vec<String> = text
            .lines()
            .filter(|line| !line.trim().is_empty())
            // A number at the beginning is a part of the words, not a list.
            .map(|line| {
                line.replacen(
                    ". ",
                    "\\. ",
                    usize::from(line.starts_with(|c: char| c.is_ascii_digit())),
                )
            })
            .collect();
        format!("---\n---\n\n# T\n\n{}\n", paragraphs.join("\n\n"))
    };
    let scratch = Scratch::new(&[
        ("site.toml", SITE),
        ("content/r/_index.zh.md", COVER_ZH),
        ("content/r/_index.en.md", COVER_EN),
        ("content/r/1-a.zh.md", &part(&zh)),
        ("content/r/1-a.en.md", &part(&en)),
    ]);
    let site = load(&scratch.path(""));
    let first = pairs(&site).filter(|(page, _)| page.key == "r/1-a").take(100);
    let (all, linked) = counted(first);
    assert!(all > 500, "only {all} sentences");
    assert!(100 * linked >= 98 * all, "{linked} of {all}");
}

/// A paragraph that shows how long a translation usually is.
const USUAL: [&str; 2] = [
    "我们坚持稳中求进工作总基调，深入推进供给侧结构性改革，经济保持平稳健康发展，人民生活持续改善，生态环境明显好转。",
    "We followed the general principle of pursuing progress while ensuring stability and furthered supply-side structural reform; the economy maintained steady, sound growth, living standards continued to improve, and the environment became markedly better.",
];

/// The links of one paragraph in each language, as `0-1:0-2 Number Length`.
fn links_of(zh: &str, en: &str) -> Vec<String> {
    let part = |text: &str, more: &str| format!("---\n---\n\n# T\n\n{text}\n\n{more}\n");
    let scratch = Scratch::report(&[
        ("content/r/1-a.zh.md", &part(zh, USUAL[0])),
        ("content/r/1-a.en.md", &part(en, USUAL[1])),
    ]);
    let site = load(&scratch.path(""));
    let page = site.pages.iter().find(|page| page.key == "r/1-a").unwrap();
    let links = page.sentence_links(0, ENGLISH).iter();
    links
        .map(|link| {
            let evidence = link.evidence.iter().map(|one| match one {
                Evidence::Alone => "alone",
                Evidence::Number(_) => "number",
                Evidence::Term(_) => "term",
                Evidence::Name(_) => "name",
                Evidence::Word(_) => "word",
                Evidence::Quotations(_) => "quotations",
                Evidence::Length => "length",
                Evidence::Between => "between",
            });
            let evidence: Vec<&str> = evidence.collect();
            format!("{:?}={:?} {}", link.original, link.translation, evidence.join(","))
        })
        .collect()
}

#[test]
fn a_sentence_said_in_two_is_linked_to_both_with_what_they_share() {
    let zh = "新增就业10万人。改革深入推进，出口增长6%，群众满意。环境改善。";
    let en = "A total of 100,000 new jobs were created. Reform was deepened. Exports grew by 6 percent, and the people were satisfied. The environment improved.";
    assert_eq!(
        links_of(zh, en),
        [
            "0..1=0..1 number,word,word,length",
            "1..2=1..3 number,word,word,word,length",
            "2..3=3..4 word,word,length"
        ]
    );
}

#[test]
fn what_a_translation_leaves_out_or_adds_is_not_linked_to_its_neighbour() {
    let zh = "生产总值3870亿元。各位代表，大家辛苦了，向你们表示衷心的感谢和崇高的敬意。增长6.5%。";
    let en = "GDP was RMB 387 billion. It grew by 6.5 percent.";
    let links = links_of(zh, en);
    assert!(links[0].starts_with("0..1=0..1 number"), "{links:?}");
    assert!(links[1].starts_with("2..3=1..2 number"), "{links:?}");
    assert_eq!(links.len(), 2);
}

#[test]
fn one_sentence_answers_all_of_the_other_side() {
    let links = links_of("甲乙丙丁。", "Zig. Zag. Zog.");
    assert_eq!(links, ["0..1=0..3 alone,length"]);
}
