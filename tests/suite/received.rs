//! A text as received becomes a report: `import FILE --report ID`.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

use crate::scratch::Scratch;

/// What `import` is given in most tests: a report as a plain text, with what offices do to such texts.
const TEXT: &str = "政　府　工　作　报　告\n——2024年1月18日在甲市第九届人民代\n表大会第四次会议上\n甲市市长　张　三\n\n各位代表：\n　　现在，我代表市人民政府，向大会报告工作，请予审议。\n　　一、2023年工作回顾\n　　全年地区生产总值 2186.4 亿元，增长6.1%(初步核算数)。建成 1 个國家级示范区［1］。\n　　（一）工业经济企稳回升\n　　规模以上工业增加值增长8.2%，新增规上企业126家，技改投资增长19.5%，两大产业集群产值突破600亿元,工业用电量创历史新\n- 3 -\n高。\n　　（二）服务业加快恢复\n　　1. 接待游客3120万人次。\n　　二、2024年工作安排\n　　单位：亿元\n指标\t2023年\t2024年\n生产总值\t2186.4\t2317.6\n财政收入\t158.3\t166.2\n　　● 生产总值增长6%左右；\n　　● 财政收入增长5%。\n　　注释：\n　　［1］示范区：指国家级产城融合示范区。\n　　附件\n　　名词解释\n　　1．一网通办：指政务服务在一个平台办理。\n";

/// The same as a tree of files.
fn imported(text: &[u8], more: &[&str]) -> (Scratch, crate::scratch::Run) {
    let scratch = Scratch::new(&[]);
    scratch.write("received.txt", text);
    let run = scratch.run(&[&["import", "received.txt", "--report", "jia-2024"], more].concat());
    (scratch, run)
}

#[test]
fn the_report_as_received_is_built_by_two_commands_as_it_was_edited_by_hand() {
    let Ok(bytes) = fs::read("content/jinhua-2018/received.txt") else { panic!("it is kept here") };
    let scratch = Scratch::new(&[]);
    scratch.write("received.txt", &bytes);
    let import = scratch.run(&["import", "received.txt", "--report", "jinhua-2018"]);
    assert_eq!(import.code, 0, "{}", import.shown());
    let build = scratch.run(&["build"]);
    assert_eq!(build.code, 0, "{}", build.shown());
    let body = |text: &str| text.splitn(3, "---\n").nth(2).unwrap_or_default().trim().to_owned();
    for page in ["_index", "1-review", "2-plan", "3-government"] {
        let path = format!("content/jinhua-2018/{page}.zh.md");
        let edited = fs::read_to_string(&path).unwrap();
        assert_eq!(body(&scratch.read(&path)), body(&edited), "{page}");
    }
    // The same repairs: every entry of ours that changes something, in the words it changes.
    let errata = scratch.read("content/jinhua-2018/errata.yaml");
    for change in
        ["名胜區", "人\\n\\n民团体", "建设\\n\\n示范镇", "展\\n\\n示着", "\"(\"", "\")\"", "\"!\""]
    {
        assert!(errata.contains(change), "{change}:\n{errata}");
    }
    assert_eq!(errata.matches("- was:").count(), 7, "{errata}");
    let cover = scratch.read("content/jinhua-2018/_index.zh.md");
    for fact in [
        "issuer: \"金华市人民政府\"",
        "meeting: \"金华市第七届人民代表大会第三次会议\"",
        "speaker: \"尹学群\"",
        "office: \"金华市市长\"",
        "delivered: 2018-03-31",
    ] {
        assert!(cover.contains(fact), "{fact}:\n{cover}");
    }
}

#[test]
fn everything_that_is_not_form_is_repaired_with_a_reason_or_left_and_said() {
    let (scratch, run) = imported(TEXT.as_bytes(), &[]);
    insta::assert_snapshot!(run.shown());
    let mut files = String::new();
    for name in ["_index.zh.md", "1-review.zh.md", "2-plan.zh.md", "errata.yaml"] {
        let text = scratch.read(&format!("content/jia-2024/{name}"));
        files.extend([
            "==> ", name, "
", &text, "
",
        ]);
    }
    files.push_str(&scratch.read("content/glossary.yaml"));
    files.push_str(&scratch.read("site.toml"));
    insta::assert_snapshot!(files);
}

#[test]
fn a_report_is_the_same_whatever_the_encoding_and_line_ends_of_its_text() {
    let (plain, _) = imported(TEXT.as_bytes(), &[]);
    let crlf = TEXT.replace('\n', "\r\n");
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    for bytes in [
        encoding_rs::GB18030.encode(&crlf).0.into_owned(),
        utf16(&format!("\u{feff}{crlf}")),
        utf16(TEXT),
        TEXT.replace('\n', "\r").into_bytes(),
        format!("\u{feff}{TEXT}").into_bytes(),
    ] {
        let (other, run) = imported(&bytes, &[]);
        assert_eq!(run.code, 0, "{}", run.shown());
        for page in ["1-review", "2-plan"] {
            let path = format!("content/jia-2024/{page}.zh.md");
            assert_eq!(other.read(&path), plain.read(&path));
        }
        let check = other.run(&["check", "--only", "errata"]);
        assert_eq!(check.code, 0, "{}", check.shown());
    }
}

