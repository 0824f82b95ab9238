//! Indicators that `scan figures` proposes, against those that a person chose.

use std::collections::BTreeMap;

use crate::next_year::claims_of;
use crate::scratch::Scratch;

/// The names in Chinese of the indicators in a list, by id.
fn names_of(yaml: &str) -> BTreeMap<String, String> {
    let entries = yaml.lines().filter_map(|line| line.trim_start().strip_prefix("- {id: "));
    let entries = entries.filter_map(|entry| {
        let (id, rest) = entry.split_once(',')?;
        let (_, name) = rest.split_once("zh: ")?;
        let name = name.strip_prefix('"').map_or_else(
            || name.split([',', '}']).next().unwrap_or_default(),
            |name| name.split('"').next().unwrap_or_default(),
        );
        Some((id.to_owned(), name.to_owned()))
    });
    entries.collect()
}

/// A name without marks, with what stands in brackets at its end (新增) at its beginning.
fn normalised(name: &str) -> String {
    let plain = name.replace(['“', '”', ' '], "");
    match plain.strip_suffix('）').and_then(|inside| inside.rsplit_once('（')) {
        Some((name, added)) if added.starts_with('新') => format!("{added}{name}"),
        _ => plain,
    }
}

/// Where the numbers of some claims stand in the pages of Jinhua, with the indicator of each.
fn places(scratch: &Scratch, yaml: &str) -> BTreeMap<(String, usize), String> {
    let mut places = BTreeMap::new();
    let (mut page, mut from) = (String::new(), 0);
    for claim in claims_of(yaml) {
        if claim.page != page {
            (page, from) = (claim.page.clone(), 0);
        }
        let text = scratch.read(&format!("content/jinhua-2018/{page}.zh.md"));
        let words = claim.quote.replace(['{', '}'], "");
        let before = words.find('[').expect("a claim has brackets");
        let quote = words.replace(['[', ']'], "");
        let found = text[from..].find(&quote).map(|at| from + at).or_else(|| text.find(&quote));
        let Some(at) = found else { panic!("{quote} stands in {page}") };
        from = at;
        places.entry((page.clone(), at + before)).or_insert(claim.id);
    }
    places
}

/// When this was written, of 180 figures 79 had the name that a person chose but for marks and the
/// place of 新增, 35 one that holds it or lies in it, 26 another, most often in other words, and 40
/// none.
#[test]
fn many_names_of_jinhua_are_proposed_as_a_person_chose_them_and_few_are_others() {
    let scratch = Scratch::copy_of_the_site();
    let catalogue = scratch.read("content/indicators.yaml");
    let chosen = places(&scratch, &scratch.read("content/jinhua-2018/figures.yaml"));
    let head = catalogue.split("indicators:\n").next().expect("topics and places come first");
    scratch.write("content/indicators.yaml", head.as_bytes());
    for file in ["figures.yaml", "ledger.yaml"] {
        std::fs::remove_file(scratch.path(&format!("content/jinhua-2018/{file}"))).unwrap();
    }
    let scanned = scratch.run(&["scan", "figures"]).stdout;
    let (claims, entries) = scanned.split_once("\n# content/indicators.yaml\n").unwrap();
    let proposed = places(&scratch, claims);
    let (chosen_names, names) = (names_of(&catalogue), names_of(entries));
    let (mut equal, mut contained, mut other, mut none) = (0, 0, Vec::new(), 0);
    for (place, id) in &chosen {
        let wanted = normalised(&chosen_names[id]);
        let found = proposed.get(place).and_then(|id| names.get(id)).map(|name| normalised(name));
        match found {
            None => none += 1,
            Some(name) if name == wanted => equal += 1,
            Some(name) if name.contains(&wanted) || wanted.contains(&name) => contained += 1,
            Some(name) => other.push(format!("{wanted}: {name}")),
        }
    }
    println!(
        "of {} figures: {equal} equal, {contained} contained, {} other, {none} none; {} entries\n{}",
        chosen.len(),
        other.len(),
        names.len(),
        other.join("\n"),
    );
    assert!((equal + contained) * 2 >= chosen.len());
    assert!(other.len() * 5 <= chosen.len());

    // The lines are pasted as they are: nothing is wrong with what has a name.
    let pasted: Vec<&str> = claims.lines().filter(|line| !line.contains("todo-")).collect();
    scratch.write("content/jinhua-2018/figures.yaml", pasted.join("\n").as_bytes());
    let whole = format!("{head}{entries}");
    scratch.write("content/indicators.yaml", whole.as_bytes());
    let check = scratch.run(&["check", "--only", "figure"]);
    assert!(check.shown().contains("0 errors"), "{}", check.shown());
}

#[test]
fn a_growth_belongs_to_the_figure_before_it_and_a_year_that_is_stated_to_its_claim() {
    let scratch = Scratch::report(&[
        (
            "content/r/1-a.zh.md",
            "---\nperiod: 2017\nstatus: actual\n---\n\n# 一、回顾\n\n## （一）甲\n\n地区生产总值3870亿元，增长6.5%。2016年粮食总产量55万吨。新增43家。\n",
        ),
        (
            "content/r/1-a.en.md",
            "---\n---\n\n# I. Review\n\n## 1. A\n\nGross regional product reached RMB 387 billion, up 6.5 percent. In 2016 the output of grain was 550,000 tons. It added 43.\n",
        ),
    ]);
    insta::assert_snapshot!(scratch.run(&["scan", "figures"]).stdout);
}
