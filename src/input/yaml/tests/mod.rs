//! What is said of texts that are wrong, and where.

mod equal;

use super::*;
use crate::source::{Diagnostic, Locale, codes};
use equal::plain;

/// The findings of a text: message, what stands at the place, help.
fn findings(text: &str) -> Vec<(String, String, String)> {
    shown(text, &parse_yaml(text, FileId(0), 100).diagnostics)
}

fn shown(text: &str, diagnostics: &[Diagnostic]) -> Vec<(String, String, String)> {
    let one = |diagnostic: &Diagnostic| {
        let range = diagnostic.labels[0].span.range();
        let place = text[range.start - 100..range.end - 100].to_owned();
        let help = diagnostic.help.as_ref().map(|help| help.text(Locale::En));
        (diagnostic.message.text(Locale::En), place, help.unwrap_or_default())
    };
    diagnostics.iter().map(one).collect()
}

fn node(text: &str) -> YamlNode {
    let read = parse_yaml(text, FileId(0), 0);
    assert_eq!(read.diagnostics, [], "{text}");
    read.value.unwrap_or_else(|| panic!("{text:?} says nothing"))
}

#[test]
fn a_list_is_the_same_however_it_is_written() {
    let written = "topics:\n  - id: a\n    name: {zh: 甲, en: A}\n  - id: b\n    name: 乙\n";
    for other in [
        "topics:\n- id: a\n  name: {zh: 甲, en: A}\n- id: b\n  name: 乙\n",
        "topics: [{id: a, name: {zh: 甲, en: A}}, {id: b, name: 乙}]\n",
        "# topics:\n---\ntopics:\n    -   id: a\n        name:\n            zh: 甲\n            en: A\n    -   {id: b, name: \"乙\"}\n",
        "topics:\n- &x {id: a, name: {zh: 甲, en: A}}\n- id: b\n  name: 乙\n",
    ] {
        assert_eq!(plain(&node(written)), plain(&node(other)), "{other}");
    }
}

#[test]
fn a_text_that_says_nothing_has_no_value() {
    for text in
        ["", "\n\n", "# nothing\n", "---\n", "--- # nothing\n", "null\n", "~\n", "---\n~\n..."]
    {
        let read = parse_yaml(text, FileId(0), 0);
        assert_eq!((read.value, read.diagnostics), (None, Vec::new()), "{text:?}");
    }
}

#[test]
fn texts_stay_as_they_are_written() {
    for text in ["010", "0x10", "1.50", "no", "on", "true", "2018-03-31", "1_000", "1:30", ".5"] {
        assert_eq!(node(&format!("a: {text}\n")).as_map().unwrap()[0].1.as_text(), Some(text));
    }
}

#[test]
fn an_alias_stands_where_it_was_written_and_says_what_it_repeats() {
    let text = "a: &x {zh: 甲}\nb: *x\n";
    let root = node(text);
    let entries = root.as_map().unwrap();
    assert_eq!(entries[0].1, entries[1].1);
    assert_eq!(&text[entries[1].1.span.range()], "*x");
}

#[test]
fn a_value_is_shown_at_its_own_place() {
    let text = "# 甲乙 b: 丙\na: '甲 乙'  # 甲 乙\nb: 丙 \nc: [1, \"二\" ]\nd: |\n  行\n";
    let root = node(text);
    let places: Vec<&str> = root
        .as_map()
        .unwrap()
        .iter()
        .flat_map(|(key, node)| [&text[key.span.range()], &text[node.span.range()]])
        .collect();
    assert_eq!(places, ["a", "'甲 乙'", "b", "丙", "c", "[1, \"二\" ]", "d", "行"]);
}

