//! The numerals of Chinese: 3870亿元, 居全省第二, 二〇一八年, 十九大.

mod around;
mod beginning;
mod comparison;
mod context;
mod date;
mod denominator;
mod grammar;
mod half;
mod indicator_name;
mod known_name;
mod measure;
mod movement;
mod name;
mod non_numeral;
pub(super) mod number;
mod order;
mod quoted;
mod scale_word;
mod share;
mod sign;
mod stated;
mod sum;
mod unit;
mod words;

use std::ops::Range;

use super::rank_scope::scopes_around;
use super::settled;
use crate::model::{
    Day, Firmness, Measure, Mention, Numerals, OriginalRules, Quantity, RankScope, ScaleNames,
    in_simplified, is_han,
};

/// Chinese.
pub(super) struct Chinese;

impl Numerals for Chinese {
    fn code(&self) -> &'static str {
        "zh"
    }

    fn quantities(&self, plain: &str) -> Vec<Mention<Quantity>> {
        let plain = &in_simplified(plain);
        settled(plain, grammar::chinese_drafts(plain))
    }

    fn is_bare_money(&self, words: &str, before: &str) -> bool {
        let words = in_simplified(words);
        let before = in_simplified(before.trim_end());
        let is_named = ["人民币", "民币"].iter().any(|name| before.ends_with(name));
        words.contains('元')
            && !["人民币", "美元"].iter().any(|name| words.contains(name))
            && !is_named
    }

    fn is_prose(&self, plain: &str) -> bool {
        let (mut own, mut letters) = (0, 0);
        for c in plain.chars() {
            own += usize::from(is_han(c));
            letters += usize::from(c.is_alphabetic());
        }
        own > 1 && own * 2 > letters
    }

    fn is_foreign(&self, plain: &str) -> bool {
        plain.contains(|c: char| c.is_alphabetic()) && !plain.contains(is_han)
    }

    fn firmness(&self, plain: &str, at: usize) -> Option<Firmness> {
        context::firmness(plain, at)
    }

    fn rank_scopes(&self, plain: &str, range: &Range<usize>) -> Vec<RankScope> {
        scopes_around(plain, range, &['，', '。', '；', '、'], context::RANK_SCOPES)
    }

    fn day(&self, day: Day) -> String {
        format!("{}年{}月{}日", day.year, day.month, day.day)
    }

    fn unit_labels(&self) -> &'static [&'static str] {
        stated::UNIT_LABELS
    }

    fn one_of_unit(&self, words: &str) -> Vec<String> {
        stated::one_of_unit(words)
    }

    fn measure_of_head(&self, head: &str) -> Option<Measure> {
        stated::measure_of_head(head)
    }

    fn indicator_name(&self, before: &str, after: &str, counts: bool) -> Option<String> {
        indicator_name::indicator_name(before, after, counts)
    }

    fn scale_names(&self) -> ScaleNames {
        ScaleNames { magnitudes: &[(8, "亿"), (4, "万")], thousands: "" }
    }

    fn counts_in_name(&self, name: &str) -> Vec<usize> {
        name::counts_in_term(name)
    }

    fn begins_with_count(&self, name: &str) -> bool {
        name::begins_with_count(name)
    }

    fn as_original(&self) -> Option<&'static dyn OriginalRules> {
        Some(&Self)
    }
}