#[test]
fn a_dry_run_says_the_same_and_writes_nothing() {
    let (scratch, run) = imported(TEXT.as_bytes(), &["--dry-run"]);
    let (_, written) = imported(TEXT.as_bytes(), &[]);
    assert_eq!((run.code, run.stdout.as_str()), (0, written.stdout.as_str()));
    assert!(run.stderr.contains("nothing was written"), "{}", run.stderr);
    assert_eq!(fs::read_dir(scratch.path(".")).unwrap().count(), 1);
}

#[test]
fn heads_that_their_paragraph_goes_on_behind_are_set_apart_like_others_or_as_asked() {
    let text = |second: &str| {
        format!(
            "报告\n各位代表：\n一、回顾\n（一）改革\n坚持稳中求进。\n（二）开放\n扩大外贸。\n{second}\n二、安排\n甲。\n"
        )
    };
    let run_in = text("（三）民生。办好实事。");
    let heads = |more: &[&str], text: &str| {
        let (scratch, run) = imported(text.as_bytes(), more);
        assert_eq!(run.code, 0, "{}", run.shown());
        let page = fs::read_dir(scratch.path("content/jia-2024")).unwrap();
        let page = page
            .map(|entry| entry.unwrap().path())
            .find(|path| path.to_str().unwrap().contains("/1-"));
        fs::read_to_string(page.unwrap()).unwrap().matches("\n## ").count()
    };
    assert_eq!(heads(&[], &run_in), 3);
    assert_eq!(heads(&["--run-in", "keep"], &run_in), 2);
    let only =
        run_in.replace("（一）改革\n", "（一）改革。").replace("（二）开放\n", "（二）开放。");
    assert_eq!(heads(&[], &only), 0);
    assert_eq!(heads(&["--run-in", "split"], &only), 3);
}