#[test]
fn what_is_usually_mistyped_is_named_at_its_place() {
    for (text, message, place) in [
        (
            "draft: false\ntitle：二\nweight: 1\n",
            "the colon after `title` is full-width (`：`)",
            "title：",
        ),
        ("title：二\nweight: 1\n", "the colon after `title` is full-width (`：`)", "title："),
        ("- was：甲\n  is: 乙\n", "the colon after `was` is full-width (`：`)", "was："),
        (
            "draft: false\ntitle:二\nweight: 1\n",
            "there is no blank after the colon of `title`",
            "title:",
        ),
        ("title: a: b\n", "a second colon stands in this line", "a: b"),
        ("title: “a: b”\n", "a second colon stands in this line", "“a: b”"),
        ("1-a:\n  s1:\n\t- gdp: x[1]\n", "a tab stands before the text of this line", "\t"),
        (
            "1-a:\n  s1:\n    - gdp: x[1]\n\t- b: y\n",
            "a tab stands before the text of this line",
            "\t",
        ),
        ("- a\n-\tb\n", "a tab stands before the text of this line", "\t"),
        ("title: \"甲\nweight: 1\n", "this quotation mark is not closed", "\""),
        ("title: '甲\nweight: 1\n", "this quotation mark is not closed", "'"),
        ("a: \"甲\" 乙\n", "the text goes on after its closing quotation mark", "乙"),
        ("a: [b, c\nd: 1\n", "this bracket is not closed", "["),
        ("- {a: b\n- {c: d}\n", "this bracket is not closed", "{"),
        ("a: [x]]\n", "this bracket closes nothing", "]"),
        ("a: [b -, c]\n", "a `-` before a comma or a bracket can be read in two ways", "-"),
        ("a: @x\n", "a text cannot begin with `@`", "@"),
        ("a: *x\n", "a text cannot begin with `*`", "*"),
        ("a: - b\n", "a list does not begin on the line of its key", "-"),
        ("a: 1\n  b: 2\n", "this line is indented like none that it could belong to", "b: 2"),
        (
            "a:\n    b: 1\n  c: 2\n",
            "this line is indented like none that it could belong to",
            "c: 2",
        ),
        ("- a: 1\n b: 2\n", "this line is indented like none that it could belong to", "b: 2"),
        ("a: b\nc\n", "this line is not `key: value`", "c"),
        (
            "a: \"x\\q\"\n",
            "a backslash in double quotation marks has a meaning of its own",
            "\"x\\q\"",
        ),
        ("a: 1\n---\nb: 2\n", "a second document begins here", "---"),
        ("a: !x y\n", "a tag (`!…`) means nothing here", "!x y"),
        ("? [a]\n: b\n", "a key must be a text", "[a]"),
        ("a: &x [*x]\n", "this alias stands inside of what it repeats", "*x"),
        ("a: \"x\u{85}y\"\n", "an invisible line separator (U+0085) stands here", "\u{85}"),
        ("a: x\u{2028}y\n", "an invisible line separator (U+2028) stands here", "\u{2028}"),
    ] {
        let found = findings(text);
        let short: Vec<_> = found.iter().map(|(m, p, _)| (m.as_str(), p.as_str())).collect();
        assert_eq!(short, [(message, place)], "{text}");
        assert!(!found[0].2.is_empty(), "{text}");
    }
}

#[test]
fn a_key_that_stands_twice_is_shown_at_both_places_at_any_depth() {
    let text = "a: 1\nb: {c: 1, d: 2, c: 3}\na: 2\n";
    let read = parse_yaml(text, FileId(0), 0);
    let found: Vec<_> = read
        .diagnostics
        .iter()
        .map(|diagnostic| {
            let starts = diagnostic.labels.iter().map(|label| label.span.start);
            (diagnostic.message.text(Locale::En), starts.collect::<Vec<_>>())
        })
        .collect();
    assert_eq!(
        found,
        [
            ("the key `c` stands here twice".to_owned(), vec![21, 9]),
            ("the key `a` stands here twice".to_owned(), vec![27, 0])
        ]
    );
    let root = read.value.unwrap();
    assert_eq!(root.as_map().unwrap()[0].1.as_text(), Some("1"));
}

/// Reads a mapping as a format does.
fn page(text: &str) -> Vec<(String, String, String)> {
    let Diagnosed { value, mut diagnostics } = parse_yaml(text, FileId(0), 100);
    let node = value.expect("the text says something");
    let required = ["title", "name"];
    if let Some(mut page) =
        MapReader::new(&node, "this page", node.span, &required, &mut diagnostics)
    {
        page.text_value("title");
        page.whole_number("weight");
        page.yes_or_no("draft");
        page.languages("name");
        page.one_of("kind", &[("plan", 1), ("place", 2)]);
        page.one_or_more("see");
        page.text_list("related");
        page.finish();
    }
    shown(text, &diagnostics)
}

