//! What stands around an English number and says how it is meant.

use crate::annotate::numerals::{before_blank, char_before};
use crate::model::RankScope;

/// Where a phrase begins that ends at a byte, whatever the case of its letters.
pub(super) fn phrase_start(text: &str, end: usize, phrase: &str) -> Option<usize> {
    let start = end.checked_sub(phrase.len())?;
    let last = *text.as_bytes().get(end.checked_sub(1)?)?;
    // Most phrases are passed over by their last letter alone.
    if !phrase.as_bytes().last().is_some_and(|wanted| wanted.eq_ignore_ascii_case(&last)) {
        return None;
    }
    let here = text.as_bytes().get(start..end)?;
    // "~1,800": a sign needs no blank before it.
    let is_free = !phrase.starts_with(|c: char| c.is_ascii_alphabetic())
        || !char_before(text, start).is_some_and(char::is_alphanumeric);
    (is_free && text.is_char_boundary(start) && here.eq_ignore_ascii_case(phrase.as_bytes()))
        .then_some(start)
}

/// The longest of some phrases that ends at a byte, and where it begins.
pub(super) fn longest_phrase<T: Copy>(
    text: &str,
    end: usize,
    phrases: &[(&str, T)],
) -> Option<(T, usize)> {
    let fitting = phrases
        .iter()
        .filter_map(|(phrase, meaning)| Some((*meaning, phrase_start(text, end, phrase)?)));
    fitting.min_by_key(|(_, start)| *start)
}

const RANKED: &[(&str, ())] = &[
    ("ranked", ()),
    ("ranks", ()),
    ("ranking", ()),
    ("rank", ()),
    ("ranked at", ()),
    ("ranked the", ()),
    ("ranking the", ()),
    ("placed", ()),
    ("finished", ()),
    ("came", ()),
    ("rose to", ()),
    ("moved up to", ()),
    ("stood", ()),
    ("standing", ()),
    ("were", ()),
    ("among the top", ()),
    ("was the", ()),
    ("ranked among the", ()),
    ("ranked among", ()),
];

/// Where the words begin that make an ordinal a rank.
pub(super) fn rank_start(text: &str, at: usize) -> Option<usize> {
    longest_phrase(text, before_blank(text, at), RANKED).map(|((), start)| start)
}

/// What a rank is held among, in lower case.
pub(super) const RANK_SCOPES: &[(RankScope, &[&str])] = &[
    (RankScope::City, &["in the city", "citywide", "of the city"]),
    (
        RankScope::Province,
        &[
            "in the province",
            "provincewide",
            "in zhejiang",
            "of the province",
            "in the provincial",
            "of the provincial",
            "provincial total",
            "provincial average",
            "province’s",
            "province's",
        ],
    ),
    (
        RankScope::Country,
        &[
            "in the country",
            "nationwide",
            "in china",
            "nationally",
            "national ranking",
            "national total",
            "national average",
            "of the national",
            "of the country",
            "of the nation",
            "country’s",
            "country's",
            "nation’s",
            "nation's",
        ],
    ),
    (
        RankScope::World,
        &["in the world", "worldwide", "globally", "global ranking", "global total", "world total"],
    ),
];
