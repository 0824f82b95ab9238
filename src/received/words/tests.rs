//! What is form, and what is a departure.

use super::*;
use crate::received::quotation_words;

/// The words of both sides at each place where they differ.
fn differ(received: &str, here: &str) -> Vec<(String, String)> {
    let (old, new) = (quotation_words(received), quotation_words(here));
    let found = departures(&old, &new).words;
    let words = |one: &Departure| {
        (shown(old.slice(one.received.clone())), shown(new.slice(one.here.clone())))
    };
    found.iter().map(words).collect()
}

fn one(received: &str, here: &str) -> Vec<(String, String)> {
    vec![(received.to_owned(), here.to_owned())]
}

#[test]
fn marks_of_form_are_no_departure() {
    for (received, here) in [
        ("（一）深化改革\n坚持稳中求进。", "## （一）深化改革\n\n坚持稳中求进。"),
        ("（一）深化改革。坚持稳中求进。", "## （一）深化改革。\n\n**坚持**稳中求进。"),
        ("处置 43 家企业。\n\n---\n\n增长 8%。", "处置43家企业。\n\n<!-- page -->\n\n增长8%。"),
        ("● 甲；\n● 乙。", "- 甲；\n- 乙。"),
        ("　　各位代表：\n现在作报告。", "各位代表：\n\n现在作报告。"),
        ("It grew.\nThe plan held.", "It grew. The plan held."),
        ("他说：“好。”\n我们", "他说：“好。”我们"),
    ] {
        assert_eq!(differ(received, here), [], "{received}");
    }
}

#[test]
fn words_and_punctuation_are_strict() {
    assert_eq!(differ("名胜區增加。第二句。", "名胜区增加。第二句。"), one("區", "区"));
    assert_eq!(differ("增长 8%（预计）。", "增长8%(预计)。"), one("（预计）", "(预计)"));
    assert_eq!(differ("甲。乙。丙。", "甲。丙。"), one("乙。", ""));
    assert_eq!(differ("甲。丙。", "甲。乙。丙。"), one("", "乙。"));
    assert_eq!(differ("the rapist ran", "therapist ran"), one(" ", ""));
}

#[test]
fn a_block_that_ends_inside_a_sentence_is_a_departure() {
    assert_eq!(differ("工商联、人\n\n民团体。", "工商联、人民团体。"), one("⏎", ""));
    assert_eq!(differ("工商联、人民团体。", "工商联、人\n\n民团体。"), one("", "⏎"));
}

#[test]
fn blocks_that_end_in_one_text_alone_where_a_sentence_ends_are_counted() {
    let (old, new) = (quotation_words("甲。\n乙。丙。"), quotation_words("甲。乙。\n丙。"));
    assert_eq!(departures(&old, &new).splits, 2);
}

#[test]
fn a_number_is_one_piece_and_the_blanks_around_it_are_counted() {
    assert_eq!(quotation_words("增长 3.5 倍").blanks, 2);
    assert_eq!(differ("增长3.5倍", "增长3.6倍"), one("5", "6"));
}

#[test]
fn words_are_replaced_where_they_were_found_and_keep_their_places() {
    let mut words = WordStream::new();
    words.add_text("甲(乙)丙(丁)", |at| at);
    let found = words.places_of("(");
    words.replace(&found, "（");
    assert_eq!(words.quoted_words(), "甲（乙)丙（丁)");
    assert_eq!(words.place_at("甲（乙)".len()), Some("甲(乙)".len()));
}