#[test]
fn all_keys_that_are_missing_or_unknown_are_found_in_one_run() {
    let found = page("{weight: 1, colour: red, weigth: 2}\n");
    let short: Vec<_> =
        found.iter().map(|(m, p, h)| (m.as_str(), p.as_str(), h.as_str())).collect();
    assert_eq!(
        short,
        [
            (
                "unknown key `colour`",
                "colour",
                "known keys here: title, weight, draft, name, kind, see, related"
            ),
            ("unknown key `weigth`", "weigth", "did you mean `weight`?"),
            (
                "this page lacks the keys `title` and `name`",
                "{weight: 1, colour: red, weigth: 2}",
                "add what is missing; `duizhao explain data.invalid` shows complete examples"
            ),
        ]
    );
}

#[test]
fn a_misspelt_key_is_not_also_missing() {
    let messages = |text: &str| page(text).into_iter().map(|(m, _, _)| m).collect::<Vec<_>>();
    assert_eq!(messages("titel: 一\nname: 二\n"), ["unknown key `titel`"]);
    assert_eq!(
        messages("{title：一, name: 二}\n"),
        ["the colon after `title` is full-width (`：`)"]
    );
    assert_eq!(messages("title:\nname: 二\n"), ["`title` has no value"]);
}

#[test]
fn values_of_another_type_are_told_in_an_authors_words() {
    let found = page(
        "title: [草案]\nname: [甲]\nweight: 1.5\ndraft: 是\nkind: plans\nsee: {a: b}\nrelated: gdp\n",
    );
    let short: Vec<_> =
        found.iter().map(|(m, p, h)| (m.as_str(), p.as_str(), h.as_str())).collect();
    assert_eq!(
        short,
        [
            (
                "`title` must be a text; this is a list",
                "[草案]",
                "a text that begins with `[` or `{`, or contains `: `, is put in quotation marks"
            ),
            (
                "`weight` must be a whole number; `1.5` is not",
                "1.5",
                "write digits alone, such as `2`"
            ),
            (
                "`draft` must be `true` or `false`; `是` is not",
                "是",
                "write `true` or `false` without quotation marks"
            ),
            (
                "`name` must be a text, or one for each language; this is a list",
                "[甲]",
                "a text that begins with `[` or `{`, or contains `: `, is put in quotation marks"
            ),
            ("`kind` cannot be `plans`", "plans", "did you mean `plan`?"),
            (
                "`see` must be a text or a list of texts; this is a mapping",
                "{a: b}",
                "a text that begins with `[` or `{`, or contains `: `, is put in quotation marks"
            ),
            (
                "`related` must be a list; `gdp` is not",
                "gdp",
                "write `[…]`, or each entry on a line that begins with `- `"
            ),
        ]
    );
    assert_eq!(page("title：一\n")[0].0, "the colon after `title` is full-width (`：`)");
}

#[test]
fn hostile_texts_are_left_at_the_first_level_too_many() {
    let bomb = {
        let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
        for level in 1..20 {
            let alias = format!("*a{}, ", level - 1).repeat(10);
            let line = format!("a{level}: &a{level} [{}]\n", alias.trim_end_matches(", "));
            text.push_str(&line);
        }
        text
    };
    for text in [
        "[".repeat(100_000),
        "[\n".repeat(100_000),
        "{a: ".repeat(100_000),
        "- ".repeat(100_000),
        "? ".repeat(100_000),
        format!("a: {}{}", "[".repeat(40), "]".repeat(40)),
        bomb,
    ] {
        let read = parse_yaml(&text, FileId(0), 0);
        assert_eq!(read.diagnostics.len(), 1);
        assert_eq!(read.diagnostics[0].code, codes::DATA_INVALID);
        let message = read.diagnostics[0].message.text(Locale::En);
        assert!(message.contains("deep") || message.contains("repeat"), "{message}");
    }
}
