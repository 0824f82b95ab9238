//! What is looked up says what a search would say, and nothing costs more than its share of a large
//! page: steps and output of n and 2n, never the clock.

use std::path::Path;

use duizhao::model::{Page, Place};
use duizhao::pipeline::{self, Request};

use crate::scratch::Scratch;

#[test]
fn every_id_of_the_report_is_found_as_a_walk_over_its_pairs_finds_it() {
    let request = Request { root: Path::new(".").to_path_buf(), ..Request::default() };
    let loaded = pipeline::load(&request).unwrap();
    let (site, _) = loaded.site.as_ref().unwrap();
    let walk = |page: &Page, id: &str| {
        (0..page.pairs.len()).find(|pair| {
            page.pairs[*pair].address.is_some() && page.address(Place::Pair(*pair)).1 == id
        })
    };
    let mut found = 0;
    for page in &site.pages {
        for place in page.places() {
            let id = page.address(place).1;
            assert_eq!(page.pair_at(&id), walk(page, &id), "{id} of {}", page.key);
            found += usize::from(page.pair_at(&id).is_some());
        }
    }
    assert!(found > 100, "{found} addresses were compared");
}

/// However many links have the same wrong name, it is said once what was meant.
#[test]
fn what_was_meant_by_a_wrong_link_is_said_once_for_all_links_that_have_it() {
    let shown = |links: usize| {
        let zh = "[甲](@s1.1-p9)、[乙](#s1.1-q1)、[[丙]]\n\n".repeat(links);
        let scratch = Scratch::report(&[
            ("content/r/2-b.zh.md", &*format!("---\n---\n\n# 二、计划\n\n{zh}")),
            (
                "content/r/2-b.en.md",
                &*format!("---\n---\n\n# II. Plan\n\n{}", "x\n\n".repeat(links)),
            ),
        ]);
        scratch.run(&["check"])
    };
    let (few, many) = (shown(3), shown(300));
    assert_eq!(few.stdout.matches("more places like this").count(), 3, "{}", few.stdout);
    for words in ["error[", "more places like this", "did you mean"] {
        let count = |run: &crate::scratch::Run| run.stdout.matches(words).count();
        assert_eq!(count(&many), count(&few), "{words}: {}", many.stdout);
    }
    assert!(many.stdout.ends_with("900 errors, 0 warnings\n"), "{}", many.shown());
}

/// Numbers that all differ, each pair of lists in another way; what is said of them grows with them.
#[test]
fn a_thousand_numbers_of_one_paragraph_are_compared_by_looking_them_up() {
    let list =
        |number: &dyn Fn(usize) -> String| (1..=1_000).map(number).collect::<Vec<_>>().join("、");
    let compared = |zh: &dyn Fn(usize) -> String, en: &dyn Fn(usize) -> String| {
        let files = [("a.txt", list(zh)), ("b.txt", list(en))];
        let scratch = Scratch::new(&[("a.txt", &*files[0].1), ("b.txt", &*files[1].1)]);
        let run = scratch.run(&["compare", "a.txt", "b.txt", "--format", "json"]);
        run.stdout.lines().filter(|line| line.contains("number.")).count()
    };
    let firms = |n: usize| format!("{} firms", 2 * n + 10_000);
    assert_eq!(compared(&|n| format!("{}家", 2 * n + 10_000), &firms), 0);
    assert_eq!(compared(&|n| format!("{}家", 2 * n + 10_001), &firms), 1_000);
    assert_eq!(compared(&|n| format!("{}亩", 15 * n), &|n| format!("{n} hectares")), 0);
    assert_eq!(compared(&|n| format!("{n}.3%"), &|n| format!("{n}.3%")), 0);
    assert_eq!(compared(&|n| format!("{n}.3%"), &|n| format!("{n}.6%")), 1_000);
    assert_eq!(compared(&|n| format!("{n}.3%"), &|n| format!("{n}.3 yuan")), 1_000);
}
