//! Terms of the glossary: found, linked, listed, and checked against both languages.

use std::collections::BTreeMap;
use std::path::PathBuf;

use duizhao::model::{Concept, ConceptId, LangId, Site, Wording};
use duizhao::pipeline::{self, Request};

use crate::scratch::Scratch;

const GLOSSARY: &str = "\
- id: three-corridors
  zh: 三条廊道
  en: [three corridors, the corridors]
  kind: slogan
  members: [transport-corridor, {zh: 金义科创, en: science and technology}, {zh: 浙中生态, en: ecology}]
  definition: {zh: 都市区建设的三条骨架。, en: Three axes of the metropolitan area.}
  avoid: {en: [{form: three galleries, why: 廊道 is an axis}]}
- id: transport-corridor
  zh: 综合交通廊道
  en: Comprehensive Transportation Corridor
  kind: project
- id: metropolitan-area
  zh: 都市区
  en: metropolitan area
  pinyin: dū shì qū
- id: urban-area
  zh: 市区
  en: urban area
- id: jinhua
  zh: 金华
  en: Jinhua
  kind: place
  link: never
  except: {zh: [金华市委]}
- id: yangtze-delta
  zh: 长三角
  en: Yangtze River Delta
  pinyin: cháng sān jiǎo
  members: none
  link: first
";

const REVIEW_ZH: &str = "---\n---\n\n# 一、回顾\n\n推进“三条廊道”建设。\n\n## （一）都市区\n\n都市区建设“三条廊道”，再看三条廊道。市区公交，长三角，金华市委部署，金华发展。\n\n综合交通廊道。\n\n## （二）又一节\n\n三条廊道、长三角，`三条廊道`，[看三条廊道](1-a.zh.md)。\n";
const REVIEW_EN: &str = "---\n---\n\n# I. Review\n\nWe advanced the “three corridors.”\n\n## 1. The Metropolitan Area\n\nThe metropolitan area builds the “three corridors”; see the three corridors. Buses of the urban area, the Yangtze River Delta, Jinhua’s development.\n\nThe Comprehensive Transportation Corridor.\n\n## 2. Another Section\n\nThe three corridors, the Yangtze River Delta, `three corridors`, [see the three corridors](1-a.en.md).\n";

fn site(changed: &[(&str, &str)]) -> Scratch {
    let scratch = Scratch::report(&[
        ("content/glossary.yaml", GLOSSARY),
        ("content/r/1-a.zh.md", REVIEW_ZH),
        ("content/r/1-a.en.md", REVIEW_EN),
    ]);
    for (path, text) in changed {
        scratch.write(path, text.as_bytes());
    }
    scratch
}

/// What `check` says of a site with these files changed.
fn check(changed: &[(&str, &str)]) -> String {
    site(changed).run(&["check"]).shown()
}

/// The glossary with one piece of text replaced.
fn glossary(from: &str, to: &str) -> String {
    assert!(GLOSSARY.contains(from), "`{from}` is not in the glossary");
    GLOSSARY.replace(from, to)
}

#[test]
fn a_report_whose_terms_are_all_rendered_is_in_order() {
    let run = site(&[]).run(&["check", "--strict"]);
    assert_eq!(run.code, 0, "{}", run.shown());
}

#[test]
fn a_term_that_the_translation_leaves_out_is_shown_in_both_languages() {
    let changed = REVIEW_EN.replace("We advanced the “three corridors.”", "We advanced them.");
    insta::assert_snapshot!(check(&[("content/r/1-a.en.md", &changed)]));
}

#[test]
fn words_to_be_avoided_are_found_anywhere_with_the_reason() {
    let changed = REVIEW_EN.replace("see the three corridors.", "see the Three Galleries.");
    insta::assert_snapshot!(check(&[("content/r/1-a.en.md", &changed)]));
}

#[test]
fn a_term_that_stands_in_no_report_is_shown() {
    let changed = glossary("zh: 综合交通廊道", "zh: 综合交通走廊");
    insta::assert_snapshot!(check(&[("content/glossary.yaml", &changed)]));
}