#[test]
fn what_cannot_be_imported_is_said_and_nothing_is_written() {
    let scratch = Scratch::new(&[]);
    scratch.write("a.pdf", b"%PDF-1.7 \xff\xfe");
    scratch.write("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    scratch.write("empty.txt", b"\n \n");
    scratch.write("a.txt", "报告\n甲。\n".as_bytes());
    for (file, report, said) in [
        ("a.pdf", "r", "DOCX"),
        ("a.doc", "r", "Word 97"),
        ("empty.txt", "r", "no text"),
        ("a.txt", "../r", "small letters"),
        ("a.txt", "R 1", "small letters"),
        ("none.txt", "r", "cannot read"),
        ("t.csv", "r", "without `--report`"),
        ("t.xlf", "r", "without `--report`"),
    ] {
        let run = scratch.run(&["import", file, "--report", report]);
        assert_eq!(run.code, 2, "{file}: {}", run.shown());
        assert!(run.stderr.contains(said), "{file}: {}", run.stderr);
    }
    assert!(!scratch.path("site.toml").exists() && !scratch.path("content").exists());
}

#[test]
fn a_second_report_joins_the_site_and_one_of_the_same_name_or_another_language_does_not() {
    let (scratch, _) = imported(TEXT.as_bytes(), &[]);
    let site = scratch.read("site.toml");
    let again = scratch.run(&["import", "received.txt", "--report", "jia-2024"]);
    assert_eq!(again.code, 2, "{}", again.shown());
    assert!(again.stderr.contains("content/jia-2024"), "{}", again.stderr);
    let second = scratch.run(&["import", "received.txt", "--report", "jia-2025"]);
    assert_eq!(second.code, 0, "{}", second.shown());
    scratch.write("en.txt", b"Report\n\nFellow deputies,\n\nThe economy grew.\n");
    let english = scratch.run(&["import", "en.txt", "--report", "jia-2026"]);
    assert_eq!(english.code, 2, "{}", english.shown());
    assert!(english.stderr.contains("`en`"), "{}", english.stderr);
    assert_eq!(scratch.read("site.toml"), site);
}

#[test]
fn a_note_that_two_parts_mention_stands_on_both_and_is_one() {
    let text = "报告\n2024年1月18日\n甲市财政局\n各位代表：\n一、回顾\n建成示范区［1］。\n二、安排\n扩大示范区［1］。\n注释：\n［1］示范区：指产城融合示范区。\n";
    let (scratch, run) = imported(text.as_bytes(), &[]);
    assert_eq!(run.code, 0, "{}", run.shown());
    let note = "[^1]: 示范区：指产城融合示范区。";
    for part in ["1-review", "2-plan"] {
        let path = format!("content/jia-2024/{part}.zh.md");
        assert!(scratch.read(&path).contains(note), "{part}");
    }
    assert_eq!(scratch.run(&["check", "--only", "errata"]).code, 0);
    let path = "content/jia-2024/2-plan.zh.md";
    scratch.write(path, scratch.read(path).replace("指产城融合", "指产城分离").as_bytes());
    assert_eq!(scratch.run(&["check", "--only", "errata"]).code, 1);
}

/// The State Council's report of 2018, where it is at hand: a plain text of 112 paragraphs.
#[test]
fn a_long_plain_text_has_only_true_departures() {
    let Ok(bytes) = fs::read("../shared/corpus/state-council-2018.zh.txt") else { return };
    let scratch = Scratch::new(&[]);
    scratch.write("received.txt", &bytes);
    let run = scratch.run(&["import", "received.txt", "--report", "state-2018"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    let check = scratch.run(&["check", "--only", "errata"]);
    assert_eq!(check.code, 0, "{}", check.shown());
    assert!(
        Path::new(&scratch.path("content/state-2018/3-plan.zh.md")).exists()
            || run.stdout.contains("pages")
    );
}

/// Words of a text, with everything that may be taken for a sign.
const WORDS: [&str; 42] = [
    "全市生产总值3870亿元",
    "增长6.5%",
    "（初步核算数）",
    "(收入)",
    "*号*",
    "_底线_",
    "`码`",
    "[[术语]]",
    "[^1]",
    "［1］",
    "<b>粗</b>",
    "A&amp;B",
    "https://example.org/a_b",
    "一是",
    "——",
    "“引文”",
    "國",
    "1. ",
    "- ",
    "# ",
    "> ",
    "|甲|乙|",
    "\t",
    "　　",
    "甲",
    "人民",
    "PM2.5",
    "~~删~~",
    "![图](a.png)",
    "{#id}",
    "\\",
    "<!-- 注 -->",
    "\u{200b}",
    "[甲]{.underline}",
    "1\\. ",
    "* ",
    "– ",
    "GROWTH OF ALL",
    "元元",
    "：",
    " “",
    "” ",
];

/// What a line may begin with.
const HEADS: [&str; 16] = [
    "",
    "",
    "",
    "",
    "一、",
    "二、",
    "（一）",
    "(二)",
    "1.",
    "（1）",
    "第三部分　",
    "附件：",
    "——",
    "A. ",
    "第五条 ",
    "1.1 ",
];

/// Lines of a text as somebody may type or scan it.
fn any_line() -> impl Strategy<Value = String> {
    let words = prop::sample::select(WORDS.to_vec());
    let heads = prop::sample::select(HEADS.to_vec());
    let ends = prop::sample::select(vec!["。", "。", "。", "", "；", "：", "!", "，"]);
    (heads, prop::collection::vec(words, 1..8), ends)
        .prop_map(|(head, words, end)| format!("{head}{}{end}", words.concat()))
}

/// What may stand behind a text: nothing, notes, explained terms.
fn any_annex() -> impl Strategy<Value = String> {
    // Each label and each term once.
    let entries = |heads: [&'static str; 3]| {
        let some = prop::sample::subsequence(heads.to_vec(), 1..=3);
        (some, prop::collection::vec(any_line(), 3)).prop_map(|(heads, lines)| {
            heads.iter().zip(lines).map(|(a, b)| format!("{a}{b}")).collect::<Vec<_>>()
        })
    };
    let notes = entries(["［1］", "[2] ", "3. "]);
    let terms = entries(["1. **“甲乙”**：", "【丙】", "丁(戊): "]);
    prop_oneof![
        Just(String::new()),
        notes.prop_map(|lines| format!("注释：\n{}\n", lines.join("\n"))),
        terms.prop_map(|lines| format!("附件 名词解释\n{}\n", lines.join("\n"))),
    ]
}

/// Whatever the text, what the import writes is what was received, but for what its errata say. The texts are
/// drawn at random, the same in each run.
#[test]
fn nothing_is_changed_that_no_erratum_says() {
    let gaps = prop::sample::select(vec!["\n", "\n\n", "\n\u{c}\n", "\n- 3 -\n"]);
    let names = prop::sample::select(vec!["a.txt", "a.md"]);
    let texts = (prop::collection::vec(any_line(), 1..24), gaps, names, any_annex());
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let config =
        ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = TestRunner::new_with_rng(config, rng);
    let outcome = runner.run(&texts, |(lines, gap, name, annex)| {
        let text =
            format!("报告\n2024年1月18日\n甲市财政局\n各位代表：\n{}\n{annex}", lines.join(gap));
        let scratch = Scratch::new(&[]);
        scratch.write(name, text.as_bytes());
        let run = scratch.run(&["import", name, "--report", "r"]);
        prop_assert_eq!(run.code, 0, "{}\n{}", text, run.shown());
        let check = scratch.run(&["check", "--only", "errata"]);
        let pages: Vec<String> = fs::read_dir(scratch.path("content/r"))
            .unwrap()
            .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
            .collect();
        prop_assert_eq!(
            check.code,
            0,
            "{}\n====\n{}\n{}",
            text,
            pages.join("\n----\n"),
            check.shown()
        );
        Ok(())
    });
    outcome.unwrap();
}
