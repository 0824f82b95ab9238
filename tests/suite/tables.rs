//! Tables of statistics: units stated above, in heads, in rows or in a column of their own.

use std::fmt::Write as _;

use crate::scratch::Scratch;

const ZH: &str = include_str!("../fixtures/tables/tables.zh.md");
const EN: &str = include_str!("../fixtures/tables/tables.en.md");
/// Number and kind of the slip; then for each line that changes its number, as it is, as it becomes.
const SLIPS: &str = include_str!("../fixtures/tables/slips.tsv");

/// What `compare` says of two texts in Markdown.
fn compared(zh: &str, en: &str) -> String {
    let scratch = Scratch::new(&[("a.md", zh), ("b.md", en)]);
    scratch.run(&["compare", "a.md", "b.md"]).stdout
}

/// The translation with a slip in it.
fn with_slip(fields: &[&str]) -> String {
    let mut lines: Vec<&str> = EN.lines().collect();
    for change in fields.chunks(3) {
        let [number, was, is] = change else { panic!("{fields:?}") };
        let line = &mut lines[number.parse::<usize>().unwrap() - 1];
        assert_eq!(line, was);
        *line = is;
    }
    lines.join("\n")
}

/// Seen to fail before units were read: 4 of the 5 tables were full of findings.
#[test]
fn five_tables_of_one_meaning_have_no_finding_and_each_of_fifty_slips_has_one() {
    let said = compared(ZH, EN);
    assert!(said.contains("0 errors, 0 warnings"), "{said}");
    let mut missed = String::new();
    for slip in SLIPS.lines() {
        let fields: Vec<&str> = slip.split('\t').collect();
        let said = compared(ZH, &with_slip(&fields[2..]));
        if said.contains(": 0 errors") {
            let _ = writeln!(missed, "{slip}");
        }
    }
    assert_eq!(SLIPS.lines().count(), 50);
    assert_eq!(missed, "");
}

const OUTPUT_ZH: &str = "| 市 | 产值（亿元） |\n|---|---|\n| 甲市 | 100 |\n";

/// Seen to fail: 100 (亿元) beside 100 (billion yuan) passed, and the right 10 was an error.
#[test]
fn the_unit_in_the_head_of_a_column_belongs_to_each_number_below_it() {
    let en = |value: &str| {
        compared(
            OUTPUT_ZH,
            &format!("| City | Output (billion yuan) |\n|---|---|\n| Jia | {value} |\n"),
        )
    };
    assert!(en("10").contains("0 errors, 0 warnings"), "{}", en("10"));
    assert!(en("100").contains("`100` has become `100`"), "{}", en("100"));
}

/// Seen to fail: four `number.missing` for a right table.
#[test]
fn the_unit_above_a_table_belongs_to_each_of_its_numbers() {
    let zh = "单位：亿元\n\n| 年 | 甲 | 乙 |\n|---|---|---|\n| 2016年 | 3600 | 3870 |\n";
    let en = "Unit: RMB billion\n\n| Year | A | B |\n|---|---|---|\n| 2016 | 360 | 387 |\n";
    assert!(compared(zh, en).contains("0 errors, 0 warnings"), "{}", compared(zh, en));
    let slip = compared(zh, &en.replace("387", "378"));
    assert!(slip.contains("1 error, 0 warnings"), "{slip}");
}

#[test]
fn a_unit_that_one_language_alone_states_is_one_finding() {
    let en = "| City | Output |\n|---|---|\n| Jia | 10 |\n| Yi | 20 |\n";
    let zh = format!("{OUTPUT_ZH}| 乙市 | 200 |\n");
    let said = compared(&zh, en);
    assert!(said.contains("error[table.unit]: numbers are counted in `亿元` in one"), "{said}");
    assert!(said.contains("1 error, 0 warnings"), "{said}");
    // A number that states its unit in its own cell says enough.
    let own = en.replace("10 |", "10 billion yuan |").replace("20 |", "20 billion yuan |");
    assert!(compared(&zh, &own).contains("0 errors, 0 warnings"), "{}", compared(&zh, &own));
}

#[test]
fn a_unit_that_nobody_knows_is_said_to_be_unread() {
    let zh = "单位：标台\n\n| 线 | 车 |\n|---|---|\n| 一线 | 12 |\n";
    let en = "Unit: standard buses\n\n| Line | Buses |\n|---|---|\n| First | 12 |\n";
    let said = compared(zh, en);
    assert!(said.contains("note[table.unread-unit]: `标台` is not a unit"), "{said}");
    assert!(said.contains("0 errors"), "{said}");
}