#[test]
fn a_slogan_must_count_its_members() {
    let few = glossary(", {zh: 浙中生态, en: ecology}]", "]");
    let unsaid = glossary(
        "  members: [transport-corridor, {zh: 金义科创, en: science and technology}, {zh: 浙中生态, en: ecology}]\n",
        "",
    );
    insta::assert_snapshot!(
        check(&[("content/glossary.yaml", &few)])
            + "\n"
            + &check(&[("content/glossary.yaml", &unsaid)])
    );
}

#[test]
fn two_entries_may_not_claim_the_same_words() {
    let changed = glossary("  zh: 市区\n", "  zh: 市区\n  variants: {zh: [都市区]}\n");
    insta::assert_snapshot!(check(&[("content/glossary.yaml", &changed)]));
}

#[test]
fn a_character_with_several_readings_asks_for_the_reading_and_a_wrong_one_is_refused() {
    let unsaid = glossary("  pinyin: cháng sān jiǎo\n", "");
    let wrong = glossary("cháng sān jiǎo", "cháng sān jiāo");
    let short = glossary("cháng sān jiǎo", "cháng jiǎo");
    insta::assert_snapshot!(
        [unsaid, wrong, short].map(|text| check(&[("content/glossary.yaml", &text)])).join("\n")
    );
}

#[test]
fn a_reading_that_is_no_syllable_puts_no_term_under_a_wrong_letter() {
    let changed = glossary("cháng sān jiǎo", "1cháng sān jiǎo");
    let shown = check(&[("content/glossary.yaml", &changed)]);
    assert!(shown.contains("term.order"), "{shown}");
}

#[test]
fn faulty_entries_are_all_shown_at_once() {
    let text = "\
- id: Bad Id
  zh: 甲
  en: A
- id: by-en
  zh: 乙
  en: B
- id: three
  zh: 三条廊道
  en: three corridors
  kind: slogen
  members: [nothing, {zh: 二, en: two}, {zh: 三, en: three}]
  see: [thre]
  area: atlantis
  link: always
  fr: trois
- id: three
  zh: 丙
  en: C
- id: wordless
  en: D
";
    insta::assert_snapshot!(check(&[("content/glossary.yaml", text)]));
}

#[test]
fn a_glossary_that_is_no_list_is_refused_with_an_example_to_be_had() {
    insta::assert_snapshot!(check(&[("content/glossary.yaml", "- [a, b]\n- 3\n")]));
}

#[test]
fn a_quoted_coinage_without_an_entry_is_a_notice_and_scan_prints_an_entry() {
    let zh = REVIEW_ZH.replace("又一节\n\n", "又一节\n\n打造“同心圆”，“同心圆”。");
    let en = REVIEW_EN.replace("Section\n\n", "Section\n\nWe drew “concentric circles.” ");
    let scratch = site(&[("content/r/1-a.zh.md", &zh), ("content/r/1-a.en.md", &en)]);
    let check = scratch.run(&["check"]);
    assert_eq!(check.code, 0, "{}", check.shown());
    insta::assert_snapshot!(check.shown() + "\n" + &scratch.run(&["scan"]).shown());
}

#[test]
fn without_a_glossary_nothing_is_asked_and_scan_begins_one() {
    let scratch = site(&[]);
    std::fs::remove_file(scratch.path("content/glossary.yaml")).unwrap();
    assert_eq!(scratch.run(&["check", "--strict"]).code, 0);
    assert!(scratch.run(&["scan"]).stdout.contains("zh: \"三条廊道\""));
}

/// The text of a page, from its main element to its list of terms.
fn text_of(html: &str) -> &str {
    let start = html.find("<article").unwrap();
    &html[start..start + html[start..].find("</article>").unwrap()]
}

#[test]
fn a_term_is_a_link_where_it_stands_first_in_each_section_and_never_in_headings_code_or_links() {
    let scratch = site(&[]);
    assert_eq!(scratch.run(&["build"]).code, 0);
    let html = scratch.read("public/zh/r/1-a.html");
    let text = text_of(&html);
    let links = |id: &str| text.matches(&format!("href=\"#t-{id}\"")).count();
    // In the opening paragraph, in section one, in section two.
    assert_eq!(links("three-corridors"), 3, "{text}");
    // Not the heading, but the paragraph under it; and not inside 都市区.
    assert_eq!((links("metropolitan-area"), links("urban-area")), (1, 1));
    // Once on the page; never.
    assert_eq!((links("yangtze-delta"), links("jinhua")), (1, 0));
    assert!(text.contains("<code>三条廊道</code>"), "{text}");
    assert!(!text.contains("看<a href=\"#t-three-corridors\">"), "{text}");
}

