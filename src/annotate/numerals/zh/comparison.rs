//! What the comparison of numbers asks of a Chinese original.

use std::ops::Range;

use super::Chinese;
use crate::model::{Decimal, OriginalRules, is_han};

/// The characters of each number from 0 to 9 in a year.
const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// Numbers as they stand inside words, from 2 to 10.
const IN_WORDS: [&[char]; 9] = [
    &['二', '两', '双', '对'],
    &['三'],
    &['四'],
    &['五'],
    &['六'],
    &['七'],
    &['八'],
    &['九'],
    &['十'],
];

impl OriginalRules for Chinese {
    fn is_foreign(&self, plain: &str) -> bool {
        plain.contains(|c: char| c.is_alphabetic()) && !plain.contains(is_han)
    }

    fn says_short_year(&self, plain: &str, year: &str) -> bool {
        let short = year.get(2..4).filter(|_| year.len() == 4);
        let digit = |c: char| DIGITS.get(c.to_digit(10)? as usize);
        let short: Option<String> = short.and_then(|short| short.chars().map(digit).collect());
        short.is_some_and(|short| plain.contains(&short))
    }

    fn numeral_characters(&self, value: Decimal) -> &'static [char] {
        let place = value.to_whole().and_then(|value| usize::try_from(value.checked_sub(2)?).ok());
        place.and_then(|place| IN_WORDS.get(place)).copied().unwrap_or_default()
    }

    fn slogan_sum(&self, quoted: &str) -> usize {
        const COUNTED: &str = "一二三四五六七八九十";
        let counted = |c: char| Some(COUNTED.chars().position(|known| known == c)? + 1);
        quoted.chars().filter_map(counted).sum()
    }

    fn shared_out(&self, plain: &str) -> Vec<Range<usize>> {
        let mut at = 0;
        let sentences = plain.split_inclusive(['。', '；']).map(|sentence| {
            let start = at;
            at += sentence.len();
            (start, sentence)
        });
        let shared = |(start, sentence): (usize, &str)| {
            let words = sentence.find("分别")?;
            Some(start + words + "分别".len()..start + sentence.len())
        };
        sentences.filter_map(shared).collect()
    }

    fn joins_list(&self, gap: &str) -> bool {
        matches!(gap, "、" | "和" | "与" | "及")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_inside_words_and_slogans_are_known() {
        let chinese: &dyn OriginalRules = &Chinese;
        assert!(chinese.says_short_year("坚持九二共识", "1992"));
        assert!(!chinese.says_short_year("坚持九二共识", "1993"));
        assert_eq!(chinese.numeral_characters(Decimal::from(2)), ['二', '两', '双', '对']);
        assert_eq!(chinese.numeral_characters(Decimal::from(10)), ['十']);
        for none in [Decimal::ZERO, Decimal::ONE, Decimal::from(11)] {
            assert_eq!(chinese.numeral_characters(none), [' '; 0]);
        }
        assert_eq!(chinese.slogan_sum("三去一降一补"), 5);
        let plain = "甲增长。乙和丙分别增长8%。丙增长";
        let shared = chinese.shared_out(plain).into_iter().map(|range| &plain[range]);
        assert_eq!(shared.collect::<Vec<_>>(), ["增长8%。"]);
    }
}
