//! Among whom a rank is held: 居全省第二 is second in the province, not in the country.

use std::ops::Range;

use crate::model::{RankScope, in_simplified};

/// How far around a number its scope is looked for, in bytes.
const NEAR: usize = 60;

/// The scopes that are named around a number, within its clause. The words are in lower case.
pub(super) fn scopes_around(
    plain: &str,
    range: &Range<usize>,
    borders: &[char],
    words: &[(RankScope, &[&str])],
) -> Vec<RankScope> {
    let from = floor(plain, range.start.saturating_sub(NEAR));
    let from = plain[from..range.start].rfind(borders).map_or(from, |at| from + at);
    let to = floor(plain, (range.end + NEAR).min(plain.len()));
    let to = plain[range.end..to].find(borders).map_or(to, |at| range.end + at);
    let clause = in_simplified(&plain[from..to]).to_lowercase();
    let named = words.iter().filter(|(_, words)| words.iter().any(|word| clause.contains(word)));
    named.map(|(scope, _)| *scope).collect()
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use crate::annotate::numerals_of;
    use crate::model::RankScope::{self, Country, Province};

    fn scopes(code: &str, plain: &str, rank: &str) -> Vec<RankScope> {
        let at = plain.find(rank).unwrap();
        numerals_of(code).unwrap().rank_scopes(plain, &(at..at + rank.len()))
    }

    #[test]
    fn a_rank_is_held_among_those_of_its_own_clause() {
        let zh = "网络零售额居全省第二，快递业务量居全国第四";
        assert_eq!(scopes("zh", zh, "居全省第二"), [Province]);
        assert_eq!(scopes("zh", zh, "居全国第四"), [Country]);
        let en = "online retail sales ranked second in the province, and express volume fourth nationwide";
        assert_eq!(scopes("en", en, "second"), [Province]);
        assert_eq!(scopes("en", en, "fourth"), [Country]);
        assert_eq!(scopes("en", "express volume ranked fourth", "fourth"), []);
    }
}