#[test]
fn each_language_links_its_own_words() {
    let scratch = site(&[]);
    assert_eq!(scratch.run(&["build"]).code, 0);
    let html = scratch.read("public/zh-en/r/1-a.html");
    let text = text_of(&html);
    assert_eq!(text.matches("<a href=\"#t-three-corridors\">三条廊道</a>").count(), 3);
    assert_eq!(text.matches("<a href=\"#t-three-corridors\">three corridors</a>").count(), 3);
}

#[test]
fn a_page_lists_exactly_the_terms_it_links() {
    let scratch = site(&[]);
    assert_eq!(scratch.run(&["build"]).code, 0);
    for form in ["zh", "zh-en", "en"] {
        let html = scratch.read(&format!("public/{form}/r/1-a.html"));
        let ids = |html: &str, before: &str| -> Vec<String> {
            let rest = html.split(before).skip(1).map(|rest| rest.split('"').next().unwrap());
            let mut ids: Vec<String> = rest.map(str::to_owned).collect();
            ids.sort();
            ids.dedup();
            ids
        };
        assert_eq!(ids(text_of(&html), "href=\"#t-"), ids(&html, "id=\"t-"), "{form}");
    }
}

#[test]
fn double_brackets_make_a_link_of_any_words_and_an_unknown_term_is_shown() {
    let zh = REVIEW_ZH.replace("市区公交", "[[市区]]公交，[[three-corridors|它们]]");
    let en = REVIEW_EN.replace(
        "Buses of the urban area",
        "Buses of the [[urban area]], [[three corridors|these]]",
    );
    let scratch = site(&[("content/r/1-a.zh.md", &zh), ("content/r/1-a.en.md", &en)]);
    assert_eq!(scratch.run(&["build"]).code, 0, "{}", scratch.run(&["check"]).shown());
    let html = scratch.read("public/zh-en/r/1-a.html");
    assert!(html.contains("<a href=\"#t-three-corridors\">它们</a>"), "{}", text_of(&html));
    assert!(html.contains("<a href=\"#t-three-corridors\">these</a>"), "{}", text_of(&html));
    let term = scratch.read("public/zh/glossary/three-corridors.html");
    assert!(term.contains("它们") && term.contains("these"), "the concordance has them too");
    let unknown = REVIEW_ZH.replace("市区公交", "[[市曲]]公交");
    insta::assert_snapshot!(check(&[("content/r/1-a.zh.md", &unknown)]));
}

#[test]
fn every_page_of_the_glossary_is_there_in_both_languages() {
    let scratch = site(&[]);
    assert_eq!(scratch.run(&["build"]).code, 0);
    for language in ["zh", "en"] {
        let other = if language == "zh" { "en" } else { "zh" };
        for file in ["index", &format!("by-{other}"), "by-kind", "three-corridors", "jinhua"] {
            let html = scratch.read(&format!("public/{language}/glossary/{file}.html"));
            assert!(html.contains("<h1"), "{language}/{file}");
        }
    }
    let listed = scratch.run(&["list", "terms"]);
    insta::assert_snapshot!(listed.shown());
}

#[test]
fn a_translation_is_read_only_where_the_original_has_the_concept() {
    // The urban area is spoken of in English alone: no occurrence, no link.
    let en = REVIEW_EN.replace("We advanced the", "In the urban area we advanced the");
    let scratch = site(&[("content/r/1-a.en.md", &en)]);
    assert_eq!(scratch.run(&["build"]).code, 0);
    let html = scratch.read("public/en/r/1-a.html");
    assert!(html.contains("In the urban area we advanced"), "{}", text_of(&html));
}

/// This repository's own site.
fn jinhua() -> Site {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let loaded = pipeline::load(&Request { root, ..Request::default() }).unwrap();
    loaded.site.unwrap().0
}

/// Where each form stands by the rules spelt out: at each place the longest one, then on after it.
fn naive(wordings: &[(Option<ConceptId>, &str)], plain: &str) -> Vec<(usize, usize, ConceptId)> {
    let mut found = Vec::new();
    let mut at = 0;
    let joins = |a: Option<char>, b: Option<char>| {
        let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        letter(a) && letter(b)
    };
    while at < plain.len() {
        let here = wordings.iter().filter(|(_, form)| {
            let end = at + form.len();
            plain[at..].starts_with(form)
                && !joins(plain[..at].chars().next_back(), form.chars().next())
                && !joins(form.chars().next_back(), plain[end..].chars().next())
        });
        match here.max_by_key(|(concept, form)| (form.len(), concept.is_some())) {
            Some((concept, form)) => {
                found.extend(concept.map(|concept| (at, at + form.len(), concept)));
                at += form.len();
            }
            None => at += plain[at..].chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

#[test]
fn the_concordance_of_the_report_is_what_a_naive_scan_finds_and_nothing_else() {
    let site = jinhua();
    assert!(site.glossary.concepts.len() >= 220, "{} terms", site.glossary.concepts.len());
    let mut forms: Vec<(Option<ConceptId>, &str)> = Vec::new();
    for (id, concept) in site.glossary.iter() {
        let wording = concept.wording(LangId::ORIGINAL);
        forms.extend(wording.forms().map(|form| (Some(id), form)));
        forms.extend(wording.exceptions.iter().map(|word| (None, word.as_str())));
    }
    let mut expected: BTreeMap<ConceptId, Vec<(u32, u32, usize, usize)>> = BTreeMap::new();
    for page in site.pages.iter().filter(|page| page.report.is_some()) {
        for place in page.places() {
            for text in page.texts(place, LangId::ORIGINAL) {
                let plain = &page.original().document.text(text).plain;
                for (start, end, concept) in naive(&forms, plain) {
                    let place = (page.id.0, text.0, start, end);
                    expected.entry(concept).or_default().push(place);
                }
            }
        }
    }
    for (id, concept) in site.glossary.iter() {
        let mut found: Vec<_> = site
            .glossary
            .occurrences(id)
            .iter()
            .filter(|occurrence| occurrence.lang == LangId::ORIGINAL)
            .map(|o| (o.page.0, o.text.0, o.range.start as usize, o.range.end as usize))
            .collect();
        found.sort_unstable();
        let mut wanted = expected.remove(&id).unwrap_or_default();
        wanted.sort_unstable();
        assert_eq!(found, wanted, "{}", concept.id);
    }
}

/// Every exception of the report's own glossary keeps a term out of a word that really stands there.
#[test]
fn every_exception_of_the_report_s_glossary_is_needed() {
    let site = jinhua();
    let texts: String = site
        .pages
        .iter()
        .flat_map(|page| page.original().document.texts.iter().map(|text| &*text.plain))
        .collect::<Vec<_>>()
        .join("\n");
    for Concept { id, wordings, .. } in &site.glossary.concepts {
        let Wording { exceptions, .. } = &wordings[0];
        for word in exceptions {
            assert!(texts.contains(word.as_str()), "`{word}` of `{id}` stands nowhere");
            let has_form = wordings[0].forms().any(|form| word.contains(form));
            assert!(has_form, "`{word}` holds no form of `{id}`");
        }
    }
}

/// Seen to fail: three terms were missing, and `corridors` with a soft hyphen inside was a fourth.
#[test]
fn a_noun_counts_in_both_numbers_and_with_what_is_not_seen_inside_it() {
    let entry = |id: &str, zh: &str, en: &str| format!("- {{id: {id}, zh: {zh}, en: {en}}}\n");
    let glossary = [
        entry("woman", "妇女", "woman"),
        entry("analysis", "经济分析", "economic analysis"),
        entry("spokesman", "发言人", "spokesmen"),
        entry("corridor", "走廊", "corridor"),
    ];
    let part = |title: &str, text: &str| format!("---\n---\n\n# {title}\n\n{text}\n");
    let english = "Women and economic analyses, a spokesman, Corri\u{ad}dors.";
    let scratch = Scratch::report(&[
        ("content/glossary.yaml", &glossary.concat()),
        ("content/r/1-a.zh.md", &part("一、回顾", "妇女和经济分析、发言人、走廊。")),
        ("content/r/1-a.en.md", &part("I. Review", english)),
    ]);
    let run = scratch.run(&["check", "--strict"]);
    assert_eq!(run.code, 0, "{}", run.shown());
}
